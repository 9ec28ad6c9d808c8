//! Step 1: a layer for each box, with the least sum of arrow lengths.
//!
//! The objective is that of Gansner, Koutsofios, North and Vo (*A technique for drawing directed graphs*, 1993); the
//! method is steepest descent on an L♮-convex function (K. Murota, *Discrete Convex Analysis*, 2003): from the
//! earliest layers, keep moving back the set of boxes that gains most, which is a closure of maximum weight and found
//! as a minimum cut.

/// Layers from 0. Every pair points from a smaller to a larger number.
pub(super) fn layers(boxes: usize, arrows: &[(usize, usize)]) -> Vec<usize> {
    let mut layers = vec![0; boxes];
    let mut sorted = arrows.to_vec();
    sorted.sort();
    for &(from, to) in &sorted {
        layers[to] = layers[to].max(layers[from] + 1);
    }
    // Each move lowers the sum; the bound only limits the work on graphs too large to look at.
    for _ in 0..MOST_MOVES {
        let moved = gain(&layers, arrows);
        let leaving = arrows.iter().filter(|&&(from, to)| moved[from] && !moved[to]);
        match leaving.map(|&(from, to)| layers[to] - layers[from] - 1).min() {
            Some(step) => (0..boxes).filter(|&v| moved[v]).for_each(|v| layers[v] += step),
            None => break,
        }
    }
    layers
}

const MOST_MOVES: usize = 100;

/// The set whose move by one layer shortens arrows most; empty when no move does.
///
/// A box that leaves more arrows than enter it gains; it must take along whatever stands in the next layer after it.
fn gain(layers: &[usize], arrows: &[(usize, usize)]) -> Vec<bool> {
    let mut net =
        Flow { supply: vec![0; layers.len()], flow: vec![0; arrows.len()], tight: vec![Vec::new(); layers.len()] };
    for (number, &(from, to)) in arrows.iter().enumerate() {
        net.supply[from] += 1;
        net.supply[to] -= 1;
        if layers[to] == layers[from] + 1 {
            net.tight[from].push((to, number, true));
            net.tight[to].push((from, number, false));
        }
    }
    while let Some(path) = net.path() {
        net.push(&path);
    }
    net.reached().into_iter().map(|before| before.is_some()).collect()
}

/// A flow from boxes with supply to boxes with demand, over tight arrows of unlimited capacity.
struct Flow {
    supply: Vec<i64>,
    flow: Vec<i64>,
    /// Neighbour, number of the arrow, whether it is left forward.
    tight: Vec<Vec<(usize, usize, bool)>>,
}

/// How a box was reached: from itself, or over an arrow.
type Before = Option<(usize, usize, bool)>;

const START: usize = usize::MAX;

impl Flow {
    /// What can be reached from supply, breadth first.
    fn reached(&self) -> Vec<Before> {
        let mut before: Vec<Before> = vec![None; self.supply.len()];
        let mut queue: Vec<usize> = (0..before.len()).filter(|&v| self.supply[v] > 0).collect();
        queue.iter().for_each(|&v| before[v] = Some((v, START, true)));
        let mut next = 0;
        while next < queue.len() {
            let v = queue[next];
            next += 1;
            for &(to, arrow, forward) in &self.tight[v] {
                if before[to].is_none() && (forward || self.flow[arrow] > 0) {
                    before[to] = Some((v, arrow, forward));
                    queue.push(to);
                }
            }
        }
        before
    }

    /// A way from supply to demand: the box with demand, then the arrows back to the one with supply.
    fn path(&self) -> Option<Vec<(usize, usize, bool)>> {
        let before = self.reached();
        let end = (0..before.len()).find(|&v| self.supply[v] < 0 && before[v].is_some())?;
        let step = |&(v, _, _): &(usize, usize, bool)| before[v].filter(|&(_, arrow, _)| arrow != START);
        Some(std::iter::successors(Some((end, START, true)), step).collect())
    }

    /// One unit along the path.
    fn push(&mut self, path: &[(usize, usize, bool)]) {
        self.supply[path[0].0] += 1;
        self.supply[path[path.len() - 1].0] -= 1;
        for &(_, arrow, forward) in &path[1..] {
            self.flow[arrow] += if forward { 1 } else { -1 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_arrows() {
        let check = |boxes: usize, arrows: &[(usize, usize)], expect: &[usize]| {
            assert_eq!(layers(boxes, arrows), expect, "{arrows:?}")
        };
        check(0, &[], &[]);
        check(3, &[], &[0, 0, 0]);
        check(4, &[(0, 1), (0, 2), (1, 3), (2, 3)], &[0, 1, 1, 2]);
        // A source stands next to its only user.
        check(4, &[(0, 1), (1, 3), (2, 3)], &[0, 1, 1, 2]);
        // Two sources and what joins them move as one: no single move gains.
        check(7, &[(0, 1), (1, 2), (2, 6), (3, 5), (4, 5), (5, 6)], &[0, 1, 2, 1, 1, 2, 3]);
    }
}
