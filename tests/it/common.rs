//! Running one body in every way the runtime knows.

use std::fmt::Debug;
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard};
use std::time::Duration;

use superscalar::{GraphInfo, Runtime};

/// Legal orders that a test tries.
pub const SEEDS: u64 = if cfg!(miri) { 2 } else { 150 };
const RUNS: usize = if cfg!(miri) { 1 } else { 10 };

/// Threads that look for work are most of what Miri does, and they look at each other.
const THREADS: &[usize] = if cfg!(miri) { &[2] } else { &[1, 2, 4] };
static POOLS: LazyLock<Vec<Runtime>> = LazyLock::new(|| THREADS.iter().map(|threads| pool(*threads)).collect());

/// A runtime of its own.
pub fn pool(threads: usize) -> Runtime {
    Runtime::builder().threads(threads).build().expect("a pool")
}

/// Runs `body` serially, in random legal orders and on pools of several sizes; all results are equal. Returns it.
#[track_caller]
pub fn in_every_mode<T: PartialEq + Debug>(body: impl Fn() -> T) -> T {
    let expected = Runtime::builder().serial().build().expect("no threads").run(&body);
    for seed in 0..SEEDS {
        let shuffled = Runtime::builder().shuffle(seed).build().expect("no threads");
        assert_eq!(shuffled.run(&body), expected, "shuffle:{seed}");
    }
    for pool in POOLS.iter() {
        for _ in 0..RUNS {
            assert_eq!(pool.run(&body), expected, "{} threads", pool.threads());
        }
    }
    expected
}

/// Lets others go first.
pub fn pause() {
    if cfg!(miri) { std::thread::yield_now() } else { std::thread::sleep(Duration::from_micros(20)) }
}

/// Whether the graph orders the nodes, given by label or by the variable that they bind.
#[track_caller]
pub fn ordered(graph: &GraphInfo, a: &str, b: &str) -> bool {
    let why = graph.why(a, b);
    assert!(!why.chains().is_empty(), "no nodes `{a}` and `{b}` in\n{graph}");
    why.is_ordered()
}

/// What happened, in order. No task names it `Mutex`, so nothing but the graph orders those who write it.
#[derive(Default)]
pub struct Events(Mutex<Vec<String>>);

impl Events {
    /// Writes a line.
    pub fn note(&self, event: impl ToString) {
        self.lines().push(event.to_string());
    }

    /// The lines so far.
    pub fn lines(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The lines.
    pub fn take(self) -> Vec<String> {
        self.0.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A place where threads wait for each other.
pub struct Meeting {
    expected: usize,
    arrived: Mutex<usize>,
    changed: Condvar,
}

impl Meeting {
    /// For so many.
    pub fn of(expected: usize) -> Meeting {
        Meeting { expected, arrived: Mutex::new(0), changed: Condvar::new() }
    }

    /// Waits for the others; `false` if they do not come.
    pub fn join(&self) -> bool {
        let mut arrived = self.arrived.lock().expect("no panic inside");
        *arrived += 1;
        self.changed.notify_all();
        let timeout = Duration::from_secs(20);
        let waited = self.changed.wait_timeout_while(arrived, timeout, |arrived| *arrived < self.expected);
        !waited.expect("no panic inside").1.timed_out()
    }
}

/// Counts its drops.
#[derive(Debug)]
pub struct Token<'a> {
    pub id: u64,
    pub events: &'a Events,
}

impl std::fmt::Debug for Events {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.lines().fmt(f)
    }
}

impl<'a> Token<'a> {
    pub fn new(id: u64, events: &'a Events) -> Token<'a> {
        Token { id, events }
    }
}

impl Drop for Token<'_> {
    fn drop(&mut self) {
        self.events.note(format!("drop {}", self.id));
    }
}

/// The payload of the panic with which `body` ends.
#[track_caller]
pub fn panic_of<T>(body: impl FnOnce() -> T) -> String {
    let Err(payload) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(body)) else { panic!("no panic") };
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| payload.downcast_ref::<String>().cloned()).expect("a message")
}
