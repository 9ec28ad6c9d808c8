//! How long values live: each is dropped once, as early as its handle and its users allow.

use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering::SeqCst};

use superscalar::{Graph, Node, task};

use crate::common::{in_every_mode, panic_of, pool};

/// How many values there are, how many there were at most and in all.
#[derive(Default)]
pub struct Census {
    live: AtomicIsize,
    most: AtomicIsize,
    born: AtomicUsize,
}

impl Census {
    fn counts(&self) -> (isize, usize) {
        (self.live.load(SeqCst), self.born.load(SeqCst))
    }
}

pub struct Value<'c> {
    census: &'c Census,
    heap: Box<u64>,
}

impl<'c> Value<'c> {
    fn new(census: &'c Census, n: u64) -> Value<'c> {
        census.born.fetch_add(1, SeqCst);
        let live = census.live.fetch_add(1, SeqCst) + 1;
        census.most.fetch_max(live, SeqCst);
        Value { census, heap: Box::new(n) }
    }
}

impl Clone for Value<'_> {
    fn clone(&self) -> Self {
        Value::new(self.census, *self.heap)
    }
}

impl Drop for Value<'_> {
    fn drop(&mut self) {
        assert!(self.census.live.fetch_sub(1, SeqCst) > 0, "a value is dropped again");
    }
}

#[task]
fn make<'c>(census: &'c Census, n: u64) -> Value<'c> {
    Value::new(census, n)
}

#[task]
fn read(value: &Value<'_>) -> u64 {
    *value.heap
}

#[task]
fn eat(value: Value<'_>) -> u64 {
    *value.heap
}

#[task]
fn merge<'c>(left: Value<'c>, right: Value<'c>) -> Value<'c> {
    Value::new(left.census, *left.heap + *right.heap)
}

