use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn eat(text: String) -> usize {
    text.len()
}

fn main() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    let first = g.add(eat::node(text));
    let second = g.add(eat::node(text));
    g.run((first, second)).unwrap();
}
