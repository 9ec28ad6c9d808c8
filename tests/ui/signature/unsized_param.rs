use superscalar::task;
#[task]
pub fn show(_x: str) -> u32 {
    1
}

fn main() {}
