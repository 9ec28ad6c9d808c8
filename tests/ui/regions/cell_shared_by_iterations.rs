use std::cell::Cell;

use superscalar::{pipeline, task};

#[task(shared)]
fn look(counter: &Cell<u32>, i: u32) -> u32 {
    counter.get() + i
}

pipeline! {
    pub fn solar(counter: &Cell<u32>, x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            let y = look(counter, i);
            sum += y;
        }
        sum
    }
}

fn main() {}
