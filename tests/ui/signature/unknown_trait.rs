use superscalar::task;
#[task]
pub fn show<T: Shwo>(_x: &T) -> u32 {
    1
}

fn main() {}
