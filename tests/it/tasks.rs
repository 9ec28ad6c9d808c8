//! Every ordinary kind of function is a task, and stays the function that it was.

use std::fmt::Display;
use std::io;

use superscalar::{pipeline, task};

use crate::common::in_every_mode;

#[task]
fn generic<T: Clone>(x: &T) -> T {
    x.clone()
}

#[task]
fn longest<'a>(x: &'a str, y: &'a str) -> &'a str {
    if x.len() < y.len() { y } else { x }
}

#[task]
fn with_where<T, U>(x: T, y: U) -> String
where
    T: Display,
    U: Display + Send,
{
    format!("{x}{y}")
}

#[task]
fn dup<const N: usize>(x: [u64; N]) -> [u64; N] {
    x.map(|x| 2 * x)
}

#[task]
fn total<const N: usize>(x: &[u64; N]) -> u64 {
    x.iter().sum()
}

#[task]
fn sum_all(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.sum()
}

#[task]
fn apply(f: impl Fn(u64) -> u64, x: u64) -> u64 {
    f(x)
}

struct Point {
    x: u64,
    y: u64,
}

#[task]
fn patterns((a, b): (u64, u64), Point { x, y }: Point, [first, .., last]: [u64; 3], mut n: u64, _: u64) -> u64 {
    n += 1;
    a + b + x + y + first + last + n
}

/// Documented, with an attribute of its own.
#[task]
#[must_use]
#[inline(never)]
pub(crate) fn documented(x: u64) -> u64 {
    x
}

#[task]
fn parse(text: &str) -> Result<u64, std::num::ParseIntError> {
    text.trim().parse()
}

#[task]
fn read_all(mut source: impl io::Read) -> io::Result<String> {
    let mut text = String::new();
    source.read_to_string(&mut text)?;
    Ok(text)
}

#[task]
fn positive(x: i64) -> Option<u64> {
    u64::try_from(x).ok()
}

#[task]
fn both(x: u64) -> (u64, String) {
    (x, x.to_string())
}

#[task]
fn first(xs: &[u64]) -> &u64 {
    &xs[0]
}

#[task]
fn none() -> u64 {
    1
}

#[task]
#[allow(clippy::too_many_arguments)]
fn twenty(
    a: u64,
    b: u64,
    c: u64,
    d: u64,
    e: u64,
    f: u64,
    g: u64,
    h: u64,
    i: u64,
    j: u64,
    k: u64,
    l: u64,
    m: u64,
    n: u64,
    o: u64,
    p: u64,
    q: u64,
    r: u64,
    s: u64,
    t: u64,
) -> u64 {
    [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t].iter().zip(1..).map(|(x, n)| x * n).sum()
}

#[task]
fn unit(_: &()) {}

#[task]
fn default<T: Default>() -> T {
    T::default()
}

#[task]
fn size<T>() -> usize {
    size_of::<T>()
}

#[task]
fn object(x: &dyn Display) -> String {
    x.to_string()
}

#[task]
fn boxed(x: Box<dyn Fn(u64) -> u64 + Send>) -> u64 {
    x(1)
}

#[task]
fn pointer(f: fn(u64) -> u64, x: u64) -> u64 {
    f(x)
}

#[task(ordered)]
fn ordered_task(x: u64) -> u64 {
    x
}

#[task(inline)]
fn inline_task(x: u64) -> u64 {
    x + 1
}

#[task(name = "another name")]
fn named(x: u64) -> u64 {
    x
}

#[task]
fn recursive(n: u64) -> u64 {
    if n == 0 { 0 } else { n + recursive(n - 1) }
}

#[test]
fn a_task_stays_an_ordinary_function() {
    assert_eq!(generic(&3), 3);
    assert_eq!(longest("a", "bb"), "bb");
    assert_eq!(dup([1, 2]), [2, 4]);
    assert_eq!(none(), 1);
    assert_eq!(recursive(4), 10);
    let as_value: fn(u64) -> u64 = documented;
    assert_eq!(as_value(7), 7);
    assert_eq!([1, 2].map(documented), [1, 2]);
}

#[test]
fn generic_tasks() {
    pipeline! {
        fn body() -> (u64, String, String) {
            let n = generic(&3);
            let text = String::from("ab");
            let copy = generic::<String>(&text);
            let joined = with_where(&text, n);
            (n, copy, joined)
        }
    }
    assert_eq!(in_every_mode(body), (3, "ab".into(), "ab3".into()));
}

#[test]
fn type_parameters_that_only_the_turbofish_knows() {
    pipeline! {
        fn body() -> (u64, usize) {
            let n = default::<u64>();
            let width = size::<u32>();
            (n, width)
        }
    }
    assert_eq!(in_every_mode(body), (0, 4));
}

#[test]
fn lifetimes() {
    pipeline! {
        fn body<'a>(x: &'a str) -> &'a str {
            let y = String::from("bb");
            let longer = longest(x, &y);
            let n = longer.len();
            longest(x, if n > 1 { "static" } else { "" })
        }
    }
    assert_eq!(in_every_mode(|| body("a")), "static");
}

