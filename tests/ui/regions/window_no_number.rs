use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        #[window]
        for i in 0..x {
            sum += inc(i);
        }
        sum
    }
}

fn main() {}
