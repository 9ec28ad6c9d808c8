use std::rc::Rc;

use superscalar::{Graph, task};

#[task]
fn make(n: u64) -> Rc<u64> {
    Rc::new(n)
}

fn main() {
    let mut g = Graph::new();
    g.add(make::node(1));
}
