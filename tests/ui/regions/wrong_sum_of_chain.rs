use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> String {
        let s: String = (0..n).map(|i| add(i, 1)).sum();
        s
    }
}

fn main() {}
