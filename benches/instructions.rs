//! Calls one shape of `benches/peers` some times and does nothing else, for `benches/instructions` to count under valgrind.
//!
//! `instructions SHAPE MODE CALLS`. Without arguments, one call of each shape in each mode, to see that they agree.

#[path = "peers/dag.rs"]
#[allow(dead_code, reason = "the other bench uses the rest, here and below")]
mod dag;
#[path = "peers/kernel.rs"]
#[allow(dead_code)]
mod kernel;
#[path = "peers/pipelines.rs"]
#[rustfmt::skip]
mod pipelines;
#[path = "peers/serial.rs"]
#[rustfmt::skip]
mod serial;
#[path = "peers/shapes.rs"]
#[allow(dead_code)]
mod shapes;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Barrier;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::kernel::Work;
use crate::shapes::Shape;

/// Little, so that counting takes little; what it takes cancels.
const WORK: Work = Work { steps: 500, seed: 42 };

type Mode = fn(Shape, u32) -> u64;

const MODES: [(&str, Mode); 3] = [("serial", serial), ("single", single), ("shared", shared)];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let shape_of = |name| Shape::ALL.into_iter().find(|shape| shape.name() == name);
    let mode_of = |name| MODES.into_iter().find(|mode| mode.0 == name);
    match *arguments {
        [] => all_agree(),
        [shape, mode, calls] => match (shape_of(shape), mode_of(mode), calls.parse()) {
            (Some(shape), Some((_, run)), Ok(calls)) => {
                println!("{} nodes, {:x}", shape.dag().inputs.len(), run(shape, calls));
                ExitCode::SUCCESS
            }
            _ => usage(),
        },
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("instructions SHAPE serial|single|shared CALLS");
    ExitCode::FAILURE
}

fn all_agree() -> ExitCode {
    for shape in Shape::ALL {
        let results = MODES.map(|(_, run)| run(shape, 1));
        if results != [results[0]; 3] {
            eprintln!("{}: the modes disagree: {results:x?}", shape.name());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The plain function.
fn serial(shape: Shape, calls: u32) -> u64 {
    repeat(shape.serial(), calls)
}

/// The pipeline in a pool of one thread, which runs nodes in program order.
fn single(shape: Shape, calls: u32) -> u64 {
    pool(1).install(|| repeat(shape.pipeline(), calls))
}

/// The pipeline in a pool of two, of which the other is busy: what sharing costs when nobody comes to help.
fn shared(shape: Shape, calls: u32) -> u64 {
    let (begin, end) = (Barrier::new(2), Barrier::new(2));
    let pool = pool(2);
    pool.scope(|scope| {
        scope.spawn(|_| {
            begin.wait();
            end.wait();
        });
        begin.wait();
        let result = repeat(shape.pipeline(), calls);
        end.wait();
        result
    })
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("a rayon pool")
}

/// What is counted: `benches/instructions` knows it by name.
#[inline(never)]
fn repeat(program: fn(Work) -> u64, calls: u32) -> u64 {
    (0..calls).fold(0, |_, _| black_box(program(black_box(WORK))))
}
