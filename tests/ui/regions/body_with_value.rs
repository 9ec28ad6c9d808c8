use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        for i in 0..x {
            inc(i)
        }
        x
    }
}

fn main() {}
