//! Pipelines as values: lazy, with captures.

use superscalar::{pipeline, task};

use crate::common::{Events, Token, in_every_mode};

#[task]
fn total(xs: &[u64]) -> u64 {
    xs.iter().sum()
}

#[task]
fn push(xs: &mut Vec<u64>, x: u64) {
    xs.push(x);
}

#[task]
fn eat(xs: Vec<u64>) -> usize {
    xs.len()
}

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn parse(text: &str) -> Result<u64, std::num::ParseIntError> {
    text.parse()
}

#[test]
fn lazy() {
    let events = Events::default();
    #[task(ordered)]
    fn note(events: &Events) {
        events.note("ran");
    }
    let p = pipeline! { note(&events); };
    assert!(events.lines().is_empty());
    p.run();
    assert_eq!(events.take(), ["ran"]);
}

#[test]
fn reads_a_capture_and_runs_twice() {
    let xs = vec![1, 2];
    let p = pipeline! {
        let a = total(&xs);
        let b = inc(a);
        (a, b)
    };
    assert_eq!(in_every_mode(|| p.run()), (3, 4));
    assert_eq!(p.run(), p.serial());
    assert_eq!(p.graph().len(), 3);
    assert_eq!(xs, [1, 2]);
}

#[test]
fn changes_a_capture() {
    let result = in_every_mode(|| {
        let mut xs = vec![1];
        let mut n = 0;
        pipeline! {
            push(&mut xs, 2);
            n += inc(1);
            let sum = total(&xs);
            xs.push(sum);
            n += sum;
        }
        .run();
        (xs, n)
    });
    assert_eq!(result, (vec![1, 2, 3], 5));
}

#[test]
fn moves_a_capture() {
    let result = in_every_mode(|| {
        let xs = vec![1, 2, 3];
        let text = String::from("x");
        pipeline! {
            let sum = total(&xs);
            let len = eat(xs);
            (sum, len, text)
        }
        .run()
    });
    assert_eq!(result, (6, 3, "x".into()));
}

#[test]
fn copies_a_capture() {
    let n = 4_u64;
    let p = pipeline! {
        let a = inc(n);
        let b = inc(n);
        a + b + n
    };
    assert_eq!(in_every_mode(|| p.run()), 14);
    assert_eq!(n, 4);
}

#[test]
fn a_result_borrows_from_a_capture() {
    #[task]
    fn first(xs: &[u64]) -> &u64 {
        &xs[0]
    }
    let xs = vec![7, 8];
    let r = pipeline! {
        let _n = total(&xs);
        first(&xs)
    }
    .run();
    assert_eq!((*r, xs.len()), (7, 2));
}

#[test]
fn question_mark_and_return_end_the_pipeline() {
    let run = |text: &str, stop: bool| {
        pipeline! {
            let n = parse(text)?;
            if stop {
                return Ok(0);
            }
            let m = inc(n);
            Ok::<u64, std::num::ParseIntError>(m)
        }
        .run()
    };
    assert_eq!(in_every_mode(|| run("4", false)), Ok(5));
    assert_eq!(in_every_mode(|| run("4", true)), Ok(0));
    assert!(in_every_mode(|| run("x", false)).is_err());
}

#[test]
fn a_pipeline_that_is_never_run_drops_what_it_took() {
    let events = Events::default();
    #[task]
    fn consume(token: Token<'_>) -> u64 {
        token.id
    }
    {
        let a = Token::new(1, &events);
        let p = pipeline! { let n = consume(a); n };
        drop(p);
        events.note("after");
    }
    assert_eq!(events.take(), ["drop 1", "after"]);
}

#[test]
fn in_a_loop() {
    let mut sum = 0;
    for i in 0..5 {
        sum += pipeline! { let a = inc(i); let b = inc(a); a + b }.run();
    }
    assert_eq!(sum, 35);
}

