use superscalar::{pipeline, task};

#[task]
fn eat(x: u32) -> u32 {
    x
}

pub fn f() -> u32 {
    let p = pipeline! {
        eat(1)
    };
    p.start()
}

fn main() {}
