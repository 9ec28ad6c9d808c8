//! Runs of small regions with hand-written steps: what they return, what they drop, who decides how they end.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

use super::*;
use crate::plan::tests::{PAD, SIZE, WORDS, drop_of, glue, plan_of, region, tail};
use crate::pool::Runtime;
use crate::slot::Slot;
use crate::spec::Exit;

const CALLS: usize = 8;
const NAMES: [&str; CALLS] = ["v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7"];

/// A value that counts its drops.
struct Tracked<'a> {
    number: u64,
    drops: &'a AtomicU32,
}

impl Drop for Tracked<'_> {
    fn drop(&mut self) {
        self.drops.fetch_add(1, SeqCst);
    }
}

/// What call `i` does: reads some earlier values, takes at most one.
#[derive(Clone, Debug, Default)]
struct Call {
    reads: Vec<usize>,
    takes: Option<usize>,
}

/// What goes wrong in a call.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Exit,
    Panic,
}

/// Legal programs: nothing is used after it was taken.
fn program(seed: u64) -> Vec<Call> {
    let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |bound: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random as usize % bound
    };
    let mut live: Vec<usize> = Vec::new();
    let mut calls = Vec::new();
    for i in 0..CALLS {
        let mut call = Call::default();
        for _ in 0..below(3).min(live.len()) {
            call.reads.push(live[below(live.len())]);
        }
        if !live.is_empty() && below(3) == 0 {
            let taken = live.remove(below(live.len()));
            call.reads.retain(|&read| read != taken);
            call.takes = Some(taken);
        }
        live.push(i);
        calls.push(call);
    }
    calls
}

fn plan_for(calls: &[Call], inline: bool) -> &'static Plan {
    let mut nodes = Vec::new();
    for (i, call) in calls.iter().enumerate() {
        let mut node = glue().define(NAMES[i]).exit(Exit::May);
        for &read in &call.reads {
            node = node.read(NAMES[read]);
        }
        if let Some(taken) = call.takes {
            node = node.take(NAMES[taken]);
        }
        nodes.push(if inline && i % 3 == 1 { node.inline() } else { node });
    }
    nodes.push(NAMES.iter().take(CALLS / 2).fold(tail(), |tail, name| tail.read(name)));
    nodes.extend(NAMES.iter().map(|name| drop_of(name)));
    plan_of(&region(&[], &nodes))
}

/// How a run ended, with the values that reached the tail.
#[derive(Debug, PartialEq)]
enum End {
    Tail(Vec<Option<u64>>),
    Exit(u32),
    Panic(usize),
}

/// Runs a program; checks that every value is dropped once.
fn run_program(plan: &'static Plan, calls: &[Call], faults: &[(usize, Fault)]) -> End {
    plan.cost.share_always();
    let (made, drops) = (AtomicU32::new(0), AtomicU32::new(0));
    let slots = [const { Slot::<Tracked<'_>>::new() }; CALLS];
    let slots = &slots;
    let step = |node: u32| -> u32 {
        let node = node as usize - PAD;
        if node > CALLS {
            let slot = &slots[node - CALLS - 1];
            if slot.is_live() {
                // SAFETY: the drop node is the taker of what is left.
                drop(unsafe { slot.take() });
            }
            return 0;
        }
        let call = &calls[node];
        // SAFETY: (1) the plan orders this node behind the producers. (2) takers come after.
        let read = |i: &usize| unsafe { slots[*i].read() }.number;
        let mut number = call.reads.iter().map(read).fold(node as u64 + 1, |sum, x| sum.wrapping_mul(31) ^ x);
        if let Some(taken) = call.takes {
            // SAFETY: this node is the taker.
            number = number.wrapping_mul(31) ^ unsafe { slots[taken].take() }.number;
        }
        match faults.iter().find(|fault| fault.0 == node) {
            Some((_, Fault::Exit)) => return node as u32 + 1,
            Some((_, Fault::Panic)) => std::panic::resume_unwind(Box::new(node)),
            None => {}
        }
        made.fetch_add(1, SeqCst);
        // SAFETY: this node is the producer.
        unsafe { slots[node].put(Tracked { number, drops: &drops }) };
        0
    };
    let state = State::<SIZE, WORDS>::new();
    let ended = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: (1) the step is written for the plan. (2) it accesses slots by the rights of its node. (3) the state
        //         is new. (4) `finished` is dropped in this closure.
        let finished = unsafe { run(plan, &state, &step) };
        match finished.site() {
            0 => End::Tail(slots.iter().map(|slot| slot.is_live().then(|| slot_number(slot))).collect()),
            site => End::Exit(site),
        }
    }));
    assert_eq!(made.load(SeqCst), drops.load(SeqCst), "every value is dropped once");
    ended.unwrap_or_else(|payload| End::Panic(*payload.downcast().unwrap()))
}

