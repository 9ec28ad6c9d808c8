use superscalar::task;
#[task]
pub fn load(path: &str) -> &'a str {
    path
}

fn main() {}
