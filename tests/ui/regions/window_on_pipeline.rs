use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    #[window(2)]
    pub fn solar(x: u32) -> u32 {
        inc(x)
    }
}

fn main() {}
