//! Why nodes wait: every pair with its hazards, or the path between two nodes that somebody asks about.

use std::fmt::{self, Display, Formatter};

use super::plain::one_line;
use super::{EdgeInfo, GraphInfo, Hazard, NodeInfo};

/// Why each node waits: the answer of [`GraphInfo::explain`].
///
/// [`Display`] prints one paragraph per pair, then the calls that run serially inside glue.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// let graph = pipeline! { let a = inc(1); inc(a) }.graph();
/// let explanation = graph.explain();
/// assert!(explanation.to_string().contains("flow `a`: it uses what the other makes or changes"));
/// assert_eq!(explanation.orders()[0].later().id(), 1);
/// assert_eq!(explanation.serial().count(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Explanation<'g> {
    graph: &'g GraphInfo,
    orders: Vec<Order<'g>>,
}

/// Two nodes that keep their program order, and all that orders them directly.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// # #[task] fn show(x: &i32, y: &i32) -> i32 { x + y }
/// let p = pipeline! {
///     let a = inc(1);
///     let b = inc(a);
///     show(&a, &b) // waits for `a` itself, and for `b`, which waits for `a`
/// };
/// let graph = p.graph();
/// let explanation = graph.explain();
/// let [first, second, ..] = explanation.orders() else { panic!("two pairs") };
/// assert_eq!((first.earlier().id(), first.later().id(), first.implied()), (0, 1, false));
/// assert_eq!((second.earlier().id(), second.later().id()), (0, 2));
/// assert_eq!(second.reasons()[0].value(), Some("a"));
/// ```
#[derive(Clone, Debug)]
pub struct Order<'g> {
    earlier: &'g NodeInfo,
    later: &'g NodeInfo,
    reasons: &'g [EdgeInfo],
    implied: bool,
}

/// What orders two nodes: the answer of [`GraphInfo::why`].
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// let graph = pipeline! { let a = inc(1); let b = inc(a); let c = inc(b); (b, c) }.graph();
/// let why = graph.why("a", "c");
/// assert!(why.is_ordered());
/// assert_eq!(why.chains()[0].links().len(), 2); // through `b`
/// ```
#[derive(Clone, Debug)]
pub struct Why<'g> {
    chains: Vec<Chain<'g>>,
    /// What names no node.
    unknown: Vec<String>,
}

/// The shortest path of hazards between two nodes; without links, nothing orders them.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// let graph = pipeline! { let a = inc(1); let b = inc(a); (a, b) }.graph();
/// let why = graph.why("b", "a"); // in any order
/// let chain = &why.chains()[0];
/// assert_eq!((chain.earlier().id(), chain.later().id()), (0, 1));
/// assert_eq!(chain.links()[0].reasons()[0].value(), Some("a"));
/// ```
#[derive(Clone, Debug)]
pub struct Chain<'g> {
    earlier: &'g NodeInfo,
    later: &'g NodeInfo,
    links: Vec<Order<'g>>,
}

/// How [`GraphInfo::why`] is told of a node: by its [`id`](NodeInfo::id), itself, its label, or a variable that it
/// binds.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// let graph = pipeline! { let a = inc(1); let b = inc(a); b }.graph();
/// assert!(graph.why(0, 1).is_ordered()); // ids
/// assert!(graph.why("a", &graph.nodes()[1]).is_ordered()); // a variable, a node
/// assert!(!graph.why("a", "x").is_ordered());
/// assert_eq!(graph.why("a", "x").to_string(), "no node is called `x`\n");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Select<'a> {
    /// The node with this id.
    Id(usize),
    /// The nodes with this label; if there is none, those that bind a variable of this name.
    Name(&'a str),
}

