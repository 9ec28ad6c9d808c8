//! A program is told the same, as often, whether its body is a pipeline or a plain function.
//!
//! Each program is compiled twice: as it stands, and with the macros blanked out, which leaves every token of the user
//! where it was. What the compiler says must agree in level, code, place and words; snapshots of what it says are in
//! `tests/ui.rs`. Labels and notes are not compared. A known difference is listed with its reason, and a listed one
//! that is gone fails the test as a new one does.
#![allow(missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the lists of known differences were made with.
const COMPILER: &str = "rustc 1.95.";

/// Families of `tests/ui` in which rustc refuses the plain program, too.
const FAMILIES: &[&str] = &["borrow", "names", "regions", "signature", "types"];

/// Programs that are right as plain Rust, or whose sin is not of Rust.
const RIGHT_AS_PLAIN: &[&str] = &[
    "async_block",
    "cell_shared_by_iterations",
    "cell_struct_shared_by_iterations",
    "cell_struct_shared_in_chain",
    "not_a_task",
    "not_a_task_import",
    "not_a_task_in_body",
    "not_a_task_in_chain",
    "not_a_task_in_module",
    "rc_carried",
    "rc_made_in_body",
    "rc_made_in_branch",
    "rc_out_of_chain",
    "std_function",
    "window_no_number",
    "window_on_call",
    "window_on_if",
    "window_on_let",
    "window_on_pipeline",
    "window_on_while",
    "window_text",
    "window_twice",
    "window_two_numbers",
    "window_unknown_name",
    "window_zero",
];

const KNOWN_ERRORS: &[&str] = &[
    // The parallel copy of one node is borrow-checked, too, and says it in its own words.
    "borrow_behind_shared_field",
    "borrow_exclusive_twice_in_call",
    "borrow_move_out_of_reference",
    // A help that looks into an inner block is not found twice.
    "names_out_of_scope",
    // A call names the function and its companion.
    "names_private_task",
    "names_unknown_function",
    "names_unknown_in_module",
    // One warning less.
    "names_unknown_where",
    // The parallel copy of a body is checked, too, and says it in its own words.
    "regions_arm_type",
    "regions_borrow_outlives_iteration",
    "regions_changed_while_iterated",
    "regions_out_of_scope_of_body",
    "regions_two_exclusive_in_iteration",
    // A block that is refused is still told of its `await`.
    "regions_async_block_awaited",
    // A call names the function and its companion.
    "regions_unknown_function_in_chain",
    // The companion repeats the signature.
    "signature_bound_unmet",
    "signature_bound_unmet_generic",
    "signature_bound_unmet_out",
    "signature_bound_unmet_ref",
    "signature_dyn_missing",
    "signature_duplicate_function",
    "signature_dyn_out",
    "signature_generic_count",
    "signature_missing_lifetime_path",
    "signature_unknown_type_generic",
    "signature_unsized_out",
    "signature_unsized_param",
    "signature_unsized_param_slice",
    "names_unknown_return_type",
    // A mention is not the user's local, which takes a label or a help away.
    "types_call_a_number",
    "types_while_condition",
    // The macro's parser and rustc's both speak.
    "signature_no_body",
    // A generated token is blamed beside the user's.
    "types_ascription",
    "types_assign",
    "types_bound_not_met",
];

#[test]
fn a_wrong_program_is_refused_as_the_plain_one_is() {
    if !is_known_compiler() {
        return;
    }
    let mut programs = BTreeMap::new();
    for family in FAMILIES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui").join(family);
        for entry in std::fs::read_dir(folder).expect("the family is there") {
            let path = entry.expect("it can be read").path();
            let sin = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
            if path.extension().is_some_and(|e| e == "rs") && !RIGHT_AS_PLAIN.contains(&&*sin) {
                programs.insert(format!("{family}_{sin}"), std::fs::read_to_string(path).expect("it can be read"));
            }
        }
    }
    let project =
        Project { name: "errors", dependency: "superscalar", manifest: "[lints.rust]\ndead_code = \"allow\"\n" };
    let told = project.check(&programs, "check");
    let right: Vec<_> = told.iter().filter(|(_, (_, plain))| plain.is_empty()).map(|(name, _)| name).collect();
    assert!(right.is_empty(), "right as plain Rust: {right:?}");
    compare(&told, KNOWN_ERRORS);
}

