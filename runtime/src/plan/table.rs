//! Stage 4: the constant that the executor walks.
//!
//! Three kinds of nodes are kept apart: those that run on the pool, the tail, which the expansion runs itself, and the
//! *late* drops, which wait for the tail. Edges to the last two are not in the table.

use std::sync::atomic::{AtomicU32, AtomicU64};

use super::Analysis;
use super::bits::{has, insert, pop_lowest};
use crate::executor::{Cost, Critical, LoopPlan};
use crate::spec::{NodeKind, RegionId, RegionKind, Spec};

/// Run as soon as ready, by whoever made it ready.
const INLINE: u8 = 1;

/// The plan of one region with `N` nodes and at most `E` edges: a `static` in the expansion.
#[derive(Debug)]
pub struct Table<const N: usize, const E: usize> {
    name: &'static str,
    edges: Edges<N, E>,
    flags: [u8; N],
    order: [u32; N],
    order_len: usize,
    late: [u32; N],
    late_len: usize,
    drops: [DropPoint; N],
    drops_len: usize,
    chain: bool,
    plain: bool,
    /// What runs learn: the times of the nodes, and which are critical, as a set.
    times: [AtomicU32; N],
    critical: [AtomicU64; N],
}

/// Who waits for whom, as compressed sparse rows.
#[derive(Debug)]
pub(super) struct Edges<const N: usize, const E: usize> {
    pub(super) indegree: [u32; N],
    pub(super) first: [u32; N],
    pub(super) count: [u32; N],
    pub(super) to: [u32; E],
}

impl<const N: usize, const E: usize> Edges<N, E> {
    /// Counted, summed, filled. The members of each set are between the words in `span`.
    pub(super) const fn of<const NW: usize>(
        preds: &[[u64; NW]; N],
        span: &[(u16, u16); N],
        pooled: &[bool; N],
    ) -> Self {
        let mut edges = Edges { indegree: [0; N], first: [0; N], count: [0; N], to: [0; E] };
        let mut node = 0;
        while node < N {
            let mut w = span[node].0 as usize;
            while pooled[node] && w < span[node].1 as usize {
                let mut word = preds[node][w];
                while word != 0 {
                    edges.indegree[node] += 1;
                    edges.count[w * 64 + pop_lowest(&mut word)] += 1;
                }
                w += 1;
            }
            node += 1;
        }
        let mut next = [0; N];
        let mut sum = 0;
        let mut node = 0;
        while node < N {
            edges.first[node] = sum;
            next[node] = sum as usize;
            sum += edges.count[node];
            node += 1;
        }
        let mut node = 0;
        while node < N {
            let mut w = span[node].0 as usize;
            while pooled[node] && w < span[node].1 as usize {
                let mut word = preds[node][w];
                while word != 0 {
                    let pred = w * 64 + pop_lowest(&mut word);
                    edges.to[next[pred]] = node as u32;
                    next[pred] += 1;
                }
                w += 1;
            }
            node += 1;
        }
        edges
    }
}

/// The plan of the body of a loop: at most `N` nodes, `E` edges and `C` edges from one iteration to the next.
///
/// Its nodes are numbered by their order in the region: the source is 0, drops come last.
#[derive(Debug)]
pub struct LoopTable<const N: usize, const E: usize, const C: usize> {
    pub(super) name: &'static str,
    pub(super) len: usize,
    pub(super) edges: Edges<N, E>,
    pub(super) carried: Edges<N, C>,
    pub(super) enabled: [bool; N],
    silent: [bool; N],
    pub(super) drops: [u32; N],
    pub(super) drops_len: usize,
    /// By node: whether it calls a task.
    pub(super) calls: [bool; N],
    serial: bool,
}

