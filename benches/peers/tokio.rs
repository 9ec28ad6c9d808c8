//! By hand on tokio: one spawned task where there is something to run beside.
//!
//! A chain stays serial; a diamond spawns its middle; a tree spawns its right halves; the loop is dealt out in four tasks
//! for each worker; in the others, the last input of a node to finish runs it, as on rayon, and the last node to finish
//! wakes the caller.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::Bench;
use crate::counters::{Run, Table};
use crate::dag::ELEMENTS;
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let (program, program_too) = (program(shape, work, bench.threads), program(shape, work, bench.threads));
    vec![
        System::new("tokio, outside", move |turn| turn.calls(|| bench.tokio.block_on(program()))),
        System::on_worker_of(&bench.tokio, "tokio, inside", program_too),
    ]
}

type Future = Pin<Box<dyn std::future::Future<Output = u64> + Send>>;

fn program(shape: Shape, work: Work, threads: usize) -> Arc<dyn Fn() -> Future + Send + Sync> {
    match shape {
        Shape::Chain => Arc::new(move || Box::pin(chain(work))),
        Shape::Diamond => Arc::new(move || Box::pin(diamond(work))),
        Shape::Tree => Arc::new(move || subtree(work, 0, 64)),
        Shape::Loop => Arc::new(move || Box::pin(elements(work, 4 * threads))),
        Shape::Wavefront | Shape::Random | Shape::Stencil => {
            let table = Arc::new(Table::new(shape.dag()));
            Arc::new(move || Box::pin(graph(Arc::clone(&table), work)))
        }
    }
}

async fn chain(work: Work) -> u64 {
    (1..64).fold(kernel::leaf(work, 0), |value, _| kernel::one(work, value))
}

async fn diamond(work: Work) -> u64 {
    let top = kernel::leaf(work, 0);
    let middle = [(); 16].map(|()| tokio::spawn(async move { kernel::one(work, top) }));
    let mut values = [0; 16];
    for (value, node) in values.iter_mut().zip(middle) {
        *value = joined(node).await;
    }
    kernel::many(work, values)
}

fn subtree(work: Work, first: u64, leaves: u64) -> Future {
    Box::pin(async move {
        if leaves == 1 {
            return kernel::leaf(work, first);
        }
        let half = leaves / 2;
        let right = tokio::spawn(subtree(work, first + half, half));
        let left = subtree(work, first, half).await;
        kernel::two(work, left, joined(right).await)
    })
}

async fn elements(work: Work, parts: usize) -> u64 {
    let part = |part: usize| {
        let elements = part * ELEMENTS / parts..(part + 1) * ELEMENTS / parts;
        tokio::spawn(async move { elements.fold(0, |total, element| total ^ kernel::element(work, element as u64)) })
    };
    let parts: Vec<_> = (0..parts).map(part).collect();
    let mut total = 0;
    for part in parts {
        total ^= joined(part).await;
    }
    total
}

async fn joined(task: JoinHandle<u64>) -> u64 {
    task.await.expect("no node panics")
}

/// A graph that is being run.
struct Graph {
    run: Run<Arc<Table>>,
    unfinished: AtomicUsize,
    finished: Notify,
}

async fn graph(table: Arc<Table>, work: Work) -> u64 {
    let unfinished = AtomicUsize::new(table.dag.inputs.len());
    let graph = Arc::new(Graph { run: Run::new(table, work), unfinished, finished: Notify::new() });
    for &source in &graph.run.table.sources {
        spawn(&graph, source);
    }
    graph.finished.notified().await;
    graph.run.result()
}

fn spawn(graph: &Arc<Graph>, node: usize) {
    let graph = Arc::clone(graph);
    tokio::spawn(async move {
        let count = graph.run.run_from(node, |node| spawn(&graph, node));
        // ORDERING: AcqRel: the caller sees the values of all nodes.
        if graph.unfinished.fetch_sub(count, Ordering::AcqRel) == count {
            graph.finished.notify_one();
        }
    });
}
