//! Integration tests: one binary, one module for each feature of the language.
#![allow(missing_docs)]
#![allow(
    clippy::all,
    dead_code,
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
mod tasks;
// Which expressions become nodes, and in which order they run.
mod calls;
mod glue;
mod hoisting;
// Forms of a pipeline.
mod functions;
mod value;
// Statements.
mod bindings;
mod cfg;
mod exits;
mod patterns;
mod regions;
// What may overlap, and what may not.
mod drops;
mod effects;
mod hazards;
mod moves;
// The runtime.
mod alloc;
mod environment;
mod panics;
mod runtime;
// Programs that break the naive rules.
mod attacks;
mod hygiene;
// Generated programs.
mod oracle;
