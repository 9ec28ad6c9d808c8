use superscalar::task;
#[task]
pub fn load(_x: u32) -> _ {
    1
}

fn main() {}
