use superscalar::{Graph, task};

#[task]
fn len(text: &String) -> usize {
    text.len()
}

fn main() {
    let mut g = Graph::new();
    let len = {
        let text = String::from("short");
        g.add(len::node(&text))
    };
    g.run(len).unwrap();
}
