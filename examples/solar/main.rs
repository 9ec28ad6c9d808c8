//! Solar data: from the readings of an inverter to a report on them.
//!
//! The pipeline [`solar`] is written as six phases, top to bottom. The matrix of power is made once and handed on by
//! move: `straighten`, `darken`, `clean` and `fill_gaps` change it in place, and nothing copies it. What only reads it
//! runs side by side: the four parts of the file, the halves of the day, the flags, and the five tasks of phase 4, for which
//! `fill_gaps` waits. Nobody says so: it follows from `&matrix` and `matrix`.
//!
//! ```text
//! cargo run --release --example solar                      # makes up three sites, and must find what is wrong with them
//! cargo run --release --example solar -- inverter.csv      # a real file
//! cargo run --release --example solar -- --help
//! ```
//!
//! The methods are those of solar-data-tools (Meyers and others, SLAC), in a few lines each.

mod axis;
mod baseline;
mod capacity;
mod cleaning;
mod cli;
mod clipping;
mod daylight;
mod error;
mod fill;
mod flags;
mod generate;
mod noon;
mod picture;
mod read;
mod report;
mod score;
mod stats;
mod steps;
mod truth;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use superscalar::pipeline;

use axis::{lay_out, merge_parts, time_axis};
use baseline::{fit_baseline, join_halves};
use capacity::capacity_changes;
use cleaning::{Half, clean, find_envelope};
use cli::Options;
use clipping::clipping_check;
use daylight::{darken, find_daylight};
use error::Error;
use fill::{fill_gaps, rehearse_fill};
use flags::{daily_flags, day_shapes, density, linearity};
use noon::{solar_noons, straighten, time_shifts};
use picture::{draw, paint};
use read::{find_table, parse_part, read_source};
use report::{Report, daily_energy, monthly};
use score::data_score;
use truth::{Truth, misses};

/// Which of a file's series is wanted: that of the first row that fits.
#[derive(Default)]
pub struct Config {
    /// The `meas_name` of its rows.
    pub measurement: Option<String>,
    /// The `sensor` of its rows.
    pub sensor: Option<String>,
}

pipeline! {
    /// From a file of readings to a report.
    pub fn solar(path: &Path, config: &Config) -> Result<Report, Error> {
        // 1. Preprocess: the text in four parts, then a matrix of days and times of day on a standard clock.
        let source = read_source(path)?;
        let table = find_table(&source, config)?;
        let first = parse_part(&source, &table, 0)?;
        let second = parse_part(&source, &table, 1)?;
        let third = parse_part(&source, &table, 2)?;
        let fourth = parse_part(&source, &table, 3)?;
        let readings = merge_parts(first, second, third, fourth);
        let axis = time_axis(&source, &readings)?;
        let raw = lay_out(readings, &axis);
        let noons = solar_noons(&raw, &axis);
        let shifts = time_shifts(&noons, &axis);
        let straight = straighten(raw, &shifts, &axis);
        let daylight = find_daylight(&straight, &axis);
        let (measured, gaps) = darken(straight, &daylight);

        // 2. Clean, in place.
        let usual_morning = find_envelope(&measured, Half::Morning);
        let usual_afternoon = find_envelope(&measured, Half::Afternoon);
        let (matrix, cleaned) = clean(measured, &axis, &daylight, &usual_morning, &usual_afternoon);

        // 3. Daily flags.
        let clear_morning = fit_baseline(&matrix, Half::Morning);
        let clear_afternoon = fit_baseline(&matrix, Half::Afternoon);
        let baseline = join_halves(clear_morning, clear_afternoon);
        let densities = density(&matrix, &baseline);
        let linearities = linearity(&matrix, &daylight);
        let shapes = day_shapes(&matrix, &baseline);
        let flags = daily_flags(densities, linearities, shapes);

        // 4. Findings: all of these only read, so all of them may run at once.
        let clipping = clipping_check(&matrix, &axis, &flags);
        let score = data_score(&matrix, &baseline, &flags);
        let capacity = capacity_changes(&matrix, &axis, &baseline, &flags);
        let rehearsal = rehearse_fill(&matrix, &axis, &baseline, &daylight, &flags);
        let before = paint(&matrix, &axis, &daylight)?;

        // 5. Fill, in place: takes the matrix from its readers.
        let (full, filled) = fill_gaps(matrix, &axis, &baseline, &daylight, &flags);

        // 6. Report.
        let energy = daily_energy(&full, &axis);
        let months = monthly(&full, &axis, &energy, &flags);
        let after = paint(&full, &axis, &daylight)?;
        let picture = draw(&axis, &before, &after, &energy, &flags, &capacity)?;
        Ok(Report {
            table, axis, shifts, gaps, cleaned, flags, clipping, score, capacity, rehearsal, filled, energy, months, picture,
            matrix: full,
        })
    }

    /// Several files: one pipeline each.
    pub fn fleet(paths: &[PathBuf], config: &Config) -> Vec<Result<Report, Error>> {
        let mut reports = Vec::new();
        for path in paths {
            let report = solar(path, config);
            reports.push(report);
        }
        reports
    }
}

