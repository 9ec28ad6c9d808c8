use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> u32 {
        let mut x = add(n, 1);
        while x {
            x = add(x, 1);
        }
        x
    }
}

fn main() {}
