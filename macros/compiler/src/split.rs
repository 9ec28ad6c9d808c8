//! Control flow becomes regions: the blocks of a node's expression are lowered to graphs of their own.
//!
//! A block that holds no call stays what it is, a part of its node: there is nothing in it to run in parallel. In the
//! node's expression `__superscalar_region!(n)` stands for region `n` until `expand` prints it.

use syn::visit::{self, Visit};
use syn::{Block, Expr, Pat, Stmt};

use crate::bindings::{self, Binding};
use crate::collect::Collect;
use crate::diag::Diag;
use crate::ir::{Body, Kind, Mention, NodeId, Origin, Region, RegionId, RegionKind, VarId};
use crate::lower::{Lower, collect_root};
use crate::names::{self, Key, callee};
use crate::walk::Context;
use crate::{macros, text};

impl Lower<'_> {
    /// Whether the node of `expr` will have regions.
    pub fn has_regions(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(e) => !matches!(*e.expr, Expr::ForLoop(_)) && self.has_regions(&e.expr),
            Expr::Group(e) => !matches!(*e.expr, Expr::ForLoop(_)) && self.has_regions(&e.expr),
            Expr::Try(e) => self.has_regions(&e.expr),
            Expr::Block(e) => self.is_region(&e.block),
            Expr::If(e) => {
                self.is_region(&e.then_branch)
                    || e.else_branch.as_ref().is_some_and(|(_, other)| self.has_regions(other) || self.calls(other))
            }
            Expr::Match(e) => e.arms.iter().any(|arm| self.is_region_body(&arm.body)),
            Expr::While(e) => self.is_region(&e.body),
            Expr::Loop(e) => self.is_region(&e.body),
            Expr::ForLoop(e) => self.is_region(&e.body),
            Expr::MethodCall(_) => self.chain(expr).is_some(),
            _ => false,
        }
    }

    /// Of `xs.iter().map(|x| f(x)).collect()`: how many calls stand behind `map`.
    fn chain(&self, expr: &Expr) -> Option<usize> {
        let Expr::MethodCall(last) = expr else { return None };
        if !names::consumes_items(&last.method.to_string()) {
            return None;
        }
        let mut found = None;
        let (mut at, mut call) = (0, last);
        loop {
            let method = call.method.to_string();
            if let Some(closure) = mapped(call).filter(|_| names::maps_items(&method)) {
                let plain = closure.capture.is_none() && closure.asyncness.is_none() && closure.inputs.len() == 1;
                if plain && makes_items(&call.receiver) && self.calls(&closure.body) && !leaves(&closure.body) {
                    found = Some(at);
                }
            }
            if names::needs_both_ends(&method) && found.is_none() {
                return None;
            }
            match &*call.receiver {
                Expr::MethodCall(next) => (at, call) = (at + 1, next),
                _ => return found,
            }
        }
    }

    /// Gives the blocks of a node's expression regions of their own.
    pub fn split(&mut self, id: NodeId, context: Context) {
        let node = &self.program.nodes[id];
        if node.cfg.is_some() || !self.diag.is_clean() || matches!(node.kind, Kind::Foreign | Kind::Associated(_)) {
            return;
        }
        let mut body = node.body.clone();
        let is_run = matches!(body, Body::Run(_));
        let Some(expr) = body.expr_mut() else { return };
        // A `for` is a statement.
        if !self.has_regions(expr) || !is_run && matches!(expr, Expr::ForLoop(_)) {
            return;
        }
        self.program.plains.push(self.program.nodes[id].clone());
        let plain = self.program.plains.len() - 1;
        self.program.nodes[id].plain = Some(plain);
        let first = self.program.regions.len();
        let head = text::of_head(expr);
        self.regions_of(expr, id);
        // As written: calls have been hoisted from the head by now.
        let written = self.program.nodes[id].label.clone();
        if let Some(region) = self.program.regions.get_mut(first) {
            if region.label == head {
                region.label = written;
            } else if head.strip_prefix("if ") == Some(&region.label)
                && let Some(condition) = written.strip_prefix("if ")
            {
                region.label = condition.to_owned();
            }
        }
        let mut rest = self.node(expr, String::new());
        let mut collect = Collect::new(self);
        collect_root(&mut collect, &mut rest, expr, context);
        if let Body::Let { diverge: Some(block), .. } = &mut body {
            collect.epilogue = rest.region == crate::ir::BODY;
            collect.block(block);
        }
        let found = std::mem::take(&mut collect.found);
        let effect = found.effect || !found.serial_calls.is_empty();
        found.give(&mut rest);
        if let Body::Assign { target, .. } = &body {
            // The left side is not part of the expression.
            let is_target = |mention: &&Mention| {
                mention.context == Context::Assign && mention.var() == *target && !mention.at.nested
            };
            rest.mentions.extend(self.program.plains[plain].mentions.iter().filter(is_target).cloned());
        }
        let end = self.program.nodes.len();
        let node = &mut self.program.nodes[id];
        (node.mentions, node.groups, node.flow, node.bound) = (rest.mentions, rest.groups, rest.flow, rest.bound);
        (node.effect, node.end, node.body) = (effect, end, body);
        (node.unknown_macro, node.any_macro) = (rest.unknown_macro, rest.any_macro);
        (node.unknown_name, node.serial_calls) = (rest.unknown_name, rest.serial_calls);
    }

    fn regions_of(&mut self, expr: &mut Expr, owner: NodeId) {
        match expr {
            Expr::Paren(e) => self.regions_of(&mut e.expr, owner),
            Expr::Group(e) => self.regions_of(&mut e.expr, owner),
            Expr::Try(e) => self.regions_of(&mut e.expr, owner),
            Expr::Block(e) => {
                let mut region = Region::new(RegionKind::Branch, Some(owner));
                region.jump_label = name_of(&e.label);
                self.block(region, &mut e.block, &[]);
            }
            Expr::If(e) => {
                let params = condition_bindings(&e.cond);
                let label = text::of(&e.cond);
                self.branch(owner, label, &mut e.then_branch, &params);
                match e.else_branch.as_mut().map(|(_, other)| &mut **other) {
                    Some(Expr::Block(e)) => self.branch(owner, "else".to_owned(), &mut e.block, &[]),
                    // What `else if` holds belongs to the `else`: it does not run with what is before it.
                    Some(other @ Expr::If(_)) if self.calls(other) => {
                        let tail = std::mem::replace(other, Expr::PLACEHOLDER);
                        let mut block: Block = syn::parse_quote!({});
                        block.stmts.push(Stmt::Expr(tail, None));
                        self.branch(owner, "else".to_owned(), &mut block, &[]);
                        *other = Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block });
                    }
                    Some(other) => self.regions_of(other, owner),
                    None => {}
                }
            }
            Expr::Match(e) => {
                for arm in &mut e.arms {
                    let label = text::of_pattern(&arm.pat);
                    let params = bindings::of_arm(&arm.pat);
                    let region = Region { label, ..Region::new(RegionKind::Branch, Some(owner)) };
                    match &mut *arm.body {
                        Expr::Block(e) if e.label.is_none() => self.block(region, &mut e.block, &params),
                        body if !is_trivial(body) => {
                            let tail = std::mem::replace(body, Expr::PLACEHOLDER);
                            *body = macros::region(self.region(region, &[Stmt::Expr(tail, None)], &params, None));
                        }
                        _ => {}
                    }
                }
            }
            Expr::While(e) => {
                let mut region = Region::new(RegionKind::Loop, Some(owner));
                region.jump_label = name_of(&e.label);
                region.label = format!("while {}", text::of(&e.cond));
                let params = condition_bindings(&e.cond);
                self.block(region, &mut e.body, &params);
            }
            Expr::Loop(e) => {
                let mut region = Region::new(RegionKind::Loop, Some(owner));
                region.jump_label = name_of(&e.label);
                region.label = "loop".to_owned();
                self.block(region, &mut e.body, &[]);
            }
            Expr::MethodCall(_) => {
                let Some(behind) = self.chain(expr) else { return };
                let Some(call) = chain_call(expr, behind) else { return };
                let receiver = text::of(&call.receiver);
                let Some(Expr::Closure(closure)) = call.args.first().cloned() else { return };
                let Some(pat) = closure.inputs.first() else { return };
                let mut region = Region::new(RegionKind::For, Some(owner));
                region.label = format!("for {} in {receiver}", text::of_pattern(pat));
                region.chain = Some(call.method.clone());
                region.sink = Some(self.iterator());
                region.iterator = Some(self.iterator());
                let stmts = match &*closure.body {
                    Expr::Block(e) if e.label.is_none() => e.block.stmts.clone(),
                    other => vec![Stmt::Expr(other.clone(), None)],
                };
                let number = self.region(region, &stmts, &[], Some(pat));
                let plain = self.program.nodes[owner].plain.expect("a node with regions has a plain");
                let method = marked(&call.method, number);
                *call.args.first_mut().expect("`map` has an argument") = macros::region(number);
                if let Some(call) = self.program.plains[plain].body.expr_mut().and_then(|expr| chain_call(expr, behind))
                {
                    call.method = method;
                }
            }
            Expr::ForLoop(e) => {
                let mut region = Region::new(RegionKind::For, Some(owner));
                region.jump_label = name_of(&e.label);
                region.label = format!("for {} in {}", text::of_pattern(&e.pat), text::of(&e.expr));
                region.window = window(&e.attrs, self.diag);
                region.iterator = Some(self.iterator());
                let stmts = std::mem::take(&mut e.body.stmts);
                let number = self.region(region, &stmts, &[], Some(&e.pat));
                e.body.stmts = vec![Stmt::Expr(macros::region(number), None)];
            }
            _ => {}
        }
    }

    fn iterator(&mut self) -> VarId {
        let ident = syn::Ident::new("__superscalar_iterator", proc_macro2::Span::mixed_site());
        let iterator = self.declare(&ident, Origin::Iterator, false);
        self.scope.pop();
        iterator
    }

    fn branch(&mut self, owner: NodeId, label: String, block: &mut Block, params: &[Binding]) {
        let region = Region { label, ..Region::new(RegionKind::Branch, Some(owner)) };
        self.block(region, block, params);
    }

    fn block(&mut self, region: Region, block: &mut Block, params: &[Binding]) {
        // Where one branch is a graph all are, so that what one consumes is apart from what others do.
        let items = block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Item(_)));
        if !items && !is_trivial_block(block) {
            let stmts = std::mem::take(&mut block.stmts);
            block.stmts = vec![Stmt::Expr(macros::region(self.region(region, &stmts, params, None)), None)];
        }
    }

    /// Lowers the statements of a region; its number.
    fn region(&mut self, region: Region, stmts: &[Stmt], params: &[Binding], items: Option<&Pat>) -> RegionId {
        let id = self.program.regions.len();
        self.program.regions.push(region);
        let outer = (std::mem::replace(&mut self.region, id), std::mem::replace(&mut self.diverged, false));
        let statement = self.statement.take();
        let declare =
            |lower: &mut Self, binding: &Binding| lower.declare(&binding.ident, Origin::Bound, binding.mutable);
        match items {
            None => {
                let params = params.iter().map(|binding| declare(self, binding)).collect();
                self.program.regions[id].params = params;
            }
            Some(pat) => {
                let mut node = self.node(&Expr::PLACEHOLDER, "next".to_owned());
                node.body = Body::Next { pat: pat.clone() };
                node.span = syn::spanned::Spanned::span(pat);
                node.defines = bindings::of(pat).iter().map(|binding| declare(self, binding)).collect();
                let first = self.program.nodes.len();
                for var in node.defines.clone() {
                    self.program.vars[var].definer = Some(first);
                }
                node.end = first + 1;
                self.program.nodes.push(node);
            }
        }
        self.body(stmts);
        self.program.regions[id].diverges = self.diverged;
        (self.region, self.diverged) = outer;
        self.statement = statement;
        let vars = &self.program.vars;
        self.scope.retain(|(_, var)| vars[*var].region != id || vars[*var].origin == Origin::Capture);
        id
    }

    /// Whether a block is worth a graph: it calls something on no condition, or overlaps the calls of a closure, and declares no
    /// items, which would leave it.
    fn is_region(&self, block: &Block) -> bool {
        let conditional = crate::lower::conditional_values(&block.stmts).len() == block.stmts.len();
        !conditional
            && !block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Item(_)))
            && (self.any_call(|find| find.visit_block(block))
                || block.stmts.iter().any(|stmt| self.has_regions_in(stmt)))
    }

    /// Whether a statement is one that `split` would give regions.
    fn has_regions_in(&self, stmt: &Stmt) -> bool {
        match stmt {
            Stmt::Local(local) => local.init.as_ref().is_some_and(|init| self.has_regions(&init.expr)),
            Stmt::Expr(Expr::Assign(e), _) => self.has_regions(&e.right),
            Stmt::Expr(expr, _) => self.has_regions(expr),
            Stmt::Item(_) | Stmt::Macro(_) => false,
        }
    }

    fn is_region_body(&self, body: &Expr) -> bool {
        match body {
            Expr::Block(e) => self.is_region(&e.block),
            body => self.calls(body) || self.has_regions(body),
        }
    }

    fn calls(&self, expr: &Expr) -> bool {
        self.any_call(|find| find.visit_expr(expr))
    }

    fn any_call(&self, visit: impl FnOnce(&mut FindCall)) -> bool {
        let is_local = |path: &syn::Path| path.get_ident().is_some_and(|ident| self.is_local(&Key::of(ident)));
        let mut find = FindCall { is_local: &is_local, found: false };
        visit(&mut find);
        find.found
    }
}

