//! From accesses to edges: the constant that says which node waits for which.
//!
//! Takes a [`Spec`]; [`analyse`] runs at compile time, in stages, one file each: what every node touches (`access`),
//! which earlier nodes that makes it wait for (`hazard`), which of those edges execution needs (`reduce`), the table
//! that the executor walks (`table`), and of loops which nodes run together in groups of iterations (`group`). Nothing here runs while a pipeline runs.
//!
//! rustc warns about constants that take 2 M loop turns and calls, so sets are bitsets and empty words are skipped:
//! 400 calls with 400 drops and 800 places stay below (`plan/tests.rs`, `large_plans_stay_below_the_lint`).

use crate::spec::Spec;

mod access;
mod bits;
mod group;
mod hazard;
mod reduce;
mod table;
#[cfg(test)]
pub(crate) mod tests;

pub use group::GroupTable;
#[doc(hidden)]
pub use group::group_table;
pub use hazard::{Hazard, HazardKind};
pub use table::{DropPoint, LoopTable, Plan, Table};
#[doc(hidden)]
pub use table::{loop_table, table};

use access::Accesses;

/// What the analysis of a region with `N` nodes and `P` places found. `NW` and `PW` are the words of 64 bits that a
/// set of nodes and a set of places take.
#[derive(Debug)]
pub struct Analysis<const N: usize, const P: usize, const NW: usize, const PW: usize> {
    reads: [[u64; PW]; N],
    writes: [[u64; PW]; N],
    visible: [bool; N],
    preds: [[u64; NW]; N],
    ancestors: [[u64; NW]; N],
    reduced: [[u64; NW]; N],
    span: [(u16, u16); N],
    edges: usize,
    carried_preds: [[u64; NW]; N],
    carried_ancestors: [[u64; NW]; N],
    carried: [[u64; NW]; N],
    carried_edges: usize,
    overlaps: [u64; PW],
}

/// Finds the hazards of a region.
///
/// # Panics
/// When `N`, `P`, `NW` or `PW` do not fit the region: a bug in the macro, reported at compile time.
pub const fn analyse<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &Spec,
) -> Analysis<N, P, NW, PW> {
    assert!(spec.nodes.len() == N && spec.places.len() == P, "the region has another size than its analysis");
    assert!(NW * 64 >= N && PW * 64 >= P && NW > 0 && PW > 0, "too few words for the sets of the region");
    let accesses = Accesses::<N, P, PW>::of(spec);
    let preds = hazard::Preds::of(spec, &accesses);
    let order = reduce::Order::of(spec, &preds);
    let overlaps = reduce::overlaps::<N, P, NW, PW>(spec, &accesses, &order.ancestors);
    Analysis {
        reads: accesses.reads,
        writes: accesses.writes,
        visible: accesses.visible,
        preds: preds.same,
        ancestors: order.ancestors,
        reduced: order.reduced,
        span: order.span,
        edges: order.edges,
        carried_preds: preds.carried,
        carried_ancestors: order.carried_ancestors,
        carried: order.carried,
        carried_edges: order.carried_edges,
        overlaps,
    }
}

impl<const N: usize, const P: usize, const NW: usize, const PW: usize> Analysis<N, P, NW, PW> {
    /// Whether something that may borrow from a place, or from a part of it, is used after `node`, which moves out of it.
    ///
    /// `node` mentions the place for the last time before it is assigned, so what touches it later does so by a borrow. With
    /// `whole`, the nodes inside are part of it.
    pub const fn borrowed_later(&self, spec: &Spec, node: usize, whole: bool, place: usize) -> bool {
        let overlap = overlapping::<PW>(spec, place);
        let mut later = if whole { spec.end(node) } else { node + 1 };
        while later < N {
            let one = &spec.nodes[later];
            let follows = spec.enabled[later] && !spec.excludes(spec.nodes[node].region, one.region);
            if follows && !matches!(one.kind, crate::spec::NodeKind::Drop) {
                if assigns(spec, one, place) {
                    return false;
                }
                let mut w = 0;
                while w < PW {
                    if (self.reads[later][w] | self.writes[later][w]) & overlap[w] != 0 {
                        return true;
                    }
                    w += 1;
                }
            }
            later += 1;
        }
        false
    }

