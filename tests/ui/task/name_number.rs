use superscalar::task;

#[task(name = 3)]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
