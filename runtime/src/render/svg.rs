//! SVG, without Graphviz: measures text, lets `layout` place it, writes shapes.
//!
//! The picture stands on any paper: boxes bring their own ground, lines and plain text have colours of middle
//! lightness, and nothing depends on style sheets that a host page may drop.

use std::fmt::{self, Write};

use super::layout::{Beside, Extent, Point, Route, Step};
use super::nest::{self, Frame, Part, Sizes};
use super::{ARROW_COLUMNS, Arrow, BOX_COLUMNS, arrows, caption, colour, columns, lines, tooltip};
use crate::describe::{Direction, GraphInfo, NodeInfo, NodeKind};

impl GraphInfo {
    /// The graph as an SVG picture, complete in itself and laid out here.
    ///
    /// Tasks are blue boxes, pipelines violet ones with double sides, glue is grey. Flows are solid and carry the
    /// value's name; other hazards are dashed and carry their own. A node with regions is a frame with graphs in it;
    /// what one iteration of a `for` hands to the next leads back along the side, dashed. A pointer over a box shows the task's path and the
    /// line. The ground is transparent, and everything reads on white and on black.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let p = pipeline! { inc(1) };
    /// std::fs::write(std::env::temp_dir().join("inc.svg"), p.graph().left_to_right().to_svg())?;
    /// # std::io::Result::Ok(())
    /// ```
    pub fn to_svg(&self) -> String {
        let mut out = String::new();
        Svg::new(self).write(&mut out).expect("writing to a string");
        out
    }
}

/// A picture about to be written.
struct Svg<'g> {
    graph: &'g GraphInfo,
    arrows: Vec<Arrow>,
    part: Part,
}

/// Space around the picture.
const MARGIN: f64 = 12.0;
/// Lengths in `px`. A column of a fixed-width font is 0.6 of its size or a little more.
const COLUMN: f64 = 0.62;
const LINE: f64 = 1.3;
const TASK_FONT: f64 = 13.0;
const SMALL_FONT: f64 = 11.0;
const ARROW_HEAD: f64 = 7.0;
/// Space above the title of a frame.
const TITLE_PAD: f64 = 6.0;
const TITLE: &str = "#757c86";

impl<'g> Svg<'g> {
    fn new(graph: &'g GraphInfo) -> Svg<'g> {
        let arrows = arrows(graph);
        let turned = graph.direction() == Direction::LeftToRight;
        let sizes = Sizes {
            node: &|node| turn(box_size(node), turned),
            label: &|label| beside(label, turned),
            title: &|title| turn(title_size(title), turned),
            gap: if turned { 16.0 } else { 24.0 },
            turned,
        };
        let part = nest::part(graph, &arrows, &sizes, None);
        Svg { graph, arrows, part }
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        let (width, height) = self.xy((self.part.size.along, self.part.size.across));
        let (width, height) = ((width + MARGIN).ceil(), (height + MARGIN).ceil());
        write!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img""#
        )?;
        writeln!(
            out,
            r#" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace">"#
        )?;
        writeln!(out, "<title>{}</title>", escape(self.graph.name()))?;
        for frame in &self.part.frames {
            self.write_frame(frame, out)?;
        }
        for (arrow, route) in &self.part.routes {
            self.write_arrow(&self.arrows[*arrow], route, out)?;
        }
        let mut nodes = self.part.nodes.clone();
        nodes.sort_by_key(|&(at, _)| at);
        for (at, centre) in nodes {
            write_box(&self.graph.nodes()[at], self.xy(centre), out)?;
        }
        // Last, so that no line runs over a label.
        for (arrow, route) in &self.part.routes {
            self.write_label(&self.arrows[*arrow], route.label, out)?;
        }
        writeln!(out, "</svg>")
    }

