//! Phase 1, second half: from readings to a matrix of days × times of day on a standard time axis.
//!
//! A cell without a reading is `NaN`. The clock of the file may be any: the axis is turned by whole hours until the
//! middle of the light is near noon, so that a day of a site whose clock is UTC is one row.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use ndarray::Array2;
use superscalar::task;

use crate::error::Error;
use crate::read::{Part, Reading, Source, refuse_at};

/// Power in kW; one row a day, one column a time of day. `NaN` is "not known".
pub type Matrix = Array2<f64>;

const DAY: i64 = 86_400;

/// All readings in order of time.
pub struct Readings {
    list: Vec<Reading>,
    skipped: usize,
    unordered: usize,
}

/// What the rows and columns of a matrix stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub first_day: Date,
    pub days: usize,
    /// Columns.
    pub slots: usize,
    /// Seconds from one column to the next.
    pub step: i64,
    /// Seconds to add to the file's clock to get the matrix's.
    pub shift: i64,
    /// Seconds by which the file's readings lag the grid.
    phase: i64,
    pub readings: usize,
    pub skipped: usize,
    pub unordered: usize,
    pub duplicates: usize,
}

impl Axis {
    /// The date of a row.
    pub fn date(&self, day: usize) -> Date {
        self.first_day.saturating_add(SignedDuration::from_hours(24 * day as i64))
    }

    /// The row of a date, which may lie outside the matrix.
    pub fn day_of(&self, date: Date) -> i64 {
        date.duration_since(self.first_day).as_secs() / DAY
    }

    /// The time at which a cell was read, on the file's clock.
    pub fn file_time(&self, day: usize, slot: usize) -> DateTime {
        let seconds = slot as i64 * self.step - self.shift + self.phase;
        self.date(day).to_datetime(jiff::civil::Time::midnight()).saturating_add(SignedDuration::from_secs(seconds))
    }

    /// Hours from one column to the next.
    pub fn hours(&self) -> f64 {
        self.step as f64 / 3600.0
    }

    /// How many columns `minutes` are, at least one.
    pub fn slots_in(&self, minutes: i64) -> usize {
        ((minutes * 60 + self.step / 2) / self.step).max(1) as usize
    }

    /// The row and the column of a time on the file's clock, in days since 1970.
    fn cell(&self, time: i64) -> (i64, usize) {
        let slot = (time + self.shift - self.phase + self.step / 2).div_euclid(self.step);
        let slots = self.slots as i64;
        (slot.div_euclid(slots), slot.rem_euclid(slots) as usize)
    }
}

/// Joins the parts and puts the readings in order.
#[task]
pub fn merge_parts(first: Part, second: Part, third: Part, fourth: Part) -> Readings {
    let mut merged = Readings { list: first.readings, skipped: first.skipped, unordered: 0 };
    for part in [second, third, fourth] {
        merged.list.extend(part.readings);
        merged.skipped += part.skipped;
    }
    merged.unordered = merged.list.windows(2).filter(|w| w[1].time < w[0].time).count();
    if merged.unordered > 0 {
        merged.list.sort_by_key(|r| r.time);
    }
    merged
}

/// Finds the interval, the rotation and the extent of the data.
#[task]
pub fn time_axis(source: &Source, readings: &Readings) -> Result<Axis, Error> {
    let list = &readings.list;
    let step =
        common_interval(list).ok_or_else(|| Error::data(&source.path, "fewer than two different times of reading"))?;
    let mut axis = Axis {
        first_day: Date::constant(1970, 1, 1),
        days: 0,
        slots: (DAY / step) as usize,
        step,
        shift: rotation(list),
        phase: most_common(list.iter().map(|r| r.time.rem_euclid(step))).unwrap_or(0),
        readings: list.len(),
        skipped: readings.skipped,
        unordered: readings.unordered,
        duplicates: list.windows(2).filter(|w| w[0].time == w[1].time).count(),
    };
    if axis.phase > step / 2 {
        axis.phase -= step;
    }
    let (first, last) = (axis.cell(list[0].time).0, axis.cell(list[list.len() - 1].time).0);
    axis.first_day = axis.date(0).saturating_add(SignedDuration::from_hours(24 * first));
    axis.days = (last - first + 1) as usize;
    plausible_extent(source, &axis, list)?;
    Ok(axis)
}

