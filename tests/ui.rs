//! Programs that do not compile, and what they are told.
#![allow(missing_docs)]
