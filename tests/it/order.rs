//! Which of the ready nodes go first: how soon the longest path begins, and how few values live.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;

use superscalar::{pipeline, task};

use crate::common::{Events, pause, pool};

#[test]
fn the_longest_path_begins_first() {
    #[task]
    fn short(events: &Events) -> u64 {
        events.note("short");
        pause();
        1
    }
    #[task]
    fn link(events: &Events, x: u64) -> u64 {
        events.note("link");
        pause();
        x + 1
    }
    pipeline! {
        fn body(events: &Events) -> u64 {
            let (a, b, c, d) = (short(events), short(events), short(events), short(events));
            let (e, f, g, h) = (short(events), short(events), short(events), short(events));
            let x = link(events, 0);
            let x = link(events, x);
            let x = link(events, x);
            let x = link(events, x);
            let x = link(events, x);
            let x = link(events, x);
            a + b + c + d + e + f + g + h + x
        }
    }
    // The first run, before it is known whether runs are worth two threads.
    let events = Events::default();
    assert_eq!(pool(2).run(|| body(&events)), 14);
    let lines = events.take();
    assert_eq!(lines[0], "link", "{lines:?}");
}

/// Counts the values alive.
#[derive(Default)]
struct Alive {
    now: AtomicUsize,
    most: AtomicUsize,
}

struct Large<'a>(&'a Alive);

impl<'a> Large<'a> {
    fn new(alive: &'a Alive) -> Self {
        alive.most.fetch_max(alive.now.fetch_add(1, SeqCst) + 1, SeqCst);
        Large(alive)
    }
}

impl Drop for Large<'_> {
    fn drop(&mut self) {
        self.0.now.fetch_sub(1, SeqCst);
    }
}

#[task]
fn leaf(alive: &Alive) -> Large<'_> {
    pause();
    Large::new(alive)
}

#[task]
fn sum<'a>(into: Large<'a>, other: Large<'a>) -> Large<'a> {
    pause();
    drop(other);
    into
}

// Input:  tree! { fn two(alive) [leaf(alive)] * }
// Output: pipeline! { fn two(alive: &Alive) -> Large<'_> { sum(leaf(alive), leaf(alive)) } }
macro_rules! tree {
    (fn $name:ident($alive:ident) [$($half:tt)*] * $($more:tt)*) => {
        tree! { fn $name($alive) [sum($($half)*, $($half)*)] $($more)* }
    };
    (fn $name:ident($alive:ident) [$($whole:tt)*]) => {
        pipeline! { fn $name($alive: &Alive) -> Large<'_> { $($whole)* } }
    };
}
tree! { fn tree_of_256(alive) [leaf(alive)] * * * * * * * * }

#[test]
fn a_wide_graph_of_large_values_keeps_few_of_them() {
    let most = |run: &dyn for<'a> Fn(&'a Alive) -> Large<'a>| {
        let alive = Alive::default();
        drop(run(&alive));
        assert_eq!(alive.now.load(SeqCst), 0);
        alive.most.load(SeqCst)
    };
    assert_eq!(most(&|alive| tree_of_256::serial(alive)), 9);
    for threads in 1..9 {
        let pool = pool(threads);
        for _ in 0..10 {
            let most = most(&|alive| pool.run(|| tree_of_256(alive)));
            // However long a node takes that others wait for (Blumofe and Leiserson, "Scheduling multithreaded computations by
            // work stealing", 1999).
            assert!(most <= 9 * threads, "{most} values on {threads} threads");
        }
    }
}
