use superscalar::{pipeline, task};

#[task]
fn add(x: u32, y: u32) -> u32 {
    x + y
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        add(x x)
    }
}
pub fn caller() -> u32 {
    solar(1)
}

fn main() {}
