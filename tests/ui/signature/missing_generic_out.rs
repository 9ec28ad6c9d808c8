use superscalar::task;
#[task]
pub fn show(_x: u32) -> Vec {
    vec![]
}

fn main() {}
