//! Random bodies with random faults, compared with a serial interpreter.
//!
//! Each node makes a value from those of its predecessors. Values are checked against the interpreter, starts against the
//! plan, lanes against leaks.

use std::sync::Arc;

use super::*;

/// What a node of one iteration does instead of finishing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Next,
    End,
    Exit,
    Panic,
}

/// A body: `calls` nodes, as many drops, and what goes wrong.
struct Body {
    plan: &'static LoopPlan,
    calls: u32,
    edges: Vec<(u32, u32)>,
    carried: Vec<(u32, u32)>,
    silent: Vec<u32>,
    /// By node: the node that takes its value.
    taker: Vec<Option<u32>>,
    faults: HashMap<(u64, u32), Fault>,
    iterations: u64,
}

/// How a loop ended and where.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Outcome {
    iteration: u64,
    node: u32,
    fault: Fault,
}

fn body(seed: u64, iterations: u64) -> Body {
    let mut random = SplitMix64(seed);
    let mut below = |bound: u32| random.below(bound);
    let calls = 1 + below(8);
    let (mut edges, mut carried) = (Vec::new(), vec![(0, 0)]);
    for node in 1..calls {
        let mut from: Vec<u32> = (0..1 + below(2)).map(|_| below(node)).collect();
        from.sort_unstable();
        from.dedup();
        edges.extend(from.into_iter().map(|from| (from, node)));
    }
    for _ in 0..below(4) {
        carried.push((below(calls), below(calls)));
    }
    carried.sort_unstable();
    carried.dedup();
    let silent: Vec<u32> = (1..calls).filter(|_| below(8) == 0).collect();
    let mut taker = Vec::new();
    for node in 0..calls {
        let users: Vec<u32> = edges.iter().filter(|edge| edge.0 == node && edge.1 < calls).map(|edge| edge.1).collect();
        let taken = users.len() == 1 && !silent.contains(&users[0]) && !silent.contains(&node) && below(2) == 0;
        taker.push(taken.then(|| users[0]));
        if !taken {
            let drop = calls + node;
            edges.push((node, drop));
            edges.extend(users.into_iter().map(|user| (user, drop)));
        }
    }
    let mut faults = HashMap::new();
    let (often, rarely) = (2 + below(6), 5 + below(60));
    for iteration in 0..iterations {
        for node in 0..2 * calls {
            let is_drop = node >= calls;
            if silent.contains(&node) || is_drop && taker[(node - calls) as usize].is_some() {
                continue;
            }
            if !is_drop && node > 0 && below(often * calls) == 0 {
                faults.insert((iteration, node), Fault::Next);
            } else if below(rarely * calls) == 0 {
                let fault = [Fault::End, Fault::Exit, Fault::Panic][below(3) as usize];
                faults.insert((iteration, node), if is_drop { Fault::Panic } else { fault });
            }
        }
    }
    faults.insert((iterations, 0), Fault::End);
    let mut continues: Vec<u32> =
        faults.iter().filter(|(_, fault)| **fault == Fault::Next).map(|((_, node), _)| *node).collect();
    continues.sort_unstable();
    continues.dedup();
    let plan = plan(2 * calls, calls, &edges, &carried, &silent);
    let plan = grouped(plan, &edges, &carried, &continues);
    Body { plan, calls, edges, carried, silent, taker, faults, iterations }
}

impl Body {
    fn fault(&self, iteration: u64, node: u32) -> Option<Fault> {
        self.faults.get(&(iteration, node)).copied()
    }

    fn is_drop(&self, node: u32) -> bool {
        node >= self.calls
    }

    /// Whether plain code skips a node.
    fn is_skipped(&self, iteration: u64, node: u32) -> bool {
        !self.is_drop(node) && (0..node).any(|earlier| self.fault(iteration, earlier) == Some(Fault::Next))
    }

    fn preds(&self, node: u32) -> impl Iterator<Item = u32> {
        self.edges.iter().filter(move |edge| edge.1 == node).map(|edge| edge.0)
    }

