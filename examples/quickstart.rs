//! Three function calls as a graph: build it, draw it, run it.
//!
//! `cargo run --example quickstart`

use superscalar::{pipeline, task};

#[task]
fn inc(i: i32) -> i32 {
    i + 1
}

#[task]
fn dec(i: i32) -> i32 {
    i - 1
}

#[task]
fn add(a: i32, b: i32) -> i32 {
    a + b
}

fn main() {
    let program = pipeline! {
        let x = inc(1);
        let y = dec(2); // waits for nothing: may run beside `inc`
        let z = add(x, y); // waits for both
        (x, y, z)
    };

    // Nothing has run so far: the graph is known from the source text.
    println!("{}", program.graph().to_mermaid());
    println!("{}", program.graph());

    let (x, y, z) = program.run();
    println!("x = {x}, y = {y}, z = {z}");
    assert_eq!((x, y, z), (2, 1, 3));
}