/// Statements of `fn solar(a: u32, text: &str) -> Result<u32, String>`, each with a warning as plain Rust.
const WARNINGS: &[(&str, &str)] = &[
    ("assertions_on_constants", "assert!(true); Ok(add(a, 1))"),
    ("bool_comparison", "if text.is_empty() == true { return Ok(1); } Ok(add(a, 1))"),
    ("cast_lossless", "let b = add(a, 1) as u64; Ok(u32::from(b > 1))"),
    ("cast_possible_truncation", "let b = add(a, 1) as u8; Ok(u32::from(b))"),
    ("clone_on_copy", "Ok(add(a.clone(), 1))"),
    ("collapsible_if", "if a > 2 { if text.is_empty() { return Ok(add(a, 1)); } } Ok(a)"),
    ("deprecated_method", "let t = text.trim_left(); Ok(add(a, size(t)))"),
    ("deprecated_task", "Ok(old(a))"),
    ("dropping_references", "let s = own(text); drop(&s); Ok(size(&s))"),
    ("expectation_met", "#[expect(unused_variables)] let b = add(a, 1); Ok(a)"),
    ("explicit_counter_loop", "let mut n = 0; for s in text.lines() { println!(\"{n}{}\", size(s)); n += 1; } Ok(a)"),
    ("explicit_iter_loop", "let v = [add(a, 1), 2]; for x in v.iter() { println!(\"{x}\"); } Ok(1)"),
    ("identity_op", "let b = add(a, 1); Ok(b + 0)"),
    ("irrefutable_let_patterns", "let b = add(a, 1); if let c = b { return Ok(c); } Ok(1)"),
    ("let_and_return", "let b = own(text); let c = { let d = size(&b); d }; Ok(c)"),
    ("let_unit_value", "let mut s = own(text); let u = cut(&mut s); Ok(size(&s))"),
    ("manual_range_contains", "let b = add(a, 1); Ok(u32::from(b >= 1 && b < 10))"),
    ("many_single_char_names", "let b = add(a, 1); let c = add(b, 1); let d = add(c, 1); let e = add(d, 1); Ok(e)"),
    ("match_same_arms", "let b = match a { 0 => add(a, 1), 1 => add(a, 1), _ => 2 }; Ok(b)"),
    ("must_use", "add(a, 1); Ok(add(a, 2))"),
    ("must_use_chain", "text.lines().map(|line| add(size(line), 1)); Ok(a)"),
    ("must_use_glue", "a.wrapping_add(1); Ok(add(a, 2))"),
    ("must_use_in_body", "for i in 0..a { add(i, 1); } Ok(a)"),
    ("must_use_in_branch", "if a > 2 { parse(text); } Ok(add(a, 1))"),
    ("must_use_operator", "a + 1; Ok(add(a, 2))"),
    ("must_use_result", "parse(text); Ok(add(a, 2))"),
    ("needless_borrow", "let s = own(text); Ok(size(&&s))"),
    ("needless_continue", "for i in 0..a { if add(i, 1) > 2 { println!(\"{i}\"); } else { continue; } } Ok(a)"),
    ("needless_range_loop", "let v = [add(a, 1), 2]; for i in 0..2 { println!(\"{}\", v[i]); } Ok(1)"),
    ("needless_return", "let b = add(a, 1); return Ok(b);"),
    ("never_assigned_read", "let b; b = add(a, 1); Ok(a)"),
    ("never_loop", "for i in 0..a { return Ok(add(i, 1)); } Ok(a)"),
    ("question_mark", "let b = match parse(text) { Ok(b) => b, Err(e) => return Err(e) }; Ok(add(a, b))"),
    ("redundant_closure", "let b = Some(a).map(|x| twice(x)); Ok(add(b.unwrap_or(1), 1))"),
    ("redundant_closure_in_chain", "let n: u32 = text.lines().map(|line| size(line)).sum(); Ok(n)"),
    ("similar_names", "let fooz = add(a, 1); let fool = add(fooz, 1); Ok(fool)"),
    ("single_match", "match Some(add(a, 1)) { Some(b) => println!(\"{b}\"), None => {} } Ok(1)"),
    (
        "single_match_else",
        "let b = match parse(text) { Ok(b) => add(a, b), Err(_) => { let s = own(text); size(&s) } }; Ok(b)",
    ),
    ("uninlined_format_args", "let b = add(a, 1); println!(\"{}\", b); Ok(b)"),
    ("unnecessary_operation", "(a, add(a, 1)); Ok(1)"),
    ("unreachable_code", "return Ok(add(a, 1)); Ok(2)"),
    ("unreachable_in_body", "for i in 0..a { if add(i, 1) > 2 { break; println!(\"{i}\"); } } Ok(a)"),
    ("unused_assignment", "let mut b = add(a, 1); b = add(a, 2); Ok(b)"),
    ("unused_assignment_in_body", "let mut b = 0; for i in 0..a { b = add(i, 1); } Ok(a)"),
    ("unused_assignment_in_branch", "let mut b = 0; if a > 2 { b = add(a, 1); } Ok(a)"),
    ("unused_assignment_last", "let mut b = add(a, 1); let c = add(b, 2); b = 3; Ok(c)"),
    ("unused_braces", "Ok(add({ a }, 1))"),
    ("unused_closure_parameter", "let n: u32 = text.lines().map(|line| add(a, 1)).sum(); Ok(n)"),
    ("unused_const", "const N: u32 = 1; Ok(add(a, 1))"),
    ("unused_import", "use std::fmt::Debug; Ok(add(a, 1))"),
    ("unused_in_arm", "let b = match parse(text) { Ok(n) => add(a, 1), Err(_) => 2 }; Ok(b)"),
    ("unused_in_body", "for i in 0..a { let b = add(i, 1); } Ok(a)"),
    ("unused_item", "fn inner() {} Ok(add(a, 1))"),
    ("unused_item_in_body", "for i in 0..a { fn inner() {} println!(\"{}\", add(i, 1)); } Ok(a)"),
    ("unused_label", "let b = 'l: { add(a, 1) }; Ok(b)"),
    ("unused_label_of_loop", "'l: for i in 0..a { println!(\"{}\", add(i, 1)); } Ok(a)"),
    ("unused_loop_variable", "let mut n = 0; for i in 0..a { n = add(n, 1); } Ok(n)"),
    ("unused_macro", "macro_rules! m { () => { 1 } } Ok(add(a, 1))"),
    ("unused_mut", "let mut b = add(a, 1); Ok(b)"),
    ("unused_mut_in_branch", "if a > 2 { let mut b = add(a, 1); return Ok(b); } Ok(a)"),
    ("unused_parens", "let b = (add(a, 1)); Ok(b)"),
    ("unused_parens_argument", "Ok(add((a), 1))"),
    ("unused_parens_of_condition", "if (a > 2) { return Ok(add(a, 1)); } Ok(a)"),
    ("unused_variable", "let b = add(a, 1); Ok(add(a, 2))"),
    ("unused_variable_in_pattern", "let (b, c) = (add(a, 1), add(a, 2)); Ok(b)"),
    (
        "while_let_on_iterator",
        "let mut lines = text.lines(); let mut n = 0; while let Some(s) = lines.next() { n = add(n, size(s)); } Ok(n)",
    ),
    ("while_true", "let mut b = add(a, 1); while true { b = 2; if b > 1 { break; } } Ok(b)"),
];

