//! Control flow whose branches and iterations are graphs of their own.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use superscalar::{inline, node, pipeline, task};

use crate::common::{Events, Meeting, Token, in_every_mode, ordered, panic_of, pause, pool};

#[task]
fn inc(x: i64) -> i64 {
    pause();
    x + 1
}

#[task]
fn dec(x: i64) -> i64 {
    pause();
    x - 1
}

#[task]
fn add(x: i64, y: i64) -> i64 {
    x + y
}

#[task]
fn double(x: i64) -> i64 {
    pause();
    2 * x
}

#[task]
fn is_even(x: i64) -> bool {
    x % 2 == 0
}

#[task]
fn sum(values: &[i64]) -> i64 {
    values.iter().sum()
}

#[task]
fn parse(text: &str) -> Result<i64, std::num::ParseIntError> {
    pause();
    text.parse()
}

#[task]
fn step(state: &mut Vec<i64>, x: &i64) {
    state.push(*x);
}

#[task]
fn make<'e>(id: i64, events: &'e Events) -> Token<'e> {
    pause();
    Token::new(id as u64, events)
}

#[task]
fn look(token: &Token<'_>) -> i64 {
    pause();
    token.id as i64
}

#[task]
fn eat(token: Token<'_>) -> i64 {
    token.id as i64
}

#[task(ordered)]
fn log(events: &Events, x: i64) {
    events.note(x);
}

#[task]
fn fail_at(x: i64, bad: i64) -> Result<i64, String> {
    pause();
    if x == bad { Err(format!("{x} is bad")) } else { Ok(x) }
}

#[task]
fn panic_at(x: i64, bad: i64) -> i64 {
    pause();
    assert!(x != bad, "{x} is worse");
    x
}

mod branches {
    use super::*;

    pipeline! {
        fn choose(x: i64) -> i64 {
            let even = is_even(x);
            if even { double(x) } else { inc(x) }
        }

        fn statement(x: i64) -> Vec<i64> {
            let mut out = Vec::new();
            if is_even(x) {
                let a = inc(x);
                let b = dec(x);
                out.push(add(a, b));
            } else if x > 5 {
                out.push(double(x));
            } else {
                step(&mut out, &x);
                step(&mut out, &7);
            }
            out
        }

        fn value(x: Option<i64>) -> i64 {
            let y = if let Some(x) = x { let a = inc(x); let b = dec(a); add(a, b) } else { dec(0) };
            let z = match y {
                0 => inc(y),
                y if y < 10 => { let y = double(y); add(y, 1) }
                other => dec(other),
            };
            add(y, z)
        }

        fn early(x: i64) -> Result<i64, String> {
            let y = if is_even(x) { fail_at(x, 4)? } else { return Ok(inc(x)); };
            let z = if y > 10 { return Err(format!("{y} is large: {}", double(y))); } else { inc(y) };
            Ok(add(y, z))
        }

        fn conditions(x: i64) -> i64 {
            if is_even(x) {
                1
            } else if is_even(dec(x)) && x > 4 {
                double(x)
            } else {
                let y = { let y = inc(x); double(y) };
                y
            }
        }

        fn moved<'e>(x: i64, events: &'e Events) -> i64 {
            let token = make(x, events);
            let id = look(&token);
            if is_even(id) {
                log(events, id);
                eat(token)
            } else {
                id
            }
        }

        fn assigned_from(x: i64, pair: &mut (i64, i64)) -> i64 {
            pair.1 = { let k = x; inc(k + 1) };
            let before = double(pair.1);
            pair.0 = if is_even(before) { dec(before) } else { 0 };
            let mut y = 3;
            y += before;
            y = match y { 1 => inc(y), other => dec(other) };
            add(y, pair.0)
        }