fn name_of(label: &Option<syn::Label>) -> Option<syn::Ident> {
    label.as_ref().map(|label| label.name.ident.clone())
}

/// Looks for calls that are nodes, wherever they stand but in closures and items.
struct FindCall<'a> {
    is_local: &'a dyn Fn(&syn::Path) -> bool,
    found: bool,
}

impl Visit<'_> for FindCall<'_> {
    fn visit_expr_call(&mut self, e: &syn::ExprCall) {
        self.found |= callee(e).is_some_and(|path| !(self.is_local)(path));
        visit::visit_expr_call(self, e);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if macros::is_named(mac, "inline") {
            return;
        }
        self.found |= macros::is_named(mac, "node");
        if let Some(mut arguments) = macros::parse(mac) {
            arguments.eager().into_iter().for_each(|expr| self.visit_expr(expr));
        }
    }

    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}

    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Whether a branch is too simple for a graph: nothing, a name, a literal, a jump.
fn is_trivial_block(block: &Block) -> bool {
    match block.stmts.as_slice() {
        [] => true,
        [Stmt::Expr(expr, _)] => is_trivial(expr),
        _ => false,
    }
}

fn is_trivial(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) | Expr::Continue(_) => true,
        Expr::Tuple(e) => e.elems.is_empty(),
        Expr::Break(e) => e.expr.as_ref().is_none_or(|value| is_trivial(value)),
        Expr::Return(e) => e.expr.as_ref().is_none_or(|value| is_trivial(value)),
        Expr::Block(e) => e.label.is_none() && is_trivial_block(&e.block),
        other => names::field_path(other).is_some(),
    }
}

