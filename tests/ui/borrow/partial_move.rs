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
    pub fn solar(raw: Frame) -> u32 {
        let pair = (clean(raw), 1);
        let a = clean(pair.0);
        let b = clean(pair.0);
        total(&a) + total(&b) + pair.1
    }
}

fn main() {}
