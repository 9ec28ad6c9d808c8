use superscalar::task;
pub struct Row<'a>(&'a u32);
#[task]
pub fn name(a: &str, b: &str) -> Row {
    loop {}
}

fn main() {}
