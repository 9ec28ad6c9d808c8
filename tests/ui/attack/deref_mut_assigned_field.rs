//! A field that is assigned through an overloaded `DerefMut` borrows the whole.
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

pipeline! {
    fn body() -> usize {
        let mut b = wrapper();
        let n = len(&b.left);
        b.right = vec![1];
        n
    }
}

fn main() {
    body();
}
