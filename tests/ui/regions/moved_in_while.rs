use superscalar::{pipeline, task};

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

#[task]
fn eat(raw: Vec<u32>) -> u32 {
    raw.iter().sum()
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let raw = load(x);
        let mut sum = 0;
        while sum < 10 {
            sum += eat(raw);
        }
        sum
    }
}

fn main() {}