        fn assigned(x: i64) -> (i64, Vec<i64>) {
            let y;
            let mut v = vec![x];
            if is_even(x) { y = inc(x); v = vec![inc(y), y]; } else { y = dec(x); step(&mut v, &y); }
            let s = sum(&v);
            (add(y, s), v)
        }
    }

    #[test]
    fn the_chosen_branch_runs() {
        for x in 0..12 {
            assert_eq!(in_every_mode(|| choose(x)), if x % 2 == 0 { 2 * x } else { x + 1 });
            in_every_mode(|| statement(x));
            in_every_mode(|| value(Some(x)));
            let _ = in_every_mode(|| early(x));
            in_every_mode(|| conditions(x));
            in_every_mode(|| assigned(x));
            in_every_mode(|| {
                let mut pair = (1, 2);
                (assigned_from(x, &mut pair), pair)
            });
        }
        in_every_mode(|| value(None));
        in_every_mode(|| value(Some(-1)));
    }

    #[test]
    fn what_is_moved_in_a_branch_is_dropped_once() {
        for x in 0..2 {
            in_every_mode(|| {
                let events = Events::default();
                assert_eq!(moved(x, &events), x);
                let mut events = events.take();
                events.sort();
                assert_eq!(events.iter().filter(|event| event.starts_with("drop")).count(), 1, "{events:?}");
                events
            });
        }
    }

    #[test]
    fn the_chosen_branch_runs_in_parallel_inside() {
        #[task]
        fn meet(meeting: &Meeting) -> bool {
            meeting.join()
        }
        pipeline! {
            fn both(really: bool, meeting: &Meeting) -> bool {
                if really { let a = meet(meeting); let b = meet(meeting); a && b } else { false }
            }
        }
        assert!(pool(2).run(|| both(true, &Meeting::of(2))));
        assert!(!both(false, &Meeting::of(2)));
    }

    // As `anyhow` has them.
    macro_rules! bail {
        ($($text:tt)*) => { return Err(format!($($text)*)) };
    }
    macro_rules! ensure {
        ($condition:expr, $($text:tt)*) => { if !$condition { return Err(format!($($text)*)); } };
    }

    pipeline! {
        fn bails(n: i64, out: &mut Vec<i64>) -> Result<i64, String> {
            if n > 20 { bail!("{n} is large"); }
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                ensure!(x != 7, "{x} in round {i}");
                let y = if x == 12 { bail!("twelve") } else { double(x) };
                step(out, &y);
                sum += y;
            }
            let z = match sum { 2 => bail!("two"), sum => { ensure!(sum < 40, "{sum}"); dec(sum) } };
            Ok(z)
        }
    }

    #[test]
    fn macros_that_return_do_so_from_any_depth() {
        for n in [0, 1, 2, 5, 6, 8, 30] {
            let _ = in_every_mode(|| {
                let mut out = Vec::new();
                (bails(n, &mut out), out)
            });
        }
    }

    #[test]
    fn what_can_be_seen_waits_for_assertions_inside() {
        pipeline! {
            fn checked(x: i64, out: &mut Vec<i64>) {
                if x > 0 { assert!(x < 5, "{x} is large"); }
                step(out, &x);
                for i in 0..3 { assert!(i + x != 4, "{x} is four less"); }
                step(out, &x);
            }
        }
        for x in [0, 3, 7] {
            in_every_mode(|| {
                let mut out = Vec::new();
                let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| checked(x, &mut out)));
                (ended.is_ok(), out)
            });
        }
    }

    #[test]
    fn two_branches_that_share_nothing_are_not_ordered() {
        pipeline! {
            fn apart(x: i64) -> i64 {
                let a = if is_even(x) { inc(x) } else { dec(x) };
                let b = if is_even(x) { double(x) } else { inc(x) };
                add(a, b)
            }
        }
        assert!(!ordered(&apart::graph(), "a", "b"));
        in_every_mode(|| apart(3));
    }
}

mod loops {
    use super::*;

