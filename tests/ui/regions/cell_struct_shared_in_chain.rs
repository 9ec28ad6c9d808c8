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
    pub fn solar(xs: &[u32]) -> Vec<u32> {
        let counter = make();
        let ys: Vec<u32> = xs.iter().map(|x| look(&counter, *x)).collect();
        ys
    }
}

fn main() {}
