use std::cell::Cell;

use superscalar::{pipeline, task};

pub struct Counter(Cell<u32>);

#[task]
fn make() -> Counter {
    Counter(Cell::new(1))
}

#[task]
fn left(counter: &Counter) -> u32 {
    counter.0.get()
}

#[task]
fn right(counter: &Counter) -> u32 {
    counter.0.get()
}

pipeline! {
    pub fn solar() -> u32 {
        let counter = make();
        let a = left(&counter);
        let b = right(&counter);
        a + b
    }
}

fn main() {}
