use superscalar::task;
#[task]
pub fn load(_path: Vec<Pth>) -> u32 {
    1
}

fn main() {}
