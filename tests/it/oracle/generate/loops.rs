//! Loops, and the ways out of them.

use super::flow::Loop;
use super::maker::{Made, Maker};
use super::regions::{Body, Tail};
use super::scope::{Debt, How, Ty, Var};
use super::statements::FREE;

/// What a `for` loop runs over.
struct Source {
    text: String,
    /// What an element is, and what it borrows.
    element: Ty,
    debt: Debt,
    /// What the iterator keeps.
    held: Debt,
}

impl Maker {
    /// `break`, `continue`, `return`: out of the body that is being written.
    pub fn jump(&mut self) -> Option<String> {
        self.total = false;
        let targets = self.scope.loops.len();
        if targets == 0 || self.random.percent(15) {
            return Some(format!("return {};", self.result(1)?));
        }
        let outer = self.random.percent(30);
        let index = if outer { self.random.below(targets) } else { targets - 1 };
        let around = self.scope.loops[index].clone();
        let bare = index == targets - 1 && !around.block && (around.label.is_empty() || self.random.percent(40));
        if !bare && around.label.is_empty() {
            return None;
        }
        let label = if bare { String::new() } else { format!(" {}", around.label) };
        let before = self.scope.vars[..around.base].to_vec();
        if !around.block && self.random.percent(50) {
            let left = self.scope.outside(&before)?;
            self.scope.loops[index].continues.push(left);
            return Some(format!("continue{label};"));
        }
        let value = match around.carries {
            Some(ty) => format!(" {}", self.carried_out(ty, &before)?.text),
            None => String::new(),
        };
        let left = self.scope.outside(&before)?;
        self.scope.loops[index].breaks.push(left);
        Some(format!("break{label}{value};"))
    }

    fn label(&mut self, chance: usize) -> String {
        if !self.random.percent(chance) {
            return String::new();
        }
        self.names += 1;
        format!("'a{}", self.names)
    }

    fn enter(&mut self, label: &str, carries: Option<Ty>, block: bool) -> Vec<Var> {
        let (base, first) = (self.scope.vars.len(), self.scope.touches.len());
        let (breaks, continues) = (Vec::new(), Vec::new());
        self.scope.loops.push(Loop { label: label.to_owned(), base, first, carries, block, breaks, continues });
        self.scope.vars.clone()
    }

    /// Ends what [`Maker::enter`] began. `done` is what the loop's head leaves when it says that it is over.
    fn close(&mut self, entry: &[Var], body: &Body, done: Option<Vec<Var>>) -> Option<()> {
        let around = self.scope.loops.pop()?;
        if around.block {
            let end = body.falls.then(|| self.scope.vars.clone());
            return self.scope.close(around, entry, &[], end.into_iter().collect());
        }
        let mut back = around.continues.clone();
        if body.falls {
            back.push(self.scope.vars.clone());
        }
        let mut ends: Vec<Vec<Var>> = done.into_iter().collect();
        if !ends.is_empty() {
            ends.extend(back.iter().cloned());
        }
        self.scope.close(around, entry, &back, ends)
    }

    /// `'a: { .. break 'a v; .. v }`
    pub fn labelled_block(&mut self) -> Option<String> {
        let ty = self.random.pick(&[Ty::Int, Ty::Item])?;
        let label = self.label(100);
        let entry = self.enter(&label, Some(ty), true);
        let body = self.body(&entry, &Tail::Value(ty))?;
        self.close(&entry, &body, None)?;
        let (_, pattern) = self.declare(ty, &Debt::default());
        Some(format!("let {pattern} = {label}: {};", body.text))
    }

