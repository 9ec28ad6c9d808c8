//! What columns of samples say: medians, the grain from which on a system is worth it, and what the machine did meanwhile.

use std::fmt;

use crate::measure::Column;

/// Characters of the first column of a table, and of each grain.
pub const NAME: usize = 21;
pub const CELL: usize = 9;

impl Column {
    /// Nanoseconds for each node of the serial program, of which the kernel itself is about the grain.
    pub fn serial(&self, nodes: usize) -> f64 {
        Quartiles::of(self.times[0].iter().copied()).median / nodes as f64
    }

    /// Time / serial.
    pub fn ratio(&self, system: usize) -> f64 {
        self.ratios(system).median
    }

    /// Nanoseconds for each node over the serial program.
    pub fn over_serial(&self, system: usize, nodes: usize) -> f64 {
        let over = self.times[system].iter().zip(&self.times[0]).map(|(time, serial)| time - serial);
        Quartiles::of(over).median / nodes as f64
    }

    fn ratios(&self, system: usize) -> Quartiles {
        Quartiles::of(self.times[system].iter().zip(&self.times[0]).map(|(time, serial)| time / serial))
    }

    /// The widest distance between the quartiles of a ratio, relative to that ratio.
    fn spread(&self) -> f64 {
        (1..self.times.len()).map(|system| self.ratios(system).spread()).fold(0.0, f64::max)
    }
}

/// The last lines of a table: how far its columns can be trusted.
pub fn write_conditions<'a>(
    f: &mut fmt::Formatter<'_>,
    columns: impl Iterator<Item = &'a Column> + Clone,
) -> fmt::Result {
    write!(f, "\n{:<NAME$}", "cache line, ns")?;
    for column in columns.clone() {
        let line = (!column.lines.is_empty()).then(|| Quartiles::of(column.lines.iter().copied()).median);
        write!(f, "{:>CELL$}", line.map_or("-".to_owned(), |line| format!("{line:.0}")))?;
    }
    write!(f, "\n{:<NAME$}", "other processes, %")?;
    for column in columns.clone() {
        write!(f, "{:>CELL$}", column.others.map_or("-".to_owned(), |share| format!("{:.0}", 100.0 * share)))?;
    }
    write!(f, "\n{:<NAME$}", "spread, %")?;
    columns.into_iter().try_for_each(|column| write!(f, "{:>CELL$.0}", 100.0 * column.spread()))
}

/// The grain from which on the ratio of `system` is at most `target`, as text; `-` if it is above `target` at the largest grain.
/// The grains of `columns` rise; a grain is what a node takes in the serial program.
pub fn grain_from(columns: &[Column], system: usize, nodes: usize, target: f64) -> String {
    let curve: Vec<(f64, f64)> = columns.iter().map(|column| (column.serial(nodes), column.ratio(system))).collect();
    crossing(&curve, target).map_or("-".to_owned(), shown)
}

/// Given pairs of grain and ratio in rising order of the grain. Between two grains, ratios are taken to be `a + b / grain`,
/// which is what a fixed cost of each node gives.
fn crossing(curve: &[(f64, f64)], target: f64) -> Option<f64> {
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
