//! What bodies become: nodes, mentions, modes.
#![allow(missing_docs)]

/// Compares the nodes of a body with the lines expected.
#[track_caller]
fn check(body: &str, expect: &[&str]) {
    let shown = superscalar_compiler::show(body.parse().expect("tokens")).unwrap_or_else(|errors| panic!("{errors}"));
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines, expect, "\n{body}\n{shown}");
}

#[test]
fn calls_are_nodes() {
    check(
        "let x = inc(1); add(x, 2)",
        &["0 call inc() -> x", "1 call add(x: last) -> <add>", "2 tail `add(x, 2)`(<add>: last)"],
    );
    check("m::load(p)", &["0 call m::load(p: last) -> <m::load>", "1 tail `m::load(p)`(<m::load>: last)"]);
    check("u32::from(b)", &["0 tail `u32::from(b)`(b: last)"]);
    check("std::mem::take(&mut v)", &["0 tail `std::mem::take(&mut v)`(v: exclusive)"]);
    check("let f = |x| x; f(1)", &["0 glue `|x| x`() -> f", "1 tail `f(1)`(f: last)"]);
    check("let y = node!(v.sort_all()); y", &["0 node `v.sort_all()`(v: read) -> y", "1 tail `y`(y: last)"]);
    check("let y = inline!(f(x)); y", &["0 glue `inline!(f(x))`(x: last) -> y", "1 tail `y`(y: last)"]);
}

#[test]
fn calls_are_hoisted_in_order() {
    check(
        "Ok(report(score(&raw), &raw))",
        &[
            "0 call score(raw: read) -> <score>",
            "1 call report(<score>: last, raw: read) -> <report>",
            "2 tail `Ok(report(score(&raw), &raw))`(<report>: last)",
        ],
    );
    check(
        "let mut x = 1; let z = add(x, bump(&mut x)); z",
        &[
            "0 glue `1`() -> x",
            "1 glue `x`(x: again) -> <x>",
            "2 call bump(x: exclusive) -> <bump>",
            "3 call add(<x>: last, <bump>: last) -> z",
            "4 tail `z`(z: last)",
        ],
    );
    check(
        "let z = add(o?, b()?); z",
        &[
            "0 glue `o?`(o: last) -> <o?> may exit",
            "1 call b() -> <b> may exit",
            "2 call add(<o?>: last, <b>: last) -> z",
            "3 tail `z`(z: last)",
        ],
    );
    check("let z = a && f(x); z", &["0 glue `a && f(x)`(a: last, x: last) -> z effect", "1 tail `z`(z: last)"]);
    check(
        "let z = vec![f(1), g(2)]; z",
        &[
            "0 call f() -> <f>",
            "1 call g() -> <g>",
            "2 glue `vec![f(1), g(2)]`(<f>: last, <g>: last) -> z",
            "3 tail `z`(z: last)",
        ],
    );
    check(
        "v.push(add(x, v.len())); 1",
        &[
            "0 call add(x: last, v: read) -> <add>",
            "1 glue `v.push(add(x, v.len()))`(v: exclusive, <add>: last) [dynamic v]",
            "2 tail `1`()",
        ],
    );
}

#[test]
fn by_value_mentions_are_the_last_or_not() {
    check(
        "let n = f(); g(n); h(n)",
        &["0 call f() -> n", "1 call g(n: again)", "2 call h(n: last) -> <h>", "3 tail `h(n)`(<h>: last)"],
    );
    check(
        "let mut s = f(); s = g(s); h(s)",
        &[
            "0 call f() -> s",
            "1 call g(s: last, s: assign) => s",
            "2 call h(s: last) -> <h>",
            "3 tail `h(s)`(<h>: last)",
        ],
    );
    check(
        "let mut s = f(); let a = eat(s.left); s.left = g(a); h(s)",
        &[
            "0 call f() -> s",
            "1 call eat(s.left: last) -> a",
            "2 call g(a: last, s.left: assign) => s",
            "3 call h(s: last) -> <h>",
            "4 tail `h(s)`(<h>: last)",
        ],
    );
    check(
        "let s = f(); if c { eat(s) } 1",
        &[
            "0 call f() -> s",
            "1 glue `if c`(c: last)",
            "  2 call eat(s: last) -> <eat> [dynamic s]",
            "  3 tail `eat(s)`(<eat>: last)",
            "4 tail `1`()",
        ],
    );
    check(
        "let mut s = f(); for i in 0..3 { s = g(s, i); } s",
        &[
            "0 call f() -> s",
            "1 glue `for i in 0..3`()",
            "  2 glue `next`() -> i",
            "  3 call g(s: last, i: last, s: assign) => s [dynamic s]",
            "4 tail `s`(s: last)",
        ],
    );
}

