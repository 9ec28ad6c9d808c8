use superscalar::task;
#[task]
pub fn load(_x: &models::Model) -> u32 {
    1
}

fn main() {}
