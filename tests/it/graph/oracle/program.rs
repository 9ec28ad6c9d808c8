//! Programs out of numbers.

use super::mix;

/// A place of a handle.
pub type Slot = usize;

/// One step. The last number of a step that computes is its salt; a node's handle gets the next slot.
#[derive(Clone, Debug)]
pub enum Step {
    Make(u64),
    Read(Slot, u64),
    ReadTwo(Slot, Slot, u64),
    Take(Slot, u64),
    Change(Slot, Slot, u64),
    /// Two slots.
    Split(Slot, u64),
    TakeAll(Vec<Slot>, u64),
    ReadAll(Vec<Slot>, u64),
    /// `&[T]`: the values are moved to lie side by side.
    Gather(Vec<Slot>, u64),
    /// `&[&T]`.
    Pointers(Vec<Slot>, u64),
    /// May return an error, takes.
    TryTake(Slot, u64),
    /// May return an error, reads.
    TryRead(Slot, u64),
    MayPanic(Slot, u64),
    Effect(Slot, u64),
    /// A lender, from which views borrow; views have slots of their own.
    Lend(u64),
    View(Slot),
    EitherView(Slot, Slot, u64),
    ReadView(Slot, u64),
    DropView(Slot),
    Drop(Slot),
    RunRead(Vec<Slot>),
    RunTake(Vec<Slot>),
    RunChange(Slot, u64),
    RunEffects,
    /// Everything again.
    RunWith(Vec<Slot>),
}

#[derive(Debug)]
pub struct Program {
    pub steps: Vec<Step>,
}

struct Maker {
    state: u64,
    /// Handles that are there: slots of values, of views, and the number of lenders.
    values: Vec<Slot>,
    views: Vec<Slot>,
    next: Slot,
    next_view: Slot,
    lenders: usize,
    /// Slots whose values the caller may look at: they are not moved to lie beside others.
    shown: Vec<Slot>,
}

impl Program {
    pub fn new(seed: u64, longest: usize) -> Program {
        let mut maker = Maker {
            state: mix(seed, 1),
            values: Vec::new(),
            views: Vec::new(),
            next: 0,
            next_view: 0,
            lenders: 0,
            shown: Vec::new(),
        };
        let len = 3 + maker.below(longest);
        let mut steps: Vec<Step> = (0..len).map(|_| maker.step()).collect();
        let all = maker.values.clone();
        if maker.below(2) == 0 {
            steps.push(Step::RunWith(all.clone()));
            steps.push(Step::RunWith(maker.some()));
        } else {
            steps.push(Step::RunTake(all));
        }
        Program { steps }
    }
}

impl Maker {
    fn below(&mut self, bound: usize) -> usize {
        self.state = mix(self.state, 7);
        (self.state >> 20) as usize % bound
    }

    fn salt(&mut self) -> u64 {
        self.below(1 << 20) as u64
    }

    fn slot(&mut self) -> Slot {
        let at = self.below(self.values.len());
        self.values[at]
    }

    fn taken(&mut self) -> Slot {
        let at = self.below(self.values.len());
        self.values.swap_remove(at)
    }

    fn some(&mut self) -> Vec<Slot> {
        let all = self.values.clone();
        all.into_iter().filter(|_| self.below(3) > 0).collect()
    }

    fn made(&mut self) {
        self.values.push(self.next);
        self.next += 1;
    }

    fn step(&mut self) -> Step {
        let salt = self.salt();
        if self.values.len() < 2 {
            self.made();
            return Step::Make(salt);
        }
        let choice = self.below(34);
        let step = match choice {
            0..3 => Step::Make(salt),
            3..6 => Step::Read(self.slot(), salt),
            6..9 => Step::ReadTwo(self.slot(), self.slot(), salt),
            9..11 => Step::Take(self.taken(), salt),
            11..15 => {
                let changed = self.slot();
                let read = self.slot();
                if changed == read { Step::Read(read, salt) } else { Step::Change(changed, read, salt) }
            }
            15 => {
                let taken = self.taken();
                self.made();
                Step::Split(taken, salt)
            }
            16 => {
                let some = self.some();
                self.values.retain(|slot| !some.contains(slot));
                Step::TakeAll(some, salt)
            }
            17 => Step::ReadAll(self.some(), salt),
            18..20 => {
                let some = self.some().into_iter().filter(|slot| !self.shown.contains(slot)).collect();
                Step::Gather(some, salt)
            }
            20 => Step::Pointers(self.some(), salt),
            21 => Step::TryTake(self.taken(), salt),
            22 => Step::TryRead(self.slot(), salt),
            23 => Step::MayPanic(self.slot(), salt),
            _ => return self.quiet(choice, salt),
        };
        self.made();
        step
    }

    /// Steps without a handle of a value.
    fn quiet(&mut self, choice: usize, salt: u64) -> Step {
        match choice {
            24..26 => Step::Effect(self.slot(), salt),
            26 => Step::Drop(self.taken()),
            27 if self.lenders < super::real::LENDERS => {
                self.lenders += 1;
                Step::Lend(salt)
            }
            27 | 28 if self.lenders > 0 => {
                self.view();
                Step::View(self.below(self.lenders))
            }
            29 if self.views.len() >= 2 => {
                let (a, b) = (self.below(self.views.len()), self.below(self.views.len()));
                let (a, b) = (self.views[a], self.views[b]);
                self.view();
                Step::EitherView(a, b, salt)
            }
            30 if !self.views.is_empty() => {
                let at = self.below(self.views.len());
                self.made();
                Step::ReadView(self.views[at], salt)
            }
            31 if !self.views.is_empty() => {
                let at = self.below(self.views.len());
                Step::DropView(self.views.swap_remove(at))
            }
            32 => {
                let some = self.some();
                self.shown.extend(&some);
                Step::RunRead(some)
            }
            33 => match self.below(4) {
                0 => Step::RunEffects,
                1 => {
                    let slot = self.slot();
                    self.shown.push(slot);
                    Step::RunChange(slot, salt)
                }
                _ => {
                    let taken = self.taken();
                    Step::RunTake(vec![taken])
                }
            },
            _ => {
                self.made();
                Step::Make(salt)
            }
        }
    }

    fn view(&mut self) {
        self.views.push(self.next_view);
        self.next_view += 1;
    }
}
