//! How three programs would scale to more threads than this machine has: their measured times, replayed on virtual workers.
//!
//! `cargo run --release --example schedule [-- --size N] [--handover NANOSECONDS]`
//!
//! Each program is a [`Graph`]: a wavefront of `N` x `N` blocks, the Cholesky factor of `N/4` x `N/4` tiles, and a loop of `100 N`
//! iterations with a source and a sink in order. It runs on one thread, where each task notes its time, the least of some runs. Then the graph, with the
//! edges that the library found, is replayed on 1 to 64 workers by the rules of the library's executor: a worker goes on with the
//! oldest node that its last one made ready, publishes the others, and takes the oldest published one where that is older or it has
//! none. A node that comes from another worker begins later by the hand-over.
//!
//! No schedule beats `max(work / workers, longest path)`, and a greedy one without hand-overs takes no more than
//! `work / workers + longest path` (Graham, "Bounds on multiprocessing timing anomalies", 1969). What the workers write
//! for each node to memory that others write, too, is counted: where that grows with the number of workers, they would wait
//! for each other's cache lines.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::error::Error;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use superscalar::{Graph, Runtime, task};

/// Runs of which the least time of each node counts: in the others the thread may have been interrupted.
const RUNS: usize = 5;

/// The times of the nodes of a graph, in nanoseconds, by the order in which they were added.
struct Trace(Vec<AtomicU64>);

impl Trace {
    fn of(nodes: usize) -> Trace {
        Trace((0..nodes).map(|_| AtomicU64::new(u64::MAX)).collect())
    }

    fn time<R>(&self, node: usize, work: impl FnOnce() -> R) -> R {
        let start = Instant::now();
        let result = work();
        self.0[node].fetch_min(start.elapsed().as_nanos() as u64, Relaxed);
        result
    }
}

/// Borders of a block of a table: its last row and column.
type Borders = (Vec<u32>, Vec<u32>);

const BLOCK: usize = 64;

/// A block of the table of edit distances (Wagner and Fischer, 1974) of two texts that are made up.
#[task]
fn block(trace: &Trace, node: usize, above: &Borders, left: &Borders) -> Borders {
    trace.time(node, || {
        let (mut row, mut column) = (above.0.clone(), left.1.clone());
        for (i, edge) in column.iter_mut().enumerate() {
            let mut diagonal = *edge;
            let mut left = *edge + 1;
            for (j, cell) in row.iter_mut().enumerate() {
                let differs = u32::from((node * 31 + i * 7) % 5 != (node * 17 + j * 3) % 5);
                let next = (diagonal + differs).min(*cell + 1).min(left + 1);
                (diagonal, left) = (*cell, next);
                *cell = next;
            }
            *edge = left;
        }
        (row, column)
    })
}

#[task]
fn border(trace: &Trace, node: usize) -> Borders {
    trace.time(node, || ((1..=BLOCK as u32).collect(), (1..=BLOCK as u32).collect()))
}

fn wavefront<'env>(g: &mut Graph<'env>, trace: &'env Trace, size: usize) -> Result<(), Box<dyn Error>> {
    let edge = g.add(border::node(trace, 0));
    let mut above = Vec::new();
    for i in 0..size {
        let mut row = Vec::new();
        for j in 0..size {
            let (up, left) = (above.get(j).unwrap_or(&edge), row.last().unwrap_or(&edge));
            row.push(g.add(block::node(trace, 1 + i * size + j, up, left)));
        }
        above = row;
    }
    let last = above.pop().expect("at least one block");
    g.run(last)?;
    Ok(())
}

const TILE: usize = 32;

/// `L L^T`, of which the tiles below and on the diagonal are made: a number, and more on the diagonal.
#[task]
fn tile(trace: &Trace, node: usize, on_diagonal: bool) -> Vec<f64> {
    trace.time(node, || {
        let at = |cell: usize| if on_diagonal && cell.is_multiple_of(TILE + 1) { 1e6 } else { 1.0 };
        (0..TILE * TILE).map(at).collect()
    })
}

