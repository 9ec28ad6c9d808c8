use superscalar::task;
#[task]
pub fn show<T>(_x: &T) -> u32
where
    T: Shwo,
{
    1
}

fn main() {}
