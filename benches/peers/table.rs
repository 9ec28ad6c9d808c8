//! What is printed: one table a shape, a line a system, a column a grain.

use std::fmt;
use std::time::Duration;

use crate::measure::{Column, System};
use crate::statistics::{CELL, NAME, grain_from, write_conditions};

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

    fn shown(&self) -> impl Iterator<Item = (Duration, &Column)> + Clone {
        let all = self.grains.iter().zip(&self.columns);
        all.filter(|((_, shown), _)| *shown).map(|(&(grain, _), column)| (grain, column))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{:<NAME$}", format!("{}, {} nodes", self.shape, self.nodes))?;
        self.shown().try_for_each(|(grain, _)| write!(f, "{:>CELL$}", format!("{grain:?}")))?;
        write!(f, "{:>12}", "over")?;
        SPEED_UPS.iter().try_for_each(|speed_up| write!(f, "{:>11}", format!("{speed_up:.1}x from")))?;

        write!(f, "\n{:<NAME$}", "serial, ns/node")?;
        self.shown().try_for_each(|(_, column)| write!(f, "{:>CELL$.1}", column.serial(self.nodes)))?;
        for (system, name) in self.systems.iter().enumerate().skip(1) {
            write!(f, "\n{name:<NAME$}")?;
            for (_, column) in self.shown() {
                let ratio = column.ratio(system);
                write!(f, "{ratio:>CELL$.0$}", if ratio < 1000.0 { 2 } else { 0 })?;
            }
            match (&self.grains[0], &self.columns[0]) {
                ((Duration::ZERO, _), column) => write!(f, "{:>9.1} ns", column.over_serial(system, self.nodes))?,
                _ => write!(f, "{:>12}", "-")?,
            }
            for speed_up in SPEED_UPS {
                let from = grain_from(&self.columns, system, self.nodes, 1.0 / speed_up);
                write!(f, "{:>11}", if self.parallel { &from } else { "-" })?;
            }
        }
        write_conditions(f, self.shown().map(|(_, column)| column))
    }
}
