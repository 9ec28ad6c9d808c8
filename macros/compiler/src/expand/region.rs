//! The code of regions inside a node: branches and loop bodies, each with slots, a step and a run of its own.
//!
//! A region's step stands inside the step of the node around it, so that its nodes reach the slots outside by name. The
//! body of a `for` is printed twice: as it stands, for items that are not worth a thread, and as a step whose slots
//! exist once for each *lane*, that is for each iteration that may be alive.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Expr;

use super::Expander;
use super::exit::Kept;
use crate::ir::{Body, NodeId, Origin, RegionId, RegionKind, VarId};

impl Expander<'_> {
    /// The node of a plain.
    pub fn owner_of(&self, unit: NodeId) -> Option<NodeId> {
        let plain = unit.checked_sub(self.program.nodes.len())?;
        self.program.nodes.iter().position(|node| node.plain == Some(plain))
    }

    /// The region of a `for`.
    pub fn loop_of(&self, node: NodeId) -> Option<RegionId> {
        loop_of(self.program, node)
    }

    // Output: { slots; let step = |node| match node { .. }; let finished = run(..); match finished.site() { .. } tail }
    /// The code of a branch or a loop's body.
    pub fn region(&self, region: RegionId) -> TokenStream {
        let private = &self.private;
        let (nodes, words) = self.sizes();
        let (slots, arms, proofs) = (self.declarations(region), self.match_arms(region), self.proofs(region));
        let owner = self.program.regions[region].owner.expect("the body is no region of a node");
        let landings = self.landings(region, self.program.nodes[owner].region);
        let (value, rests) = (self.yielded(region, &proofs), self.rests_made(region));
        let plan = plan_name(region, self.hidden);
        let code = quote_spanned! {self.hidden=>
            #slots
            let __state = #private::State::<#nodes, #words>::new();
            let __step = |__node: u32| -> #private::Leave {
                match __node { #arms _ => {} }
                #private::Leave::by(#private::DONE)
            };
            #rests
            // SAFETY: as for the body.
            let __step = #private::shared_step(&__step);
            let __finished = unsafe { #private::run(&#plan, &__state, &__step) };
            match __finished.site() { 0 => {} #landings }
            #value
        };
        // Errors about the value's type belong to the user's tail.
        let tail = self.program.tail_of(region).map(|id| &self.program.nodes[id]);
        let mut block = proc_macro2::Group::new(proc_macro2::Delimiter::Brace, code);
        match tail.map(|tail| (tail.span, &tail.body)) {
            // In a loop, a `break` without a label would be one inside a labelled block.
            Some((first, Body::Tail(Some(expr)))) if self.program.regions[region].kind == RegionKind::Branch => {
                block.set_span(self.last_token(expr));
                let label = syn::Lifetime::new(&format!("'__superscalar_value{region}"), first);
                quote_spanned!(first=> #label: #block)
            }
            Some((first, _)) => {
                block.set_span(first);
                quote!(#block)
            }
            None => {
                block.set_span(self.hidden);
                quote!(#block)
            }
        }
    }

    // Output: let iterator = ..; loop { for pat in &mut paced { body } if !turned { break } lanes; run_loop(..); .. }
    /// The code of a `for`.
    pub fn overlapped(&self, id: NodeId, region: RegionId) -> TokenStream {
        let private = &self.private;
        let plain = self.program.nodes.len() + self.program.nodes[id].plain.expect("a node with regions has a plain");
        let node = self.program.unit(plain);
        let Body::Run(expr) = &node.body else { unreachable!("a `for` is a statement") };
        let (guard, prelude) = (self.name_guard(node), self.prelude(plain, false));
        let (code, window) = self.replaced_loop(plain, expr);
        let Expr::ForLoop(code) = code else { unreachable!("a `for` stays one") };
        let (label, pat, items, mut body) = (&code.label, &code.pat, &code.expr, code.body.clone());
        // That it has no value is checked where the body stands as plain Rust.
        if let Some(syn::Stmt::Expr(_, semicolon @ None)) = body.stmts.last_mut() {
            *semicolon = Some(syn::Token![;](self.hidden));
        }
        let (rhythm, plan) = (rhythm_name(region, self.hidden), plan_name(region, self.hidden));
        let window = match window {
            Some(window) => quote_spanned!(self.hidden=> { let __window: usize = #window; #private::Some(__window) }),
            None => quote_spanned!(self.hidden=> #private::None),
        };
        let lanes = self.lanes(id, region);
        quote_spanned! {self.hidden=>
            #guard
            #prelude
            let mut __iterator = #private::Iterated(#items).iterate();
            let __sendable = #private::SendProbe(&__iterator).is_send();
            let __expected = #private::expected_items(&__iterator);
            let mut __pace = #private::Pace::new(&#plan, &#rhythm, __sendable, #window, __expected);
            loop {
                let mut __paced = __pace.over(__iterator);
                #label for #pat in &mut __paced #body
                let __turned;
                (__iterator, __turned) = __paced.into_rest();
                if !__turned {
                    break;
                }
                #lanes
            }
        }
    }

    // Input:  items.map(|x| f(x))
    // Output: Overlapped::new(items, |x| f(x), |items, results, pace| { lanes; run_loop(..) }, ..)
    /// Lets the calls of a closure overlap.
    pub fn overlap_chain(&self, call: &syn::ExprMethodCall, region: RegionId) -> TokenStream {
        let private = &self.private;
        let (rhythm, plan) = (rhythm_name(region, self.hidden), plan_name(region, self.hidden));
        let (items, closure, number) = (&call.receiver, call.args.first(), region as u16);
        let maps = self.program.regions[region].chain.as_ref().is_some_and(|method| method == "map");
        let flatten = (!maps).then(|| quote_spanned!(self.hidden=> .flatten()));
        let at_call = self.krate.private_at(call.method.span());
        let at_value = match closure {
            Some(Expr::Closure(closure)) => self.krate.private_at(syn::spanned::Spanned::span(&closure.body)),
            _ => private.clone(),
        };
        let run = self.lane_run(
            region,
            &quote_spanned!(self.hidden=> *__items),
            &quote_spanned!(self.hidden=> #at_value::sendable_results(&__sink);),
        );
        let chain = quote_spanned! {self.hidden=>
            #at_call::Overlapped::new(
                #items,
                #closure,
                |__items, __results, __pace| {
                    let __sink = unsafe { #private::Sink::new(&raw mut *__results) };
                    #run
                    #private::drop(__ended);
                    // SAFETY: the loop has ended.
                    unsafe { __source.is_exhausted() }
                },
                |__items| #private::SendProbe(__items).is_send()
                    && !const { __SUPERSCALAR_ANALYSIS.shows(__SUPERSCALAR_SPEC, #number) },
                &#plan,
                &#rhythm,
            ) #flatten
        };
        // What stands behind the chain is called on something that spans what the user wrote.
        self.spanning(&chain, syn::spanned::Spanned::span(&call.receiver), call.paren_token.span.close())
    }

    fn lanes(&self, id: NodeId, region: RegionId) -> TokenStream {
        let private = &self.private;
        let outer = self.program.nodes[id].region;
        let kept = self.kept.iter().filter(|kept| kept.region == region);
        let transfers = kept.map(|Kept { site, .. }| {
            let (slot, number) = (self.kept_slot(site), site.number);
            let ring = ring_name(&slot);
            let cfg = self.cfg(&site.cfg);
            quote_spanned!(self.hidden=> #cfg #number => unsafe { #slot.put(#ring.at(__ended.seat()).take()) },)
        });
        let landings = self.landings(region, outer);
        let run = self.lane_run(region, &quote_spanned!(self.hidden=> __iterator), &TokenStream::new());
        quote_spanned! {self.hidden=>
            #run
            let __site = __ended.site();
            if __site != 0 {
                match __site { #(#transfers)* _ => {} }
                #private::drop(__ended);
                match __site { #landings }
            }
            // SAFETY: the loop has ended.
            if !__ended.is_over() || unsafe { __source.is_exhausted() } {
                break;
            }
        }
    }

    /// Runs the items of an iterator in lanes, to `__ended`. What else is to be proved is `also`.
    fn lane_run(&self, region: RegionId, iterator: &TokenStream, also: &TokenStream) -> TokenStream {
        let private = &self.private;
        let (rings, lookups) = self.rings(region);
        let (proofs, rests) = (self.proofs(region), self.lane_rests(region, &lookups));
        let code = self.turn_code(region);
        let plan = plan_name(region, self.hidden);
        quote_spanned! {self.hidden=>
            let (__shape, __most) = (__pace.shape(), __pace.stretch());
            let __seats = __shape.seats();
            #rings
            let __state = #private::LoopState::new(&#plan, __shape);
            let __source = unsafe { #private::Source::new(&raw mut #iterator, __most) };
            let __step = |__turn: &#private::Turn<'_>| -> u32 {
                // No loop: a `continue` that a macro hides is an error.
                __turn.each(|__seat| -> #private::Leave {
                    let __nodes = __turn.enter(__seat);
                    // SAFETY (here and below): turns and rings have the seats of the state.
                    #lookups
                    #code
                    #private::Leave::by(#private::DONE)
                })
            };
            #rests
            if false {
                let __seat = 0;
                #lookups
                #proofs
                #also
            }
            // SAFETY: as for the body; (4) a seat is used by one iteration at a time, so its slots are as good as new.
            let __ended = __pace.learn(
                || unsafe { #private::run_loop(&#plan, &__state, #private::shared_lane_step(&__step)) },
                || (__most - unsafe { __source.left() }, __state.was_helped()),
            );
        }
    }

    // Output: if nodes & 1 != 0 { turn.at(0); .. } if nodes & 2 != 0 { turn.at(1); .. }
    /// Runs the nodes of a turn, for one iteration.
    fn turn_code(&self, region: RegionId) -> TokenStream {
        if !self.is_grouped(region) {
            let arms = self.match_arms(region);
            return quote_spanned!(self.hidden=> match __turn.node() { #arms _ => {} });
        }
        self.arms(region, |cfg, number, code| {
            let bit = 1_u64 << number;
            quote_spanned!(self.hidden=> #cfg if __nodes & #bit != 0 { __turn.at(#number); #code })
        })
    }

    /// Whether the iterations of a loop may run in groups: the nodes of its body fit a set of one word.
    fn is_grouped(&self, region: RegionId) -> bool {
        self.nodes_of(region).count() <= 64
    }

    /// Nodes and drops of a region, in the order of their numbers.
    fn nodes_of(&self, region: RegionId) -> impl Iterator<Item = usize> + '_ {
        let nodes = self.program.nodes.iter().map(|node| node.region);
        let drops = self.dropped.iter().map(|var| self.program.vars[*var].region);
        let all = nodes.chain(drops).chain(self.kept.iter().map(|kept| kept.region));
        all.enumerate().filter(move |(_, of)| *of == region).map(|(id, _)| id)
    }

    /// The nodes of a loop's body that may skip the rest of the iteration.
    fn continues(&self, region: RegionId) -> u64 {
        let repeats = |site: &&super::exit::Site| match &site.kind {
            super::exit::SiteKind::Jump(jump) => jump.repeats && jump.target == Some(region),
            _ => false,
        };
        let sites = self.sites.iter().flatten().filter(repeats);
        sites.fold(0, |set, site| set | 1 << self.number(region, self.node_in(region, site)))
    }

    /// The node of a region in which a site is.
    fn node_in(&self, region: RegionId, site: &super::exit::Site) -> NodeId {
        let unit = site.unit;
        let mut node =
            if unit < self.program.nodes.len() { unit } else { self.owner_of(unit).expect("a plain has an owner") };
        while self.program.nodes[node].region != region {
            let inner = self.program.nodes[node].region;
            node = self.program.regions[inner].owner.expect("the regions around are those of nodes");
        }
        node
    }

    /// The slots of a loop's body, one for each seat, and how an iteration gets at its own.
    fn rings(&self, region: RegionId) -> (TokenStream, TokenStream) {
        let private = &self.private;
        let (mut rings, mut lookups) = (TokenStream::new(), TokenStream::new());
        let mut add = |name: &Ident, cfg: &TokenStream, make: TokenStream| {
            let ring = ring_name(name);
            rings.extend(quote_spanned!(self.hidden=> #cfg let #ring = #private::Ring::new(__seats, || #make);));
            lookups.extend(quote_spanned!(self.hidden=> #cfg let #name = unsafe { #ring.at(__seat) };));
        };
        for (id, var) in self.declared(region) {
            let make = match &var.ascribed {
                Some(ty) if var.definer.is_none() => quote_spanned!(self.hidden=> #private::Slot::<#ty>::new()),
                _ => quote_spanned!(self.hidden=> #private::Slot::new()),
            };
            add(&self.slot(id), &self.cfg(&var.cfg), make);
        }
        for (index, (var, _)) in self.partial.iter().enumerate() {
            if self.program.vars[*var].region == region {
                add(&self.flag(index), &TokenStream::new(), quote_spanned!(self.hidden=> #private::Flag::new()));
            }
        }
        for (rest, var) in self.rests_in(region) {
            let cfg = self.cfg(&self.program.vars[var].cfg);
            add(&rest, &cfg, quote_spanned!(self.hidden=> #private::Rest::new()));
        }
        for kept in self.kept.iter().filter(|kept| kept.region == region) {
            let cfg = self.cfg(&kept.site.cfg);
            add(&self.kept_slot(&kept.site), &cfg, quote_spanned!(self.hidden=> #private::Slot::new()));
        }
        (rings, lookups)
    }

    fn lane_rests(&self, region: RegionId, lookups: &TokenStream) -> TokenStream {
        if self.rests_in(region).is_empty() {
            return TokenStream::new();
        }
        let rests = self.rests_made(region);
        quote_spanned!(self.hidden=> for __seat in 0..__seats as u32 { #lookups #rests })
    }

    /// The variables of a region that have slots.
    pub fn declared(&self, region: RegionId) -> impl Iterator<Item = (VarId, &crate::ir::Var)> {
        let vars = self.program.vars.iter().enumerate();
        vars.filter(move |(_, var)| var.region == region && var.origin != Origin::Iterator)
    }

    /// The constants that regions run by.
    pub fn plans(&self) -> TokenStream {
        let private = &self.private;
        let nodes = self.node_count();
        let plans = self.program.regions.iter().enumerate().map(|(region, one)| {
            let (table, plan, number) =
                (table_name(region, self.hidden), plan_name(region, self.hidden), region as u16);
            let allow = &self.allow;
            if one.kind == RegionKind::For {
                let rhythm = rhythm_name(region, self.hidden);
                let (groups, grouped) = self.group_plan(region, &table);
                return quote_spanned! {self.hidden=>
                    #allow
                    static #table: #private::LoopTable<
                        #nodes, { __SUPERSCALAR_ANALYSIS.edge_count() }, { __SUPERSCALAR_ANALYSIS.carried_count() },
                    > = #private::loop_table(__SUPERSCALAR_SPEC, __SUPERSCALAR_ANALYSIS, #number);
                    #groups
                    #allow
                    static #plan: #private::LoopPlan = #private::LoopPlan::new(&#table, #grouped);
                    #allow
                    static #rhythm: #private::Rhythm = #private::Rhythm::new();
                };
            }
            quote_spanned! {self.hidden=>
                #allow
                static #table: #private::Table<#nodes, { __SUPERSCALAR_ANALYSIS.edge_count() }> =
                    #private::table(__SUPERSCALAR_SPEC, __SUPERSCALAR_ANALYSIS, #number);
                #allow
                static #plan: #private::Plan = #private::Plan::new(&#table);
            }
        });
        quote!(#(#plans)*)
    }

    /// The plan by which groups of iterations run, and how the loop's plan is given it.
    fn group_plan(&self, region: RegionId, table: &Ident) -> (TokenStream, TokenStream) {
        let private = &self.private;
        if !self.is_grouped(region) {
            return (TokenStream::new(), quote_spanned!(self.hidden=> #private::None));
        }
        let (cut, plan) =
            (format_ident!("{table}_GROUPS"), format_ident!("__SUPERSCALAR_GROUPS{region}", span = self.hidden));
        let nodes = self.nodes_of(region).count();
        let (edges, continues, allow) = (nodes * nodes, self.continues(region), &self.allow);
        let items = quote_spanned! {self.hidden=>
            #allow
            static #cut: #private::GroupTable<#nodes, #edges> = #private::group_table(&#table, #continues);
            #allow
            static #plan: #private::LoopPlan = #private::LoopPlan::of_groups(&#cut);
        };
        (items, quote_spanned!(self.hidden=> #private::Some(&#plan)))
    }

    /// The number by which the step of a region knows a node or drop: in a `for`, by its order in the region.
    pub fn number(&self, region: RegionId, id: usize) -> u32 {
        if self.program.regions[region].kind != RegionKind::For {
            return id as u32;
        }
        self.nodes_of(region).take_while(|other| *other < id).count() as u32
    }

    /// The size of a run's state.
    pub fn sizes(&self) -> (usize, usize) {
        let nodes = self.node_count();
        (nodes, nodes.div_ceil(64).max(1))
    }
}

/// What is printed for a node: itself, or of a `for` the plain.
pub fn printed(program: &crate::ir::Program, node: NodeId) -> NodeId {
    match (loop_of(program, node), program.nodes[node].plain) {
        (Some(_), Some(plain)) => program.nodes.len() + plain,
        _ => node,
    }
}

fn loop_of(program: &crate::ir::Program, node: NodeId) -> Option<RegionId> {
    program.regions.iter().position(|region| region.owner == Some(node) && region.kind == RegionKind::For)
}

/// The name of a region's plan.
pub fn plan_name(region: RegionId, span: proc_macro2::Span) -> Ident {
    format_ident!("__SUPERSCALAR_PLAN{region}", span = span)
}

fn table_name(region: RegionId, span: proc_macro2::Span) -> Ident {
    format_ident!("__SUPERSCALAR_TABLE{region}", span = span)
}

fn rhythm_name(region: RegionId, span: proc_macro2::Span) -> Ident {
    format_ident!("__SUPERSCALAR_RHYTHM{region}", span = span)
}

fn ring_name(slot: &Ident) -> Ident {
    format_ident!("__ring{slot}", span = slot.span())
}
