use superscalar::{node, pipeline, task};

pub struct Model;

#[task]
impl Model {
    #[task]
    pub fn fit(&self, _: &u64) -> u64 {
        1
    }
}

pub trait Fit {
    fn fit(self, x: &u64) -> &u64;
}

impl Fit for Model {
    fn fit(self, x: &u64) -> &u64 {
        x
    }
}

pipeline! {
    pub fn check(x: u64) -> u64 {
        let model: Model = Model;
        let seen = node!(model.fit(&x));
        *seen
    }
}

fn main() {}
