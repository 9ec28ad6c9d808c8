use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(xs: &[u32]) -> Vec<String> {
        let ys: Vec<String> = xs.iter().map(|x| inc(*x)).collect();
        ys
    }
}

fn main() {}
