//! What is printed: a table for each pattern, with a line for each system, and at the end all METGs.

use std::fmt;
use std::time::Duration;

use crate::measure::Column;
use crate::statistics::{CELL, NAME, grain_from, write_conditions};

/// The efficiency at which the smallest grain is told.
const ENOUGH: f64 = 0.5;

pub struct Table {
    pub pattern: &'static str,
    pub nodes: usize,
    pub dependences: usize,
    pub threads: usize,
    /// The grains in rising order, and whether each has a column.
    pub grains: Vec<(Duration, bool)>,
    pub systems: Vec<&'static str>,
    pub columns: Vec<Column>,
}

impl Table {
    fn shown(&self) -> impl Iterator<Item = (Duration, &Column)> + Clone {
        let all = self.grains.iter().zip(&self.columns);
        all.filter(|((_, shown), _)| *shown).map(|(&(grain, _), column)| (grain, column))
    }

    /// Of the time of all threads, the part that the serial program would need.
    fn efficiency(&self, column: &Column, system: usize) -> f64 {
        1.0 / (self.threads as f64 * column.ratio(system))
    }

    fn metg(&self, system: usize) -> String {
        grain_from(&self.columns, system, self.nodes, 1.0 / (self.threads as f64 * ENOUGH))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}: {} tasks, {} dependences", self.pattern, self.nodes, self.dependences)?;
        write!(f, "\n{:<NAME$}", "")?;
        self.shown().try_for_each(|(grain, _)| write!(f, "{:>CELL$}", format!("{grain:?}")))?;
        write!(f, "{:>12}", "METG(50 %)")?;
        write!(f, "\n{:<NAME$}", "serial, ns/task")?;
        self.shown().try_for_each(|(_, column)| write!(f, "{:>CELL$.0}", column.serial(self.nodes)))?;
        for (system, name) in self.systems.iter().enumerate().skip(1) {
            write!(f, "\n{name:<NAME$}")?;
            for (_, column) in self.shown() {
                write!(f, "{:>CELL$}", format!("{:.0} %", 100.0 * self.efficiency(column, system)))?;
            }
            write!(f, "{:>12}", self.metg(system))?;
        }
        write_conditions(f, self.shown().map(|(_, column)| column))
    }
}

/// The METGs of all tables: a line for each pattern.
pub struct Summary<'a>(pub &'a [Table]);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.0.first() else { return Ok(()) };
        let width = first.systems.iter().map(|name| name.len() + 2).max().unwrap_or(0);
        write!(f, "\n{:<NAME$}", "METG(50 %)")?;
        first.systems.iter().skip(1).try_for_each(|name| write!(f, "{name:>width$}"))?;
        for table in self.0 {
            write!(f, "\n{:<NAME$}", table.pattern)?;
            (1..table.systems.len()).try_for_each(|system| write!(f, "{:>width$}", table.metg(system)))?;
        }
        Ok(())
    }
}
