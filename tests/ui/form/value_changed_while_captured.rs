use superscalar::{pipeline, task};

#[task]
fn push(x: &mut Vec<u32>) {
    x.push(1)
}

pub fn f() -> usize {
    let mut list = vec![];
    let p = pipeline! {
        push(&mut list);
    };
    list.push(2);
    p.run();
    list.len()
}

fn main() {}
