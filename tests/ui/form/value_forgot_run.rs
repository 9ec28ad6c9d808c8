use superscalar::{pipeline, task};

#[task]
fn eat(x: u32) -> u32 {
    x
}

pub fn f() -> u32 {
    pipeline! {
        eat(1)
    }
}

fn main() {}
