//! A match that moves nothing, while the drop of a value that borrows is still to come: the node would drop what that looks at.
use superscalar::{pipeline, task};

enum Shape {
    Circle(u64),
    Named(String),
}

struct Guard<'a>(&'a Shape);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Shape::Named(name) = self.0 {
            println!("{name}");
        }
    }
}

#[task]
fn shape(n: u64) -> Shape {
    if n > 3 { Shape::Named(n.to_string()) } else { Shape::Circle(n) }
}

#[task]
fn add(x: u64, y: u64) -> u64 {
    x + y
}

pipeline! {
    fn body(n: u64) -> u64 {
        let shape = shape(n);
        let guard = Guard(&shape);
        let radius = match shape {
            Shape::Circle(radius) => radius,
            Shape::Named(_) => 0,
        };
        add(radius, 1)
    }
}

fn main() {
    body(4);
}
