use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in x {
            sum += inc(i);
        }
        sum
    }
}

fn main() {}
