//! The intermediate representation: regions as nodes in program order, each with the mentions that it makes.
//!
//! `surface` reads tokens; `lower` fills `Program`, hoisting calls on the way; `resolve` decides how each mention gets at
//! its value; `expand` prints. Everything that passes between those stages is on this page.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Block, Expr, Item, Macro, Member, Pat, Path, Stmt, Type};

use crate::associated::Associated;
use crate::names::Key;
use crate::walk::{At, Context, Flow};

/// Index of a variable.
pub type VarId = usize;
/// Index of a node; those from `nodes.len()` on are the `plains`.
pub type NodeId = usize;
/// Index of a region.
pub type RegionId = usize;
/// The region of a pipeline's own statements.
pub const BODY: RegionId = 0;

/// The body of a pipeline.
pub struct Program {
    /// Name for pictures.
    pub name: String,
    /// Variables, in order of appearance.
    pub vars: Vec<Var>,
    /// Nodes in program order, each before those of its regions; the last one is the tail of the body.
    pub nodes: Vec<Node>,
    /// The nodes that have regions, as if they had none: what they mention in all, and the code of a cheap loop.
    pub plains: Vec<Node>,
    /// The regions, the body first.
    pub regions: Vec<Region>,
    /// Items declared in the body.
    pub items: Vec<Item>,
    /// Claims that a method's result holds no borrow, to be proved beside the statement with this index.
    pub proofs: Vec<(usize, Expr)>,
    /// Macros that are those of std, or calls must not be hoisted out of them.
    pub std_macros: Vec<Ident>,
    /// The type of the result, where it can be written at a `let`.
    pub output: Option<Type>,
}

impl Program {
    /// A node or a plain.
    pub fn unit(&self, id: NodeId) -> &Node {
        self.nodes.get(id).unwrap_or_else(|| &self.plains[id - self.nodes.len()])
    }

    /// The regions around `region`, itself first, the body last.
    pub fn around(&self, region: RegionId) -> impl Iterator<Item = RegionId> + '_ {
        let outer = |&region: &RegionId| self.regions[region].owner.map(|owner| self.nodes[owner].region);
        std::iter::successors(Some(region), outer)
    }

    /// The node that makes the value of a region.
    pub fn tail_of(&self, region: RegionId) -> Option<NodeId> {
        self.nodes.iter().position(|node| node.region == region && matches!(node.body, Body::Tail(_)))
    }

    /// The region that a jump out of `region` ends or repeats: the loop or block with its label, or the innermost loop.
    pub fn target(&self, region: RegionId, label: Option<&Ident>) -> Option<RegionId> {
        self.around(region).find(|&region| match label {
            Some(label) => self.regions[region].jump_label.as_ref().is_some_and(|known| known == label),
            None => matches!(self.regions[region].kind, RegionKind::Loop | RegionKind::For),
        })
    }
}

/// A part of a pipeline with a graph of its own.
pub struct Region {
    /// What it is.
    pub kind: RegionKind,
    /// The node that runs it; none for the body.
    pub owner: Option<NodeId>,
    /// Text for pictures.
    pub label: String,
    /// The names that a pattern binds for it.
    pub params: Vec<VarId>,
    /// Where the items of a `for` come from.
    pub iterator: Option<VarId>,
    /// The label of its loop or block.
    pub jump_label: Option<Ident>,
    /// Its last statement leaves it: `return`, `break`, `continue`.
    pub diverges: bool,
    /// Where the results of a chain go.
    pub sink: Option<VarId>,
    /// It is the closure of this method of an iterator.
    pub chain: Option<Ident>,
    /// How many iterations of a `for` may be alive, as written in `#[window(n)]`.
    pub window: Option<Expr>,
}

/// What a region is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegionKind {
    /// The pipeline's own statements.
    Body,
    /// A block, or a branch of `if` or `match`.
    Branch,
    /// The body of `while` or `loop`.
    Loop,
    /// The body of `for`.
    For,
}

/// A variable or a temporary.
pub struct Var {
    /// As the user wrote it, or a generated name.
    pub ident: Ident,
    /// Text for pictures.
    pub name: String,
    /// What a mention must match.
    pub key: Key,
    /// Where it comes from.
    pub origin: Origin,
    /// The region that declares it.
    pub region: RegionId,
    /// Declared `mut`.
    pub mutable: bool,
    /// Lives to the end of the scope.
    pub keep: bool,
    /// The condition under which it exists.
    pub cfg: Option<TokenStream>,
    /// The type, if it is written.
    pub ascribed: Option<Type>,
    /// What is known of the type.
    pub facts: Facts,
    /// Outlives the pipeline or refers to what does.
    pub lent: bool,
    /// Known from syntax to be a `&mut _`.
    pub exclusive_ref: bool,
    /// The last token of a temporary's expression.
    pub last: Span,
    /// The node that defines it.
    pub definer: Option<NodeId>,
}

impl Var {
    /// Whether the user wrote it, so that code in the serial copy can name it.
    pub fn is_written(&self) -> bool {
        !matches!(self.origin, Origin::Temp | Origin::Iterator)
    }
}

/// Where a variable comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A parameter of the pipeline.
    Param,
    /// A variable around a pipeline in value form.
    Capture,
    /// A `let`.
    Let,
    /// Introduced by hoisting.
    Temp,
    /// A name that a pattern binds for a region.
    Bound,
    /// The iterator of a `for`.
    Iterator,
}

