//! What is in a directory of text: top words, longest lines, files that are copies of each other.
//!
//! `cargo run --example text_corpus [DIR] [--graph]`; without DIR it reads the sources of this crate.
//!
//! Shows slices of one task's output in use by other tasks: the text is read once, `load` owns it, and words, lines and
//! paths are `&str` into it from there on. Both halves of the corpus are tokenised and counted in parallel, beside the
//! search for long lines and copies. No `Arc`, no `clone`: the borrow checker sees that `corpus` outlives its readers.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use superscalar::{pipeline, task};

pipeline! {
    /// Reads every text file under `root` and says what is in there.
    fn corpus(root: &Path) -> Result<Report, Unreadable> {
        let corpus = load(root)?;

        let (left, right) = halves(&corpus);
        let left_words = tokenise(left);
        let right_words = tokenise(right);
        let left_counts = count(&left_words);
        let right_counts = count(&right_words);
        let counts = merge(left_counts, right_counts);
        let top = top_words(&counts, 10);

        let lines = longest_lines(&corpus, 5);
        let copies = duplicates(&corpus);

        Ok(report(&corpus, &counts, &top, &lines, &copies))
    }
}

fn main() -> ExitCode {
    let (root, draw) = arguments();
    if draw {
        println!("{}", corpus::graph());
    }
    match (corpus(&root), corpus::serial(&root)) {
        (Ok(report), Ok(serial)) if report == serial => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        (Err(error), _) | (_, Err(error)) => fail(&error),
        (Ok(report), Ok(serial)) => fail(&format!("two results\nparallel:\n{report}\nserial:\n{serial}")),
    }
}

fn arguments() -> (PathBuf, bool) {
    let (flags, paths): (Vec<_>, Vec<_>) = std::env::args_os().skip(1).partition(|argument| argument == "--graph");
    let own_sources = || concat!(env!("CARGO_MANIFEST_DIR"), "/runtime").into();
    (PathBuf::from(paths.into_iter().next().unwrap_or_else(own_sources)), !flags.is_empty())
}

fn fail(reason: &dyn fmt::Display) -> ExitCode {
    eprintln!("text_corpus: {reason}");
    ExitCode::FAILURE
}

// ---- what the tasks hand to each other ----

/// The text under one directory, in order of path. All other values borrow from this one.
struct Corpus {
    files: Vec<File>,
    /// Files that are not UTF-8.
    skipped: usize,
}

struct File {
    /// Relative to the root.
    path: String,
    text: String,
}

/// The words of one file, as slices of its text.
struct Words<'a>(Vec<&'a str>);

type Counts<'a> = HashMap<&'a str, usize>;

/// A line and where it stands.
struct Line<'a> {
    path: &'a str,
    number: usize,
    text: &'a str,
}

/// A file or directory that could not be read.
#[derive(Debug)]
struct Unreadable {
    path: PathBuf,
    cause: io::Error,
}

// ---- load ----

/// All UTF-8 files under `root`. Symbolic links are not followed, so the walk ends.
#[task]
fn load(root: &Path) -> Result<Corpus, Unreadable> {
    let mut paths = Vec::new();
    walk(root, &mut paths)?;
    paths.sort();

    let mut corpus = Corpus { files: Vec::new(), skipped: 0 };
    for path in paths {
        let bytes = fs::read(&path).map_err(|cause| Unreadable { path: path.clone(), cause })?;
        match String::from_utf8(bytes) {
            Ok(text) => corpus.files.push(File { path: relative(&path, root), text }),
            Err(_) => corpus.skipped += 1,
        }
    }
    Ok(corpus)
}

fn walk(directory: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Unreadable> {
    let unreadable = |cause| Unreadable { path: directory.to_owned(), cause };
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            walk(&entry.path(), paths)?;
        } else if kind.is_file() {
            paths.push(entry.path());
        }
    }
    Ok(())
}

fn relative(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned()
}

// ---- words ----

/// Two slices of the corpus with about as many bytes each.
#[task]
fn halves(corpus: &Corpus) -> (&[File], &[File]) {
    let total: usize = corpus.files.iter().map(|file| file.text.len()).sum();
    let mut before = 0;
    let middle = corpus.files.iter().take_while(|file| {
        let first_half = before < total / 2;
        before += file.text.len();
        first_half
    });
    corpus.files.split_at(middle.count())
}

