use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

fn main() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    let read: &String = g.run(&text).unwrap();
    drop(superscalar::graph::Wanted::take(&text));
    println!("{read}");
}
