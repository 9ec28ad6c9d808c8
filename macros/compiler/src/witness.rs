//! A second serial copy of the body, in dead code, that moves values where the nodes do.
//!
//! A node that takes a value apart (`match x`, `x.unwrap_or(..)`) moves it out of its slot, whether or not the types ask
//! for that. Nothing may borrow from the slot then. Whether something does is known to the borrow checker alone, so in a
//! copy of the body that never runs `let mut x = moved(x);` stands before the statement. It compiles if nothing that
//! borrows from `x` is used or dropped from there on, or if `x` is `Copy`, and then its bits stay where they are.
//!
//! Nodes know their statement as a copy. It is found among those that were written by its tokens and their places, and
//! not at all where a macro has written it twice.

use std::collections::BTreeMap;

use proc_macro2::Ident;
use quote::{ToTokens, quote_spanned};
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Item, Stmt};

use crate::Crate;
use crate::ir::{Mention, NodeId, Program, VarId};
use crate::resolve::{Access, Bind, Mode, Resolved};
use crate::walk::Context;

/// The variables that are moved before statements, by the number of the statement, and whether only if they are an
/// `Option`, a `Result` or an iterator.
pub type Moves = BTreeMap<usize, Vec<(Ident, bool)>>;

/// The statements of a body, nested ones behind those around them.
pub struct Written(BTreeMap<String, Vec<(usize, String)>>);

impl Written {
    /// Those of `stmts`.
    pub fn of(stmts: &[Stmt]) -> Written {
        let mut collect = Collect { next: 0, found: BTreeMap::new() };
        stmts.iter().for_each(|stmt| collect.visit_stmt_of_block(stmt));
        Written(collect.found)
    }

    /// The number of the one statement of which this is a copy.
    fn number(&self, stmt: &Stmt) -> Option<usize> {
        let text = text_of(stmt);
        let mut same = self.0.get(&place_of(stmt))?.iter().filter(|(_, known)| *known == text);
        let (number, _) = same.next()?;
        same.next().is_none().then_some(*number)
    }
}

/// The place of a statement's first token.
fn place_of(stmt: &Stmt) -> String {
    stmt.to_token_stream().into_iter().next().map(|token| format!("{:?}", token.span())).unwrap_or_default()
}

fn text_of(stmt: &Stmt) -> String {
    let tokens = stmt.to_token_stream();
    format!("{tokens} {tokens:?}")
}

struct Collect {
    next: usize,
    found: BTreeMap<String, Vec<(usize, String)>>,
}

impl Collect {
    fn visit_stmt_of_block(&mut self, stmt: &Stmt) {
        self.found.entry(place_of(stmt)).or_default().push((self.next, text_of(stmt)));
        self.next += 1;
        self.visit_stmt(stmt);
    }
}

impl Visit<'_> for Collect {
    fn visit_block(&mut self, block: &Block) {
        block.stmts.iter().for_each(|stmt| self.visit_stmt_of_block(stmt));
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if !is_apart(expr) {
            visit::visit_expr(self, expr);
        }
    }

    fn visit_item(&mut self, _: &Item) {}
}

/// What stands in it is no part of the pipeline's own control flow.
fn is_apart(expr: &Expr) -> bool {
    matches!(expr, Expr::Closure(_) | Expr::Async(_) | Expr::Const(_))
}

/// Puts moves before statements, in the order in which [`Written`] has counted them.
pub struct Prove<'a> {
    moves: &'a Moves,
    krate: &'a Crate,
    next: usize,
}

impl<'a> Prove<'a> {
    /// Of the statements of a body.
    pub fn new(moves: &'a Moves, krate: &'a Crate) -> Prove<'a> {
        Prove { moves, krate, next: 0 }
    }

    /// The moves before the next statement, in which those of nested ones are put.
    pub fn before(&mut self, stmt: &mut Stmt) -> Vec<Stmt> {
        let number = self.next;
        self.next += 1;
        self.visit_stmt_mut(stmt);
        self.moves.get(&number).into_iter().flatten().map(|(ident, either)| self.proof(ident, *either)).collect()
    }

    fn proof(&self, ident: &Ident, either: bool) -> Stmt {
        let hidden = crate::hidden(ident.span());
        let private = self.krate.private_at(ident.span());
        let proof = if either {
            quote_spanned! {hidden=>
                let mut #ident = { use #private::{LookedAt as _, MovedItems as _, MovedKnown as _}; #ident.__superscalar_moved() };
            }
        } else {
            quote_spanned!(hidden=> let mut #ident = #private::moved(#ident);)
        };
        syn::parse2(proof).expect("a `let` is a statement")
    }
}

