//! How values end that no run has ended: when the graph goes, and before it runs again.

use std::sync::atomic::Ordering::Relaxed;

use super::hazard::Stage;
use super::{Errors, Graph, run};
use crate::executor::{Payload, discard, first_of, sweep};

impl<E: Errors> Graph<'_, E> {
    /// Ends all values, those that borrow before those that lend. A value at which somebody may look through its handle
    /// is left to that. Returns the first panic of a drop.
    ///
    /// Without calls that have not run, users are values: the last one of a value ends before it. What is left then
    /// are values that may borrow from each other, whose drops rustc has forbidden to look at each other.
    pub(super) fn end_all(&mut self) -> Option<Payload> {
        for node in 0..self.state.records.len() as u32 {
            let record = &self.state.records[node as usize];
            if record.has_cell() && record.stage != Stage::Done {
                let uses = self.state.uses(node).iter();
                // ORDERING: Relaxed, here and below: the graph is ours alone.
                uses.for_each(|&value| _ = self.state.records[value as usize].users.fetch_sub(1, Relaxed));
            }
        }
        let newest_first = || (0..self.state.records.len() as u32).rev();
        let unused = |node: &u32| self.state.records[*node as usize].users.load(Relaxed) == 0;
        let first = sweep(newest_first().filter(unused), |node| self.end(node));
        let second = sweep(newest_first(), |node| self.end(node));
        let mut retired = self.core.retired.borrow_mut();
        let released = |node: u32| {
            // SAFETY: the cell lives as long as `core`.
            unsafe { self.state.records[node as usize].cell.as_ref() }.is_released()
        };
        let gone: Vec<_> = retired.extract_if(.., |(node, _)| released(*node)).collect();
        drop(retired);
        let third = sweep(gone.into_iter().rev(), |(_, value)| {
            // SAFETY: who looked at it borrowed from the handle, which is gone.
            unsafe { value.discard() };
            0
        });
        first_of([first, second, third])
    }

    /// Ends a value, and then those that it alone kept.
    fn end(&self, node: u32) -> u32 {
        let mut open = vec![node];
        let mut panicked = None;
        while let Some(node) = open.pop() {
            let record = &self.state.records[node as usize];
            if !record.has_cell() || record.ended.swap(true, Relaxed) {
                continue;
            }
            // SAFETY: the cell lives as long as `core`.
            let cell = unsafe { record.cell.as_ref() };
            if cell.is_live() && cell.lasting.get() && !cell.is_released() {
                // SAFETY: there is a value; between runs.
                self.core.retired.borrow_mut().push((node, unsafe { cell.retire() }));
            }
            // SAFETY: nobody uses the value: no call runs, and nobody looks at it through its handle.
            panicked = first_of([panicked, unsafe { run::discard(&self.state, node, &mut open) }]);
        }
        panicked.map_or(0, |payload| std::panic::resume_unwind(payload))
    }
}

impl<E: Errors> Drop for Graph<'_, E> {
    fn drop(&mut self) {
        let calls = sweep(self.state.records.iter().filter(|record| record.has_cell()), |record| {
            // SAFETY: cells live as long as `core`, and each call is dropped once.
            unsafe { record.cell.as_ref().drop_call() };
            0
        });
        let values = self.end_all();
        self.core.gone.set(true);
        if let Some(payload) = first_of([calls, values]) {
            if std::thread::panicking() { discard(payload) } else { std::panic::resume_unwind(payload) }
        }
    }
}
