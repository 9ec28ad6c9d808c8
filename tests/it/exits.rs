//! `?`, `return`, guards: the first in program order ends the pipeline, and nothing that can be seen runs ahead of it.

use std::error::Error;
use std::fmt;

use superscalar::{pipeline, task};

use crate::common::{Events, in_every_mode, ordered, panic_of, pause};

#[derive(Debug, PartialEq)]
struct Wrapped(u64);

impl From<u64> for Wrapped {
    fn from(code: u64) -> Wrapped {
        Wrapped(code)
    }
}

impl fmt::Display for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "code {}", self.0)
    }
}

impl Error for Wrapped {}

#[task]
fn check(x: u64, limit: u64) -> Result<u64, u64> {
    pause();
    if x < limit { Ok(x) } else { Err(x) }
}

#[task]
fn wrap(x: u64) -> Result<u64, Wrapped> {
    if x < 10 { Ok(x) } else { Err(Wrapped(x)) }
}

#[task]
fn some(x: u64) -> Option<u64> {
    (x > 0).then_some(x)
}

#[task]
fn add(x: u64, y: u64) -> u64 {
    x + y
}

#[task]
fn push(xs: &mut Vec<u64>, x: u64) {
    xs.push(x);
}

#[task]
fn note(events: &Events, n: u64) {
    events.note(n);
}

#[test]
fn errors_are_converted_as_in_rust() {
    pipeline! {
        fn body(x: u64, y: u64) -> Result<u64, Wrapped> {
            let a = check(x, 5)?;
            let b = wrap(y)?;
            Ok(add(a, b))
        }
    }
    assert_eq!(in_every_mode(|| body(1, 2)), Ok(3));
    assert_eq!(in_every_mode(|| body(7, 20)), Err(Wrapped(7)));
    assert_eq!(in_every_mode(|| body(1, 20)), Err(Wrapped(20)));
}

#[test]
fn errors_are_boxed() {
    pipeline! {
        fn body(x: u64) -> Result<u64, Box<dyn Error>> {
            let a = wrap(x)?;
            let b: u64 = "7".parse()?;
            Ok(add(a, b))
        }
    }
    assert_eq!(in_every_mode(|| body(1).map_err(|error| error.to_string())), Ok(8));
    assert_eq!(in_every_mode(|| body(10).map_err(|error| error.to_string())), Err("code 10".into()));
}

#[test]
fn options() {
    pipeline! {
        fn body(x: u64, y: Option<u64>) -> Option<u64> {
            let a = some(x)?;
            let b = y?;
            let c = y.filter(|y| *y > 1)?;
            some(a + b + c)
        }
    }
    assert_eq!(
        in_every_mode(|| [body(1, Some(2)), body(0, Some(2)), body(1, None), body(1, Some(1))]),
        [Some(5), None, None, None]
    );
}

#[test]
fn the_first_in_program_order_wins() {
    pipeline! {
        fn body() -> Result<u64, u64> {
            let a = check(7, 5);
            let b = check(8, 5)?;
            let c = check(9, 5)?;
            let a = a?;
            Ok(a + b + c)
        }
    }
    assert_eq!(in_every_mode(body), Err(8));
}

#[test]
fn question_mark_in_an_argument_and_in_glue() {
    pipeline! {
        fn body(x: u64) -> Result<u64, u64> {
            let sum = add(check(x, 5)?, check(x + 1, 5)?) + check(x + 2, 5)?;
            let pair = (check(sum, 100)?, 1);
            Ok(check(pair.0, 100)? + pair.1)
        }
    }
    assert_eq!(in_every_mode(|| body(1)), Ok(7));
    assert_eq!(in_every_mode(|| body(4)), Err(5));
}

#[test]
fn early_return() {
    pipeline! {
        fn body(x: u64) -> u64 {
            let a = add(x, 1);
            if a > 5 {
                return a * 100;
            }
            let b = match a {
                2 => return 2,
                n => n + 1,
            };
            add(a, b)
        }
    }
    assert_eq!(in_every_mode(|| [body(9), body(1), body(3)]), [1000, 2, 9]);
}

#[test]
fn return_and_question_mark_in_a_closure_belong_to_the_closure() {
    pipeline! {
        fn body(x: u64) -> Option<u64> {
            let f = |y: u64| -> Option<u64> {
                if y > 5 {
                    return Some(0);
                }
                let z = Some(y)?;
                Some(z + 1)
            };
            let a = f(x)?;
            Some(a)
        }
    }
    assert_eq!(in_every_mode(|| [body(1), body(9)]), [Some(2), Some(0)]);
}

#[test]
fn loops_have_exits_inside() {
    pipeline! {
        fn body(xs: &[u64]) -> Result<u64, u64> {
            let mut sum = 0;
            for x in xs {
                if *x == 0 {
                    continue;
                }
                if *x == 99 {
                    break;
                }
                sum += check(*x, 10)?;
            }
            let n = add(sum, 1);
            Ok(n)
        }
    }
    assert_eq!(in_every_mode(|| body(&[1, 0, 2])), Ok(4));
    assert_eq!(in_every_mode(|| body(&[1, 20, 30])), Err(20));
    assert_eq!(in_every_mode(|| body(&[1, 99, 30])), Ok(2));
}

