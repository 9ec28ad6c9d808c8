//! Iterator chains with calls in their closures, and what loops carry.

use super::maker::{Limits, Maker, Wrap};
use super::scope::{Debt, How, Place, Ty};
use super::statements::FREE;

const FLAT: Limits = Limits { depth: 2, ..FREE };

impl Maker {
    /// A place around the innermost loop, if there is one.
    fn outer(&mut self, ty: Ty, how: How) -> Option<Place> {
        let base = self.scope.loops.last().map_or(usize::MAX, |around| around.base);
        let mut places = self.scope.places(ty, how);
        if places.iter().any(|place| place.var < base) && self.random.percent(80) {
            places.retain(|place| place.var < base);
        }
        let place = self.random.pick(&places)?;
        self.scope.touch(place, how).then_some(place)
    }

    /// What a later iteration is to see.
    pub fn carried(&mut self) -> Option<String> {
        match self.random.below(14) {
            0..2 => {
                let number = self.parenthesized(FREE)?;
                let place = self.outer(Ty::Int, How::Exclusive)?;
                let operator = self.random.pick(&["+=", "+=", "^="])?;
                Some(format!("{} {operator} {number} % 1000;", self.scope.text(place)))
            }
            2..4 => {
                let place = self.outer(Ty::Item, How::Take)?;
                let name = self.scope.text(place);
                let text = if self.random.percent(50) {
                    format!("{name} = grow({name}, {});", self.value(Ty::Int, FLAT)?.text)
                } else {
                    format!("{name} = fuse({name}, {});", self.value(Ty::Item, FLAT)?.text)
                };
                self.scope.touch(place, How::Assign).then_some(text)
            }
            4 => {
                let place = self.outer(Ty::Maybe, How::Assign)?;
                let item = self.value(Ty::Item, FLAT)?.text;
                let name = self.scope.text(place);
                (!item.contains(&name)).then(|| format!("{name} = Some({item});"))
            }
            5..8 => {
                let item = self.value(Ty::Item, FREE)?.text;
                let ty = self.random.pick(&[Ty::Items, Ty::Items, Ty::ItemsMut])?;
                let place = self.outer(ty, How::Exclusive)?;
                let name = self.scope.text(place);
                let sign = match ty {
                    Ty::Items => "&mut ",
                    _ if self.scope.vars[place.var].spelt => "",
                    _ => "&mut *",
                };
                let text =
                    self.random.pick(&[format!("{name}.push({item});"), format!("enlist({sign}{name}, {item});")]);
                text.filter(|_| !item.contains(&name))
            }
            8 | 9 => {
                let number = self.value(Ty::Int, FREE)?.text;
                let place = self.outer(Ty::Numbers, How::Exclusive)?;
                Some(format!("{}.push({number});", self.scope.text(place)))
            }
            10 => {
                let place = self.outer(Ty::Numbers, How::Read)?;
                let text = self.scope.text(place);
                let (_, pattern) = self.declare(Ty::Int, &Debt::default());
                Some(format!("let {pattern} = digest(&{text});"))
            }
            11 => {
                let place = self.pick(Ty::Log, How::Read)?;
                let number = self.value(Ty::Int, FREE)?.text;
                Some(format!("note({}, {number});", self.scope.text(place)))
            }
            12 => {
                let feed = self.unique_feed()?;
                self.total = false;
                let (_, pattern) = self.declare(Ty::Item, &Debt::default());
                Some(format!("let {pattern} = sip({}).expect(\"oracle: dry\");", feed.text))
            }
            _ => {
                let state = self.outer(Ty::State, How::Exclusive)?;
                let number = self.value(Ty::Int, Limits { depth: 0, ..FREE })?.text;
                let sign = if self.scope.vars[state.var].spelt { "" } else { "&mut *" };
                let name = self.scope.text(state);
                (!number.contains(&name)).then(|| format!("step({sign}{name}, {number});"))
            }
        }
    }

