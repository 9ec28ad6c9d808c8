//! From inputs to edges: which nodes must come before which, found while the graph is built.
//!
//! A value knows who wrote it last, who has read it since, and what may borrow from it. A new node waits for those with
//! whom it conflicts, as in a pipeline (`plan/hazard.rs`): readers for the writer, everybody else for the readers, too.
//! The use of a value is also a use of what it borrows from, but that is looked up from the other side: who changes or
//! takes a value waits for all users of all that may borrow from it.
//!
//! Three differences from a pipeline, whose end is known when it is planned:
//! - Only *flow* edges say that a node needs another; the others say that it comes later, if both run.
//! - Many that write one value through a borrow of it, and many fallible nodes before one that can be seen, meet in a
//!   *join*, a node without a call, so that the number of edges stays linear.
//! - A value counts its *users*: nodes that were added and use it, and values that may borrow from it. With the last
//!   user the value ends, unless its handle is there: then more users may come.

use std::alloc::Layout;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ptr::NonNull;
use std::rc::Rc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32};

use super::Core;
use super::arena::Arena;
use super::cell::Header;
use crate::describe::Hazard;
use crate::task::{Access, TaskInfo};

/// No node; the end of a list.
pub const NONE: u32 = u32::MAX;
/// In a link: the borrow is exclusive. Hence the number of nodes is below it.
const EXCLUSIVE: u32 = 1 << 31;

/// How far a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was not asked for.
    New,
    /// It is part of the run.
    Needed,
    /// It has run.
    Done,
    /// It was not asked for when what it uses was changed or taken.
    Lost,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A call of a task.
    Call,
    /// A call whose error ends the run.
    Fallible,
    /// Gets its value from outside.
    Input,
    /// Takes a tuple apart, or is one of the parts.
    Part,
    /// Waits for others and does nothing.
    Join,
    /// What was asked for in a run.
    Sink,
}

/// One node, and what is known of its value.
pub struct Record {
    pub cell: NonNull<Header>,
    pub info: Option<&'static TaskInfo>,
    pub kind: Kind,
    pub stage: Stage,
    /// The value is gone for good, or was never there, and does not hold what it borrowed from any more.
    pub ended: AtomicBool,
    /// Its edges begin here and end where those of the next node begin; so do its uses.
    edges: u32,
    uses: u32,
    /// The last node that made or changed the value.
    writer: u32,
    /// Lists: nodes that had the value for themselves and did not change it, since it was written: not all of them need be part
    /// of a run, so that later readers wait for each; nodes that have read the value since; values that may borrow from it; values that it may borrow from.
    fences: u32,
    readers: u32,
    borrowers: u32,
    lenders: u32,
    /// Of the lenders, those that may hold borrows.
    holders: u32,
    /// The value may hold borrows.
    holds: bool,
    /// Nodes that use the value and have not run, and values that have not ended and may borrow from it.
    pub users: AtomicU32,
    /// In the current run.
    pub position: u32,
}

/// Why a node waits for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: u32,
    /// The value on which they meet; `NONE` for effects and exits.
    pub value: u32,
    pub hazard: Hazard,
}

impl Record {
    /// Whether there is a call, or a value from outside.
    pub fn has_cell(&self) -> bool {
        !matches!(self.kind, Kind::Join | Kind::Sink)
    }
}

impl Edge {
    /// The later node is not run without the earlier.
    pub fn is_need(self) -> bool {
        self.hazard == Hazard::Flow
    }
}

#[derive(Clone, Copy)]
struct Link {
    item: u32,
    next: u32,
}

/// How a node uses a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Read,
    /// A read by who keeps the bits as a value of its own.
    Copy,
    Exclusive,
    /// A change through a shared reference: `&Mutex<_>`.
    Through,
    Take,
    /// The bits are moved away for the time of the call.
    Gather,
    /// A read of which later nodes need not know: they come in another run.
    Look,
}

#[derive(Clone, Copy)]
struct Use {
    value: u32,
    mode: Mode,
    parameter: u8,
    /// Something may refer to the value after the call.
    lasting: bool,
}

