use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn clean(frame: Frame) -> Frame {
    frame
}

pipeline! {
    pub fn solar(raw: Frame) -> usize {
        let mut sum = 0;
        for _ in 0..2 {
            sum += clean(raw).0.len();
        }
        sum
    }
}

fn main() {}
