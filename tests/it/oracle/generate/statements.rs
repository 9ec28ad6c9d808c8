//! Statements.

use super::calls::{Call, EFFECTS};
use super::maker::{Limits, Maker, Wrap};
use super::scope::{How, Ty};

pub const FREE: Limits = Limits { depth: 3, temporaries: true };
pub const LASTING: Limits = Limits { depth: 3, temporaries: false };

impl Maker {
    /// A statement.
    pub fn statement(&mut self) -> String {
        let made = self.attempt(20, |maker| if maker.depth > 0 { maker.any() } else { maker.straight() });
        made.unwrap_or_else(|| "let _ = number(1);".to_owned())
    }

    /// A statement without regions worth the name.
    pub fn straight(&mut self) -> Option<String> {
        match self.random.below(100) {
            0..45 => self.declaration(),
            45..62 => self.effect(),
            62..72 => self.assignment(),
            72..82 => self.destructuring(),
            82..85 => self.guard(),
            85..87 => self.early_return(),
            87..89 => self.let_else(),
            89..91 => self.scope_guard(),
            91..94 => self.ending(),
            94..96 => self.branch(),
            96..98 => self.repetition(),
            _ => self.late_value(),
        }
    }

    /// `bump(&mut x, 3);`
    pub fn effect(&mut self) -> Option<String> {
        if self.random.percent(15) {
            let place = self.pick(Ty::Log, How::Read)?;
            let number = self.value(Ty::Int, FREE)?.text;
            return Some(format!("{}.note({number});", self.scope.text(place)));
        }
        let calls: Vec<Call> = EFFECTS.iter().filter(|call| self.allowed(call)).copied().collect();
        let call = self.random.pick(&calls)?;
        Some(format!("{};", self.call(&call, FREE)?.text))
    }

    /// `x = ..;`, `n += ..;`
    fn assignment(&mut self) -> Option<String> {
        if self.random.percent(50) {
            let operator = self.random.pick(&["+=", "^=", "|=", "="])?;
            let number = self.value(Ty::Int, FREE)?.text;
            let pointer = self.random.percent(20);
            let how = if operator == "=" && !pointer { How::Assign } else { How::Exclusive };
            let place = self.pick(if pointer { Ty::IntMut } else { Ty::Int }, how)?;
            let star = if pointer { "*" } else { "" };
            return Some(format!("{star}{} {operator} {number};", self.scope.text(place)));
        }
        let ty = self.random.pick(&[
            Ty::Item,
            Ty::Item,
            Ty::Item,
            Ty::View,
            Ty::Ref,
            Ty::Mut,
            Ty::Pair,
            Ty::Boxed,
            Ty::Maybe,
        ])?;
        let made = self.initial(ty)?;
        let through = ty == Ty::Item && self.random.percent(15);
        let place = if through { self.pick(Ty::Mut, How::Exclusive)? } else { self.pick(ty, How::Assign)? };
        if ty.borrows() {
            let mut debt = made.debt;
            debt.loans.retain(|loan| loan.place.var != place.var);
            self.scope.vars[place.var].debt = debt;
        }
        Some(format!("{}{} = {};", if through { "*" } else { "" }, self.scope.text(place), made.text))
    }

    /// `assert!(..);`
    fn guard(&mut self) -> Option<String> {
        self.total = false;
        let number = self.random.below(100);
        let form = self.random.below(3);
        let condition = if form == 0 { self.condition(FREE)? } else { String::new() };
        // Mostly holds, so that what follows is tried.
        let place = self.pick(Ty::Int, How::Read)?;
        let name = self.scope.text(place);
        Some(match form {
            0 => format!("assert!({condition} || {name} % 4 != 1, \"oracle: guard {number}\");"),
            1 => format!("assert_ne!({name} % 8, 3, \"oracle: guard {number}\");"),
            _ => format!("assert!({name} % 6 != 2, \"oracle: guard {{}}\", {name});"),
        })
    }

    /// `if .. { return ..; }`
    fn early_return(&mut self) -> Option<String> {
        self.total = false;
        let condition = self.condition(FREE)?;
        let place = self.pick(Ty::Int, How::Read)?;
        let name = self.scope.text(place);
        let scope = self.scope.clone();
        let result = self.result(1)?;
        self.scope.back_to(scope);
        Some(format!("if {name} % 5 == 2 && ({condition}) {{ return {result}; }}"))
    }

    /// A value's end.
    fn ending(&mut self) -> Option<String> {
        let ty = self.random.pick(&[Ty::Item, Ty::Pair, Ty::Lease, Ty::Registry, Ty::Cursor, Ty::Items, Ty::Mut])?;
        if self.random.percent(30) {
            let made = self.value(Ty::Item, FREE)?;
            let place = made.text.starts_with(|c: char| c.is_lowercase()) && !made.text.ends_with(')');
            return (!place).then(|| format!("let _ = {};", made.text));
        }
        let place = self.pick(ty, How::Take)?;
        Some(format!("std::mem::drop({});", self.scope.text(place)))
    }

    /// `if .. { .. }`
    fn branch(&mut self) -> Option<String> {
        let condition = self.condition(FREE)?;
        let first = self.maybe(Maker::effect)?;
        Some(if self.random.percent(50) {
            format!("if {condition} {{ {first} }} else {{ {} }}", self.maybe(Maker::effect)?)
        } else {
            format!("if {condition} {{ {first} }}")
        })
    }

    /// `for i in 0..3 { .. }`
    fn repetition(&mut self) -> Option<String> {
        let place = self.changeable()?;
        let item = self.scope.text(place);
        let count = self.random.below(3) + 1;
        let body = match self.random.below(3) {
            0 => format!("bump(&mut {item}, i);"),
            1 => format!("{item} = grow({item}, i);"),
            _ => {
                let log = self.pick(Ty::Log, How::Read)?;
                format!("{item}.add(i); note({}, peek(&{item}));", self.scope.text(log))
            }
        };
        let movable = self.scope.vars[place.var].ty != Ty::State || !body.contains("grow");
        movable.then(|| format!("for i in 0..{count} {{ {body} }}"))
    }

    /// What the pipeline returns, wrapped.
    pub fn result(&mut self, depth: usize) -> Option<String> {
        if self.wrap != Wrap::Plain && depth == 1 && self.random.percent(40) {
            let number = self.random.below(50);
            let (_, error) = self.returns.wrapped(self.wrap, "");
            return Some(error.replace("NUMBER", &number.to_string()));
        }
        let value = self.bare_result(depth)?;
        Some(self.returns.wrapped(self.wrap, &value).0)
    }

    fn bare_result(&mut self, depth: usize) -> Option<String> {
        use super::Returns;
        let limits = Limits { depth, temporaries: true };
        match self.returns {
            Returns::Unit => Some("()".to_owned()),
            Returns::Number => Some(self.value(Ty::Int, limits)?.text),
            Returns::Item => Some(self.value(Ty::Item, limits)?.text),
            Returns::Both => {
                let number = self.value(Ty::Int, limits)?.text;
                Some(format!("({number}, {})", self.value(Ty::Item, limits)?.text))
            }
            Returns::View => self.attempt(10, |maker| {
                let made = maker.value(Ty::View, Limits { depth: depth.max(1), temporaries: false })?;
                (made.debt.loans.is_empty() && made.debt.groups.is_empty()).then_some(made.text)
            }),
        }
    }
}
