use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn pure() -> u32 {
    2
}

pipeline! {
    pub fn solar<T: Clone>(value: &T) -> (T, u32) {
        let c = copy(value);
        let d = pure();
        (c, d)
    }
}

#[task]
fn copy<T: Clone>(value: &T) -> T {
    value.clone()
}

fn main() {}
