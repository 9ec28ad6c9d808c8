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

#[task]
fn clean(frame: Frame) -> Frame {
    frame
}

#[task]
fn first(frame: &Frame) -> &u32 {
    &frame.0[0]
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let raw = load(path)?;
        let head = first(&raw);
        let cleaned = clean(raw);
        Ok(*head + total(&cleaned))
    }
}

fn main() {}
