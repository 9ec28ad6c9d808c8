//! `let`, shadowing, assignment, ascription, deferred initialisation, nested items.

use superscalar::{pipeline, task};

use crate::common::{in_every_mode, ordered};

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn text(x: u64) -> String {
    x.to_string()
}

#[task]
fn eat(x: String) -> usize {
    x.len()
}

#[task]
fn len(x: &str) -> usize {
    x.len()
}

#[task]
fn push(x: &mut String, c: char) {
    x.push(c);
}

#[test]
fn shadowing() {
    pipeline! {
        fn body(x: u64) -> (usize, u64) {
            let y = inc(x);
            let x = inc(x);
            let x = inc(x);
            let x = text(x);
            let n = len(&x);
            let x = eat(x);
            (x + n, y)
        }
    }
    assert_eq!(in_every_mode(|| body(9)), (4, 10));
}

#[test]
fn mutation() {
    pipeline! {
        fn body() -> (String, usize, usize) {
            let mut s = text(1);
            push(&mut s, 'a');
            let n = len(&s);
            push(&mut s, 'b');
            let m = len(&s);
            s.insert(0, '>');
            (s, n, m)
        }
    }
    assert_eq!(in_every_mode(body), (">1ab".into(), 2, 3));
}

#[test]
fn reassignment_frees_the_name() {
    pipeline! {
        fn body() -> (usize, usize, usize) {
            let mut s = text(1);
            let a = eat(s);
            s = text(22);
            let b = len(&s);
            s = text(333);
            let c = eat(s);
            (a, b, c)
        }
    }
    assert_eq!(in_every_mode(body), (1, 2, 3));
}

#[test]
fn compound_assignment() {
    pipeline! {
        fn body(mut n: u64) -> (u64, u64, String) {
            let mut sum = 0;
            sum += inc(n);
            n *= 2;
            sum += inc(n);
            n -= 1;
            n <<= 2;
            let mut s = text(n);
            s += &text(sum);
            (n, sum, s)
        }
    }
    assert_eq!(in_every_mode(|| body(3)), (20, 11, "2011".into()));
}

#[test]
fn fields_and_elements_are_assigned() {
    #[derive(Debug, PartialEq)]
    struct Pair {
        left: u64,
        right: (u64, String),
    }
    pipeline! {
        fn body() -> (Pair, [u64; 3], Vec<u64>) {
            let mut p = Pair { left: 0, right: (0, String::new()) };
            p.left = inc(1);
            p.right.0 = inc(p.left);
            p.right.1 = text(p.right.0);
            let mut a = [0; 3];
            a[1] = inc(5);
            a[2] += a[1];
            let mut v = vec![1];
            v[0] = inc(v[0]);
            (p, a, v)
        }
    }
    let expected = (Pair { left: 2, right: (3, "3".into()) }, [0, 6, 6], vec![2]);
    assert_eq!(in_every_mode(body), expected);
}

#[test]
fn destructuring_assignment() {
    pipeline! {
        fn body() -> (u64, u64, u64, String) {
            let (mut a, mut b) = (inc(0), inc(1));
            (a, b) = (b, inc(a));
            let c;
            let d;
            (c, _) = (inc(b), 0);
            [_, d] = [text(1), text(2)];
            (a, b, c, d)
        }
    }
    assert_eq!(in_every_mode(body), (2, 2, 3, "2".into()));
}

#[test]
fn ascription() {
    pipeline! {
        fn body() -> (u8, Vec<u64>, f64, String) {
            let a: u8 = "7".parse().unwrap();
            let b: Vec<_> = (0..inc(1)).collect();
            let c: f64 = inc(1) as f64;
            let (d, _): (String, u64) = (text(1), 2);
            (a, b, c, d)
        }
    }
    assert_eq!(in_every_mode(body), (7, vec![0, 1], 2.0, "1".into()));
}

#[test]
fn deferred_initialisation() {
    pipeline! {
        fn body(c: bool) -> (u64, String, u64) {
            let a;
            let b: String;
            let late;
            a = inc(1);
            if c {
                b = text(a);
            } else {
                b = String::from("else");
            }
            let n = len(&b) as u64;
            late = inc(n);
            (a, b, late)
        }
    }
    assert_eq!(in_every_mode(|| body(true)), (2, "2".into(), 2));
    assert_eq!(in_every_mode(|| body(false)), (2, "else".into(), 5));
}

#[test]
fn moves_from_name_to_name() {
    pipeline! {
        fn body() -> (usize, String) {
            let a = text(1);
            let b = a;
            let c = b;
            let d = c.clone();
            (eat(c), d)
        }
    }
    assert_eq!(in_every_mode(body), (1, "1".into()));
}

#[test]
fn moved_only_on_a_branch() {
    pipeline! {
        fn body(c: bool) -> usize {
            let a = text(1);
            let mut n = 0;
            if c {
                n += inline!(eat(a));
            }
            n
        }
        fn comes_back(c: bool) -> usize {
            let mut a = text(1);
            if c {
                let n = inline!(eat(a));
                a = "x".repeat(n + 1);
            }
            len(&a)
        }
    }
    use superscalar::inline;
    assert_eq!(in_every_mode(|| (body(true), body(false))), (1, 0));
    assert_eq!(in_every_mode(|| (comes_back(true), comes_back(false))), (2, 1));
}

#[test]
fn items_inside_the_body() {
    pipeline! {
        fn body() -> (u64, u64, Kind) {
            use std::cmp::max;
            const LIMIT: u64 = 10;
            static START: u64 = 3;
            fn helper(x: u64) -> u64 {
                x * LIMIT
            }
            #[task]
            fn inner(x: u64) -> u64 {
                x + LIMIT
            }
            struct Local(u64);
            impl Local {
                fn get(&self) -> u64 {
                    self.0
                }
            }
            let a = inner(START);
            let b = (helper)(a);
            let local = Local(b);
            let c = (max)(local.get(), 1);
            (a, c, Kind::One)
        }
    }
    #[derive(Debug, PartialEq)]
    enum Kind {
        One,
    }
    assert_eq!(in_every_mode(body), (13, 130, Kind::One));
}

#[test]
fn attributes_on_statements() {
    pipeline! {
        fn body() -> u64 {
            #[allow(unused_variables)]
            let unused = inc(1);
            #[allow(unused_mut)]
            let mut a = inc(2);
            #[expect(unused_variables)]
            let b = inc(3);
            #[allow(clippy::all)]
            {
                let _ = 1;
            }
            a
        }
    }
    assert_eq!(in_every_mode(body), 3);
}

#[test]
fn assigning_one_variable_leaves_others_alone() {
    pipeline! {
        fn body() -> (u64, u64) {
            let mut a = inc(1);
            let mut b = inc(2);
            a = inc(a);
            b = inc(b);
            (a, b)
        }
    }
    assert_eq!(in_every_mode(body), (3, 4));
    let graph = body::graph();
    assert_eq!(graph.width(), 2, "{graph}");
    assert_eq!(graph.depth(), 3, "{graph}");
    assert!(ordered(&graph, "inc", "(a, b)"));
}

#[test]
fn unused_values() {
    pipeline! {
        fn body() -> u64 {
            inc(1);
            1 + 1;
            let _ = inc(2);
            let _unused = inc(3);
            inc(4)
        }
    }
    assert_eq!(in_every_mode(body), 5);
}

#[test]
fn a_pipeline_that_ends_with_return() {
    pipeline! {
        fn body(x: u64) -> u64 {
            let a = inc(x);
            return inc(a);
        }
    }
    assert_eq!(in_every_mode(|| body(1)), 3);
}
