//! Fields of an overloaded `DerefMut` are not apart: each access borrows the whole.
use std::ops::{Deref, DerefMut};

use superscalar::{pipeline, task};

struct Pair {
    left: Vec<u32>,
    right: Vec<u32>,
}
struct Wrapper(Pair);

impl Deref for Wrapper {
    type Target = Pair;
    fn deref(&self) -> &Pair {
        &self.0
    }
}

impl DerefMut for Wrapper {
    fn deref_mut(&mut self) -> &mut Pair {
        &mut self.0
    }
}

#[task]
fn wrapper() -> Wrapper {
    Wrapper(Pair { left: vec![], right: vec![] })
}

#[task]
fn len(x: &[u32]) -> usize {
    x.len()
}

#[task]
fn step(x: &mut Vec<u32>) {
    x.push(1);
}

pipeline! {
    fn body() -> usize {
        let mut b = wrapper();
        let n = len(&b.left);
        step(&mut b.right);
        n
    }
}

fn main() {
    body();
}
