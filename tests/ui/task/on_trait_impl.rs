use superscalar::task;

pub struct Model;

pub trait Fit {
    fn fit(&self) -> u32;
}

#[task]
impl Fit for Model {
    #[task]
    fn fit(&self) -> u32 {
        1
    }
}

fn main() {}
