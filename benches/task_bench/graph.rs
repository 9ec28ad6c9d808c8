//! On `Graph`: a node for each task, whose inputs are handles of the step before.

use superscalar::{Graph, Node};

use crate::kernel::{Work, gather};
use crate::measure::Turn;
use crate::patterns::Tasks;

/// Built anew in each run.
pub fn once(tasks: &Tasks, work: Work) -> u64 {
    let (mut graph, outputs) = build(tasks, work);
    total(graph.run(outputs).expect("no task fails"))
}

/// Built once, for all calls of a turn.
pub fn again(tasks: &Tasks, work: Work, turn: &mut Turn) {
    let (mut graph, outputs) = build(tasks, work);
    turn.calls(|| total(graph.run_with((), &outputs).expect("no task fails")));
}

fn total(values: Vec<u64>) -> u64 {
    values.into_iter().fold(0, |total, value| total ^ value)
}

/// The graph, and the handles of all tasks that nobody needs.
fn build(tasks: &Tasks, work: Work) -> (Graph<'static>, Vec<Node<u64>>) {
    let mut graph = Graph::new();
    let mut nodes: Vec<Option<Node<u64>>> = Vec::with_capacity(tasks.dag.inputs.len());
    for (node, inputs) in tasks.dag.inputs.iter().enumerate() {
        let handle = |&input: &usize| nodes[input].as_ref().expect("taken at the end");
        let inputs: Vec<&Node<u64>> = inputs.iter().map(handle).collect();
        let added = graph.add(gather::node(work, node, inputs));
        nodes.push(Some(added));
    }
    let outputs = tasks.dag.outputs.iter().map(|&node| nodes[node].take().expect("each node once"));
    (graph, outputs.collect())
}