/// All nodes of a graph, in the order in which they were added.
#[derive(Default)]
pub struct State {
    pub records: Vec<Record>,
    edges: Vec<Edge>,
    uses: Vec<u32>,
    links: Vec<Link>,
    /// Uses by the node that is being added.
    added: Vec<Use>,
    /// Places outside of the graph that it changes through a reference.
    outside: Vec<usize>,
    /// It has exclusive use of something outside.
    visible: bool,
    /// The last node of the chain of effects.
    effect: u32,
    /// The node after which all earlier exits are decided, and those since.
    gate: u32,
    exits: Vec<u32>,
    /// By address: the last node that changed what is outside of the graph.
    writers_outside: HashMap<usize, u32>,
    /// Nodes that can be seen from outside, so that they are always asked for; and those of them that have not run.
    pub visible_nodes: Vec<u32>,
    pub roots: Vec<u32>,
}

/// Looks at the inputs of a call before anything is changed.
pub struct Check<'a> {
    pub core: &'a Rc<Core>,
    pub facts: CallFacts,
    /// One more than the number of the parameter.
    pub parameter: usize,
    /// Values are moved to lie side by side.
    pub moves_together: bool,
    /// Then: all that the call uses, and whether it is moved.
    uses: Option<Vec<(u32, bool)>>,
}

/// What is known of a call besides its types.
#[derive(Clone, Copy)]
pub struct CallFacts {
    /// `None` for nodes that are no calls.
    pub info: Option<&'static TaskInfo>,
    /// Bit `i`: something may refer to what was given for parameter `i` after the call.
    pub lasting: u64,
    /// Bit `i`: parameter `i` is a slice of what is `Copy`.
    pub copies: u64,
}

impl CallFacts {
    /// Of a node that is no call: what it is given may be kept by anybody.
    pub const NONE: CallFacts = CallFacts { info: None, lasting: u64::MAX, copies: 0 };

    fn lasting(&self, parameter: usize) -> bool {
        parameter == 0 || self.lasting >> (parameter - 1) & 1 == 1
    }

    fn copies(&self, parameter: usize) -> bool {
        parameter > 0 && self.copies >> (parameter - 1) & 1 == 1
    }
}

impl<'a> Check<'a> {
    pub fn new(core: &'a Rc<Core>, facts: CallFacts) -> Check<'a> {
        Check { core, facts, parameter: 0, moves_together: false, uses: None }
    }

    /// From here on, uses are noted.
    pub fn begin_uses(&mut self) {
        self.parameter = 0;
        self.uses = Some(Vec::new());
    }

    /// What is moved has one place: who is given it a second time would see another value, or none.
    ///
    /// # Panics
    /// When a value that is moved is used twice in the call.
    pub fn together_alone(&mut self) {
        let mut uses = self.uses.take().unwrap_or_default();
        uses.sort_unstable();
        let twice = uses.windows(2).any(|pair| pair[0].0 == pair[1].0 && (pair[0].1 || pair[1].1));
        self.parameter = 0;
        let name = self.facts.info.map_or("a task", |info| info.name);
        assert!(!twice, "`{name}` was given a slice of nodes, and one of them a second time: let it take `&[&T]`");
    }

    pub fn parameter(&mut self) {
        self.parameter += 1;
    }

    /// # Panics
    /// When the handle belongs to another graph.
    pub fn node(&mut self, core: &Rc<Core>, header: &Header) {
        assert!(Rc::ptr_eq(core, self.core), "{} a node of another graph", self.who());
        if let Some(uses) = &mut self.uses {
            uses.push((header.id, false));
        }
    }

    /// # Panics
    /// As `node`, and when something may borrow from the value.
    pub fn moved_out(&mut self, core: &Rc<Core>, header: &Header) {
        self.node(core, header);
        assert!(
            !header.lent.get(),
            "a run cannot move out a value from which that of another node may borrow: ask for what was made of it, or for \
             a clone that a task makes"
        );
    }

    /// # Panics
    /// When the task may keep what is brought together for the call alone.
    pub fn side_by_side(&mut self) {
        let kept = self.facts.lasting(self.parameter);
        assert!(
            !kept,
            "{} nodes side by side, but may refer to the slice after the call: give a `Vec<Node<_>>`",
            self.who()
        );
    }

    /// # Panics
    /// As `node`, and when the value cannot be moved.
    pub fn gathered(&mut self, core: &Rc<Core>, header: &Header) {
        self.node(core, header);
        assert!(
            self.facts.copies(self.parameter) || !header.lasting.get(),
            "{} a slice of nodes, of which one cannot be moved to lie beside the others, as something may borrow from it: \
             let the task take `&[&T]`",
            self.who()
        );
        self.moves_together |= !self.facts.copies(self.parameter);
        if let Some(used) = self.uses.as_mut().and_then(|uses| uses.last_mut()) {
            used.1 = self.moves_together;
        }
    }

    fn who(&self) -> String {
        match self.facts.info {
            Some(info) if self.parameter > 0 => {
                let name = info.params.get(self.parameter - 1).map_or("_", |param| param.name);
                format!("`{}` was given as `{name}`", info.name)
            }
            _ => "the graph was given".to_owned(),
        }
    }
}

/// Collects the uses of the node that is being added.
pub struct Wiring<'a> {
    state: &'a mut State,
    arena: &'a Arena,
    facts: CallFacts,
    parameter: usize,
}

