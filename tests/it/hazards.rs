//! Edges are the hazards in program order and nothing else.

use std::collections::BTreeSet;

use superscalar::{pipeline, task};

use crate::common::{Events, Meeting, in_every_mode, ordered, pause, pool};

#[derive(Clone, Debug, Default, PartialEq)]
struct Frame {
    left: Vec<u64>,
    right: Vec<u64>,
}

#[task]
fn load(n: u64) -> Frame {
    Frame { left: vec![n; 4], right: vec![n; 2] }
}

#[task]
fn sum(frame: &Frame) -> u64 {
    pause();
    frame.left.iter().chain(&frame.right).sum()
}

#[task]
fn clean(mut frame: Frame) -> Frame {
    frame.left.iter_mut().for_each(|x| *x = 0);
    frame
}

#[task]
fn grow(xs: &mut Vec<u64>) {
    pause();
    let next = xs.iter().sum();
    xs.push(next);
}

#[task]
fn halves(frame: &Frame) -> (&[u64], &[u64]) {
    (&frame.left, &frame.right)
}

#[task]
fn total(xs: &[u64]) -> u64 {
    pause();
    xs.iter().sum()
}

#[test]
fn readers_run_together_and_a_take_waits() {
    pipeline! {
        fn body() -> (u64, u64, Frame) {
            let raw = load(1);
            let a = sum(&raw);
            let b = sum(&raw);
            let c = clean(raw);
            (a, b, c)
        }
    }
    in_every_mode(body);
    let graph = body::graph();
    assert!(!ordered(&graph, "a", "b"));
    assert!(ordered(&graph, "a", "c") && ordered(&graph, "b", "c"));
    assert_eq!((graph.width(), graph.depth()), (2, 4), "{graph}");
}

#[test]
fn writers_take_turns() {
    pipeline! {
        fn body() -> (Vec<u64>, u64, u64) {
            let mut xs = vec![1];
            let a = total(&xs);
            grow(&mut xs);
            let b = total(&xs);
            grow(&mut xs);
            (xs, a, b)
        }
    }
    assert_eq!(in_every_mode(body), (vec![1, 1, 2], 1, 2));
}

#[test]
fn borrowed_outputs_keep_their_owner() {
    pipeline! {
        fn body() -> (u64, u64, Frame) {
            let raw = load(3);
            let (l, r) = halves(&raw);
            let a = total(l);
            let b = total(r);
            let c = clean(raw);
            (a, b, c)
        }
    }
    in_every_mode(body);
    let graph = body::graph();
    assert!(!ordered(&graph, "a", "b"));
    assert!(ordered(&graph, "a", "c") && ordered(&graph, "b", "c"));
}

#[test]
fn distinct_fields_do_not_meet() {
    pipeline! {
        fn body() -> Frame {
            let mut raw = load(1);
            grow(&mut raw.left);
            grow(&mut raw.right);
            let n = total(&raw.left);
            let m = total(&raw.right);
            raw.left.push(n);
            raw.right.push(m);
            raw
        }
        fn lent(raw: &mut Frame) -> u64 {
            let a = grow_by(&mut raw.left, 1);
            let b = grow_by(&mut raw.right, 2);
            let c = sum(raw);
            a + b + c
        }
    }
    #[task]
    fn grow_by(xs: &mut Vec<u64>, n: u64) -> u64 {
        pause();
        xs.push(n);
        n
    }
    assert_eq!(in_every_mode(body), Frame { left: vec![1, 1, 1, 1, 4, 8], right: vec![1, 1, 2, 4] });
    assert!(!ordered(&lent::graph(), "a", "b"));
    assert!(ordered(&lent::graph(), "b", "c"));
    assert_eq!(in_every_mode(|| lent(&mut load(1))), 12);
    let graph = body::graph();
    assert!(!ordered(&graph, "n", "m"), "{graph}");
}

#[test]
fn named_lifetimes_say_who_borrows() {
    #[task]
    fn pick<'a>(x: &'a Frame, _y: &Frame) -> &'a [u64] {
        &x.left
    }
    pipeline! {
        fn body() -> (u64, Frame, Frame) {
            let x = load(1);
            let y = load(2);
            let view = pick(&x, &y);
            let cleaned = clean(y);
            let n = total(view);
            let moved = clean(x);
            (n, cleaned, moved)
        }
    }
    in_every_mode(body);
    let graph = body::graph();
    assert!(!ordered(&graph, "n", "cleaned"), "{graph}");
    assert!(ordered(&graph, "n", "moved"), "{graph}");
}

