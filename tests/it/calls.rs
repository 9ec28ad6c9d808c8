//! `node!`, `inline!`, `(f)(x)`: what is a node and what is not.

use superscalar::describe::NodeKind;
use superscalar::{inline, node, pipeline, task};

use crate::common::{in_every_mode, ordered};

fn plain(x: u64) -> u64 {
    x + 1
}

mod foreign {
    pub fn shout(text: &str) -> String {
        text.to_uppercase()
    }

    pub fn view(text: &str) -> &str {
        &text[1..]
    }
}

#[task]
fn double(x: u64) -> u64 {
    2 * x
}

#[test]
fn node_makes_any_expression_a_node() {
    pipeline! {
        fn body(text: &str) -> (u64, String, usize) {
            let a = node!(plain(1));
            let b = node!(foreign::shout(text));
            let c = node!(text.chars().count());
            (a, b, c)
        }
    }
    assert_eq!(in_every_mode(|| body("ab")), (2, "AB".into(), 2));
    assert_eq!(body::graph().width(), 3);
    assert!(body::graph().nodes().iter().filter(|node| !node.is_return()).all(|node| node.kind() == NodeKind::Task));
}

#[test]
fn node_holds_calls_of_tasks() {
    pipeline! {
        fn body() -> u64 {
            let a = node!(plain(double(1)));
            let b = double(node!(plain(2)));
            node!(plain(a + b))
        }
    }
    assert_eq!(in_every_mode(body), 10);
}

#[test]
fn what_a_foreign_function_returns_may_borrow() {
    #[task]
    fn eat(text: String) -> usize {
        text.len()
    }
    #[task]
    fn show(text: &str) -> String {
        text.to_owned()
    }
    pipeline! {
        fn body() -> (String, usize) {
            let text = String::from("abc");
            let view = node!(foreign::view(&text));
            let shown = show(view);
            let eaten = eat(text);
            (shown, eaten)
        }
    }
    assert_eq!(in_every_mode(body), ("bc".into(), 3));
    assert!(ordered(&body::graph(), "show", "eat"));
}

#[test]
fn inline_and_parentheses_call_plain_functions() {
    pipeline! {
        fn body() -> u64 {
            let a = inline!(plain(1));
            let b = (plain)(a);
            let c = (foreign::shout)("x").len() as u64;
            double(inline!(plain(b))) + c
        }
    }
    assert_eq!(in_every_mode(body), 9);
    let graph = body::graph();
    assert_eq!(graph.nodes().iter().filter(|node| node.kind() == NodeKind::Task && !node.is_return()).count(), 1);
}

#[test]
fn the_macros_stand_for_their_argument_elsewhere() {
    assert_eq!(node!(plain(1)) + inline!(plain(2)), 5);
}

#[test]
fn a_local_closure_is_called_as_glue() {
    pipeline! {
        fn body() -> u64 {
            let k = double(1);
            let double = |x: u64| x + k;
            let a = double(10);
            double(a)
        }
    }
    assert_eq!(in_every_mode(body), 14);
}

#[test]
fn closures_that_change_and_consume() {
    pipeline! {
        fn body() -> (u64, usize, u64) {
            let mut count = 0;
            let mut bump = |by: u64| {
                count += by;
                count
            };
            let a = bump(2);
            let b = bump(3);
            let v = vec![1, 2, 3];
            let once = move || v;
            let back = once();
            (a + b, back.len(), count)
        }
    }
    assert_eq!(in_every_mode(body), (7, 3, 5));
}

#[test]
fn function_values_are_called_as_glue() {
    pipeline! {
        fn body(f: fn(u64) -> u64, g: &(dyn Fn(u64) -> u64 + Sync)) -> u64 {
            let a = f(1);
            let b = g(a);
            a + b
        }
    }
    assert_eq!(in_every_mode(|| body(plain, &|x| 10 * x)), 22);
}

#[test]
fn a_field_that_is_a_function() {
    struct Model {
        rule: fn(u64) -> u64,
    }
    pipeline! {
        fn body() -> u64 {
            let model = Model { rule: plain };
            (model.rule)(1)
        }
    }
    assert_eq!(in_every_mode(body), 2);
}