impl Wiring<'_> {
    pub fn parameter(&mut self) {
        self.parameter += 1;
    }

    pub fn read(&mut self, value: &Header) {
        let through = self.access() == Some(Access::Exclusive);
        self.add(value, if through { Mode::Through } else { Mode::Read });
    }

    pub fn copy(&mut self, value: &Header) {
        self.add(value, Mode::Copy);
    }

    pub fn exclusive(&mut self, value: &Header) {
        self.add(value, Mode::Exclusive);
    }

    pub fn take(&mut self, value: &Header) {
        self.add(value, Mode::Take);
    }

    pub fn look(&mut self, value: &Header) {
        self.add(value, Mode::Look);
    }

    pub fn gather(&mut self, value: &Header) {
        self.add(value, Mode::Gather);
    }

    /// Memory that lives as long as the graph.
    pub fn allocate(&self, layout: Layout) -> NonNull<u8> {
        self.arena.allocate(layout)
    }

    /// Whether a slice in this parameter holds values that are `Copy`.
    pub fn copies(&self) -> bool {
        self.facts.copies(self.parameter)
    }

    /// A value that is no node's.
    pub fn outside<P>(&mut self, value: &P) {
        if self.access() == Some(Access::Exclusive) {
            self.state.visible = true;
            if size_of::<P>() >= size_of::<usize>() && align_of::<P>() >= align_of::<usize>() {
                // SAFETY: parameters with exclusive access are references, which begin with an address.
                let address = unsafe { std::ptr::from_ref(value).cast::<*const ()>().read() };
                self.state.outside.push(address.addr());
            }
        }
    }

    fn access(&self) -> Option<Access> {
        let at = self.parameter.checked_sub(1)?;
        self.facts.info?.params.get(at).map(|param| param.access)
    }

    fn add(&mut self, value: &Header, mode: Mode) {
        let by_reference = matches!(mode, Mode::Read | Mode::Exclusive | Mode::Through);
        let lasting = by_reference && self.facts.lasting(self.parameter);
        if lasting {
            value.lasting.set(true);
            value.lent.set(self.facts.info.is_some() || value.lent.get());
        }
        let parameter = self.parameter.saturating_sub(1) as u8;
        self.state.added.push(Use { value: value.id, mode, parameter, lasting });
    }
}

impl State {
    pub fn new() -> State {
        State { effect: NONE, gate: NONE, ..State::default() }
    }

    /// Begins to collect the uses of a node.
    pub fn wiring<'a>(&'a mut self, facts: CallFacts, arena: &'a Arena) -> Wiring<'a> {
        self.added.clear();
        self.outside.clear();
        self.visible = false;
        Wiring { state: self, arena, facts, parameter: 0 }
    }

    /// Whether the uses that were collected are of one value more than once.
    pub fn looks_twice(&self) -> bool {
        let mut met = HashSet::new();
        !self.added.iter().all(|used| met.insert(used.value))
    }