#[test]
fn generics_may_hold_borrows() {
    #[task]
    fn keep<T>(x: T) -> T {
        x
    }
    #[task]
    fn both<T>(x: T, y: T) -> [T; 2] {
        [x, y]
    }
    pipeline! {
        fn body() -> (u64, u64, Frame, Frame) {
            let x = load(1);
            let y = load(2);
            let kept = keep(&x);
            let pair = both(kept, &y);
            let [a, b] = pair;
            let n = sum(a);
            let m = sum(b);
            (n, m, clean(x), clean(y))
        }
    }
    in_every_mode(body);
}

#[test]
fn a_registry_holds_what_it_was_given() {
    #[derive(Default)]
    struct Registry<'a> {
        frames: Vec<&'a Frame>,
    }
    #[task]
    fn register<'a>(registry: &mut Registry<'a>, frame: &'a Frame) {
        registry.frames.push(frame);
    }
    #[task]
    fn count(registry: &Registry<'_>) -> u64 {
        pause();
        registry.frames.iter().map(|frame| frame.left[0]).sum()
    }
    pipeline! {
        fn body() -> (u64, Frame, Frame) {
            let x = load(1);
            let y = load(2);
            let mut registry = Registry::default();
            register(&mut registry, &x);
            register(&mut registry, &y);
            let n = count(&registry);
            (n, clean(x), clean(y))
        }
        fn lent<'a>(registry: &mut Registry<'a>, x: &'a Frame, y: &'a Frame) -> u64 {
            register(registry, x);
            register(registry, y);
            count(registry)
        }
    }
    assert_eq!(in_every_mode(body).0, 3);
    let (x, y) = (load(1), load(2));
    assert_eq!(in_every_mode(|| lent(&mut Registry::default(), &x, &y)), 3);
    assert!(ordered(&body::graph(), "n", "clean"));
}

#[test]
fn two_branches_meet_only_where_their_values_meet() {
    #[task]
    fn step(meeting: &Meeting, x: u64, wait: bool) -> u64 {
        assert!(!wait || meeting.join(), "the other branch did not run at the same time");
        x + 1
    }
    #[task]
    fn add(x: u64, y: u64) -> u64 {
        x + y
    }
    pipeline! {
        fn body(meeting: &Meeting) -> u64 {
            let a1 = step(meeting, 0, false);
            let a2 = step(meeting, a1, true);
            let a3 = step(meeting, a2, false);
            let b1 = step(meeting, 10, false);
            let b2 = step(meeting, b1, true);
            let b3 = step(meeting, b2, false);
            add(a3, b3)
        }
    }
    let graph = body::graph();
    let edges: BTreeSet<(usize, usize)> = graph.edges().iter().map(|edge| (edge.from(), edge.to())).collect();
    let ids: Vec<usize> = graph.nodes().iter().map(superscalar::describe::NodeInfo::id).collect();
    let expected = [(0, 1), (1, 2), (3, 4), (4, 5), (2, 6), (5, 6)].map(|(a, b)| (ids[a], ids[b]));
    let between: BTreeSet<_> = edges.into_iter().filter(|(_, to)| *to <= ids[6]).collect();
    assert_eq!(between, BTreeSet::from(expected), "{graph}");
    assert_eq!(pool(2).run(|| body(&Meeting::of(2))), 16);
}

#[test]
fn no_layers() {
    // The long node of the first branch does not hold back the second node of the other.
    #[task]
    fn first(events: &Events, meeting: &Meeting) -> u64 {
        events.note("long begins");
        assert!(meeting.join(), "the second node of the other branch did not run beside this one");
        events.note("long ends");
        1
    }
    #[task]
    fn short(x: u64) -> u64 {
        x
    }
    #[task]
    fn second(meeting: &Meeting, x: u64) -> u64 {
        assert!(meeting.join(), "the long node of the other branch does not run");
        x
    }
    pipeline! {
        fn body(events: &Events, meeting: &Meeting) -> u64 {
            let a = first(events, meeting);
            let b = short(1);
            let c = second(meeting, b);
            a + c
        }
    }
    let events = Events::default();
    assert_eq!(pool(2).run(|| body(&events, &Meeting::of(2))), 2);
    assert_eq!(events.take(), ["long begins", "long ends"]);
}

