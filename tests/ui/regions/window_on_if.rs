use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut y = inc(x);
        #[window(2)]
        if y > 2 {
            y = inc(y);
        }
        y
    }
}

fn main() {}
