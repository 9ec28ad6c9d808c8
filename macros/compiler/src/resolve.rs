//! How each mention gets at its value.
//!
//! A variable lives in a slot. A node binds it under the user's name: as a shared or exclusive reference, as the value
//! itself when this is its last mention, or as a copy. A wrong guess is a compile error in every case, never a race:
//! references and moved values are checked by rustc, and a copy that is none is a use after move in the serial body.

use std::collections::BTreeMap;

use syn::{Ident, Member};

use crate::ir::{BODY, Body, Candidate, Kind, Mention, Node, NodeId, Origin, Program, RegionKind, Var, VarId};
use crate::names::{
    is_consumer, is_consumer_of_std, is_mutator, is_reader, is_sure_consumer, member_name, shows_order,
};
use crate::walk::Context;

/// How a node binds a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bind {
    /// A shared reference; a mention is a dereference of it.
    Shared,
    /// An exclusive reference; a mention is a dereference of it.
    Unique,
    /// A reference for method calls: shared, or exclusive if the type turns out to be a `&mut _`.
    Reach,
    /// The value, moved out of its slot; a mention is the name.
    Own,
    /// The bits of a value that is mentioned again: `Copy`, or a `&mut _` to reborrow.
    Copied,
    /// For the last method call: the value, moved out of its slot, if it is an `Option`, a `Result` or an iterator, or else a
    /// reference; a mention is the field of that.
    Either,
    /// Nothing is bound: each mention goes to the slot, whose live flag knows what has been moved and assigned by then.
    Dynamic,
}

/// How a mention uses a place, in the plan's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// `&x`
    Read,
    /// `&mut x`
    Exclusive,
    /// A change through shared references.
    Through,
    /// A method call on a binding without `mut`.
    Receiver,
    /// By value, mentioned again.
    Again,
    /// By value for the last time.
    Last,
    /// Assigned.
    Assign,
    /// Where the items of a `for` come from.
    Item,
}

/// A place that a node binds.
#[derive(Clone, Debug)]
pub struct Access {
    /// The variables that it may belong to.
    pub candidates: Vec<Candidate>,
    /// As written.
    pub ident: Ident,
    /// The fields.
    pub path: Vec<Member>,
    /// How it is bound.
    pub bind: Bind,
    /// Bound for the code that runs when the pipeline ends here.
    pub epilogue: bool,
    /// A literal mentions it by its name.
    pub hidden: bool,
    /// Owned because a pattern or method may ask for it, not because the value is moved for sure.
    pub in_parts: bool,
    /// Used by value and mentioned again: what is owned is `Copy`, or gone where it is mentioned again.
    pub repeated: bool,
    /// It could be bound as [`Bind::Either`] if the second copy proves that this is right.
    pub either: bool,
    /// The second copy of the body proves that nothing borrows from it when it is owned in parts.
    pub proved: bool,
    /// It may be gone, and then rustc does not see the mention.
    pub unsure: bool,
}

/// A node's accesses, and for each of its mentions the mode.
pub struct Resolved {
    /// The places that the node binds.
    pub accesses: Vec<Access>,
    /// One for each mention.
    pub modes: Vec<Mode>,
}

impl Resolved {
    /// The access that serves a mention.
    pub fn access_of(&self, var: VarId, members: &[Member], epilogue: bool) -> Option<(usize, &Access)> {
        self.accesses.iter().enumerate().find(|(_, access)| {
            access.candidates[0].var == var && access.epilogue == epilogue && is_prefix(&access.path, members)
        })
    }
}

/// Whether `short` is `long` or a place around it.
pub fn is_prefix(short: &[Member], long: &[Member]) -> bool {
    short.len() <= long.len() && short.iter().zip(long).all(|(a, b)| member_name(a) == member_name(b))
}

fn overlap(a: &[Member], b: &[Member]) -> bool {
    is_prefix(a, b) || is_prefix(b, a)
}

/// Resolves every node of the region.
pub fn resolve(program: &Program) -> Vec<Resolved> {
    let nodes =
        program.nodes.iter().enumerate().map(|(id, node)| Resolver { program, id, node, plain: false }.resolve());
    let mut resolved: Vec<Resolved> = nodes.collect();
    let mut plains: Vec<(usize, Resolved)> = program
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(id, node)| node.plain.map(|plain| (id, plain)))
        .map(|(id, plain)| (plain, Resolver { program, id, node: &program.plains[plain], plain: true }.resolve()))
        .collect();
    plains.sort_by_key(|(plain, _)| *plain);
    resolved.extend(plains.into_iter().map(|(_, resolved)| resolved));
    resolved
}

