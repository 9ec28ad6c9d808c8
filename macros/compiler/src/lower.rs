//! From statements to nodes: names are resolved, calls hoisted, mentions collected.
//!
//! Takes the body of a pipeline as parsed; yields a [`Program`]. Assumes nothing about types. Leaves to `resolve` how a
//! mention gets at its value, and to `expand` how it is printed.

use std::rc::Rc;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprBlock, Ident, Local, Macro, Pat, Stmt, Type};

use crate::associated::{Associated, Types};
use crate::attributes;
use crate::bindings;
use crate::collect::Collect;
use crate::diag::Diag;
use crate::hoist::is_control;
use crate::ir::{
    BODY, Body, Candidate, Exit, Facts, Kind, Node, NodeId, Origin, Program, Region, RegionId, RegionKind, Var, VarId,
};
use crate::macros;
use crate::names::{self, Key, field_path, ident_of, is_lower, is_mutator, is_primitive};
use crate::text;
use crate::walk::{Context, let_context};

/// The stage's state.
pub struct Lower<'d> {
    /// Where errors go.
    pub diag: &'d Diag,
    pub program: Program,
    /// The region that is being lowered.
    pub region: RegionId,
    /// The type of the pipeline's result, where it can be written at a `let`.
    output: Option<Type>,
    /// What the pipeline tells about types.
    types: Types,
    /// Names in scope, the latest last.
    pub scope: Vec<(Key, VarId)>,
    /// Unknown lower-case names are variables around the pipeline.
    value_form: bool,
    pub cfg: Option<TokenStream>,
    /// The statement that is being lowered, of the region's block.
    pub statement: Option<Rc<Stmt>>,
    /// The rest of the region cannot be reached.
    pub diverged: bool,
}

/// A parameter of the pipeline.
pub struct Param {
    /// Its pattern.
    pub pat: Pat,
    /// Its type.
    pub ty: Type,
    /// What the signature says of the type.
    pub facts: TokenStream,
    /// It may refer to what outlives the pipeline.
    pub lent: bool,
}

/// Lowers the statements of a pipeline.
pub fn lower(
    name: &str,
    params: Vec<Param>,
    output: Option<Type>,
    stmts: &[Stmt],
    types: Types,
    value_form: bool,
    diag: &Diag,
) -> Program {
    let program = Program {
        name: name.to_owned(),
        vars: Vec::new(),
        nodes: Vec::new(),
        plains: Vec::new(),
        regions: vec![Region::new(RegionKind::Body, None)],
        items: Vec::new(),
        proofs: Vec::new(),
        std_macros: Vec::new(),
        output: output.clone(),
    };
    let scope = Vec::new();
    let mut lower = Lower {
        diag,
        program,
        region: BODY,
        output,
        types,
        scope,
        value_form,
        cfg: None,
        statement: None,
        diverged: false,
    };
    params.into_iter().for_each(|param| lower.param(param));
    lower.body(stmts);
    lower.program
}

impl<'d> Lower<'d> {
    fn param(&mut self, param: Param) {
        let bindings = bindings::of(&param.pat);
        let single = matches!(param.pat, Pat::Ident(_));
        for binding in bindings {
            let var = self.declare(&binding.ident, Origin::Param, binding.mutable);
            let var = &mut self.program.vars[var];
            var.lent = param.lent;
            if single {
                var.exclusive_ref = is_exclusive_ref(&param.ty);
                var.facts = Facts::Tokens(param.facts.clone());
                var.ascribed = Some(param.ty.clone());
            }
        }
    }

