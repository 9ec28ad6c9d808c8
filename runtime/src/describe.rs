//! What a pipeline looks like: nodes, regions, edges and why they are there, known without running it.
//!
//! [`GraphInfo`] is the answer of `name::graph()`. It is made from the macro's [`Spec`] and the plan's hazards, and
//! holds what a reader of the program can recognise: task calls and glue, not drops. Pictures are drawn from here
//! alone (`crate::render`); nothing here knows how a graph runs.

mod closure;
mod explain;
mod measure;
pub(crate) mod plain;
mod region;

use std::borrow::Cow;

use crate::spec::{self, PlaceId, Spec};
use crate::task::{TaskInfo, TaskKind};
use closure::Closure;

pub use crate::plan::HazardKind as Hazard;
pub use crate::spec::Exit;
pub use explain::{Chain, Explanation, Order, Select, Why};
pub use region::{RegionInfo, RegionKind};

/// The graph of a pipeline: its nodes in program order, and the edges between them. Branches and loops are graphs of
/// their own inside a node: see [`regions`](Self::regions).
///
/// ```
/// use superscalar::{pipeline, task};
/// #[task] fn inc(x: i32) -> i32 { x + 1 }
/// #[task] fn add(x: i32, y: i32) -> i32 { x + y }
///
/// let p = pipeline! { let a = inc(1); let b = inc(2); add(a, b) };
/// println!("{}", p.graph().to_mermaid());
/// assert_eq!(p.graph().depth(), 3); // `inc`, `add`, and what is returned
/// assert_eq!(p.graph().width(), 2);
/// ```
///
/// Pictures run top-down; [`left_to_right`](Self::left_to_right) turns them.
#[derive(Clone, Debug)]
pub struct GraphInfo {
    name: &'static str,
    file: &'static str,
    direction: Direction,
    nodes: Vec<NodeInfo>,
    regions: Vec<RegionInfo>,
    /// Every hazard between shown nodes, by `(to, from, carried, hazard)`.
    hazards: Vec<EdgeInfo>,
    /// The part of `hazards` that pictures draw.
    edges: Vec<EdgeInfo>,
}

/// One node: a call of a task or pipeline, or glue.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// use superscalar::describe::{Exit, NodeKind};
///
/// #[task(ordered)]
/// fn log(x: i32) {
///     println!("{x}");
/// }
///
/// let p = pipeline! {
///     let a = inc(1);
///     log(a);
///     let twice = a * 2;
///     twice
/// };
/// let graph = p.graph();
/// let [inc, log, twice, tail] = graph.nodes() else { panic!("four nodes") };
/// assert_eq!((inc.id(), inc.kind(), inc.label()), (0, NodeKind::Task, "inc"));
/// assert_eq!(inc.values().collect::<Vec<_>>(), ["a"]);
/// assert!(inc.task().is_some_and(|task| task.params[0].name == "x"));
/// assert_eq!(inc.file(), file!());
/// assert!(log.ordered() && log.effect() && !log.inline());
/// assert!((log.line(), log.column()) > (inc.line(), inc.column()));
/// assert_eq!((twice.kind(), twice.label(), twice.exit()), (NodeKind::Glue, "a * 2", Exit::Never));
/// assert!(tail.is_return());
/// ```
#[derive(Clone, Debug)]
pub struct NodeInfo {
    id: usize,
    file: &'static str,
    region: Option<usize>,
    /// The first node of a `for`: it asks for the next item.
    source: bool,
    spec: &'static spec::NodeSpec,
    /// Lists that `spec` refers to.
    whole: &'static Spec,
    /// Of a node of a [`Graph`](crate::Graph), which has no spec of its own.
    added: Option<Added>,
}

/// What is known of a node that was added to a [`Graph`](crate::Graph).
#[derive(Clone, Debug)]
pub(crate) struct Added {
    pub(crate) label: Box<str>,
    pub(crate) task: Option<&'static TaskInfo>,
    pub(crate) exit: Exit,
}

