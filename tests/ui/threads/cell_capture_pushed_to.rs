use std::cell::RefCell;

use superscalar::{pipeline, task};

#[derive(Default)]
pub struct Bag(RefCell<Vec<u32>>);

impl Bag {
    // The pipeline's caller may look at it at the same time.
    fn push(&self, x: u32) {
        self.0.borrow_mut().push(x);
    }
}

#[task]
fn load(text: &str) -> u32 {
    text.len() as u32
}

pub fn solar() {
    let bag = Bag::default();
    let solar = pipeline! {
        let a = load("x");
        bag.push(a);
    };
    solar.run();
}

fn main() {}