    pipeline! {
        fn collected(n: i64) -> i64 {
            let mut results = Vec::new();
            for i in 0..n {
                let a = inc(i);
                let b = dec(i);
                let c = add(a, b);
                results.push(c);
            }
            sum(&results)
        }

        fn totals(values: &[i64]) -> (i64, BTreeMap<bool, Vec<i64>>) {
            let mut total = 0;
            let mut by = BTreeMap::new();
            for &value in values {
                let x = double(value);
                total += inc(x);
                by.entry(is_even(value)).or_insert_with(Vec::new).push(x);
            }
            (total, by)
        }

        fn owned(values: Vec<String>) -> Vec<usize> {
            let mut lengths = Vec::with_capacity(values.len());
            for value in values {
                let n = length(value);
                lengths.push(n);
            }
            lengths
        }

        fn first_bad(values: &[i64], bad: i64, out: &mut Vec<i64>) -> Result<i64, String> {
            let mut total = 0;
            for &value in values {
                let x = fail_at(value, bad)?;
                let y = double(x);
                out.push(y);
                total += y;
            }
            Ok(total)
        }

        fn until(values: &[i64], stop: i64, out: &mut Vec<i64>) -> i64 {
            let mut count = 0;
            for &value in values {
                let x = inc(value);
                if value == stop { break; }
                if is_even(value) { continue; }
                count += 1;
                out.push(x);
            }
            count
        }

        fn fold(n: i64) -> i64 {
            let mut acc = vec![0];
            for i in 0..n {
                let x = inc(i);
                acc = append(acc, x);
            }
            sum(&acc)
        }

        fn nested(n: i64) -> Vec<i64> {
            let mut out = Vec::new();
            'rows: for i in 0..n {
                let a = inc(i);
                let mut row = Vec::new();
                for j in 0..n {
                    let b = add(a, j);
                    if b == 9 { continue 'rows; }
                    if b > 12 { break 'rows; }
                    row.push(double(b));
                }
                out.push(sum(&row));
            }
            out
        }

        fn searched(values: &[i64], wanted: i64) -> Option<i64> {
            for (i, &value) in values.iter().enumerate() {
                let x = inc(value);
                if x == wanted { return Some(add(i as i64, x)); }
            }
            None
        }

        fn whiles(n: i64) -> (i64, i64) {
            let mut stack = vec![n];
            let mut count = 0;
            while let Some(top) = stack.pop() {
                let a = dec(top);
                let b = inc(a);
                count += b;
                if a > 0 { stack.push(a); }
            }
            let mut x = 1;
            let last = loop {
                let y = double(x);
                let z = inc(y);
                if z > 100 { break add(y, z); }
                x = z;
            };
            (count, last)
        }

        fn tokens<'e>(n: i64, bad: i64, events: &'e Events) -> Result<i64, String> {
            let mut kept = Vec::new();
            for i in 0..n {
                let token = make(i, events);
                let id = look(&token);
                let checked = fail_at(id, bad)?;
                if is_even(checked) { kept.push(token); continue; }
                log(events, eat(token));
            }
            Ok(kept.len() as i64)
        }

        fn panics(n: i64, bad: i64, out: &mut Vec<i64>) {
            for i in 0..n {
                let a = panic_at(i, bad);
                let b = panic_at(i, bad + 1);
                out.push(add(a, b));
            }
        }
    }

    #[task]
    fn length(text: String) -> usize {
        pause();
        text.len()
    }

    #[task]
    fn append(mut values: Vec<i64>, x: i64) -> Vec<i64> {
        values.push(x);
        values
    }

    #[test]
    fn results_are_in_order() {
        assert_eq!(in_every_mode(|| collected(10)), 90);
        assert_eq!(in_every_mode(|| collected(0)), 0);
        let values: Vec<i64> = (0..30).collect();
        in_every_mode(|| totals(&values));
        in_every_mode(|| owned((0..20).map(|i| "x".repeat(i)).collect()));
        assert_eq!(in_every_mode(|| fold(20)), 210);
    }

