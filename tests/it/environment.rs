//! `SUPERSCALAR_THREADS` and `SUPERSCALAR_MODE`, each in a process of its own.
#![cfg(not(miri))]

use std::collections::BTreeSet;
use std::process::{Command, Output};
use std::sync::Mutex;

use superscalar::{pipeline, task};

use crate::common::{Meeting, pause};

const CHILD: &str = "SUPERSCALAR_TEST_CHILD";

/// Runs `test` of this binary as a child with the variables.
fn child(test: &str, variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(std::env::current_exe().expect("a test binary"));
    command.args([&format!("environment::{test}"), "--exact", "--nocapture", "--include-ignored"]).env(CHILD, "1");
    command.env_remove("SUPERSCALAR_THREADS").env_remove("SUPERSCALAR_MODE");
    command.envs(variables.iter().copied()).output().expect("runs")
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn is_child() -> bool {
    std::env::var_os(CHILD).is_some()
}

#[task]
fn meet(meeting: &Meeting) -> bool {
    meeting.join()
}

#[task]
fn seen(order: &Shared, n: u64) -> u64 {
    pause();
    order.0.lock().unwrap().push((n, std::thread::current().id()));
    n
}

/// Not named `Mutex`, so that the tasks are free.
struct Shared(Mutex<Vec<(u64, std::thread::ThreadId)>>);

pipeline! {
    fn meeting(m: &Meeting) -> bool {
        let a = meet(m);
        let b = meet(m);
        a && b
    }

    fn many(order: &Shared) -> u64 {
        let a = seen(order, 1);
        let b = seen(order, 2);
        let c = seen(order, 3);
        let d = seen(order, 4);
        a + b + c + d
    }
}

#[test]
#[ignore = "run as a child process"]
fn child_meets() {
    if is_child() {
        assert!(meeting(&Meeting::of(2)));
    }
}

#[test]
#[ignore = "run as a child process"]
fn child_order() {
    if is_child() {
        let order = Shared(Mutex::new(vec![]));
        assert_eq!(many(&order), 10);
        let seen = order.0.into_inner().unwrap();
        let threads: BTreeSet<String> = seen.iter().map(|(_, thread)| format!("{thread:?}")).collect();
        println!("order {:?} threads {}", seen.iter().map(|(n, _)| *n).collect::<Vec<_>>(), threads.len());
    }
}

#[test]
#[ignore = "run as a child process"]
fn child_debugs() {
    #[task]
    fn inc(x: usize) -> usize {
        x + 1
    }
    pipeline! {
        fn debugged(x: usize, names: &[&str]) -> usize {
            let y = dbg!(inc(x)) + 1;
            let name = String::from("a name");
            dbg!(&name, names.len() + name.len(),);
            let name = dbg!(name);
            let all: usize = names.iter().map(|name| dbg!(name.len()) + y).sum();
            if dbg!(inc(all)) == 0 {
                return dbg!(x);
            }
            dbg!();
            dbg!(inc(y) + name.len())
        }
    }
    if is_child() {
        debugged(1, &["b"]);
        eprintln!("and again");
        debugged::serial(1, &["b"]);
    }
}

#[test]
fn what_is_debugged_is_told_as_in_serial_code() {
    let output = child("child_debugs", &[]);
    let told = String::from_utf8(output.stderr).unwrap();
    let (parallel, serial) = told.trim().split_once("and again").expect("both");
    assert_eq!(parallel.trim(), serial.trim());
    assert!(serial.contains("] names.len() + name.len() = 7"), "{serial}");
}

#[test]
fn threads() {
    let output = child("child_meets", &[("SUPERSCALAR_THREADS", "2")]);
    assert!(output.status.success(), "{}", text(&output));
    let output = child("child_order", &[("SUPERSCALAR_THREADS", "1")]);
    assert!(text(&output).contains("order [1, 2, 3, 4] threads 1"), "{}", text(&output));
}

#[test]
fn serial_and_shuffle() {
    let output = child("child_order", &[("SUPERSCALAR_MODE", "serial")]);
    assert!(text(&output).contains("order [1, 2, 3, 4] threads 1"), "{}", text(&output));
    let shuffled = |seed: u64| text(&child("child_order", &[("SUPERSCALAR_MODE", &format!("shuffle:{seed}"))]));
    let orders: BTreeSet<String> = (0..6)
        .map(|seed| {
            let text = shuffled(seed);
            text.lines().find(|line| line.contains("threads 1")).unwrap_or_else(|| panic!("{text}")).to_owned()
        })
        .collect();
    assert!(orders.len() > 1, "{orders:?}");
    let line = |text: String| text.lines().find(|line| line.contains("order [")).map(str::to_owned);
    assert_eq!(line(shuffled(3)), line(shuffled(3)), "the same seed gives the same order");
}

#[test]
fn values_that_mean_nothing_are_refused() {
    for (variable, value) in [
        ("SUPERSCALAR_THREADS", "0"),
        ("SUPERSCALAR_THREADS", "many"),
        ("SUPERSCALAR_MODE", "fast"),
        ("SUPERSCALAR_MODE", "shuffle"),
        ("SUPERSCALAR_MODE", "shuffle:x"),
    ] {
        let output = child("child_order", &[(variable, value)]);
        let text = text(&output);
        assert!(!output.status.success(), "{variable}={value}: {text}");
        assert!(text.contains(variable) && text.contains(value), "{variable}={value}: {text}");
    }
}

#[test]
fn parallel_is_the_default_mode() {
    let variables = [("SUPERSCALAR_MODE", "parallel"), ("SUPERSCALAR_THREADS", "2")];
    let output = child("child_meets", &variables);
    assert!(output.status.success(), "{}", text(&output));
}
