use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn first(frame: &Frame) -> &u32 {
    &frame.0[0]
}

pipeline! {
    pub fn solar(a: &Frame, b: &Frame) -> &u32 {
        first(a)
    }
}

fn main() {}
