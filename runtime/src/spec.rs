//! What `pipeline!` hands over: a region as the macro saw it, before hazards are known.
//!
//! A [`Spec`] lists places and nodes in program order. It holds what is known from syntax, plus references to the
//! [`TaskInfo`] constants, which only rustc can resolve. [`crate::plan::analyse`] turns it into edges, at compile time.

use crate::task::{Facts, TaskInfo};

mod wire;

pub use wire::{Given, Special, enabled, facts_of, nodes, places, uses};

/// Index of a place in [`Spec::places`].
pub type PlaceId = u16;

/// Index of a region in [`Spec::regions`].
pub type RegionId = u16;

/// A pipeline: its body, and the regions in it.
///
/// Nodes and places are plain numbers, and refer to the lists beside them: expansions write them down as bytes (`wire.rs`).
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The pipeline's name; `pipeline` for the value form.
    pub name: &'static str,
    /// Source file of the pipeline.
    pub file: &'static str,
    /// All names, one behind the other.
    pub text: &'static str,
    /// The places, parents before their fields.
    pub places: &'static [PlaceSpec],
    /// What is known of the type of each place.
    pub facts: &'static [Facts],
    /// The nodes in program order, each before those of its regions; the tails (what a region yields) among them. The
    /// drops of all regions come last.
    pub nodes: &'static [NodeSpec],
    /// Whether each node is there: `false` when `#[cfg]` removed the statement, so that it has no accesses and no code, and
    /// of a drop that does nothing.
    pub enabled: &'static [bool],
    /// The mentions of all nodes.
    pub uses: &'static [Use],
    /// The places that nodes define.
    pub defines: &'static [PlaceId],
    /// Names of calls that run serially inside glue.
    pub serial_calls: &'static [&'static str],
    /// The functions that nodes call; `None` for one that is no task.
    pub tasks: &'static [Option<&'static TaskInfo>],
    /// The regions, the body first, each before those inside it.
    pub regions: &'static [RegionSpec],
}

/// A part of a list, or of a text.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl List {
    /// Nothing.
    pub const EMPTY: List = List { start: 0, end: 0 };

    /// How much it holds.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A part of a pipeline that has a graph of its own.
#[derive(Clone, Copy, Debug)]
pub struct RegionSpec {
    /// What it is.
    pub kind: RegionKind,
    /// The node that runs it; `u32::MAX` for the body.
    pub owner: u32,
    /// What pictures show: `then`, `Some(x)`, `for x in xs`.
    pub label: &'static str,
    /// The places that are there when it starts: what a pattern binds.
    pub params: &'static [PlaceId],
    /// The text of `n` in `#[window(n)]`.
    pub window: &'static str,
}

impl RegionSpec {
    /// The body of a pipeline.
    pub const BODY: RegionSpec =
        RegionSpec { kind: RegionKind::Body, owner: u32::MAX, label: "", params: &[], window: "" };
}

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// The body of the pipeline.
    Body,
    /// A block or a branch of `if` or `match`: runs once or not at all.
    Branch,
    /// The body of `while` or `loop`: iterations run one after the other.
    Loop,
    /// The body of `for`: iterations overlap.
    For,
}

/// A variable, a temporary, or a field path of one.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PlaceSpec {
    /// What the user calls it: `raw`, `state.left`; the expression's text for a temporary.
    pub name: List,
    /// The place of which this is a field; it has a smaller index. [`PlaceSpec::NO_PARENT`] of a variable.
    pub parent: PlaceId,
    /// The region that declares it.
    pub region: RegionId,
    /// Outlives the pipeline, or refers to what does: exclusive use of it can be seen after an early exit.
    pub lent: bool,
    /// Lives to the end of the scope (`_guard`, `#[keep] let`): its drop waits for every node.
    pub keep: bool,
    /// A temporary that the macro introduced.
    pub temporary: bool,
    /// From where the facts about its type come.
    pub given: Given,
    /// The number in the list from which they come.
    pub number: u32,
}

impl PlaceSpec {
    /// A variable of which nothing is known.
    pub const VARIABLE: PlaceSpec = PlaceSpec {
        name: List::EMPTY,
        parent: PlaceSpec::NO_PARENT,
        region: 0,
        lent: false,
        keep: false,
        temporary: false,
        given: Given::Nothing,
        number: 0,
    };

    /// The parent of a place that is no field.
    pub const NO_PARENT: PlaceId = PlaceId::MAX;

