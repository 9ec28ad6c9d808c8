//! The code of nodes: bindings, the user's expression with its mentions replaced, the results into their slots.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprBreak, ExprContinue, ExprReturn, ExprTry, Member, Pat, Path};

use super::Expander;
use super::exit::SiteKind;
use super::region::printed;
use crate::ir::{BODY, Body, Kind, Node, NodeId, Origin, RegionId, VarId};
use crate::names::Key;
use crate::resolve::{Access, Bind, Resolved};
use crate::walk::{At, Context, Visitor, walk, walk_block};

impl Expander<'_> {
    /// The arms of a region's step: nodes, then drops.
    pub fn match_arms(&self, region: RegionId) -> TokenStream {
        self.arms(region, |cfg, number, code| quote_spanned!(self.hidden=> #cfg #number => { #code }))
    }

    /// The code of a region's nodes, then of its drops, each as `arm` prints it from condition, number and code.
    pub fn arms(&self, region: RegionId, arm: impl Fn(TokenStream, u32, TokenStream) -> TokenStream) -> TokenStream {
        let here = |node: &Node| node.region == region && !matches!(node.kind, Kind::Tail);
        let nodes = self.program.nodes.iter().enumerate().filter(|(_, node)| here(node)).map(|(id, node)| {
            let code = match (self.loop_of(id), node.plain) {
                (Some(region), _) if self.program.regions[region].chain.is_none() => self.overlapped(id, region),
                (Some(_), Some(plain)) => self.code(self.program.nodes.len() + plain, &self.program.plains[plain]),
                _ => self.code(id, node),
            };
            arm(self.cfg(&node.cfg), self.number(region, id), code)
        });
        let first_drop = self.program.nodes.len();
        let dropped = self.dropped.iter().copied().enumerate();
        let drops = dropped.filter(|(_, var)| self.program.vars[*var].region == region).map(|(index, var)| {
            arm(self.cfg(&self.program.vars[var].cfg), self.number(region, first_drop + index), self.drop_code(var))
        });
        let first_kept = first_drop + self.dropped.len();
        let kept = self.kept.iter().enumerate().filter(|(_, kept)| kept.region == region).map(|(index, kept)| {
            let (slot, cfg) = (self.kept_slot(&kept.site), self.cfg(&kept.site.cfg));
            let discard = quote_spanned!(self.hidden=> unsafe { #slot.discard() };);
            arm(cfg, self.number(region, first_kept + index), discard)
        });
        quote!(#(#nodes)* #(#drops)* #(#kept)*)
    }

    // SAFETY (all code of arms): the plan runs the arm of a node after the arms of its predecessors, so that
    // (1) what it reads or takes is there; (2) nobody else touches what it changes or takes.
    fn code(&self, id: NodeId, node: &Node) -> TokenStream {
        let private = &self.private;
        let prelude = self.prelude(id, false);
        let guard = self.name_guard(node);
        let outlives = self.outlives(id);
        let code = match &node.body {
            Body::Let { pat, ty, init, diverge } => {
                let mut replace = Replace::new(self, id, false, true);
                let init = self.replaced_by(&mut replace, id, init, crate::walk::let_context(pat));
                let ascription = ty.as_ref().map(|ty| quote_spanned!(self.hidden=> : #ty));
                let (init, checked) = match diverge {
                    None if may_fail(pat) => (in_parentheses(&init), Some(self.otherwise())),
                    _ => (init, None),
                };
                let checked = checked.map(|block| quote_spanned!(self.hidden=> else #block));
                let otherwise = diverge.as_ref().map(|block| {
                    if node.region == BODY {
                        let site = self.site(id, 0, |kind| matches!(kind, SiteKind::End)).number;
                        let leave = self.return_by(site);
                        return quote_spanned!(self.hidden=> else { #leave; });
                    }
                    let mut block = block.clone();
                    walk_block(&mut block, &mut replace);
                    crate::pipeline::Strip { serial: false }.visit_block_mut(&mut block);
                    quote_spanned!(self.hidden=> else #block)
                });
                let puts = node.defines.iter().map(|var| self.put(*var, &self.program.vars[*var].ident));
                quote_spanned!(self.hidden=> let #pat #ascription = #init #otherwise #checked; #(#puts)*)
            }
            Body::Temp { var, value } => {
                let (ident, ty) = (&self.program.vars[*var].ident, &self.program.vars[*var].ascribed);
                let mut value = self.replaced(id, value, Context::Value);
                if ty.is_some() {
                    self.complete_if(&mut value);
                }
                let ascription = ty.as_ref().map(|ty| quote_spanned!(self.hidden=> : #ty));
                let put = self.put(*var, ident);
                quote_spanned!(self.hidden=> let #ident #ascription = #value; #put)
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
                let site = self.site(id, 0, |kind| matches!(kind, SiteKind::End)).number;
                let leave = self.return_by(site);
                quote_spanned!(self.hidden=> if !(#condition) { #leave; })
            }
            Body::Next { pat } => {
                let puts = node.defines.iter().map(|var| self.put(*var, &self.program.vars[*var].ident));
                let otherwise = may_fail(pat).then(|| self.otherwise());
                let otherwise = otherwise.map(|block| quote_spanned!(self.hidden=> else #block));
                let leave = self.return_by(quote!(#private::END));
                quote_spanned! {self.hidden=>
                    match unsafe { __source.next() } {
                        #private::Some(__item) => { let #pat = __item #otherwise; #(#puts)* }
                        #private::None => #leave,
                    }
                }
            }
            Body::Yield(expr) => {
                let expr = self.replaced(id, expr, Context::Value);
                quote_spanned!(self.hidden=> let __value = #expr; unsafe { __sink.put(__value) };)
            }
            Body::Tail(_) => unreachable!("tails run after the others"),
        };
        quote!(#outlives #guard #prelude #code)
    }

    // let h = Guard(&s.0); match s.0 { Shape::Circle(r) => r, _ => 0 }
    /// Where a node takes apart what others may borrow from and the second copy of the body proves nothing: the drops of
    /// those others do not look at it.
    fn outlives(&self, unit: NodeId) -> TokenStream {
        let private = &self.private;
        let id = self.owner_of(unit).unwrap_or(unit);
        let region = self.program.nodes[id].region;
        let places = self.places();
        let mut tokens = TokenStream::new();
        let unproved = |access: &&Access| access.in_parts && !access.epilogue && !access.proved;
        for access in self.resolved[unit].accesses.iter().filter(unproved) {
            for candidate in &access.candidates {
                let place = self.place_in(&places, candidate.var, &access.path).unwrap_or(candidate.var);
                for holder in self.holders(candidate.var, id) {
                    let in_reach = self.program.around(region).any(|region| region == self.program.vars[holder].region);
                    if !in_reach || !self.dropped.contains(&holder) {
                        continue;
                    }
                    let slot = match self.program.vars[holder].origin {
                        Origin::Capture => self.owned_capture(holder),
                        _ => self.slot(holder),
                    };
                    let cfg = self.cfg(&self.program.vars[holder].cfg);
                    let span = self.hidden.located_at(access.ident.span());
                    tokens.extend(quote_spanned! {span=> #cfg {
                        #private::outlives::<
                            { __SUPERSCALAR_ANALYSIS.dropped_later(__SUPERSCALAR_SPEC, #id, #place, #holder) }, _,
                        >(#slot);
                    }});
                }
            }
        }
        tokens
    }

    /// The variables that may have come to borrow from `var` before `node`.
    fn holders(&self, var: VarId, node: NodeId) -> std::collections::BTreeSet<VarId> {
        let mut holders = std::collections::BTreeSet::from([var]);
        loop {
            let known = holders.len();
            for earlier in &self.program.nodes[..node] {
                let mentioned = || earlier.mentions.iter().flat_map(|mention| &mention.candidates);
                if mentioned().any(|candidate| holders.contains(&candidate.var)) {
                    holders.extend(&earlier.defines);
                    holders.extend(mentioned().map(|candidate| candidate.var));
                }
            }
            if holders.len() == known {
                break;
            }
        }
        holders.remove(&var);
        holders
    }

    // if x > 2 { f(x); }
    /// Gives an `if` whose type is known to be that of an `if` without `else` one: rustc checks the type on the serial copy.
    fn complete_if(&self, expr: &mut Expr) {
        let Expr::If(e) = expr else { return };
        match &mut e.else_branch {
            Some((_, other)) => self.complete_if(other),
            None => {
                let private = &self.private;
                let otherwise = quote_spanned!(self.hidden=> { unsafe { #private::unit() } });
                let otherwise = syn::parse2(otherwise).expect("a block is an expression");
                e.else_branch = Some((Default::default(), Box::new(otherwise)));
            }
        }
    }

    /// What runs where no pattern matches: rustc checks on the serial copy that one does.
    fn otherwise(&self) -> TokenStream {
        let private = &self.private;
        quote_spanned!(self.hidden=> { #private::never() })
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
            if flags.is_empty() || self.program.vars[target].origin == Origin::Capture {
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
        if flags.is_empty() || self.program.vars[var].origin == Origin::Capture {
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
    pub fn name_guard(&self, node: &Node) -> TokenStream {
        if !node.any_macro && !node.unknown_name {
            return TokenStream::new();
        }
        let mentioned: Vec<&Key> = node.mentions.iter().map(|mention| &self.program.vars[mention.var()].key).collect();
        let captures = (0..self.program.vars.len()).filter(|var| self.program.vars[*var].origin == Origin::Capture);
        let reachable = node.in_scope.iter().copied().chain(captures).map(|var| &self.program.vars[var]);
        let idents = reachable.filter(|var| var.origin != Origin::Temp && !mentioned.contains(&&var.key));
        let idents = idents.map(|var| {
            let ident = &var.ident;
            quote_spanned!(self.hidden=> let #ident: ();)
        });
        quote!(#(#idents)*)
    }

    /// Binds the places that a node uses; with `epilogue`, those of the code that runs when the pipeline ends there.
    pub fn prelude(&self, node: NodeId, epilogue: bool) -> TokenStream {
        let accesses = self.resolved[node].accesses.iter().enumerate();
        let bindings = accesses.filter(|(_, access)| access.epilogue == epilogue).map(|(number, access)| {
            let one = |var: VarId, cfg: &Option<TokenStream>| {
                let cfg = self.cfg(cfg);
                let binding = self.binding(number, access, var);
                let gone = self.without_gone(number, access, var, node);
                let Some(there) = self.is_there(access, var) else { return quote!(#cfg #binding #gone) };
                let (private, name) = (&self.private, self.bound_name(number, access));
                quote_spanned! {self.hidden=>
                    #cfg let __there = #there;
                    #cfg #binding
                    #cfg if !__there { #private::Mention::of(&raw const #name).gone(#name); }
                    #gone
                }
            };
            let all = access.candidates.iter().map(|candidate| one(candidate.var, &candidate.cfg));
            quote!(#(#all)*)
        });
        quote!(#(#bindings)*)
    }

    // Input:  let a = eat(s.0); let (_, b) = s;
    // Output: let mut s = slot0.take(); if moved0.get() { Mention::of(&raw const s.0).gone(s.0); } let (_, b) = s;
    /// Proves that a pattern takes apart what is there as a whole: parts that were used by value are `Copy` or lent.
    fn without_gone(&self, number: usize, access: &Access, var: VarId, node: NodeId) -> TokenStream {
        if !access.in_parts || self.program.vars[var].origin == Origin::Temp {
            return TokenStream::new();
        }
        let name = self.bound_name(number, access);
        let flags = self.flags_of(var);
        let inside = |path: &[Member]| path.len() > access.path.len() && crate::resolve::is_prefix(&access.path, path);
        let gone: Vec<_> = flags.iter().filter(|(_, path)| inside(path) && self.may_be_gone(var, path, node)).collect();
        let outermost = |path: &[Member]| {
            !gone.iter().any(|(_, other)| other.len() < path.len() && crate::resolve::is_prefix(other, path))
        };
        let outer = gone.iter().filter(|(_, path)| outermost(path)).map(|(flag, path)| {
            let private = &self.private;
            let forget = |path: &[Member]| {
                let span = access.ident.span();
                let mut rest = path[access.path.len()..].to_vec();
                rest.iter_mut().for_each(|member| match member {
                    Member::Named(ident) => ident.set_span(span),
                    Member::Unnamed(index) => index.span = span,
                });
                quote_spanned!(self.hidden=> #private::Mention::of(&raw const #name #(.#rest)*).gone(#name #(.#rest)*);)
            };
            let inner =
                gone.iter().filter(|(_, other)| other.len() > path.len() && crate::resolve::is_prefix(path, other));
            let inner = inner.map(|(flag, path)| {
                let forget = forget(path);
                quote_spanned!(self.hidden=> if #flag.get() { #forget })
            });
            let forget = forget(path);
            quote_spanned!(self.hidden=> if #flag.get() { #forget } else { #(#inner)* })
        });
        quote!(#(#outer)*)
    }

    // let a = eat(s); nothing!(s.into_bytes());
    /// Of a place that may be gone, and that perhaps nobody asks for: whether it is there. It must be `Copy`.
    fn is_there(&self, access: &Access, var: VarId) -> Option<TokenStream> {
        if !access.unsure || access.bind != Bind::Own || self.program.vars[var].origin == Origin::Temp {
            return None;
        }
        let slot = self.slot(var);
        Some(match self.flag_of(var, &access.path) {
            Some(flag) => quote_spanned!(self.hidden=> #slot.is_live() && !#flag.get()),
            None => quote_spanned!(self.hidden=> #slot.is_live()),
        })
    }

    /// Whether a part may have been moved when `node` runs: it was, and has not surely been assigned since.
    fn may_be_gone(&self, var: VarId, path: &[Member], node: NodeId) -> bool {
        let program = self.program;
        let region = program.unit(node).region;
        let owner = self.owner_of(node).unwrap_or(node);
        let mut gone: Vec<RegionId> = Vec::new();
        for (id, earlier) in program.nodes[..owner].iter().enumerate() {
            let takes = self.resolved[id].accesses.iter().any(|access| {
                access.candidates.iter().any(|candidate| candidate.var == var)
                    && matches!(access.bind, Bind::Own | Bind::Dynamic)
                    && (crate::resolve::is_prefix(&access.path, path) || crate::resolve::is_prefix(path, &access.path))
            });
            let assigns = matches!(&earlier.body, Body::Assign { target, members, .. }
                if *target == var && crate::resolve::is_prefix(members, path));
            if assigns && earlier.cfg.is_none() {
                gone.retain(|taken| !program.around(*taken).any(|around| around == earlier.region));
            } else if takes && !self.leaves(earlier.region, region) {
                gone.push(earlier.region);
            }
        }
        !gone.is_empty()
    }

    /// Whether what runs in `inner` never gets to what follows in `outer`: it returns.
    fn leaves(&self, inner: RegionId, outer: RegionId) -> bool {
        let mut regions =
            self.program.around(inner).take_while(|one| !self.program.around(outer).any(|other| other == *one));
        regions.any(|region| {
            let mut nodes = self.program.nodes.iter().filter(|node| node.region == region);
            let last = nodes.rfind(|node| !matches!(node.body, Body::Tail(None)));
            self.program.regions[region].diverges
                && last.is_some_and(|last| matches!(&last.body, Body::Run(Expr::Return(_))) && last.cfg.is_none())
        })
    }

    fn binding(&self, number: usize, access: &Access, var: VarId) -> TokenStream {
        let private = &self.private;
        let slot = self.slot(var);
        let name = self.bound_name(number, access);
        let path = &access.path;
        let whole = path.is_empty();
        // At the user's place, for errors about its fields.
        let place = quote_spanned!(access.ident.span()=> (*#slot.ptr())#(.#path)*);
        match access.bind {
            Bind::Shared | Bind::Unique if self.is_held(var, access) => {
                let (held, reference) = match access.bind {
                    Bind::Shared => ("of", quote_spanned!(self.hidden=> &)),
                    _ => ("of_mut", quote_spanned!(self.hidden=> &mut)),
                };
                let held = Ident::new(held, self.hidden);
                quote_spanned!(self.hidden=> let #name = #private::Held::#held(unsafe { #reference #place });)
            }
            Bind::Shared if whole => quote_spanned!(self.hidden=> let #name = unsafe { #slot.read() };),
            Bind::Unique if whole => quote_spanned!(self.hidden=> let #name = unsafe { #slot.exclusive() };),
            Bind::Own if whole && self.program.vars[var].origin == Origin::Temp => {
                quote_spanned!(self.hidden=> let mut #name = #private::Held(unsafe { #slot.take() });)
            }
            Bind::Copied if whole && self.program.vars[var].origin == Origin::Temp => {
                quote_spanned!(self.hidden=> let mut #name = #private::Held(unsafe { #slot.copy() });)
            }
            Bind::Own if whole => quote_spanned!(self.hidden=> let mut #name = unsafe { #slot.take() };),
            Bind::Copied if whole => quote_spanned!(self.hidden=> let mut #name = unsafe { #slot.copy() };),
            Bind::Either => quote_spanned! {self.hidden=>
                #[allow(unused_imports)]
                use #private::{EitherItems as _, EitherOther as _};
                let mut #name = unsafe { (&#private::Either(#slot)).choose() };
            },
            Bind::Reach => {
                quote_spanned!(self.hidden=> let #name = unsafe { #private::Reach(&raw mut #place).reach() };)
            }
            Bind::Shared | Bind::Unique => unreachable!("what is not whole is held"),
            Bind::Copied => {
                quote_spanned!(self.hidden=> let mut #name = #private::Held(unsafe { #private::read(&raw const #place) });)
            }
            Bind::Own => {
                let flag = self.flag_of(var, path).expect("a flag for each moved field");
                quote_spanned! {self.hidden=>
                    let mut #name = #private::Held(unsafe { #private::read(&raw const #place) });
                    #flag.set();
                }
            }
            Bind::Dynamic => {
                let cell = self.cell(number);
                let named = access.hidden.then(|| quote_spanned!(self.hidden=> let #name = unsafe { & #place };));
                quote_spanned!(self.hidden=> let #cell = #slot; #named)
            }
        }
    }

    /// Whether what is bound, unless it is one of the user's variables, stands in a [`Held`](superscalar::__private::Held).
    fn is_held(&self, var: VarId, access: &Access) -> bool {
        !access.path.is_empty() || self.program.vars[var].origin == Origin::Temp
    }

    /// The last token of a temporary's expression, or of a field's name, as the user wrote it.
    fn last_of(&self, var: VarId, members: &[Member]) -> Span {
        match members.last() {
            Some(member) => member.span(),
            None => self.program.vars[var].last,
        }
    }

    /// A value with the span of what it stands for, so that errors about it are those of the serial copy.
    pub fn spanning(&self, value: &TokenStream, first: Span, last: Span) -> TokenStream {
        let (name, zero) = (Ident::new(self.krate.name(), first), zero_at(last));
        quote_spanned!(first=> ::#name::__private::Held(#value).#zero)
    }

    /// A slot that mentions go to one by one.
    fn cell(&self, number: usize) -> Ident {
        format_ident!("__cell{number}", span = self.hidden)
    }

    /// The user's name for a whole variable, a generated one for a field.
    fn bound_name(&self, number: usize, access: &Access) -> Ident {
        if access.path.is_empty() { access.ident.clone() } else { place_name(number, access.ident.span()) }
    }

    /// The expression with its mentions replaced by what the prelude binds, and its exits by returns from the step.
    pub fn replaced(&self, node: NodeId, expr: &Expr, context: Context) -> Expr {
        self.replaced_by(&mut Replace::new(self, node, false, true), node, expr, context)
    }

    /// The code of a `for`, and of the number in its `#[window(n)]`.
    pub fn replaced_loop(&self, node: NodeId, expr: &Expr) -> (Expr, Option<Expr>) {
        let mut expr = self.walked(&mut Replace::new(self, node, false, true), node, expr, Context::Value);
        let window = match &expr {
            Expr::ForLoop(e) => e.attrs.iter().find(|attr| attr.path().is_ident("window")),
            _ => None,
        };
        let window = window.and_then(|attr| attr.parse_args().ok());
        self.complete(node, &mut expr);
        (expr, window)
    }

    fn replaced_by(&self, replace: &mut Replace<'_, '_>, node: NodeId, expr: &Expr, context: Context) -> Expr {
        let mut expr = self.walked(replace, node, expr, context);
        self.complete(node, &mut expr);
        expr
    }

    /// The expression with its mentions and exits replaced.
    fn walked(&self, replace: &mut Replace<'_, '_>, node: NodeId, expr: &Expr, context: Context) -> Expr {
        let mut expr = expr.clone();
        if let Kind::Call(path) = &self.program.unit(node).kind {
            self.exact_callee(&mut expr, path);
        }
        EveryCase(self).visit_expr_mut(&mut expr);
        walk(&mut expr, context, replace);
        expr
    }

    /// Without the attributes that are ours, and with the code of its regions.
    fn complete(&self, node: NodeId, expr: &mut Expr) {
        crate::pipeline::Strip { serial: false }.visit_expr_mut(expr);
        self.place_regions(expr);
        if let Some(region) = self.owner_of(node).and_then(|owner| self.loop_of(owner))
            && let Some(method) = &self.program.regions[region].chain
        {
            OverlapChain { expander: self, region, marked: &crate::split::marked(method, region) }.visit_expr_mut(expr);
        }
    }

    /// Puts the code of regions where their macros stand.
    fn place_regions(&self, expr: &mut Expr) {
        struct PlaceRegions<'e, 'a>(&'e Expander<'a>);
        impl VisitMut for PlaceRegions<'_, '_> {
            fn visit_expr_mut(&mut self, expr: &mut Expr) {
                match expr {
                    Expr::Macro(e) if crate::macros::is_region(&e.mac) => {
                        if let Some(region) = crate::macros::region_number(&e.mac) {
                            *expr = Expr::Verbatim(self.0.region(region));
                        }
                    }
                    other => syn::visit_mut::visit_expr_mut(self, other),
                }
            }
        }
        PlaceRegions(self).visit_expr_mut(expr);
    }

    // Input:  load(path)?
    // Output: exact(<load>::TASK, load)(path)?
    /// Checks that the function called is the task described: a local function may shadow the one and not the other.
    fn exact_callee(&self, expr: &mut Expr, path: &Path) {
        match expr {
            Expr::Paren(e) => self.exact_callee(&mut e.expr, path),
            Expr::Group(e) => self.exact_callee(&mut e.expr, path),
            Expr::Try(e) => self.exact_callee(&mut e.expr, path),
            Expr::Call(call) => {
                let func = &call.func;
                let span = path.segments.last().map_or(self.hidden, |last| last.ident.span());
                // The user's span: errors about the arguments must read as on the serial copy.
                let task = super::spec::companion_of(path);
                let name = Ident::new(self.krate.name(), span);
                let tokens = quote_spanned!(span=> ::#name::__private::exact(<#task>::TASK, #func));
                *call.func = syn::parse2(tokens).expect("a call is an expression");
            }
            _ => {}
        }
    }

    /// The `else` of a `let else`, or the `ensure!` that does not hold.
    pub fn ending(&self, node: NodeId) -> TokenStream {
        let private = &self.private;
        let mut replace = Replace::new(self, node, true, false);
        match &self.program.unit(node).body {
            Body::Let { diverge: Some(block), .. } => {
                let mut block = block.clone();
                walk_block(&mut block, &mut replace);
                quote!(#block)
            }
            Body::Ensure { whole, .. } => {
                let mac = crate::macros::failed(whole);
                let mut expr = Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac });
                walk(&mut expr, Context::Value, &mut replace);
                quote_spanned!(self.hidden=> #expr; #private::unreachable!("a condition that did not hold holds now"))
            }
            _ => unreachable!("only `let else` and `ensure!` run code at their exit"),
        }
    }

    /// The value of a region that is not the body. The proofs come last: the types of some slots are known from it alone.
    pub fn yielded(&self, region: RegionId, proofs: &TokenStream) -> TokenStream {
        let private = &self.private;
        let tail = self.program.tail_of(region).map(|id| printed(self.program, id));
        match tail.map(|id| (id, &self.program.unit(id).body)) {
            Some((id, Body::Tail(Some(expr)))) => {
                let (guard, prelude) = (self.name_guard(self.program.unit(id)), self.prelude(id, false));
                let last = self.last_token(expr);
                let expr = self.replaced(id, expr, Context::Value);
                // Errors about the value's type are reported at the end of the block: as if that were the user's tail.
                let span = self.program.unit(id).span;
                let mut nothing = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, TokenStream::new());
                nothing.set_span(last);
                let label = syn::Lifetime::new(&format!("'__superscalar_region{region}"), span);
                // rustc warns of a loop or block behind a label.
                let leave = match &expr {
                    Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) | Expr::Block(_) | Expr::Verbatim(_) => {
                        quote_spanned!(span=> break #label (#expr);)
                    }
                    _ => quote_spanned!(span=> break #label #expr;),
                };
                let name = Ident::new(self.krate.name(), span);
                let end = quote_spanned!(span=> ::#name::__private::never #nothing);
                let code = quote_spanned!(self.hidden=> #guard #prelude #leave if false { #proofs } #end);
                let mut block = proc_macro2::Group::new(proc_macro2::Delimiter::Brace, code);
                block.set_span(last);
                quote_spanned!(span=> #label: #block)
            }
            _ if self.program.regions[region].diverges => quote_spanned! {self.hidden=>
                if false { #proofs };
                #private::unreachable!("the region ends before its end")
            },
            _ => quote_spanned!(self.hidden=> if false { #proofs }),
        }
    }

    /// The last token of an expression as the user wrote it.
    pub fn last_token(&self, expr: &Expr) -> Span {
        let temporary = crate::names::ident_of(expr).and_then(|ident| {
            let temps = self.program.vars.iter().filter(|var| var.origin == Origin::Temp);
            temps.into_iter().find(|var| var.ident == *ident)
        });
        match temporary {
            Some(var) => var.last,
            None => quote!(#expr).into_iter().last().map_or(self.hidden, |token| token.span()),
        }
    }

    /// The value of the pipeline.
    pub fn tail(&self, returns_unit: bool) -> TokenStream {
        let private = &self.private;
        let id = self.program.nodes.len() - 1;
        let Body::Tail(tail) = &self.program.nodes[id].body else { unreachable!("the last node is the tail") };
        let prelude = self.prelude(id, false);
        let guard = self.name_guard(&self.program.nodes[id]);
        match tail {
            Some(expr) => {
                let mut expr = expr.clone();
                EveryCase(self).visit_expr_mut(&mut expr);
                walk(&mut expr, Context::Value, &mut Replace::new(self, id, false, false));
                if returns_unit {
                    // A value that is too much is reported on the serial copy.
                    return quote_spanned! {self.hidden=>
                        #guard #prelude
                        #private::Returned(#expr).is_nothing();
                        return;
                    };
                }
                // Nothing stands behind a loop: rustc says on the serial copy if there should be something.
                if matches!(&expr, Expr::Tuple(tuple) if tuple.elems.is_empty()) {
                    return quote_spanned!(self.hidden=> #guard #prelude return unsafe { #private::unit() };);
                }
                quote_spanned!(self.hidden=> #guard #prelude return #expr;)
            }
            None if returns_unit => quote_spanned!(self.hidden=> return;),
            None => quote_spanned!(self.hidden=> #private::unreachable!("the body ends before its end")),
        }
    }
}

/// The name of what a field of a variable is bound to.
fn place_name(number: usize, span: Span) -> Ident {
    format_ident!("__superscalar_place{number}", span = span)
}

/// The field of a `Held`, as the last token of an expression.
fn zero_at(span: Span) -> Literal {
    let mut zero = Literal::usize_unsuffixed(0);
    zero.set_span(span);
    zero
}

/// Gives each `match` an arm for what it leaves out: rustc says of the serial copy that something is.
struct EveryCase<'e, 'a>(&'e Expander<'a>);

impl VisitMut for EveryCase<'_, '_> {
    fn visit_expr_match_mut(&mut self, e: &mut syn::ExprMatch) {
        let last = e.arms.iter().any(|arm| arm.guard.is_none() && matches!(arm.pat, Pat::Wild(_)));
        if !last {
            let otherwise = self.0.otherwise();
            if let Some(arm) = e.arms.last_mut() {
                arm.comma.get_or_insert_with(Default::default);
            }
            e.arms.push(syn::parse2(quote_spanned!(self.0.hidden=> _ => #otherwise)).expect("an arm is one"));
        }
        syn::visit_mut::visit_expr_match_mut(self, e);
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        if let Some(init) = local.init.as_mut().filter(|init| init.diverge.is_none() && may_fail(&local.pat)) {
            let otherwise = self.0.otherwise();
            *init.expr = in_parentheses(&init.expr);
            init.diverge =
                Some((Default::default(), Box::new(syn::parse2(otherwise).expect("a block is an expression"))));
        }
        syn::visit_mut::visit_local_mut(self, local);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

// fn solar(..) -> Result<u32, String> { .. return Err("no"); .. }
/// Whether `value` is made by a constructor of `ty`: what is wrong is then inside.
fn constructs(value: &Expr, ty: &syn::Type) -> bool {
    let (Expr::Call(call), syn::Type::Path(ty)) = (value, ty) else { return false };
    let Expr::Path(callee) = &*call.func else { return false };
    let constructors: &[&str] = match ty.path.segments.last() {
        Some(last) if last.ident == "Result" => &["Ok", "Err"],
        Some(last) if last.ident == "Option" => &["Some"],
        _ => &[],
    };
    callee.path.get_ident().is_some_and(|ident| constructors.iter().any(|name| ident == name))
}

// let Some(x) = y;
/// Whether there may be values that a pattern does not match.
fn may_fail(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) | Pat::Rest(_) => false,
        // A constant is spelled as a variable is.
        Pat::Ident(pat) => match &pat.subpat {
            Some((_, inner)) => may_fail(inner),
            None => pat.ident.to_string().starts_with(char::is_uppercase),
        },
        Pat::Type(pat) => may_fail(&pat.pat),
        Pat::Reference(pat) => may_fail(&pat.pat),
        Pat::Paren(pat) => may_fail(&pat.pat),
        Pat::Tuple(pat) => pat.elems.iter().any(may_fail),
        _ => true,
    }
}

/// The same expression where no `}` may stand at its end.
fn in_parentheses(expr: &Expr) -> Expr {
    let mut group = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, expr.to_token_stream());
    group.set_span(expr.span());
    syn::parse2(quote!(#group)).expect("an expression in parentheses is one")
}

/// Finds the call whose closure is a region.
struct OverlapChain<'e, 'a> {
    expander: &'e Expander<'a>,
    region: RegionId,
    marked: &'e Ident,
}

impl VisitMut for OverlapChain<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::MethodCall(call) if call.method == *self.marked => {
                *expr = Expr::Verbatim(self.expander.overlap_chain(call, self.region));
            }
            other => syn::visit_mut::visit_expr_mut(self, other),
        }
    }
}

/// `base.member`
fn field(base: Expr, member: Member, span: Span) -> Expr {
    let dot_token = syn::Token![.](span);
    Expr::Field(syn::ExprField { attrs: Vec::new(), base: Box::new(base), dot_token, member })
}

/// The walk's visitor while code is printed.
struct Replace<'e, 'a> {
    expander: &'e Expander<'a>,
    resolved: &'e Resolved,
    node: NodeId,
    epilogue: bool,
    /// Exits leave the step; otherwise they leave the function, as written.
    in_step: bool,
    next_operand: usize,
    next_return: usize,
    next_jump: usize,
}

impl<'e, 'a> Replace<'e, 'a> {
    fn new(expander: &'e Expander<'a>, node: NodeId, epilogue: bool, in_step: bool) -> Replace<'e, 'a> {
        let resolved = &expander.resolved[node];
        Replace { expander, resolved, node, epilogue, in_step, next_operand: 0, next_return: 0, next_jump: 0 }
    }

    /// The region whose step the code leaves: a tail runs in the step of the node around its region.
    fn step(&self) -> RegionId {
        let node = self.expander.program.unit(self.node);
        match &node.body {
            Body::Tail(_) => self.expander.program.around(node.region).nth(1).unwrap_or(node.region),
            _ => node.region,
        }
    }

    fn jump(&mut self, value: Option<&Expr>) -> Option<TokenStream> {
        let expander = self.expander;
        let site = expander.site(self.node, self.next_jump, |kind| matches!(kind, SiteKind::Jump(_)));
        self.next_jump += 1;
        let SiteKind::Jump(jump) = &site.kind else { unreachable!("asked for jumps") };
        let node = expander.program.unit(self.node);
        if matches!(node.body, Body::Tail(_)) && jump.target == Some(node.region) {
            // The tail stands inside the loop or block itself.
            return None;
        }
        let leave = expander.leave(site, self.step());
        Some(match value {
            Some(value) => {
                let slot = expander.kept_slot(site);
                quote_spanned!(expander.hidden=> { let __value = #value; unsafe { #slot.put(__value) }; #leave })
            }
            None => quote_spanned!(expander.hidden=> #leave),
        })
    }

    /// A mention that goes to its slot: the bits of the value, or a reference made for this mention.
    fn dynamic(&self, number: usize, access: &Access, rest: &[Member], context: &Context, span: Span) -> TokenStream {
        let private = self.expander.krate.private_at(span);
        let var = access.candidates[0].var;
        let hidden = self.expander.hidden.located_at(span);
        let cell = Ident::new(&self.expander.cell(number).to_string(), hidden);
        let path = &access.path;
        let place = quote_spanned!(hidden=> (*#cell.ptr())#(.#path)*);
        if *context == Context::Value {
            let part = [path, rest].concat();
            // What spans one token keeps a span of its own: rustc looks for the moved variable by its span, to give help.
            let spanning =
                |value: TokenStream| match !part.is_empty() || self.expander.program.vars[var].origin == Origin::Temp {
                    true => self.expander.spanning(&value, span, self.expander.last_of(var, &part)),
                    false => quote_spanned!(hidden=> (#value)),
                };
            return match self.expander.flag_of(var, &part) {
                None => spanning(quote_spanned!(hidden=> unsafe { #private::CopyProbe(#cell).bits() })),
                // The field of a variable that belongs to others: rustc checks that it is copied.
                Some(_) if self.expander.program.vars[var].origin == Origin::Capture => {
                    quote_spanned!(hidden=> (*unsafe { & #place })#(.#rest)*)
                }
                Some(flag) => spanning(quote_spanned! {hidden=>
                    { #flag.set(); unsafe { #private::read(&raw const (*#cell.ptr())#(.#part)*) } }
                }),
            };
        }
        let variable = &self.expander.program.vars[var];
        let reference = if crate::resolve::writes(variable, context) {
            match context {
                // Somebody outside may share it: it is borrowed as the method asks.
                Context::Receiver(method) if variable.origin == Origin::Capture => {
                    let ask = Ident::new(if method == "by_ref" { "items" } else { "ask" }, hidden);
                    quote_spanned!(hidden=> unsafe { (&#private::Asked(&raw mut #place)).#ask() })
                }
                _ => quote_spanned!(hidden=> unsafe { &mut #place }),
            }
        } else if crate::resolve::reaches(variable, context) {
            quote_spanned!(hidden=> unsafe { #private::Reach(&raw mut #place).reach() })
        } else {
            quote_spanned!(hidden=> unsafe { & #place })
        };
        quote_spanned!(span=> (* #reference)#(.#rest)*)
    }

    /// The variable that a name means in this node: the latest in scope there.
    fn variable(&self, key: &Key) -> Option<VarId> {
        let node = self.expander.program.unit(self.node);
        let mentions = node.mentions.iter().filter(|mention| mention.epilogue == self.epilogue);
        let mut vars = mentions.map(|mention| mention.var());
        vars.find(|var| self.expander.program.vars[*var].key == *key)
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
            false => place_name(number, span),
        };
        // All tokens carry the user's span, so that errors read as on the serial copy.
        let variable = Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path: name.into() });
        let place = match access.bind {
            Bind::Dynamic => {
                let tokens = self.dynamic(number, access, rest, &context, span);
                return Some((0, Some(syn::parse2(tokens).expect("a place is an expression"))));
            }
            // A temporary is spanned from the first token of its expression to the last, as the expression was; a field
            // from its variable to its own name.
            Bind::Own | Bind::Copied | Bind::Shared | Bind::Unique if self.expander.is_held(var, access) => {
                let last = self.expander.last_of(var, &access.path);
                field(variable, Member::Unnamed(syn::Index { index: 0, span: last }), span)
            }
            Bind::Either => field(variable, Member::Unnamed(syn::Index { index: 0, span }), span),
            Bind::Shared | Bind::Unique | Bind::Reach => {
                let op = syn::UnOp::Deref(syn::Token![*](span));
                let target = Expr::Unary(syn::ExprUnary { attrs: Vec::new(), op, expr: Box::new(variable) });
                let paren_token = syn::token::Paren(span);
                Expr::Paren(syn::ExprParen { attrs: Vec::new(), paren_token, expr: Box::new(target) })
            }
            Bind::Own | Bind::Copied => variable,
        };
        Some((0, Some(rest.iter().fold(place, |place, member| field(place, member.clone(), span)))))
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
        let site = self.expander.site(self.node, self.next_operand, |kind| matches!(kind, SiteKind::Operand(..)));
        self.next_operand += 1;
        let (private, operand, inner) = (&self.expander.private, self.expander.kept_slot(site), &e.expr);
        let (hidden, site) = (self.expander.hidden, site.number);
        // In a plain copy the operand may borrow from a variable of the loop.
        let plain = self.node >= self.expander.program.nodes.len();
        let split = Ident::new(if plain { "part" } else { "split" }, hidden);
        // The value has the span of the whole `operand?`, by its first and last token: as on the serial copy.
        let held = Ident::new("__superscalar_held", e.expr.span());
        let (zero, leave) = (zero_at(e.question_token.span), self.expander.return_by(site));
        let tokens = quote_spanned! {hidden=>
            match #private::Operand(#inner).#split() {
                #private::Ok(__value) => {
                    let #held = #private::Held(__value);
                    #held.#zero
                }
                #private::Err(__failed) => {
                    unsafe { #operand.put(__failed) };
                    #leave;
                }
            }
        };
        syn::parse2(tokens).expect("a match is an expression")
    }

    fn exit_return(&mut self, e: ExprReturn) -> Expr {
        if !self.in_step {
            return Expr::Return(e);
        }
        let site = self.expander.site(self.node, self.next_return, SiteKind::is_return);
        self.next_return += 1;
        let (returned, site) = (self.expander.kept_slot(site), site.number);
        let put = e.expr.as_ref().map(|value| {
            let ty = self.expander.program.output.as_ref().filter(|ty| constructs(value, ty));
            let ascription = ty.map(|ty| quote_spanned!(self.expander.hidden=> : #ty));
            quote_spanned! {self.expander.hidden=>
                let __value #ascription = #value;
                unsafe { #returned.put(__value) };
            }
        });
        let leave = self.expander.return_by(site);
        let tokens = quote_spanned!(self.expander.hidden=> { #put #leave });
        syn::parse2(tokens).expect("a block is an expression")
    }

    // Input:  assert!(x < 5)
    // Output: assert!((*x) < 5, "assertion failed: x < 5")
    fn assertion(&mut self, mac: &syn::Macro, written: &TokenStream) -> Option<Expr> {
        let condition = crate::macros::parse(mac)?.eager().into_iter().next()?.clone();
        let original = syn::Macro { tokens: written.clone(), ..mac.clone() };
        let mut message = crate::macros::assertion_failed(&original)?;
        message.set_span(self.expander.hidden);
        let mac = syn::Macro { tokens: quote!(#condition, #message), ..mac.clone() };
        Some(Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac }))
    }

    // Input:  dbg!(x)
    // Output: match *x { value => { eprintln!("[{}:{}:{}] {} = {:#?}", file!(), line!(), column!(), "x", &value); value } }
    fn debug(&mut self, mac: &syn::Macro, written: &TokenStream) -> Option<Expr> {
        let at = mac.path.segments.last()?.ident.span();
        let span = self.expander.hidden.located_at(at);
        let private = self.expander.krate.private_at(span);
        // They tell where their tokens are, the first to the last.
        let [file, line, column] = ["file", "line", "column"].map(|name| {
            let name = Ident::new(name, at);
            let tokens = quote!(#private::#name!()).into_iter().map(|mut token| {
                token.set_span(at);
                token
            });
            tokens.collect::<TokenStream>()
        });
        let values = crate::macros::with_texts(mac, written)?.into_iter().map(|(expr, text)| {
            quote_spanned! {span=>
                match #expr {
                    __value => {
                        #private::eprintln!(
                            "[{}:{}:{}] {} = {:#?}",
                            #file,
                            #line,
                            #column,
                            #text,
                            &__value
                        );
                        __value
                    }
                }
            }
        });
        let values: Vec<TokenStream> = values.collect();
        let tokens = match values.as_slice() {
            [value] => quote!(#value),
            values => quote_spanned!(span=> (#(#values),*)),
        };
        syn::parse2(tokens).ok()
    }

    // Output: { let value = (|| { bail!("no") })(); returned.put(value); return site }
    fn exit_macro(&mut self, mac: &syn::Macro) -> Option<Expr> {
        if !self.in_step {
            return None;
        }
        let (private, hidden) = (&self.expander.private, self.expander.hidden);
        let site = self.expander.site(self.node, self.next_return, SiteKind::is_return);
        self.next_return += 1;
        let (returned, number) = (self.expander.kept_slot(site), site.number);
        let by_site = self.expander.return_by(number);
        // What the macro returns is the value of a closure.
        let leave = |code: TokenStream| {
            quote_spanned! {hidden=>
                let __value = (|| { #code })();
                unsafe { #returned.put(__value) };
                #by_site
            }
        };
        let tokens = match crate::macros::parse(mac).filter(|_| crate::macros::is_named(mac, "ensure")) {
            Some(mut arguments) => {
                let condition = arguments.eager().into_iter().next()?.clone();
                let failed = crate::macros::failed(mac);
                let leave = leave(quote_spanned!(hidden=> #failed; #private::unreachable!("the condition holds now")));
                quote_spanned!(hidden=> if !(#condition) { #leave })
            }
            None => {
                let leave = leave(quote!(#mac));
                quote_spanned!(hidden=> { #leave })
            }
        };
        Some(syn::parse2(tokens).expect("an exit is an expression"))
    }

    fn exit_break(&mut self, e: ExprBreak) -> Expr {
        match self.in_step.then(|| self.jump(e.expr.as_deref())).flatten() {
            Some(tokens) => syn::parse2(tokens).expect("an exit is an expression"),
            None => Expr::Break(e),
        }
    }

    fn exit_continue(&mut self, e: ExprContinue) -> Expr {
        match self.in_step.then(|| self.jump(None)).flatten() {
            Some(tokens) => syn::parse2(tokens).expect("an exit is an expression"),
            None => Expr::Continue(e),
        }
    }
}