    fn write_frame(&self, frame: &Frame, out: &mut String) -> fmt::Result {
        let (x, y) = self.xy(frame.corner);
        let (width, height) = match self.graph.direction() {
            Direction::TopDown => (frame.size.across, frame.size.along),
            Direction::LeftToRight => (frame.size.along, frame.size.across),
        };
        let (tip, dashes) = match frame.owner {
            Some(at) => (tooltip(&self.graph.nodes()[at]), ""),
            None => (super::paragraph(&frame.title), r#" stroke-dasharray="2 3""#),
        };
        writeln!(out, r#"<g class="region"><title>{}</title>"#, escape(&tip))?;
        writeln!(
            out,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="8" fill="{line}" fill-opacity="0.05" stroke="{line}"{dashes}/>"#,
            line = frame.line
        )?;
        let rows = lines(&frame.title, BOX_COLUMNS);
        let middle = y + TITLE_PAD + text_size(&rows, SMALL_FONT).1 / 2.0;
        write_rows(&rows, (x + 9.0, middle), SMALL_FONT, "start", TITLE, out)?;
        writeln!(out, "</g>")
    }

    /// From the layout's coordinates to the picture's.
    fn xy(&self, (along, across): Point) -> (f64, f64) {
        match self.graph.direction() {
            Direction::TopDown => (across + MARGIN, along + MARGIN),
            Direction::LeftToRight => (along + MARGIN, across + MARGIN),
        }
    }

    fn write_arrow(&self, arrow: &Arrow, route: &Route, out: &mut String) -> fmt::Result {
        let [from, to] = [arrow.from, arrow.to].map(|at| &self.graph.nodes()[at]);
        let dashes = if arrow.is_dashed() { r#" stroke-dasharray="5 3""# } else { "" };
        let later = if arrow.carried { " of the next iteration" } else { "" };
        let label = if arrow.label.is_empty() { arrow.hazard.name() } else { &arrow.label };
        writeln!(
            out,
            r#"<g class="edge {}"><title>{} → {}{later}: {}</title>"#,
            arrow.hazard.name(),
            escape(from.label()),
            escape(to.label()),
            escape(label)
        )?;
        let (path, end) = self.path(route);
        writeln!(
            out,
            r#"<path d="{path}" fill="none" stroke="{}" stroke-width="1.4"{dashes}/>"#,
            colour(arrow.hazard)
        )?;
        writeln!(out, r#"<path d="{}" fill="{}"/></g>"#, self.head(end), colour(arrow.hazard))
    }

    /// The line as path data, up to the arrow's head; and the point where the head ends.
    fn path(&self, route: &Route) -> (String, Point) {
        let mut path = format!("M{}", Pair(self.xy(route.start)));
        let mut at = route.start;
        let (last, steps) = route.steps.split_last().expect("a route has an end");
        let Step::Straight(end) = *last else { unreachable!("a route ends straight") };
        let neck = Step::Straight((end.0 - ARROW_HEAD + 1.0, end.1));
        for (i, step) in steps.iter().chain([&neck]).enumerate() {
            let next = steps.get(i + 1).unwrap_or(&neck);
            match *step {
                // A straight piece followed by another need not end.
                Step::Straight(to)
                    if i < steps.len() && to.1 == at.1 && matches!(next, Step::Straight(next) if next.1 == to.1) => {}
                Step::Straight(to) if to == at => {}
                Step::Straight(to) => {
                    at = to;
                    write!(path, "L{}", Pair(self.xy(to))).expect("writing to a string");
                }
                Step::Curve(to) => {
                    let middle = (at.0 + to.0) / 2.0;
                    let points = [(middle, at.1), (middle, to.1), to].map(|point| Pair(self.xy(point)));
                    at = to;
                    write!(path, "C{} {} {}", points[0], points[1], points[2]).expect("writing to a string");
                }
                Step::Bend(corner, to) => {
                    let points = [corner, to].map(|point| Pair(self.xy(point)));
                    at = to;
                    write!(path, "Q{} {}", points[0], points[1]).expect("writing to a string");
                }
            }
        }
        (path, end)
    }

    fn head(&self, end: Point) -> String {
        let [left, right] =
            [-1.0, 1.0].map(|sign| Pair(self.xy((end.0 - ARROW_HEAD, end.1 + sign * ARROW_HEAD * 0.45))));
        format!("M{}L{left}L{right}Z", Pair(self.xy(end)))
    }

    /// To the right of a line that goes down, above one that goes right.
    fn write_label(&self, arrow: &Arrow, at: Point, out: &mut String) -> fmt::Result {
        let rows = lines(&arrow.label, ARROW_COLUMNS);
        let (x, y) = self.xy(at);
        let (_, height) = text_size(&rows, SMALL_FONT);
        let (x, y, anchor) = match self.graph.direction() {
            Direction::TopDown => (x + 5.0, y, "start"),
            Direction::LeftToRight => (x, y - height / 2.0 - 2.0, "middle"),
        };
        write_rows(&rows, (x, y), SMALL_FONT, anchor, colour(arrow.hazard), out)
    }
}

fn write_box(node: &NodeInfo, (x, y): (f64, f64), out: &mut String) -> fmt::Result {
    let Look { class, font, ground, line, text, .. } = look(node);
    let (width, height) = box_size(node);
    let (left, top) = (x - width / 2.0, y - height / 2.0);
    writeln!(out, r#"<g class="node {class}"><title>{}</title>"#, escape(&tooltip(node)))?;
    let corner = if node.kind() == NodeKind::Pipeline { 0 } else { 6 };
    writeln!(
        out,
        r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" rx="{corner}" fill="{ground}" stroke="{line}"/>"#
    )?;
    if node.kind() == NodeKind::Pipeline {
        let (first, last, bottom) = (left + 5.0, left + width - 5.0, top + height);
        writeln!(
            out,
            r#"<path d="M{first:.1} {top:.1}V{bottom:.1}M{last:.1} {top:.1}V{bottom:.1}" stroke="{text}" stroke-width="1.2"/>"#
        )?;
    }
    write_rows(&lines(&caption(node), BOX_COLUMNS), (x, y), font, "middle", text, out)?;
    writeln!(out, "</g>")
}

/// Rows of text around the height `y`.
fn write_rows(
    rows: &[String],
    (x, y): (f64, f64),
    font: f64,
    anchor: &str,
    fill: &str,
    out: &mut String,
) -> fmt::Result {
    for (i, row) in rows.iter().enumerate() {
        // A third of the font's size takes a line from its middle to its base.
        let base = y + (i as f64 - (rows.len() - 1) as f64 / 2.0) * font * LINE + font * 0.34;
        writeln!(
            out,
            r#"<text x="{x:.1}" y="{base:.1}" font-size="{font}" text-anchor="{anchor}" fill="{fill}" xml:space="preserve">{}</text>"#,
            escape(row)
        )?;
    }
    Ok(())
}

/// How a kind of node looks.
struct Look {
    class: &'static str,
    font: f64,
    /// Space between text and sides.
    pad: (f64, f64),
    ground: &'static str,
    line: &'static str,
    text: &'static str,
}

fn look(node: &NodeInfo) -> Look {
    match node.kind() {
        NodeKind::Task => {
            Look { class: "task", font: TASK_FONT, pad: (11.0, 7.0), ground: "#2b6cb0", line: "#5a93d0", text: "#fff" }
        }
        NodeKind::Pipeline => Look {
            class: "pipeline",
            font: TASK_FONT,
            pad: (16.0, 7.0),
            ground: "#6b46c1",
            line: "#9b7ede",
            text: "#fff",
        },
        NodeKind::Glue => {
            Look { class: "glue", font: SMALL_FONT, pad: (7.0, 4.0), ground: "none", line: "#8b929c", text: "#757c86" }
        }
    }
}

/// Width and height.
fn box_size(node: &NodeInfo) -> (f64, f64) {
    let Look { font, pad, .. } = look(node);
    let (width, height) = text_size(&lines(&caption(node), BOX_COLUMNS), font);
    (width.max(font) + 2.0 * pad.0, height.max(font * LINE) + 2.0 * pad.1)
}

/// Width and height that a frame's title takes.
fn title_size(title: &str) -> (f64, f64) {
    let (width, height) = text_size(&lines(title, BOX_COLUMNS), SMALL_FONT);
    (width, if height > 0.0 { height + TITLE_PAD - 4.0 } else { 0.0 })
}

/// Width and height.
fn text_size(rows: &[String], font: f64) -> (f64, f64) {
    let widest = rows.iter().map(|row| columns(row)).max().unwrap_or(0);
    (widest as f64 * font * COLUMN, rows.len() as f64 * font * LINE)
}

/// From width and height to the layout's coordinates.
fn turn((width, height): (f64, f64), turned: bool) -> Extent {
    if turned { Extent { along: width, across: height } } else { Extent { along: height, across: width } }
}

/// The room of an arrow's label, where [`Svg::write_label`] puts it.
fn beside(label: &str, turned: bool) -> Option<Beside> {
    let (width, height) = text_size(&lines(label, ARROW_COLUMNS), SMALL_FONT);
    match (label.is_empty(), turned) {
        (true, _) => None,
        (false, false) => Some(Beside { along: height, before: 2.0, after: width + 5.0 }),
        (false, true) => Some(Beside { along: width, before: height + 2.0, after: 2.0 }),
    }
}

/// A point of path data.
struct Pair((f64, f64));

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} {:.1}", self.0.0, self.0.1)
    }
}

/// XML text, without what XML cannot hold in any form.
fn escape(text: &str) -> String {
    super::paragraph(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
