use superscalar::task;
#[task]
pub fn show(_x: &impl Shwo) -> u32 {
    1
}

fn main() {}
