//! Systems side by side: in each batch every system runs for about the same time, in an order drawn anew, so that what
//! the machine does meanwhile meets them all. Ratios are taken within a batch.

use std::fmt;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use crate::dag::Random;

/// A way to run the program of a table.
pub struct System<'a> {
    pub name: &'static str,
    take: Box<dyn Fn(&mut Turn) + Send + Sync + 'a>,
}

impl<'a> System<'a> {
    /// `take` makes the calls of a turn, from wherever this system is called; getting there is not measured.
    pub fn new(name: &'static str, take: impl Fn(&mut Turn) + Send + Sync + 'a) -> Self {
        System { name, take: Box::new(take) }
    }

    /// Called by a task on a worker of `tokio`.
    pub fn on_worker_of<P, F>(tokio: &'a Runtime, name: &'static str, program: Arc<P>) -> Self
    where
        P: Fn() -> F + Send + Sync + ?Sized + 'static,
        F: Future<Output = u64> + Send,
    {
        System::new(name, move |turn| {
            let (program, mut moved) = (Arc::clone(&program), turn.clone());
            let task = tokio.spawn(async move {
                while moved.goes_on() {
                    moved.returned(program().await);
                }
                moved
            });
            *turn = tokio.block_on(task).expect("no node panics");
        })
    }

    /// The time of `calls` calls, after calls for as long as `warm_up`; or a result that is not `expected`.
    fn time(&self, warm_up: Duration, calls: u32, expected: u64) -> Result<Duration, Wrong> {
        let mut turn = Turn { warm_up, calls, expected, phase: Phase::New, differs: 0 };
        (self.take)(&mut turn);
        match turn {
            Turn { phase: Phase::Over(time), differs: 0, .. } => Ok(time),
            _ => Err(Wrong { system: self.name }),
        }
    }

    /// How many calls fill `span`; runs for that long to find out, which warms up what learns.
    fn calls_in(&self, span: Duration, expected: u64) -> Result<Calls, Wrong> {
        let mut calls = 1;
        loop {
            let time = self.time(Duration::ZERO, calls, expected)?;
            if time >= span {
                let count = (f64::from(calls) * span.as_secs_f64() / time.as_secs_f64()).ceil();
                return Ok(Calls { count: count as u32, time: time / calls * count as u32 });
            }
            calls *= 2;
        }
    }
}

/// Calls that fill a span, and the time that they take.
struct Calls {
    count: u32,
    time: Duration,
}

/// A turn of a system: calls to warm up, then calls that are timed.
#[derive(Clone)]
pub struct Turn {
    warm_up: Duration,
    calls: u32,
    expected: u64,
    phase: Phase,
    /// Bits in which any result was not as expected.
    differs: u64,
}

#[derive(Clone)]
enum Phase {
    New,
    WarmUp(Instant),
    Timed { start: Instant, left: u32 },
    Over(Duration),
}

impl Turn {
    /// All calls of the turn.
    pub fn calls(&mut self, mut program: impl FnMut() -> u64) {
        while self.goes_on() {
            self.returned(program());
        }
    }

    /// Whether there is another call to make.
    #[inline]
    pub fn goes_on(&mut self) -> bool {
        match &mut self.phase {
            Phase::Timed { left, .. } if *left > 0 => {
                *left -= 1;
                true
            }
            _ => self.next_phase(),
        }
    }

    /// What that call has returned.
    #[inline]
    pub fn returned(&mut self, result: u64) {
        self.differs |= black_box(result) ^ self.expected;
    }

    fn next_phase(&mut self) -> bool {
        let now = Instant::now();
        self.phase = match self.phase {
            Phase::New if !self.warm_up.is_zero() => Phase::WarmUp(now),
            Phase::WarmUp(start) if now - start < self.warm_up => return true,
            Phase::New | Phase::WarmUp(_) => Phase::Timed { start: now, left: self.calls - 1 },
            Phase::Timed { start, .. } => Phase::Over(now - start),
            Phase::Over(_) => unreachable!("a turn is taken once"),
        };
        !matches!(self.phase, Phase::Over(_))
    }
}

/// How long to measure.
pub struct Effort {
    /// For each system in each batch: so long to warm up, then so long again, measured.
    span: Duration,
    /// As many batches as fit into `enough`, in these limits.
    batches: (usize, usize),
    enough: Duration,
}

impl Effort {
    pub const FULL: Effort =
        Effort { span: Duration::from_millis(5), batches: (5, 15), enough: Duration::from_secs(4) };
    pub const QUICK: Effort = Effort { span: Duration::from_micros(100), batches: (1, 3), enough: Duration::ZERO };
}

/// A system that returned something else than the serial program.
#[derive(Debug)]
pub struct Wrong {
    system: &'static str,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` does not return what the serial program returns", self.system)
    }
}

