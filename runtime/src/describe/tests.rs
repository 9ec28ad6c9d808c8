//! Graphs drawn by hand, here and for the tests of pictures.

use super::{GraphInfo, Hazard, NodeKind, RegionKind};
use crate::spec::{self, List, NodeSpec, PlaceSpec, Spec, Use};
use crate::task::{Facts, OutputInfo, TaskInfo, TaskKind};

/// A specification in the making. Hazards are given, not found.
#[derive(Default)]
pub(crate) struct Sketch {
    nodes: Vec<NodeSpec>,
    /// The nodes that `#[cfg]` has removed.
    removed: Vec<usize>,
    text: String,
    places: Vec<PlaceSpec>,
    uses: Vec<Use>,
    defines: Vec<u16>,
    serial_calls: Vec<&'static str>,
    tasks: Vec<Option<&'static TaskInfo>>,
    hazards: Vec<(usize, usize, Hazard, Option<u16>)>,
    carried: Vec<(usize, usize, Hazard, Option<u16>)>,
    /// With the body, once there is another.
    regions: Vec<spec::RegionSpec>,
    /// The region that nodes are added to.
    at: u16,
}

/// A glue node without anything.
const BLANK: NodeSpec = NodeSpec { kind: spec::NodeKind::Glue, line: 1, column: 5, ..NodeSpec::SWEPT };

impl Sketch {
    pub(crate) fn node(&mut self, node: NodeSpec) -> usize {
        self.nodes.push(NodeSpec { line: self.nodes.len() as u32 + 1, region: self.at, ..node });
        self.nodes.len() - 1
    }

    pub(crate) fn glue(&mut self, label: &str) -> usize {
        self.labelled(label, BLANK)
    }

    fn labelled(&mut self, label: &str, node: NodeSpec) -> usize {
        let start = self.text.len() as u32;
        self.text.push_str(label);
        let label = List { start, end: self.text.len() as u32 };
        self.node(NodeSpec { label, ..node })
    }

    fn define(&mut self, node: usize, value: &str) {
        let place = self.place(value);
        let start = self.defines.len() as u32;
        self.defines.push(place);
        self.nodes[node].defines = List { start, end: start + 1 };
    }

    pub(crate) fn task(&mut self, label: &str) -> usize {
        self.call(label, label, TaskKind::Task)
    }

    pub(crate) fn pipeline(&mut self, label: &str) -> usize {
        self.call(label, label, TaskKind::Pipeline)
    }

    pub(crate) fn call(&mut self, label: &str, name: &str, kind: TaskKind) -> usize {
        let path = leak(&format!("crate_name::{label}"));
        let output = OutputInfo { borrows: 0, facts: Facts::UNKNOWN, success: Facts::UNKNOWN };
        let task = TaskInfo {
            name: leak(name),
            path,
            file: "src/tasks.rs",
            line: 7,
            kind,
            params: &[],
            output,
            ordered: false,
            inline: false,
        };
        self.tasks.push(Some(Box::leak(Box::new(task))));
        let task = self.tasks.len() as u16;
        self.labelled(label, NodeSpec { kind: spec::NodeKind::Task, task, ..BLANK })
    }

    /// `let value = label();`
    pub(crate) fn bind(&mut self, label: &str, value: &str) -> usize {
        let node = self.task(label);
        self.define(node, value);
        node
    }

    /// The first node of a `for`.
    pub(crate) fn next(&mut self, value: &str) -> usize {
        let node = self.glue("next");
        self.define(node, value);
        node
    }

    pub(crate) fn tail(&mut self, label: &str) -> usize {
        let uses = Use { place: 0, mode: spec::Mode::Last, param: u8::MAX, whole: true, flows: 1 };
        self.uses.push(uses);
        let uses = List { start: self.uses.len() as u32 - 1, end: self.uses.len() as u32 };
        self.labelled(label, NodeSpec { kind: spec::NodeKind::Tail, uses, ..BLANK })
    }

    /// A hazard on the place called `value`; on none when that is empty.
    pub(crate) fn hazard(&mut self, from: usize, to: usize, hazard: Hazard, value: &str) {
        let place = (!value.is_empty()).then(|| self.place(value));
        self.hazards.push((from, to, hazard, place));
    }

    pub(crate) fn flow(&mut self, from: usize, to: usize, value: &str) {
        self.hazard(from, to, Hazard::Flow, value);
    }