#[test]
fn transitive_borrows() {
    struct View<'a>(&'a [u64]);
    struct Deep<'v, 'a>(&'v View<'a>);
    #[task]
    fn view(frame: &Frame) -> View<'_> {
        View(&frame.left)
    }
    #[task]
    fn deep<'v, 'a>(view: &'v View<'a>) -> Deep<'v, 'a> {
        Deep(view)
    }
    #[task]
    fn read(deep: &Deep<'_, '_>) -> u64 {
        pause();
        deep.0.0.iter().sum()
    }
    #[task]
    fn inner<'a>(deep: &Deep<'_, 'a>) -> &'a [u64] {
        deep.0.0
    }
    pipeline! {
        fn body() -> (u64, u64, Frame) {
            let raw = load(2);
            let v = view(&raw);
            let d = deep(&v);
            let n = read(&d);
            let i = inner(&d);
            let m = total(i);
            let c = clean(raw);
            (n, m, c)
        }
    }
    in_every_mode(body);
    assert!(ordered(&body::graph(), "n", "c") && ordered(&body::graph(), "m", "c"));
}

#[test]
fn exclusive_borrows_are_returned() {
    #[task]
    fn row(rows: &mut Vec<Vec<u64>>, i: usize) -> &mut Vec<u64> {
        &mut rows[i]
    }
    pipeline! {
        fn body() -> (Vec<Vec<u64>>, usize) {
            let mut rows = vec![vec![1], vec![2]];
            let r = row(&mut rows, 0);
            grow(r);
            let n = rows[0].len();
            let r = row(&mut rows, 1);
            r.push(7);
            r.push(8);
            let (a, b) = rows.split_at_mut(1);
            grow(&mut a[0]);
            grow(&mut b[0]);
            a[0].push(n as u64);
            b[0].sort_by(|x, y| y.cmp(x));
            (rows, n)
        }
    }
    in_every_mode(body);
}

#[test]
fn a_temporary_borrow_ends_with_its_call() {
    #[task]
    fn pair(x: &Frame, y: &Frame) -> u64 {
        pause();
        x.left[0] + y.left[0]
    }
    pipeline! {
        fn body() -> (u64, u64, u64, Frame) {
            let x = load(1);
            let y = load(2);
            let a = pair(&x, &y);
            let b = pair(&y, &x);
            let c = sum(&y);
            (a, b, c, clean(x))
        }
    }
    in_every_mode(body);
    assert_eq!(body::graph().width(), 3);
}

#[test]
fn reborrows() {
    pipeline! {
        fn body(xs: &mut Vec<u64>) -> (u64, u64) {
            grow(xs);
            grow(&mut *xs);
            let a = total(xs);
            let ys = &mut *xs;
            grow(ys);
            let zs = &mut **ys;
            zs[0] = 100;
            let b = total(ys);
            grow(xs);
            (a, b)
        }
    }
    let result = in_every_mode(|| {
        let mut xs = vec![1];
        (body(&mut xs), xs)
    });
    assert_eq!(result, ((4, 107), vec![100, 1, 2, 4, 107]));
}

#[test]
fn options_of_references() {
    #[task]
    fn first(xs: &mut Vec<u64>) -> Option<&mut u64> {
        xs.first_mut()
    }
    #[task]
    fn set(x: Option<&mut u64>, n: u64) {
        if let Some(x) = x {
            *x = n;
        }
    }
    pipeline! {
        fn body() -> (Vec<u64>, u64) {
            let mut xs = vec![1, 2];
            let x = first(&mut xs);
            set(x, 5);
            let a = total(&xs);
            if let Some(y) = first(&mut xs) {
                *y += 1;
            }
            let Some(z) = first(&mut xs) else { return (vec![], 0) };
            *z *= 2;
            (xs, a)
        }
    }
    assert_eq!(in_every_mode(body), (vec![12, 2], 7));
}

#[test]
fn a_named_outer_lifetime_hides_no_other() {
    struct Register<'b>(std::sync::Mutex<Vec<&'b u64>>);

    #[task]
    fn stash<'a, 'b>(register: &'a Register<'b>, x: &'b u64) {
        register.0.lock().unwrap().push(x);
    }
    #[task]
    fn total(register: &Register<'_>) -> u64 {
        register.0.lock().unwrap().iter().map(|x| **x).sum()
    }
    #[task]
    fn eat(x: u64) -> u64 {
        x + 1
    }
    pipeline! {
        fn body(x: u64) -> (u64, u64) {
            let mut y = x;
            let register = Register(std::sync::Mutex::new(Vec::new()));
            stash(&register, &y);
            let total = total(&register);
            y = eat(total);
            (total, y)
        }
    }
    assert_eq!(stash::INFO.params[0].borrows, 0b10);
    assert_eq!(stash::INFO.params[1].borrows, 0);
    assert_eq!(in_every_mode(|| body(3)), (3, 4));
    assert!(ordered(&body::graph(), "total", "y"));
}
