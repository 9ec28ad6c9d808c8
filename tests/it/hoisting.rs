//! Calls inside expressions are nodes of their own, and still everything is evaluated in Rust's order.

use superscalar::{pipeline, task};

use crate::common::{Events, in_every_mode};

#[task]
fn bump(x: &mut u64) -> u64 {
    *x += 1;
    *x
}

#[task]
fn add(x: u64, y: u64) -> u64 {
    10 * x + y
}

#[task]
fn add_ref(x: &u64, y: &u64) -> u64 {
    10 * x + y
}

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn tell(events: &Events, n: u64) -> u64 {
    events.note(n);
    n
}

#[task(ordered)]
fn note(events: &Events, n: u64) -> u64 {
    events.note(n);
    n
}

#[task]
fn fail(events: &Events, n: u64) -> Result<u64, u64> {
    events.note(n);
    Err(n)
}

/// The same body as a plain function and as a pipeline, run in every mode.
macro_rules! same {
    ($(fn $name:ident() -> $ty:ty $body:block)*) => {$(
        #[test]
        fn $name() {
            fn plain() -> $ty $body
            pipeline! { fn body() -> $ty $body }
            assert_eq!(in_every_mode(body), plain());
        }
    )*};
}

same! {
    fn a_copy_is_taken_before_the_variable_changes() -> u64 { let mut x = 1; add(x, bump(&mut x)) }
    fn glue_is_evaluated_before_the_variable_changes() -> u64 { let mut x = 1; add(x * 3, bump(&mut x)) }
    fn the_variable_changes_first() -> u64 { let mut x = 1; add(bump(&mut x), x) }
    fn it_changes_between() -> u64 { let mut x = 1; add(x, add(bump(&mut x), x)) }
    fn a_field() -> u64 { let mut s = (1, 2); add(s.0, bump(&mut s.0)) + s.1 }
    fn an_element() -> u64 { let mut s = [1, 2]; add(s[0], bump(&mut s[0])) + s[1] }
    fn behind_a_reference() -> u64 { let mut x = 1; let r = &mut x; add(*r, bump(r)) }
    fn operators() -> u64 { let mut x = 1; x + bump(&mut x) * 100 + x }
    fn a_tuple() -> (u64, u64, u64) { let mut x = 1; (x, bump(&mut x), x) }
    fn an_array() -> [u64; 3] { let mut x = 1; [bump(&mut x), x, bump(&mut x)] }
    fn a_vector() -> Vec<u64> { let mut x = 1; vec![x, bump(&mut x), x] }
    fn a_comparison() -> bool { let mut x = 1; x == bump(&mut x) }
    fn a_range() -> u64 { let mut x = 1; (x..bump(&mut x) + 3).sum() }
    fn a_method_argument() -> u64 { let mut x = 1; x.max(bump(&mut x)) }
    fn a_chain_of_methods() -> u64 { let mut x = 1; let xs = [5, 6, 7]; xs.iter().sum::<u64>() + bump(&mut x) + x }
    fn a_cast() -> u64 { let mut x = 1; let y = bump(&mut x) as u32; u64::from(y) + x }
    fn nested_calls() -> u64 { add(inc(inc(1)), add_ref(&inc(2), &inc(3))) }
    fn the_left_of_and() -> bool { let mut x = 1; bump(&mut x) == 2 && x == 2 }
    fn an_index() -> u64 { let mut x = 0; let xs = [7, 8, 9]; xs[bump(&mut x) as usize] + x }
    fn an_indexed_call() -> u64 { both(3)[1] + both(4)[inc(0) as usize] }
    fn a_condition() -> u64 { let mut x = 1; if bump(&mut x) > 1 { x } else { 0 } }
    fn a_scrutinee() -> u64 { let mut x = 1; match bump(&mut x) { 2 => x + 100, n => n } }
    fn the_source_of_a_loop() -> u64 { let mut x = 1; let mut sum = 0; for i in 0..bump(&mut x) { sum += i + x; } sum }
    fn a_push() -> Vec<u64> { let mut x = 1; let mut v = vec![9]; v.push(bump(&mut x)); v.push(add(x, v.len() as u64)); v }
    fn a_compound_assignment() -> u64 { let mut x = 1; let mut sum = 5; sum += bump(&mut x); sum *= x; sum -= inc(1); sum }
    fn an_assignment() -> (u64, u64) { let mut x = 1; let mut y = x; y = add(y, bump(&mut x)); (x, y) }
    fn a_struct() -> (u64, u64) { let mut x = 1; let s = Pair { right: bump(&mut x), left: x }; (s.left, s.right) }
    fn struct_update() -> (u64, u64) { let s = Pair { left: inc(1), ..pair(5) }; (s.left, s.right) }
    fn a_format() -> String { let x = 1; format!("{} {} {x}", x, bump_owned(x)) + &inc(x).to_string() }
}

