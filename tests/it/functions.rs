//! Pipelines as items: several in one call, generics, lifetimes, `where`, one calling another, `#[pipelined]`.

use std::fmt::Display;

use superscalar::describe::NodeKind;
use superscalar::{pipeline, pipelined, task};

use crate::common::{in_every_mode, ordered};

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn first<'a>(x: &'a str, _: &str) -> &'a str {
    x
}

#[task]
fn show<T: Display + ?Sized>(x: &T) -> String {
    x.to_string()
}

#[task]
fn keep<T>(x: T) -> T {
    x
}

pipeline! {
    /// Documented.
    #[must_use]
    fn one(x: u64) -> u64 {
        inc(x)
    }

    pub(crate) fn two(x: u64) -> u64 {
        let a = one(x);
        let b = one(a);
        inline_tail(b)
    }

    fn nothing() {}

    fn only_effects(out: &mut Vec<u64>) {
        let n = inc(1);
        out.push(n);
    }
}

#[task]
fn inline_tail(x: u64) -> u64 {
    x
}

#[test]
fn several_in_one_call() {
    assert_eq!(in_every_mode(|| two(1)), 3);
    in_every_mode(nothing);
    let out = in_every_mode(|| {
        let mut out = vec![];
        only_effects(&mut out);
        out
    });
    assert_eq!(out, [2]);
}

#[test]
fn a_pipeline_is_a_task_of_another() {
    let graph = two::graph();
    assert_eq!(graph.nodes().iter().filter(|node| node.kind() == NodeKind::Pipeline).count(), 2);
    assert_eq!(two::INFO.name, "two");
    assert_eq!(two::serial(1), 3);
    assert_eq!(two::call(1), 3);
}

#[test]
fn generics_lifetimes_and_where() {
    pipeline! {
        fn body<'a, T, const N: usize>(xs: [T; N], text: &'a str, other: &str) -> (&'a str, String, usize)
        where
            T: Clone + Send + Sync + Display,
        {
            let kept = keep(xs);
            let shown = show(&kept[0]);
            let more: Vec<T> = kept.to_vec();
            let n = more.len();
            let head = first(text, other);
            (head, shown, n)
        }
    }
    assert_eq!(in_every_mode(|| body([1, 2], "a", "b")), ("a", "1".into(), 2));
    assert_eq!(in_every_mode(|| body(["x"], "a", "b")), ("a", "x".into(), 1));
}

#[test]
fn impl_trait_parameters() {
    pipeline! {
        fn body(xs: impl IntoIterator<Item = u64> + Send, f: impl Fn(u64) -> u64 + Send + Sync) -> u64 {
            let sum = xs.into_iter().sum::<u64>();
            let a = inc(sum);
            f(a)
        }
    }
    assert_eq!(in_every_mode(|| body([1, 2, 3], |x| x * 10)), 70);
}

#[test]
fn patterns_as_parameters() {
    pipeline! {
        fn body((a, mut b): (u64, u64), [c, ..]: [u64; 3], _: u64) -> u64 {
            b += inc(a);
            let d = inc(c);
            b + d
        }
    }
    assert_eq!(in_every_mode(|| body((1, 2), [3, 0, 0], 9)), 8);
}

#[test]
fn a_borrow_of_a_parameter_is_returned() {
    pipeline! {
        fn body<'a>(xs: &'a mut Vec<u64>, n: u64) -> &'a mut u64 {
            let m = inc(n);
            xs.push(m);
            let at = xs.len() - 1;
            &mut xs[at]
        }
    }
    let result = in_every_mode(|| {
        let mut xs = vec![1];
        *body(&mut xs, 5) += 10;
        xs
    });
    assert_eq!(result, [1, 16]);
}

#[test]
fn recursion() {
    pipeline! {
        fn fib(n: u64) -> u64 {
            if n < 2 {
                return n;
            }
            let a = fib(n - 1);
            let b = fib(n - 2);
            a + b
        }
    }
    let n = if cfg!(miri) { 4 } else { 8 };
    assert_eq!(in_every_mode(|| fib(n)), fib::serial(n));
}

#[test]
fn generic_pipelines_call_generic_pipelines() {
    pipeline! {
        fn outer<T: Clone + Send + Sync>(x: &T) -> (T, T) {
            let a = copy(x);
            let b = copy(&a);
            (a, b)
        }
        fn copy<T: Clone + Send + Sync>(x: &T) -> T {
            let c = x.clone();
            keep(c)
        }
    }
    assert_eq!(in_every_mode(|| outer(&String::from("x"))), ("x".into(), "x".into()));
}

/// Documented.
#[pipelined]
#[must_use]
fn attribute(x: u64) -> u64 {
    let a = inc(x);
    let b = inc(x);
    a + b
}

#[test]
fn the_attribute_means_the_same() {
    assert_eq!(in_every_mode(|| attribute(1)), 4);
    assert_eq!(attribute::graph().width(), 2);
    assert!(!ordered(&attribute::graph(), "a", "b"));
}

#[test]
fn exported_from_a_module() {
    mod inner {
        superscalar::pipeline! {
            pub fn body(x: u64) -> u64 {
                super::inc(super::inc(x))
            }
        }
        #[superscalar::task]
        pub(super) fn inc(x: u64) -> u64 {
            x + 1
        }
    }
    #[task]
    fn inc(x: u64) -> u64 {
        inner::inc(x)
    }
    use inner::body as renamed;
    pipeline! {
        fn outer(x: u64) -> u64 {
            renamed(inner::body(inc(x)))
        }
    }
    assert_eq!(outer(1), 6);
    assert_eq!(renamed::graph().name(), "body");
}
