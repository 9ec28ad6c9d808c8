//! Stage 1: what every node touches.
//!
//! Walks the nodes in program order and keeps, for every root place, what a value there may borrow from. A mention of
//! a value is a mention of all that it may borrow from, exclusive where the borrow was. Says nothing about order.
//!
//! `Loans` are direct; what is behind them is followed when a place is touched, since a target may gain loans later
//! (`stash(&reg, &raw)`).

use super::bits::{has, insert, pop_lowest};
use crate::spec::{Mode, NodeKind, NodeSpec, PlaceSpec, Spec, Use};
use crate::task::{Access, Facts, ParamInfo, TaskInfo};

/// The places that each node reads and writes, by itself or through borrows.
pub(super) struct Accesses<const N: usize, const P: usize, const PW: usize> {
    /// Read and not written.
    pub reads: [[u64; PW]; N],
    /// The part of `reads` that looks through a reference; the rest copies bits.
    pub by_reference: [[u64; PW]; N],
    pub writes: [[u64; PW]; N],
    /// Which words of `reads` and of `writes` have members (bit `w % 64` for word `w`).
    pub words: [(u64, u64); N],
    /// Changes what outlives the pipeline.
    pub visible: [bool; N],
    /// Touches what its uses and definitions say, and nothing else.
    pub plain: [bool; N],
}

impl<const N: usize, const P: usize, const PW: usize> Accesses<N, P, PW> {
    pub const fn of(spec: &Spec) -> Self {
        let mut found = Accesses {
            reads: [[0; PW]; N],
            by_reference: [[0; PW]; N],
            writes: [[0; PW]; N],
            words: [(0, 0); N],
            visible: [false; N],
            plain: [false; N],
        };
        let mut borrows = Borrows::<P, PW>::new(spec);
        found.range(spec, &mut borrows, 0, N);
        found
    }

    /// The nodes from `node` to `end` that are not inside others, each with those inside it.
    const fn range(&mut self, spec: &Spec, borrows: &mut Borrows<P, PW>, mut node: usize, end: usize) {
        while node < end {
            if spec.enabled[node] && !self.plainly(spec, borrows, node) {
                let mut touched = borrows.touched(spec, &spec.nodes[node]);
                if spec.end(node) > node + 1 {
                    self.inside(spec, borrows, node, &mut touched);
                }
                borrows.update(spec, &spec.nodes[node], &mut touched);
                self.record(spec, borrows, node, touched);
            }
            node = spec.end(node);
        }
    }

    /// Notes what a node touches that has to do with no borrow: what it mentions. Whether it is such a node; if not, nothing
    /// is noted.
    ///
    /// Most nodes are. All is written out here: rustc takes microseconds for each call in a constant.
    const fn plainly(&mut self, spec: &Spec, borrows: &Borrows<P, PW>, node: usize) -> bool {
        let one = &spec.nodes[node];
        if one.relates || one.end != 0 || one.region != 0 {
            return false;
        }
        let task = if one.task == 0 { None } else { spec.tasks[one.task as usize - 1] };
        if let Some(task) = task {
            let mut i = 0;
            while i < task.params.len() {
                if task.params[i].borrows != 0 {
                    return false;
                }
                i += 1;
            }
        }
        let mut i = one.defines.start as usize;
        while i < one.defines.end as usize {
            if !spec.facts[spec.defines[i] as usize].closed {
                return false;
            }
            i += 1;
        }
        let mut i = if borrows.news == 0 && !borrows.lends { one.uses.end as usize } else { one.uses.start as usize };
        while i < one.uses.end as usize {
            let place = spec.uses[i].place as usize;
            let is_lent = borrows.lent[place / 64] >> (place % 64) & 1 == 1;
            if is_lent || borrows.loans[borrows.root[place] as usize].words != 0 {
                return false;
            }
            i += 1;
        }
        self.plain[node] = true;
        let (mut read, mut written) = (0, 0);
        let mut i = one.defines.start as usize;
        while i < one.defines.end as usize {
            let place = spec.defines[i] as usize;
            self.writes[node][place / 64] |= 1 << (place % 64);
            written |= 1 << (place / 64 % 64);
            i += 1;
        }
        let mut i = one.uses.start as usize;
        while i < one.uses.end as usize {
            let mention = &spec.uses[i];
            let (w, bit) = (mention.place as usize / 64, 1 << (mention.place % 64));
            if matches!(mention.mode, Mode::Exclusive) || !matches!(effect(spec, one, mention), Effect::Read) {
                self.writes[node][w] |= bit;
                written |= 1 << (w % 64);
            } else {
                self.reads[node][w] |= bit;
                read |= 1 << (w % 64);
                if matches!(mention.mode, Mode::Read | Mode::Receiver) {
                    self.by_reference[node][w] |= bit;
                }
            }
            i += 1;
        }
        self.words[node] = (read, written);
        // What is written, too, is not read.
        if read & written != 0 {
            let mut w = 0;
            while w < PW {
                self.reads[node][w] &= !self.writes[node][w];
                self.by_reference[node][w] &= !self.writes[node][w];
                w += 1;
            }
        }
        true
    }