#[task]
fn all(values: &[Value<'_>]) -> u64 {
    values.iter().map(|value| *value.heap).sum()
}

#[task]
fn all_taken(values: Vec<Value<'_>>) -> u64 {
    values.iter().map(|value| *value.heap).sum()
}

#[task]
fn fail(value: Value<'_>) -> Result<Value<'_>, String> {
    Err(value.heap.to_string())
}

#[task]
fn fall(value: Value<'_>, also: &Value<'_>) -> u64 {
    panic!("{} {}", value.heap, also.heap)
}

#[task]
fn twin(value: Value<'_>) -> (Value<'_>, Value<'_>) {
    (value.clone(), value)
}

/// All values that `body` makes are gone when it is over: `made` of them.
#[track_caller]
fn all_gone(made: usize, body: impl Fn(&Census)) {
    in_every_mode(|| {
        let census = Census::default();
        body(&census);
        assert_eq!(census.counts(), (0, made));
    });
}

#[test]
fn success() {
    all_gone(6, |census| {
        let mut g = Graph::new();
        let values: Vec<Node<Value<'_>>> = (0..3).map(|n| g.add(make::node(census, n))).collect();
        let sum = g.add(all::node(&values));
        let taken = g.add(all_taken::node(values));
        let plain = g.add(eat::node(Value::new(census, 7)));
        let twin = g.add(twin::node(Value::new(census, 8)));
        let (left, right) = g.unzip(twin);
        let left = g.add(eat::node(left));
        assert_eq!(g.run((sum, taken, plain, left)).unwrap(), (3, 3, 7, 8));
        drop(right);
    });
}

#[test]
fn left_out() {
    all_gone(3, |census| {
        let mut g = Graph::new();
        let asked = g.add(make::node(census, 1));
        let left_out = g.add(make::node(census, 2));
        g.add(eat::node(left_out));
        g.add(eat::node(Value::new(census, 3)));
        let twin = g.add(make::node(census, 4));
        let twin = g.add(twin::node(twin));
        g.unzip(twin);
        assert_eq!(*g.run(&asked).unwrap().heap, 1);
        assert_eq!(census.counts().0, 2);
        let plain = g.add(read::node(&asked));
        assert_eq!(g.run(plain).unwrap(), 1);
        g.add(eat::node(Value::new(census, 5)));
    });
}

#[test]
fn failure() {
    all_gone(3, |census| {
        let mut g = Graph::new();
        let before = g.add(make::node(census, 1));
        let other = g.add(make::node(census, 2));
        let read = g.add(read::node(&other));
        let failed = g.try_add(fail::node(before));
        let after = g.add(eat::node(failed));
        g.add(eat::node(Value::new(census, 3)));
        assert_eq!(g.run((after, &read)).unwrap_err().to_string(), "1");
        assert_eq!(g.run(read).unwrap(), 2);
    });
}

#[test]
fn panic() {
    all_gone(4, |census| {
        let mut g = Graph::new();
        let before = g.add(make::node(census, 1));
        let other = g.add(make::node(census, 2));
        let fallen = g.add(fall::node(before, &other));
        let merged = g.add(read::node(&other));
        let plain = Value::new(census, 3);
        let also = g.add(fall::node(plain, &other));
        assert_eq!(panic_of(|| g.run((fallen, &merged))), "1 2");
        assert_eq!(g.run(&merged).unwrap(), &2);
        assert_eq!(panic_of(|| g.run(also)), "3 2");
        assert_eq!(census.counts(), (1, 3));
        drop(other);
        let last = g.add(make::node(census, 9));
        assert_eq!(*g.run(last).unwrap().heap, 9);
    });
}

#[test]
fn never_run() {
    all_gone(1, |census| {
        let mut g = Graph::new();
        let value = g.add(make::node(census, 1));
        g.add(eat::node(value));
        g.add(eat::node(Value::new(census, 2)));
    });
}

#[test]
fn many_runs() {
    // Each run: the input, one made, one merged, and the plain value cloned.
    all_gone(3 * 4 + 2 + 1, |census| {
        let mut g = Graph::new();
        let input = g.input::<Value<'_>>();
        let key = input.key();
        let made = g.add(make::node(census, 10));
        let merged = g.add(merge::node(made, input));
        let sum = g.add(read::node(&merged));
        let eaten = g.add(eat::node(Value::new(census, 1)));
        for n in 0..3 {
            assert_eq!(g.run_with((key, Value::new(census, n)), (&sum, &eaten)).unwrap(), (10 + n, 1));
            assert_eq!(census.counts().0, 1);
        }
        assert!(panic_of(|| g.run_with((), &sum)).contains("needs a value"));
        let twice = ((key, Value::new(census, 8)), (key, Value::new(census, 9)));
        assert_eq!(g.run_with(twice, ()).unwrap(), ());
    });
}

#[test]
fn handles_that_outlive_the_graph_or_do_not() {
    all_gone(3, |census| {
        let (early, late, shown);
        {
            let mut g = Graph::new();
            early = g.add(make::node(census, 1));
            late = g.add(make::node(census, 2));
            shown = g.add(make::node(census, 3));
            let sum = g.add(read::node(&early));
            let other = g.add(read::node(&late));
            drop(early);
            assert_eq!(g.run((sum, other)).unwrap(), (1, 2));
            assert_eq!(census.counts(), (1, 2), "`early` has ended with its last user");
            let shown: &Value<'_> = g.run(&shown).unwrap();
            drop(g);
            assert_eq!((*shown.heap, census.counts().0), (3, 1));
        }
        drop(late);
        assert_eq!(census.counts().0, 1);
        drop(shown);
        assert_eq!(census.counts().0, 0);
    });
}

#[test]
fn a_forgotten_graph_and_forgotten_handles() {
    let census: &'static Census = Box::leak(Box::default());
    let kept: &'static Node<Value<'static>> = {
        let mut g = Graph::new();
        let node = Box::leak(Box::new(g.add(make::node(census, 1))));
        assert_eq!(*g.run(&*node).unwrap().heap, 1);
        let value: &'static Value<'static> = g.run(&*node).unwrap();
        drop(g);
        assert_eq!(*value.heap, 1);
        node
    };
    assert!(format!("{kept:?}").starts_with("Node(0, "));
    let mut g = Graph::new();
    let node = g.add(make::node(census, 2));
    assert_eq!(*g.run(&node).unwrap().heap, 2);
    std::mem::forget(g);
    drop(node);
    assert_eq!(census.counts(), (2, 2));
}

// Handles that are given away let values go: one thread holds a path of the tree, not a level.
#[test]
fn a_tree_holds_few_values() {
    for parallel in [false, true] {
        let census = Census::default();
        let build = || {
            let mut g = Graph::new();
            let mut level: Vec<Node<Value<'_>>> = Vec::new();
            let leaves = if cfg!(miri) { 16 } else { 256 };
            for n in 0..leaves {
                level.push(g.add(make::node(&census, n)));
                let mut n = n + 1;
                while n % 2 == 0 {
                    let (right, left) = (level.pop().unwrap(), level.pop().unwrap());
                    level.push(g.add(merge::node(left, right)));
                    n /= 2;
                }
            }
            let root = level.pop().unwrap();
            assert_eq!(*g.run(root).unwrap().heap, leaves * (leaves - 1) / 2);
        };
        if parallel {
            pool(1).run(build)
        } else {
            superscalar::Runtime::builder().serial().build().unwrap().run(build)
        }
        assert_eq!(census.counts(), (0, if cfg!(miri) { 31 } else { 511 }));
        assert!(census.most.load(SeqCst) <= 12, "{} values at once", census.most.load(SeqCst));
    }
}
