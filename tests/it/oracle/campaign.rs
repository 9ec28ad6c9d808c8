//! Fresh pipelines, in a crate of their own.
//!
//! `ORACLE_SEED=1000 ORACLE_COUNT=300 cargo test --test it oracle::campaign -- --ignored --nocapture`, with
//! `ORACLE_DEPTH=3` for pipelines with branches and loops in each other. Those that do not compile are listed and left out; every
//! other one runs in a process of its own, so that a crash or an endless loop is a finding like any other.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use super::generate::{self, Shape};

#[test]
#[ignore = "takes minutes: run it by name"]
fn fresh_pipelines() {
    let seed = number("ORACLE_SEED", 1_000);
    let count = number("ORACLE_COUNT", 100);
    let depth = number("ORACLE_DEPTH", 0) as usize;
    let longest = number("ORACLE_LONGEST", if depth > 0 { 4 } else { 14 }) as usize;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle");
    std::fs::create_dir_all(folder.join("src")).expect("a folder for the crate");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file of the crate");
    write("Cargo.toml", &manifest(root));
    write("src/main.rs", &main(root));
    std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file");
    let mut refused = BTreeMap::new();
    loop {
        let seeds = (seed..seed + count).filter(|seed| !refused.contains_key(seed)).collect::<Vec<u64>>();
        let text = generate::file(seeds.into_iter(), Shape { longest, depth });
        write("src/generated.rs", &text);
        let more = errors(&folder, &text);
        if more.is_empty() {
            break;
        }
        refused.extend(more);
    }
    for (seed, error) in &refused {
        println!("{seed} is refused: {error}");
    }
    println!("{} of {count} are refused", refused.len());
    let status = cargo(&folder, "run").arg("--quiet").status().expect("cargo runs");
    assert!(status.success(), "see above, and {}", folder.display());
}

/// The seeds whose pipelines do not compile, each with its first error.
fn errors(folder: &Path, text: &str) -> BTreeMap<u64, String> {
    let output = cargo(folder, "build").args(["--quiet", "--message-format", "short"]).output().expect("cargo runs");
    let report = String::from_utf8_lossy(&output.stderr);
    let mut found = BTreeMap::new();
    for line in report.lines().filter(|line| line.contains(": error")) {
        let mut parts = line.strip_prefix("src/generated.rs:").unwrap_or_default().splitn(3, ':');
        let place = parts.next().and_then(|line| line.parse::<usize>().ok());
        let owner = place.and_then(|place| owner(text, place));
        found.entry(owner.unwrap_or_else(|| panic!("{report}"))).or_insert_with(|| line.to_owned());
    }
    assert!(output.status.success() || !found.is_empty(), "{report}");
    found
}

/// The seed of the pipeline that a line is part of.
fn owner(text: &str, line: usize) -> Option<u64> {
    let before = text.lines().take(line).collect::<Vec<_>>();
    let name = before.iter().rev().find_map(|line| line.strip_prefix("pub mod pipeline_"))?;
    name.trim_end_matches(" {").parse().ok()
}

fn cargo(folder: &Path, command: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([command, "--offline", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    cargo
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().expect("a number"))
}

fn manifest(root: &Path) -> String {
    let runtime = root.join("runtime");
    format!(
        "[package]\nname = \"oracle\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         superscalar = {{ path = {runtime:?} }}\n\n[workspace]\n\n[profile.dev]\ndebug = 0\n"
    )
}

fn main(root: &Path) -> String {
    let module = |name: &str| format!("#[path = {:?}]\n", root.join(format!("tests/it/oracle/{name}.rs")));
    format!(
        "#![allow(unused, clippy::all)]\n#[macro_use]\n{}mod judge;\nmod generated;\n{}mod tasks;\n{}mod values;\n{MAIN}",
        module("judge"),
        module("tasks"),
        module("values"),
    )
}

const MAIN: &str = r#"
use std::process::{Command, exit};
use std::time::{Duration, Instant};

/// Judges the case that is named, or every case in a process of its own.
fn main() {
    if let Some(name) = std::env::args().nth(1) {
        let case = generated::CASES.iter().find(|case| case.name == name).expect("a case of the name");
        let effort = judge::Effort { inputs: 12, shuffles: 12, runs: 2, pace: 2_000 };
        let found = judge::judge(case, effort, &judge::Pools::new());
        found.iter().take(3).for_each(|difference| println!("{difference}\n"));
        exit(i32::from(!found.is_empty()));
    }
    let wrong = generated::CASES.iter().filter(|case| !alone(case.name)).count();
    println!("{} pipelines, {wrong} wrong", generated::CASES.len());
    exit(i32::from(wrong > 0));
}

fn alone(name: &str) -> bool {
    let this = std::env::current_exe().expect("a path");
    let mut child = Command::new(this).arg(name).spawn().expect("a process");
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if begun.elapsed() > Duration::from_secs(120) {
            child.kill().expect("a child");
            println!("{name} does not end");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    if !status.success() {
        println!("{name}: {status}");
    }
    status.success()
}
"#;
