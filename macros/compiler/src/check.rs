//! What Rust does not refuse and we must: one function a rule, named after the sin. And what is left to rustc alone.

use syn::visit::{self, Visit};
use syn::{Block, Expr, Ident, Label, Stmt};

use crate::attributes;
use crate::diag::Diag;
use crate::ir::{Body, Program};

/// Applies every rule.
pub fn check(program: &Program, diag: &Diag) {
    too_many_values(program, diag);
    for node in &program.nodes {
        let mut visitor = Refuse(diag);
        match &node.body {
            Body::Let { init, .. } => visitor.visit_expr(init),
            Body::Temp { value, .. } | Body::Assign { value, .. } => visitor.visit_expr(value),
            Body::Run(expr) | Body::Yield(expr) | Body::Tail(Some(expr)) => visitor.visit_expr(expr),
            Body::Ensure { condition, .. } => visitor.visit_expr(condition),
            Body::Tail(None) | Body::Next { .. } => {}
        }
    }
}

// 40,000 let statements in one pipeline
fn too_many_values(program: &Program, diag: &Diag) {
    if program.vars.len() + program.nodes.len() > 20_000 {
        let span = program.nodes.last().map_or_else(proc_macro2::Span::call_site, |node| node.span);
        diag.error_at(span, "a pipeline has at most 20,000 values and nodes: split it into several pipelines");
    }
}

struct Refuse<'a>(&'a Diag);

impl Visit<'_> for Refuse<'_> {
    // asm!("nop")
    fn visit_macro(&mut self, mac: &syn::Macro) {
        let name = mac.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        if matches!(name.as_str(), "asm" | "global_asm" | "naked_asm") {
            self.0.error(
                &mac.path,
                "inline assembly cannot stand in a pipeline, which cannot see what it touches: write a \
                task that holds it",
            );
        }
        visit::visit_macro(self, mac);
    }
}

// break;      for x in xs { break x; }      'a: { continue 'a; }
/// Whether a jump goes nowhere or brings a value that its loop does not take. In the code of a node rustc would tell of it
/// again, in other words.
pub fn jumps_astray(block: &Block) -> bool {
    let mut jumps = Jumps { around: Vec::new(), astray: false };
    jumps.visit_block(block);
    jumps.astray
}

/// What a jump may go to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Loop,
    /// A `for` or `while`, which has no value.
    Repeats,
    Block,
}

struct Jumps {
    around: Vec<(Option<Ident>, Target)>,
    astray: bool,
}

impl Jumps {
    fn inside(&mut self, label: Option<&Label>, target: Target, body: &Block) {
        self.around.push((label.map(|label| label.name.ident.clone()), target));
        self.visit_block(body);
        self.around.pop();
    }

    /// Whether it goes to something that `accepts` it; an unknown label is another matter.
    fn goes(&self, label: Option<&syn::Lifetime>, accepts: impl Fn(Target) -> bool) -> bool {
        let mut around = self.around.iter().rev();
        match label {
            Some(label) => around
                .find(|(known, _)| known.as_ref() == Some(&label.ident))
                .is_none_or(|(_, target)| accepts(*target)),
            None => around.find(|(_, target)| *target != Target::Block).is_some_and(|(_, target)| accepts(*target)),
        }
    }
}

impl Visit<'_> for Jumps {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        // Perhaps it is not there.
        if attributes::condition(attributes::of_stmt(stmt)).is_none() && !matches!(stmt, Stmt::Item(_)) {
            visit::visit_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::ForLoop(e) => {
                self.visit_expr(&e.expr);
                self.inside(e.label.as_ref(), Target::Repeats, &e.body);
            }
            Expr::While(e) => {
                self.visit_expr(&e.cond);
                self.inside(e.label.as_ref(), Target::Repeats, &e.body);
            }
            Expr::Loop(e) => self.inside(e.label.as_ref(), Target::Loop, &e.body),
            Expr::Block(e) if e.label.is_some() => self.inside(e.label.as_ref(), Target::Block, &e.block),
            Expr::Closure(_) | Expr::Async(_) => {
                let around = std::mem::take(&mut self.around);
                visit::visit_expr(self, expr);
                self.around = around;
            }
            Expr::Break(e) => {
                self.astray |= !self.goes(e.label.as_ref(), |target| e.expr.is_none() || target != Target::Repeats);
                visit::visit_expr(self, expr);
            }
            Expr::Continue(e) => self.astray |= !self.goes(e.label.as_ref(), |target| target != Target::Block),
            expr => visit::visit_expr(self, expr),
        }
    }
}
