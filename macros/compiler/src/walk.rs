//! One walk over an expression that knows what every mention of a variable does to it.
//!
//! The walk follows scopes (closure parameters, match arms, inner `let`s), so that a name means what rustc says it means.
//! It calls a [`Visitor`] for each mention, in evaluation order as far as that matters, and returns which mentions the
//! value of an expression may borrow from. The same walk collects mentions and later replaces them.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    BinOp, Block, Expr, ExprBreak, ExprClosure, ExprContinue, ExprReturn, ExprTry, Ident, Label, Lifetime, Local,
    Member, Pat, Path, Stmt, UnOp,
};

use crate::attributes;
use crate::bindings;
use crate::macros::{self, Arguments};
use crate::names::{Key, callee, field_path, ident_of, is_lower, is_mutator, is_owned, shows_order};

/// What the place around a mention does to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Context {
    /// Looked at: `&x`, `x == y`, `"{x}"`.
    Read,
    /// Changed: `&mut x`, `x += 1`, `*x = 1`.
    Write,
    /// Used by value.
    Value,
    /// Assigned as a whole.
    Assign,
    /// `x.method(..)`; what it does depends on the method and on `mut`.
    Receiver(String),
    /// `match x`, `let (a, b) = x`: moved out of if the parts are not `Copy`.
    Parts,
    /// `*x`: a look through a reference, or a move out of a box.
    Deref,
}

/// Where a mention stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// In a branch, a loop or a closure: it may run any number of times.
    pub nested: bool,
    /// In a closure.
    pub closure: bool,
    /// Changed as `&mut x` or `x += 1`, which `mut` alone allows.
    pub plain: bool,
    /// Matched against a pattern or the base of a struct: rustc does not ask that all of it is there.
    pub matched: bool,
    /// In a macro whose name promises what it does with it; but somebody may have their own `println!`.
    pub promised: bool,
    /// In a macro of unknown meaning, or under a condition: rustc may not see it.
    pub unsure: bool,
}

/// The mentions that a value may borrow from, by number.
pub type Flow = Vec<usize>;

/// What to do at the places of interest.
pub trait Visitor {
    /// A mention of `ident.members`; its number if `ident` is a variable of the pipeline, and what to put in its place.
    fn place(&mut self, ident: &Ident, members: &[&Member], context: Context, at: At) -> Option<(usize, Option<Expr>)>;
    /// A mention inside a literal, which cannot be replaced.
    fn hidden(&mut self, key: &Key, name: &str, span: Span, context: Context, at: At) -> Option<usize>;
    /// Whether the identifier is a variable of the pipeline.
    fn is_variable(&mut self, ident: &Ident) -> bool;
    /// After the expression, these may borrow from each other.
    fn group(&mut self, _members: &[usize]) {}
    /// `ident.members = value`: what to put in its place.
    fn assignment(&mut self, _ident: &Ident, _members: &[&Member], _value: &Expr) -> Option<Expr> {
        None
    }
    /// `operand?` outside closures.
    fn exit_try(&mut self, expr: ExprTry) -> Expr {
        Expr::Try(expr)
    }
    /// `return value` outside closures.
    fn exit_return(&mut self, expr: ExprReturn) -> Expr {
        Expr::Return(expr)
    }
    /// `assert!(condition)` without a message: its panic tells what is written there.
    fn assertion(&mut self, _mac: &syn::Macro, _written: &TokenStream) -> Option<Expr> {
        None
    }
    /// `dbg!(..)`, which tells what is written there.
    fn debug(&mut self, _mac: &syn::Macro, _written: &TokenStream) -> Option<Expr> {
        None
    }
    /// `bail!(..)` or `ensure!(..)`, which return in the middle of what they expand to.
    fn exit_macro(&mut self, _mac: &syn::Macro) -> Option<Expr> {
        None
    }
    /// `break` out of a loop that is not part of what is walked.
    fn exit_break(&mut self, expr: ExprBreak) -> Expr {
        Expr::Break(expr)
    }
    /// `continue` of a loop that is not part of what is walked.
    fn exit_continue(&mut self, expr: ExprContinue) -> Expr {
        Expr::Continue(expr)
    }
    /// Into a statement with `#[cfg(condition)]`, or with none.
    fn enter(&mut self, _condition: Option<&TokenStream>) {}
    /// Out of it.
    fn leave(&mut self, _condition: Option<&TokenStream>) {}
    /// A check that panics: what can be seen waits for it.
    fn guard(&mut self) {}
    /// What patterns of control flow bind may borrow from these.
    fn bound(&mut self, _members: &[usize]) {}
    /// A claim that the result of a method holds no borrow; whether it will be proved.
    fn owned(&mut self, _call: &syn::ExprMethodCall, _at: At) -> bool {
        false
    }
    /// Something that can be seen from outside.
    fn effect(&mut self) {}
    /// Any macro: it may mention names that nobody sees.
    fn any_macro(&mut self) {}
    /// A call written like a node, at a place where it runs as part of its glue.
    fn serial_call(&mut self, _callee: &Path) {}
    /// A macro whose meaning is unknown.
    fn unknown_macro(&mut self) {}
    /// Something that no pipeline may hold.
    fn refuse(&mut self, _span: Span, _message: &str) {}
}

