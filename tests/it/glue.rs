//! Expressions that are no calls of tasks.

use std::collections::BTreeMap;
use std::fmt::Write;

use superscalar::{pipeline, task};

use crate::common::in_every_mode;

#[derive(Clone, Debug, Default, PartialEq)]
struct Frame {
    rows: Vec<u64>,
    name: String,
}

impl Frame {
    fn with(n: u64) -> Frame {
        Frame { rows: vec![n; 3], name: n.to_string() }
    }

    fn count(&self) -> usize {
        self.rows.len()
    }

    fn named(mut self, name: &str) -> Frame {
        name.clone_into(&mut self.name);
        self
    }

    fn grow(&mut self) -> usize {
        self.rows.push(0);
        self.rows.len()
    }
}

#[task]
fn load(n: u64) -> Frame {
    Frame::with(n)
}

#[task]
fn total(frame: &Frame) -> u64 {
    frame.rows.iter().sum()
}

#[test]
fn operators() {
    pipeline! {
        fn body(x: u64) -> (u64, bool, i64, u64) {
            let frame = load(x);
            let sum = total(&frame) + 2 * total(&frame) - 1;
            let flag = !(sum > 3) || sum % 2 == 0;
            let negative = -(sum as i64) + i64::MAX / 2;
            let bits = (sum & 0xff | 0x100) ^ 1 << 3;
            (sum, flag, negative, bits)
        }
    }
    in_every_mode(|| body(4));
}

#[test]
fn fields_and_methods() {
    pipeline! {
        fn body() -> (usize, usize, String, usize) {
            let frame = load(1);
            let n = frame.count();
            let m = frame.rows.len() + frame.name.len();
            let mut other = load(2).named("x");
            let grown = other.grow();
            (n, m, other.name, grown)
        }
    }
    assert_eq!(in_every_mode(body), (3, 4, "x".into(), 4));
}

#[test]
fn chains_of_methods() {
    pipeline! {
        fn body() -> (u64, Vec<String>) {
            let frame = load(5);
            let sum = frame.rows.iter().map(|x| x * 2).filter(|x| *x > 3).sum::<u64>();
            let texts: Vec<String> = frame.rows.iter().enumerate().map(|(i, x)| format!("{i}{x}")).collect();
            (sum, texts)
        }
    }
    assert_eq!(in_every_mode(body), (30, vec!["05".into(), "15".into(), "25".into()]));
}

#[test]
fn constructors() {
    #[derive(Debug, PartialEq)]
    enum Shape {
        Empty,
        Square(u64),
        Box { width: u64, height: u64 },
    }
    struct Unit;
    pipeline! {
        fn body() -> (Shape, Shape, Shape, Option<Frame>, Result<u64, ()>) {
            let frame = load(2);
            let n = total(&frame);
            let _ = Unit;
            let width = n;
            let height = 2 * n;
            (Shape::Empty, Shape::Square(n), Shape::Box { width, height }, Some(frame), Ok(n))
        }
    }
    in_every_mode(body);
}

#[test]
fn functions_of_types_and_of_std() {
    pipeline! {
        fn body() -> (u64, String, f64, u64, Vec<u8>, usize) {
            let a = u64::from_str_radix("ff", 16).unwrap_or(0);
            let b = String::from_utf8_lossy(b"ab").into_owned();
            let c = f64::sqrt(4.0);
            let mut d = 3;
            let e = std::mem::replace(&mut d, 5);
            let f = <Vec<u8>>::from("x");
            let g = <str>::len("abc") + core::cmp::max(1, 2) + size_of::<u8>();
            drop(g);
            (a + e + d, b, c, i32::MAX as u64, f, g)
        }
    }
    in_every_mode(body);
}

