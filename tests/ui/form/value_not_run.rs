#![deny(unused_must_use)]

use superscalar::{pipeline, task};

#[task]
fn eat(x: u32) -> u32 {
    x
}

pub fn f() {
    pipeline! {
        eat(1)
    };
}

fn main() {}
