use superscalar::{pipeline, task};

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

#[task]
fn peek(raw: &[u32]) -> u32 {
    raw.iter().sum()
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut last: &[u32] = &[];
        for i in 0..x {
            let raw = load(i);
            last = &raw;
        }
        peek(last)
    }
}

fn main() {}
