//! Regions: the parts of a pipeline that have graphs of their own.

use crate::spec::{self, RegionSpec, Spec};

/// A branch or a loop's body: a graph of its own inside a node.
///
/// Outside, the node stands for all that is in its regions: edges never leave one.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn inc(x: i32) -> i32 { x + 1 }
/// use superscalar::describe::RegionKind;
///
/// pipeline! {
///     fn step(x: i32) -> i32 {
///         let y = if x > 1 { inc(x) } else { let z = inc(7); inc(z) };
///         inc(y)
///     }
/// }
/// let graph = step::graph();
/// let [then, otherwise] = graph.regions() else { panic!("two branches") };
/// assert_eq!((then.kind(), then.label(), otherwise.label()), (RegionKind::Branch, "then", "else"));
/// assert_eq!(graph.node(then.owner()).unwrap().label(), "if x > 1");
/// assert_eq!((then.outer(), then.window()), (None, None));
/// assert!(otherwise.nodes().iter().all(|&id| graph.node(id).unwrap().region() == Some(otherwise.id())));
/// ```
#[derive(Clone, Debug)]
pub struct RegionInfo {
    id: usize,
    kind: RegionKind,
    owner: usize,
    outer: Option<usize>,
    label: String,
    pub(super) window: Option<&'static str>,
    nodes: Vec<usize>,
}

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegionKind {
    /// A block or a branch of `if` or `match`: runs once or not at all.
    Branch,
    /// The body of `while` or `loop`: iterations run one after the other.
    Loop,
    /// The body of `for`: iterations overlap, as far as carried edges allow.
    For,
}

impl RegionInfo {
    /// All but the body, of the nodes that are shown.
    pub(super) fn all(spec: &'static Spec, shown: &[bool]) -> Vec<RegionInfo> {
        let regions = spec.regions.iter().enumerate().skip(1);
        let shown_ones = regions.filter(|(_, region)| region.owner != u32::MAX && shown[region.owner as usize]);
        shown_ones.filter_map(|(id, region)| Some(RegionInfo::new(spec, id, kind(region)?, shown))).collect()
    }

    fn new(spec: &'static Spec, id: usize, kind: RegionKind, shown: &[bool]) -> RegionInfo {
        let region = &spec.regions[id];
        let owner = region.owner as usize;
        let outer = usize::from(spec.nodes[owner].region);
        let nodes = (0..shown.len()).filter(|&node| shown[node] && usize::from(spec.nodes[node].region) == id);
        RegionInfo {
            id,
            kind,
            owner,
            outer: (outer != 0).then_some(outer),
            label: label(spec.label(&spec.nodes[owner]), region.label),
            window: (!region.window.is_empty()).then_some(region.window),
            nodes: nodes.collect(),
        }
    }

    /// The region's number. Numbers of regions that are not shown are left out.
    pub fn id(&self) -> usize {
        self.id
    }

    /// What the region is.
    pub fn kind(&self) -> RegionKind {
        self.kind
    }

    /// The [`id`](super::NodeInfo::id) of the node that runs the region.
    pub fn owner(&self) -> usize {
        self.owner
    }

    /// The `id` of the region in which that node is; `None` for the body of the pipeline.
    pub fn outer(&self) -> Option<usize> {
        self.outer
    }

    /// What pictures show: `then`, `else`, the pattern of a `match` arm, `while x < 3`, `for x in xs`; empty for a
    /// block.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// How many iterations may be alive at a time, as `#[window(..)]` says it.
    pub fn window(&self) -> Option<&str> {
        self.window
    }

    /// The ids of the nodes that are directly in the region, in program order.
    pub fn nodes(&self) -> &[usize] {
        &self.nodes
    }
}

impl RegionKind {
    /// The kind's name in pictures: `branch`, `loop` or `for`.
    pub fn name(self) -> &'static str {
        match self {
            RegionKind::Branch => "branch",
            RegionKind::Loop => "loop",
            RegionKind::For => "for",
        }
    }
}

fn kind(region: &RegionSpec) -> Option<RegionKind> {
    match region.kind {
        spec::RegionKind::Body => None,
        spec::RegionKind::Branch => Some(RegionKind::Branch),
        spec::RegionKind::Loop => Some(RegionKind::Loop),
        spec::RegionKind::For => Some(RegionKind::For),
    }
}

/// The branches of `if` come with their conditions.
fn label(owner: &str, region: &str) -> String {
    match owner.strip_prefix("if ") {
        Some(condition) if condition == region => "then".to_owned(),
        Some(_) if region != "else" => format!("else if {region}"),
        _ => region.to_owned(),
    }
}
