use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

struct S;

impl S {
    pipeline! {
        pub fn solar(&self, x: u32) -> u32 {
            inc(x)
        }
    }
}

fn main() {}
