//! A run takes nothing from the heap.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};

use superscalar::{pipeline, task};

use crate::common::pool;

struct Counting;

thread_local! {
    /// Allocations of this thread; others are counted where they run.
    static HERE: Cell<u64> = const { Cell::new(0) };
    static WORKER: Cell<bool> = const { Cell::new(false) };
}

static WORKERS: AtomicU64 = AtomicU64::new(0);
static WATCHING: AtomicBool = AtomicBool::new(false);

// SAFETY: every method hands its arguments on to `System`.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = HERE.try_with(|count| count.set(count.get() + 1));
        if WATCHING.load(SeqCst) && WORKER.try_with(Cell::get).unwrap_or(false) {
            WORKERS.fetch_add(1, SeqCst);
        }
        // SAFETY: obligation of the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        // SAFETY: obligation of the caller.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[task]
fn work(x: u64) -> u64 {
    WORKER.with(|worker| worker.set(true));
    (0..if cfg!(miri) { 10 } else { 20_000 }).fold(x, |sum, i| black_box(sum.wrapping_mul(31).wrapping_add(i)))
}

#[task]
fn fail(x: u64) -> Result<u64, u64> {
    if x == 3 { Err(x) } else { Ok(x) }
}

#[task]
fn fill(xs: &mut [u64; 4], x: u64) {
    xs[0] = x;
}

pipeline! {
    fn body(x: u64) -> Result<u64, u64> {
        let a = work(x);
        let b = work(x + 1);
        let c = work(x + 2);
        let mut xs = [0; 4];
        fill(&mut xs, a);
        let d = work(work(b) ^ work(c));
        let e = fail(x)?;
        Ok(a ^ d ^ e ^ xs[0])
    }
}

/// Allocations of the calling thread.
fn counted<R>(body: impl FnOnce() -> R) -> u64 {
    let before = HERE.get();
    black_box(body());
    HERE.get() - before
}

#[test]
fn no_heap_on_the_calling_thread() {
    assert!(counted(|| Box::new(1)) > 0, "the counter does not count");
    black_box(body(1)).unwrap();
    assert_eq!(counted(|| body(1)), 0);
    assert_eq!(counted(|| body(3)), 0);
    assert_eq!(counted(|| body::serial(1)), 0);
    let k = 5;
    assert_eq!(counted(|| pipeline! { let a = work(k); let b = work(k); a ^ b }.run()), 0);
}

#[test]
fn no_heap_on_workers() {
    let pool = pool(2);
    pool.run(|| {
        for _ in 0..50 {
            black_box(body(1)).unwrap();
        }
        WORKERS.store(0, SeqCst);
        WATCHING.store(true, SeqCst);
        for _ in 0..50 {
            black_box(body(1)).unwrap();
        }
        WATCHING.store(false, SeqCst);
    });
    // rayon's queues may grow a few times in a process; a run that took memory would do so 50 times.
    let taken = WORKERS.load(SeqCst);
    assert!(taken < 10, "{taken} allocations in 50 runs");
}
