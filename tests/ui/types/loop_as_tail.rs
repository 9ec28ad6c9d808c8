use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> u32 {
        let mut sum = 0;
        for i in 0..n {
            sum = add(sum, i);
        }
    }
}

fn main() {}