fn slot_number(slot: &Slot<Tracked<'_>>) -> u64 {
    // SAFETY: after the run only the test looks at the slot.
    unsafe { slot.read() }.number
}

fn runtimes() -> Vec<Runtime> {
    let threads = |n| Runtime::builder().threads(n).build().unwrap();
    let shuffles = (0..3).map(|seed| Runtime::builder().shuffle(seed).build().unwrap());
    [threads(1), threads(3)].into_iter().chain(shuffles).collect()
}

const PROGRAMS: u64 = if cfg!(miri) { 2 } else { 60 };

#[test]
fn every_mode_ends_as_the_serial_run_does() {
    let runtimes = runtimes();
    let serial = Runtime::builder().serial().build().unwrap();
    for seed in 0..PROGRAMS {
        let calls = program(seed);
        let plan = plan_for(&calls, seed % 2 == 0);
        let expect = serial.run(|| run_program(plan, &calls, &[]));
        assert!(matches!(expect, End::Tail(_)));
        for runtime in &runtimes {
            assert_eq!(runtime.run(|| run_program(plan, &calls, &[])), expect, "program {seed} on {runtime:?}");
        }
    }
}

#[test]
fn the_first_fault_in_program_order_decides() {
    let runtimes = runtimes();
    for seed in 0..PROGRAMS {
        let calls = program(seed);
        let plan = plan_for(&calls, seed % 2 == 0);
        for first in 0..CALLS {
            if cfg!(miri) && first % 3 != 0 {
                continue;
            }
            for fault in [Fault::Exit, Fault::Panic] {
                let faults = [(CALLS - 1, Fault::Panic), (CALLS - 2, Fault::Exit), (first, fault)];
                let faults = if first < CALLS - 2 { &faults[..] } else { &faults[2..] };
                let expect = match fault {
                    Fault::Exit => End::Exit(first as u32 + 1),
                    Fault::Panic => End::Panic(first),
                };
                for runtime in &runtimes {
                    assert_eq!(runtime.run(|| run_program(plan, &calls, faults)), expect, "{faults:?} on {runtime:?}");
                }
            }
        }
    }
}

/// Nodes that were already running when others failed: they fail in any order, here 2, 1, 3.
#[test]
fn a_late_fault_does_not_replace_an_earlier_node() {
    let plan = wide_plan();
    let nothing = |_| 0;
    let exits = outcome::Outcome::new();
    for node in [2, 1, 3] {
        assert!(!exits.run(node, &|node| node + 10));
    }
    assert_eq!(exits.conclude(plan, &nothing).site(), 11);
    let panics = outcome::Outcome::new();
    for node in [2, 1, 3] {
        assert!(!panics.run(node, &|node| std::panic::resume_unwind(Box::new(node))));
    }
    let payload = catch_unwind(AssertUnwindSafe(|| panics.conclude(plan, &nothing).site())).unwrap_err();
    assert_eq!(*payload.downcast::<u32>().unwrap(), 1);
}

/// Independent calls that count themselves.
fn wide_plan() -> &'static Plan {
    let mut nodes = vec![glue(); CALLS];
    nodes.push(tail());
    plan_of(&region(&[], &nodes))
}

fn run_all(plan: &'static Plan, step: &(dyn Fn(u32) -> u32 + Sync)) -> u32 {
    plan.cost.share_always();
    let state = State::<SIZE, WORDS>::new();
    // SAFETY: (1) and (2) the step may be called for any node on any thread: it is `Sync`. (3) the state is new. (4) the
    //         result is dropped here.
    unsafe { run(plan, &state, step) }.site()
}

#[test]
fn runs_nest() {
    let (outer, inner) = (wide_plan(), wide_plan());
    for threads in [1, 2] {
        let count = AtomicU32::new(0);
        let leaf = |_| {
            count.fetch_add(1, SeqCst);
            0
        };
        let runtime = Runtime::builder().threads(threads).build().unwrap();
        runtime.run(|| run_all(outer, &|_| run_all(inner, &leaf)));
        assert_eq!(count.load(SeqCst) as usize, CALLS * CALLS);
    }
}

#[test]
fn many_threads_call_one_pipeline() {
    let plan = wide_plan();
    let runtime = Runtime::builder().threads(2).build().unwrap();
    let count = AtomicU32::new(0);
    let callers = if cfg!(miri) { 3 } else { 20 };
    let rounds = if cfg!(miri) { 1 } else { 50 };
    let step = |_| {
        count.fetch_add(1, SeqCst);
        0
    };
    std::thread::scope(|scope| {
        for _ in 0..callers {
            scope.spawn(|| {
                for _ in 0..rounds {
                    runtime.run(|| run_all(plan, &step));
                }
            });
        }
    });
    assert_eq!(count.load(SeqCst) as usize, callers * rounds * CALLS);
}

