//! Where boxes and arrows go: a layered drawing after Sugiyama, Tagawa and Toda (*Methods for visual understanding of
//! hierarchical system structures*, 1981), in their four steps:
//!
//! 1. `layer`: each box gets a layer, such that arrows point forward and are short in sum.
//! 2. An arrow becomes a chain of vertices, one in each layer that it passes. Boxes stand in even layers; odd layers
//!    are for labels.
//! 3. `order`: the vertices of each layer are put in an order with few crossings.
//! 4. `place`: each vertex gets a coordinate across, such that long arrows are straight.
//!
//! Arrows that lead back take no part in this: `back` leads them around.
//!
//! Coordinates are *along* the arrows and *across* them; the writer turns them into x and y.

mod back;
mod layer;
mod order;
mod place;

/// What to draw, measured.
pub(super) struct Input {
    /// Extent of each box.
    pub(super) boxes: Vec<Extent>,
    /// The arrows, each from a box to a later one.
    pub(super) arrows: Vec<Link>,
    /// The arrows that lead back: each from a box to any box, also to itself.
    pub(super) back: Vec<Link>,
    /// Space between two boxes of a layer.
    pub(super) gap: f64,
}

/// Sizes along and across the arrows.
#[derive(Clone, Copy, Default)]
pub(super) struct Extent {
    pub(super) along: f64,
    pub(super) across: f64,
}

/// An arrow; its label stands beside the line: `before` it or `after` it in the direction across.
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) label: Option<Beside>,
}

/// The room that a label needs.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    pub(super) along: f64,
    pub(super) before: f64,
    pub(super) after: f64,
}

/// A point, as (along, across).
pub(super) type Point = (f64, f64);

/// The drawing; all coordinates are positive.
pub(super) struct Layout {
    /// The centres of the boxes.
    pub(super) boxes: Vec<Point>,
    pub(super) routes: Vec<Route>,
    /// The lines of the arrows that lead back.
    pub(super) back: Vec<Route>,
    pub(super) size: Extent,
}

/// The line of an arrow.
pub(super) struct Route {
    pub(super) start: Point,
    pub(super) steps: Vec<Step>,
    /// The point of the line beside which the label stands.
    pub(super) label: Point,
}

/// One piece of a line. A curve leaves and arrives in the direction of the arrows; a bend rounds a corner, and ends in
/// its second point.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Straight(Point),
    Curve(Point),
    Bend(Point, Point),
}

impl Route {
    pub(super) fn shift(&mut self, by: Point) {
        let moved = |point: Point| (point.0 + by.0, point.1 + by.1);
        (self.start, self.label) = (moved(self.start), moved(self.label));
        for step in &mut self.steps {
            *step = match *step {
                Step::Straight(to) => Step::Straight(moved(to)),
                Step::Curve(to) => Step::Curve(moved(to)),
                Step::Bend(corner, to) => Step::Bend(moved(corner), moved(to)),
            };
        }
    }
}

pub(super) fn layout(input: &Input) -> Layout {
    let mut graph = Layered::new(input);
    order::order(&mut graph);
    let across = place::place(&graph, input.gap);
    finish(input, &graph, &across)
}

/// A graph in which every line joins neighbouring layers.
struct Layered {
    /// The boxes first, then the bends.
    vertices: Vec<Vertex>,
    /// The vertices of each layer, in order.
    layers: Vec<Vec<usize>>,
    /// For each arrow its vertices, from box to box.
    chains: Vec<Vec<usize>>,
}

/// A box, or the place where an arrow passes a layer.
struct Vertex {
    layer: usize,
    is_box: bool,
    along: f64,
    /// What it takes along, with the label of a loop around it.
    room: f64,
    before: f64,
    after: f64,
    /// Neighbours in the layer before, in the layer after.
    sides: [Vec<usize>; 2],
}

/// Index into [`Vertex::sides`].
const UP: usize = 0;
/// Index into [`Vertex::sides`].
const DOWN: usize = 1;

/// Space that a line keeps from others.
const LINE_GAP: f64 = 12.0;
/// How long a line runs straight into its box.
const STUB: f64 = 9.0;

