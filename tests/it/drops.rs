//! Values are dropped once, early, and those that are kept at the end of the scope in reverse order.

use superscalar::{pipeline, task};

use crate::common::{Events, Token, in_every_mode, panic_of};

#[task]
fn token(id: u64, events: &Events) -> Token<'_> {
    Token::new(id, events)
}

#[task]
fn look<'a>(token: &Token<'a>) -> u64 {
    token.id
}

#[task]
fn eat(token: Token<'_>) -> u64 {
    token.id
}

#[task]
fn note(events: &Events, text: &str) {
    events.note(text);
}

#[task]
fn fail(x: u64) -> Result<u64, u64> {
    if x > 0 { Err(x) } else { Ok(x) }
}

/// The lines that every run writes, in the order of the serial runtime.
fn lines(body: impl Fn(&Events)) -> Vec<String> {
    in_every_mode(|| {
        let events = Events::default();
        body(&events);
        events.take()
    })
}

/// The same, where order is not fixed.
fn sorted(body: impl Fn(&Events)) -> Vec<String> {
    in_every_mode(|| {
        let events = Events::default();
        body(&events);
        let mut lines = events.take();
        lines.sort();
        lines
    })
}

#[test]
fn named_guards_live_to_the_end_in_reverse_order() {
    pipeline! {
        fn body(events: &Events) {
            let _a = token(1, events);
            let _b = token(2, events);
            #[keep]
            let c = token(3, events);
            let n = look(&c);
            events.note(n);
            note(events, "end");
        }
    }
    assert_eq!(lines(body), ["3", "end", "drop 3", "drop 2", "drop 1"]);
}

#[test]
fn an_underscore_drops_at_once() {
    pipeline! {
        fn body(events: &Events) {
            let _ = note_token(1, events);
            note(events, "a");
            let _keep = note_token(2, events);
            note_token(3, events);
            note(events, "b");
        }
    }
    #[task(ordered)]
    fn note_token(id: u64, events: &Events) -> Token<'_> {
        Token::new(id, events)
    }
    assert_eq!(lines(body), ["drop 1", "a", "drop 3", "b", "drop 2"]);
}

#[test]
fn others_are_dropped_when_their_last_user_has_finished() {
    pipeline! {
        fn body(events: &Events) -> u64 {
            let a = token(1, events);
            let n = look(&a);
            let b = token(2, events);
            let m = look(&b);
            n + m
        }
    }
    assert_eq!(
        sorted(|events| {
            assert_eq!(body(events), 3);
        }),
        ["drop 1", "drop 2"]
    );
}

#[test]
fn what_borrows_is_dropped_first() {
    struct Holder<'t, 'e>(&'t Token<'e>);
    impl Drop for Holder<'_, '_> {
        fn drop(&mut self) {
            self.0.events.note(format!("holder of {}", self.0.id));
        }
    }
    #[task]
    fn hold<'t, 'e>(token: &'t Token<'e>) -> Holder<'t, 'e> {
        Holder(token)
    }
    #[task]
    fn id(holder: &Holder<'_, '_>) -> u64 {
        holder.0.id
    }
    pipeline! {
        fn body(events: &Events) -> u64 {
            let a = token(1, events);
            let h = hold(&a);
            let k = hold(&a);
            let n = id(&h);
            n + id(&k)
        }
    }
    let run = |events: &Events| {
        body(events);
    };
    assert_eq!(lines(run).last().map(String::as_str), Some("drop 1"));
}

#[test]
fn moved_values_are_dropped_by_who_took_them() {
    pipeline! {
        fn body(events: &Events, c: bool) -> u64 {
            let a = token(1, events);
            let b = token(2, events);
            let n = eat(a);
            if c {
                (drop)(b);
            }
            n
        }
    }
    for c in [false, true] {
        let expected = ["drop 1", "drop 2"];
        assert_eq!(
            sorted(|events| {
                body(events, c);
            }),
            expected
        );
    }
}