struct Pair {
    left: u64,
    right: u64,
}

#[task]
fn pair(n: u64) -> Pair {
    Pair { left: n, right: n + 1 }
}

#[task]
fn both(n: u64) -> [u64; 2] {
    [n, n + 1]
}

#[task]
fn bump_owned(x: u64) -> u64 {
    x + 1
}

#[test]
fn the_first_failure_in_program_order_is_reported() {
    pipeline! {
        fn body(events: &Events, o: Option<u64>) -> Result<u64, u64> {
            Ok(add(o.ok_or(1_u64)?, fail(events, 2)?))
        }
    }
    assert_eq!(in_every_mode(|| body(&Events::default(), None)), Err(1));
    assert_eq!(in_every_mode(|| body(&Events::default(), Some(0))), Err(2));
}

#[test]
fn the_right_of_and_runs_only_if_it_must() {
    pipeline! {
        fn body(events: &Events, x: u64) -> (bool, bool) {
            let a = x > 1 && inline(events) > 0;
            let b = x > 1 || inline(events) > 0;
            (a, b)
        }
    }
    fn inline(events: &Events) -> u64 {
        events.note("right");
        1
    }
    let events = Events::default();
    assert_eq!(body(&events, 2), (true, true));
    assert_eq!(body(&events, 1), (false, true));
    assert_eq!(events.take(), ["right", "right"]);
}

#[test]
fn effects_keep_the_order_in_which_they_are_written() {
    pipeline! {
        fn body(events: &Events) -> u64 {
            let x = add(note(events, 1), add(note(events, 2), note(events, 3)));
            let v = vec![note(events, 4), x, note(events, 5)];
            let t = (note(events, 6), note(events, 7));
            v.len() as u64 + t.0
        }
    }
    let lines = in_every_mode(|| {
        let events = Events::default();
        body(&events);
        events.take()
    });
    assert_eq!(lines, ["1", "2", "3", "4", "5", "6", "7"]);
}

#[test]
fn an_overloaded_compound_assignment_evaluates_the_left_first() {
    #[task(ordered)]
    fn at(events: &Events) -> usize {
        events.note("place");
        0
    }
    #[task(ordered)]
    fn text(events: &Events) -> String {
        events.note("value");
        "x".to_owned()
    }
    pipeline! {
        fn body(events: &Events) -> Vec<String> {
            let mut v = vec![String::new()];
            v[at(events)] += &text(events);
            v[at(events)] = text(events);
            v
        }
    }
    let lines = in_every_mode(|| {
        let events = Events::default();
        assert_eq!(body(&events), ["x"]);
        events.take()
    });
    assert_eq!(lines, ["place", "value", "value", "place"]);
}

#[test]
fn calls_in_arguments_are_nodes() {
    pipeline! {
        fn body(events: &Events) -> Vec<u64> {
            vec![tell(events, 1), tell(events, 2)]
        }
    }
    let graph = body::graph();
    assert_eq!(graph.nodes().iter().filter(|node| node.label() == "tell").count(), 2);
    assert_eq!(graph.width(), 2);
    assert_eq!(body(&Events::default()), [1, 2]);
}
