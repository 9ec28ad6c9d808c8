//! On async_dag, as its README has it: a graph of closures that return futures. It polls all of them on one task, so
//! each node spawns its work on tokio and awaits it.
//!
//! A graph runs once, so it is built anew in each run and building it is part of what is measured. A graph is not `Send`:
//! it runs on the thread that calls, outside the pool. A node has at most twelve inputs: the foot of the diamond gets two
//! nodes that add up eight inputs each, without other work.

use async_dag::{Graph, NodeIndex};

use crate::Bench;
use crate::dag::Dag;
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let dag = shape.dag();
    vec![System::new("async_dag", move |turn| turn.calls(|| bench.tokio.block_on(run(&dag, work))))]
}

async fn run(dag: &Dag, work: Work) -> u64 {
    let mut graph = Graph::new();
    let nodes = build(&mut graph, dag, work);
    graph.run().await;
    let value = |&node: &usize| graph.get_value::<u64>(nodes[node]).expect("each node has run");
    dag.outputs.iter().map(value).fold(0, |result, value| result ^ value)
}

fn build(graph: &mut Graph<'_>, dag: &Dag, work: Work) -> Vec<NodeIndex> {
    let mut nodes: Vec<NodeIndex> = Vec::with_capacity(dag.inputs.len());
    for (index, inputs) in dag.inputs.iter().enumerate() {
        let inputs: Vec<NodeIndex> = inputs.iter().map(|&input| nodes[input]).collect();
        let node = match inputs.len() {
            0 => graph.add_task(move || spawned(move || kernel::leaf(work, index as u64))),
            1 => graph.add_task(move |a: u64| spawned(move || kernel::one(work, a))),
            2 => graph.add_task(move |a: u64, b: u64| spawned(move || kernel::two(work, a, b))),
            3 => graph.add_task(move |a: u64, b: u64, c: u64| spawned(move || kernel::three(work, a, b, c))),
            _ => graph.add_task(move |a: u64, b: u64| spawned(move || kernel::two(work, a, b))),
        };
        if inputs.len() <= 3 {
            depends_on(graph, node, &inputs);
        } else {
            let (left, right) = inputs.split_at(inputs.len() / 2);
            let halves = [add_up(graph, left), add_up(graph, right)];
            depends_on(graph, node, &halves);
        }
        nodes.push(node);
    }
    nodes
}

fn add_up(graph: &mut Graph<'_>, inputs: &[NodeIndex]) -> NodeIndex {
    let sum = |a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, g: u64, h: u64| async move {
        [a, b, c, d, e, f, g, h].into_iter().fold(0, u64::wrapping_add)
    };
    let node = graph.add_task(sum);
    depends_on(graph, node, inputs);
    node
}

fn depends_on(graph: &mut Graph<'_>, node: NodeIndex, inputs: &[NodeIndex]) {
    for (position, &input) in inputs.iter().enumerate() {
        graph.update_dependency(input, node, position as u8).expect("inputs come first and are numbers");
    }
}

async fn spawned(node: impl FnOnce() -> u64 + Send + 'static) -> u64 {
    tokio::spawn(async move { node() }).await.expect("no node panics")
}
