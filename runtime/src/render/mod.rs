//! Pictures of a graph: one walk, several writers.
//!
//! Every writer draws the same things, gathered here: a box per node, a box around each region, an arrow per ordered
//! pair, and text that is cleaned of what no picture can show. A writer adds the syntax and the escapes of its format, and nothing else.

mod dot;
mod json;
mod layout;
mod mermaid;
mod nest;
mod svg;
mod text;

use std::fmt::Write;

use crate::describe::plain::visible;
use crate::describe::{EdgeInfo, GraphInfo, Hazard, NodeInfo, RegionInfo, RegionKind};

/// One arrow: all drawn edges between two nodes.
struct Arrow {
    /// Position of the earlier node.
    from: usize,
    /// Position of the later node.
    to: usize,
    /// It leads to the next iteration, and is drawn back.
    carried: bool,
    /// The first of the hazards, which gives the style.
    hazard: Hazard,
    /// `raw, flags`, or `anti: raw`; empty for a flow of temporaries.
    label: String,
}

/// The arrows of `graph`, by later node.
fn arrows(graph: &GraphInfo) -> Vec<Arrow> {
    let at = |id| graph.index_of(id).expect("edges join shown nodes");
    let pairs = graph.edges().chunk_by(EdgeInfo::joins_as);
    let arrow = |pair: &[EdgeInfo]| Arrow {
        from: at(pair[0].from()),
        to: at(pair[0].to()),
        carried: pair[0].carried(),
        hazard: pair[0].hazard(),
        label: label(pair),
    };
    pairs.map(arrow).collect()
}

/// `flow` is not named, as most edges are: `raw, flags`; `anti: raw, output: raw`; `effect`.
fn label(pair: &[EdgeInfo]) -> String {
    let kinds = pair.chunk_by(|a, b| a.hazard() == b.hazard()).map(|kind| {
        let values: Vec<&str> = kind.iter().filter_map(|edge| edge.value()).collect();
        match (kind[0].hazard(), values.is_empty()) {
            (Hazard::Flow, _) => values.join(", "),
            (hazard, true) => hazard.name().to_owned(),
            (hazard, false) => format!("{}: {}", hazard.name(), values.join(", ")),
        }
    });
    kinds.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A colour that can be told from white and from black paper.
fn colour(hazard: Hazard) -> &'static str {
    match hazard {
        Hazard::Flow => "#6f7f94",
        Hazard::Anti => "#bf6f0a",
        Hazard::Output => "#b257c9",
        Hazard::Effect => "#2b8a5b",
        Hazard::Exit => "#d64545",
    }
}

impl Arrow {
    fn is_dashed(&self) -> bool {
        self.carried || self.hazard != Hazard::Flow
    }
}

/// What stands in the box: the label, and that it is returned.
fn caption(node: &NodeInfo) -> String {
    match (node.is_return(), node.is_yield(), node.is_next()) {
        (true, ..) => format!("return {}", node.label()),
        (_, true, _) => format!("yield {}", node.label()),
        (.., true) => format!("next {}", node.values().collect::<Vec<_>>().join(", ")),
        _ => node.label().to_owned(),
    }
}

/// A node with regions, as a box with other things in it.
struct Group<'g> {
    owner: &'g NodeInfo,
    content: Content<'g>,
}

