use superscalar::task;

#[task(ordered(true))]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
