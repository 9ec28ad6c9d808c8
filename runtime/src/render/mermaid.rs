//! Mermaid flowcharts.

use std::fmt::Write;

use super::{ARROW_COLUMNS, Arrow, BOX_COLUMNS, Content, Group, arrows, border, caption, colour, group, lines};
use crate::describe::{Direction, GraphInfo, Hazard, NodeInfo, NodeKind};

impl GraphInfo {
    /// The graph as a [Mermaid](https://mermaid.js.org/syntax/flowchart.html) flowchart, which GitHub and rustdoc
    /// themes draw from a `mermaid` code block.
    ///
    /// Tasks are rounded boxes, pipelines subroutine boxes, glue is grey text. Flows are solid and carry the value's
    /// name; other hazards are dotted and carry their own. A node with regions is a subgraph; what one iteration of a
    /// `for` hands to the next leads back, dotted.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let p = pipeline! { inc(1) };
    /// println!("```mermaid\n{}```", p.graph().to_mermaid());
    /// ```
    pub fn to_mermaid(&self) -> String {
        let mut out = String::new();
        write_mermaid(self, &mut out).expect("writing to a string");
        out
    }
}

fn write_mermaid(graph: &GraphInfo, out: &mut String) -> std::fmt::Result {
    let direction = match graph.direction() {
        Direction::TopDown => "TD",
        Direction::LeftToRight => "LR",
    };
    writeln!(out, "flowchart {direction}")?;
    // Mermaid draws no arrow from a subgraph to itself.
    let (around, arrows): (Vec<Arrow>, Vec<Arrow>) = arrows(graph)
        .into_iter()
        .partition(|arrow| arrow.from == arrow.to && graph.regions_of(graph.nodes()[arrow.to].id()).next().is_some());
    Mermaid { graph, around }.write_nodes(None, "  ", out)?;
    for arrow in &arrows {
        let [from, to] = [arrow.from, arrow.to].map(|at| graph.nodes()[at].id());
        writeln!(out, "  n{from} {} n{to}", line(arrow))?;
    }
    write_styles(graph, &arrows, out)
}

/// A graph about to be written.
struct Mermaid<'g> {
    graph: &'g GraphInfo,
    /// The arrows from a subgraph to itself: text in its title.
    around: Vec<Arrow>,
}

impl Mermaid<'_> {
    fn write_nodes(&self, region: Option<usize>, indent: &str, out: &mut String) -> std::fmt::Result {
        for node in self.graph.nodes_in(region) {
            match group(self.graph, node) {
                None => writeln!(out, "{indent}n{}{}", node.id(), shape(node))?,
                Some(group) => self.write_group(&group, indent, out)?,
            }
        }
        Ok(())
    }

    fn write_group(&self, group: &Group<'_>, indent: &str, out: &mut String) -> std::fmt::Result {
        let inner = format!("{indent}  ");
        self.open(&format!("n{}", group.owner.id()), &self.title(group), indent, out)?;
        match &group.content {
            Content::Nodes(region) => self.write_nodes(Some(region.id()), &inner, out)?,
            Content::Regions(regions) => {
                for region in regions {
                    self.open(&format!("r{}", region.id()), &multiline(region.label(), BOX_COLUMNS), &inner, out)?;
                    self.write_nodes(Some(region.id()), &format!("{inner}  "), out)?;
                    writeln!(out, "{inner}end")?;
                }
            }
        }
        writeln!(out, "{indent}end")
    }

    /// Without a direction of its own, a subgraph would run across that of the graph around it.
    fn open(&self, id: &str, title: &str, indent: &str, out: &mut String) -> std::fmt::Result {
        let direction = match self.graph.direction() {
            Direction::TopDown => "TB",
            Direction::LeftToRight => "LR",
        };
        let title = if title.is_empty() { " " } else { title };
        writeln!(out, "{indent}subgraph {id}[\"{title}\"]\n{indent}  direction {direction}")
    }

    fn title(&self, group: &Group<'_>) -> String {
        let mut title = multiline(&group.title(), BOX_COLUMNS);
        for arrow in self.around.iter().filter(|arrow| self.graph.nodes()[arrow.to].id() == group.owner.id()) {
            let label = multiline(&arrow.label, ARROW_COLUMNS);
            write!(title, "<br/>carried {label}").expect("writing to a string");
        }
        title
    }
}