#[test]
fn a_partial_move_drops_the_rest() {
    struct Pair<'a> {
        left: Token<'a>,
        right: Token<'a>,
    }
    #[task]
    fn pair(events: &Events) -> Pair<'_> {
        Pair { left: Token::new(1, events), right: Token::new(2, events) }
    }
    pipeline! {
        fn body(events: &Events) -> u64 {
            let p = pair(events);
            let n = eat(p.left);
            n + look(&p.right)
        }
        fn refilled(events: &Events) -> u64 {
            let mut p = pair(events);
            let n = eat(p.left);
            p.left = token(3, events);
            n + look(&p.left) + look(&p.right)
        }
        fn replaced(events: &Events) -> u64 {
            let mut p = pair(events);
            let n = eat(p.left);
            p = pair(events);
            n + look(&p.left)
        }
        fn boxed(events: &Events) -> u64 {
            let b = Box::new(pair(events));
            let n = eat(b.left);
            n + look(&b.right)
        }
        fn both(events: &Events) -> u64 {
            let p = pair(events);
            eat(p.left) + eat(p.right)
        }
        fn on_a_branch(events: &Events, c: bool) -> u64 {
            let p = pair(events);
            let mut n = 0;
            if c {
                n = (eat)(p.left);
            }
            n + look(&p.right)
        }
        fn nested(events: &Events) -> u64 {
            let p = (pair(events), token(5, events));
            let n = eat(p.0.left);
            n + look(&p.1)
        }
        fn in_a_pattern(events: &Events) -> u64 {
            let Pair { left, .. } = pair(events);
            eat(left)
        }
    }
    let run = |body: fn(&Events) -> u64| {
        sorted(move |events| {
            body(events);
        })
    };
    assert_eq!(run(body), ["drop 1", "drop 2"]);
    assert_eq!(run(refilled), ["drop 1", "drop 2", "drop 3"]);
    assert_eq!(run(replaced), ["drop 1", "drop 1", "drop 2", "drop 2"]);
    assert_eq!(run(boxed), ["drop 1", "drop 2"]);
    assert_eq!(run(both), ["drop 1", "drop 2"]);
    assert_eq!(
        run(|events| on_a_branch(events, true) + on_a_branch(events, false)),
        ["drop 1", "drop 1", "drop 2", "drop 2"]
    );
    assert_eq!(run(nested), ["drop 1", "drop 2", "drop 5"]);
    assert_eq!(run(in_a_pattern), ["drop 1", "drop 2"]);
}

#[test]
fn reassignment_drops_the_old_value() {
    pipeline! {
        fn body(events: &Events) -> u64 {
            let mut a = token(1, events);
            let n = look(&a);
            a = token(2, events);
            let m = look(&a);
            a = token(3, events);
            n + m + look(&a)
        }
        fn first_time(events: &Events) -> u64 {
            let a;
            a = token(1, events);
            look(&a)
        }
    }
    assert_eq!(
        sorted(|events| {
            body(events);
        }),
        ["drop 1", "drop 2", "drop 3"]
    );
    assert_eq!(
        lines(|events| {
            first_time(events);
        }),
        ["drop 1"]
    );
}

#[test]
fn temporaries_are_dropped() {
    pipeline! {
        fn body(events: &Events) -> u64 {
            let n = look(&token(1, events)) + look(&token(2, events));
            let m = eat(token(3, events)) + token(4, events).id;
            let v = vec![token(5, events), token(6, events)];
            n + m + v.len() as u64
        }
    }
    let run = |events: &Events| assert_eq!(body(events), 12);
    assert_eq!(sorted(run), (1..=6).map(|i| format!("drop {i}")).collect::<Vec<_>>());
}

