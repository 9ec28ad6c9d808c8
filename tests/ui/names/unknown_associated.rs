use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let raw = Frame::new();
        Ok(total(&raw))
    }
}

fn main() {}
