//! Programs as graphs.

use std::cell::OnceCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

use superscalar::graph::Only;
use superscalar::{Graph, Node, task};

use super::program::{Program, Step};
use super::{Ended, Seen, mix};
use crate::common::pause;

pub const LENDERS: usize = 6;

/// What all nodes of a program share.
#[derive(Default)]
pub struct World {
    left: AtomicI64,
    log: std::sync::Mutex<Vec<(u64, u64)>>,
}

/// A number that is counted, with a heap block.
pub struct Item<'w> {
    world: &'w World,
    pub n: Box<u64>,
}

impl<'w> Item<'w> {
    fn new(world: &'w World, n: u64) -> Item<'w> {
        world.left.fetch_add(1, Relaxed);
        Item { world, n: Box::new(n) }
    }

    fn made(&self, n: u64) -> Item<'w> {
        if n % 16 == 0 {
            pause();
        }
        Item::new(self.world, n)
    }
}

impl Drop for Item<'_> {
    fn drop(&mut self) {
        self.world.left.fetch_sub(1, Relaxed);
        *self.n = 0;
    }
}

/// Looks at its lender when it is dropped.
pub struct View<'a, 'w> {
    item: &'a Item<'w>,
    n: u64,
}

impl Drop for View<'_, '_> {
    fn drop(&mut self) {
        assert_eq!(*self.item.n, self.n, "the lender is not what it was");
    }
}

#[task]
fn make<'w>(world: &'w World, n: u64) -> Item<'w> {
    Item::new(world, n)
}

#[task]
fn read<'w>(a: &Item<'w>, salt: u64) -> Item<'w> {
    a.made(mix(*a.n, salt))
}

#[task]
fn read_two<'w>(a: &Item<'w>, b: &Item<'w>, salt: u64) -> Item<'w> {
    a.made(mix(mix(*a.n, *b.n), salt))
}

#[task]
fn take<'w>(mut a: Item<'w>, salt: u64) -> Item<'w> {
    *a.n = mix(*a.n, salt);
    a
}

#[task]
fn change<'w>(a: &mut Item<'w>, b: &Item<'w>, salt: u64) -> Item<'w> {
    let old = *a.n;
    *a.n = mix(mix(old, *b.n), salt);
    b.made(old)
}

#[task]
fn split<'w>(a: Item<'w>, salt: u64) -> (Item<'w>, Item<'w>) {
    (a.made(mix(*a.n, salt)), a)
}

fn folded<'i, 'w: 'i>(items: impl IntoIterator<Item = &'i Item<'w>>, salt: u64) -> u64 {
    items.into_iter().fold(salt, |n, item| mix(n, *item.n))
}

#[task]
fn take_all<'w>(world: &'w World, items: Vec<Item<'w>>, salt: u64) -> Item<'w> {
    Item::new(world, folded(&items, salt))
}

#[task]
fn read_all<'w>(world: &'w World, items: Vec<&Item<'_>>, salt: u64) -> Item<'w> {
    Item::new(world, folded(items, salt))
}

#[task]
fn gather<'w>(world: &'w World, items: &[Item<'_>], salt: u64) -> Item<'w> {
    Item::new(world, folded(items, salt))
}

#[task]
fn pointers<'w>(world: &'w World, items: &[&Item<'_>], salt: u64) -> Item<'w> {
    Item::new(world, folded(items.iter().copied(), salt))
}

#[task]
fn try_take<'w>(a: Item<'w>, salt: u64) -> Result<Item<'w>, u64> {
    let n = mix(*a.n, salt);
    if n % 5 == 0 { Err(n) } else { Ok(a.made(n)) }
}

#[task]
fn try_read<'w>(a: &Item<'w>, salt: u64) -> Result<Item<'w>, u64> {
    let n = mix(*a.n, salt);
    if n % 5 == 0 { Err(n) } else { Ok(a.made(n)) }
}

#[task]
fn may_panic<'w>(a: &Item<'w>, salt: u64) -> Item<'w> {
    let n = mix(*a.n, salt);
    if n % 7 == 0 {
        std::panic::panic_any(n);
    }
    a.made(n)
}

