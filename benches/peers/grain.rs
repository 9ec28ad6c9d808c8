//! Grains on the command line: how long a node works.

use std::time::Duration;

/// The grains to measure, in rising order, and whether each has a column: those that are asked for, or else those of the table.
pub fn columns(asked: &[Duration], shown: &[Duration], between: &[Duration]) -> Vec<(Duration, bool)> {
    let (shown, between) = if asked.is_empty() { (shown, between) } else { (asked, &[][..]) };
    let all = shown.iter().map(|&grain| (grain, true)).chain(between.iter().map(|&grain| (grain, false)));
    let mut all: Vec<(Duration, bool)> = all.collect();
    all.sort();
    all
}

/// `0`, `100ns`, `2.5us`, `1ms`.
pub fn parse(text: &str) -> Result<Duration, String> {
    let (number, unit) = text.split_at(text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len()));
    let seconds = match unit {
        "" if number == "0" => 1.0,
        "ns" => 1e-9,
        "us" | "µs" => 1e-6,
        "ms" => 1e-3,
        _ => return Err("a grain is 0, or a number and ns, us or ms".to_owned()),
    };
    let number: f64 = number.parse().map_err(|error| format!("{number:?}: {error}"))?;
    Duration::try_from_secs_f64(number * seconds).map_err(|error| error.to_string())
}
