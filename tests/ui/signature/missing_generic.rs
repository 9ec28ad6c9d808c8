use superscalar::task;
#[task]
pub fn show(_x: &Vec) -> u32 {
    1
}

fn main() {}