    /// The nodes inside `node`: what they touch, it touches.
    const fn inside(&mut self, spec: &Spec, borrows: &mut Borrows<P, PW>, node: usize, touched: &mut Touched<PW>) {
        borrows.bind(spec, node);
        let repeats = spec.repeats(spec.nodes[node + 1].region);
        loop {
            let known = borrows.news;
            self.range(spec, borrows, node + 1, spec.end(node));
            // What one iteration stores, the next may use.
            if !repeats || borrows.news == known {
                break;
            }
        }
        borrows.yielded(spec, node);
        let outside = places_outside::<PW>(spec, node);
        let mut inner = node + 1;
        while inner < spec.end(node) {
            let mut w = 0;
            while w < PW {
                touched.reads[w] |= self.reads[inner][w] & outside[w];
                touched.by_reference[w] |= self.by_reference[inner][w] & outside[w];
                touched.writes[w] |= self.writes[inner][w] & outside[w];
                w += 1;
            }
            inner += 1;
        }
        borrows.keep_items(spec, node, &touched.writes);
    }

    const fn record(&mut self, spec: &Spec, borrows: &Borrows<P, PW>, node: usize, touched: Touched<PW>) {
        let lent = if spec.nodes[node].region == 0 {
            borrows.lent
        } else {
            // What is outside a region can be seen when an exit has ended it.
            let mut lent = borrows.lent;
            let owner = spec.regions[spec.nodes[node].region as usize].owner as usize;
            let mut place = 0;
            while place < P {
                if !spec.places[place].temporary && !spec.is_inside(spec.places[place].region, owner) {
                    insert(&mut lent, place);
                }
                place += 1;
            }
            lent
        };
        self.writes[node] = touched.writes;
        let defines = spec.nodes[node].defines;
        let mut i = defines.start as usize;
        while i < defines.end as usize {
            insert(&mut self.writes[node], spec.defines[i] as usize);
            i += 1;
        }
        let mut w = 0;
        while w < PW {
            let written = self.writes[node][w];
            self.reads[node][w] = touched.reads[w] & !written;
            self.by_reference[node][w] = touched.by_reference[w] & !written;
            if self.reads[node][w] != 0 {
                self.words[node].0 |= 1 << (w % 64);
            }
            if written != 0 {
                self.words[node].1 |= 1 << (w % 64);
            }
            if touched.writes[w] & lent[w] != 0 && !matches!(spec.nodes[node].kind, NodeKind::Drop) {
                self.visible[node] = true;
            }
            w += 1;
        }
    }
}

