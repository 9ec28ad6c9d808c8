//! The names that a pattern binds.

use proc_macro2::Ident;
use syn::visit::{self, Visit};
use syn::{Pat, PatIdent};

use crate::names::is_lower;

/// One name that a pattern binds.
#[derive(Clone)]
pub struct Binding {
    /// The name.
    pub ident: Ident,
    /// `mut` stands before it.
    pub mutable: bool,
    /// `ref` stands before it.
    pub by_ref: bool,
}

/// The names that `pat` binds, in order, without repeats (`A(x) | B(x)`).
pub fn of(pat: &Pat) -> Vec<Binding> {
    let mut found = Find(Vec::new());
    // A name for the whole is a binding whatever its case: as a constant it could not stand alone.
    if let Pat::Ident(PatIdent { ident, mutability, by_ref, subpat: None, .. }) = pat {
        return vec![Binding { ident: ident.clone(), mutable: mutability.is_some(), by_ref: by_ref.is_some() }];
    }
    found.visit_pat(pat);
    found.0
}

/// The names that a refutable pattern binds, where an upper-case name alone is a constant.
pub fn of_arm(pat: &Pat) -> Vec<Binding> {
    let mut found = Find(Vec::new());
    found.visit_pat(pat);
    found.0
}

struct Find(Vec<Binding>);

impl Visit<'_> for Find {
    fn visit_pat_ident(&mut self, pat: &PatIdent) {
        // `None` and `MAX` are constants; rustc resolves them, we go by the naming convention.
        let constant = pat.by_ref.is_none()
            && pat.mutability.is_none()
            && pat.subpat.is_none()
            && !is_lower(&pat.ident.to_string());
        if !constant && self.0.iter().all(|known| known.ident != pat.ident) {
            self.0.push(Binding {
                ident: pat.ident.clone(),
                mutable: pat.mutability.is_some(),
                by_ref: pat.by_ref.is_some(),
            });
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_expr(&mut self, _: &syn::Expr) {}
}
