//! Integration tests: one binary, one module for each feature of the language.
#![allow(missing_docs)]

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
// What may overlap, and what may not.
mod drops;
mod effects;
mod hazards;
// The runtime.
mod alloc;
mod environment;
mod panics;
mod runtime;
// Programs that break the naive rules.
mod attacks;
mod hygiene;
// Generated programs.
// mod oracle;