impl Layered {
    fn new(input: &Input) -> Layered {
        let pairs: Vec<(usize, usize)> = input.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect();
        let layers = layer::layers(input.boxes.len(), &pairs);
        let vertex = |(&layer, size): (&usize, &Extent)| {
            Vertex::new(2 * layer, true, size.along, size.across / 2.0, size.across / 2.0)
        };
        let mut vertices: Vec<Vertex> = layers.iter().zip(&input.boxes).map(vertex).collect();
        let loops = input.back.iter().enumerate();
        for (_, link) in loops.filter(|&(arrow, link)| link.from == link.to && back::is_first(input, arrow)) {
            let vertex = &mut vertices[link.to];
            vertex.after += back::room(link);
            vertex.room = vertex.room.max(link.label.map_or(0.0, |label| label.along));
        }
        let mut graph = Layered { vertices, layers: Vec::new(), chains: Vec::new() };
        input.arrows.iter().for_each(|arrow| graph.add_chain(arrow));
        let count = graph.vertices.iter().map(|vertex| vertex.layer + 1).max().unwrap_or(0);
        graph.layers = vec![Vec::new(); count];
        graph
    }

    fn add_chain(&mut self, arrow: &Link) {
        let (first, last) = (self.vertices[arrow.from].layer, self.vertices[arrow.to].layer);
        let middle = label_layer(first, last);
        let mut chain = vec![arrow.from];
        for layer in first + 1..last {
            chain.push(self.vertices.len());
            let room =
                arrow.label.filter(|_| layer == middle).unwrap_or(Beside { along: 0.0, before: 0.0, after: 0.0 });
            self.vertices.push(Vertex::new(layer, false, room.along, room.before, room.after));
        }
        chain.push(arrow.to);
        for pair in chain.windows(2) {
            self.vertices[pair[0]].sides[DOWN].push(pair[1]);
            self.vertices[pair[1]].sides[UP].push(pair[0]);
        }
        self.chains.push(chain);
    }
}

impl Vertex {
    fn new(layer: usize, is_box: bool, along: f64, before: f64, after: f64) -> Vertex {
        Vertex { layer, is_box, along, room: along, before, after, sides: [Vec::new(), Vec::new()] }
    }
}

/// The odd layer in the middle between two even ones.
fn label_layer(first: usize, last: usize) -> usize {
    let middle = (first + last) / 2;
    if middle.is_multiple_of(2) { middle - 1 } else { middle }
}

/// From coordinates across to a drawing: layers get room along, lines get ends and bends.
fn finish(input: &Input, graph: &Layered, across: &[f64]) -> Layout {
    let low = (0..across.len()).map(|v| across[v] - graph.vertices[v].before).fold(f64::INFINITY, f64::min);
    let across: Vec<f64> = across.iter().map(|x| x - low).collect();
    let rows = back::Rows::new(input, graph);
    let bands = bands(graph, &across, &rows);
    let boxes = (0..input.boxes.len()).map(|v| (bands[graph.vertices[v].layer].middle(), across[v])).collect();
    let ends = [DOWN, UP].map(|side| ports(input, graph, &across, side));
    let route = |arrow: usize| route(&graph.chains[arrow], graph, &across, &bands, [ends[0][arrow], ends[1][arrow]]);
    let routes = (0..graph.chains.len()).map(route).collect();
    let high = (0..across.len()).map(|v| across[v] + graph.vertices[v].after).fold(0.0, f64::max);
    let size = Extent { along: bands.last().map_or(0.0, |band| band.end), across: high };
    let (back, size) = back::routes(input, graph, (&across, &bands), &rows, size);
    Layout { boxes, routes, back, size }
}

/// The room of a layer along the arrows.
#[derive(Clone, Copy)]
struct Band {
    start: f64,
    end: f64,
}

impl Band {
    fn middle(self) -> f64 {
        (self.start + self.end) / 2.0
    }
}

/// Layers one after the other, further apart where lines lean more or lead back.
fn bands(graph: &Layered, across: &[f64], rows: &back::Rows) -> Vec<Band> {
    let mut end = 0.0;
    let mut bands: Vec<Band> = Vec::new();
    for (number, layer) in graph.layers.iter().enumerate() {
        let leans =
            layer.iter().flat_map(|&v| graph.vertices[v].sides[UP].iter().map(move |&u| (across[u] - across[v]).abs()));
        let lean = leans.fold(0.0, f64::max);
        let start = match (number, rows.arriving[number]) {
            (0, 0) => 0.0,
            (0, arriving) => STUB + back::ROW * arriving as f64,
            (_, arriving) => {
                let turns = back::ROW * (rows.leaving[number - 1] + arriving) as f64;
                end + STUB + 9.0 + (lean * 0.1).min(40.0) + turns
            }
        };
        end = start + layer.iter().map(|&v| graph.vertices[v].room).fold(0.0, f64::max);
        bands.push(Band { start, end });
    }
    bands
}