    /// `for x in .. { .. }`
    pub fn for_loop(&mut self) -> Option<String> {
        let source = self.attempt(4, Maker::source)?;
        let label = self.label(35);
        let entry = self.enter(&label, None, false);
        self.scope.hold(&source.held);
        let counted = source.element != Ty::Int && self.random.percent(20);
        let (_, mut pattern) = self.declare(source.element, &source.debt);
        let mut text = source.text;
        if counted {
            self.names += 1;
            let index = format!("i{}", self.names);
            let (adaptor, ty) = self.random.pick(&[(".enumerate()", "usize"), (".zip(0u64..)", "u64")])?;
            if !text.contains('.') || text.ends_with(".by_ref()") {
                return None;
            }
            text += adaptor;
            let value = if ty == "usize" { format!("{index} as u64") } else { index.clone() };
            pattern = if ty == "usize" { format!("({index}, {pattern})") } else { format!("({pattern}, {index})") };
            self.names += 1;
            let number = format!("n{}", self.names);
            self.scope.declare(&number, Ty::Int, false, Debt::default());
            let body = self.body(&entry, &Tail::Nothing)?;
            self.close(&entry, &body, Some(entry.clone()))?;
            let inner = body.text.strip_prefix('{')?.strip_suffix('}')?;
            let (space, rest) = if inner.starts_with('\n') { ("\n    ", inner) } else { (" ", inner) };
            let tag = if label.is_empty() { String::new() } else { format!("{label}: ") };
            return Some(format!("{tag}for {pattern} in {text} {{{space}let {number} = {value};{rest}}}"));
        }
        let body = self.body(&entry, &Tail::Nothing)?;
        self.close(&entry, &body, Some(entry.clone()))?;
        let tag = if label.is_empty() { String::new() } else { format!("{label}: ") };
        Some(format!("{tag}for {pattern} in {text} {}", body.text))
    }

    fn source(&mut self) -> Option<Source> {
        let elements = |text: String, element: Ty, made: &Made| Source {
            text,
            element,
            debt: made.debt.clone(),
            held: made.debt.clone(),
        };
        let owned = |text: String, held: Debt| Source { text, element: Ty::Item, debt: Debt::default(), held };
        Some(match self.random.below(18) {
            0..4 => {
                let text = format!("0..{}", self.random.below(3) + 1);
                Source { text, element: Ty::Int, debt: Debt::default(), held: Debt::default() }
            }
            4 => {
                let number = self.parenthesized(FREE)?;
                let text = format!("0..{number} % 4");
                Source { text, element: Ty::Int, debt: Debt::default(), held: Debt::default() }
            }
            5..9 => {
                let place = self.pick(Ty::Items, How::Read)?;
                let name = self.scope.text(place);
                let text = self.random.pick(&[
                    format!("&{name}"),
                    format!("&{name}"),
                    format!("{name}.iter()"),
                    format!("{name}.iter().rev()"),
                    format!("{name}.iter().skip(1)"),
                ])?;
                let made = self.through(place, false, String::new());
                elements(text, Ty::Ref, &made)
            }
            9 => {
                let place = self.pick(Ty::Slice, How::Read)?;
                let name = self.scope.text(place);
                let text = self.random.pick(&[name.clone(), format!("{name}.iter().rev()")])?;
                elements(text, Ty::Ref, &Made::owned(String::new()))
            }
            10 | 11 => {
                let place = self.pick(Ty::Items, How::Exclusive)?;
                let name = self.scope.text(place);
                let text = self.random.pick(&[format!("&mut {name}"), format!("{name}.iter_mut()")])?;
                let made = self.through(place, true, String::new());
                elements(text, Ty::Mut, &made)
            }
            12 | 13 => {
                let place = self.pick(Ty::Items, How::Take)?;
                let name = self.scope.text(place);
                let text = self.random.pick(&[
                    name.clone(),
                    name.clone(),
                    format!("{name}.into_iter()"),
                    format!("{name}.into_iter().rev()"),
                ])?;
                owned(text, Debt::default())
            }
            14 => {
                let place = self.pick(Ty::Items, How::Exclusive)?;
                let text = format!("{}.drain(..)", self.scope.text(place));
                owned(text, self.through(place, true, String::new()).debt)
            }
            15 => {
                let place = self.pick(Ty::Feed, How::Take)?;
                owned(self.scope.text(place), Debt::default())
            }
            _ => {
                let feed = self.any_feed(How::Exclusive)?;
                owned(format!("{}.by_ref()", feed.text), feed.debt)
            }
        })
    }

    /// A feed by its name.
    pub fn any_feed(&mut self, how: How) -> Option<Made> {
        let ty = self.random.pick(&[Ty::Feed, Ty::FeedMut])?;
        let place = self.pick(ty, how)?;
        Some(self.through(place, how != How::Read, self.scope.text(place)))
    }