#[test]
fn two_workers_meet_in_one_run() {
    //  worker A ── node 0 ──┐ both wait for each other: one worker alone would never end
    //  worker B ── node 1 ──┘
    if pool::mode() != Mode::Parallel {
        eprintln!("skipped: SUPERSCALAR_MODE leaves one thread");
        return;
    }
    let plan = plan_of(&region(&[], &[glue(), glue(), tail()]));
    let meeting = std::sync::Barrier::new(2);
    let workers = std::sync::Mutex::new(Vec::new());
    let step = |_| {
        meeting.wait();
        workers.lock().unwrap().push((std::thread::current().id(), rayon::current_thread_index()));
        0
    };
    let here = std::thread::current().id();
    let runtime = Runtime::builder().threads(2).build().unwrap();
    for _ in 0..3 {
        assert_eq!(runtime.run(|| run_all(plan, &step)), 0);
        let mut workers = std::mem::take(&mut *workers.lock().unwrap());
        workers.retain(|worker| worker.0 != here);
        assert!(matches!(workers[..], [(_, Some(_))]), "the caller, and one of the pool: {workers:?}");
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    assert_eq!(pool.install(|| run_all(plan, &step)), 0);
    assert!(workers.lock().unwrap().iter().all(|worker| worker.1.is_some()), "both of the pool");
}

/// A node that is running when the caller finds no other makes more of them.
#[test]
fn a_caller_outside_comes_back_for_what_others_make_ready() {
    if pool::mode() != Mode::Parallel {
        eprintln!("skipped: SUPERSCALAR_MODE leaves one thread");
        return;
    }
    // 0 and 1 meet; 2 is long and waits for 1; then 3 and 4 meet.
    let nodes = [glue(), glue().define("a"), glue().read("a").define("b"), glue().read("b"), glue().read("b"), tail()];
    let plan = plan_of(&region(&[], &nodes));
    let meeting = std::sync::Barrier::new(2);
    let step = |node: u32| {
        match node as usize - PAD {
            2 => std::thread::sleep(std::time::Duration::from_millis(2)),
            _ => drop(meeting.wait()),
        }
        0
    };
    let runtime = Runtime::builder().threads(2).build().unwrap();
    for _ in 0..if cfg!(miri) { 2 } else { 50 } {
        assert_eq!(runtime.run(|| run_all(plan, &step)), 0);
    }
}

#[test]
fn many_phases_do_not_pile_up_joins() {
    // 30 phases of two calls that both wait for both calls before.
    let mut nodes = vec![glue().define("a").define("b")];
    for _ in 0..15 {
        nodes.extend([glue().read("a").read("b").exclusive("c"), glue().read("a").exclusive("d")]);
        nodes.push(glue().exclusive("a").exclusive("b").read("c").read("d"));
    }
    nodes.push(tail());
    let calls = nodes.len() as u32 - 1;
    let plan = plan_of(&region(&[], &nodes));
    let runtime = Runtime::builder().threads(2).build().unwrap();
    for _ in 0..if cfg!(miri) { 1 } else { 100 } {
        let count = AtomicU32::new(0);
        runtime.run(|| {
            run_all(plan, &|_| {
                count.fetch_add(1, SeqCst);
                0
            })
        });
        assert_eq!(count.load(SeqCst), calls);
    }
}

#[test]
fn a_panicking_drop_does_not_stop_the_others() {
    let nodes = [glue().define("v0"), glue().define("v1"), tail().read("v0"), drop_of("v0"), drop_of("v1")];
    let plan = plan_of(&region(&[], &nodes));
    for runtime in runtimes() {
        let dropped = [const { AtomicU32::new(0) }; 2];
        let ended = catch_unwind(AssertUnwindSafe(|| {
            runtime.run(|| {
                run_all(plan, &|node| {
                    let node = node as usize - PAD;
                    // As generated code: a drop clears the live flag first.
                    if node > 2 && dropped[node - 3].fetch_add(1, SeqCst) == 0 {
                        std::panic::resume_unwind(Box::new(node));
                    }
                    0
                })
            })
        }));
        let first = *ended.unwrap_err().downcast::<usize>().unwrap();
        assert_eq!(first, 4, "the early drop ends the run; the late one panics while it unwinds");
        assert!(dropped.iter().all(|count| count.load(SeqCst) > 0));
    }
}
