use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> u32 {
        for i in 0..n {
            if add(i, 1) > 3 {
                return;
            }
        }
        n
    }
}

fn main() {}
