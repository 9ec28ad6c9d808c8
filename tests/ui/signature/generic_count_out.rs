use superscalar::task;
#[task]
pub fn show(_x: u32) -> Option<u32, u32> {
    None
}

fn main() {}
