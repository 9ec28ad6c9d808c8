//! Moves in every shape that control flow, patterns and exits give them: nothing is dropped twice or looked at too late.

use superscalar::{inline, pipeline, task};

use crate::common::{in_every_mode, pause};

#[task]
fn make(n: u64) -> Vec<u64> {
    vec![n; 3]
}

#[task]
fn eat(x: Vec<u64>) -> u64 {
    x[1]
}

#[task]
fn show(x: &[u64]) -> u64 {
    pause();
    x[0]
}

#[task]
fn small(x: u64) -> Option<u64> {
    (x < 50).then_some(x)
}

#[task]
fn add(x: u64, y: u64, z: u64) -> u64 {
    x + y + z
}

/// The same body as a plain function and as a pipeline, run in every mode with both arguments.
macro_rules! same {
    ($(fn $name:ident($c:ident) $body:block)*) => {$(
        #[test]
        fn $name() {
            fn plain($c: bool) -> Option<(u64, u64)> $body
            pipeline! { fn body($c: bool) -> Option<(u64, u64)> $body }
            for c in [false, true] {
                assert_eq!(in_every_mode(|| body(c)), plain(c), "{c}");
            }
        }
    )*};
}

same! {
    fn out_of_a_stack_in_while_let(c) {
        let mut stack = vec![make(1), make(2)];
        let mut n = 0;
        while let Some(x) = stack.pop() {
            n += inline!(eat(x));
            if c && n == 2 {
                stack.push(vec![9, 9]);
            }
        }
        Some((n, stack.len() as u64))
    }
    fn out_of_a_vector_in_for(c) {
        let v = vec![make(1), make(2)];
        let mut n = u64::from(c);
        for x in v {
            n += inline!(eat(x));
        }
        Some((n, 0))
    }
    fn before_an_exit(c) {
        let a = make(1);
        let n = eat(a);
        let k = small(if c { 60 } else { 1 })?;
        let b = make(2);
        Some((n + k, eat(b)))
    }
    fn behind_an_exit_in_a_branch(c) {
        let a = make(1);
        if c {
            let k = inline!(small(60))?;
            return Some((k + inline!(eat(a)), 0));
        }
        Some((show(&a), eat(a)))
    }
    fn between_exits_in_arguments(c) {
        let a = make(1);
        let b = make(2);
        let n = add(eat(a), small(if c { 60 } else { 2 })?, eat(b));
        Some((n, 0))
    }
    fn out_of_a_nested_option(c) {
        let a = if c { None } else { Some((make(1), make(2))) };
        let (x, y) = a?;
        let n = show(&x);
        let m = eat(y);
        Some((n, m + eat(x)))
    }
    fn option_take_twice(c) {
        let mut o = if c { None } else { Some(make(1)) };
        let a = o.take().map_or(5, |v| v[0]);
        o = Some(make(2));
        let b = o.take();
        Some((a, eat(b?)))
    }
    fn replaced_in_a_loop(c) {
        let mut current = make(1);
        let mut n = u64::from(c);
        for i in 0..3 {
            let next = vec![i, i + 1];
            let old = std::mem::replace(&mut current, next);
            n += inline!(eat(old));
        }
        Some((n, eat(current)))
    }
    fn out_of_a_labelled_block(c) {
        let a = make(1);
        let n = 'out: {
            if c {
                break 'out inline!(eat(a));
            }
            a[2] + 5
        };
        Some((n, 0))
    }
    fn in_a_chain_of_conditions(c) {
        let a = Some(make(1));
        let n = if let Some(v) = a && c { inline!(eat(v)) } else { 4 };
        Some((n, 0))
    }
    fn while_borrowed_by_a_tuple(c) {
        let a = make(1);
        let b = make(2);
        let t = (&a, &b);
        let n = show(t.0) + show(t.1) + u64::from(c);
        let m = eat(a);
        Some((n, m + eat(b)))
    }
    fn while_borrowed_by_an_array(c) {
        let a = make(1);
        let b = make(2);
        let t = [&a, &b];
        let n = t.iter().map(|x| x[0]).sum::<u64>() + u64::from(c);
        let m = eat(a);
        Some((n, m + eat(b)))
    }
    fn while_borrowed_by_an_iterator(c) {
        let a = make(3);
        let it = a.iter().map(|x| x + u64::from(c));
        let n = it.sum::<u64>();
        Some((n, eat(a)))
    }
    fn of_the_shadow_of_what_is_borrowed(c) {
        let a = make(1);
        let r = &a;
        let a = make(if c { 2 } else { 3 });
        let n = show(r);
        let m = eat(a);
        Some((n, m))
    }
    fn initialised_in_a_loop(c) {
        let mut best = None;
        for i in 0..3 {
            let v = vec![i, 10 - i];
            if c || i == 1 {
                best = Some(v);
            }
        }
        let b = best?;
        Some((b[0], eat(b)))
    }
    fn out_of_a_box(c) {
        let b = Box::new(make(1));
        let v = *b;
        Some((eat(v), u64::from(c)))
    }
    fn by_closures(c) {
        let mut a = make(1);
        {
            let mut f = || a.push(4);
            f();
            if c {
                f();
            }
        }
        let n = a.len() as u64;
        let k = move || a;
        let back = k();
        Some((n, eat(back)))
    }
    fn behind_ref_mut(c) {
        let mut o = Some(make(1));
        if let Some(ref mut v) = o {
            v[1] = 7 + u64::from(c);
        }
        let Some(v) = &mut o else { return None };
        v.push(4);
        Some((o.as_ref()?.len() as u64, eat(o?)))
    }
    fn by_operators(c) {
        let s = if c { String::from("a") } else { String::from("bc") };
        let t = s.clone() + &s;
        let u = s + &t;
        Some((t.len() as u64, u.len() as u64))
    }
}

