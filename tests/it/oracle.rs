//! Generated programs: a pipeline does what the plain function of the same body does.
//!
//! `generated.rs` holds pipelines that `generate.rs` has written; every one of them runs in program order, in shuffled
//! legal orders and in parallel, and is compared with its plain function: result, error, panic, effects, what it leaves
//! of what it was lent, and that each value is dropped once. `campaign.rs` does the same with fresh ones.

mod campaign;
mod generate;
#[macro_use]
mod judge;
#[rustfmt::skip]
#[allow(unused, dropping_references, clippy::all)]
mod generated;
mod tasks;
mod values;

use judge::{Effort, Pools, judge};

/// How many seeds `generated.rs` is made of, and how long its pipelines are.
const SEEDS: u64 = 133;
const LONGEST: usize = 14;

/// Seeds of programs that compile as plain functions, but not as pipelines. An empty list is the aim.
const REFUSED: &[u64] = &[4, 13, 21, 24, 53, 54, 55, 82, 89, 93, 112, 117, 119];

fn check(cases: &[judge::Case], effort: Effort) {
    let pools = Pools::new();
    let differences: Vec<String> = cases.iter().flat_map(|case| judge(case, effort, &pools)).collect();
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

#[test]
#[cfg_attr(miri, ignore = "see `miri`")]
fn generated_pipelines_do_what_their_plain_functions_do() {
    check(generated::CASES, Effort { inputs: 6, shuffles: 8, runs: 2, pace: 2_000 });
}

/// `MIRIFLAGS="-Zmiri-tree-borrows -Zmiri-ignore-leaks -Zmiri-permissive-provenance" cargo +nightly miri test
/// -p superscalar-workspace --test it oracle::miri`
#[test]
fn miri() {
    check(&generated::CASES[..20], Effort { inputs: 2, shuffles: 2, runs: 1, pace: 0 });
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn generated_file_is_what_the_generator_writes() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/oracle/generated.rs");
    let written = generate::file((0..SEEDS).filter(|seed| !REFUSED.contains(seed)), LONGEST);
    if std::env::var_os("ORACLE_WRITE").is_some() {
        std::fs::write(path, &written).expect("the file can be written");
    }
    let committed = std::fs::read_to_string(path).expect("the file is there");
    assert!(committed == written, "`generated.rs` is stale: run this test with ORACLE_WRITE=1");
}
