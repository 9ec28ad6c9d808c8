use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pub fn f() -> u32 {
    let p = pipeline! {
        let x = inc(1);
        let y =
    };
    p.run()
}

fn main() {}
