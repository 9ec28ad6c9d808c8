//! A macro of the user under a well-known name mentions a variable that a node changes.
use superscalar::{pipeline, task};

#[task]
fn push(x: &mut Vec<u32>) -> usize {
    x.push(1);
    x.len()
}

fn main() {
    let mut raw = vec![0];
    macro_rules! format {
        ($($text:tt)*) => {
            raw.len()
        };
    }
    let p = pipeline! {
        let a = push(&mut raw);
        let n = format!("x");
        let b = push(&mut raw);
        (a, n, b)
    };
    p.run();
}
