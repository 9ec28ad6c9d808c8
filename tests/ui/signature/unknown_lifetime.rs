use superscalar::task;
#[task]
pub fn load(_path: &'a str) -> u32 {
    1
}

fn main() {}