struct Resolver<'a> {
    program: &'a Program,
    id: NodeId,
    node: &'a Node,
    /// The node as if it had no regions.
    plain: bool,
}

impl Resolver<'_> {
    fn resolve(&self) -> Resolved {
        let mut accesses = Vec::new();
        for ((_, epilogue), mentions) in self.by_variable() {
            for path in paths(&mentions) {
                let of_path: Vec<&Mention> =
                    mentions.iter().copied().filter(|mention| is_prefix(&path, &mention.members)).collect();
                let bind = self.bind(&of_path, &path, epilogue);
                let (candidates, ident) = (of_path[0].candidates.clone(), of_path[0].ident.clone());
                // What a call returns cannot borrow from the callable: `FnOnce::Output` does not depend on `&self`.
                let sure = |mention: &&Mention| {
                    self.by_value(mention) || mention.context == Context::Receiver("()".to_owned())
                };
                let in_parts = bind == Bind::Own && !of_path.iter().any(sure);
                let hidden = of_path.iter().any(|mention| mention.hidden);
                let var = of_path[0].var();
                let repeated = match bind {
                    Bind::Copied => true,
                    Bind::Dynamic => self.unsure(&of_path) && of_path.iter().any(|mention| self.by_value(mention)),
                    Bind::Own => !in_parts && !epilogue && self.mentioned_later(var, &path),
                    _ => false,
                };
                let either = matches!(bind, Bind::Shared | Bind::Reach) && !epilogue && self.is_last_call(&of_path);
                let unsure = self.unsure(&of_path) && self.moved_before(var, &path);
                accesses.push(Access {
                    candidates,
                    ident,
                    path,
                    bind,
                    epilogue,
                    hidden,
                    in_parts,
                    repeated,
                    either,
                    proved: false,
                    unsure,
                });
            }
        }
        let mut resolved = Resolved { accesses, modes: Vec::new() };
        resolved.modes = self.node.mentions.iter().map(|mention| self.mode(mention, &resolved)).collect();
        resolved
    }

    fn by_variable(&self) -> BTreeMap<(VarId, bool), Vec<&Mention>> {
        let mut map: BTreeMap<(VarId, bool), Vec<&Mention>> = BTreeMap::new();
        for mention in self.node.mentions.iter().filter(|mention| !self.is_target(mention)) {
            map.entry((mention.var(), mention.epilogue)).or_default().push(mention);
        }
        map
    }

    /// How to bind the place `path`, which all of `mentions` use.
    fn bind(&self, mentions: &[&Mention], path: &[Member], epilogue: bool) -> Bind {
        let var = mentions[0].var();
        let exact = |mention: &Mention| mention.members.len() == path.len();
        let value = mentions.iter().any(|mention| self.by_value(mention) && exact(mention));
        let writes = mentions.iter().any(|mention| self.writes(mention));
        let looks = mentions.iter().any(|mention| !self.by_value(mention) && !self.by_parts(mention));
        let reaches = mentions.iter().any(|mention| self.reaches(mention));
        let reference = match (writes, reaches) {
            (true, _) => Bind::Unique,
            (false, true) => Bind::Reach,
            (false, false) => Bind::Shared,
        };
        let last = epilogue
            || !self.is_repeated(var)
                && match mentions.iter().all(|mention| self.by_value(mention) && exact(mention)) {
                    true => !self.needed_later(var, path),
                    false => !self.mentioned_later(var, path),
                };
        if mentions.iter().any(|mention| mention.hidden && self.by_value(mention)) {
            // `"{:width$}"` wants a `usize` by that name.
            return Bind::Copied;
        }
        let tail = matches!(self.node.kind, Kind::Tail) && self.node.region == BODY || epilogue;
        if self.program.vars[var].origin == Origin::Capture && writes && self.is_asked(mentions) {
            // Each mention gets what its method asks for.
            return Bind::Dynamic;
        }
        if self.program.vars[var].origin == Origin::Capture && !path.is_empty() {
            // The field of a variable that belongs to others: rustc checks that a use by value copies.
            return if !tail && self.is_used_inside(var, path) { Bind::Dynamic } else { reference };
        }
        let parts = mentions.iter().any(|mention| self.by_parts(mention) && exact(mention));
        let unsure = self.unsure(mentions) && !tail;
        if unsure && (value && !last || (value || parts) && self.moved_before(var, path)) {
            // If rustc sees it, it gets the value from the slot.
            return Bind::Dynamic;
        }
        let nested = mentions.iter().any(|mention| mention.at.nested && !mention.at.closure);
        let assigned = mentions.iter().any(|mention| mention.context == Context::Assign);
        let foreign = self.is_foreign(var);
        let uncertain = looks || foreign || (!last && (nested || self.assigned_from_here(var, path)));
        if !tail && (assigned || (value && uncertain) || self.is_used_inside(var, path)) {
            return Bind::Dynamic;
        }
        if last && (value || parts) {
            // The rest of a loop may run in lanes, which look for the value in its slot.
            return if self.plain && self.is_loop() && self.mentions_inside(var, path) {
                Bind::Dynamic
            } else {
                Bind::Own
            };
        }
        if value && !writes { Bind::Copied } else { reference }
    }

    // let n = o.iter().count(); let p = o.map(f); show(n)
    /// Whether the only mention of a variable is the receiver of a method that takes it by value if it is an `Option`, a
    /// `Result` or an iterator, and no other mention follows.
    fn is_last_call(&self, mentions: &[&Mention]) -> bool {
        let [mention] = mentions else { return false };
        let Context::Receiver(method) = &mention.context else { return false };
        let var = &self.program.vars[mention.var()];
        is_consumer_of_std(method)
            && mention.members.is_empty()
            && !(mention.at.closure || mention.at.unsure)
            && matches!(var.origin, Origin::Param | Origin::Let | Origin::Bound)
            && !(mutable(var) || self.is_reference(mention.var()))
            && !self.mentioned_later(mention.var(), &[])
            && !self.is_repeated(mention.var())
            && !self.is_used_inside(mention.var(), &[])
    }

    /// Whether a variable is declared in a region around that of the node.
    fn is_foreign(&self, var: VarId) -> bool {
        self.program.vars[var].region != self.node.region
    }

    /// Whether the node runs more than once in the life of a variable.
    fn is_repeated(&self, var: VarId) -> bool {
        let regions = &self.program.regions;
        let inside =
            self.program.around(self.node.region).take_while(|region| *region != self.program.vars[var].region);
        inside.into_iter().any(|region| matches!(regions[region].kind, RegionKind::Loop | RegionKind::For))
    }

    /// Whether a region of the node mentions a variable, too: then nothing may be bound while it runs.
    fn is_used_inside(&self, var: VarId, path: &[Member]) -> bool {
        !self.plain && self.mentions_inside(var, path)
    }

    fn mentions_inside(&self, var: VarId, path: &[Member]) -> bool {
        let inside = &self.program.nodes[self.id + 1..self.node_end().max(self.id + 1)];
        let mentions = inside.iter().flat_map(|node| &node.mentions);
        let mut places =
            mentions.filter(|mention| overlap(&mention.members, path)).flat_map(|mention| &mention.candidates);
        places.any(|candidate| candidate.var == var)
    }

    /// Whether the node is a `for`.
    fn is_loop(&self) -> bool {
        let regions = &self.program.regions;
        regions.iter().any(|region| region.owner == Some(self.id) && region.kind == RegionKind::For)
    }

    /// The node itself, and those that may run after it, in program order.
    fn here_and_later(&self) -> impl Iterator<Item = &Node> {
        let next = if self.plain { self.node_end() } else { self.id + 1 };
        let later = self.program.nodes[next..].iter().filter(|node| !self.excludes(node));
        std::iter::once(self.node).chain(later)
    }

    fn node_end(&self) -> NodeId {
        self.program.nodes[self.id].end
    }

    /// Whether another node is in another branch.
    fn excludes(&self, other: &Node) -> bool {
        let regions = &self.program.regions;
        let mine: Vec<_> = self.program.around(self.node.region).collect();
        let theirs = self.program.around(other.region).take_while(|region| !mine.contains(region)).last();
        theirs.is_some_and(|theirs| mine.iter().any(|region| regions[*region].owner == regions[theirs].owner))
    }

    /// Whether the place is assigned by this node or a later one.
    fn assigned_from_here(&self, var: VarId, path: &[Member]) -> bool {
        self.here_and_later().flat_map(|node| &node.mentions).any(|mention| {
            mention.context == Context::Assign
                && mention.candidates.iter().any(|candidate| candidate.var == var)
                && overlap(&mention.members, path)
        })
    }

    /// The left side of the node's own assignment, which writes its slot directly.
    fn is_target(&self, mention: &Mention) -> bool {
        match &self.node.body {
            Body::Assign { target, .. } => {
                mention.context == Context::Assign && mention.var() == *target && !mention.at.nested
            }
            _ => false,
        }
    }

    fn by_value(&self, mention: &Mention) -> bool {
        mention.context == Context::Value
    }

    /// Moved out of, if the types ask for it.
    fn by_parts(&self, mention: &Mention) -> bool {
        let temporary = self.program.vars[mention.var()].origin == Origin::Temp;
        let var = mention.var();
        match &mention.context {
            // Nothing is moved through a reference.
            Context::Parts => mention.members.is_empty() || !self.is_reference(var),
            // A capture is rather a `&mut _` than a box to be emptied.
            Context::Deref => {
                let capture = self.program.vars[var].origin == Origin::Capture && self.is_foreign(var);
                !self.is_reference(var) && !capture && !self.may_be_borrowed_later(var)
            }
            // A temporary does not outlive its statement, so nothing that is kept borrows from it.
            Context::Receiver(method) => {
                !mention.at.closure
                    && (method == "()"
                        || is_sure_consumer(method)
                        || (is_consumer(method) && !self.may_be_borrowed_later(var))
                        || (temporary && !matches!(self.node.body, Body::Temp { .. })))
                    && !(self.mutable(mention.var()) && is_reader(method))
            }
            _ => false,
        }
    }

    /// Known from syntax to be a reference, through which nothing is moved.
    fn is_reference(&self, var: VarId) -> bool {
        let var = &self.program.vars[var];
        var.exclusive_ref || matches!(&var.ascribed, Some(syn::Type::Reference(_)))
    }

    /// Whether something that mentions `var`, or a value made from such, is mentioned after this node. A guess that
    /// decides between two ways which are both checked.
    fn may_be_borrowed_later(&self, var: VarId) -> bool {
        let mut holders = std::collections::BTreeSet::from([var]);
        for node in &self.program.nodes[..self.id] {
            if node.mentions.iter().any(|mention| holders.contains(&mention.var())) {
                holders.extend(&node.defines);
                if let Body::Assign { target, .. } = &node.body {
                    holders.insert(*target);
                }
            }
        }
        holders.remove(&var);
        let later = &self.program.nodes[self.id + 1..];
        later.iter().any(|node| node.mentions.iter().any(|mention| holders.contains(&mention.var())))
    }

    /// The field of a variable that belongs to others, which nobody moves.
    fn is_field_outside(&self, mention: &Mention) -> bool {
        self.program.vars[mention.var()].origin == Origin::Capture && !mention.members.is_empty()
    }

    // queue.push(x), of a `queue` outside
    /// Whether nothing but methods may change a capture, which then may share it with what is outside.
    fn is_asked(&self, mentions: &[&Mention]) -> bool {
        mentions.iter().all(|mention| {
            !self.writes(mention) || !mention.at.plain && matches!(mention.context, Context::Receiver(_))
        })
    }

    fn writes(&self, mention: &Mention) -> bool {
        writes(&self.program.vars[mention.var()], &mention.context)
    }

    fn reaches(&self, mention: &Mention) -> bool {
        reaches(&self.program.vars[mention.var()], &mention.context)
    }

    fn mutable(&self, var: VarId) -> bool {
        mutable(&self.program.vars[var])
    }

    /// Whether a later node mentions the place before it is assigned anew.
    fn mentioned_later(&self, var: VarId, path: &[Member]) -> bool {
        self.any_later(var, path, |_, _| true)
    }

    // let a = eat(s); let _ = s;    let a = s.0; match s { (_, b) => .. }
    /// Whether a later node does so where rustc asks that all of it is there: then a use by value was a copy.
    fn needed_later(&self, var: VarId, path: &[Member]) -> bool {
        self.any_later(var, path, |node, mention| {
            let at = mention.at;
            !at.matched && !at.promised && !at.unsure && node.cfg.is_none() && mention.candidates[0].cfg.is_none()
        })
    }

    /// Whether rustc may not see some of the mentions.
    fn unsure(&self, mentions: &[&Mention]) -> bool {
        mentions.iter().any(|mention| mention.at.unsure)
    }

    /// Whether an earlier node may have moved the place, a part of it, or what it is part of.
    fn moved_before(&self, var: VarId, path: &[Member]) -> bool {
        self.program.nodes[..self.id].iter().flat_map(|node| &node.mentions).any(|mention| {
            self.by_value(mention)
                && mention.candidates.iter().any(|candidate| candidate.var == var)
                && overlap(&mention.members, path)
        })
    }

    fn any_later(&self, var: VarId, path: &[Member], counts: impl Fn(&Node, &Mention) -> bool) -> bool {
        for node in self.here_and_later() {
            let this = std::ptr::eq(node, self.node);
            let hit = |mention: &Mention| {
                mention.candidates.iter().any(|candidate| candidate.var == var) && overlap(&mention.members, path)
            };
            let assigns = matches!(&node.body, Body::Assign { target, members, .. }
                if *target == var && is_prefix(members, path) && node.cfg.is_none() && node.region == self.node.region);
            let target = |mention: &Mention| assigns && mention.context == Context::Assign;
            let hits = |mention: &&Mention| {
                hit(mention) && !target(mention) && (!this || mention.epilogue) && counts(node, mention)
            };
            if node.mentions.iter().any(|mention| hits(&mention) && !(this && mention.epilogue && !is_let_else(node))) {
                return true;
            }
            if assigns {
                return false;
            }
        }
        false
    }

    fn mode(&self, mention: &Mention, resolved: &Resolved) -> Mode {
        if self.is_target(mention) {
            return Mode::Assign;
        }
        let bind = resolved.access_of(mention.var(), &mention.members, mention.epilogue).map(|(_, access)| access.bind);
        let value = self.by_value(mention);
        let through = matches!(&mention.context, Context::Receiver(method) if shows_order(method));
        if through && !matches!(bind, Some(Bind::Own | Bind::Unique)) {
            return Mode::Through;
        }
        match bind {
            Some(Bind::Dynamic) if value && self.is_field_outside(mention) => Mode::Again,
            Some(Bind::Dynamic) if value => {
                let again = !mention.at.nested
                    && !self.is_foreign(mention.var())
                    && self.needed_later(mention.var(), &mention.members)
                    && !self.assigned_from_here(mention.var(), &mention.members);
                if again { Mode::Again } else { Mode::Last }
            }
            Some(Bind::Dynamic) if self.writes(mention) => Mode::Exclusive,
            Some(Bind::Dynamic) if self.reaches(mention) => Mode::Receiver,
            Some(Bind::Reach) => Mode::Receiver,
            // The value moves into the node: what it makes cannot borrow from its own local.
            Some(Bind::Own) => Mode::Last,
            Some(Bind::Copied) => Mode::Again,
            Some(Bind::Shared) if value => Mode::Again,
            Some(Bind::Unique | Bind::Either) => Mode::Exclusive,
            _ => Mode::Read,
        }
    }
}