    fn place(&mut self, name: &str) -> u16 {
        let text = |place: &PlaceSpec| &self.text[place.name.start as usize..place.name.end as usize];
        if let Some(found) = self.places.iter().position(|place| text(place) == name) {
            return found as u16;
        }
        let start = self.text.len() as u32;
        self.text.push_str(name);
        self.places.push(PlaceSpec { name: List { start, end: self.text.len() as u32 }, ..PlaceSpec::VARIABLE });
        self.places.len() as u16 - 1
    }

    pub(crate) fn graph(self, name: &str) -> GraphInfo {
        let regions = if self.regions.is_empty() { vec![spec::RegionSpec::BODY] } else { self.regions };
        let mut enabled = vec![true; self.nodes.len()];
        self.removed.iter().for_each(|&node| enabled[node] = false);
        let spec = Spec {
            name: leak(name),
            file: "src/main.rs",
            text: self.text.leak(),
            facts: vec![Facts::UNKNOWN; self.places.len()].leak(),
            places: self.places.leak(),
            nodes: self.nodes.leak(),
            enabled: enabled.leak(),
            uses: self.uses.leak(),
            defines: self.defines.leak(),
            serial_calls: self.serial_calls.leak(),
            tasks: self.tasks.leak(),
            regions: regions.leak(),
        };
        GraphInfo::new(Box::leak(Box::new(spec)), self.hazards, self.carried)
    }
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// The example of DESIGN.md.
pub(crate) fn solar() -> GraphInfo {
    let mut sketch = Sketch::default();
    let [load, flags] = ["load", "daily_flags"].map(|label| sketch.task(label));
    let [clipping, score, clean, report] =
        ["clipping_check", "score", "clean", "report"].map(|label| sketch.task(label));
    let tail = sketch.tail("Ok(..)");
    for (from, to, value) in [
        (load, flags, "raw"),
        (load, clipping, "raw"),
        (flags, clipping, "flags"),
        (load, score, "raw"),
        (flags, score, "flags"),
    ] {
        sketch.flow(from, to, value);
    }
    sketch.flow(load, clean, "raw");
    sketch.flow(flags, clean, "flags");
    for reader in [flags, clipping, score] {
        sketch.hazard(reader, clean, Hazard::Anti, "raw");
    }
    sketch.flow(clipping, report, "clipping");
    sketch.flow(score, report, "score");
    sketch.flow(clean, report, "cleaned");
    sketch.flow(report, tail, "");
    for node in flags..=tail {
        sketch.hazard(load, node, Hazard::Exit, "");
    }
    sketch.graph("solar")
}

#[test]
fn edges_that_are_drawn() {
    use Hazard::{Anti, Effect, Exit, Flow};
    let check = |hazards: &[(usize, usize, Hazard, &str)], expect: &[(usize, usize, Hazard)]| {
        let mut sketch = Sketch::default();
        for label in ["f0", "f1", "f2", "f3"] {
            sketch.task(label);
        }
        hazards.iter().for_each(|&(from, to, hazard, value)| sketch.hazard(from, to, hazard, value));
        let graph = sketch.graph("g");
        let drawn: Vec<_> = graph.edges().iter().map(|edge| (edge.from(), edge.to(), edge.hazard())).collect();
        assert_eq!(drawn, expect, "{hazards:?}");
    };
    check(&[], &[]);
    // Every flow, even where a path implies it.
    check(&[(0, 1, Flow, "x"), (1, 2, Flow, "y"), (0, 2, Flow, "x")], &[(0, 1, Flow), (0, 2, Flow), (1, 2, Flow)]);
    // No other hazard that a path implies, or a flow between the same nodes.
    check(&[(0, 1, Flow, "x"), (1, 2, Anti, "y"), (0, 2, Effect, "")], &[(0, 1, Flow), (1, 2, Anti)]);
    check(&[(0, 1, Flow, "x"), (0, 1, Exit, "")], &[(0, 1, Flow)]);
    // A guard: later nodes wait for it, but those that wait for others need no arrow of their own.
    check(
        &[(0, 1, Exit, ""), (0, 2, Exit, ""), (0, 3, Exit, ""), (2, 3, Effect, "")],
        &[(0, 1, Exit), (0, 2, Exit), (2, 3, Effect)],
    );
    // Two reasons, one pair; the same reason twice is one.
    check(&[(0, 1, Effect, ""), (0, 1, Anti, "x"), (0, 1, Anti, "x")], &[(0, 1, Anti), (0, 1, Effect)]);
}

#[test]
fn nodes_that_are_shown() {
    let mut sketch = Sketch::default();
    let load = sketch.task("load");
    let removed = sketch.glue("removed");
    sketch.removed.push(removed);
    let show = sketch.glue("show");
    let tail = sketch.labelled("()", NodeSpec { kind: spec::NodeKind::Tail, ..BLANK });
    let drop = sketch.labelled("drop raw", NodeSpec { kind: spec::NodeKind::Drop, ..BLANK });
    sketch.flow(load, show, "raw");
    sketch.hazard(load, removed, Hazard::Anti, "raw");
    sketch.hazard(show, tail, Hazard::Exit, "");
    sketch.hazard(show, drop, Hazard::Anti, "raw");
    let graph = sketch.graph("g");
    assert_eq!(graph.nodes().iter().map(|node| node.id()).collect::<Vec<_>>(), [load, show]);
    assert_eq!(graph.edges().len(), 1);
    assert!(graph.node(removed).is_none());
    assert_eq!(graph.node(show).map(|node| (node.label(), node.line())), Some(("show", 3)));
}

#[test]
fn what_a_node_says() {
    let mut sketch = Sketch::default();
    sketch.call("tasks::load", "load", TaskKind::Task);
    sketch.call("step", "Euler step", TaskKind::Task);
    sketch.call("calibrate", "calibrate", TaskKind::Pipeline);
    sketch.glue("a + b");
    sketch.tail("Ok(c)");
    let graph = sketch.graph("g");
    let say = |at: usize| (graph.nodes()[at].label(), graph.nodes()[at].kind(), graph.nodes()[at].is_return());
    assert_eq!(say(0), ("tasks::load", NodeKind::Task, false));
    assert_eq!(say(1), ("Euler step", NodeKind::Task, false));
    assert_eq!(say(2), ("calibrate", NodeKind::Pipeline, false));
    assert_eq!(say(3), ("a + b", NodeKind::Glue, false));
    assert_eq!(say(4), ("Ok(c)", NodeKind::Glue, true));
}

#[test]
fn numbers() {
    let graph = solar();
    assert_eq!((graph.len(), graph.depth(), graph.width(), graph.is_empty()), (7, 6, 2, false));
    let empty = Sketch::default().graph("nothing");
    assert_eq!((empty.len(), empty.depth(), empty.width(), empty.is_empty()), (0, 0, 0, true));
}

#[test]
fn why_nodes_are_ordered() {
    let graph = solar();
    let check = |a: &str, b: &str, expect: &str| assert_eq!(graph.why(a, b).to_string().trim_end(), expect);
    check(
        "clipping_check",
        "score",
        "nothing orders `clipping_check` (line 3) and `score` (line 4): they may run at the same time",
    );
    check(
        "clean",
        "score",
        "`clean` (line 5) waits for `score` (line 4)\n    anti `raw`: it takes or changes what the other still uses",
    );
    check(
        "daily_flags",
        "report",
        "`report` (line 6) waits for `daily_flags` (line 2) through 2 steps
  `clipping_check` (line 3) waits for `daily_flags` (line 2)
      flow `flags`: it uses what the other makes or changes
  `report` (line 6) waits for `clipping_check` (line 3)
      flow `clipping`: it uses what the other makes or changes",
    );
    check("report", "report", "they are one node");
    check("report", "rapport", "no node is called `rapport`");
    assert_eq!(graph.why(0, 99).to_string(), "no node is called #99\n");
    assert!(graph.why(0, 6).is_ordered());
    assert!(!graph.why(2, &graph.nodes()[3]).is_ordered());
}

#[test]
fn why_by_variable() {
    let mut sketch = Sketch::default();
    let [a, b] = ["a", "b"].map(|value| sketch.bind("inc", value));
    let add = sketch.task("add");
    sketch.flow(a, add, "a");
    sketch.flow(b, add, "b");
    let graph = sketch.graph("g");
    assert!(!graph.why("a", "b").is_ordered());
    assert!(graph.why("a", "add").is_ordered());
    assert_eq!(graph.why("inc", "add").chains().len(), 2);
    assert_eq!(graph.nodes()[0].values().collect::<Vec<_>>(), ["a"]);
}

#[test]
fn explanation() {
    let mut sketch = Sketch::default();
    let load = sketch.task("load");
    sketch.serial_calls = vec!["work", "rest"];
    let serial_calls = List { start: 0, end: 2 };
    let glue = sketch.labelled("rows.map(|row| work(row))", NodeSpec { serial_calls, ..BLANK });
    sketch.flow(load, glue, "rows");
    let expect = "`rows.map(|row| work(row))` (line 2) waits for `load` (line 1)
    flow `rows`: it uses what the other makes or changes
`rows.map(|row| work(row))` (line 2) runs serially, inside glue: work, rest
";
    assert_eq!(sketch.graph("g").explain().to_string(), expect);
    let graph = solar();
    let implied = graph.explain().orders().iter().filter(|order| order.implied()).count();
    assert_eq!(implied, 2, "`report` and the tail wait for `load` through others");
}

/// `body` is drawn inside the node `owner`.
impl Sketch {
    pub(crate) fn region(&mut self, kind: spec::RegionKind, label: &str, owner: usize, body: impl FnOnce(&mut Sketch)) {
        if self.regions.is_empty() {
            self.regions.push(spec::RegionSpec::BODY);
        }
        let number = self.regions.len() as u16;
        self.regions.push(spec::RegionSpec { kind, owner: owner as u32, label: leak(label), params: &[], window: "" });
        let outer = std::mem::replace(&mut self.at, number);
        body(self);
        self.at = outer;
        self.nodes[owner].end = self.nodes.len() as u32;
    }

