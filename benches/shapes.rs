//! What it costs to run a graph: five shapes, four grains, one table of ratios to the serial program.
//!
//! `cargo bench --bench shapes` prints the table; with `-- --quick` (or under `cargo test --benches`) it runs each cell
//! a few times, to see that all systems agree. `-- --write` writes the generated sources again. A wrong result, or
//! generated sources that are out of date, end it with a failure. How to read the table, and how each peer is written:
//! `benches/README.md`.

// The shapes as data, and what a node does.
#[path = "shapes/dag.rs"]
mod dag;
#[path = "shapes/kernel.rs"]
mod kernel;

// The shapes written out, once as pipelines and once as plain functions; and what generates both files.
#[path = "shapes/pipelines.rs"]
#[rustfmt::skip]
mod pipelines;
#[path = "shapes/serial.rs"]
#[rustfmt::skip]
mod serial;
#[path = "shapes/sources.rs"]
mod sources;

// The same by other means.
#[path = "shapes/peer_dag_exec.rs"]
mod peer_dag_exec;
#[path = "shapes/peer_dagx.rs"]
mod peer_dagx;
#[path = "shapes/peer_rayon.rs"]
mod peer_rayon;

// All systems side by side.
#[path = "shapes/measure.rs"]
mod measure;

use std::process::ExitCode;
use std::time::Duration;

use rayon::ThreadPool;

use crate::dag::Dag;
use crate::kernel::Work;
use crate::measure::{Effort, Row, System};

const GRAINS: [Duration; 4] =
    [Duration::ZERO, Duration::from_nanos(100), Duration::from_micros(1), Duration::from_micros(10)];

fn main() -> ExitCode {
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    if has("--write") {
        return sources::write();
    }
    // Cargo passes `--bench` to `cargo bench` and nothing to `cargo test`.
    let effort = if has("--quick") || !has("--bench") { Effort::QUICK } else { Effort::FULL };
    let fresh = sources::are_fresh();
    let agreed = table(&effort);
    if fresh && agreed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints the table; false if a system returned something else than the serial program.
fn table(effort: &Effort) -> bool {
    let bench = Bench::new();
    println!("{}\n\n{}", bench.setting(), Row::header(&bench.systems(&SHAPES[0], bench.work(GRAINS[0]))));
    let mut agreed = true;
    for shape in &SHAPES {
        for grain in GRAINS {
            let systems = bench.systems(shape, bench.work(grain));
            match measure::row(&systems, effort) {
                Ok(row) => println!("{:<10} {grain:>6?} {row}", shape.name),
                Err(wrong) => {
                    eprintln!("{} with nodes of {grain:?}: {wrong}", shape.name);
                    agreed = false;
                }
            }
        }
    }
    agreed
}

/// One shape in its three forms.
struct Shape {
    name: &'static str,
    serial: fn(Work) -> u64,
    pipeline: fn(Work) -> u64,
    dag: fn() -> Dag,
    /// By hand where the shape has a form of its own; counters in a scope otherwise.
    rayon: Option<fn(Work) -> u64>,
}

const SHAPES: [Shape; 5] = [
    Shape {
        name: "chain",
        serial: serial::chain,
        pipeline: pipelines::chain,
        dag: dag::chain,
        rayon: Some(peer_rayon::chain),
    },
    Shape {
        name: "diamond",
        serial: serial::diamond,
        pipeline: pipelines::diamond,
        dag: dag::diamond,
        rayon: Some(peer_rayon::diamond),
    },
    Shape {
        name: "tree",
        serial: serial::tree,
        pipeline: pipelines::tree,
        dag: dag::tree,
        rayon: Some(peer_rayon::tree),
    },
    Shape {
        name: "wavefront",
        serial: serial::wavefront,
        pipeline: pipelines::wavefront,
        dag: dag::wavefront,
        rayon: None,
    },
    Shape { name: "layered", serial: serial::layered, pipeline: pipelines::layered, dag: dag::layered, rayon: None },
];

/// The pools that all rows share, with equally many threads, and the speed of this machine.
struct Bench {
    threads: usize,
    pool: ThreadPool,
    tokio: tokio::runtime::Runtime,
    steps_per_us: f64,
}

impl Bench {
    fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, |n| n.get());
        let asked = std::env::var("SUPERSCALAR_THREADS").ok().and_then(|n| n.parse().ok());
        let threads = asked.unwrap_or(cores);
        Bench {
            threads,
            pool: rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a rayon pool"),
            tokio: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(threads)
                .build()
                .expect("a tokio runtime"),
            steps_per_us: kernel::steps_per_us(),
        }
    }

    fn setting(&self) -> String {
        format!(
            "{} threads in each pool; a step of work takes {:.2} ns; serial is the time of the serial program,\n\
             all else is time / serial: below 1 is faster than serial. `line` is a cache line's round trip between two threads.",
            self.threads,
            1e3 / self.steps_per_us,
        )
    }

    fn work(&self, grain: Duration) -> Work {
        Work { steps: (grain.as_secs_f64() * 1e6 * self.steps_per_us).round() as u64, seed: 42 }
    }

    /// The serial program first.
    fn systems<'a>(&'a self, shape: &'a Shape, work: Work) -> Vec<System<'a>> {
        let rayon = peer_rayon::program(shape.rayon, (shape.dag)(), work);
        let rayon_too = peer_rayon::program(shape.rayon, (shape.dag)(), work);
        let dagx = peer_dagx::blocking_on(&self.tokio, (shape.dag)(), work);
        let dagx_too = peer_dagx::spawned_on(&self.tokio, (shape.dag)(), work);
        let dag_exec = peer_dag_exec::program(self.threads, &(shape.dag)(), work);
        vec![
            System::outside("serial", move || (shape.serial)(work)),
            System::outside("superscalar", move || (shape.pipeline)(work)),
            System::inside("in pool", &self.pool, move || (shape.pipeline)(work)),
            System::outside("rayon", move || self.pool.install(&rayon)),
            System::inside("in pool", &self.pool, rayon_too),
            System::outside("dagx", dagx),
            System::outside("spawned", dagx_too),
            System::outside("dag_exec", dag_exec),
        ]
    }
}
