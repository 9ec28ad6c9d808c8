use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn words(text: &String) -> Vec<&str> {
    text.split(' ').collect()
}

#[task]
fn eat(text: String) -> usize {
    text.len()
}

#[task]
fn count(words: &Vec<&str>) -> usize {
    words.len()
}

fn main() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    let words = g.add(words::node(&text));
    g.add(eat::node(text));
    g.add(count::node(&words));
}
