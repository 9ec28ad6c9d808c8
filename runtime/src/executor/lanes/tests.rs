//! Loops with hand-written steps against what plain code would do.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64};

use super::*;
use crate::executor::ticket::Work;
use crate::plan::{LoopTable, group_table};
use crate::pool::Runtime;
use state::At;

mod random;

/// A plan with `nodes` nodes, of which the last `drops` are drops that are part of the graph where they have an edge.
pub fn plan(nodes: u32, drops: u32, edges: &[(u32, u32)], carried: &[(u32, u32)], silent: &[u32]) -> &'static LoopPlan {
    let all = 0..nodes;
    let rows = |edges: &[(u32, u32)]| {
        let of = |node| edges.iter().filter(move |edge| edge.0 == node).map(|edge| edge.1).collect::<Vec<u32>>();
        let rows: Vec<Vec<u32>> = all.clone().map(of).collect();
        let count: Vec<u32> = rows.iter().map(|row| row.len() as u32).collect();
        let first = (0..count.len()).map(|node| count[..node].iter().sum()).collect();
        let indegree = all.clone().map(|node| edges.iter().filter(|edge| edge.1 == node).count() as u32).collect();
        (leak(indegree), leak(first), leak(count), leak(rows.concat()))
    };
    let (indegree, first, count, to) = rows(edges);
    let (carried_indegree, carried_first, carried_count, carried_to) = rows(carried);
    Box::leak(Box::new(LoopPlan {
        name: "test",
        indegree,
        carried_indegree,
        first,
        count,
        to,
        carried_first,
        carried_count,
        carried_to,
        drops: leak((nodes - drops..nodes).collect()),
        enabled: leak(all.clone().map(|node| node == 0 || indegree[node as usize] > 0).collect()),
        silent: leak(all.map(|node| silent.contains(&node)).collect()),
        serial: false,
        parts: &[],
        groups: None,
    }))
}

/// The same with a plan for groups. `continues` are the nodes that may return `NEXT`.
pub fn grouped(
    plan: &'static LoopPlan,
    edges: &[(u32, u32)],
    carried: &[(u32, u32)],
    continues: &[u32],
) -> &'static LoopPlan {
    let table: &'static _ =
        Box::leak(Box::new(LoopTable::of_edges(plan.len() as u32, plan.drops.len() as u32, edges, carried)));
    let continues = continues.iter().fold(0, |set, node| set | 1 << node);
    let cut: &'static _ = Box::leak(Box::new(group_table::<64, 4096, 64, 512, 512>(table, continues)));
    let groups: &'static _ = Box::leak(Box::new(LoopPlan::of_groups(cut)));
    Box::leak(Box::new(LoopPlan { groups: Some(groups), ..*plan }))
}

/// A step from the code of its nodes.
pub fn by_node(plan: &'static LoopPlan, node: impl Fn(u32, u32) -> u32) -> impl Fn(&Turn<'_>) -> u32 {
    move |turn| {
        for seat in turn.seats() {
            let nodes = turn.enter(seat);
            for one in (0..plan.len() as u32).filter(|one| nodes >> one & 1 == 1 && !plan.silent[*one as usize]) {
                turn.at(one);
                let code = node(seat, one);
                if code != DONE {
                    return code;
                }
            }
        }
        DONE
    }
}

fn one_by_one(lanes: usize) -> Shape {
    Shape { lanes, size: 1 }
}

fn leak<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

/// Runs a loop; its site and seat.
fn run(plan: &'static LoopPlan, lanes: usize, node: &(dyn Fn(u32, u32) -> u32 + Sync)) -> (u32, u32) {
    run_as(plan, one_by_one(lanes), node)
}

fn run_as(plan: &'static LoopPlan, shape: Shape, node: &(dyn Fn(u32, u32) -> u32 + Sync)) -> (u32, u32) {
    let state = LoopState::new(plan, shape);
    let step = by_node(plan, node);
    // SAFETY: (1) and (2) the step may be called for any node on any thread: it is `Sync`. (3) the state is new. (4) the
    //         result is dropped here.
    let ended = unsafe { run_loop(plan, &state, &step) };
    (ended.site(), ended.seat())
}

fn threads(threads: usize) -> Runtime {
    Runtime::builder().threads(threads).build().unwrap()
}

