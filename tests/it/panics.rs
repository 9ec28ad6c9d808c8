//! The first panic in program order continues in the caller, and the pool stays usable.

use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};

use superscalar::{pipeline, task};

use crate::common::{in_every_mode, panic_of, pause, pool};

#[task]
fn explode(at: u64, now: u64) -> u64 {
    pause();
    assert!(at != now, "at {now}");
    now
}

#[task]
fn slow(at: u64, now: u64) -> u64 {
    if !cfg!(miri) {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(at != now, "slow {now}");
    now
}

pipeline! {
    fn body(at: u64) -> u64 {
        let a = explode(at, 1);
        let b = explode(at, 2);
        let c = explode(at, 3) + explode(at, 4);
        let d = explode(at, a + b + 2);
        assert!(at != 6, "at 6");
        let e = if at == 7 { panic!("at 7") } else { 1 };
        let xs = [1, 2];
        let f = xs[(at / 8) as usize * 5];
        c + d + e + f
    }
}

#[test]
fn wherever_it_happens() {
    assert_eq!(in_every_mode(|| body(0)), 14);
    for at in 1..=7 {
        assert_eq!(in_every_mode(|| panic_of(|| body(at))), format!("at {at}"));
    }
    assert!(in_every_mode(|| panic_of(|| body(8))).contains("out of bounds"));
}

#[test]
fn the_first_in_program_order() {
    pipeline! {
        fn body(x: u64) -> u64 {
            let a = slow(x, 1);
            let b = explode(x, 1);
            let c = explode(x, 1);
            a + b + c
        }
    }
    assert_eq!(in_every_mode(|| panic_of(|| body(1))), "slow 1");
}

#[test]
fn a_panic_before_an_exit_and_after() {
    #[task]
    fn fail(x: u64) -> Result<u64, u64> {
        Err(x)
    }
    pipeline! {
        fn before() -> Result<u64, u64> {
            let a = slow(1, 1);
            let b = fail(2)?;
            Ok(a + b)
        }
        fn after() -> Result<u64, u64> {
            let b = fail(2)?;
            let a = explode(1, 1);
            Ok(a + b)
        }
    }
    assert_eq!(in_every_mode(|| panic_of(before)), "slow 1");
    assert_eq!(in_every_mode(after), Err(2));
}

#[test]
fn the_payload_is_the_tasks_own() {
    #[derive(Debug, PartialEq)]
    struct Payload(u64);
    #[task]
    fn throw(x: u64) -> u64 {
        panic_any(Payload(x))
    }
    pipeline! {
        fn body() -> u64 {
            let a = explode(0, 1);
            a + throw(7)
        }
    }
    in_every_mode(|| {
        let payload = catch_unwind(body).expect_err("panics");
        assert_eq!(payload.downcast_ref(), Some(&Payload(7)));
    });
}

#[test]
fn the_pool_stays_usable() {
    let pool = pool(2);
    for at in [1, 0, 4, 0, 2, 0] {
        let result = catch_unwind(AssertUnwindSafe(|| pool.run(|| body(at))));
        assert_eq!(result.is_ok(), at == 0);
    }
}

#[test]
fn in_a_nested_pipeline() {
    pipeline! {
        fn outer(at: u64) -> u64 {
            let a = body(0);
            let b = body(at);
            a + b
        }
    }
    assert_eq!(in_every_mode(|| outer(0)), 28);
    assert_eq!(in_every_mode(|| panic_of(|| outer(3))), "at 3");
}

#[test]
fn while_another_panic_unwinds() {
    struct Runs;
    impl Drop for Runs {
        fn drop(&mut self) {
            assert_eq!(body(0), 14);
        }
    }
    in_every_mode(|| {
        let message = panic_of(|| {
            let _runs = Runs;
            panic!("outer");
        });
        assert_eq!(message, "outer");
    });
}

#[test]
fn an_assertion_tells_what_is_written() {
    #[task]
    fn inc(x: u32) -> u32 {
        x + 1
    }
    pipeline! {
        fn checked(x: u32) -> u32 {
            let y = inc(x);
            assert!(y + 2 < 3 && y != 7);
            debug_assert!(x < 2, "x is {x}");
            for i in 0..y { let z = inc(i); assert!(z > x); }
            if stringify!(y) == "y" { inc(y) } else { 0 }
        }

        fn of_calls(x: u32) -> u32 {
            assert!(inc(x) < 3 && inc(inc(x)) != { 7 });
            x
        }
    }
    assert_eq!(panic_of(|| of_calls(5)), panic_of(|| of_calls::serial(5)));
    assert_eq!(panic_of(|| of_calls(5)), "assertion failed: inc(x) < 3 && inc(inc(x)) != { 7 }");
    assert_eq!(panic_of(|| checked(5)), panic_of(|| checked::serial(5)));
    assert_eq!(panic_of(|| checked(5)), "assertion failed: y + 2 < 3 && y != 7");
}
