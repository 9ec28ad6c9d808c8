//! A-normal form: every call of a task becomes a node of its own.
//!
//! What stands left of a hoisted call and could be told apart is hoisted with it, so that evaluation order stays Rust's:
//! `f(x, bump(&mut x))` reads `x` before it is bumped. What is stable (literals, `&place`, names that nothing to the right
//! changes) stays. Not hoisted, as it would change the meaning: the right of `&&` and `||`, closure bodies, branches,
//! loop conditions.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{BinOp, Expr, Macro, Stmt};

use crate::lower::Lower;
use crate::macros;
use crate::names::{Key, callee, field_path, is_lower, is_reader};
use crate::walk::{Context, is_place, pattern_context};

impl Lower<'_> {
    /// Hoists the calls inside `expr`; a call that is `expr` itself becomes a temporary, too.
    pub fn hoist(&mut self, expr: &mut Expr) {
        if !self.has_call(expr) {
            return;
        }
        if self.is_node(expr) {
            self.hoist_inner(expr);
            let value = std::mem::replace(expr, Expr::PLACEHOLDER);
            *expr = self.temporary(value);
        } else {
            self.hoist_inner(expr);
        }
    }

    /// Hoists the calls inside `expr`, but not `expr` itself.
    pub fn hoist_inner(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Call(e) => {
                let mut operands: Vec<&mut Expr> = Vec::new();
                if !matches!(&*e.func, Expr::Path(_)) {
                    operands.push(&mut e.func);
                }
                let places = operands.len();
                operands.extend(e.args.iter_mut());
                self.operands(operands, places);
            }
            Expr::MethodCall(e) => {
                let mut operands = vec![&mut *e.receiver];
                operands.extend(e.args.iter_mut());
                self.operands(operands, 1);
            }
            Expr::Binary(e) if matches!(e.op, BinOp::And(_) | BinOp::Or(_)) => self.hoist(&mut e.left),
            Expr::Binary(e) => {
                let places = if is_comparison(&e.op) { 2 } else { 0 };
                self.operands(vec![&mut e.left, &mut e.right], places);
            }
            Expr::Index(e) => self.operands(vec![&mut e.expr, &mut e.index], 1),
            Expr::Array(e) => self.operands(e.elems.iter_mut().collect(), 0),
            Expr::Tuple(e) => self.operands(e.elems.iter_mut().collect(), 0),
            Expr::Struct(e) => {
                let operands =
                    e.fields.iter_mut().map(|field| &mut field.expr).chain(e.rest.iter_mut().map(|rest| &mut **rest));
                self.operands(operands.collect(), 0);
            }
            Expr::Range(e) => {
                self.operands(e.start.iter_mut().chain(e.end.iter_mut()).map(|end| &mut **end).collect(), 0)
            }
            Expr::Repeat(e) => self.hoist(&mut e.expr),
            Expr::Unary(e) => self.hoist(&mut e.expr),
            Expr::Cast(e) => self.hoist(&mut e.expr),
            Expr::Paren(e) => self.hoist(&mut e.expr),
            Expr::Group(e) => self.hoist(&mut e.expr),
            Expr::Field(e) => self.hoist(&mut e.base),
            Expr::Reference(e) => self.hoist(&mut e.expr),
            // `f(x)?` is one node: the call stays under its `?`.
            Expr::Try(e) if self.is_node(&e.expr) => self.hoist_inner(&mut e.expr),
            Expr::Try(e) => self.hoist(&mut e.expr),
            Expr::Let(e) => self.hoist(&mut e.expr),
            Expr::If(e) => self.hoist_condition(&mut e.cond),
            Expr::Match(e) => self.hoist(&mut e.expr),
            Expr::ForLoop(e) => self.hoist(&mut e.expr),
            Expr::Return(e) => e.expr.iter_mut().for_each(|value| self.hoist(value)),
            Expr::Break(e) => e.expr.iter_mut().for_each(|value| self.hoist(value)),
            Expr::Assign(e) => self.hoist(&mut e.right),
            Expr::Macro(e) => self.hoist_macro(&mut e.mac),
            _ => {}
        }
    }

    /// Of `if a && let Some(b) = f(c)`, the leftmost part alone runs in any case.
    fn hoist_condition(&mut self, condition: &mut Expr) {
        match condition {
            Expr::Binary(e) if matches!(e.op, BinOp::And(_)) => self.hoist_condition(&mut e.left),
            other => self.hoist(other),
        }
    }

    fn hoist_macro(&mut self, mac: &mut Macro) {
        if macros::is_named(mac, "inline") {
            return;
        }
        if macros::is_named(mac, "node") {
            // The outermost call is the node; what it is given may hold others.
            if let Ok(mut inner) = macros::only_expression(mac) {
                self.hoist_inner(&mut inner);
                mac.tokens = inner.to_token_stream();
            }
            return;
        }
        let Some(mut arguments) = macros::parse(mac) else { return };
        let hoists = arguments.eager().into_iter().any(|expr| self.has_call(expr));
        if hoists || macros::is_named(mac, "dbg") {
            self.trust(mac);
        }
        let written = (hoists && macros::is_bare_assertion(mac)).then(|| macros::assertion_failed(mac)).flatten();
        let places = arguments.places();
        self.operands(arguments.eager(), places);
        mac.tokens = arguments.into_tokens();
        if let Some(message) = written {
            mac.tokens.extend(quote::quote!(, #message));
        }
    }

    /// Hoists from a list that is evaluated left to right. The first `places` are used as places, if they are: they are
    /// borrowed, not copied, so nothing to the right can change them.
    fn operands(&mut self, mut operands: Vec<&mut Expr>, places: usize) {
        let Some(last) = operands.iter().rposition(|operand| self.has_call(operand)) else { return };
        let changed: Vec<Changed> = operands.iter().map(|operand| self.changed_by(operand)).collect();
        for (index, operand) in operands.iter_mut().take(last + 1).enumerate() {
            let later = &changed[index + 1..=last];
            if index == last {
                self.hoist(operand);
            } else if index < places && is_place(operand) {
                // Rust lets the right side borrow what stands here mutably only if it was copied before: `x == bump(&mut x)`.
                let borrowed = later.iter().flat_map(|changed| &changed.borrowed);
                let copied: Vec<&Key> =
                    borrowed.filter(|(_, place)| overlaps(operand, place)).map(|(key, _)| key).collect();
                if !copied.is_empty() { self.stabilise(operand, &copied) } else { self.hoist_inner(operand) }
            } else {
                let changed: Vec<&Key> = later
                    .iter()
                    .flat_map(|changed| changed.borrowed.iter().map(|(key, _)| key).chain(&changed.other))
                    .collect();
                self.stabilise(operand, &changed);
            }
        }
    }

    /// Evaluates `operand` now, unless nothing can tell when it is evaluated.
    fn stabilise(&mut self, operand: &mut Expr, changed: &[&Key]) {
        if self.is_stable(operand, changed) {
            return;
        }
        match operand {
            Expr::Reference(e) if !is_place(&e.expr) => self.stabilise(&mut e.expr, changed),
            Expr::Paren(e) => self.stabilise(&mut e.expr, changed),
            Expr::Group(e) => self.stabilise(&mut e.expr, changed),
            Expr::Tuple(e) => e.elems.iter_mut().for_each(|elem| self.stabilise(elem, changed)),
            Expr::Array(e) => e.elems.iter_mut().for_each(|elem| self.stabilise(elem, changed)),
            Expr::Struct(e) if e.rest.is_none() => {
                e.fields.iter_mut().for_each(|field| self.stabilise(&mut field.expr, changed));
            }
            Expr::Call(e) if is_constructor(&e.func) => e.args.iter_mut().for_each(|arg| self.stabilise(arg, changed)),
            _ => {
                if let Expr::MethodCall(e) = operand
                    && !is_place(&e.receiver)
                {
                    // What the method returns may borrow from its receiver, which must live on.
                    self.stabilise(&mut e.receiver, changed);
                }
                self.hoist_inner(operand);
                let value = std::mem::replace(operand, Expr::PLACEHOLDER);
                *operand = self.temporary(value);
            }
        }
    }

    fn is_stable(&self, expr: &Expr, changed: &[&Key]) -> bool {
        if let Some((ident, _)) = field_path(expr) {
            return !changed.contains(&&Key::of(ident));
        }
        match expr {
            Expr::Lit(_) | Expr::Path(_) | Expr::Closure(_) | Expr::Const(_) => true,
            Expr::Reference(e) => is_field_place(&e.expr) || self.is_stable(&e.expr, changed),
            Expr::Unary(e) => matches!(e.op, syn::UnOp::Neg(_)) && matches!(&*e.expr, Expr::Lit(_)),
            Expr::Paren(e) => self.is_stable(&e.expr, changed),
            Expr::Group(e) => self.is_stable(&e.expr, changed),
            Expr::Tuple(e) => e.elems.iter().all(|elem| self.is_stable(elem, changed)),
            Expr::Array(e) => e.elems.iter().all(|elem| self.is_stable(elem, changed)),
            Expr::Struct(e) => e.rest.is_none() && e.fields.iter().all(|field| self.is_stable(&field.expr, changed)),
            Expr::Call(e) => is_constructor(&e.func) && e.args.iter().all(|arg| self.is_stable(arg, changed)),
            _ => false,
        }
    }

    /// The variables that evaluating `expr` may change.
    fn changed_by(&self, expr: &Expr) -> Changed {
        struct Find<'a, 'd>(&'a Lower<'d>, Changed);
        impl syn::visit::Visit<'_> for Find<'_, '_> {
            fn visit_expr_reference(&mut self, e: &syn::ExprReference) {
                if e.mutability.is_some() {
                    self.1.borrowed.extend(root(&e.expr).map(|ident| (Key::of(ident), (*e.expr).clone())));
                }
                syn::visit::visit_expr_reference(self, e);
            }
            fn visit_expr_method_call(&mut self, e: &syn::ExprMethodCall) {
                if !is_reader(&e.method.to_string()) {
                    self.1.other.extend(root(&e.receiver).map(Key::of));
                }
                syn::visit::visit_expr_method_call(self, e);
            }
            fn visit_expr_assign(&mut self, e: &syn::ExprAssign) {
                self.1.other.extend(root(&e.left).map(Key::of));
                syn::visit::visit_expr_assign(self, e);
            }
            fn visit_expr_binary(&mut self, e: &syn::ExprBinary) {
                self.1.other.extend(root(&e.left).map(Key::of));
                syn::visit::visit_expr_binary(self, e);
            }
            // A `&mut _` that is passed by name is reborrowed.
            fn visit_expr_call(&mut self, e: &syn::ExprCall) {
                for ident in e.args.iter().filter_map(|arg| field_path(arg)).map(|(ident, _)| ident) {
                    if self.0.is_exclusive_ref(&Key::of(ident)) {
                        self.1.other.push(Key::of(ident));
                    }
                }
                syn::visit::visit_expr_call(self, e);
            }
            fn visit_macro(&mut self, mac: &Macro) {
                self.1.other.extend(macros::identifiers(&mac.tokens).iter().map(Key::of));
            }
        }
        let mut find = Find(self, Changed::default());
        syn::visit::Visit::visit_expr(&mut find, expr);
        find.1
    }

    /// Whether the expression is a node by itself: a call of a task, `node!(..)`, or one of these under `?`.
    pub fn is_node(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Call(call) => self.task_of(call).is_some(),
            Expr::Macro(e) => macros::is_named(&e.mac, "node"),
            Expr::Try(e) => self.is_node(&e.expr),
            Expr::Paren(e) => self.is_node(&e.expr),
            Expr::Group(e) => self.is_node(&e.expr),
            _ => false,
        }
    }

    /// The task that a call is written to call.
    pub fn task_of<'e>(&self, call: &'e syn::ExprCall) -> Option<&'e syn::Path> {
        let path = callee(call)?;
        let local = path.get_ident().is_some_and(|ident| self.is_local(&Key::of(ident)));
        (!local).then_some(path)
    }

    /// Whether `expr` holds a call that can be hoisted.
    pub fn has_call(&self, expr: &Expr) -> bool {
        if self.is_node(expr) {
            return true;
        }
        match expr {
            Expr::Call(e) => self.has_call(&e.func) || e.args.iter().any(|arg| self.has_call(arg)),
            Expr::MethodCall(e) => self.has_call(&e.receiver) || e.args.iter().any(|arg| self.has_call(arg)),
            Expr::Binary(e) if matches!(e.op, BinOp::And(_) | BinOp::Or(_)) => self.has_call(&e.left),
            Expr::Binary(e) => self.has_call(&e.left) || self.has_call(&e.right),
            Expr::Index(e) => self.has_call(&e.expr) || self.has_call(&e.index),
            Expr::Array(e) => e.elems.iter().any(|elem| self.has_call(elem)),
            Expr::Tuple(e) => e.elems.iter().any(|elem| self.has_call(elem)),
            Expr::Struct(e) => {
                e.fields.iter().any(|field| self.has_call(&field.expr)) || e.rest.iter().any(|rest| self.has_call(rest))
            }
            Expr::Range(e) => e.start.iter().chain(&e.end).any(|end| self.has_call(end)),
            Expr::Repeat(e) => self.has_call(&e.expr),
            Expr::Unary(e) => self.has_call(&e.expr),
            Expr::Cast(e) => self.has_call(&e.expr),
            Expr::Paren(e) => self.has_call(&e.expr),
            Expr::Group(e) => self.has_call(&e.expr),
            Expr::Field(e) => self.has_call(&e.base),
            Expr::Reference(e) => self.has_call(&e.expr),
            Expr::Try(e) => self.has_call(&e.expr),
            Expr::Let(e) => self.has_call(&e.expr),
            Expr::If(e) => self.condition_has_call(&e.cond),
            Expr::Match(e) => self.has_call(&e.expr),
            Expr::ForLoop(e) => self.has_call(&e.expr),
            Expr::Return(e) => e.expr.as_ref().is_some_and(|value| self.has_call(value)),
            Expr::Break(e) => e.expr.as_ref().is_some_and(|value| self.has_call(value)),
            Expr::Assign(e) => self.has_call(&e.right),
            Expr::Macro(e) if macros::is_named(&e.mac, "inline") => false,
            Expr::Macro(e) => macros::parse(&e.mac)
                .is_some_and(|mut arguments| arguments.eager().into_iter().any(|expr| self.has_call(expr))),
            _ => false,
        }
    }

    fn condition_has_call(&self, condition: &Expr) -> bool {
        match condition {
            Expr::Binary(e) if matches!(e.op, BinOp::And(_)) => self.condition_has_call(&e.left),
            other => self.has_call(other),
        }
    }

    /// `let x = &f();` and `let x = &text.to_string();`: the temporary lives as long as `x`.
    pub fn extend_temporaries(&mut self, init: &mut Expr) {
        match init {
            Expr::Reference(e) if is_place(&e.expr) || matches!(&*e.expr, Expr::Lit(_)) => {}
            Expr::Reference(e) => {
                self.extend_temporaries(&mut e.expr);
                if !is_place(&e.expr) && !is_constant(&e.expr) {
                    self.hoist_inner(&mut e.expr);
                    let value = std::mem::replace(&mut *e.expr, Expr::PLACEHOLDER);
                    *e.expr = self.temporary(value);
                }
            }
            Expr::Tuple(e) => e.elems.iter_mut().for_each(|elem| self.extend_temporaries(elem)),
            Expr::Array(e) => e.elems.iter_mut().for_each(|elem| self.extend_temporaries(elem)),
            Expr::Struct(e) => e.fields.iter_mut().for_each(|field| self.extend_temporaries(&mut field.expr)),
            Expr::Paren(e) => self.extend_temporaries(&mut e.expr),
            Expr::Cast(e) => self.extend_temporaries(&mut e.expr),
            _ => {}
        }
    }

    /// Whether matching `init` against `pat` makes references into a fresh value: `let ref x = f();`.
    pub fn borrows_temporary(pat: &syn::Pat, init: &Expr) -> bool {
        !is_place(init)
            && matches!(pattern_context(pat), Context::Read | Context::Write)
            && crate::bindings::of(pat).iter().any(|binding| binding.by_ref)
    }
}

