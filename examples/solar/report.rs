//! Phase 6: what a reader wants to know.

use std::fmt;

use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::capacity::Capacity;
use crate::cleaning::Cleaned;
use crate::clipping::Clipping;
use crate::daylight::Gaps;
use crate::fill::{Filled, Rehearsal};
use crate::flags::Flags;
use crate::noon::Shifts;
use crate::read::Table;
use crate::score::Score;
use crate::stats;

/// All that was found in one file.
pub struct Report {
    pub table: Table,
    pub axis: Axis,
    pub shifts: Shifts,
    /// Missing readings by day, before cleaning.
    pub gaps: Gaps,
    pub cleaned: Cleaned,
    pub flags: Flags,
    pub clipping: Clipping,
    pub score: Score,
    pub capacity: Capacity,
    pub rehearsal: Rehearsal,
    pub filled: Filled,
    pub energy: Vec<f64>,
    pub months: Vec<Month>,
    /// SVG.
    pub picture: String,
    /// The power, cleaned and filled.
    pub matrix: Matrix,
}

/// One line of the table of months.
pub struct Month {
    year: i16,
    month: i8,
    days: usize,
    good: usize,
    clear: usize,
    /// Mean energy of a day, and the highest power (all but a thousandth lie below).
    energy: f64,
    peak: f64,
}

/// Energy of each day, in kWh.
#[task]
pub fn daily_energy(matrix: &Matrix, axis: &Axis) -> Vec<f64> {
    matrix.outer_iter().map(|row| row.iter().filter(|v| !v.is_nan()).sum::<f64>() * axis.hours()).collect()
}

/// Sums up by month.
#[task]
pub fn monthly(matrix: &Matrix, axis: &Axis, energy: &[f64], flags: &Flags) -> Vec<Month> {
    let of = |day: usize| (axis.date(day).year(), axis.date(day).month());
    let days: Vec<usize> = (0..axis.days).collect();
    days.chunk_by(|&a, &b| of(a) == of(b))
        .map(|days| {
            let mut powers: Vec<f64> = days.iter().flat_map(|&d| matrix.row(d)).copied().collect();
            Month {
                year: of(days[0]).0,
                month: of(days[0]).1,
                days: days.len(),
                good: days.iter().filter(|d| flags.good(**d)).count(),
                clear: days.iter().filter(|d| flags.clear[**d]).count(),
                energy: days.iter().map(|d| energy[*d]).sum::<f64>() / days.len() as f64,
                peak: stats::quantile(&mut powers, 0.999),
            }
        })
        .collect()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let axis = &self.axis;
        writeln!(f, "site {}, {} of {}", self.table.site, self.table.measurement, self.table.sensor)?;
        let (from, to) = (axis.date(0), axis.date(axis.days - 1));
        writeln!(
            f,
            "  readings      {} every {} min, {} days from {from} to {to}",
            axis.readings,
            axis.step / 60,
            axis.days
        )?;
        writeln!(
            f,
            "                {} twice, {} out of order, {} of other series",
            axis.duplicates, axis.unordered, axis.skipped
        )?;
        self.write_clock(f)?;
        writeln!(f, "  gaps          {} of {} cells by day", self.gaps.missing, self.gaps.of)?;
        let stuck: usize = self.cleaned.stuck.iter().map(|run| run.2).sum();
        let (outliers, negative) = (self.cleaned.outliers.len(), self.cleaned.negative.len());
        writeln!(
            f,
            "  cleaned       {outliers} outliers, {stuck} stuck in {} runs, {negative} negative, {} standby",
            self.cleaned.stuck.len(),
            self.cleaned.standby
        )?;
        self.write_days(f)?;
        self.write_findings(f)?;
        writeln!(
            f,
            "  filled        {} cells by lines, {} after other days, {:.0} kWh",
            self.filled.bridged, self.filled.estimated, self.filled.energy
        )?;
        let (hours, day) = (100.0 * self.rehearsal.two_hours, 100.0 * self.rehearsal.whole_day);
        writeln!(
            f,
            "                rehearsed on known cells: off by {hours:.1} % for two hours, {day:.1} % for a day"
        )?;
        writeln!(f, "  energy        {:.0} kWh", self.energy.iter().sum::<f64>())?;
        writeln!(f, "  month     days  good clear  kWh/day  peak kW")?;
        for m in &self.months {
            writeln!(
                f,
                "  {}-{:02}  {:>6}{:>6}{:>6}{:>9.1}{:>9.2}",
                m.year, m.month, m.days, m.good, m.clear, m.energy, m.peak
            )?;
        }
        Ok(())
    }
}