/// Walks `expr`, which is matched against a pattern.
pub fn walk_matched(expr: &mut Expr, context: Context, visitor: &mut dyn Visitor) -> Flow {
    Walk::new(visitor).matched(expr, context)
}

/// Walks `expr`, which stands in `context`.
pub fn walk(expr: &mut Expr, context: Context, visitor: &mut dyn Visitor) -> Flow {
    Walk::new(visitor).expr(expr, context)
}

/// Walks a block of its own scope.
pub fn walk_block(block: &mut Block, visitor: &mut dyn Visitor) -> Flow {
    let at = At { nested: true, ..At::default() };
    Walk { at, ..Walk::new(visitor) }.block(block)
}

/// What a `let` does to its initial value: a name or `_` for the whole is by value, but `let _ = x;` does not move.
pub fn let_context(pat: &Pat) -> Context {
    match pat {
        Pat::Ident(p) if p.subpat.is_none() && p.by_ref.is_none() => Context::Value,
        pat => pattern_context(pat),
    }
}

/// What a pattern does to the place that it is matched against.
pub fn pattern_context(pat: &Pat) -> Context {
    let names = bindings::of(pat);
    if names.iter().any(|name| name.by_ref) {
        if names.iter().any(|name| name.by_ref && name.mutable) { Context::Write } else { Context::Read }
    } else if names.is_empty() {
        Context::Read
    } else {
        Context::Parts
    }
}

struct Walk<'a> {
    visitor: &'a mut dyn Visitor,
    scopes: Vec<BTreeSet<Key>>,
    at: At,
    /// Inside a `move` closure: every mention is a capture by value.
    moving: bool,
    /// Inside `inline!(..)`, where plain functions are called.
    inlined: bool,
    /// Inside a block, from which no call is hoisted.
    blocked: bool,
    /// Inside `node!(..)`, whose calls are rather of plain functions.
    foreign: bool,
    /// The loops and labelled blocks around: their labels, and whether they are loops.
    loops: Vec<(Option<Ident>, bool)>,
}

