//! Programs in serial code: which nodes run, and what they make of numbers.

use super::program::{Program, Slot, Step};
use super::{Ended, Seen, mix};

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    New,
    Done,
    Lost,
}

struct Node {
    step: Step,
    /// Values: those that it uses, as the step names them, and the one that it makes first.
    uses: Vec<usize>,
    makes: usize,
    needs: Vec<usize>,
    /// Nodes that have to have run before it, if at all.
    before: Vec<usize>,
    stage: Stage,
}

/// A value: its number, and who has used it so far.
struct Value {
    n: u64,
    writer: usize,
    fences: Vec<usize>,
    readers: Vec<usize>,
}

#[derive(Default)]
struct Model {
    nodes: Vec<Node>,
    values: Vec<Value>,
    /// The values of slots, lenders and views.
    slots: Vec<usize>,
    lenders: Vec<usize>,
    views: Vec<usize>,
    /// Effects that have not run.
    roots: Vec<usize>,
    effects: Vec<usize>,
    log: Vec<(u64, u64)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Read,
    Write,
    Gather,
}

pub fn run(program: &Program) -> Seen {
    let mut model = Model::default();
    let mut ends = Vec::new();
    for step in &program.steps {
        if let Some(ended) = model.step(step) {
            ends.push(ended);
        }
        if ends.iter().filter(|ended: &&Ended| ended.failed()).count() == 2 {
            break;
        }
    }
    Seen { ends, log: model.log, left: 0 }
}

impl Model {
    fn step(&mut self, step: &Step) -> Option<Ended> {
        use Mode::{Gather, Read, Write};
        let slots = |slots: &[Slot], mode| slots.iter().map(|&slot| (self.slots[slot], mode)).collect::<Vec<_>>();
        let (uses, makes) = match step {
            Step::Make(_) => (vec![], 1),
            Step::Read(a, _) | Step::TryRead(a, _) | Step::MayPanic(a, _) => (slots(&[*a], Read), 1),
            Step::ReadTwo(a, b, _) => (slots(&[*a, *b], Read), 1),
            Step::Take(a, _) | Step::TryTake(a, _) => (slots(&[*a], Write), 1),
            Step::Change(a, b, _) => ([slots(&[*a], Write), slots(&[*b], Read)].concat(), 1),
            Step::Split(a, _) => (slots(&[*a], Write), 2),
            Step::TakeAll(all, _) => (slots(all, Write), 1),
            Step::ReadAll(all, _) | Step::Pointers(all, _) => (slots(all, Read), 1),
            Step::Gather(all, _) => (slots(all, Gather), 1),
            Step::Effect(a, _) => (slots(&[*a], Read), 0),
            Step::ReadView(a, _) => (vec![(self.views[*a], Read)], 1),
            Step::Lend(_) => {
                let node = self.add(step, vec![]);
                let value = self.make(node);
                self.lenders.push(value);
                return None;
            }
            Step::View(lender) => {
                let node = self.add(step, vec![(self.lenders[*lender], Read)]);
                let value = self.make(node);
                self.views.push(value);
                return None;
            }
            Step::EitherView(a, b, _) => {
                let node = self.add(step, vec![(self.views[*a], Read), (self.views[*b], Read)]);
                let value = self.make(node);
                self.views.push(value);
                return None;
            }
            Step::DropView(_) | Step::Drop(_) => return None,
            Step::RunRead(all) => return Some(self.run(step, &slots(all, Read), all)),
            Step::RunTake(all) => return Some(self.run(step, &slots(all, Write), all)),
            Step::RunChange(a, salt) => {
                let ended = self.run(step, &slots(&[*a], Write), &[]);
                let Ended::Values(_) = ended else { return Some(ended) };
                let value = &mut self.values[self.slots[*a]];
                value.n = mix(value.n, *salt);
                return Some(Ended::Values(vec![value.n]));
            }
            Step::RunEffects => return Some(self.run(step, &[], &[])),
            Step::RunWith(all) => {
                self.nodes.iter_mut().for_each(|node| node.stage = Stage::New);
                self.roots = self.effects.clone();
                let ended = self.run(step, &[], all);
                self.nodes.iter_mut().for_each(|node| node.stage = Stage::New);
                self.roots = self.effects.clone();
                return Some(ended);
            }
        };
        let node = self.add(step, uses);
        for _ in 0..makes {
            let value = self.make(node);
            self.slots.push(value);
        }
        if makes == 0 {
            self.roots.push(node);
            self.effects.push(node);
        }
        None
    }

    fn make(&mut self, node: usize) -> usize {
        self.values.push(Value { n: 0, writer: node, fences: Vec::new(), readers: Vec::new() });
        self.values.len() - 1
    }

