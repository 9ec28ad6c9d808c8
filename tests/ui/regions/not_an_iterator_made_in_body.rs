use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            for j in inc(i) {
                sum += inc(j);
            }
        }
        sum
    }
}

fn main() {}