#[cfg(test)]
impl LoopTable<64, 512, 512> {
    /// Of a body with `nodes` nodes, the last `drops` of which are drops, which are part of the graph where they have an edge.
    pub(crate) fn of_edges(nodes: u32, drops: u32, edges: &[(u32, u32)], carried: &[(u32, u32)]) -> Self {
        let mut enabled = [false; 64];
        enabled[0] = true;
        let preds = |edges: &[(u32, u32)]| {
            let mut preds = [[0; 1]; 64];
            edges.iter().for_each(|edge| preds[edge.1 as usize][0] |= 1 << edge.0);
            preds
        };
        edges.iter().for_each(|edge| enabled[edge.1 as usize] = true);
        LoopTable {
            name: "test",
            len: nodes as usize,
            edges: Edges::of(&preds(edges), &[(0, 1); 64], &enabled),
            carried: Edges::of(&preds(carried), &[(0, 1); 64], &enabled),
            enabled,
            silent: [false; 64],
            drops: std::array::from_fn(|drop| nodes - drops + drop as u32),
            drops_len: drops as usize,
            calls: std::array::from_fn(|node| 0 < node && node < (nodes - drops) as usize),
            serial: false,
        }
    }
}

/// Writes the result of the analysis of a loop's body down for the executor.
pub const fn loop_table<
    const N: usize,
    const P: usize,
    const NW: usize,
    const PW: usize,
    const E: usize,
    const C: usize,
>(
    spec: &Spec,
    analysis: &Analysis<N, P, NW, PW>,
    region: RegionId,
) -> LoopTable<N, E, C> {
    let mut number = [usize::MAX; N];
    let mut enabled = [false; N];
    let mut drops = [0; N];
    let mut calls = [false; N];
    let (mut len, mut drops_len) = (0, 0);
    let mut node = 0;
    while node < N {
        if spec.nodes[node].region == region {
            number[node] = len;
            enabled[len] = spec.enabled[node];
            if is_drop(spec, node) {
                drops[drops_len] = len as u32;
                drops_len += 1;
            }
            calls[len] = is_call(spec, node);
            len += 1;
        }
        node += 1;
    }
    LoopTable {
        name: spec.name,
        len,
        edges: Edges::of(&renumbered(spec, &analysis.reduced, &number), &[(0, NW as u16); N], &enabled),
        carried: Edges::of(&renumbered(spec, &analysis.carried, &number), &[(0, NW as u16); N], &enabled),
        enabled,
        silent: [false; N],
        drops,
        drops_len,
        calls,
        serial: !iterations_overlap(spec, analysis, region),
    }
}

/// Whether work of a loop's body may overlap: in one iteration, or with the next one, or inside a node. Two pieces of glue
/// that may are not worth a second thread, unless one is free of its last run.
const fn iterations_overlap<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &Spec,
    analysis: &Analysis<N, P, NW, PW>,
    region: RegionId,
) -> bool {
    let (mut work, mut calls) = ([0; NW], [0; NW]);
    let mut node = 0;
    while node < N {
        if spec.nodes[node].region == region && is_work(spec, node) {
            insert(&mut work, node);
            if is_call(spec, node) {
                insert(&mut calls, node);
            }
        }
        node += 1;
    }
    let mut node = 0;
    while node < N {
        if has(&work, node) {
            if !has(&analysis.carried_ancestors[node], node) || overlaps_inside(spec, analysis, node) {
                return true;
            }
            let others = if has(&calls, node) { &work } else { &calls };
            let mut w = 0;
            while w < NW {
                let before = if w < node / 64 {
                    u64::MAX
                } else if w == node / 64 {
                    (1 << (node % 64)) - 1
                } else {
                    0
                };
                let in_next = !analysis.carried_ancestors[node][w];
                if others[w] & (before & !analysis.ancestors[node][w] | in_next) != 0 {
                    return true;
                }
                w += 1;
            }
        }
        node += 1;
    }
    false
}

/// Whether regions inside a node hold calls or glue that may overlap: iterations of a loop, or two nodes of a branch.
const fn overlaps_inside<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &Spec,
    analysis: &Analysis<N, P, NW, PW>,
    owner: usize,
) -> bool {
    let mut node = owner + 1;
    while node < spec.end(owner) {
        let region = spec.nodes[node].region;
        if is_work(spec, node) {
            let repeats = matches!(spec.regions[region as usize].kind, RegionKind::For);
            if repeats && !has(&analysis.carried_ancestors[node], node) {
                return true;
            }
            let mut other = owner + 1;
            while other < node {
                if spec.nodes[other].region == region && is_work(spec, other) && !analysis.ordered(other, node) {
                    return true;
                }
                other += 1;
            }
        }
        node += 1;
    }
    false
}