    /// The statements of a region.
    pub fn body(&mut self, stmts: &[Stmt]) {
        let repeats = matches!(self.program.regions[self.region].kind, RegionKind::Loop | RegionKind::For);
        let conditional = conditional_values(stmts);
        let last = stmts.last();
        let (tail, stmts) = match stmts.split_last() {
            // The value of a loop's body is `()`.
            _ if repeats && self.program.regions[self.region].chain.is_none() => (None, stmts),
            _ if !conditional.is_empty() => {
                let rest = &stmts[..stmts.len() - conditional.len()];
                (Some(syn::parse_quote!({ #(#conditional)* })), rest)
            }
            Some((Stmt::Expr(tail, None), rest)) => (Some(tail.clone()), rest),
            Some((Stmt::Macro(last), rest)) if last.semi_token.is_none() => {
                (Some(Expr::Macro(syn::ExprMacro { attrs: last.attrs.clone(), mac: last.mac.clone() })), rest)
            }
            _ => (None, stmts),
        };
        for (index, stmt) in stmts.iter().enumerate() {
            self.statement = Some(Rc::new(stmt.clone()));
            self.statement(stmt, index);
            if self.diverged {
                break;
            }
        }
        self.statement = last.map(|last| Rc::new(last.clone()));
        match tail.filter(|_| !self.diverged) {
            Some(tail) if self.program.regions[self.region].chain.is_some() => self.yields(tail),
            tail if !(repeats || self.diverged && self.region == BODY) => self.tail(tail),
            _ => {}
        }
    }

    fn statement(&mut self, stmt: &Stmt, index: usize) {
        self.cfg = attributes::condition(attributes::of_stmt(stmt));
        if !matches!(stmt, Stmt::Local(_)) {
            let on_for = matches!(stmt, Stmt::Expr(expr @ Expr::ForLoop(_), _) if self.has_regions(expr));
            let own = |attr: &&Attribute| attributes::is_ours(attr) && !(attr.path().is_ident("window") && on_for);
            attributes::of_stmt(stmt).iter().filter(own).for_each(|attr| crate::task::misplaced(attr, self.diag));
        }
        match stmt {
            Stmt::Item(item) => self.item(item),
            Stmt::Local(local) => self.local(local, index),
            Stmt::Macro(syn::StmtMacro { mac, .. }) | Stmt::Expr(Expr::Macro(syn::ExprMacro { mac, .. }), _) => {
                let diverges = self.region != BODY && self.cfg.is_none() && macros::diverges(mac);
                if diverges {
                    self.trust(mac);
                }
                self.macro_statement(mac);
                self.diverged |= diverges;
            }
            Stmt::Expr(Expr::Return(e), _) if self.cfg.is_none() && self.region == BODY => {
                self.diverged = true;
                self.tail(e.expr.as_deref().cloned());
            }
            Stmt::Expr(expr @ (Expr::Return(_) | Expr::Break(_) | Expr::Continue(_)), _) => {
                let mut expr = expr.clone();
                let label = self.label(&expr);
                self.hoist_inner(&mut expr);
                self.run(expr, label, false, Exit::May);
                // A jump out of the body goes nowhere.
                self.diverged |= self.cfg.is_none() && self.region != BODY;
            }
            Stmt::Expr(Expr::Assign(e), _) => self.assign(e),
            Stmt::Expr(Expr::Binary(e), _) if is_compound(&e.op) => self.compound(e),
            stmt if is_control(stmt) => {
                let Stmt::Expr(expr, _) = stmt else { unreachable!("control flow is an expression") };
                let mut expr = expr.clone();
                let label = self.label(&expr);
                self.hoist_inner(&mut expr);
                self.run(expr, label, false, Exit::May);
            }
            Stmt::Expr(expr, _) => self.expression_statement(expr.clone()),
        }
        self.cfg = None;
    }

    fn item(&mut self, item: &syn::Item) {
        if let syn::Item::Macro(item) = item {
            for ident in macros::identifiers(&item.mac.tokens) {
                if self.is_local(&Key::of(&ident)) {
                    self.diag.error_at(
                        ident.span(),
                        format!(
                            "a macro declared in a pipeline cannot mention its variable \
                        `{ident}`: pass the variable to the macro as an argument"
                        ),
                    );
                }
            }
        }
        self.program.items.push(item.clone());
    }

    // let pat: ty = init else { diverge };
    fn local(&mut self, local: &Local, index: usize) {
        let (pat, ty) = match &local.pat {
            Pat::Type(typed) => ((*typed.pat).clone(), Some((*typed.ty).clone())),
            pat => (pat.clone(), None),
        };
        let windows = local.attrs.iter().filter(|attr| attr.path().is_ident("window"));
        windows.for_each(|attr| crate::task::misplaced(attr, self.diag));
        let keep = local.attrs.iter().find(|attr| attr.path().is_ident("keep"));
        if let Some(attr) = keep.filter(|attr| attr.meta.require_path_only().is_err()) {
            self.diag.error(attr, "`#[keep]` takes no value: write `#[keep]`");
        }
        let keep = keep.is_some();
        let Some(init) = &local.init else {
            self.declare_pattern(&pat, &ty, keep, &Facts::Unknown);
            return;
        };
        let mut expr = (*init.expr).clone();
        let label = self.label(&expr);
        if Lower::borrows_temporary(&pat, &expr) {
            let value = std::mem::replace(&mut expr, Expr::PLACEHOLDER);
            expr = self.temporary(value);
        }
        self.extend_temporaries(&mut expr);
        self.hoist_inner(&mut expr);
        let diverge = init.diverge.as_ref().map(|(_, diverge)| block_of(diverge));
        let context = let_context(&pat);
        let facts = self.facts_of(&expr, &ty, diverge.is_some());
        let mut node = self.node(&expr, label);
        let discarded = matches!(pat, Pat::Wild(_)) && matches!(expr, Expr::MethodCall(_) | Expr::Macro(_));
        let body = self.region == BODY;
        let mut collect = Collect::new(self);
        collect.claims = body.then_some(index);
        collect_root(&mut collect, &mut node, &mut expr, context.clone());
        collect.claims = None;
        let diverge = diverge.map(|mut block| {
            // At the end of the pipeline it runs on the caller; inside a region, in the node.
            collect.epilogue = body;
            collect.block(&mut block);
            block
        });
        let found = std::mem::take(&mut collect.found);
        node.exit = if found.exits || diverge.is_some() { Exit::May } else { Exit::Never };
        found.give(&mut node);
        let branches = is_control(&Stmt::Expr(expr.clone(), None));
        node.effect |= discarded || (branches && !node.serial_calls.is_empty());
        node.body = Body::Let { pat: pat.clone(), ty: ty.clone(), init: expr, diverge };
        let exclusive = is_exclusive_init(&init.expr) || ty.as_ref().is_some_and(is_exclusive_ref);
        let id = self.push(node, context);
        let defines = self.declare_pattern(&pat, &ty, keep, &facts);
        for &var in &defines {
            self.program.vars[var].definer = Some(id);
            self.program.vars[var].exclusive_ref |= exclusive && matches!(pat, Pat::Ident(_));
        }
        if let Some(plain) = self.program.nodes[id].plain {
            self.program.plains[plain].defines.clone_from(&defines);
        }
        self.program.nodes[id].defines = defines;
    }

    fn declare_pattern(&mut self, pat: &Pat, ty: &Option<Type>, keep: bool, facts: &Facts) -> Vec<VarId> {
        let single = matches!(pat, Pat::Ident(p) if p.by_ref.is_none() && p.subpat.is_none());
        let mut declared = Vec::new();
        for binding in bindings::of(pat) {
            let id = self.declare(&binding.ident, Origin::Let, binding.mutable);
            let name = binding.ident.to_string();
            let var = &mut self.program.vars[id];
            var.keep = keep || (name.starts_with('_') && name != "_");
            if single {
                var.facts = facts.clone();
                var.ascribed.clone_from(ty);
                var.exclusive_ref = ty.as_ref().is_some_and(is_exclusive_ref);
            }
            declared.push(id);
        }
        declared
    }

    fn facts_of(&self, init: &Expr, ty: &Option<Type>, refutable: bool) -> Facts {
        if refutable {
            return Facts::Unknown;
        }
        if let Some(ty) = ty {
            return if is_primitive(ty) || matches!(ty, Type::Reference(_)) {
                Facts::Type(ty.clone())
            } else {
                self.facts_of(init, &None, false)
            };
        }
        match init {
            Expr::Struct(_) | Expr::Tuple(_) | Expr::Array(_) | Expr::Repeat(_) | Expr::Closure(_) => Facts::Settled,
            Expr::Reference(e) if e.mutability.is_none() => Facts::Settled,
            Expr::Macro(e) if macros::is_named(&e.mac, "vec") || macros::is_named(&e.mac, "format") => Facts::Settled,
            Expr::Lit(lit) if !matches!(lit.lit, syn::Lit::Str(_) | syn::Lit::ByteStr(_) | syn::Lit::CStr(_)) => {
                Facts::Primitive
            }
            Expr::Call(call) => self.task_of(call).map_or(Facts::Unknown, |path| Facts::Output(path.clone())),
            Expr::Macro(e) if macros::is_named(&e.mac, "node") => match macros::only_expression(&e.mac) {
                Ok(Expr::Try(inner)) if self.associated(&inner.expr).is_some() => Facts::AssociatedSuccess,
                Ok(inner) if self.associated(&inner).is_some() => Facts::Associated,
                _ => Facts::Unknown,
            },
            Expr::Try(e) => match &*e.expr {
                Expr::Macro(_) => match self.facts_of(&e.expr, &None, false) {
                    Facts::Associated => Facts::AssociatedSuccess,
                    _ => Facts::Unknown,
                },
                Expr::Call(call) => self.task_of(call).map_or(Facts::Unknown, |path| Facts::Success(path.clone())),
                _ => Facts::Unknown,
            },
            Expr::Paren(e) => self.facts_of(&e.expr, ty, refutable),
            _ => Facts::Unknown,
        }
    }

    /// The associated function that `node!(expr)` calls, if its type can be told.
    fn associated(&self, expr: &Expr) -> Option<Associated> {
        match expr {
            Expr::Paren(e) => self.associated(&e.expr),
            Expr::Group(e) => self.associated(&e.expr),
            Expr::Call(call) => {
                let Expr::Path(func) = &*call.func else { return None };
                let (ty, name) = self.types.of_path(func)?;
                (call.args.len() <= 64).then_some(Associated { ty, name, receiver: None })
            }
            Expr::MethodCall(call) => {
                let ident = ident_of(&call.receiver)?;
                let (_, var) = self.scope.iter().rev().find(|(known, _)| *known == Key::of(ident))?;
                let var = &self.program.vars[*var];
                if var.cfg.is_some() || !matches!(var.origin, Origin::Param | Origin::Let) || call.args.len() > 63 {
                    return None;
                }
                let (ty, declared) = self.types.of_declared(var.ascribed.as_ref()?)?;
                Some(Associated { ty, name: call.method.clone(), receiver: Some(declared) })
            }
            _ => None,
        }
    }

    /// Whether a name is a variable that the user wrote, so that a proof can mention it.
    pub fn is_written(&self, key: &Key) -> bool {
        let found = self.scope.iter().rev().find(|(known, _)| known == key);
        self.cfg.is_none() && found.is_some_and(|(_, var)| self.program.vars[*var].origin != Origin::Temp)
    }

    /// `let n = raw.len();` claims that `n` does not borrow from `raw`, to be proved beside the statement.
    pub fn claim(&mut self, statement: usize, call: &syn::ExprMethodCall) {
        self.program.proofs.push((statement, Expr::MethodCall(call.clone())));
    }

    fn macro_statement(&mut self, mac: &Macro) {
        let expr = Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac: mac.clone() });
        if macros::is_named(mac, "ensure")
            && self.region == BODY
            && let Some(mut arguments) = macros::parse(mac)
            && let Some(condition) = arguments.eager().into_iter().next().cloned()
        {
            return self.ensure(condition, mac.clone());
        }
        if macros::is_named(mac, "bail") && self.cfg.is_none() && self.region == BODY {
            self.diverged = true;
            return self.tail(Some(expr));
        }
        // What follows a panic is no code for rustc: what it does with values has not been checked.
        let guard = macros::is_assertion(mac) || macros::diverges(mac);
        if macros::is_named(mac, "node") || macros::is_named(mac, "inline") {
            return self.expression_statement(expr);
        }
        let mut expr = expr;
        let label = self.label(&expr);
        self.hoist_inner(&mut expr);
        let effect = !guard && !macros::returns(mac);
        self.run(expr, label, effect, if guard { Exit::Guard } else { Exit::Never });
    }

    /// What is done relies on a macro being the one of std.
    pub fn trust(&mut self, mac: &Macro) {
        let Some(name) = mac.path.get_ident().filter(|name| macros::sample(name).is_some()) else { return };
        if !self.program.std_macros.contains(name) {
            self.program.std_macros.push(name.clone());
        }
    }

    fn ensure(&mut self, mut condition: Expr, mut whole: Macro) {
        self.hoist(&mut condition);
        let mut node =
            self.node(&condition, text::of(&Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac: whole.clone() })));
        let mut collect = Collect::new(self);
        collect.expr(&mut condition, Context::Value);
        collect.epilogue = true;
        let mut again = Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac: whole.clone() });
        collect.expr(&mut again, Context::Value);
        let found = std::mem::take(&mut collect.found);
        if let Expr::Macro(again) = again {
            whole = again.mac;
        }
        found.give(&mut node);
        node.exit = Exit::Guard;
        node.body = Body::Ensure { condition, whole };
        self.push(node, Context::Value);
    }

    fn expression_statement(&mut self, mut expr: Expr) {
        let label = self.label(&expr);
        self.hoist_inner(&mut expr);
        let exits = matches!(expr, Expr::Try(_)) || matches!(&expr, Expr::Call(call) if names::never_returns(call));
        let effect = match &expr {
            Expr::MethodCall(e) => !is_mutator(&e.method.to_string()),
            other => !self.is_node(other),
        };
        self.run(expr, label, effect, if exits { Exit::Guard } else { Exit::Never });
    }

    /// A node for its effect.
    fn run(&mut self, mut expr: Expr, label: String, effect: bool, exit: Exit) {
        let mut node = self.node(&expr, label);
        let mut collect = Collect::new(self);
        collect_root(&mut collect, &mut node, &mut expr, Context::Value);
        let found = std::mem::take(&mut collect.found);
        node.effect |= effect || (is_control(&Stmt::Expr(expr.clone(), None)) && !found.serial_calls.is_empty());
        node.exit = match exit {
            Exit::May if !found.exits => Exit::Never,
            Exit::Never if found.exits => Exit::May,
            other => other,
        };
        found.give(&mut node);
        node.body = Body::Run(expr);
        self.push(node, Context::Value);
    }

    // x = value;   x.left = value;   everything else: as it stands
    fn assign(&mut self, assign: &syn::ExprAssign) {
        let mut value = (*assign.right).clone();
        let whole = Expr::Assign(assign.clone());
        let target = field_path(&assign.left).and_then(|(ident, members)| {
            let candidates = self.lookup(&Key::of(ident), self.value_form.then_some(ident))?;
            let [only] = candidates.as_slice() else { return None };
            Some((only.var, members.into_iter().cloned().collect::<Vec<_>>()))
        });
        let Some((target, members)) = target else {
            let mut whole = whole;
            let label = text::of(&whole);
            self.hoist_inner(&mut whole);
            return self.run(whole, label, !matches!(&*assign.left, Expr::Infer(_) | Expr::Tuple(_)), Exit::Never);
        };
        self.hoist_inner(&mut value);
        let mut node = self.node(&value, text::of(&whole));
        let mut collect = Collect::new(self);
        collect_root(&mut collect, &mut node, &mut value, Context::Value);
        if matches!(node.kind, Kind::Glue) {
            node.flow = (0..collect.found.mentions.len()).filter(|i| node.flow.contains(i)).collect();
        }
        let mut left = (*assign.left).clone();
        collect.expr(&mut left, Context::Assign);
        let found = std::mem::take(&mut collect.found);
        node.exit = if found.exits { Exit::May } else { Exit::Never };
        found.give(&mut node);
        node.body = Body::Assign { target, members, value };
        self.push(node, Context::Value);
    }

    // total += f(x);
    fn compound(&mut self, e: &syn::ExprBinary) {
        let mut e = e.clone();
        let label = text::of(&Expr::Binary(e.clone()));
        // Which side runs first depends on the types; with calls on the left, rustc decides inside one node.
        if !self.has_call(&e.left) {
            self.hoist(&mut e.right);
        }
        let effect = field_path(&e.left).is_none();
        self.run(Expr::Binary(e), label, effect, Exit::Never);
    }

    pub fn tail(&mut self, tail: Option<Expr>) {
        self.cfg = None;
        let mut tail = tail;
        let label = tail.as_ref().map(|tail| self.label(tail)).unwrap_or_default();
        // The tail of the body runs on the caller: what has regions is a node of its own before it.
        if self.region == BODY
            && let Some(expr) = tail.take_if(|expr| self.has_regions(expr))
        {
            tail = Some(self.tail_with_regions(expr));
        }
        if let Some(expr) = &mut tail {
            if is_control(&Stmt::Expr(expr.clone(), None)) {
                self.hoist_inner(expr);
            } else {
                self.hoist(expr);
            }
        }
        let shown = tail.clone().unwrap_or_else(|| Expr::Verbatim(TokenStream::new()));
        let mut node = self.node(&shown, label);
        node.kind = Kind::Tail;
        if let Some(expr) = &mut tail {
            let mut collect = Collect::new(self);
            node.flow = collect.expr(expr, Context::Value);
            let found = std::mem::take(&mut collect.found);
            node.exit = if found.exits && self.region != BODY { Exit::May } else { Exit::Never };
            found.give(&mut node);
        }
        node.body = Body::Tail(tail);
        self.push(node, Context::Value);
    }

    /// What the closure of `map` makes of an item.
    fn yields(&mut self, mut expr: Expr) {
        let label = self.label(&expr);
        // Results are put down one after the other; what makes them is a node of its own.
        self.hoist_inner(&mut expr);
        expr = self.temporary(expr);
        let mut node = self.node(&expr, label);
        let mut collect = Collect::new(self);
        collect_root(&mut collect, &mut node, &mut expr, Context::Value);
        let found = std::mem::take(&mut collect.found);
        found.give(&mut node);
        node.body = Body::Yield(expr);
        self.push(node, Context::Value);
    }

    fn tail_with_regions(&mut self, mut expr: Expr) -> Expr {
        if matches!(expr, Expr::ForLoop(_) | Expr::While(_)) {
            self.statement(&Stmt::Expr(expr, None), 0);
            return syn::parse_quote!(());
        }
        let label = self.label(&expr);
        self.hoist_inner(&mut expr);
        self.temporary_of(expr, label, self.output.clone())
    }

    /// A new temporary that holds `value`; the expression that names it.
    pub fn temporary(&mut self, value: Expr) -> Expr {
        let label = self.label(&value);
        self.temporary_of(value, label, None)
    }

    fn temporary_of(&mut self, mut value: Expr, label: String, ty: Option<Type>) -> Expr {
        let number = self.program.vars.len();
        let last = value.to_token_stream().into_iter().last().map_or_else(Span::call_site, |token| token.span());
        let ident = format_ident!("__superscalar_temporary{number}", span = value.span());
        let facts = self.facts_of(&value, &None, false);
        let mut node = self.node(&value, label);
        let mut collect = Collect::new(self);
        collect_root(&mut collect, &mut node, &mut value, Context::Value);
        let found = std::mem::take(&mut collect.found);
        node.exit = if found.exits { Exit::May } else { Exit::Never };
        found.give(&mut node);
        let var = self.declare(&ident, Origin::Temp, false);
        self.program.vars[var].facts = facts;
        self.program.vars[var].name = node.label.clone();
        self.program.vars[var].last = last;
        self.program.vars[var].definer = Some(self.program.nodes.len());
        self.program.vars[var].ascribed = ty;
        node.defines = vec![var];
        node.body = Body::Temp { var, value };
        self.push(node, Context::Value);
        syn::parse_quote!(#ident)
    }

    /// Adds a node, and the regions in it. What a pattern does with its value is `context`.
    fn push(&mut self, node: Node, context: Context) -> NodeId {
        let id = self.program.nodes.len();
        self.program.nodes.push(Node { end: id + 1, ..node });
        self.split(id, context);
        id
    }

    /// The text of an expression, or the head of control flow that gets regions.
    fn label(&self, expr: &Expr) -> String {
        if self.has_regions(expr) { text::of_head(expr) } else { text::of(expr) }
    }

    pub fn node(&self, expr: &Expr, label: String) -> Node {
        Node {
            region: self.region,
            end: 0,
            statement: self.statement.clone(),
            plain: None,
            bound: Vec::new(),
            kind: Kind::Glue,
            label,
            span: expr.span(),
            cfg: self.cfg.clone(),
            body: Body::Tail(None),
            mentions: Vec::new(),
            groups: Vec::new(),
            flow: Vec::new(),
            defines: Vec::new(),
            exit: Exit::Never,
            effect: false,
            serial_calls: Vec::new(),
            unknown_macro: false,
            unknown_name: false,
            any_macro: false,
            in_scope: self.scope.iter().map(|(_, var)| *var).collect(),
        }
    }

    pub fn declare(&mut self, ident: &Ident, origin: Origin, mutable: bool) -> VarId {
        let key = Key::of(ident);
        let id = self.program.vars.len();
        self.program.vars.push(Var {
            ident: ident.clone(),
            name: ident.to_string(),
            key: key.clone(),
            origin,
            region: if origin == Origin::Capture { BODY } else { self.region },
            mutable,
            keep: false,
            cfg: self.cfg.clone(),
            ascribed: None,
            facts: Facts::Unknown,
            lent: origin == Origin::Capture,
            exclusive_ref: false,
            last: ident.span(),
            definer: None,
        });
        self.scope.push((key, id));
        id
    }

    /// The variables that a name may mean. In value form an unknown name is captured, if `capture` gives its identifier.
    pub fn lookup(&mut self, key: &Key, capture: Option<&Ident>) -> Option<Vec<Candidate>> {
        let mut candidates = Vec::new();
        let mut later: Vec<TokenStream> = Vec::new();
        for (_, var) in self.scope.iter().rev().filter(|(known, _)| known == key) {
            let own = self.program.vars[*var].cfg.clone();
            let cfg = match (&own, later.as_slice()) {
                (None, []) => None,
                (Some(own), later) => Some(quote!(all(#own #(, not(#later))*))),
                (None, later) => Some(quote!(all(#(not(#later)),*))),
            };
            candidates.push(Candidate { var: *var, cfg });
            match own {
                Some(own) => later.push(own),
                None => break,
            }
        }
        if !candidates.is_empty() {
            return Some(candidates);
        }
        let ident = capture.filter(|ident| self.value_form && is_lower(&ident.to_string()) && *ident != "self")?;
        let cfg = self.cfg.take();
        let var = self.declare(&ident.clone(), Origin::Capture, false);
        self.cfg = cfg;
        // Captures come before everything that the body declares.
        let entry = self.scope.pop().expect("just declared");
        self.scope.insert(0, entry);
        Some(vec![Candidate { var, cfg: None }])
    }

    /// Whether a name is a variable that the pipeline declares or has captured.
    pub fn is_local(&self, key: &Key) -> bool {
        self.scope.iter().any(|(known, _)| known == key)
    }

    /// Whether a name is known to be a `&mut _`.
    pub fn is_exclusive_ref(&self, key: &Key) -> bool {
        let found = self.scope.iter().rev().find(|(known, _)| known == key);
        found.is_some_and(|(_, var)| self.program.vars[*var].exclusive_ref)
    }
}

impl Region {
    /// Of this kind, with nothing else known.
    pub fn new(kind: RegionKind, owner: Option<NodeId>) -> Region {
        Region {
            kind,
            owner,
            label: String::new(),
            params: Vec::new(),
            iterator: None,
            sink: None,
            chain: None,
            jump_label: None,
            diverges: false,
            window: None,
        }
    }
}

/// Collects from a node's root expression; finds out whether it is a call, and of what.
pub fn collect_root(collect: &mut Collect, node: &mut Node, expr: &mut Expr, context: Context) {
    match expr {
        Expr::Paren(e) => return collect_root(collect, node, &mut e.expr, context),
        Expr::Group(e) => return collect_root(collect, node, &mut e.expr, context),
        Expr::Try(e) if collect.lower.is_node(&e.expr) => {
            collect.found.exits = true;
            return collect_root(collect, node, &mut e.expr, Context::Value);
        }
        Expr::Call(call) => {
            if let Some(path) = collect.lower.task_of(call).cloned() {
                node.label = text::of_path(&path);
                node.span = path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
                node.kind = Kind::Call(path);
                call.args.iter_mut().enumerate().for_each(|(index, arg)| collect.argument(index, arg));
                return;
            }
        }
        Expr::Macro(e) if macros::is_named(&e.mac, "node") => match macros::only_expression(&e.mac) {
            Ok(mut inner) => {
                node.label = text::of(&inner);
                if collect_associated(collect, node, &mut inner) {
                    return;
                }
                node.kind = Kind::Foreign;
            }
            Err(error) => collect.lower.diag.push(error),
        },
        _ => {}
    }
    let flow = collect.expr(expr, context);
    if matches!(node.kind, Kind::Foreign) {
        // What a foreign function keeps is unknown: all that it is given may borrow from each other, and so the result.
        let all: Vec<usize> = (0..collect.found.mentions.len()).collect();
        collect.found.groups.push(all.clone());
        collect.found.serial_calls.clear();
        node.flow = all;
    } else {
        node.flow = flow;
    }
}

// #[cfg(unix)] { 1 } #[cfg(not(unix))] { 2 }
/// Of statements the last ones, if a condition decides which of them is the value. They stay together, in a block.
pub fn conditional_values(stmts: &[Stmt]) -> &[Stmt] {
    let may_be_value = |stmt: &&Stmt| {
        let open = match stmt {
            // As if it had the type that is wanted.
            Stmt::Expr(Expr::Return(_) | Expr::Break(_) | Expr::Continue(_), _) => true,
            Stmt::Expr(_, semi) => semi.is_none(),
            Stmt::Macro(call) => call.semi_token.is_none(),
            _ => false,
        };
        open && attributes::condition(attributes::of_stmt(stmt)).is_some()
    };
    &stmts[stmts.len() - stmts.iter().rev().take_while(may_be_value).count()..]
}

// node!(Model::fit(&model, &x)?)
/// Collects from a call of an associated function that may be a task; whether the expression is one.
fn collect_associated(collect: &mut Collect, node: &mut Node, expr: &mut Expr) -> bool {
    match expr {
        Expr::Paren(e) => return collect_associated(collect, node, &mut e.expr),
        Expr::Group(e) => return collect_associated(collect, node, &mut e.expr),
        Expr::Try(e) => {
            let found = !matches!(*e.expr, Expr::Try(_)) && collect_associated(collect, node, &mut e.expr);
            collect.found.exits |= found;
            return found;
        }
        _ => {}
    }
    let Some(associated) = collect.lower.associated(expr) else { return false };
    // `node!` is a macro.
    collect.found.any_macro = true;
    let args = match expr {
        Expr::Call(call) => &mut call.args,
        Expr::MethodCall(call) => {
            collect.receiver(&mut call.receiver, &call.method.to_string());
            &mut call.args
        }
        _ => unreachable!("an associated function is called in one of two ways"),
    };
    let first = usize::from(associated.receiver.is_some());
    args.iter_mut().enumerate().for_each(|(index, arg)| collect.argument(first + index, arg));
    node.kind = Kind::Associated(associated);
    true
}

fn is_compound(op: &syn::BinOp) -> bool {
    use syn::BinOp::*;
    matches!(
        op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitXorAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}

fn is_exclusive_ref(ty: &Type) -> bool {
    matches!(ty, Type::Reference(reference) if reference.mutability.is_some())
}

fn is_exclusive_init(init: &Expr) -> bool {
    matches!(init, Expr::Reference(reference) if reference.mutability.is_some())
}

fn block_of(diverge: &Expr) -> syn::Block {
    match diverge {
        Expr::Block(ExprBlock { block, .. }) => block.clone(),
        other => syn::parse_quote!({ #other }),
    }
}
