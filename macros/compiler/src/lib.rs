//! The compiler behind superscalar's macros, as an ordinary library: tokens in, tokens out, no I/O.
//!
//! Stages of a pipeline, in reading order: [`surface`] reads tokens, [`lower`] makes nodes ([`ir`]) with the help of
//! [`hoist`], [`walk`] and [`collect`]; [`check`] refuses what rustc would let pass; [`resolve`] decides how a mention gets
//! at its value; [`expand`] prints. [`mod@task`] is the other macro. Errors are collected in [`diag`], so that one expansion
//! reports all of them.

#![allow(missing_docs)]
#![allow(clippy::mutable_key_type, reason = "what a `Key` remembers of itself decides no comparison")]

pub mod associated;
pub mod attributes;
pub mod bindings;
pub mod check;
pub mod collect;
pub mod diag;
pub mod expand;
pub mod hoist;
pub mod ir;
pub mod lower;
pub mod macros;
pub mod names;
pub mod pipeline;
pub mod resolve;
pub mod show;
pub mod split;
pub mod surface;
pub mod task;
pub mod text;
pub mod walk;
pub mod witness;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::Attribute;

/// The name under which the user's crate knows superscalar.
#[derive(Clone, Debug)]
pub struct Crate(String);

impl Crate {
    /// A crate named `name` in the user's `Cargo.toml`.
    pub fn named(name: &str) -> Crate {
        Crate(name.to_owned())
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// `::superscalar::__private`.
    pub fn private(&self) -> TokenStream {
        self.private_at(Span::call_site())
    }

    /// The same, shown at `span`: for claims whose failure is to be reported there.
    pub fn private_at(&self, span: Span) -> TokenStream {
        let hidden = hidden(span);
        let name = proc_macro2::Ident::new(&self.0, hidden);
        quote_spanned!(hidden=> ::#name::__private)
    }
}

/// Expands `#[task(options)] item`.
pub fn task(options: TokenStream, item: TokenStream, krate: &Crate) -> TokenStream {
    task::expand(options, item, krate)
}

/// Expands `pipeline! { input }`.
pub fn pipeline(input: TokenStream, krate: &Crate) -> TokenStream {
    pipeline::expand_macro(input, krate)
}

/// Expands `#[pipelined(options)] item`.
pub fn pipelined(options: TokenStream, item: TokenStream, krate: &Crate) -> TokenStream {
    pipeline::expand_attribute(options, item, krate)
}

/// The nodes of a pipeline in value form, as text; or its errors.
///
/// # Errors
/// The `compile_error!`s that an expansion would hold.
pub fn show(input: TokenStream) -> Result<String, TokenStream> {
    let diag = diag::Diag::new();
    let stmts = match syn::parse2::<surface::Input>(input) {
        Ok(surface::Input::Value(stmts)) => stmts,
        Ok(surface::Input::Functions(_)) => Vec::new(),
        Err(error) => {
            diag.push(error);
            Vec::new()
        }
    };
    let types = associated::Types::of_value(&stmts);
    let program = lower::lower("pipeline", Vec::new(), None, &stmts, types, true, &diag);
    check::check(&program, &diag);
    match diag.finish() {
        Some(errors) => Err(errors),
        None => Ok(show::show(&program, &resolve::resolve(&program))),
    }
}

/// A span for generated tokens: hygienic, shown at `span`.
pub(crate) fn hidden(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// The `#[cfg(..)]` attributes, which a companion shares with its function.
pub(crate) fn cfg_attributes(attrs: &[Attribute]) -> Vec<Attribute> {
    attrs.iter().filter_map(|attr| Some(Attribute { meta: cfg_of(&attr.meta)?, ..attr.clone() })).collect()
}

// #[cfg(unix)]      #[cfg_attr(unix, cfg(test), inline)]
fn cfg_of(meta: &syn::Meta) -> Option<syn::Meta> {
    use syn::parse::Parser;
    type Metas = syn::punctuated::Punctuated<syn::Meta, syn::Token![,]>;
    if meta.path().is_ident("cfg") {
        return Some(meta.clone());
    }
    let list = meta.require_list().ok().filter(|list| list.path.is_ident("cfg_attr"))?;
    let metas = Metas::parse_terminated.parse2(list.tokens.clone()).ok()?;
    let condition = metas.first()?;
    let inner: Vec<syn::Meta> = metas.iter().skip(1).filter_map(cfg_of).collect();
    (!inner.is_empty()).then(|| syn::parse_quote!(cfg_attr(#condition, #(#inner),*)))
}
