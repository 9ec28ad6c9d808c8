use std::cell::Cell;

use superscalar::{pipeline, task};

#[derive(Default)]
pub struct Counter(Cell<u32>);

#[task]
fn bump(counters: &[Counter]) -> u32 {
    counters.iter().map(|counter| counter.0.replace(1)).sum()
}

pub fn solar() -> u32 {
    let mut counters = vec![Counter::default()];
    let solar = pipeline! {
        let a = bump(&counters);
        let b = bump(&counters);
        counters.push(Counter::default());
        a + b
    };
    solar.run()
}

fn main() {}