/// Values of which parts are moved out. What a `Box` held is gone soon after.
mod in_parts {
    use superscalar::{Runtime, inline, pipeline, task};

    use crate::common::{Events, Token, in_every_mode, pause};

    type Part<'e> = Box<Token<'e>>;

    pub struct Pair<'e> {
        left: Part<'e>,
        right: Part<'e>,
        hidden: Part<'e>,
        number: u64,
    }

    pub struct Nest<'e> {
        pair: Pair<'e>,
        beside: Part<'e>,
        hidden: (Part<'e>, Vec<Token<'e>>),
    }

    pub struct Exclusive<'e, 'x> {
        number: &'x mut u64,
        part: Part<'e>,
    }

    pub struct Generic<A, B> {
        left: A,
        right: B,
    }

    #[task]
    fn part(id: u64, events: &Events) -> Part<'_> {
        Box::new(Token::new(id, events))
    }

    #[task]
    fn pair(id: u64, events: &Events) -> Pair<'_> {
        Pair { left: part(id, events), right: part(id + 1, events), hidden: part(id + 2, events), number: id }
    }

    #[task]
    fn nest(id: u64, events: &Events) -> Nest<'_> {
        let hidden = (part(id + 4, events), vec![Token::new(id + 5, events)]);
        Nest { pair: pair(id, events), beside: part(id + 3, events), hidden }
    }

    #[task]
    fn open(x: Part<'_>) -> u64 {
        pause();
        x.id
    }

    #[task]
    fn look(x: &Part<'_>) -> u64 {
        pause();
        x.id
    }

    #[task]
    fn mark(x: &mut Part<'_>) {
        x.id += 100;
    }

    #[task]
    fn keep_right(x: Pair<'_>) -> Part<'_> {
        x.right
    }

    #[task]
    fn set(x: &mut u64) {
        *x += 1;
    }

    #[task]
    fn fail(c: bool) -> Option<u64> {
        c.then_some(7)
    }

    #[task]
    fn burst(c: bool) {
        assert!(c, "burst");
    }

    /// The same body as a plain function and as a pipeline: the same result, and the same values are dropped.
    macro_rules! same {
        ($(fn $name:ident($c:ident, $events:ident) $body:block)*) => {$(
            #[test]
            fn $name() {
                fn plain<'e>($c: bool, $events: &'e Events) -> Option<u64> $body
                pipeline! { fn body<'e>($c: bool, $events: &'e Events) -> Option<u64> $body }
                let run = |body: &dyn Fn(bool, &Events) -> Option<u64>, c: bool| {
                    let events = Events::default();
                    let call = std::panic::AssertUnwindSafe(|| body(c, &events));
                    let result = std::panic::catch_unwind(call).ok();
                    let mut lines = events.take();
                    lines.sort();
                    (result, lines)
                };
                // Under Miri threads take most of the time.
                let shuffled = Runtime::builder().shuffle(1).build().expect("no threads");
                for c in [false, true] {
                    let run_body = || run(&|c, e| body(c, e), c);
                    let result = if cfg!(miri) && !c { shuffled.run(run_body) } else { in_every_mode(run_body) };
                    assert_eq!(result, run(&|c, e| plain(c, e), c), "{c}");
                }
            }
        )*};
    }

    same! {
        fn one_of_them(c, events) {
            let x = pair(1, events);
            let n = open(x.left);
            Some(n + u64::from(c))
        }
        fn two_of_them_at_once(c, events) {
            let x = pair(1, events);
            let n = open(x.left);
            let m = open(x.right);
            Some(n + m + u64::from(c))
        }
        fn one_while_another_is_changed(c, events) {
            let mut x = pair(1, events);
            let r = &mut x.right;
            let n = open(x.left);
            mark(r);
            mark(&mut *r);
            Some(n + x.right.id + u64::from(c))
        }
        fn in_branches(c, events) {
            let x = pair(1, events);
            let n = if c { inline!(open(x.left)) } else { inline!(open(x.right)) };
            Some(n)
        }
        fn or_not(c, events) {
            let x = pair(1, events);
            if c {
                inline!(open(x.left));
            }
            Some(look(&x.right))
        }
        fn out_of_a_box(c, events) {
            let x = Box::new(pair(1, events));
            let n = open(x.left);
            Some(n + look(&x.right) + u64::from(c))
        }
        fn out_of_a_box_in_a_box(c, events) {
            let x = Box::new((Box::new(nest(1, events)), part(50, events)));
            let n = if c { inline!(open(x.0.pair.left)) } else { 0 };
            Some(n + open(x.1))
        }
        fn of_a_part(c, events) {
            let x = nest(1, events);
            let n = open(x.pair.left);
            Some(n + look(&x.beside) + u64::from(c))
        }
        fn of_a_part_or_the_part(c, events) {
            let x = nest(1, events);
            let n = if c { inline!(open(x.pair.left)) } else { inline!(open(inline!(keep_right(x.pair)))) };
            Some(n + open(x.beside))
        }
        fn of_a_part_that_is_put_back_and_moved(c, events) {
            let mut x = nest(1, events);
            let n = open(x.pair.left);
            if c {
                x.pair.left = part(30, events);
                let right = keep_right(x.pair);
                return Some(n + inline!(open(right)));
            }
            Some(n)
        }
        fn put_back(c, events) {
            let mut x = pair(1, events);
            let n = open(x.left);
            x.left = part(20, events);
            let m = if c { inline!(open(x.left)) } else { 0 };
            Some(n + m)
        }
        fn before_the_whole_is_assigned(c, events) {
            let mut x = pair(1, events);
            let n = open(x.left);
            x = pair(10, events);
            let m = if c { inline!(open(x.right)) } else { 0 };
            x = pair(20, events);
            Some(n + m + open(x.left))
        }
        fn before_the_whole_is_moved(c, events) {
            let mut x = pair(1, events);
            let n = open(x.left);
            x.left = part(9, events);
            let right = keep_right(x);
            Some(n + open(right) + u64::from(c))
        }
        fn of_a_variable_that_is_initialised_late(c, events) {
            let x;
            if c {
                x = pair(1, events);
            } else {
                x = pair(10, events);
            }
            let n = open(x.left);
            Some(n + x.number)
        }
        fn in_a_loop(c, events) {
            let mut x = pair(1, events);
            let mut n = 0;
            for i in 0..3 {
                n += inline!(open(x.left));
                x.left = inline!(part(20 + i, events));
                if c {
                    x = inline!(pair(30 + 10 * i, events));
                }
            }
            Some(n + open(x.left))
        }
        fn before_an_exit(c, events) {
            let x = nest(1, events);
            let n = open(x.pair.left);
            let m = fail(c)?;
            Some(n + m + open(x.pair.right))
        }
        fn before_a_panic(c, events) {
            let x = nest(1, events);
            let n = open(x.pair.right);
            burst(c);
            Some(n + open(x.beside))
        }
        fn by_patterns(c, events) {
            let x = nest(1, events);
            let Pair { left, right, .. } = x.pair;
            let n = open(right);
            let (_, tokens) = x.hidden;
            Some(n + open(left) + tokens[0].id + u64::from(c))
        }
        fn by_a_closure(c, events) {
            let x = pair(1, events);
            let left = x.left;
            let get = move || left.id;
            Some(get() + look(&x.right) + u64::from(c))
        }
        fn that_are_copied(c, events) {
            let x = pair(1, events);
            let r = &x;
            let n = r.number;
            let shared = std::sync::Arc::new(pair(10, events));
            let m = shared.number;
            Some(n + m + look(&x.left) + u64::from(c))
        }
        fn of_a_generic_type(c, events) {
            let x = Generic { left: part(1, events), right: Generic { left: 5_u64, right: part(2, events) } };
            let n = x.right.left;
            let m = open(x.right.right);
            Some(n + m + u64::from(c))
        }
        fn that_are_exclusive_references(c, events) {
            let mut counted = 1;
            let x = Exclusive { number: &mut counted, part: part(1, events) };
            let number = x.number;
            set(&mut *number);
            set(number);
            let n = look(&x.part) + u64::from(c);
            Some(n + counted)
        }
    }

    #[test]
    fn of_a_parameter() {
        pipeline! {
            fn body<'e>(x: Pair<'e>, c: bool) -> u64 {
                if c {
                    inline!(open(x.left));
                }
                open(x.right)
            }
            fn both<T: Send + Sync>(x: Generic<T, T>, seen: &Vec<u64>) -> (usize, T) {
                let left = x.left;
                drop(x.right);
                (seen.len(), left)
            }
        }
        for c in [false, true] {
            let dropped = in_every_mode(|| {
                let events = Events::default();
                assert_eq!(body(pair(1, &events), c), 2);
                let mut lines = events.take();
                lines.sort();
                lines
            });
            assert_eq!(dropped.len(), 3, "{dropped:?}");
        }
        let events = Events::default();
        let (_, left) = both(Generic { left: part(1, &events), right: part(2, &events) }, &Vec::new());
        assert_eq!(left.id, 1);
    }

    #[test]
    fn a_copied_field_calls_no_deref_of_the_user_again() {
        use std::sync::atomic::{AtomicU64, Ordering};
        struct Counted(AtomicU64, Generic<u64, Vec<u64>>);
        impl std::ops::Deref for Counted {
            type Target = Generic<u64, Vec<u64>>;
            fn deref(&self) -> &Generic<u64, Vec<u64>> {
                self.0.fetch_add(1, Ordering::Relaxed);
                &self.1
            }
        }
        impl Drop for Counted {
            fn drop(&mut self) {
                assert_eq!(self.0.load(Ordering::Relaxed), 1);
            }
        }
        #[task]
        fn counted() -> Counted {
            Counted(AtomicU64::new(0), Generic { left: 1, right: vec![2] })
        }
        pipeline! {
            fn body() -> u64 {
                let x = counted();
                let n = x.left;
                n + 1
            }
        }
        assert_eq!(in_every_mode(body), 2);
    }
}

