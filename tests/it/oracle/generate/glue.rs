//! Glue: expressions that are no calls of tasks, though they may hold some.

use super::maker::{Limits, Made, Maker};
use super::scope::{How, Place, Ty};

impl Maker {
    /// An item that a method may change.
    pub fn changeable(&mut self) -> Option<Place> {
        let place = self.pick(Ty::Item, How::Exclusive)?;
        (place.path.is_none() || !self.scope.vars[place.var].captured).then_some(place)
    }

    /// Something for `impl Fn(u64) -> u64`.
    pub fn function(&mut self) -> Option<Made> {
        if let Some(place) = self.pick(Ty::Closure, How::Read) {
            let text = format!("&{}", self.scope.text(place));
            return Some(self.through(place, false, text));
        }
        self.closure()
    }

    /// A closure that reads a variable.
    pub fn closure(&mut self) -> Option<Made> {
        if self.random.percent(50) {
            let place = self.pick(Ty::Item, How::Read)?;
            let body = self.random.pick(&["get()", "get() / 2"])?;
            let text = format!("|k: u64| k ^ {}.{body}", self.scope.text(place));
            return Some(self.through(place, false, text));
        }
        let place = self.pick(Ty::Int, How::Read)?;
        let name = self.scope.text(place);
        if self.random.percent(50) && place.path.is_none() {
            return Some(Made::owned(format!("move |k: u64| k + {name}")));
        }
        Some(self.through(place, false, format!("|k: u64| k + {name}")))
    }

    /// Glue that is a number.
    pub fn number_glue(&mut self, limits: Limits) -> Option<Made> {
        let text = match self.random.below(13) {
            0..3 => {
                let operator = self.random.pick(&["+", "^", "|", "+"])?;
                let left = self.value(Ty::Int, limits)?.text;
                format!("({left} {operator} {})", self.value(Ty::Int, limits)?.text)
            }
            3 => format!("{} % 100", self.parenthesized(limits)?),
            4 => {
                let (ty, text) =
                    self.random.pick(&[(Ty::Item, "get()"), (Ty::View, "get()"), (Ty::Items, "len() as u64")])?;
                let place = self.pick(ty, How::Read)?;
                format!("({}.{text})", self.scope.text(place))
            }
            5 => {
                let place = self.pick(Ty::Item, How::Take)?;
                format!("{}.into_number()", self.scope.text(place))
            }
            6 => {
                let place = self.changeable()?;
                let name = self.scope.text(place);
                let argument =
                    if self.random.percent(40) { format!("{name}.get()") } else { self.held(place, limits)?.text };
                format!("{name}.add({argument})")
            }
            7 => {
                let (ty, how) = self.random.pick(&[(Ty::Closure, How::Read), (Ty::ClosureMut, How::Exclusive)])?;
                let place = self.pick(ty, how)?;
                let made = self.held(place, limits)?;
                format!("{}({})", self.scope.text(place), made.text)
            }
            8 => {
                let condition = self.condition(limits)?;
                let [then, otherwise] =
                    self.maybe(|maker| Some([maker.value(Ty::Int, limits)?.text, maker.value(Ty::Int, limits)?.text]))?;
                format!("(if {condition} {{ {then} }} else {{ {otherwise} }})")
            }
            9 => {
                let place = self.pick(Ty::Maybe, How::Take)?;
                let none = self.maybe(|maker| maker.value(Ty::Int, limits))?.text;
                let some = self.random.pick(&["eat(it)", "peek(&it)", "it.into_number()"])?;
                format!("(match {} {{ Some(it) => {some}, None => {none} }})", self.scope.text(place))
            }
            10 => {
                let place = self.pick(Ty::Maybe, How::Read)?;
                format!("(if let Some(it) = &{} {{ peek(it) }} else {{ 1 }})", self.scope.text(place))
            }
            11 => {
                let place = self.pick(Ty::Items, How::Read)?;
                let body = self.random.pick(&["it.get()", "peek(it)"])?;
                format!("({}.iter().map(|it| {body}).sum::<u64>() % 1000)", self.scope.text(place))
            }
            _ => {
                let place = self.pick(Ty::Item, How::Read)?;
                format!("(format!(\"{{:?}}\", {}).len() as u64)", self.scope.text(place))
            }
        };
        Some(Made::owned(text))
    }

    pub fn parenthesized(&mut self, limits: Limits) -> Option<String> {
        let text = self.value(Ty::Int, limits)?.text;
        Some(if text.contains(' ') { format!("({text})") } else { text })
    }

    /// A number that is evaluated while a place is borrowed.
    pub fn held(&mut self, place: Place, limits: Limits) -> Option<Made> {
        let made = self.through(place, true, String::new());
        let first = self.scope.hold(&made.debt);
        let number = self.value(Ty::Int, limits)?;
        self.scope.release(first);
        Some(number)
    }

    pub fn condition(&mut self, limits: Limits) -> Option<String> {
        let before = self.scope.clone();
        let left = self.parenthesized(limits)?;
        let form = self.random.below(6);
        if form >= 4 && self.depth > 0 {
            self.scope = before;
        }
        Some(match form {
            0 => format!("{left} % 3 == 0"),
            1 => format!("{left} % 2 == {} % 2", self.parenthesized(limits)?),
            2 => format!("{left} < 400"),
            3 => format!("{left} > 100 && {} % 2 == 0", self.maybe(|maker| maker.parenthesized(limits))?),
            4 => {
                let place = self.pick(Ty::Maybe, How::Read)?;
                format!("{}.is_some()", self.scope.text(place))
            }
            _ => {
                let mut both = [String::new(), String::new()];
                let first = self.scope.vars.len();
                for text in &mut both {
                    let made = self.shared_item(Limits { temporaries: true, ..limits })?;
                    self.scope.hold(&made.debt);
                    *text = made.text;
                }
                self.scope.release(first);
                format!("same({})", both.join(", "))
            }
        })
    }

    /// Glue that is an item.
    pub fn item_glue(&mut self, limits: Limits) -> Option<Made> {
        let text = match self.random.below(5) {
            0 => {
                let condition = self.condition(limits)?;
                let [then, otherwise] = self
                    .maybe(|maker| Some([maker.value(Ty::Item, limits)?.text, maker.value(Ty::Item, limits)?.text]))?;
                format!("if {condition} {{ {then} }} else {{ {otherwise} }}")
            }
            1 => {
                let place = self.pick(Ty::Item, How::Exclusive)?;
                let held = self.through(place, true, String::new());
                let first = self.scope.hold(&held.debt);
                let item = self.value(Ty::Item, limits)?.text;
                self.scope.release(first);
                format!("std::mem::replace(&mut {}, {item})", self.scope.text(place))
            }
            2 => {
                let place = self.pick(Ty::Maybe, How::Take)?;
                let code = self.random.below(50);
                format!("{}.unwrap_or_else(|| Item::new({code}))", self.scope.text(place))
            }
            3 => {
                let number = self.value(Ty::Int, limits)?.text;
                format!("Item::new({number})")
            }
            _ => {
                let number = self.value(Ty::Int, limits)?.text;
                format!("{{ let k = {number}; make(k + 1) }}")
            }
        };
        Some(Made::owned(text))
    }
}
