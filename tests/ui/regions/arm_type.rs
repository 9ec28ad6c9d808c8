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
        match x {
            0 => inc(x),
            1 => load(x),
            _ => inc(x + 1),
        }
    }
}

fn main() {}