/// Statements without a warning.
const QUIET: &[(&str, &str)] = &[
    ("quiet_allow", "#[allow(unused_variables)] let b = add(a, 1); Ok(a)"),
    (
        "quiet_arm_while",
        "let mut b = add(a, 1); match a { 0 => println!(\"{b}\"), 1 => while b < 9 { b = add(b, 2); }, _ => b = 7 } Ok(b)",
    ),
    ("quiet_block", "let b = { let c = add(a, 1); let d = size(text); add(c, d) }; Ok(b)"),
    ("quiet_branch", "let b = if a > 2 { add(a, 1) } else { add(a, 2) }; Ok(b)"),
    ("quiet_branch_changes", "let mut b = add(a, 1); if b > 2 { b = add(b, 3); } else { b += 1; } Ok(b)"),
    (
        "quiet_branch_else_if",
        "let s = own(text); let b = if s.is_empty() { 1 } else if a > 2 { add(a, size(&s)) } else { size(&s) }; Ok(b)",
    ),
    ("quiet_branch_let_chain", "if let Ok(b) = parse(text) && b > 2 { return Ok(add(a, b)); } Ok(a)"),
    (
        "quiet_branch_moves",
        "let s = own(text); let n = size(&s); let t = if n > 2 { s } else { own(\"x\") }; Ok(size(&t))",
    ),
    ("quiet_branch_tail", "if a > 2 { parse(text) } else { Ok(add(a, 1)) }"),
    ("quiet_cfg", "#[cfg(any())] let b = add(a, 1); Ok(add(a, 2))"),
    ("quiet_chain", "let all: Vec<u32> = (0..a).map(|i| add(i, 1)).collect(); Ok(all.iter().sum())"),
    (
        "quiet_chain_filter",
        "let n: u32 = text.lines().filter_map(|line| parse(line).ok()).map(|n| add(n, a)).sum(); Ok(n)",
    ),
    (
        "quiet_chain_flat",
        "let all: Vec<u32> = text.lines().flat_map(|line| vec![size(line), add(a, 1)]).collect(); Ok(all[0])",
    ),
    (
        "quiet_chain_results",
        "let all = text.lines().map(|line| parse(line.trim())).collect::<Result<Vec<_>, _>>()?; Ok(all[0])",
    ),
    ("quiet_for", "let mut sum = 0; for i in 0..a { let b = add(i, 1); sum = add(sum, b); } Ok(sum)"),
    (
        "quiet_for_exits",
        "for s in text.lines() { if s.is_empty() { continue; } let n = parse(s)?; if n > a { return Ok(n); } let m = add(n, 1); if m == 7 { break; } } Ok(a)",
    ),
    (
        "quiet_for_labels",
        "let mut n = 0; 'a: for i in 0..a { for j in 0..i { if add(i, j) > 9 { continue 'a; } n = add(n, j); } } Ok(n)",
    ),
    (
        "quiet_for_owned",
        "let mut n = 0; for line in text.lines() { let mut s = own(line); cut(&mut s); n += size(&s); } Ok(n)",
    ),
    (
        "quiet_for_push",
        "let mut all = Vec::new(); for line in text.lines() { let n = parse(line)?; all.push(n); } Ok(all.iter().sum())",
    ),
    ("quiet_for_underscore", "for _ in 0..a { let _n = add(a, 1); let _ = own(text); } Ok(a)"),
    (
        "quiet_for_zip",
        "let mut n = 0; for (i, line) in (0..a).zip(text.lines()) { n = add(n, add(i, size(line))); } Ok(n)",
    ),
    ("quiet_glue", "let b = [add(a, 1), 2]; let (c, _) = (b[0], text.len()); println!(\"{c}\"); Ok(c.max(b[1]))"),
    ("quiet_if_let", "let b = if let Ok(b) = parse(text) { add(b, 1) } else { a }; Ok(b)"),
    (
        "quiet_keep_in_body",
        "for i in 0..a { #[keep] let n = add(i, 1); if n > 3 { #[keep] let m = add(n, 1); println!(\"{m}\"); } } Ok(a)",
    ),
    ("quiet_let_else", "let Ok(b) = parse(text) else { return Ok(add(a, 1)); }; Ok(add(a, b))"),
    ("quiet_loop", "let mut b = a; let c = loop { b = add(b, 1); if b > 9 { break b; } }; Ok(c)"),
    ("quiet_match", "let b = match a { 0 => add(a, 1), 1 | 2 => size(text), n if n > 9 => add(n, 2), _ => 7 }; Ok(b)"),
    ("quiet_straight", "let b = parse(text)?; let c = add(a, b); let d = add(b, a); Ok(add(c, d))"),
    ("quiet_taken", "let mut s = own(text); cut(&mut s); let n = size(&s); drop(s); Ok(n)"),
    ("quiet_underscore", "let _b = add(a, 1); let _ = own(text); Ok(a)"),
    (
        "quiet_window",
        "let mut n = 0; #[window(4)] for i in 0..a { #[window(4)] for j in 0..i { n = add(n, j); } n = add(n, i); } Ok(n)",
    ),
    ("quiet_while", "let mut b = a; while b < 10 { b = add(b, 1); } Ok(b)"),
    (
        "quiet_while_let",
        "let mut left = vec![a, 1]; let mut n = 0; while let Some(b) = left.pop() { n = add(n, b); } Ok(n)",
    ),
];

