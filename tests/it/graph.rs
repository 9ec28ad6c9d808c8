//! Graphs that are built at run time.
//!
//! `features.rs` says what each kind of input does, `lives.rs` how long values live, `attacks.rs` what must not happen, and
//! `oracle.rs` runs generated graphs.

mod attacks;
mod features;
mod lives;
mod oracle;
