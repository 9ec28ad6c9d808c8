//! The command line.

use std::time::Duration;

use lexopt::{Arg, ValueExt};

use crate::grain;
use crate::measure::Effort;
use crate::shapes::Shape;

pub struct Options {
    pub task: Task,
    pub shapes: Vec<Shape>,
    /// In rising order, and whether each has a column.
    pub grains: Vec<(Duration, bool)>,
    pub effort: Effort,
}

pub enum Task {
    Tables,
    Write,
    Graphs,
}

/// The grains with a column.
const SHOWN: [Duration; 5] = [
    Duration::ZERO,
    Duration::from_nanos(100),
    Duration::from_micros(1),
    Duration::from_micros(10),
    Duration::from_micros(100),
];
/// Those between them, which narrow the METG down.
const BETWEEN: [Duration; 4] =
    [Duration::from_nanos(30), Duration::from_nanos(300), Duration::from_micros(3), Duration::from_micros(30)];
const QUICK: [Duration; 3] = [Duration::ZERO, Duration::from_micros(1), Duration::from_micros(10)];

impl Options {
    pub fn from_command_line() -> Result<Options, lexopt::Error> {
        let (mut task, mut shapes, mut grains) = (Task::Tables, Vec::new(), Vec::new());
        let (mut quick, mut bench) = (false, false);
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("quick") => quick = true,
                // Cargo passes `--bench` to `cargo bench` and nothing to `cargo test`.
                Arg::Long("bench") => bench = true,
                Arg::Long("write") => task = Task::Write,
                Arg::Long("graphs") => task = Task::Graphs,
                Arg::Long("shape") => shapes.push(arguments.value()?.parse_with(shape)?),
                Arg::Long("grain") => grains.push(arguments.value()?.parse_with(grain::parse)?),
                _ => return Err(argument.unexpected()),
            }
        }
        let quick = quick || !bench;
        let (shown, between) = if quick { (&QUICK[..], &[][..]) } else { (&SHOWN[..], &BETWEEN[..]) };
        let grains = grain::columns(&grains, shown, between);
        if shapes.is_empty() {
            shapes.extend(Shape::ALL);
        }
        Ok(Options { task, shapes, grains, effort: if quick { Effort::QUICK } else { Effort::FULL } })
    }
}

fn shape(name: &str) -> Result<Shape, String> {
    let names = || Shape::ALL.map(Shape::name).join(", ");
    Shape::ALL.into_iter().find(|shape| shape.name() == name).ok_or_else(|| format!("the shapes are {}", names()))
}
