use superscalar::task;

pub struct Model;

#[task]
impl Model {
    #[task(orderd)]
    pub fn score(&self) -> u32 {
        1
    }
}

fn main() {}
