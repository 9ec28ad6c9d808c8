//! Statements with bodies: blocks and branches.
//!
//! [`Maker::body`] writes what stands between braces; everything that parts and meets again goes through it.

use super::declarations::prefix;
use super::flow::meet;
use super::maker::{Limits, Made, Maker};
use super::scope::{Debt, How, Ty, Var};
use super::statements::{FREE, LASTING};

/// What stands between braces.
pub struct Body {
    pub text: String,
    /// Its end is reached.
    pub falls: bool,
    /// Of its value.
    pub debt: Debt,
}

/// What a body ends with.
#[derive(Clone, PartialEq, Eq)]
pub enum Tail {
    Nothing,
    /// A value of the type.
    Value(Ty),
    /// An assignment to the variable that is declared without a value.
    Sets(String, Ty),
}

/// A pattern that may not match, and what is looked at.
struct Optional {
    scrutinee: String,
    ty: Ty,
    debt: Debt,
}

impl Maker {
    /// A statement of a pipeline with regions.
    pub fn any(&mut self) -> Option<String> {
        match self.random.below(100) {
            0..38 if self.nest < self.depth => self.region(),
            0..54 => self.carried(),
            54..62 => self.chain(),
            _ => self.straight(),
        }
    }

    fn region(&mut self) -> Option<String> {
        match self.random.below(100) {
            0..16 => self.branches(&Tail::Nothing),
            16..28 => self.bound(Maker::branches),
            28..36 => self.arms(&Tail::Nothing),
            36..44 => self.bound(Maker::arms),
            44..48 => self.block(&Tail::Nothing),
            48..52 => self.bound(Maker::block),
            52..58 => self.set_on_each_path(),
            58..61 => self.labelled_block(),
            61..85 => self.for_loop(),
            85..91 => self.while_loop(),
            91..95 => self.while_let(),
            _ => self.endless_loop(),
        }
    }

    /// The body of a block whose bindings were declared since `before`.
    pub fn body(&mut self, before: &[Var], tail: &Tail) -> Option<Body> {
        self.nest += 1;
        let body = self.statements(before, tail);
        self.nest -= 1;
        body
    }

    fn statements(&mut self, before: &[Var], tail: &Tail) -> Option<Body> {
        let quick = *tail == Tail::Nothing && !self.scope.loops.is_empty() && self.random.percent(20);
        let most = if quick { 1 } else { (self.depth + 2).saturating_sub(self.nest).max(1) };
        let count = self.random.below(most) + usize::from(!quick && *tail == Tail::Nothing);
        let mut lines: Vec<String> = (0..count).map(|_| self.statement()).collect();
        let leaves = quick || self.random.percent(if self.scope.loops.is_empty() { 4 } else { 12 });
        let jump = if leaves { self.attempt(3, Maker::jump) } else { None };
        let falls = jump.is_none();
        let mut debt = Debt::default();
        match (jump, tail) {
            (Some(jump), _) => lines.push(jump),
            (None, Tail::Nothing) => {}
            (None, Tail::Value(ty)) => {
                let made = self.carried_out(*ty, before)?;
                debt = made.debt;
                lines.push(made.text);
            }
            (None, Tail::Sets(name, ty)) => {
                let made = self.value(*ty, FREE)?;
                lines.push(format!("{name} = {};", made.text));
            }
        }
        self.scope.leave(before)?;
        let text = match lines.as_slice() {
            [] => "{}".to_owned(),
            [line] if !line.contains('\n') && line.len() < 60 => format!("{{ {line} }}"),
            lines => format!("{{\n    {}\n}}", lines.join("\n").replace('\n', "\n    ")),
        };
        Some(Body { text, falls, debt })
    }

    /// A value that may leave a block.
    pub fn carried_out(&mut self, ty: Ty, before: &[Var]) -> Option<Made> {
        let made = self.value(ty, if ty.borrows() { LASTING } else { FREE })?;
        (!made.debt.reaches(before.len())).then_some(made)
    }

    /// `let x = ..;` of an expression with bodies.
    fn bound(&mut self, make: fn(&mut Maker, &Tail) -> Option<String>) -> Option<String> {
        let ty = self.random.pick(&[Ty::Int, Ty::Int, Ty::Item, Ty::Item, Ty::Item, Ty::Maybe, Ty::Pair, Ty::View])?;
        self.debt = Debt::default();
        let text = make(self, &Tail::Value(ty))?;
        let debt = std::mem::take(&mut self.debt);
        let (_, pattern) = self.declare(ty, &debt);
        let ascription = if ty == Ty::Int { ": u64" } else { "" };
        Some(format!("let {pattern}{ascription} = {text};"))
    }

