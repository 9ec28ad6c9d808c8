//! What was done to a made-up file, and whether the report says so.
//!
//! The `.truth` file has one fact a line: a word and its values. [`misses`] compares; the tolerances are here and nowhere else.

use std::fmt;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};

use crate::error::Error;
use crate::report::Report;

/// The defects of a made-up site. Dates are those of the site's own clock, times those of the file's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Truth {
    /// Hours from standard time to the file's clock.
    pub zone: i64,
    /// Level, in kW.
    pub clipping: Option<f64>,
    /// First day of each change, and the factor by which the energy of a clear day changes.
    pub capacity: Vec<(Date, f64)>,
    /// First day and minutes of each change of the clock.
    pub clock: Vec<(Date, i64)>,
    pub no_data: Vec<Date>,
    pub linear: Vec<Date>,
    pub clear: Vec<Date>,
    /// Days with a fault, which may count as clear or not.
    pub spoiled: Vec<Date>,
    pub outliers: Vec<DateTime>,
    pub negative: Vec<DateTime>,
    pub stuck: Vec<(DateTime, usize)>,
    /// Cells lost on days that have others.
    pub missing: usize,
}

const ZONE_HOURS: i64 = 1;
const LEVEL: f64 = 0.01;
const RATIO: f64 = 0.1;
const CHANGE_DAYS: i64 = 3;
const CLOCK_DAYS: i64 = 5;
const CLOCK_MINUTES: i64 = 15;
/// Share of the known outliers, negative and stuck cells that must be found.
const FOUND: f64 = 0.95;
/// Share of all readings that may be taken for outliers or stuck without being so.
const FALSE_ALARMS: f64 = 0.001;
/// Share of the clear days that must be found, and of those found that must be clear.
const CLEAR: (f64, f64) = (0.85, 0.9);
/// Share by which the number of missing cells may be off, and cells that dawn may add each day.
const MISSING: (f64, f64) = (0.05, 0.5);

impl Truth {
    /// Reads the truth beside `csv`.
    pub fn beside(csv: &Path) -> Result<Truth, Error> {
        let path = csv.with_extension("truth");
        let text = fs::read_to_string(&path).map_err(|cause| Error::Open { path: path.clone(), cause })?;
        let mut truth = Truth::default();
        for (number, line) in text.lines().enumerate() {
            let bad = |message: String| Error::Bad { path: path.clone(), line: number + 1, column: 1, message };
            truth.read(line).ok_or_else(|| bad(format!("`{line}` is no fact")))?;
        }
        Ok(truth)
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_whitespace();
        let fact = words.next()?;
        let mut next = || words.next();
        match fact {
            "zone" => self.zone = parse(next())?,
            "clipping" => self.clipping = Some(parse(next())?),
            "capacity" => self.capacity.push((parse(next())?, parse(next())?)),
            "clock" => self.clock.push((parse(next())?, parse(next())?)),
            "no_data" => self.no_data.push(parse(next())?),
            "linear" => self.linear.push(parse(next())?),
            "clear" => self.clear.push(parse(next())?),
            "spoiled" => self.spoiled.push(parse(next())?),
            "outlier" => self.outliers.push(parse(next())?),
            "negative" => self.negative.push(parse(next())?),
            "stuck" => self.stuck.push((parse(next())?, parse(next())?)),
            "missing" => self.missing = parse(next())?,
            _ => return None,
        }
        Some(())
    }
}

fn parse<T: FromStr>(word: Option<&str>) -> Option<T> {
    word?.parse().ok()
}

impl fmt::Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "zone {}", self.zone)?;
        self.clipping.iter().try_for_each(|level| writeln!(f, "clipping {level:.4}"))?;
        self.capacity.iter().try_for_each(|(date, ratio)| writeln!(f, "capacity {date} {ratio:.4}"))?;
        self.clock.iter().try_for_each(|(date, minutes)| writeln!(f, "clock {date} {minutes}"))?;
        let dates =
            [("no_data", &self.no_data), ("linear", &self.linear), ("clear", &self.clear), ("spoiled", &self.spoiled)];
        dates.iter().try_for_each(|(fact, days)| days.iter().try_for_each(|date| writeln!(f, "{fact} {date}")))?;
        self.outliers.iter().try_for_each(|time| writeln!(f, "outlier {time}"))?;
        self.negative.iter().try_for_each(|time| writeln!(f, "negative {time}"))?;
        self.stuck.iter().try_for_each(|(time, length)| writeln!(f, "stuck {time} {length}"))?;
        writeln!(f, "missing {}", self.missing)
    }
}

/// What the report says otherwise than the truth, one line each. Empty if every defect was found.
pub fn misses(report: &Report, truth: &Truth) -> Vec<String> {
    let mut misses = Vec::new();
    let mut expect = |holds: bool, miss: &dyn Fn() -> String| {
        if !holds {
            misses.push(miss())
        }
    };
    clock(report, truth, &mut expect);
    faults(report, truth, &mut expect);
    days(report, truth, &mut expect);
    findings(report, truth, &mut expect);
    misses
}

type Expect<'a> = dyn FnMut(bool, &dyn Fn() -> String) + 'a;

