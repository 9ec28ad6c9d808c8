//! The spec of a region: what the plan is computed from.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Member, Path, PathArguments};

use super::Expander;
use crate::associated::{Associated, Declared};
use crate::ir::{Body, Kind, Mention, Node, NodeId, Origin, Program, Var, VarId};
use crate::names::member_name;
use crate::resolve::{Mode, Resolved};
use crate::walk::Context;

/// A place of the spec: a variable or a field path of one.
pub struct Place {
    pub var: VarId,
    pub path: Vec<Member>,
    pub parent: Option<usize>,
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

    pub fn place_in(&self, places: &[Place], var: VarId, path: &[Member]) -> Option<usize> {
        let variables = self.program.vars.len();
        if path.is_empty() {
            return Some(var);
        }
        let mut fields = places.iter().skip(variables);
        let found = fields.position(|place| {
            place.var == var
                && place.path.len() == path.len()
                && place.path.iter().zip(path).all(|(a, b)| member_name(a) == member_name(b))
        });
        found.map(|found| variables + found)
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

    /// For each call of an associated function the description of its task, if it is one.
    pub fn tasks(&self) -> TokenStream {
        let tasks = self.program.nodes.iter().enumerate().filter_map(|(id, node)| match &node.kind {
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
        let allow = &self.allow;
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

    pub fn cfg_not(&self, cfg: &Option<TokenStream>) -> Option<TokenStream> {
        cfg.as_ref().map(|cfg| quote_spanned!(self.hidden=> #[cfg(not(#cfg))]))
    }

    /// The node that calls the associated function whose result a variable holds.
    pub fn associated_of(&self, var: &Var) -> Option<NodeId> {
        var.definer.filter(|id| matches!(self.program.nodes[*id].kind, Kind::Associated(_)))
    }

    /// Constants that do not compile when a value is taken apart while something that borrows from it is used later.
    pub fn moves(&self, places: &[Place]) -> TokenStream {
        let mut tokens = TokenStream::new();
        let printed = |id: NodeId| super::region::printed(self.program, id);
        for unit in (0..self.program.nodes.len()).map(printed) {
            let resolved = &self.resolved[unit];
            let whole = self.owner_of(unit).is_some();
            let id = self.owner_of(unit).unwrap_or(unit);
            let accesses =
                resolved.accesses.iter().filter(|access| access.in_parts && !access.epilogue && !access.proved);
            for access in accesses {
                for candidate in &access.candidates {
                    let var = &self.program.vars[candidate.var];
                    let place = self.place_in(places, candidate.var, &access.path).unwrap_or(candidate.var);
                    let message = format!(
                        "`{}` is moved from here, while something that may borrow from it is used later: move it after \
                         that, or clone it",
                        var.name
                    );
                    let span = self.hidden.located_at(access.ident.span());
                    let private = self.krate.private_at(span);
                    tokens.extend(quote_spanned! {span=>
                        const _: () = if __SUPERSCALAR_ANALYSIS.borrowed_later(__SUPERSCALAR_SPEC, #id, #whole, #place) {
                            #private::panic!(#message)
                        };
                    });
                }
            }
        }
        tokens
    }
}

/// Whether a node takes each variable whole, and nobody puts one back.
pub fn surely_moved(program: &Program, resolved: &[Resolved]) -> Vec<bool> {
    let mut moved = vec![false; program.vars.len()];
    let mut assigned = vec![false; program.vars.len()];
    for (node, resolved) in program.nodes.iter().zip(resolved) {
        for access in &resolved.accesses {
            let own = access.bind == crate::resolve::Bind::Own && access.path.is_empty() && !access.epilogue;
            let [only] = &access.candidates[..] else { continue };
            moved[only.var] |= own
                && node.region == program.vars[only.var].region
                && node.cfg.is_none()
                && !matches!(node.kind, Kind::Tail);
        }
        for mention in node.mentions.iter().filter(|mention| mention.context == Context::Assign) {
            mention.candidates.iter().for_each(|candidate| assigned[candidate.var] = true);
        }
    }
    moved.iter().zip(assigned).map(|(moved, assigned)| *moved && !assigned).collect()
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
pub fn companion_of(path: &Path) -> Path {
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
