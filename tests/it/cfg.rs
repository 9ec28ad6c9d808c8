//! `#[cfg(..)]` on statements.

use superscalar::{pipeline, task};

use crate::common::{in_every_mode, panic_of};

#[task]
fn inc(x: u64) -> u64 {
    x + 1
}

#[task]
fn fails(x: u64) -> Result<u64, u64> {
    Err(x)
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

#[test]
fn exits_and_guards_that_are_left_out() {
    pipeline! {
        fn body() -> Result<u64, u64> {
            let n = inc(1);
            #[cfg(any())]
            fails(n)?;
            #[cfg(any())]
            assert!(n > 10);
            #[cfg(any())]
            return Err(n);
            Ok(n)
        }
        fn branch(c: bool) -> Result<u64, u64> {
            let mut n = inc(1);
            if c {
                n = inc(n);
                #[cfg(any())]
                fails(n)?;
                #[cfg(any())]
                assert!(n > 10);
                #[cfg(any())]
                return Err(n);
            }
            Ok(n)
        }
        fn glue(c: bool) -> Result<u64, u64> {
            let mut all = vec![inc(1)];
            if c {
                all.push(3);
                #[cfg(any())]
                all.pop().ok_or(5_u64)?;
                #[cfg(any())]
                assert!(all.len() > 10);
                #[cfg(any())]
                assert!(all.len() > 10, "{}", all.len());
                #[cfg(any())]
                return Err(7);
            }
            Ok(all.iter().sum())
        }
    }
    assert_eq!(in_every_mode(body), Ok(2));
    assert_eq!(in_every_mode(|| branch(true)), Ok(3));
    assert_eq!(in_every_mode(|| glue(true)), Ok(5));
}

#[test]
fn exits_and_guards_that_are_kept() {
    pipeline! {
        fn body() -> Result<u64, u64> {
            let n = inc(1);
            #[cfg(all())]
            assert!(n < 10);
            #[cfg(all())]
            fails(n)?;
            Ok(n)
        }
        fn glue(c: bool) -> Result<u64, u64> {
            let all = vec![inc(1)];
            if c {
                #[cfg(all())]
                assert!(all.len() < 10);
                #[cfg(all())]
                return Err(7);
            }
            Ok(all.iter().sum())
        }
        fn guard(c: bool) -> u64 {
            let n = inc(1);
            if c {
                #[cfg(all())]
                assert!(n > 10);
            }
            n
        }
    }
    assert_eq!(in_every_mode(body), Err(2));
    assert_eq!(in_every_mode(|| glue(true)), Err(7));
    assert_eq!(in_every_mode(|| panic_of(|| guard(true))), "assertion failed: n > 10");
}

#[test]
fn jumps_that_are_left_out() {
    pipeline! {
        fn in_a_loop(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                #[cfg(any())]
                break;
                #[cfg(any())]
                continue;
                #[cfg(any())]
                return x;
                sum += x;
            }
            sum
        }
        fn in_a_while(n: u64) -> u64 {
            let mut sum = 0;
            while sum < n {
                sum = inc(sum);
                #[cfg(any())]
                break;
                #[cfg(any())]
                continue;
                sum += 1;
            }
            sum
        }
        fn in_a_branch(n: u64) -> u64 {
            let mut sum = 0;
            'all: for i in 0..n {
                let x = inc(i);
                if x > 1 {
                    sum += inc(x);
                    #[cfg(any())]
                    break 'all;
                    #[cfg(any())]
                    continue;
                    #[cfg(any())]
                    return x;
                }
                sum += 1;
            }
            sum
        }
        fn in_glue(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                if x > 1 {
                    #[cfg(any())]
                    break;
                    #[cfg(any())]
                    continue;
                    #[cfg(any())]
                    return x;
                    sum += x;
                }
                {
                    #[cfg(any())]
                    break;
                    sum += 1;
                }
            }
            sum
        }
        fn at_the_end(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                sum += x;
                if x > 1 {
                    #[cfg(any())]
                    break
                }
                if x > 1 {
                    sum = inc(sum);
                    #[cfg(any())]
                    return x
                }
                #[cfg(any())]
                break
            }
            sum
        }
        fn of_a_loop(n: u64) -> u64 {
            let mut k = n;
            let x = loop {
                k = inc(k);
                #[cfg(any())]
                break 0;
                if k > 5 {
                    #[cfg(any())]
                    break 1;
                    break k;
                }
            };
            x
        }
    }
    assert_eq!(in_every_mode(|| in_a_loop(4)), 10);
    assert_eq!(in_every_mode(|| in_a_while(4)), 4);
    assert_eq!(in_every_mode(|| in_a_branch(4)), 16);
    assert_eq!(in_every_mode(|| in_glue(4)), 13);
    assert_eq!(in_every_mode(|| at_the_end(4)), 13);
    assert_eq!(in_every_mode(|| of_a_loop(4)), 6);
}

