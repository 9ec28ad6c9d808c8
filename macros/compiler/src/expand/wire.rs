//! Writes the spec down: as bytes, and lists of what only rustc can tell.
//!
//! The other end is `spec/wire.rs` of the runtime: the fields of its types, in their order, are what is written here.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Member, Path};

use super::Expander;
use super::spec::{Place, info_of, is_receiver};
use crate::ir::{Body, Exit, Facts, Kind, Mention, Node, NodeId, Origin, Region, RegionKind, Var, VarId};
use crate::names::{Key, member_name};
use crate::resolve::{Mode, Resolved};

/// What is written so far.
#[derive(Default)]
struct Wire {
    places: Bytes,
    nodes: Bytes,
    uses: Bytes,
    use_count: u32,
    /// Uses that depend on what only rustc can tell.
    special: Vec<TokenStream>,
    defines: Vec<u16>,
    serial_calls: Vec<String>,
    text: String,
    tasks: Vec<TokenStream>,
    /// The callees among the tasks: one that is called often stands there once.
    known: BTreeMap<Vec<Key>, usize>,
    facts: Vec<TokenStream>,
    conditions: Vec<TokenStream>,
}

/// Plain data, the lowest byte of a number first.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    fn short(&mut self, number: usize) {
        self.0.extend((number as u16).to_le_bytes());
    }

    fn number(&mut self, number: usize) {
        self.0.extend((number as u32).to_le_bytes());
    }

    fn list(&mut self, (start, end): (usize, usize)) {
        self.number(start);
        self.number(end);
    }

    fn literal(&self) -> Literal {
        Literal::byte_string(&self.0)
    }
}

impl Wire {
    /// Where a name stands in the text.
    fn name(&mut self, name: &str) -> (usize, usize) {
        let start = self.text.len();
        self.text.push_str(name);
        (start, self.text.len())
    }

    /// The number of a condition, from 1; 0 for none.
    fn condition(&mut self, condition: &Option<TokenStream>) -> usize {
        let Some(condition) = condition else { return 0 };
        self.conditions.push(condition.clone());
        self.conditions.len()
    }

    /// The number of a task, from 1.
    fn task(&mut self, tokens: TokenStream) -> usize {
        self.tasks.push(tokens);
        self.tasks.len()
    }