    #[test]
    fn exits_leave_what_serial_code_leaves() {
        let values: Vec<i64> = (0..20).collect();
        for bad in [0, 1, 7, 19, 20] {
            let _ = in_every_mode(|| {
                let mut out = Vec::new();
                (first_bad(&values, bad, &mut out), out)
            });
            in_every_mode(|| {
                let mut out = Vec::new();
                (until(&values, bad, &mut out), out)
            });
            in_every_mode(|| searched(&values, bad));
        }
        for n in 0..8 {
            in_every_mode(|| nested(n));
            in_every_mode(|| whiles(n));
        }
    }

    #[test]
    fn everything_is_dropped_once() {
        for bad in [0, 3, 8, 9, 100] {
            let _ = in_every_mode(|| {
                let events = Events::default();
                let result = tokens(10, bad, &events);
                let mut events = events.take();
                // Values of iterations that serial code does not reach are dropped, too.
                let made = events.iter().filter(|event| event.starts_with("drop")).count();
                assert!(made >= bad.min(10) as usize);
                let mut drops: Vec<String> = events.iter().filter(|event| event.starts_with("drop")).cloned().collect();
                drops.sort();
                let all = drops.len();
                drops.dedup();
                assert_eq!(drops.len(), all, "dropped twice");
                events.retain(|event| !event.starts_with("drop"));
                (result, events)
            });
        }
    }

    #[test]
    fn a_value_from_outside_may_be_moved_where_the_loop_ends() {
        pipeline! {
            fn moved<'e>(n: i64, at: i64, events: &'e Events) -> i64 {
                let token = make(100, events);
                let mut total = 0;
                for i in 0..n {
                    let x = inc(i);
                    if x == at { total += eat(token); break; }
                    total += x;
                }
                total
            }
        }
        for at in [0, 1, 2, 7, 10, 11] {
            in_every_mode(|| {
                let events = Events::default();
                (moved(10, at, &events), events.take())
            });
        }
    }

    #[test]
    fn the_first_panic_in_program_order_wins() {
        for bad in [0, 1, 5, 9] {
            in_every_mode(|| {
                let mut out = Vec::new();
                let payload = panic_of(|| panics(10, bad, &mut out));
                payload
            });
        }
    }

    #[test]
    fn iterations_overlap() {
        #[task]
        fn meet(i: usize, meetings: &[Meeting]) -> bool {
            // Iteration 2k meets 2k + 1, but for the first, which runs before the loop is known to be slow.
            std::thread::sleep(std::time::Duration::from_micros(100));
            i == 0 || meetings[(i - 1) / 2].join()
        }
        pipeline! {
            fn met(n: usize, meetings: &[Meeting]) -> Vec<bool> {
                let mut all = Vec::new();
                for i in 0..n {
                    let met = meet(i, meetings);
                    all.push(met);
                }
                all
            }
        }
        let meetings: Vec<Meeting> = (0..5).map(|_| Meeting::of(2)).collect();
        assert_eq!(pool(2).run(|| met(11, &meetings)), [true; 11]);
    }

    #[test]
    fn a_borrowed_iterator_is_left_where_serial_code_leaves_it() {
        pipeline! {
            fn take_until(items: &mut std::slice::Iter<'_, i64>, stop: i64) -> Vec<i64> {
                let mut out = Vec::new();
                for &item in items.by_ref() {
                    let x = inc(item);
                    if x > stop { break; }
                    out.push(x);
                }
                out
            }
        }
        let values: Vec<i64> = (0..20).collect();
        for stop in [0, 5, 30] {
            in_every_mode(|| {
                let mut items = values.iter();
                let out = take_until(&mut items, stop);
                (out, items.copied().collect::<Vec<_>>())
            });
        }
    }

    #[test]
    fn items_may_be_changed_in_parallel() {
        #[task]
        fn bump(x: &mut i64) {
            pause();
            *x += 1;
        }
        pipeline! {
            fn bump_all(values: &mut Vec<i64>) -> i64 {
                for value in values.iter_mut() {
                    bump(value);
                    bump(value);
                }
                sum(values)
            }
        }
        assert_eq!(in_every_mode(|| bump_all(&mut vec![1, 2, 3, 4, 5, 6])), 33);
    }

    #[test]
    fn attributes_stand_at_any_depth() {
        pipeline! {
            fn windows(n: i64) -> i64 {
                let mut sum = 0;
                let wide = n as usize + 1;
                for j in 0..n {
                    #[keep] let y = inc(j);
                    #[window(2)]
                    for i in 0..j { sum += inc(i); }
                    sum += y;
                }
                if sum > 2 {
                    #[window(wide)]
                    for i in 0..n { sum += dec(i); }
                }
                sum
            }
        }
        in_every_mode(|| windows(5));
    }

    #[test]
    fn a_window_bounds_what_is_alive() {
        use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
        struct Alive<'a>(&'a AtomicUsize, &'a AtomicUsize);
        impl Drop for Alive<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, SeqCst);
            }
        }
        #[task]
        fn open<'a>(alive: &'a AtomicUsize, most: &'a AtomicUsize) -> Alive<'a> {
            pause();
            let now = alive.fetch_add(1, SeqCst) + 1;
            most.fetch_max(now, SeqCst);
            Alive(alive, most)
        }
        #[task]
        fn close(alive: Alive<'_>) -> usize {
            pause();
            alive.1.load(SeqCst)
        }
        let (alive, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let (alive, most) = (&alive, &most);
        let p = pipeline! {
            let mut count = 0;
            #[window(3)]
            for _ in 0..200 {
                let one = node!(open(alive, most));
                count += (node!(close(one)) > 0) as usize;
            }
            count
        };
        assert_eq!(pool(4).run(|| p.run()), 200);
        assert!(most.load(SeqCst) <= 3, "{most:?}");
    }
}

