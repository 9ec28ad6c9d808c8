use superscalar::task;

#[task(name("x"))]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
