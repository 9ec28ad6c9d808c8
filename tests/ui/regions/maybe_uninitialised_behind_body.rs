use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let y;
        for i in 0..x {
            y = inc(i);
        }
        y
    }
}

fn main() {}
