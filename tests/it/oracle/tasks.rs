//! The vocabulary of the generated pipelines.
//!
//! Each task stands for a way to use values: what it is given, what it gives back, what of the one may live in the
//! other. All numbers are functions of the arguments, so that every legal order computes the same.

use std::sync::{Mutex, PoisonError};

use superscalar::{pipeline, task};

use super::values::{
    Cursor, Fault, Feed, Item, Lease, Log, Mark, Pair, Registry, Span, State, Token, View, mix, mix2, pace,
};

/// One of `odds` numbers.
fn unlucky(number: u64, odds: u64) -> bool {
    mix(number ^ 0xc01) % odds == 0
}

// What makes values.

#[task]
pub fn make(n: u64) -> Item {
    pace(n);
    Item::new(mix2(n, 1))
}

#[task]
pub fn try_make(n: u64) -> Result<Item, Fault> {
    pace(n + 1);
    if unlucky(n, 9) { Err(Fault::new(n)) } else { Ok(Item::new(mix2(n, 2))) }
}

#[task]
pub fn maybe(n: u64) -> Option<Item> {
    pace(n + 2);
    (!unlucky(n, 7)).then(|| Item::new(mix2(n, 3)))
}

#[task]
pub fn risky(n: u64) -> Item {
    let item = Item::new(mix2(n, 4));
    pace(n + 3);
    if unlucky(n, 11) {
        std::panic::panic_any(format!("oracle: risky {n}"));
    }
    item
}

#[task]
pub fn pair(left: Item, right: Item) -> Pair {
    Pair::new(left, right)
}

#[task(inline)]
pub fn number(n: u64) -> u64 {
    mix(n) % 1000
}

#[task]
pub fn try_number(n: u64) -> Result<u64, Fault> {
    pace(n);
    if unlucky(n, 10) { Err(Fault::new(n)) } else { Ok(mix(n) % 1000) }
}

#[task]
pub fn maybe_number(n: u64) -> Option<u64> {
    (!unlucky(n, 8)).then(|| mix(n) % 1000)
}

// What reads.

#[task]
pub fn peek(x: &Item) -> u64 {
    let _reading = x.token.reading();
    pace(x.value);
    x.get()
}

#[task]
pub fn compare(x: &Item, y: &Item) -> u64 {
    let _reading = (x.token.reading(), y.token.reading());
    pace(x.value);
    mix2(x.get(), y.get()) % 1000
}

#[task]
pub fn try_peek(x: &Item) -> Result<u64, Fault> {
    let _reading = x.token.reading();
    pace(x.value);
    if unlucky(x.get(), 9) { Err(Fault::new(x.get())) } else { Ok(x.get()) }
}

#[task]
pub fn check(x: &Item) -> Result<(), Fault> {
    let _reading = x.token.reading();
    pace(x.value);
    if unlucky(x.get(), 10) { Err(Fault::new(x.get())) } else { Ok(()) }
}

#[task]
pub fn derive(x: &Item, n: u64) -> Item {
    let _reading = x.token.reading();
    pace(n);
    Item::new(mix2(x.get(), n))
}

#[task]
pub fn weigh(p: &Pair) -> u64 {
    let _reading = (p.left.token.reading(), p.right.token.reading());
    pace(p.tag);
    mix2(p.left.get(), p.right.get()).wrapping_add(p.tag) % 1000
}

#[task]
pub fn same(x: &Item, y: &Item) -> bool {
    compare(x, y) % 2 == 0
}

#[task]
pub fn count(items: &[Item]) -> u64 {
    items.iter().map(Item::get).fold(items.len() as u64, mix2) % 1000
}

#[task]
pub fn digest(numbers: &[u64]) -> u64 {
    numbers.iter().copied().fold(numbers.len() as u64, mix2) % 1000
}

// What changes.

#[task]
pub fn bump(x: &mut Item, n: u64) {
    let value = x.get();
    {
        let _changing = x.token.changing();
        pace(n);
    }
    x.set(mix2(value, n));
}

#[task]
pub fn try_bump(x: &mut Item, n: u64) -> Result<u64, Fault> {
    bump(x, n);
    if unlucky(x.get(), 9) { Err(Fault::new(n)) } else { Ok(x.get()) }
}

#[task]
pub fn trade(x: &mut Item, y: &mut Item) {
    pace(x.value);
    std::mem::swap(x, y);
}

