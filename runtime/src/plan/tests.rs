//! Hazards as data, and the builder of small regions that these tests and those of the executor use.
//!
//! Places and nodes stand behind 60 unused ones, so that every set spans two words.

use super::*;
use crate::spec::{Exit, Mode, NodeKind, NodeSpec, PlaceSpec, RegionSpec, Use};
use crate::task::{Access, Facts, OutputInfo, ParamInfo, TaskInfo, TaskKind};

pub(crate) const SIZE: usize = 128;
pub(crate) const WORDS: usize = 2;
pub(crate) const PAD: usize = 60;
pub(crate) type TestAnalysis = Analysis<SIZE, SIZE, WORDS, WORDS>;

const EMPTY_PLACE: PlaceSpec =
    PlaceSpec { name: "", parent: None, facts: Facts::UNKNOWN, lent: false, keep: false, temporary: false, region: 0 };
const EMPTY_NODE: NodeSpec = NodeSpec {
    region: 0,
    end: 0,
    enabled: false,
    kind: NodeKind::Glue,
    label: "",
    task: None,
    line: 1,
    column: 1,
    uses: &[],
    defines: &[],
    exit: Exit::Never,
    effect: false,
    yields: false,
    serial_calls: &[],
};
/// A node under construction; places are named, and made where they are first named.
#[derive(Clone)]
pub(crate) struct Node {
    spec: NodeSpec,
    uses: Vec<(&'static str, Use)>,
    defines: Vec<&'static str>,
}

/// Glue.
pub(crate) fn glue() -> Node {
    Node { spec: NodeSpec { enabled: true, ..EMPTY_NODE }, uses: Vec::new(), defines: Vec::new() }
}

pub(crate) fn tail() -> Node {
    let mut node = glue();
    node.spec.kind = NodeKind::Tail;
    node
}

pub(crate) fn drop_of(place: &'static str) -> Node {
    let mut node = glue().mention(place, Mode::Exclusive);
    node.spec.kind = NodeKind::Drop;
    node
}

/// A call whose parameter `i` borrows from those in `params[i]`.
fn call(params: &[ParamInfo], output: u64) -> Node {
    let info = TaskInfo {
        name: "task",
        path: "task",
        file: file!(),
        line: 1,
        kind: TaskKind::Task,
        params: params.to_vec().leak(),
        output: OutputInfo { borrows: output, facts: Facts::UNKNOWN, success: Facts::UNKNOWN },
        ordered: false,
        inline: false,
    };
    let mut node = glue();
    node.spec.kind = NodeKind::Task;
    node.spec.task = Some(Box::leak(Box::new(info)));
    node
}

const PARAM: ParamInfo = ParamInfo { name: "_", access: Access::Read, facts: Facts::UNKNOWN, borrows: 0 };

impl Node {
    pub(crate) fn mention(mut self, place: &'static str, mode: Mode) -> Node {
        let blank = Use { place: 0, mode, param: u8::MAX, whole: false, flows: 0 };
        self.uses.push((place, blank));
        self
    }

    pub(crate) fn read(self, place: &'static str) -> Node {
        self.mention(place, Mode::Read)
    }

    pub(crate) fn exclusive(self, place: &'static str) -> Node {
        self.mention(place, Mode::Exclusive)
    }

    pub(crate) fn take(self, place: &'static str) -> Node {
        self.mention(place, Mode::Last)
    }

    /// The last mention is the whole argument `param`.
    fn arg(mut self, param: u8) -> Node {
        let last = &mut self.uses.last_mut().unwrap().1;
        (last.param, last.whole) = (param, true);
        self
    }

    /// The last mention flows into the results (bit 0) or belongs to groups.
    fn flows(mut self, flows: u64) -> Node {
        self.uses.last_mut().unwrap().1.flows = flows;
        self
    }

    pub(crate) fn define(mut self, place: &'static str) -> Node {
        self.defines.push(place);
        self
    }

    pub(crate) fn exit(mut self, exit: Exit) -> Node {
        self.spec.exit = exit;
        self
    }

    pub(crate) fn effect(mut self) -> Node {
        self.spec.effect = true;
        self
    }

    pub(crate) fn disabled(mut self) -> Node {
        self.spec.enabled = false;
        self
    }