/// One reason for which a node waits for an earlier one.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// # #[task] fn bump(x: &mut i32) { *x += 1 }
/// use superscalar::describe::Hazard;
///
/// let p = pipeline! { let mut x = inc(1); bump(&mut x); x };
/// let graph = p.graph();
/// let edge = &graph.edges()[0];
/// assert_eq!((edge.from(), edge.to()), (0, 1));
/// assert_eq!((edge.hazard(), edge.value()), (Hazard::Flow, Some("x")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdgeInfo {
    from: usize,
    to: usize,
    carried: bool,
    hazard: Hazard,
    value: Option<Cow<'static, str>>,
}

/// A hazard as the plan gives it: earlier node, later node, kind, and the place on which they meet.
type Found = (usize, usize, Hazard, Option<PlaceId>);

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NodeKind {
    /// A call of a function with `#[task]`.
    Task,
    /// A call of a pipeline.
    Pipeline,
    /// An expression that is no task call.
    Glue,
}

/// Where the first node of a picture stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Above the others: edges point down.
    #[default]
    TopDown,
    /// To the left of the others: edges point right.
    LeftToRight,
}

/// # What is in the graph
impl GraphInfo {
    /// Keeps what pictures show of `spec`: no drops, nothing that `#[cfg]` removed, no tail that only names nothing.
    ///
    /// `same` are the hazards in one run of a region, `carried` those from one iteration of a `for` to the next.
    #[doc(hidden)]
    pub fn new(spec: &'static Spec, same: Vec<Found>, carried: Vec<Found>) -> GraphInfo {
        let shown = shown(spec);
        let edge = |carried: bool| {
            move |(from, to, hazard, place)| EdgeInfo {
                from,
                to,
                carried,
                hazard,
                value: name_of(spec, place).map(Cow::Borrowed),
            }
        };
        // That a `for` asks for one item after the other goes without saying.
        let asks = |edge: &EdgeInfo| edge.carried && edge.value.is_none() && spec.is_source(edge.from);
        let hazards: Vec<EdgeInfo> = (same.into_iter().map(edge(false)))
            .chain(carried.into_iter().map(edge(true)))
            .filter(|edge| shown[edge.from] && shown[edge.to] && !(edge.from == edge.to && asks(edge)))
            .collect();
        let nodes = (0..shown.len()).filter(|&id| shown[id]).map(|id| NodeInfo::new(spec, id)).collect();
        GraphInfo::of(spec.name, spec.file, nodes, RegionInfo::all(spec, &shown), hazards)
    }

