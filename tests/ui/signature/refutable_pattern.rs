use superscalar::task;
#[task]
pub fn load(Some(x): Option<u32>) -> u32 {
    x
}

fn main() {}