/// The places that are declared outside the regions of `node`.
const fn places_outside<const PW: usize>(spec: &Spec, node: usize) -> [u64; PW] {
    let mut outside = [0; PW];
    let mut place = 0;
    while place < spec.places.len() {
        if !spec.is_inside(spec.places[place].region, node) {
            insert(&mut outside, place);
        }
        place += 1;
    }
    outside
}

/// What a mention does to its place.
#[derive(Clone, Copy)]
enum Effect {
    /// Looks at it, or copies it.
    Read,
    /// Changes it, or uses it through a `&mut` that it is.
    Exclusive,
    /// Moves it out.
    Take,
    /// Changes it and all that it borrows from, through shared references (`&Mutex<Vec<&_>>`).
    Through,
    /// Replaces it.
    Assign,
}

const fn effect(spec: &Spec, node: &NodeSpec, mention: &Use) -> Effect {
    let facts = &spec.facts[mention.place as usize];
    let param = if mention.whole && node.task != 0 { whole_param(spec, node, mention) } else { None };
    let through = matches!(param, Some(ParamInfo { access: Access::Exclusive, .. }));
    match mention.mode {
        Mode::Read if through => Effect::Through,
        Mode::Read => Effect::Read,
        Mode::Exclusive => Effect::Exclusive,
        Mode::Through => Effect::Through,
        Mode::Receiver if settled(spec, mention.place) => Effect::Read,
        Mode::Receiver => Effect::Exclusive,
        Mode::Assign => Effect::Assign,
        Mode::Again if is_exclusive_ref(facts, param) => Effect::Exclusive,
        Mode::Last if is_exclusive_ref(facts, param) => Effect::Take,
        Mode::Again | Mode::Last if through => Effect::Through,
        Mode::Again | Mode::Last if is_copy(facts, param) => Effect::Read,
        Mode::Again | Mode::Item => Effect::Read,
        Mode::Last => Effect::Take,
    }
}

/// Whether the variable of a place is known to be no `&mut _`; then its fields cannot be changed without `mut` either.
const fn settled(spec: &Spec, place: u16) -> bool {
    let mut root = place as usize;
    while let Some(parent) = spec.places[root].parent() {
        root = parent as usize;
    }
    spec.facts[root].settled && !spec.facts[root].exclusive_ref
}

/// The parameter whose whole argument the mention is.
const fn whole_param(spec: &Spec, node: &NodeSpec, mention: &Use) -> Option<&'static ParamInfo> {
    if mention.whole { param(spec.task(node), mention.param) } else { None }
}

