use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn swap(left: &mut String, right: &mut String) -> usize {
    std::mem::swap(left, right);
    0
}

fn main() {
    let mut g = Graph::new();
    let mut text = g.add(load::node());
    let swapped = g.add(swap::node(&mut text, &mut text));
    g.run(swapped).unwrap();
}
