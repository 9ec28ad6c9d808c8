use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn double(n: u64) -> u64 {
    2 * n
}

fn main() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    g.add(double::node(text));
}
