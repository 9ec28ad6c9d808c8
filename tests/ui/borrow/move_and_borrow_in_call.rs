use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

pipeline! {
    pub fn solar(raw: Frame) -> u32 {
        with(raw, &raw)
    }
}

#[task]
fn with(left: Frame, right: &Frame) -> u32 {
    total(&left) + total(right)
}

fn main() {}
