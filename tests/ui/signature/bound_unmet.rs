use superscalar::task;
pub struct Sorted<T: Ord>(T);
#[task]
pub fn show(_x: Sorted<f64>) -> u32 {
    1
}

fn main() {}