    fn callee(&mut self, path: &Path, private: &TokenStream) -> usize {
        let key: Vec<Key> = path.segments.iter().map(|segment| Key::of(&segment.ident)).collect();
        // `a::b` and `::a::b` are two things.
        let simple = path.leading_colon.is_none();
        if let Some(task) = self.known.get(&key).filter(|_| simple) {
            return *task;
        }
        let (info, hidden) = (info_of(path), crate::hidden(proc_macro2::Span::call_site()));
        let task = self.task(quote_spanned!(hidden=> #private::Some(&#info)));
        if simple {
            self.known.insert(key, task);
        }
        task
    }
}

impl Expander<'_> {
    /// The constant that holds the spec.
    pub fn spec(&self, places: &[Place]) -> TokenStream {
        let (private, name, nodes) = (&self.private, &self.program.name, self.node_count());
        let mut wire = Wire::default();
        places.iter().for_each(|place| self.place(&mut wire, place));
        (0..self.program.nodes.len()).for_each(|id| self.node(&mut wire, id, places));
        self.dropped.iter().for_each(|var| self.drop_node(&mut wire, *var));
        self.kept.iter().for_each(|kept| write_drop(&mut wire, (0, 0), 0, 0, kept.region, (0, true)));
        let regions = self.program.regions.iter().map(|region| self.region_spec(region));
        let (place_bytes, node_bytes, use_bytes) = (wire.places.literal(), wire.nodes.literal(), wire.uses.literal());
        let (places, uses) = (places.len(), wire.use_count as usize);
        let Wire { special, defines, serial_calls, text, tasks, facts, conditions, .. } = &wire;
        let allow = &self.allow;
        quote_spanned! {self.hidden=>
            #allow
            const __SUPERSCALAR_SPEC: &#private::Spec = {
                const __SUPERSCALAR_TASKS: &[#private::Option<&#private::TaskInfo>] = &[#(#tasks),*];
                const __SUPERSCALAR_CONDITIONS: &[#private::bool] = &[#(#private::cfg!(#conditions)),*];
                const __SUPERSCALAR_PLACES: &[#private::PlaceSpec; #places] = &#private::places(#place_bytes);
                const __SUPERSCALAR_FACTS: &[#private::Facts; #places] =
                    &#private::facts_of(__SUPERSCALAR_PLACES, __SUPERSCALAR_TASKS, &[#(#facts),*]);
                const __SUPERSCALAR_NODES: &[#private::NodeSpec; #nodes] = &#private::nodes(#node_bytes);
                const __SUPERSCALAR_USES: &[#private::Use; #uses] =
                    &#private::uses(#use_bytes, &[#(#special),*], __SUPERSCALAR_CONDITIONS);
                &#private::Spec {
                    name: #name,
                    file: #private::file!(),
                    text: #text,
                    places: __SUPERSCALAR_PLACES,
                    facts: __SUPERSCALAR_FACTS,
                    nodes: __SUPERSCALAR_NODES,
                    enabled: &#private::enabled(
                        __SUPERSCALAR_NODES, __SUPERSCALAR_USES, __SUPERSCALAR_FACTS, __SUPERSCALAR_CONDITIONS,
                    ),
                    uses: __SUPERSCALAR_USES,
                    defines: &[#(#defines),*],
                    serial_calls: &[#(#serial_calls),*],
                    tasks: __SUPERSCALAR_TASKS,
                    regions: &[#(#regions),*],
                }
            };
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

    fn place(&self, wire: &mut Wire, place: &Place) {
        let var = &self.program.vars[place.var];
        let name = match &place.path[..] {
            [] => wire.name(&var.name),
            path => {
                let name = path.iter().fold(var.name.clone(), |name, part| format!("{name}.{}", member_name(part)));
                wire.name(&name)
            }
        };
        let (given, number) = if place.path.is_empty() { self.given(wire, var) } else { (0, 0) };
        let temporary = matches!(var.origin, Origin::Temp | Origin::Iterator);
        let bytes = &mut wire.places;
        bytes.list(name);
        bytes.short(place.parent.unwrap_or(usize::from(u16::MAX)));
        bytes.short(var.region);
        [var.lent, var.keep, temporary].iter().for_each(|flag| bytes.byte(u8::from(*flag)));
        bytes.byte(given);
        bytes.number(number);
    }

    /// From where the facts about a variable come: from nowhere, from syntax, or from a list.
    fn given(&self, wire: &mut Wire, var: &Var) -> (u8, usize) {
        // A condition decides whether the callee exists at all.
        if var.cfg.is_some() {
            return (0, 0);
        }
        if var.exclusive_ref {
            return (3, 0);
        }
        let written = |wire: &mut Wire, tokens: TokenStream| {
            wire.facts.push(tokens);
            (4, wire.facts.len() - 1)
        };
        match &var.facts {
            Facts::Unknown => (0, 0),
            Facts::Settled => (1, 0),
            Facts::Primitive => (2, 0),
            Facts::Type(ty) => written(wire, crate::task::ascribed_facts(ty, &self.private)),
            Facts::Tokens(tokens) => written(wire, tokens.clone()),
            Facts::Output(path) => (5, wire.callee(path, &self.private) - 1),
            Facts::Success(path) => (6, wire.callee(path, &self.private) - 1),
            Facts::Associated | Facts::AssociatedSuccess => match self.associated_of(var) {
                Some(definer) => {
                    let given = if matches!(var.facts, Facts::Associated) { 5 } else { 6 };
                    (given, wire.task(self.task_name(definer).into_token_stream()) - 1)
                }
                None => (0, 0),
            },
        }
    }

    fn node(&self, wire: &mut Wire, id: NodeId, places: &[Place]) {
        let node = &self.program.nodes[id];
        let kind = match node.kind {
            Kind::Call(_) | Kind::Associated(_) | Kind::Foreign => 0,
            Kind::Glue => 1,
            Kind::Tail => 2,
        };
        let exit = match node.exit {
            Exit::Never => 0,
            Exit::May => 1,
            Exit::Guard => 2,
        };
        let yields = matches!(node.body, Body::Tail(_) | Body::Yield(_)) && node.region != crate::ir::BODY;
        let label = wire.name(&node.label);
        let called = match &node.kind {
            Kind::Associated(function) => wire.name(&function.label()),
            _ => (0, 0),
        };
        let (uses, relates) = self.uses(wire, id, node, places);
        let defines = (wire.defines.len(), wire.defines.len() + node.defines.len());
        wire.defines.extend(node.defines.iter().map(|var| *var as u16));
        let serial_calls = (wire.serial_calls.len(), wire.serial_calls.len() + node.serial_calls.len());
        wire.serial_calls.extend(node.serial_calls.iter().cloned());
        let (task, condition) = (self.task(wire, id, node), wire.condition(&node.cfg));
        let start = node.span.start();
        let bytes = &mut wire.nodes;
        [label, called, uses, defines, serial_calls].into_iter().for_each(|list| bytes.list(list));
        bytes.number(if node.end > id + 1 { node.end } else { 0 });
        bytes.number(start.line);
        bytes.number(start.column + 1);
        [task, node.region, condition].into_iter().for_each(|number| bytes.short(number));
        bytes.byte(kind);
        bytes.byte(exit);
        [node.effect, yields, false, relates].into_iter().for_each(|flag| bytes.byte(u8::from(flag)));
    }

    /// The number of the callee in the list, from 1.
    fn task(&self, wire: &mut Wire, id: NodeId, node: &Node) -> usize {
        let private = &self.private;
        match &node.kind {
            Kind::Call(path) if node.cfg.is_none() => wire.callee(path, private),
            Kind::Call(path) => {
                let (info, cfg, off) = (info_of(path), self.cfg(&node.cfg), self.cfg_not(&node.cfg));
                wire.task(quote_spanned!(self.hidden=> { #cfg { #private::Some(&#info) } #off { #private::None } }))
            }
            Kind::Associated(_) => wire.task(self.task_name(id).into_token_stream()),
            Kind::Foreign | Kind::Glue | Kind::Tail => 0,
        }
    }

    /// Where the uses of a node stand, and whether values may come to hold others by them.
    fn uses(&self, wire: &mut Wire, id: NodeId, node: &Node, places: &[Place]) -> ((usize, usize), bool) {
        let first = wire.use_count as usize;
        let mut relates = false;
        let resolved = &self.resolved[id];
        if let Body::Next { .. } = node.body {
            // What is mentioned in regions is used by the nodes there.
            let iterator = self.program.regions[node.region].iterator.expect("a `for` has an iterator");
            write_use(wire, iterator, Mode::Exclusive, (0, false), 0);
            write_use(wire, iterator, Mode::Item, (0, false), 1);
        } else {
            for (number, mention) in node.mentions.iter().enumerate() {
                let flows = flows(node, number);
                relates |= flows > 1 || resolved.modes[number] == Mode::Assign;
                let param = (mention.param.map_or(0, |param| 1 + param.min(63)), mention.whole);
                let path = self.used_path(node, mention, resolved);
                for candidate in &mention.candidates {
                    let place = self.place_in(places, candidate.var, path).unwrap_or(candidate.var);
                    let receiver = resolved.modes[number] == Mode::Receiver && is_receiver(node, mention);
                    self.special(wire, id, node, &candidate.cfg, receiver);
                    write_use(wire, place, resolved.modes[number], param, flows);
                }
            }
        }
        if let Body::Yield(_) = node.body {
            // Results are put down in the order of the iterations, as items are taken; the place of the sink stands for that.
            let sink = self.program.regions[node.region].sink.expect("a chain has a sink");
            write_use(wire, sink, Mode::Exclusive, (0, false), 0);
        }
        // A function that is no task may relate all that it is given.
        relates |= matches!(node.kind, Kind::Associated(_));
        ((first, wire.use_count as usize), relates)
    }

    /// Notes of the next use what only rustc can tell.
    fn special(&self, wire: &mut Wire, id: NodeId, node: &Node, cfg: &Option<TokenStream>, receiver: bool) {
        let private = &self.private;
        let associated = matches!(node.kind, Kind::Associated(_));
        if !associated && cfg.is_none() {
            return;
        }
        let (number, condition) = (wire.use_count, wire.condition(cfg) as u16);
        let task = match associated {
            true => {
                let task = self.task_name(id);
                quote_spanned!(self.hidden=> #private::Some(#task))
            }
            false => quote_spanned!(self.hidden=> #private::None),
        };
        wire.special.push(quote_spanned! {self.hidden=>
            #private::Special { number: #number, condition: #condition, task: #task, receiver: #receiver }
        });
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

    fn drop_node(&self, wire: &mut Wire, var: VarId) {
        let one = &self.program.vars[var];
        let first = wire.use_count as usize;
        write_use(wire, var, Mode::Exclusive, (0, false), 0);
        let (condition, swept) = (wire.condition(&one.cfg), self.moved[var]);
        write_drop(wire, (first, first + 1), one.ident.span().start().line, 1, one.region, (condition, swept));
    }
}

/// What a mention may lend, and to whom.
fn flows(node: &Node, number: usize) -> u64 {
    let mut flows = u64::from(node.flow.contains(&number));
    for (index, group) in node.groups.iter().enumerate() {
        if group.contains(&number) {
            flows |= 1 << (1 + index.min(61));
        }
    }
    flows | u64::from(node.bound.contains(&number)) << 63
}

/// Writes a use; of the parameter the number, from 1.
fn write_use(wire: &mut Wire, place: usize, mode: Mode, (param, whole): (usize, bool), flows: u64) {
    wire.use_count += 1;
    let bytes = &mut wire.uses;
    bytes.0.extend(flows.to_le_bytes());
    bytes.short(place);
    bytes.byte(number_of(mode));
    bytes.byte((param as u8).wrapping_sub(1));
    bytes.byte(u8::from(whole));
    bytes.0.extend([0; 3]);
}

/// Writes a drop.
fn write_drop(
    wire: &mut Wire,
    uses: (usize, usize),
    line: usize,
    column: usize,
    region: usize,
    (condition, swept): (usize, bool),
) {
    let bytes = &mut wire.nodes;
    [(0, 0), (0, 0), uses, (0, 0), (0, 0)].into_iter().for_each(|list| bytes.list(list));
    [0, line, column].into_iter().for_each(|number| bytes.number(number));
    [0, region, condition].into_iter().for_each(|number| bytes.short(number));
    // A drop that never exits, shows and yields nothing.
    bytes.0.extend([3, 0, 0, 0, u8::from(swept), 0]);
}

fn number_of(mode: Mode) -> u8 {
    match mode {
        Mode::Read => 0,
        Mode::Exclusive => 1,
        Mode::Through => 2,
        Mode::Receiver => 3,
        Mode::Again => 4,
        Mode::Last => 5,
        Mode::Assign => 6,
        Mode::Item => 7,
    }
}
