use superscalar::task;
pub struct Sorted<T: Ord>(T);
#[task]
pub fn show(_x: u32) -> Sorted<f64> {
    loop {}
}

fn main() {}
