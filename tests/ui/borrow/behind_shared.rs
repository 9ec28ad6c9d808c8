use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

#[task]
fn step(frame: &mut Frame) {
    frame.0.push(1);
}

pipeline! {
    pub fn solar(raw: &Frame) -> u32 {
        step(raw);
        total(raw)
    }
}

fn main() {}