/// Values that glue has looked at, taken apart or consumed while the results of that glue are in use.
#[cfg(not(miri))]
mod looked_at_before {
    use std::collections::BTreeMap;

    use superscalar::{pipeline, task};

    use crate::common::in_every_mode;

    #[derive(Debug)]
    enum Shape {
        Circle(u64),
        Named(String),
        Both(u64, String),
    }

    impl Shape {
        fn area(&self) -> u64 {
            match self {
                Shape::Circle(radius) => radius * 3,
                Shape::Named(name) | Shape::Both(_, name) => name.len() as u64,
            }
        }
    }

    struct Point {
        x: u64,
        y: u64,
        name: String,
    }

    impl Point {
        fn norm(&self) -> u64 {
            self.x + self.y
        }

        fn into_name(self) -> String {
            self.name
        }
    }

    /// Methods with names of std's that take `&self`.
    struct Matrix(Vec<u64>);

    impl Matrix {
        fn row(&self) -> &[u64] {
            &self.0
        }

        fn sum(&self) -> u64 {
            self.0.iter().sum()
        }

        fn map(&self, f: impl Fn(u64) -> u64) -> Matrix {
            Matrix(self.0.iter().map(|x| f(*x)).collect())
        }
    }

    #[task]
    fn shape(n: u64) -> Shape {
        match n % 3 {
            0 => Shape::Circle(n),
            1 => Shape::Named(format!("n{n}")),
            _ => Shape::Both(n, format!("b{n}")),
        }
    }

