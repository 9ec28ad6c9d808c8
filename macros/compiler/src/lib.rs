//! The compiler behind superscalar's macros.
