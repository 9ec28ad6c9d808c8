//! The intermediate representation: a region as nodes in program order, each with the mentions that it makes.
//!
//! `surface` reads tokens; `lower` fills `Region`, hoisting calls on the way; `resolve` decides how each mention gets at
//! its value; `expand` prints. Everything that passes between those stages is on this page.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Block, Expr, Item, Macro, Member, Pat, Path, Type};

use crate::names::Key;
use crate::walk::{At, Context, Flow};

/// Index of a variable.
pub type VarId = usize;
/// Index of a node.
pub type NodeId = usize;

/// The body of a pipeline.
pub struct Region {
    /// Name for pictures.
    pub name: String,
    /// Variables, in order of appearance.
    pub vars: Vec<Var>,
    /// Nodes in program order; the last one is the tail.
    pub nodes: Vec<Node>,
    /// Items declared in the body.
    pub items: Vec<Item>,
    /// Claims that a method's result holds no borrow, to be proved beside the statement with this index.
    pub proofs: Vec<(usize, Expr)>,
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
    /// Written out.
    Tokens(TokenStream),
}

/// One node.
pub struct Node {
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
pub enum Kind {
    /// A call of a task or pipeline.
    Call(Path),
    /// `node!(..)`.
    Foreign,
    /// Anything else.
    Glue,
    /// What the pipeline returns.
    Tail,
}

/// What a node runs.
#[allow(clippy::large_enum_variant, reason = "one for each node, moved seldom")]
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
    /// The value of the pipeline; none where the body has no tail.
    Tail(Option<Expr>),
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
