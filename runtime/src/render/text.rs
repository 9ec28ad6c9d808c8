//! Plain text, for a terminal.

use std::fmt::{self, Display, Formatter};

use crate::describe::plain::one_line;
use crate::describe::{EdgeInfo, Exit, GraphInfo, NodeInfo, NodeKind};

/// The nodes in program order, each with what it waits for.
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
        let rows: Vec<(String, String)> = self.nodes().iter().map(|node| (head(node), waits(self, node))).collect();
        let column =
            rows.iter().map(|(head, _)| super::columns(head)).filter(|&columns| columns <= 32).max().unwrap_or(0);
        let digits = self.nodes().last().map_or(1, |node| node.id().to_string().len());
        for (node, (head, waits)) in self.nodes().iter().zip(rows) {
            let pad = " ".repeat((column + 2).saturating_sub(super::columns(&head)).max(2));
            writeln!(f, "{}", format!("  {:>digits$} {head}{pad}{waits}", node.id()).trim_end())?;
        }
        Ok(())
    }
}

/// The label, and what is worth knowing about the node: `check [guard]`.
fn head(node: &NodeInfo) -> String {
    let marks = [
        ("pipeline", node.kind() == NodeKind::Pipeline),
        ("glue", node.kind() == NodeKind::Glue && !node.is_return()),
        ("return", node.is_return()),
        ("effect", node.effect()),
        ("may exit", node.exit() == Exit::May),
        ("guard", node.exit() == Exit::Guard),
        ("inline", node.inline()),
    ];
    let marks: Vec<&str> = marks.into_iter().filter(|(_, set)| *set).map(|(mark, _)| mark).collect();
    match marks[..] {
        [] => one_line(node.label()),
        _ => format!("{} [{}]", one_line(node.label()), marks.join(", ")),
    }
}

/// `waits for 0 load (flow raw), 2 score (anti raw)`, or nothing.
fn waits(graph: &GraphInfo, node: &NodeInfo) -> String {
    let edges: Vec<EdgeInfo> = graph.edges().iter().filter(|edge| edge.to() == node.id()).copied().collect();
    let earlier = |pair: &[EdgeInfo]| {
        let earlier = graph.node(pair[0].from()).expect("edges join shown nodes");
        let reasons: Vec<String> = pair.iter().map(reason).collect();
        format!("{} {} ({})", earlier.id(), one_line(earlier.label()), reasons.join(", "))
    };
    let waits: Vec<String> = edges.chunk_by(|a, b| a.from() == b.from()).map(earlier).collect();
    if waits.is_empty() { String::new() } else { format!("waits for {}", waits.join(", ")) }
}

fn reason(edge: &EdgeInfo) -> String {
    match edge.value() {
        Some(value) => format!("{} {value}", edge.hazard().name()),
        None => edge.hazard().name().to_owned(),
    }
}
