use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> u32 {
        let all = vec![Some(add(n, 1))];
        let mut sum = 0;
        for Some(x) in all {
            sum = add(sum, x);
        }
        sum
    }
}

fn main() {}
