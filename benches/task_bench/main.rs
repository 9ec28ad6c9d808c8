//! Task Bench: eight dependence patterns, 8 points wide and 100 steps long, and the smallest task for which each system is
//! worth it. Slaughter and others, *Task Bench: A Parameterized Benchmark for Evaluating Parallel Runtime Performance*, SC 2020.
//!
//! `cargo bench --bench task_bench` prints the tables; with `-- --quick` (or under `cargo test --benches`) it makes a few calls, to
//! see that all systems agree. `-- --width 8 --steps 100 --patterns fft,tree --grain 1us` prints others. A wrong result
//! ends it with a failure. How to read the tables: `benches/README.md`.

// The patterns as data, and what a task does.
mod kernel;
mod patterns;

// The same tasks in four ways, two of which are ours.
mod graph;
mod loops;

// All systems side by side.
mod options;
mod table;

// What `peers` measures with, too.
#[path = "../peers/counters.rs"]
mod counters;
#[path = "../peers/dag.rs"]
#[allow(dead_code, reason = "the other bench uses the rest, here and below")]
mod dag;
#[path = "../peers/grain.rs"]
mod grain;
#[path = "../peers/measure.rs"]
#[allow(dead_code)]
mod measure;
#[path = "../peers/scope.rs"]
mod scope;
#[path = "../peers/statistics.rs"]
#[allow(dead_code)]
mod statistics;
#[path = "../peers/kernel.rs"]
#[allow(dead_code)]
mod steps;

use std::process::ExitCode;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::kernel::Work;
use crate::measure::System;
use crate::options::Options;
use crate::patterns::{Pattern, Tasks};
use crate::table::{Summary, Table};

fn main() -> ExitCode {
    let options = match Options::from_command_line() {
        Ok(options) => options,
        Err(error) => {
            eprintln!("task_bench: {error}");
            return ExitCode::FAILURE;
        }
    };
    let bench = Bench::new();
    println!("{}", bench.setting(&options));
    let mut tables = Vec::new();
    for &pattern in &options.patterns {
        match bench.table(pattern, &options) {
            Ok(table) => {
                println!("{table}");
                tables.push(table);
            }
            Err(wrong) => eprintln!("{}: {wrong}", pattern.name()),
        }
    }
    println!("{}", Summary(&tables));
    if tables.len() == options.patterns.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The pool that all systems share, and the speed of this machine.
struct Bench {
    threads: usize,
    pool: ThreadPool,
    steps_per_us: f64,
}

impl Bench {
    fn new() -> Bench {
        let threads = measure::threads();
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("a rayon pool");
        Bench { threads, pool, steps_per_us: kernel::steps_per_us() }
    }

    fn setting(&self, options: &Options) -> String {
        format!(
            "{} threads; {} points for {} steps; a step of work takes {:.2} ns. A column is the work of a task: the time of the\n\
             serial program, then efficiency: serial / (threads * time). METG(50 %): the smallest task, by its time in the\n\
             serial program, from which on efficiency is 50 %.",
            self.threads,
            options.size.width,
            options.size.steps,
            1e3 / self.steps_per_us,
        )
    }

    fn table(&self, pattern: Pattern, options: &Options) -> Result<Table, measure::Wrong> {
        let tasks = Tasks::new(pattern, options.size);
        let mut table = Table {
            pattern: pattern.name(),
            nodes: tasks.dag.inputs.len(),
            dependences: tasks.dependences(),
            threads: self.threads,
            grains: options.grains.clone(),
            systems: Vec::new(),
            columns: Vec::new(),
        };
        for &(grain, _) in &options.grains {
            let work = Work { steps: (grain.as_secs_f64() * 1e6 * self.steps_per_us).round() as u64, seed: 42 };
            let systems = self.systems(&tasks, work);
            table.systems = systems.iter().map(|system| system.name).collect();
            table.columns.push(measure::column(&systems, loops::serial(&tasks, work), &options.effort)?);
        }
        Ok(table)
    }

    /// The serial program first. All are called on a worker of the pool.
    fn systems<'a>(&'a self, tasks: &'a Tasks, work: Work) -> Vec<System<'a>> {
        let table = counters::Table::new(tasks.dag.clone());
        let on_pool = |name, run: fn(&Tasks, Work) -> u64| {
            System::new(name, move |turn| self.pool.install(|| turn.calls(|| run(tasks, work))))
        };
        vec![
            on_pool("serial", loops::serial),
            on_pool("for in for", loops::nested),
            on_pool("chain in for", loops::chained),
            on_pool("graph, once", graph::once),
            System::new("graph, again", move |turn| self.pool.install(|| graph::again(tasks, work, turn))),
            on_pool("rayon, par_iter", loops::on_rayon),
            System::new("rayon, counters", move |turn| self.pool.install(|| turn.calls(|| scope::run(&table, work)))),
        ]
    }
}
