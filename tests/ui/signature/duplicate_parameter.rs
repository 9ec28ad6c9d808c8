use superscalar::task;
#[task]
pub fn show(x: u32, x: u32) -> u32 {
    x
}

fn main() {}