pub fn runtimes() -> Vec<Runtime> {
    let shuffles = (0..if cfg!(miri) { 2 } else { 6 }).map(|seed| Runtime::builder().shuffle(seed).build().unwrap());
    let pools = if cfg!(miri) { vec![1, 2] } else { vec![1, 2, 4] };
    pools.into_iter().map(threads).chain(shuffles).collect()
}

/// source → work → push, pushes in order.
fn pipeline() -> &'static LoopPlan {
    let (edges, carried) = ([(0, 1), (1, 2)], [(0, 0), (2, 2)]);
    grouped(plan(3, 0, &edges, &carried, &[]), &edges, &carried, &[])
}

/// Iterations one by one, and in groups.
fn shapes() -> Vec<Shape> {
    let all =
        if cfg!(miri) { &[(2, 1), (4, 1), (3, 2)][..] } else { &[(2, 1), (3, 1), (65, 1), (2, 2), (3, 7), (9, 64)] };
    all.iter().map(|&(lanes, size)| Shape { lanes, size }).collect()
}

#[test]
fn pushes_come_in_order() {
    let plan = pipeline();
    for runtime in runtimes() {
        for shape in shapes() {
            let window = (shape.lanes - 1) * shape.size;
            for count in if cfg!(miri) { vec![0, window, 8] } else { vec![0, 1, 2, window, 1000] } {
                let (next, out) = (AtomicU32::new(0), Mutex::new(Vec::new()));
                let slots: Vec<AtomicU32> = (0..shape.seats()).map(|_| AtomicU32::new(0)).collect();
                let step = |lane: u32, node: u32| {
                    let slot = &slots[lane as usize];
                    match node {
                        0 if next.load(SeqCst) == count as u32 => return END,
                        0 => slot.store(next.fetch_add(1, SeqCst), SeqCst),
                        1 => slot.store(slot.load(SeqCst) * 3, SeqCst),
                        _ => out.lock().unwrap().push(slot.load(SeqCst)),
                    }
                    DONE
                };
                let ended = runtime.run(|| run_as(plan, shape, &step));
                assert_eq!(ended, (0, count as u32 % shape.seats() as u32));
                let expect: Vec<u32> = (0..count as u32).map(|item| item * 3).collect();
                assert_eq!(out.into_inner().unwrap(), expect, "{shape:?} on {runtime:?}");
            }
        }
    }
}

#[test]
fn carried_state_goes_from_iteration_to_iteration() {
    // A plain (not atomic) variable, changed by one node of each iteration: races are seen by Miri.
    struct Shared(std::cell::UnsafeCell<u64>);
    // SAFETY: the plan orders the accesses.
    unsafe impl Sync for Shared {}
    let plan = pipeline();
    let count = if cfg!(miri) { 20 } else { 5000 };
    for runtime in runtimes() {
        let (next, shared) = (AtomicU32::new(0), Shared(std::cell::UnsafeCell::new(1)));
        let shared = &shared;
        let step = |_, node: u32| {
            match node {
                0 if next.fetch_add(1, SeqCst) == count => return END,
                // SAFETY: alone: push waits for the push before.
                2 => unsafe { *shared.0.get() = (*shared.0.get()).wrapping_mul(31) + 1 },
                _ => {}
            }
            DONE
        };
        runtime.run(|| run(plan, 4, &step));
        let expect = (0..count).fold(1_u64, |state, _| state.wrapping_mul(31) + 1);
        // SAFETY: nobody else is left.
        assert_eq!(unsafe { *shared.0.get() }, expect);
    }
}