/// Whether a node may be worth a thread.
const fn is_work(spec: &Spec, node: usize) -> bool {
    spec.enabled[node] && !is_drop(spec, node) && !is_inline(spec, node) && !spec.is_source(node)
}

/// Whether a node calls a task or a pipeline, or holds nodes that do.
const fn is_call(spec: &Spec, node: usize) -> bool {
    is_work(spec, node) && (matches!(spec.nodes[node].kind, NodeKind::Task) || spec.end(node) > node + 1)
}

/// Sets of predecessors in the numbers of a region.
const fn renumbered<const N: usize, const NW: usize>(
    spec: &Spec,
    preds: &[[u64; NW]; N],
    number: &[usize; N],
) -> [[u64; NW]; N] {
    let mut renumbered = [[0; NW]; N];
    let mut node = 0;
    while node < N {
        if number[node] != usize::MAX && spec.enabled[node] {
            let mut w = 0;
            while w < NW {
                let mut word = preds[node][w];
                while word != 0 {
                    insert(&mut renumbered[number[node]], number[w * 64 + pop_lowest(&mut word)]);
                }
                w += 1;
            }
        }
        node += 1;
    }
    renumbered
}

impl LoopPlan {
    /// The plan that `table` holds, and that of its groups.
    pub const fn new<const N: usize, const E: usize, const C: usize>(
        table: &'static LoopTable<N, E, C>,
        groups: Option<&'static LoopPlan>,
    ) -> LoopPlan {
        LoopPlan {
            drops: table.drops.split_at(table.drops_len).0,
            enabled: table.enabled.split_at(table.len).0,
            silent: table.silent.split_at(table.len).0,
            serial: table.serial,
            groups: match groups {
                Some(groups) if !groups.serial => Some(groups),
                _ => None,
            },
            ..LoopPlan::with_edges(table.name, table.len, &table.edges, &table.carried)
        }
    }

    /// The edges of a plan with `len` nodes, of which nothing else is said.
    pub(super) const fn with_edges<const N: usize, const E: usize, const C: usize>(
        name: &'static str,
        len: usize,
        edges: &'static Edges<N, E>,
        carried: &'static Edges<N, C>,
    ) -> LoopPlan {
        LoopPlan {
            name,
            indegree: edges.indegree.split_at(len).0,
            carried_indegree: carried.indegree.split_at(len).0,
            first: edges.first.split_at(len).0,
            count: edges.count.split_at(len).0,
            to: &edges.to,
            carried_first: carried.first.split_at(len).0,
            carried_count: carried.count.split_at(len).0,
            carried_to: &carried.to,
            drops: &[],
            enabled: &[],
            silent: &[],
            serial: false,
            parts: &[],
            groups: None,
        }
    }
}

/// A drop node, whether or not the graph has it.
#[derive(Clone, Copy, Debug)]
pub struct DropPoint {
    /// The node.
    pub node: u32,
    /// The node that defines its place; 0 for what the pipeline is given.
    pub definer: u32,
}

/// Writes the result of the analysis of one region down for the executor.
pub const fn table<const N: usize, const P: usize, const NW: usize, const PW: usize, const E: usize>(
    spec: &Spec,
    analysis: &Analysis<N, P, NW, PW>,
    region: RegionId,
) -> Table<N, E> {
    let pooled = pooled(spec, analysis, region);
    let mut table = Table {
        name: spec.name,
        edges: Edges::of(&analysis.reduced, &analysis.span, &pooled),
        flags: [0; N],
        order: [0; N],
        order_len: 0,
        late: [0; N],
        late_len: 0,
        drops: [DropPoint { node: 0, definer: 0 }; N],
        drops_len: 0,
        chain: false,
        plain: is_plain(spec),
        times: [const { AtomicU32::new(0) }; N],
        critical: [const { AtomicU64::new(0) }; N],
    };
    table.fill_flags(spec);
    table.fill_order(spec, analysis, &pooled);
    table.fill_drops::<P>(spec, &pooled, region);
    table.chain = is_chain(spec, analysis, &pooled);
    table
}

