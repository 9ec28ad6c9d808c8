use superscalar::pipeline;

pipeline! {
    pub struct Solar;
}

fn main() {}
