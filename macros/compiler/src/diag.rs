//! Collects what is wrong with a program, so that one expansion reports every error.
//!
//! A [`Diag`] that is dropped without [`Diag::finish`] panics: an error must not be lost on the way.

use std::cell::RefCell;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The errors of one expansion.
pub struct Diag {
    errors: RefCell<Option<Vec<syn::Error>>>,
}

impl Diag {
    /// No errors yet.
    pub fn new() -> Diag {
        Diag { errors: RefCell::new(Some(Vec::new())) }
    }

    /// Adds an error that covers `tokens`.
    pub fn error(&self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Adds an error at `span`.
    pub fn error_at(&self, span: Span, message: impl std::fmt::Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Adds an error of the parser.
    pub fn push(&self, error: syn::Error) {
        if let Some(errors) = self.errors.borrow_mut().as_mut() {
            errors.push(error);
        }
    }

    /// Whether nothing is wrong so far.
    pub fn is_clean(&self) -> bool {
        self.errors.borrow().as_ref().is_none_or(Vec::is_empty)
    }

    /// Ends collection: the errors as `compile_error!` items.
    pub fn finish(self) -> Option<TokenStream> {
        let errors = self.errors.borrow_mut().take().unwrap_or_default();
        let mut all = errors.into_iter();
        let mut first = all.next()?;
        first.extend(all);
        Some(first.to_compile_error())
    }
}

impl Default for Diag {
    fn default() -> Diag {
        Diag::new()
    }
}

impl Drop for Diag {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.errors.borrow().is_none(), "diagnostics dropped unread");
        }
    }
}