    /// Adds a node with the uses that were collected. Its cell is still missing.
    ///
    /// # Panics
    /// When there are 2^31 nodes.
    pub fn add(&mut self, kind: Kind, info: Option<&'static TaskInfo>) -> u32 {
        let mut added = std::mem::take(&mut self.added);
        // Joins come first: a node waits for smaller numbers only.
        for used in &added {
            self.fold_exclusive_borrowers(used.value);
        }
        let ordered = info.is_some_and(|info| info.ordered);
        let gated = ordered || self.visible;
        if gated {
            self.close_gate();
        }
        let id = self.push(kind, info);
        for used in &added {
            self.order(id, *used);
        }
        if kind != Kind::Sink {
            self.relate(id, info, &added);
        }
        if ordered {
            let before = std::mem::replace(&mut self.effect, id);
            self.edge(before, NONE, Hazard::Effect);
        }
        if gated {
            self.edge_from_gate(self.gate);
            self.visible_nodes.push(id);
            self.roots.push(id);
        }
        while let Some(address) = self.outside.pop() {
            let earlier = self.writers_outside.insert(address, id).unwrap_or(NONE);
            self.edge(earlier, NONE, Hazard::Effect);
        }
        if kind == Kind::Fallible {
            self.exits.push(id);
        }
        added.clear();
        self.added = added;
        id
    }

    /// Takes back the node that was added last: a sink that only looks, of which no other node knows.
    pub fn pop_look(&mut self) {
        let sink = self.records.pop().expect("the sink");
        for &value in &self.uses[sink.uses as usize..] {
            *self.records[value as usize].users.get_mut() -= 1;
        }
        self.uses.truncate(sink.uses as usize);
        self.edges.truncate(sink.edges as usize);
    }

    /// Why the node waits.
    pub fn edges(&self, node: u32) -> &[Edge] {
        let end = self.records.get(node as usize + 1).map_or(self.edges.len(), |next| next.edges as usize);
        &self.edges[self.records[node as usize].edges as usize..end]
    }

    /// The values that the node uses, each as often as it does.
    pub fn uses(&self, node: u32) -> &[u32] {
        let end = self.records.get(node as usize + 1).map_or(self.uses.len(), |next| next.uses as usize);
        &self.uses[self.records[node as usize].uses as usize..end]
    }

    /// The values from which the value of `node` may borrow.
    pub fn lenders(&self, node: u32) -> impl Iterator<Item = u32> {
        self.list(self.records[node as usize].lenders).map(|item| item & !EXCLUSIVE)
    }

    /// Nodes that use a value before `node` changes or takes it, and are not part of its run, cannot run later.
    pub fn lose_left_out(&mut self, node: u32) {
        for at in 0..self.edges(node).len() {
            let Edge { from, hazard, .. } = self.edges(node)[at];
            let record = &mut self.records[from as usize];
            if hazard == Hazard::Anti && record.stage == Stage::New {
                record.stage = Stage::Lost;
            }
        }
    }

    /// Counts the users again: no node has run. What was asked for in earlier runs does not count.
    pub fn count_users(&mut self) {
        self.records.iter_mut().for_each(|record| *record.users.get_mut() = 0);
        for node in 0..self.records.len() {
            if self.records[node].kind != Kind::Sink {
                let uses = self.uses(node as u32).iter();
                // ORDERING: Relaxed: the graph is ours alone.
                uses.for_each(|&value| _ = self.records[value as usize].users.fetch_add(1, Relaxed));
            }
            let mut at = self.records[node].lenders;
            while at != NONE {
                let Link { item, next } = self.links[at as usize];
                *self.records[(item & !EXCLUSIVE) as usize].users.get_mut() += 1;
                at = next;
            }
        }
    }

    fn push(&mut self, kind: Kind, info: Option<&'static TaskInfo>) -> u32 {
        let id = self.records.len() as u32;
        assert!(id < EXCLUSIVE && self.edges.len() < NONE as usize, "a graph has at most 2^31 nodes and 2^32 edges");
        self.records.push(Record {
            cell: NonNull::dangling(),
            info,
            kind,
            stage: Stage::New,
            ended: AtomicBool::new(false),
            edges: self.edges.len() as u32,
            uses: self.uses.len() as u32,
            writer: id,
            fences: NONE,
            readers: NONE,
            borrowers: NONE,
            lenders: NONE,
            holders: NONE,
            holds: info.is_none_or(|info| {
                let output = &info.output;
                !(output.facts.closed || kind == Kind::Fallible && output.success.closed)
            }),
            users: AtomicU32::new(0),
            position: 0,
        });
        id
    }

    /// The node added last waits for `from`.
    fn edge(&mut self, from: u32, value: u32, hazard: Hazard) {
        if from != NONE && from as usize + 1 != self.records.len() {
            self.edges.push(Edge { from, value, hazard });
        }
    }

    fn link(&mut self, item: u32, next: u32) -> u32 {
        self.links.push(Link { item, next });
        self.links.len() as u32 - 1
    }

