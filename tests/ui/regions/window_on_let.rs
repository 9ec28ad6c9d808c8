use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        #[window(2)]
        let y = inc(x);
        y
    }
}

fn main() {}
