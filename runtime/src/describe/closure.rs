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

    /// The number of nodes on the longest path.
    pub(super) fn depth(&self) -> usize {
        let mut longest = vec![1; self.after.len()];
        for from in (0..self.after.len()).rev() {
            longest[from] = 1 + self.after[from].iter().map(|&to| longest[to]).max().unwrap_or(0);
        }
        longest.into_iter().max().unwrap_or(0)
    }

    /// The size of the largest antichain: nodes minus a maximum matching of the closure (Dilworth, Fulkerson).
    pub(super) fn width(&self) -> usize {
        let n = self.reach.len();
        let mut partner = vec![None; n];
        let matched = (0..n).filter(|&from| self.augment(from, &mut partner, &mut vec![false; n])).count();
        n - matched
    }

    /// Finds `from` a later partner, moving others along if need be (Kuhn's augmenting path).
    fn augment(&self, from: usize, partner: &mut [Option<usize>], tried: &mut [bool]) -> bool {
        for to in (0..self.reach.len()).filter(|&to| self.reach[from][to]) {
            if std::mem::replace(&mut tried[to], true) {
                continue;
            }
            if partner[to].is_none_or(|other| self.augment(other, partner, tried)) {
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
            assert_eq!((closure.depth(), closure.width()), (depth, width), "{edges:?}");
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
    fn indirect() {
        let closure = Closure::new(3, [(0, 1), (1, 2), (0, 2)].into_iter());
        assert!(closure.is_indirect(0, 2));
        assert!(!closure.is_indirect(0, 1));
        assert!(!closure.is_indirect(2, 0));
    }
}
