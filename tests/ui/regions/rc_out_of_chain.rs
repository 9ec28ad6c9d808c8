use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn make(n: u32) -> Rc<u32> {
    Rc::new(n)
}

#[task]
fn read(value: &Rc<u32>) -> u32 {
    **value
}

pipeline! {
    pub fn solar(xs: &[u32]) -> u32 {
        let all: Vec<Rc<u32>> = xs.iter().map(|x| make(*x)).collect();
        all.iter().map(|x| read(x)).sum()
    }
}

fn main() {}
