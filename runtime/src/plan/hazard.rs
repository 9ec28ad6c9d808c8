//! Stage 2: from accesses to edges.
//!
//! Takes what each node reads and writes, in program order, and makes a node wait for every earlier one whose access
//! to the same place, to a part of it or to what it is part of, does not commute with its own. Adds the order of
//! effects and exits. Keeps every hazard; `reduce` drops those that others imply.

use super::Analysis;
use super::access::Accesses;
use super::bits::{has, insert, members, pop_lowest};
use crate::spec::{Exit, Mode, NodeKind, NodeSpec, PlaceId, PlaceSpec, RegionKind, Spec};

/// Why a node waits for an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum HazardKind {
    /// It uses the value that the earlier node made.
    Flow,
    /// It changes or takes a value that the earlier node reads.
    Anti,
    /// It changes or takes a value that the earlier node changes.
    Output,
    /// Both have effects that can be seen: these keep their order.
    Effect,
    /// The earlier node may end the pipeline, and this one could be seen to have run.
    Exit,
}

/// A hazard: earlier node, later node, kind, and the place on which they meet.
pub type Hazard = (usize, usize, HazardKind, Option<PlaceId>);

const NONE: u32 = u32::MAX;

/// The nodes for which each node waits.
pub(super) struct Preds<const N: usize, const NW: usize> {
    /// Earlier ones of its region.
    pub same: [[u64; NW]; N],
    /// Those of the iteration before.
    pub carried: [[u64; NW]; N],
}

impl<const N: usize, const NW: usize> Preds<N, NW> {
    pub const fn of<const P: usize, const PW: usize>(spec: &Spec, accesses: &Accesses<N, P, PW>) -> Self {
        let mut preds = Preds { same: [[0; NW]; N], carried: [[0; NW]; N] };
        let mut region = 0;
        while region < spec.regions.len() {
            preds.region(spec, accesses, region);
            region += 1;
        }
        preds
    }

    const fn region<const P: usize, const PW: usize>(
        &mut self,
        spec: &Spec,
        accesses: &Accesses<N, P, PW>,
        region: usize,
    ) {
        let mut history = History::<N, P, NW>::new(spec);
        let mut sequence = Sequence::<NW>::new(matches!(spec.regions[region].kind, RegionKind::For));
        let mut node = 0;
        while node < N {
            if spec.enabled[node] && spec.nodes[node].region as usize == region {
                if accesses.plain[node] && !history.tree.nested {
                    history.plainly(spec, &accesses.writes[node], node, &mut self.same[node]);
                } else {
                    let (reads, writes) = accesses.words[node];
                    history.wait(&accesses.reads[node], reads, false, &mut self.same[node]);
                    history.wait(&accesses.writes[node], writes, true, &mut self.same[node]);
                    history.record(&accesses.reads[node], &accesses.writes[node], accesses.words[node], node);
                }
                sequence.wait(spec, node, accesses.visible[node], &mut self.same[node]);
            }
            node += 1;
        }
        if matches!(spec.regions[region].kind, RegionKind::For) {
            self.follow_source(spec, region);
            history.forget_inside(spec, spec.regions[region].owner as usize);
            self.carry(spec, accesses, region, &mut history, &sequence);
        }
    }

    /// An iteration begins with its source: no node of it comes earlier.
    const fn follow_source(&mut self, spec: &Spec, region: usize) {
        let mut source = NONE;
        let mut node = 0;
        while node < N {
            if spec.enabled[node] && spec.nodes[node].region as usize == region {
                let mut waits = 0;
                let mut w = 0;
                while w < NW {
                    waits |= self.same[node][w];
                    w += 1;
                }
                if source == NONE {
                    source = node as u32;
                } else if waits == 0 {
                    insert(&mut self.same[node], source as usize);
                }
            }
            node += 1;
        }
    }