/// From where a variable's facts are taken.
#[allow(clippy::large_enum_variant, reason = "one for each variable, moved seldom")]
#[derive(Clone)]
pub enum Facts {
    /// Nothing is known.
    Unknown,
    /// A literal.
    Primitive,
    /// A type that is no `&mut _`, as the expression shows.
    Settled,
    /// The type is written.
    Type(Type),
    /// The result of a task.
    Output(Path),
    /// What `?` makes of the result of a task.
    Success(Path),
    /// The result of an associated function that may be a task: the one that the variable's node calls.
    Associated,
    /// What `?` makes of it.
    AssociatedSuccess,
    /// Written out.
    Tokens(TokenStream),
}

/// One node.
#[derive(Clone)]
pub struct Node {
    /// The region it belongs to.
    pub region: RegionId,
    /// One past the last node of its regions, or past itself.
    pub end: NodeId,
    /// The statement that it is part of, if that stands in the block of its region.
    pub statement: Option<Rc<Stmt>>,
    /// Its number among the plains, if it has regions.
    pub plain: Option<usize>,
    /// What it is.
    pub kind: Kind,
    /// Text for pictures.
    pub label: String,
    /// Where it stands.
    pub span: Span,
    /// The condition under which it exists.
    pub cfg: Option<TokenStream>,
    /// What it runs.
    pub body: Body,
    /// The mentions that it makes, by number.
    pub mentions: Vec<Mention>,
    /// Sets of mentions that may borrow from each other afterwards.
    pub groups: Vec<Flow>,
    /// The mentions that its results may borrow from.
    pub flow: Flow,
    /// The mentions that what its patterns bind may borrow from.
    pub bound: Flow,
    /// Variables that come into being here.
    pub defines: Vec<VarId>,
    /// Whether it can end the pipeline.
    pub exit: Exit,
    /// Has an effect that can be seen.
    pub effect: bool,
    /// Calls that run serially inside.
    pub serial_calls: Vec<String>,
    /// Holds a macro of unknown meaning.
    pub unknown_macro: bool,
    /// Holds any macro: it may mention names unseen.
    pub any_macro: bool,
    /// Mentions a name that is no variable: an item, or a mistake.
    pub unknown_name: bool,
    /// Variables in scope, for the names that an unknown macro must not reach.
    pub in_scope: Vec<VarId>,
}

/// What a node is.
#[allow(clippy::large_enum_variant, reason = "one for each node, moved seldom")]
#[derive(Clone)]
pub enum Kind {
    /// A call of a task or pipeline.
    Call(Path),
    /// `node!(Model::fit(..))`, `node!(model.fit(..))`: a call of a task, or foreign, as rustc finds.
    Associated(Associated),
    /// `node!(..)` of anything else.
    Foreign,
    /// Anything else.
    Glue,
    /// What the pipeline returns.
    Tail,
}

/// What a node runs.
#[allow(clippy::large_enum_variant, reason = "one for each node, moved seldom")]
#[derive(Clone)]
pub enum Body {
    /// `let pat: ty = init else { diverge };`
    Let { pat: Pat, ty: Option<Type>, init: Expr, diverge: Option<Block> },
    /// A hoisted expression.
    Temp { var: VarId, value: Expr },
    /// `target = value;`
    Assign { target: VarId, members: Vec<Member>, value: Expr },
    /// An expression for its effect.
    Run(Expr),
    /// `ensure!(condition, ..);`: the condition, and the macro to run when it does not hold.
    Ensure { condition: Expr, whole: Macro },
    /// The value of a region; none where it has no tail.
    Tail(Option<Expr>),
    /// The next item of a `for`, taken apart by its pattern.
    Next { pat: Pat },
    /// What the closure of `map` makes of an item.
    Yield(Expr),
}

impl Body {
    /// The expression that a node of this kind may have regions in.
    pub fn expr_mut(&mut self) -> Option<&mut Expr> {
        match self {
            Body::Let { init: expr, .. }
            | Body::Temp { value: expr, .. }
            | Body::Assign { value: expr, .. }
            | Body::Run(expr)
            | Body::Yield(expr)
            | Body::Tail(Some(expr)) => Some(expr),
            Body::Ensure { .. } | Body::Tail(None) | Body::Next { .. } => None,
        }
    }
}

/// Whether a node can end the pipeline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// No.
    Never,
    /// `?`, `return`, `let else`.
    May,
    /// A check whose value nobody uses.
    Guard,
}

/// One mention of a variable by a node.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The variables that it may mean: the one that exists under the conditions in force.
    pub candidates: Vec<Candidate>,
    /// As written.
    pub ident: Ident,
    /// The fields.
    pub members: Vec<Member>,
    /// What happens to it.
    pub context: Context,
    /// Where it stands.
    pub at: At,
    /// Inside a literal.
    pub hidden: bool,
    /// The argument of the node's call in which it stands.
    pub param: Option<usize>,
    /// It is the whole argument.
    pub whole: bool,
    /// It runs only when the pipeline ends here (`else` of `let else`), on the caller.
    pub epilogue: bool,
}

/// A variable that a name may mean, and the condition under which it does.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The variable.
    pub var: VarId,
    /// The condition; none: always.
    pub cfg: Option<TokenStream>,
}

impl Mention {
    /// The variable that the name means when every condition holds.
    pub fn var(&self) -> VarId {
        self.candidates[0].var
    }
}