    pub(crate) fn inline(mut self) -> Node {
        let base = call(&[], 0).spec.task.unwrap();
        self.spec.task = Some(Box::leak(Box::new(TaskInfo { inline: true, ..*base })));
        self
    }
}

/// A region; `places` says what is special about some.
pub(crate) fn region(places: &[PlaceSpec], nodes: &[Node]) -> Spec {
    let mut all = vec![EMPTY_PLACE; PAD];
    all.extend_from_slice(places);
    let mut specs = vec![EMPTY_NODE; PAD];
    for node in nodes {
        let mut uses = Vec::new();
        for (name, mention) in &node.uses {
            uses.push(Use { place: find_or_add(&mut all, name), ..*mention });
        }
        let defines = node.defines.iter().map(|name| find_or_add(&mut all, name)).collect::<Vec<_>>();
        specs.push(NodeSpec { uses: uses.leak(), defines: defines.leak(), ..node.spec });
    }
    assert!(all.len() <= SIZE && specs.len() <= SIZE);
    all.resize(SIZE, EMPTY_PLACE);
    specs.resize(SIZE, EMPTY_NODE);
    Spec { name: "test", file: file!(), places: all.leak(), nodes: specs.leak(), regions: &[RegionSpec::BODY] }
}

fn find_or_add(places: &mut Vec<PlaceSpec>, name: &'static str) -> u16 {
    if let Some(found) = places.iter().position(|place| place.name == name) {
        return found as u16;
    }
    let parent = name.rsplit_once('.').map(|(parent, _)| find_or_add(places, parent));
    places.push(PlaceSpec { name, parent, ..EMPTY_PLACE });
    (places.len() - 1) as u16
}

fn place(name: &'static str) -> PlaceSpec {
    PlaceSpec { name, ..EMPTY_PLACE }
}

fn facts(name: &'static str, facts: Facts) -> PlaceSpec {
    PlaceSpec { facts, ..place(name) }
}

fn lent(name: &'static str) -> PlaceSpec {
    PlaceSpec { lent: true, ..place(name) }
}

const CLOSED: Facts = Facts { closed: true, ..Facts::UNKNOWN };
const COPY: Facts = Facts { copy: true, ..Facts::UNKNOWN };
const MUT_REF: Facts = Facts { exclusive_ref: true, ..Facts::UNKNOWN };

/// Compares all hazards with `expect`: "0>1 flow raw, .."; and the edges that the executor gets with their pairs.
fn check(spec: Spec, expect: &str) -> TestAnalysis {
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&spec);
    if cfg!(miri) {
        // No unsafe code below, and every pair of nodes and places is looked at.
        return analysis;
    }
    let hazards = analysis.hazards(&spec);
    let found = hazards.iter().map(|&(from, to, kind, place)| {
        let kind = format!("{kind:?}").to_lowercase();
        let name = place.map_or(String::new(), |place| format!(" {}", spec.places[place as usize].name));
        format!("{}>{} {kind}{name}", from - PAD, to - PAD)
    });
    assert_eq!(found.collect::<Vec<_>>().join(", "), expect);
    for later in 0..SIZE {
        for earlier in 0..SIZE {
            let explained = hazards.iter().any(|hazard| (hazard.0, hazard.1) == (earlier, later));
            assert_eq!(explained, analysis.waits_for(later, earlier), "{earlier} > {later}");
        }
    }
    analysis
}

fn name(spec: &Spec, name: &str) -> usize {
    spec.places.iter().position(|place| place.name == name).unwrap()
}

#[test]
fn flow_readers_in_parallel_take_after_readers() {
    let nodes = [glue().define("a"), glue().read("a").define("b"), glue().read("a").define("c"), glue().take("a")];
    check(region(&[], &nodes), "0>1 flow a, 0>2 flow a, 0>3 flow a, 1>3 anti a, 2>3 anti a");
}

#[test]
fn writes_in_program_order() {
    let nodes = [glue().define("a"), glue().exclusive("a"), glue().exclusive("a"), glue().read("a")];
    check(region(&[], &nodes), "0>1 flow a, 1>2 output a, 2>3 flow a");
}

#[test]
fn distinct_fields_do_not_conflict() {
    let nodes = [
        glue().define("s"),
        glue().exclusive("s.left"),
        glue().exclusive("s.right"),
        glue().read("s.left"),
        glue().take("s"),
    ];
    check(
        region(&[], &nodes),
        "0>1 flow s.left, 0>2 flow s.right, 0>3 flow s.left, 0>4 flow s, 1>3 flow s.left, 1>4 output s.left, \
         2>4 output s.right, 3>4 anti s.left",
    );
}

