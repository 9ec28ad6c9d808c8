//! What is printed: one table a shape, a line a system, a column a grain.

use std::fmt;
use std::time::Duration;

use crate::measure::{Column, System};

/// Speed-ups at which the grain is told from which on a system has them. On two threads they are METG(50 %) and METG(75 %).
const SPEED_UPS: [f64; 2] = [1.0, 1.5];

pub struct Table {
    pub shape: &'static str,
    pub nodes: usize,
    /// Whether nodes may run side by side at all.
    pub parallel: bool,
    /// The grains in rising order, and whether each has a column. Those that have none serve the METG.
    pub grains: Vec<(Duration, bool)>,
    pub systems: Vec<&'static str>,
    pub columns: Vec<Column>,
}

impl Table {
    pub fn names(systems: &[System<'_>]) -> Vec<&'static str> {
        systems.iter().map(|system| system.name).collect()
    }

    fn shown(&self) -> impl Iterator<Item = (Duration, &Column)> {
        let all = self.grains.iter().zip(&self.columns);
        all.filter(|((_, shown), _)| *shown).map(|(&(grain, _), column)| (grain, column))
    }

    /// Nanoseconds for each node, of which the kernel itself is about `grain`.
    fn serial(&self, column: &Column) -> f64 {
        Quartiles::of(column.times[0].iter().copied()).median / self.nodes as f64
    }

    /// In the order of the grains: what a node takes in serial code, and how the system compares.
    fn curve(&self, system: usize) -> Vec<(f64, f64)> {
        self.columns.iter().map(|column| (self.serial(column), column.ratio(system).median)).collect()
    }
}

impl Column {
    fn ratio(&self, system: usize) -> Quartiles {
        Quartiles::of(self.times[system].iter().zip(&self.times[0]).map(|(time, serial)| time / serial))
    }

    /// Nanoseconds for each node over the serial program.
    fn over_serial(&self, system: usize, nodes: usize) -> f64 {
        let over = self.times[system].iter().zip(&self.times[0]).map(|(time, serial)| time - serial);
        Quartiles::of(over).median / nodes as f64
    }

    /// The widest distance between the quartiles of a ratio, relative to that ratio.
    fn spread(&self) -> f64 {
        (1..self.times.len()).map(|system| self.ratio(system).spread()).fold(0.0, f64::max)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{:<21}", format!("{}, {} nodes", self.shape, self.nodes))?;
        self.shown().try_for_each(|(grain, _)| write!(f, "{:>9}", format!("{grain:?}")))?;
        write!(f, "{:>12}", "over")?;
        SPEED_UPS.iter().try_for_each(|speed_up| write!(f, "{:>11}", format!("{speed_up:.1}x from")))?;

        write!(f, "\n{:<21}", "serial, ns/node")?;
        self.shown().try_for_each(|(_, column)| write!(f, "{:>9.1}", self.serial(column)))?;
        for (system, name) in self.systems.iter().enumerate().skip(1) {
            write!(f, "\n{name:<21}")?;
            for (_, column) in self.shown() {
                let ratio = column.ratio(system).median;
                write!(f, "{ratio:>9.0$}", if ratio < 1000.0 { 2 } else { 0 })?;
            }
            match (&self.grains[0], &self.columns[0]) {
                ((Duration::ZERO, _), column) => write!(f, "{:>9.1} ns", column.over_serial(system, self.nodes))?,
                _ => write!(f, "{:>12}", "-")?,
            }
            for speed_up in SPEED_UPS {
                let from = if self.parallel { grain_from(&self.curve(system), 1.0 / speed_up) } else { None };
                write!(f, "{:>11}", from.map_or("-".to_owned(), shown))?;
            }
        }

        write!(f, "\n{:<21}", "cache line, ns")?;
        for (_, column) in self.shown() {
            let line = (!column.lines.is_empty()).then(|| Quartiles::of(column.lines.iter().copied()).median);
            write!(f, "{:>9}", line.map_or("-".to_owned(), |line| format!("{line:.0}")))?;
        }
        write!(f, "\n{:<21}", "other processes, %")?;
        for (_, column) in self.shown() {
            write!(f, "{:>9}", column.others.map_or("-".to_owned(), |share| format!("{:.0}", 100.0 * share)))?;
        }
        write!(f, "\n{:<21}", "spread, %")?;
        self.shown().try_for_each(|(_, column)| write!(f, "{:>9.0}", 100.0 * column.spread()))
    }
}

/// The grain from which on the ratio is at most `target`, given pairs of grain and ratio in rising order of the grain; none
/// if it is above `target` at the largest grain.
///
/// Between two grains, ratios are taken to be `a + b / grain`, which is what a fixed cost of each node gives.
fn grain_from(curve: &[(f64, f64)], target: f64) -> Option<f64> {
    match curve.iter().rposition(|&(_, ratio)| ratio > target) {
        None => curve.first().map(|&(grain, _)| grain),
        Some(last) if last + 1 == curve.len() => None,
        Some(last) => {
            let ((below, high), (above, low)) = (curve[last], curve[last + 1]);
            let part = (high - target) / (high - low);
            Some(1.0 / (1.0 / below + part * (1.0 / above - 1.0 / below)))
        }
    }
}

fn shown(nanos: f64) -> String {
    match nanos {
        ..1e3 => format!("{nanos:.0} ns"),
        ..1e4 => format!("{:.1} µs", nanos / 1e3),
        _ => format!("{:.0} µs", nanos / 1e3),
    }
}

struct Quartiles {
    lower: f64,
    median: f64,
    upper: f64,
}

impl Quartiles {
    fn of(samples: impl Iterator<Item = f64>) -> Self {
        let mut samples: Vec<f64> = samples.collect();
        samples.sort_by(f64::total_cmp);
        let at = |quarter: usize| samples[quarter * (samples.len() - 1) / 4];
        Quartiles { lower: at(1), median: at(2), upper: at(3) }
    }

    fn spread(&self) -> f64 {
        (self.upper - self.lower) / self.median
    }
}
