//! Systems side by side: in each batch every system runs for about the same time, in an order drawn anew, so that what
//! the machine does meanwhile meets them all. A ratio is the median over batches of the ratio within a batch.

use std::fmt;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rayon::ThreadPool;

use crate::dag::Random;

/// A way to run the program of a row.
pub struct System<'a> {
    name: &'static str,
    program: Box<dyn Fn() -> u64 + Send + Sync + 'a>,
    /// The pool on a worker of which all calls are made, if any.
    pool: Option<&'a ThreadPool>,
}

impl<'a> System<'a> {
    /// Called from this thread, which is in no pool.
    pub fn outside(name: &'static str, program: impl Fn() -> u64 + Send + Sync + 'a) -> Self {
        System { name, program: Box::new(program), pool: None }
    }

    /// Called on a worker of `pool`; getting there is not measured.
    pub fn inside(name: &'static str, pool: &'a ThreadPool, program: impl Fn() -> u64 + Send + Sync + 'a) -> Self {
        System { name, program: Box::new(program), pool: Some(pool) }
    }

    /// The time of `calls` calls, after calls for as long as `warm_up`; or a result that is not `expected`.
    fn time(&self, warm_up: Duration, calls: u32, expected: u64) -> Result<Duration, Wrong> {
        let run = || {
            let mut differs = 0;
            let mut call = || differs |= black_box((self.program)()) ^ expected;
            let begin = Instant::now();
            while begin.elapsed() < warm_up {
                call();
            }
            let start = Instant::now();
            (0..calls).for_each(|_| call());
            (start.elapsed(), differs)
        };
        let (time, differs) = self.pool.map_or_else(run, |pool| pool.install(run));
        if differs == 0 { Ok(time) } else { Err(Wrong { system: self.name, inside: self.pool.is_some() }) }
    }

    /// How many calls fill `span`; runs for that long to find out, which warms up what learns.
    fn calls_in(&self, span: Duration, expected: u64) -> Result<u32, Wrong> {
        let mut calls = 1;
        loop {
            let time = self.time(Duration::ZERO, calls, expected)?;
            if time >= span {
                return Ok((f64::from(calls) * span.as_secs_f64() / time.as_secs_f64()).ceil() as u32);
            }
            calls *= 2;
        }
    }
}

/// How long to measure a row.
pub struct Effort {
    batches: usize,
    /// For each system in each batch: so long to warm up, then so long again, measured.
    span: Duration,
}

impl Effort {
    pub const FULL: Effort = Effort { batches: 31, span: Duration::from_millis(5) };
    pub const QUICK: Effort = Effort { batches: 5, span: Duration::from_micros(200) };
}

/// A system that returned something else than the serial program.
#[derive(Debug)]
pub struct Wrong {
    system: &'static str,
    inside: bool,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.inside { "inside the pool" } else { "outside a pool" };
        write!(f, "`{}`, called {place}, does not return what the serial program returns", self.system)
    }
}

/// Measures `systems`, of which the first is the serial program.
pub fn row(systems: &[System<'_>], effort: &Effort) -> Result<Row, Wrong> {
    let expected = (systems[0].program)();
    let calls = systems.iter().map(|system| system.calls_in(effort.span, expected)).collect::<Result<Vec<_>, _>>()?;

    let mut random = Random(7);
    let mut order: Vec<usize> = (0..systems.len()).collect();
    let mut lines = Vec::new();
    let mut times = vec![Vec::new(); systems.len()];
    for _ in 0..effort.batches {
        lines.extend(cache_line_round_trip());
        random.shuffle(&mut order);
        for &system in &order {
            let time = systems[system].time(effort.span, calls[system], expected)?;
            times[system].push(time.as_secs_f64() * 1e9 / f64::from(calls[system]));
        }
    }
    Ok(Row::new(lines, &times))
}

/// A line of the table.
pub struct Row {
    line: Option<f64>,
    serial: f64,
    ratios: Vec<f64>,
    /// The widest distance between the quartiles of a ratio, relative to that ratio.
    spread: f64,
}

impl Row {
    fn new(lines: Vec<f64>, times: &[Vec<f64>]) -> Self {
        let (serial, others) = times.split_first().expect("a serial program");
        let ratios = others.iter().map(|times| times.iter().zip(serial).map(|(time, serial)| time / serial).collect());
        let ratios: Vec<Quartiles> = ratios.map(Quartiles::of).collect();
        Row {
            line: (!lines.is_empty()).then(|| Quartiles::of(lines).median),
            serial: Quartiles::of(serial.clone()).median,
            spread: ratios.iter().map(Quartiles::spread).fold(0.0, f64::max),
            ratios: ratios.iter().map(|ratio| ratio.median).collect(),
        }
    }

    pub fn header(systems: &[System<'_>]) -> String {
        let names: String = systems[1..].iter().map(|system| format!(" {:>11}", system.name)).collect();
        format!("{:<10} {:>6} {:>8} {:>11}{names} {:>7}", "shape", "node", "line", "serial", "spread")
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line.map_or("-".to_owned(), |line| format!("{line:.0} ns"));
        write!(f, "{line:>8} {:>8.2} µs", self.serial / 1e3)?;
        for ratio in &self.ratios {
            write!(f, " {ratio:>11.2}")?;
        }
        write!(f, " {:>5.0} %", 100.0 * self.spread)
    }
}

struct Quartiles {
    lower: f64,
    median: f64,
    upper: f64,
}

impl Quartiles {
    fn of(mut samples: Vec<f64>) -> Self {
        samples.sort_by(f64::total_cmp);
        let at = |quarter: usize| samples[quarter * (samples.len() - 1) / 4];
        Quartiles { lower: at(1), median: at(2), upper: at(3) }
    }

    fn spread(&self) -> f64 {
        (self.upper - self.lower) / self.median
    }
}

/// Nanoseconds from one thread to another and back through one cache line: the fastest of ten times a hundred trips, as
/// both threads may start on one core. None where there is one core only.
fn cache_line_round_trip() -> Option<f64> {
    #[repr(align(128))]
    struct Line(AtomicU64);

    const TRIPS: u64 = 100;
    const TIMES: u64 = 10;
    if std::thread::available_parallelism().map_or(1, |n| n.get()) < 2 {
        return None;
    }
    let line = Line(AtomicU64::new(0));
    let await_value = |value| {
        while line.0.load(Ordering::Acquire) != value {
            std::hint::spin_loop();
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for trip in 0..TIMES * TRIPS {
                await_value(2 * trip + 1);
                line.0.store(2 * trip + 2, Ordering::Release);
            }
        });
        let time = |time| {
            let start = Instant::now();
            for trip in time * TRIPS..(time + 1) * TRIPS {
                line.0.store(2 * trip + 1, Ordering::Release);
                await_value(2 * trip + 2);
            }
            start.elapsed()
        };
        (0..TIMES).map(time).min().map(|fastest| fastest.as_secs_f64() * 1e9 / TRIPS as f64)
    })
}
