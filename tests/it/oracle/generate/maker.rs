//! Expressions: text, and what its evaluation does to the scope.
//!
//! Every function returns `None` where what it tries cannot be written here; the scope is then to be restored, which
//! [`Maker::attempt`] does.

use super::Returns;
use super::calls::{Call, Fails, Want, giving};
use super::random::Random;
use super::scope::{Debt, How, Loan, Place, Scope, Ty};

/// An expression.
pub struct Made {
    pub text: String,
    pub debt: Debt,
}

impl Made {
    pub fn owned(text: String) -> Made {
        Made { text, debt: Debt::default() }
    }
}

/// What an expression may do.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Levels of expressions below.
    pub depth: usize,
    /// `&temporary` may stand: the value does not outlive the statement.
    pub temporaries: bool,
}

impl Limits {
    pub fn below(self) -> Limits {
        Limits { depth: self.depth - 1, ..self }
    }
}

/// What the pipeline returns when it fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrap {
    Plain,
    /// `Result<_, Fault>`
    Fault,
    /// `Result<_, Failure>`
    Failure,
    Option,
}

/// Writes one pipeline.
pub struct Maker {
    pub random: Random,
    pub scope: Scope,
    pub wrap: Wrap,
    pub returns: Returns,
    /// Neither exits nor panics stand in it.
    pub total: bool,
    /// The callee is generic, so that nothing is coerced.
    pub exact: bool,
    /// Number of names given out.
    pub names: usize,
    /// How deep bodies may stand in each other.
    pub depth: usize,
    /// How many bodies stand around.
    pub nest: usize,
    /// What the value of the expression with bodies that was written last may borrow.
    pub debt: Debt,
}

impl Maker {
    /// Tries until something can be written.
    pub fn attempt<T>(&mut self, tries: usize, make: impl Fn(&mut Maker) -> Option<T>) -> Option<T> {
        for _ in 0..tries {
            let (scope, total) = (self.scope.clone(), self.total);
            let made = make(self);
            if made.is_some() {
                return made;
            }
            (self.scope, self.total) = (scope, total);
        }
        None
    }