#[task(ordered)]
fn effect(world: &World, a: &Item<'_>, salt: u64) {
    world.log.lock().unwrap().push((salt, *a.n));
}

#[task]
fn view<'a, 'w>(item: &'a Item<'w>) -> View<'a, 'w> {
    View { item, n: *item.n }
}

#[task]
fn either<'a, 'w>(a: &View<'a, 'w>, b: &View<'a, 'w>, salt: u64) -> View<'a, 'w> {
    let item = if mix(a.n, salt) % 2 == 0 { a.item } else { b.item };
    View { item, n: *item.n }
}

#[task]
fn read_view<'w>(a: &View<'_, 'w>, salt: u64) -> Item<'w> {
    a.item.made(mix(*a.item.n, salt))
}

pub fn run(program: &Program) -> Seen {
    let world = World::default();
    let ends = {
        // Views borrow from the handles of lenders.
        let lenders: [OnceCell<Node<Item<'_>>>; LENDERS] = Default::default();
        let mut player = Player { slots: Vec::new(), views: Vec::new(), world: &world, lenders: &lenders };
        let mut g = Graph::with_error::<u64>();
        let ends = player.play(&mut g, program);
        // Handles outlive the graph, or do not.
        if program.steps.len() % 2 == 0 {
            drop(g);
        }
        ends
    };
    Seen { ends, left: world.left.into_inner(), log: world.log.into_inner().unwrap() }
}

struct Player<'a, 'w> {
    slots: Vec<Option<Node<Item<'w>>>>,
    views: Vec<Option<Node<View<'a, 'w>>>>,
    world: &'w World,
    lenders: &'a [OnceCell<Node<Item<'w>>>; LENDERS],
}

impl<'a, 'w> Player<'a, 'w> {
    fn play(&mut self, g: &mut Graph<'w, Only<u64>>, program: &Program) -> Vec<Ended> {
        let mut ends = Vec::new();
        for step in &program.steps {
            if let Some(ended) = self.step(g, step) {
                ends.push(ended);
            }
            if ends.iter().filter(|ended: &&Ended| ended.failed()).count() == 2 {
                break;
            }
        }
        ends
    }