    fn of(
        name: &'static str,
        file: &'static str,
        nodes: Vec<NodeInfo>,
        regions: Vec<RegionInfo>,
        mut hazards: Vec<EdgeInfo>,
    ) -> GraphInfo {
        let key = |edge: &EdgeInfo| (edge.to, edge.from, edge.carried, edge.hazard);
        hazards.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.value.cmp(&b.value)));
        hazards.dedup();
        let direction = Direction::TopDown;
        let mut graph = GraphInfo { name, file, direction, nodes, regions, hazards, edges: Vec::new() };
        graph.edges = graph.drawn();
        graph
    }

    /// The picture of a [`Graph`](crate::Graph): its nodes, and earlier node, later node, hazard and value of each edge.
    pub(crate) fn of_added(
        nodes: impl Iterator<Item = (usize, Added)>,
        edges: impl Iterator<Item = (usize, usize, Hazard, Option<String>)>,
    ) -> GraphInfo {
        let nodes = nodes.map(|(id, added)| NodeInfo::added(id, added)).collect();
        let edge = |(from, to, hazard, value): (_, _, _, Option<String>)| EdgeInfo {
            from,
            to,
            carried: false,
            hazard,
            value: value.map(Cow::Owned),
        };
        GraphInfo::of("graph", "", nodes, Vec::new(), edges.map(edge).collect())
    }

    /// The pipeline's name; `pipeline` for one written as a value.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// pipeline! { fn twice(x: i32) -> i32 { inc(inc(x)) } }
    /// assert_eq!(twice::graph().name(), "twice");
    /// assert_eq!(pipeline! { inc(1) }.graph().name(), "pipeline");
    /// ```
    pub fn name(&self) -> &str {
        self.name
    }

    /// The source file of the pipeline.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// assert_eq!(pipeline! { inc(1) }.graph().file(), file!());
    /// ```
    pub fn file(&self) -> &str {
        self.file
    }

    /// The nodes in program order, those inside a node after it.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// # #[task] fn add(x: i32, y: i32) -> i32 { x + y }
    /// let p = pipeline! { let a = inc(1); let b = inc(2); add(a, b) };
    /// let labels: Vec<_> = p.graph().nodes().iter().map(|node| node.label().to_owned()).collect();
    /// assert_eq!(labels, ["inc", "inc", "add", "add(a, b)"]); // the last is what the pipeline returns
    /// ```
    pub fn nodes(&self) -> &[NodeInfo] {
        &self.nodes
    }

    /// The node with the given [`id`](NodeInfo::id).
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let graph = pipeline! { inc(1) }.graph();
    /// assert_eq!(graph.node(0).map(|node| node.label()), Some("inc"));
    /// assert!(graph.node(100).is_none());
    /// ```
    pub fn node(&self, id: usize) -> Option<&NodeInfo> {
        self.index_of(id).map(|index| &self.nodes[index])
    }

    /// The regions, each before those inside it; the body of the pipeline is none of them.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn add(x: i32, y: i32) -> i32 { x + y }
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// use superscalar::describe::RegionKind;
    ///
    /// pipeline! {
    ///     fn sum(xs: Vec<i32>) -> i32 {
    ///         let mut total = 0;
    ///         for x in xs {
    ///             let y = inc(x);
    ///             total = add(total, y);
    ///         }
    ///         total
    ///     }
    /// }
    /// let graph = sum::graph();
    /// let [body] = graph.regions() else { panic!("one region") };
    /// assert_eq!((body.kind(), body.label()), (RegionKind::For, "for x in xs"));
    /// let labels: Vec<_> = body.nodes().iter().map(|&id| graph.node(id).unwrap().label()).collect();
    /// assert_eq!(labels, ["next", "inc", "add"]);
    /// let carried = graph.edges().iter().find(|edge| edge.carried()).unwrap();
    /// assert_eq!((carried.value(), carried.from() == carried.to()), (Some("total"), true));
    /// ```
    pub fn regions(&self) -> &[RegionInfo] {
        &self.regions
    }

    /// The region with the given [`id`](RegionInfo::id).
    pub fn region(&self, id: usize) -> Option<&RegionInfo> {
        self.regions.binary_search_by_key(&id, |region| region.id()).ok().map(|index| &self.regions[index])
    }

    /// The edges that pictures draw, by later node: every flow, and each other hazard that no flow between the same
    /// nodes and no path through other nodes implies. [`explain`](Self::explain) has the implied ones too.
    ///
    /// Edges stay inside a region: for what is outside, the node stands for all that is in its regions. A
    /// [carried](EdgeInfo::carried) edge leads from one iteration of a `for` to the next.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// # #[task] fn add(x: i32, y: i32) -> i32 { x + y }
    /// use superscalar::describe::Hazard;
    ///
    /// let p = pipeline! { let a = inc(1); let b = inc(2); add(a, b) };
    /// let graph = p.graph();
    /// let edge = &graph.edges()[0];
    /// assert_eq!((edge.from(), edge.to(), edge.hazard(), edge.value()), (0, 2, Hazard::Flow, Some("a")));
    /// ```
    pub fn edges(&self) -> &[EdgeInfo] {
        &self.edges
    }

    /// How many nodes there are, with those inside regions.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let graph = pipeline! { let x = inc(1); x }.graph();
    /// assert_eq!(graph.len(), 2); // the call, and what is returned
    /// ```
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are no nodes.
    ///
    /// ```
    /// superscalar::pipeline! { fn nothing() {} }
    /// assert!(nothing::graph().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// How many nodes the longest path has: with enough threads, a run takes as long as so many nodes.
    ///
    /// A node with regions counts as the deepest of them, a loop as one iteration.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let x = pipeline! { let a = inc(1); let b = inc(a); b };
    /// assert_eq!(x.graph().depth(), 3);
    /// ```
    pub fn depth(&self) -> usize {
        self.measure(None).depth
    }

    /// How many nodes can run at the same time at most: the size of the largest set in which no two are ordered. More
    /// threads are of no use.
    ///
    /// Exact, by Dilworth's theorem: the number of chains that cover the graph, found as a maximum matching
    /// (D. R. Fulkerson, *Note on Dilworth's decomposition theorem for partially ordered sets*, 1956). A node with
    /// regions counts as the widest of them, a loop as one iteration; those of a `for` overlap on top of that.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let p = pipeline! { let a = inc(1); let b = inc(2); let c = inc(3); [a, b, c] };
    /// assert_eq!(p.graph().width(), 3);
    /// ```
    pub fn width(&self) -> usize {
        self.measure(None).width
    }
}

