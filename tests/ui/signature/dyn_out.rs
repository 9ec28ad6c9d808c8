use superscalar::task;
#[task]
pub fn show(_x: u32) -> dyn Fn() {
    loop {}
}

fn main() {}
