//! Any graph by hand on rayon: a scope in which the last input of a node to finish runs it, on the spot if it is the first
//! such node, spawned if there are more.

use rayon::Scope;

use crate::counters::{Run, Table};
use crate::kernel::Work;

pub fn run(table: &Table, work: Work) -> u64 {
    let run = Run::new(table, work);
    rayon::scope(|scope| {
        let (&first, others) = table.sources.split_first().expect("a graph has a source");
        others.iter().for_each(|&source| spawn(&run, source, scope));
        run.run_from(first, |node| spawn(&run, node, scope));
    });
    run.result()
}

fn spawn<'s>(run: &'s Run<&Table>, node: usize, scope: &Scope<'s>) {
    scope.spawn(move |scope| {
        run.run_from(node, |node| spawn(run, node, scope));
    });
}
