use superscalar::task;
#[task]
pub fn load(x: u32) -> u32 {
    x
}
#[task]
pub fn load(x: u32) -> u32 {
    x
}

fn main() {}
