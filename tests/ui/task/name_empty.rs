use superscalar::task;

#[task(name = "")]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
