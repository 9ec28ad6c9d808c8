//! What the generated pipelines handle: values that know when they are misused.
//!
//! Every value with a [`Token`] is counted: it is to be dropped once, before its run is over, and is not to be used
//! while another node changes it or after its end. What is wrong is a *flaw* of the run. The bookkeeping uses relaxed
//! atomics only, so that it adds no ordering which would hide a race from Miri or ThreadSanitizer.

use std::fmt;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicI32, AtomicU32, AtomicU64};
use std::sync::{Mutex, PoisonError};

/// Tokens that one run can make.
const CAPACITY: usize = 16384;

static RUN: AtomicU32 = AtomicU32::new(0);
static COUNT: AtomicU32 = AtomicU32::new(0);
static BIRTHS: [AtomicU64; CAPACITY] = [const { AtomicU64::new(0) }; CAPACITY];
static DEATHS: [AtomicU32; CAPACITY] = [const { AtomicU32::new(0) }; CAPACITY];
static FLAWS: Mutex<Vec<String>> = Mutex::new(Vec::new());
static PACE: AtomicU32 = AtomicU32::new(0);

/// Begins a run: forgets all tokens. `pace` is the longest time that a task wastes, in turns of a loop.
pub fn begin(pace: u32) {
    RUN.fetch_add(1, Relaxed);
    for number in 0..CAPACITY.min(COUNT.swap(0, Relaxed) as usize) {
        DEATHS[number].store(0, Relaxed);
    }
    PACE.store(pace, Relaxed);
    FLAWS.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

/// Ends a run: the identities of all values it made, sorted, and its flaws.
pub fn end() -> (Vec<u64>, Vec<String>) {
    let count = COUNT.load(Relaxed) as usize;
    for (number, deaths) in DEATHS.iter().enumerate().take(count) {
        match deaths.load(Relaxed) {
            1 => {}
            0 => flaw(format!("value {number} is never dropped")),
            more => flaw(format!("value {number} is dropped {more} times")),
        }
    }
    let mut births: Vec<u64> = BIRTHS[..count].iter().map(|birth| birth.load(Relaxed)).collect();
    births.sort_unstable();
    (births, std::mem::take(&mut *FLAWS.lock().unwrap_or_else(PoisonError::into_inner)))
}

fn flaw(text: String) {
    FLAWS.lock().unwrap_or_else(PoisonError::into_inner).push(text);
}

/// Wastes time, more or less of it by the number and the run, so that orders vary.
pub fn pace(number: u64) {
    let longest = u64::from(PACE.load(Relaxed));
    if longest == 0 {
        return;
    }
    let chance = mix(number ^ u64::from(RUN.load(Relaxed)) << 32);
    match chance % 8 {
        0..4 => {}
        4 => std::thread::yield_now(),
        _ => (0..chance / 8 % longest).for_each(|_| std::hint::spin_loop()),
    }
}

/// A number that depends on every bit of another (the finaliser of SplitMix64).
pub fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number that depends on two, in their order.
pub fn mix2(a: u64, b: u64) -> u64 {
    mix(mix(a).wrapping_add(b))
}

const DEAD: i32 = i32::MIN / 2;

/// Counts a value and watches its use.
pub struct Token {
    run: u32,
    number: u32,
    /// Readers, or -1 while it is changed, or about [`DEAD`].
    access: AtomicI32,
}

impl Token {
    pub fn new(identity: u64) -> Token {
        let number = COUNT.fetch_add(1, Relaxed);
        assert!((number as usize) < CAPACITY, "a run makes more than {CAPACITY} values");
        BIRTHS[number as usize].store(identity, Relaxed);
        Token { run: RUN.load(Relaxed), number, access: AtomicI32::new(0) }
    }

    /// Others may read meanwhile.
    pub fn reading(&self) -> Reading<'_> {
        let readers = self.access.fetch_add(1, Relaxed);
        if readers < 0 {
            flaw(format!("value {} is read while it is changed, or after its end ({readers})", self.number));
        }
        Reading(&self.access)
    }

    /// Nobody else may touch it meanwhile.
    pub fn changing(&self) -> Changing<'_> {
        if let Err(readers) = self.access.compare_exchange(0, -1, Relaxed, Relaxed) {
            flaw(format!("value {} is changed while it is used, or after its end ({readers})", self.number));
        }
        Changing(&self.access)
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        let access = std::mem::replace(self.access.get_mut(), DEAD);
        if access != 0 {
            flaw(format!("value {} is dropped while it is used, or again ({access})", self.number));
        }
        if self.run != RUN.load(Relaxed) {
            flaw(format!("value {} of another run is dropped", self.number));
        } else if DEATHS[self.number as usize].fetch_add(1, Relaxed) > 0 {
            eprintln!("oracle: value {} is dropped twice: {}", self.number, std::backtrace::Backtrace::force_capture());
            std::process::abort();
        }
    }
}

