//! Stage 5, of loops: which nodes of the body run together when cheap iterations run in groups.
//!
//! A group runs part by part, each part for all its iterations. So what waits for something of the iteration before, over
//! whatever way, and is waited for by it, must be in one part: nodes on a cycle of the graph whose edges are those of an
//! iteration and those to the next (loop distribution: Kennedy and McKinley, "Loop distribution with arbitrary control flow",
//! 1990). The other nodes can be cut as one likes. Few parts are best, since what a part makes for the next goes through
//! memory. So parts are made by *level*: each cycle is a part, on an odd level, and nodes on no cycle that have the same
//! number of cycles before them are one part, on the even level behind.

use super::bits::pop_lowest;
use super::table::{Edges, LoopTable};
use crate::executor::LoopPlan;

/// Nodes that a body has at most, if its iterations are to run in groups.
pub const MAX_NODES: usize = 64;

/// The plan of the groups of a loop whose body has at most `N` nodes; at most `E` edges.
#[derive(Debug)]
pub struct GroupTable<const N: usize, const E: usize> {
    name: &'static str,
    len: usize,
    edges: Edges<N, E>,
    carried: Edges<N, E>,
    parts: [u64; N],
    drops: [u32; N],
    drops_len: usize,
    serial: bool,
}

/// Cuts a body into parts. `continues` is the set of nodes that may skip the rest of their iteration.
pub const fn group_table<const N: usize, const E: usize, const M: usize, const F: usize, const C: usize>(
    table: &LoopTable<M, F, C>,
    continues: u64,
) -> GroupTable<N, E> {
    assert!(table.len <= N && N <= MAX_NODES);
    let mut graph = Graph::<N>::of(table);
    graph.order_continues(table, continues);
    let reach = graph.reach();
    let level = graph.levels(table, &reach);
    let (parts, part_of, len) = parts(table, &reach, &level);
    let (needs, carried) = graph.between_parts(&part_of, len);
    let mut drops = [0; N];
    let mut i = 0;
    while i < table.drops_len {
        drops[i] = table.drops[i];
        i += 1;
    }
    let mut pooled = [false; N];
    let mut serial = true;
    // A part that is a cycle may overlap with another one of the groups beside it, which pays if one of them calls something.
    let (mut cycles, mut calls) = (0, false);
    let mut part = 0;
    while part < len {
        pooled[part] = true;
        // Without the source, which is node 0, and the drops, which are the last.
        let mut nodes = parts[part] & !1 & (u64::MAX >> (64 - (table.len - table.drops_len)));
        cycles += (nodes != 0) as usize;
        while nodes != 0 {
            let node = pop_lowest(&mut nodes);
            serial &= reach[node] & 1 << node != 0;
            calls |= table.calls[node];
        }
        part += 1;
    }
    serial &= !(calls && cycles > 1);
    GroupTable {
        name: table.name,
        len,
        edges: Edges::of(&needs, &[(0, 1); N], &pooled),
        carried: Edges::of(&carried, &[(0, 1); N], &pooled),
        parts,
        drops,
        drops_len: table.drops_len,
        serial,
    }
}

/// By node: those that wait for it.
struct Graph<const N: usize> {
    after: [u64; N],
    /// In the next iteration.
    carried: [u64; N],
}

impl<const N: usize> Graph<N> {
    const fn of<const M: usize, const F: usize, const C: usize>(table: &LoopTable<M, F, C>) -> Self {
        let mut graph = Graph { after: [0; N], carried: [0; N] };
        let mut node = 0;
        while node < table.len {
            let mut i = 0;
            while i < table.edges.count[node] {
                graph.after[node] |= 1 << table.edges.to[(table.edges.first[node] + i) as usize];
                i += 1;
            }
            let mut i = 0;
            while i < table.carried.count[node] {
                graph.carried[node] |= 1 << table.carried.to[(table.carried.first[node] + i) as usize];
                i += 1;
            }
            node += 1;
        }
        graph
    }

    /// Where an iteration may be cut short, everything before has finished and nothing behind has begun.
    const fn order_continues<const M: usize, const F: usize, const C: usize>(
        &mut self,
        table: &LoopTable<M, F, C>,
        mut continues: u64,
    ) {
        while continues != 0 {
            let node = pop_lowest(&mut continues);
            let mut other = 0;
            while other < table.len && table.enabled[node] {
                if table.enabled[other] && other < node {
                    self.after[other] |= 1 << node;
                } else if table.enabled[other] && other > node {
                    self.after[node] |= 1 << other;
                }
                other += 1;
            }
        }
    }

