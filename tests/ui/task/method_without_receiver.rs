use superscalar::task;

pub struct Model;

impl Model {
    #[task]
    pub fn new() -> Self {
        Model
    }
}

fn main() {}