impl GraphInfo {
    /// Why nodes wait for each other, and which calls run serially inside glue.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// # #[task] fn add(x: i32, y: i32) -> i32 { x + y }
    /// let p = pipeline! { let a = inc(1); let b = inc(2); add(a, b) };
    /// println!("{}", p.graph().explain());
    /// ```
    pub fn explain(&self) -> Explanation<'_> {
        let orders = self.hazards.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to));
        Explanation { graph: self, orders: orders.map(|reasons| Order::new(self, reasons)).collect() }
    }

    /// What orders `a` and `b`: the hazards, the path through other nodes, or nothing. Nodes are given by label, by
    /// variable or by id.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// # #[task] fn add(x: i32, y: i32) -> i32 { x + y }
    /// let p = pipeline! { let a = inc(1); let b = inc(2); add(a, b) };
    /// assert!(!p.graph().why("a", "b").is_ordered());
    /// assert!(p.graph().why("a", "add").is_ordered());
    /// println!("{}", p.graph().why("a", "b"));
    /// ```
    pub fn why<'a>(&self, a: impl Into<Select<'a>>, b: impl Into<Select<'a>>) -> Why<'_> {
        let sides = [a.into(), b.into()];
        let [ours, theirs] = sides.map(|side| self.select(side));
        let unknown = sides.into_iter().zip([&ours, &theirs]).filter(|(_, found)| found.is_empty());
        let unknown = unknown.map(|(side, _)| side.to_string()).collect();
        let pairs = ours.iter().flat_map(|&a| theirs.iter().map(move |&b| (a.min(b), a.max(b))));
        let mut pairs: Vec<_> = pairs.filter(|(a, b)| a != b).collect();
        pairs.sort();
        pairs.dedup();
        Why { chains: pairs.into_iter().map(|(a, b)| self.chain(a, b)).collect(), unknown }
    }

    /// Positions of the nodes that `side` speaks of.
    fn select(&self, side: Select<'_>) -> Vec<usize> {
        let positions = |test: &dyn Fn(&NodeInfo) -> bool| -> Vec<usize> {
            (0..self.nodes.len()).filter(|&i| test(&self.nodes[i])).collect()
        };
        match side {
            Select::Id(id) => self.index_of(id).into_iter().collect(),
            // A tail that is just a name is found by that name only if nothing else is.
            Select::Name(name) => [
                positions(&|node| node.label() == name && !node.is_return()),
                positions(&|node| node.values().any(|value| value == name)),
                positions(&|node| node.label() == name),
            ]
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default(),
        }
    }

    /// The shortest path between two positions, breadth first.
    fn chain(&self, earlier: usize, later: usize) -> Chain<'_> {
        let orders = self.explain().orders;
        let (earlier, later) = (&self.nodes[earlier], &self.nodes[later]);
        let mut found = vec![(earlier.id, None)];
        let mut next = 0;
        while next < found.len() {
            let (at, _) = found[next];
            for order in orders.iter().filter(|order| order.earlier.id == at) {
                if !found.iter().any(|&(id, _)| id == order.later.id) {
                    found.push((order.later.id, Some(order)));
                }
            }
            next += 1;
        }
        let before = |id: usize| found.iter().find(|&&(at, _)| at == id).and_then(|&(_, order)| order.cloned());
        let mut links: Vec<_> = std::iter::successors(before(later.id), |order| before(order.earlier.id)).collect();
        links.reverse();
        Chain { earlier, later, links }
    }
}

impl<'g> Explanation<'g> {
    /// Every pair of nodes with a hazard between them, by later node.
    pub fn orders(&self) -> &[Order<'g>] {
        &self.orders
    }

    /// The glue in which calls run serially: see [`NodeInfo::serial_calls`].
    pub fn serial(&self) -> impl Iterator<Item = &'g NodeInfo> {
        self.graph.nodes.iter().filter(|node| !node.serial_calls().is_empty())
    }
}