    /// An iteration waits for what the one before has done to values from outside.
    const fn carry<const P: usize, const PW: usize>(
        &mut self,
        spec: &Spec,
        accesses: &Accesses<N, P, PW>,
        region: usize,
        before: &mut History<N, P, NW>,
        sequence: &Sequence<NW>,
    ) {
        let mut exits = sequence.exits;
        let mut chained = sequence.chained;
        let mut node = 0;
        while node < N {
            if spec.enabled[node] && spec.nodes[node].region as usize == region {
                let (reads, writes) = accesses.words[node];
                before.wait(&accesses.reads[node], reads, false, &mut self.carried[node]);
                before.wait(&accesses.writes[node], writes, true, &mut self.carried[node]);
                // Who comes later in this iteration waits for this node.
                before.reset_all(&accesses.writes[node]);
                let drop = matches!(spec.nodes[node].kind, NodeKind::Drop);
                let in_chain = spec.has_effect(node) && !drop;
                if in_chain && chained != NONE {
                    insert(&mut self.carried[node], chained as usize);
                    chained = NONE;
                }
                // It waits for the exits before it in this iteration; its last run has waited for the same then.
                let exit = !matches!(spec.nodes[node].exit, Exit::Never);
                if exit {
                    exits[node / 64] &= !(1 << (node % 64));
                }
                if !drop && (in_chain || accesses.visible[node]) {
                    // A scope that has ended has dropped what lives to its end.
                    if sequence.kept != NONE {
                        insert(&mut self.carried[node], sequence.kept as usize);
                    }
                    union(&mut self.carried[node], &exits);
                    if exit {
                        insert(&mut self.carried[node], node);
                    }
                }
            }
            node += 1;
        }
    }
}

/// Who touched each place last.
struct History<const N: usize, const P: usize, const NW: usize> {
    tree: Tree<P>,
    writer: [u32; P],
    /// Those that read it since, and which words of that set have members (bit `w % 64` for word `w`).
    readers: [[u64; NW]; P],
    reader_words: [u64; P],
}

impl<const N: usize, const P: usize, const NW: usize> History<N, P, NW> {
    const fn new(spec: &Spec) -> Self {
        History { tree: Tree::new(spec.places), writer: [NONE; P], readers: [[0; NW]; P], reader_words: [0; P] }
    }

    /// Waits for the writers of what overlaps with `places`, and for the readers if they are written.
    const fn wait(&self, places: &[u64], words: u64, write: bool, preds: &mut [u64; NW]) {
        let mut words = words;
        while words != 0 {
            let mut w = pop_lowest(&mut words);
            while w < places.len() {
                self.wait_word(w, places[w], write, preds);
                w += 64;
            }
        }
    }

    const fn wait_word(&self, w: usize, places: u64, write: bool, preds: &mut [u64; NW]) {
        let mut word = places;
        while word != 0 {
            let place = w * 64 + pop_lowest(&mut word);
            if self.tree.alone[place] {
                self.wait_at(place, write, preds);
            } else {
                let mut above = self.tree.parent[place];
                while above != Tree::<P>::NONE {
                    self.wait_for(above as usize, write, preds);
                    above = self.tree.parent[above as usize];
                }
                let mut at = place as u16;
                while at != Tree::<P>::NONE {
                    self.wait_for(at as usize, write, preds);
                    at = self.tree.next_below(place as u16, at);
                }
            }
        }
    }

    const fn wait_for(&self, place: usize, write: bool, preds: &mut [u64; NW]) {
        if self.writer[place] != NONE {
            preds[self.writer[place] as usize / 64] |= 1 << (self.writer[place] % 64);
        }
        if write {
            let mut words = self.reader_words[place];
            while words != 0 {
                let mut w = pop_lowest(&mut words);
                while w < NW {
                    preds[w] |= self.readers[place][w];
                    w += 64;
                }
            }
        }
    }

    /// [`wait`](Self::wait) and [`record`](Self::record) for a node that touches what its uses and definitions say, where no
    /// place has parts.
    const fn plainly<const PW: usize>(&mut self, spec: &Spec, writes: &[u64; PW], node: usize, preds: &mut [u64; NW]) {
        let one = &spec.nodes[node];
        let mut i = one.uses.start as usize;
        while i < one.uses.end as usize {
            let place = spec.uses[i].place as usize;
            self.wait_at(place, writes[place / 64] >> (place % 64) & 1 == 1, preds);
            i += 1;
        }
        let mut i = one.defines.start as usize;
        while i < one.defines.end as usize {
            self.wait_at(spec.defines[i] as usize, true, preds);
            i += 1;
        }
        let mut i = one.uses.start as usize;
        while i < one.uses.end as usize {
            let place = spec.uses[i].place as usize;
            if writes[place / 64] >> (place % 64) & 1 == 1 {
                self.write(place, node);
            } else {
                self.readers[place][node / 64] |= 1 << (node % 64);
                self.reader_words[place] |= 1 << (node / 64 % 64);
            }
            i += 1;
        }
        let mut i = one.defines.start as usize;
        while i < one.defines.end as usize {
            self.write(spec.defines[i] as usize, node);
            i += 1;
        }
    }