    /// What pipelines with regions begin with.
    pub fn outfit(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        for (ty, chance) in
            [(Ty::Items, 80), (Ty::Numbers, 50), (Ty::Feed, 40), (Ty::Maybe, 40), (Ty::Int, 60), (Ty::Item, 60)]
        {
            if !self.random.percent(chance * self.depth / 3) {
                continue;
            }
            let text = match ty {
                Ty::Numbers => Some("Vec::new()".to_owned()),
                Ty::Feed => self.value(Ty::Int, FREE).map(|made| format!("spout({})", made.text)),
                _ => self.attempt(3, |maker| maker.initial(ty)).map(|made| made.text),
            };
            let Some(text) = text else { continue };
            self.names += 1;
            let name = format!("{}{}", super::declarations::prefix(ty), self.names);
            self.scope.declare(&name, ty, true, Debt::default());
            let ascription = if ty == Ty::Numbers { ": Vec<u64>" } else { "" };
            lines.push(format!("let mut {name}{ascription} = {text};"));
        }
        lines
    }

    /// Looks at what is left, so that it counts.
    pub fn inspection(&mut self) -> Vec<String> {
        let Some(log) = self.pick(Ty::Log, How::Read) else { return Vec::new() };
        let log = self.scope.text(log);
        let mut lines = Vec::new();
        for (ty, call) in [
            (Ty::Int, "note"),
            (Ty::Item, "note_item"),
            (Ty::Items, "note_all"),
            (Ty::Numbers, "note_sum"),
            (Ty::Feed, "note_rest"),
        ] {
            let places = self.scope.places(ty, How::Read);
            for place in places.iter().rev().take(2) {
                if self.scope.touch(*place, How::Read) {
                    let sign = if ty == Ty::Int { "" } else { "&" };
                    lines.push(format!("{call}({log}, {sign}{});", self.scope.text(*place)));
                }
            }
        }
        lines
    }

    /// `let all = xs.iter().map(|x| ..).collect();` and the like.
    pub fn chain(&mut self) -> Option<String> {
        let (source, element) = self.chain_source()?;
        let (source, element) = self.adapted(source, element)?;
        let number = self.captured_number()?;
        let pure = self.wrap == Wrap::Plain;
        let fallible = matches!(self.wrap, Wrap::Fault | Wrap::Failure);
        let optional = self.wrap == Wrap::Option;
        let item = match element {
            Ty::Ref => format!("derive(it, {number})"),
            Ty::Item => format!("grow(it, {number})"),
            Ty::Mut => format!("derive(&*it, {number})"),
            _ => format!("make(it ^ {number})"),
        };
        let count = match element {
            Ty::Ref => "peek(it)".to_owned(),
            Ty::Item => "eat(it)".to_owned(),
            Ty::Mut => "{ bump(it, 3); 1 }".to_owned(),
            _ => "number(it)".to_owned(),
        };
        let long = match element {
            Ty::Ref => format!(
                "{{\n    let a = derive(it, {number});\n    let b = peek(it);\n    let c = compare(&a, it);\n    grow(a, b ^ c)\n}}"
            ),
            Ty::Item => {
                format!("{{\n    let a = derive(&it, {number});\n    let b = peek(&it);\n    fuse(grow(it, b), a)\n}}")
            }
            Ty::Mut => format!(
                "{{\n    bump(&mut *it, {number});\n    let a = derive(&*it, 1);\n    bump(it, peek(&a));\n    a\n}}"
            ),
            _ => format!("{{\n    let a = make(it);\n    let b = make({number});\n    fuse(a, b)\n}}"),
        };
        let (text, ty) = match self.random.below(10) {
            0 | 1 => (format!("{source}.map(|it| {item}).collect::<Vec<_>>()"), Ty::Items),
            2 => (format!("{source}.map(|it| {long}).collect()"), Ty::Items),
            3 => (format!("{source}.map(|it| {count}).sum::<u64>()"), Ty::Int),
            4 => (format!("{source}.map(|it| {count}).collect::<Vec<u64>>()"), Ty::Numbers),
            5 => {
                let inner = if element == Ty::Item { "eat(it)".to_owned() } else { count.clone() };
                (format!("{source}.filter_map(|it| maybe({inner})).collect()"), Ty::Items)
            }
            6 if fallible => {
                self.total = false;
                let body = if element == Ty::Item { "try_grow(it)".to_owned() } else { format!("try_make({count})") };
                (format!("{source}.map(|it| {body}).collect::<Result<Vec<_>, _>>()?"), Ty::Items)
            }
            7 if optional || pure => {
                self.total = false;
                let end = if optional { "?" } else { ".unwrap_or_default()" };
                (format!("{source}.map(|it| maybe({count})).collect::<Option<Vec<_>>>(){end}"), Ty::Items)
            }
            8 => {
                let log = self.pick(Ty::Log, How::Read)?;
                return Some(format!("{source}.for_each(|it| note({}, {count}));", self.scope.text(log)));
            }
            _ => {
                let body = if element == Ty::Mut { format!("bump(it, {number})") } else { format!("{{ {count}; }}") };
                return Some(format!("{source}.for_each(|it| {body});"));
            }
        };
        self.names += 1;
        let name = format!("{}{}", super::declarations::prefix(ty), self.names);
        self.scope.declare(&name, ty, true, Debt::default());
        let ascription = if text.ends_with("collect()") { ": Vec<Item>" } else { "" };
        Some(format!("let mut {name}{ascription} = {text};"))
    }

