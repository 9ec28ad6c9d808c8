//! Graphviz DOT.

use std::fmt::Write;

use super::{ARROW_COLUMNS, BOX_COLUMNS, arrows, caption, colour, lines, tooltip};
use crate::describe::{Direction, GraphInfo, Hazard, NodeInfo, NodeKind};

impl GraphInfo {
    /// The graph in the DOT language of [Graphviz](https://graphviz.org/doc/info/lang.html).
    ///
    /// Tasks are rounded boxes, pipelines boxes with double sides, glue is grey. Flows are solid and carry the
    /// value's name; other hazards are dashed and carry their own. The colours read on light and dark paper.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let p = pipeline! { inc(1) };
    /// std::fs::write(std::env::temp_dir().join("inc.dot"), p.graph().to_dot())?;
    /// # std::io::Result::Ok(())
    /// ```
    pub fn to_dot(&self) -> String {
        let mut out = String::new();
        write_dot(self, &mut out).expect("writing to a string");
        out
    }
}

fn write_dot(graph: &GraphInfo, out: &mut String) -> std::fmt::Result {
    let rankdir = match graph.direction() {
        Direction::TopDown => "TB",
        Direction::LeftToRight => "LR",
    };
    writeln!(out, "digraph \"{}\" {{", escape(graph.name()))?;
    writeln!(out, "  graph [rankdir={rankdir}, bgcolor=transparent];")?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", color=\"#2b6cb0\", fontcolor=white, fontname=monospace, fontsize=12];"
    )?;
    writeln!(out, "  edge [color=\"{0}\", fontcolor=\"{0}\", fontname=monospace, fontsize=10];", colour(Hazard::Flow))?;
    for node in graph.nodes() {
        let (label, tooltip) = (multiline(&caption(node), BOX_COLUMNS), escape(&tooltip(node)));
        writeln!(out, "  n{} [label=\"{label}\", tooltip=\"{tooltip}\"{}];", node.id(), style(node))?;
    }
    for arrow in arrows(graph) {
        let [from, to] = [arrow.from, arrow.to].map(|at| graph.nodes()[at].id());
        write!(out, "  n{from} -> n{to} [label=\"{}\"", multiline(&arrow.label, ARROW_COLUMNS))?;
        if arrow.hazard != Hazard::Flow {
            write!(out, ", style=dashed, color=\"{0}\", fontcolor=\"{0}\"", colour(arrow.hazard))?;
        }
        writeln!(out, "];")?;
    }
    writeln!(out, "}}")
}

fn style(node: &NodeInfo) -> &'static str {
    match node.kind() {
        NodeKind::Task => "",
        NodeKind::Pipeline => ", peripheries=2, style=filled, color=\"#6b46c1\"",
        NodeKind::Glue => {
            ", style=rounded, color=\"#7b828c\", fontcolor=\"#7b828c\", fontsize=10, margin=\"0.08,0.04\", height=0.3"
        }
    }
}

fn multiline(label: &str, width: usize) -> String {
    lines(label, width).iter().map(|line| escape(line)).collect::<Vec<_>>().join("\\n")
}

/// Inside quotes of an `escString`: `\N` and the like are escapes, and HTML entities are read.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;").replace('\n', "\\n")
}
