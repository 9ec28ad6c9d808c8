//! Graphviz DOT.

use std::fmt::Write;

use super::{
    ARROW_COLUMNS, Arrow, BOX_COLUMNS, Content, Group, arrows, border, caption, colour, group, lines, tooltip,
};
use crate::describe::{Direction, GraphInfo, Hazard, NodeInfo, NodeKind, RegionInfo};

impl GraphInfo {
    /// The graph in the DOT language of [Graphviz](https://graphviz.org/doc/info/lang.html).
    ///
    /// Tasks are rounded boxes, pipelines boxes with double sides, glue is grey. Flows are solid and carry the
    /// value's name; other hazards are dashed and carry their own. A node with regions is a cluster; what one iteration
    /// of a `for` hands to the next leads back, dashed. The colours read on light and dark paper.
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
    writeln!(out, "  graph [rankdir={rankdir}, compound=true, bgcolor=transparent];")?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", color=\"#2b6cb0\", fontcolor=white, fontname=monospace, fontsize=12];"
    )?;
    writeln!(out, "  edge [color=\"{0}\", fontcolor=\"{0}\", fontname=monospace, fontsize=10];", colour(Hazard::Flow))?;
    let arrows = arrows(graph);
    let dot = Dot { graph, arrows: &arrows };
    dot.write_nodes(None, "  ", out)?;
    for arrow in &arrows {
        dot.write_arrow(arrow, out)?;
    }
    writeln!(out, "}}")
}

/// A graph about to be written.
struct Dot<'g> {
    graph: &'g GraphInfo,
    arrows: &'g [Arrow],
}

/// A point that nobody sees: arrows end there that a cluster cuts off at its border.
const ANCHOR: &str = "[shape=point, style=invis, label=\"\", width=0.01, height=0.01]";

impl Dot<'_> {
    fn write_nodes(&self, region: Option<usize>, indent: &str, out: &mut String) -> std::fmt::Result {
        for node in self.graph.nodes_in(region) {
            if let Some(group) = group(self.graph, node) {
                self.write_group(&group, indent, out)?;
                continue;
            }
            let (label, tooltip) = (multiline(&caption(node), BOX_COLUMNS), escape(&tooltip(node)));
            writeln!(out, "{indent}n{} [label=\"{label}\", tooltip=\"{tooltip}\"{}];", node.id(), style(node))?;
        }
        Ok(())
    }

    /// A cluster, with an anchor before all that is in it, and one after.
    fn write_group(&self, group: &Group<'_>, indent: &str, out: &mut String) -> std::fmt::Result {
        let (id, inner) = (group.owner.id(), format!("{indent}  "));
        writeln!(out, "{indent}subgraph cluster_n{id} {{")?;
        let (label, tooltip) = (multiline(&group.title(), BOX_COLUMNS), escape(&tooltip(group.owner)));
        let line = border(group.kind());
        writeln!(out, "{inner}graph [label=\"{label}\", tooltip=\"{tooltip}\", {CLUSTER}, color=\"{line}\"];")?;
        writeln!(out, "{inner}n{id} {ANCHOR};\n{inner}n{id}e {ANCHOR};")?;
        match &group.content {
            Content::Nodes(region) => {
                self.write_nodes(Some(region.id()), &inner, out)?;
                self.write_anchors(id, region, &inner, out)?;
            }
            Content::Regions(regions) => {
                for region in regions {
                    let (label, line) = (multiline(region.label(), BOX_COLUMNS), border(region.kind()));
                    writeln!(out, "{inner}subgraph cluster_r{} {{", region.id())?;
                    writeln!(
                        out,
                        "{inner}  graph [label=\"{label}\", {CLUSTER}, style=\"rounded,dashed\", color=\"{line}\"];"
                    )?;
                    self.write_nodes(Some(region.id()), &format!("{inner}  "), out)?;
                    if region.nodes().is_empty() {
                        writeln!(out, "{inner}  r{} {ANCHOR};", region.id())?;
                    }
                    writeln!(out, "{inner}}}")?;
                }
                // Not inside the branches: an anchor named there would belong there.
                regions.iter().try_for_each(|region| self.write_anchors(id, region, &inner, out))?;
            }
        }
        writeln!(out, "{indent}}}")
    }

    /// Keeps the region between the anchors of its owner.
    fn write_anchors(&self, owner: usize, region: &RegionInfo, indent: &str, out: &mut String) -> std::fmt::Result {
        let id = |at: usize| self.graph.nodes()[at].id();
        let forward = || self.arrows.iter().filter(|arrow| !arrow.carried);
        for &node in region.nodes() {
            if !forward().any(|arrow| id(arrow.to) == node) {
                writeln!(out, "{indent}n{owner} -> {} [style=invis];", self.head(node))?;
            }
            if !forward().any(|arrow| id(arrow.from) == node) {
                writeln!(out, "{indent}{} -> n{owner}e [style=invis];", self.tail(node))?;
            }
        }
        if region.nodes().is_empty() {
            writeln!(out, "{indent}r{} {ANCHOR};", region.id())?;
            writeln!(out, "{indent}n{owner} -> r{0} -> n{owner}e [style=invis];", region.id())?;
        }
        Ok(())
    }

    fn write_arrow(&self, arrow: &Arrow, out: &mut String) -> std::fmt::Result {
        let [from, to] = [arrow.from, arrow.to].map(|at| self.graph.nodes()[at].id());
        let label = multiline(&arrow.label, ARROW_COLUMNS);
        // Graphviz puts the label of a long arrow back far away, but for one that takes no place.
        let place = if arrow.carried && from != to { "xlabel" } else { "label" };
        write!(out, "  {} -> {} [{place}=\"{label}\"", self.tail(from), self.head(to))?;
        if from != to {
            self.is_group(from).then(|| write!(out, ", ltail=cluster_n{from}")).transpose()?;
            self.is_group(to).then(|| write!(out, ", lhead=cluster_n{to}")).transpose()?;
        }
        if arrow.carried {
            write!(out, ", constraint=false")?;
        }
        if arrow.is_dashed() {
            write!(out, ", style=dashed, color=\"{0}\", fontcolor=\"{0}\"", colour(arrow.hazard))?;
        }
        writeln!(out, "];")
    }

    fn is_group(&self, node: usize) -> bool {
        self.graph.regions_of(node).next().is_some()
    }

    /// Where arrows to the node end.
    fn head(&self, node: usize) -> String {
        format!("n{node}")
    }

    /// Where arrows from the node begin.
    fn tail(&self, node: usize) -> String {
        if self.is_group(node) { format!("n{node}e") } else { format!("n{node}") }
    }
}

const CLUSTER: &str = "style=rounded, fontcolor=\"#757c86\", fontname=monospace, fontsize=10, labeljust=l";

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
