//! `capacity` is known to return a number. This one returns a borrow.
use superscalar::{pipeline, task};

struct Frame(Vec<u32>);

impl Frame {
    fn capacity(&self) -> &[u32] {
        &self.0
    }
}

#[task]
fn show(x: &[u32]) -> u32 {
    x[0]
}

#[task]
fn eat(x: Frame) -> usize {
    x.0.len()
}

pipeline! {
    fn body(raw: Frame) -> (u32, usize) {
        let v = raw.capacity();
        let s = show(v);
        let e = eat(raw);
        (s, e)
    }
}

fn main() {
    body(Frame(vec![1]));
}