impl VisitMut for Prove<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let stmts = std::mem::take(&mut block.stmts);
        for mut stmt in stmts {
            block.stmts.extend(self.before(&mut stmt));
            block.stmts.push(stmt);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if !is_apart(expr) {
            visit_mut::visit_expr_mut(self, expr);
        }
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}
}

/// Finds the accesses that the second copy can prove to be right, and notes so.
pub fn prove(program: &Program, resolved: &mut [Resolved], stmts: &[Stmt]) -> Moves {
    let mut moves = Moves::new();
    let mut written = None;
    let mut eithers = Vec::new();
    let taken = taken(program, resolved);
    for id in 0..program.nodes.len() {
        let unit = crate::expand::printed(program, id);
        for access in &mut resolved[unit].accesses {
            if !is_provable(program, &taken, id, access) {
                continue;
            }
            let written = written.get_or_insert_with(|| Written::of(stmts));
            let number = program.nodes[id].statement.as_ref().and_then(|stmt| written.number(stmt));
            if let Some(number) = number {
                access.proved = true;
                moves.entry(number).or_default().push((access.ident.clone(), access.either));
                if access.either {
                    access.bind = Bind::Either;
                    eithers.push((unit, access.candidates[0].var));
                }
            }
        }
    }
    for (unit, var) in eithers {
        for (mention, mode) in program.unit(unit).mentions.iter().zip(&mut resolved[unit].modes) {
            if mention.var() == var {
                *mode = Mode::Exclusive;
            }
        }
    }
    moves
}

/// The variables that nodes move, or parts of them.
fn taken(program: &Program, resolved: &[Resolved]) -> Vec<(NodeId, VarId)> {
    let mut taken = Vec::new();
    for id in 0..program.nodes.len() {
        let unit = crate::expand::printed(program, id);
        let by_value = |access: &&Access| {
            let of_place = |mention: &&Mention| mention.var() == access.candidates[0].var;
            let mut mentions = program.unit(unit).mentions.iter().filter(of_place);
            access.bind == Bind::Dynamic && mentions.any(|mention| mention.context == Context::Value)
        };
        for access in resolved[unit].accesses.iter().filter(|access| access.bind == Bind::Own || by_value(access)) {
            taken.extend(access.candidates.iter().map(|candidate| (id, candidate.var)));
        }
    }
    taken
}

/// Whether a move of the variable before the statement says what is asked: whether something borrows from it when the node
/// runs. Not so where the statement itself has looked at it before.
fn is_provable(program: &Program, taken: &[(NodeId, VarId)], id: NodeId, access: &Access) -> bool {
    let node = &program.nodes[id];
    let [candidate] = access.candidates.as_slice() else { return false };
    let var = &program.vars[candidate.var];
    let Some(statement) = &node.statement else { return false };
    let named = candidate.cfg.is_none() && var.cfg.is_none() && node.cfg.is_none() && var.is_written();
    let mentions = |earlier: &NodeId| {
        let mut mentions = program.nodes[*earlier].mentions.iter().flat_map(|mention| &mention.candidates);
        mentions.any(|other| other.var == candidate.var)
    };
    let own = |earlier: &NodeId| {
        program.nodes[*earlier].statement.as_ref().is_some_and(|other| std::rc::Rc::ptr_eq(other, statement))
    };
    let first = (0..=id).find(own).unwrap_or(id);
    let looked_at = (0..first).any(|earlier| mentions(&earlier));
    // What is gone in part cannot be moved as a whole. A `&mut` was lent.
    let whole = var.exclusive_ref || !taken.iter().any(|(unit, var)| *var == candidate.var && *unit < first);
    named
        && whole
        && (access.in_parts || access.either)
        && !access.epilogue
        && access.path.is_empty()
        && looked_at
        && !(first..id).any(|earlier| mentions(&earlier))
}