/// The closure that a method is given as its only argument.
fn mapped(call: &syn::ExprMethodCall) -> Option<&syn::ExprClosure> {
    match call.args.first() {
        Some(Expr::Closure(closure)) if call.args.len() == 1 => Some(closure),
        _ => None,
    }
}

/// The call with so many calls behind it.
fn chain_call(expr: &mut Expr, behind: usize) -> Option<&mut syn::ExprMethodCall> {
    match expr {
        Expr::MethodCall(call) => match behind {
            0 => Some(call),
            _ => chain_call(&mut call.receiver, behind - 1),
        },
        Expr::Paren(e) => chain_call(&mut e.expr, behind),
        Expr::Group(e) => chain_call(&mut e.expr, behind),
        Expr::Try(e) => chain_call(&mut e.expr, behind),
        _ => None,
    }
}

/// The name of a method whose closure is a region, by which `expand` finds the call again.
pub fn marked(method: &syn::Ident, region: RegionId) -> syn::Ident {
    quote::format_ident!("__superscalar_{method}_{region}", span = method.span())
}

/// Whether an expression is an iterator, and not an `Option` or `Result`, as its last method or its shape tells.
fn makes_items(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(e) => makes_items(&e.expr),
        Expr::Range(e) => e.start.is_some(),
        Expr::MethodCall(call) => names::yields_items(&call.method.to_string()),
        _ => false,
    }
}

