//! A local function hides an imported task: what is described would not be what runs.
use superscalar::{pipeline, task};

mod tasks {
    #[superscalar::task]
    pub fn view(x: &[u32]) -> u32 {
        x[0]
    }
}
use tasks::*;

fn view(x: &[u32]) -> &u32 {
    &x[0]
}

#[task]
fn eat(x: Vec<u32>) -> usize {
    x.len()
}

#[task]
fn show(x: &u32) -> u32 {
    *x
}

pipeline! {
    fn body(raw: Vec<u32>) -> (u32, usize) {
        let v = view(&raw);
        let s = show(v);
        let e = eat(raw);
        (s, e)
    }
}

fn main() {
    body(vec![1]);
}