    fn list(&self, mut at: u32) -> impl Iterator<Item = u32> {
        std::iter::from_fn(move || {
            let link = (at != NONE).then(|| self.links[at as usize])?;
            at = link.next;
            Some(link.item)
        })
    }

    /// The edges that one use of a value asks for.
    fn order(&mut self, id: u32, Use { value, mode, .. }: Use) {
        self.uses.push(value);
        let at = value as usize;
        *self.records[at].users.get_mut() += 1;
        let Record { writer, fences, readers, borrowers, .. } = self.records[at];
        self.edge(writer, value, Hazard::Flow);
        match mode {
            Mode::Read | Mode::Copy => {
                self.edges_from_list(fences, value);
                // Mentioned twice by one node: once is enough.
                if readers == NONE || self.links[readers as usize].item != id {
                    self.records[at].readers = self.link(id, readers);
                }
            }
            Mode::Look => self.edges_from_list(fences, value),
            Mode::Exclusive | Mode::Take | Mode::Through | Mode::Gather => {
                self.edges_from_list(readers, value);
                if borrowers != NONE {
                    self.order_after_borrowers(id, value, mode == Mode::Through);
                }
                if mode == Mode::Gather {
                    self.records[at].readers = self.link(id, readers);
                    self.records[at].fences = self.link(id, fences);
                } else {
                    let record = &mut self.records[at];
                    (record.writer, record.fences, record.readers) = (id, NONE, NONE);
                }
                if mode != Mode::Through {
                    self.end_borrows(value);
                }
            }
        }
    }

    fn edges_from_list(&mut self, mut at: u32, value: u32) {
        while at != NONE {
            let Link { item, next } = self.links[at as usize];
            self.edge(item, value, Hazard::Anti);
            at = next;
        }
    }

    /// The node comes after all users of what may borrow from `value`. When it changes the value while they go on
    /// to be used, their later users come after it.
    fn order_after_borrowers(&mut self, id: u32, value: u32, through: bool) {
        for borrower in self.all_borrowers(value) {
            let Record { writer, readers, .. } = self.records[borrower as usize];
            let hazard = if through { Hazard::Flow } else { Hazard::Anti };
            self.edge(writer, value, hazard);
            self.edges_from_list(readers, value);
            if through {
                let record = &mut self.records[borrower as usize];
                (record.writer, record.fences, record.readers) = (id, NONE, NONE);
            }
        }
    }

    /// The values that may borrow from `value`, or from one that does.
    fn all_borrowers(&self, value: u32) -> Vec<u32> {
        let (mut met, mut found) = (HashSet::from([value]), vec![value]);
        let mut at = 0;
        while at < found.len() {
            let borrowers = self.list(self.records[found[at] as usize].borrowers).map(|item| item & !EXCLUSIVE);
            found.extend(borrowers.filter(|&borrower| met.insert(borrower)));
            at += 1;
        }
        found.split_off(1)
    }

    // let row = row(&mut table); fill(row); total(&table)      `total` needs `fill`
    /// What has borrowed a value exclusively is not used any more when the value is: its users have written the value.
    fn fold_exclusive_borrowers(&mut self, value: u32) {
        let borrowers = self.records[value as usize].borrowers;
        if borrowers == NONE || self.list(borrowers).all(|item| item & EXCLUSIVE == 0) {
            return;
        }
        let join = self.push(Kind::Join, None);
        for borrower in self.all_borrowers(value) {
            let Record { writer, readers, .. } = self.records[borrower as usize];
            self.edge(writer, value, Hazard::Flow);
            let users: Vec<u32> = self.list(readers).collect();
            users.into_iter().for_each(|user| self.edge(user, value, Hazard::Flow));
        }
        let Record { writer, readers, .. } = self.records[value as usize];
        self.edge(writer, value, Hazard::Flow);
        self.edges_from_list(readers, value);
        let record = &mut self.records[value as usize];
        (record.writer, record.fences, record.readers) = (join, NONE, NONE);
        self.end_borrows(value);
    }

