use superscalar::task;

pub struct Row<'a>(&'a u32);
pub type Result<'a> = std::result::Result<Row<'a>, String>;

#[task]
pub fn row(x: &u32) -> Result {
    Ok(Row(x))
}

fn main() {}