    fn carried_preds(&self, node: u32) -> impl Iterator<Item = u32> {
        self.carried.iter().filter(move |edge| edge.1 == node).map(|edge| edge.0)
    }

    fn value(&self, iteration: u64, node: u32, value: &dyn Fn(u64, u32) -> u64) -> u64 {
        let preds = self.preds(node).map(|pred| (iteration, pred));
        let carried = self.carried_preds(node).filter(|_| iteration > 0).map(|pred| (iteration - 1, pred));
        let known =
            preds.chain(carried).filter(|&(at, pred)| !self.silent.contains(&pred) && !self.is_skipped(at, pred));
        known.fold(iteration << 8 | u64::from(node) | 1 << 60, |sum, (at, pred)| sum.wrapping_mul(31) ^ value(at, pred))
    }

    /// What plain code does.
    fn interpret(&self) -> (Outcome, HashMap<(u64, u32), u64>) {
        let mut values = HashMap::new();
        for iteration in 0..=self.iterations {
            for node in 0..2 * self.calls {
                if self.is_skipped(iteration, node) || self.silent.contains(&node) {
                    continue;
                }
                match self.fault(iteration, node) {
                    None | Some(Fault::Next) if self.is_drop(node) => {}
                    None | Some(Fault::Next) => {
                        let value = self.value(iteration, node, &|at, pred| values[&(at, pred)]);
                        values.insert((iteration, node), value);
                    }
                    Some(fault) => return (Outcome { iteration, node, fault }, values),
                }
            }
        }
        unreachable!("the source of the last iteration ends the loop")
    }
}

/// A panic's payload: where, and a handle that counts those alive.
struct Payload(u64, u32, #[expect(dead_code, reason = "counted")] Arc<()>);

/// One run of a body.
struct World<'b> {
    body: &'b Body,
    shape: Shape,
    /// By seat: the iteration.
    iteration: Vec<AtomicU64>,
    next: AtomicU64,
    /// By iteration and node: the value; 0 before it has finished, `RUNNING` while it runs.
    finished: Vec<AtomicU64>,
    /// By lane and node: whose value is there, plus one; 0 when empty.
    slots: Vec<AtomicU64>,
    over: AtomicBool,
    /// By iteration and node: a drop has panicked.
    panicked: Vec<AtomicBool>,
    payloads: Arc<()>,
}

const RUNNING: u64 = u64::MAX;

