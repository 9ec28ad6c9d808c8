use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn len(text: &String) -> usize {
    text.len()
}

fn main() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    g.add(len::node(text));
}
