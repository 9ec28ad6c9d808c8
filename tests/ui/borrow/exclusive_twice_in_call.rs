use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

pipeline! {
    pub fn solar(mut raw: Frame) -> u32 {
        both(&mut raw, &mut raw);
        total(&raw)
    }
}

#[task]
fn both(left: &mut Frame, right: &mut Frame) {
    std::mem::swap(left, right);
}

fn main() {}