    fn at(&self, slot: usize) -> &Node<Item<'w>> {
        self.slots[slot].as_ref().expect("a handle")
    }

    fn taken(&mut self, slot: usize) -> Node<Item<'w>> {
        self.slots[slot].take().expect("a handle")
    }

    fn step(&mut self, g: &mut Graph<'w, Only<u64>>, step: &Step) -> Option<Ended> {
        let world = self.world;
        let node = match step {
            Step::Make(salt) => g.add(make::node(world, *salt)),
            Step::Read(a, salt) => g.add(read::node(self.at(*a), *salt)),
            Step::ReadTwo(a, b, salt) => g.add(read_two::node(self.at(*a), self.at(*b), *salt)),
            Step::Take(a, salt) => g.add(take::node(self.taken(*a), *salt)),
            Step::Change(a, b, salt) => {
                let mut changed = self.taken(*a);
                let node = g.add(change::node(&mut changed, self.at(*b), *salt));
                self.slots[*a] = Some(changed);
                node
            }
            Step::Split(a, salt) => {
                let pair = g.add(split::node(self.taken(*a), *salt));
                let (left, right) = g.unzip(pair);
                self.slots.push(Some(left));
                right
            }
            Step::TakeAll(slots, salt) => {
                let items: Vec<_> = slots.iter().map(|&slot| self.taken(slot)).collect();
                g.add(take_all::node(world, items, *salt))
            }
            Step::ReadAll(slots, salt) => {
                let items: Vec<_> = slots.iter().map(|&slot| self.at(slot)).collect();
                g.add(read_all::node(world, items, *salt))
            }
            Step::Gather(slots, salt) => {
                let items: Vec<_> = slots.iter().map(|&slot| self.taken(slot)).collect();
                let node = g.add(gather::node(world, &items, *salt));
                slots.iter().zip(items).for_each(|(&slot, item)| self.slots[slot] = Some(item));
                node
            }
            Step::Pointers(slots, salt) => {
                let items: Vec<_> = slots.iter().map(|&slot| self.taken(slot)).collect();
                let node = g.add(pointers::node(world, items.as_slice(), *salt));
                slots.iter().zip(items).for_each(|(&slot, item)| self.slots[slot] = Some(item));
                node
            }
            Step::TryTake(a, salt) => g.try_add(try_take::node(self.taken(*a), *salt)),
            Step::TryRead(a, salt) => g.try_add(try_read::node(self.at(*a), *salt)),
            Step::MayPanic(a, salt) => g.add(may_panic::node(self.at(*a), *salt)),
            Step::ReadView(a, salt) => g.add(read_view::node(self.views[*a].as_ref().unwrap(), *salt)),
            _ => return self.quiet(g, step),
        };
        self.slots.push(Some(node));
        None
    }

    fn quiet(&mut self, g: &mut Graph<'w, Only<u64>>, step: &Step) -> Option<Ended> {
        match step {
            Step::Effect(a, salt) => drop(g.add(effect::node(self.world, self.at(*a), *salt))),
            Step::Lend(salt) => {
                let free = self.lenders.iter().find(|lender| lender.get().is_none()).expect("a free place");
                assert!(free.set(g.add(make::node(self.world, *salt))).is_ok());
            }
            Step::View(lender) => {
                let lender: &'a Node<_> = self.lenders[*lender].get().unwrap();
                self.views.push(Some(g.add(view::node(lender))));
            }
            Step::EitherView(a, b, salt) => {
                let (a, b) = (self.views[*a].as_ref().unwrap(), self.views[*b].as_ref().unwrap());
                let either = g.add(either::node(a, b, *salt));
                self.views.push(Some(either));
            }
            Step::DropView(a) => self.views[*a] = None,
            Step::Drop(a) => drop(self.taken(*a)),
            Step::RunRead(slots) => {
                let handles: Vec<&Node<Item<'w>>> = slots.iter().map(|&slot| self.at(slot)).collect();
                return Some(ended(|| g.run(handles), |items| items.iter().map(|item| *item.n).collect()));
            }
            Step::RunTake(slots) => {
                let handles: Vec<_> = slots.iter().map(|&slot| self.taken(slot)).collect();
                return Some(ended(|| g.run(handles), |items| items.iter().map(|item| *item.n).collect()));
            }
            Step::RunChange(slot, salt) => {
                let mut handle = self.taken(*slot);
                let change = |item: &mut Item<'w>| {
                    *item.n = mix(*item.n, *salt);
                    vec![*item.n]
                };
                let ended = ended(|| g.run(&mut handle), change);
                self.slots[*slot] = Some(handle);
                return Some(ended);
            }
            Step::RunEffects => return Some(ended(|| g.run(()), |()| vec![])),
            Step::RunWith(slots) => {
                let handles: Vec<Node<_>> = slots.iter().map(|&slot| self.taken(slot)).collect();
                let ended = ended(|| g.run_with((), &handles), |items| items.iter().map(|item| *item.n).collect());
                slots.iter().zip(handles).for_each(|(&slot, handle)| self.slots[slot] = Some(handle));
                return Some(ended);
            }
            _ => unreachable!("a step with a value"),
        }
        None
    }
}

fn ended<V>(run: impl FnOnce() -> Result<V, u64>, numbers: impl FnOnce(V) -> Vec<u64>) -> Ended {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(values)) => Ended::Values(numbers(values)),
        Ok(Err(error)) => Ended::Error(error),
        Err(payload) => match payload.downcast::<u64>() {
            Ok(number) => Ended::Panic(*number),
            Err(payload) => {
                let text = panic_text(&*payload);
                if text.contains("cannot run any more") { Ended::Refused } else { Ended::Wrong(text) }
            }
        },
    }
}

fn panic_text(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