impl<'b> World<'b> {
    fn new(body: &'b Body, shape: Shape) -> World<'b> {
        let all = (body.iterations as usize + 1) * body.plan.len();
        let zeros = |count: usize| (0..count).map(|_| AtomicU64::new(0)).collect::<Vec<_>>();
        World {
            body,
            shape,
            iteration: zeros(shape.seats()),
            next: AtomicU64::new(0),
            finished: zeros(all),
            slots: zeros(shape.seats() * body.plan.len()),
            over: AtomicBool::new(false),
            panicked: (0..all).map(|_| AtomicBool::new(false)).collect(),
            payloads: Arc::new(()),
        }
    }

    fn at(&self, iteration: u64, node: u32) -> usize {
        iteration as usize * self.body.plan.len() + node as usize
    }

    fn value(&self, iteration: u64, node: u32) -> u64 {
        self.finished[self.at(iteration, node)].load(SeqCst)
    }

    /// Whether a node has finished, as far as its successors can tell.
    fn has_finished(&self, iteration: u64, node: u32) -> bool {
        if self.body.silent.contains(&node) {
            return self.body.preds(node).all(|pred| self.has_finished(iteration, pred));
        }
        !matches!(self.value(iteration, node), 0 | RUNNING) || self.body.is_skipped(iteration, node)
    }

    fn slot(&self, lane: u32, node: u32) -> &AtomicU64 {
        &self.slots[lane as usize * self.body.plan.len() + node as usize]
    }

    fn step(&self, lane: u32, node: u32) -> u32 {
        let body = self.body;
        if node == 0 {
            let iteration = self.next.fetch_add(1, SeqCst);
            assert_eq!(lane as usize, iteration as usize % self.shape.seats());
            self.iteration[lane as usize].store(iteration, SeqCst);
            // The iteration at the same place in the last group that is to be complete.
            if let Some(complete) = iteration.checked_sub(((self.shape.lanes - 1) * self.shape.size) as u64) {
                let enabled = (0..2 * body.calls).filter(|&node| body.plan.enabled[node as usize]);
                enabled.for_each(|node| {
                    assert!(self.has_finished(complete, node), "{iteration} opened before {complete}.{node}")
                });
            }
        }
        let iteration = self.iteration[lane as usize].load(SeqCst);
        if body.is_drop(node) {
            return self.drop_node(iteration, lane, node);
        }
        assert_eq!(
            self.finished[self.at(iteration, node)].swap(RUNNING, SeqCst),
            0,
            "{iteration}.{node} started twice"
        );
        body.preds(node).for_each(|pred| {
            let skipped = body.is_skipped(iteration, pred) && self.value(iteration, pred) == 0;
            assert!(self.has_finished(iteration, pred) && !skipped, "{iteration}.{node} started before {pred}");
            assert_ne!(body.fault(iteration, pred), Some(Fault::Next), "{iteration}.{node} started behind {pred}");
        });
        let before = iteration.checked_sub(1);
        let carried = before.into_iter().flat_map(|before| body.carried_preds(node).map(move |pred| (before, pred)));
        carried.for_each(|(before, pred)| {
            assert!(self.has_finished(before, pred), "{iteration}.{node} before {before}.{pred}")
        });
        let value = body.value(iteration, node, &|at, pred| self.value(at, pred));
        if value.is_multiple_of(3) {
            std::thread::yield_now();
        }
        for taken in (0..body.calls).filter(|&taken| body.taker[taken as usize] == Some(node)) {
            assert_eq!(
                self.slot(lane, taken).swap(0, SeqCst),
                iteration + 1,
                "the value that {iteration}.{node} takes"
            );
        }
        match body.fault(iteration, node) {
            Some(Fault::End) => return END,
            Some(Fault::Exit) => return node + 1,
            Some(Fault::Panic) => self.panic(iteration, node),
            _ => {}
        }
        let old = self.slot(lane, node).swap(iteration + 1, SeqCst);
        assert_eq!(old, 0, "{iteration}.{node} finds a value of an earlier iteration in its lane");
        self.finished[self.at(iteration, node)].store(value, SeqCst);
        if body.fault(iteration, node) == Some(Fault::Next) { NEXT } else { DONE }
    }

    fn drop_node(&self, iteration: u64, lane: u32, node: u32) -> u32 {
        self.slot(lane, node - self.body.calls).store(0, SeqCst);
        if self.over.load(SeqCst) || iteration >= self.next.load(SeqCst) {
            return DONE;
        }
        let ran_before = self.panicked[self.at(iteration, node)].swap(true, SeqCst);
        if !ran_before && self.body.fault(iteration, node) == Some(Fault::Panic) {
            self.panic(iteration, node);
        }
        self.finished[self.at(iteration, node)].store(1, SeqCst);
        DONE
    }

    fn panic(&self, iteration: u64, node: u32) -> ! {
        resume_unwind(Box::new(Payload(iteration, node, self.payloads.clone())))
    }

    /// Runs the body, and compares with plain code.
    fn check(&self, told: &str) {
        let (expect, values) = self.body.interpret();
        let state = LoopState::new(self.body.plan, self.shape);
        let step = by_node(self.body.plan, |seat, node| self.step(seat, node));
        let ended = catch_unwind(AssertUnwindSafe(|| {
            // SAFETY: (1) the step is written for the plan. (2) it is made of atomics. (3) the state is new. (4) `ended` is
            //         dropped in this closure.
            let ended = unsafe { run_loop(self.body.plan, &state, &step) };
            self.over.store(true, SeqCst);
            assert_eq!(u64::from(ended.seat()), expect.iteration % self.shape.seats() as u64, "{told}");
            ended.site()
        }));
        match (ended, expect.fault) {
            (Ok(0), Fault::End) => {}
            (Ok(site), Fault::Exit) => assert_eq!(site, expect.node + 1, "{told}"),
            (Err(payload), fault) => match payload.downcast::<Payload>() {
                Ok(payload) => {
                    assert_eq!((payload.0, payload.1, Fault::Panic), (expect.iteration, expect.node, fault), "{told}")
                }
                Err(payload) => resume_unwind(payload),
            },
            (ended, _) => panic!("{told}: {ended:?} for {expect:?}"),
        }
        for ((iteration, node), value) in values {
            assert_eq!(self.value(iteration, node), value, "{told}: {iteration}.{node}");
        }
        assert_eq!(Arc::strong_count(&self.payloads), 1, "{told}: a payload was not dropped");
        assert!(self.slots.iter().all(|slot| slot.load(SeqCst) == 0), "{told}: a value was not dropped");
    }
}

/// `LOOP_SEEDS=from..to` runs others.
fn seeds() -> std::ops::Range<u64> {
    match std::env::var("LOOP_SEEDS") {
        Ok(range) => {
            let (from, to) = range.split_once("..").expect("FROM..TO");
            from.parse().unwrap()..to.parse().unwrap()
        }
        Err(_) if cfg!(miri) => 0..3,
        Err(_) => 0..60,
    }
}

#[test]
fn every_mode_ends_as_plain_code_does() {
    let runtimes = runtimes();
    for seed in seeds() {
        let body = body(seed, if cfg!(miri) { 6 } else { 40 });
        for runtime in &runtimes {
            for shape in shapes() {
                let told = format!("seed {seed}, {shape:?}, {runtime:?}");
                runtime.run(|| World::new(&body, shape).check(&told));
            }
        }
    }
}

#[test]
fn every_shuffle_ends_as_plain_code_does() {
    for seed in seeds() {
        let body = body(seed, if cfg!(miri) { 4 } else { 20 });
        for shuffle in 0..if cfg!(miri) { 2 } else { 40 } {
            let runtime = Runtime::builder().shuffle(shuffle).build().unwrap();
            let shape = Shape { lanes: 2 + (shuffle % 4) as usize, size: 1 + (shuffle / 4 % 3) as usize };
            let told = format!("seed {seed}, {shape:?}, shuffle {shuffle}");
            runtime.run(|| World::new(&body, shape).check(&told));
        }
    }
}

/// A fault at every node of every iteration.
#[test]
fn the_first_fault_in_program_order_decides() {
    let runtimes = runtimes();
    let iterations = if cfg!(miri) { 1 } else { 7 };
    for seed in seeds().take(if cfg!(miri) { 1 } else { 10 }) {
        let mut body = body(seed, iterations);
        for iteration in 0..iterations {
            let step = if cfg!(miri) { 3 } else { 1 };
            for node in (0..body.calls).step_by(step).filter(|node| !body.silent.contains(node)).collect::<Vec<_>>() {
                for fault in [Fault::Panic, Fault::Exit, Fault::End] {
                    body.faults = HashMap::from([((iterations, 0), Fault::End), ((iteration, node), fault)]);
                    // One that is behind, and may run ahead.
                    body.faults.entry((iteration + 1, 0)).or_insert(Fault::Panic);
                    for runtime in &runtimes {
                        for size in [1, 3] {
                            let told = format!("seed {seed}, {iteration}.{node} {fault:?}, groups of {size}");
                            runtime.run(|| World::new(&body, Shape { lanes: 4, size }).check(&told));
                        }
                    }
                }
            }
        }
    }
}
