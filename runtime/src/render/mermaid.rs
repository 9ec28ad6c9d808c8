//! Mermaid flowcharts.

use std::fmt::Write;

use super::{ARROW_COLUMNS, Arrow, BOX_COLUMNS, arrows, caption, colour, lines};
use crate::describe::{Direction, GraphInfo, Hazard, NodeInfo, NodeKind};

impl GraphInfo {
    /// The graph as a [Mermaid](https://mermaid.js.org/syntax/flowchart.html) flowchart, which GitHub and rustdoc
    /// themes draw from a `mermaid` code block.
    ///
    /// Tasks are rounded boxes, pipelines subroutine boxes, glue is grey text. Flows are solid and carry the value's
    /// name; other hazards are dotted and carry their own.
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
    for node in graph.nodes() {
        writeln!(out, "  n{}{}", node.id(), shape(node))?;
    }
    let arrows = arrows(graph);
    for arrow in &arrows {
        let [from, to] = [arrow.from, arrow.to].map(|at| graph.nodes()[at].id());
        writeln!(out, "  n{from} {} n{to}", line(arrow))?;
    }
    write_styles(graph, &arrows, out)
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
    let line = if arrow.hazard == Hazard::Flow { "-->" } else { "-.->" };
    match multiline(&arrow.label, ARROW_COLUMNS) {
        none if none.is_empty() => line.to_owned(),
        label => format!("{line}|\"{label}\"|"),
    }
}

fn write_styles(graph: &GraphInfo, arrows: &[Arrow], out: &mut String) -> std::fmt::Result {
    if graph.nodes().iter().any(|node| node.kind() == NodeKind::Glue) {
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
