use superscalar::task;

#[task(a::b)]
pub fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
