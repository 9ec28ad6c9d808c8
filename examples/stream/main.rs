//! A text of any length in the memory of a few chunks: read in order, parse in parallel, write in order.
//!
//! `cargo run --release --example stream [-- [FILE] [--items N] [--key COLUMN] [--value COLUMN] [--alone]]`
//!
//! FILE is a CSV file without quotes; columns count from 0. Without FILE, an endless text is made up and left after N chunks of
//! 64 KiB, then after ten times as many. Shows the peak of the heap, and times beside the plain loop and rayon's `par_bridge`.
//! Fails if a result or an order differs, or if more than the window is in memory. `--alone` leaves out the other two, for streams
//! that are so long that once is enough.

mod measure;
mod source;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use measure::{Run, measured};
use rayon::iter::{ParallelBridge, ParallelIterator};
use source::{Chunk, Chunks, Endless, made_up};
use superscalar::{pipeline, task};

const WINDOW: usize = 16;

pipeline! {
    /// Statistics of one column by the values of another; a line for each chunk goes to `out`.
    fn summarise<W: Write + Send>(chunks: Chunks, query: &Query, out: &mut W) -> io::Result<Table> {
        let mut total = Table::new();
        #[window(WINDOW)] // no more chunks than this are in memory
        for (number, chunk) in chunks.enumerate() {
            if number == query.most { break; } // the text may be endless
            let chunk = chunk?;
            let rows = parse(&chunk, query)?;  // beside other chunks; rows borrow from theirs
            let part = aggregate(&rows);
            write_line(out, number, &part)?;   // one after the other, in the order of the text
            merge(&mut total, &part);          // also in order, so that floating-point sums are those of the plain loop
        }
        Ok(total)
    }
}

/// The same by hand. `par_bridge` forgets the order, so all parts are kept until the end and sorted.
fn bridged<W: Write>(chunks: Chunks, query: &Query, out: &mut W) -> io::Result<Table> {
    let part = |(number, chunk): (usize, io::Result<Chunk>)| {
        let chunk = chunk?;
        let part = aggregate(&parse(&chunk, query)?);
        io::Result::Ok((number, part.into_iter().map(|(key, stats)| (key.to_owned(), stats)).collect::<Table>()))
    };
    let parts = chunks.enumerate().take(query.most).par_bridge().map(part);
    let mut parts = parts.collect::<io::Result<Vec<_>>>()?;
    parts.sort_unstable_by_key(|&(number, _)| number);

    let mut total = Table::new();
    for (number, part) in &parts {
        let part: Part = part.iter().map(|(key, &stats)| (key.as_str(), stats)).collect();
        write_line(out, *number, &part)?;
        merge(&mut total, &part);
    }
    Ok(total)
}

// ---- tasks ----

struct Query {
    key: usize,
    value: usize,
    /// Chunks to read.
    most: usize,
}

type Row<'a> = (&'a str, f64);
type Part<'a> = BTreeMap<&'a str, Stats>;
type Table = BTreeMap<String, Stats>;

#[derive(Clone, Copy, PartialEq)]
struct Stats {
    count: u64,
    sum: f64,
    least: f64,
    most: f64,
}

/// The rows of a chunk, as slices of its text. The heading of the file and rows without a value are left out.
#[task]
fn parse<'a>(chunk: &'a Chunk, query: &Query) -> io::Result<Vec<Row<'a>>> {
    let bad = |what: String| io::Error::new(io::ErrorKind::InvalidData, what);
    let text = std::str::from_utf8(&chunk.text)
        .map_err(|error| bad(format!("no UTF-8 after byte {}", chunk.offset + error.valid_up_to())))?;
    let mut rows = Vec::new();
    for line in text.lines().skip((chunk.offset == 0) as usize) {
        let at = || chunk.offset + (line.as_ptr() as usize - text.as_ptr() as usize);
        let field = |column| {
            let missing = || bad(format!("no column {column} in the line at byte {}: {line}", at()));
            line.split(',').nth(column).ok_or_else(missing)
        };
        let (key, value) = (field(query.key)?, field(query.value)?);
        if !value.is_empty() {
            let no_number = || bad(format!("`{value}` is no number, in the line at byte {}: {line}", at()));
            let value = value.parse().ok().filter(|value: &f64| value.is_finite()).ok_or_else(no_number)?;
            rows.push((key, value));
        }
    }
    Ok(rows)
}