#[task]
pub fn pour(x: &mut Item, y: &Item) -> u64 {
    let _reading = y.token.reading();
    bump(x, y.get());
    x.get()
}

#[task]
pub fn turn(p: &mut Pair) {
    bump(&mut p.left, p.tag);
    std::mem::swap(&mut p.left, &mut p.right);
    p.tag += 1;
}

#[task]
pub fn step(state: &mut State, n: u64) -> u64 {
    bump(&mut state.left, n);
    bump(&mut state.right, state.count);
    state.count = mix2(state.count, n) % 1000;
    state.count
}

#[task]
pub fn tick(n: &mut u64) -> u64 {
    pace(*n);
    *n = mix(*n) % 1000;
    *n / 2
}

#[task]
pub fn enlist(items: &mut Vec<Item>, x: Item) {
    pace(x.value);
    items.push(x);
}

#[task]
pub fn spout(n: u64) -> Feed {
    pace(n);
    Feed::new(n % 1000)
}

#[task]
pub fn sip(feed: &mut Feed) -> Option<Item> {
    pace(feed.next);
    feed.next()
}

// What takes.

#[task]
pub fn eat(x: Item) -> u64 {
    let _changing = x.token.changing();
    pace(x.value);
    x.value
}

#[task]
pub fn grow(mut x: Item, n: u64) -> Item {
    bump(&mut x, n);
    x
}

#[task]
pub fn fuse(x: Item, y: Item) -> Item {
    Item::new(mix2(eat(x), eat(y)))
}

#[task]
pub fn try_grow(x: Item) -> Result<Item, Fault> {
    pace(x.value);
    if unlucky(x.get(), 10) { Err(Fault { code: x.get(), evidence: x }) } else { Ok(grow(x, 3)) }
}

#[task]
pub fn split(x: Item) -> (Item, Item) {
    let value = x.get();
    (x, Item::new(mix2(value, 5)))
}

#[task]
pub fn unpair(p: Pair) -> (Item, Item) {
    pace(p.tag);
    (p.left, p.right)
}

#[task]
pub fn sum(items: Vec<Item>) -> u64 {
    items.into_iter().map(eat).fold(0, mix2) % 1000
}

#[task]
pub fn unwrap_or_make(x: Option<Item>, n: u64) -> Item {
    x.unwrap_or_else(|| make(n))
}

// What hands out borrows.

#[task]
pub fn view(x: &Item) -> View<'_> {
    pace(x.value);
    View { item: x, salt: 0 }
}

#[task]
pub fn better<'a>(x: &'a Item, y: &'a Item) -> View<'a> {
    View { item: if x.get() > y.get() { x } else { y }, salt: 1 }
}

#[task]
pub fn first<'a>(x: &'a Item, y: &Item) -> View<'a> {
    View { item: x, salt: y.get() }
}

#[task]
pub fn show(view: View<'_>) -> u64 {
    let _reading = view.item.token.reading();
    pace(view.salt);
    view.get()
}

#[task]
pub fn look(view: &View<'_>) -> u64 {
    show(*view)
}

#[task]
pub fn narrow(view: View<'_>, n: u64) -> View<'_> {
    View { salt: view.salt ^ n, ..view }
}

#[task]
pub fn part<'a>(view: &View<'a>) -> &'a Item {
    view.item
}

#[task]
pub fn lease(x: &Item) -> Lease<'_> {
    Lease { token: Mark(Token::new(mix2(x.get(), 6))), item: x }
}

#[task]
pub fn release(lease: Lease<'_>) -> u64 {
    peek(lease.item)
}

#[task]
pub fn pick(x: &Item) -> &Item {
    pace(x.value);
    x
}

#[task]
pub fn pick_mut(x: &mut Item) -> &mut Item {
    pace(x.value);
    x
}

#[task]
pub fn cursor(x: &mut Item) -> Cursor<'_> {
    Cursor { token: Mark(Token::new(mix2(x.get(), 7))), item: x, steps: 0 }
}

#[task]
pub fn advance(cursor: &mut Cursor<'_>, n: u64) {
    bump(cursor.item, n);
    cursor.steps += 1;
}

#[task]
pub fn close(cursor: Cursor<'_>) -> u64 {
    bump(cursor.item, cursor.steps);
    cursor.item.get()
}