/// What is in the box of a node with regions.
enum Content<'g> {
    /// The nodes of its only region.
    Nodes(&'g RegionInfo),
    /// A box for each region.
    Regions(Vec<&'g RegionInfo>),
}

/// The box of a node with regions; `None` for one without.
fn group<'g>(graph: &'g GraphInfo, node: &'g NodeInfo) -> Option<Group<'g>> {
    let regions: Vec<&RegionInfo> = graph.regions_of(node.id()).collect();
    let content = match regions[..] {
        [] => return None,
        [only] if only.kind() != RegionKind::Branch || matches!(only.label(), "" | "then") => Content::Nodes(only),
        _ => Content::Regions(regions),
    };
    Some(Group { owner: node, content })
}

impl Group<'_> {
    /// The title of the box: what the node is, and the window of its loop.
    fn title(&self) -> String {
        match self.window() {
            Some(window) => format!("{}, window {window}", self.owner.label()),
            None => self.owner.label().to_owned(),
        }
    }

    fn window(&self) -> Option<&str> {
        match &self.content {
            Content::Nodes(region) => region.window(),
            Content::Regions(_) => None,
        }
    }

    /// What the only region is; a node with several is no loop.
    fn kind(&self) -> RegionKind {
        match &self.content {
            Content::Nodes(region) => region.kind(),
            Content::Regions(_) => RegionKind::Branch,
        }
    }
}

/// The line around a region.
fn border(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Branch => "#8b929c",
        RegionKind::Loop => "#9b7ede",
        RegionKind::For => "#5a93d0",
    }
}

/// What a pointer over the node shows: the full label, the task's path, the place.
fn tooltip(node: &NodeInfo) -> String {
    let mut text = node.task().map_or_else(|| node.label().to_owned(), |task| task.path.to_owned());
    write!(text, "\n{}:{}:{}", node.file(), node.line(), node.column()).expect("writing to a string");
    if !node.serial_calls().is_empty() {
        write!(text, "\nserially: {}", node.serial_calls().join(", ")).expect("writing to a string");
    }
    paragraph(&text)
}

/// The text with what cannot be shown replaced, and its line ends kept.
fn paragraph(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// How wide the lines of a box may be, in columns.
const BOX_COLUMNS: usize = 32;
/// How wide the lines beside an arrow may be, in columns.
const ARROW_COLUMNS: usize = 24;

/// The lines of a label, at most four of at most `width` columns: what is longer ends in an ellipsis.
fn lines(label: &str, width: usize) -> Vec<String> {
    const MOST: usize = 4;
    let mut lines = Vec::new();
    label.lines().map(visible).for_each(|line| wrap(line.trim(), width, &mut lines));
    lines.retain(|line| !line.is_empty());
    if lines.len() > MOST {
        lines.truncate(MOST);
        lines[MOST - 1].push('…');
    }
    lines
}

/// Cuts `line` into pieces of at most `width` columns, where a reader would.
fn wrap(line: &str, width: usize, pieces: &mut Vec<String>) {
    let mut rest = line;
    while columns(rest) > width {
        let (piece, more) = rest.split_at(cut(rest, width));
        pieces.push(piece.trim_end().to_owned());
        rest = more.trim_start();
    }
    pieces.push(rest.to_owned());
}

/// Where to cut a text that is wider than `width`: after the last space or opening or separating mark, or else
/// anywhere.
fn cut(text: &str, width: usize) -> usize {
    let mut wide = 0;
    let mut good = None;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        wide += columns_of(c);
        if wide > width && end > 0 {
            break;
        }
        end = at + c.len_utf8();
        if matches!(c, ' ' | ',' | '(' | ':' | '.' | '|' | '{' | '[' | ';')
            && !text[end..].starts_with(c)
            && wide * 3 > width
        {
            good = Some(end);
        }
    }
    good.unwrap_or(end)
}

/// How many columns of a terminal, or of a fixed-width font, the text takes; rather too many than too few.
fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// After East Asian Width (Unicode Standard Annex 11), with what combines at zero and every pictograph at two.
fn columns_of(c: char) -> usize {
    match c as u32 {
        0x0300..=0x036f | 0x200b..=0x200f | 0x20d0..=0x20ff | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f | 0x231a..=0x23ff | 0x25fd..=0x27bf | 0x2b00..=0x2bff | 0x2e80..=0xa4cf | 0xa960..=0xa97f => 2,
        0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfb50..=0xfdff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 => 2,
        0x1b000..=0x1b2ff | 0x1f000..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests;
