use std::rc::Rc;

use superscalar::{Graph, task};

#[task]
fn double(n: Rc<u64>) -> u64 {
    2 * *n
}

fn main() {
    let mut g = Graph::new();
    g.add(double::node(Rc::new(1)));
}
