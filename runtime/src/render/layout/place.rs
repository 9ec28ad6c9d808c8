//! Step 4: a coordinate for each vertex, such that long arrows are straight and boxes stand amid their neighbours.
//!
//! U. Brandes, B. Köpf, *Fast and simple horizontal coordinate assignment* (2001): vertices are aligned with a median
//! neighbour into blocks, blocks are packed; once for each of four corners, and the four results are averaged.
//! Packing is a longest path over blocks, as in dagre, which needs no shifting of classes (Brandes, Walter, Zink,
//! *Erratum*, 2020).

use std::collections::HashSet;

use super::{DOWN, LINE_GAP, Layered, UP};

/// Coordinates across; `gap` is the space between two boxes.
pub(super) fn place(graph: &Layered, gap: f64) -> Vec<f64> {
    let conflicts = conflicts(graph);
    let corners = [(UP, false), (UP, true), (DOWN, false), (DOWN, true)];
    balance(graph, corners.map(|(side, mirror)| Corner { graph, gap, side, mirror }.coordinates(&conflicts)))
}

type Conflicts = HashSet<(usize, usize)>;

/// The lines that cross a line between two bends: these must not be straightened, so that the bends are.
fn conflicts(graph: &Layered) -> Conflicts {
    let mut conflicts = Conflicts::new();
    for pair in graph.layers.windows(2) {
        let mut place = vec![0; graph.vertices.len()];
        pair[0].iter().enumerate().for_each(|(i, &v)| place[v] = i);
        let bend = |v: usize| {
            graph.vertices[v].sides[UP]
                .iter()
                .copied()
                .find(|&u| !graph.vertices[v].is_box && !graph.vertices[u].is_box)
        };
        let (mut scanned, mut low) = (0, 0);
        for (i, &v) in pair[1].iter().enumerate() {
            let inner = bend(v);
            if inner.is_none() && i + 1 < pair[1].len() {
                continue;
            }
            let high = inner.map_or(pair[0].len(), |u| place[u]);
            for &w in &pair[1][scanned..=i] {
                let crossing = graph.vertices[w].sides[UP].iter().filter(|&&u| place[u] < low || place[u] > high);
                conflicts.extend(
                    crossing.filter(|&&u| graph.vertices[w].is_box || graph.vertices[u].is_box).map(|&u| (u, w)),
                );
            }
            (scanned, low) = (i + 1, high);
        }
    }
    conflicts
}

/// One of the four ways to pack: by neighbours on `side`, from the left or (mirrored) from the right.
struct Corner<'g> {
    graph: &'g Layered,
    gap: f64,
    side: usize,
    mirror: bool,
}

impl Corner<'_> {
    fn coordinates(&self, conflicts: &Conflicts) -> Vec<f64> {
        let mut layers = self.graph.layers.clone();
        if self.mirror {
            layers.iter_mut().for_each(|layer| layer.reverse());
        }
        let root = self.align(&layers, conflicts);
        let blocks = self.pack(&layers, &root);
        root.iter().map(|&root| if self.mirror { -blocks[root] } else { blocks[root] }).collect()
    }

    /// Joins vertices with a median neighbour into blocks that do not cross; each vertex gets the first of its block.
    fn align(&self, layers: &[Vec<usize>], conflicts: &Conflicts) -> Vec<usize> {
        let count = self.graph.vertices.len();
        let mut place = vec![0; count];
        layers.iter().for_each(|layer| layer.iter().enumerate().for_each(|(i, &v)| place[v] = i));
        let mut root: Vec<usize> = (0..count).collect();
        let mut taken = vec![false; count];
        let numbers: Vec<usize> =
            if self.side == UP { (0..layers.len()).collect() } else { (0..layers.len()).rev().collect() };
        for number in numbers {
            let mut free_from = 0;
            for &v in &layers[number] {
                let conflict = |u: usize| conflicts.contains(&(u, v)) || conflicts.contains(&(v, u));
                let medians = self.medians(v, &place);
                if let Some(u) = medians.into_iter().find(|&u| place[u] >= free_from && !taken[u] && !conflict(u)) {
                    root[v] = root[u];
                    taken[u] = true;
                    free_from = place[u] + 1;
                }
            }
        }
        root
    }

    /// The middle neighbour, or the two in the middle.
    fn medians(&self, v: usize, place: &[usize]) -> Vec<usize> {
        let mut near = self.graph.vertices[v].sides[self.side].clone();
        near.sort_by_key(|&u| place[u]);
        match near.len() {
            0 => near,
            n => near[(n - 1) / 2..=n / 2].to_vec(),
        }
    }

    /// Blocks as far left as they go; then each as far right as what follows allows.
    fn pack(&self, layers: &[Vec<usize>], root: &[usize]) -> Vec<f64> {
        let count = root.len();
        let mut after: Vec<Vec<(usize, f64)>> = vec![Vec::new(); count];
        let mut waiting = vec![0; count];
        for pair in layers.iter().flat_map(|layer| layer.windows(2)) {
            after[root[pair[0]]].push((root[pair[1]], self.distance(pair[0], pair[1])));
            waiting[root[pair[1]]] += 1;
        }
        let mut at = vec![0.0_f64; count];
        let mut sorted: Vec<usize> = (0..count).filter(|&v| root[v] == v && waiting[v] == 0).collect();
        let mut next = 0;
        while next < sorted.len() {
            let block = sorted[next];
            next += 1;
            for &(other, distance) in &after[block] {
                at[other] = at[other].max(at[block] + distance);
                waiting[other] -= 1;
                if waiting[other] == 0 {
                    sorted.push(other);
                }
            }
        }
        for &block in sorted.iter().rev() {
            let room = after[block].iter().map(|&(other, distance)| at[other] - distance).fold(f64::INFINITY, f64::min);
            if room.is_finite() {
                at[block] = at[block].max(room);
            }
        }
        at
    }

    /// How far apart two neighbours of a layer stand at least.
    fn distance(&self, left: usize, right: usize) -> f64 {
        let [left, right] = [left, right].map(|v| &self.graph.vertices[v]);
        let gap = if left.is_box && right.is_box { self.gap } else { LINE_GAP };
        if self.mirror { left.before + right.after + gap } else { left.after + right.before + gap }
    }
}

/// Moves the four to the extent of the narrowest, then takes the mean of the middle two for each vertex.
fn balance(graph: &Layered, mut corners: [Vec<f64>; 4]) -> Vec<f64> {
    let extent = |at: &Vec<f64>| {
        let low = at.iter().zip(&graph.vertices).map(|(x, v)| x - v.before).fold(f64::INFINITY, f64::min);
        let high = at.iter().zip(&graph.vertices).map(|(x, v)| x + v.after).fold(f64::NEG_INFINITY, f64::max);
        (low, high)
    };
    let extents = corners.each_ref().map(extent);
    let narrowest = extents.into_iter().min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0))).expect("four corners");
    for (number, corner) in corners.iter_mut().enumerate() {
        let shift = if number % 2 == 0 { narrowest.0 - extents[number].0 } else { narrowest.1 - extents[number].1 };
        corner.iter_mut().for_each(|x| *x += shift);
    }
    let middle = |v: usize| {
        let mut four = corners.each_ref().map(|corner| corner[v]);
        four.sort_by(f64::total_cmp);
        (four[1] + four[2]) / 2.0
    };
    (0..graph.vertices.len()).map(middle).collect()
}