    /// What may not be evaluated. It does not move what is to be dropped otherwise, as the borrow would not end.
    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Maker) -> Option<T>) -> Option<T> {
        let pinned = |maker: &Maker| maker.scope.vars.iter().filter(|var| var.pinned && !var.gone).count();
        let before = pinned(self);
        let made = make(self)?;
        (pinned(self) == before).then_some(made)
    }

    /// A value of a type.
    pub fn value(&mut self, ty: Ty, limits: Limits) -> Option<Made> {
        let variables = if ty == Ty::Int { 45 } else { 35 };
        if limits.depth == 0 || self.random.percent(variables) {
            if let Some(made) = self.variable(ty) {
                return Some(made);
            }
        }
        if limits.depth == 0 {
            return self.simplest(ty);
        }
        let made = self.attempt(3, |maker| match ty {
            Ty::Int if maker.random.percent(35) => maker.number_glue(limits.below()),
            Ty::Item if maker.random.percent(15) => maker.item_glue(limits.below()),
            _ => maker.some_call(ty, limits),
        });
        made.or_else(|| self.simplest(ty))
    }

    fn simplest(&mut self, ty: Ty) -> Option<Made> {
        let number = self.random.below(50);
        match ty {
            Ty::Int => Some(Made::owned(number.to_string())),
            Ty::Item => Some(Made::owned(format!("make({number})"))),
            _ => None,
        }
    }

    /// A by-value mention.
    fn variable(&mut self, ty: Ty) -> Option<Made> {
        if ty == Ty::Item && self.random.percent(15) {
            return self.unboxed();
        }
        let how = match ty {
            Ty::State => How::Exclusive,
            ty if ty.is_copy() => How::Read,
            _ => How::Take,
        };
        if ty == Ty::Int && self.random.percent(10) {
            let place = self.pick(Ty::IntMut, How::Read)?;
            return Some(Made::owned(format!("*{}", self.scope.text(place))));
        }
        let place = self.pick(ty, how)?;
        if ty == Ty::State {
            let sign = if self.scope.vars[place.var].spelt { "" } else { "&mut *" };
            return Some(self.through(place, true, format!("{sign}{}", self.scope.text(place))));
        }
        let (text, debt) = (self.scope.text(place), self.scope.vars[place.var].debt.clone());
        let debt = if place.path.is_some() { Debt::default() } else { debt };
        Some(Made { text, debt })
    }

    /// `*boxed`
    fn unboxed(&mut self) -> Option<Made> {
        let place = self.pick(Ty::Boxed, How::Take)?;
        Some(Made::owned(format!("*{}", self.scope.text(place))))
    }

    /// Picks a place and touches it.
    pub fn pick(&mut self, ty: Ty, how: How) -> Option<Place> {
        let places = self.scope.places(ty, how);
        // The later half is likelier, so that values flow on.
        let recent = self.random.percent(50).then(|| places[places.len() / 2..].to_vec());
        let place = self.random.pick(recent.as_ref().unwrap_or(&places))?;
        self.scope.touch(place, how).then_some(place)
    }

    fn some_call(&mut self, ty: Ty, limits: Limits) -> Option<Made> {
        let calls: Vec<Call> = giving(ty).iter().filter(|call| self.allowed(call)).copied().collect();
        let mut call = self.random.pick(&calls)?;
        // In a loop, a failure soon hides all that follows.
        if self.depth > 0 && call.fails != Fails::Never && self.random.percent(60) {
            call = self.random.pick(&calls)?;
        }
        self.call(&call, limits)
    }

    /// Whether the way in which the call fails can be written here.
    pub fn allowed(&self, call: &Call) -> bool {
        match call.fails {
            Fails::Never | Fails::Option | Fails::Panics => true,
            Fails::Result => matches!(self.wrap, Wrap::Fault | Wrap::Failure),
        }
    }

    /// `name(arguments)` with what makes of its failure a value.
    pub fn call(&mut self, call: &Call, limits: Limits) -> Option<Made> {
        let (mut texts, mut debts) = (Vec::new(), Vec::new());
        let first = self.scope.vars.len();
        for (index, want) in call.wants.iter().enumerate() {
            let lasts = call.from >> index & 1 == 1 || call.keeps;
            let limits = Limits { temporaries: limits.temporaries || !lasts, ..limits.below() };
            let limits = if call.keeps { Limits { temporaries: false, ..limits } } else { limits };
            self.exact = matches!(call.name, "choose" | "exchange");
            let made = self.argument(*want, limits)?;
            self.scope.hold(&made.debt);
            texts.push(made.text);
            debts.push(made.debt);
        }
        self.scope.release(first);
        if call.keeps {
            self.scope.keep(&debts[0], &debts[1].clone());
        }
        let mut debt = Debt::default();
        for (index, other) in debts.iter().enumerate() {
            if call.from >> index & 1 == 1 {
                debt.add(other);
            }
        }
        let text = format!("{}({})", call.name, texts.join(", "));
        Some(Made { text: self.settled(&text, call), debt })
    }

    fn settled(&mut self, text: &str, call: &Call) -> String {
        self.total &= call.fails == Fails::Never;
        match (call.fails, self.wrap) {
            (Fails::Never | Fails::Panics, _) => text.to_owned(),
            (Fails::Result, _) | (Fails::Option, Wrap::Option) => format!("{text}?"),
            (Fails::Option, Wrap::Fault | Wrap::Failure) if self.random.percent(60) => {
                let code = self.random.below(50);
                format!("{text}.ok_or_else(|| Fault::new({code}))?")
            }
            (Fails::Option, _) => format!("{text}.expect(\"oracle: none\")"),
        }
    }

    fn argument(&mut self, want: Want, limits: Limits) -> Option<Made> {
        match want {
            Want::A(ty) => self.value(ty, limits),
            Want::Shared(Ty::Item) => self.shared_item(limits),
            Want::Unique(Ty::Item) => self.unique_item(limits),
            Want::Shared(ty) => self.borrowed(ty, false, limits),
            Want::Unique(ty) => self.borrowed(ty, true, limits),
            Want::Function => self.function(),
        }
    }

    /// `&x`, `&mut x`
    fn borrowed(&mut self, ty: Ty, exclusive: bool, limits: Limits) -> Option<Made> {
        if ty == Ty::Int && self.random.percent(20) {
            let place = self.pick(Ty::IntMut, How::Exclusive)?;
            let sign = if self.scope.vars[place.var].spelt { "" } else { "&mut *" };
            let text = format!("{sign}{}", self.scope.text(place));
            return Some(self.through(place, exclusive, text));
        }
        let how = if exclusive { How::Exclusive } else { How::Read };
        if let Some(place) = self.pick(ty, how) {
            let sign = if exclusive { "&mut " } else { "&" };
            let text = format!("{sign}{}", self.scope.text(place));
            return Some(self.through(place, exclusive, text));
        }
        if ty == Ty::View && limits.temporaries && limits.depth > 0 {
            let made = self.value(ty, limits.below())?;
            return Some(Made { text: format!("&{}", made.text), debt: made.debt });
        }
        None
    }

    /// A borrow of a place, and of all that it borrows from.
    pub fn through(&self, place: Place, exclusive: bool, text: String) -> Made {
        let mut debt = Debt { loans: vec![Loan { place, exclusive }], groups: Vec::new() };
        debt.add(&self.scope.vars[place.var].debt);
        Made { text, debt }
    }

    pub fn shared_item(&mut self, limits: Limits) -> Option<Made> {
        let made = self.attempt(3, |maker| match maker.random.below(10) {
            0..5 => maker.borrowed(Ty::Item, false, limits),
            5 => {
                let place = maker.pick(Ty::Boxed, How::Read)?;
                let sign = if maker.exact { "&*" } else { maker.random.pick(&["&", "&*"])? };
                let text = format!("{sign}{}", maker.scope.text(place));
                Some(maker.through(place, false, text))
            }
            6 => {
                let place = maker.pick(Ty::Mut, How::Read)?;
                let sign = maker.random.pick(&["", "&*"])?;
                let sign = if maker.scope.vars[place.var].spelt { sign } else { "&*" };
                let text = format!("{sign}{}", maker.scope.text(place));
                Some(maker.through(place, false, text))
            }
            7 => {
                let place = maker.pick(Ty::View, How::Read)?;
                let text = format!("{}.item", maker.scope.text(place));
                Some(Made { text, debt: maker.scope.vars[place.var].debt.clone() })
            }
            8 if limits.depth > 0 => maker.some_call(Ty::Ref, limits),
            9 if limits.depth > 0 && limits.temporaries => {
                let made = maker.value(Ty::Item, limits.below())?;
                (!made.text.starts_with(|first: char| first == '*'))
                    .then(|| Made::owned(format!("&{}", made.text)))
                    .filter(|made| made.text.ends_with(')'))
            }
            _ => maker.variable(Ty::Ref),
        });
        made.or_else(|| self.borrowed(Ty::Item, false, limits))
            .or_else(|| limits.temporaries.then(|| Made::owned(format!("&make({})", self.random.below(50)))))
    }

    fn unique_item(&mut self, limits: Limits) -> Option<Made> {
        let made = self.attempt(3, |maker| match maker.random.below(10) {
            0..5 => maker.borrowed(Ty::Item, true, limits),
            5..8 => {
                let place = maker.pick(Ty::Mut, How::Exclusive)?;
                let sign = maker.random.pick(&["", "", "&mut *"])?;
                let sign = if maker.scope.vars[place.var].spelt { sign } else { "&mut *" };
                let text = format!("{sign}{}", maker.scope.text(place));
                Some(maker.through(place, true, text))
            }
            8 => {
                let place = maker.pick(Ty::Boxed, How::Exclusive)?;
                let sign = if maker.exact { "&mut *" } else { maker.random.pick(&["&mut ", "&mut *"])? };
                let text = format!("{sign}{}", maker.scope.text(place));
                Some(maker.through(place, true, text))
            }
            9 if limits.depth > 0 => maker.some_call(Ty::Mut, limits),
            _ => None,
        });
        made.or_else(|| self.borrowed(Ty::Item, true, limits))
    }
}
