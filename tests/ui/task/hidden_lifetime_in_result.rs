use superscalar::task;

pub struct Row<'a>(&'a u32);

#[task]
pub fn row(x: &u32) -> Result<Row, String> {
    Ok(Row(x))
}

fn main() {}
