use superscalar::{pipeline, task};

#[task]
fn eat(x: String) -> usize {
    x.len()
}

pub fn f() -> usize {
    let text = String::new();
    let p = pipeline! {
        eat(text)
    };
    p.run() + text.len()
}

fn main() {}
