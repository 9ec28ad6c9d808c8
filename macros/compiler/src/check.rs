//! What Rust does not refuse and we must: one function a rule, named after the sin.

use syn::visit::{self, Visit};

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