    /// `&mut feed`
    pub fn unique_feed(&mut self) -> Option<Made> {
        let ty = self.random.pick(&[Ty::Feed, Ty::FeedMut])?;
        let place = self.pick(ty, How::Exclusive)?;
        let spelt = self.scope.vars[place.var].spelt;
        let sign = if ty == Ty::Feed { "&mut " } else { if spelt { "" } else { "&mut *" } };
        Some(self.through(place, true, format!("{sign}{}", self.scope.text(place))))
    }

    /// Declares a counter that nothing else changes.
    fn counter(&mut self) -> String {
        self.names += 1;
        let name = format!("k{}", self.names);
        self.scope.declare(&name, Ty::Int, false, Debt::default());
        name
    }

    /// `while k < 3 && .. { .. }`
    pub fn while_loop(&mut self) -> Option<String> {
        let counter = self.counter();
        let label = self.label(25);
        let entry = self.enter(&label, None, false);
        let condition = if self.random.percent(60) {
            format!(" && ({})", self.maybe(|maker| maker.condition(FREE))?)
        } else {
            String::new()
        };
        let done = self.scope.outside(&entry)?;
        let body = self.body(&entry, &Tail::Nothing)?;
        self.close(&entry, &body, Some(done))?;
        let rest = body.text.strip_prefix('{')?;
        let space = if rest.starts_with('\n') { "\n    " } else { " " };
        let tag = if label.is_empty() { String::new() } else { format!("{label}: ") };
        let most = self.random.below(3) + 1;
        Some(format!(
            "let mut {counter}: u64 = 0;\n{tag}while {counter} < {most}{condition} {{{space}{counter} += 1;{rest}"
        ))
    }

    /// `while let Some(x) = stack.pop() { .. }`
    pub fn while_let(&mut self) -> Option<String> {
        let label = self.label(25);
        let entry = self.enter(&label, None, false);
        let (text, place) = if self.random.percent(60) {
            let place = self.pick(Ty::Items, How::Exclusive)?;
            (format!("{}.pop()", self.scope.text(place)), Some(place))
        } else {
            let feed = self.unique_feed()?;
            let name = feed.text.trim_start_matches("&mut ").trim_start_matches('*').to_owned();
            (self.random.pick(&[format!("sip({})", feed.text), format!("{name}.next()")])?, None)
        };
        let done = self.scope.outside(&entry)?;
        if let Some(place) = place {
            // What is popped is not pushed again.
            let kept = self.through(place, false, String::new());
            self.scope.hold(&kept.debt);
        }
        let (_, pattern) = self.declare(Ty::Item, &Debt::default());
        let body = self.body(&entry, &Tail::Nothing)?;
        self.close(&entry, &body, Some(done))?;
        let tag = if label.is_empty() { String::new() } else { format!("{label}: ") };
        Some(format!("{tag}while let Some({pattern}) = {text} {}", body.text))
    }

    /// `let x = loop { .. break v; .. };`
    pub fn endless_loop(&mut self) -> Option<String> {
        let counter = self.counter();
        let ty = self.random.pick(&[Ty::Int, Ty::Item])?;
        let label = self.label(40);
        let entry = self.enter(&label, Some(ty), false);
        let vars = self.scope.vars.clone();
        let last = self.carried_out(ty, &entry)?.text;
        let left = self.scope.outside(&entry)?;
        self.scope.loops.last_mut()?.breaks.push(left);
        self.scope.vars = vars;
        let body = self.body(&entry, &Tail::Nothing)?;
        self.close(&entry, &body, None)?;
        let rest = body.text.strip_prefix('{')?;
        let space = if rest.starts_with('\n') { "\n    " } else { " " };
        let (_, pattern) = self.declare(ty, &Debt::default());
        let tag = if label.is_empty() { String::new() } else { format!("{label}: ") };
        let most = self.random.below(3);
        Some(format!(
            "let mut {counter}: u64 = 0;\nlet {pattern} = {tag}loop {{\n    {counter} += 1;\n    if {counter} > {most} {{ break {last}; }}{space}{};",
            rest.trim_start_matches(['\n', ' '])
        ))
    }
}