    /// Waits for who touched a place that has no parts.
    const fn wait_at(&self, place: usize, write: bool, preds: &mut [u64; NW]) {
        let writer = self.writer[place] as usize;
        if writer != NONE as usize {
            preds[writer / 64] |= 1 << (writer % 64);
        }
        if write && self.reader_words[place] != 0 {
            self.wait_for(place, write, preds);
        }
    }

    const fn write(&mut self, place: usize, node: usize) {
        if !self.tree.alone[place] || self.reader_words[place] != 0 {
            self.reset(place);
        }
        self.writer[place] = node as u32;
    }

    const fn reset_all(&mut self, places: &[u64]) {
        let mut w = 0;
        while w < places.len() {
            let mut word = places[w];
            while word != 0 {
                self.reset(w * 64 + pop_lowest(&mut word));
            }
            w += 1;
        }
    }

    /// Forgets who touched the values of the regions of `node`: the next iteration has others.
    const fn forget_inside(&mut self, spec: &Spec, node: usize) {
        let mut place = 0;
        while place < P {
            if spec.is_inside(spec.places[place].region, node) {
                self.reset(place);
            }
            place += 1;
        }
    }

    const fn record(&mut self, reads: &[u64], writes: &[u64], words: (u64, u64), node: usize) {
        let mut read = words.0;
        while read != 0 {
            let mut w = pop_lowest(&mut read);
            while w < reads.len() {
                let mut word = reads[w];
                while word != 0 {
                    let place = w * 64 + pop_lowest(&mut word);
                    self.readers[place][node / 64] |= 1 << (node % 64);
                    self.reader_words[place] |= 1 << (node / 64 % 64);
                }
                w += 64;
            }
        }
        let mut written = words.1;
        while written != 0 {
            let mut w = pop_lowest(&mut written);
            while w < writes.len() {
                let mut word = writes[w];
                while word != 0 {
                    let place = w * 64 + pop_lowest(&mut word);
                    self.write(place, node);
                }
                w += 64;
            }
        }
    }

    /// Forgets who touched the place and its parts: whoever comes later waits for the new writer.
    const fn reset(&mut self, place: usize) {
        let mut at = place as u16;
        while at != Tree::<P>::NONE {
            self.writer[at as usize] = NONE;
            if self.reader_words[at as usize] != 0 {
                self.readers[at as usize] = [0; NW];
                self.reader_words[at as usize] = 0;
            }
            at = self.tree.next_below(place as u16, at);
        }
    }
}

/// The fields of each place, as lists.
pub(super) struct Tree<const P: usize> {
    pub parent: [u16; P],
    /// Neither a part nor made of parts: overlaps with itself only.
    pub alone: [bool; P],
    /// Some place is a part.
    pub nested: bool,
    first_child: [u16; P],
    next_sibling: [u16; P],
}

impl<const P: usize> Tree<P> {
    pub const NONE: u16 = u16::MAX;

    pub const fn new(places: &[PlaceSpec]) -> Self {
        let mut tree = Tree {
            parent: [Self::NONE; P],
            alone: [true; P],
            nested: false,
            first_child: [Self::NONE; P],
            next_sibling: [Self::NONE; P],
        };
        let mut place = 0;
        while place < P {
            let parent = places[place].parent;
            if parent != PlaceSpec::NO_PARENT {
                assert!((parent as usize) < place, "a place stands before its parent");
                tree.parent[place] = parent;
                tree.nested = true;
                (tree.alone[place], tree.alone[parent as usize]) = (false, false);
                tree.next_sibling[place] = tree.first_child[parent as usize];
                tree.first_child[parent as usize] = place as u16;
            }
            place += 1;
        }
        tree
    }

    /// The place after `at` among those below `top`, in depth-first order, or `NONE`.
    pub const fn next_below(&self, top: u16, at: u16) -> u16 {
        if self.first_child[at as usize] != Self::NONE {
            return self.first_child[at as usize];
        }
        let mut at = at;
        while at != top {
            if self.next_sibling[at as usize] != Self::NONE {
                return self.next_sibling[at as usize];
            }
            at = self.parent[at as usize];
        }
        Self::NONE
    }
}

