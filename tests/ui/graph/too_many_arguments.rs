use superscalar::{Graph, task};

#[task]
fn double(n: u64) -> u64 {
    2 * n
}

fn main() {
    let mut g = Graph::new();
    g.add(double::node(1, 2));
}
