//! Prints a region: the plan's constants, the slots, one `match` arm of code for each node, the run, the tail.
//!
//! The parallel body never adds an error of its own: user expressions keep their tokens and spans, so that rustc reports
//! a mistake once. Generated tokens are hygienic (`mixed_site`), and lints are left to the serial body.

mod exit;
mod node;
mod region;
mod rest;
mod spec;
mod wire;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Member;

use exit::{Kept, Site};
pub use region::printed;

use crate::Crate;
use crate::ir::{BODY, Body, Candidate, Facts, Kind, Mention, NodeId, Origin, Program, RegionId, VarId};
use crate::names::member_name;
use crate::resolve::{Bind, Mode, Resolved, writes};
use crate::walk::Context;

/// What the stages before have found out, with the names that the output uses.
pub struct Expander<'a> {
    program: &'a Program,
    resolved: &'a [Resolved],
    krate: &'a Crate,
    private: TokenStream,
    hidden: Span,
    /// `#[allow(..)]` for code whose warnings the serial body gives.
    allow: TokenStream,
    /// The fields that some node moves out of a variable, each with a flag.
    partial: Vec<(VarId, Vec<Member>)>,
    /// Where each node and plain can end its region.
    sites: Vec<Vec<Site>>,
    /// The sites that keep a value.
    kept: Vec<Kept>,
    /// The variables that have a drop node, in the order of their drops.
    dropped: Vec<VarId>,
    /// Whether some node looks at each variable by reference.
    looked_at: Vec<bool>,
    /// Whether a node surely takes each variable whole, and nobody puts one back.
    moved: Vec<bool>,
}

/// The two parts of a pipeline's expansion.
pub struct Expanded {
    /// Constants and `impl Described for #described`.
    pub items: TokenStream,
    /// Statements that run the graph and return.
    pub parallel: TokenStream,
    /// The name of the body's plan.
    pub plan: Ident,
}

const LINTS: &[&str] = &[
    "warnings",
    "unused",
    "clippy::all",
    "clippy::pedantic",
    "clippy::nursery",
    "clippy::restriction",
    "nonstandard_style",
    "future_incompatible",
    "rust_2018_idioms",
    "let_underscore",
    "unused_qualifications",
    "unused_results",
    "trivial_casts",
    "trivial_numeric_casts",
    "variant_size_differences",
    "missing_docs",
    "missing_debug_implementations",
    "missing_copy_implementations",
    "unreachable_pub",
    "single_use_lifetimes",
    "unused_lifetimes",
    "unused_import_braces",
    "non_local_definitions",
    "dangerous_implicit_autorefs",
    "deprecated",
    "tail_expr_drop_order",
    "if_let_rescope",
    "unit_bindings",
    "irrefutable_let_patterns",
];