impl<'a> Walk<'a> {
    fn new(visitor: &'a mut dyn Visitor) -> Walk<'a> {
        let (scopes, at, loops) = (Vec::new(), At::default(), Vec::new());
        Walk { visitor, scopes, at, moving: false, inlined: false, blocked: false, foreign: false, loops }
    }

    /// Whether a jump stays inside what is walked.
    fn is_inner(&self, label: Option<&Lifetime>) -> bool {
        self.loops.iter().any(|(known, repeats)| match label {
            Some(label) => known.as_ref().is_some_and(|known| *known == label.ident),
            None => *repeats,
        })
    }

    fn in_loop<T>(&mut self, label: Option<&Label>, repeats: bool, body: impl FnOnce(&mut Self) -> T) -> T {
        self.loops.push((label.map(|label| label.name.ident.clone()), repeats));
        let result = body(self);
        self.loops.pop();
        result
    }

    fn expr(&mut self, expr: &mut Expr, context: Context) -> Flow {
        if let Some(flow) = self.place(expr, &context) {
            return flow;
        }
        match expr {
            Expr::Paren(e) => self.expr(&mut e.expr, context),
            Expr::Group(e) => self.expr(&mut e.expr, context),
            Expr::Field(e) => self.expr(&mut e.base, inner_context(context)),
            Expr::Index(e) => {
                let mut flow = self.expr(&mut e.expr, inner_context(context));
                flow.extend(self.value(&mut e.index));
                self.group(&flow);
                flow
            }
            Expr::Reference(e) => {
                let inner = if e.mutability.is_some() { Context::Write } else { Context::Read };
                self.plainly(e.mutability.is_some(), &mut e.expr, inner)
            }
            Expr::RawAddr(e) => self.expr(&mut e.expr, Context::Write),
            Expr::Unary(e) if matches!(e.op, UnOp::Deref(_)) => {
                let inner = match context {
                    Context::Value => Context::Deref,
                    Context::Assign => Context::Write,
                    other => other,
                };
                self.expr(&mut e.expr, inner)
            }
            Expr::Unary(e) => self.value(&mut e.expr),
            Expr::Cast(e) => self.value(&mut e.expr),
            Expr::Binary(e) => self.binary(&e.op, &mut e.left, &mut e.right),
            Expr::Assign(e) => {
                let mut flow = self.value(&mut e.right);
                if let Some(rewritten) = self.assignment(e) {
                    *expr = rewritten;
                    return Flow::new();
                }
                flow.extend(self.assignee(&mut e.left));
                self.group(&flow);
                Flow::new()
            }
            Expr::MethodCall(e) => self.method(e),
            Expr::Call(e) => self.call(e),
            // `node!(x)` and `inline!(x)` stand for `x`, also where a place is wanted: `&inline!(x)`.
            Expr::Macro(e) if macros::is_named(&e.mac, "node") || macros::is_named(&e.mac, "inline") => {
                self.visitor.any_macro();
                let inline = macros::is_named(&e.mac, "inline");
                match macros::only_expression(&e.mac) {
                    Ok(mut inner) => {
                        let outer = (self.inlined, self.foreign);
                        (self.inlined, self.foreign) = (self.inlined | inline, true);
                        let flow = self.expr(&mut inner, context);
                        (self.inlined, self.foreign) = outer;
                        e.mac.tokens = inner.to_token_stream();
                        flow
                    }
                    Err(_) => self.macro_call(&mut e.mac),
                }
            }
            Expr::Macro(e) if macros::is_region(&e.mac) => Flow::new(),
            Expr::Macro(e) => {
                let written = e.mac.tokens.clone();
                let flow = self.macro_call(&mut e.mac);
                if let Some(code) = self.replaced_macro(&e.mac, &written) {
                    *expr = code;
                }
                flow
            }
            Expr::Try(e) => {
                let flow = self.value(&mut e.expr);
                if !self.at.closure {
                    let taken = e.clone();
                    *expr = self.visitor.exit_try(taken);
                }
                flow
            }
            Expr::Return(e) => {
                let flow = e.expr.as_mut().map_or_else(Flow::new, |value| self.value(value));
                if !self.at.closure {
                    let taken = e.clone();
                    *expr = self.visitor.exit_return(taken);
                }
                flow
            }
            Expr::Break(e) => {
                let flow = e.expr.as_mut().map_or_else(Flow::new, |value| self.value(value));
                if !self.at.closure && !self.is_inner(e.label.as_ref()) {
                    let taken = e.clone();
                    *expr = self.visitor.exit_break(taken);
                }
                flow
            }
            Expr::Continue(e) => {
                if !self.at.closure && !self.is_inner(e.label.as_ref()) {
                    let taken = e.clone();
                    *expr = self.visitor.exit_continue(taken);
                }
                Flow::new()
            }
            Expr::Array(e) => self.values(e.elems.iter_mut()),
            Expr::Tuple(e) => self.values(e.elems.iter_mut()),
            Expr::Repeat(e) => self.values([&mut *e.expr, &mut *e.len].into_iter()),
            Expr::Range(e) => self.values(e.start.iter_mut().chain(e.end.iter_mut()).map(|end| &mut **end)),
            Expr::Struct(e) => {
                let mut flow = Flow::new();
                for field in &mut e.fields {
                    flow.extend(self.value(&mut field.expr));
                    // `Point { x }` becomes `Point { x: (*x) }`.
                    if field.colon_token.is_none() && !matches!(&field.expr, Expr::Path(_)) {
                        field.colon_token = Some(syn::Token![:](Span::mixed_site()));
                    }
                }
                // `..base` moves the fields that are not written, whichever they are.
                flow.extend(e.rest.iter_mut().flat_map(|rest| self.matched(rest, Context::Parts)));
                flow
            }
            Expr::Block(e) => {
                let label = e.label.clone();
                match &label {
                    Some(label) => self.in_loop(Some(label), false, |walk| walk.block(&mut e.block)),
                    None => self.block(&mut e.block),
                }
            }
            Expr::Unsafe(e) => self.block(&mut e.block),
            Expr::Const(_) => Flow::new(),
            Expr::Closure(e) => self.closure(e),
            Expr::If(_) | Expr::Match(_) | Expr::While(_) | Expr::ForLoop(_) | Expr::Loop(_) | Expr::Let(_) => {
                self.control(expr)
            }
            Expr::Async(e) => self.refuse(
                e.async_token.span,
                "an `async` block cannot stand in a pipeline: its nodes run \
                to their end; write a task that blocks on it",
            ),
            Expr::Await(e) => self.expr(&mut e.base, Context::Value),
            Expr::Yield(e) => self.refuse(e.yield_token.span, "`yield` cannot stand in a pipeline"),
            _ => Flow::new(),
        }
    }

    /// What the visitor puts in the place of a macro call.
    fn replaced_macro(&mut self, mac: &syn::Macro, written: &TokenStream) -> Option<Expr> {
        if macros::returns(mac) && !self.at.closure {
            return self.visitor.exit_macro(mac);
        }
        if macros::is_debug(mac) {
            return self.visitor.debug(mac, written);
        }
        macros::is_bare_assertion(mac).then(|| self.visitor.assertion(mac, written)).flatten()
    }

    fn place(&mut self, expr: &mut Expr, context: &Context) -> Option<Flow> {
        let (ident, members) = field_path(expr)?;
        if self.shadowed(&Key::of(ident)) {
            return Some(Flow::new());
        }
        let context = match context {
            _ if self.moving => Context::Value,
            Context::Value | Context::Parts | Context::Deref if self.at.closure => Context::Read,
            other => other.clone(),
        };
        let (number, replacement) = self.visitor.place(ident, &members, context, self.at)?;
        if let Some(replacement) = replacement {
            *expr = replacement;
        }
        Some(vec![number])
    }

    fn shadowed(&self, key: &Key) -> bool {
        self.scopes.iter().any(|scope| scope.contains(key))
    }

    fn plainly(&mut self, plain: bool, expr: &mut Expr, context: Context) -> Flow {
        let outer = std::mem::replace(&mut self.at.plain, plain && field_path(expr).is_some());
        let flow = self.expr(expr, context);
        self.at.plain = outer;
        flow
    }

    // let a = s.0; let (_, b) = s;
    /// Walks what a pattern is matched against: of a place the pattern may leave parts alone, and these may be gone.
    fn matched(&mut self, expr: &mut Expr, context: Context) -> Flow {
        let place = is_place(expr) || matches!(expr, Expr::Macro(_));
        let matched = self.at.matched || place;
        let outer = std::mem::replace(&mut self.at.matched, matched);
        let flow = self.expr(expr, context);
        self.at.matched = outer;
        flow
    }

    fn unsure<T>(&mut self, unsure: bool, body: impl FnOnce(&mut Self) -> T) -> T {
        let unsure = self.at.unsure || unsure;
        let outer = std::mem::replace(&mut self.at.unsure, unsure);
        let result = body(self);
        self.at.unsure = outer;
        result
    }

    fn value(&mut self, expr: &mut Expr) -> Flow {
        self.expr(expr, Context::Value)
    }

    fn values<'e>(&mut self, exprs: impl Iterator<Item = &'e mut Expr>) -> Flow {
        let mut flow = Flow::new();
        for expr in exprs {
            flow.extend(self.value(expr));
        }
        flow
    }