#[task]
fn aggregate<'a>(rows: &[Row<'a>]) -> Part<'a> {
    let mut part = Part::new();
    for &(key, value) in rows {
        part.entry(key).or_insert(NOTHING).add(Stats { count: 1, sum: value, least: value, most: value });
    }
    part
}

#[task]
fn merge(total: &mut Table, part: &Part<'_>) {
    for (&key, &stats) in part {
        match total.get_mut(key) {
            Some(known) => known.add(stats),
            None => drop(total.insert(key.to_owned(), stats)),
        }
    }
}

#[task]
fn write_line<W: Write>(out: &mut W, number: usize, part: &Part<'_>) -> io::Result<()> {
    let rows: u64 = part.values().map(|stats| stats.count).sum();
    let most = part.values().map(|stats| stats.most).fold(f64::NEG_INFINITY, f64::max);
    writeln!(out, "chunk {number}: {rows} rows of {} keys, at most {most}", part.len())
}

const NOTHING: Stats = Stats { count: 0, sum: 0.0, least: f64::INFINITY, most: f64::NEG_INFINITY };

impl Stats {
    fn add(&mut self, other: Stats) {
        self.count += other.count;
        self.sum += other.sum;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }
}

// ---- the program ----

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("stream: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), Box<dyn Error>> {
    let Arguments { file, mut query, alone } = arguments()?;
    if let Some(path) = file {
        let open = || Ok(Box::new(File::open(&path)?) as _);
        return compare(open, &query, alone).map_err(|error| format!("{}: {error}", path.display()).into());
    }
    let text: Arc<[u8]> = made_up().into();
    let endless = || Ok(Box::new(Endless { text: text.clone(), at: 0 }) as _);
    compare(endless, &query, alone)?;
    query.most *= 10;
    compare(endless, &query, alone)
}

struct Arguments {
    file: Option<PathBuf>,
    query: Query,
    alone: bool,
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    use lexopt::prelude::*;
    let query = Query { key: 0, value: 1, most: 100 };
    let mut all = Arguments { file: None, query, alone: false };
    let mut items = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("items") => items = Some(arguments.value()?.parse()?),
            Long("key") => all.query.key = arguments.value()?.parse()?,
            Long("value") => all.query.value = arguments.value()?.parse()?,
            Long("alone") => all.alone = true,
            Value(path) if all.file.is_none() => all.file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected()),
        }
    }
    all.query.most = items.unwrap_or(if all.file.is_some() { usize::MAX } else { all.query.most });
    Ok(all)
}

/// Three ways to the same result, with the memory and time that each takes.
fn compare(
    source: impl Fn() -> io::Result<Box<dyn Read + Send>>,
    query: &Query,
    alone: bool,
) -> Result<(), Box<dyn Error>> {
    let chunks = || io::Result::Ok(Chunks::new(source()?));
    let pipeline = measured(|out| summarise(chunks()?, query, out))?;
    println!("{} chunks, {} keys", pipeline.out.lines, pipeline.table.len());
    for (key, stats) in pipeline.table.iter().take(3) {
        let mean = stats.sum / stats.count as f64;
        println!("  {key}: {} values from {} to {}, mean {mean:.3}", stats.count, stats.least, stats.most);
    }
    show("pipeline", &pipeline, &pipeline);
    if alone {
        return Ok(());
    }
    let plain = measured(|out| summarise::serial(chunks()?, query, out))?;
    let bridged = measured(|out| bridged(chunks()?, query, out))?;
    show("plain loop", &plain, &pipeline);
    show("par_bridge", &bridged, &pipeline);

    if [&pipeline, &bridged].iter().any(|run| run.table != plain.table || run.out != plain.out) {
        return Err("not what the plain loop gives".into());
    }
    if pipeline.peak > (WINDOW + 1) * plain.peak {
        return Err(format!("more than {WINDOW} chunks in memory: {} bytes", pipeline.peak).into());
    }
    Ok(())
}

fn show(name: &str, run: &Run, pipeline: &Run) {
    let ratio = run.time.as_secs_f64() / pipeline.time.as_secs_f64();
    println!("  {name:<10}  peak {:6} KiB  time {ratio:.2} of the pipeline ({:.1?})", run.peak >> 10, run.time);
}
