//! Means over many files, a part at a time: each Parquet file gives sums and counts, and these are added up.
//!
//! `cargo run --example parquet_mean [-- --files N] [--rows N]`: taxi trips, in files that it writes itself
//! `cargo run --example parquet_mean -- flights-200k.arrow`: mean delay by distance, from an Arrow IPC file
//!
//! No file waits for another one, and no more than a window of them is in memory. Sums are of whole cents and minutes, so that
//! they do not depend on the order: the result has to be that of one pass over all rows.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int16Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, Int32Array, Int64Array, RecordBatch};
use arrow_ipc::reader::FileReader;
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::arrow::{ArrowWriter, ProjectionMask};
use superscalar::{pipeline, task};

const ROWS_IN_PIECE: usize = 20_000;
const MILES_IN_BAND: i64 = 500;

pipeline! {
    /// The mean tip, over all trips and by the number of passengers.
    fn tips(paths: &[PathBuf]) -> Result<(Mean, Means), String> {
        let mut all = Mean::default();
        let mut by_passengers = Means::new();
        for path in paths {
            let trips = read(path, &["passengers", "tip_cents"])?;
            let mean = total(&trips);   // these two beside each other, and beside other files
            let means = group(&trips, 1);
            add(&mut all, mean);
            add_groups(&mut by_passengers, means);
        }
        Ok((all, by_passengers))
    }

    /// The mean delay of flights, by distance.
    fn delays(path: &Path) -> Result<Means, String> {
        let mut by_distance = Means::new();
        for piece in open(path)? {
            let flights = columns(&piece, "distance", "delay")?;
            let means = group(&flights, MILES_IN_BAND);
            add_groups(&mut by_distance, means);
        }
        Ok(by_distance)
    }
}

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("parquet_mean: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), String> {
    let (flights, files, rows) = arguments().map_err(|error| error.to_string())?;
    if let Some(path) = flights {
        let means = delays(&path)?;
        for (band, mean) in &means {
            println!("{:5} to {:4} miles  {mean}", band * MILES_IN_BAND, (band + 1) * MILES_IN_BAND);
        }
        return same(&means, &one_pass(&open(&path)?, "distance", "delay", MILES_IN_BAND)?.1);
    }
    let directory = Scratch(std::env::temp_dir().join(format!("parquet_mean-{}", std::process::id())));
    let paths = write(&directory.0, files, rows)?;
    let (all, by_passengers) = tips(&paths)?;
    println!("{files} files, mean tip in cents");
    for (passengers, mean) in &by_passengers {
        println!("{passengers} passengers  {mean}");
    }
    println!("all trips     {all}");

    let mut batches = Vec::new();
    for path in &paths {
        batches.extend(batches_of(path, &["passengers", "tip_cents"])?);
    }
    same(&(all, by_passengers), &one_pass(&batches, "passengers", "tip_cents", 1)?)
}

fn arguments() -> Result<(Option<PathBuf>, u32, u32), lexopt::Error> {
    use lexopt::prelude::*;
    let (mut flights, mut files, mut rows) = (None, 24, 20_000);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("files") => files = arguments.value()?.parse()?,
            Long("rows") => rows = arguments.value()?.parse()?,
            Value(path) if flights.is_none() => flights = Some(PathBuf::from(path)),
            other => return Err(other.unexpected()),
        }
    }
    Ok((flights, files, rows))
}

fn same<T: PartialEq + std::fmt::Debug>(result: &T, plain: &T) -> Result<(), String> {
    if result != plain {
        return Err(format!("one pass over all rows gives {plain:?}, not {result:?}"));
    }
    println!("as in one pass over all rows");
    Ok(())
}

// ---- what is added up ----

/// A mean that can be added to another one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Mean {
    sum: i64,
    count: u64,
}

type Means = BTreeMap<i64, Mean>;

/// Keys and values of the rows that have both.
struct Rows(Vec<(i64, i64)>);

#[task]
fn total(rows: &Rows) -> Mean {
    Mean { sum: rows.0.iter().map(|&(_, value)| value).sum(), count: rows.0.len() as u64 }
}

/// By bands of keys: `width` keys each.
#[task]
fn group(rows: &Rows, width: i64) -> Means {
    let mut means = Means::new();
    for &(key, value) in &rows.0 {
        (add)(means.entry(key.div_euclid(width)).or_default(), Mean { sum: value, count: 1 });
    }
    means
}

#[task]
fn add(mean: &mut Mean, other: Mean) {
    mean.sum += other.sum;
    mean.count += other.count;
}