#[test]
fn jumps_that_are_kept() {
    pipeline! {
        fn by_break(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                sum += x;
                #[cfg(all())]
                break;
                sum += 100;
            }
            sum
        }
        fn by_continue(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                sum += x;
                #[cfg(all())]
                continue;
                sum += 100;
            }
            sum
        }
        fn by_return(n: u64) -> u64 {
            for i in 0..n {
                let x = inc(i);
                #[cfg(all())]
                return x;
            }
            0
        }
        fn in_glue(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                if x > 2 {
                    #[cfg(all())]
                    break;
                }
                if x == 1 {
                    #[cfg(all())]
                    continue
                }
                sum += x;
            }
            sum
        }
        fn in_a_branch(n: u64) -> u64 {
            let mut sum = 0;
            for i in 0..n {
                let x = inc(i);
                if x > 2 {
                    sum += inc(x);
                    #[cfg(all())]
                    return sum
                }
                sum += x;
            }
            sum
        }
        fn of_a_loop(n: u64) -> u64 {
            let mut k = n;
            let x = loop {
                k = inc(k);
                if k > 5 {
                    #[cfg(all())]
                    break k;
                }
            };
            x
        }
    }
    assert_eq!(in_every_mode(|| by_break(4)), 1);
    assert_eq!(in_every_mode(|| by_continue(4)), 10);
    assert_eq!(in_every_mode(|| by_return(4)), 1);
    assert_eq!(in_every_mode(|| in_glue(4)), 2);
    assert_eq!(in_every_mode(|| in_a_branch(4)), 7);
    assert_eq!(in_every_mode(|| of_a_loop(4)), 6);
}

#[test]
fn values_on_a_condition() {
    pipeline! {
        fn body(n: u64) -> u64 {
            let a = inc(n);
            #[cfg(any())]
            {
                missing(a)
            }
            #[cfg(all())]
            {
                inc(a)
            }
        }
        fn branch(n: u64) -> u64 {
            let a = if n > 1 {
                let b = inc(n);
                #[cfg(all())]
                {
                    inc(b)
                }
                #[cfg(any())]
                {
                    missing(b)
                }
            } else {
                #[cfg(all())]
                return inc(n);
            };
            inc(a)
        }
        fn chain(n: u64) -> u64 {
            let all: Vec<u64> = (0..n)
                .map(|i| {
                    let x = inc(i);
                    #[cfg(any())]
                    {
                        missing(x)
                    }
                    #[cfg(all())]
                    {
                        inc(x)
                    }
                })
                .collect();
            all.iter().sum()
        }
    }
    assert_eq!(in_every_mode(|| body(1)), 3);
    assert_eq!(in_every_mode(|| branch(1)), 2);
    assert_eq!(in_every_mode(|| branch(2)), 5);
    assert_eq!(in_every_mode(|| chain(3)), 9);
}
