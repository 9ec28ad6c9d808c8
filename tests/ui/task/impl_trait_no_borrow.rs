use superscalar::task;

#[task]
pub fn even(xs: &[u32]) -> impl Iterator<Item = u32> {
    xs.to_vec().into_iter()
}

fn main() {}
