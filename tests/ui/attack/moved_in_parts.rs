//! A match that moves one part while another is borrowed: the node would drop what the borrow looks at.
use superscalar::{inline, pipeline, task};

#[task]
fn eat(x: Vec<u32>) -> usize {
    x.len()
}

#[task]
fn show(x: &[u32]) -> u32 {
    x[0]
}

pipeline! {
    fn body(s: (Vec<u32>, Vec<u32>)) -> (u32, usize) {
        let r = &s.0;
        let n = match s {
            (_, b) => inline!(eat(b)),
        };
        (show(r), n)
    }
}

fn main() {
    body((vec![1], vec![2]));
}