/// A panic runs ahead of `continue`, on one thread, in exactly this order.
#[test]
fn next_cancels_a_panic_that_ran_ahead() {
    //  node 1: NEXT ───────────────┐ decides
    //  node 2: panics before that ─┴ cancelled: node 3 waits for it, and is skipped; node 4 drops
    let plan = plan(5, 1, &[(0, 1), (0, 2), (2, 3), (3, 4)], &[(0, 0), (3, 1)], &[]);
    let calls = Mutex::new(Vec::new());
    let payload = std::sync::Arc::new(());
    let step = |lane, node| {
        calls.lock().unwrap().push((lane, node));
        match (lane, node) {
            (_, 1) => NEXT,
            (0, 2) => resume_unwind(Box::new(payload.clone())),
            _ => DONE,
        }
    };
    let state = LoopState::new(plan, one_by_one(3));
    let step = by_node(plan, step);
    let run = Run::new(&state, &step);
    let at = |lane, node| At { lane, node };
    let source = run.take_first().unwrap();
    assert_eq!(run.execute_alone(source), Some(at(0, 1)));
    assert!(state.take(at(0, 2)));
    assert_eq!(run.execute_alone(at(0, 2)), None);
    assert_eq!(std::sync::Arc::strong_count(&payload), 2);
    // The source of the next iteration is ready, and held.
    assert_eq!(run.take_first(), None);
    assert_eq!(state.count_ready(), 0);
    assert_eq!(run.execute_alone(at(1, 0)), None);
    // `NEXT` cancels the panic: the payload is dropped, node 3 is skipped, the source is no longer held.
    assert_eq!(run.execute_alone(at(0, 1)), Some(at(0, 3)));
    assert_eq!(std::sync::Arc::strong_count(&payload), 1);
    assert_eq!(state.count_ready(), 1);
    assert_eq!(run.execute_alone(at(0, 3)), Some(at(0, 4)));
    assert_eq!(*calls.lock().unwrap(), [(0, 0), (0, 2), (0, 1)]);
    // The drop runs, and once more since something was skipped.
    run.execute_alone(at(0, 4));
    assert_eq!(calls.lock().unwrap()[3..], [(0, 4), (0, 4)]);
}

/// As above, but node 2 is still in the middle of its panic when `continue` comes.
#[test]
fn a_panic_behind_next_does_not_count() {
    let plan = plan(3, 0, &[(0, 1), (0, 2)], &[(0, 0)], &[]);
    let state = LoopState::new(plan, one_by_one(2));
    let [first, second] = [1, 2].map(|node| At { lane: 0, node });
    let step = |_, node| match node {
        2 => {
            Run::new(&state, &|_| NEXT).execute_alone(first);
            resume_unwind(Box::new(()))
        }
        _ => DONE,
    };
    let step = by_node(plan, step);
    let run = Run::new(&state, &step);
    let source = run.take_first().unwrap();
    assert_eq!(run.execute_alone(source), Some(first));
    assert!(state.take(second));
    // The iteration is complete and the next source may run.
    assert_eq!(run.execute_alone(second), Some(At { lane: 1, node: 0 }));
    assert!(!state.ends().any());
}

#[test]
fn a_drop_that_panics_in_a_sweep_ends_the_loop() {
    // Node 1 continues; node 2 would take; node 3 drops, is no part of the graph, and panics in iteration 2.
    let plan = plan(4, 1, &[(0, 1), (1, 2)], &[(0, 0)], &[]);
    for runtime in runtimes() {
        let (next, sweeps) = (AtomicU32::new(0), AtomicU32::new(0));
        let step = |_, node| match node {
            0 if next.fetch_add(1, SeqCst) == 100 => END,
            1 => NEXT,
            2 => unreachable!("skipped"),
            3 if sweeps.fetch_add(1, SeqCst) == 2 => resume_unwind(Box::new("drop")),
            _ => DONE,
        };
        let ended = catch_unwind(AssertUnwindSafe(|| runtime.run(|| run(plan, 4, &step))));
        assert_eq!(*ended.unwrap_err().downcast::<&str>().unwrap(), "drop");
    }
}

#[test]
fn what_remains_is_dropped_from_the_youngest() {
    let plan = plan(3, 1, &[(0, 1)], &[(0, 0)], &[]);
    let order = Mutex::new(Vec::new());
    let next = AtomicU32::new(0);
    let step = |lane, node| {
        match node {
            0 if next.fetch_add(1, SeqCst) == 6 => return 7,
            2 => order.lock().unwrap().push(lane),
            _ => {}
        }
        DONE
    };
    assert_eq!(Runtime::builder().serial().build().unwrap().run(|| run(plan, 4, &step)), (7, 2));
    assert_eq!(order.into_inner().unwrap(), [1, 0, 3, 2]);
}

#[test]
fn loops_nest() {
    let plan = pipeline();
    let (outer, inner) = if cfg!(miri) { (3, 3) } else { (50, 50) };
    for threads in [1, 2, 3] {
        let runtime = self::threads(threads);
        let pushes = AtomicU32::new(0);
        let counted = |count: u32, work: &(dyn Fn() + Sync)| {
            let next = AtomicU32::new(0);
            let step = |_, node| {
                match node {
                    0 if next.fetch_add(1, SeqCst) == count => return END,
                    1 => work(),
                    2 => _ = pushes.fetch_add(1, SeqCst),
                    _ => {}
                }
                DONE
            };
            run(plan, 4, &step);
        };
        runtime.run(|| counted(outer, &|| counted(inner, &|| ())));
        assert_eq!(pushes.load(SeqCst), outer + outer * inner);
    }
}