/// The order that does not come from places.
struct Sequence<const NW: usize> {
    /// The last node with an effect of its own.
    chained: u32,
    guard: u32,
    exits: [u64; NW],
    /// Those that no chained node has waited for yet.
    recent_exits: [u64; NW],
    /// All enabled nodes but drops.
    nodes: [u64; NW],
    /// The last drop of a kept place.
    kept: u32,
    /// Exits wait for each other: one that skips the rest of its iteration decides whether later ones count.
    exits_in_order: bool,
}

impl<const NW: usize> Sequence<NW> {
    const fn new(exits_in_order: bool) -> Self {
        Sequence {
            chained: NONE,
            guard: NONE,
            exits: [0; NW],
            recent_exits: [0; NW],
            nodes: [0; NW],
            kept: NONE,
            exits_in_order,
        }
    }

    const fn wait(&mut self, spec: &Spec, index: usize, visible: bool, preds: &mut [u64; NW]) {
        let node = &spec.nodes[index];
        if matches!(node.kind, NodeKind::Drop) {
            if drops_kept_place(spec, node) {
                union(preds, &self.nodes);
                // At the end of a scope values go one after the other.
                if self.kept != NONE {
                    insert(preds, self.kept as usize);
                }
                self.kept = index as u32;
            }
            return;
        }
        if self.guard != NONE {
            insert(preds, self.guard as usize);
        }
        if spec.has_effect(index) {
            if self.chained != NONE {
                insert(preds, self.chained as usize);
            }
            union(preds, &self.recent_exits);
            self.recent_exits = [0; NW];
            self.chained = index as u32;
        } else if visible || self.exits_in_order && !matches!(node.exit, Exit::Never) {
            union(preds, &self.exits);
        }
        self.record(node, index);
    }

    const fn record(&mut self, node: &NodeSpec, index: usize) {
        insert(&mut self.nodes, index);
        if !matches!(node.exit, Exit::Never) {
            insert(&mut self.exits, index);
            insert(&mut self.recent_exits, index);
        }
        if matches!(node.exit, Exit::Guard) {
            self.guard = index as u32;
        }
    }
}

const fn union(set: &mut [u64], other: &[u64]) {
    let mut w = 0;
    while w < set.len() {
        set[w] |= other[w];
        w += 1;
    }
}

const fn drops_kept_place(spec: &Spec, node: &NodeSpec) -> bool {
    let mut i = node.uses.start as usize;
    while i < node.uses.end as usize {
        if spec.places[spec.uses[i].place as usize].keep {
            return true;
        }
        i += 1;
    }
    false
}

impl<const N: usize, const P: usize, const NW: usize, const PW: usize> Analysis<N, P, NW, PW> {
    /// Every hazard in one run of a region with its reason, for pictures: one entry per pair of nodes, kind and place,
    /// sorted.
    ///
    /// Where the two nodes meet on a place and a part of it, the part is named. The drop of a kept place has a
    /// hazard of kind `Exit` with every node.
    pub fn hazards(&self, spec: &Spec) -> Vec<Hazard> {
        self.reasons(spec, &self.preds, Between::Same)
    }

    /// The same from one iteration of a `for` to the next.
    pub fn carried_hazards(&self, spec: &Spec) -> Vec<Hazard> {
        self.reasons(spec, &self.carried_preds, Between::Carried)
    }

    fn reasons(&self, spec: &Spec, preds: &[[u64; NW]; N], between: Between) -> Vec<Hazard> {
        let mut hazards = Vec::new();
        let tree = Tree::<P>::new(spec.places);
        for later in (0..N).filter(|&node| spec.enabled[node]) {
            for earlier in members(&preds[later]) {
                let before = hazards.len();
                let middle = between.nodes(spec, earlier, later);
                self.data_hazards(spec, &tree, (earlier, later), (between, &middle), &mut hazards);
                let has_reason = hazards.len() > before;
                if let Some(kind) = self.order_hazard(spec, (earlier, later), (between, &middle), has_reason) {
                    hazards.push((earlier, later, kind, None));
                }
            }
        }
        hazards.sort_unstable();
        hazards.dedup();
        hazards
    }

