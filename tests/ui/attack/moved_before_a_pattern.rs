//! A pattern that takes the rest of a value: the node would move the whole of it, with the part that is gone.
use superscalar::{pipeline, task};

#[task]
fn both(n: u64) -> (String, String) {
    (n.to_string(), (n + 1).to_string())
}

#[task]
fn eat(s: String) -> usize {
    s.len()
}

pipeline! {
    fn body(n: u64) -> usize {
        let x = both(n);
        let y = eat(x.0);
        let (_, z) = x;
        y + eat(z)
    }
}

fn main() {
    body(1);
}