fn main() -> ExitCode {
    let options = match Options::read() {
        Ok(options) => options,
        Err(wrong) => {
            eprintln!("solar: {wrong}\n\n{}", cli::HELP);
            return ExitCode::from(2);
        }
    };
    if options.help {
        println!("{}", cli::HELP);
        return ExitCode::SUCCESS;
    }
    match run(options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(cause) => {
            eprintln!("solar: {cause}");
            ExitCode::FAILURE
        }
    }
}

/// Reports on every file. True if no file was refused and no known defect missed.
fn run(options: Options) -> io::Result<bool> {
    fs::create_dir_all(&options.out)?;
    write(&options.out.join("solar-graph.svg"), solar::graph().to_svg())?;
    write(&options.out.join("solar-graph.mmd"), solar::graph().to_mermaid())?;
    let mut paths = options.files;
    if let Some((sites, days, seed)) = options.generate {
        paths.extend(generate::generate(&options.out.join("data"), sites, days, seed)?);
    }
    let config = Config { measurement: options.measurement, sensor: options.sensor };
    let mut fine = true;
    for (path, report) in paths.iter().zip(fleet(&paths, &config)) {
        let known = path.starts_with(options.out.join("data"));
        fine &= match report {
            Ok(report) => show(&options.out, path, &report, options.check || known)?,
            Err(refused) => {
                eprintln!("{refused}");
                false
            }
        };
    }
    if fine && options.runs > 0 {
        compare(&paths, &config, options.runs);
    }
    Ok(fine)
}

/// Prints a report, writes its picture, and checks it against the truth.
fn show(out: &Path, path: &Path, report: &Report, check: bool) -> io::Result<bool> {
    println!("{}\n{report}", path.display());
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    write(&out.join(format!("{name}.svg")), &report.picture)?;
    if !check {
        return Ok(true);
    }
    let missed = match Truth::beside(path) {
        Ok(truth) => misses(report, &truth),
        Err(refused) => vec![refused.to_string()],
    };
    match missed.is_empty() {
        true => println!("check: every known defect was found\n"),
        false => missed.iter().for_each(|miss| println!("check: MISSED: {miss}")),
    }
    Ok(missed.is_empty())
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    fs::write(path, content)?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Times the same work in program order on one thread and as graphs, by turns.
fn compare(paths: &[PathBuf], config: &Config, runs: usize) {
    let (mut serial, mut parallel) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let start = Instant::now();
        let one_by_one: Vec<_> = paths.iter().map(|path| solar::serial(path, config)).collect();
        serial.push(start.elapsed());
        let start = Instant::now();
        let as_graphs = fleet(paths, config);
        parallel.push(start.elapsed());
        for (a, b) in one_by_one.into_iter().zip(as_graphs) {
            let (a, b) = (a.expect("it was accepted before"), b.expect("it was accepted before"));
            assert!(a.matrix == b.matrix && a.picture == b.picture, "parallel and serial runs must not differ");
        }
    }
    let (serial, parallel) = (median(serial), median(parallel));
    println!(
        "serial {serial:.1?}, parallel {parallel:.1?}: {:.2} times as fast (median of {runs})",
        serial.as_secs_f64() / parallel.as_secs_f64()
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
