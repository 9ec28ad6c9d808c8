use superscalar::{pipeline, task};

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

#[task]
fn eat(raw: Vec<u32>) -> u32 {
    raw.iter().sum()
}

#[task]
fn peek(raw: &[u32]) -> u32 {
    raw.iter().sum()
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let raw = load(x);
        let a = if x > 2 { eat(raw) } else { 0 };
        let b = peek(&raw);
        a + b
    }
}

fn main() {}
