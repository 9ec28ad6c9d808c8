use superscalar::task;

pub struct Row<'a>(&'a u32);

#[task]
pub fn row(x: &u32) -> Row {
    Row(x)
}

fn main() {}