    /// By node: those that wait for it over whatever way (Warshall, "A theorem on Boolean matrices", 1962).
    const fn reach(&self) -> [u64; N] {
        let mut reach = [0; N];
        let mut node = 0;
        while node < N {
            reach[node] = self.after[node] | self.carried[node];
            node += 1;
        }
        let mut by = 0;
        while by < N {
            let mut node = 0;
            while node < N {
                if reach[node] & 1 << by != 0 {
                    reach[node] |= reach[by];
                }
                node += 1;
            }
            by += 1;
        }
        reach
    }

    /// By node: its level, the source's being 1.
    const fn levels<const M: usize, const F: usize, const C: usize>(
        &self,
        table: &LoopTable<M, F, C>,
        reach: &[u64; N],
    ) -> [u32; N] {
        let mut level = [0; N];
        let mut changed = true;
        while changed {
            changed = false;
            let mut node = 0;
            while node < table.len {
                let cyclic = reach[node] & 1 << node != 0;
                let mut least = if level[node] == 0 && table.enabled[node] { 2 - cyclic as u32 } else { level[node] };
                let mut from = 0;
                while from < table.len {
                    if (self.after[from] | self.carried[from]) & 1 << node != 0 {
                        let behind = level[from] + self.distance(from, node, reach);
                        if behind > least {
                            least = behind;
                        }
                    }
                    from += 1;
                }
                changed |= least != level[node];
                level[node] = least;
                node += 1;
            }
        }
        level
    }

    /// How many levels behind a node one that waits for it is at least.
    const fn distance(&self, from: usize, to: usize, reach: &[u64; N]) -> u32 {
        let (from_cyclic, to_cyclic) = (reach[from] & 1 << from != 0, reach[to] & 1 << to != 0);
        match (from_cyclic, to_cyclic) {
            (true, true) if reach[to] & 1 << from != 0 => 0,
            (true, true) => 2,
            (true, false) | (false, true) => 1,
            // In one part it would be a cycle of its own.
            (false, false) if self.carried[from] & 1 << to != 0 => 2,
            (false, false) => 0,
        }
    }

    /// By part: the parts that it waits for, in its group and in the one before.
    const fn between_parts(&self, part_of: &[usize; N], len: usize) -> ([[u64; 1]; N], [[u64; 1]; N]) {
        let (mut needs, mut carried) = ([[0]; N], [[0]; N]);
        let mut node = 0;
        while node < N {
            let part = part_of[node];
            // Both edges lead from a part to a later one in the same group, too.
            let mut word = self.after[node] | self.carried[node];
            while word != 0 {
                let to = part_of[pop_lowest(&mut word)];
                if to != part {
                    needs[to][0] |= 1 << part;
                }
            }
            let mut word = self.carried[node];
            while word != 0 {
                carried[part_of[pop_lowest(&mut word)]][0] |= 1 << part;
            }
            node += 1;
        }
        // Without edges that follow from others. Parts are numbered in the order of their levels.
        let mut ancestors = [0_u64; N];
        let mut part = 0;
        while part < len {
            let mut word = needs[part][0];
            while word != 0 {
                let before = pop_lowest(&mut word);
                ancestors[part] |= ancestors[before];
            }
            let direct = needs[part][0];
            needs[part][0] &= !ancestors[part];
            ancestors[part] |= direct;
            // A part that waits for its last run needs no other edge from it to what waits for it.
            let mut word = carried[part][0] & ancestors[part];
            while word != 0 {
                let before = pop_lowest(&mut word);
                if carried[before][0] & 1 << before != 0 {
                    carried[part][0] &= !(1 << before);
                }
            }
            part += 1;
        }
        (needs, carried)
    }
}

