use superscalar::task;
pub struct Sorted<T: Ord>(T);
#[task]
pub fn show<T>(_x: &Sorted<T>) -> u32 {
    1
}

fn main() {}
