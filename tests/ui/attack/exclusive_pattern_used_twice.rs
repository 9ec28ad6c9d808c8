//! A `&mut` that a pattern binds is used twice by name: the two uses would run at the same time.
use superscalar::{pipeline, task};

#[task]
fn step(x: &mut u32) {
    *x += 1;
}

pipeline! {
    fn body(x: Option<&mut u32>) {
        let Some(v) = x else { return };
        step(v);
        step(v);
    }
}

fn main() {
    body(Some(&mut 1));
}
