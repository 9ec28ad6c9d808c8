use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

pipeline! {
    pub fn solar(raw: &Frame) -> u32 {
        raw.0.push(2);
        total(raw)
    }
}

fn main() {}
