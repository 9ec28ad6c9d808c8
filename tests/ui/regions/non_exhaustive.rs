use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: Option<u32>) -> u32 {
        let mut sum = 0;
        for _ in 0..2 {
            sum += match x {
                Some(y) if y > 2 => inc(y),
                None => inc(0),
            };
        }
        sum
    }
}

fn main() {}