fn shape(node: &NodeInfo) -> String {
    let label = multiline(&caption(node), BOX_COLUMNS);
    match node.kind() {
        NodeKind::Task => format!("(\"{label}\")"),
        NodeKind::Pipeline => format!("[[\"{label}\"]]"),
        NodeKind::Glue => format!("[\"{label}\"]:::glue"),
    }
}

fn line(arrow: &Arrow) -> String {
    let line = if arrow.is_dashed() { "-.->" } else { "-->" };
    match multiline(&arrow.label, ARROW_COLUMNS) {
        none if none.is_empty() => line.to_owned(),
        label => format!("{line}|\"{label}\"|"),
    }
}

fn write_styles(graph: &GraphInfo, arrows: &[Arrow], out: &mut String) -> std::fmt::Result {
    for node in graph.nodes() {
        let Some(group) = group(graph, node) else { continue };
        let line = border(group.kind());
        writeln!(out, "  style n{} fill:none,stroke:{line},color:#757c86", node.id())?;
        if let Content::Regions(regions) = group.content {
            for region in regions {
                let line = border(region.kind());
                writeln!(out, "  style r{} fill:none,stroke:{line},color:#757c86,stroke-dasharray:2 3", region.id())?;
            }
        }
    }
    if graph.nodes().iter().any(|node| node.kind() == NodeKind::Glue && group(graph, node).is_none()) {
        writeln!(out, "  classDef glue fill:none,stroke:#7b828c,color:#7b828c,font-size:12px")?;
    }
    for hazard in [Hazard::Anti, Hazard::Output, Hazard::Effect, Hazard::Exit] {
        let numbers = arrows.iter().enumerate().filter(|(_, arrow)| arrow.hazard == hazard).map(|(i, _)| i.to_string());
        let numbers = numbers.collect::<Vec<_>>().join(",");
        if !numbers.is_empty() {
            writeln!(out, "  linkStyle {numbers} stroke:{0},color:{0}", colour(hazard))?;
        }
    }
    Ok(())
}

/// An empty label would be a syntax error in a box.
fn multiline(label: &str, width: usize) -> String {
    lines(label, width).iter().map(|line| escape(line)).collect::<Vec<_>>().join("<br/>")
}

/// Entity codes for what Mermaid, its Markdown or its HTML would read.
///
/// Letters, digits and the marks listed stand for themselves; so does `_` inside a word, where Markdown leaves it
/// alone. A list mark at the start of a line and a `:` in a line that speaks of styles (which Mermaid looks for)
/// count as read.
fn escape(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let word = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| c.is_alphanumeric());
    let numbered = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let styled = text.contains("style") || text.contains("classDef");
    let plain = |i: usize, c: char| match c {
        '.' => i != numbered || i == 0,
        '-' | '+' => i > 0,
        '_' => word(i.checked_sub(1)) && word(Some(i + 1)),
        ':' => !styled,
        ' ' | ',' | '(' | ')' | '?' | '!' | '=' | '\'' | '%' => true,
        c => !c.is_ascii() || c.is_ascii_alphanumeric(),
    };
    let mut out = String::new();
    for (i, &c) in chars.iter().enumerate() {
        match c {
            c if plain(i, c) => out.push(c),
            '"' => out.push_str("#quot;"),
            '&' => out.push_str("#amp;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            c => write!(out, "#{};", c as u32).expect("writing to a string"),
        }
    }
    out
}