#[test]
fn a_use_of_a_borrow_is_a_use_of_what_it_borrows_from() {
    let nodes = [glue().define("x"), glue().read("x").flows(1).define("r"), glue().take("r"), glue().take("x")];
    check(region(&[], &nodes), "0>1 flow x, 0>2 flow x, 0>3 flow x, 1>2 flow r, 1>3 anti x, 2>3 anti x");
}

#[test]
fn a_closed_output_holds_no_borrow() {
    let nodes = [glue().define("x"), glue().read("x").flows(1).define("n"), glue().read("n"), glue().take("x")];
    check(region(&[facts("n", CLOSED)], &nodes), "0>1 flow x, 0>3 flow x, 1>2 flow n, 1>3 anti x");
}

#[test]
fn borrows_are_transitive_and_carry_their_mode() {
    // let r = row(&mut s); let q = &r; show(q); peek(&s)
    let nodes = [
        glue().define("s"),
        glue().exclusive("s").flows(1).define("r"),
        glue().read("r").flows(1).define("q"),
        glue().take("q"),
        glue().read("s"),
    ];
    check(
        region(&[], &nodes),
        "0>1 flow s, 1>2 flow r, 1>2 output s, 1>3 flow r, 2>3 flow q, 2>3 output s, 3>4 flow s",
    );
}

#[test]
fn an_open_argument_keeps_what_it_was_given() {
    // stash(&reg, &raw); total(&reg); clean(raw)
    let stash = call(&[ParamInfo { borrows: 0b10, access: Access::Exclusive, ..PARAM }, PARAM], 0);
    let nodes = [
        glue().define("reg"),
        glue().define("raw"),
        stash.read("reg").arg(0).read("raw").arg(1),
        glue().read("reg"),
        glue().take("raw"),
    ];
    check(
        region(&[], &nodes),
        "0>2 flow reg, 1>2 flow raw, 1>3 flow raw, 1>4 flow raw, 2>3 flow reg, 2>4 anti raw, 3>4 anti raw",
    );
}

#[test]
fn a_registry_behind_a_handle_keeps_what_it_was_given() {
    // let h = &reg; stash(h, &raw); total(&reg); clean(raw)
    let stash = call(&[ParamInfo { borrows: 0b10, access: Access::Exclusive, ..PARAM }, PARAM], 0);
    let nodes = [
        glue().define("reg"),
        glue().define("raw"),
        glue().read("reg").flows(1).define("h"),
        stash.mention("h", Mode::Last).arg(0).read("raw").arg(1),
        glue().read("reg"),
        glue().take("raw"),
    ];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert!(analysis.waits_for(PAD + 5, PAD + 4), "total(&reg) reads raw");
    assert!(analysis.waits_for(PAD + 4, PAD + 3), "the stash goes through the handle");
}

#[test]
fn what_was_reached_before_a_stash_is_not_remembered_after_it() {
    // let h = &reg; show(h); stash(&reg, &raw); show(h); clean(raw)
    let stash = call(&[ParamInfo { borrows: 0b10, access: Access::Exclusive, ..PARAM }, PARAM], 0);
    let nodes = [
        glue().define("reg"),
        glue().define("raw"),
        glue().read("reg").flows(1).define("h"),
        glue().read("h"),
        stash.read("reg").arg(0).read("raw").arg(1),
        glue().read("h"),
        glue().take("raw"),
    ];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert!(analysis.waits_for(PAD + 6, PAD + 5), "the second show(h) reads raw");
    assert!(!analysis.ordered(PAD + 1, PAD + 3), "the first does not");
}

#[test]
fn an_exclusive_parameter_goes_through_shared_references() {
    let lock = || call(&[ParamInfo { access: Access::Exclusive, ..PARAM }], 0);
    let nodes = [glue().define("m"), lock().read("m").arg(0), lock().read("m").arg(0)];
    check(region(&[], &nodes), "0>1 flow m, 1>2 output m");
    let nodes = [glue().define("m"), glue().read("m").flows(1).define("h"), lock().take("h").arg(0), glue().read("m")];
    check(region(&[], &nodes), "0>1 flow m, 0>2 flow m, 1>2 flow h, 1>2 anti m, 2>3 flow m");
}

