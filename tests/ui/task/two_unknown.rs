use superscalar::task;

#[task(orderd, inlin)]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