/// The nodes that run before the tail.
const fn pooled<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &Spec,
    analysis: &Analysis<N, P, NW, PW>,
    region: RegionId,
) -> [bool; N] {
    let mut pooled = [false; N];
    let mut tail = usize::MAX;
    let mut node = 0;
    while node < N {
        let here = spec.nodes[node].region == region;
        let is_tail = here && matches!(spec.nodes[node].kind, NodeKind::Tail);
        if is_tail {
            tail = node;
        }
        if here && !is_tail && spec.enabled[node] {
            pooled[node] = tail == usize::MAX || !has(&analysis.ancestors[node], tail);
        }
        node += 1;
    }
    pooled
}

/// Whether plain Rust does what the graph does: it drops nothing early, and no region inside is to overlap.
const fn is_plain(spec: &Spec) -> bool {
    let mut node = 0;
    while node < spec.nodes.len() {
        if spec.enabled[node] && is_drop(spec, node) {
            return false;
        }
        node += 1;
    }
    spec.regions.len() == 1
}

/// Whether no two calls or pieces of glue may overlap. Drops and inline calls are not worth a thread.
const fn is_chain<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &Spec,
    analysis: &Analysis<N, P, NW, PW>,
    pooled: &[bool; N],
) -> bool {
    let mut last = usize::MAX;
    let mut node = 0;
    while node < N {
        if pooled[node] && !is_drop(spec, node) && !is_inline(spec, node) {
            if last != usize::MAX && !analysis.ordered(last, node) {
                return false;
            }
            last = node;
        }
        node += 1;
    }
    true
}

const fn is_drop(spec: &Spec, node: usize) -> bool {
    matches!(spec.nodes[node].kind, NodeKind::Drop)
}

const fn is_inline(spec: &Spec, node: usize) -> bool {
    matches!(spec.task(&spec.nodes[node]), Some(task) if task.inline)
}

impl<const N: usize, const E: usize> Table<N, E> {
    const fn fill_flags(&mut self, spec: &Spec) {
        let mut node = 0;
        while node < N {
            if spec.nodes[node].task != 0 && is_inline(spec, node) {
                self.flags[node] |= INLINE;
            }
            node += 1;
        }
    }

    /// Program order, with each drop behind the last node it waits for.
    const fn fill_order<const P: usize, const NW: usize, const PW: usize>(
        &mut self,
        spec: &Spec,
        analysis: &Analysis<N, P, NW, PW>,
        pooled: &[bool; N],
    ) {
        // Lists of drops by the node that releases them; the last list is of those that wait for nothing.
        let mut release = [usize::MAX; N];
        let mut first = [usize::MAX; N];
        let mut next = [usize::MAX; N];
        let mut free = usize::MAX;
        let mut node = N;
        let mut drop = 0;
        while drop < N {
            if pooled[drop] && is_drop(spec, drop) {
                release[drop] = latest_release(&analysis.reduced[drop], analysis.span[drop], spec, &release);
            }
            drop += 1;
        }
        // From the back, so that each list is in program order.
        while node > 0 {
            node -= 1;
            if pooled[node] && is_drop(spec, node) {
                let list = if release[node] == usize::MAX { &mut free } else { &mut first[release[node]] };
                next[node] = *list;
                *list = node;
            }
        }
        self.push_list(free, &next);
        let mut node = 0;
        while node < N {
            if pooled[node] && !is_drop(spec, node) {
                self.order[self.order_len] = node as u32;
                self.order_len += 1;
                if first[node] != usize::MAX {
                    self.push_list(first[node], &next);
                }
            }
            node += 1;
        }
    }

    const fn push_list(&mut self, first: usize, next: &[usize; N]) {
        let mut node = first;
        while node != usize::MAX {
            self.push(node);
            node = next[node];
        }
    }

    const fn push(&mut self, node: usize) {
        self.order[self.order_len] = node as u32;
        self.order_len += 1;
    }

    const fn fill_drops<const P: usize>(&mut self, spec: &Spec, pooled: &[bool; N], region: RegionId) {
        let definers = definers::<N, P>(spec);
        let mut node = 0;
        while node < N {
            if is_drop(spec, node) && spec.nodes[node].region == region {
                let definer = earliest_definer(spec, node, &definers);
                self.drops[self.drops_len] = DropPoint { node: node as u32, definer };
                self.drops_len += 1;
                if spec.enabled[node] && !pooled[node] {
                    self.late[self.late_len] = node as u32;
                    self.late_len += 1;
                }
            }
            node += 1;
        }
    }
}