#[test]
fn places_are_looked_at() {
    check(
        "let b = a == c; eat(a); eat(c)",
        &[
            "0 glue `a == c`(a: read, c: read) -> b",
            "1 call eat(a: last)",
            "2 call eat(c: last) -> <eat>",
            "3 tail `eat(c)`(<eat>: last)",
        ],
    );
    check(
        "let _ = a; eat(a)",
        &["0 glue `a`(a: read)", "1 call eat(a: last) -> <eat>", "2 tail `eat(a)`(<eat>: last)"],
    );
    check(
        "println!(\"{a} {:?}\", b); 1",
        &["0 glue `println!(\"{a} {:?}\", b)`(b: read, a: read) effect", "1 tail `1`()"],
    );
    check(
        "f(&mut s.left); g(&mut s.right); 1",
        &["0 call f(s.left: exclusive)", "1 call g(s.right: exclusive)", "2 tail `1`()"],
    );
}

#[test]
fn exits_and_effects() {
    check("check(&x)?; log(\"a\"); 1", &["0 call check(x: read) guard", "1 call log()", "2 tail `1`()"]);
    check("assert!(x > 0); 1", &["0 glue `assert!(x > 0)`(x: read) guard", "1 tail `1`()"]);
    check(
        "let Some(y) = f(x) else { return z }; y",
        &["0 call f(x: last, z: last at exit) -> y may exit", "1 tail `y`(y: last)"],
    );
    check(
        "let a = c.fetch_add(1, SeqCst); a",
        &["0 glue `c.fetch_add(1, SeqCst)`(c: through) -> a", "1 tail `a`(a: last)"],
    );
    check("return f(x); g(y)", &["0 call f(x: last) -> <f>", "1 tail `f(x)`(<f>: last)"]);
}

#[test]
fn names_follow_scopes() {
    check(
        "let x = f(); let x = g(x); { let x = 1; h(x) }",
        &[
            "0 call f() -> x",
            "1 call g(x: last) -> x",
            "2 glue `block`() -> <block>",
            "  3 glue `1`() -> x",
            "  4 call h(x: last) -> <h>",
            "  5 tail `h(x)`(<h>: last)",
            "6 tail `block`(<block>: last)",
        ],
    );
    check(
        "let y = if let Some(x) = o { x } else { x }; y",
        &["0 glue `if let Some(x) = o { x } else { x }`(o: last, x: last) -> y", "1 tail `y`(y: last)"],
    );
    check(
        "let v: Vec<_> = xs.iter().map(|x| x + k).collect(); v",
        &["0 glue `xs.iter().map(|x| x + k).collect()`(xs: read, k: read) -> v", "1 tail `v`(v: last)"],
    );
}

#[test]
fn errors_name_a_way_out() {
    for (body, words) in [
        ("let x = async { 1 }; x", "write a task that blocks on it"),
        ("let x = f(); asm!(\"nop\"); x", "write a task that holds it"),
        ("let x = f(); twice!(x => 1); x", "pass it as an expression among commas"),
        ("#[keep] f(x); 1", "write it before the `let`"),
    ] {
        let errors = superscalar_compiler::show(body.parse().expect("tokens")).expect_err(body).to_string();
        assert!(errors.contains(words), "{body}: {errors}");
    }
}

#[test]
fn associated_functions_are_known_by_whole_types() {
    check(
        "let y = node!(Model::fit(&m, x)); y",
        &["0 node `Model::fit(&m, x)`(m: read, x: last) -> y", "1 tail `y`(y: last)"],
    );
    check(
        "let y = node!(<Model>::fit(&m, x)); y",
        &["0 associated Model::fit(m: read, x: last) -> y", "1 tail `y`(y: last)"],
    );
    check(
        "let m: Model = node!(Model::new(1)); let y = node!(m.fit(&x)?); y",
        &[
            "0 associated Model::new() -> m",
            "1 associated Model::fit(m: receiver, x: read) -> y may exit",
            "2 tail `y`(y: last)",
        ],
    );
    check(
        "let y = node!(m::Stack::<u8>::new(f(x))); y",
        &["0 call f(x: last) -> <f>", "1 associated m::Stack::new(<f>: last) -> y", "2 tail `y`(y: last)"],
    );
    check(
        "let m: ::m::Model = f(); let y = node!(m::Model::new(1)); (m, y)",
        &["0 call f() -> m", "1 node `m::Model::new(1)`() -> y", "2 tail `(m, y)`(m: last, y: last)"],
    );
    for foreign in [
        "T::new()",
        "<T>::new()",
        "Self::new()",
        "<T as M>::new()",
        "<T::M>::new()",
        "Into::<u8>::into(1)",
        "u8::max(1, 2)",
        "Stack::<T>::new()",
        "Stack::<_>::new()",
    ] {
        let shown = superscalar_compiler::show(format!("let y = node!({foreign}); y").parse().expect("tokens"));
        assert!(shown.is_ok_and(|shown| shown.starts_with("0 node")), "{foreign}");
    }
}
