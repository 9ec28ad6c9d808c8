use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            fn twice() -> u32 {
                2 * i
            }
            sum += inc((twice)());
        }
        sum
    }
}

fn main() {}
