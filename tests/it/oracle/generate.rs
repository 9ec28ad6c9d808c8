//! Writes random pipelines that rustc accepts as plain functions.
//!
//! The text depends on nothing but the seed. What a variable holds, what it borrows and which later use that forbids is
//! tracked in [`scope`]; [`maker`] and [`glue`] write expressions, [`declarations`] and [`statements`]
//! statements, [`calls`] lists the tasks. [`regions`], [`loops`] and [`chains`] write what has bodies, and [`flow`] knows
//! what is left of the scope where paths meet.

mod calls;
mod chains;
mod declarations;
mod flow;
mod glue;
mod loops;
mod maker;
mod random;
mod regions;
mod scope;
mod statements;

use maker::{Maker, Wrap};
use random::Random;
use scope::{Debt, Scope, Ty};

/// What a pipeline returns, besides its error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Returns {
    Unit,
    Number,
    Item,
    Both,
    View,
}

impl Returns {
    fn ty(self) -> &'static str {
        match self {
            Returns::Unit => "()",
            Returns::Number => "u64",
            Returns::Item => "Item",
            Returns::Both => "(u64, Item)",
            Returns::View => "View<'s>",
        }
    }

    /// A value and an error of the return type.
    fn wrapped(self, wrap: Wrap, value: &str) -> (String, String) {
        let ty = self.ty();
        match wrap {
            Wrap::Plain => (value.to_owned(), String::new()),
            Wrap::Fault => (format!("Ok::<{ty}, Fault>({value})"), format!("Err::<{ty}, Fault>(Fault::new(NUMBER))")),
            Wrap::Failure => {
                let error = format!("Err::<{ty}, Failure>(Failure::from(Fault::new(NUMBER)))");
                (format!("Ok::<{ty}, Failure>({value})"), error)
            }
            Wrap::Option => (format!("Some::<{ty}>({value})"), format!("None::<{ty}>")),
        }
    }
}

/// A parameter that a pipeline may have: name, type, argument, and what it is to the scope.
const PARAMETERS: &[(&str, &str, &str, Ty, bool)] = &[
    ("log", "&Log", "&lent.log", Ty::Log, false),
    ("ledger", "&Mutex<Vec<u64>>", "&lent.ledger", Ty::Ledger, false),
    ("state", "&mut State", "&mut lent.state", Ty::State, false),
    ("item", "&mut Item", "&mut lent.item", Ty::Mut, false),
    ("source", "&'s Item", "&lent.source", Ty::Ref, false),
    ("amount", "&mut u64", "&mut lent.number", Ty::IntMut, false),
    ("given", "Item", "Item::new(seed)", Ty::Item, true),
    ("couple", "Pair", "Pair::new(Item::new(seed + 1), Item::new(seed + 2))", Ty::Pair, true),
];

/// What pipelines with regions may have besides.
const REGION_PARAMETERS: &[(&str, &str, &str, Ty, bool)] = &[
    ("feed", "&mut Feed", "&mut lent.feed", Ty::FeedMut, false),
    ("basket", "&mut Vec<Item>", "&mut lent.basket", Ty::ItemsMut, false),
    ("crowd", "&'s [Item]", "&lent.crowd", Ty::Slice, false),
];

/// Which pipelines are written.
#[derive(Clone, Copy)]
pub struct Shape {
    /// The most statements.
    pub longest: usize,
    /// How deep branches and loops stand in each other. None are written where it is 0.
    pub depth: usize,
}

/// How a pipeline is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Item,
    Attribute,
    Value,
}

/// Writes the pipelines of some seeds, as the text of a module.
pub fn file(seeds: impl Iterator<Item = u64> + Clone, shape: Shape) -> String {
    let mut text = String::from(HEAD);
    if shape.depth > 0 {
        text += "use super::values::Feed;\n";
    }
    for seed in seeds.clone() {
        text += &pipeline(seed, shape);
    }
    text += "\npub const CASES: &[Case] = &[\n";
    for seed in seeds {
        text += &format!("    pipeline_{seed}::CASE,\n");
    }
    text + "];\n"
}

const HEAD: &str = "//! Written by `generate.rs`: see `oracle.rs`.

use std::sync::Mutex;

