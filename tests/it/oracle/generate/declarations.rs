//! Statements that declare variables.

use super::maker::{Limits, Made, Maker};
use super::scope::{Debt, How, Loan, Place, Ty};
use super::statements::{FREE, LASTING};

/// What a `let` may declare, and how often.
const LETS: &[Ty] = &[
    Ty::Int,
    Ty::Int,
    Ty::Int,
    Ty::Int,
    Ty::Item,
    Ty::Item,
    Ty::Item,
    Ty::Item,
    Ty::Pair,
    Ty::Two,
    Ty::Boxed,
    Ty::Maybe,
    Ty::Items,
    Ty::View,
    Ty::View,
    Ty::Lease,
    Ty::Cursor,
    Ty::Ref,
    Ty::Mut,
    Ty::Mut,
    Ty::Registry,
    Ty::Shelf,
    Ty::Closure,
    Ty::ClosureMut,
];

impl Maker {
    pub fn name(&mut self, prefix: &str) -> String {
        if self.random.percent(12) {
            let visible: Vec<String> = self
                .scope
                .vars
                .iter()
                .filter(|var| !var.shadowed && var.name != "source")
                .map(|var| var.name.clone())
                .collect();
            if let Some(name) = self.random.pick(&visible) {
                return name;
            }
        }
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// `let x = ..;`
    pub fn declaration(&mut self) -> Option<String> {
        let ty = self.random.pick(LETS)?;
        let made = self.initial(ty)?;
        let mutable = ty == Ty::ClosureMut || self.random.percent(65);
        let name = self.name(prefix(ty));
        let ascription = match ty {
            Ty::Int if self.random.percent(40) => ": u64",
            Ty::Item if self.random.percent(20) => ": Item",
            Ty::Ref if self.random.percent(30) => ": &Item",
            Ty::Mut if self.random.percent(50) => ": &mut Item",
            Ty::View if self.random.percent(20) => ": View<'_>",
            _ => "",
        };
        let spelt = ascription == ": &mut Item" || made.text.starts_with("&mut ");
        let id = self.scope.declare(&name, ty, mutable, made.debt);
        self.scope.vars[id].spelt = spelt;
        Some(format!("let {}{name}{ascription} = {};", if mutable { "mut " } else { "" }, made.text))
    }

    pub fn initial(&mut self, ty: Ty) -> Option<Made> {
        match ty {
            Ty::Boxed => {
                let item = self.value(Ty::Item, FREE)?.text;
                Some(Made::owned(format!("Box::new({item})")))
            }
            Ty::Items => {
                let count = self.random.below(3) + 1;
                let items: Option<Vec<String>> =
                    (0..count).map(|_| Some(self.value(Ty::Item, Limits { depth: 2, ..FREE })?.text)).collect();
                Some(Made::owned(format!("vec![{}]", items?.join(", "))))
            }
            Ty::Maybe if self.random.percent(30) => {
                let item = self.value(Ty::Item, FREE)?.text;
                Some(Made::owned(format!("Some({item})")))
            }
            Ty::Maybe => {
                let number = self.value(Ty::Int, FREE)?.text;
                Some(Made::owned(format!("maybe({number})")))
            }
            Ty::Two if self.random.percent(40) => {
                let left = self.value(Ty::Item, FREE)?.text;
                Some(Made::owned(format!("({left}, {})", self.value(Ty::Item, FREE)?.text)))
            }
            Ty::Pair if self.random.percent(30) => {
                let left = self.value(Ty::Item, FREE)?.text;
                let right = self.value(Ty::Item, FREE)?.text;
                Some(Made::owned(format!("Pair {{ left: {left}, right: {right}, tag: 4 }}")))
            }
            Ty::Closure => self.closure(),
            Ty::ClosureMut => self.mutator(),
            Ty::View if self.random.percent(20) => self.struct_view(),
            Ty::Ref | Ty::Mut if self.random.percent(50) => self.reference(ty),
            ty if ty.borrows() => self.value(ty, LASTING),
            ty => self.value(ty, FREE),
        }
    }

    fn mutator(&mut self) -> Option<Made> {
        let (ty, body) = self.random.pick(&[(Ty::Int, "+= k;"), (Ty::Item, ".add(k)")])?;
        let place = if ty == Ty::Item { self.changeable()? } else { self.pick(ty, How::Exclusive)? };
        let name = self.scope.text(place);
        let text = if ty == Ty::Int {
            format!("|k: u64| {{ {name} {body} {name} }}")
        } else {
            format!("|k: u64| {name}{body}")
        };
        Some(self.through(place, true, text))
    }

    fn struct_view(&mut self) -> Option<Made> {
        let place = self.pick(Ty::Item, How::Read)?;
        let text = format!("View {{ item: &{}, salt: {} }}", self.scope.text(place), self.random.below(9));
        Some(self.through(place, false, text))
    }

    fn reference(&mut self, ty: Ty) -> Option<Made> {
        let (how, sign) = if ty == Ty::Mut { (How::Exclusive, "&mut ") } else { (How::Read, "&") };
        if ty == Ty::Mut && self.random.percent(30) {
            let place = self.pick(Ty::Mut, how)?;
            let text = format!("&mut *{}", self.scope.text(place));
            return Some(self.through(place, true, text));
        }
        let place = self.pick(Ty::Item, how)?;
        let text = format!("{sign}{}", self.scope.text(place));
        Some(self.through(place, ty == Ty::Mut, text))
    }

    /// `let (a, b) = ..;`
    pub fn destructuring(&mut self) -> Option<String> {
        match self.random.below(6) {
            0 | 1 => {
                let two = self.value(Ty::Two, FREE)?.text;
                let names = [self.declare(Ty::Item, &Debt::default()), self.declare(Ty::Item, &Debt::default())];
                distinct(&names)?;
                Some(format!("let ({}, {}) = {two};", names[0].1, names[1].1))
            }
            2 => {
                let place = self.pick(Ty::Pair, How::Read)?;
                let text = self.scope.text(place);
                let debt = self.through(place, false, String::new()).debt;
                let names = [self.declare(Ty::View, &debt), self.declare(Ty::View, &debt)];
                distinct(&names)?;
                Some(format!("let ({}, {}) = halves(&{text});", names[0].1, names[1].1))
            }
            3 => {
                let place = self.pick(Ty::Pair, How::Exclusive)?;
                let text = self.scope.text(place);
                let debt = self.through(place, true, String::new()).debt;
                let names = [self.declare(Ty::Mut, &debt), self.declare(Ty::Mut, &debt)];
                distinct(&names)?;
                Some(format!("let ({}, {}) = parts(&mut {text});", names[0].1, names[1].1))
            }
            4 => {
                let pair = self.value(Ty::Pair, FREE)?.text;
                let names = [self.declare(Ty::Item, &Debt::default()), self.declare(Ty::Int, &Debt::default())];
                distinct(&names)?;
                let rest = self.random.pick(&["..", "right: _"])?;
                Some(format!("let Pair {{ left: {}, tag: {}, {rest} }} = {pair};", names[0].1, names[1].1))
            }
            _ => {
                let place = self.pick(Ty::Pair, How::Exclusive)?;
                let text = self.scope.text(place);
                let field = |path, exclusive| Debt {
                    loans: vec![Loan { place: Place { path: Some(path), ..place }, exclusive }],
                    groups: Vec::new(),
                };
                let left = self.fresh(Ty::Ref, &field("left", false));
                let right = self.fresh(Ty::Mut, &field("right", true));
                Some(format!("let Pair {{ left: ref {left}, right: ref mut {right}, .. }} = {text};"))
            }
        }
    }

    /// Declares a variable: its name, and its pattern.
    pub fn declare(&mut self, ty: Ty, debt: &Debt) -> (String, String) {
        let name = self.name(prefix(ty));
        let mutable = self.random.percent(50);
        self.scope.declare(&name, ty, mutable, debt.clone());
        (name.clone(), format!("{}{name}", if mutable { "mut " } else { "" }))
    }

    pub fn fresh(&mut self, ty: Ty, debt: &Debt) -> String {
        self.names += 1;
        let name = format!("{}{}", prefix(ty), self.names);
        self.scope.declare(&name, ty, false, debt.clone());
        name
    }

    /// `let Some(x) = maybe(n) else { return .. };`
    pub fn let_else(&mut self) -> Option<String> {
        self.total = false;
        let maybe = self.value(Ty::Maybe, FREE)?.text;
        let scope = self.scope.clone();
        let result = self.result(1)?;
        self.scope.back_to(scope);
        let (_, pattern) = self.declare(Ty::Item, &Debt::default());
        Some(format!("let Some({pattern}) = {maybe} else {{ return {result}; }};"))
    }

    /// `let _guard = ..;`
    pub fn scope_guard(&mut self) -> Option<String> {
        let ty = self.random.pick(&[Ty::Span, Ty::Lease, Ty::Item])?;
        let made = self.value(ty, if ty.borrows() { LASTING } else { FREE })?;
        self.names += 1;
        let name = format!("_guard{}", self.names);
        self.scope.declare(&name, ty, false, made.debt);
        Some(format!("let {name} = {};", made.text))
    }

    /// `let x; x = ..;`
    pub fn late_value(&mut self) -> Option<String> {
        let made = self.value(Ty::Item, FREE)?;
        let name = {
            self.names += 1;
            format!("x{}", self.names)
        };
        let between = self.effect()?;
        if between.contains('?') || !self.random.percent(80) {
            return None;
        }
        self.scope.declare(&name, Ty::Item, false, Debt::default());
        Some(format!("let {name};\n{name} = {};\n{between}", made.text))
    }
}

fn distinct(names: &[(String, String); 2]) -> Option<()> {
    (names[0].0 != names[1].0).then_some(())
}

pub fn prefix(ty: Ty) -> &'static str {
    match ty {
        Ty::Int => "n",
        Ty::Item => "x",
        Ty::Pair => "pair",
        Ty::Two => "two",
        Ty::Boxed => "boxed",
        Ty::Maybe => "some",
        Ty::Items => "all",
        Ty::View => "view",
        Ty::Lease => "lease",
        Ty::Cursor => "cursor",
        Ty::Ref => "r",
        Ty::Mut => "m",
        Ty::Registry => "registry",
        Ty::Shelf => "shelf",
        Ty::Closure | Ty::ClosureMut => "f",
        Ty::Span => "span",
        Ty::Log => "log",
        Ty::Ledger => "ledger",
        Ty::State => "state",
        Ty::IntMut => "amount",
        Ty::Numbers => "numbers",
        Ty::ItemsMut => "basket",
        Ty::Slice => "crowd",
        Ty::Feed | Ty::FeedMut => "feed",
    }
}
