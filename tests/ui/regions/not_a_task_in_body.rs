use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

fn plain(x: u32) -> u32 {
    x
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            sum += inc(plain(i));
        }
        sum
    }
}

fn main() {}