#[test]
fn passed_to_a_function() {
    fn run<R>(p: superscalar::Pipeline<impl FnOnce() -> R>) -> R {
        p.run()
    }
    let x = 3;
    assert_eq!(run(pipeline! { inc(x) }), 4);
}

#[test]
fn statements_without_a_tail() {
    let mut log = Vec::new();
    pipeline! {
        let a = inc(1);
        push(&mut log, a);
    }
    .run();
    assert_eq!(log, [2]);
}

#[test]
fn fields_of_captures() {
    struct State {
        left: Vec<u64>,
        right: Vec<u64>,
        done: u64,
    }
    let result = in_every_mode(|| {
        let mut s = State { left: vec![], right: vec![], done: 0 };
        let p = pipeline! {
            push(&mut s.left, 1);
            push(&mut s.right, 2);
            s.done = inc(s.done);
            total(&s.left) + total(&s.right)
        };
        let sum = p.run();
        (sum, s.left, s.right, s.done)
    });
    assert_eq!(result, (3, vec![1], vec![2], 1));
}

#[test]
fn a_capture_that_is_not_taken_is_dropped_by_its_owner() {
    let lines = in_every_mode(|| {
        let events = Events::default();
        #[task]
        fn consume(token: Token<'_>) -> u64 {
            token.id
        }
        {
            let a = Token::new(1, &events);
            let b = Token::new(2, &events);
            let sum = pipeline! {
                let n = a.id + 10;
                let m = consume(b);
                n + m
            }
            .run();
            events.note(sum);
            drop(a);
        }
        events.take()
    });
    assert_eq!(lines, ["drop 2", "13", "drop 1"]);
}

#[test]
fn captures_behind_references() {
    let result = in_every_mode(|| {
        let mut owner = vec![1];
        let xs = &mut owner;
        let (a, b) = pipeline! {
            push(&mut *xs, 5);
            let a = total(&*xs);
            push(&mut *xs, a);
            let b = total(&*xs);
            (a, b)
        }
        .run();
        xs.push(b);
        (a, b, owner)
    });
    assert_eq!(result, (6, 12, vec![1, 5, 6, 12]));
}

/// Its `push` wants `&mut self`, and it is no collection of std.
#[derive(Default, Debug, PartialEq)]
struct Rows(Vec<u64>);

impl Rows {
    fn push(&mut self, x: u64) {
        self.0.push(x);
    }

    fn insert(&mut self, x: u64) -> &mut u64 {
        self.0.push(x);
        self.0.last_mut().expect("it is there")
    }
}

#[test]
fn methods_borrow_captures_as_they_ask() {
    #[derive(Default)]
    struct Table {
        rows: Rows,
        sums: Vec<u64>,
    }
    let result = in_every_mode(|| {
        let (mut rows, mut list, mut table, mut items) = (Rows::default(), vec![1], Table::default(), 0..9_u64);
        let mut boxes: Vec<Box<dyn Fn() -> u64 + Send>> = Vec::new();
        let lent = &mut list;
        let rest = pipeline! {
            let a = inc(1);
            rows.push(a);
            *rows.insert(7) += 1;
            lent.push(lent.len() as u64);
            let first: u64 = lent.drain(..1).sum();
            for i in items.by_ref() {
                let b = inc(i);
                rows.push(b);
                table.sums.push(b);
                boxes.push(Box::new(move || b));
                if b > 2 {
                    break;
                }
            }
            while table.sums.len() < 5 {
                let c = inc(first);
                table.rows.push(c);
                table.sums.push(c);
            }
            table.sums.pop()
        }
        .run();
        let boxed: u64 = boxes.iter().map(|number| number()).sum();
        (rows, list, table.rows, table.sums, items, boxed, rest)
    });
    let expected = (Rows(vec![2, 8, 1, 2, 3]), vec![1], Rows(vec![2, 2]), vec![1, 2, 3, 2], 3..9, 6, Some(2));
    assert_eq!(result, expected);
}
