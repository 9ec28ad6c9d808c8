//! Boxes in boxes: every region is laid out as a graph of its own, then stands as one box in the graph around it.
//!
//! From inside to outside, so that each layout knows the sizes of its boxes; a part has coordinates from its own
//! corner until the part around it has moved it into place.

use super::layout::{self, Beside, Extent, Input, Layout, Link, Point, Route};
use super::{Arrow, Content, border, group};
use crate::describe::{GraphInfo, NodeInfo};

/// How large things are, along the arrows and across them.
pub(super) struct Sizes<'a> {
    pub(super) node: &'a dyn Fn(&NodeInfo) -> Extent,
    pub(super) label: &'a dyn Fn(&str) -> Option<Beside>,
    pub(super) title: &'a dyn Fn(&str) -> Extent,
    /// Space between two boxes of a layer.
    pub(super) gap: f64,
    /// Arrows run to the right. Titles are at the top in any case.
    pub(super) turned: bool,
}

/// A part of the picture with all that is in it.
#[derive(Default)]
pub(super) struct Part {
    pub(super) size: Extent,
    /// Position of a node, and the centre of its box.
    pub(super) nodes: Vec<(usize, Point)>,
    /// Number of an arrow, and its line.
    pub(super) routes: Vec<(usize, Route)>,
    /// The boxes around regions, each before those inside it.
    pub(super) frames: Vec<Frame>,
}

/// The box around a region, or around those of a node.
pub(super) struct Frame {
    /// The corner with the smallest coordinates.
    pub(super) corner: Point,
    pub(super) size: Extent,
    pub(super) title: String,
    pub(super) line: &'static str,
    /// The node whose box this is; `None` for one of its branches.
    pub(super) owner: Option<usize>,
}

/// Space between a frame and what is in it.
const PAD: f64 = 12.0;
/// Space between two branches.
const BRANCH_GAP: f64 = 12.0;

/// Lays out a region, or the body, and all that is in it.
pub(super) fn part(graph: &GraphInfo, arrows: &[Arrow], sizes: &Sizes<'_>, region: Option<usize>) -> Part {
    let members: Vec<&NodeInfo> = graph.nodes_in(region).collect();
    let parts: Vec<Part> = members.iter().map(|node| box_of(graph, arrows, sizes, node)).collect();
    let member = |at: usize| members.iter().position(|node| node.id() == graph.nodes()[at].id());
    let link = |arrow: &Arrow| {
        Some(Link { from: member(arrow.from)?, to: member(arrow.to)?, label: (sizes.label)(&arrow.label) })
    };
    let (mut links, mut back) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for (number, arrow) in arrows.iter().enumerate() {
        let Some(link) = link(arrow) else { continue };
        let (numbers, links) = if arrow.carried { &mut back } else { &mut links };
        numbers.push(number);
        links.push(link);
    }
    let boxes = parts.iter().map(|part| part.size).collect();
    let layout = layout::layout(&Input { boxes, arrows: links.1, back: back.1, gap: sizes.gap });
    assemble(layout, parts, links.0.into_iter().chain(back.0))
}

/// Puts parts and arrows where the layout says.
fn assemble(layout: Layout, parts: Vec<Part>, numbers: impl Iterator<Item = usize>) -> Part {
    let mut whole = Part { size: layout.size, ..Part::default() };
    for (mut part, centre) in parts.into_iter().zip(layout.boxes) {
        part.shift((centre.0 - part.size.along / 2.0, centre.1 - part.size.across / 2.0));
        whole.take(part);
    }
    whole.routes.extend(numbers.zip(layout.routes.into_iter().chain(layout.back)));
    whole
}

/// The box of a node: its caption, or its regions.
fn box_of(graph: &GraphInfo, arrows: &[Arrow], sizes: &Sizes<'_>, node: &NodeInfo) -> Part {
    let at = graph.index_of(node.id()).expect("a shown node");
    let Some(group) = group(graph, node) else {
        let size = (sizes.node)(node);
        return Part { size, nodes: vec![(at, (size.along / 2.0, size.across / 2.0))], ..Part::default() };
    };
    let content = match &group.content {
        Content::Nodes(region) => part(graph, arrows, sizes, Some(region.id())),
        Content::Regions(regions) => beside(regions.iter().map(|region| {
            let inner = part(graph, arrows, sizes, Some(region.id()));
            framed(inner, sizes, region.label().to_owned(), border(region.kind()), None)
        })),
    };
    framed(content, sizes, group.title(), border(group.kind()), Some(at))
}

/// Parts side by side, their beginnings in line.
fn beside(parts: impl Iterator<Item = Part>) -> Part {
    let mut whole = Part::default();
    for mut part in parts {
        let start = if whole.size.across > 0.0 { whole.size.across + BRANCH_GAP } else { 0.0 };
        whole.size = Extent { along: whole.size.along.max(part.size.along), across: start + part.size.across };
        part.shift((0.0, start));
        whole.take(part);
    }
    whole
}

/// The part with a frame around it and a title above.
fn framed(mut part: Part, sizes: &Sizes<'_>, title: String, line: &'static str, owner: Option<usize>) -> Part {
    let text = (sizes.title)(&title);
    let inner = part.size;
    let (before, size) = if sizes.turned {
        let along = inner.along.max(text.along);
        ((PAD + (along - inner.along) / 2.0, PAD + text.across), Extent { along, across: inner.across + text.across })
    } else {
        let across = inner.across.max(text.across);
        ((PAD + text.along, PAD + (across - inner.across) / 2.0), Extent { along: inner.along + text.along, across })
    };
    part.shift(before);
    part.size = Extent { along: size.along + 2.0 * PAD, across: size.across + 2.0 * PAD };
    part.frames.insert(0, Frame { corner: (0.0, 0.0), size: part.size, title, line, owner });
    part
}

impl Part {
    fn shift(&mut self, by: Point) {
        let moved = |point: Point| (point.0 + by.0, point.1 + by.1);
        self.nodes.iter_mut().for_each(|(_, centre)| *centre = moved(*centre));
        self.frames.iter_mut().for_each(|frame| frame.corner = moved(frame.corner));
        self.routes.iter_mut().for_each(|(_, route)| route.shift(by));
    }

    /// Adds all that is in `other`.
    fn take(&mut self, other: Part) {
        self.nodes.extend(other.nodes);
        self.routes.extend(other.routes);
        self.frames.extend(other.frames);
    }
}
