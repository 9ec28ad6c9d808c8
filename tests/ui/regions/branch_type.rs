use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            let y = if i > 2 { inc(i) } else { load(i) };
            sum += y;
        }
        sum
    }
}

fn main() {}
