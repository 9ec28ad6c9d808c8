use superscalar::task;

#[task]
pub fn even(xs: &[u32]) -> Option<impl Iterator<Item = u32>> {
    Some(xs.to_vec().into_iter())
}

fn main() {}
