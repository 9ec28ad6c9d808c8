use superscalar::pipeline;

pipeline! {}

fn main() {}
