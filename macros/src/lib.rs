//! Procedural macros of superscalar.