mod chains {
    use super::*;

    pipeline! {
        fn mapped(values: &[i64]) -> Vec<i64> {
            values.iter().map(|&x| { let a = inc(x); let b = dec(x); add(a, b) }).collect()
        }

        fn summed(n: i64) -> i64 {
            let total: i64 = (0..n).map(|x| double(x)).sum();
            let odd = (0..n).filter(|x| x % 2 == 1).enumerate().map(|(i, x)| add(i as i64, inc(x))).max().unwrap_or(0);
            add(total, odd)
        }

        fn parsed(texts: &[&str]) -> Result<Vec<i64>, std::num::ParseIntError> {
            let numbers = texts.iter().map(|text| parse(text)).collect::<Result<Vec<_>, _>>()?;
            Ok(numbers.iter().filter_map(|&x| if is_even(x) { Some(double(x)) } else { None }).collect())
        }

        fn found(from: i64, wanted: i64) -> Option<(usize, i64)> {
            (from..1_000_000).map(|x| panic_at(x, wanted + 3)).enumerate().find(|(_, x)| *x == wanted)
        }

        fn with_state(values: &[i64]) -> (Vec<i64>, i64) {
            let mut seen = 0;
            let out: Vec<i64> = values.iter().map(|&x| { seen += 1; inc(x + seen) }).collect();
            (out, seen)
        }

        fn captured(values: &[i64], by: i64) -> Vec<i64> {
            let offset = inc(by);
            let scaled: Vec<i64> = values.iter().map(|x| add(*x, offset)).collect();
            let n = scaled.len() as i64;
            scaled.into_iter().map(|x| add(x, n)).collect()
        }
    }

