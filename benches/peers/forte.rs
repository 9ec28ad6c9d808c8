//! On forte: `Worker::join` all the way down, as in its own benchmark. What is not a tree runs level by level, each level
//! split in halves down to single nodes, since forte shares one job at a heartbeat, whoever made it.

use forte::{ThreadPool, Worker};

use crate::Bench;
use crate::counters::Values;
use crate::dag::{Dag, ELEMENTS};
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

/// One thread fewer than asked for: the caller is a worker, too.
static POOL: ThreadPool = ThreadPool::new();

/// Outside, each call takes a seat in the pool; inside, the thread keeps its seat.
pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    POOL.resize_to(bench.threads - 1);
    let (program, program_too) = (program(shape, work), program(shape, work));
    vec![
        System::new("forte, outside", move |turn| turn.calls(|| POOL.with_worker(&program))),
        System::new("forte, inside", move |turn| {
            POOL.with_worker(|worker| turn.calls(|| program_too(worker)));
        }),
    ]
}

type Program = Box<dyn Fn(&Worker) -> u64 + Send + Sync>;

fn program(shape: Shape, work: Work) -> Program {
    match shape {
        Shape::Tree => Box::new(move |worker| subtree(worker, work, 0, 64)),
        Shape::Loop => Box::new(move |worker| elements(worker, work, 0, ELEMENTS as u64)),
        _ => {
            let dag = shape.dag();
            let levels = dag.levels();
            Box::new(move |worker| by_levels(worker, work, &dag, &levels))
        }
    }
}

fn subtree(worker: &Worker, work: Work, first: u64, leaves: u64) -> u64 {
    if leaves == 1 {
        return kernel::leaf(work, first);
    }
    let half = leaves / 2;
    let (left, right) =
        worker.join(|worker| subtree(worker, work, first, half), |worker| subtree(worker, work, first + half, half));
    kernel::two(work, left, right)
}

fn elements(worker: &Worker, work: Work, first: u64, count: u64) -> u64 {
    if count == 1 {
        return kernel::element(work, first);
    }
    let half = count / 2;
    let (left, right) = worker.join(
        |worker| elements(worker, work, first, half),
        |worker| elements(worker, work, first + half, count - half),
    );
    left ^ right
}

fn by_levels(worker: &Worker, work: Work, dag: &Dag, levels: &[Vec<usize>]) -> u64 {
    let values = Values::new(dag.inputs.len());
    for level in levels {
        each(worker, level, &|node| values.run(work, dag, node));
    }
    values.result(dag)
}

fn each(worker: &Worker, nodes: &[usize], run: &(impl Fn(usize) + Sync)) {
    if let [node] = nodes {
        return run(*node);
    }
    let (left, right) = nodes.split_at(nodes.len() / 2);
    worker.join(|worker| each(worker, left, run), |worker| each(worker, right, run));
}
