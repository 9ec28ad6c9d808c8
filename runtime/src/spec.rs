//! What `pipeline!` hands over: a region as the macro saw it, before hazards are known.
//!
//! A [`Spec`] lists places and nodes in program order. It holds what is known from syntax, plus references to the
//! [`TaskInfo`] constants, which only rustc can resolve. [`crate::plan::analyse`] turns it into edges, at compile time.

use crate::task::{Facts, TaskInfo};

/// Index of a place in [`Spec::places`].
pub type PlaceId = u16;

/// Index of a region in [`Spec::regions`].
pub type RegionId = u16;

/// A pipeline: its body, and the regions in it.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The pipeline's name; `pipeline` for the value form.
    pub name: &'static str,
    /// Source file of the pipeline.
    pub file: &'static str,
    /// The places, parents before their fields.
    pub places: &'static [PlaceSpec],
    /// The nodes in program order, each before those of its regions; the tails (what a region yields) among them. The
    /// drops of all regions come last.
    pub nodes: &'static [NodeSpec],
    /// The regions, the body first, each before those inside it.
    pub regions: &'static [RegionSpec],
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
#[derive(Clone, Copy, Debug)]
pub struct PlaceSpec {
    /// What the user calls it: `raw`, `state.left`; the expression's text for a temporary.
    pub name: &'static str,
    /// The place of which this is a field; it has a smaller index.
    pub parent: Option<PlaceId>,
    /// What is known of the type.
    pub facts: Facts,
    /// Outlives the pipeline, or refers to what does: exclusive use of it can be seen after an early exit.
    pub lent: bool,
    /// Lives to the end of the scope (`_guard`, `#[keep] let`): its drop waits for every node.
    pub keep: bool,
    /// A temporary that the macro introduced.
    pub temporary: bool,
    /// The region that declares it.
    pub region: RegionId,
}

/// How a node mentions a place.
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
#[derive(Clone, Copy, Debug)]
pub struct Use {
    /// The place.
    pub place: PlaceId,
    /// How it is mentioned.
    pub mode: Mode,
    /// For a call: the parameter in whose argument it stands, whose [`TaskInfo`] says what may borrow from it.
    /// `u8::MAX` for a mention outside any argument.
    pub param: u8,
    /// The mention is the whole argument (`x`, `&x`, `&mut x`), so that the parameter's type speaks of it.
    pub whole: bool,
    /// Outside a call: bit 0 when the node's results may borrow from it; bits 1..63 name groups: after the node,
    /// members of one group may borrow from each other. Groups count inside the arguments of a call, too. Bit 63
    /// when what the patterns of the node's regions bind may borrow from it.
    pub flows: u64,
}

impl Use {
    /// The bit of `flows` for what patterns bind.
    pub const BOUND: u64 = 1 << 63;
}

/// What a node is.
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
#[derive(Clone, Copy, Debug)]
pub struct NodeSpec {
    /// The region it belongs to.
    pub region: RegionId,
    /// One past the last node of its regions; 0 when it has none.
    pub end: u32,
    /// `false` when `#[cfg]` removed the statement: the node has no accesses and no code.
    pub enabled: bool,
    /// What the node is.
    pub kind: NodeKind,
    /// What pictures show: the callee as written, or the expression's text.
    pub label: &'static str,
    /// The callee of a task node.
    pub task: Option<&'static TaskInfo>,
    /// Line in [`Spec::file`], from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// The mentions in evaluation order.
    pub uses: &'static [Use],
    /// The places that come into being here (not assignments). At most one node defines a place; parameters and
    /// captures are defined by none.
    pub defines: &'static [PlaceId],
    /// Whether it can end the pipeline.
    pub exit: Exit,
    /// Statement glue: part of the effect chain, as calls of `ordered` tasks are.
    pub effect: bool,
    /// What it makes is the value of its region, or one of the results of a chain.
    pub yields: bool,
    /// Names of calls that run serially inside this glue, for `explain`.
    pub serial_calls: &'static [&'static str],
}

impl NodeSpec {
    /// Drops what an exit kept and did not use: no part of the graph, swept after the run.
    pub const SWEPT: NodeSpec = NodeSpec {
        region: 0,
        end: 0,
        enabled: false,
        kind: NodeKind::Drop,
        label: "drop",
        task: None,
        line: 0,
        column: 0,
        uses: &[],
        defines: &[],
        exit: Exit::Never,
        effect: false,
        yields: false,
        serial_calls: &[],
    };

    /// Whether it has an effect of its own.
    pub const fn has_effect(&self) -> bool {
        self.enabled && (self.effect || matches!(self.task, Some(TaskInfo { ordered: true, .. })))
    }
}

impl Spec {
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
        let end = self.end(node);
        let mut i = node;
        while i < end {
            if self.nodes[i].has_effect() {
                return true;
            }
            i += 1;
        }
        false
    }
}

/// Whether a region has effects beyond its arguments: then a call of it is ordered.
pub const fn is_ordered(spec: &Spec) -> bool {
    let mut i = 0;
    while i < spec.nodes.len() {
        if spec.nodes[i].has_effect() {
            return true;
        }
        i += 1;
    }
    false
}
