use superscalar::{Graph, task};

#[task]
fn load() -> String {
    String::new()
}

#[task]
fn total(numbers: &Vec<u64>, from: u64) -> u64 {
    numbers.iter().sum::<u64>() + from
}

fn main() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    g.add(total::node(&text, 3));
}