fn clock(report: &Report, truth: &Truth, expect: &mut Expect<'_>) {
    let zone = report.axis.shift / 3600 + truth.zone;
    let off = (zone + 12).rem_euclid(24) - 12;
    expect(off.abs() <= ZONE_HOURS, &|| format!("the clock is {off} h from standard time"));
    let pieces = &report.shifts.pieces;
    let found: Vec<(usize, i64)> = pieces.windows(2).map(|w| (w[1].0, w[1].1 - w[0].1)).collect();
    let same = found.len() == truth.clock.len()
        && found.iter().zip(&truth.clock).all(|(&(day, minutes), &(date, wanted))| {
            (report.axis.day_of(date) - day as i64).abs() <= CLOCK_DAYS && (minutes - wanted).abs() <= CLOCK_MINUTES
        });
    expect(same, &|| format!("changes of the clock {:?}, not {:?}", named(report, &found), truth.clock));
}

fn faults(report: &Report, truth: &Truth, expect: &mut Expect<'_>) {
    let time = |day: usize, slot: usize| {
        let fast = SignedDuration::from_mins(report.shifts.minutes(day));
        report.axis.file_time(day, slot).saturating_add(fast)
    };
    let outliers: Vec<DateTime> = report.cleaned.outliers.iter().map(|&(day, slot)| time(day, slot)).collect();
    let negative: Vec<DateTime> = report.cleaned.negative.iter().map(|&(day, slot)| time(day, slot)).collect();
    let spread = |start: DateTime, length: usize| {
        (0..length as i64).map(move |i| start.saturating_add(SignedDuration::from_mins(5 * i)))
    };
    let stuck: Vec<DateTime> =
        report.cleaned.stuck.iter().flat_map(|&(day, slot, length)| spread(time(day, slot), length)).collect();
    let true_stuck: Vec<DateTime> = truth.stuck.iter().flat_map(|&(start, length)| spread(start, length)).collect();
    let allowed = (FALSE_ALARMS * report.axis.readings as f64) as usize;
    for (what, found, wanted) in [
        ("outliers", &outliers, &truth.outliers),
        ("negative", &negative, &truth.negative),
        ("stuck", &stuck, &true_stuck),
    ] {
        let hit = wanted.iter().filter(|t| found.contains(t)).count();
        let wrong = found.iter().filter(|t| !wanted.contains(t)).count();
        expect(hit as f64 >= FOUND * wanted.len() as f64, &|| format!("{what}: {hit} of {} found", wanted.len()));
        expect(wrong <= allowed, &|| format!("{what}: {wrong} false alarms, {allowed} allowed"));
    }
}

fn days(report: &Report, truth: &Truth, expect: &mut Expect<'_>) {
    let dates =
        |list: &[bool]| (0..list.len()).filter(|&d| list[d]).map(|d| report.axis.date(d)).collect::<Vec<Date>>();
    let no_data = dates(&report.flags.no_data);
    expect(no_data == truth.no_data, &|| format!("days without data {no_data:?}, not {:?}", truth.no_data));
    let linear = dates(&report.flags.linear);
    let mut wanted = truth.linear.clone();
    wanted.sort_unstable();
    expect(linear == wanted, &|| format!("linear days {linear:?}, not {wanted:?}"));
    let clear = dates(&report.flags.clear);
    let hit = truth.clear.iter().filter(|d| clear.contains(d)).count() as f64;
    let right = clear.iter().filter(|d| truth.clear.contains(d) || truth.spoiled.contains(d)).count() as f64;
    expect(hit >= CLEAR.0 * truth.clear.len() as f64, &|| format!("{hit} of {} clear days found", truth.clear.len()));
    expect(right >= CLEAR.1 * clear.len() as f64, &|| format!("{right} of {} days found clear are so", clear.len()));
    let all_day: usize =
        (0..report.axis.days).filter(|&d| report.flags.density[d] == 0.0).map(|d| daylight_cells(report, d)).sum();
    let missing = (report.gaps.missing as f64 - all_day as f64 - truth.missing as f64).abs();
    let allowed = MISSING.0 * (truth.missing + all_day) as f64 + MISSING.1 * report.axis.days as f64;
    expect(missing <= allowed, &|| {
        format!("{} gaps, of which {all_day} on lost days, not {}", report.gaps.missing, truth.missing)
    });
}

/// Cells of light of a day, after filling.
fn daylight_cells(report: &Report, day: usize) -> usize {
    report.matrix.row(day).iter().filter(|v| **v > 0.0).count()
}

fn findings(report: &Report, truth: &Truth, expect: &mut Expect<'_>) {
    let level = report.clipping.level;
    let close = match (level, truth.clipping) {
        (None, None) => true,
        (Some(a), Some(b)) => (a / b - 1.0).abs() <= LEVEL,
        (None, Some(_)) | (Some(_), None) => false,
    };
    expect(close, &|| format!("clipping {level:?}, not {:?}", truth.clipping));
    let changes = &report.capacity.changes;
    let same = changes.len() == truth.capacity.len()
        && changes.iter().zip(&truth.capacity).all(|(found, &(date, ratio))| {
            let day = report.axis.day_of(date);
            let between = found.last_before as i64 - CHANGE_DAYS < day && day <= found.first_after as i64 + CHANGE_DAYS;
            between && (found.ratio / ratio - 1.0).abs() <= RATIO
        });
    let found: Vec<(usize, f64)> = changes.iter().map(|c| (c.first_after, c.ratio)).collect();
    expect(same, &|| format!("changes of capacity {:?}, not {:?}", named(report, &found), truth.capacity));
    let filled = report.matrix.iter().all(|v| v.is_finite() && *v >= 0.0);
    expect(filled, &|| "the filled matrix has gaps".to_owned());
}

fn named<T: Copy>(report: &Report, found: &[(usize, T)]) -> Vec<(Date, T)> {
    found.iter().map(|&(day, value)| (report.axis.date(day), value)).collect()
}