    #[test]
    fn results_are_in_order() {
        let values: Vec<i64> = (0..100).collect();
        assert_eq!(in_every_mode(|| mapped(&values)), values.iter().map(|x| 2 * x).collect::<Vec<_>>());
        in_every_mode(|| summed(60));
        in_every_mode(|| with_state(&values));
        in_every_mode(|| captured(&values, 3));
        let _ = in_every_mode(|| parsed(&["1", "2", "3", "4", "5"]));
        let _ = in_every_mode(|| parsed(&["1", "2", "x", "4", "y"]).map_err(|error| error.to_string()));
    }

    #[test]
    fn what_is_not_asked_for_does_not_show() {
        // Item `wanted + 3` panics, and is made ahead.
        for from in [0, 5] {
            assert_eq!(in_every_mode(|| found(from, 40)), Some((40 - from as usize, 40)));
        }
        assert_eq!(panic_of(|| found(0, -3)), "0 is worse");
    }

    #[task]
    fn meet(meeting: &Meeting) -> bool {
        std::thread::sleep(std::time::Duration::from_micros(100));
        meeting.join()
    }

    pipeline! {
        fn met(meetings: &[&Meeting]) -> Vec<bool> {
            meetings.iter().map(|meeting| meet(meeting)).collect()
        }

        fn met_in_while(rounds: &[&[&Meeting]]) -> Vec<bool> {
            let mut met = Vec::new();
            while met.is_empty() {
                met = rounds[0].iter().map(|meeting| meet(meeting)).collect();
            }
            met
        }

        fn met_in_branch(rounds: &[&[&Meeting]]) -> Vec<bool> {
            if let [round] = rounds {
                round.iter().map(|meeting| meet(meeting)).collect()
            } else {
                Vec::new()
            }
        }

        fn met_in_arm(rounds: &[&[&Meeting]]) -> Vec<bool> {
            match rounds {
                [] => Vec::new(),
                [round, ..] => round.iter().map(|meeting| meet(meeting)).collect(),
            }
        }
    }

    fn overlap(graph: superscalar::GraphInfo, met: impl Fn(&[&Meeting]) -> Vec<bool> + Sync) {
        let (alone, together) = (Meeting::of(1), [Meeting::of(2), Meeting::of(2)]);
        let meetings = [&alone, &together[0], &together[0], &together[1], &together[1]];
        assert_eq!(pool(2).run(|| met(&meetings)), [true; 5]);
        assert!(graph.nodes().iter().any(|node| node.label() == "meet"), "{graph}");
    }

    #[test]
    fn calls_overlap() {
        overlap(met::graph(), met);
    }

    /// The block had no call but those in the closure, and ran as it stood.
    #[test]
    fn calls_overlap_in_blocks() {
        overlap(met_in_while::graph(), |meetings| met_in_while(&[meetings]));
        overlap(met_in_branch::graph(), |meetings| met_in_branch(&[meetings]));
        overlap(met_in_arm::graph(), |meetings| met_in_arm(&[meetings]));
    }

    /// Calls that run at the same time.
    #[derive(Default)]
    struct Crowd {
        now: AtomicUsize,
        most: AtomicUsize,
    }

