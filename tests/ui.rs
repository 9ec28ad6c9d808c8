//! Programs that do not compile, and what they are told: `tests/ui/<family>/<sin>.rs`, one sin a file.
//!
//! Snapshots (`.stderr`) belong to one compiler; `tests/as_plain.rs` compares the same programs with plain Rust under any.
//! A program without a snapshot is one whose text would quote std's sources, or that `as_plain.rs` lists as a known
//! difference. `TRYBUILD=overwrite cargo test --test ui` renews the snapshots that exist.
#![allow(missing_docs)]

use std::path::{Path, PathBuf};
use std::process::Command;

const COMPILER: &str = "rustc 1.95.";

#[test]
fn a_wrong_program_is_told_what_to_write() {
    let version = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("--version").output();
    let version = String::from_utf8(version.expect("rustc runs").stdout).expect("rustc prints UTF-8");
    if !version.starts_with(COMPILER) || version.contains("nightly") {
        eprintln!("skipped: the snapshots are those of {COMPILER}x, this is {version}");
        return;
    }
    let programs = programs();
    assert!(programs.len() >= 50, "only {} programs have a snapshot", programs.len());
    let cases = trybuild::TestCases::new();
    programs.iter().for_each(|program| cases.compile_fail(program));
}

/// The programs that have a snapshot, in order.
fn programs() -> Vec<PathBuf> {
    let families = files(Path::new("tests/ui"));
    let programs = families.iter().flat_map(|family| files(family));
    programs
        .filter(|file| file.extension().is_some_and(|e| e == "rs") && file.with_extension("stderr").exists())
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    files
}
