use superscalar::task;
#[task]
pub fn show(x: &str) -> str {
    *x
}

fn main() {}