#[task]
fn factor(trace: &Trace, node: usize, a: &mut [f64]) {
    trace.time(node, || {
        for j in 0..TILE {
            let dot = |i: usize, j: usize, a: &[f64]| (0..j).map(|k| a[i * TILE + k] * a[j * TILE + k]).sum::<f64>();
            a[j * TILE + j] = (a[j * TILE + j] - dot(j, j, a)).sqrt();
            (j + 1..TILE).for_each(|i| a[i * TILE + j] = (a[i * TILE + j] - dot(i, j, a)) / a[j * TILE + j]);
        }
    });
}

#[task]
fn solve(trace: &Trace, node: usize, diagonal: &[f64], a: &mut [f64]) {
    trace.time(node, || {
        for row in a.chunks_mut(TILE) {
            for j in 0..TILE {
                let dot: f64 = (0..j).map(|k| row[k] * diagonal[j * TILE + k]).sum();
                row[j] = (row[j] - dot) / diagonal[j * TILE + j];
            }
        }
    });
}

#[task]
fn update(trace: &Trace, node: usize, left: &[f64], top: &[f64], a: &mut [f64]) {
    trace.time(node, || {
        for (left, row) in left.chunks(TILE).zip(a.chunks_mut(TILE)) {
            for (top, cell) in top.chunks(TILE).zip(row) {
                *cell -= left.iter().zip(top).map(|(x, y)| x * y).sum::<f64>();
            }
        }
    });
}

fn cholesky<'env>(g: &mut Graph<'env>, trace: &'env Trace, size: usize) -> Result<(), Box<dyn Error>> {
    let mut node = 0..;
    let mut next = || node.next().expect("numbers do not end");
    let mut column = |j: usize| (j..size).map(|i| g.add(tile::node(trace, next(), i == j))).collect::<Vec<_>>();
    let mut columns: Vec<_> = (0..size).map(&mut column).collect();
    let mut rest = &mut columns[..];
    while let Some((column, right)) = rest.split_first_mut() {
        let (diagonal, below) = column.split_first_mut().expect("a tile on the diagonal");
        g.add(factor::node(trace, next(), &mut *diagonal));
        for tile in &mut *below {
            g.add(solve::node(trace, next(), &*diagonal, tile));
        }
        for (j, column) in right.iter_mut().enumerate() {
            for (tile, left) in column.iter_mut().zip(&below[j..]) {
                g.add(update::node(trace, next(), left, &below[j], tile));
            }
        }
        rest = right;
    }
    g.run(columns)?;
    Ok(())
}

/// The next item of a stream.
#[task]
fn item(trace: &Trace, node: usize, state: &mut u64) -> u64 {
    trace.time(node, || {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state
    })
}

/// As much for one item as for another, and twice as much for some.
#[task]
fn work(trace: &Trace, node: usize, item: u64) -> u64 {
    let steps = if item >> 60 == 0 { 20_000 } else { 10_000 };
    trace.time(node, || (0..steps).fold(item, |x, step| x.rotate_left(7).wrapping_mul(step | 1) ^ x))
}

#[task]
fn push(trace: &Trace, node: usize, results: &mut Vec<u64>, result: u64) {
    trace.time(node, || results.push(result));
}

#[task]
fn seed() -> u64 {
    1
}

#[task]
fn empty() -> Vec<u64> {
    Vec::new()
}

fn stream<'env>(g: &mut Graph<'env>, trace: &'env Trace, size: usize) -> Result<(), Box<dyn Error>> {
    let (mut state, mut results) = (g.add(seed::node()), g.add(empty::node()));
    for i in 0..100 * size {
        let item = g.add(item::node(trace, 2 + 3 * i, &mut state));
        let result = g.add(work::node(trace, 3 + 3 * i, item));
        g.add(push::node(trace, 4 + 3 * i, &mut results, result));
    }
    g.run(results)?;
    Ok(())
}