const ITEMS: &[(&str, &str)] = &[
    ("dead_helper", "fn helper() {}"),
    ("dead_pipeline", "pipeline! {\n    fn other(a: u32) -> u32 {\n        add(a, 1)\n    }\n}"),
    ("dead_task", "#[task]\nfn helper() -> u32 {\n    1\n}"),
    ("deprecated_pipeline_called", "/// Calls.\npub fn caller() {\n    let _ = retired(1);\n}"),
    ("missing_must_use", "/// One.\n#[task]\npub fn one() -> u32 {\n    1\n}"),
    ("missing_docs", "#[must_use]\n#[task]\npub fn one() -> u32 {\n    1\n}"),
    ("needless_pass_by_value", "/// One.\n#[must_use]\n#[task]\npub fn one(s: String) -> usize {\n    s.len()\n}"),
    ("non_snake_case", "/// One.\n#[must_use]\n#[task]\npub fn doIt() -> u32 {\n    1\n}"),
    ("ptr_arg", "/// One.\n#[must_use]\n#[task]\npub fn one(s: &String) -> usize {\n    s.len()\n}"),
    ("task_expectation_met", "#[expect(dead_code)]\n#[task]\nfn one() -> u32 {\n    1\n}"),
    ("too_many_arguments", "/// One.\n#[task]\npub fn one(_: u8, _: u8, _: u8, _: u8, _: u8, _: u8, _: u8, _: u8) {}"),
    ("unused_parameter", "/// One.\n#[must_use]\n#[task]\npub fn one(a: u32) -> u32 {\n    1\n}"),
];

