use superscalar::{pipeline, task};

#[task]
fn push(x: &mut Vec<u32>) {
    x.push(1)
}

pub fn f() -> usize {
    let list = vec![];
    let p = pipeline! {
        push(&mut list);
    };
    p.run();
    list.len()
}

fn main() {}
