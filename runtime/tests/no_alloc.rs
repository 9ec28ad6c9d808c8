//! A run on a warm pool takes no memory from the heap.
//!
//! Entering the pool from outside is left out: rayon's injector allocates one block for some 30 entries.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};

use superscalar::__private::{Analysis, NodeSpec, PlaceSpec, Plan, Slot, Spec, State, Table, Use, analyse, run, table};
use superscalar::Runtime;
use superscalar::spec::{List, Mode, NodeKind};
use superscalar::task::Facts;

/// Counts while it is told to.
struct Counting;

static COUNTING: AtomicBool = AtomicBool::new(false);
static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

// SAFETY: all calls go to `System` unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if COUNTING.load(SeqCst) {
            ALLOCATIONS.fetch_add(1, SeqCst);
        }
        // SAFETY: the caller's obligations are those of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: the caller's obligations are those of `System`, which allocated it.
        unsafe { System.dealloc(ptr, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// let a, b, c, d = work(i) in parallel; a + b + c + d
const CALL: NodeSpec = NodeSpec { kind: NodeKind::Glue, ..NodeSpec::SWEPT };
const fn copied(place: u16) -> Use {
    Use { place, mode: Mode::Last, param: u8::MAX, whole: false, flows: 0 }
}
const fn list(start: u32, end: u32) -> List {
    List { start, end }
}
const SPEC: Spec = Spec {
    name: "sum",
    file: file!(),
    places: &[PlaceSpec::VARIABLE; 4],
    facts: &[Facts::PRIMITIVE; 4],
    nodes: &[
        NodeSpec { defines: list(0, 1), ..CALL },
        NodeSpec { defines: list(1, 2), ..CALL },
        NodeSpec { defines: list(2, 3), ..CALL },
        NodeSpec { defines: list(3, 4), ..CALL },
        NodeSpec { kind: NodeKind::Tail, uses: list(0, 4), ..CALL },
    ],
    enabled: &[true; 5],
    uses: &[copied(0), copied(1), copied(2), copied(3)],
    defines: &[0, 1, 2, 3],
    ..Spec::EMPTY
};
const ANALYSIS: Analysis<5, 4, 1, 1> = analyse(&SPEC);
static TABLE: Table<5, { ANALYSIS.edge_count() }> = table(&SPEC, &ANALYSIS, 0);
static PLAN: Plan = Plan::new(&TABLE);

/// Long enough that the plan is not learned to be cheap.
fn work(i: u32) -> u64 {
    (0..20_000).fold(u64::from(i), |x, y| std::hint::black_box(x.wrapping_mul(31) ^ y))
}

fn sum() -> u64 {
    let slots = [const { Slot::<u64>::new() }; 4];
    let slots = &slots;
    let state = State::<5, 1>::new();
    let step = |node: u32| -> u32 {
        let value = work(node);
        // SAFETY: this node is the producer.
        unsafe { slots[node as usize].put(value) };
        0
    };
    // SAFETY: (1) the step is written for the plan. (2) it uses one slot per node. (3) the state is new. (4) `finished`
    //         is dropped before the slots.
    let finished = unsafe { run(&PLAN, &state, &step) };
    assert_eq!(finished.site(), 0);
    // SAFETY: full, and read by this thread alone.
    slots.iter().map(|slot| unsafe { slot.copy() }).fold(0, u64::wrapping_add)
}

#[test]
fn a_run_on_a_warm_pool_allocates_nothing() {
    let runtime = Runtime::builder().threads(2).build().unwrap();
    let expect = (0..4).map(work).fold(0, u64::wrapping_add);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    pool.install(|| {
        for _ in 0..100 {
            assert_eq!(sum(), expect);
        }
        COUNTING.store(true, SeqCst);
        for _ in 0..100 {
            assert_eq!(sum(), expect);
        }
        COUNTING.store(false, SeqCst);
    });
    assert_eq!(ALLOCATIONS.load(SeqCst), 0);
    assert_eq!(runtime.run(sum), expect);
}
