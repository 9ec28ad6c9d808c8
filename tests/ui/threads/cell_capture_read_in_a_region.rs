use std::cell::Cell;

use superscalar::{pipeline, task};

#[derive(Default)]
pub struct Counter(Cell<u32>);

#[task]
fn bump(counter: &Counter) -> u32 {
    counter.0.replace(1)
}

pub fn solar() -> u32 {
    let counter = Counter::default();
    let solar = pipeline! {
        let a = bump(&counter);
        let b = bump(&counter);
        if counter.0.get() > 3 {
            bump(&counter);
        }
        a + b
    };
    solar.run()
}

fn main() {}
