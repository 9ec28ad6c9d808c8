use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(a: u32, a: u32) -> u32 {
        add(a, a)
    }
}

fn main() {}
