use superscalar::{node, pipeline, task};

pub struct Model(pub u64);

impl Model {
    pub fn fit<'a>(&self, x: &'a u64) -> &'a u64 {
        x
    }
}

pipeline! {
    pub fn check(model: &Model, x: u64) -> u64 {
        struct Model;
        #[task]
        impl Model {
            #[task]
            fn fit(&self, x: &u64) -> u64 {
                *x
            }
        }
        let seen = node!(model.fit(&x));
        *seen
    }
}

fn main() {}