    /// The place of which this is a field.
    pub const fn parent(&self) -> Option<PlaceId> {
        if self.parent == PlaceSpec::NO_PARENT { None } else { Some(self.parent) }
    }
}

/// How a node mentions a place.
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `&x`, or a look at the place.
    Read,
    /// `&mut x`, or a change to the place.
    Exclusive,
    /// A change that shows through shared references: `counter.fetch_add(1)`, `list.lock()`.
    Through,
    /// `x.method()` on a binding without `mut`: a read, unless `x` is, or may be, a `&mut _`.
    Receiver,
    /// By value, and mentioned again later: the type must be `Copy` (or `&mut _`, which is reborrowed).
    Again,
    /// By value, for the last time.
    Last,
    /// Assigned as a whole: `x = ..`. What it held is dropped.
    Assign,
    /// What an iterator yields comes from here. Items are apart from each other, so that one does not hold what the
    /// iterator borrows exclusively, but what is behind that.
    Item,
}

/// One mention of a place by a node.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Use {
    /// Outside a call: bit 0 when the node's results may borrow from it; bits 1..63 name groups: after the node,
    /// members of one group may borrow from each other. Groups count inside the arguments of a call, too. Bit 63
    /// when what the patterns of the node's regions bind may borrow from it.
    pub flows: u64,
    /// The place.
    pub place: PlaceId,
    /// How it is mentioned.
    pub mode: Mode,
    /// For a call: the parameter in whose argument it stands, whose [`TaskInfo`] says what may borrow from it.
    /// `u8::MAX` for a mention outside any argument.
    pub param: u8,
    /// The mention is the whole argument (`x`, `&x`, `&mut x`), so that the parameter's type speaks of it.
    pub whole: bool,
}

impl Use {
    /// The bit of `flows` for what patterns bind.
    pub const BOUND: u64 = 1 << 63;
}

/// What a node is.
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A call of a task or pipeline.
    Task,
    /// An expression that is no task call.
    Glue,
    /// The tail: runs on the caller, after everything else.
    Tail,
    /// Drops a place at the end of its life.
    Drop,
}

/// Whether a node can end the pipeline.
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It cannot, save by a panic.
    Never,
    /// `?`, `return`, `let else`: what can be seen waits for it.
    May,
    /// A check whose value nobody uses: everything later waits for it.
    Guard,
}

/// One node.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct NodeSpec {
    /// What pictures show: the callee as written, or the expression's text.
    pub label: List,
    /// What they show instead where the function that is called is a task. Empty where that is known.
    pub called: List,
    /// The mentions in evaluation order.
    pub uses: List,
    /// The places that come into being here (not assignments). At most one node defines a place; parameters and
    /// captures are defined by none.
    pub defines: List,
    /// Names of calls that run serially inside this glue, for `explain`.
    pub serial_calls: List,
    /// One past the last node of its regions; 0 when it has none.
    pub end: u32,
    /// Line in [`Spec::file`], from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// The callee of a task node by its number in [`Spec::tasks`], from 1; 0 for none.
    pub task: u16,
    /// The region it belongs to.
    pub region: RegionId,
    /// The condition on which it is there, by its number from 1; 0 for none.
    pub condition: u16,
    /// What the node is.
    pub kind: NodeKind,
    /// Whether it can end the pipeline.
    pub exit: Exit,
    /// Statement glue: part of the effect chain, as calls of `ordered` tasks are.
    pub effect: bool,
    /// What it makes is the value of its region, or one of the results of a chain.
    pub yields: bool,
    /// No part of the graph: the drop of what is always moved, or of what an exit keeps.
    pub swept: bool,
    /// Some of its uses assign, belong to groups, or bind what patterns bind: values may come to hold others.
    pub relates: bool,
}

impl NodeSpec {
    /// Drops what an exit kept and did not use: no part of the graph, swept after the run.
    pub const SWEPT: NodeSpec = NodeSpec {
        label: List::EMPTY,
        called: List::EMPTY,
        uses: List::EMPTY,
        defines: List::EMPTY,
        serial_calls: List::EMPTY,
        end: 0,
        line: 0,
        column: 0,
        task: 0,
        region: 0,
        condition: 0,
        kind: NodeKind::Drop,
        exit: Exit::Never,
        effect: false,
        yields: false,
        swept: true,
        relates: false,
    };
}

