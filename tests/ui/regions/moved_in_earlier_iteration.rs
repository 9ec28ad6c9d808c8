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
        for i in 0..x {
            let a = eat(raw);
            sum += a + i;
        }
        sum
    }
}

fn main() {}
