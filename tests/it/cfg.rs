//! `#[cfg(..)]` on statements.

use superscalar::{pipeline, task};

use crate::common::in_every_mode;

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn eat(x: Vec<u64>) -> usize {
    x.len()
}

#[test]
fn both_alternatives_of_a_let() {
    pipeline! {
        fn body() -> u64 {
            #[cfg(test)]
            let a = inc(1);
            #[cfg(not(test))]
            let a = missing(1);
            #[cfg(not(test))]
            let b = missing(1);
            #[cfg(test)]
            let b = inc(a);
            inc(b)
        }
    }
    assert_eq!(in_every_mode(body), 4);
    assert_eq!(body::graph().nodes().iter().filter(|node| node.label() == "inc" && !node.is_return()).count(), 3);
}

#[test]
fn a_let_that_may_shadow() {
    pipeline! {
        fn body() -> (u64, u64) {
            let a = inc(1);
            #[cfg(not(test))]
            let a = inc(10);
            let b = inc(a);
            #[cfg(test)]
            let a = inc(20);
            (a, b)
        }
    }
    assert_eq!(in_every_mode(body), (21, 3));
}

#[test]
fn statements_that_are_left_out() {
    pipeline! {
        fn body() -> usize {
            let mut v = vec![1];
            #[cfg(not(test))]
            eat(v);
            #[cfg(test)]
            v.push(2);
            #[cfg(all(test, not(test)))]
            println!("{}", absent);
            eat(v)
        }
    }
    assert_eq!(in_every_mode(body), 2);
}

#[test]
fn a_pipeline_and_a_task_that_exist_on_a_condition() {
    #[cfg(test)]
    #[task]
    fn here(x: u64) -> u64 {
        x
    }
    pipeline! {
        #[cfg(not(test))]
        fn gone() -> u64 { nothing() }
        #[cfg(test)]
        fn body() -> u64 { here(1) }
    }
    assert_eq!(body(), 1);
}

#[test]
fn a_block_with_a_condition() {
    pipeline! {
        fn body() -> u64 {
            let mut n = inc(1);
            #[cfg(test)]
            {
                n += 10;
            }
            #[cfg(not(test))]
            {
                n += 100;
            }
            if n > 1 {
                #[cfg(test)]
                {
                    n += 1;
                }
            }
            n
        }
    }
    assert_eq!(in_every_mode(body), 13);
}