    /// The places on which two nodes meet with nobody in between.
    fn data_hazards(
        &self,
        spec: &Spec,
        tree: &Tree<P>,
        (earlier, later): (usize, usize),
        (between, middle): (Between, &[usize]),
        hazards: &mut Vec<Hazard>,
    ) {
        let lasts = |place: &usize| between == Between::Same || outlives_iteration(spec, later, *place);
        for place in (0..P).filter(|&place| self.touches(later, place)).filter(lasts) {
            for met in (0..P).filter(|&met| self.touches(earlier, met) && overlap(tree, met, place)) {
                let written = (has(&self.writes[earlier], met), has(&self.writes[later], place));
                if (written.0 || written.1) && !self.written_by(tree, middle, met) {
                    let kind = match written {
                        (true, false) => HazardKind::Flow,
                        (true, true) if defines(spec, earlier, met) => HazardKind::Flow,
                        (true, true) => HazardKind::Output,
                        (false, _) => HazardKind::Anti,
                    };
                    hazards.push((earlier, later, kind, Some(met.max(place) as PlaceId)));
                }
            }
        }
    }

    fn touches(&self, node: usize, place: usize) -> bool {
        has(&self.reads[node], place) || has(&self.writes[node], place)
    }

    /// Whether a node in the middle writes `place` or what it is part of, so that the later one waits for that one.
    fn written_by(&self, tree: &Tree<P>, middle: &[usize], place: usize) -> bool {
        middle.iter().any(|&node| (0..=place).any(|top| has(&self.writes[node], top) && below(tree, place, top)))
    }

    fn order_hazard(
        &self,
        spec: &Spec,
        (earlier, later): (usize, usize),
        (between, middle): (Between, &[usize]),
        has_reason: bool,
    ) -> Option<HazardKind> {
        let (first, second) = (&spec.nodes[earlier], &spec.nodes[later]);
        if second.kind == NodeKind::Drop {
            return (!has_reason).then_some(HazardKind::Exit);
        }
        let chained_between = || middle.iter().any(|&node| spec.has_effect(node));
        if spec.has_effect(earlier) && spec.has_effect(later) && !chained_between() {
            return Some(HazardKind::Effect);
        }
        let seen = spec.has_effect(later) || self.visible[later];
        let awaited = match (first.exit, between) {
            (Exit::Never, _) => false,
            // Of the exits before it, a node has waited for those of its own iteration.
            (Exit::May | Exit::Guard, Between::Carried) => seen && earlier >= later,
            (Exit::Guard, Between::Same) => true,
            (Exit::May, Between::Same) if spec.has_effect(later) => !chained_between(),
            (Exit::May, Between::Same) => seen,
        };
        (awaited || !has_reason).then_some(HazardKind::Exit)
    }
}

/// Whether two nodes meet in one run of their region or in two iterations, one after the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Same,
    Carried,
}

impl Between {
    /// The enabled nodes that run after `earlier` and before `later` in program order.
    fn nodes(self, spec: &Spec, earlier: usize, later: usize) -> Vec<usize> {
        let region = spec.nodes[later].region;
        let peers = (0..spec.nodes.len()).filter(|&node| {
            let one = &spec.nodes[node];
            spec.enabled[node] && one.region == region && one.kind != NodeKind::Drop
        });
        peers
            .filter(|&node| match self {
                Between::Same => earlier < node && node < later,
                Between::Carried => earlier < node || node < later,
            })
            .collect()
    }
}

/// Whether a value is there before and after an iteration of the `for` in which `node` is.
fn outlives_iteration(spec: &Spec, node: usize, place: usize) -> bool {
    let owner = spec.regions[spec.nodes[node].region as usize].owner as usize;
    !spec.is_inside(spec.places[place].region, owner)
}

fn overlap<const P: usize>(tree: &Tree<P>, one: usize, other: usize) -> bool {
    below(tree, one, other) || below(tree, other, one)
}

/// Whether `place` is `top` or a part of it.
fn below<const P: usize>(tree: &Tree<P>, place: usize, top: usize) -> bool {
    place == top || place > top && tree.parent[place] != Tree::<P>::NONE && below(tree, tree.parent[place].into(), top)
}

fn defines(spec: &Spec, node: usize, place: usize) -> bool {
    let node = &spec.nodes[node];
    spec.defines(node).iter().any(|&defined| usize::from(defined) == place)
        || spec.uses(node).iter().any(|mention| mention.mode == Mode::Assign && usize::from(mention.place) == place)
}