    /// Whether the drop of variable `holder` looks at a place, or at a part of it, after `node` has moved out of it.
    pub const fn dropped_later(&self, spec: &Spec, node: usize, place: usize, holder: usize) -> bool {
        let overlap = overlapping::<PW>(spec, place);
        let mut later = node + 1;
        while later < N {
            let one = &spec.nodes[later];
            let drops = matches!(one.kind, crate::spec::NodeKind::Drop) && one.uses.end - one.uses.start == 1;
            if drops && spec.enabled[later] && spec.uses[one.uses.start as usize].place as usize == holder {
                let mut w = 0;
                while w < PW {
                    if (self.reads[later][w] | self.writes[later][w]) & overlap[w] != 0 {
                        return true;
                    }
                    w += 1;
                }
            }
            later += 1;
        }
        false
    }

    /// Whether it could be seen that nodes of a region, or of regions inside, have run.
    pub const fn shows(&self, spec: &Spec, region: crate::spec::RegionId) -> bool {
        let owner = spec.regions[region as usize].owner as usize;
        let mut node = owner + 1;
        while node < spec.end(owner) {
            let here = spec.enabled[node] && !spec.is_source(node) && spec.nodes[node].region == region;
            if here && (self.visible[node] || spec.has_effect(node)) {
                return true;
            }
            node += 1;
        }
        false
    }

    /// Number of edges that execution needs inside regions, and inside iterations.
    pub const fn edge_count(&self) -> usize {
        self.edges
    }

    /// Number of edges that execution needs from one iteration to the next.
    pub const fn carried_count(&self) -> usize {
        self.carried_edges
    }

    /// Whether two nodes may look at the place, or at a part of it, by reference at the same time.
    pub const fn overlaps(&self, place: usize) -> bool {
        bits::has(&self.overlaps, place)
    }

    /// [`overlaps`](Self::overlaps) of all places.
    pub const fn all_overlaps(&self) -> [bool; P] {
        let mut overlaps = [false; P];
        let mut w = 0;
        while w < PW {
            let mut word = self.overlaps[w];
            while word != 0 {
                overlaps[w * 64 + bits::pop_lowest(&mut word)] = true;
            }
            w += 1;
        }
        overlaps
    }

    /// Whether `later` waits for `earlier`, directly or through other nodes.
    pub const fn ordered(&self, earlier: usize, later: usize) -> bool {
        bits::has(&self.ancestors[later], earlier)
    }

    /// Whether `later` waits for `earlier` because of a hazard between just these two.
    pub const fn waits_for(&self, later: usize, earlier: usize) -> bool {
        bits::has(&self.preds[later], earlier)
    }
}

/// A place, those around it and those in it.
const fn overlapping<const PW: usize>(spec: &Spec, place: usize) -> [u64; PW] {
    let mut found = [0; PW];
    let mut other = 0;
    while other < spec.places.len() {
        if is_within(spec, other, place) || is_within(spec, place, other) {
            bits::insert(&mut found, other);
        }
        other += 1;
    }
    found
}

const fn is_within(spec: &Spec, mut inner: usize, outer: usize) -> bool {
    loop {
        if inner == outer {
            return true;
        }
        match spec.places[inner].parent() {
            Some(parent) => inner = parent as usize,
            None => return false,
        }
    }
}

const fn assigns(spec: &Spec, node: &crate::spec::NodeSpec, place: usize) -> bool {
    let mut i = node.uses.start as usize;
    while i < node.uses.end as usize {
        if spec.uses[i].place as usize == place && matches!(spec.uses[i].mode, crate::spec::Mode::Assign) {
            return true;
        }
        i += 1;
    }
    false
}