/// Whether a mention in `context` changes the variable.
pub fn writes(var: &Var, context: &Context) -> bool {
    match context {
        Context::Write | Context::Assign => true,
        Context::Receiver(method) if var.origin == Origin::Capture => is_mutator(method),
        Context::Receiver(method) => mutable(var) && !is_reader(method),
        _ => false,
    }
}

/// `x.method()` without `mut`, where `x` may turn out to be a `&mut _`.
pub fn reaches(var: &Var, context: &Context) -> bool {
    match context {
        Context::Receiver(method) => {
            !mutable(var) && !is_reader(method) && matches!(var.origin, Origin::Let | Origin::Temp | Origin::Bound)
        }
        _ => false,
    }
}

fn mutable(var: &Var) -> bool {
    var.mutable || var.exclusive_ref
}

fn is_let_else(node: &Node) -> bool {
    matches!(node.body, Body::Let { diverge: Some(_), .. })
}

/// The outermost of the places that the mentions use.
fn paths(mentions: &[&Mention]) -> Vec<Vec<Member>> {
    let mut found: Vec<Vec<Member>> = Vec::new();
    for mention in mentions {
        let path = if mention.hidden { &[][..] } else { &mention.members[..] };
        if found.iter().any(|known| is_prefix(known, path)) {
            continue;
        }
        found.retain(|known| !is_prefix(path, known));
        found.push(path.to_vec());
    }
    found
}
