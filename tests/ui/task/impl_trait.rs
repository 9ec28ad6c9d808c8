use superscalar::task;

#[task]
pub fn even(xs: &[u32]) -> impl Iterator<Item = &u32> {
    xs.iter().filter(|x| **x % 2 == 0)
}

fn main() {}
