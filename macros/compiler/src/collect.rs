//! Finds the mentions that a node makes.

use proc_macro2::Span;
use syn::{Block, Expr, ExprBreak, ExprContinue, ExprReturn, ExprTry, Ident, Member, Path};

use crate::ir::{Exit, Mention, Node};
use crate::lower::Lower;
use crate::names::{Key, is_lower};
use crate::walk::{At, Context, Flow, Visitor, walk, walk_block, walk_matched};

/// What a walk over a node's expressions found.
#[derive(Default)]
pub struct Found {
    pub mentions: Vec<Mention>,
    pub groups: Vec<Flow>,
    pub bound: Flow,
    pub exits: bool,
    pub guards: bool,
    pub serial_calls: Vec<String>,
    pub unknown_macro: bool,
    pub unknown_name: bool,
    pub any_macro: bool,
    pub effect: bool,
}

impl Found {
    /// Moves what was found into the node.
    pub fn give(self, node: &mut Node) {
        node.mentions.extend(self.mentions);
        node.groups.extend(self.groups);
        if self.guards && node.exit == Exit::Never {
            node.exit = Exit::May;
        }
        node.bound.extend(self.bound);
        node.serial_calls.extend(self.serial_calls);
        node.unknown_macro |= self.unknown_macro;
        node.any_macro |= self.any_macro;
        node.effect |= self.effect;
        node.unknown_name |= self.unknown_name;
    }
}

/// The walk's visitor while mentions are collected.
pub struct Collect<'l, 'd> {
    pub lower: &'l mut Lower<'d>,
    pub found: Found,
    /// The statement beside which claims can be proved.
    pub claims: Option<usize>,
    /// What is collected runs only when the pipeline ends at this node.
    pub epilogue: bool,
    param: Option<usize>,
    whole: bool,
}

impl<'l, 'd> Collect<'l, 'd> {
    pub fn new(lower: &'l mut Lower<'d>) -> Collect<'l, 'd> {
        Collect { lower, found: Found::default(), claims: None, epilogue: false, param: None, whole: false }
    }

    /// Collects from an expression in `context`.
    pub fn expr(&mut self, expr: &mut Expr, context: Context) -> Flow {
        match context {
            Context::Read | Context::Write | Context::Parts => walk_matched(expr, context, self),
            context => walk(expr, context, self),
        }
    }

    /// Collects from argument `index` of the node's call.
    pub fn argument(&mut self, index: usize, expr: &mut Expr) {
        self.param = Some(index);
        self.whole = is_whole(expr);
        walk(expr, Context::Value, self);
        (self.param, self.whole) = (None, false);
    }

    /// Collects from the receiver of the node's method call, a variable.
    pub fn receiver(&mut self, expr: &mut Expr, method: &str) {
        (self.param, self.whole) = (Some(0), true);
        walk(expr, Context::Receiver(method.to_owned()), self);
        (self.param, self.whole) = (None, false);
    }

    /// Collects from a block.
    pub fn block(&mut self, block: &mut Block) -> Flow {
        walk_block(block, self)
    }

    fn add(&mut self, ident: &Ident, members: &[&Member], context: Context, at: At, hidden: bool) -> Option<usize> {
        let candidates = self.lower.lookup(&Key::of(ident), Some(ident))?;
        let members = members.iter().map(|member| (*member).clone()).collect();
        let (ident, param, whole, epilogue) = (ident.clone(), self.param, self.whole, self.epilogue);
        self.found.mentions.push(Mention { candidates, ident, members, context, at, hidden, param, whole, epilogue });
        Some(self.found.mentions.len() - 1)
    }
}

/// `x`, `&x`, `&mut x`, `x.left`: the parameter's type speaks of the place.
fn is_whole(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(e) => crate::names::field_path(&e.expr).is_some(),
        Expr::Paren(e) => is_whole(&e.expr),
        Expr::Group(e) => is_whole(&e.expr),
        other => crate::names::field_path(other).is_some(),
    }
}

impl Visitor for Collect<'_, '_> {
    fn place(&mut self, ident: &Ident, members: &[&Member], context: Context, at: At) -> Option<(usize, Option<Expr>)> {
        let number = self.add(ident, members, context, at, false);
        self.found.unknown_name |= number.is_none() && is_lower(&ident.to_string());
        number.map(|number| (number, None))
    }

    fn hidden(&mut self, _: &Key, name: &str, span: Span, context: Context, at: At) -> Option<usize> {
        let ident =
            syn::parse_str::<Ident>(name).map_or_else(|_| Ident::new_raw(name, span), |_| Ident::new(name, span));
        self.add(&ident, &[], context, at, true)
    }

    fn is_variable(&mut self, ident: &Ident) -> bool {
        self.lower.lookup(&Key::of(ident), None).is_some()
    }

    fn group(&mut self, members: &[usize]) {
        self.found.groups.push(members.to_vec());
    }

    fn exit_try(&mut self, expr: ExprTry) -> Expr {
        self.found.exits |= !self.epilogue;
        Expr::Try(expr)
    }

    fn exit_return(&mut self, expr: ExprReturn) -> Expr {
        self.found.exits |= !self.epilogue;
        Expr::Return(expr)
    }

    fn exit_macro(&mut self, _: &syn::Macro) -> Option<Expr> {
        self.found.exits |= !self.epilogue;
        None
    }

    fn exit_break(&mut self, expr: ExprBreak) -> Expr {
        self.found.exits |= !self.epilogue;
        Expr::Break(expr)
    }

    fn exit_continue(&mut self, expr: ExprContinue) -> Expr {
        self.found.exits |= !self.epilogue;
        Expr::Continue(expr)
    }

    fn guard(&mut self) {
        self.found.guards |= !self.epilogue;
    }

    fn bound(&mut self, members: &[usize]) {
        self.found.bound.extend(members);
    }

    fn owned(&mut self, call: &syn::ExprMethodCall, at: At) -> bool {
        let root = crate::names::field_path(&call.receiver).map(|(ident, _)| Key::of(ident));
        let provable = !at.nested && root.is_some_and(|key| self.lower.is_written(&key));
        match self.claims.filter(|_| provable) {
            Some(statement) => {
                self.lower.claim(statement, call);
                true
            }
            None => false,
        }
    }

    fn effect(&mut self) {
        self.found.effect |= !self.epilogue;
    }

    fn any_macro(&mut self) {
        self.found.any_macro = true;
    }

    fn serial_call(&mut self, callee: &Path) {
        let name = callee.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        self.found.serial_calls.push(name);
    }

    fn unknown_macro(&mut self) {
        self.found.unknown_macro = true;
        self.found.effect = true;
    }

    fn refuse(&mut self, span: Span, message: &str) {
        self.lower.diag.error_at(span, message);
    }
}
