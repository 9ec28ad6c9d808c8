//! The complete list of what an expansion may name. Not part of the public interface: it changes without notice.
//!
//! Everything that generated code uses is reached from here, so that names which the user shadows (`Option`, `Some`,
//! `drop`) do not matter.

// Constants: what `#[task]` and `pipeline!` describe, and what the plan makes of it.
pub use crate::plan::{
    Analysis, DropPoint, GroupTable, Hazard, HazardKind, LoopTable, Plan, Table, analyse, group_table, loop_table,
    table,
};
pub use crate::spec::{
    NodeSpec, PlaceSpec, RegionKind, RegionSpec, Spec, Special, Use, enabled, facts_of, is_ordered, nodes, places, uses,
};
pub use crate::task::{Access, Facts, OutputInfo, ParamInfo, TaskInfo, TaskKind};

// A run: storage, code, end.
pub use crate::chain::{Overlapped, Sink, sendable_results};
pub use crate::describe::GraphInfo;
pub use crate::executor::{
    DONE, END, Ended, Finished, LoopPlan, LoopState, NEXT, Pace, Rhythm, State, Turn, plain, run, run_loop,
};
pub use crate::pipeline::{Described, Pipeline, describe};
pub use crate::pool::with_serial;
pub use crate::rest::{Rest, part_at_end, pause, replace_bits};
pub use crate::slot::{Flag, Lent, Slot};
pub use crate::source::{Iterated, NotIterable, NotSend, Ring, SendProbe, Source, expected_items};

// Methods on captures.
pub use crate::asked::{Asked, AskedItems, AskedOther, AskedProof, SharedOrExclusive};
// Proofs in dead code, and facts about types.
pub use crate::proof::{
    Copied, CopyProbe, CrossThreads, Either, EitherItems, EitherOther, Exact, Held, Leave, LookedAt, MayRepeat,
    Mention, MentionCopied, MovedItems, MovedKnown, NotCopy, NotNothing, NotTwice, Probe, ProbeFallback, Reach,
    ReachShared, Reborrowed, Returned, SettledIf, ShareIf, StillThere, Twice, again, disjoint, exact, hold, ignore,
    is_exclusive_param, lent_exclusive, lent_shareable, lent_shared, moved, never, outlives, owned, pointer, sendable,
    settled, shareable, shared_lane_step, shared_step, touch, unit,
};
// Constructors of calls for graphs.
pub use crate::graph::argument::{Argument, Exactly};
pub use crate::graph::call::{Call, Family};
pub use crate::proof::{AgainFallback, lent_again};
// Associated functions as tasks.
pub use crate::method::{Called, Method, Receiver, declared, info_of, is_exclusive_argument, method};
// `?`.
pub use crate::question::{Fallible, NotFallible, Operand};

/// What the names of macros are taken to mean: next to somebody's own macro of the same name this import is ambiguous.
pub mod std_macros {
    pub use std::{
        assert, assert_eq, assert_ne, dbg, debug_assert, debug_assert_eq, debug_assert_ne, eprint, eprintln, format,
        matches, panic, print, println, todo, unimplemented, unreachable, vec, write, writeln,
    };
}

// The language's own names.
pub use core::any::type_name;
pub use core::clone::Clone;
pub use core::convert::Infallible;
pub use core::default::Default;
pub use core::marker::{Copy, PhantomData, Send, Sized, Sync};
pub use core::mem::{drop, forget, needs_drop};
pub use core::ops::{ControlFlow, Drop, Fn, FnMut, FnOnce};
pub use core::option::Option::{self, None, Some};
pub use core::primitive::bool;
pub use core::ptr::{read, write};
pub use core::result::Result::{self, Err, Ok};
pub use core::{cfg, column, compile_error, concat, file, line, module_path, panic, stringify, unreachable};
pub use std::eprintln;
