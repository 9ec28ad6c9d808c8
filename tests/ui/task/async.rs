use superscalar::task;

#[task]
pub async fn load(path: &str) -> usize {
    path.len()
}
pub fn caller() {
    let _ = load("x");
}

fn main() {}
