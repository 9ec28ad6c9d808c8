//! A spec as expansions write it down: bytes, and lists of what only rustc can tell.
//!
//! A node as a struct literal is a hundred tokens, each of which rustc parses, resolves, types and borrow-checks; and a
//! number that is read digit by digit in a constant takes rustc a microsecond a digit. So places, nodes and uses are plain
//! data, whose bytes are a literal that is taken as it stands. The other end is `expand/wire.rs` of the macro, which
//! writes the fields in the same order, the lowest byte first.

use super::{List, Mode, NodeKind, NodeSpec, PlaceSpec, Use};
use crate::method::{output_of, receiver_mode, success_of, unless_task};
use crate::task::{Facts, TaskInfo};

/// From where the facts about the type of a place come.
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing is known.
    Nothing,
    /// The type is written, and no `&mut _`.
    Settled,
    /// The type of a literal.
    Primitive,
    /// The type is `&mut _`.
    ExclusiveRef,
    /// Written in the pipeline: from a list.
    Written,
    /// The result of a task.
    Output,
    /// What `?` makes of it.
    Success,
}

/// A use that depends on what only rustc can tell.
#[derive(Clone, Copy, Debug)]
pub struct Special {
    /// Its number.
    pub number: u32,
    /// The condition on which the variable is there, by its number from 1; 0 for none.
    pub condition: u16,
    /// The callee, where that may be a task or not.
    pub task: Option<Option<&'static TaskInfo>>,
    /// It is what a method is called on.
    pub receiver: bool,
}

/// Plain data that can be written down as bytes.
///
/// # Safety
/// `repr(C)`, with fields of numbers, `bool` and `repr(u8)` enums alone. [`Raw::SIZE`] is its size.
pub unsafe trait Raw: Copy {
    /// The bytes that an item takes.
    const SIZE: usize = size_of::<Self>();
}

// SAFETY: as the definitions say.
unsafe impl Raw for PlaceSpec {}
// SAFETY: as the definitions say.
unsafe impl Raw for NodeSpec {}
// SAFETY: as the definitions say.
unsafe impl Raw for Use {}

/// The items whose bytes these are.
///
/// # Safety
/// Every `bool` is 0 or 1, and every enum one of its variants.
const unsafe fn from_bytes<T: Raw, const N: usize, const B: usize>(bytes: &'static [u8; B]) -> [T; N] {
    assert!(B == N * T::SIZE, "a list has another length than it says");
    // SAFETY: (1) valid for reads: the size was checked. (2) initialised, and valid: `Raw`, and obligation of the caller.
    unsafe { bytes.as_ptr().cast::<[T; N]>().read_unaligned() }
}

/// The places.
pub const fn places<const P: usize, const B: usize>(bytes: &'static [u8; B]) -> [PlaceSpec; P] {
    // SAFETY: `bool`s and enums are written from such; and rustc refuses a constant that holds another.
    let mut places: [PlaceSpec; P] = unsafe { from_bytes(bytes) };
    let mut i = 0;
    while cfg!(target_endian = "big") && i < P {
        let one = &mut places[i];
        one.name = swapped(one.name);
        one.parent = one.parent.swap_bytes();
        one.region = one.region.swap_bytes();
        one.number = one.number.swap_bytes();
        i += 1;
    }
    places
}

/// The nodes.
pub const fn nodes<const N: usize, const B: usize>(bytes: &'static [u8; B]) -> [NodeSpec; N] {
    // SAFETY: `bool`s and enums are written from such; and rustc refuses a constant that holds another.
    let mut nodes: [NodeSpec; N] = unsafe { from_bytes(bytes) };
    let mut i = 0;
    while cfg!(target_endian = "big") && i < N {
        let one = &mut nodes[i];
        one.label = swapped(one.label);
        one.called = swapped(one.called);
        one.uses = swapped(one.uses);
        one.defines = swapped(one.defines);
        one.serial_calls = swapped(one.serial_calls);
        one.end = one.end.swap_bytes();
        one.line = one.line.swap_bytes();
        one.column = one.column.swap_bytes();
        one.task = one.task.swap_bytes();
        one.region = one.region.swap_bytes();
        one.condition = one.condition.swap_bytes();
        i += 1;
    }
    nodes
}

const fn swapped(list: List) -> List {
    List { start: list.start.swap_bytes(), end: list.end.swap_bytes() }
}

/// The uses.
pub const fn uses<const U: usize, const B: usize>(
    bytes: &'static [u8; B],
    special: &[Special],
    conditions: &[bool],
) -> [Use; U] {
    // SAFETY: `bool`s and enums are written from such; and rustc refuses a constant that holds another.
    let mut uses: [Use; U] = unsafe { from_bytes(bytes) };
    let mut i = 0;
    while cfg!(target_endian = "big") && i < U {
        uses[i].flows = uses[i].flows.swap_bytes();
        uses[i].place = uses[i].place.swap_bytes();
        i += 1;
    }
    let mut i = 0;
    while i < special.len() {
        let one = &special[i];
        let mention = &mut uses[one.number as usize];
        if let Some(task) = one.task {
            mention.flows |= unless_task(task);
            if one.receiver {
                mention.mode = receiver_mode(task, mention.mode);
            }
        }
        if !is_so(conditions, one.condition) {
            // A copy of what nobody defines.
            *mention = Use { mode: Mode::Again, param: u8::MAX, whole: false, flows: 0, ..*mention };
        }
        i += 1;
    }
    uses
}

const fn is_so(conditions: &[bool], condition: u16) -> bool {
    condition == 0 || conditions[condition as usize - 1]
}

/// What is known of the types of places.
pub const fn facts_of<const P: usize>(
    places: &[PlaceSpec; P],
    tasks: &[Option<&'static TaskInfo>],
    written: &[Facts],
) -> [Facts; P] {
    let mut facts = [Facts::UNKNOWN; P];
    let mut place = 0;
    while place < P {
        let number = places[place].number as usize;
        match places[place].given {
            Given::Nothing => {}
            Given::Settled => facts[place].settled = true,
            Given::Primitive => facts[place] = Facts::PRIMITIVE,
            Given::ExclusiveRef => facts[place].exclusive_ref = true,
            Given::Written => facts[place] = written[number],
            Given::Output => facts[place] = output_of(tasks[number]),
            Given::Success => facts[place] = success_of(tasks[number]),
        }
        place += 1;
    }
    facts
}

/// Which nodes are there.
pub const fn enabled<const N: usize>(
    nodes: &[NodeSpec; N],
    uses: &[Use],
    facts: &[Facts],
    conditions: &[bool],
) -> [bool; N] {
    let mut enabled = [true; N];
    let mut node = 0;
    while node < N {
        let one = &nodes[node];
        if one.swept
            || one.condition != 0 && !is_so(conditions, one.condition)
            || matches!(one.kind, NodeKind::Drop) && facts[uses[one.uses.start as usize].place as usize].trivial_drop
        {
            enabled[node] = false;
        }
        node += 1;
    }
    enabled
}
