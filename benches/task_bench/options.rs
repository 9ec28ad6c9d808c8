//! The command line.

use std::time::Duration;

use lexopt::{Arg, ValueExt};

use crate::grain;
use crate::measure::Effort;
use crate::patterns::{Pattern, Size};

pub struct Options {
    pub patterns: Vec<Pattern>,
    pub size: Size,
    /// In rising order, and whether each has a column.
    pub grains: Vec<(Duration, bool)>,
    pub effort: Effort,
}

/// The grains with a column.
const SHOWN: [Duration; 3] = [Duration::from_micros(1), Duration::from_micros(10), Duration::from_micros(100)];
/// Those between them, which narrow the METG down.
const BETWEEN: [Duration; 5] = [
    Duration::ZERO,
    Duration::from_nanos(100),
    Duration::from_nanos(300),
    Duration::from_micros(3),
    Duration::from_micros(30),
];
const QUICK: [Duration; 2] = [Duration::from_micros(1), Duration::from_micros(10)];

impl Options {
    pub fn from_command_line() -> Result<Options, lexopt::Error> {
        let (mut patterns, mut grains) = (Vec::new(), Vec::new());
        let mut size = Size { width: 8, steps: 100 };
        let (mut quick, mut bench) = (false, false);
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("quick") => quick = true,
                // Cargo passes `--bench` to `cargo bench` and nothing to `cargo test`.
                Arg::Long("bench") => bench = true,
                Arg::Long("width") => size.width = arguments.value()?.parse_with(count)?,
                Arg::Long("steps") => size.steps = arguments.value()?.parse_with(count)?,
                Arg::Long("patterns") => {
                    let names = arguments.value()?.string()?;
                    patterns = names.split(',').map(pattern).collect::<Result<_, _>>()?;
                }
                Arg::Long("grain") => grains.push(arguments.value()?.parse_with(grain::parse)?),
                _ => return Err(argument.unexpected()),
            }
        }
        let quick = quick || !bench;
        let (shown, between) = if quick { (&QUICK[..], &[][..]) } else { (&SHOWN[..], &BETWEEN[..]) };
        let grains = grain::columns(&grains, shown, between);
        if patterns.is_empty() {
            patterns.extend(Pattern::ALL);
        }
        Ok(Options { patterns, size, grains, effort: if quick { Effort::QUICK } else { Effort::FULL } })
    }
}

fn pattern(name: &str) -> Result<Pattern, String> {
    let names = || Pattern::ALL.map(Pattern::name).join(", ");
    Pattern::ALL
        .into_iter()
        .find(|pattern| pattern.name() == name)
        .ok_or_else(|| format!("the patterns are {}", names()))
}

fn count(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| "`--width` and `--steps` take numbers from 1".to_owned())
}
