//! Runs a generated pipeline in every mode and compares it with the plain function.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, Once, PoisonError};

use superscalar::Runtime;

use super::values::{self, Event, Feed, Item, Log, State};

/// How a generated pipeline is run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Via {
    /// The plain function.
    Plain,
    /// `name::serial(..)`
    Serial,
    /// `name(..)`
    Graph,
}

/// Calls a pipeline, its serial form, or the plain function of the same body.
macro_rules! oracle_via {
    ($via:expr, $graph:path, $serial:path, $plain:path, ($($argument:expr),*)) => {
        match $via {
            Via::Plain => $plain($($argument),*),
            Via::Serial => $serial($($argument),*),
            Via::Graph => $graph($($argument),*),
        }
    };
}

/// The same functions as pipelines and as plain functions.
macro_rules! oracle_items {
    ($($items:tt)*) => {
        superscalar::pipeline! { $($items)* }
        pub mod plain {
            use super::*;
            $($items)*
        }
    };
}

/// The same function as a pipeline by attribute and as a plain function.
macro_rules! oracle_attribute {
    ($($item:tt)*) => {
        #[superscalar::pipelined]
        $($item)*
        pub mod plain {
            use super::*;
            $($item)*
        }
    };
}

/// The same statements as a pipeline in value form and as plain statements.
macro_rules! oracle_value {
    ($name:ident [$($parameters:tt)*] [$($result:tt)*] { $($body:tt)* }) => {
        pub fn $name $($parameters)* -> $($result)* {
            let pipeline = superscalar::pipeline! { $($body)* };
            assert!(cfg!(miri) || !pipeline.graph().to_string().is_empty());
            pipeline.run()
        }
        pub mod serial {
            use super::*;
            pub fn $name $($parameters)* -> $($result)* {
                superscalar::pipeline! { $($body)* }.serial()
            }
        }
        pub mod plain {
            use super::*;
            pub fn $name $($parameters)* -> $($result)* {
                #[allow(clippy::redundant_closure_call)]
                (|| { $($body)* })()
            }
        }
    };
}

/// What a pipeline may be given.
#[derive(Debug)]
pub struct Lent {
    pub log: Log,
    pub ledger: Mutex<Vec<u64>>,
    pub state: State,
    pub item: Item,
    pub source: Item,
    pub number: u64,
    pub feed: Feed,
    pub basket: Vec<Item>,
    pub crowd: Vec<Item>,
}

impl Lent {
    fn new(seed: u64) -> Lent {
        let item = |number| Item::new(values::mix2(seed, number));
        let state = State { left: item(100), right: item(101), count: seed % 10 };
        Lent {
            log: Log::default(),
            ledger: Mutex::default(),
            state,
            item: item(102),
            source: item(103),
            number: seed % 7,
            feed: Feed::new(seed + 1),
            basket: vec![item(104)],
            crowd: (0..seed % 4).map(|number| item(105 + number)).collect(),
        }
    }
}

/// One generated pipeline.
pub struct Case {
    /// Of its module.
    pub name: &'static str,
    /// No `?`, `return`, guard or panic stands in it.
    pub total: bool,
    /// Runs it and shows its result.
    pub run: fn(Via, u64, &mut Lent) -> String,
    /// Draws it.
    pub draw: fn() -> String,
}

/// How a run ended and what it left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    result: Result<String, String>,
    events: Vec<Event>,
    lent: String,
    births: Vec<u64>,
    flaws: Vec<String>,
}

/// How much is tried.
#[derive(Clone, Copy)]
pub struct Effort {
    pub inputs: u64,
    pub shuffles: u64,
    pub runs: u64,
    pub pace: u32,
}

/// The pools that pipelines run on besides the global one.
pub struct Pools {
    serial: Runtime,
    one: Runtime,
    some: Runtime,
}

impl Pools {
    pub fn new() -> Pools {
        let threads = |threads| Runtime::builder().threads(threads).build().expect("a pool");
        // For Miri as few as may overlap: it spends its time on threads that look for work.
        let some = threads(if cfg!(miri) { 2 } else { 3 });
        Pools { serial: Runtime::builder().serial().build().expect("no pool"), one: threads(1), some }
    }
}

/// Shows a result.
pub fn shown(result: impl Debug) -> String {
    format!("{result:?}")
}

/// One run at a time: the tokens are counted in one place.
static TURN: Mutex<()> = Mutex::new(());