const KNOWN_WARNINGS: &[&str] = &[];

#[test]
fn a_program_is_warned_as_the_plain_one_is() {
    if !is_known_compiler() {
        return;
    }
    let mut programs = BTreeMap::new();
    for (name, body) in WARNINGS.iter().chain(QUIET) {
        programs.insert((*name).to_owned(), program("", body, ""));
    }
    for (name, items) in ITEMS {
        programs.insert((*name).to_owned(), program("", "Ok(add(a, size(text)))", items));
    }
    programs
        .insert("quiet_shadowed".to_owned(), program(SHADOWS, "let b = parse(text)?; let c = add(a, b); Ok(c)", ""));
    let has_clippy = runs(Command::new("cargo").args(["clippy", "--version"]));
    if !has_clippy {
        eprintln!("skipped: no clippy, so only rustc's own warnings are compared");
    }
    // The dependency goes by another name.
    let project = Project { name: "warnings", dependency: "oo", manifest: "" };
    let told = project.check(&programs, if has_clippy { "clippy" } else { "check" });
    let quiet = |name: &str| name.starts_with("quiet") || name.ends_with("expectation_met");
    let idle = |name: &str, warned: bool| warned == quiet(name) && (warned || has_clippy);
    let idle: Vec<_> = told.iter().filter(|(name, (_, plain))| idle(name, !plain.is_empty())).collect();
    assert!(idle.is_empty(), "these do not test what they are named after: {idle:#?}");
    compare(&told, KNOWN_WARNINGS);
}

