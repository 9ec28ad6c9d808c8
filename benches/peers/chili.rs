//! On chili: `Scope::join` all the way down, as in its README. It offers `join` and nothing else, so what is not a tree
//! runs level by level, each level split in halves down to single nodes.

use chili::{Scope, ThreadPool};

use crate::Bench;
use crate::counters::Values;
use crate::dag::{Dag, ELEMENTS};
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

/// Outside, each call asks the pool for a scope; inside, one scope serves all calls.
pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let pool: &ThreadPool = &bench.chili;
    let (program, program_too) = (program(shape, work), program(shape, work));
    vec![
        System::new("chili, outside", move |turn| turn.calls(|| program(&mut pool.scope()))),
        System::new("chili, inside", move |turn| {
            let mut scope = pool.scope();
            turn.calls(|| program_too(&mut scope));
        }),
    ]
}

type Program = Box<dyn Fn(&mut Scope<'_>) -> u64 + Send + Sync>;

fn program(shape: Shape, work: Work) -> Program {
    match shape {
        Shape::Tree => Box::new(move |scope| subtree(scope, work, 0, 64)),
        Shape::Loop => Box::new(move |scope| elements(scope, work, 0, ELEMENTS as u64)),
        _ => {
            let dag = shape.dag();
            let levels = dag.levels();
            Box::new(move |scope| by_levels(scope, work, &dag, &levels))
        }
    }
}

fn subtree(scope: &mut Scope<'_>, work: Work, first: u64, leaves: u64) -> u64 {
    if leaves == 1 {
        return kernel::leaf(work, first);
    }
    let half = leaves / 2;
    let (left, right) =
        scope.join(|scope| subtree(scope, work, first, half), |scope| subtree(scope, work, first + half, half));
    kernel::two(work, left, right)
}

fn elements(scope: &mut Scope<'_>, work: Work, first: u64, count: u64) -> u64 {
    if count == 1 {
        return kernel::element(work, first);
    }
    let half = count / 2;
    let (left, right) = scope
        .join(|scope| elements(scope, work, first, half), |scope| elements(scope, work, first + half, count - half));
    left ^ right
}

fn by_levels(scope: &mut Scope<'_>, work: Work, dag: &Dag, levels: &[Vec<usize>]) -> u64 {
    let values = Values::new(dag.inputs.len());
    for level in levels {
        each(scope, level, &|node| values.run(work, dag, node));
    }
    values.result(dag)
}

fn each(scope: &mut Scope<'_>, nodes: &[usize], run: &(impl Fn(usize) + Sync)) {
    if let [node] = nodes {
        return run(*node);
    }
    let (left, right) = nodes.split_at(nodes.len() / 2);
    scope.join(|scope| each(scope, left, run), |scope| each(scope, right, run));
}
