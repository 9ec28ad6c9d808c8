use superscalar::task;

#[task]
pub const N: u32 = 1;

fn main() {}
