//! Generated graphs: what runs, what it returns and leaves is what serial code would do.
//!
//! A program is a list of steps that a seed makes: add a node, drop a handle, run. `model.rs` executes it one step after the
//! other on plain numbers, `real.rs` with a [`Graph`](superscalar::Graph) in every mode. Compared are results, errors and
//! panics of each run, the log of ordered nodes, and that each value is dropped once.
//!
//! `ORACLE_SEED=1000 ORACLE_COUNT=3000 cargo test --test it graph::oracle::campaign -- --ignored --nocapture` tries fresh ones.

mod model;
mod program;
mod real;

use program::Program;
use superscalar::Runtime;

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    Values(Vec<u64>),
    Error(u64),
    Panic(u64),
    /// Something that was asked for cannot run any more.
    Refused,
    /// A panic that no program asks for.
    Wrong(String),
}

impl Ended {
    fn failed(&self) -> bool {
        !matches!(self, Ended::Values(_))
    }
}

/// What is seen of a program.
#[derive(Debug, PartialEq)]
pub struct Seen {
    /// Up to the second run that fails: what failed behind the first failure may be told as that, or again.
    ends: Vec<Ended>,
    log: Vec<(u64, u64)>,
    /// Values that were made and are not dropped.
    left: i64,
}

/// The modes in which the program differs from its model.
fn differences(seed: u64, longest: usize, shuffles: u64, pools: &[Runtime]) -> Vec<String> {
    let program = Program::new(seed, longest);
    let expected = model::run(&program);
    let serial = Runtime::builder().serial().build().expect("no threads");
    let shuffled = (0..shuffles).map(|order| Runtime::builder().shuffle(seed ^ order).build().expect("no threads"));
    let modes = std::iter::once(serial).chain(shuffled).map(|mode| (mode.run(|| real::run(&program)), "in one thread"));
    let pooled = pools.iter().map(|pool| (pool.run(|| real::run(&program)), "in a pool"));
    let found = modes.chain(pooled).filter(|(seen, _)| !same(seen, &expected));
    found.map(|(seen, mode)| format!("{seed} {mode}:\n{program:?}\n{seen:?}\nis to be\n{expected:?}")).take(1).collect()
}

/// Whether the lines of `part` are in `whole`, in their order.
fn is_part(part: &[(u64, u64)], whole: &[(u64, u64)]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|line| whole.any(|other| other == line))
}

fn same(seen: &Seen, expected: &Seen) -> bool {
    let last = expected.ends.len() - 1;
    let second = expected.ends.iter().filter(|ended| ended.failed()).count() == 2;
    let ends = seen.ends.len() == expected.ends.len()
        && seen.ends.iter().zip(&expected.ends).enumerate().all(|(at, (seen, expected))| {
            seen == expected || second && at == last && seen.failed() && !matches!(seen, Ended::Wrong(_))
        });
    let panics = expected.ends.iter().any(|ended| matches!(ended, Ended::Panic(_)));
    // Effects do not wait for tasks that panic. The second failure may come before its effects are reached.
    let log = match (panics, second) {
        (true, true) => true,
        (true, false) => is_part(&expected.log, &seen.log),
        (false, true) => expected.log.starts_with(&seen.log),
        (false, false) => seen.log == expected.log,
    };
    ends && log && seen.left == 0
}

/// Panics of programs are not told.
fn quiet() {
    static QUIET: std::sync::Once = std::sync::Once::new();
    QUIET.call_once(|| {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let planned = info.payload_as_str().is_some_and(|text| text.contains("cannot run any more"));
            if !planned && !info.payload().is::<u64>() {
                hook(info);
            }
        }));
    });
}

fn judge(seeds: std::ops::Range<u64>, longest: usize, shuffles: u64) {
    quiet();
    let pools: &[usize] = if cfg!(miri) { &[] } else { &[1, 2, 4] };
    let pools: Vec<Runtime> = pools.iter().map(|&threads| crate::common::pool(threads)).collect();
    let found: Vec<String> = seeds.flat_map(|seed| differences(seed, longest, shuffles, &pools)).collect();
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found[0]);
}

#[test]
fn generated_graphs_do_what_serial_code_does() {
    if cfg!(miri) {
        judge(0..6, 12, 1);
    } else {
        judge(0..300, 12, 3);
        judge(300..500, 60, 3);
    }
}

#[test]
#[ignore = "takes minutes: run it by name"]
fn campaign() {
    let number = |variable: &str, otherwise| {
        std::env::var(variable).map_or(otherwise, |text| text.parse::<u64>().expect("a number"))
    };
    let seed = number("ORACLE_SEED", 1_000);
    judge(seed..seed + number("ORACLE_COUNT", 3_000), number("ORACLE_LONGEST", 40) as usize, 6);
}

/// A number that depends on two, in their order (the finaliser of SplitMix64).
pub fn mix(a: u64, b: u64) -> u64 {
    let mut z =
        a.rotate_left(17).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(b).wrapping_add(0x632b_e59b_d9b4_e019);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
