use superscalar::task;

#[task("ordered")]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
