use superscalar::{node, pipeline};

pub struct Model;

impl Model {
    pub fn fit(&self) -> u64 {
        1
    }
}

pub trait Forge {
    #[allow(non_upper_case_globals)]
    const __SUPERSCALAR_fit: u64 = 1;
}
impl Forge for Model {}

pipeline! {
    pub fn check(model: &Model) -> u64 {
        let seen = node!(Model::fit(model));
        seen
    }
}

fn main() {}