#[test]
fn nothing_visible_runs_ahead_of_an_exit() {
    pipeline! {
        fn body(x: u64, xs: &mut Vec<u64>, events: &Events) -> Result<u64, u64> {
            push(xs, 1);
            note(events, 1);
            let a = check(x, 5)?;
            push(xs, 2);
            note(events, 2);
            xs.push(3);
            let b = check(x, 3)?;
            xs[0] = 100;
            note(events, 3);
            Ok(a + b)
        }
    }
    let run = |x| {
        in_every_mode(|| {
            let (mut xs, events) = (vec![], Events::default());
            let result = body(x, &mut xs, &events);
            (result, xs, events.take())
        })
    };
    assert_eq!(run(9), (Err(9), vec![1], vec!["1".into()]));
    assert_eq!(run(4), (Err(4), vec![1, 2, 3], vec!["1".into(), "2".into()]));
    assert_eq!(run(1), (Ok(2), vec![100, 2, 3], vec!["1".into(), "2".into(), "3".into()]));
}

#[test]
fn pure_work_runs_ahead_of_an_exit() {
    pipeline! {
        fn body(x: u64) -> Result<u64, u64> {
            let a = check(x, 5)?;
            let b = add(x, 1);
            Ok(a + b)
        }
    }
    assert!(!ordered(&body::graph(), "check", "add"));
    assert_eq!(in_every_mode(|| body(1)), Ok(3));
}

#[test]
fn a_guard_holds_back_everything() {
    pipeline! {
        fn body(x: u64, events: &Events) -> Result<u64, u64> {
            check(x, 5)?;
            let b = tell(events, 1);
            assert!(x != 3, "three");
            let c = tell(events, 2);
            Ok(b + c)
        }
    }
    #[task]
    fn tell(events: &Events, n: u64) -> u64 {
        events.note(n);
        n
    }
    let run = |x| {
        in_every_mode(|| {
            let events = Events::default();
            let result = body(x, &events);
            let mut lines = events.take();
            lines.sort();
            (result, lines)
        })
    };
    assert_eq!(run(7), (Err(7), vec![]));
    assert_eq!(run(1), (Ok(3), vec!["1".into(), "2".into()]));
    let lines = in_every_mode(|| {
        let events = Events::default();
        assert_eq!(panic_of(|| body(3, &events)), "three");
        events.take()
    });
    assert_eq!(lines, ["1"]);
}

#[test]
fn a_lent_capture_is_not_changed_after_an_exit() {
    let run = |x| {
        in_every_mode(|| {
            let mut xs = vec![];
            let mut n = 0;
            let result = pipeline! {
                let a = check(x, 5)?;
                push(&mut xs, a);
                n += 1;
                Ok::<u64, u64>(a)
            }
            .run();
            (result, xs, n)
        })
    };
    assert_eq!(run(9), (Err(9), vec![], 0));
    assert_eq!(run(2), (Ok(2), vec![2], 1));
}

#[test]
fn atomics_are_not_changed_after_an_exit() {
    use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
    pipeline! {
        fn body(x: u64, counter: &AtomicU64) -> Result<u64, u64> {
            let a = check(x, 5)?;
            let b = counter.fetch_add(1, SeqCst);
            Ok(a + b)
        }
    }
    let run = |x| {
        in_every_mode(|| {
            let counter = AtomicU64::new(0);
            (body(x, &counter), counter.into_inner())
        })
    };
    assert_eq!(run(9), (Err(9), 0));
    assert_eq!(run(1), (Ok(1), 1));
}

#[test]
fn a_writer_behind_a_hidden_lifetime_is_lent() {
    struct Logger<'a>(&'a mut Vec<u64>);
    #[task]
    fn write(log: &mut Logger<'_>, n: u64) -> u64 {
        log.0.push(n);
        n
    }
    pipeline! {
        #[allow(elided_lifetimes_in_paths)]
        fn body(x: u64, mut log: Logger) -> Result<u64, u64> {
            let a = check(x, 5)?;
            let b = write(&mut log, a);
            Ok(b)
        }
    }
    let lines = in_every_mode(|| {
        let mut lines = vec![];
        assert_eq!(body(9, Logger(&mut lines)), Err(9));
        lines
    });
    assert_eq!(lines, [0; 0]);
}

mod ensure {
    use super::*;

    macro_rules! ensure {
        ($condition:expr, $error:expr) => {
            if !$condition {
                return Err($error);
            }
        };
    }

    struct Counter(u64);

    impl Counter {
        fn bump(&mut self) -> u64 {
            self.0 += 1;
            self.0
        }
    }

    #[test]
    fn evaluates_its_condition_once() {
        pipeline! {
            fn body(limit: u64) -> Result<u64, u64> {
                let mut counter = Counter(0);
                ensure!(counter.bump() > limit, counter.0);
                ensure!(add(counter.0, 1) > limit, 7);
                Ok(counter.0)
            }
        }
        assert_eq!(in_every_mode(|| [body(0), body(1)]), [Ok(1), Err(1)]);
    }
}

#[test]
fn control_flow_and_poll() {
    use std::ops::ControlFlow;
    pipeline! {
        fn body(x: u64) -> ControlFlow<u64, u64> {
            let a = step(x)?;
            let b = step(a + 1)?;
            ControlFlow::Continue(b)
        }
    }
    #[task]
    fn step(x: u64) -> ControlFlow<u64, u64> {
        if x > 3 { ControlFlow::Break(x) } else { ControlFlow::Continue(x) }
    }
    assert_eq!(in_every_mode(|| body(1)), ControlFlow::Continue(2));
    assert_eq!(in_every_mode(|| body(3)), ControlFlow::Break(4));
}