/// Runs a case as often as the effort says; every difference from the plain function.
pub fn judge(case: &Case, effort: Effort, pools: &Pools) -> Vec<String> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    quiet();
    let mut differences = Vec::new();
    if !cfg!(miri) && (case.draw)().is_empty() {
        differences.push(format!("{}: draws nothing", case.name));
    }
    for input in 0..effort.inputs {
        let expected = pools.serial.run(|| observe(case, Via::Plain, input, 0));
        let mut compare = |how: String, via: Via, got: Ending| {
            differences.extend(
                differ(&expected, &got, case.total, via)
                    .map(|what| format!("{}, input {input}, {how}: {what}", case.name)),
            );
        };
        if !expected.flaws.is_empty() {
            compare("plain".to_owned(), Via::Plain, expected.clone());
        }
        // Miri has the time for those that run unsafe code on more than one thread, or in another order.
        let all = !cfg!(miri);
        if all {
            compare("serial".to_owned(), Via::Serial, observe(case, Via::Serial, input, 0));
        }
        for seed in 0..effort.shuffles {
            let runtime = Runtime::builder().shuffle(seed).build().expect("no pool");
            compare(format!("shuffle:{seed}"), Via::Graph, runtime.run(|| observe(case, Via::Graph, input, 0)));
        }
        if all {
            compare("1 thread".to_owned(), Via::Graph, pools.one.run(|| observe(case, Via::Graph, input, 0)));
        }
        for run in 0..effort.runs {
            let pace = effort.pace;
            if all {
                compare(format!("run {run}"), Via::Graph, observe(case, Via::Graph, input, pace));
            }
            let some = pools.some.run(|| observe(case, Via::Graph, input, pace));
            compare(format!("run {run} on {} threads", pools.some.threads()), Via::Graph, some);
        }
    }
    differences
}

fn observe(case: &Case, via: Via, input: u64, pace: u32) -> Ending {
    values::begin(pace);
    let mut lent = Lent::new(input);
    let result = catch_unwind(AssertUnwindSafe(|| (case.run)(via, input, &mut lent)));
    let result = result.map_err(|payload| match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => {
            payload.downcast_ref::<&str>().map_or("a payload of another type".to_owned(), ToString::to_string)
        }
    });
    let events = lent.log.events();
    let mut shown = format!("{:?} {:?} {:?} {:?} {}", lent.ledger, lent.state, lent.item, lent.source, lent.number);
    shown += &format!(" {:?} {:?} {:?}", lent.feed, lent.basket, lent.crowd);
    drop(lent);
    let (births, flaws) = values::end();
    Ending { result, events, lent: shown, births, flaws }
}

/// How a run differs from the plain function's in a way that it must not.
fn differ(expected: &Ending, got: &Ending, total: bool, via: Via) -> Option<String> {
    if !got.flaws.is_empty() {
        return Some(format!("{:?}", got.flaws));
    }
    if expected.result != got.result {
        return Some(format!("ends with {:?} instead of {:?}", got.result, expected.result));
    }
    // After a panic that is no guard's, more than the plain function's effects may be seen.
    let undecided = expected.result.as_ref().is_err_and(|text| !text.contains("guard")) && via != Via::Serial;
    let same_effects = if undecided {
        notes(&got.events).starts_with(&notes(&expected.events))
    } else {
        got.events == expected.events
    };
    if !same_effects {
        return Some(format!("is seen to do {:?} instead of {:?} ({:?})", got.events, expected.events, got.result));
    }
    if !undecided && expected.lent != got.lent {
        return Some(format!("leaves {} instead of {} ({:?})", got.lent, expected.lent, got.result));
    }
    let same_values = if total || via == Via::Serial {
        expected.births == got.births
    } else {
        includes(&got.births, &expected.births)
    };
    (!same_values).then(|| format!("makes {:x?} instead of {:x?}", got.births, expected.births))
}

fn notes(events: &[Event]) -> Vec<Event> {
    events.iter().filter(|event| matches!(event, Event::Note(_))).cloned().collect()
}

/// Whether one sorted list has all that the other has.
fn includes(all: &[u64], some: &[u64]) -> bool {
    let mut rest = all.iter();
    some.iter().all(|one| rest.any(|other| other == one))
}

/// The panics that generated pipelines make are not worth a message.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let outer = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let payload = info.payload();
            let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
            if !text.is_some_and(|text| text.contains("oracle:")) {
                outer(info);
            }
        }));
    });
}
