//! Out-of-order execution for ordinary Rust functions.
//!
//! Straight-line Rust becomes a task graph at compile time, and a small runtime runs it on a fixed thread pool. A
//! pipeline returns exactly what its body would return if it were run top to bottom.

extern crate self as superscalar;

// What the macros hand over.
pub mod spec;
pub mod task;
// From accesses to edges, at compile time.
pub mod plan;
// Where values live; who runs a plan; on which threads.
mod executor;
mod pipeline;
mod pool;
mod slot;
// What expansions prove of types, and their `?`.
mod proof;
mod question;
// What pictures show.
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod describe;
mod render;

pub use superscalar_macros::{pipeline, pipelined, task};

pub use describe::GraphInfo;
pub use pipeline::Pipeline;
pub use pool::{BuildError, Runtime, RuntimeBuilder, init};

/// Makes any expression a node of its own in a pipeline; stands for the expression elsewhere.
#[macro_export]
macro_rules! node {
    ($expression:expr) => {
        $expression
    };
}

/// Keeps a call from becoming a node in a pipeline; stands for the expression elsewhere.
#[macro_export]
macro_rules! inline {
    ($expression:expr) => {
        $expression
    };
}

/// Chooses between what an editor and what rustc is shown of code that does not parse.
#[doc(hidden)]
#[cfg(not(rust_analyzer))]
#[macro_export]
macro_rules! __select {
    ({ $($editor:tt)* } { $($rustc:tt)* }) => { $($rustc)* };
}

/// Chooses between what an editor and what rustc is shown of code that does not parse.
#[doc(hidden)]
#[cfg(rust_analyzer)]
#[macro_export]
macro_rules! __select {
    ({ $($editor:tt)* } { $($rustc:tt)* }) => { $($editor)* };
}
