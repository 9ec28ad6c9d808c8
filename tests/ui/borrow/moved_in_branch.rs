use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

#[task]
fn clean(frame: Frame) -> Frame {
    frame
}

pipeline! {
    pub fn solar(raw: Frame, flag: bool) -> u32 {
        if flag {
            clean(raw);
        }
        total(&raw)
    }
}

fn main() {}