/// The parts, of each node its part, and the number of parts.
const fn parts<const N: usize, const M: usize, const F: usize, const C: usize>(
    table: &LoopTable<M, F, C>,
    reach: &[u64; N],
    level: &[u32; N],
) -> ([u64; N], [usize; N], usize) {
    let (mut parts, mut part_of) = ([0; N], [0; N]);
    let (mut len, mut at, mut left) = (0, 1, true);
    while left {
        left = false;
        // The part of the level's nodes on no cycle.
        let mut open = usize::MAX;
        let mut node = 0;
        while node < table.len {
            left |= level[node] > at;
            if table.enabled[node] && level[node] == at {
                let cycle = reach[node] & mask_of_cycle(reach, node);
                let part = if cycle == 0 {
                    if open == usize::MAX {
                        open = len;
                        len += 1;
                    }
                    open
                } else {
                    let first = cycle.trailing_zeros() as usize;
                    if first == node {
                        len += 1;
                        len - 1
                    } else {
                        part_of[first]
                    }
                };
                parts[part] |= 1 << node;
                part_of[node] = part;
            }
            node += 1;
        }
        at += 1;
    }
    (parts, part_of, len)
}

/// The nodes on a cycle with a node.
const fn mask_of_cycle<const N: usize>(reach: &[u64; N], node: usize) -> u64 {
    let mut mask = 0;
    let mut other = 0;
    while other < N {
        if reach[other] & 1 << node != 0 {
            mask |= 1 << other;
        }
        other += 1;
    }
    mask
}

impl LoopPlan {
    /// The plan that `table` holds.
    pub const fn of_groups<const N: usize, const E: usize>(table: &'static GroupTable<N, E>) -> LoopPlan {
        LoopPlan {
            drops: table.drops.split_at(table.drops_len).0,
            enabled: const { &[true; MAX_NODES] }.split_at(table.len).0,
            silent: const { &[false; MAX_NODES] }.split_at(table.len).0,
            serial: table.serial,
            parts: table.parts.split_at(table.len).0,
            ..LoopPlan::with_edges(table.name, table.len, &table.edges, &table.carried)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a body as lists of nodes, and whether no two groups would overlap.
    fn cut(
        nodes: u32,
        drops: u32,
        edges: &[(u32, u32)],
        carried: &[(u32, u32)],
        continues: u64,
    ) -> (Vec<Vec<usize>>, bool) {
        let table = LoopTable::of_edges(nodes, drops, edges, carried);
        let groups = group_table::<64, 4096, 64, 512, 512>(&table, continues);
        let list = |part: &u64| (0..64).filter(|node| part >> node & 1 == 1).collect();
        (groups.parts[..groups.len].iter().map(list).collect(), groups.serial)
    }

    #[test]
    fn what_no_other_iteration_waits_for_is_one_part() {
        // item → inc, dec → add → push
        let edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)];
        assert_eq!(cut(5, 0, &edges, &[(0, 0), (4, 4)], 0), (vec![vec![0], vec![1, 2, 3], vec![4]], false));
    }

    #[test]
    fn a_cycle_is_one_part() {
        // item → step → look → push, and the next step waits for the look.
        let edges = [(0, 1), (1, 2), (2, 3), (0, 4)];
        let carried = [(0, 0), (1, 1), (2, 1), (3, 3)];
        assert_eq!(cut(5, 0, &edges, &carried, 0), (vec![vec![0], vec![4], vec![1, 2], vec![3]], false));
        assert!(cut(3, 0, &[(0, 1), (1, 2)], &[(0, 0), (2, 1)], 0).1, "all wait for the iteration before");
    }

    #[test]
    fn what_the_next_iteration_waits_for_is_made_before() {
        // No cycle: `next` looks at what `make` of the iteration before has made.
        let (parts, serial) = cut(3, 0, &[(0, 1), (0, 2)], &[(0, 0), (1, 2)], 0);
        assert_eq!((parts, serial), (vec![vec![0], vec![1], vec![2]], false));
    }

    #[test]
    fn continue_orders_its_iteration() {
        // Without it 1 and 3 would be one part, before 2. The drop may not run while `continue` drops what is left.
        let edges = [(0, 1), (0, 2), (0, 3), (1, 4)];
        let carried = [(0, 0), (2, 2)];
        assert_eq!(cut(5, 1, &edges, &carried, 0).0, [vec![0], vec![1, 3, 4], vec![2]]);
        assert_eq!(cut(5, 1, &edges, &carried, 1 << 2).0, [vec![0], vec![1], vec![2], vec![3, 4]]);
    }
}
