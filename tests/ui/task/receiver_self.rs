use superscalar::task;

pub struct Model;

impl Model {
    #[task]
    pub fn score(self: Box<Self>) -> u32 {
        1
    }
}

fn main() {}
