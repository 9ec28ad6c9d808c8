use superscalar::task;
pub trait Show {}
#[task]
pub fn show(_x: &Show) -> u32 {
    1
}

fn main() {}
