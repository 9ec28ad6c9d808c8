use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn make(n: u32) -> Rc<u32> {
    Rc::new(n)
}

#[task]
fn read(value: &Rc<u32>) -> u32 {
    **value
}

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        if x > 2 {
            let a = make(x);
            let b = inc(x);
            read(&a) + b
        } else {
            0
        }
    }
}

fn main() {}