/// A graph and what its nodes took.
struct Measured {
    nanos: Vec<u64>,
    successors: Vec<Vec<usize>>,
    waits: Vec<usize>,
}

type Program = for<'env> fn(&mut Graph<'env>, &'env Trace, usize) -> Result<(), Box<dyn Error>>;

/// Runs a program on one thread.
fn measure(program: Program, size: usize) -> Result<Measured, Box<dyn Error>> {
    let trace = Trace::of(2 + 300 * size + size * size + size.pow(3) / 64);
    let serial = Runtime::builder().serial().build()?;
    let run = || -> Result<_, Box<dyn Error>> {
        let mut g = Graph::new();
        serial.run(|| program(&mut g, &trace, size))?;
        Ok(g.graph())
    };
    let mut graph = run()?;
    for _ in 1..RUNS {
        graph = run()?;
    }
    let ids: Vec<usize> = graph.nodes().iter().map(|node| node.id()).collect();
    let index = |id: usize| ids.binary_search(&id).expect("edges are between nodes");
    let edges: BTreeSet<(usize, usize)> =
        graph.edges().iter().map(|edge| (index(edge.from()), index(edge.to()))).collect();
    let mut measured =
        Measured { nanos: Vec::new(), successors: vec![Vec::new(); ids.len()], waits: vec![0; ids.len()] };
    // The two values that a stream begins with are made in no time.
    let nanos = |node: usize| Some(trace.0[node].load(Relaxed)).filter(|nanos| *nanos != u64::MAX).unwrap_or(0);
    measured.nanos = (0..ids.len()).map(nanos).collect();
    for (from, to) in edges {
        measured.successors[from].push(to);
        measured.waits[to] += 1;
    }
    Ok(measured)
}

impl Measured {
    fn work(&self) -> u64 {
        self.nanos.iter().sum()
    }

    fn longest_path(&self) -> u64 {
        let mut ends = vec![0; self.nanos.len()];
        for (node, successors) in self.successors.iter().enumerate() {
            let end: u64 = ends[node] + self.nanos[node];
            for &next in successors {
                ends[next] = end.max(ends[next]);
            }
            ends[node] = end;
        }
        ends.into_iter().max().unwrap_or(0)
    }
}

/// A replay on so many workers: the time it takes, and what is written to shared memory.
#[derive(Default)]
struct Replay {
    nanos: u64,
    /// Nodes that were put among the published ones, and taken from there.
    published: u64,
    taken: u64,
    /// Arrivals at counters, and those of another worker than the one before.
    arrivals: u64,
    foreign: u64,
}

/// What is published, what workers do, and when they have done it.
struct Pool<'m> {
    measured: &'m Measured,
    handover: u64,
    waits: Vec<usize>,
    /// By node: who arrived last.
    arrived: Vec<Option<usize>>,
    /// With the worker that published it.
    published: BTreeSet<(usize, usize)>,
    idle: BTreeSet<usize>,
    busy: BinaryHeap<Reverse<(u64, usize, usize)>>,
    replay: Replay,
}

fn replay(measured: &Measured, workers: usize, handover: u64) -> Replay {
    let sources = (0..measured.nanos.len()).filter(|&node| measured.waits[node] == 0);
    let mut pool = Pool {
        measured,
        handover,
        waits: measured.waits.clone(),
        arrived: vec![None; measured.nanos.len()],
        published: sources.map(|node| (node, 0)).collect(),
        idle: (0..workers).collect(),
        busy: BinaryHeap::new(),
        replay: Replay::default(),
    };
    pool.replay.published = pool.published.len() as u64;
    pool.wake(0);
    while let Some(Reverse((now, worker, node))) = pool.busy.pop() {
        pool.replay.nanos = now;
        pool.finish(now, worker, node);
        pool.wake(now);
    }
    pool.replay
}