/// The variables that an expression may change.
#[derive(Default)]
struct Changed {
    /// By `&mut x`: the variable, and the place in it.
    borrowed: Vec<(Key, Expr)>,
    /// In another way.
    other: Vec<Key>,
}

/// Whether two places are of one variable, and one is in the other.
fn overlaps(one: &Expr, other: &Expr) -> bool {
    match (field_path(one), field_path(other)) {
        (Some((a, left)), Some((b, right))) => {
            let same = |(left, right): (&&syn::Member, &&syn::Member)| left == right;
            Key::of(a) == Key::of(b) && left.iter().zip(&right).all(same)
        }
        _ => false,
    }
}

fn is_field_place(expr: &Expr) -> bool {
    field_path(expr).is_some()
}

fn root(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Index(e) => root(&e.expr),
        Expr::Field(e) => root(&e.base),
        Expr::Unary(e) => root(&e.expr),
        Expr::Paren(e) => root(&e.expr),
        Expr::MethodCall(e) => root(&e.receiver),
        other => field_path(other).map(|(ident, _)| ident),
    }
}

/// `Some`, `Ok`, `Point`, `Box::new`: calls that only put their arguments together.
fn is_constructor(func: &Expr) -> bool {
    let Expr::Path(path) = func else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    !is_lower(&last.ident.to_string())
        || matches!(path.path.to_token_stream().to_string().as_str(), "Box :: new" | "Vec :: new" | "String :: new")
}

/// Expressions that rustc promotes to statics.
fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Array(e) => e.elems.iter().all(is_constant),
        Expr::Tuple(e) => e.elems.iter().all(is_constant),
        Expr::Unary(e) => is_constant(&e.expr),
        Expr::Paren(e) => is_constant(&e.expr),
        _ => false,
    }
}

/// Whether a statement is control flow or a block, which is one node as a whole.
pub fn is_control(stmt: &Stmt) -> bool {
    matches!(
        stmt,
        Stmt::Expr(
            Expr::If(_)
                | Expr::Match(_)
                | Expr::While(_)
                | Expr::ForLoop(_)
                | Expr::Loop(_)
                | Expr::Block(_)
                | Expr::Unsafe(_),
            _
        )
    )
}

fn is_comparison(op: &BinOp) -> bool {
    matches!(op, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_))
}
