//! Macros around and inside pipelines: names mean what rustc says they mean.

use superscalar::{pipeline, task};

use crate::common::in_every_mode;

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn up(x: &mut u64) -> u64 {
    *x += 1;
    *x
}

#[task]
fn eat(x: Vec<u64>) -> usize {
    x.len()
}

/// `raw` of the macro and `raw` of its user are two variables.
macro_rules! generate {
    ($name:ident, $x:ident, $task:ident) => {
        pipeline! {
            fn $name($x: u64) -> (u64, u64, String) {
                let raw = $task($x);
                let raw = $task(raw);
                let n = raw + $x;
                ($x, n, format!("{raw}"))
            }
        }
    };
}

generate!(generated, raw, inc);

#[test]
fn a_pipeline_in_a_macro() {
    assert_eq!(in_every_mode(|| generated(1)), (1, 4, "3".into()));
}

#[test]
fn a_value_in_a_macro() {
    macro_rules! run {
        ($x:expr) => {{
            let raw = 100;
            pipeline! {
                let a = inc(raw);
                let b = inc($x);
                let raw = a + $x;
                (raw, b, $x)
            }
            .run()
        }};
    }
    let raw = 1;
    assert_eq!(in_every_mode(|| run!(raw)), (102, 2, 1));
}

#[test]
fn statements_from_a_macro_around() {
    macro_rules! chain {
        ($($name:ident),*) => {
            pipeline! {
                fn chained(x: u64) -> u64 {
                    let acc = x;
                    $(let $name = inc(acc); let acc = inc($name);)*
                    acc
                }
            }
        };
    }
    chain!(a, acc, b);
    fn plain(x: u64) -> u64 {
        macro_rules! body {
            ($($name:ident),*) => {{
                let acc = x;
                $(let $name = inc(acc); let acc = inc($name);)*
                acc
            }};
        }
        body!(a, acc, b)
    }
    assert_eq!(in_every_mode(|| chained(1)), plain(1));
}

#[test]
fn user_macros_inside() {
    macro_rules! twice {
        ($x:expr) => {
            $x + $x
        };
    }
    macro_rules! longest {
        ($($x:expr),* $(,)?) => {{
            let mut raw = 0;
            $(raw = raw.max($x.len());)*
            raw
        }};
    }
    macro_rules! constant {
        () => {
            42
        };
    }
    pipeline! {
        fn body(x: u64) -> (u64, usize, u64, usize) {
            let raw = vec![1, 2, 3];
            let a = twice!(x);
            let b = longest!(raw, "ab", &raw[1..]);
            let c = constant!() + twice!(inc(x));
            let d = eat(raw);
            (a, b, c, d)
        }
    }
    assert_eq!(in_every_mode(|| body(4)), (8, 3, 52, 3));
}

#[test]
fn user_macros_that_change_their_argument() {
    macro_rules! add {
        ($to:expr, $x:expr) => {
            $to += $x
        };
    }
    macro_rules! push {
        ($to:expr, $x:expr) => {
            $to.push($x)
        };
    }
    pipeline! {
        fn body() -> (u64, Vec<u64>, usize) {
            let mut n = inc(1);
            add!(n, 5);
            let m = up(&mut n);
            add!(n, m);
            let mut v = vec![];
            push!(v, n);
            let k = v.len();
            push!(v, m);
            (n, v, k)
        }
    }
    assert_eq!(in_every_mode(body), (16, vec![16, 8], 1));
}

#[test]
fn a_macro_that_mentions_a_variable_around_a_value() {
    let result = in_every_mode(|| {
        let mut raw = 1;
        let other = 10;
        macro_rules! other {
            () => {
                other + 1
            };
        }
        let sum = pipeline! {
            let a = up(&mut raw);
            let b = other!();
            let c = up(&mut raw);
            a + b + c
        }
        .run();
        (sum, raw)
    });
    assert_eq!(result, (16, 3));
}

#[test]
fn width_and_precision_are_mentions() {
    pipeline! {
        fn body(mut width: usize) -> (String, String) {
            let x = 1.25;
            let a = format!("{x:width$.width$}");
            width += 2;
            let precision = width - 2;
            let b = format!("{:>1$.2$}|{x:width$}|{3:.precision$}", x, width, precision, 2.0);
            (a, b)
        }
    }
    assert_eq!(in_every_mode(|| body(1)), ("1.2".into(), "1.2|1.25|2.0".into()));
}

#[test]
fn escapes_and_named_arguments_in_format_strings() {
    pipeline! {
        fn body() -> String {
            let x = inc(1);
            let y = inc(x);
            format!("{{x}} {x} {0} {z} {{{y}}} {x:?}", y, z = x + y)
        }
    }
    assert_eq!(in_every_mode(body), "{x} 2 3 5 {3} 2");
}

#[test]
fn inner_names_hide_outer_ones() {
    pipeline! {
        fn body(x: u64) -> (u64, u64, u64, u64, u64) {
            let v = vec![1, 2];
            let a = {
                let x = x + 10;
                let v = x * 2;
                v
            };
            let b = match Some(5) {
                Some(x) if x > a => x,
                Some(v) => v + x,
                None => x,
            };
            let c = v.iter().map(|x| x * 100).sum::<u64>() + x;
            let d = if let Some(x) = v.first() { *x } else { x };
            let mut e = 0;
            for x in &v {
                e += x;
            }
            fn x_of(x: u64) -> u64 {
                x
            }
            (a, b, c, d, e + (x_of)(x))
        }
    }
    assert_eq!(in_every_mode(|| body(1)), (22, 6, 301, 1, 4));
}

#[test]
fn names_that_the_expansion_might_use() {
    pipeline! {
        #[allow(non_snake_case)]
        fn body(__slot0: u64, __node: u64, __step: u64) -> u64 {
            let __slot1 = inc(__slot0);
            let __temporary3 = inc(__node) + inc(__step);
            let __state = __slot1;
            let __finished = __state + __temporary3;
            let __value = inc(__finished);
            __value
        }
    }
    assert_eq!(in_every_mode(|| body(1, 2, 3)), 10);
}

#[test]
fn raw_names_in_format_strings() {
    pipeline! {
        fn body(mut r#type: u64) -> (String, String) {
            up(&mut r#type);
            let a = format!("{type}");
            let r#in = inc(r#type);
            let b = format!("{in:>0$} {type:?}", 3);
            (a, b)
        }
    }
    assert_eq!(in_every_mode(|| body(1)), ("2".into(), "  3 2".into()));
}
