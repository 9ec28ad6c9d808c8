use std::rc::Rc;

use superscalar::{pipeline, task};

#[task]
fn pure() -> u32 {
    2
}

pipeline! {
    pub fn solar() -> Result<u32, Rc<str>> {
        let a = fallible()?;
        let b = pure();
        Ok(a + b)
    }
}

#[task]
fn fallible() -> Result<u32, Rc<str>> {
    Err("x".into())
}

fn main() {}
