use superscalar::task;
#[task]
pub fn load((a, b): u32) -> u32 {
    a
}

fn main() {}
