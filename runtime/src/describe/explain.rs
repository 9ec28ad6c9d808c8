//! Why nodes wait: every pair with its hazards, or the path between two nodes that somebody asks about.

use std::fmt::{self, Display, Formatter};

use super::plain::one_line;
use super::{EdgeInfo, GraphInfo, Hazard, NodeInfo, RegionInfo, RegionKind};

/// Why each node waits: the answer of [`GraphInfo::explain`].
///
/// [`Display`] prints one paragraph per pair, then how the iterations of each loop follow each other, then the calls
/// that run serially inside glue.
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

/// How the iterations of a loop follow each other: one line of [`Explanation`].
struct Iterations<'g> {
    graph: &'g GraphInfo,
    region: &'g RegionInfo,
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
/// Nodes of different regions are compared by the nodes around them in the region that both are in.
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
    /// Between the two, from one iteration to the next.
    carried: Vec<Order<'g>>,
    /// The nodes asked about, in program order.
    asked: [&'g NodeInfo; 2],
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
        let orders = self.hazards.chunk_by(EdgeInfo::joins_as);
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
        let repeats = |at: usize| self.hazards.iter().any(|edge| edge.from == edge.to && edge.to == self.nodes[at].id);
        let mut pairs: Vec<_> = pairs.filter(|&(a, b)| a != b || repeats(a)).collect();
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
        let asked = [earlier, later].map(|at| &self.nodes[at]);
        let [earlier, later] = self.peers(asked);
        let mut found = vec![(earlier.id, None)];
        let mut next = 0;
        while next < found.len() {
            let (at, _) = found[next];
            for order in orders.iter().filter(|order| order.earlier.id == at && !order.carried()) {
                if !found.iter().any(|&(id, _)| id == order.later.id) {
                    found.push((order.later.id, Some(order)));
                }
            }
            next += 1;
        }
        let before = |id: usize| found.iter().find(|&&(at, _)| at == id).and_then(|&(_, order)| order.cloned());
        let mut links: Vec<_> = std::iter::successors(before(later.id), |order| before(order.earlier.id)).collect();
        links.reverse();
        let joins = |order: &&Order<'_>| {
            let ends = [order.earlier.id, order.later.id];
            order.carried() && (ends == [earlier.id, later.id] || ends == [later.id, earlier.id])
        };
        let carried = orders.iter().filter(joins).cloned().collect();
        Chain { earlier, later, links, carried, asked }
    }

    /// The two nodes, or those around them, that are in one region; one node when one is inside the other, or both are
    /// inside it.
    fn peers<'g>(&'g self, nodes: [&'g NodeInfo; 2]) -> [&'g NodeInfo; 2] {
        let [ours, theirs] = nodes.map(|node| self.around(node));
        let pairs = ours.iter().flat_map(|&a| theirs.iter().map(move |&b| [a, b]));
        pairs.into_iter().find(|[a, b]| a.id == b.id || a.region == b.region).expect("all are in the body")
    }

    /// The node, the node in whose region it is, and so on.
    fn around<'g>(&'g self, node: &'g NodeInfo) -> Vec<&'g NodeInfo> {
        std::iter::successors(Some(node), |node| self.node(self.region(node.region?)?.owner())).collect()
    }
}

impl<'g> Explanation<'g> {
    /// Every pair of nodes with a hazard between them, by later node; in a `for`, also from one iteration to the next.
    pub fn orders(&self) -> &[Order<'g>] {
        &self.orders
    }

    /// The loops, in program order.
    fn loops(&self) -> impl Iterator<Item = Iterations<'g>> {
        let graph = self.graph;
        let loops = graph.regions.iter().filter(|region| region.kind() != RegionKind::Branch);
        loops.map(move |region| Iterations { graph, region })
    }

    /// The glue in which calls run serially: see [`NodeInfo::serial_calls`].
    pub fn serial(&self) -> impl Iterator<Item = &'g NodeInfo> {
        self.graph.nodes.iter().filter(|node| !node.serial_calls().is_empty())
    }
}

impl<'g> Order<'g> {
    fn new(graph: &'g GraphInfo, reasons: &'g [EdgeInfo]) -> Order<'g> {
        let node = |id| graph.node(id).expect("hazards join shown nodes");
        let implied = !graph.edges.iter().any(|edge| edge.joins_as(&reasons[0]));
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

    /// Whether the later node waits for the earlier one of the iteration before.
    pub fn carried(&self) -> bool {
        self.reasons[0].carried
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
    /// Whether anything orders the nodes asked about, in one run of the region that both are in.
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
        for iterations in self.loops() {
            writeln!(f, "{iterations}")?;
        }
        for node in self.serial() {
            writeln!(f, "{} runs serially, inside glue: {}", Named(node), node.serial_calls().join(", "))?;
        }
        Ok(())
    }
}

