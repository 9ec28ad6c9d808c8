use superscalar::task;

pub struct Model;

#[task(ordered)]
impl Model {
    #[task]
    pub fn score(&self) -> u32 {
        1
    }
}

fn main() {}
