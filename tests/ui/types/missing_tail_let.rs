use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar() -> u32 {
        let n = add(1, 2);
    }
}

fn main() {}
