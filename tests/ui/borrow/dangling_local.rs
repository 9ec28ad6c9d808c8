use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn clean(frame: Frame) -> Frame {
    frame
}

#[task]
fn first(frame: &Frame) -> &u32 {
    &frame.0[0]
}

pipeline! {
    pub fn solar<'a>(raw: Frame, other: &'a Frame) -> &'a u32 {
        let cleaned = clean(raw);
        first(&cleaned)
    }
}

fn main() {}
