use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> u32 {
        let found = Some(add(n, 1));
        let Some(x) = found;
        add(x, 1)
    }
}

fn main() {}
