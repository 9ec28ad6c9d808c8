use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> Vec<u32> {
        let ys: Vec<u32> = x.iter().map(|y| inc(*y)).collect();
        ys
    }
}

fn main() {}