    fn group(&mut self, flow: &Flow) {
        if flow.len() > 1 {
            self.visitor.group(flow);
        }
    }

    fn refuse(&mut self, span: Span, message: &str) -> Flow {
        self.visitor.refuse(span, message);
        Flow::new()
    }

    fn binary(&mut self, op: &BinOp, left: &mut Expr, right: &mut Expr) -> Flow {
        match op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.value(left);
                self.nested(|walk| walk.value(right));
                Flow::new()
            }
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                let mut flow = self.expr(left, Context::Read);
                flow.extend(self.expr(right, Context::Read));
                self.group(&flow);
                // Comparison operators yield `bool`.
                Flow::new()
            }
            BinOp::Add(_)
            | BinOp::Sub(_)
            | BinOp::Mul(_)
            | BinOp::Div(_)
            | BinOp::Rem(_)
            | BinOp::BitXor(_)
            | BinOp::BitAnd(_)
            | BinOp::BitOr(_)
            | BinOp::Shl(_)
            | BinOp::Shr(_) => {
                let mut flow = self.value(left);
                flow.extend(self.value(right));
                self.group(&flow);
                flow
            }
            _ => {
                let mut flow = self.value(right);
                flow.extend(self.plainly(true, left, Context::Write));
                self.group(&flow);
                Flow::new()
            }
        }
    }

    /// `x = value` and `(a, b) = value` as the visitor wants them.
    fn assignment(&mut self, e: &syn::ExprAssign) -> Option<Expr> {
        if let Some((ident, members)) = field_path(&e.left) {
            return if self.shadowed(&Key::of(ident)) {
                None
            } else {
                self.visitor.assignment(ident, &members, &e.right)
            };
        }
        if !matches!(&*e.left, Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) | Expr::Call(_)) {
            return None;
        }
        // (a, v[0]) = value;    { let (x, y) = value; a = x; v[0] = y; }
        let mut left = (*e.left).clone();
        let mut places = Vec::new();
        name_places(&mut left, &mut places);
        let mut rewritten = false;
        let mut assignments = Vec::new();
        for (name, place) in places {
            let value: Expr = syn::parse_quote!(#name);
            let one = field_path(&place)
                .filter(|(ident, _)| !self.shadowed(&Key::of(ident)))
                .and_then(|(ident, members)| self.visitor.assignment(ident, &members, &value));
            rewritten |= one.is_some();
            assignments.push(one.unwrap_or_else(|| {
                let mut place = place;
                self.assignee(&mut place);
                syn::parse_quote!(#place = #value)
            }));
        }
        let value = &e.right;
        // A left side that is no pattern is rustc's to refuse.
        let block = syn::parse2(quote::quote!({ let #left = #value; #(#assignments;)* })).ok();
        block.filter(|_| rewritten)
    }

    /// The left side of `=`, which may be a pattern of places.
    fn assignee(&mut self, expr: &mut Expr) -> Flow {
        match expr {
            Expr::Tuple(e) => e.elems.iter_mut().flat_map(|elem| self.assignee(elem)).collect(),
            Expr::Array(e) => e.elems.iter_mut().flat_map(|elem| self.assignee(elem)).collect(),
            Expr::Call(e) => e.args.iter_mut().flat_map(|elem| self.assignee(elem)).collect(),
            Expr::Struct(e) => e.fields.iter_mut().flat_map(|field| self.assignee(&mut field.expr)).collect(),
            Expr::Paren(e) => self.assignee(&mut e.expr),
            Expr::Infer(_) => Flow::new(),
            other => self.expr(other, Context::Assign),
        }
    }

    fn method(&mut self, call: &mut syn::ExprMethodCall) -> Flow {
        let method = call.method.to_string();
        let receiver = if is_place(&call.receiver) { Context::Receiver(method.clone()) } else { Context::Value };
        let claim = is_owned(&method) && call.args.is_empty() && field_path(&call.receiver).is_some();
        let written = claim.then(|| call.clone());
        if shows_order(&method) && matches!(&*call.receiver, Expr::Path(_)) && !is_variable_like(&call.receiver) {
            // `COUNTER.fetch_add(1, SeqCst)`: a static.
            self.visitor.effect();
        }
        let mut flow = self.expr(&mut call.receiver, receiver);
        if matches!(call.args.first(), Some(Expr::Macro(e)) if macros::is_region(&e.mac)) {
            // The items go to the region, and what it makes of them is its own.
            self.visitor.bound(&flow);
            self.group(&flow);
            return Flow::new();
        }
        flow.extend(self.values(call.args.iter_mut()));
        self.group(&flow);
        // The claim that the result holds no borrow is dropped where it cannot be proved.
        match written {
            Some(written) if !flow.is_empty() && self.visitor.owned(&written, self.at) => Flow::new(),
            _ => flow,
        }
    }

    fn call(&mut self, call: &mut syn::ExprCall) -> Flow {
        let mut data = false;
        let mut flow = Flow::new();
        match &mut *call.func {
            Expr::Path(path) if path.qself.is_none() => {
                let local = path.path.get_ident().cloned().filter(|ident| self.visitor.is_variable(ident));
                if local.is_some() || path.path.get_ident().is_some_and(|ident| self.shadowed(&Key::of(ident))) {
                    flow.extend(self.expr(&mut call.func, Context::Receiver("()".to_owned())));
                } else {
                    data = is_data(&path.path);
                    if let Some(callee) = callee(call) {
                        self.visitor.serial_call(&callee.clone());
                        // Nobody knows here whether the task is ordered.
                        let serial = self.at.nested || self.blocked && !self.foreign;
                        if serial && !self.at.closure && !self.inlined {
                            self.visitor.effect();
                        }
                    }
                }
            }
            func => {
                // `(helper)(x)`: a name that is no variable is a function, also around a pipeline in value form.
                let function = ident_of(func).is_some_and(|ident| !self.visitor.is_variable(ident));
                if !function {
                    flow.extend(self.expr(func, Context::Receiver("()".to_owned())));
                }
            }
        }
        flow.extend(self.values(call.args.iter_mut()));
        if !data {
            self.group(&flow);
        }
        flow
    }

    fn nested<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.at.nested, true);
        let result = body(self);
        self.at.nested = outer;
        result
    }

    fn scoped<T>(&mut self, names: BTreeSet<Key>, body: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(names);
        let result = body(self);
        self.scopes.pop();
        result
    }

    fn closure(&mut self, closure: &mut ExprClosure) -> Flow {
        if let Some(token) = &closure.asyncness {
            return self.refuse(token.span, "an `async` closure cannot stand in a pipeline");
        }
        let names = closure.inputs.iter().flat_map(keys).collect();
        let outer = (self.at, self.moving);
        self.at = At { nested: true, closure: true, plain: false, ..self.at };
        self.moving |= closure.capture.is_some();
        let flow = self.scoped(names, |walk| walk.value(&mut closure.body));
        (self.at, self.moving) = outer;
        self.group(&flow);
        flow
    }

    fn block(&mut self, block: &mut Block) -> Flow {
        let outer = std::mem::replace(&mut self.blocked, true);
        let flow = self.scoped(BTreeSet::new(), |walk| {
            let mut flow = Flow::new();
            for stmt in &mut block.stmts {
                flow.extend(walk.statement(stmt));
            }
            walk.group(&flow);
            flow
        });
        self.blocked = outer;
        flow
    }

    // #[cfg(debug)] break;
    /// A condition on a statement holds for what is put in its place.
    fn statement(&mut self, stmt: &mut Stmt) -> Flow {
        let written = attributes::of_stmt(stmt).to_vec();
        let condition = attributes::condition(&written);
        self.visitor.enter(condition.as_ref());
        let flow = self.unsure(condition.is_some(), |walk| walk.bare_statement(stmt));
        self.visitor.leave(condition.as_ref());
        if attributes::of_stmt(stmt).is_empty() && !written.is_empty() {
            attributes::put(stmt, written);
        }
        flow
    }

    fn bare_statement(&mut self, stmt: &mut Stmt) -> Flow {
        match stmt {
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(expr, semi) => {
                let jump = matches!(expr, Expr::Return(_) | Expr::Break(_) | Expr::Continue(_));
                let branches = crate::hoist::is_control(&Stmt::Expr(expr.clone(), None));
                let plain = matches!(expr, Expr::Assign(_) | Expr::Binary(_))
                    || jump
                    || branches
                    || matches!(expr, Expr::Macro(e) if macros::is_region(&e.mac))
                    || matches!(expr, Expr::MethodCall(e) if is_mutator(&e.method.to_string()));
                if semi.is_some() && !plain {
                    self.visitor.effect();
                }
                self.value(expr)
            }
            Stmt::Macro(call) => {
                if !macros::returns(&call.mac) {
                    self.visitor.effect();
                }
                let written = call.mac.tokens.clone();
                let flow = self.macro_call(&mut call.mac);
                if let Some(code) = self.replaced_macro(&call.mac, &written) {
                    *stmt = Stmt::Expr(code, call.semi_token);
                }
                flow
            }
            Stmt::Item(syn::Item::Macro(_)) => {
                self.visitor.unknown_macro();
                Flow::new()
            }
            Stmt::Item(_) => Flow::new(),
        }
    }

    fn local(&mut self, local: &mut Local) -> Flow {
        let mut flow = Flow::new();
        if let Some(init) = &mut local.init {
            flow.extend(self.matched(&mut init.expr, pattern_context(&local.pat)));
            if let Some((_, diverge)) = &mut init.diverge {
                flow.extend(self.nested(|walk| walk.value(diverge)));
            }
        }
        let names = keys(&local.pat);
        if let Some(scope) = self.scopes.last_mut() {
            scope.extend(names);
        }
        flow
    }

    fn control(&mut self, expr: &mut Expr) -> Flow {
        let flow = match expr {
            Expr::If(e) => {
                let mut flow = self.scoped(BTreeSet::new(), |walk| {
                    let mut flow = walk.value(&mut e.cond);
                    if hands_on_nothing(&e.then_branch) {
                        // Regions take care of what the condition's patterns bind.
                        walk.group(&flow);
                        flow.clear();
                    }
                    flow.extend(walk.nested(|walk| walk.block(&mut e.then_branch)));
                    flow
                });
                // Names of the condition's patterns end before `else`.
                flow.extend(e.else_branch.iter_mut().flat_map(|(_, other)| self.nested(|walk| walk.value(other))));
                flow
            }
            Expr::Let(e) => {
                let flow = self.matched(&mut e.expr, pattern_context(&e.pat));
                self.visitor.bound(&flow);
                let names = keys(&e.pat);
                if let Some(scope) = self.scopes.last_mut() {
                    scope.extend(names);
                }
                flow
            }
            Expr::Match(e) => {
                let contexts: Vec<Context> = e.arms.iter().map(|arm| pattern_context(&arm.pat)).collect();
                let context = [Context::Write, Context::Read, Context::Parts]
                    .into_iter()
                    .find(|context| match context {
                        Context::Read => {
                            e.arms.iter().any(|arm| bindings::of(&arm.pat).iter().any(|name| name.by_ref))
                                || contexts.iter().all(|context| *context == Context::Read)
                        }
                        context => contexts.contains(context),
                    })
                    .unwrap_or(Context::Read);
                let mut flow = self.matched(&mut e.expr, context);
                self.visitor.bound(&flow);
                let binds = |arm: &syn::Arm| !bindings::of_arm(&arm.pat).is_empty();
                if !e.arms.iter().any(|arm| binds(arm) && !is_region_or_literal(&arm.body)) {
                    self.group(&flow);
                    flow.clear();
                }
                for arm in &mut e.arms {
                    let names = arm_keys(&arm.pat);
                    flow.extend(self.scoped(names, |walk| {
                        walk.nested(|walk| {
                            let mut flow = Flow::new();
                            flow.extend(arm.guard.iter_mut().flat_map(|(_, guard)| walk.value(guard)));
                            flow.extend(walk.value(&mut arm.body));
                            flow
                        })
                    }));
                }
                flow
            }
            Expr::While(e) => self.scoped(BTreeSet::new(), |walk| {
                walk.nested(|walk| {
                    let mut flow = walk.value(&mut e.cond);
                    let label = e.label.clone();
                    flow.extend(walk.in_loop(label.as_ref(), true, |walk| walk.block(&mut e.body)));
                    flow
                })
            }),
            Expr::ForLoop(e) => {
                self.window(&mut e.attrs);
                let mut flow = self.value(&mut e.expr);
                self.visitor.bound(&flow);
                let (names, label) = (keys(&e.pat), e.label.clone());
                let body = |walk: &mut Self| walk.in_loop(label.as_ref(), true, |walk| walk.block(&mut e.body));
                flow.extend(self.scoped(names, |walk| walk.nested(body)));
                flow
            }
            Expr::Loop(e) => {
                let label = e.label.clone();
                self.nested(|walk| walk.in_loop(label.as_ref(), true, |walk| walk.block(&mut e.body)))
            }
            _ => unreachable!("control() is called for control flow alone"),
        };
        self.group(&flow);
        flow
    }

    /// `#[window(n)]` looks at `n`.
    fn window(&mut self, attrs: &mut [syn::Attribute]) {
        for attr in attrs.iter_mut().filter(|attr| attr.path().is_ident("window")) {
            if let (Ok(mut number), syn::Meta::List(list)) = (attr.parse_args::<Expr>(), &mut attr.meta) {
                self.value(&mut number);
                list.tokens = number.to_token_stream();
            }
        }
    }

    fn macro_call(&mut self, mac: &mut syn::Macro) -> Flow {
        let outer = std::mem::replace(&mut self.at.promised, true);
        let known = macros::parse(mac).is_some_and(|arguments| arguments.known);
        let flow = self.unsure(!known, |walk| walk.macro_input(mac));
        self.at.promised = outer;
        flow
    }

    fn macro_input(&mut self, mac: &mut syn::Macro) -> Flow {
        if macros::is_named(mac, "stringify") {
            // What stands in it is text.
            return Flow::new();
        }
        self.visitor.any_macro();
        if macros::is_assertion(mac) && !self.at.closure {
            self.visitor.guard();
        }
        let Some(mut arguments) = macros::parse(mac) else {
            self.visitor.unknown_macro();
            self.opaque_macro(mac);
            return Flow::new();
        };
        if !arguments.known {
            self.visitor.unknown_macro();
        }
        let debug = macros::is_debug(mac);
        if debug {
            self.visitor.effect();
        }
        let mut flow = Flow::new();
        for (name, expr, context, lazy) in arguments.exprs() {
            let _ = name;
            flow.extend(if lazy && !debug {
                self.nested(|walk| walk.expr(expr, context))
            } else {
                self.expr(expr, context)
            });
        }
        flow.extend(self.literals(&arguments));
        self.group(&flow);
        if let Some((pat, guard)) = arguments.guard() {
            let names = keys(pat);
            self.scoped(names, |walk| walk.nested(|walk| walk.value(guard)));
        }
        mac.tokens = arguments.into_tokens();
        flow
    }

    /// `"{raw}"` and `"{:width$}"` mention variables without a token of their own.
    fn literals(&mut self, arguments: &Arguments) -> Flow {
        let mut flow = Flow::new();
        for (name, span, by_value) in arguments.captured() {
            let key = Key::new(&name, span);
            if !self.shadowed(&key) {
                let context = if by_value { Context::Value } else { Context::Read };
                flow.extend(self.visitor.hidden(&key, &name, span, context, self.at));
            }
        }
        flow
    }

    /// A macro whose input is no list of expressions: nothing in it may be a variable of the pipeline.
    fn opaque_macro(&mut self, mac: &syn::Macro) {
        let mut told: Vec<String> = Vec::new();
        for ident in macros::identifiers(&mac.tokens) {
            if told.contains(&ident.to_string()) {
                continue;
            }
            told.push(ident.to_string());
            if !self.shadowed(&Key::of(&ident)) && self.visitor.is_variable(&ident) {
                let name = mac.path.to_token_stream().to_string().replace(' ', "");
                let message = format!(
                    "`{name}!` mentions `{ident}` in a way that cannot be followed: pass it as an \
                    expression among commas, or call a task that uses the macro"
                );
                self.visitor.refuse(ident.span(), &message);
            }
        }
    }
}

/// Whether the value of a branch comes from a region or a literal.
fn hands_on_nothing(block: &Block) -> bool {
    match block.stmts.as_slice() {
        [] => true,
        [Stmt::Expr(expr, None)] => is_region_or_literal(expr),
        _ => false,
    }
}

fn is_region_or_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Macro(e) => macros::is_region(&e.mac),
        Expr::Lit(_) => true,
        Expr::Block(e) => e.label.is_none() && hands_on_nothing(&e.block),
        _ => false,
    }
}