/// Threads of each pool: as many as asked for, or one per core.
pub fn threads() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, |n| n.get());
    let asked = std::env::var("SUPERSCALAR_THREADS").ok().and_then(|n| n.parse().ok());
    asked.unwrap_or(cores)
}

/// What one grain has shown.
pub struct Column {
    /// Of each system in each batch, the time of a call. Nanoseconds.
    pub times: Vec<Vec<f64>>,
    /// Before each batch, a round trip of a cache line. Nanoseconds.
    pub lines: Vec<f64>,
    /// The share of the machine's time that other processes have taken meanwhile.
    pub others: Option<f64>,
}

/// Measures `systems`; `expected` is what the serial program returns.
pub fn column(systems: &[System<'_>], expected: u64, effort: &Effort) -> Result<Column, Wrong> {
    let calls = systems.iter().map(|system| system.calls_in(effort.span, expected)).collect::<Result<Vec<_>, _>>()?;
    // A call that fills the span has warmed up with the calls before.
    let warm_up = |calls: &Calls| if calls.count > 1 { effort.span } else { Duration::ZERO };
    let batch: Duration = calls.iter().map(|calls| calls.time + warm_up(calls)).sum();
    let (least, most) = effort.batches;
    let batches = ((effort.enough.as_secs_f64() / batch.as_secs_f64()) as usize).clamp(least, most);

    let mut random = Random(7);
    let mut order: Vec<usize> = (0..systems.len()).collect();
    let mut column = Column { times: vec![Vec::new(); systems.len()], lines: Vec::new(), others: None };
    let before = Ticks::now();
    for _ in 0..batches {
        column.lines.extend(cache_line_round_trip());
        random.shuffle(&mut order);
        for &system in &order {
            let calls = &calls[system];
            let time = systems[system].time(warm_up(calls), calls.count, expected)?;
            column.times[system].push(time.as_secs_f64() * 1e9 / f64::from(calls.count));
        }
    }
    column.others = before.and_then(|before| Some(Ticks::now()?.others_since(&before)));
    Ok(column)
}

/// Processor time since the machine started, in clock ticks. Known on Linux only.
struct Ticks {
    /// Of all processors, idle or not.
    all: u64,
    busy: u64,
    ours: u64,
}

impl Ticks {
    fn now() -> Option<Ticks> {
        let machine = std::fs::read_to_string("/proc/stat").ok()?;
        let process = std::fs::read_to_string("/proc/self/stat").ok()?;
        let number = |word: &str| word.parse::<u64>().ok();
        // "cpu", user, nice, system, idle, iowait, irq, softirq, steal
        let times: Vec<u64> = machine.lines().next()?.split_whitespace().skip(1).take(8).map_while(number).collect();
        let idle = times.get(3)? + times.get(4)?;
        // After the name in parentheses: the state, ten numbers, user, system.
        let (_, after_name) = process.rsplit_once(')')?;
        let ours = after_name.split_whitespace().skip(11).take(2).filter_map(number).sum();
        let all = times.iter().sum();
        Some(Ticks { all, busy: all - idle, ours })
    }

    fn others_since(&self, before: &Ticks) -> f64 {
        let others = (self.busy - before.busy).saturating_sub(self.ours - before.ours);
        others as f64 / (self.all - before.all).max(1) as f64
    }
}

/// Nanoseconds from one thread to another and back through one cache line: the fastest of ten times a hundred trips, as
/// both threads may start on one core. None where there is one core only, or other processes leave us no more than that.
fn cache_line_round_trip() -> Option<f64> {
    #[repr(align(128))]
    struct Line(AtomicU64);

    const TRIPS: u64 = 100;
    const TIMES: u64 = 10;
    const ENOUGH: Duration = Duration::from_millis(20);
    if std::thread::available_parallelism().map_or(1, |n| n.get()) < 2 {
        return None;
    }
    let (line, begun) = (Line(AtomicU64::new(0)), Instant::now());
    // False if it takes too long.
    let await_value = |value| {
        let mut spins = 0u32;
        while line.0.load(Ordering::Acquire) != value {
            spins += 1;
            if spins.is_multiple_of(1 << 12) && begun.elapsed() > ENOUGH {
                return false;
            }
            std::hint::spin_loop();
        }
        true
    };
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for trip in 0..TIMES * TRIPS {
                if !await_value(2 * trip + 1) {
                    break;
                }
                line.0.store(2 * trip + 2, Ordering::Release);
            }
        });
        let time = |time| {
            let start = Instant::now();
            for trip in time * TRIPS..(time + 1) * TRIPS {
                line.0.store(2 * trip + 1, Ordering::Release);
                if !await_value(2 * trip + 2) {
                    return None;
                }
            }
            Some(start.elapsed())
        };
        let fastest = (0..TIMES).map_while(time).min();
        fastest.map(|fastest| fastest.as_secs_f64() * 1e9 / TRIPS as f64)
    })
}
