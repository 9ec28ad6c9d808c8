use superscalar::{node, pipeline};

pub struct Model;

impl Model {
    #[allow(non_upper_case_globals)]
    pub const __SUPERSCALAR_fit: u64 = 1;

    pub fn fit(&self) -> u64 {
        1
    }
}

pipeline! {
    pub fn check(model: &Model) -> u64 {
        let seen = node!(Model::fit(model));
        seen
    }
}

fn main() {}
