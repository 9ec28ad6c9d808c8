//! What it costs to run a graph: seven shapes, five grains, ten systems, one table of ratios to the serial program a shape.
//!
//! `cargo bench --bench peers` prints the tables; with `-- --quick` (or under `cargo test --benches`) it runs some cells
//! a few times, to see that all systems agree. `-- --shape tree --grain 1us` prints a part, `-- --write` writes the
//! generated sources again, `-- --graphs` prints the shapes for `benches/others/run`. A wrong result, or generated
//! sources that are out of date, end it with a failure. How to read the tables, and how each peer is written:
//! `benches/README.md`.

// The shapes as data, and what a node does.
mod dag;
mod kernel;

// The shapes written out, once as pipelines and once as plain functions; and what generates both files.
#[rustfmt::skip]
mod pipelines;
#[rustfmt::skip]
mod serial;
mod shapes;
mod sources;

// The same by other means.
mod async_dag;
mod chili;
mod counters;
mod dag_exec;
mod dagx;
mod forte;
mod rayon;
mod scope;
mod threads;
mod tokio;

// All systems side by side.
mod grain;
mod measure;
mod options;
mod statistics;
mod table;

use std::process::ExitCode;
use std::time::Duration;

use ::rayon::ThreadPool;

use crate::kernel::Work;
use crate::measure::{Effort, System};
use crate::options::{Options, Task};
use crate::shapes::Shape;
use crate::table::Table;

fn main() -> ExitCode {
    let options = match Options::from_command_line() {
        Ok(options) => options,
        Err(error) => {
            eprintln!("peers: {error}");
            return ExitCode::FAILURE;
        }
    };
    match options.task {
        Task::Write => sources::write(),
        Task::Graphs => {
            options.shapes.iter().for_each(|shape| print!("{}", sources::graph(*shape)));
            ExitCode::SUCCESS
        }
        Task::Tables => {
            let fresh = sources::are_fresh();
            let agreed = tables(&options);
            if fresh && agreed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

/// Prints the tables; false if a system returned something else than the serial program.
fn tables(options: &Options) -> bool {
    let bench = Bench::new();
    println!("{}", bench.setting());
    let mut agreed = true;
    for &shape in &options.shapes {
        match bench.table(shape, &options.grains, &options.effort) {
            Ok(table) => println!("{table}"),
            Err(wrong) => {
                eprintln!("{}: {wrong}", shape.name());
                agreed = false;
            }
        }
    }
    agreed
}

/// The pools that all tables share, with equally many threads, and the speed of this machine.
pub struct Bench {
    threads: usize,
    pool: ThreadPool,
    tokio: ::tokio::runtime::Runtime,
    chili: ::chili::ThreadPool,
    steps_per_us: f64,
}

impl Bench {
    fn new() -> Self {
        let threads = measure::threads();
        let chili = ::chili::Config { thread_count: threads.try_into().ok(), ..Default::default() };
        Bench {
            threads,
            pool: ::rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a rayon pool"),
            tokio: ::tokio::runtime::Builder::new_multi_thread()
                .worker_threads(threads)
                .build()
                .expect("a tokio runtime"),
            chili: ::chili::ThreadPool::with_config(chili),
            steps_per_us: kernel::steps_per_us(),
        }
    }

    fn setting(&self) -> String {
        format!(
            "{} threads in each pool; a step of work takes {:.2} ns. A column is the work of a node: the time of the serial\n\
             program, then time / serial, below 1 is faster than serial; `over`: beyond serial for each node of 0 ns;\n\
             `1.0x from`, `1.5x from`: the grain from which on a system is so many times as fast as the serial program.",
            self.threads,
            1e3 / self.steps_per_us,
        )
    }

    fn table(&self, shape: Shape, grains: &[(Duration, bool)], effort: &Effort) -> Result<Table, measure::Wrong> {
        let dag = shape.dag();
        let mut table = Table {
            shape: shape.name(),
            nodes: dag.inputs.len(),
            parallel: dag.levels().len() < dag.inputs.len(),
            grains: grains.to_vec(),
            systems: Vec::new(),
            columns: Vec::new(),
        };
        for &(grain, _) in grains {
            let work = self.work(grain);
            let systems = self.systems(shape, work);
            table.systems = Table::names(&systems);
            table.columns.push(measure::column(&systems, shape.serial()(work), effort)?);
        }
        Ok(table)
    }

    fn work(&self, grain: Duration) -> Work {
        Work { steps: (grain.as_secs_f64() * 1e6 * self.steps_per_us).round() as u64, seed: 42 }
    }

    /// The serial program first.
    fn systems(&self, shape: Shape, work: Work) -> Vec<System<'_>> {
        let (serial, pipeline) = (shape.serial(), shape.pipeline());
        let ours = vec![
            System::new("serial", move |turn| turn.calls(|| serial(work))),
            System::new("superscalar, outside", move |turn| turn.calls(|| pipeline(work))),
            System::new("superscalar, inside", move |turn| self.pool.install(|| turn.calls(|| pipeline(work)))),
        ];
        let peers = [
            rayon::systems,
            chili::systems,
            forte::systems,
            tokio::systems,
            dagx::systems,
            async_dag::systems,
            dag_exec::systems,
            threads::systems,
        ];
        ours.into_iter().chain(peers.iter().flat_map(|peer| peer(self, shape, work))).collect()
    }
}
