use superscalar::task;
#[task]
pub fn show<T, T>(_x: T) -> u32 {
    1
}

fn main() {}
