//! All ordered pairs of a graph, and the two numbers that follow: depth and width.
//!
//! Assumes that every edge points from a smaller to a larger position, as hazards do: there are no cycles to look
//! for.

/// A graph of `n` nodes and its transitive closure.
pub(super) struct Closure {
    /// Direct successors.
    after: Vec<Vec<usize>>,
    /// `reach[a][b]`: a path leads from `a` to `b`.
    reach: Vec<Vec<bool>>,
}

impl Closure {
    pub(super) fn new(n: usize, edges: impl Iterator<Item = (usize, usize)>) -> Closure {
        let mut after = vec![Vec::new(); n];
        edges.for_each(|(from, to)| after[from].push(to));
        let mut reach = vec![vec![false; n]; n];
        for from in (0..n).rev() {
            let (head, tail) = reach.split_at_mut(from + 1);
            for &to in &after[from] {
                head[from][to] = true;
                head[from].iter_mut().zip(&tail[to - from - 1]).for_each(|(mine, &theirs)| *mine |= theirs);
            }
        }
        Closure { after, reach }
    }

    /// Whether a path of two edges or more leads from `from` to `to`.
    pub(super) fn is_indirect(&self, from: usize, to: usize) -> bool {
        self.after[from].iter().any(|&next| self.reach[next][to])
    }

    /// Whether a path, or none if they are one, leads from `from` to `to`.
    pub(super) fn reaches(&self, from: usize, to: usize) -> bool {
        from == to || self.reach[from][to]
    }

    /// The number of nodes on the longest path, each counted as often as it weighs.
    pub(super) fn depth(&self, weights: &[usize]) -> usize {
        let mut longest = weights.to_vec();
        for from in (0..self.after.len()).rev() {
            longest[from] += self.after[from].iter().map(|&to| longest[to]).max().unwrap_or(0);
        }
        longest.into_iter().max().unwrap_or(0)
    }

    /// The weight of the heaviest antichain: nodes minus a maximum matching of the closure (Dilworth, Fulkerson), with
    /// as many copies of each node, free of each other, as it weighs.
    pub(super) fn width(&self, weights: &[usize]) -> usize {
        let copies: Vec<usize> = (0..weights.len()).flat_map(|v| std::iter::repeat_n(v, weights[v])).collect();
        let n = copies.len();
        let mut partner = vec![None; n];
        let matched = (0..n).filter(|&from| self.augment(from, &copies, &mut partner, &mut vec![false; n])).count();
        n - matched
    }

    /// Finds `from` a later partner, moving others along if need be (Kuhn's augmenting path).
    fn augment(&self, from: usize, copies: &[usize], partner: &mut [Option<usize>], tried: &mut [bool]) -> bool {
        for to in (0..copies.len()).filter(|&to| self.reach[copies[from]][copies[to]]) {
            if std::mem::replace(&mut tried[to], true) {
                continue;
            }
            if partner[to].is_none_or(|other| self.augment(other, copies, partner, tried)) {
                partner[to] = Some(from);
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_and_width() {
        let check = |n: usize, edges: &[(usize, usize)], depth: usize, width: usize| {
            let closure = Closure::new(n, edges.iter().copied());
            assert_eq!((closure.depth(&vec![1; n]), closure.width(&vec![1; n])), (depth, width), "{edges:?}");
        };
        check(0, &[], 0, 0);
        check(3, &[], 1, 3);
        check(3, &[(0, 1), (1, 2)], 3, 1);
        check(4, &[(0, 1), (0, 2), (1, 3), (2, 3)], 3, 2);
        // The widest level of any layering has two nodes; 1, 2 and 3 are free of each other all the same.
        check(5, &[(0, 1), (0, 2), (2, 4), (0, 3), (3, 4)], 3, 3);
        check(6, &[(0, 1), (2, 3), (3, 4), (4, 5), (0, 5)], 4, 2);
    }

    #[test]
    fn weighted() {
        let closure = Closure::new(4, [(0, 1), (0, 2), (1, 3), (2, 3)].into_iter());
        assert_eq!((closure.depth(&[1, 4, 2, 1]), closure.width(&[1, 4, 2, 1])), (6, 6));
        assert_eq!((closure.depth(&[9, 1, 1, 1]), closure.width(&[9, 1, 1, 1])), (11, 9));
    }

    #[test]
    fn indirect() {
        let closure = Closure::new(3, [(0, 1), (1, 2), (0, 2)].into_iter());
        assert!(closure.is_indirect(0, 2));
        assert!(!closure.is_indirect(0, 1));
        assert!(!closure.is_indirect(2, 0));
    }
}
