//! Stage 3: the edges that execution needs, and the places that two nodes may look at together.
//!
//! Transitive reduction: nodes are in topological order already, so the predecessors of a node, latest first, are
//! needed exactly when no predecessor kept so far waits for them (Aho, Garey, Ullman 1972).

use super::access::Accesses;
use super::bits::{has, highest, insert, pop_lowest};
use super::hazard::{Preds, Tree};
use crate::spec::{NodeKind, RegionKind, Spec};

pub(super) struct Order<const N: usize, const NW: usize> {
    /// Everything in its region that a node waits for, directly or not.
    pub ancestors: [[u64; NW]; N],
    /// The least edges with the same ancestors.
    pub reduced: [[u64; NW]; N],
    /// Between which words (the last not counted) each set of `reduced` has its members.
    pub span: [(u16, u16); N],
    pub edges: usize,
    /// Everything in the iteration before that a node waits for, directly or not.
    pub carried_ancestors: [[u64; NW]; N],
    /// The least edges with the same ancestors.
    pub carried: [[u64; NW]; N],
    pub carried_edges: usize,
}

impl<const N: usize, const NW: usize> Order<N, NW> {
    pub const fn of(spec: &Spec, preds: &Preds<N, NW>) -> Self {
        let mut order = Order {
            ancestors: [[0; NW]; N],
            reduced: [[0; NW]; N],
            span: [(0, 0); N],
            edges: 0,
            carried_ancestors: [[0; NW]; N],
            carried: [[0; NW]; N],
            carried_edges: 0,
        };
        let mut node = 0;
        while node < N {
            if spec.enabled[node] {
                order.add(node, &preds.same[node]);
            }
            node += 1;
        }
        // Only a `for` carries something from one iteration to the next.
        let mut node = if spec.regions.len() > 1 { 0 } else { N };
        while node < N {
            order.carry(node, &preds.carried[node]);
            // The executor counts iterations by their sources, so it wants to see that these follow each other.
            if spec.is_source(node) && !has(&order.carried[node], node) {
                insert(&mut order.carried[node], node);
                order.carried_edges += 1;
            }
            node += 1;
        }
        order
    }

    const fn carry(&mut self, node: usize, preds: &[u64; NW]) {
        let mut ancestors = [0; NW];
        let mut w = 0;
        while w <= node / 64 {
            let mut word = self.reduced[node][w];
            while word != 0 {
                let pred = w * 64 + pop_lowest(&mut word);
                let mut v = 0;
                while v < NW {
                    ancestors[v] |= self.carried_ancestors[pred][v];
                    v += 1;
                }
            }
            w += 1;
        }
        let mut w = NW;
        while w > 0 {
            w -= 1;
            while preds[w] & !ancestors[w] != 0 {
                let pred = w * 64 + highest(preds[w] & !ancestors[w]);
                insert(&mut self.carried[node], pred);
                insert(&mut ancestors, pred);
                self.carried_edges += 1;
                let mut v = 0;
                while v < NW {
                    ancestors[v] |= self.ancestors[pred][v];
                    v += 1;
                }
            }
        }
        self.carried_ancestors[node] = ancestors;
    }

    const fn add(&mut self, node: usize, preds: &[u64; NW]) {
        let mut ancestors = [0; NW];
        let mut span = (0, 0);
        let mut w = node / 64 + 1;
        while w > 0 {
            w -= 1;
            if preds[w] == 0 {
                continue;
            }
            while preds[w] & !ancestors[w] != 0 {
                let pred = w * 64 + highest(preds[w] & !ancestors[w]);
                self.edges += 1;
                self.reduced[node][w] |= 1 << (pred % 64);
                if span.1 == 0 {
                    span.1 = w as u16 + 1;
                    ancestors = self.ancestors[pred];
                } else {
                    let behind = &self.ancestors[pred];
                    let mut v = 0;
                    while v <= w {
                        ancestors[v] |= behind[v];
                        v += 1;
                    }
                }
                span.0 = w as u16;
                ancestors[w] |= 1 << (pred % 64);
            }
        }
        self.span[node] = span;
        self.ancestors[node] = ancestors;
    }
}

/// The places that two unordered nodes read by reference, themselves or a part or owner of them.
///
/// Readers of a place that are pairwise ordered are ordered along the program, so neighbours tell. The tail runs after
/// everything else, and drops are no readers.
pub(super) const fn overlaps<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &Spec,
    accesses: &Accesses<N, P, PW>,
    ancestors: &[[u64; NW]; N],
) -> [u64; PW] {
    let tree = Tree::<P>::new(spec.places);
    let mut places = [0; PW];
    let mut region = 0;
    while region < spec.regions.len() {
        let mut found = Overlaps::<P, PW> { last: [u32::MAX; P], places };
        let repeats = matches!(spec.regions[region].kind, RegionKind::For);
        let mut written = [0; PW];
        let mut read = [0; PW];
        let mut node = 0;
        while node < N {
            let one = &spec.nodes[node];
            let is_reader = matches!(one.kind, NodeKind::Task | NodeKind::Glue);
            if spec.enabled[node] && one.region as usize == region && is_reader {
                if accesses.words[node].0 != 0 {
                    found.read(&tree, &accesses.by_reference[node], node, &ancestors[node]);
                }
                let mut w = 0;
                while repeats && w < PW {
                    written[w] |= accesses.writes[node][w];
                    read[w] |= accesses.by_reference[node][w];
                    w += 1;
                }
            }
            node += 1;
        }
        places = found.places;
        // Iterations look at what is outside at the same time, unless one of their nodes writes it.
        let mut place = 0;
        while repeats && place < P {
            let outside = !spec.is_inside(spec.places[place].region, spec.regions[region].owner as usize);
            if outside && has(&read, place) && !has(&written, place) {
                insert(&mut places, place);
            }
            place += 1;
        }
        region += 1;
    }
    places
}

struct Overlaps<const P: usize, const PW: usize> {
    /// The last reader by reference of each place, a part or owner of it.
    last: [u32; P],
    places: [u64; PW],
}

impl<const P: usize, const PW: usize> Overlaps<P, PW> {
    const fn read(&mut self, tree: &Tree<P>, places: &[u64; PW], node: usize, ancestors: &[u64]) {
        let mut w = 0;
        while w < PW {
            let mut word = places[w];
            while word != 0 {
                let place = w * 64 + pop_lowest(&mut word);
                if tree.alone[place] && self.last[place] == u32::MAX {
                    self.last[place] = node as u32;
                    continue;
                }
                if tree.alone[place] {
                    self.meet(place, node, ancestors);
                    continue;
                }
                let mut above = tree.parent[place];
                while above != Tree::<P>::NONE {
                    self.meet(above as usize, node, ancestors);
                    above = tree.parent[above as usize];
                }
                let mut at = place as u16;
                while at != Tree::<P>::NONE {
                    self.meet(at as usize, node, ancestors);
                    at = tree.next_below(place as u16, at);
                }
            }
            w += 1;
        }
    }

    const fn meet(&mut self, place: usize, node: usize, ancestors: &[u64]) {
        let last = self.last[place];
        if last != u32::MAX && last as usize != node && !has(ancestors, last as usize) {
            insert(&mut self.places, place);
        }
        self.last[place] = node as u32;
    }
}
