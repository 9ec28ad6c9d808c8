//! Generated programs: a pipeline does what the plain function of the same body does.
//!
//! `generated.rs` holds pipelines that `generate.rs` has written; every one of them runs in program order, in shuffled
//! legal orders and in parallel, and is compared with its plain function: result, error, panic, effects, what it leaves
//! of what it was lent, and that each value is dropped once. `generated_regions.rs` holds such with branches, loops and
//! iterator chains in each other; `generated_few.rs` and `generated_small.rs` hold the few of either kind that Miri runs.
//! `campaign.rs` does the same with fresh ones.

mod campaign;
mod generate;
#[macro_use]
mod judge;
#[cfg(not(miri))]
#[rustfmt::skip]
#[allow(unused, dropping_references, clippy::all)]
mod generated;
#[rustfmt::skip]
#[allow(unused, dropping_references, clippy::all)]
mod generated_few;
#[cfg(not(miri))]
#[rustfmt::skip]
#[allow(unused, dropping_references, clippy::all)]
mod generated_regions;
#[rustfmt::skip]
#[allow(unused, dropping_references, clippy::all)]
mod generated_small;
mod tasks;
mod values;

use std::ops::Range;

use generate::Shape;
use judge::{Effort, Pools, judge};

/// The seeds that `generated_few.rs` and `generated.rs` are made of, and how long their pipelines are.
const FEW_SEEDS: Range<u64> = 0..7;
const SEEDS: Range<u64> = 7..133;
const SHAPE: Shape = Shape { longest: 14, depth: 0 };

/// Seeds of programs that compile as plain functions, but not as pipelines. An empty list is the aim.
const REFUSED: &[u64] = &[4, 13, 21, 24, 53, 54, 55, 82, 89, 93, 112, 117, 119];

/// The same of `generated_regions.rs`.
const REGION_SEEDS: u64 = 124;
const REGIONS: Shape = Shape { longest: 4, depth: 3 };
const REFUSED_REGIONS: &[u64] =
    &[4, 13, 15, 16, 21, 24, 25, 27, 28, 40, 53, 54, 55, 67, 76, 79, 82, 84, 89, 90, 93, 111, 112, 113, 117];

/// Seeds of programs that do something else than their plain functions: in this one, the value of a `break` that ran
/// ahead of the one that ends the loop is never dropped. An empty list is the aim.
const WRONG_REGIONS: &[u64] = &[116];

/// What `generated_small.rs` is made of. None moves a value in parts, which Miri refuses (see ARCHITECTURE.md).
const SMALL_SEEDS: &[u64] = &[7004, 7006, 7016, 7025];
const SMALL: Shape = Shape { longest: 2, depth: 2 };

fn check(cases: &[judge::Case], effort: Effort) {
    let pools = Pools::new();
    let differences: Vec<String> = cases.iter().flat_map(|case| judge(case, effort, &pools)).collect();
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

#[test]
#[cfg(not(miri))]
fn generated_pipelines_do_what_their_plain_functions_do() {
    check(generated::CASES, Effort { inputs: 6, shuffles: 8, runs: 2, pace: 2_000 });
    check(generated_few::CASES, Effort { inputs: 6, shuffles: 8, runs: 2, pace: 2_000 });
}

#[test]
#[cfg(not(miri))]
fn generated_regions_do_what_their_plain_functions_do() {
    check(generated_regions::CASES, Effort { inputs: 6, shuffles: 8, runs: 2, pace: 2_000 });
    check(generated_small::CASES, Effort { inputs: 6, shuffles: 8, runs: 2, pace: 2_000 });
}

/// `MIRIFLAGS="-Zmiri-tree-borrows -Zmiri-ignore-leaks -Zmiri-permissive-provenance" cargo +nightly miri test
/// -p superscalar-workspace --test it oracle::miri`
#[test]
fn miri() {
    check(generated_few::CASES, Effort { inputs: 2, shuffles: 1, runs: 1, pace: 0 });
}

#[test]
fn miri_regions() {
    check(generated_small::CASES, Effort { inputs: 2, shuffles: 1, runs: 1, pace: 0 });
}

#[test]
#[cfg_attr(miri, ignore = "reads a file")]
fn generated_file_is_what_the_generator_writes() {
    is_written("generated_few.rs", &generate::file(FEW_SEEDS.filter(|seed| !REFUSED.contains(seed)), SHAPE));
    is_written("generated.rs", &generate::file(SEEDS.filter(|seed| !REFUSED.contains(seed)), SHAPE));
    let left_out = |seed: &u64| REFUSED_REGIONS.contains(seed) || WRONG_REGIONS.contains(seed);
    is_written("generated_regions.rs", &generate::file((0..REGION_SEEDS).filter(|seed| !left_out(seed)), REGIONS));
    is_written("generated_small.rs", &generate::file(SMALL_SEEDS.iter().copied(), SMALL));
}

fn is_written(name: &str, text: &str) {
    let path = format!("{}/tests/it/oracle/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("ORACLE_WRITE").is_some() {
        std::fs::write(&path, text).expect("the file can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("the file is there");
    assert!(committed == text, "`{name}` is stale: run this test with ORACLE_WRITE=1");
}
