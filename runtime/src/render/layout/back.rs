//! Arrows that lead back: out of the far side of a box, around it or around everything, and in at its near side.
//!
//! Such an arrow turns in the space between layers, in a *row* of its own, and runs back in a *lane*: beside its box
//! when that is where it ends, and otherwise after all boxes, in one that is free for its length.

use super::{Band, Extent, Input, Layered, Link, Point, Route, Step};

/// Space that a row takes between layers, or a port on the side of a box.
pub(super) const ROW: f64 = 6.0;
const PORT: f64 = 10.0;
/// Space between a lane and what is before it.
const LANE: f64 = 11.0;
/// Space after a lane without a label.
const AFTER: f64 = 5.0;
const RADIUS: f64 = 5.0;

/// The rows of arrows that lead back.
pub(super) struct Rows {
    /// By layer, how many leave it.
    pub(super) leaving: Vec<usize>,
    /// By layer, how many arrive at it.
    pub(super) arriving: Vec<usize>,
    /// By arrow, which of them it is.
    numbers: Vec<(usize, usize)>,
}

/// How far beyond its box a loop around it reaches.
pub(super) fn room(link: &Link) -> f64 {
    LANE + link.label.map_or(AFTER, |label| label.before + label.after.max(AFTER))
}

/// How many arrows lead back out of a box (`from`), or to it; the side keeps the place for them.
pub(super) fn reserved(input: &Input, v: usize, leaving: bool) -> f64 {
    let here = input.back.iter().filter(|link| v == if leaving { link.from } else { link.to });
    PORT * here.count() as f64
}

impl Rows {
    pub(super) fn new(input: &Input, graph: &Layered) -> Rows {
        let count = graph.layers.len();
        let numbers = vec![(0, 0); input.back.len()];
        let mut rows = Rows { leaving: vec![0; count], arriving: vec![0; count], numbers };
        let mut sorted: Vec<usize> = (0..input.back.len()).collect();
        sorted.sort_by_key(|&arrow| nearness(input, arrow));
        for arrow in sorted {
            let link = &input.back[arrow];
            let [from, to] = [link.from, link.to].map(|v| graph.vertices[v].layer);
            rows.numbers[arrow] = (rows.leaving[from], rows.arriving[to]);
            rows.leaving[from] += 1;
            rows.arriving[to] += 1;
        }
        rows
    }
}

/// The lines, and the size that the picture has with them.
pub(super) fn routes(
    input: &Input,
    graph: &Layered,
    (across, bands): (&[f64], &[Band]),
    rows: &Rows,
    mut size: Extent,
) -> (Vec<Route>, Extent) {
    let spans: Vec<Span> = (0..input.back.len()).map(|arrow| Span::new(input, graph, bands, rows, arrow)).collect();
    let lanes = lanes(input, across, &spans, &mut size);
    let route = |(arrow, &lane): (usize, &f64)| {
        let link = &input.back[arrow];
        let port = |v: usize, leaving: bool| {
            let ends = |other: &Link| v == if leaving { other.from } else { other.to };
            let nearer = |&other: &usize| ends(&input.back[other]) && nearness(input, other) < nearness(input, arrow);
            let number = (0..input.back.len()).filter(nearer).count();
            let half = input.boxes[v].across / 2.0;
            across[v] + (half - 8.0 - PORT * number as f64).max(0.0)
        };
        let side = |v: usize, sign: f64| bands[graph.vertices[v].layer].middle() + sign * input.boxes[v].along / 2.0;
        let span = &spans[arrow];
        let (out, back) = (port(link.from, true), port(link.to, false));
        let start = (side(link.from, 1.0), out);
        let corners = [(span.high, out), (span.high, lane), (span.low, lane), (span.low, back)];
        let end = (side(link.to, -1.0), back);
        Route { start, steps: rounded(start, &corners, end), label: (span.label, lane) }
    };
    (lanes.iter().enumerate().map(route).collect(), size)
}

/// Where an arrow runs back, along.
struct Span {
    low: f64,
    high: f64,
    /// The middle of its label.
    label: f64,
    /// What the line and the label take.
    taken: (f64, f64),
}

