//! On dag_exec: the graph is built once, outside what is measured; each run starts and joins the crate's own threads,
//! which is how `Executor::run_parallel` works.

use std::convert::Infallible;
use std::sync::Arc;

use dag_exec::{DagBuilder, Executor, ExecutorConfig};

use crate::Bench;
use crate::dag::Dag;
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let program = program(bench.threads, &shape.dag(), work);
    vec![System::new("dag_exec", move |turn| turn.calls(&program))]
}

fn program(threads: usize, dag: &Dag, work: Work) -> impl Fn() -> u64 + Send + Sync + use<> {
    let mut builder = DagBuilder::<usize, u64, Infallible>::new();
    for (node, inputs) in dag.inputs.iter().enumerate() {
        let run = move |inputs: &[Arc<u64>]| Ok(kernel::any(work, node, inputs.iter().map(|input| **input)));
        builder.add_task(node, inputs.clone(), run).expect("each node once");
    }
    let graph = builder.build().expect("inputs exist");
    let limits = ExecutorConfig { max_workers: threads, max_in_flight: 2 * threads, ..Default::default() };
    let executor = Executor::new(limits);
    let outputs = dag.outputs.clone();
    move || {
        let values = executor.run_parallel(&graph, outputs.iter().copied()).expect("no node fails");
        values.values().fold(0, |result, value| result ^ **value)
    }
}
