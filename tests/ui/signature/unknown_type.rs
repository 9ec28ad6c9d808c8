use superscalar::task;
#[task]
pub fn load(_path: &Pth) -> u32 {
    1
}

fn main() {}