impl Display for Order<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} waits for ", Named(self.later))?;
        match (self.carried(), self.earlier.id == self.later.id) {
            (false, _) => write!(f, "{}", Named(self.earlier))?,
            (true, false) => write!(f, "{} of the iteration before", Named(self.earlier))?,
            (true, true) => write!(f, "itself of the iteration before")?,
        }
        if self.implied {
            write!(f, ", also through other nodes")?;
        }
        self.reasons.iter().try_for_each(|edge| write!(f, "\n    {}", reason(self.earlier, edge)))
    }
}

impl Display for Iterations<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let owner = self.graph.node(self.region.owner()).expect("a region is shown with its node");
        write!(f, "{}: ", Named(owner))?;
        let carried = self.carried();
        match self.region.kind() {
            RegionKind::Loop => write!(f, "iterations run one after the other"),
            _ if carried.is_empty() => write!(f, "iterations overlap, and none waits for another"),
            _ => write!(f, "iterations overlap, and each waits for the one before: {}", carried.join(", ")),
        }
    }
}

impl<'g> Iterations<'g> {
    /// What an iteration waits for: values, effects, exits.
    fn carried(&self) -> Vec<String> {
        let inside = |edge: &&EdgeInfo| edge.carried && self.region.nodes().contains(&edge.to);
        let mut carried: Vec<String> = Vec::new();
        for edge in self.graph.hazards.iter().filter(inside) {
            let one = match (edge.value(), edge.hazard) {
                (Some(value), _) => format!("`{value}`"),
                (None, Hazard::Effect) => "effects".to_owned(),
                (None, Hazard::Exit) => "exits".to_owned(),
                (None, _) => continue,
            };
            if !carried.contains(&one) {
                carried.push(one);
            }
        }
        carried
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
        let mut parts = self.in_one_run();
        parts.extend(self.carried.iter().map(|order| order.to_string()));
        let peers = [self.earlier, self.later];
        let inner = self.asked.into_iter().filter(|node| !peers.iter().any(|peer| peer.id == node.id));
        for node in inner {
            let peer = peers[usize::from(node.id == self.asked[1].id)];
            parts.push(format!("{} is inside {}", Named(node), Named(peer)));
        }
        write!(f, "{}", parts.join("\n"))
    }
}

impl Chain<'_> {
    /// The order without what iterations carry.
    fn in_one_run(&self) -> Vec<String> {
        let [earlier, later] = [Named(self.earlier), Named(self.later)];
        match &self.links[..] {
            [] if self.earlier.id == self.later.id => self.in_one_node(),
            [] if self.carried.is_empty() => {
                vec![format!("nothing orders {earlier} and {later}: they may run at the same time")]
            }
            [] => vec![format!("nothing orders {earlier} and {later} of one iteration: they may run at the same time")],
            [order] => vec![order.to_string()],
            links => {
                let steps = links.iter().map(|order| format!("\n  {}", order.to_string().replace('\n', "\n  ")));
                let steps: String = steps.collect();
                vec![format!("{later} waits for {earlier} through {} steps{steps}", links.len())]
            }
        }
    }

    /// One node is inside the other, or both are in different regions of one node, or they are one.
    fn in_one_node(&self) -> Vec<String> {
        let [first, second] = self.asked;
        if first.id == second.id || first.id == self.earlier.id {
            return Vec::new();
        }
        vec![format!("{} and {} are in different branches: at most one of them runs", Named(first), Named(second))]
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

impl EdgeInfo {
    /// Whether the two edges join the same nodes, in one iteration or from one to the next.
    pub(crate) fn joins_as(&self, other: &EdgeInfo) -> bool {
        (self.from, self.to, self.carried) == (other.from, other.to, other.carried)
    }
}

/// The hazard, the value, and what it means.
fn reason(earlier: &NodeInfo, edge: &EdgeInfo) -> String {
    let value = edge.value().map(|value| format!(" `{value}`")).unwrap_or_default();
    let meaning = match edge.hazard {
        Hazard::Exit if earlier.is_next() && edge.value.is_none() => "there may be no next item",
        Hazard::Flow => "it uses what the other makes or changes",
        Hazard::Anti => "it takes or changes what the other still uses",
        Hazard::Output => "both change it",
        Hazard::Effect => "both have effects, which keep program order",
        Hazard::Exit => "the other may end the pipeline first",
    };
    format!("{}{value}: {meaning}", edge.hazard.name())
}