/// Where on the side of its box each arrow starts (`DOWN`) or ends (`UP`): opposite to where it leads, as far as the
/// side reaches.
fn ports(input: &Input, graph: &Layered, across: &[f64], side: usize) -> Vec<f64> {
    let mut ports = vec![0.0; graph.chains.len()];
    for v in 0..input.boxes.len() {
        let end = |chain: &Vec<usize>| {
            if side == DOWN { (chain[0], chain[1]) } else { (chain[chain.len() - 1], chain[chain.len() - 2]) }
        };
        let mut here: Vec<(usize, f64)> = (graph.chains.iter().enumerate())
            .filter(|(_, chain)| end(chain).0 == v)
            .map(|(arrow, chain)| (arrow, across[end(chain).1]))
            .collect();
        here.sort_by(|a, b| a.1.total_cmp(&b.1));
        let reach = (input.boxes[v].across / 2.0 - 8.0).max(0.0);
        let wishes: Vec<f64> = here.iter().map(|&(_, wish)| wish).collect();
        let (low, high) = (across[v] - reach, across[v] + reach - back::reserved(input, v, side == DOWN));
        for (&(arrow, _), port) in here.iter().zip(spread(&wishes, low, high.max(low))) {
            ports[arrow] = port;
        }
    }
    ports
}

/// The positions in `low..=high` nearest to `wishes` (ascending) that keep their distance: an isotonic regression, by
/// pooling adjacent violators.
fn spread(wishes: &[f64], low: f64, high: f64) -> Vec<f64> {
    let distance = ((high - low) / (wishes.len().max(2) - 1) as f64).min(12.0);
    let mut pools: Vec<(f64, f64)> = Vec::new();
    for (i, wish) in wishes.iter().enumerate() {
        let last = high - (wishes.len() - 1) as f64 * distance;
        let mut pool = ((wish.clamp(low, high) - i as f64 * distance).clamp(low, last.max(low)), 1.0);
        while let Some(&(mean, count)) = pools.last().filter(|(mean, _)| *mean > pool.0) {
            pools.pop();
            pool = ((mean * count + pool.0 * pool.1) / (count + pool.1), count + pool.1);
        }
        pools.push(pool);
    }
    let means = pools.iter().flat_map(|&(mean, count)| std::iter::repeat_n(mean, count as usize));
    means.enumerate().map(|(i, mean)| mean + i as f64 * distance).collect()
}

/// Straight through layers, so as to keep clear of the boxes beside; bent between them.
fn route(chain: &[usize], graph: &Layered, across: &[f64], bands: &[Band], [first, last]: [f64; 2]) -> Route {
    let vertex = |at: usize| &graph.vertices[chain[at]];
    let line = |at: usize| match at {
        0 => first,
        at if at + 1 == chain.len() => last,
        at => across[chain[at]],
    };
    let edge = |at: usize, sign: f64| bands[vertex(at).layer].middle() + sign * vertex(at).along / 2.0;
    let mut steps = Vec::new();
    for at in 1..chain.len() {
        let (before, here) = (bands[vertex(at - 1).layer], bands[vertex(at).layer]);
        steps.push(Step::Straight((before.end, line(at - 1))));
        let to = (if vertex(at).is_box { here.start - STUB } else { here.start }, line(at));
        steps.push(if (line(at) - line(at - 1)).abs() < 0.5 { Step::Straight(to) } else { Step::Curve(to) });
    }
    steps.push(Step::Straight((edge(chain.len() - 1, -1.0), last)));
    let middle = label_layer(vertex(0).layer, vertex(chain.len() - 1).layer);
    let label = chain.iter().position(|&v| graph.vertices[v].layer == middle).expect("an arrow passes an odd layer");
    Route { start: (edge(0, 1.0), first), steps, label: (bands[middle].middle(), line(label)) }
}

#[cfg(test)]
mod tests;
