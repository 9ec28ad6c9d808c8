//! What a graph looks like.

use super::hazard::{Kind, NONE};
use super::{Errors, Graph};
use crate::describe::{Added, Exit, GraphInfo, Hazard};
use crate::task::TaskInfo;

/// # Looking at it
impl<E: Errors> Graph<'_, E> {
    /// Number of nodes that were added.
    ///
    /// ```
    /// # use superscalar::{Graph, task};
    /// # #[task] fn square(x: u32) -> u32 { x * x }
    /// let mut g = Graph::new();
    /// g.add(square::node(1));
    /// assert_eq!(g.len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.nodes().count()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of nodes on the longest path: how many run one after the other, at least. Takes time in proportion to the
    /// graph.
    ///
    /// ```
    /// # use superscalar::{Graph, task};
    /// # #[task] fn inc(x: u32) -> u32 { x + 1 }
    /// let mut g = Graph::new();
    /// let mut x = g.add(inc::node(0));
    /// for _ in 1..5 {
    ///     x = g.add(inc::node(x));
    /// }
    /// assert_eq!((g.depth(), g.width()), (5, 1));
    /// ```
    pub fn depth(&self) -> usize {
        self.levels().into_iter().max().unwrap_or(0) as usize
    }

    /// Number of nodes in the fullest level, where the level of a node is the length of the longest path to it. That many
    /// can run at the same time; in graphs that are no levels, more can: see [`GraphInfo::width`]. Takes time in
    /// proportion to the graph.
    pub fn width(&self) -> usize {
        let levels = self.levels();
        let mut counts = vec![0; self.state.records.len() + 1];
        self.nodes().for_each(|node| counts[levels[node as usize] as usize] += 1);
        counts.into_iter().max().unwrap_or(0)
    }

    /// The names of the nodes on a longest path, first to last. Takes time in proportion to the graph.
    ///
    /// ```
    /// # use superscalar::{Graph, task};
    /// # #[task] fn inc(x: u32) -> u32 { x + 1 }
    /// # #[task] fn add(x: u32, y: u32) -> u32 { x + y }
    /// let mut g = Graph::new();
    /// let a = g.add(inc::node(1));
    /// let b = g.add(inc::node(&a).named("second"));
    /// g.add(add::node(a, b));
    /// assert_eq!(g.critical_path(), ["inc", "second", "add"]);
    /// ```
    pub fn critical_path(&self) -> Vec<String> {
        let levels = self.levels();
        let mut path = Vec::new();
        let mut at = self.nodes().max_by_key(|&node| (levels[node as usize], std::cmp::Reverse(node)));
        while let Some(node) = at {
            if self.is_shown(node) {
                path.push(self.label(node));
            }
            let before = self.state.edges(node).iter().map(|edge| edge.from);
            at = before.max_by_key(|&from| (levels[from as usize], std::cmp::Reverse(from)));
        }
        path.reverse();
        path
    }

    /// The graph as it is, for pictures, and for why two nodes are ordered. Takes time and memory in proportion to the square
    /// of the number of nodes.
    ///
    /// ```
    /// # use superscalar::{Graph, task};
    /// #[task] fn load(n: u32) -> Vec<u32> { (0..n).collect() }
    /// #[task] fn count(values: &[u32]) -> usize { values.len() }
    /// #[task] fn clear(values: &mut Vec<u32>) { values.clear() }
    ///
    /// let mut g = Graph::new();
    /// let mut values = g.add(load::node(3));
    /// g.add(count::node(&values));
    /// g.add(clear::node(&mut values));
    /// println!("{}", g.graph().to_mermaid());
    /// assert!(g.graph().why("count", "clear").is_ordered());
    /// ```
    pub fn graph(&self) -> GraphInfo {
        let nodes = self.nodes().map(|node| {
            let record = &self.state.records[node as usize];
            let exit = if record.kind == Kind::Fallible { Exit::May } else { Exit::Never };
            (node as usize, Added { label: self.label(node).into(), task: record.info, exit })
        });
        let edges = self.nodes().flat_map(|node| {
            let mut edges = Vec::new();
            self.shown_edges(node, &mut edges);
            edges
        });
        GraphInfo::of_added(nodes, edges)
    }

    /// The edges to a node, past joins and what was asked for.
    fn shown_edges(&self, to: u32, edges: &mut Vec<(usize, usize, Hazard, Option<String>)>) {
        let mut open = vec![to];
        while let Some(node) = open.pop() {
            for edge in self.state.edges(node) {
                if self.is_shown(edge.from) {
                    let value = (edge.value != NONE).then(|| self.label(edge.value));
                    edges.push((edge.from as usize, to as usize, edge.hazard, value));
                } else {
                    open.push(edge.from);
                }
            }
        }
    }

    /// The nodes that were added, without those that only order others.
    fn nodes(&self) -> impl Iterator<Item = u32> {
        (0..self.state.records.len() as u32).filter(|&node| self.is_shown(node))
    }

    fn is_shown(&self, node: u32) -> bool {
        self.state.records[node as usize].has_cell()
    }

    /// By node: the number of nodes on the longest path to it.
    fn levels(&self) -> Vec<u32> {
        let mut levels = vec![0; self.state.records.len()];
        for node in 0..levels.len() {
            let before = self.state.edges(node as u32).iter().map(|edge| levels[edge.from as usize]).max();
            levels[node] = before.unwrap_or(0) + u32::from(self.is_shown(node as u32));
        }
        levels
    }

    pub(super) fn label(&self, node: u32) -> String {
        let given = self.labels.get(&node).map(|label| label.to_string());
        let task = self.state.records[node as usize].info.map(name_of);
        given.or(task).unwrap_or_else(|| "parts".to_owned())
    }
}

/// A method's name with its type: `Model::fit`.
fn name_of(task: &TaskInfo) -> String {
    let mut path = task.path.rsplit("::");
    match (path.next(), path.next()) {
        (Some(function), Some(owner)) if function == task.name && owner.starts_with(char::is_uppercase) => {
            format!("{owner}::{function}")
        }
        _ => task.name.to_owned(),
    }
}