impl Report {
    fn write_clock(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noon = self.shifts.noon.round() as i64;
        let zone = self.axis.shift / 3600;
        writeln!(
            f,
            "  clock         {zone:+} h to standard time, mean solar noon at {:02}:{:02}",
            noon / 60,
            noon % 60
        )?;
        for &(day, minutes) in self.shifts.pieces.iter().skip(1) {
            match minutes {
                0 => writeln!(f, "                right again from {}", self.axis.date(day))?,
                _ => writeln!(f, "                {minutes:+} min off from {}, corrected", self.axis.date(day))?,
            }
        }
        if self.shifts.pieces[0].1 != 0 {
            writeln!(f, "                {:+} min off at the start, corrected", self.shifts.pieces[0].1)?;
        }
        Ok(())
    }

    fn write_days(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flags = &self.flags;
        let dates = |list: &[bool]| {
            let days: Vec<usize> = (0..list.len()).filter(|&d| list[d]).collect();
            let shown: Vec<String> = days.iter().take(4).map(|&d| self.axis.date(d).to_string()).collect();
            let more = if days.len() > 4 { ", …" } else { "" };
            if days.is_empty() { "0".to_owned() } else { format!("{} ({}{more})", days.len(), shown.join(", ")) }
        };
        writeln!(f, "  days          no data {}", dates(&flags.no_data))?;
        writeln!(f, "                sparse  {}", dates(&flags.sparse))?;
        writeln!(f, "                linear  {}", dates(&flags.linear))?;
        writeln!(f, "                clear   {}", dates(&flags.clear))
    }

    fn write_findings(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let score = &self.score;
        let percent = |share: f64| format!("{:.1} %", 100.0 * share);
        let (quality, clearness, completeness) =
            (percent(score.quality), percent(score.clearness), percent(score.completeness));
        writeln!(f, "  score         quality {quality}, clearness {clearness}, completeness {completeness}")?;
        let (middle, low, high) = score.index;
        writeln!(
            f,
            "                median day gives {} of clear-sky energy ({} to {})",
            percent(middle),
            percent(low),
            percent(high)
        )?;
        match self.clipping.level {
            None => writeln!(f, "  clipping      none")?,
            Some(level) => {
                let days = self.clipping.days.iter().filter(|d| **d).count();
                writeln!(
                    f,
                    "  clipping      at {level:.2} kW on {days} days, {:.0} h; {:.0} times as dense as below",
                    self.clipping.hours, self.clipping.mass
                )?;
            }
        }
        if self.capacity.changes.is_empty() {
            writeln!(f, "  capacity      no change")?;
        }
        for change in &self.capacity.changes {
            let (after, by) = (self.axis.date(change.last_before), self.axis.date(change.first_after));
            writeln!(f, "  capacity      times {:.2} between {after} and {by}", change.ratio)?;
        }
        if self.capacity.clusters.len() > 1 {
            let clusters: Vec<String> =
                self.capacity.clusters.iter().map(|c| format!("{} on {} days", percent(c.0), c.1)).collect();
            writeln!(f, "                clusters: {}", clusters.join(", "))?;
        }
        Ok(())
    }
}
