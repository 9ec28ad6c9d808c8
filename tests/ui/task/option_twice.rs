use superscalar::task;

#[task(ordered, ordered)]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
