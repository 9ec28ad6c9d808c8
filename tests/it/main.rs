//! Integration tests: one binary, one module for each feature of the language.
//!
//! Miri compiles the whole binary anew for each run, which would take longer than what is run: it sees four modules.
#![allow(missing_docs)]
#![allow(
    clippy::all,
    dead_code,
    unreachable_code,
    unused_labels,
    unused_must_use,
    unused_mut,
    non_local_definitions,
    redundant_semicolons,
    path_statements,
    dropping_copy_types,
    reason = "the programs under test are odd on purpose; what warnings they get is the subject of `tests/as_plain.rs`"
)]

// What the others share.
mod common;
// `#[task]`.
#[cfg(not(miri))]
mod methods;
#[cfg(not(miri))]
mod tasks;
// Which expressions become nodes, and in which order they run.
#[cfg(not(miri))]
mod calls;
#[cfg(not(miri))]
mod glue;
#[cfg(not(miri))]
mod hoisting;
// Forms of a pipeline.
#[cfg(not(miri))]
mod functions;
#[cfg(not(miri))]
mod value;
// Statements.
#[cfg(not(miri))]
mod bindings;
#[cfg(not(miri))]
mod cfg;
#[cfg(not(miri))]
mod exits;
#[cfg(not(miri))]
mod patterns;
#[cfg(not(miri))]
mod regions;
// What may overlap, and what may not.
#[cfg(not(miri))]
mod drops;
#[cfg(not(miri))]
mod effects;
#[cfg(not(miri))]
mod hazards;
mod moves;
// The runtime.
#[cfg(not(miri))]
mod alloc;
#[cfg(not(miri))]
mod environment;
#[cfg(not(miri))]
mod order;
#[cfg(not(miri))]
mod panics;
#[cfg(not(miri))]
mod runtime;
// Graphs that are built at run time.
mod graph;
// Programs that break the naive rules.
mod attacks;
#[cfg(not(miri))]
mod hygiene;
// Generated programs.
mod oracle;