const fn param(task: Option<&'static TaskInfo>, index: u8) -> Option<&'static ParamInfo> {
    match task {
        Some(task) if (index as usize) < task.params.len() => Some(&task.params[index as usize]),
        _ => None,
    }
}

const fn is_exclusive_ref(facts: &Facts, param: Option<&ParamInfo>) -> bool {
    facts.exclusive_ref || matches!(param, Some(param) if param.facts.exclusive_ref)
}

const fn is_copy(facts: &Facts, param: Option<&ParamInfo>) -> bool {
    facts.copy || matches!(param, Some(param) if param.facts.copy)
}

struct Touched<const PW: usize> {
    reads: [u64; PW],
    by_reference: [u64; PW],
    writes: [u64; PW],
}

/// A set of places, and which of its words have members (bit `w % 64` for word `w`).
#[derive(Clone, Copy)]
struct Loans<const PW: usize> {
    shared: [u64; PW],
    mutable: [u64; PW],
    words: u64,
}

impl<const PW: usize> Loans<PW> {
    const NONE: Self = Loans { shared: [0; PW], mutable: [0; PW], words: 0 };

    const fn lend_shared(&mut self, place: usize) {
        insert(&mut self.shared, place);
        self.words |= 1 << (place / 64 % 64);
    }

    const fn lend_mutable(&mut self, place: usize) {
        insert(&mut self.mutable, place);
        self.words |= 1 << (place / 64 % 64);
    }

    /// Adds what `other` lends, save for the places in `except`. Whether that was news.
    const fn extend(&mut self, other: &Loans<PW>, except: &[u64; PW]) -> bool {
        let mut news = false;
        let mut words = other.words;
        while words != 0 {
            let mut w = pop_lowest(&mut words);
            while w < PW {
                let shared = self.shared[w] | other.shared[w] & !except[w];
                let mutable = self.mutable[w] | other.mutable[w] & !except[w];
                if shared != self.shared[w] || mutable != self.mutable[w] {
                    self.shared[w] = shared;
                    self.mutable[w] = mutable;
                    self.words |= 1 << (w % 64);
                    news = true;
                }
                w += 64;
            }
        }
        news
    }

    const fn lends_any_of(&self, places: &[u64; PW]) -> bool {
        let mut words = self.words;
        while words != 0 {
            let mut w = pop_lowest(&mut words);
            while w < PW {
                if (self.shared[w] | self.mutable[w]) & places[w] != 0 {
                    return true;
                }
                w += 64;
            }
        }
        false
    }
}

/// What the values may borrow from, at one point of the program.
struct Borrows<const P: usize, const PW: usize> {
    /// The root of each place.
    root: [u16; P],
    /// The places of each root's tree.
    tree: [[u64; PW]; P],
    /// By root: the direct loans.
    loans: [Loans<PW>; P],
    /// The places whose root is lent to the pipeline.
    lent: [u64; PW],
    /// There are some.
    lends: bool,
    /// The places from which something borrows, or did.
    borrowed: [u64; PW],
    /// By root: all that it reaches, as it was in an epoch.
    closure: [Loans<PW>; P],
    closure_epoch: [u32; P],
    /// Begins anew when the loans of something borrowed change, which is rare: most loans are those of new values.
    epoch: u32,
    /// Counts every change of loans.
    news: u32,
}

impl<const P: usize, const PW: usize> Borrows<P, PW> {
    const fn new(spec: &Spec) -> Self {
        let mut new = Borrows {
            root: [0; P],
            tree: [[0; PW]; P],
            loans: [Loans::NONE; P],
            lent: [0; PW],
            lends: false,
            borrowed: [0; PW],
            closure: [Loans::NONE; P],
            closure_epoch: [0; P],
            epoch: 1,
            news: 0,
        };
        let mut place = 0;
        while place < P {
            let one = &spec.places[place];
            let root = if one.parent == PlaceSpec::NO_PARENT { place } else { new.root[one.parent as usize] as usize };
            new.root[place] = root as u16;
            new.tree[root][place / 64] |= 1 << (place % 64);
            if spec.places[root].lent {
                insert(&mut new.lent, place);
                new.lends = true;
            }
            place += 1;
        }
        new
    }

    /// What the mentions of a node touch. Definitions are not mentions.
    const fn touched(&mut self, spec: &Spec, node: &NodeSpec) -> Touched<PW> {
        let mut touched = Touched { reads: [0; PW], by_reference: [0; PW], writes: [0; PW] };
        let mut i = node.uses.start as usize;
        while i < node.uses.end as usize {
            let mention = &spec.uses[i];
            let effect = effect(spec, node, mention);
            let place = mention.place as usize;
            match effect {
                Effect::Read => {
                    insert(&mut touched.reads, place);
                    if matches!(mention.mode, Mode::Read | Mode::Receiver) {
                        insert(&mut touched.by_reference, place);
                    }
                }
                Effect::Exclusive | Effect::Take | Effect::Through | Effect::Assign => {
                    insert(&mut touched.writes, place);
                }
            }
            self.touch_reach(place, matches!(effect, Effect::Through), &mut touched);
            i += 1;
        }
        touched
    }

    const fn touch_reach(&mut self, place: usize, through: bool, touched: &mut Touched<PW>) {
        let reach = self.reach(place);
        let mut words = reach.words;
        while words != 0 {
            let mut w = pop_lowest(&mut words);
            while w < PW {
                if through {
                    touched.writes[w] |= reach.shared[w] | reach.mutable[w];
                } else {
                    touched.writes[w] |= reach.mutable[w];
                    touched.reads[w] |= reach.shared[w];
                    touched.by_reference[w] |= reach.shared[w];
                }
                w += 64;
            }
        }
    }

    /// All that a value at `place` may borrow from, directly or not, each by the loan that enters it.
    const fn reach(&mut self, place: usize) -> Loans<PW> {
        let start = self.root[place] as usize;
        if self.loans[start].words == 0 {
            return Loans::NONE;
        }
        if self.closure_epoch[start] != self.epoch {
            self.closure[start] = self.follow(start);
            self.closure_epoch[start] = self.epoch;
        }
        self.closure[start]
    }

    /// Follows loans from a root, by way of closures that are known.
    const fn follow(&self, start: usize) -> Loans<PW> {
        let mut reach = Loans::NONE;
        let mut seen = [0_u64; PW];
        let mut pending = [0_u16; P];
        let mut count = 1;
        pending[0] = start as u16;
        insert(&mut seen, start);
        while count > 0 {
            count -= 1;
            let from = pending[count] as usize;
            if self.closure_epoch[from] == self.epoch {
                reach.extend(&self.closure[from], &[0; PW]);
                continue;
            }
            let mut words = self.loans[from].words;
            while words != 0 {
                let mut w = pop_lowest(&mut words);
                while w < PW {
                    let (shared, mutable) = (self.loans[from].shared[w], self.loans[from].mutable[w]);
                    let mut fresh = (shared | mutable) & !(reach.shared[w] | reach.mutable[w]);
                    reach.shared[w] |= shared;
                    reach.mutable[w] |= mutable;
                    reach.words |= 1 << (w % 64);
                    while fresh != 0 {
                        let root = self.root[w * 64 + pop_lowest(&mut fresh)] as usize;
                        if self.loans[root].words != 0 && !has(&seen, root) {
                            insert(&mut seen, root);
                            pending[count] = root as u16;
                            count += 1;
                        }
                    }
                    w += 64;
                }
            }
        }
        reach
    }

    /// Moves on behind `node`.
    const fn update(&mut self, spec: &Spec, node: &NodeSpec, touched: &mut Touched<PW>) {
        let output = self.output_loans(spec, node);
        let lent = self.hands_on_lent(spec, node);
        self.relate_mentions(spec, node, touched);
        let mut i = node.uses.start as usize;
        while i < node.uses.end as usize {
            let mention = &spec.uses[i];
            if matches!(mention.mode, Mode::Assign) {
                // Inside a region it may not happen, or another time than it seems.
                let surely = node.region == 0 && mention.flows & !(1 | Use::BOUND) == 0;
                if spec.places[mention.place as usize].parent().is_none() && surely {
                    self.forget(mention.place as usize);
                }
                self.hold(spec, mention.place as usize, &output);
                self.lend(mention.place as usize, lent);
            }
            i += 1;
        }
        let mut i = node.defines.start as usize;
        while i < node.defines.end as usize {
            self.hold(spec, spec.defines[i] as usize, &output);
            self.lend(spec.defines[i] as usize, lent);
            i += 1;
        }
    }

    /// Whether the results of a node may be what a lent variable was: `let m = state;` for `state: &mut State`.
    const fn hands_on_lent(&self, spec: &Spec, node: &NodeSpec) -> bool {
        let mut i = node.uses.start as usize;
        while i < node.uses.end as usize {
            let mention = &spec.uses[i];
            let by_value = matches!(mention.mode, Mode::Again | Mode::Last);
            if by_value && flows_out(spec, node, mention) && has(&self.lent, mention.place as usize) {
                return true;
            }
            i += 1;
        }
        false
    }

    /// The tree of `place` refers to what outlives the pipeline, if `lent`.
    const fn lend(&mut self, place: usize, lent: bool) {
        if !lent {
            return;
        }
        self.lends = true;
        let mut w = 0;
        while w < PW {
            self.lent[w] |= self.tree[self.root[place] as usize][w];
            w += 1;
        }
    }

    /// What the results of a node may borrow from.
    const fn output_loans(&self, spec: &Spec, node: &NodeSpec) -> Loans<PW> {
        let mut loans = Loans::NONE;
        let mut i = node.uses.start as usize;
        while i < node.uses.end as usize {
            let mention = &spec.uses[i];
            if flows_out(spec, node, mention) {
                self.contribute(spec, node, mention, &mut loans);
            }
            i += 1;
        }
        loans
    }

    /// Lets each mention, and all that it reaches, hold what the mentions related to it hand over.
    ///
    /// A value that comes to hold something new is changed, also where it is reached through a shared reference:
    /// `total(&reg); stash(&reg, &raw); eat(raw)` must not total what `stash` has added.
    const fn relate_mentions(&mut self, spec: &Spec, node: &NodeSpec, touched: &mut Touched<PW>) {
        let mut i = node.uses.start as usize;
        while i < node.uses.end as usize {
            let holder = &spec.uses[i];
            if holder.flows & !(1 | Use::BOUND) != 0 || argument_borrows(spec, node, holder) != 0 {
                let mut loans = Loans::NONE;
                let mut j = node.uses.start as usize;
                while j < node.uses.end as usize {
                    if i != j && related(spec, node, holder, &spec.uses[j]) {
                        self.contribute(spec, node, &spec.uses[j], &mut loans);
                    }
                    j += 1;
                }
                if loans.words != 0 {
                    self.hold_and_behind(spec, node, holder, &loans, touched);
                }
            }
            i += 1;
        }
    }

    /// What a mention hands to a value that may borrow from it.
    const fn contribute(&self, spec: &Spec, node: &NodeSpec, mention: &Use, loans: &mut Loans<PW>) {
        let place = mention.place as usize;
        match mention.mode {
            Mode::Read | Mode::Through => loans.lend_shared(place),
            Mode::Receiver if settled(spec, mention.place) => loans.lend_shared(place),
            Mode::Receiver | Mode::Exclusive => loans.lend_mutable(place),
            Mode::Again | Mode::Last => {
                loans.extend(&self.loans[self.root[place] as usize], &[0; PW]);
                if is_exclusive_ref(&spec.facts[place], whole_param(spec, node, mention)) {
                    loans.lend_mutable(place);
                }
            }
            // The iterator keeps what it borrows exclusively; its items have a share in what is behind that.
            Mode::Item => {
                let own = self.loans[self.root[place] as usize];
                loans.extend(&Loans { shared: own.shared, mutable: [0; PW], words: own.words }, &[0; PW]);
                let mut w = 0;
                while w < PW {
                    let mut word = own.mutable[w];
                    while word != 0 {
                        let behind = self.root[w * 64 + pop_lowest(&mut word)] as usize;
                        loans.extend(&self.loans[behind], &[0; PW]);
                    }
                    w += 1;
                }
            }
            Mode::Assign => {}
        }
    }

    /// The results of a node hold what its regions yield, at their ends or by `break`.
    const fn yielded(&mut self, spec: &Spec, node: usize) {
        let mut inner = node + 1;
        while inner < spec.end(node) {
            let one = &spec.nodes[inner];
            let own = spec.regions[one.region as usize].owner as usize == node;
            let leaves = !matches!(one.exit, crate::spec::Exit::Never);
            if spec.enabled[inner] && (leaves || own && one.yields) {
                let output = self.output_loans(spec, one);
                self.give(spec, node, &output);
            }
            inner += 1;
        }
    }

    /// Lets the results of a node hold loans.
    const fn give(&mut self, spec: &Spec, node: usize, loans: &Loans<PW>) {
        let one = &spec.nodes[node];
        let mut i = one.defines.start as usize;
        while i < one.defines.end as usize {
            self.hold(spec, spec.defines[i] as usize, loans);
            i += 1;
        }
        let mut i = one.uses.start as usize;
        while i < one.uses.end as usize {
            if matches!(spec.uses[i].mode, Mode::Assign) {
                self.hold(spec, spec.uses[i].place as usize, loans);
            }
            i += 1;
        }
        // What a region inside another one yields goes on from there.
        if one.yields || matches!(one.kind, NodeKind::Tail) {
            let owner = spec.regions[one.region as usize].owner;
            if owner != u32::MAX {
                self.give(spec, owner as usize, loans);
            }
        }
    }

    /// Whatever a loop has changed may hold items, which borrow what its iterator borrows exclusively.
    const fn keep_items(&mut self, spec: &Spec, node: usize, written: &[u64; PW]) {
        let mut region = 0;
        while region < spec.regions.len() {
            let one = &spec.regions[region];
            if one.owner as usize == node && matches!(one.kind, crate::spec::RegionKind::For) {
                let iterator = self.loans[self.root[one.params[0] as usize] as usize];
                let mut loans = Loans { shared: [0; PW], mutable: iterator.mutable, words: 0 };
                let mut any = false;
                let mut w = 0;
                while w < PW {
                    if loans.mutable[w] != 0 {
                        loans.words |= 1 << (w % 64);
                        any = true;
                    }
                    w += 1;
                }
                let mut place = 0;
                while any && place < P {
                    if has(written, place) && !has(&loans.mutable, place) {
                        self.hold(spec, place, &loans);
                    }
                    place += 1;
                }
                if any {
                    self.give(spec, node, &loans);
                }
            }
            region += 1;
        }
    }

    /// What the patterns of a node's regions bind holds what the node looks at.
    const fn bind(&mut self, spec: &Spec, node: usize) {
        let one = &spec.nodes[node];
        let mut loans = Loans::NONE;
        let mut lent = false;
        let mut i = one.uses.start as usize;
        while i < one.uses.end as usize {
            let mention = &spec.uses[i];
            if mention.flows & Use::BOUND != 0 {
                self.contribute(spec, one, mention, &mut loans);
                let by_value = matches!(mention.mode, Mode::Again | Mode::Last);
                lent |= by_value && has(&self.lent, mention.place as usize) && !settled(spec, mention.place);
            }
            i += 1;
        }
        let mut region = 0;
        while region < spec.regions.len() {
            if spec.regions[region].owner as usize == node {
                let params = spec.regions[region].params;
                let mut i = 0;
                while i < params.len() {
                    self.hold(spec, params[i] as usize, &loans);
                    self.lend(params[i] as usize, lent);
                    i += 1;
                }
            }
            region += 1;
        }
    }

    const fn hold_and_behind(
        &mut self,
        spec: &Spec,
        node: &NodeSpec,
        holder: &Use,
        loans: &Loans<PW>,
        touched: &mut Touched<PW>,
    ) {
        let reach = self.reach(holder.place as usize);
        if !matches!(effect(spec, node, holder), Effect::Take) && self.hold(spec, holder.place as usize, loans) {
            insert(&mut touched.writes, holder.place as usize);
        }
        let mut words = reach.words;
        while words != 0 {
            let mut w = pop_lowest(&mut words);
            while w < PW {
                let mut word = reach.shared[w] | reach.mutable[w];
                while word != 0 {
                    let place = w * 64 + pop_lowest(&mut word);
                    if self.hold(spec, place, loans) {
                        insert(&mut touched.writes, place);
                    }
                }
                w += 64;
            }
        }
    }

    /// Adds loans to the root of `place`, which never borrows from itself. A closed type holds none.
    /// Whether that was news.
    const fn hold(&mut self, spec: &Spec, place: usize, loans: &Loans<PW>) -> bool {
        let root = self.root[place] as usize;
        if spec.facts[root].closed {
            return false;
        }
        let tree = self.tree[root];
        let lasting;
        let loans = if spec.regions.len() > 1 {
            lasting = self.lasting(spec, spec.places[root].region, loans);
            &lasting
        } else {
            loans
        };
        let news = self.loans[root].extend(loans, &tree);
        if news {
            self.news += 1;
            self.changed(root);
            self.mark_borrowed(loans);
        }
        news
    }

    /// What a value declared in `region` can hold of some loans: it outlives what a region inside declares, so rustc has
    /// seen that it holds no borrow of that, but it may hold what that has borrowed.
    const fn lasting(&mut self, spec: &Spec, region: crate::spec::RegionId, loans: &Loans<PW>) -> Loans<PW> {
        let mut lasting = Loans::NONE;
        let mut w = 0;
        while w < PW {
            let mut word = loans.shared[w] | loans.mutable[w];
            while word != 0 {
                let place = w * 64 + pop_lowest(&mut word);
                if spec.is_around(spec.places[place].region, region) {
                    if has(&loans.mutable, place) {
                        lasting.lend_mutable(place);
                    }
                    if has(&loans.shared, place) {
                        lasting.lend_shared(place);
                    }
                    continue;
                }
                let behind = self.reach(place);
                let mut v = 0;
                while v < PW {
                    let mut inner = behind.shared[v] | behind.mutable[v];
                    while inner != 0 {
                        let other = v * 64 + pop_lowest(&mut inner);
                        if spec.is_around(spec.places[other].region, region) {
                            if has(&behind.mutable, other) {
                                lasting.lend_mutable(other);
                            } else {
                                lasting.lend_shared(other);
                            }
                        }
                    }
                    v += 1;
                }
            }
            w += 1;
        }
        lasting
    }

    /// The loans of `root` are others now.
    const fn changed(&mut self, root: usize) {
        self.closure_epoch[root] = 0;
        let mut w = 0;
        while w < PW {
            if self.tree[root][w] & self.borrowed[w] != 0 {
                self.epoch += 1;
                return;
            }
            w += 1;
        }
    }

    const fn mark_borrowed(&mut self, loans: &Loans<PW>) {
        let mut words = loans.words;
        while words != 0 {
            let mut w = pop_lowest(&mut words);
            while w < PW {
                self.borrowed[w] |= loans.shared[w] | loans.mutable[w];
                w += 64;
            }
        }
    }

    /// `root` is assigned: its old loans end. Who borrowed from `root` may have copied them out, so it keeps them.
    ///
    /// `let b = *(&a_ref); a_ref = &y; eat(x); show(b)`: `b` still borrows from `x`.
    const fn forget(&mut self, root: usize) {
        let old = self.loans[root];
        if old.words == 0 {
            return;
        }
        let tree = self.tree[root];
        let mut other = 0;
        while other < P {
            if other != root && self.loans[other].words != 0 && self.loans[other].lends_any_of(&tree) {
                let except = self.tree[other];
                self.loans[other].extend(&old, &except);
            }
            other += 1;
        }
        self.loans[root] = Loans::NONE;
        self.epoch += 1;
    }
}

/// Whether the results of a node may borrow from what a mention hands over.
const fn flows_out(spec: &Spec, node: &NodeSpec, mention: &Use) -> bool {
    match spec.task(node) {
        Some(task) if mention.param != u8::MAX => bit(task.output.borrows, mention.param),
        _ => mention.flows & 1 == 1,
    }
}

/// Whether `holder` may borrow from `from` after the node.
const fn related(spec: &Spec, node: &NodeSpec, holder: &Use, from: &Use) -> bool {
    holder.flows & from.flows & !(1 | Use::BOUND) != 0
        || from.param != u8::MAX && bit(argument_borrows(spec, node, holder), from.param)
}

const fn argument_borrows(spec: &Spec, node: &NodeSpec, mention: &Use) -> u64 {
    match param(spec.task(node), mention.param) {
        Some(param) => param.borrows,
        None => 0,
    }
}

const fn bit(set: u64, index: u8) -> bool {
    index < 64 && set >> index & 1 == 1
}