/// # Pictures
impl GraphInfo {
    /// The direction in which pictures run.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// use superscalar::describe::Direction;
    ///
    /// let graph = pipeline! { inc(1) }.graph();
    /// assert_eq!(graph.direction(), Direction::TopDown);
    /// assert_eq!(graph.left_to_right().direction(), Direction::LeftToRight);
    /// ```
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The same graph with pictures that run in `direction`.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// use superscalar::describe::Direction;
    ///
    /// let graph = pipeline! { inc(1) }.graph().with_direction(Direction::LeftToRight);
    /// assert!(graph.to_mermaid().starts_with("flowchart LR"));
    /// ```
    pub fn with_direction(mut self, direction: Direction) -> GraphInfo {
        self.direction = direction;
        self
    }

    /// The same graph with pictures that run from left to right.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let p = pipeline! { inc(inc(1)) };
    /// assert!(p.graph().left_to_right().to_dot().contains("rankdir=LR"));
    /// ```
    pub fn left_to_right(self) -> GraphInfo {
        self.with_direction(Direction::LeftToRight)
    }
}

#[cfg(test)]
impl GraphInfo {
    pub(crate) fn set_window(&mut self, region: usize, window: &'static str) {
        self.regions[region].window = Some(window);
    }
}

impl GraphInfo {
    /// The position in [`nodes`](Self::nodes) of the node called `id`.
    pub(crate) fn index_of(&self, id: usize) -> Option<usize> {
        self.nodes.binary_search_by_key(&id, |node| node.id).ok()
    }

    /// The regions of a node.
    pub(crate) fn regions_of(&self, owner: usize) -> impl Iterator<Item = &RegionInfo> {
        self.regions.iter().filter(move |region| region.owner() == owner)
    }

    /// The nodes of a region, or of the body.
    pub(crate) fn nodes_in(&self, region: Option<usize>) -> impl Iterator<Item = &NodeInfo> {
        self.nodes.iter().filter(move |node| node.region == region)
    }

    /// All pairs ordered in one run of a region, by position.
    fn closure(&self) -> Closure {
        let at = |id| self.index_of(id).expect("hazards join shown nodes");
        let same = self.hazards.iter().filter(|edge| !edge.carried);
        Closure::new(self.nodes.len(), same.map(|edge| (at(edge.from), at(edge.to))))
    }

