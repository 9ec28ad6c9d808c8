use superscalar::task;
#[task]
pub fn show(_x: [u8]) -> u32 {
    1
}

fn main() {}
