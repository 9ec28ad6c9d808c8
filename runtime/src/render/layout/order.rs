//! Step 3: an order in each layer, with few crossings.
//!
//! Barycentre sweeps (Sugiyama, Tagawa, Toda 1981) with transposition of neighbours (Gansner et al. 1993), from two
//! starts; crossings are counted by an accumulator tree (Barth, Jünger, Mutzel, *Simple and efficient bilayer cross
//! counting*, 2002).

use super::{DOWN, Layered, UP};

/// Fills `graph.layers`.
pub(super) fn order(graph: &mut Layered) {
    let starts = [UP, DOWN].map(|side| improve(graph, start(graph, side)));
    let [ours, theirs] = starts;
    graph.layers = if theirs.0 < ours.0 { theirs.1 } else { ours.1 };
}

type Layers = Vec<Vec<usize>>;

/// Sweeps to and fro until a few in a row gain nothing.
fn improve(graph: &Layered, mut layers: Layers) -> (usize, Layers) {
    const PATIENCE: usize = 6;
    let mut best = (crossings(graph, &layers), layers.clone());
    let mut idle = 0;
    for round in 0.. {
        if idle > PATIENCE || best.0 == 0 {
            break;
        }
        sweep(graph, &mut layers, if round % 2 == 0 { UP } else { DOWN }, round % 4 >= 2);
        transpose(graph, &mut layers);
        let count = crossings(graph, &layers);
        idle += 1;
        if count < best.0 {
            best = (count, layers.clone());
            idle = 0;
        }
    }
    best
}

/// Depth first, from the boxes with nothing on `side`, in program order.
fn start(graph: &Layered, side: usize) -> Layers {
    let mut layers = vec![Vec::new(); graph.layers.len()];
    let mut seen = vec![false; graph.vertices.len()];
    let mut stack: Vec<usize> =
        (0..graph.vertices.len()).rev().filter(|&v| graph.vertices[v].sides[side].is_empty()).collect();
    while let Some(v) = stack.pop() {
        if !std::mem::replace(&mut seen[v], true) {
            layers[graph.vertices[v].layer].push(v);
            stack.extend(graph.vertices[v].sides[1 - side].iter().rev());
        }
    }
    layers
}

/// Sorts each layer by the mean position of its neighbours on `side`. Without neighbours, a vertex stays where it is.
fn sweep(graph: &Layered, layers: &mut Layers, side: usize, flip_ties: bool) {
    let mut place = places(graph, layers);
    let numbers: Vec<usize> = if side == UP { (0..layers.len()).collect() } else { (0..layers.len()).rev().collect() };
    for number in numbers {
        let layer = &mut layers[number];
        let mean = |v: usize| {
            let near = &graph.vertices[v].sides[side];
            let sum: usize = near.iter().map(|&u| place[u]).sum();
            if near.is_empty() { place[v] as f64 } else { sum as f64 / near.len() as f64 }
        };
        if flip_ties {
            layer.reverse();
        }
        let mut keyed: Vec<(f64, usize)> = layer.iter().map(|&v| (mean(v), v)).collect();
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        *layer = keyed.into_iter().map(|(_, v)| v).collect();
        layer.iter().enumerate().for_each(|(i, &v)| place[v] = i);
    }
}

/// Swaps neighbours while that removes crossings.
fn transpose(graph: &Layered, layers: &mut Layers) {
    const MOST_ROUNDS: usize = 10;
    let mut place = places(graph, layers);
    for _ in 0..MOST_ROUNDS {
        let mut improved = false;
        for layer in layers.iter_mut() {
            for i in 1..layer.len() {
                let (left, right) = (layer[i - 1], layer[i]);
                if between(graph, &place, left, right) > between(graph, &place, right, left) {
                    layer.swap(i - 1, i);
                    place.swap(left, right);
                    improved = true;
                }
            }
        }
        if !improved {
            break;
        }
    }
}

/// The crossings between lines of `left` and lines of `right`, standing in this order.
fn between(graph: &Layered, place: &[usize], left: usize, right: usize) -> usize {
    let crossed = |side: usize| {
        let [ours, theirs] = [left, right].map(|v| &graph.vertices[v].sides[side]);
        ours.iter().map(|&a| theirs.iter().filter(|&&b| place[b] < place[a]).count()).sum::<usize>()
    };
    crossed(UP) + crossed(DOWN)
}

/// All crossings.
fn crossings(graph: &Layered, layers: &Layers) -> usize {
    let place = places(graph, layers);
    let ends = |layer: &Vec<usize>| -> Vec<usize> {
        let sorted = |&v: &usize| {
            let mut ends: Vec<usize> = graph.vertices[v].sides[DOWN].iter().map(|&u| place[u]).collect();
            ends.sort_unstable();
            ends
        };
        layer.iter().flat_map(sorted).collect()
    };
    layers.iter().map(|layer| inversions(&ends(layer))).sum()
}

/// The pairs that stand in descending order.
fn inversions(numbers: &[usize]) -> usize {
    let size = numbers.iter().max().map_or(0, |max| max + 1);
    let mut tree = vec![0; size + 1];
    let mut count = 0;
    for (seen, &number) in numbers.iter().enumerate() {
        let up_to = std::iter::successors(Some(number + 1), |&i| Some(i & i.wrapping_sub(1))).take_while(|&i| i > 0);
        count += seen - up_to.map(|i| tree[i]).sum::<usize>();
        std::iter::successors(Some(number + 1), |&i| Some(i + (i & i.wrapping_neg())))
            .take_while(|&i| i <= size)
            .for_each(|i| tree[i] += 1);
    }
    count
}

/// The position of each vertex in its layer.
fn places(graph: &Layered, layers: &Layers) -> Vec<usize> {
    let mut place = vec![0; graph.vertices.len()];
    layers.iter().for_each(|layer| layer.iter().enumerate().for_each(|(i, &v)| place[v] = i));
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_inversions() {
        let check = |numbers: &[usize], expect: usize| assert_eq!(inversions(numbers), expect, "{numbers:?}");
        check(&[], 0);
        check(&[0, 0, 1], 0);
        check(&[2, 1, 0], 3);
        check(&[1, 3, 0, 2, 2], 4);
    }
}
