use superscalar::task;

#[task(orderd)]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