    /// `let x; if .. { x = ..; } else { x = ..; }`
    fn set_on_each_path(&mut self) -> Option<String> {
        let ty = self.random.pick(&[Ty::Int, Ty::Item, Ty::Item])?;
        self.names += 1;
        let name = format!("{}{}", prefix(ty), self.names);
        let tail = Tail::Sets(name.clone(), ty);
        let text = if self.random.percent(50) { self.branches(&tail)? } else { self.arms(&tail)? };
        self.scope.declare(&name, ty, false, Debt::default());
        let ascription = if ty == Ty::Int { ": u64" } else { "" };
        Some(format!("let {name}{ascription};\n{text}"))
    }

    fn block(&mut self, tail: &Tail) -> Option<String> {
        let before = self.scope.vars.clone();
        let body = self.body(&before, tail)?;
        self.debt = body.debt;
        body.falls.then_some(body.text)
    }

    /// `if .. { .. } else if .. { .. } else { .. }`
    fn branches(&mut self, tail: &Tail) -> Option<String> {
        let mut ends = Vec::new();
        let mut text = String::new();
        let mut debt = Debt::default();
        for _ in 0..=usize::from(self.random.percent(25)) {
            let (condition, otherwise) = self.branching()?;
            let body = self.body(&otherwise, tail)?;
            text += &format!("if {condition} {} else ", body.text);
            debt.add(&body.debt);
            if body.falls {
                ends.push(self.scope.vars.clone());
            }
            self.scope.vars = otherwise;
        }
        if *tail == Tail::Nothing && self.random.percent(50) {
            text.truncate(text.len() - " else ".len());
            ends.push(self.scope.vars.clone());
        } else {
            let before = self.scope.vars.clone();
            let body = self.body(&before, tail)?;
            text += &body.text;
            debt.add(&body.debt);
            if body.falls {
                ends.push(self.scope.vars.clone());
            }
        }
        self.scope.vars = meet(ends)?;
        self.debt = debt;
        Some(text)
    }

    /// A condition, whose bindings it declares, and the scope where it does not hold.
    fn branching(&mut self) -> Option<(String, Vec<Var>)> {
        if self.random.percent(60) {
            let condition = self.condition(FREE)?;
            return Some((condition, self.scope.vars.clone()));
        }
        let optional = self.optional()?;
        let otherwise = self.scope.vars.clone();
        let (name, pattern) = if optional.ty == Ty::Item {
            self.declare(Ty::Item, &optional.debt)
        } else {
            let name = self.fresh(optional.ty, &optional.debt);
            (name.clone(), name)
        };
        let chained = if self.random.percent(35) {
            format!(" && {} % 2 == 0", self.seen(&name, optional.ty))
        } else {
            String::new()
        };
        Some((format!("let Some({pattern}) = {}{chained}", optional.scrutinee), otherwise))
    }

    /// Something that is `Some` at times.
    fn optional(&mut self) -> Option<Optional> {
        let owned = |scrutinee| Optional { scrutinee, ty: Ty::Item, debt: Debt::default() };
        Some(match self.random.below(9) {
            0..3 => owned(format!("maybe({})", self.value(Ty::Int, FREE)?.text)),
            3 => {
                let place = self.pick(Ty::Maybe, How::Take)?;
                owned(self.scope.text(place))
            }
            4 => {
                let place = self.pick(Ty::Items, How::Exclusive)?;
                owned(format!("{}.pop()", self.scope.text(place)))
            }
            5 => {
                let feed = self.unique_feed()?;
                owned(format!("sip({})", feed.text))
            }
            6 => {
                let place = self.pick(Ty::Maybe, How::Read)?;
                let made = self.through(place, false, format!("&{}", self.scope.text(place)));
                Optional { scrutinee: made.text, ty: Ty::Ref, debt: made.debt }
            }
            7 => {
                let place = self.pick(Ty::Maybe, How::Exclusive)?;
                let made = self.through(place, true, format!("&mut {}", self.scope.text(place)));
                Optional { scrutinee: made.text, ty: Ty::Mut, debt: made.debt }
            }
            _ => {
                let place = self.pick(Ty::Items, How::Read)?;
                let method = self.random.pick(&["first()", "last()", "get(1)"])?;
                let made = self.through(place, false, format!("{}.{method}", self.scope.text(place)));
                Optional { scrutinee: made.text, ty: Ty::Ref, debt: made.debt }
            }
        })
    }

    /// A look at a variable that was just declared.
    fn seen(&mut self, name: &str, ty: Ty) -> String {
        let reference = match ty {
            Ty::Item => format!("&{name}"),
            Ty::Mut => format!("&*{name}"),
            _ => name.to_owned(),
        };
        self.random.pick(&[format!("peek({reference})"), format!("{name}.get()")]).unwrap_or(reference)
    }