#[test]
fn copies_are_reads() {
    let by_value = || call(&[ParamInfo { access: Access::Take, facts: COPY, ..PARAM }], 0);
    let nodes = [glue().define("n"), by_value().take("n").arg(0), by_value().take("n").arg(0)];
    let analysis = check(region(&[], &nodes), "0>1 flow n, 0>2 flow n");
    assert!(!analysis.overlaps(PAD), "copies need no Sync");
    let nodes = [glue().define("n"), glue().take("n"), glue().take("n")];
    check(region(&[facts("n", COPY)], &nodes), "0>1 flow n, 0>2 flow n");
    let nodes = [glue().define("n"), glue().mention("n", Mode::Again), glue().take("n")];
    check(region(&[], &nodes), "0>1 flow n, 0>2 flow n, 1>2 anti n");
}

#[test]
fn a_mutable_reference_is_reborrowed() {
    let nodes = [glue().define("v"), glue().mention("v", Mode::Again), glue().take("v")];
    check(region(&[facts("v", MUT_REF)], &nodes), "0>1 flow v, 1>2 output v");
    let step = || call(&[ParamInfo { access: Access::Exclusive, facts: MUT_REF, ..PARAM }], 0);
    let nodes = [glue().define("v"), step().mention("v", Mode::Again).arg(0), step().take("v").arg(0)];
    check(region(&[], &nodes), "0>1 flow v, 1>2 output v");
}

#[test]
fn assignment_ends_old_borrows() {
    // let mut r = &x; r = &y; show(r); eat(x)
    let nodes = [
        glue().define("x"),
        glue().define("y"),
        glue().read("x").flows(1).define("r"),
        glue().read("y").flows(1).mention("r", Mode::Assign),
        glue().read("r"),
        glue().take("x"),
    ];
    check(
        region(&[], &nodes),
        "0>2 flow x, 0>3 flow x, 0>5 flow x, 1>3 flow y, 1>4 flow y, 2>3 flow r, 2>5 anti x, 3>4 flow r, 3>5 anti x",
    );
}

#[test]
fn what_was_copied_out_of_a_borrow_outlives_its_assignment() {
    // let mut r = &x; let b = *(&r); r = &y; show(b); eat(x)
    let nodes = [
        glue().define("x"),
        glue().define("y"),
        glue().read("x").flows(1).define("r"),
        glue().read("r").flows(1).define("b"),
        glue().read("y").flows(1).mention("r", Mode::Assign),
        glue().read("b"),
        glue().take("x"),
    ];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert!(analysis.waits_for(PAD + 6, PAD + 5), "b still borrows from x");
}

#[test]
fn groups_borrow_from_each_other() {
    // a.link(&b); b.link(&a): the drop of either is after uses of both
    let nodes = [
        glue().define("a"),
        glue().define("b"),
        glue().exclusive("a").flows(2).read("b").flows(2),
        glue().read("a"),
        glue().take("b"),
    ];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert!(analysis.waits_for(PAD + 4, PAD + 3), "a may hold &b");
    let nodes = [
        glue().define("a"),
        glue().define("b"),
        glue().exclusive("a").flows(2).read("b").flows(4),
        glue().read("a"),
        glue().take("b"),
    ];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert!(!analysis.ordered(PAD + 3, PAD + 4), "different groups");
}

#[test]
fn effects_keep_their_order() {
    let nodes = [glue().effect(), glue().define("a"), glue().effect(), glue().effect()];
    check(region(&[], &nodes), "0>2 effect, 2>3 effect");
}

#[test]
fn what_can_be_seen_waits_for_exits() {
    let nodes = [
        glue().exit(Exit::May),
        glue().define("a"),
        glue().exclusive("out"),
        glue().exit(Exit::May),
        glue().effect(),
        glue().read("out"),
    ];
    check(region(&[lent("out")], &nodes), "0>2 exit, 0>4 exit, 2>5 flow out, 3>4 exit");
}

#[test]
fn everything_waits_for_a_guard() {
    let nodes = [
        glue().define("a"),
        glue().exit(Exit::Guard),
        glue().define("b"),
        glue().exit(Exit::Guard),
        glue().define("c"),
        drop_of("a"),
    ];
    check(region(&[], &nodes), "0>5 flow a, 1>2 exit, 1>3 exit, 3>4 exit");
}

#[test]
fn a_drop_waits_for_users_only_and_a_kept_one_for_all() {
    let nodes = [glue().define("a"), glue().read("a"), glue().define("b"), tail(), drop_of("a")];
    check(region(&[], &nodes), "0>1 flow a, 0>4 flow a, 1>4 anti a");
    let keep = PlaceSpec { keep: true, ..place("a") };
    check(region(&[keep], &nodes), "0>1 flow a, 0>4 flow a, 1>4 anti a, 2>4 exit, 3>4 exit");
}

