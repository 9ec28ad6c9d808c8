use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

fn plain(x: u32) -> u32 {
    x
}

pipeline! {
    pub fn solar(xs: &[u32]) -> Vec<u32> {
        let ys: Vec<u32> = xs.iter().map(|x| inc(plain(*x))).collect();
        ys
    }
}

fn main() {}