    fn chain_source(&mut self) -> Option<(String, Ty)> {
        Some(match self.random.below(12) {
            0..5 => {
                let place = self.pick(Ty::Items, How::Read)?;
                (format!("{}.iter()", self.scope.text(place)), Ty::Ref)
            }
            5 => {
                let place = self.pick(Ty::Slice, How::Read)?;
                (format!("{}.iter()", self.scope.text(place)), Ty::Ref)
            }
            6 => {
                let place = self.pick(Ty::Items, How::Take)?;
                (format!("{}.into_iter()", self.scope.text(place)), Ty::Item)
            }
            7 => {
                let place = self.pick(Ty::Items, How::Exclusive)?;
                (format!("{}.drain(..)", self.scope.text(place)), Ty::Item)
            }
            8 => {
                let place = self.pick(Ty::Items, How::Exclusive)?;
                (format!("{}.iter_mut()", self.scope.text(place)), Ty::Mut)
            }
            9 => (format!("{}.by_ref()", self.any_feed(How::Exclusive)?.text), Ty::Item),
            _ => (format!("(0..{}u64)", self.random.below(3) + 1), Ty::Int),
        })
    }

    /// With an adaptor before the closure.
    fn adapted(&mut self, source: String, element: Ty) -> Option<(String, Ty)> {
        let backwards = !source.contains("by_ref");
        Some(match self.random.below(8) {
            0 if backwards => (format!("{source}.rev()"), element),
            1 => (format!("{source}.take(2)"), element),
            2 => (format!("{source}.skip(1)"), element),
            3 => (format!("{source}.enumerate().map(|(_, it)| it)"), element),
            4 => {
                let body = match element {
                    Ty::Ref => "derive(it, i as u64)",
                    Ty::Item => "grow(it, i as u64)",
                    Ty::Mut => "derive(&*it, i as u64)",
                    _ => "make(it + i as u64)",
                };
                (format!("{source}.enumerate().map(|(i, it)| {body})"), Ty::Item)
            }
            _ => (source, element),
        })
    }

    /// A number that a closure may look at.
    fn captured_number(&mut self) -> Option<String> {
        if self.random.percent(30) {
            return Some(self.random.below(50).to_string());
        }
        if self.random.percent(30) {
            let place = self.pick(Ty::Item, How::Read)?;
            return Some(format!("peek(&{})", self.scope.text(place)));
        }
        let place = self.pick(Ty::Int, How::Read)?;
        Some(self.scope.text(place))
    }
}
