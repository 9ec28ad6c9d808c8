//! Fresh pipelines, in a crate of their own.
//!
//! `ORACLE_SEED=1000 ORACLE_COUNT=300 cargo test --test it oracle::campaign -- --ignored --nocapture`

use std::path::Path;
use std::process::Command;

use super::generate;

#[test]
#[ignore = "takes minutes: run it by name"]
fn fresh_pipelines() {
    let seed = number("ORACLE_SEED", 1_000);
    let count = number("ORACLE_COUNT", 100);
    let longest = number("ORACLE_LONGEST", 14) as usize;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle");
    std::fs::create_dir_all(folder.join("src")).expect("a folder for the crate");
    let write = |name: &str, text: String| std::fs::write(folder.join(name), text).expect("a file of the crate");
    write("Cargo.toml", manifest(root));
    write("src/main.rs", main(root));
    write("src/generated.rs", generate::file(seed..seed + count, longest));
    std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file");
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .status()
        .expect("cargo runs");
    assert!(status.success(), "see above, and {}", folder.display());
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
fn main() {
    let effort = judge::Effort { inputs: 12, shuffles: 12, runs: 2, pace: 2_000 };
    let pools = judge::Pools::new();
    let only = std::env::args().nth(1);
    let chosen = |case: &&judge::Case| only.as_ref().is_none_or(|only| case.name == only);
    let mut differences = 0;
    for case in generated::CASES.iter().filter(chosen) {
        let found = judge::judge(case, effort, &pools);
        found.iter().take(3).for_each(|difference| println!("{difference}\n"));
        differences += usize::from(!found.is_empty());
    }
    println!("{} pipelines, {differences} differ", generated::CASES.len());
    std::process::exit(i32::from(differences > 0));
}
"#;