#[test]
fn macros_of_std() {
    pipeline! {
        fn body(x: u64) -> (String, Vec<u64>, Vec<u64>, bool, String) {
            let frame = load(x);
            let width = 6;
            let precision = 2;
            let ratio = 1.5;
            let name = &frame.name;
            let text = format!(
                "{x:?} {name} {:>width$} {ratio:.precision$} {0} {named} {{x}} {:>1$} {:.*}",
                total(&frame),
                width,
                1,
                2.25,
                named = total(&frame)
            );
            let list = vec![total(&frame), x, total(&frame) + 1];
            let same = vec![total(&frame); 2];
            let found = matches!(total(&frame), 3 | 6 if x > 0);
            let mut out = String::new();
            write!(out, "{}", total(&frame)).unwrap();
            writeln!(out, "{x:>width$}").unwrap();
            assert!(x > 0, "{x} is {name}");
            assert_eq!(total(&frame), 3 * x, "{name}");
            assert_ne!(x, 0);
            debug_assert!(total(&frame) > 0);
            (text, list, same, found, out)
        }
    }
    let (text, _, _, found, out) = in_every_mode(|| body(2));
    assert_eq!(text, "2 2      6 1.50 6 6 {x}      6 2.2");
    assert!(found);
    assert_eq!(out, "6     2\n");
}

#[test]
fn question_mark_in_macro_arguments() {
    pipeline! {
        fn body(x: Option<u64>) -> Option<String> {
            let text = format!("{}", x?);
            Some(text)
        }
    }
    assert_eq!(in_every_mode(|| body(Some(1))), Some("1".into()));
    assert_eq!(in_every_mode(|| body(None)), None);
}

#[test]
fn blocks_and_control_flow_are_one_node() {
    pipeline! {
        fn body(x: u64) -> (u64, u64, BTreeMap<u64, u64>, u64) {
            let frame = load(x);
            let a = if x > 1 { frame.rows[0] } else { 7 };
            let b = match frame.rows.as_slice() {
                [first, ..] if *first > 100 => 0,
                [first, rest @ ..] => first + rest.len() as u64,
                [] => 0,
            };
            let mut map = BTreeMap::new();
            for (i, row) in frame.rows.iter().enumerate() {
                if i == 1 {
                    continue;
                }
                map.insert(i as u64, *row);
            }
            let c = 'outer: {
                let mut n = 0;
                loop {
                    n += 1;
                    if n > x {
                        break 'outer n;
                    }
                }
            };
            let mut d = 0;
            while d < 10 {
                d += a;
            }
            (a + d, b, map, c)
        }
    }
    in_every_mode(|| body(3));
}

#[test]
fn unsafe_blocks() {
    pipeline! {
        fn body() -> u64 {
            let xs = [1_u64, 2];
            let y = unsafe { *xs.as_ptr().add(1) };
            y + xs[0]
        }
    }
    assert_eq!(in_every_mode(body), 3);
}

#[test]
fn inference_goes_through_slots() {
    pipeline! {
        fn body() -> (u8, Vec<u16>, Option<f32>, u64) {
            let n = 200;
            let mut v = Vec::new();
            v.push(7);
            let none = None;
            let parsed = "12".parse().unwrap();
            let default = Default::default();
            let sum = add(parsed, default);
            (n, v, none, sum)
        }
    }
    #[task]
    fn add(x: u64, y: u64) -> u64 {
        x + y
    }
    assert_eq!(in_every_mode(body), (200, vec![7], None, 12));
}

#[test]
fn coercions() {
    #[task]
    fn sum(xs: &[u64]) -> u64 {
        xs.iter().sum()
    }
    #[task]
    fn call(f: &(dyn Fn(u64) -> u64 + Sync)) -> u64 {
        f(1)
    }
    pipeline! {
        fn body() -> (u64, u64, u64) {
            let v = vec![1, 2];
            let a = sum(&v);
            let boxed: Box<dyn Fn(u64) -> u64 + Send + Sync> = Box::new(|x| x + 1);
            let b = call(&*boxed);
            let slice: &[u64] = &[a, b];
            (a, b, sum(slice))
        }
    }
    assert_eq!(in_every_mode(body), (3, 2, 5));
}

#[test]
fn temporaries_live_as_long_as_in_rust() {
    #[task]
    fn len(text: &str) -> usize {
        text.len()
    }
    pipeline! {
        fn body() -> (usize, usize, usize, usize) {
            let a = &load(3);
            let b: &str = &format!("{}", a.name);
            let f = &mut vec![1, 2];
            f.push(3);
            let (g, h) = (&String::from("gg"), 1);
            let e = Some(&a.rows);
            (len(b), e.map_or(0, Vec::len), f.len(), len(g) + h)
        }
    }
    assert_eq!(in_every_mode(body), (1, 3, 3, 3));
}
