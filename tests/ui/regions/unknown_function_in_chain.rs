use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(xs: &[u32]) -> Vec<u32> {
        let ys: Vec<u32> = xs.iter().map(|x| icn(*x)).collect();
        ys
    }
}

fn main() {}