/// The last node before a drop that is no drop, or `usize::MAX`.
const fn latest_release<const NW: usize>(preds: &[u64; NW], span: (u16, u16), spec: &Spec, release: &[usize]) -> usize {
    let mut latest = usize::MAX;
    let mut w = span.0 as usize;
    while w < span.1 as usize {
        let mut word = preds[w];
        while word != 0 {
            let pred = w * 64 + pop_lowest(&mut word);
            let at = if is_drop(spec, pred) { release[pred] } else { pred };
            if latest == usize::MAX || at != usize::MAX && at > latest {
                latest = at;
            }
        }
        w += 1;
    }
    latest
}

const fn definers<const N: usize, const P: usize>(spec: &Spec) -> [u32; P] {
    let mut definers = [0; P];
    let mut node = 0;
    while node < N {
        let defines = spec.nodes[node].defines;
        let mut i = defines.start as usize;
        while i < defines.end as usize {
            definers[spec.defines[i] as usize] = node as u32;
            i += 1;
        }
        node += 1;
    }
    // Parts come into being with what they are part of.
    let mut place = 0;
    while place < P {
        if let Some(parent) = spec.places[place].parent()
            && definers[place] == 0
        {
            definers[place] = definers[parent as usize];
        }
        place += 1;
    }
    definers
}

/// A drop of several places is due when the first of them is.
const fn earliest_definer(spec: &Spec, drop: usize, definers: &[u32]) -> u32 {
    let uses = spec.nodes[drop].uses;
    if uses.is_empty() {
        return 0;
    }
    let mut earliest = definers[spec.uses[uses.start as usize].place as usize];
    let mut i = uses.start as usize + 1;
    while i < uses.end as usize {
        let definer = definers[spec.uses[i].place as usize];
        if definer < earliest {
            earliest = definer;
        }
        i += 1;
    }
    earliest
}

/// A table without its sizes, and what runs of it have learned.
#[derive(Debug)]
pub struct Plan {
    /// The pipeline's name.
    pub(crate) name: &'static str,
    /// How many nodes each node waits for.
    pub(crate) indegree: &'static [u32],
    first: &'static [u32],
    count: &'static [u32],
    to: &'static [u32],
    flags: &'static [u8],
    /// The nodes that run before the tail, each behind those it waits for; drops as early as can be.
    pub(crate) order: &'static [u32],
    /// The drops that wait for the tail.
    pub(crate) late: &'static [u32],
    /// All drops.
    pub(crate) drops: &'static [DropPoint],
    /// No two nodes that are worth a thread may overlap.
    pub(crate) chain: bool,
    /// Plain Rust does the same: nothing is dropped early, and no region inside may overlap.
    pub(crate) plain: bool,
    pub(crate) cost: Cost,
    pub(crate) critical: Critical,
}

impl Plan {
    /// The plan that `table` holds.
    pub const fn new<const N: usize, const E: usize>(table: &'static Table<N, E>) -> Plan {
        Plan {
            name: table.name,
            indegree: &table.edges.indegree,
            first: &table.edges.first,
            count: &table.edges.count,
            to: &table.edges.to,
            flags: &table.flags,
            order: table.order.split_at(table.order_len).0,
            late: table.late.split_at(table.late_len).0,
            drops: table.drops.split_at(table.drops_len).0,
            chain: table.chain,
            plain: table.plain,
            cost: Cost::new(),
            critical: Critical::new(&table.times, table.critical.split_at(N.div_ceil(64)).0),
        }
    }

    /// Number of nodes, the tail and disabled ones included.
    pub(crate) const fn len(&self) -> usize {
        self.indegree.len()
    }

    /// The nodes that wait for `node`.
    pub(crate) fn successors(&self, node: u32) -> &'static [u32] {
        let first = self.first[node as usize] as usize;
        &self.to[first..first + self.count[node as usize] as usize]
    }

    /// Whether a node runs as soon as ready, by whoever made it ready.
    pub(crate) fn is_inline(&self, node: u32) -> bool {
        self.flags[node as usize] & INLINE != 0
    }
}
