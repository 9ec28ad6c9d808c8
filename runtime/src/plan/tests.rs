//! Hazards as data, and the builder of small regions that these tests and those of the executor use.
//!
//! Places and nodes stand behind 60 unused ones, so that every set spans two words.

use super::*;
use crate::spec::{Exit, List, Mode, NodeKind, NodeSpec, PlaceId, PlaceSpec, Use};
use crate::task::{Access, Facts, OutputInfo, ParamInfo, TaskInfo, TaskKind};

pub(crate) const SIZE: usize = 128;
pub(crate) const WORDS: usize = 2;
pub(crate) const PAD: usize = 60;
pub(crate) type TestAnalysis = Analysis<SIZE, SIZE, WORDS, WORDS>;

const EMPTY_PLACE: PlaceSpec = PlaceSpec::VARIABLE;
const EMPTY_NODE: NodeSpec = NodeSpec { kind: NodeKind::Glue, line: 1, column: 1, ..NodeSpec::SWEPT };

/// A place as tests speak of it.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    name: &'static str,
    spec: PlaceSpec,
    facts: Facts,
}

const NO_PLACE: Place = Place { name: "", spec: EMPTY_PLACE, facts: Facts::UNKNOWN };

/// A node under construction; places are named, and made where they are first named.
#[derive(Clone)]
pub(crate) struct Node {
    spec: NodeSpec,
    enabled: bool,
    task: Option<&'static TaskInfo>,
    uses: Vec<(&'static str, Use)>,
    defines: Vec<&'static str>,
}

/// Glue.
pub(crate) fn glue() -> Node {
    Node { spec: EMPTY_NODE, enabled: true, task: None, uses: Vec::new(), defines: Vec::new() }
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
    node.task = Some(Box::leak(Box::new(info)));
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
        self.enabled = false;
        self
    }

    pub(crate) fn inline(mut self) -> Node {
        let base = call(&[], 0).task.unwrap();
        self.task = Some(Box::leak(Box::new(TaskInfo { inline: true, ..*base })));
        self
    }
}

/// A region; `places` says what is special about some.
pub(crate) fn region(places: &[Place], nodes: &[Node]) -> Spec {
    let mut all = vec![NO_PLACE; PAD];
    all.extend_from_slice(places);
    let mut specs = vec![EMPTY_NODE; PAD];
    let mut enabled = vec![false; PAD];
    let (mut uses, mut defines, mut tasks): (Vec<Use>, Vec<PlaceId>, Vec<_>) = Default::default();
    for node in nodes {
        let (first_use, first_define) = (uses.len(), defines.len());
        for (name, mention) in &node.uses {
            uses.push(Use { place: find_or_add(&mut all, name), ..*mention });
        }
        defines.extend(node.defines.iter().map(|name| find_or_add(&mut all, name)));
        tasks.extend(node.task.map(Some));
        specs.push(NodeSpec {
            uses: list(first_use, uses.len()),
            defines: list(first_define, defines.len()),
            task: if node.task.is_some() { tasks.len() as u16 } else { 0 },
            relates: node.uses.iter().any(|(_, mention)| mention.flows > 1 || mention.mode == Mode::Assign),
            ..node.spec
        });
        enabled.push(node.enabled);
    }
    assert!(all.len() <= SIZE && specs.len() <= SIZE);
    all.resize(SIZE, NO_PLACE);
    specs.resize(SIZE, EMPTY_NODE);
    enabled.resize(SIZE, false);
    let mut text = String::new();
    for place in &mut all {
        let start = text.len();
        text.push_str(place.name);
        place.spec.name = list(start, text.len());
    }
    Spec {
        name: "test",
        file: file!(),
        text: text.leak(),
        places: all.iter().map(|place| place.spec).collect::<Vec<_>>().leak(),
        facts: all.iter().map(|place| place.facts).collect::<Vec<_>>().leak(),
        nodes: specs.leak(),
        enabled: enabled.leak(),
        uses: uses.leak(),
        defines: defines.leak(),
        tasks: tasks.leak(),
        ..Spec::EMPTY
    }
}

const fn list(start: usize, end: usize) -> List {
    List { start: start as u32, end: end as u32 }
}

fn find_or_add(places: &mut Vec<Place>, name: &'static str) -> u16 {
    if let Some(found) = places.iter().position(|place| place.name == name) {
        return found as u16;
    }
    let parent = name.rsplit_once('.').map(|(parent, _)| find_or_add(places, parent));
    let spec = PlaceSpec { parent: parent.unwrap_or(PlaceSpec::NO_PARENT), ..EMPTY_PLACE };
    places.push(Place { name, spec, ..NO_PLACE });
    (places.len() - 1) as u16
}

fn place(name: &'static str) -> Place {
    Place { name, ..NO_PLACE }
}

fn facts(name: &'static str, facts: Facts) -> Place {
    Place { facts, ..place(name) }
}