    #[task]
    fn point(n: u64) -> Point {
        Point { x: n, y: n + 1, name: format!("p{n}") }
    }

    #[task]
    fn matrix(n: u64) -> Matrix {
        Matrix((1..=n).collect())
    }

    #[task]
    fn numbers(n: u64) -> Vec<u64> {
        (1..=n).collect()
    }

    #[task]
    fn words(n: u64) -> Vec<String> {
        (0..n).map(|i| "x".repeat(i as usize)).collect()
    }

    #[task]
    fn table(n: u64) -> BTreeMap<u64, String> {
        (0..n).map(|i| (i, format!("t{i}"))).collect()
    }

    #[task]
    fn maybe(n: u64) -> Option<String> {
        (n != 2).then(|| format!("m{n}"))
    }

    #[task]
    fn fetch(n: u64) -> Result<String, String> {
        if n == 1 { Err("one".to_owned()) } else { Ok(format!("f{n}")) }
    }

    #[task]
    fn add(a: u64, b: u64) -> u64 {
        a + b
    }

    #[task]
    fn eat(s: String) -> u64 {
        s.len() as u64
    }

    #[task]
    fn first(row: &[u64]) -> u64 {
        row.first().copied().unwrap_or(0)
    }

    macro_rules! as_plain {
        ($($name:ident($n:ident) { $($body:tt)* })*) => {
            $(#[test]
            fn $name() {
                fn plain($n: u64) -> u64 { $($body)* }
                pipeline! { fn run($n: u64) -> u64 { $($body)* } }
                for n in 0..6 {
                    assert_eq!(in_every_mode(|| run(n)), plain(n));
                    let value = |$n: u64| pipeline!({ $($body)* }).run();
                    assert_eq!(value(n), plain(n));
                }
            })*
        };
    }

