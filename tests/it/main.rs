//! Integration tests: one binary, one module for each feature of the language.
#![allow(missing_docs)]