#[test]
fn const_generics() {
    pipeline! {
        fn body<const N: usize>(x: [u64; N]) -> u64 {
            let y = dup(x);
            let z = dup::<N>(x);
            total(&y) + total(&z)
        }
    }
    assert_eq!(in_every_mode(|| body([1, 2, 3])), 24);
}

#[test]
fn impl_trait_arguments() {
    pipeline! {
        fn body() -> (u64, u64, String) {
            let k = none();
            let total = sum_all(vec![1, 2, 3].into_iter());
            let applied = apply(|x| x + k, total);
            let text = read_all(&b"abc"[..]).unwrap();
            (total, applied, text)
        }
    }
    assert_eq!(in_every_mode(body), (6, 7, "abc".into()));
}

#[test]
fn patterns_as_parameters() {
    pipeline! {
        fn body() -> u64 {
            let p = Point { x: 3, y: 4 };
            patterns((1, 2), p, [5, 0, 6], 7, 8)
        }
    }
    assert_eq!(in_every_mode(body), 29);
}

#[test]
fn results_options_tuples_references() {
    pipeline! {
        fn body() -> Option<(u64, u64, String, u64)> {
            let parsed = parse(" 12 ");
            let n = parsed.ok()?;
            let m = positive(5)?;
            let (same, text) = both(n);
            let xs = vec![same, m];
            let one = first(&xs);
            Some((*one, m, text, inline_task(m)))
        }
    }
    assert_eq!(in_every_mode(body), Some((12, 5, "12".into(), 6)));
}

#[test]
fn no_parameters_and_twenty() {
    pipeline! {
        fn body() -> u64 {
            let n = none();
            twenty(n, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, n)
        }
    }
    assert_eq!(in_every_mode(body), 210);
}

#[test]
fn trait_objects_and_function_pointers() {
    pipeline! {
        fn body() -> (String, u64, u64) {
            let n = none();
            let text = object(&n);
            let one = boxed(Box::new(|x| x + 1));
            let two = pointer(documented, n);
            unit(&());
            (text, one, two)
        }
    }
    assert_eq!(in_every_mode(body), ("1".into(), 2, 1));
}

#[test]
fn options_show_in_the_graph() {
    pipeline! {
        fn body() -> u64 {
            let a = ordered_task(1);
            let b = inline_task(a);
            let c = named(b);
            c
        }
    }
    let graph = body::graph();
    let by_task =
        |name| graph.nodes().iter().find(|node| node.task().is_some_and(|task| task.name == name)).expect(name);
    assert!(by_task("ordered_task").ordered());
    assert!(by_task("inline_task").inline());
    assert_eq!(by_task("another name").kind(), superscalar::describe::NodeKind::Task);
    assert_eq!(body(), 2);
}

#[test]
fn a_task_inside_a_function_body() {
    #[task]
    fn local(x: u64) -> u64 {
        x + 1
    }
    pipeline! {
        fn body() -> u64 {
            local(local(1))
        }
    }
    assert_eq!(in_every_mode(body), 3);
    assert_eq!(pipeline! { local(4) }.run(), 5);
}

mod inner {
    use superscalar::task;

    #[task]
    pub fn triple(x: u64) -> u64 {
        3 * x
    }

    pub mod deep {
        #[superscalar::task]
        pub(in crate::tasks) fn half(x: u64) -> u64 {
            x / 2
        }
    }
}

#[test]
fn tasks_in_modules_imported_renamed_and_by_path() {
    use inner::deep::{self, half as halve};
    use inner::triple;
    pipeline! {
        fn body() -> (u64, u64, u64, u64, u64) {
            let a = triple(1);
            let b = halve(8);
            let c = inner::triple(a);
            let d = deep::half(c);
            let e = crate::tasks::inner::deep::half(b);
            (a, b, c, d, e)
        }
    }
    assert_eq!(in_every_mode(body), (3, 4, 9, 4, 2));
}

#[test]
fn tasks_imported_by_a_glob() {
    use inner::*;
    pipeline! {
        fn body() -> u64 {
            triple(deep::half(4))
        }
    }
    assert_eq!(in_every_mode(body), 6);
}

#[test]
fn a_task_with_a_raw_name() {
    #[task]
    fn r#match(r#type: u64) -> u64 {
        r#type + 1
    }
    pipeline! {
        fn body(r#in: u64) -> u64 {
            let r#loop = r#match(r#in);
            r#loop
        }
    }
    assert_eq!(in_every_mode(|| body(1)), 2);
}

#[test]
fn info_names_the_task() {
    let info = inner::deep::half::INFO;
    assert_eq!(info.name, "half");
    assert!(info.path.ends_with("tasks::inner::deep::half"), "{}", info.path);
    assert!(info.file.ends_with("tasks.rs"));
    assert_eq!(inner::triple::call(2), 6);
}

#[test]
fn a_parameter_may_have_the_name_of_its_task() {
    #[task]
    fn rows(rows: &[usize]) -> usize {
        rows.len()
    }
    assert_eq!((pipeline! { rows(&[1, 2]) }).run(), 2);
    assert_eq!(rows::call(&[1]), 1);
}
