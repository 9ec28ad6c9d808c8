//! Branches as graphs: only the chosen one runs, and numbers do not wait for each other's.
//!
//! `cargo run --example control_flow [-- LAST]`; 90 for the numbers 1..=10.

use std::process::ExitCode;

use superscalar::{pipeline, task};

#[task]
fn is_even(x: i64) -> bool {
    x % 2 == 0
}

#[task]
fn double(x: i64) -> i64 {
    2 * x
}

#[task]
fn inc(x: i64) -> i64 {
    x + 1
}

pipeline! {
    /// Doubles even numbers, adds one to odd ones, and adds up.
    fn total(last: i64) -> i64 {
        let mut total = 0;
        for x in 1..=last {
            // The condition is a node. The branch that it chooses is a graph of its own.
            let y = if is_even(x) { double(x) } else { inc(x) };
            total += y; // in order of `x`
        }
        total
    }
}

/// How many steps the Collatz sequence of `x` takes to 1: an early exit, a `loop`, a `match`.
mod collatz {
    use super::*;

    pipeline! {
        pub fn steps(start: i64, most: i64) -> Result<i64, String> {
            if start < 1 {
                return Err(format!("{start} is not positive"));
            }
            let mut x = start;
            let mut steps = 0;
            loop {
                if x == 1 { break Ok(steps); }
                if steps == most { break Err(format!("{start} takes more than {most} steps")); }
                x = match x % 2 {
                    0 => halve(x),
                    _ => { let tripled = triple(x); inc(tripled) }
                };
                steps += 1;
            }
        }
    }

    #[task]
    fn halve(x: i64) -> i64 {
        x / 2
    }

    #[task]
    fn triple(x: i64) -> i64 {
        3 * x
    }
}

fn main() -> ExitCode {
    let last = match std::env::args().nth(1).map(|text| text.parse::<i64>().map_err(|error| (text, error))) {
        None => 10,
        Some(Ok(last)) => last,
        Some(Err((text, error))) => {
            eprintln!("control_flow: `{text}` is no number: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("{}", total::graph());

    let sum = total(last);
    println!("total of 1..={last}: {sum}");
    let mut same = sum == total::serial(last);
    for (start, most) in [(27, 1000), (27, 100), (0, 1000)] {
        let steps = collatz::steps(start, most);
        println!("collatz of {start}: {steps:?}");
        same &= steps == collatz::steps::serial(start, most);
    }
    if !same {
        eprintln!("control_flow: serial code has another result");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