/// Whether a closure's body holds a `return` or `?`, which would end the closure.
fn leaves(body: &Expr) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_expr_return(&mut self, _: &syn::ExprReturn) {
            self.0 = true;
        }
        fn visit_expr_try(&mut self, _: &syn::ExprTry) {
            self.0 = true;
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            let text = mac.tokens.to_string();
            self.0 |= text.contains('?')
                || text.contains("return")
                || macros::is_named(mac, "bail")
                || macros::is_named(mac, "ensure");
        }
        fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut find = Find(false);
    find.visit_expr(body);
    find.0
}

/// The names that the patterns of `if let` and let-chains bind.
fn condition_bindings(condition: &Expr) -> Vec<Binding> {
    match condition {
        Expr::Let(e) => bindings::of_arm(&e.pat),
        Expr::Binary(e) if matches!(e.op, syn::BinOp::And(_)) => {
            let mut found = condition_bindings(&e.left);
            let right = condition_bindings(&e.right);
            // A later name hides an earlier one.
            found.retain(|binding| right.iter().all(|later| later.ident != binding.ident));
            found.extend(right);
            found
        }
        Expr::Paren(e) => condition_bindings(&e.expr),
        _ => Vec::new(),
    }
}

/// The number in `#[window(n)]`.
fn window(attrs: &[syn::Attribute], diag: &Diag) -> Option<Expr> {
    let mut attrs = attrs.iter().filter(|attr| attr.path().is_ident("window"));
    let attr = attrs.next()?;
    attrs.for_each(|again| diag.error(again, "`#[window(..)]` is given twice: remove this"));
    let number = match attr.meta.require_list().and_then(|list| list.parse_args::<Expr>()) {
        Ok(number) => number,
        Err(_) => {
            diag.error(attr, "how many iterations may be alive is one number from 1: write `#[window(4)]`");
            return None;
        }
    };
    let allowed = match &number {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }) => {
            number.base10_parse::<u32>().is_ok_and(|number| number > 0) && matches!(number.suffix(), "" | "usize")
        }
        Expr::Lit(_) | Expr::Unary(_) => false,
        _ => true,
    };
    if !allowed {
        diag.error(&number, "how many iterations may be alive is a number from 1, of type `usize`");
    }
    allowed.then_some(number)
}