#[test]
fn disabled_nodes_touch_nothing() {
    let nodes = [glue().define("a"), glue().exclusive("a").effect().disabled(), glue().read("a")];
    check(region(&[], &nodes), "0>2 flow a");
}

#[test]
fn overlaps_are_of_unordered_readers_by_reference() {
    let nodes = [
        glue().define("a"),
        glue().define("b"),
        glue().read("a").define("c"),
        glue().read("a").read("b"),
        glue().read("c").read("b.x"),
        glue().effect().read("e"),
        glue().effect().read("e"),
        tail().read("t"),
        drop_of("d"),
    ];
    let spec = region(&[], &nodes);
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&spec);
    let overlapping = ["a", "b", "b.x", "c", "e", "t", "d"].into_iter().filter(|p| analysis.overlaps(name(&spec, p)));
    assert_eq!(overlapping.collect::<Vec<_>>(), ["a", "b", "b.x"]);
}

#[test]
fn the_order_places_drops_early_and_late() {
    let nodes = [
        glue().define("a"),
        glue().define("b"),
        glue().read("a"),
        glue().take("a").define("c"),
        tail().read("b"),
        drop_of("a"),
        drop_of("b"),
        drop_of("c"),
        drop_of("unused"),
        drop_of("gone").disabled(),
    ];
    let plan = plan_of(&region(&[], &nodes));
    let plain = |nodes: &[u32]| nodes.iter().map(|&node| node as usize - PAD).collect::<Vec<_>>();
    assert_eq!(plain(plan.order), [8, 0, 1, 2, 3, 5, 7]);
    assert_eq!(plain(plan.late), [6]);
    let drops = plan.drops.iter().map(|drop| (drop.node as usize - PAD, drop.definer.saturating_sub(PAD as u32)));
    assert_eq!(drops.collect::<Vec<_>>(), [(5, 0), (6, 1), (7, 3), (8, 0), (9, 0)]);
}

#[test]
fn a_chain_is_recognised() {
    let chain = [glue().define("a"), glue().take("a").define("b"), tail().take("b"), drop_of("a")];
    assert!(plan_of(&region(&[], &chain)).chain);
    let wide = [glue().define("a"), glue().define("b"), tail()];
    assert!(!plan_of(&region(&[], &wide)).chain);
}

#[test]
fn reduction_keeps_the_order_and_drops_the_rest() {
    let nodes = [glue().define("a"), glue().read("a").define("b"), glue().read("a").read("b"), glue().read("b")];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert_eq!(analysis.edge_count(), 3);
    assert!(analysis.ordered(PAD, PAD + 3) && !analysis.waits_for(PAD + 3, PAD));
}

pub(crate) fn plan_of(spec: &Spec) -> &'static Plan {
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(spec);
    let table: &'static _ = Box::leak(Box::new(table::<SIZE, SIZE, WORDS, WORDS, 512>(spec, &analysis, 0)));
    Box::leak(Box::new(Plan::new(table)))
}

/// The same calls as an expansion makes, in constants.
mod constant {
    use super::*;

    const fn mention(place: u16, mode: Mode) -> Use {
        Use { place, mode, param: u8::MAX, whole: false, flows: 0 }
    }
    const SPEC: Spec = Spec {
        regions: &[RegionSpec::BODY],
        name: "constant",
        file: file!(),
        places: &[PlaceSpec { name: "a", ..EMPTY_PLACE }],
        nodes: &[
            NodeSpec { enabled: true, defines: &[0], ..EMPTY_NODE },
            NodeSpec { enabled: true, kind: NodeKind::Tail, uses: &[mention(0, Mode::Last)], ..EMPTY_NODE },
            NodeSpec { enabled: true, kind: NodeKind::Drop, uses: &[mention(0, Mode::Exclusive)], ..EMPTY_NODE },
        ],
    };
    const ANALYSIS: Analysis<3, 1, 1, 1> = analyse(&SPEC);
    static TABLE: Table<3, { ANALYSIS.edge_count() }> = table(&SPEC, &ANALYSIS, 0);
    static PLAN: Plan = Plan::new(&TABLE);

    const _: () = assert!(ANALYSIS.edge_count() == 2 && ANALYSIS.ordered(0, 2) && !ANALYSIS.overlaps(0));