/// `#[allow(..)]` for code whose warnings the serial body gives.
pub fn allow() -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    let lints = LINTS.iter().map(|lint| {
        let parts = lint.split("::").map(|part| Ident::new(part, hidden));
        quote!(#(#parts)::*)
    });
    quote_spanned!(hidden=> #[allow(unknown_lints, renamed_and_removed_lints, #(#lints),*)])
}

// Input:  { let raw = load(path)?; report(&raw) }
// Output: const SPEC: Spec = ..; static PLAN: Plan = ..;
//         let slot0 = Slot::new(); .. let step = |node| match node { .. }; run(..); return report;
/// Expands a region; `described` is the type that learns to draw the graph.
pub fn expand(
    program: &Program,
    resolved: &[Resolved],
    described: &TokenStream,
    returns_unit: bool,
    krate: &Crate,
) -> Expanded {
    let hidden = crate::hidden(Span::call_site());
    let sites = exit::sites(program);
    let kept = exit::kept(program, &sites);
    let mut expander = Expander {
        program,
        resolved,
        krate,
        private: krate.private(),
        hidden,
        allow: allow(),
        partial: partial(program, resolved),
        sites,
        kept,
        dropped: Vec::new(),
        looked_at: looked_at(program, resolved),
        moved: spec::surely_moved(program, resolved),
    };
    expander.dropped = expander.find_dropped();
    let plan = region::plan_name(crate::ir::BODY, crate::hidden(Span::call_site()));
    Expanded { items: expander.items(described), parallel: expander.parallel(returns_unit), plan }
}

fn looked_at(program: &Program, resolved: &[Resolved]) -> Vec<bool> {
    let mut looked_at = vec![false; program.vars.len()];
    for (node, resolved) in program.nodes.iter().zip(resolved) {
        for (mention, mode) in node.mentions.iter().zip(&resolved.modes) {
            let by_value = matches!(mode, Mode::Again | Mode::Last | Mode::Assign);
            mention.candidates.iter().filter(|_| !by_value).for_each(|candidate| looked_at[candidate.var] = true);
        }
    }
    for (id, var) in program.vars.iter().enumerate() {
        looked_at[id] |= var.exclusive_ref || matches!(var.origin, Origin::Iterator);
    }
    looked_at
}

fn partial(program: &Program, resolved: &[Resolved]) -> Vec<(VarId, Vec<Member>)> {
    let mut found: Vec<(VarId, Vec<Member>)> = Vec::new();
    let texts = |path: &[Member]| path.iter().map(member_name).collect::<Vec<_>>();
    let mut add = |candidates: &[Candidate], path: &[Member]| {
        for candidate in candidates.iter().filter(|_| !path.is_empty()) {
            if !found.iter().any(|(var, known)| *var == candidate.var && texts(known) == texts(path)) {
                found.push((candidate.var, path.to_vec()));
            }
        }
    };
    for (unit, resolved) in resolved.iter().enumerate() {
        let node = program.unit(unit);
        for access in resolved.accesses.iter().filter(|access| access.bind == Bind::Own) {
            add(&access.candidates, &access.path);
        }
        for mention in node.mentions.iter().filter(|mention| mention.context == Context::Value) {
            let access = resolved.access_of(mention.var(), &mention.members, mention.epilogue);
            if access.is_some_and(|(_, access)| access.bind == Bind::Dynamic) {
                add(&mention.candidates, &mention.members);
            }
        }
    }
    found
}

impl Expander<'_> {
    fn slot(&self, var: VarId) -> Ident {
        format_ident!("__slot{var}", span = self.hidden)
    }

    fn owned_capture(&self, var: VarId) -> Ident {
        format_ident!("__owned{var}", span = self.hidden)
    }

    fn flag(&self, index: usize) -> Ident {
        format_ident!("__moved{index}", span = self.hidden)
    }

    fn flag_of(&self, var: VarId, path: &[Member]) -> Option<Ident> {
        let texts = |path: &[Member]| path.iter().map(member_name).collect::<Vec<_>>();
        let index = self.partial.iter().position(|(known, of)| *known == var && texts(of) == texts(path))?;
        Some(self.flag(index))
    }

    fn flags_of(&self, var: VarId) -> Vec<(Ident, &[Member])> {
        let all = self.partial.iter().enumerate();
        all.filter(|(_, (known, _))| *known == var).map(|(index, (_, path))| (self.flag(index), &path[..])).collect()
    }

    /// A capture that is moved from: it lives in a slot unless it is `Copy`.
    fn is_moved_capture(&self, var: VarId) -> bool {
        self.program.vars[var].origin == Origin::Capture
            && self.resolved.iter().flat_map(|node| &node.accesses).any(|access| {
                access.candidates.iter().any(|candidate| candidate.var == var)
                    && matches!(access.bind, Bind::Own | Bind::Copied)
                    || access.bind == Bind::Dynamic && self.takes(access, var)
            })
    }

    /// Whether a mention by way of `access` may take the value.
    fn takes(&self, access: &crate::resolve::Access, var: VarId) -> bool {
        access.path.is_empty()
            && self.program.nodes.iter().flat_map(|node| &node.mentions).any(|mention| {
                mention.context == Context::Value
                    && mention.members.is_empty()
                    && mention.candidates.iter().any(|candidate| candidate.var == var)
            })
    }

    fn is_exclusive(&self, var: VarId) -> bool {
        self.mentions_of(var).any(|mention| writes(&self.program.vars[var], &mention.context))
    }

    fn mentions_of(&self, var: VarId) -> impl Iterator<Item = &Mention> {
        let mentions = self.program.nodes.iter().flat_map(|node| &node.mentions);
        mentions.filter(move |mention| mention.candidates.iter().any(|candidate| candidate.var == var))
    }

    /// Whether nothing but methods change a capture, so that its type decides whether it is shared with what is outside.
    fn is_asked(&self, var: VarId) -> bool {
        let alone = |mention: &Mention| mention.at.plain || matches!(mention.context, Context::Write | Context::Assign);
        self.is_exclusive(var) && !self.mentions_of(var).any(alone)
    }

    fn cfg(&self, cfg: &Option<TokenStream>) -> TokenStream {
        cfg.as_ref().map_or_else(TokenStream::new, |cfg| quote_spanned!(self.hidden=> #[cfg(#cfg)]))
    }

    fn items(&self, described: &TokenStream) -> TokenStream {
        let private = &self.private;
        let places = self.places();
        let (spec, moves) = (self.spec(&places), self.moves(&places));
        let (nodes, places) = (self.node_count(), places.len());
        let (node_words, place_words) = (nodes.div_ceil(64).max(1), places.div_ceil(64).max(1));
        let allow = &self.allow;
        let (tasks, plans) = (self.tasks(), self.plans());
        quote_spanned! {self.hidden=>
            #tasks
            #spec
            #allow
            const __SUPERSCALAR_ANALYSIS: &#private::Analysis<#nodes, #places, #node_words, #place_words> =
                &#private::analyse(__SUPERSCALAR_SPEC);
            #allow
            const __SUPERSCALAR_OVERLAPS: &[#private::bool; #places] = &__SUPERSCALAR_ANALYSIS.all_overlaps();
            #plans
            #moves
            #allow
            impl #private::Described for #described {
                const ORDERED: #private::bool = #private::is_ordered(__SUPERSCALAR_SPEC);
                fn graph() -> #private::GraphInfo {
                    #private::describe(__SUPERSCALAR_SPEC, __SUPERSCALAR_ANALYSIS)
                }
            }
        }
    }

    // vec![f(a), f(b)]
    /// Proves that names mean the macros of std: with another macro of the name in scope, the import is ambiguous.
    fn std_macros(&self) -> TokenStream {
        let private = &self.private;
        let samples = self.program.std_macros.iter().filter_map(|name| {
            let mut name = name.clone();
            name.set_span(self.hidden.located_at(name.span()));
            crate::macros::sample(&name)
        });
        let samples: Vec<TokenStream> = samples.collect();
        if samples.is_empty() {
            return TokenStream::new();
        }
        let allow = &self.allow;
        quote_spanned! {self.hidden=> #allow if false {
            use #private::std_macros::*;
            #(let _ = #samples;)*
        }}
    }

    fn parallel(&self, returns_unit: bool) -> TokenStream {
        let private = &self.private;
        let (nodes, words) = self.sizes();
        let plan = region::plan_name(BODY, self.hidden);
        let allow = &self.allow;
        let places = self.declarations(BODY);
        let arms = self.match_arms(BODY);
        let step = quote_spanned!(self.hidden=> |__node: u32| -> #private::Leave {
            match __node { #arms _ => {} }
            #private::Leave::by(#private::DONE)
        });
        let (proofs, std_macros) = (self.proofs(BODY), self.std_macros());
        let (rests, holds) = (self.rests_made(BODY), self.holds());
        let exits = self.exits();
        let tail = self.tail(returns_unit);
        quote_spanned! {self.hidden=>
            #allow
            {
                use #private::{
                    AskedItems as _, AskedOther as _, MentionCopied as _, NotCopy as _, NotFallible as _, NotIterable as _,
                    NotNothing as _, NotSend as _, ReachShared as _, SharedOrExclusive as _,
                };
                #std_macros
                #places
                let __state = #private::State::<#nodes, #words>::new();
                let __step = #step;
                #rests
                #holds
                if false { #proofs }
                // SAFETY: (1) the arms follow the plan: each touches the places that the spec of its node names, in the
                // mode that it names; (2) an arm runs once, and drop arms look at liveness first; (3) values may change
                // threads and be shared where the plan lets them: the proofs above require `Send` and `Sync`.
                let __step = #private::shared_step(&__step);
                let __finished = unsafe { #private::run(&#plan, &__state, &__step) };
                #exits
                #tail
            };
        }
    }

    /// The slots, filled with what is there from the start.
    fn declarations(&self, region: RegionId) -> TokenStream {
        let private = &self.private;
        let slots = self.declared(region).map(|(id, var)| {
            let slot = self.slot(id);
            let cfg = self.cfg(&var.cfg);
            let ident = &var.ident;
            match var.origin {
                Origin::Capture => self.capture(id),
                // SAFETY of `put`: nothing else can reach the slot yet.
                Origin::Param | Origin::Bound if self.is_mentioned(id) => quote_spanned! {self.hidden=>
                    let #slot = &#private::Slot::new();
                    unsafe { #slot.put(#ident) }
                },
                Origin::Param => TokenStream::new(),
                _ => match &var.ascribed {
                    Some(ty) if var.definer.is_none() => {
                        quote_spanned!(self.hidden=> #cfg let #slot = &#private::Slot::<#ty>::new();)
                    }
                    _ => quote_spanned!(self.hidden=> #cfg let #slot = &#private::Slot::new();),
                },
            }
        });
        let rests = self.rests_declared(region);
        let partial = self.partial.iter().enumerate();
        let flags = partial.filter(|(_, (var, _))| self.program.vars[*var].region == region).map(|(index, _)| {
            let flag = self.flag(index);
            quote_spanned!(self.hidden=> let #flag = &#private::Flag::new();)
        });
        let kept = self.kept.iter().filter(|kept| kept.region == region).map(|kept| {
            let (slot, cfg) = (self.kept_slot(&kept.site), self.cfg(&kept.site.cfg));
            quote_spanned!(self.hidden=> #cfg let #slot = &#private::Slot::new();)
        });
        // From here on a parameter is its slot: a mention that nobody saw is a compile error.
        let gone = self
            .declared(region)
            .filter(|(id, var)| matches!(var.origin, Origin::Param | Origin::Bound) && self.is_mentioned(*id));
        let gone = gone.map(|(_, var)| {
            let ident = &var.ident;
            quote_spanned!(self.hidden=> let #ident: ();)
        });
        quote!(#(#slots)* #(#flags)* #rests #(#kept)* #(#gone)*)
    }

    fn capture(&self, var: VarId) -> TokenStream {
        let private = &self.private;
        let (slot, owned, ident) = (self.slot(var), self.owned_capture(var), &self.program.vars[var].ident);
        if self.is_moved_capture(var) {
            // A `Copy` variable stays where it is, so that results may borrow from it; another is moved in, as serially.
            return quote_spanned! {self.hidden=>
                let #owned = &#private::Slot::new();
                let #slot = &{
                    let outside = (&raw const #ident).cast_mut();
                    unsafe { #owned.put(#ident) };
                    let inside = #private::CopyProbe(#owned).is_copy();
                    unsafe { #private::Lent::new(if inside { outside } else { #owned.ptr() }) }
                };
            };
        }
        if self.is_plainly_mutable(var) {
            let hold = format_ident!("__hold{var}", span = self.hidden);
            return quote_spanned! {self.hidden=>
                let #hold = &mut #ident;
                let #slot = &unsafe { #private::Lent::new(#private::pointer(&mut *#hold)) };
            };
        }
        quote_spanned! {self.hidden=>
            let #slot = &unsafe { #private::Lent::new((&raw const #ident).cast_mut()) };
        }
    }

    /// `x = ..`, `x += ..` or `&mut x` stands somewhere, so `x` is declared `mut`, and `&mut x` is allowed.
    fn is_plainly_mutable(&self, var: VarId) -> bool {
        let mut mentions = self.program.nodes.iter().flat_map(|node| &node.mentions);
        let plain = mentions.any(|mention| {
            mention.var() == var
                && mention.members.is_empty()
                && (mention.at.plain || mention.context == Context::Assign)
        });
        plain && !self.is_moved_capture(var)
    }

    /// Keeps exclusive borrows of captures alive beside the step, so that no hidden mention gets past them.
    fn holds(&self) -> TokenStream {
        let private = &self.private;
        let captures = (0..self.program.vars.len()).filter(|&var| self.program.vars[var].origin == Origin::Capture);
        let holds = captures.filter(|&var| self.is_plainly_mutable(var)).map(|var| {
            let hold = format_ident!("__hold{var}", span = self.hidden);
            quote_spanned!(self.hidden=> #private::hold(&#hold);)
        });
        quote!(#(#holds)*)
    }

    /// Dead code that does not compile when a claim of the spec is wrong.
    fn proofs(&self, region: RegionId) -> TokenStream {
        let threads = self.declared(region).filter(|(id, _)| self.is_mentioned(*id)).map(|(id, var)| {
            let span = self.hidden.located_at(match var.definer {
                Some(node) if var.origin == Origin::Temp => self.program.nodes[node].span,
                _ => var.ident.span(),
            });
            let private = self.krate.private_at(span);
            let at = |ident: Ident| Ident::new(&ident.to_string(), span);
            let (slot, owned, cfg) = (at(self.slot(id)), at(self.owned_capture(id)), self.cfg(&var.cfg));
            let overlap = match self.is_looked_at(id) {
                true => quote_spanned!(span=> { __SUPERSCALAR_OVERLAPS[#id] }),
                false => TokenStream::new(),
            };
            let shareable = |slot: &Ident| {
                (!overlap.is_empty()).then(|| quote_spanned!(span=> #private::shareable::<#overlap, _>(&#slot);))
            };
            match var.origin {
                Origin::Capture if self.is_moved_capture(id) => {
                    let shareable = shareable(&owned);
                    quote_spanned!(span=> #private::sendable(&#owned); #shareable)
                }
                Origin::Capture if self.is_exclusive(id) => {
                    let exclusive = match self.is_asked(id) {
                        true => quote_spanned!(span=> #private::AskedProof(&#slot).prove();),
                        false => quote_spanned!(span=> #private::lent_exclusive(&#slot);),
                    };
                    let overlap = (!overlap.is_empty())
                        .then(|| quote_spanned!(span=> #private::lent_shareable::<#overlap, _>(&#slot);));
                    quote!(#exclusive #overlap)
                }
                Origin::Capture => quote_spanned!(span=> #private::lent_shared(&#slot);),
                _ if cfg.is_empty() => {
                    let shareable = shareable(&slot);
                    quote_spanned!(span=> #private::sendable(#slot); #shareable)
                }
                _ => {
                    let shareable = shareable(&slot);
                    quote_spanned!(span=> #cfg { #private::sendable(#slot); #shareable })
                }
            }
        });
        let kept = self.kept.iter().filter(|kept| kept.region == region).map(|kept| {
            let node = self.program.unit(kept.site.unit);
            let span = self.hidden.located_at(node.span);
            let private = self.krate.private_at(span);
            let slot = Ident::new(&self.kept_slot(&kept.site).to_string(), span);
            let cfg = self.cfg(&kept.site.cfg);
            quote_spanned!(span=> #cfg { #private::sendable(&#slot); })
        });
        let repeated = self.repeated(region);
        let (fields, reached, receivers) = (self.fields(region), self.reached(region), self.receivers(region));
        quote!(#(#threads)* #(#kept)* #repeated #fields #reached #receivers)
    }

    // fn check(model: &Model) { struct Model; .. node!(model.fit()) }
    /// Where the plan takes the declared type of a variable for that of a task's receiver, the variable has this type.
    fn receivers(&self, region: RegionId) -> TokenStream {
        let proofs = self.program.nodes.iter().enumerate().filter_map(|(id, node)| {
            let Kind::Associated(function) = &node.kind else { return None };
            let declared = function.declared()?;
            let mut receivers = node.mentions.iter().filter(|mention| spec::is_receiver(node, mention));
            let mention = receivers.find(|mention| self.program.vars[mention.var()].region == region)?;
            let span = self.hidden.located_at(mention.ident.span());
            let private = self.krate.private_at(span);
            let slot = Ident::new(&self.slot(mention.var()).to_string(), span);
            let (task, cfg) = (self.task_name(id), self.cfg(&node.cfg));
            let claimed = quote_spanned!(span=> { #private::Option::is_some(&#task) });
            Some(quote_spanned!(span=> #cfg { #private::declared::<#claimed, #declared, _>(#slot); }))
        });
        quote!(#(#proofs)*)
    }

    /// Where the plan relies on it that a value is no `&mut _`, it is none.
    fn reached(&self, region: RegionId) -> TokenStream {
        let mut vars: Vec<VarId> = Vec::new();
        for access in self
            .resolved
            .iter()
            .flat_map(|node| &node.accesses)
            .filter(|access| matches!(access.bind, Bind::Reach | Bind::Dynamic))
        {
            vars.extend(access.candidates.iter().map(|candidate| candidate.var));
        }
        vars.retain(|var| self.program.vars[*var].region == region);
        vars.sort_unstable();
        vars.dedup();
        let proofs = vars.into_iter().map(|var| {
            let span = self.hidden.located_at(self.program.vars[var].ident.span());
            let private = self.krate.private_at(span);
            let (slot, cfg) = (self.slot(var), self.cfg(&self.program.vars[var].cfg));
            quote_spanned! {span=> #cfg {
                #private::settled::<{ __SUPERSCALAR_SPEC.facts[#var].settled }, _>(
                    #private::Mention::of(#slot.ptr().cast_const()).again()
                );
            }}
        });
        quote!(#(#proofs)*)
    }

    /// A name that is mentioned by value more than once is `Copy`, not a `&mut _`, unless that is known.
    fn repeated(&self, region: RegionId) -> TokenStream {
        let mut tokens = TokenStream::new();
        let mut proved = std::collections::BTreeSet::new();
        for (unit, resolved) in self.resolved.iter().enumerate() {
            for access in resolved.accesses.iter().filter(|access| access.repeated) {
                let claim = self.claim_of(unit, access);
                let own = self.program.unit(unit).cfg.as_ref().map(ToString::to_string);
                for candidate in &access.candidates {
                    let var = &self.program.vars[candidate.var];
                    let path: Vec<String> = access.path.iter().map(member_name).collect();
                    let new = || proved.insert((candidate.var, path, claim.clone(), own.clone()));
                    if var.exclusive_ref || var.region != region || self.is_plain_number(candidate.var) || !new() {
                        continue;
                    }
                    let known = self.known_exclusive(unit, access);
                    let (slot, cfg) = (self.slot(candidate.var), self.cfg(&var.cfg));
                    let span = self.hidden.located_at(access.ident.span());
                    let private = self.krate.private_at(span);
                    let (path, own) = (&access.path, self.cfg(&self.program.unit(unit).cfg));
                    let copies = (access.bind == Bind::Copied && !access.hidden).then(|| {
                        quote_spanned! {span=>
                            #[allow(unused_imports)]
                            use #private::NotTwice as _;
                            (&#private::Twice(__mention.again(), __mention)).copies();
                        }
                    });
                    tokens.extend(quote_spanned! {span=> #cfg #own {
                        let __mention = #private::Mention::of(unsafe { &raw const (*#slot.ptr())#(.#path)* });
                        #private::again::<{ #known }, _>(__mention.again());
                        #copies
                    }});
                }
            }
        }
        tokens
    }

    /// Whether the type of a variable is written, and one of numbers.
    fn is_plain_number(&self, var: VarId) -> bool {
        let var = &self.program.vars[var];
        matches!(var.facts, Facts::Primitive) || var.ascribed.as_ref().is_some_and(crate::names::is_primitive)
    }

    /// What `known_exclusive` depends on: two accesses of which this is the same need one proof.
    fn claim_of(&self, unit: NodeId, access: &crate::resolve::Access) -> (Vec<crate::names::Key>, Vec<Option<usize>>) {
        let node = self.program.unit(unit);
        let callee = match &node.kind {
            Kind::Call(path) if path.leading_colon.is_none() => {
                path.segments.iter().map(|segment| crate::names::Key::of(&segment.ident)).collect()
            }
            Kind::Call(_) | Kind::Associated(_) => {
                vec![crate::names::Key::of(&self.task_name(unit))]
            }
            Kind::Foreign | Kind::Glue | Kind::Tail => return (Vec::new(), Vec::new()),
        };
        let mentions = node.mentions.iter().filter(|mention| {
            mention.var() == access.candidates[0].var && crate::resolve::is_prefix(&access.path, &mention.members)
        });
        let params = mentions.map(|mention| mention.param.filter(|_| mention.whole && node.cfg.is_none()));
        (callee, params.collect())
    }

    /// Whether the plan knows from the task's parameters that what is mentioned is a `&mut _`.
    fn known_exclusive(&self, unit: NodeId, access: &crate::resolve::Access) -> TokenStream {
        let private = &self.private;
        let node = self.program.unit(unit);
        let mentions = node.mentions.iter().filter(|mention| {
            mention.var() == access.candidates[0].var && crate::resolve::is_prefix(&access.path, &mention.members)
        });
        let (is_exclusive, info) = match &node.kind {
            Kind::Call(path) => {
                let info = spec::info_of(path);
                (Ident::new("is_exclusive_param", self.hidden), quote!(&#info))
            }
            Kind::Associated(_) => {
                (Ident::new("is_exclusive_argument", self.hidden), self.task_name(unit).into_token_stream())
            }
            _ => return quote!(false),
        };
        let params = mentions.map(|mention| match mention.param.filter(|_| mention.whole && node.cfg.is_none()) {
            Some(param) => quote_spanned!(self.hidden=> #private::#is_exclusive(#info, #param)),
            None => quote!(false),
        });
        quote_spanned!(self.hidden=> #(#params)&&*)
    }

    /// The variables of which some node uses a field.
    fn in_parts(&self) -> std::collections::BTreeSet<VarId> {
        let accesses = self.resolved.iter().flat_map(|node| &node.accesses).filter(|access| !access.path.is_empty());
        let used = accesses.flat_map(|access| &access.candidates).map(|candidate| candidate.var);
        let assigned = self.program.nodes.iter().filter_map(|node| match &node.body {
            Body::Assign { target, members, .. } if !members.is_empty() => Some(*target),
            _ => None,
        });
        used.chain(assigned).collect()
    }

    /// Fields that are used apart are apart: no overloaded `Deref` stands between.
    fn fields(&self, region: RegionId) -> TokenStream {
        let private = &self.private;
        let mut tokens = TokenStream::new();
        let in_parts = self.in_parts();
        for (id, var) in self.declared(region).filter(|(id, _)| in_parts.contains(id)) {
            let mut paths: Vec<(Vec<String>, Vec<Member>, bool)> = Vec::new();
            for access in self.resolved.iter().flat_map(|node| &node.accesses) {
                if !access.path.is_empty() && access.candidates.iter().any(|candidate| candidate.var == id) {
                    let text: Vec<String> = access.path.iter().map(member_name).collect();
                    let writes = matches!(access.bind, Bind::Unique | Bind::Dynamic);
                    match paths.iter_mut().find(|(known, ..)| *known == text) {
                        Some((_, _, known)) => *known |= writes,
                        None => paths.push((text, access.path.clone(), writes)),
                    }
                }
            }
            for node in &self.program.nodes {
                if let Body::Assign { target, members, .. } = &node.body
                    && *target == id
                    && !members.is_empty()
                {
                    let text: Vec<String> = members.iter().map(member_name).collect();
                    match paths.iter_mut().find(|(known, ..)| *known == text) {
                        Some((_, _, known)) => *known = true,
                        None => paths.push((text, members.clone(), true)),
                    }
                }
            }
            let (slot, ident, cfg) = (self.slot(id), &var.ident, self.cfg(&var.cfg));
            for (i, (_, left, writes)) in paths.iter().enumerate() {
                for (_, right, also) in &paths[i + 1..] {
                    let apart = !crate::resolve::is_prefix(left, right) && !crate::resolve::is_prefix(right, left);
                    if !apart || !(*writes || *also) {
                        continue;
                    }
                    let (left_mut, right_mut) = (writes.then(|| quote!(mut)), also.then(|| quote!(mut)));
                    tokens.extend(quote_spanned! {self.hidden=> #cfg {
                        #private::disjoint(#slot.ptr(), |#ident: &mut _| {
                            #private::touch(&#left_mut #ident #(.#left)*, &#right_mut #ident #(.#right)*);
                        });
                    }});
                }
            }
        }
        tokens
    }

    /// Whether a node may look at a variable by reference: where all take or copy it, nothing can borrow from it, either.
    fn is_looked_at(&self, var: VarId) -> bool {
        self.looked_at[var]
    }

    fn is_mentioned(&self, var: VarId) -> bool {
        let vars = &self.program.vars;
        matches!(vars[var].origin, Origin::Let | Origin::Temp | Origin::Bound)
            || self
                .program
                .nodes
                .iter()
                .flat_map(|node| &node.mentions)
                .any(|mention| mention.candidates.iter().any(|candidate| candidate.var == var))
    }
}