const SHADOWS: &str = "
macro_rules! shadow {
    ($($name:ident)*) => { $(#[allow(dead_code, non_camel_case_types)] struct $name;)* };
}
shadow! { Option Send Sync Copy Clone Default Drop Fn FnMut FnOnce Box Vec Infallible PhantomData bool usize u64 }
#[allow(unused_macros)]
macro_rules! unreachable { () => { compile_error!(\"shadowed\") }; }
#[allow(dead_code)]
mod core {}
#[allow(dead_code)]
mod superscalar {}
";

/// A library with `body` in a pipeline.
fn program(before: &str, body: &str, items: &str) -> String {
    format!(
        r#"//! A program.
#![warn(clippy::pedantic, missing_docs)]
#![allow(clippy::empty_line_after_doc_comments, clippy::empty_line_after_outer_attr, clippy::items_after_statements)]
#![forbid(unsafe_code)]
use oo::{{pipeline, task}};
{before}
#[must_use]
#[task]
fn add(left: u32, right: u32) -> u32 {{
    left.wrapping_add(right)
}}

#[task]
fn parse(text: &str) -> Result<u32, String> {{
    text.parse().map_err(|_| text.to_owned())
}}

#[task]
fn own(text: &str) -> String {{
    text.to_owned()
}}

#[task]
fn cut(text: &mut String) {{
    text.pop();
}}

#[task]
fn size(text: &str) -> u32 {{
    text.chars().map(|_| 1).sum()
}}

#[deprecated]
#[task]
fn old(a: u32) -> u32 {{
    a
}}

/// Is used.
#[allow(deprecated)]
#[must_use]
pub fn uses(text: &str) -> u32 {{
    let mut s = own(text);
    cut(&mut s);
    add(size(&s), old(twice(1))).max(parse(text).unwrap_or(1))
}}

fn twice(x: u32) -> u32 {{
    x.wrapping_mul(2)
}}

pipeline! {{
    /// Is retired.
    #[deprecated]
    #[must_use]
    pub fn retired(a: u32) -> u32 {{
        add(a, 1)
    }}
}}

pipeline! {{
    /// Runs.
    /// # Errors
    /// Sometimes.
    #[allow(clippy::unnecessary_wraps)]
    pub fn solar(a: u32, text: &str) -> Result<u32, String> {{
        let (_, _) = (a, text);
        {body}
    }}
}}
{items}
"#
    )
}

/// A cargo project whose examples are the programs.
struct Project {
    name: &'static str,
    /// The name under which the programs know superscalar.
    dependency: &'static str,
    manifest: &'static str,
}

/// What a program is told: as it stands, and as plain Rust.
type Told = BTreeMap<String, (BTreeMap<String, usize>, BTreeMap<String, usize>)>;

impl Project {
    fn check(&self, programs: &BTreeMap<String, String>, command: &str) -> Told {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("as_plain_{}", self.name));
        let _ = std::fs::remove_dir_all(folder.join("programs"));
        std::fs::create_dir_all(folder.join("programs")).expect("the folder can be made");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut manifest = format!(
            "[package]\nname = \"as_plain_{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n[workspace]\n\
             [lib]\npath = \"lib.rs\"\n[dependencies.{}]\npackage = \"superscalar\"\npath = {:?}\n{}",
            self.name,
            self.dependency,
            root.join("runtime"),
            self.manifest,
        );
        for (name, source) in programs {
            for (file, source) in [(format!("{name}.rs"), source.clone()), (format!("{name}.plain.rs"), plain(source))]
            {
                let target = file.trim_end_matches(".rs").replace('.', "_");
                writeln!(
                    manifest,
                    "[[example]]\nname = \"{target}\"\npath = \"programs/{file}\"\ncrate-type = [\"lib\"]"
                )
                .expect("a string takes it");
                std::fs::write(folder.join("programs").join(file), source).expect("it can be written");
            }
        }
        std::fs::write(folder.join("Cargo.toml"), manifest).expect("it can be written");
        std::fs::write(folder.join("lib.rs"), "").expect("it can be written");
        std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the workspace is locked");

        let output = Command::new("cargo")
            .args([command, "--examples", "--keep-going", "--offline", "--quiet", "--color", "never"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("as_plain_target"))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(!text.contains("could not compile `superscalar"), "{text}");
        assert!(!text.contains("error: failed to"), "{text}");
        let mut told: Told = programs.keys().map(|name| (name.clone(), Default::default())).collect();
        // `error[E0382]: use of moved value: `raw``, and below it ` --> programs/use_after_move.rs:17:13`.
        let mut headline = "";
        for line in text.lines() {
            if ["error", "warning"].iter().any(|level| line.starts_with(level)) {
                headline = line;
            }
            let Some(place) = line.trim_start().strip_prefix("--> programs/").filter(|_| !headline.is_empty()) else {
                continue;
            };
            let (name, place) = place.split_once(".rs:").expect("a program is a Rust file");
            let (name, is_plain) = name.strip_suffix(".plain").map_or((name, false), |name| (name, true));
            let (pipeline, plain) = told.get_mut(name).expect("a program of ours");
            *if is_plain { plain } else { pipeline }.entry(format!("{place}: {headline}")).or_default() += 1;
            headline = "";
        }
        told
    }
}

/// The program without the macros: what is left stands where it was.
fn plain(source: &str) -> String {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in source.lines() {
        let code = line.trim_start();
        let opens = line == "pipeline! {";
        let closes = inside && line == "}";
        inside = (inside || opens) && !closes;
        let ours = ["use superscalar::", "use oo::", "#[task", "#[superscalar::task", "#[pipelined"];
        let blank = opens || closes || ours.iter().any(|start| code.starts_with(start));
        lines.push(if blank {
            String::new()
        } else {
            line.replace("#[keep]", "       ").replace("#[window(4)]", "            ")
        });
    }
    lines.join("\n")
}

fn compare(told: &Told, known: &[&str]) {
    let different: BTreeSet<&str> =
        told.iter().filter(|(_, (pipeline, plain))| pipeline != plain).map(|(name, _)| &**name).collect();
    let known: BTreeSet<&str> = known.iter().copied().collect();
    for name in different.difference(&known) {
        let (pipeline, plain) = &told[*name];
        eprintln!("{name}\n  pipeline: {pipeline:#?}\n  plain: {plain:#?}");
    }
    let new: Vec<_> = different.difference(&known).collect();
    let gone: Vec<_> = known.difference(&different).collect();
    assert!(new.is_empty() && gone.is_empty(), "differ from plain Rust: {new:?}; no longer do: {gone:?}");
}

fn is_known_compiler() -> bool {
    let version = Command::new("rustc").arg("--version").output().expect("rustc runs");
    let version = String::from_utf8(version.stdout).expect("rustc prints UTF-8");
    let known = version.starts_with(COMPILER) && !version.contains("nightly");
    if !known {
        eprintln!("skipped: the known differences are those of {COMPILER}x, this is {version}");
    }
    known
}

fn runs(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}
