//! The spec of a region: what the plan is computed from.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Member, Path, PathArguments};

use super::Expander;
use crate::associated::{Associated, Declared};
use crate::ir::{Body, Exit, Facts, Kind, Mention, Node, NodeId, Origin, Region, RegionKind, Var, VarId};
use crate::names::member_name;
use crate::resolve::{Mode, Resolved};
use crate::walk::Context;

/// A place of the spec: a variable or a field path of one.
pub struct Place {
    var: VarId,
    path: Vec<Member>,
    parent: Option<usize>,
}

impl Expander<'_> {
    /// The places: first the variables, by number, then the field paths.
    pub fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> =
            (0..self.program.vars.len()).map(|var| Place { var, path: Vec::new(), parent: None }).collect();
        let mut paths: Vec<(VarId, Vec<Member>)> = Vec::new();
        let accesses = self.resolved.iter().flat_map(|node| &node.accesses);
        for access in accesses.filter(|access| !access.path.is_empty()) {
            paths.extend(access.candidates.iter().map(|candidate| (candidate.var, access.path.clone())));
        }
        for node in &self.program.nodes {
            if let Body::Assign { target, members, .. } = &node.body
                && !members.is_empty()
            {
                paths.push((*target, members.clone()));
            }
        }
        paths.sort_by_key(|(_, path)| path.len());
        for (var, path) in paths {
            if self.place_in(&places, var, &path).is_none() {
                let parent = (0..path.len()).rev().find_map(|len| self.place_in(&places, var, &path[..len]));
                places.push(Place { var, path, parent });
            }
        }
        places
    }

    fn place_in(&self, places: &[Place], var: VarId, path: &[Member]) -> Option<usize> {
        places.iter().position(|place| {
            place.var == var
                && place.path.len() == path.len()
                && place.path.iter().zip(path).all(|(a, b)| member_name(a) == member_name(b))
        })
    }

    /// Nodes and drops.
    pub fn node_count(&self) -> usize {
        self.program.nodes.len() + self.dropped.len() + self.kept.len()
    }

    /// The variables that have a drop node, in the order of their drops.
    pub fn find_dropped(&self) -> Vec<VarId> {
        let owned = |var: &VarId| match self.program.vars[*var].origin {
            Origin::Capture => self.is_moved_capture(*var),
            Origin::Iterator => false,
            _ => true,
        };
        (0..self.program.vars.len()).rev().filter(owned).filter(|var| self.is_mentioned(*var)).collect()
    }

    /// The region as a `Spec` expression.
    pub fn spec(&self) -> TokenStream {
        let private = &self.private;
        let name = &self.program.name;
        let places = self.places();
        let place_specs = places.iter().map(|place| self.place(place));
        let nodes = (0..self.program.nodes.len()).map(|id| self.node(id, &places));
        let drops = self.dropped.iter().map(|var| self.drop_node(*var));
        let kept = self.kept.iter().map(|kept| {
            let region = kept.region as u16;
            quote_spanned!(self.hidden=> #private::NodeSpec { region: #region, ..#private::NodeSpec::SWEPT })
        });
        let regions = self.program.regions.iter().map(|region| self.region_spec(region));
        quote_spanned! {self.hidden=>
            #private::Spec {
                name: #name,
                file: #private::file!(),
                places: &[#(#place_specs),*],
                nodes: &[#(#nodes,)* #(#drops,)* #(#kept),*],
                regions: &[#(#regions),*],
            }
        }
    }

    fn region_spec(&self, region: &Region) -> TokenStream {
        let private = &self.private;
        let kind = match region.kind {
            RegionKind::Body => quote!(Body),
            RegionKind::Branch => quote!(Branch),
            RegionKind::Loop => quote!(Loop),
            RegionKind::For => quote!(For),
        };
        let owner = region.owner.map_or(u32::MAX, |owner| owner as u32);
        let label = &region.label;
        let window = region.window.as_ref().map(crate::text::of).unwrap_or_default();
        let params = region.params.iter().chain(&region.iterator).map(|var| *var as u16);
        quote_spanned! {self.hidden=>
            #private::RegionSpec {
                kind: #private::RegionKind::#kind, owner: #owner, label: #label, params: &[#(#params),*], window: #window,
            }
        }
    }

    /// For each call the companion of its task, as a constant: code can ask it without naming the type again.
    pub fn tasks(&self) -> TokenStream {
        let allow = super::allow();
        let tasks = self.program.nodes.iter().enumerate().filter_map(|(id, node)| match &node.kind {
            Kind::Call(path) => {
                let path = companion_of(path);
                let span = path.segments.last().map_or(self.hidden, |last| last.ident.span());
                let (constant, cfg) = (Ident::new(&task_constant(id), span), self.cfg(&node.cfg));
                let span = crate::hidden(span);
                Some(quote_spanned!(span=> #allow #cfg const #constant: #path = <#path>::TASK;))
            }
            Kind::Associated(function) => Some(self.associated(id, node, function)),
            _ => None,
        });
        quote!(#(#tasks)*)
    }

    // Input:  node!(Model::fit(&model, &x))
    // Output: const TASK0: Option<&TaskInfo> = {
    //             trait Fallback { const __SUPERSCALAR_fit: Option<Method> = None; }
    //             impl<T: ?Sized> Fallback for T {}
    //             const FOUND: &Option<Method> = &<Model>::__SUPERSCALAR_fit;
    //             method(FOUND, Called::Path)
    //         };
    /// The description of an associated function, if it is a task: the constant of its type wins over that of the trait.
    fn associated(&self, id: NodeId, node: &Node, function: &Associated) -> TokenStream {
        let private = &self.private;
        let allow = super::allow();
        let (task, found) = (self.task_name(id), crate::task::constant_name(&function.name));
        let (ty, called) = (&function.ty, self.called(id, function));
        let (cfg, off) = (self.cfg(&node.cfg), self.cfg_not(&node.cfg));
        let none = off.map(|off| {
            quote_spanned!(self.hidden=>
                #allow #off const #task: #private::Option<&'static #private::TaskInfo> = #private::None;)
        });
        quote_spanned! {self.hidden=>
            #allow
            #cfg
            const #task: #private::Option<&'static #private::TaskInfo> = {
                use #private::ProbeFallback as _;
                trait __Fallback {
                    const #found: #private::Option<#private::Method> = #private::None;
                }
                impl<T: ?#private::Sized> __Fallback for T {}
                const FOUND: &#private::Option<#private::Method> = &<#ty>::#found;
                #private::method(FOUND, #called)
            };
            #none
        }
    }

    fn called(&self, id: NodeId, function: &Associated) -> TokenStream {
        let private = &self.private;
        match function.receiver {
            None => quote_spanned!(self.hidden=> #private::Called::Path),
            Some(Declared::Shared) => quote_spanned!(self.hidden=> #private::Called::Shared),
            Some(Declared::Exclusive) => quote_spanned!(self.hidden=> #private::Called::Exclusive),
            Some(Declared::Value) => {
                let node = &self.program.nodes[id];
                let receiver = node.mentions.iter().position(|mention| is_receiver(node, mention));
                let mode = receiver.map(|number| self.resolved[id].modes[number]);
                let (ty, by_reference) = (&function.ty, !matches!(mode, None | Some(Mode::Last | Mode::Again)));
                quote_spanned! {self.hidden=> #private::Called::Value {
                    copy: <#private::Probe<#ty>>::COPY, by_reference: #by_reference,
                }}
            }
        }
    }

    /// The constant that tells of the task of a node.
    pub fn task_name(&self, id: NodeId) -> Ident {
        Ident::new(&task_constant(id), self.hidden)
    }

    fn cfg_not(&self, cfg: &Option<TokenStream>) -> Option<TokenStream> {
        cfg.as_ref().map(|cfg| quote_spanned!(self.hidden=> #[cfg(not(#cfg))]))
    }

    /// The constant that tells of the associated function whose result a variable holds.
    fn associated_of(&self, var: &Var) -> Option<Ident> {
        let id = var.definer?;
        matches!(self.program.nodes[id].kind, Kind::Associated(_)).then(|| self.task_name(id))
    }

    /// Constants that do not compile when a value is taken apart while something that borrows from it is used later.
    pub fn moves(&self) -> TokenStream {
        let places = self.places();
        let mut tokens = TokenStream::new();
        let printed = |id: NodeId| super::region::printed(self.program, id);
        for unit in (0..self.program.nodes.len()).map(printed) {
            let resolved = &self.resolved[unit];
            let whole = self.owner_of(unit).is_some();
            let id = self.owner_of(unit).unwrap_or(unit);
            let accesses = resolved.accesses.iter().filter(|access| access.in_parts && !access.epilogue);
            for access in accesses {
                for candidate in &access.candidates {
                    let var = &self.program.vars[candidate.var];
                    let place = self.place_in(&places, candidate.var, &access.path).unwrap_or(candidate.var);
                    let message = format!(
                        "`{}` is moved from here, while something that may borrow from it is used later: move it after \
                         that, or clone it",
                        var.name
                    );
                    let span = self.hidden.located_at(access.ident.span());
                    let private = self.krate.private_at(span);
                    tokens.extend(quote_spanned! {span=>
                        const _: () = if __SUPERSCALAR_ANALYSIS.borrowed_later(&__SUPERSCALAR_SPEC, #id, #whole, #place) {
                            #private::panic!(#message)
                        };
                    });
                }
            }
        }
        tokens
    }

    fn place(&self, place: &Place) -> TokenStream {
        let private = &self.private;
        let var = &self.program.vars[place.var];
        let name = place.path.iter().fold(var.name.clone(), |name, member| format!("{name}.{}", member_name(member)));
        let parent = match place.parent {
            Some(parent) => {
                let parent = parent as u16;
                quote_spanned!(self.hidden=> #private::Some(#parent))
            }
            None => quote_spanned!(self.hidden=> #private::None),
        };
        let facts = if place.path.is_empty() {
            self.facts(var)
        } else {
            quote_spanned!(self.hidden=> #private::Facts::UNKNOWN)
        };
        let temporary = matches!(var.origin, Origin::Temp | Origin::Iterator);
        let (lent, keep, region) = (var.lent, var.keep, var.region as u16);
        quote_spanned! {self.hidden=>
            #private::PlaceSpec {
                name: #name, parent: #parent, facts: #facts, lent: #lent, keep: #keep, temporary: #temporary,
                region: #region,
            }
        }
    }

    fn facts(&self, var: &Var) -> TokenStream {
        let private = &self.private;
        // A condition decides whether the callee exists at all.
        if var.cfg.is_some() {
            return quote_spanned!(self.hidden=> #private::Facts::UNKNOWN);
        }
        let facts = match &var.facts {
            Facts::Unknown => quote_spanned!(self.hidden=> #private::Facts::UNKNOWN),
            Facts::Settled => {
                quote_spanned!(self.hidden=> #private::Facts { settled: true, ..#private::Facts::UNKNOWN })
            }
            Facts::Primitive => quote_spanned!(self.hidden=> #private::Facts::PRIMITIVE),
            Facts::Type(ty) => crate::task::ascribed_facts(ty, private),
            Facts::Tokens(tokens) => tokens.clone(),
            Facts::Associated | Facts::AssociatedSuccess => {
                let Some(task) = self.associated_of(var) else {
                    return quote_spanned!(self.hidden=> #private::Facts::UNKNOWN);
                };
                match &var.facts {
                    Facts::Associated => quote_spanned!(self.hidden=> #private::output_of(#task)),
                    _ => quote_spanned!(self.hidden=> #private::success_of(#task)),
                }
            }
            Facts::Output(path) => {
                let info = info_of(path);
                quote!(#info.output.facts)
            }
            Facts::Success(path) => {
                let info = info_of(path);
                quote!(#info.output.success)
            }
        };
        if var.exclusive_ref {
            return quote_spanned!(self.hidden=> #private::Facts { exclusive_ref: true, ..#private::Facts::UNKNOWN });
        }
        facts
    }

    fn node(&self, id: NodeId, places: &[Place]) -> TokenStream {
        let private = &self.private;
        let node = &self.program.nodes[id];
        let enabled = self.enabled(&node.cfg);
        let kind = match node.kind {
            Kind::Call(_) | Kind::Associated(_) | Kind::Foreign => quote!(Task),
            Kind::Glue => quote!(Glue),
            Kind::Tail => quote!(Tail),
        };
        let task = match &node.kind {
            Kind::Call(path) if node.cfg.is_none() => {
                let info = info_of(path);
                quote_spanned!(self.hidden=> #private::Some(&#info))
            }
            Kind::Call(path) => {
                let (info, cfg, off) = (info_of(path), self.cfg(&node.cfg), self.cfg_not(&node.cfg));
                quote_spanned!(self.hidden=> { #cfg { #private::Some(&#info) } #off { #private::None } })
            }
            Kind::Associated(_) => self.task_name(id).into_token_stream(),
            Kind::Foreign | Kind::Glue | Kind::Tail => quote_spanned!(self.hidden=> #private::None),
        };
        let label = &node.label;
        let label = match &node.kind {
            Kind::Associated(function) => {
                let (task, called) = (self.task_name(id), function.label());
                quote_spanned!(self.hidden=> #private::label_of(#task, #called, #label))
            }
            _ => quote!(#label),
        };
        let exit = match node.exit {
            Exit::Never => quote!(Never),
            Exit::May => quote!(May),
            Exit::Guard => quote!(Guard),
        };
        // What is mentioned in regions is used by the nodes there.
        let uses = match node.body {
            Body::Next { .. } => self.source_uses(node),
            _ => self.uses(id, node, &self.resolved[id], places),
        };
        let mut uses = uses;
        if let Body::Yield(_) = node.body {
            uses.push(self.sink_use(node));
        }
        let yields = matches!(node.body, Body::Tail(_) | Body::Yield(_)) && node.region != crate::ir::BODY;
        let (region, end) = (node.region as u16, if node.end > id + 1 { node.end as u32 } else { 0 });
        let defines = node.defines.iter().map(|var| *var as u16);
        let (effect, serial_calls) = (node.effect, &node.serial_calls);
        let start = node.span.start();
        let (line, column) = (start.line as u32, start.column as u32 + 1);
        quote_spanned! {self.hidden=>
            #private::NodeSpec {
                region: #region, end: #end, enabled: #enabled, kind: #private::NodeKind::#kind, label: #label, task: #task, line: #line,
                column: #column, uses: &[#(#uses),*], defines: &[#(#defines),*], exit: #private::Exit::#exit,
                effect: #effect, yields: #yields, serial_calls: &[#(#serial_calls),*],
            }
        }
    }

    /// Results are put down in the order of the iterations, as items are taken; the place of the sink stands for that.
    fn sink_use(&self, node: &Node) -> TokenStream {
        let sink = self.program.regions[node.region].sink.expect("a chain has a sink") as u16;
        self.use_tokens(sink, Mode::Exclusive, u8::MAX, false, 0)
    }

    fn source_uses(&self, node: &Node) -> Vec<TokenStream> {
        let iterator = self.program.regions[node.region].iterator.expect("a `for` has an iterator") as u16;
        let item = self.use_tokens(iterator, Mode::Item, u8::MAX, false, 1);
        vec![self.use_tokens(iterator, Mode::Exclusive, u8::MAX, false, 0), item]
    }

    fn enabled(&self, cfg: &Option<TokenStream>) -> TokenStream {
        let private = &self.private;
        match cfg {
            Some(cfg) => quote_spanned!(self.hidden=> #private::cfg!(#cfg)),
            None => quote_spanned!(self.hidden=> true),
        }
    }

    fn uses(&self, id: NodeId, node: &Node, resolved: &Resolved, places: &[Place]) -> Vec<TokenStream> {
        let mut uses = Vec::new();
        for (number, mention) in node.mentions.iter().enumerate() {
            for candidate in &mention.candidates {
                let path = self.used_path(node, mention, resolved);
                let place = self.place_in(places, candidate.var, path).unwrap_or(candidate.var) as u16;
                let cfg = self.cfg(&candidate.cfg);
                let tokens = self.one_use(id, node, number, mention, resolved.modes[number], place);
                uses.push(quote!(#cfg #tokens));
            }
        }
        uses
    }

    fn used_path<'m>(&self, node: &'m Node, mention: &'m Mention, resolved: &'m Resolved) -> &'m [Member] {
        if let Body::Assign { target, members, .. } = &node.body
            && mention.var() == *target
            && mention.context == crate::walk::Context::Assign
        {
            return members;
        }
        let access = resolved.access_of(mention.var(), &mention.members, mention.epilogue);
        access.map_or(&mention.members, |(_, access)| &access.path)
    }

    fn one_use(
        &self,
        id: NodeId,
        node: &Node,
        number: usize,
        mention: &Mention,
        mode: Mode,
        place: u16,
    ) -> TokenStream {
        let param = mention.param.map_or(u8::MAX, |param| param.min(63) as u8);
        let mut flows = u64::from(node.flow.contains(&number));
        for (index, group) in node.groups.iter().enumerate() {
            if group.contains(&number) {
                flows |= 1 << (1 + index.min(61));
            }
        }
        if node.bound.contains(&number) {
            flows |= 1 << 63;
        }
        if !matches!(node.kind, Kind::Associated(_)) {
            return self.use_tokens(place, mode, param, mention.whole, flows);
        }
        let (private, task) = (&self.private, self.task_name(id));
        let mut tokens = mode_tokens(mode, private);
        if mode == Mode::Receiver && is_receiver(node, mention) {
            tokens = quote_spanned!(self.hidden=> #private::receiver_mode(#task, #tokens));
        }
        let whole = mention.whole;
        quote_spanned! {self.hidden=>
            #private::Use {
                place: #place, mode: #tokens, param: #param, whole: #whole, flows: #flows | #private::unless_task(#task),
            }
        }
    }

    fn use_tokens(&self, place: u16, mode: Mode, param: u8, whole: bool, flows: u64) -> TokenStream {
        let private = &self.private;
        let mode = mode_tokens(mode, private);
        quote_spanned! {self.hidden=>
            #private::Use { place: #place, mode: #mode, param: #param, whole: #whole, flows: #flows }
        }
    }

    fn drop_node(&self, var: VarId) -> TokenStream {
        let private = &self.private;
        let place = var as u16;
        let one = self.use_tokens(place, Mode::Exclusive, u8::MAX, false, 0);
        let exists = self.enabled(&self.program.vars[var].cfg);
        let enabled = if self.is_surely_moved(var) {
            quote_spanned!(self.hidden=> false)
        } else {
            let facts = self.facts(&self.program.vars[var]);
            quote_spanned!(self.hidden=> #exists && !(#facts).trivial_drop)
        };
        let line = self.program.vars[var].ident.span().start().line as u32;
        let region = self.program.vars[var].region as u16;
        quote_spanned! {self.hidden=>
            #private::NodeSpec {
                region: #region, end: 0, enabled: #enabled, kind: #private::NodeKind::Drop, label: "drop", task: #private::None, line: #line,
                column: 1, uses: &[#one], defines: &[], exit: #private::Exit::Never, effect: false, yields: false, serial_calls: &[],
            }
        }
    }

    /// Whether a node takes the whole value, and nobody puts one back.
    fn is_surely_moved(&self, var: VarId) -> bool {
        let mut moved = false;
        for (node, resolved) in self.program.nodes.iter().zip(self.resolved) {
            for access in resolved.accesses.iter().filter(|_| node.region == self.program.vars[var].region) {
                if access.candidates.iter().any(|candidate| candidate.var == var) {
                    let own = access.bind == crate::resolve::Bind::Own && access.path.is_empty() && !access.epilogue;
                    moved |=
                        own && access.candidates.len() == 1 && node.cfg.is_none() && !matches!(node.kind, Kind::Tail);
                }
            }
            let assigned = |mention: &Mention| {
                mention.context == Context::Assign && mention.candidates.iter().any(|candidate| candidate.var == var)
            };
            if node.mentions.iter().any(assigned) {
                return false;
            }
        }
        moved
    }
}

fn mode_tokens(mode: Mode, private: &TokenStream) -> TokenStream {
    let hidden = crate::hidden(proc_macro2::Span::call_site());
    let mode = match mode {
        Mode::Read => quote!(Read),
        Mode::Exclusive => quote!(Exclusive),
        Mode::Through => quote!(Through),
        Mode::Receiver => quote!(Receiver),
        Mode::Again => quote!(Again),
        Mode::Last => quote!(Last),
        Mode::Assign => quote!(Assign),
        Mode::Item => quote!(Item),
    };
    quote_spanned!(hidden=> #private::Mode::#mode)
}

/// Whether a mention is what its node calls a method on.
pub fn is_receiver(node: &Node, mention: &Mention) -> bool {
    let calls_method = matches!(&node.kind, Kind::Associated(function) if function.receiver.is_some());
    calls_method && mention.param == Some(0)
}

/// The name of the constant that holds the companion of a node's task.
pub fn task_constant(node: usize) -> String {
    format!("__SUPERSCALAR_TASK{node}")
}

/// The companion that a path names: `load` of `load::<T>`.
fn companion_of(path: &Path) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.arguments = PathArguments::None;
    }
    path
}

/// `<load>::INFO`, at the user's `load`.
pub fn info_of(path: &Path) -> TokenStream {
    let path = companion_of(path);
    let span = path.segments.last().map_or_else(proc_macro2::Span::call_site, |last| last.ident.span());
    let span = crate::hidden(span);
    quote_spanned!(span=> <#path>::INFO)
}
