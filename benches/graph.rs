//! What it costs to build and to run a graph whose shape is data: four shapes of 100,000 nodes that do next to nothing.
//!
//! `cargo bench --bench graph` prints the table; with `-- --quick` (or under `cargo test --benches`) graphs are small, to see that
//! all systems agree. A wrong result ends it with a failure. How to read the table: `benches/README.md`.

use std::convert::Infallible;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use dagx::Task;
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use superscalar::{Graph, Node, task};

fn main() -> ExitCode {
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    let quick = has("--quick") || !has("--bench");
    let (nodes, rounds) = if quick { (600, 2) } else { (100_000, 11) };
    let bench = Bench::new();
    println!(
        "{} threads, {nodes} nodes, median of {rounds} rounds; ns per node: build + run (all / superscalar)",
        bench.threads
    );
    let mut agreed = true;
    // async_dag looks at all that is ready whenever something ends: it gets smaller graphs of the same shapes.
    let few = (nodes / 50).max(100);
    for ((name, dag), (_, small)) in shapes(nodes).into_iter().zip(shapes(few)) {
        agreed &= bench.line(name, &dag, rounds);
        let cost = async_dag_on(&bench.tokio, &small);
        let per_node = |time: Duration| time.as_nanos() as f64 / small.inputs.len() as f64;
        println!("{:<10}  async_dag, {few} nodes: {:.0} + {:.0}", "", per_node(cost.build), per_node(cost.run));
        agreed &= cost.result == serial(&small);
    }
    if agreed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The inputs of each node, at most three, all of smaller numbers; nodes that are nobody's input are the outputs.
struct Dag {
    inputs: Vec<Vec<usize>>,
    outputs: Vec<usize>,
}

impl Dag {
    fn new(inputs: Vec<Vec<usize>>) -> Dag {
        let mut is_input = vec![false; inputs.len()];
        inputs.iter().flatten().for_each(|&input| is_input[input] = true);
        let outputs = (0..inputs.len()).filter(|&node| !is_input[node]).collect();
        Dag { inputs, outputs }
    }
}

fn shapes(nodes: usize) -> [(&'static str, Dag); 4] {
    let chain = (0..nodes).map(|node| node.checked_sub(1).into_iter().collect()).collect();
    let side = nodes.isqrt();
    let cell = |at: usize| [(at >= side).then(|| at - side), (!at.is_multiple_of(side)).then(|| at - 1)];
    let wavefront = (0..side * side).map(|at| cell(at).into_iter().flatten().collect()).collect();
    let leaves = nodes.div_ceil(2);
    let tree = (0..2 * leaves - 1)
        .map(|node| if node < leaves { vec![] } else { vec![2 * (node - leaves), 2 * (node - leaves) + 1] });
    let mut state = 42;
    let mut below = |bound: usize| {
        state = mix(state, 1);
        state as usize % bound
    };
    let random = (0..nodes).map(|node| {
        let inputs = if node < 64 { 0 } else { 1 + below(3) };
        (0..inputs).map(|_| node - 1 - below(node.min(2_000))).collect()
    });
    let random = random.collect();
    [
        ("chain", Dag::new(chain)),
        ("wavefront", Dag::new(wavefront)),
        ("tree", Dag::new(tree.collect())),
        ("random", Dag::new(random)),
    ]
}

fn mix(a: u64, b: u64) -> u64 {
    let z = (a.rotate_left(23) ^ b).wrapping_add(0x9e37_79b9_7f4a_7c15);
    (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

fn node(number: usize, inputs: impl Iterator<Item = u64>) -> u64 {
    inputs.fold(number as u64, mix)
}

/// How long it took to build and to run, and the result.
struct Cost {
    build: Duration,
    run: Duration,
    result: u64,
}

fn measured<G>(build: impl FnOnce() -> G, run: impl FnOnce(G) -> u64) -> Cost {
    let begun = Instant::now();
    let graph = build();
    let built = begun.elapsed();
    let result = run(graph);
    Cost { build: built, run: begun.elapsed() - built, result }
}

type System<'a> = (&'static str, Box<dyn Fn(&Dag) -> Cost + 'a>);

struct Bench {
    threads: usize,
    pool: rayon::ThreadPool,
    tokio: tokio::runtime::Runtime,
}

impl Bench {
    fn new() -> Bench {
        let cores = std::thread::available_parallelism().map_or(1, |n| n.get());
        let threads = std::env::var("SUPERSCALAR_THREADS").ok().and_then(|n| n.parse().ok()).unwrap_or(cores);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a rayon pool");
        let tokio =
            tokio::runtime::Builder::new_multi_thread().worker_threads(threads).build().expect("a tokio runtime");
        Bench { threads, pool, tokio }
    }

    fn systems(&self) -> Vec<System<'_>> {
        vec![
            ("superscalar", Box::new(superscalar)),
            ("petgraph+rayon", Box::new(|dag| self.pool.install(|| by_hand(dag)))),
            ("dagx", Box::new(|dag| dagx_on(&self.tokio, dag))),
            ("dag_exec", Box::new(|dag| dag_exec(self.threads, dag))),
        ]
    }

    /// Prints a line; false if a system returned something else than the serial program.
    fn line(&self, name: &str, dag: &Dag, rounds: usize) -> bool {
        let expected = serial(dag);
        let systems = self.systems();
        let mut costs: Vec<Vec<Cost>> = systems.iter().map(|_| Vec::new()).collect();
        for round in 0..rounds {
            for turn in 0..systems.len() {
                let at = (turn + round) % systems.len();
                // Once is enough for those that take seconds.
                if costs[at].first().is_none_or(|cost| cost.build + cost.run < Duration::from_secs(3)) {
                    costs[at].push(systems[at].1(dag));
                }
            }
        }
        let per_node = |time: Duration| time.as_nanos() as f64 / dag.inputs.len() as f64;
        let medians =
            |of: fn(&Cost) -> Duration| costs.iter().map(|costs| per_node(median(costs.iter().map(of)))).collect();
        let (builds, runs): (Vec<f64>, Vec<f64>) = (medians(|cost| cost.build), medians(|cost| cost.run));
        print!("{name:<10}");
        for (at, (system, _)) in systems.iter().enumerate() {
            let (build, run) = (builds[at], runs[at]);
            print!("  {system} {build:.0} + {run:.0} ({:.2})", (build + run) / (builds[0] + runs[0]));
        }
        println!();
        let wrong = |(at, costs): (usize, &Vec<Cost>)| costs.iter().any(|cost| cost.result != expected).then_some(at);
        let wrong: Vec<usize> = costs.iter().enumerate().filter_map(wrong).collect();
        wrong.iter().for_each(|&at| eprintln!("{} is wrong on {name}", systems[at].0));
        wrong.is_empty()
    }
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn serial(dag: &Dag) -> u64 {
    let mut values: Vec<u64> = Vec::with_capacity(dag.inputs.len());
    for (number, inputs) in dag.inputs.iter().enumerate() {
        values.push(node(number, inputs.iter().map(|&input| values[input])));
    }
    dag.outputs.iter().fold(0, |result, &output| result ^ values[output])
}

#[task]
fn leaf(number: usize) -> u64 {
    node(number, [].into_iter())
}

#[task]
fn one(number: usize, a: u64) -> u64 {
    node(number, [a].into_iter())
}

#[task]
fn two(number: usize, a: u64, b: u64) -> u64 {
    node(number, [a, b].into_iter())
}

#[task]
fn three(number: usize, a: u64, b: u64, c: u64) -> u64 {
    node(number, [a, b, c].into_iter())
}

fn superscalar(dag: &Dag) -> Cost {
    let build = || {
        let mut g = Graph::new();
        let mut nodes: Vec<Node<u64>> = Vec::with_capacity(dag.inputs.len());
        for (number, inputs) in dag.inputs.iter().enumerate() {
            let added = match *inputs.as_slice() {
                [] => g.add(leaf::node(number)),
                [a] => g.add(one::node(number, &nodes[a])),
                [a, b] => g.add(two::node(number, &nodes[a], &nodes[b])),
                [a, b, c] => g.add(three::node(number, &nodes[a], &nodes[b], &nodes[c])),
                [..] => unreachable!("at most three inputs"),
            };
            nodes.push(added);
        }
        (g, nodes)
    };
    measured(build, |(mut g, nodes)| {
        let asked: Vec<&Node<u64>> = dag.outputs.iter().map(|&output| &nodes[output]).collect();
        g.run(asked).expect("no node fails").into_iter().fold(0, |result, value| result ^ value)
    })
}

/// A petgraph, whose nodes hold counters and values. The last input to finish runs a node on the spot, or spawns it.
struct Counted {
    missing: AtomicUsize,
    value: AtomicU64,
}

fn by_hand(dag: &Dag) -> Cost {
    let build = || {
        let mut graph = DiGraph::<Counted, ()>::new();
        for inputs in &dag.inputs {
            let to = graph.add_node(Counted { missing: AtomicUsize::new(inputs.len()), value: AtomicU64::new(0) });
            for &input in inputs {
                graph.add_edge(NodeIndex::new(input), to, ());
            }
        }
        graph
    };
    measured(build, |graph| {
        let sources: Vec<NodeIndex> = graph.externals(Direction::Incoming).collect();
        let graph = &graph;
        rayon::scope(|scope| {
            sources.into_iter().for_each(|source| scope.spawn(move |scope| follow(scope, graph, dag, source)));
        });
        let value = |&output: &usize| graph[NodeIndex::new(output)].value.load(Ordering::Relaxed);
        dag.outputs.iter().map(value).fold(0, |result, value| result ^ value)
    })
}

fn follow<'s>(scope: &rayon::Scope<'s>, graph: &'s DiGraph<Counted, ()>, dag: &'s Dag, from: NodeIndex) {
    let mut next = Some(from);
    while let Some(at) = next.take() {
        let inputs = dag.inputs[at.index()].iter();
        let values = inputs.map(|&input| graph[NodeIndex::new(input)].value.load(Ordering::Relaxed));
        graph[at].value.store(node(at.index(), values), Ordering::Relaxed);
        for to in graph.neighbors_directed(at, Direction::Outgoing) {
            if graph[to].missing.fetch_sub(1, Ordering::AcqRel) == 1 {
                match next {
                    None => next = Some(to),
                    Some(_) => scope.spawn(move |scope| follow(scope, graph, dag, to)),
                }
            }
        }
    }
}

fn dag_exec(threads: usize, dag: &Dag) -> Cost {
    use dag_exec::{DagBuilder, Executor, ExecutorConfig};
    let build = || {
        let mut builder = DagBuilder::<usize, u64, Infallible>::new();
        for (number, inputs) in dag.inputs.iter().enumerate() {
            let run = move |inputs: &[Arc<u64>]| Ok(node(number, inputs.iter().map(|input| **input)));
            builder.add_task(number, inputs.clone(), run).expect("each node once");
        }
        builder.build().expect("inputs exist")
    };
    measured(build, |graph| {
        let limits = ExecutorConfig { max_workers: threads, max_in_flight: 2 * threads, ..Default::default() };
        let values = Executor::new(limits).run_parallel(&graph, dag.outputs.iter().copied()).expect("no node fails");
        values.values().fold(0, |result, value| result ^ **value)
    })
}

struct Leaf(usize);

#[dagx::task]
impl Leaf {
    async fn run(&self) -> u64 {
        node(self.0, [].into_iter())
    }
}

struct One(usize);

#[dagx::task]
impl One {
    async fn run(&self, a: &u64) -> u64 {
        node(self.0, [*a].into_iter())
    }
}

struct Two(usize);

#[dagx::task]
impl Two {
    async fn run(&self, a: &u64, b: &u64) -> u64 {
        node(self.0, [*a, *b].into_iter())
    }
}

struct Three(usize);

#[dagx::task]
impl Three {
    async fn run(&self, a: &u64, b: &u64, c: &u64) -> u64 {
        node(self.0, [*a, *b, *c].into_iter())
    }
}

fn dagx_on(tokio: &tokio::runtime::Runtime, dag: &Dag) -> Cost {
    use dagx::{DagRunner, TaskHandle};
    let build = || {
        let runner = DagRunner::new();
        let mut nodes: Vec<TaskHandle<u64>> = Vec::with_capacity(dag.inputs.len());
        for (number, inputs) in dag.inputs.iter().enumerate() {
            let added = match *inputs.as_slice() {
                [] => runner.add_task(Leaf(number)).into(),
                [a] => runner.add_task(One(number)).depends_on(nodes[a]),
                [a, b] => runner.add_task(Two(number)).depends_on((&nodes[a], &nodes[b])),
                [a, b, c] => runner.add_task(Three(number)).depends_on((&nodes[a], &nodes[b], &nodes[c])),
                [..] => unreachable!("at most three inputs"),
            };
            nodes.push(added);
        }
        (runner, nodes)
    };
    measured(build, |(runner, nodes)| {
        tokio.block_on(async {
            runner.run(|future| drop(tokio::spawn(future))).await.expect("no task panics");
            let value = |&output: &usize| runner.get(nodes[output]).expect("each node has run");
            dag.outputs.iter().map(value).fold(0, |result, value: u64| result ^ value)
        })
    })
}

fn async_dag_on(tokio: &tokio::runtime::Runtime, dag: &Dag) -> Cost {
    let build = || {
        let mut graph = async_dag::Graph::new();
        let mut nodes: Vec<async_dag::NodeIndex> = Vec::with_capacity(dag.inputs.len());
        for (number, inputs) in dag.inputs.iter().enumerate() {
            let added = match inputs.len() {
                0 => graph.add_task(move || spawned(move || node(number, [].into_iter()))),
                1 => graph.add_task(move |a: u64| spawned(move || node(number, [a].into_iter()))),
                2 => graph.add_task(move |a: u64, b: u64| spawned(move || node(number, [a, b].into_iter()))),
                _ => graph.add_task(move |a: u64, b: u64, c: u64| spawned(move || node(number, [a, b, c].into_iter()))),
            };
            for (position, &input) in (0..).zip(inputs) {
                graph.update_dependency(nodes[input], added, position).expect("inputs come first and are numbers");
            }
            nodes.push(added);
        }
        (graph, nodes)
    };
    measured(build, |(mut graph, nodes)| {
        tokio.block_on(graph.run());
        let value = |&output: &usize| graph.get_value::<u64>(nodes[output]).expect("each node has run");
        dag.outputs.iter().map(value).fold(0, |result, value| result ^ value)
    })
}

async fn spawned(node: impl FnOnce() -> u64 + Send + 'static) -> u64 {
    tokio::spawn(async move { node() }).await.expect("no node panics")
}