fn lent(name: &'static str) -> Place {
    Place { spec: PlaceSpec { lent: true, ..EMPTY_PLACE }, ..place(name) }
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
        let name = place.map_or(String::new(), |place| format!(" {}", spec.name(spec.places[place as usize].name)));
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
    spec.places.iter().position(|place| spec.name(place.name) == name).unwrap()
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
fn the_first_borrow_may_come_by_assignment() {
    // let mut r = y; r = &x; show(r); eat(x)
    let nodes = [
        glue().define("x"),
        glue().define("r"),
        glue().read("x").flows(1).mention("r", Mode::Assign),
        glue().read("r"),
        glue().take("x"),
    ];
    let analysis = analyse::<SIZE, SIZE, WORDS, WORDS>(&region(&[], &nodes));
    assert!(analysis.waits_for(PAD + 4, PAD + 3), "r borrows from x");
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
    let keep = Place { spec: PlaceSpec { keep: true, ..EMPTY_PLACE }, ..place("a") };
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
        name: "constant",
        file: file!(),
        places: &[EMPTY_PLACE],
        facts: &[Facts::UNKNOWN],
        nodes: &[
            NodeSpec { defines: list(0, 1), ..EMPTY_NODE },
            NodeSpec { kind: NodeKind::Tail, uses: list(0, 1), ..EMPTY_NODE },
            NodeSpec { kind: NodeKind::Drop, uses: list(1, 2), ..EMPTY_NODE },
        ],
        enabled: &[true; 3],
        uses: &[mention(0, Mode::Last), mention(0, Mode::Exclusive)],
        defines: &[0],
        ..Spec::EMPTY
    };
    const ANALYSIS: Analysis<3, 1, 1, 1> = analyse(&SPEC);
    static TABLE: Table<3, { ANALYSIS.edge_count() }> = table(&SPEC, &ANALYSIS, 0);
    static PLAN: Plan = Plan::new(&TABLE);

    const _: () = assert!(ANALYSIS.edge_count() == 2 && ANALYSIS.ordered(0, 2) && !ANALYSIS.overlaps(0));

    const EMPTY: Spec =
        Spec { nodes: &[NodeSpec { kind: NodeKind::Tail, ..EMPTY_NODE }], enabled: &[true], ..Spec::EMPTY };
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

    /// Call `i` reads the results of `i - 1` and `i / 2` and a parameter, all by reference, and defines place `i`. Behind
    /// these the uses of the drops.
    static USES: [Use; 4 * CALLS] = {
        let mut uses = [mention(0, Mode::Exclusive, false); 4 * CALLS];
        let mut i = 0;
        while i < CALLS {
            if i > 0 {
                uses[3 * i] = mention(i - 1, Mode::Read, i % DEPTH != 0);
                uses[3 * i + 1] = mention(i / 2, Mode::Read, false);
                uses[3 * i + 2] = mention(CALLS + i, Mode::Read, true);
            }
            uses[3 * CALLS + i] = mention(i, Mode::Exclusive, false);
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
    static NODE_SPECS: [NodeSpec; NODES] = {
        let mut nodes = [EMPTY_NODE; NODES];
        let mut i = 0;
        while i < CALLS {
            nodes[i].uses = if i == 0 { List::EMPTY } else { list(3 * i, 3 * i + 3) };
            nodes[i].defines = list(i, i + 1);
            nodes[CALLS + 1 + i].kind = NodeKind::Drop;
            nodes[CALLS + 1 + i].uses = list(3 * CALLS + i, 3 * CALLS + i + 1);
            i += 1;
        }
        nodes[CALLS].kind = NodeKind::Tail;
        nodes[CALLS].uses = list(4 * CALLS - 1, 4 * CALLS);
        nodes
    };
    static OPEN: Spec = Spec {
        name: "open",
        file: file!(),
        places: &[EMPTY_PLACE; PLACES],
        facts: &[Facts::UNKNOWN; PLACES],
        nodes: &NODE_SPECS,
        enabled: &[true; NODES],
        uses: &USES,
        defines: &DEFINES,
        ..Spec::EMPTY
    };
    static CLOSED_SPEC: Spec = Spec { name: "closed", facts: &[CLOSED; PLACES], ..OPEN };

    static CLOSED_ANALYSIS: Analysis<NODES, PLACES, 13, 13> = analyse(&CLOSED_SPEC);
    static CLOSED_TABLE: Table<NODES, { CLOSED_ANALYSIS.edge_count() }> = table(&CLOSED_SPEC, &CLOSED_ANALYSIS, 0);
    static OPEN_ANALYSIS: Analysis<NODES, PLACES, 13, 13> = analyse(&OPEN);

    #[test]
    fn they_are_right_too() {
        assert_eq!(Plan::new(&CLOSED_TABLE).order.first(), Some(&0));
        assert!(CLOSED_ANALYSIS.ordered(0, CALLS - 1) && OPEN_ANALYSIS.ordered(0, CALLS - 1));
    }
}
