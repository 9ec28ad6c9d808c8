use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        if x > 2 {
            inc(x)
        } else {
            inc("one")
        }
    }
}

fn main() {}
