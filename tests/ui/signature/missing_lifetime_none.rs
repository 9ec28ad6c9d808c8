use superscalar::task;
#[task]
pub fn name() -> &str {
    "x"
}

fn main() {}