    // let word = first(&words); drop_all(words); .. word ..       `word` borrows from the text, as `words` did
    /// What borrowed from the value is not used any more, or borrows only from what the value borrows from.
    fn end_borrows(&mut self, value: u32) {
        let borrowers = std::mem::replace(&mut self.records[value as usize].borrowers, NONE);
        let lenders: BTreeSet<u32> = self.list(self.records[value as usize].lenders).collect();
        if !lenders.is_empty() {
            let borrowers: BTreeSet<u32> = self.list(borrowers).map(|item| item & !EXCLUSIVE).collect();
            for borrower in borrowers {
                let known: BTreeSet<u32> = self.list(self.records[borrower as usize].lenders).collect();
                lenders.difference(&known).for_each(|&lender| self.lend_from(lender, borrower));
            }
        }
    }

    /// All exits so far are decided before the gate is passed.
    fn close_gate(&mut self) {
        match self.exits[..] {
            [] => return,
            [exit] if self.gate == NONE => self.gate = exit,
            _ => {
                let join = self.push(Kind::Join, None);
                let exits = std::mem::take(&mut self.exits);
                exits.iter().for_each(|&exit| self.edge(exit, NONE, Hazard::Exit));
                self.exits = exits;
                // The join before is passed when this one is.
                let before = std::mem::replace(&mut self.gate, join);
                self.edge_from_gate(before);
            }
        }
        self.exits.clear();
    }

    /// A join must run for what it stands for; an exit that nobody asks for decides nothing.
    fn edge_from_gate(&mut self, gate: u32) {
        let is_join = self.records.get(gate as usize).is_some_and(|record| record.kind == Kind::Join);
        self.edge(gate, NONE, if is_join { Hazard::Flow } else { Hazard::Exit });
    }

    /// Who may borrow from whom after the node.
    fn relate(&mut self, id: u32, info: Option<&'static TaskInfo>, added: &[Use]) {
        let output = info.map_or(u64::MAX, |info| info.output.borrows);
        let is_in = |used: &Use, borrows: u64| borrows >> used.parameter & 1 == 1;
        if output != 0 {
            added.iter().filter(|used| is_in(used, output)).for_each(|used| self.lend(used, id));
        }
        let Some(info) = info else { return };
        let borrows = |used: &Use| info.params.get(usize::from(used.parameter)).map_or(0, |param| param.borrows);
        if info.params.iter().any(|param| param.borrows != 0) {
            for holder in added.iter().filter(|holder| borrows(holder) != 0) {
                let held = || added.iter().filter(|used| is_in(used, borrows(holder)));
                if holder.mode != Mode::Take {
                    held().for_each(|used| self.lend(used, holder.value));
                }
                for behind in self.all_holders(holder.value) {
                    held().filter(|used| used.value != behind).for_each(|used| self.lend(used, behind));
                }
            }
        }
    }

    // let door = door(&store); put(door, &item)       `store` holds `item`
    /// What the value borrows from, as far as that may hold borrows.
    fn all_holders(&self, value: u32) -> Vec<u32> {
        if self.records[value as usize].holders == NONE {
            return Vec::new();
        }
        let (mut met, mut found) = (HashSet::from([value]), vec![value]);
        let mut at = 0;
        while at < found.len() {
            found.extend(self.list(self.records[found[at] as usize].holders).filter(|&holder| met.insert(holder)));
            at += 1;
        }
        found.split_off(1)
    }

    /// What refers to the value, or else to what that borrows from.
    fn lend(&mut self, &Use { value, mode, lasting, .. }: &Use, to: u32) {
        if !lasting {
            let lenders: Vec<u32> = self.list(self.records[value as usize].lenders).collect();
            lenders.into_iter().for_each(|lender| self.lend_from(lender, to));
        } else {
            self.lend_from(value | if mode == Mode::Exclusive { EXCLUSIVE } else { 0 }, to);
        }
    }

    fn lend_from(&mut self, lender: u32, to: u32) {
        let (from, exclusive) = (lender & !EXCLUSIVE, lender & EXCLUSIVE);
        if from != to {
            let lenders = self.records[to as usize].lenders;
            self.records[to as usize].lenders = self.link(lender, lenders);
            let borrowers = self.records[from as usize].borrowers;
            self.records[from as usize].borrowers = self.link(to | exclusive, borrowers);
            if self.records[from as usize].holds {
                let holders = self.records[to as usize].holders;
                self.records[to as usize].holders = self.link(from, holders);
            }
            if !*self.records[to as usize].ended.get_mut() {
                *self.records[from as usize].users.get_mut() += 1;
            }
        }
    }
}