use super::judge::{Case, Lent, Via, shown};
use super::tasks::*;
use super::values::{Failure, Fault, Item, Log, Pair, State, View};
";

/// Writes the pipeline of a seed, as a module.
pub fn pipeline(seed: u64, shape: Shape) -> String {
    let mut random = Random::new(seed);
    let returns = [Returns::Unit, Returns::Number, Returns::Number, Returns::Item, Returns::Both, Returns::View];
    let wraps = [Wrap::Plain, Wrap::Plain, Wrap::Fault, Wrap::Fault, Wrap::Failure, Wrap::Option];
    let forms = [Form::Item, Form::Item, Form::Item, Form::Attribute, Form::Value];
    let returns = returns[random.below(returns.len())];
    let wrap = wraps[random.below(wraps.len())];
    let form = forms[random.below(forms.len())];
    let mut scope = Scope::default();
    scope.declare("seed", Ty::Int, false, Debt::default());
    let (mut parameters, mut arguments) = (vec!["seed: u64".to_owned()], vec!["seed"]);
    let more = if shape.depth > 0 { REGION_PARAMETERS } else { &[] };
    for (name, ty, argument, kind, owned) in PARAMETERS.iter().chain(more) {
        let watched = shape.depth > 0 && *name == "log" && random.percent(70);
        if watched || random.percent(50) || (returns == Returns::View && *name == "source") {
            let mutable = *owned && random.percent(50);
            let id = scope.declare(name, *kind, mutable, Debt::default());
            scope.vars[id].spelt = form != Form::Value;
            scope.vars[id].captured = form == Form::Value;
            parameters.push(format!("{}{name}: {ty}", if mutable { "mut " } else { "" }));
            arguments.push(argument);
        }
    }
    let depth = shape.depth;
    let (nest, debt) = (0, Debt::default());
    let mut maker = Maker { random, scope, wrap, returns, total: true, exact: false, names: 0, depth, nest, debt };
    let count = 3 + maker.random.below(shape.longest);
    let mut statements = if depth > 0 { maker.outfit() } else { Vec::new() };
    statements.extend((0..count).map(|_| maker.statement()));
    if depth > 0 {
        statements.extend(maker.inspection());
    }
    let tail = maker.result(3).or_else(|| maker.result(0));
    statements.push(tail.unwrap_or_else(|| returns.wrapped(wrap, "view(source)").0));
    let body = statements.join("\n").replace('\n', "\n            ");
    module(seed, form, maker.total, &parameters.join(", "), &arguments.join(", "), &result_type(returns, wrap), &body)
}

fn result_type(returns: Returns, wrap: Wrap) -> String {
    let ty = returns.ty();
    match wrap {
        Wrap::Plain => ty.to_owned(),
        Wrap::Fault => format!("Result<{ty}, Fault>"),
        Wrap::Failure => format!("Result<{ty}, Failure>"),
        Wrap::Option => format!("Option<{ty}>"),
    }
}

fn module(seed: u64, form: Form, total: bool, parameters: &str, arguments: &str, result: &str, body: &str) -> String {
    let written = match form {
        Form::Item => format!(
            "oracle_items! {{
        pub fn run<'s>({parameters}) -> {result} {{
            {body}
        }}
    }}"
        ),
        Form::Attribute => format!(
            "oracle_attribute! {{
        pub fn run<'s>({parameters}) -> {result} {{
            {body}
        }}
    }}"
        ),
        Form::Value => format!(
            "oracle_value! {{
        run [<'s>({parameters})] [{result}] {{
            {body}
        }}
    }}"
        ),
    };
    let serial = if form == Form::Value { "serial::run" } else { "run::serial" };
    let draw = if form == Form::Value { "String::from(\"value\")" } else { "run::graph().to_mermaid()" };
    format!(
        "
pub mod pipeline_{seed} {{
    use super::*;
    {written}
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {{
        let _ = &lent;
        shown(oracle_via!(via, run, {serial}, plain::run, ({arguments})))
    }}
    fn draw() -> String {{
        {draw}
    }}
    pub const CASE: Case = Case {{ name: \"pipeline_{seed}\", total: {total}, run: via, draw }};
}}
"
    )
}
