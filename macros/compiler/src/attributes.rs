//! The attributes of statements, and of expressions that may stand as one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, Stmt};

// One list of expressions for both ways of looking.
macro_rules! attributes {
    ($expr:expr, $($borrow:tt)+) => {
        match $expr {
            Expr::Assign(e) => Some($($borrow)+ e.attrs),
            Expr::Binary(e) => Some($($borrow)+ e.attrs),
            Expr::Block(e) => Some($($borrow)+ e.attrs),
            Expr::Break(e) => Some($($borrow)+ e.attrs),
            Expr::Call(e) => Some($($borrow)+ e.attrs),
            Expr::Continue(e) => Some($($borrow)+ e.attrs),
            Expr::ForLoop(e) => Some($($borrow)+ e.attrs),
            Expr::If(e) => Some($($borrow)+ e.attrs),
            Expr::Loop(e) => Some($($borrow)+ e.attrs),
            Expr::Macro(e) => Some($($borrow)+ e.attrs),
            Expr::Match(e) => Some($($borrow)+ e.attrs),
            Expr::MethodCall(e) => Some($($borrow)+ e.attrs),
            Expr::Return(e) => Some($($borrow)+ e.attrs),
            Expr::Try(e) => Some($($borrow)+ e.attrs),
            Expr::Unsafe(e) => Some($($borrow)+ e.attrs),
            Expr::While(e) => Some($($borrow)+ e.attrs),
            _ => None,
        }
    };
}

/// Those of an expression.
pub fn of_expr_mut(expr: &mut Expr) -> Option<&mut Vec<Attribute>> {
    attributes!(expr, &mut)
}

/// Those of a statement.
pub fn of_stmt(stmt: &Stmt) -> &[Attribute] {
    let found = match stmt {
        Stmt::Local(local) => Some(&local.attrs),
        Stmt::Macro(stmt) => Some(&stmt.attrs),
        Stmt::Expr(expr, _) => attributes!(expr, &),
        Stmt::Item(_) => None,
    };
    found.map_or(&[], |attrs| attrs)
}

/// Gives attributes to a statement that has none; what is no statement of its own is put in a block.
pub fn put(stmt: &mut Stmt, attrs: Vec<Attribute>) {
    let Stmt::Expr(expr, _) = stmt else { return };
    match of_expr_mut(expr) {
        Some(own) => *own = attrs,
        None => {
            let block: Expr = syn::parse_quote!({ #expr });
            *expr = block;
            if let Some(own) = of_expr_mut(expr) {
                *own = attrs;
            }
        }
    }
}

/// The condition in `#[cfg(..)]` attributes.
pub fn condition(attrs: &[Attribute]) -> Option<TokenStream> {
    both(attrs.iter().filter(|attr| attr.path().is_ident("cfg")).filter_map(|attr| attr.parse_args().ok()))
}

/// The condition that all of `conditions` hold.
pub fn both(conditions: impl IntoIterator<Item = TokenStream>) -> Option<TokenStream> {
    let conditions: Vec<TokenStream> = conditions.into_iter().collect();
    match conditions.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(quote!(all(#(#many),*))),
    }
}

/// Whether an attribute is one that only the macro understands.
pub fn is_ours(attr: &Attribute) -> bool {
    attr.path().is_ident("keep") || attr.path().is_ident("window")
}
