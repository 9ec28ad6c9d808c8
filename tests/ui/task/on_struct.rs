use superscalar::task;

#[task]
pub struct Frame(u32);
pub fn f(x: Frame) -> u32 {
    x.0
}

fn main() {}