#[task]
pub fn halves(p: &Pair) -> (View<'_>, View<'_>) {
    pace(p.tag);
    (View { item: &p.left, salt: p.tag }, View { item: &p.right, salt: p.tag })
}

#[task]
pub fn parts(p: &mut Pair) -> (&mut Item, &mut Item) {
    (&mut p.left, &mut p.right)
}

#[task]
pub fn open<'a>() -> Registry<'a> {
    Registry { token: Mark(Token::new(8)), entries: Vec::new() }
}

#[task]
pub fn stash<'a>(registry: &mut Registry<'a>, x: &'a Item) {
    pace(x.value);
    registry.entries.push(x);
}

#[task]
pub fn total(registry: &Registry<'_>) -> u64 {
    registry.entries.iter().map(|x| peek(x)).fold(0, mix2) % 1000
}

#[task]
pub fn latest<'a>(registry: &Registry<'a>, otherwise: &'a Item) -> View<'a> {
    View { item: registry.entries.last().unwrap_or(&otherwise), salt: 2 }
}

#[task]
pub fn shelf<'a>() -> Mutex<Vec<&'a Item>> {
    Mutex::new(Vec::new())
}

#[task]
pub fn shelve<'a>(shelf: &Mutex<Vec<&'a Item>>, x: &'a Item) {
    pace(x.value);
    shelf.lock().unwrap_or_else(PoisonError::into_inner).push(x);
}

#[task]
pub fn survey(shelf: &Mutex<Vec<&Item>>) -> u64 {
    shelf.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|x| peek(x)).fold(0, mix2) % 1000
}

// What knows nothing of its arguments.

#[task]
pub fn keep<T>(x: T) -> T {
    x
}

#[task]
pub fn choose<'a, T>(x: &'a T, y: &'a T, n: u64) -> &'a T {
    if n % 2 == 0 { x } else { y }
}

#[task]
pub fn exchange<T>(place: &mut T, value: T) -> T {
    std::mem::replace(place, value)
}

#[task]
pub fn apply(f: impl Fn(u64) -> u64, n: u64) -> u64 {
    pace(n);
    f(n)
}

// What is seen.

#[task]
pub fn note(log: &Log, n: u64) {
    pace(n);
    log.note(n);
}

#[task]
pub fn note_item(log: &Log, x: &Item) {
    pace(x.value);
    log.note(x.get());
}

#[task]
pub fn note_all(log: &Log, items: &[Item]) {
    log.note(count(items));
}

#[task]
pub fn note_sum(log: &Log, numbers: &[u64]) {
    log.note(digest(numbers));
}

#[task]
pub fn note_rest(log: &Log, feed: &Feed) {
    log.note(mix2(feed.next, feed.left) % 1000);
}

#[task]
pub fn try_note(log: &Log, n: u64) -> Result<(), Fault> {
    pace(n);
    log.note(n);
    if unlucky(n, 11) { Err(Fault::new(n)) } else { Ok(()) }
}

#[task(ordered)]
pub fn place(log: &Log) -> u64 {
    log.note(9) as u64
}

#[task(ordered)]
pub fn span(log: &Log, n: u64) -> Span<'_> {
    log.note(n);
    Span { token: Mark(Token::new(mix2(n, 10))), log, number: n }
}

#[task]
pub fn record(ledger: &Mutex<Vec<u64>>, n: u64) -> u64 {
    pace(n);
    let mut entries = ledger.lock().unwrap_or_else(PoisonError::into_inner);
    entries.push(n);
    entries.len() as u64
}

// Pipelines that others call.

pipeline! {
    pub fn inner(n: u64, x: &Item) -> u64 {
        let a = make(n);
        let b = derive(x, n);
        let c = compare(&a, x);
        c + eat(fuse(a, b))
    }

    pub fn inner_grow(x: Item, n: u64) -> Result<Item, Fault> {
        let mut x = x;
        let y = try_make(n)?;
        bump(&mut x, peek(&y));
        let z = try_grow(y)?;
        Ok(fuse(x, z))
    }

    pub fn inner_step<'a>(x: &'a mut Item, log: &Log, n: u64) -> &'a mut Item {
        let y = derive(x, n);
        note(log, peek(&y));
        bump(x, n);
        note(log, peek(x));
        x
    }
}
