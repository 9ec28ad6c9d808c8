//! Every pattern of `let`, and `let else`.

use superscalar::{pipeline, task};

use crate::common::{in_every_mode, ordered};

#[derive(Debug, PartialEq)]
struct Frame {
    left: Vec<u64>,
    right: Vec<u64>,
    id: u64,
}

#[task]
fn frame(id: u64) -> Frame {
    Frame { left: vec![id], right: vec![id, id], id }
}

#[task]
fn pair(id: u64) -> (Vec<u64>, String) {
    (vec![id], id.to_string())
}

#[task]
fn eat(x: Vec<u64>) -> usize {
    x.len()
}

#[task]
fn sum(x: &[u64]) -> u64 {
    x.iter().sum()
}

#[task]
fn push(x: &mut Vec<u64>, n: u64) {
    x.push(n);
}

#[task]
fn find(n: u64) -> Option<Frame> {
    (n > 0).then(|| frame(n))
}

#[test]
fn tuples() {
    pipeline! {
        fn body() -> (usize, String, u64) {
            let (v, s) = pair(3);
            let ((a, _), .., b) = ((1, 2), 3, 4);
            let n = sum(&v);
            (eat(v), s, n + a + b)
        }
    }
    assert_eq!(in_every_mode(body), (1, "3".into(), 8));
}

#[test]
fn parts_of_a_tuple_are_independent() {
    pipeline! {
        fn body() -> usize {
            let (a, b) = two();
            let n = eat(a);
            let m = eat(b);
            n + m
        }
    }
    #[task]
    fn two() -> (Vec<u64>, Vec<u64>) {
        (vec![1], vec![2])
    }
    assert_eq!(in_every_mode(body), 2);
    assert!(!ordered(&body::graph(), "n", "m"));
}

#[test]
fn structs() {
    pipeline! {
        fn body() -> (usize, u64, u64) {
            let Frame { left, right: r, id } = frame(2);
            let Frame { id: other, .. } = frame(5);
            let n = sum(&r);
            (eat(left), n, id + other)
        }
    }
    assert_eq!(in_every_mode(body), (1, 4, 7));
}

#[test]
fn slices_and_arrays() {
    pipeline! {
        fn body() -> (u64, u64, u64, usize) {
            let [a, b, c] = [1, 2, 3];
            let [first, .., last] = [4, 5, 6];
            let v = vec![7, 8, 9];
            let [x, rest @ ..] = &v[..] else { return (0, 0, 0, 0) };
            let n = rest.len();
            (a + b + c, first + last, *x, n)
        }
    }
    assert_eq!(in_every_mode(body), (6, 10, 7, 2));
}

#[test]
fn references_and_ref() {
    pipeline! {
        fn body() -> (u64, u64, Vec<u64>, u64) {
            let mut f = frame(3);
            let Frame { ref left, .. } = f;
            let a = sum(left);
            let Frame { ref mut right, .. } = f;
            push(right, 1);
            let &b = &f.id;
            let ref c = f.id;
            let Frame { right, .. } = &f;
            let d = sum(right);
            let e = *c;
            let Frame { right, .. } = &mut f;
            right.push(9);
            (a, b + d, f.right, e)
        }
    }
    assert_eq!(in_every_mode(body), (3, 10, vec![3, 3, 1, 9], 3));
}

#[test]
fn bindings_with_a_subpattern() {
    pipeline! {
        fn body() -> (u64, u64) {
            let whole @ (a, b) = (1, 2);
            let n @ 0..=9 = a + b else { return (0, 0) };
            (whole.0 + whole.1, n)
        }
    }
    assert_eq!(in_every_mode(body), (3, 3));
}

#[test]
fn out_of_a_box() {
    pipeline! {
        fn body() -> (usize, u64) {
            let b = Box::new(frame(4));
            let Frame { left, id, .. } = *b;
            (eat(left), id)
        }
    }
    assert_eq!(in_every_mode(body), (1, 4));
}

#[test]
fn alternatives() {
    pipeline! {
        fn body(r: Result<u64, u64>) -> u64 {
            let (Ok(n) | Err(n)) = r;
            n
        }
    }
    assert_eq!(in_every_mode(|| (body(Ok(1)), body(Err(2)))), (1, 2));
}

#[test]
fn let_else() {
    pipeline! {
        fn body(n: u64, m: u64) -> Result<(usize, u64), String> {
            let Some(f) = find(n) else { return Err(format!("no {n}")) };
            let Some(Frame { left, .. }) = find(m) else {
                let text = format!("{} has {}", f.id, m);
                return Err(text);
            };
            let a = sum(&f.right);
            Ok((eat(left), a))
        }
    }
    assert_eq!(in_every_mode(|| body(1, 2)), Ok((1, 2)));
    assert_eq!(in_every_mode(|| body(0, 2)), Err("no 0".into()));
    assert_eq!(in_every_mode(|| body(5, 0)), Err("5 has 0".into()));
}

#[test]
fn let_else_by_reference_and_with_a_panic() {
    pipeline! {
        fn body(o: &Option<Frame>) -> u64 {
            let Some(f) = o else { panic!("none") };
            let n = sum(&f.left);
            n
        }
    }
    assert_eq!(in_every_mode(|| body(&Some(frame(2)))), 2);
    assert_eq!(crate::common::panic_of(|| body(&None)), "none");
}

#[test]
fn a_match_moves_or_borrows_as_in_rust() {
    pipeline! {
        fn looks(n: u64) -> (u64, usize) {
            let o = find(n);
            let a = match &o {
                Some(f) => f.id,
                None => 0,
            };
            let b = if let Some(Frame { ref left, .. }) = o { left.len() } else { 0 };
            (a, b)
        }
        fn moves(n: u64) -> usize {
            let o = find(n);
            match o {
                Some(Frame { right, .. }) => inline!(eat(right)),
                None => 7,
            }
        }
    }
    use superscalar::inline;
    assert_eq!(in_every_mode(|| (looks(0), looks(3))), ((0, 0), (3, 1)));
    assert_eq!(in_every_mode(|| (moves(0), moves(3))), (7, 2));
}
