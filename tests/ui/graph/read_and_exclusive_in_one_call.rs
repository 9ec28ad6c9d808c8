use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn append(text: &mut String, end: &String) -> usize {
    text.push_str(end);
    text.len()
}

fn main() {
    let mut g = Graph::new();
    let mut text = g.add(load::node());
    let len = g.add(append::node(&mut text, &text));
    g.run(len).unwrap();
}