impl Spec {
    /// A pipeline without anything.
    pub const EMPTY: Spec = Spec {
        name: "",
        file: "",
        text: "",
        places: &[],
        facts: &[],
        nodes: &[],
        enabled: &[],
        uses: &[],
        defines: &[],
        serial_calls: &[],
        tasks: &[],
        regions: &[RegionSpec::BODY],
    };

    /// The text of a name.
    pub fn name(&self, name: List) -> &'static str {
        &self.text[name.range()]
    }

    /// The places that a node defines.
    pub fn defines(&self, node: &NodeSpec) -> &'static [PlaceId] {
        &self.defines[node.defines.range()]
    }

    /// The mentions of a node.
    pub fn uses(&self, node: &NodeSpec) -> &'static [Use] {
        &self.uses[node.uses.range()]
    }

    /// What pictures show for a node.
    pub fn label(&self, node: &NodeSpec) -> &'static str {
        let called = !node.called.is_empty() && self.task(node).is_some();
        self.name(if called { node.called } else { node.label })
    }

    /// Names of calls that run serially inside a node.
    pub fn serial_calls(&self, node: &NodeSpec) -> &'static [&'static str] {
        &self.serial_calls[node.serial_calls.range()]
    }

    /// The callee of a node.
    pub const fn task(&self, node: &NodeSpec) -> Option<&'static TaskInfo> {
        if node.task == 0 { None } else { self.tasks[node.task as usize - 1] }
    }

    /// One past the last node of the regions of `node`, or past itself.
    pub const fn end(&self, node: usize) -> usize {
        let end = self.nodes[node].end as usize;
        if end > node { end } else { node + 1 }
    }

    /// Whether a region runs its nodes more than once.
    pub const fn repeats(&self, region: RegionId) -> bool {
        matches!(self.regions[region as usize].kind, RegionKind::Loop | RegionKind::For)
    }

    /// Whether a node asks for the items of a `for`: the first of its region.
    pub const fn is_source(&self, node: usize) -> bool {
        let region = &self.regions[self.nodes[node].region as usize];
        matches!(region.kind, RegionKind::For) && region.owner as usize + 1 == node
    }

    /// Whether `outer` is `region` or a region around it.
    pub const fn is_around(&self, outer: RegionId, region: RegionId) -> bool {
        let mut at = region;
        loop {
            if at == outer {
                return true;
            }
            if at == 0 {
                return false;
            }
            at = self.nodes[self.regions[at as usize].owner as usize].region;
        }
    }

    /// Whether two regions are in different branches of one node, so that at most one of them runs.
    pub const fn excludes(&self, one: RegionId, other: RegionId) -> bool {
        let mut mine = one;
        loop {
            let mut theirs = other;
            loop {
                let same = self.regions[mine as usize].owner == self.regions[theirs as usize].owner;
                if same {
                    return mine != theirs;
                }
                if theirs == 0 {
                    break;
                }
                theirs = self.nodes[self.regions[theirs as usize].owner as usize].region;
            }
            if mine == 0 {
                return false;
            }
            mine = self.nodes[self.regions[mine as usize].owner as usize].region;
        }
    }

    /// Whether a region is inside a node: one of its regions, or inside one of them.
    pub const fn is_inside(&self, region: RegionId, node: usize) -> bool {
        let owner = self.regions[region as usize].owner;
        owner != u32::MAX && owner as usize >= node && (owner as usize) < self.end(node)
    }

    /// Whether `node` or a node inside it has an effect of its own.
    pub const fn has_effect(&self, node: usize) -> bool {
        let one = &self.nodes[node];
        if one.end == 0 && !one.effect && one.task == 0 {
            return false;
        }
        let end = self.end(node);
        let mut i = node;
        while i < end {
            if self.has_own_effect(i) {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Whether a node has an effect of its own.
    const fn has_own_effect(&self, node: usize) -> bool {
        let one = &self.nodes[node];
        if !one.effect && one.task == 0 || !self.enabled[node] {
            return false;
        }
        one.effect || matches!(self.task(one), Some(TaskInfo { ordered: true, .. }))
    }
}

/// Whether a region has effects beyond its arguments: then a call of it is ordered.
pub const fn is_ordered(spec: &Spec) -> bool {
    let mut i = 0;
    while i < spec.nodes.len() {
        if spec.has_own_effect(i) {
            return true;
        }
        i += 1;
    }
    false
}
