use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn make() -> Rc<u32> {
    Rc::new(1)
}

pipeline! {
    pub fn solar() -> Rc<u32> {
        make()
    }
}

fn main() {}
