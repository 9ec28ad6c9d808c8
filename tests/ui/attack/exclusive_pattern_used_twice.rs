//! A `&mut` that a pattern binds, and that no signature shows, is used twice by name: the two uses would run at the same time.
use superscalar::{pipeline, task};

type Counter<'a> = &'a mut u32;

#[task]
fn step(x: Counter<'_>) {
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