impl Pool<'_> {
    fn start(&mut self, now: u64, worker: usize, node: usize) {
        self.busy.push(Reverse((now + self.measured.nanos[node], worker, node)));
    }

    /// Workers that have nothing to do take what is published.
    fn wake(&mut self, now: u64) {
        while let (Some(&worker), Some(&first)) = (self.idle.first(), self.published.first()) {
            self.idle.remove(&worker);
            self.take(now, worker, first);
        }
    }

    fn take(&mut self, now: u64, worker: usize, (node, publisher): (usize, usize)) {
        self.published.remove(&(node, publisher));
        self.replay.taken += 1;
        let begin = if worker == publisher { now } else { now + self.handover };
        self.start(begin, worker, node);
    }

    fn finish(&mut self, now: u64, worker: usize, node: usize) {
        let mut kept = None;
        for &next in &self.measured.successors[node] {
            self.waits[next] -= 1;
            if self.measured.waits[next] > 1 {
                self.replay.arrivals += 1;
                self.replay.foreign += u64::from(self.arrived[next].replace(worker).is_some_and(|last| last != worker));
            }
            if self.waits[next] == 0 && kept.is_none() {
                kept = Some(next);
            } else if self.waits[next] == 0 {
                self.publish(next, worker);
            }
        }
        match (kept, self.published.first().copied()) {
            (Some(kept), Some(first)) if first.0 < kept => {
                self.publish(kept, worker);
                self.take(now, worker, first);
            }
            (Some(kept), _) => self.start(now, worker, kept),
            (None, Some(first)) => self.take(now, worker, first),
            (None, None) => _ = self.idle.insert(worker),
        }
    }

    fn publish(&mut self, node: usize, worker: usize) {
        self.published.insert((node, worker));
        self.replay.published += 1;
    }
}

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("schedule: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), Box<dyn Error>> {
    let (size, handover) = options()?;
    let programs: [(&str, Program, usize); 3] =
        [("wavefront", wavefront, size), ("Cholesky", cholesky, size.div_ceil(4)), ("loop", stream, size)];
    println!(
        "hand-over {handover} ns; shared words written for each node: ready set, counters (by another than the last)"
    );
    for (name, program, size) in programs {
        let measured = measure(program, size)?;
        let (nodes, work, path) = (measured.nanos.len() as f64, measured.work(), measured.longest_path());
        println!(
            "\n{name}: {nodes} nodes of {:.1} us, longest path {:.1} % of the work",
            work as f64 / nodes / 1e3,
            100.0 * path as f64 / work as f64
        );
        println!(
            "{:>7} {:>10} {:>9} {:>9} {:>14} {:>22}",
            "workers", "ms", "speed-up", "at most", "of best bound", "writes for each node"
        );
        for workers in [1, 2, 4, 8, 16, 32, 64] {
            let replay = replay(&measured, workers, handover);
            let best = (work / workers as u64).max(path);
            let greedy = work / workers as u64 + path;
            if handover == 0 && replay.nanos > greedy {
                return Err(format!(
                    "{} ns on {workers} workers, and a greedy schedule takes {greedy} at most",
                    replay.nanos
                )
                .into());
            }
            let each = |count: u64| count as f64 / nodes;
            println!(
                "{workers:>7} {:>10.2} {:>9.2} {:>9.2} {:>12.1} % {:>8.2}, {:.2} ({:.2})",
                replay.nanos as f64 / 1e6,
                work as f64 / replay.nanos as f64,
                work as f64 / best as f64,
                100.0 * best as f64 / replay.nanos as f64,
                each(replay.published + replay.taken),
                each(replay.arrivals),
                each(replay.foreign),
            );
        }
    }
    Ok(())
}

fn options() -> Result<(usize, u64), lexopt::Error> {
    use lexopt::prelude::*;
    let (mut size, mut handover) = (64, 300);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("size") => size = arguments.value()?.parse()?,
            Long("handover") => handover = arguments.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    if !(4..=256).contains(&size) {
        return Err("`--size` takes a number from 4 to 256".into());
    }
    Ok((size, handover))
}