/// The names that a refutable pattern binds, where an upper-case name alone is a constant.
fn arm_keys(pat: &Pat) -> BTreeSet<Key> {
    match pat {
        Pat::Ident(pat) if pat.subpat.is_none() && pat.by_ref.is_none() && !is_lower(&pat.ident.to_string()) => {
            BTreeSet::new()
        }
        pat => keys(pat),
    }
}

/// Turns the places of a destructuring assignment into names, to be assigned one by one.
fn name_places(left: &mut Expr, places: &mut Vec<(Ident, Expr)>) {
    match left {
        Expr::Tuple(e) => e.elems.iter_mut().for_each(|elem| name_places(elem, places)),
        Expr::Array(e) => e.elems.iter_mut().for_each(|elem| name_places(elem, places)),
        Expr::Call(e) => e.args.iter_mut().for_each(|elem| name_places(elem, places)),
        Expr::Struct(e) => e.fields.iter_mut().for_each(|field| {
            field.colon_token.get_or_insert(syn::Token![:](Span::mixed_site()));
            name_places(&mut field.expr, places);
        }),
        Expr::Paren(e) => name_places(&mut e.expr, places),
        Expr::Infer(_) | Expr::Range(_) => {}
        place => {
            let name = Ident::new(&format!("__assigned{}", places.len()), Span::mixed_site());
            let place = std::mem::replace(place, syn::parse_quote!(#name));
            places.push((name, place));
        }
    }
}

/// `raw` rather than `COUNTER`.
fn is_variable_like(expr: &Expr) -> bool {
    field_path(expr).is_some_and(|(ident, _)| is_lower(&ident.to_string()))
}

/// Constructors that only put their arguments together. Any function may have an upper-case name.
fn is_data(path: &Path) -> bool {
    let text: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let text: Vec<&str> = text.iter().map(String::as_str).collect();
    matches!(
        text.as_slice(),
        ["Some" | "Ok" | "Err"]
            | ["Box" | "Arc" | "Vec" | "String", "new"]
            | ["Option", "Some"]
            | ["Result", "Ok" | "Err"]
    )
}

fn keys(pat: &Pat) -> BTreeSet<Key> {
    bindings::of(pat).iter().map(|binding| Key::of(&binding.ident)).collect()
}

/// The context of the base of a field or index expression.
fn inner_context(context: Context) -> Context {
    match context {
        Context::Value | Context::Parts | Context::Deref => Context::Read,
        Context::Assign => Context::Write,
        other => other,
    }
}

/// Whether an expression denotes a place rather than a fresh value.
pub fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Field(e) => is_place(&e.base),
        Expr::Index(e) => is_place(&e.expr),
        Expr::Unary(e) => matches!(e.op, UnOp::Deref(_)),
        Expr::Paren(e) => is_place(&e.expr),
        Expr::Group(e) => is_place(&e.expr),
        _ => false,
    }
}