/// Writes each reading to its cell; readings that share a cell are averaged.
#[task]
pub fn lay_out(readings: Readings, axis: &Axis) -> Matrix {
    let first = axis.cell(readings.list[0].time).0;
    let mut matrix = Matrix::from_elem((axis.days, axis.slots), f64::NAN);
    let known = readings.list.into_iter().filter(|r| !r.value.is_nan());
    let (mut previous, mut sum, mut count) = (None, 0.0, 0.0);
    for reading in known {
        let (day, slot) = axis.cell(reading.time);
        if previous != Some((day, slot)) {
            (previous, sum, count) = (Some((day, slot)), 0.0, 0.0);
        }
        sum += reading.value;
        count += 1.0;
        matrix[[(day - first) as usize, slot]] = sum / count;
    }
    matrix
}

/// The interval that most pairs of neighbours have, as a whole number of minutes that divides the day.
fn common_interval(list: &[Reading]) -> Option<i64> {
    let intervals = list.windows(2).map(|w| w[1].time - w[0].time).filter(|&d| d > 0);
    let usual = most_common(intervals)?;
    (1..=720).filter(|minutes| 1440 % minutes == 0).map(|minutes| minutes * 60).min_by_key(|d| (d - usual).abs())
}

/// The value that occurs most often; of equals, the smallest.
fn most_common(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut values: Vec<i64> = values.collect();
    values.sort_unstable();
    values.chunk_by(|a, b| a == b).max_by_key(|run| (run.len(), -run[0])).map(|run| run[0])
}

/// Whole hours, in seconds, that bring the middle of the light to noon.
///
/// The middle is the circular mean of the time of day, weighted by power: night may lie anywhere on the file's clock.
fn rotation(list: &[Reading]) -> i64 {
    let mut powers: Vec<f64> = list.iter().map(|r| r.value).filter(|v| *v > 0.0).collect();
    if powers.is_empty() {
        return 0;
    }
    let high = powers.len() * 95 / 100;
    let cap = *powers.select_nth_unstable_by(high, f64::total_cmp).1;
    let (mut x, mut y) = (0.0, 0.0);
    for r in list.iter().filter(|r| r.value > 0.0) {
        let angle = r.time.rem_euclid(DAY) as f64 / DAY as f64 * std::f64::consts::TAU;
        x += r.value.min(cap) * angle.cos();
        y += r.value.min(cap) * angle.sin();
    }
    let middle = y.atan2(x).rem_euclid(std::f64::consts::TAU) / std::f64::consts::TAU * 24.0;
    (12.0 - middle).round() as i64 * 3600
}

/// One mistyped year would make a matrix of decades. It lies beyond the longest gap, with the fewer readings.
fn plausible_extent(source: &Source, axis: &Axis, list: &[Reading]) -> Result<(), Error> {
    let mut with_data: Vec<i64> = list.iter().map(|r| axis.cell(r.time).0).collect();
    with_data.dedup();
    if axis.days <= 100 + 5 * with_data.len() {
        return Ok(());
    }
    let after = (1..list.len()).max_by_key(|&i| list[i].time - list[i - 1].time).unwrap_or(0);
    let far = if after < list.len() / 2 { list[0] } else { list[list.len() - 1] };
    let (from, to) = (axis.date(0), axis.date(axis.days - 1));
    let message =
        format!("{} days of readings lie scattered from {from} to {to}: is this date wrong?", with_data.len());
    let date = Date::constant(1970, 1, 1).saturating_add(SignedDuration::from_hours(24 * far.time.div_euclid(DAY)));
    match source.text.find(&date.to_string()) {
        Some(at) => Err(refuse_at(source, at, message)),
        None => Err(Error::data(&source.path, message)),
    }
}
