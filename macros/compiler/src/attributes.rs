//! The attributes of statements, and of expressions that may stand as one.

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

/// Whether an attribute is one that only the macro understands.
pub fn is_ours(attr: &Attribute) -> bool {
    attr.path().is_ident("keep") || attr.path().is_ident("window")
}
