//! The procedural macros of superscalar: a thin shell over `superscalar-compiler`, documented in the `superscalar` crate.

use proc_macro::TokenStream;
use proc_macro_crate::{FoundCrate, crate_name};
use superscalar_compiler::Crate;

/// Turns a function into a node constructor: see `superscalar::task`.
#[proc_macro_attribute]
pub fn task(options: TokenStream, item: TokenStream) -> TokenStream {
    superscalar_compiler::task(options.into(), item.into(), &krate()).into()
}

/// Turns straight-line Rust into a task graph: see `superscalar::pipeline`.
#[proc_macro]
pub fn pipeline(input: TokenStream) -> TokenStream {
    superscalar_compiler::pipeline(input.into(), &krate()).into()
}

/// Turns a function into a pipeline: see `superscalar::pipelined`.
#[proc_macro_attribute]
pub fn pipelined(options: TokenStream, item: TokenStream) -> TokenStream {
    superscalar_compiler::pipelined(options.into(), item.into(), &krate()).into()
}

/// The user may have renamed the dependency.
fn krate() -> Crate {
    match crate_name("superscalar") {
        Ok(FoundCrate::Name(name)) => Crate::named(&name),
        Ok(FoundCrate::Itself) | Err(_) => Crate::named("superscalar"),
    }
}
