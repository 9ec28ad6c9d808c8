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
        let mut sum = 0;
        for i in 0..x {
            let a = make(i);
            let b = inc(i);
            sum += read(&a) + b;
        }
        sum
    }
}

fn main() {}
