use superscalar::task;
pub trait Show {}
#[task]
pub fn show(_x: u32) -> Box<Show> {
    loop {}
}

fn main() {}