    as_plain! {
        a_match(n) {
            let shape = shape(n);
            let area = shape.area();
            let radius = match shape {
                Shape::Circle(radius) => add(radius, 1),
                Shape::Named(name) => eat(name),
                Shape::Both(radius, name) => add(radius, eat(name)),
            };
            add(radius, area)
        }
        a_match_that_copies(n) {
            let shape = shape(n);
            let area = shape.area();
            let radius = match shape { Shape::Circle(radius) | Shape::Both(radius, _) => radius, _ => 0 };
            add(radius, area)
        }
        a_struct(n) { let point = point(n); let norm = point.norm(); let Point { x, name, .. } = point; add(x, add(norm, eat(name))) }
        a_method_by_value(n) { let point = point(n); let norm = point.norm(); let name = point.into_name(); add(norm, eat(name)) }
        an_array(n) { let point = point(n); let of = [point.x, point.y, point.norm()]; let Point { name, .. } = point; add(eat(name), of[2]) }
        items(n) {
            let numbers = numbers(n);
            let max = numbers.iter().max().copied();
            let sum = numbers.into_iter().filter(|x| Some(*x) != max).sum::<u64>();
            add(sum, max.unwrap_or(0))
        }
        strings(n) {
            let words = words(n);
            let shortest = words.iter().min_by_key(|word| word.len()).cloned();
            let sum = words.into_iter().map(|word| word.len() as u64).sum::<u64>();
            add(sum, shortest.map_or(7, |word| word.len() as u64))
        }
        a_table(n) {
            let table = table(n);
            let one = table.get(&1).cloned();
            let all = table.into_values().collect::<Vec<_>>().concat();
            add(eat(all), one.map_or(7, |one| one.len() as u64))
        }
        an_option(n) {
            let text = maybe(n);
            let length = text.as_deref().map_or(9, str::len) as u64;
            let longer = text.map(|text| text + "!");
            add(length, longer.map_or(0, |text| text.len() as u64))
        }
        an_option_filtered(n) {
            let text = maybe(n);
            let length = text.as_deref().unwrap_or("none").len() as u64;
            let found = text.filter(|text| text.len() > 1).map(|text| text.len() as u64).unwrap_or(3);
            add(found, length)
        }
        a_result(n) {
            let text = fetch(n);
            let message = format!("{text:?}");
            let length = match text { Ok(text) => eat(text), Err(error) => eat(error) + 1 };
            add(length, eat(message))
        }
        a_result_as_option(n) {
            let text = fetch(n);
            let good = text.as_ref().is_ok_and(|text| text.len() > 1);
            let text = text.ok().unwrap_or_default();
            add(eat(text), u64::from(good))
        }
        a_let_else(n) {
            let text = maybe(n);
            let shown = format!("{text:?}");
            let Some(text) = text else { return 0 };
            add(eat(text), eat(shown))
        }
        in_a_loop(n) {
            let mut sum = 0;
            for i in 0..n {
                let shape = shape(i);
                let area = shape.area();
                let length = match shape { Shape::Circle(radius) => radius, Shape::Named(name) | Shape::Both(_, name) => eat(name) };
                sum = add(sum, length * area);
            }
            sum
        }
        in_a_branch(n) {
            let text = maybe(n);
            if text.is_some() {
                let length = text.as_deref().unwrap().len() as u64;
                let text = text.unwrap();
                add(length, eat(text))
            } else {
                0
            }
        }
        methods_that_only_look(n) {
            let matrix = matrix(n);
            let row = matrix.row();
            let sum = matrix.sum();
            add(sum, first(row))
        }
        a_method_like_map_that_only_looks(n) {
            let matrix = matrix(n);
            let row = matrix.row();
            let double = matrix.map(|x| 2 * x);
            add(double.sum(), first(row))
        }
    }
}