    const NOTHING: Spec =
        Spec { name: "nothing", file: file!(), places: &[], nodes: &[SPEC.nodes[1]], regions: &[RegionSpec::BODY] };
    const EMPTY: Spec = Spec { nodes: &[NodeSpec { uses: &[], ..NOTHING.nodes[0] }], ..NOTHING };
    const _: () = assert!(analyse::<1, 0, 1, 1>(&EMPTY).edge_count() == 0);

    #[test]
    fn plans_are_constants() {
        assert_eq!((PLAN.order, PLAN.late), (&[0][..], &[2][..]));
    }
}

/// `long_running_const_eval` is deny by default: this module would not compile.
mod large_plans_stay_below_the_lint {
    use super::*;

    const CALLS: usize = 400;
    const NODES: usize = 2 * CALLS + 1;
    const PLACES: usize = 2 * CALLS;

    const fn mention(place: usize, mode: Mode, flows: bool) -> Use {
        Use { place: place as u16, mode, param: u8::MAX, whole: false, flows: flows as u64 }
    }

    /// Borrows of borrows of borrows, in chains of so many calls.
    const DEPTH: usize = 100;

    /// Call `i` reads the results of `i - 1` and `i / 2` and a parameter, all by reference, and defines place `i`.
    static USES: [[Use; 3]; CALLS] = {
        let mut uses = [[mention(0, Mode::Read, false); 3]; CALLS];
        let mut i = 1;
        while i < CALLS {
            uses[i] = [
                mention(i - 1, Mode::Read, i % DEPTH != 0),
                mention(i / 2, Mode::Read, false),
                mention(CALLS + i, Mode::Read, true),
            ];
            i += 1;
        }
        uses
    };
    static DROPS: [Use; CALLS] = {
        let mut uses = [mention(0, Mode::Exclusive, false); CALLS];
        let mut i = 0;
        while i < CALLS {
            uses[i] = mention(i, Mode::Exclusive, false);
            i += 1;
        }
        uses
    };
    static DEFINES: [u16; CALLS] = {
        let mut defines = [0; CALLS];
        let mut i = 0;
        while i < CALLS {
            defines[i] = i as u16;
            i += 1;
        }
        defines
    };
    static PLACE_SPECS: [PlaceSpec; PLACES] = [EMPTY_PLACE; PLACES];
    static CLOSED_PLACES: [PlaceSpec; PLACES] = [PlaceSpec { facts: CLOSED, ..EMPTY_PLACE }; PLACES];
    static NODE_SPECS: [NodeSpec; NODES] = {
        let mut nodes = [NodeSpec { enabled: true, ..EMPTY_NODE }; NODES];
        let mut i = 0;
        while i < CALLS {
            nodes[i].uses = if i == 0 { &[] } else { &USES[i] };
            nodes[i].defines = DEFINES.split_at(i).1.split_at(1).0;
            nodes[CALLS + 1 + i].kind = NodeKind::Drop;
            nodes[CALLS + 1 + i].uses = DROPS.split_at(i).1.split_at(1).0;
            i += 1;
        }
        nodes[CALLS].kind = NodeKind::Tail;
        nodes[CALLS].uses = DROPS.split_at(CALLS - 1).1;
        nodes
    };
    static OPEN: Spec =
        Spec { name: "open", file: file!(), places: &PLACE_SPECS, nodes: &NODE_SPECS, regions: &[RegionSpec::BODY] };
    static CLOSED_SPEC: Spec = Spec {
        name: "closed",
        file: file!(),
        places: &CLOSED_PLACES,
        nodes: &NODE_SPECS,
        regions: &[RegionSpec::BODY],
    };

    static CLOSED_ANALYSIS: Analysis<NODES, PLACES, 13, 13> = analyse(&CLOSED_SPEC);
    static CLOSED_TABLE: Table<NODES, { CLOSED_ANALYSIS.edge_count() }> = table(&CLOSED_SPEC, &CLOSED_ANALYSIS, 0);
    static OPEN_ANALYSIS: Analysis<NODES, PLACES, 13, 13> = analyse(&OPEN);

    #[test]
    fn they_are_right_too() {
        assert_eq!(Plan::new(&CLOSED_TABLE).order.first(), Some(&0));
        assert!(CLOSED_ANALYSIS.ordered(0, CALLS - 1) && OPEN_ANALYSIS.ordered(0, CALLS - 1));
    }
}