pub struct Reading<'a>(&'a AtomicI32);

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

pub struct Changing<'a>(&'a AtomicI32);

impl Drop for Changing<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Relaxed);
    }
}

/// A value with a heap block and a destructor.
pub struct Item {
    pub token: Token,
    /// The same in every legal order: made of what the value was made of.
    pub identity: u64,
    pub value: u64,
    pub heap: Box<u64>,
}

impl Item {
    pub fn new(identity: u64) -> Item {
        let value = mix(identity) % 1000;
        Item { token: Token::new(identity), identity, value, heap: Box::new(value) }
    }

    /// Its number, which shows every change.
    pub fn get(&self) -> u64 {
        let _reading = self.token.reading();
        self.value.wrapping_add(*self.heap)
    }

    /// Changes it.
    pub fn set(&mut self, value: u64) {
        let _changing = self.token.changing();
        self.value = value % 1000;
        *self.heap = self.value;
    }

    /// A method whose name says nothing.
    pub fn add(&mut self, number: u64) -> u64 {
        let value = self.get();
        self.set(value.wrapping_mul(3) ^ number);
        value
    }

    /// Consumes it.
    pub fn into_number(self) -> u64 {
        let _changing = self.token.changing();
        self.value
    }
}

impl Drop for Item {
    fn drop(&mut self) {
        if *self.heap != self.value {
            flaw(format!("value {} is torn", self.token.number));
        }
    }
}

impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Item({:x}: {})", self.identity, self.get())
    }
}

/// A structure whose fields can be used and moved apart.
#[derive(Debug)]
pub struct Pair {
    pub left: Item,
    pub right: Item,
    pub tag: u64,
}

impl Pair {
    pub fn new(left: Item, right: Item) -> Pair {
        let tag = mix2(left.get(), right.get()) % 1000;
        Pair { left, right, tag }
    }
}

/// What is lent to a pipeline by `&mut`.
#[derive(Debug)]
pub struct State {
    pub left: Item,
    pub right: Item,
    pub count: u64,
}

/// A copyable handle to a borrowed value.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub item: &'a Item,
    pub salt: u64,
}

impl View<'_> {
    pub fn get(&self) -> u64 {
        self.item.get() ^ self.salt
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "View({:?}, {})", self.item, self.salt)
    }
}

/// A borrow whose destructor looks at the borrowed value.
#[derive(Debug)]
pub struct Lease<'a> {
    pub token: Mark,
    pub item: &'a Item,
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let _ = self.item.get();
    }
}

/// An exclusive borrow with a value of its own.
#[derive(Debug)]
pub struct Cursor<'a> {
    pub token: Mark,
    pub item: &'a mut Item,
    pub steps: u64,
}

/// Collects borrows.
#[derive(Debug)]
pub struct Registry<'a> {
    pub token: Mark,
    pub entries: Vec<&'a Item>,
}

/// An iterator that makes what it gives, and shows what is left of it.
#[derive(Debug)]
pub struct Feed {
    pub token: Mark,
    pub next: u64,
    pub left: u64,
}

impl Feed {
    pub fn new(next: u64) -> Feed {
        Feed { token: Mark(Token::new(mix2(next, 11))), next, left: next % 4 + 1 }
    }
}

impl Iterator for Feed {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let _changing = self.token.0.changing();
        self.left = self.left.checked_sub(1)?;
        self.next = mix(self.next) % 1000;
        Some(Item::new(self.next))
    }
}

/// A token that prints nothing.
pub struct Mark(pub Token);

impl fmt::Debug for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}

/// An error that owns something.
#[derive(Debug)]
pub struct Fault {
    pub code: u64,
    pub evidence: Item,
}

impl Fault {
    pub fn new(code: u64) -> Fault {
        Fault { code, evidence: Item::new(mix2(code, 77)) }
    }
}

/// What `?` makes of a [`Fault`].
#[derive(Debug)]
pub struct Failure {
    pub fault: Fault,
    pub converted: Item,
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        let converted = Item::new(mix2(fault.code, 78));
        Failure { fault, converted }
    }
}

/// Effects in the order in which they were seen.
#[derive(Debug, Default)]
pub struct Log(Mutex<Vec<Event>>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Note(u64),
    /// A [`Span`] has ended.
    Close(u64),
}

impl Log {
    pub fn note(&self, number: u64) -> usize {
        self.push(Event::Note(number))
    }

    pub fn events(&self) -> Vec<Event> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn push(&self, event: Event) -> usize {
        let mut events = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        events.push(event);
        events.len()
    }
}

/// A guard in the sense of `_guard`: says when its scope ends.
#[derive(Debug)]
pub struct Span<'a> {
    pub token: Mark,
    pub log: &'a Log,
    pub number: u64,
}

impl Drop for Span<'_> {
    fn drop(&mut self) {
        self.log.push(Event::Close(self.number));
    }
}
