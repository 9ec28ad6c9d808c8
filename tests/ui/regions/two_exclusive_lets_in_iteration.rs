use superscalar::{pipeline, task};

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

#[task]
fn grow(raw: &mut Vec<u32>, x: u32) -> u32 {
    raw.push(x);
    x
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            let mut raw = load(i);
            let left = &mut raw;
            let right = &mut raw;
            let a = grow(left, i);
            let b = grow(right, i);
            sum += a + b;
        }
        sum
    }
}

fn main() {}