impl Span {
    fn new(input: &Input, graph: &Layered, bands: &[Band], rows: &Rows, arrow: usize) -> Span {
        let link = &input.back[arrow];
        let (leaving, arriving) = rows.numbers[arrow];
        let (from, to) = (bands[graph.vertices[link.from].layer], bands[graph.vertices[link.to].layer]);
        // Beside its box, there is nothing to keep clear of.
        let (start, end) = match link.from == link.to && is_first(input, arrow) {
            true => (to.middle() - input.boxes[link.to].along / 2.0, to.middle() + input.boxes[link.to].along / 2.0),
            false => (to.start, from.end),
        };
        let high = end + ROW * (leaving + 1) as f64;
        let low = start - super::STUB - ROW * (arriving + 1) as f64;
        let half = link.label.map_or(0.0, |label| label.along / 2.0);
        let label = ((low + high) / 2.0).max(half);
        let taken = (low.min(high).min(label - half) - 4.0, high.max(low).max(label + half) + 4.0);
        Span { low, high, label, taken }
    }
}

/// The coordinate across of each arrow's lane; the size grows by those after all boxes.
fn lanes(input: &Input, across: &[f64], spans: &[Span], size: &mut Extent) -> Vec<f64> {
    let mut at = vec![0.0; spans.len()];
    let mut around: Vec<usize> = Vec::new();
    for (arrow, link) in input.back.iter().enumerate() {
        size.along = size.along.max(spans[arrow].taken.1 - 4.0);
        match link.from == link.to && is_first(input, arrow) {
            true => {
                at[arrow] = across[link.to] + input.boxes[link.to].across / 2.0 + LANE + before(link);
            }
            false => around.push(arrow),
        }
    }
    around.sort_by(|&a, &b| (spans[a].taken.1 - spans[a].taken.0).total_cmp(&(spans[b].taken.1 - spans[b].taken.0)));
    let mut lanes: Vec<Vec<usize>> = Vec::new();
    for arrow in around {
        let free = |lane: &&mut Vec<usize>| {
            lane.iter().all(|&other| {
                spans[other].taken.1 <= spans[arrow].taken.0 || spans[arrow].taken.1 <= spans[other].taken.0
            })
        };
        match lanes.iter_mut().find(free) {
            Some(lane) => lane.push(arrow),
            None => lanes.push(vec![arrow]),
        }
    }
    for lane in lanes {
        let line = size.across + LANE + lane.iter().map(|&arrow| before(&input.back[arrow])).fold(0.0, f64::max);
        lane.iter().for_each(|&arrow| at[arrow] = line);
        size.across = line + lane.iter().map(|&arrow| after(&input.back[arrow])).fold(0.0, f64::max);
    }
    at
}

/// Arrows in the order in which they turn next to a box: loops around it first, so that the others pass around them.
fn nearness(input: &Input, arrow: usize) -> (bool, usize) {
    (input.back[arrow].from != input.back[arrow].to, arrow)
}

/// Whether no other loop around the same box has taken the place beside it.
pub(super) fn is_first(input: &Input, arrow: usize) -> bool {
    let link = &input.back[arrow];
    !input.back[..arrow].iter().any(|other| (other.from, other.to) == (link.from, link.to))
}

fn before(link: &Link) -> f64 {
    link.label.map_or(0.0, |label| label.before)
}

fn after(link: &Link) -> f64 {
    link.label.map_or(AFTER, |label| label.after.max(AFTER))
}

/// Straight pieces with round corners.
fn rounded(start: Point, corners: &[Point], end: Point) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut at = start;
    for (i, &corner) in corners.iter().enumerate() {
        let next = *corners.get(i + 1).unwrap_or(&end);
        let (from, to) = (towards(corner, at), towards(corner, next));
        steps.extend([Step::Straight(from), Step::Bend(corner, to)]);
        at = to;
    }
    steps.push(Step::Straight(end));
    steps
}

/// The point on the way from `corner` to `other` at which its rounding ends.
fn towards(corner: Point, other: Point) -> Point {
    let (along, across) = (other.0 - corner.0, other.1 - corner.1);
    let length = along.hypot(across);
    let part = if length > 0.0 { (RADIUS / length).min(0.5) } else { 0.0 };
    (corner.0 + along * part, corner.1 + across * part)
}