#[task]
fn add_groups(means: &mut Means, others: Means) {
    for (key, other) in others {
        (add)(means.entry(key).or_default(), other);
    }
}

/// All rows in one table, as a check.
fn one_pass(batches: &[RecordBatch], key: &str, value: &str, width: i64) -> Result<(Mean, Means), String> {
    let mut all = Rows(Vec::new());
    for batch in batches {
        all.0.extend(columns(batch, key, value)?.0);
    }
    Ok((total(&all), group(&all, width)))
}

impl Display for Mean {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:8.3} over {}", self.sum as f64 / self.count as f64, self.count)
    }
}

// ---- files ----

/// The two columns of a Parquet file that are asked for; others are not read.
#[task]
fn read(path: &Path, names: &[&str; 2]) -> Result<Rows, String> {
    let mut rows = Rows(Vec::new());
    for batch in batches_of(path, names)? {
        rows.0.extend(columns(&batch, names[0], names[1])?.0);
    }
    Ok(rows)
}

fn batches_of(path: &Path, names: &[&str]) -> Result<Vec<RecordBatch>, String> {
    let file = File::open(path).map_err(about(path))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(about(path))?;
    let wanted = ProjectionMask::columns(builder.parquet_schema(), names.iter().copied());
    let reader = builder.with_projection(wanted).build().map_err(about(path))?;
    reader.map(|batch| batch.map_err(about(path))).collect()
}

/// An Arrow IPC file in pieces, all of which share its buffers.
#[task]
fn open(path: &Path) -> Result<Vec<RecordBatch>, String> {
    let file = File::open(path).map_err(about(path))?;
    let mut pieces = Vec::new();
    for batch in FileReader::try_new_buffered(file, None).map_err(about(path))? {
        let batch = batch.map_err(about(path))?;
        let starts = (0..batch.num_rows()).step_by(ROWS_IN_PIECE);
        pieces.extend(starts.map(|start| batch.slice(start, ROWS_IN_PIECE.min(batch.num_rows() - start))));
    }
    Ok(pieces)
}

#[task]
fn columns(batch: &RecordBatch, key: &str, value: &str) -> Result<Rows, String> {
    let (keys, values) = (integers(batch, key)?, integers(batch, value)?);
    Ok(Rows(keys.into_iter().zip(values).filter_map(|(key, value)| Some((key?, value?))).collect()))
}

fn integers(batch: &RecordBatch, name: &str) -> Result<Vec<Option<i64>>, String> {
    let column = batch.column_by_name(name).ok_or_else(|| format!("no column `{name}` in {}", batch.schema()))?;
    Ok(match column.data_type() {
        DataType::Int16 => column.as_primitive::<Int16Type>().iter().map(|value| value.map(i64::from)).collect(),
        DataType::Int32 => column.as_primitive::<Int32Type>().iter().map(|value| value.map(i64::from)).collect(),
        DataType::Int64 => column.as_primitive::<Int64Type>().iter().collect(),
        other => return Err(format!("column `{name}` is {other}, not integers")),
    })
}

/// Made-up trips, one file for each day. Tips are in cents; a few are missing.
fn write(directory: &Path, files: u32, rows: u32) -> Result<Vec<PathBuf>, String> {
    fs::create_dir_all(directory).map_err(about(directory))?;
    let mut random = fastrand::Rng::with_seed(1);
    let mut file = |day| {
        let path = directory.join(format!("trips-{day:03}.parquet"));
        let passengers: Int32Array = (0..rows).map(|_| random.i32(1..=6)).collect();
        let fares: Int64Array = (0..rows).map(|_| random.i64(300..9_000)).collect();
        let tips: Int64Array =
            fares.values().iter().map(|fare| (fare % 50 != 0).then(|| fare * random.i64(0..30) / 100)).collect();
        let columns: [(&str, ArrayRef); 3] =
            [("passengers", Arc::new(passengers)), ("fare_cents", Arc::new(fares)), ("tip_cents", Arc::new(tips))];
        let batch = RecordBatch::try_from_iter(columns).map_err(about(&path))?;
        let mut writer = ArrowWriter::try_new(File::create(&path).map_err(about(&path))?, batch.schema(), None)
            .map_err(about(&path))?;
        writer.write(&batch).and_then(|()| writer.close()).map_err(about(&path))?;
        Ok(path)
    };
    (0..files).map(&mut file).collect()
}

fn about<E: Display>(path: &Path) -> impl Fn(E) -> String {
    move |error| format!("{}: {error}", path.display())
}

/// A directory that is gone at the end.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