    /// A hazard from one iteration to the next.
    pub(crate) fn carry(&mut self, from: usize, to: usize, hazard: Hazard, value: &str) {
        self.hazard(from, to, hazard, value);
        let carried = self.hazards.pop().expect("a hazard was added");
        self.carried.push(carried);
    }
}

/// A loop over rows with a loop over columns, which has a branch.
pub(crate) fn table() -> GraphInfo {
    use spec::RegionKind::{Branch, For};
    let mut sketch = Sketch::default();
    let load = sketch.bind("load", "rows");
    let rows = sketch.glue("for row in rows");
    sketch.flow(load, rows, "rows");
    sketch.region(For, "for row in rows", rows, |sketch| {
        let next = sketch.next("row");
        let columns = sketch.glue("for column in row");
        sketch.flow(next, columns, "row");
        sketch.region(For, "for column in row", columns, |sketch| {
            let next = sketch.next("column");
            let choice = sketch.glue("if column > 3");
            sketch.flow(next, choice, "column");
            sketch.region(Branch, "column > 3", choice, |sketch| {
                let [one, two] = ["one", "two"].map(|label| sketch.task(label));
                let tail = sketch.tail("add(a, b)");
                sketch.flow(one, tail, "a");
                sketch.flow(two, tail, "b");
            });
            sketch.region(Branch, "else", choice, |sketch| {
                sketch.task("other");
            });
            let log = sketch.task("log");
            sketch.flow(next, log, "column");
            sketch.carry(choice, choice, Hazard::Output, "best");
            sketch.carry(log, log, Hazard::Effect, "");
        });
        let add = sketch.task("add");
        sketch.flow(columns, add, "best");
        sketch.carry(add, add, Hazard::Flow, "total");
        sketch.carry(add, columns, Hazard::Anti, "best");
    });
    let tail = sketch.tail("total");
    sketch.flow(rows, tail, "total");
    sketch.graph("table")
}

#[test]
fn regions_know_their_nodes() {
    let graph = table();
    let regions: Vec<_> =
        graph.regions().iter().map(|region| (region.label(), region.owner(), region.outer())).collect();
    let expect =
        [("for row in rows", 1, None), ("for column in row", 3, Some(1)), ("then", 5, Some(2)), ("else", 5, Some(2))];
    assert_eq!(regions, expect);
    let nodes: Vec<_> = graph.regions().iter().map(|region| region.nodes()).collect();
    assert_eq!(nodes, [&[2, 3, 11][..], &[4, 5, 10], &[6, 7, 8], &[9]]);
    assert_eq!(graph.nodes().len(), 13);
    assert!(graph.nodes()[8].is_yield() && !graph.nodes()[8].is_return());
    assert!(graph.nodes()[4].is_next() && !graph.nodes()[5].is_next());
    assert!(graph.region(9).is_none());
    assert_eq!(graph.region(2).map(|region| (region.kind(), region.window())), Some((RegionKind::For, None)));
}

/// What is in a node counts as the node: the deepest branch, one iteration.
#[test]
fn depth_and_width_look_into_regions() {
    let graph = table();
    // `load`, `next row`, `next column`, `one`, `add(a, b)`, `add`, `total`.
    assert_eq!((graph.depth(), graph.width()), (7, 3));
}

#[test]
fn a_removed_loop_takes_its_body_along() {
    let mut sketch = Sketch::default();
    let gone = sketch.glue("for x in xs");
    sketch.removed.push(gone);
    sketch.region(spec::RegionKind::For, "for x in xs", gone, |sketch| {
        sketch.next("x");
        sketch.task("f");
    });
    let kept = sketch.task("g");
    let graph = sketch.graph("g");
    assert_eq!(graph.nodes().iter().map(|node| node.id()).collect::<Vec<_>>(), [kept]);
    assert!(graph.regions().is_empty());
}

#[test]
fn carried_edges_that_are_drawn() {
    use Hazard::{Anti, Exit, Flow, Output};
    let check = |carried: &[(usize, usize, Hazard)], expect: &[(usize, usize, Hazard)]| {
        let mut sketch = Sketch::default();
        let owner = sketch.glue("for x in xs");
        sketch.region(spec::RegionKind::For, "for x in xs", owner, |sketch| {
            sketch.next("x");
            let [a, b, c] = ["a", "b", "c"].map(|label| sketch.task(label));
            sketch.flow(a, b, "y");
            sketch.flow(b, c, "z");
            carried.iter().for_each(|&(from, to, hazard)| sketch.carry(from, to, hazard, "t"));
            sketch.carry(1, 1, Output, "");
        });
        let graph = sketch.graph("g");
        let drawn = graph.edges().iter().filter(|edge| edge.carried());
        let drawn: Vec<_> = drawn.map(|edge| (edge.from(), edge.to(), edge.hazard())).collect();
        assert_eq!(drawn, expect, "{carried:?}");
    };
    // The source asks for one item after the other: no need to say so.
    check(&[], &[]);
    check(&[(2, 2, Flow), (2, 2, Output)], &[(2, 2, Flow)]);
    // `a` runs before `b`, and `c` after it, so that an arrow from `c` to `a` says that `b` waits for `b`.
    check(&[(3, 3, Output), (4, 2, Anti)], &[(4, 2, Anti)]);
    check(&[(3, 3, Flow), (4, 2, Anti), (4, 4, Exit)], &[(4, 2, Anti), (3, 3, Flow)]);
}

#[test]
fn why_across_regions() {
    let graph = table();
    let check = |a: usize, b: usize, expect: &str| assert_eq!(graph.why(a, b).to_string().trim_end(), expect);
    check(
        0,
        10,
        "`for row in rows` (line 2) waits for `load` (line 1)
    flow `rows`: it uses what the other makes or changes
`log` (line 11) is inside `for row in rows` (line 2)",
    );
    check(
        6,
        9,
        "`one` (line 7) and `other` (line 10) are in different branches: at most one of them runs
`if column > 3` (line 6) waits for itself of the iteration before
    output `best`: both change it
`one` (line 7) is inside `if column > 3` (line 6)
`other` (line 10) is inside `if column > 3` (line 6)",
    );
    check(3, 4, "`next` (line 5) is inside `for column in row` (line 4)");
    check(
        11,
        11,
        "`add` (line 12) waits for itself of the iteration before
    flow `total`: it uses what the other makes or changes",
    );
    check(5, 10, "nothing orders `if column > 3` (line 6) and `log` (line 11): they may run at the same time");
    assert!(!graph.why(6, 9).is_ordered());
    assert!(graph.why(0, 10).is_ordered());
}

#[test]
fn loops_say_what_iterations_wait_for() {
    let explanation = table().explain().to_string();
    let line = |text: &str| assert!(explanation.lines().any(|line| line == text), "{text} in\n{explanation}");
    line("`for row in rows` (line 2): iterations overlap, and each waits for the one before: `best`, `total`");
    line("`for column in row` (line 4): iterations overlap, and each waits for the one before: `best`, effects");
    line("`for column in row` (line 4) waits for `add` (line 12) of the iteration before");
    let mut sketch = Sketch::default();
    for (kind, label) in [(spec::RegionKind::For, "for x in xs"), (spec::RegionKind::Loop, "while wait()")] {
        let owner = sketch.glue(label);
        sketch.region(kind, label, owner, |sketch| {
            sketch.next("x");
        });
    }
    let expect = "`for x in xs` (line 1): iterations overlap, and none waits for another
`while wait()` (line 3): iterations run one after the other
";
    assert_eq!(sketch.graph("g").explain().to_string(), expect);
}