/// A word is a run of letters, digits and `_` that does not begin with a digit.
#[task]
fn tokenise<'a>(files: &'a [File]) -> Vec<Words<'a>> {
    let between = |c: char| !(c.is_alphanumeric() || c == '_');
    let is_word = |run: &&str| run.starts_with(|c: char| c.is_alphabetic() || c == '_');
    files.iter().map(|file| Words(file.text.split(between).filter(is_word).collect())).collect()
}

#[task]
fn count<'a>(files: &[Words<'a>]) -> Counts<'a> {
    let mut counts = Counts::new();
    for word in files.iter().flat_map(|Words(words)| words) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[task]
fn merge<'a>(mut left: Counts<'a>, right: Counts<'a>) -> Counts<'a> {
    for (word, times) in right {
        *left.entry(word).or_default() += times;
    }
    left
}

/// The `n` most frequent words; those of equal count in alphabetic order.
#[task]
fn top_words<'a>(counts: &Counts<'a>, n: usize) -> Vec<(&'a str, usize)> {
    let mut words: Vec<_> = counts.iter().map(|(&word, &times)| (word, times)).collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    words.truncate(n);
    words
}

// ---- lines and copies ----

/// The `n` lines with most characters; those of equal length in order of path and number.
#[task]
fn longest_lines<'a>(corpus: &'a Corpus, n: usize) -> Vec<Line<'a>> {
    let mut lines: Vec<_> =
        corpus.files.iter().flat_map(lines_of).map(|line| (line.text.chars().count(), line)).collect();
    lines.sort_by_key(|&(length, _)| Reverse(length));
    lines.into_iter().take(n).map(|(_, line)| line).collect()
}

fn lines_of(file: &File) -> impl Iterator<Item = Line<'_>> {
    let line = |(index, text)| Line { path: &file.path, number: index + 1, text };
    file.text.lines().enumerate().map(line)
}

/// Groups of two or more files with the same bytes. Equal hashes nominate, a comparison decides.
#[task]
fn duplicates<'a>(corpus: &'a Corpus) -> Vec<Vec<&'a str>> {
    let mut buckets: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut groups: Vec<(&'a str, Vec<&'a str>)> = Vec::new();
    for File { path, text } in &corpus.files {
        let bucket = buckets.entry(hash(text)).or_default();
        match bucket.iter().find(|&&group| groups[group].0 == text) {
            Some(&group) => groups[group].1.push(path),
            None => {
                bucket.push(groups.len());
                groups.push((text, vec![path]));
            }
        }
    }
    groups.into_iter().map(|(_, paths)| paths).filter(|paths| paths.len() > 1).collect()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

// ---- the report ----

/// What is left when the corpus is gone; owns its text.
#[derive(Debug, PartialEq)]
struct Report {
    files: usize,
    skipped: usize,
    bytes: usize,
    words: usize,
    distinct: usize,
    top: Vec<(String, usize)>,
    /// Path, line number, length in characters, beginning.
    longest: Vec<(String, usize, usize, String)>,
    copies: Vec<Vec<String>>,
}

#[task]
fn report(
    corpus: &Corpus,
    counts: &Counts<'_>,
    top: &[(&str, usize)],
    longest: &[Line<'_>],
    copies: &[Vec<&str>],
) -> Report {
    Report {
        files: corpus.files.len(),
        skipped: corpus.skipped,
        bytes: corpus.files.iter().map(|file| file.text.len()).sum(),
        words: counts.values().sum(),
        distinct: counts.len(),
        top: top.iter().map(|&(word, times)| (word.to_owned(), times)).collect(),
        longest: longest.iter().map(excerpt).collect(),
        copies: copies.iter().map(|paths| paths.iter().map(|&path| path.to_owned()).collect()).collect(),
    }
}

fn excerpt(line: &Line<'_>) -> (String, usize, usize, String) {
    let beginning = line.text.trim_start().chars().take(60).collect();
    (line.path.to_owned(), line.number, line.text.chars().count(), beginning)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} files, {} bytes ({} skipped: not UTF-8)", self.files, self.bytes, self.skipped)?;
        writeln!(f, "{} words, {} distinct", self.words, self.distinct)?;
        writeln!(f, "\ntop words")?;
        for (word, times) in &self.top {
            writeln!(f, "{times:8}  {word}")?;
        }
        writeln!(f, "\nlongest lines")?;
        for (path, number, length, beginning) in &self.longest {
            writeln!(f, "{length:8}  {path}:{number}  {beginning}")?;
        }
        writeln!(f, "\nidentical files")?;
        for paths in &self.copies {
            writeln!(f, "          {}", paths.join(" = "))?;
        }
        Ok(())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for Unreadable {}