#[test]
fn once_on_every_exit() {
    pipeline! {
        fn body(events: &Events, x: u64, y: u64) -> Result<u64, u64> {
            let a = token(1, events);
            let b = token(2, events);
            fail(x)?;
            let _c = token(3, events);
            let n = eat(a);
            let m = fail(y)?;
            let d = token(4, events);
            if x + y > 100 {
                return Ok(look(&d));
            }
            Ok(n + m + look(&b) + look(&d))
        }
    }
    for (x, y) in [(0, 0), (1, 0), (0, 1)] {
        in_every_mode(|| {
            let events = Events::default();
            let result = body(&events, x, y);
            let mut dropped = events.take();
            let made = dropped.len();
            dropped.sort();
            dropped.dedup();
            assert_eq!(dropped.len(), made, "dropped twice");
            assert!(dropped.starts_with(&["drop 1".into(), "drop 2".into()]), "{dropped:?}");
            result
        });
    }
}

#[test]
fn once_on_a_panic() {
    #[task]
    fn explode(x: u64) -> u64 {
        assert!(x == 0, "exploded");
        x
    }
    pipeline! {
        fn body(events: &Events, x: u64) -> u64 {
            let a = token(1, events);
            let b = token(2, events);
            let n = eat(a);
            let m = explode(x);
            let c = token(3, events);
            n + m + look(&b) + look(&c)
        }
    }
    in_every_mode(|| {
        let events = Events::default();
        assert_eq!(panic_of(|| body(&events, 1)), "exploded");
        let mut dropped = events.take();
        let made = dropped.len();
        dropped.sort();
        dropped.dedup();
        assert_eq!(dropped.len(), made, "dropped twice");
        // Serial code makes 1 and 2 before the panic.
        assert!(dropped.starts_with(&["drop 1".into(), "drop 2".into()]), "{dropped:?}");
    });
}

#[test]
fn a_panicking_drop_does_not_stop_the_others() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("bomb");
        }
    }
    #[task]
    fn bomb() -> Bomb {
        Bomb
    }
    #[task]
    fn touch(_: &Bomb) -> u64 {
        1
    }
    pipeline! {
        fn early(events: &Events) -> u64 {
            let _first = token(1, events);
            let b = bomb();
            let n = touch(&b);
            let c = token(2, events);
            n + look(&c)
        }
        fn late(events: &Events) -> u64 {
            let _first = token(1, events);
            let _b = bomb();
            let _second = token(2, events);
            1
        }
    }
    in_every_mode(|| {
        for body in [early, late] {
            let events = Events::default();
            assert_eq!(panic_of(|| body(&events)), "bomb");
            let mut dropped = events.take();
            dropped.sort();
            dropped.dedup();
            assert!(dropped.contains(&"drop 1".to_owned()), "{dropped:?}");
        }
    });
}

#[test]
fn parameters_are_dropped() {
    pipeline! {
        fn body<'a>(a: Token<'_>, _b: Token<'_>, _: Token<'_>, mut d: Token<'a>, events: &'a Events) -> u64 {
            let n = look(&a);
            d = token(5, events);
            n + look(&d)
        }
        fn unused(_a: Token<'_>, _b: Token<'_>) {}
    }
    let run = |events: &Events| {
        let t = |id| Token::new(id, events);
        body(t(1), t(2), t(3), t(4), events);
    };
    assert_eq!(sorted(run), (1..=5).map(|i| format!("drop {i}")).collect::<Vec<_>>());
    assert_eq!(lines(|events| unused(Token::new(1, events), Token::new(2, events))), ["drop 2", "drop 1"]);
}

#[test]
fn in_a_loop_of_one_node() {
    pipeline! {
        fn body(events: &Events) -> u64 {
            let kept = token(9, events);
            let mut sum = 0;
            for id in 0..2 {
                let t = Token::new(id, events);
                sum += t.id;
            }
            sum + look(&kept)
        }
    }
    let run = |events: &Events| {
        body(events);
    };
    assert_eq!(sorted(run), ["drop 0", "drop 1", "drop 9"]);
}