#[test]
fn many_threads_run_loops_on_one_pool() {
    let plan = pipeline();
    let runtime = threads(2);
    let (callers, rounds, count) = if cfg!(miri) { (3, 1, 4) } else { (20, 20, 100) };
    std::thread::scope(|scope| {
        for _ in 0..callers {
            scope.spawn(|| {
                for _ in 0..rounds {
                    let (next, pushes) = (AtomicU32::new(0), AtomicU32::new(0));
                    let step = |_, node| {
                        match node {
                            0 if next.fetch_add(1, SeqCst) == count => return END,
                            2 => _ = pushes.fetch_add(1, SeqCst),
                            _ => {}
                        }
                        DONE
                    };
                    runtime.run(|| run(plan, 3, &step));
                    assert_eq!(pushes.load(SeqCst), count);
                }
            });
        }
    });
}

#[test]
fn iterations_overlap() {
    //  worker A ── work of iteration 0 ──┐ both wait for each other: one worker alone would never end
    //  worker B ── work of iteration 1 ──┘
    if pool::mode() != Mode::Parallel {
        eprintln!("skipped: SUPERSCALAR_MODE leaves one thread");
        return;
    }
    let (next, meeting) = (AtomicU32::new(0), std::sync::Barrier::new(2));
    let step = |_, node| {
        match node {
            0 if next.fetch_add(1, SeqCst) == 2 => return END,
            1 => _ = meeting.wait(),
            _ => {}
        }
        DONE
    };
    threads(2).run(|| run(pipeline(), 3, &step));
}

/// Joins that stand too deep are given up, and the loop goes on.
#[test]
fn a_loop_goes_on_when_joins_begin_anew() {
    let plan = pipeline();
    let state = LoopState::new(plan, one_by_one(6));
    let count = if cfg!(miri) { 30 } else { 5000 };
    let (next, pushes) = (AtomicU32::new(0), AtomicU32::new(0));
    let step = |_, node| {
        match node {
            0 if next.fetch_add(1, SeqCst) == count => return END,
            1 if next.load(SeqCst) % 7 == 0 => state.flatten(),
            2 => _ = pushes.fetch_add(1, SeqCst),
            _ => {}
        }
        DONE
    };
    // SAFETY: as in `run`.
    let step = by_node(plan, step);
    threads(3).run(|| drop(unsafe { run_loop(plan, &state, &step) }));
    assert_eq!(pushes.load(SeqCst), count);
}

#[test]
fn positions_are_compared_around_the_end_of_numbers() {
    use ends::Position;
    assert!(Position::new(u32::MAX, 9).is_before(Position::new(0, 3)));
    assert!(!Position::new(0, 3).is_before(Position::new(u32::MAX, 9)));
    assert!(Position::new(5, 3).is_before(Position::new(5, 4)));
    assert!(!Position::new(5, 3).is_before(Position::new(5, 3)));
}

/// `cargo test --release -p superscalar --lib lanes -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn overhead_of_a_node() {
    let plan = pipeline();
    let count = 1_000_000;
    for (threads, window) in [(1, 1), (1, 8), (2, 1), (2, 8), (2, 64)] {
        let runtime = self::threads(threads);
        for spin in [0, 1000] {
            let count = if spin == 0 { count } else { count / 20 };
            let next = std::cell::Cell::new(0);
            struct Alone<T>(T);
            // SAFETY: the sources run one after the other.
            unsafe impl<T> Sync for Alone<T> {}
            let next = &Alone(next);
            let step = move |_, node| {
                if node == 0 {
                    let next = &{ next }.0;
                    next.set(next.get() + 1);
                    if next.get() > count {
                        return END;
                    }
                }
                if node == 1 {
                    (0..spin).for_each(|x| _ = std::hint::black_box(x));
                }
                DONE
            };
            let start = std::time::Instant::now();
            runtime.run(|| run(plan, window + 1, &step));
            let nodes = 3 * count;
            let each = start.elapsed().as_nanos() as f64 / nodes as f64;
            println!("{threads} threads, window {window}, work {spin}: {each:.1} ns for each of {nodes} nodes");
        }
    }
}
