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