    fn add(&mut self, step: &Step, uses: Vec<(usize, Mode)>) -> usize {
        let id = self.nodes.len();
        let (mut needs, mut before) = (Vec::new(), Vec::new());
        for &(value, mode) in &uses {
            let value = &mut self.values[value];
            needs.push(value.writer);
            match mode {
                Mode::Read => before.extend(&value.fences),
                Mode::Write | Mode::Gather => before.extend(&value.readers),
            }
            match mode {
                Mode::Read => value.readers.push(id),
                Mode::Gather => {
                    value.readers.push(id);
                    value.fences.push(id);
                }
                Mode::Write => (value.writer, value.fences, value.readers) = (id, Vec::new(), Vec::new()),
            }
        }
        let (uses, makes) = (uses.into_iter().map(|(value, _)| value).collect(), self.values.len());
        self.nodes.push(Node { step: step.clone(), uses, makes, needs, before, stage: Stage::New });
        id
    }

    /// Runs what is used, and the writers of what is asked for.
    fn run(&mut self, step: &Step, uses: &[(usize, Mode)], asked: &[Slot]) -> Ended {
        let sink = self.add(step, uses.to_vec());
        if let Step::RunWith(_) = step {
            let asked = asked.iter().map(|&slot| &self.values[self.slots[slot]]);
            let (needs, before): (Vec<_>, Vec<_>) = asked.map(|value| (value.writer, value.fences.clone())).unzip();
            self.nodes[sink].needs = needs;
            self.nodes[sink].before = before.into_iter().flatten().collect();
        }
        let mut needed = vec![false; self.nodes.len()];
        let mut open = self.roots.clone();
        open.push(sink);
        while let Some(node) = open.pop() {
            match self.nodes[node].stage {
                Stage::Lost => return Ended::Refused,
                Stage::New if !needed[node] => {
                    needed[node] = true;
                    open.extend(&self.nodes[node].needs);
                }
                _ => {}
            }
        }
        let needed: Vec<usize> = (0..needed.len()).filter(|&node| needed[node]).collect();
        for &node in &needed {
            for before in self.nodes[node].before.clone() {
                if self.nodes[before].stage == Stage::New && !needed.contains(&before) {
                    self.nodes[before].stage = Stage::Lost;
                }
            }
        }
        for &node in &needed {
            if let Some(ended) = self.execute(node) {
                self.nodes[node].stage = Stage::Lost;
                self.roots.retain(|&root| root < node && self.nodes[root].stage == Stage::New);
                return ended;
            }
            self.nodes[node].stage = Stage::Done;
        }
        self.roots.clear();
        Ended::Values(asked.iter().map(|&slot| self.values[self.slots[slot]].n).collect())
    }

    fn execute(&mut self, node: usize) -> Option<Ended> {
        let Node { step, uses, makes, .. } = &self.nodes[node];
        let n = |at: usize| self.values[uses[at]].n;
        let all = |salt: u64| (0..uses.len()).fold(salt, |sum, at| mix(sum, n(at)));
        let made = match *step {
            Step::Make(n) | Step::Lend(n) => n,
            Step::Read(_, salt) | Step::Take(_, salt) | Step::ReadView(_, salt) => mix(n(0), salt),
            Step::ReadTwo(_, _, salt) => mix(mix(n(0), n(1)), salt),
            Step::Change(_, _, salt) => {
                let (old, new) = (n(0), mix(mix(n(0), n(1)), salt));
                let changed = uses[0];
                self.values[changed].n = new;
                old
            }
            Step::Split(_, salt) => {
                let (left, right) = (mix(n(0), salt), n(0));
                let second = makes + 1;
                self.values[second].n = right;
                left
            }
            Step::TakeAll(_, salt) | Step::ReadAll(_, salt) | Step::Gather(_, salt) | Step::Pointers(_, salt) => {
                all(salt)
            }
            Step::TryTake(_, salt) | Step::TryRead(_, salt) => match mix(n(0), salt) {
                error if error % 5 == 0 => return Some(Ended::Error(error)),
                n => n,
            },
            Step::MayPanic(_, salt) => match mix(n(0), salt) {
                payload if payload % 7 == 0 => return Some(Ended::Panic(payload)),
                n => n,
            },
            Step::Effect(_, salt) => {
                let line = (salt, n(0));
                self.log.push(line);
                return None;
            }
            Step::View(_) => n(0),
            Step::EitherView(_, _, salt) => n(usize::from(mix(n(0), salt) % 2 != 0)),
            _ => return None,
        };
        let makes = self.nodes[node].makes;
        self.values[makes].n = made;
        None
    }
}