    impl Crowd {
        fn visited(&self) {
            let now = self.now.fetch_add(1, Ordering::Relaxed) + 1;
            self.most.fetch_max(now, Ordering::Relaxed);
            std::thread::sleep(std::time::Duration::from_millis(1));
            self.now.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// Every call needs the round before, so that the loop ran as it stood, though there is more than one in a round.
    #[test]
    fn calls_overlap_in_one_round() {
        #[task(shared)]
        fn cell(crowd: &Crowd, left: usize, right: usize) -> usize {
            crowd.visited();
            left + right
        }
        #[task]
        fn noted(crowd: &Crowd, all: &mut Vec<usize>, value: usize) {
            crowd.visited();
            all.push(value);
        }
        pipeline! {
            fn stencil(rounds: usize, crowd: &Crowd) -> usize {
                let mut left = 1;
                let mut right = 2;
                for _ in 0..rounds {
                    let next_left = cell(crowd, left, right);
                    let next_right = cell(crowd, right, left);
                    left = next_left;
                    right = next_right;
                }
                left + right
            }

            fn stages(rounds: usize, crowd: &Crowd) -> usize {
                let mut state = 1;
                let mut all = Vec::new();
                for round in 0..rounds {
                    let next = cell(crowd, state, round);
                    noted(crowd, &mut all, next);
                    state = next;
                }
                all.len()
            }

            fn one_stage(rounds: usize, crowd: &Crowd) -> usize {
                let mut state = 1;
                for round in 0..rounds {
                    state = cell(crowd, state, round);
                }
                state
            }
        }
        let most = |body: fn(usize, &Crowd) -> usize| {
            let crowd = Crowd::default();
            assert_eq!(pool(2).run(|| body(30, &crowd)), body(30, &Crowd::default()));
            crowd.most.into_inner()
        };
        assert_eq!(most(stencil), 2, "two calls of one round");
        assert_eq!(most(stages), 2, "one call, and another one of the round before");
        assert_eq!(most(one_stage), 1, "nothing may overlap");
    }

    /// Each round needs the one before, so that the outer loop ran as it stood, and all inside it.
    #[test]
    fn calls_overlap_inside_loops_that_do_not() {
        #[task(shared)]
        fn visit(crowd: &Crowd, before: &[usize], place: usize) -> usize {
            crowd.visited();
            before.len() + place
        }
        #[task]
        fn seen(before: &mut Vec<usize>, place: usize) {
            before.push(place);
        }
        pipeline! {
            fn chain_in_for(rounds: usize, crowd: &Crowd) -> Vec<usize> {
                let mut before = Vec::new();
                for _ in 0..rounds {
                    before = (0..8).map(|place| visit(crowd, &before, place)).collect();
                }
                before
            }

            fn for_in_for(rounds: usize, crowd: &Crowd) -> Vec<usize> {
                let mut before = Vec::new();
                for _ in 0..rounds {
                    for place in 0..8 {
                        let next = visit(crowd, &[], place);
                        seen(&mut before, next);
                    }
                }
                before
            }
        }
        for (form, body) in [("chain", chain_in_for as fn(usize, &Crowd) -> Vec<usize>), ("for", for_in_for)] {
            let crowd = Crowd::default();
            pool(2).run(|| body(30, &crowd));
            assert!(crowd.most.into_inner() > 1, "a {form} in a `for`");
        }
    }
}

mod parts {
    use super::*;

    struct Pair<'e> {
        left: Token<'e>,
        right: Token<'e>,
        tag: i64,
    }

    #[task]
    fn pair<'e>(id: i64, events: &'e Events) -> Pair<'e> {
        pause();
        Pair { left: Token::new(id as u64, events), right: Token::new(id as u64 + 1000, events), tag: id }
    }

    pipeline! {
        fn taken_apart<'e>(n: i64, events: &'e Events) -> i64 {
            let mut total = 0;
            for i in 0..n {
                let both = pair(i, events);
                let right = look(&both.right);
                if is_even(i) { total += eat(both.left); }
                total += right;
            }
            total
        }

        fn replaced<'e>(n: i64, events: &'e Events) -> i64 {
            let mut both = pair(n, events);
            while both.tag % 3 != 0 { both = pair(both.tag + 1, events); }
            if both.tag % 2 == 0 { both = pair(both.tag + 1, events); }
            look(&both.left)
        }
    }

    #[test]
    fn what_is_left_is_dropped_once() {
        for n in 0..6 {
            in_every_mode(|| {
                let events = Events::default();
                let result = (taken_apart(n, &events), replaced(n, &events));
                let mut events = events.take();
                events.sort();
                (result, events)
            });
        }
    }
}

mod scopes {
    use super::*;

