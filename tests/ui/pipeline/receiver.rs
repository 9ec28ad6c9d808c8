use superscalar::pipelined;

pub struct Model;

impl Model {
    #[pipelined]
    pub fn check(&self) -> u64 {
        1
    }
}

fn main() {}
