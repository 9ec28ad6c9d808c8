use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x) -> u32 {
        inc(x)
    }
}
pub fn caller() -> u32 {
    solar(1)
}

fn main() {}
