//! A `for` loop whose iterations overlap: three calls for each number, and the sum of what they give.
//!
//! `cargo run --example for_loop [-- N]`; 90 for the numbers 0..10.

use std::process::ExitCode;

use superscalar::{pipeline, task};

#[task]
fn inc(i: i64) -> i64 {
    i + 1
}

#[task]
fn dec(i: i64) -> i64 {
    i - 1
}

#[task]
fn add(a: i64, b: i64) -> i64 {
    a + b
}

#[task]
fn sum(values: &[i64]) -> i64 {
    values.iter().sum()
}

pipeline! {
    /// The sum of `(i + 1) + (i - 1)` over `data`.
    fn total(data: &[i64]) -> i64 {
        let mut results = Vec::with_capacity(data.len());
        for &i in data {
            let a = inc(i);
            let b = dec(i); // beside `inc`, and beside other iterations
            let c = add(a, b);
            results.push(c); // in the order of `data`: the iterations meet on `results`
        }
        sum(&results) // after the last iteration
    }
}

fn main() -> ExitCode {
    let n = match std::env::args().nth(1).map(|text| text.parse::<i64>().map_err(|error| (text, error))) {
        None => 10,
        Some(Ok(n)) => n,
        Some(Err((text, error))) => {
            eprintln!("for_loop: `{text}` is no number: {error}");
            return ExitCode::FAILURE;
        }
    };
    let data: Vec<i64> = (0..n).collect();

    // The body of the loop is a graph of its own inside the graph of `total`.
    println!("{}", total::graph());

    let sum = total(&data);
    println!("sum = {sum}");
    if sum != total::serial(&data) {
        eprintln!("for_loop: serial code has {}", total::serial(&data));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
