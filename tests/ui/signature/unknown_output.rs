use superscalar::task;
struct Frame;
#[task]
pub fn load(_path: &str) -> Frme {
    loop {}
}

fn main() {}
