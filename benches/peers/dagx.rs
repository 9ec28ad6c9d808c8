//! On dagx, as its README has it: a `#[task]` type per arity, spawned on tokio.
//!
//! A `DagRunner` runs once, so it is built anew in each run and building it is part of what is measured. A dagx task
//! has at most eight inputs: the foot of the diamond gets two nodes that add up eight inputs each, without other work.

use std::sync::Arc;

use dagx::{DagRunner, Task, TaskHandle, task};

use crate::Bench;
use crate::dag::Dag;
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

/// Outside, `block_on` as in dagx's README and its own benchmarks; inside, the runner lives on a worker: no third thread
/// to wake up.
pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let (dag, shared) = (shape.dag(), Arc::new(shape.dag()));
    let on_worker = move || {
        let dag = Arc::clone(&shared);
        async move { run(&dag, work).await }
    };
    vec![
        System::new("dagx, outside", move |turn| turn.calls(|| bench.tokio.block_on(run(&dag, work)))),
        System::on_worker_of(&bench.tokio, "dagx, inside", Arc::new(on_worker)),
    ]
}

async fn run(dag: &Dag, work: Work) -> u64 {
    let runner = DagRunner::new();
    let nodes = build(&runner, dag, work);
    let spawn = |future| drop(tokio::spawn(future));
    runner.run(spawn).await.expect("no task panics");
    let value = |&node: &usize| runner.get(nodes[node]).expect("each node has run");
    dag.outputs.iter().map(value).fold(0, |result, value: u64| result ^ value)
}

fn build(runner: &DagRunner, dag: &Dag, work: Work) -> Vec<TaskHandle<u64>> {
    let mut nodes: Vec<TaskHandle<u64>> = Vec::with_capacity(dag.inputs.len());
    for (index, inputs) in dag.inputs.iter().enumerate() {
        let node = match *inputs.as_slice() {
            [] => runner.add_task(Leaf(work, index as u64)).into(),
            [a] => runner.add_task(One(work)).depends_on(nodes[a]),
            [a, b] => runner.add_task(Two(work)).depends_on((&nodes[a], &nodes[b])),
            [a, b, c] => runner.add_task(Three(work)).depends_on((&nodes[a], &nodes[b], &nodes[c])),
            [..] => {
                let (left, right) = inputs.split_at(inputs.len() / 2);
                let (left, right) = (add_up(runner, &nodes, left), add_up(runner, &nodes, right));
                runner.add_task(Two(work)).depends_on((&left, &right))
            }
        };
        nodes.push(node);
    }
    nodes
}

fn add_up(runner: &DagRunner, nodes: &[TaskHandle<u64>], inputs: &[usize]) -> TaskHandle<u64> {
    let &[a, b, c, d, e, f, g, h] = inputs else {
        unreachable!("the only node with more than three inputs has twice eight")
    };
    runner
        .add_task(AddUp)
        .depends_on((&nodes[a], &nodes[b], &nodes[c], &nodes[d], &nodes[e], &nodes[f], &nodes[g], &nodes[h]))
}

struct Leaf(Work, u64);

#[task]
impl Leaf {
    async fn run(&self) -> u64 {
        kernel::leaf(self.0, self.1)
    }
}

struct One(Work);

#[task]
impl One {
    async fn run(&self, a: &u64) -> u64 {
        kernel::one(self.0, *a)
    }
}

struct Two(Work);

#[task]
impl Two {
    async fn run(&self, a: &u64, b: &u64) -> u64 {
        kernel::two(self.0, *a, *b)
    }
}

struct Three(Work);

#[task]
impl Three {
    async fn run(&self, a: &u64, b: &u64, c: &u64) -> u64 {
        kernel::three(self.0, *a, *b, *c)
    }
}

struct AddUp;

#[task]
impl AddUp {
    #[allow(clippy::too_many_arguments)]
    async fn run(&self, a: &u64, b: &u64, c: &u64, d: &u64, e: &u64, f: &u64, g: &u64, h: &u64) -> u64 {
        [a, b, c, d, e, f, g, h].into_iter().fold(0, |sum, value| sum.wrapping_add(*value))
    }
}
