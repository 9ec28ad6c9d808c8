use superscalar::{Graph, task};

#[task]
fn add(left: u64, right: u64) -> u64 {
    left + right
}

fn main() {
    let mut g = Graph::new();
    g.add(add::node(1));
}
