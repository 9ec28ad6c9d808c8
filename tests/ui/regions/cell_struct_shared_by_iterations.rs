use std::cell::Cell;

use superscalar::{pipeline, task};

pub struct Counter(Cell<u32>);

#[task]
fn make() -> Counter {
    Counter(Cell::new(1))
}

#[task]
fn look(counter: &Counter, i: u32) -> u32 {
    counter.0.get() + i
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let counter = make();
        let mut sum = 0;
        for i in 0..x {
            let y = look(&counter, i);
            sum += y;
        }
        sum
    }
}

fn main() {}
