//! The code of nodes: bindings, the user's expression with its mentions replaced, the results into their slots.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprReturn, ExprTry, Member, Path};

use super::Expander;
use crate::ir::{Body, Kind, Node, NodeId, Origin, VarId};
use crate::names::Key;
use crate::resolve::{Access, Bind, Resolved};
use crate::walk::{At, Context, Visitor, walk, walk_block};

/// A place in the code where the pipeline can end.
pub struct Site {
    /// Its number, from 1.
    pub number: u32,
    /// The node.
    pub node: NodeId,
    /// It keeps a failed operand of `?`.
    pub operand: bool,
    /// It keeps the value of a `return`.
    pub returned: bool,
}

impl Expander<'_> {
    /// The slot of the operand that failed at a site.
    pub fn operand(&self, site: u32) -> Ident {
        format_ident!("__operand{site}", span = self.hidden)
    }

    /// The slot of the value that a `return` inside a node gave.
    pub fn returned(&self, site: u32) -> Ident {
        format_ident!("__returned{site}", span = self.hidden)
    }

    /// The sites that keep a value, each with its slot. They are swept like variables, since one site wins.
    pub fn kept(&self) -> Vec<(Site, Ident)> {
        let sites = self.sites().into_iter().filter(|site| site.operand || site.returned);
        let slot = |site: &Site| if site.operand { self.operand(site.number) } else { self.returned(site.number) };
        sites
            .map(|site| {
                let slot = slot(&site);
                (site, slot)
            })
            .collect()
    }

    /// The `?`s and `return`s that the node runs itself.
    fn count_exits(&self, node: NodeId) -> (u32, u32) {
        self.exit_counts[node]
    }

    /// Counts the exits of every node.
    pub fn exit_counts(region: &crate::ir::Region) -> Vec<(u32, u32)> {
        region.nodes.iter().map(|node| Self::exits_of(&node.body)).collect()
    }

    fn exits_of(body: &Body) -> (u32, u32) {
        struct Count(u32, u32);
        impl VisitMut for Count {
            fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
            fn visit_item_mut(&mut self, _: &mut syn::Item) {}
            fn visit_expr_try_mut(&mut self, e: &mut ExprTry) {
                self.0 += 1;
                syn::visit_mut::visit_expr_try_mut(self, e);
            }
            fn visit_expr_return_mut(&mut self, e: &mut ExprReturn) {
                self.1 += 1;
                syn::visit_mut::visit_expr_return_mut(self, e);
            }
            fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
                if let Some(mut arguments) = crate::macros::parse(mac) {
                    arguments.exprs().for_each(|(_, expr, ..)| self.visit_expr_mut(expr));
                }
            }
        }
        let mut count = Count(0, 0);
        match body {
            Body::Let { init, .. } => count.visit_expr_mut(&mut init.clone()),
            Body::Temp { value, .. } | Body::Assign { value, .. } => count.visit_expr_mut(&mut value.clone()),
            Body::Run(expr) => count.visit_expr_mut(&mut expr.clone()),
            Body::Ensure { condition, .. } => count.visit_expr_mut(&mut condition.clone()),
            Body::Tail(_) => {}
        }
        (count.0, count.1)
    }

    /// Every site, in order: the `?`s of a node, then its `return`s, then its `else`.
    pub fn sites(&self) -> Vec<Site> {
        let mut sites = Vec::new();
        let mut number = 0;
        for (node, one) in self.region.nodes.iter().enumerate() {
            let (operands, returns) = self.count_exits(node);
            let ends = matches!(one.body, Body::Let { diverge: Some(_), .. } | Body::Ensure { .. });
            for index in 0..operands + returns + u32::from(ends) {
                number += 1;
                let operand = index < operands;
                sites.push(Site { number, node, operand, returned: !operand && index < operands + returns });
            }
        }
        sites
    }

    fn first_site(&self, node: NodeId) -> u32 {
        self.first_sites[node]
    }

    /// For each node the number of its first site.
    pub fn first_sites(region: &crate::ir::Region, counts: &[(u32, u32)]) -> Vec<u32> {
        let mut next = 1;
        let ends = |body: &Body| u32::from(matches!(body, Body::Let { diverge: Some(_), .. } | Body::Ensure { .. }));
        let size = |id: usize| counts[id].0 + counts[id].1 + ends(&region.nodes[id].body);
        (0..region.nodes.len())
            .map(|id| {
                let first = next;
                next += size(id);
                first
            })
            .collect()
    }

    /// The arms of the step: nodes, then drops.
    pub fn arms(&self) -> TokenStream {
        let nodes = self.region.nodes.iter().enumerate().filter(|(_, node)| !matches!(node.kind, Kind::Tail)).map(
            |(id, node)| {
                let code = self.code(id, node);
                let (cfg, id) = (self.cfg(&node.cfg), id as u32);
                quote_spanned!(self.hidden=> #cfg #id => { #code })
            },
        );
        let first_drop = self.region.nodes.len();
        let drops = self.dropped().into_iter().enumerate().map(|(index, var)| {
            let (id, cfg, code) =
                ((first_drop + index) as u32, self.cfg(&self.region.vars[var].cfg), self.drop_code(var));
            quote_spanned!(self.hidden=> #cfg #id => { #code })
        });
        let first_kept = first_drop + self.dropped().len();
        let kept = self.kept().into_iter().enumerate().map(|(index, (site, slot))| {
            let (id, cfg) = ((first_kept + index) as u32, self.cfg(&self.region.nodes[site.node].cfg));
            quote_spanned!(self.hidden=> #cfg #id => { unsafe { #slot.discard() }; })
        });
        quote!(#(#nodes)* #(#drops)* #(#kept)*)
    }

    // SAFETY (all code of arms): the plan runs the arm of a node after the arms of its predecessors, so that
    // (1) what it reads or takes is there; (2) nobody else touches what it changes or takes.
    fn code(&self, id: NodeId, node: &Node) -> TokenStream {
        let prelude = self.prelude(id, false);
        let guard = self.name_guard(node);
        let code = match &node.body {
            Body::Let { pat, ty, init, diverge } => {
                let init = self.replaced(id, init, crate::walk::pattern_context(pat));
                let ascription = ty.as_ref().map(|ty| quote_spanned!(self.hidden=> : #ty));
                let otherwise = diverge.as_ref().map(|_| {
                    let (operands, returns) = self.count_exits(id);
                    let site = self.first_site(id) + operands + returns;
                    quote_spanned!(self.hidden=> else { return #site; })
                });
                let puts = node.defines.iter().map(|var| self.put(*var, &self.region.vars[*var].ident));
                quote_spanned!(self.hidden=> let #pat #ascription = #init #otherwise; #(#puts)*)
            }
            Body::Temp { var, value } => {
                let value = self.replaced(id, value, Context::Value);
                let ident = &self.region.vars[*var].ident;
                let put = self.put(*var, ident);
                quote_spanned!(self.hidden=> let #ident = #value; #put)
            }
            Body::Assign { target, members, value } => {
                let value = self.replaced(id, value, Context::Value);
                self.assign(*target, members, &value)
            }
            Body::Run(expr) => {
                let expr = self.replaced(id, expr, Context::Value);
                quote_spanned!(self.hidden=> #expr;)
            }
            Body::Ensure { condition, .. } => {
                let condition = self.replaced(id, condition, Context::Value);
                let (operands, returns) = self.count_exits(id);
                let site = self.first_site(id) + operands + returns;
                quote_spanned!(self.hidden=> if !(#condition) { return #site; })
            }
            Body::Tail(_) => unreachable!("the tail runs on the caller"),
        };
        quote!(#guard #prelude #code)
    }

    fn put(&self, var: VarId, ident: &Ident) -> TokenStream {
        let slot = self.slot(var);
        let prepare = self.prepare_rests(var);
        quote_spanned!(self.hidden=> unsafe { #slot.put(#ident) }; #prepare)
    }

    fn assign(&self, target: VarId, members: &[Member], value: &Expr) -> TokenStream {
        let private = &self.private;
        let slot = self.slot(target);
        let flags = self.flags_of(target);
        // At the user's value, for errors about its type.
        let bound = Ident::new("__superscalar_value", value.span());
        if members.is_empty() {
            if flags.is_empty() || self.region.vars[target].origin == Origin::Capture {
                return quote_spanned!(self.hidden=> let #bound = #value; unsafe { #slot.assign(#bound) };);
            }
            let drop = self.drop_code(target);
            let put = self.put(target, &bound);
            return quote_spanned!(self.hidden=> let #bound = #value; #slot.like(&#bound); { #drop } #put);
        }
        let place = quote_spanned!(self.hidden=> (*#slot.ptr())#(.#members)*);
        match self.flag_of(target, members) {
            Some(flag) => quote_spanned! {self.hidden=>
                let #bound = #value;
                if #flag.get() {
                    unsafe { #private::write(&raw mut #place, #bound) };
                    #flag.clear();
                } else {
                    unsafe { #place = #bound };
                }
            },
            None => quote_spanned!(self.hidden=> let #bound = #value; unsafe { #place = #bound };),
        }
    }

    /// Drops what is left of a variable.
    fn drop_code(&self, var: VarId) -> TokenStream {
        let slot = self.slot(var);
        let flags = self.flags_of(var);
        if flags.is_empty() || self.region.vars[var].origin == Origin::Capture {
            return quote_spanned!(self.hidden=> unsafe { #slot.discard() };);
        }
        let flags = flags.iter().map(|(flag, _)| flag);
        let parts = self.parting(var, &[], &quote!(true));
        let apart = self.is_apart(var, &[]);
        quote_spanned! {self.hidden=>
            if #slot.is_live() {
                if #apart {
                    unsafe { #slot.vacate() };
                    #parts
                } else {
                    unsafe { #slot.discard() };
                }
                #(#flags.clear();)*
            }
        }
    }

    /// In a node with a macro or name of unknown meaning, names that it does not visibly mention are bound to nothing:
    /// a hidden mention of one is an error, and rustc's help about similar names is that of the serial copy.
    fn name_guard(&self, node: &Node) -> TokenStream {
        if !node.any_macro && !node.unknown_name {
            return TokenStream::new();
        }
        let mentioned: Vec<&Key> = node.mentions.iter().map(|mention| &self.region.vars[mention.var()].key).collect();
        let captures = (0..self.region.vars.len()).filter(|var| self.region.vars[*var].origin == Origin::Capture);
        let reachable = node.in_scope.iter().copied().chain(captures).map(|var| &self.region.vars[var]);
        let idents = reachable.filter(|var| var.origin != Origin::Temp && !mentioned.contains(&&var.key));
        let idents = idents.map(|var| {
            let ident = &var.ident;
            quote_spanned!(self.hidden=> let #ident: ();)
        });
        quote!(#(#idents)*)
    }

    /// Binds the places that a node uses; with `epilogue`, those of the code that runs when the pipeline ends there.
    fn prelude(&self, node: NodeId, epilogue: bool) -> TokenStream {
        let accesses = self.resolved[node].accesses.iter().enumerate();
        let bindings = accesses.filter(|(_, access)| access.epilogue == epilogue).map(|(number, access)| {
            let one = |var: VarId, cfg: &Option<TokenStream>| {
                let cfg = self.cfg(cfg);
                let binding = self.binding(number, access, var);
                quote!(#cfg #binding)
            };
            let all = access.candidates.iter().map(|candidate| one(candidate.var, &candidate.cfg));
            quote!(#(#all)*)
        });
        quote!(#(#bindings)*)
    }

    fn binding(&self, number: usize, access: &Access, var: VarId) -> TokenStream {
        let private = &self.private;
        let slot = self.slot(var);
        let name = self.bound_name(number, access);
        let path = &access.path;
        let whole = path.is_empty();
        let place = quote_spanned!(self.hidden=> (*#slot.ptr())#(.#path)*);
        match access.bind {
            Bind::Shared if whole => quote_spanned!(self.hidden=> let #name = unsafe { #slot.read() };),
            Bind::Unique if whole => quote_spanned!(self.hidden=> let #name = unsafe { #slot.exclusive() };),
            Bind::Own if whole && self.region.vars[var].origin == Origin::Temp => {
                quote_spanned!(self.hidden=> let mut #name = #private::Held(unsafe { #slot.take() });)
            }
            Bind::Own if whole => quote_spanned!(self.hidden=> let mut #name = unsafe { #slot.take() };),
            Bind::Copied if whole => quote_spanned!(self.hidden=> let mut #name = unsafe { #slot.copy() };),
            Bind::Reach => {
                quote_spanned!(self.hidden=> let #name = unsafe { #private::Reach(&raw mut #place).reach() };)
            }
            Bind::Shared => quote_spanned!(self.hidden=> let #name = unsafe { & #place };),
            Bind::Unique => quote_spanned!(self.hidden=> let #name = unsafe { &mut #place };),
            Bind::Copied => quote_spanned!(self.hidden=> let mut #name = unsafe { #private::read(&raw const #place) };),
            Bind::Own => {
                let flag = self.flag_of(var, path).expect("a flag for each moved field");
                quote_spanned! {self.hidden=>
                    let mut #name = unsafe { #private::read(&raw const #place) };
                    #flag.set();
                }
            }
            Bind::Dynamic => {
                let cell = self.cell(number);
                let named = access.hidden.then(|| quote_spanned!(self.hidden=> let #name = unsafe { & #place };));
                quote_spanned!(self.hidden=> let #cell = &#slot; #named)
            }
        }
    }

    /// A slot that mentions go to one by one.
    fn cell(&self, number: usize) -> Ident {
        format_ident!("__cell{number}", span = self.hidden)
    }

    /// The user's name for a whole variable, a generated one for a field.
    fn bound_name(&self, number: usize, access: &Access) -> Ident {
        if access.path.is_empty() { access.ident.clone() } else { format_ident!("__place{number}", span = self.hidden) }
    }

    /// The expression with its mentions replaced by what the prelude binds, and its exits by returns from the step.
    fn replaced(&self, node: NodeId, expr: &Expr, context: Context) -> Expr {
        let mut expr = expr.clone();
        if let Kind::Call(path) = &self.region.nodes[node].kind {
            self.exact_callee(node, &mut expr, path);
        }
        let mut replace = Replace::new(self, node, false, true);
        walk(&mut expr, context, &mut replace);
        expr
    }

    // Input:  load(path)?
    // Output: exact(TASK0, load)(path)?
    /// Checks that the function called is the task described: a local function may shadow the one and not the other.
    fn exact_callee(&self, node: NodeId, expr: &mut Expr, path: &Path) {
        match expr {
            Expr::Paren(e) => self.exact_callee(node, &mut e.expr, path),
            Expr::Group(e) => self.exact_callee(node, &mut e.expr, path),
            Expr::Try(e) => self.exact_callee(node, &mut e.expr, path),
            Expr::Call(call) => {
                let func = &call.func;
                let span = path.segments.last().map_or(self.hidden, |last| last.ident.span());
                // The user's span: errors about the arguments must read as on the serial copy.
                let task = Ident::new(&super::spec::task_constant(node), span);
                let name = Ident::new(self.krate.name(), span);
                let tokens = quote_spanned!(span=> ::#name::__private::exact(#task, #func));
                *call.func = syn::parse2(tokens).expect("a call is an expression");
            }
            _ => {}
        }
    }

    /// What runs on the caller when the pipeline ends at a site.
    pub fn exits(&self) -> TokenStream {
        let private = &self.private;
        let sites = self.sites();
        if sites.is_empty() {
            return TokenStream::new();
        }
        let arms = sites.iter().map(|site| {
            let number = site.number;
            let node = &self.region.nodes[site.node];
            let cfg = self.cfg(&node.cfg);
            let (operands, returns) = self.count_exits(site.node);
            let index = number - self.first_site(site.node);
            let code = if index < operands {
                let operand = self.operand(number);
                let (start, question_mark) = self.question_mark(site.node, index);
                // The user's own `?` converts the error, on the caller. From `start` to `?` is the span of the user's
                // expression, so that rustc's errors about it are those of the serial copy.
                let failed = Ident::new("__superscalar_failed", start);
                quote_spanned! {self.hidden=>
                    let #failed = unsafe { #operand.take() };
                    #private::ignore(#failed #question_mark);
                    #private::unreachable!("a failed operand of `?` returns")
                }
            } else if index < operands + returns {
                let returned = self.returned(number);
                quote_spanned!(self.hidden=> return unsafe { #returned.take() };)
            } else {
                let prelude = self.prelude(site.node, true);
                let code = self.ending(site.node);
                quote!(#prelude #code)
            };
            quote_spanned!(self.hidden=> #cfg #number => { #code })
        });
        quote_spanned! {self.hidden=>
            match __finished.site() {
                #(#arms)*
                _ => {}
            }
        }
    }

    /// Where the operand of a site starts, and its `?`.
    fn question_mark(&self, node: NodeId, index: u32) -> (Span, TokenStream) {
        struct Find(Vec<(Span, Span)>);
        impl syn::visit::Visit<'_> for Find {
            fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
            fn visit_expr_try(&mut self, e: &ExprTry) {
                syn::visit::visit_expr_try(self, e);
                self.0.push((e.expr.span(), e.question_token.span));
            }
        }
        let mut find = Find(Vec::new());
        match &self.region.nodes[node].body {
            Body::Let { init, .. } => syn::visit::Visit::visit_expr(&mut find, init),
            Body::Temp { value, .. } | Body::Assign { value, .. } => syn::visit::Visit::visit_expr(&mut find, value),
            Body::Run(expr) => syn::visit::Visit::visit_expr(&mut find, expr),
            _ => {}
        }
        let (start, span) = find.0.get(index as usize).copied().unwrap_or((self.hidden, self.hidden));
        (start, quote_spanned!(span=> ?))
    }

    /// The `else` of a `let else`, or the `ensure!` that does not hold.
    fn ending(&self, node: NodeId) -> TokenStream {
        let private = &self.private;
        let mut replace = Replace::new(self, node, true, false);
        match &self.region.nodes[node].body {
            Body::Let { diverge: Some(block), .. } => {
                let mut block = block.clone();
                walk_block(&mut block, &mut replace);
                quote!(#block)
            }
            Body::Ensure { whole, .. } => {
                let mut mac = whole.clone();
                // With a message of its own the macro need not see the condition again, which may have an effect.
                if let Some(mut arguments) = crate::macros::parse(&mac)
                    && arguments.exprs().count() > 1
                {
                    if let Some((_, condition, ..)) = arguments.exprs().next() {
                        *condition = syn::parse_quote!(false);
                    }
                    mac.tokens = arguments.into_tokens();
                }
                let mut expr = Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac });
                walk(&mut expr, Context::Value, &mut replace);
                quote_spanned!(self.hidden=> #expr; #private::unreachable!("a condition that did not hold holds now"))
            }
            _ => unreachable!("only `let else` and `ensure!` run code at their exit"),
        }
    }

    /// The value of the pipeline.
    pub fn tail(&self, returns_unit: bool) -> TokenStream {
        let private = &self.private;
        let id = self.region.nodes.len() - 1;
        let Body::Tail(tail) = &self.region.nodes[id].body else { unreachable!("the last node is the tail") };
        let prelude = self.prelude(id, false);
        let guard = self.name_guard(&self.region.nodes[id]);
        match tail {
            Some(expr) => {
                let mut expr = expr.clone();
                walk(&mut expr, Context::Value, &mut Replace::new(self, id, false, false));
                quote_spanned!(self.hidden=> #guard #prelude return #expr;)
            }
            None if returns_unit => quote_spanned!(self.hidden=> return;),
            None => quote_spanned!(self.hidden=> #private::unreachable!("the body ends before its end")),
        }
    }
}

/// The walk's visitor while code is printed.
struct Replace<'e, 'a> {
    expander: &'e Expander<'a>,
    resolved: &'e Resolved,
    node: NodeId,
    epilogue: bool,
    /// Exits leave the step; otherwise they leave the function, as written.
    in_step: bool,
    next_operand: u32,
    next_return: u32,
}

impl<'e, 'a> Replace<'e, 'a> {
    fn new(expander: &'e Expander<'a>, node: NodeId, epilogue: bool, in_step: bool) -> Replace<'e, 'a> {
        let next_operand = expander.first_site(node);
        Replace { expander, resolved: &expander.resolved[node], node, epilogue, in_step, next_operand, next_return: 0 }
    }

    /// A mention that goes to its slot: the bits of the value, or a reference made for this mention.
    fn dynamic(&self, number: usize, access: &Access, rest: &[Member], context: &Context, span: Span) -> TokenStream {
        let private = &self.expander.private;
        let var = access.candidates[0].var;
        let hidden = self.expander.hidden.located_at(span);
        let cell = Ident::new(&self.expander.cell(number).to_string(), hidden);
        let path = &access.path;
        let place = quote_spanned!(hidden=> (*#cell.ptr())#(.#path)*);
        if *context == Context::Value {
            let part = [path, rest].concat();
            return match self.expander.flag_of(var, &part) {
                None => quote_spanned!(hidden=> (unsafe { #private::CopyProbe(#cell).bits() })),
                // The field of a variable that belongs to others: rustc checks that it is copied.
                Some(_) if self.expander.region.vars[var].origin == Origin::Capture => {
                    quote_spanned!(hidden=> (*unsafe { & #place })#(.#rest)*)
                }
                Some(flag) => quote_spanned! {hidden=>
                    ({ #flag.set(); unsafe { #private::read(&raw const (*#cell.ptr())#(.#part)*) } })
                },
            };
        }
        let variable = &self.expander.region.vars[var];
        if crate::resolve::writes(variable, context) {
            quote_spanned!(hidden=> (*unsafe { &mut #place })#(.#rest)*)
        } else if crate::resolve::reaches(variable, context) {
            quote_spanned!(hidden=> (*unsafe { #private::Reach(&raw mut #place).reach() })#(.#rest)*)
        } else {
            quote_spanned!(hidden=> (*unsafe { & #place })#(.#rest)*)
        }
    }

    /// The variable that a name means in this node: the latest in scope there.
    fn variable(&self, key: &Key) -> Option<VarId> {
        let node = &self.expander.region.nodes[self.node];
        let mentions = node.mentions.iter().filter(|mention| mention.epilogue == self.epilogue);
        let mut vars = mentions.map(|mention| mention.var());
        vars.find(|var| self.expander.region.vars[*var].key == *key)
    }
}

impl Visitor for Replace<'_, '_> {
    fn place(&mut self, ident: &Ident, members: &[&Member], context: Context, _: At) -> Option<(usize, Option<Expr>)> {
        let var = self.variable(&Key::of(ident))?;
        let members: Vec<Member> = members.iter().map(|member| (*member).clone()).collect();
        let (number, access) = self.resolved.access_of(var, &members, self.epilogue)?;
        let span = ident.span();
        let rest = &members[access.path.len()..];
        let name = match access.path.is_empty() {
            true => ident.clone(),
            false => format_ident!("__place{number}", span = self.expander.hidden.located_at(span)),
        };
        let tokens = match access.bind {
            // All tokens carry the user's span, so that errors read as on the serial copy.
            Bind::Dynamic => self.dynamic(number, access, rest, &context, span),
            Bind::Shared | Bind::Unique | Bind::Reach => quote_spanned!(span=> (*#name)#(.#rest)*),
            // A temporary is spanned from the first token of its expression to the last, as the expression was.
            Bind::Own if self.expander.region.vars[var].origin == Origin::Temp && access.path.is_empty() => {
                let last = self.expander.region.vars[var].last;
                let zero = Literal::usize_unsuffixed(0);
                let zero = {
                    let mut zero = zero;
                    zero.set_span(last);
                    zero
                };
                quote_spanned!(span=> #name.#zero #(.#rest)*)
            }
            Bind::Own | Bind::Copied => quote_spanned!(span=> #name #(.#rest)*),
        };
        let expr = syn::parse2::<Expr>(tokens).expect("a place is an expression");
        Some((0, Some(expr)))
    }

    fn hidden(&mut self, _: &Key, _: &str, _: Span, _: Context, _: At) -> Option<usize> {
        None
    }

    fn is_variable(&mut self, ident: &Ident) -> bool {
        self.variable(&Key::of(ident)).is_some()
    }

    fn assignment(&mut self, ident: &Ident, members: &[&Member], value: &Expr) -> Option<Expr> {
        let var = self.variable(&Key::of(ident))?;
        let members: Vec<Member> = members.iter().map(|member| (*member).clone()).collect();
        let (_, access) = self.resolved.access_of(var, &members, self.epilogue)?;
        if access.bind != Bind::Dynamic {
            return None;
        }
        let code = self.expander.assign(var, &members, value);
        Some(syn::parse2(quote_spanned!(self.expander.hidden=> { #code })).expect("a block is an expression"))
    }

    fn exit_try(&mut self, e: ExprTry) -> Expr {
        if !self.in_step {
            return Expr::Try(e);
        }
        let site = self.next_operand;
        self.next_operand += 1;
        let (private, operand, inner) = (&self.expander.private, self.expander.operand(site), &e.expr);
        let hidden = self.expander.hidden;
        // The value has the span of the whole `operand?`, by its first and last token: as on the serial copy.
        let held = Ident::new("__superscalar_held", e.expr.span());
        let mut zero = Literal::usize_unsuffixed(0);
        zero.set_span(e.question_token.span);
        let tokens = quote_spanned! {hidden=>
            match #private::Operand(#inner).split() {
                #private::Ok(__value) => {
                    let #held = #private::Held(__value);
                    #held.#zero
                }
                #private::Err(__failed) => {
                    unsafe { #operand.put(__failed) };
                    return #site;
                }
            }
        };
        syn::parse2(tokens).expect("a match is an expression")
    }

    fn exit_return(&mut self, e: ExprReturn) -> Expr {
        if !self.in_step {
            return Expr::Return(e);
        }
        let (operands, _) = self.expander.count_exits(self.node);
        let site = self.expander.first_site(self.node) + operands + self.next_return;
        self.next_return += 1;
        let returned = self.expander.returned(site);
        let value = e.expr.as_ref().map_or_else(|| quote!(()), |value| quote!(#value));
        let tokens = quote_spanned! {self.expander.hidden=> {
            let __value = #value;
            unsafe { #returned.put(__value) };
            return #site
        }};
        syn::parse2(tokens).expect("a block is an expression")
    }
}
