use superscalar::task;

#[task]
pub unsafe fn load(path: &str) -> usize {
    path.len()
}

fn main() {}