    /// The hazards that are worth an arrow.
    fn drawn(&self) -> Vec<EdgeInfo> {
        let closure = self.closure();
        let ends = |edge: &EdgeInfo| [edge.from, edge.to].map(|id| self.index_of(id).expect("a shown node"));
        let key = |edge: &EdgeInfo| (edge.from, edge.to, edge.carried);
        let flows = |edge: &EdgeInfo| self.hazards.iter().any(|e| e.hazard == Hazard::Flow && key(e) == key(edge));
        let carried: Vec<[usize; 2]> = self.hazards.iter().filter(|edge| edge.carried).map(ends).collect();
        // From an iteration to the next leads another edge, over what comes after `from` and before `to`.
        let around = |[from, to]: [usize; 2]| {
            let others = carried.iter().filter(|&&other| other != [from, to]);
            others.into_iter().any(|&[a, b]| closure.reaches(from, a) && closure.reaches(b, to))
        };
        let implied = |edge: &EdgeInfo| {
            let [from, to] = ends(edge);
            flows(edge) || if edge.carried { around([from, to]) } else { closure.is_indirect(from, to) }
        };
        self.hazards.iter().filter(|edge| edge.hazard == Hazard::Flow || !implied(edge)).cloned().collect()
    }
}

impl NodeInfo {
    fn new(spec: &'static Spec, id: usize) -> NodeInfo {
        let node = &spec.nodes[id];
        let region = (node.region != 0).then_some(usize::from(node.region));
        let source = spec.is_source(id);
        NodeInfo { id, file: spec.file, region, source, spec: node, whole: spec, added: None }
    }

    fn added(id: usize, added: Added) -> NodeInfo {
        const UNKNOWN: &spec::NodeSpec = &spec::NodeSpec { kind: spec::NodeKind::Glue, ..spec::NodeSpec::SWEPT };
        const TASK: &spec::NodeSpec = &spec::NodeSpec { kind: spec::NodeKind::Task, ..spec::NodeSpec::SWEPT };
        let spec = if added.task.is_some() { TASK } else { UNKNOWN };
        let file = added.task.map_or("", |task| task.file);
        NodeInfo { id, file, region: None, source: false, spec, whole: &Spec::EMPTY, added: Some(added) }
    }

    /// The node's number: its place in program order. Numbers of nodes that are not shown (drops) are left out.
    pub fn id(&self) -> usize {
        self.id
    }

    /// What the node is.
    pub fn kind(&self) -> NodeKind {
        match (self.spec.kind, self.task()) {
            (spec::NodeKind::Task, Some(TaskInfo { kind: TaskKind::Pipeline, .. })) => NodeKind::Pipeline,
            (spec::NodeKind::Task, _) => NodeKind::Task,
            (spec::NodeKind::Glue | spec::NodeKind::Tail, _) => NodeKind::Glue,
            (spec::NodeKind::Drop, _) => unreachable!("drops are not shown"),
        }
    }

    /// What pictures show: the callee as written, or its `#[task(name = "..")]`; the text of glue.
    pub fn label(&self) -> &str {
        match (&self.added, self.task()) {
            (Some(added), _) => &added.label,
            (None, Some(task)) if is_renamed(task) => task.name,
            _ => self.whole.label(self.spec),
        }
    }

    /// The [`id`](RegionInfo::id) of the region that the node is part of; `None` for the body of the pipeline.
    pub fn region(&self) -> Option<usize> {
        self.region
    }

