//! Fields of a union overlap.
use superscalar::{pipeline, task};

#[derive(Clone, Copy)]
union Bits {
    int: u32,
    float: f32,
}

#[task]
fn one() -> u32 {
    1
}

#[task]
fn two() -> f32 {
    2.0
}

pipeline! {
    fn body() -> Bits {
        let mut bits = Bits { int: 0 };
        bits.int = one();
        bits.float = two();
        bits
    }
}

fn main() {
    body();
}