    struct Span<'e>(&'e Events, i64);

    impl Drop for Span<'_> {
        fn drop(&mut self) {
            self.0.note(format!("close {}", self.1));
        }
    }

    #[task(ordered)]
    fn span(events: &Events, n: i64) -> Span<'_> {
        events.note(format!("open {n}"));
        Span(events, n)
    }

    pipeline! {
        fn guards(n: i64, events: &Events) {
            for k in 0..n {
                let _outer = span(events, k);
                if is_even(k) { continue; }
                let _inner = span(events, k + 10);
            }
            let mut k = 0;
            while k < n { k += 1; let _outer = span(events, k); let _inner = span(events, k + 10); }
        }

        fn broken<'e>(x: i64, events: &'e Events) -> i64 {
            let first = 'a: { if x < 10 { break 'a make(4, events); } break 'a make(5, events); };
            let mut k = 0;
            let second = loop { k += 1; if k > x { break make(6, events); } if k > 2 { break make(7, events); } };
            add(look(&first), look(&second))
        }
    }

    #[task(ordered)]
    fn place(events: &Events) -> i64 {
        events.note("place");
        events.lines().len() as i64
    }

    #[test]
    fn the_value_of_a_break_is_made_in_its_turn() {
        pipeline! {
            fn placed(x: i64, events: &Events) -> i64 {
                let first = 'a: { if x < 100 { break 'a add(place(events), 1); } 3 };
                log(events, 1);
                let mut k = 0;
                let second = loop { k += 1; if k > x { break add(place(events), 2); } };
                log(events, 2);
                let third = add(if x > 100 { 3 } else { place(events) }, 1);
                log(events, third);
                let fourth = x > 0 && place(events) > 3;
                log(events, fourth as i64);
                add(first, second)
            }
        }
        in_every_mode(|| {
            let events = Events::default();
            (placed(3, &events), events.take())
        });
    }

    #[test]
    fn kept_values_go_at_the_end_of_their_iteration() {
        in_every_mode(|| {
            let events = Events::default();
            guards(4, &events);
            events.take()
        });
    }

    #[test]
    fn the_value_of_a_break_that_does_not_win_is_dropped() {
        for x in [0, 1, 5, 20] {
            in_every_mode(|| {
                let events = Events::default();
                let result = broken(x, &events);
                let events = events.take();
                // Two values are used; what ran ahead is dropped as well, each once.
                let mut drops = events.clone();
                drops.sort();
                drops.dedup();
                assert!(drops.len() == events.len() && events.len() >= 2, "{events:?}");
                result
            });
        }
    }

    #[test]
    fn nothing_made_ahead_is_leaked() {
        use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
        struct Counted<'c>(&'c AtomicI64);
        impl Drop for Counted<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, SeqCst);
            }
        }
        #[task]
        fn count<'c>(alive: &'c AtomicI64) -> Counted<'c> {
            alive.fetch_add(1, SeqCst);
            Counted(alive)
        }
        #[task]
        fn fail<'c>(alive: &'c AtomicI64, really: bool) -> Result<i64, Counted<'c>> {
            alive.fetch_add(1, SeqCst);
            let counted = Counted(alive);
            if really { Err(counted) } else { Ok(1) }
        }
        pipeline! {
            fn chosen<'c>(n: i64, alive: &'c AtomicI64) -> Result<i64, Counted<'c>> {
                let mut sum = 0;
                let value = 'a: { if n < 10 { break 'a count(alive); } break 'a count(alive); };
                for i in 0..n {
                    if i % 3 == 1 { continue; }
                    sum += fail(alive, i % 3 == 1)?;
                }
                let mut k = 0;
                while k < n {
                    k += 1;
                    if k % 2 == 1 { continue; }
                    sum += fail(alive, k % 2 == 1)?;
                }
                inline!(drop(value));
                Ok(sum)
            }
        }
        in_every_mode(|| {
            let alive = AtomicI64::new(0);
            let result = chosen(7, &alive).map_err(drop);
            (result, alive.load(SeqCst))
        })
        .0
        .unwrap();
    }
}
