use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn make() -> Rc<u32> {
    Rc::new(1)
}

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
        let a = make();
        let b = pure();
        read(&a) + b
    }
}

fn main() {}