    /// A condition that moves and changes nothing.
    pub fn quiet_condition(&mut self) -> Option<String> {
        if self.random.percent(50) {
            let place = self.pick(Ty::Item, How::Read)?;
            return Some(format!("peek(&{}) % 3 != 0", self.scope.text(place)));
        }
        let place = self.pick(Ty::Int, How::Read)?;
        Some(format!("{} % 2 == 0", self.scope.text(place)))
    }

    /// `match .. { .. }`
    fn arms(&mut self, tail: &Tail) -> Option<String> {
        match self.random.below(10) {
            0..4 => self.match_number(tail),
            4..7 => self.match_optional(tail),
            7..9 => self.match_result(tail),
            _ => self.match_two(tail),
        }
    }

    fn match_number(&mut self, tail: &Tail) -> Option<String> {
        let number = self.parenthesized(Limits { depth: 2, ..FREE })?;
        let first = self.random.pick(&["0", "1 | 3", "0..=1", "3.."])?;
        let second = if self.random.percent(50) {
            let guard = self.quiet_condition()?;
            format!("{} if {guard}", self.random.pick(&["2", "0 | 2", "_"])?)
        } else {
            "2".to_owned()
        };
        self.names += 1;
        let bound = format!("n{}", self.names);
        let last = if self.random.percent(60) { bound.clone() } else { "_".to_owned() };
        let patterns = [(first.to_owned(), Vec::new()), (second, Vec::new()), (last.clone(), vec![(bound, Ty::Int)])];
        let patterns = if last == "_" { patterns.map(|(text, _)| (text, Vec::new())) } else { patterns };
        self.matching(&format!("{number} % 4"), &patterns, &Debt::default(), tail)
    }

    fn match_optional(&mut self, tail: &Tail) -> Option<String> {
        let Optional { scrutinee, ty, debt } = self.optional()?;
        self.names += 2;
        let (one, other) = (format!("{}{}", prefix(ty), self.names - 1), format!("{}{}", prefix(ty), self.names));
        let some = (format!("Some({one})"), vec![(one.clone(), ty)]);
        let none = ((self.random.pick(&["None", "_"])?).to_owned(), Vec::new());
        let guarded = (format!("Some({other}) if {} % 3 == 1", self.seen(&other, ty)), vec![(other, ty)]);
        let patterns = if self.random.percent(40) { vec![guarded, some, none] } else { vec![some, none] };
        self.matching(&scrutinee, &patterns, &debt, tail)
    }

    fn match_result(&mut self, tail: &Tail) -> Option<String> {
        let number = self.value(Ty::Int, FREE)?.text;
        self.names += 2;
        let (one, other) = (format!("x{}", self.names - 1), format!("x{}", self.names));
        let patterns = [
            (format!("Ok(mut {one})"), vec![(one, Ty::Item)]),
            (format!("Err(Fault {{ evidence: {other}, .. }})"), vec![(other, Ty::Item)]),
        ];
        self.matching(&format!("try_make({number})"), &patterns, &Debt::default(), tail)
    }

    fn match_two(&mut self, tail: &Tail) -> Option<String> {
        let left = self.value(Ty::Int, FREE)?.text;
        let right = self.value(Ty::Int, FREE)?.text;
        self.names += 2;
        let (one, other) = (format!("x{}", self.names - 1), format!("x{}", self.names));
        let patterns = [
            (format!("(Some({one}), None) | (None, Some({one}))"), vec![(one.clone(), Ty::Item)]),
            (format!("(Some({one}), Some({other}))"), vec![(one, Ty::Item), (other, Ty::Item)]),
            ("(None, None)".to_owned(), Vec::new()),
        ];
        self.matching(&format!("(maybe({left}), maybe({right}))"), &patterns, &Debt::default(), tail)
    }

    fn matching(
        &mut self,
        scrutinee: &str,
        patterns: &[(String, Vec<(String, Ty)>)],
        debt: &Debt,
        tail: &Tail,
    ) -> Option<String> {
        let before = self.scope.vars.clone();
        let (mut text, mut ends, mut owed) = (format!("match {scrutinee} {{\n"), Vec::new(), Debt::default());
        for (pattern, bindings) in patterns {
            self.scope.vars.clone_from(&before);
            for (name, ty) in bindings {
                let mutable = pattern.contains("mut ");
                self.scope.declare(name, *ty, mutable, debt.clone());
            }
            let body = self.body(&before, tail)?;
            if body.falls {
                ends.push(self.scope.vars.clone());
            }
            owed.add(&body.debt);
            text += &format!("    {pattern} => {}\n", body.text.replace('\n', "\n    "));
        }
        self.scope.vars = meet(ends)?;
        self.debt = owed;
        Some(text + "}")
    }
}
