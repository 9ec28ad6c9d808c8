use superscalar::{pipeline, task};

#[task]
const fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub const fn solar(x: u32) -> u32 {
        inc(x)
    }
}

fn main() {}
