//! Plain text, for a terminal.

use std::fmt::{self, Display, Formatter};

use super::{Content, caption, group};
use crate::describe::plain::one_line;
use crate::describe::{EdgeInfo, Exit, GraphInfo, NodeInfo, NodeKind};

/// The nodes in program order, each with what it waits for; those of a region stand further in.
///
/// ```text
/// solar (src/main.rs): 4 nodes, 3 deep, 2 wide
///   0 load
///   1 daily_flags  waits for 0 load (flow raw)
///   2 score        waits for 0 load (flow raw), 1 daily_flags (flow flags)
///   3 clean        waits for 0 load (flow raw), 2 score (anti raw)
/// ```
impl Display for GraphInfo {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let counts = format!("{} nodes, {} deep, {} wide", self.len(), self.depth(), self.width());
        writeln!(f, "{} ({}): {counts}", self.name(), self.file())?;
        let mut rows = Vec::new();
        add_rows(self, None, 0, &mut rows);
        let widths = rows.iter().map(|row| super::columns(&row.head));
        let column = widths.filter(|&columns| columns <= 32).max().unwrap_or(0);
        let digits = self.nodes().last().map_or(1, |node| node.id().to_string().len());
        for Row { id, head, waits } in rows {
            let pad = " ".repeat((column + 2).saturating_sub(super::columns(&head)).max(2));
            writeln!(f, "{}", format!("  {id:>digits$} {head}{pad}{waits}").trim_end())?;
        }
        Ok(())
    }
}

/// A node, or (without a number) the label of a branch.
struct Row {
    id: String,
    head: String,
    waits: String,
}

/// The rows of a region, or of the body, and of all in it.
fn add_rows(graph: &GraphInfo, region: Option<usize>, depth: usize, rows: &mut Vec<Row>) {
    let indent = |depth: usize, text: &str| format!("{}{text}", "  ".repeat(depth));
    for node in graph.nodes_in(region) {
        rows.push(Row {
            id: node.id().to_string(),
            head: indent(depth, &head(graph, node)),
            waits: waits(graph, node),
        });
        match group(graph, node).map(|group| group.content) {
            None => {}
            Some(Content::Nodes(region)) => add_rows(graph, Some(region.id()), depth + 1, rows),
            Some(Content::Regions(regions)) => {
                for region in regions {
                    let head = indent(depth, &format!("- {}", one_line(region.label())));
                    rows.push(Row { id: String::new(), head, waits: String::new() });
                    add_rows(graph, Some(region.id()), depth + 2, rows);
                }
            }
        }
    }
}

/// The label, and what is worth knowing about the node: `check [guard]`.
fn head(graph: &GraphInfo, node: &NodeInfo) -> String {
    let group = group(graph, node);
    let label = match &group {
        Some(group) => group.title(),
        None if node.is_next() => caption(node),
        None => node.label().to_owned(),
    };
    let glue = node.kind() == NodeKind::Glue && group.is_none() && !node.is_next();
    let marks = [
        ("pipeline", node.kind() == NodeKind::Pipeline),
        ("glue", glue && !node.is_return() && !node.is_yield()),
        ("return", node.is_return()),
        ("yield", node.is_yield()),
        ("effect", node.effect()),
        ("may exit", node.exit() == Exit::May),
        ("guard", node.exit() == Exit::Guard),
        ("inline", node.inline()),
    ];
    let marks: Vec<&str> = marks.into_iter().filter(|(_, set)| *set).map(|(mark, _)| mark).collect();
    match marks[..] {
        [] => one_line(&label),
        _ => format!("{} [{}]", one_line(&label), marks.join(", ")),
    }
}

/// `waits for 0 load (flow raw), 2 score (anti raw)`, or nothing.
fn waits(graph: &GraphInfo, node: &NodeInfo) -> String {
    let edges: Vec<EdgeInfo> = graph.edges().iter().filter(|edge| edge.to() == node.id()).cloned().collect();
    let earlier = |pair: &[EdgeInfo]| {
        let earlier = graph.node(pair[0].from()).expect("edges join shown nodes");
        let reasons: Vec<String> = pair.iter().map(reason).collect();
        let before = if pair[0].carried() { " of the iteration before" } else { "" };
        format!("{} {}{before} ({})", earlier.id(), one_line(earlier.label()), reasons.join(", "))
    };
    let waits: Vec<String> = edges.chunk_by(EdgeInfo::joins_as).map(earlier).collect();
    if waits.is_empty() { String::new() } else { format!("waits for {}", waits.join(", ")) }
}

fn reason(edge: &EdgeInfo) -> String {
    match edge.value() {
        Some(value) => format!("{} {value}", edge.hazard().name()),
        None => edge.hazard().name().to_owned(),
    }
}