    /// What is known of the task or pipeline that is called; `None` for glue.
    pub fn task(&self) -> Option<&'static TaskInfo> {
        match &self.added {
            Some(added) => added.task,
            None => self.whole.task(self.spec),
        }
    }

    /// The source file in which the node stands.
    pub fn file(&self) -> &str {
        self.file
    }

    /// The line in [`file`](Self::file), from 1.
    pub fn line(&self) -> u32 {
        self.added.as_ref().map_or(self.spec.line, |added| added.task.map_or(0, |task| task.line))
    }

    /// The column, from 1.
    pub fn column(&self) -> u32 {
        self.spec.column
    }

    /// The variables that the node binds: `a` and `b` for `let (a, b) = f();`.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        let place = |&id: &PlaceId| &self.whole.places[usize::from(id)];
        let places = self.whole.defines(self.spec).iter().map(place).filter(|place| !place.temporary);
        places.map(|place| self.whole.name(place.name))
    }

    /// Whether the node can end the pipeline.
    pub fn exit(&self) -> Exit {
        self.added.as_ref().map_or(self.spec.exit, |added| added.exit)
    }

    /// Whether the node has effects beyond its arguments: a statement such as `println!`, or an ordered task.
    pub fn effect(&self) -> bool {
        self.spec.effect || self.ordered()
    }

    /// Whether the node calls an ordered task.
    pub fn ordered(&self) -> bool {
        self.task().is_some_and(|task| task.ordered)
    }

    /// Whether the node calls an inline task: one too small for a thread of its own.
    pub fn inline(&self) -> bool {
        self.task().is_some_and(|task| task.inline)
    }

    /// The calls that run serially inside this glue.
    ///
    /// ```
    /// use superscalar::pipeline;
    ///
    /// fn helper(x: i32) -> i32 { x + 1 }
    ///
    /// let p = pipeline! { let y = [1, 2].map(|x| helper(x)); y };
    /// assert_eq!(p.graph().nodes()[0].serial_calls(), ["helper"]);
    /// ```
    pub fn serial_calls(&self) -> &'static [&'static str] {
        self.whole.serial_calls(self.spec)
    }

    /// Whether this glue is what the pipeline returns: the tail of its body.
    pub fn is_return(&self) -> bool {
        self.spec.kind == spec::NodeKind::Tail && self.region.is_none()
    }

    /// Whether this glue is the value of a region: the tail of a branch.
    pub fn is_yield(&self) -> bool {
        self.spec.kind == spec::NodeKind::Tail && self.region.is_some()
    }

    /// Whether this glue asks for the next item of a `for`: the first node of its body, which binds the pattern.
    pub fn is_next(&self) -> bool {
        self.source
    }
}

impl EdgeInfo {
    /// The [`id`](NodeInfo::id) of the earlier node.
    pub fn from(&self) -> usize {
        self.from
    }

    /// The `id` of the later node, which waits.
    pub fn to(&self) -> usize {
        self.to
    }

    /// Whether the edge leads from one iteration of a `for` to the next: the later node may then be the same, or come
    /// before the earlier one in program order.
    pub fn carried(&self) -> bool {
        self.carried
    }

    /// Why it waits.
    pub fn hazard(&self) -> Hazard {
        self.hazard
    }

    /// The variable (or field of one) on which the two meet; `None` for temporaries, effects and exits.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

impl Hazard {
    /// The hazard's name in pictures: `flow`, `anti`, `output`, `effect` or `exit`.
    ///
    /// ```
    /// assert_eq!(superscalar::describe::Hazard::Anti.name(), "anti");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Hazard::Flow => "flow",
            Hazard::Anti => "anti",
            Hazard::Output => "output",
            Hazard::Effect => "effect",
            Hazard::Exit => "exit",
        }
    }
}

/// By node, whether pictures show it: with all that it is in.
fn shown(spec: &Spec) -> Vec<bool> {
    let mut shown: Vec<bool> = Vec::with_capacity(spec.nodes.len());
    for node in spec.nodes {
        let around = usize::from(node.region) == 0 || shown[spec.regions[usize::from(node.region)].owner as usize];
        shown.push(around && spec.enabled[shown.len()] && is_shown(node));
    }
    shown
}

fn is_shown(node: &spec::NodeSpec) -> bool {
    match node.kind {
        spec::NodeKind::Task | spec::NodeKind::Glue => true,
        spec::NodeKind::Tail => !node.uses.is_empty() || node.end > 0,
        spec::NodeKind::Drop => false,
    }
}

fn is_renamed(task: &TaskInfo) -> bool {
    task.path.rsplit("::").next() != Some(task.name)
}

fn name_of(spec: &'static Spec, place: Option<PlaceId>) -> Option<&'static str> {
    let place = &spec.places[usize::from(place?)];
    (!place.temporary).then(|| spec.name(place.name))
}

#[cfg(test)]
pub(crate) mod tests;