impl<'g> Order<'g> {
    fn new(graph: &'g GraphInfo, reasons: &'g [EdgeInfo]) -> Order<'g> {
        let node = |id| graph.node(id).expect("hazards join shown nodes");
        let drawn = |edge: &EdgeInfo| (edge.from, edge.to) == (reasons[0].from, reasons[0].to);
        let implied = !graph.edges.iter().any(drawn);
        Order { earlier: node(reasons[0].from), later: node(reasons[0].to), reasons, implied }
    }

    /// The node that runs first.
    pub fn earlier(&self) -> &'g NodeInfo {
        self.earlier
    }

    /// The node that waits.
    pub fn later(&self) -> &'g NodeInfo {
        self.later
    }

    /// Every hazard between the two.
    pub fn reasons(&self) -> &'g [EdgeInfo] {
        self.reasons
    }

    /// Whether a path through other nodes orders the two as well, so that pictures leave the edge out.
    pub fn implied(&self) -> bool {
        self.implied
    }
}

impl<'g> Why<'g> {
    /// Whether anything orders the nodes asked about.
    pub fn is_ordered(&self) -> bool {
        self.chains.iter().any(|chain| !chain.links.is_empty())
    }

    /// One answer per pair of nodes: more than one when a name stands for several nodes.
    pub fn chains(&self) -> &[Chain<'g>] {
        &self.chains
    }
}

impl<'g> Chain<'g> {
    /// The node that comes first in program order.
    pub fn earlier(&self) -> &'g NodeInfo {
        self.earlier
    }

    /// The node that comes last in program order.
    pub fn later(&self) -> &'g NodeInfo {
        self.later
    }

    /// The steps from the earlier node to the later: one if a hazard joins them, none if nothing orders them.
    pub fn links(&self) -> &[Order<'g>] {
        &self.links
    }
}

impl From<usize> for Select<'_> {
    fn from(id: usize) -> Self {
        Select::Id(id)
    }
}

impl<'a> From<&'a str> for Select<'a> {
    fn from(name: &'a str) -> Self {
        Select::Name(name)
    }
}

impl From<&NodeInfo> for Select<'_> {
    fn from(node: &NodeInfo) -> Self {
        Select::Id(node.id)
    }
}

impl Display for Explanation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for order in &self.orders {
            writeln!(f, "{order}")?;
        }
        for node in self.serial() {
            writeln!(f, "{} runs serially, inside glue: {}", Named(node), node.serial_calls().join(", "))?;
        }
        Ok(())
    }
}

impl Display for Order<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} waits for {}", Named(self.later), Named(self.earlier))?;
        if self.implied {
            write!(f, ", also through other nodes")?;
        }
        self.reasons.iter().try_for_each(|edge| write!(f, "\n    {}", reason(edge)))
    }
}

impl Display for Why<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for side in &self.unknown {
            writeln!(f, "no node is called {side}")?;
        }
        if self.chains.is_empty() && self.unknown.is_empty() {
            writeln!(f, "they are one node")?;
        }
        self.chains.iter().try_for_each(|chain| writeln!(f, "{chain}"))
    }
}

impl Display for Chain<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.links[..] {
            [] => write!(
                f,
                "nothing orders {} and {}: they may run at the same time",
                Named(self.earlier),
                Named(self.later)
            ),
            [order] => write!(f, "{order}"),
            links => {
                write!(f, "{} waits for {} through {} steps", Named(self.later), Named(self.earlier), links.len())?;
                links.iter().try_for_each(|order| write!(f, "\n  {}", order.to_string().replace('\n', "\n  ")))
            }
        }
    }
}

impl Display for Select<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Select::Id(id) => write!(f, "#{id}"),
            Select::Name(name) => write!(f, "`{name}`"),
        }
    }
}

/// A node in a sentence.
struct Named<'g>(&'g NodeInfo);

impl Display for Named<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` (line {})", one_line(self.0.label()), self.0.line())
    }
}

/// The hazard, the value, and what it means.
fn reason(edge: &EdgeInfo) -> String {
    let value = edge.value.map(|value| format!(" `{value}`")).unwrap_or_default();
    let meaning = match edge.hazard {
        Hazard::Flow => "it uses what the other makes or changes",
        Hazard::Anti => "it takes or changes what the other still uses",
        Hazard::Output => "both change it",
        Hazard::Effect => "both have effects, which keep program order",
        Hazard::Exit => "the other may end the pipeline first",
    };
    format!("{}{value}: {meaning}", edge.hazard.name())
}
