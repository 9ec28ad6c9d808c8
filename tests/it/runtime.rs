//! Threads: pools of any size, pipelines in pipelines, rayon around and inside.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::thread;

use rayon::prelude::*;
use superscalar::{BuildError, Runtime, pipeline, task};

use crate::common::{Meeting, in_every_mode, pause, pool};

#[task]
fn inc(x: u64) -> u64 {
    pause();
    x + 1
}

#[task]
fn par_sum(n: u64) -> u64 {
    (0..n).into_par_iter().map(|x| x + 1).sum()
}

#[task]
fn joined(x: u64) -> u64 {
    let (a, b) = rayon::join(|| tree(x), || tree(x + 1));
    a + b
}

pipeline! {
    fn tree(x: u64) -> u64 {
        let a = inc(x);
        let b = inc(x + 1);
        let c = inc(a);
        let d = inc(b);
        c + d
    }

    fn forest(x: u64) -> u64 {
        let a = tree(x);
        let b = tree(x + 1);
        let c = tree(a);
        let d = par_sum(10);
        let e = joined(b);
        a + b + c + d + e
    }
}

const RUNS: usize = if cfg!(miri) { 1 } else { 30 };

#[test]
fn nested_pipelines_and_rayon_inside() {
    in_every_mode(|| forest(3));
}

#[test]
fn one_worker() {
    let pool = pool(1);
    assert_eq!(pool.threads(), 1);
    let expected = forest::serial(3);
    for _ in 0..RUNS {
        assert_eq!(pool.run(|| forest(3)), expected);
    }
}

#[test]
fn twenty_threads_at_once() {
    let expected = forest::serial(3);
    let threads = if cfg!(miri) { 3 } else { 20 };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..RUNS {
                    assert_eq!(forest(3), expected);
                }
            });
        }
    });
}

#[test]
fn twenty_threads_on_one_runtime() {
    let pool = pool(2);
    let expected = tree::serial(5);
    thread::scope(|scope| {
        for _ in 0..if cfg!(miri) { 2 } else { 20 } {
            scope.spawn(|| pool.run(|| (0..RUNS).for_each(|_| assert_eq!(tree(5), expected))));
        }
    });
}

/// Whose thread runs the tasks.
struct Names(Mutex<BTreeSet<String>>);

#[task]
fn name(names: &Names, meeting: &Meeting) -> bool {
    names.0.lock().unwrap().insert(thread::current().name().unwrap_or("none").to_owned());
    meeting.join()
}

pipeline! {
    fn named(names: &Names, meeting: &Meeting) -> bool {
        let a = name(names, meeting);
        let b = name(names, meeting);
        a && b
    }
}

#[test]
fn inside_a_rayon_pool_that_pool_is_used() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).thread_name(|i| format!("mine {i}")).build().unwrap();
    let names = Names(Mutex::default());
    assert!(pool.install(|| named(&names, &Meeting::of(2))));
    let names = names.0.into_inner().unwrap();
    assert!(names.iter().all(|name| name.starts_with("mine")), "{names:?}");
}

#[test]
fn an_explicit_runtime_is_used() {
    let runtime =
        Runtime::builder().threads(2).thread_name(|i| format!("worker {i}")).stack_size(1 << 20).build().unwrap();
    let names = Names(Mutex::default());
    assert!(runtime.run(|| named(&names, &Meeting::of(2))));
    let names = names.0.into_inner().unwrap();
    assert!(names.iter().any(|name| name.starts_with("worker")), "{names:?}");
}

#[test]
fn an_explicit_runtime_wins_over_a_rayon_pool() {
    let outer = rayon::ThreadPoolBuilder::new().num_threads(1).thread_name(|_| "outer".to_owned()).build().unwrap();
    let runtime = Runtime::builder().threads(2).thread_name(|i| format!("worker {i}")).build().unwrap();
    let names = Names(Mutex::default());
    assert!(outer.install(|| runtime.run(|| named(&names, &Meeting::of(2)))));
    assert_eq!(names.0.into_inner().unwrap().iter().filter(|name| name.starts_with("worker")).count(), 2);
}

#[test]
fn runtimes_nest() {
    let (one, two) = (pool(1), pool(2));
    let expected = forest::serial(1);
    two.run(|| {
        assert_eq!(forest(1), expected);
        one.run(|| assert_eq!(forest(1), expected));
        assert_eq!(forest(1), expected);
    });
}

#[test]
fn serial_runs_in_program_order_on_the_calling_thread() {
    struct Order(Mutex<Vec<(u64, thread::ThreadId)>>);
    #[task]
    fn note(order: &Order, n: u64) -> u64 {
        order.0.lock().unwrap().push((n, thread::current().id()));
        n
    }
    pipeline! {
        fn body(order: &Order) -> u64 {
            let a = note(order, 1);
            let b = note(order, 2);
            let c = note(order, 3);
            a + b + c
        }
    }
    let order = Order(Mutex::default());
    let serial = Runtime::builder().serial().build().unwrap();
    assert_eq!(serial.run(|| body(&order)) + body::serial(&order), 12);
    let here = thread::current().id();
    let expected: Vec<_> = [1, 2, 3, 1, 2, 3].map(|n| (n, here)).into();
    assert_eq!(order.0.into_inner().unwrap(), expected);
}

#[test]
fn a_shuffled_run_is_repeatable() {
    struct Order(Mutex<Vec<u64>>);
    #[task]
    fn note(order: &Order, n: u64) -> u64 {
        order.0.lock().unwrap().push(n);
        n
    }
    pipeline! {
        fn body(order: &Order) -> u64 {
            let a = note(order, 1);
            let b = note(order, 2);
            let c = note(order, 3);
            let d = note(order, 4);
            a + b + c + d
        }
    }
    let run = |seed| {
        let order = Order(Mutex::default());
        Runtime::builder().shuffle(seed).build().unwrap().run(|| body(&order));
        order.0.into_inner().unwrap()
    };
    assert_eq!(run(7), run(7));
    let different: BTreeSet<_> = (0..40).map(run).collect();
    assert!(different.len() > 5, "{different:?}");
}

#[test]
fn zero_threads_are_refused() {
    assert!(matches!(Runtime::builder().threads(0).build(), Err(BuildError::ZeroThreads)));
    superscalar::init().expect("the environment of the tests is in order");
}

#[test]
fn hundreds_of_nodes() {
    macro_rules! sums {
        ($($name:ident)*) => {
            pipeline! {
                fn wide(x: u64) -> u64 {
                    $(let $name = quick(x);)*
                    0 $(+ $name)*
                }
            }
        };
    }
    #[task]
    fn quick(x: u64) -> u64 {
        x + 1
    }
    sums!(a b c d e f g h i j k l m n o p q r s t u v w aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar
          ba bb bc bd be bf bg bh bi bj bk bl bm bn bo bp bq br ca cb cc cd ce cf cg ch ci cj ck cl cm cn co);
    assert_eq!(in_every_mode(|| wide(1)), 2 * 74);
    assert_eq!(wide::graph().width(), 74);
}
