use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn read(value: &Rc<u32>) -> u32 {
    **value
}

#[task]
fn pure() -> u32 {
    2
}

pipeline! {
    pub fn solar() -> u32 {
        let a = Rc::new(pure());
        read(&a)
    }
}

fn main() {}
