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
        let mut last = make(x);
        let mut sum = 0;
        for i in 0..x {
            let b = inc(i);
            last = make(b);
            sum += b;
        }
        sum + read(&last)
    }
}

fn main() {}
