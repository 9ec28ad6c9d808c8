//! The places in the code where a region can end early, and what happens there.
//!
//! A node that leaves returns the number of its *site* from the step. What the site keeps (the operand of a `?`, the value
//! of a `return` or `break`) travels in a slot. A region's run hands the site to the code around it, which knows
//! whether the site ends here (`break` of this loop) or further out; the sites of `?` and `return` end on the caller.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprBreak, ExprContinue, ExprReturn, ExprTry, Lifetime, Member};

use super::Expander;
use super::region::printed;
use crate::attributes;
use crate::ir::{BODY, Body, NodeId, Program, RegionId, RegionKind};
use crate::names::Key;
use crate::walk::{At, Context, Visitor, walk, walk_block};

/// A place in the code where a region can end early.
#[derive(Clone)]
pub struct Site {
    /// Its number, from 1.
    pub number: u32,
    /// The node or plain.
    pub unit: NodeId,
    /// The region of the node.
    pub region: RegionId,
    /// The condition on which it exists.
    pub cfg: Option<TokenStream>,
    /// What happens there.
    pub kind: SiteKind,
}

/// What happens at a site.
#[derive(Clone)]
pub enum SiteKind {
    /// `operand?`: where the operand starts, and its `?`.
    Operand(Span, Span),
    /// `return value`: the first and the last token of the value; none in a macro.
    Return(Option<(Span, Span)>),
    /// `return` without a value.
    ReturnUnit(Span),
    /// `break` or `continue`
    Jump(Jump),
    /// The `else` of a `let else`, or an `ensure!`.
    End,
}

impl SiteKind {
    /// Whether the pipeline returns there, other than by a `?`.
    pub fn is_return(&self) -> bool {
        matches!(self, SiteKind::Return(_) | SiteKind::ReturnUnit(_))
    }
}

/// A `break` or `continue` that leaves its node.
#[derive(Clone)]
pub struct Jump {
    /// The region that it ends or repeats.
    pub target: Option<RegionId>,
    /// Its label.
    pub label: Option<Lifetime>,
    /// It is a `continue`.
    pub repeats: bool,
    /// It has a value.
    pub value: bool,
}

/// A site that keeps a value, in a region whose slots hold it.
pub struct Kept {
    /// The body, or a loop whose iterations overlap: each has a slot of its own.
    pub region: RegionId,
    /// The site.
    pub site: Site,
}

impl Site {
    /// Whether a slot holds something for it.
    pub fn keeps(&self) -> bool {
        match &self.kind {
            SiteKind::Operand(..) | SiteKind::Return(_) => true,
            SiteKind::Jump(jump) => jump.value,
            SiteKind::ReturnUnit(_) | SiteKind::End => false,
        }
    }
}

/// The sites of each node and plain that is printed.
pub fn sites(program: &Program) -> Vec<Vec<Site>> {
    let mut sites = vec![Vec::new(); program.nodes.len() + program.plains.len()];
    let mut number = 0;
    for unit in (0..program.nodes.len()).map(|id| printed(program, id)) {
        let node = program.unit(unit);
        for (kind, own) in kinds(program, &node.body, node.region) {
            number += 1;
            let cfg = attributes::both(node.cfg.iter().cloned().chain(own));
            sites[unit].push(Site { number, unit, region: node.region, cfg, kind });
        }
    }
    sites
}

/// The sites that keep a value, for the body and for each loop around.
pub fn kept(program: &Program, sites: &[Vec<Site>]) -> Vec<Kept> {
    let overlapping = |region: &RegionId| program.regions[*region].kind == RegionKind::For;
    let regions = std::iter::once(BODY).chain((0..program.regions.len()).filter(overlapping));
    regions
        .flat_map(|region| {
            let inside = move |site: &&Site| site.keeps() && program.around(site.region).any(|outer| outer == region);
            sites.iter().flatten().filter(inside).map(move |site| Kept { region, site: site.clone() })
        })
        .collect()
}

/// What happens at the sites of a body, and the condition on each.
type Found = Vec<(SiteKind, Option<TokenStream>)>;

fn kinds(program: &Program, body: &Body, region: RegionId) -> Found {
    let mut find =
        Find { program, region, conditions: Vec::new(), operands: Vec::new(), returns: Vec::new(), jumps: Vec::new() };
    let mut body = body.clone();
    if let Body::Ensure { condition, .. } = &mut body {
        walk(condition, Context::Value, &mut find);
    }
    if let Some(expr) = body.expr_mut() {
        walk(expr, Context::Value, &mut find);
    }
    let ends = match &mut body {
        Body::Let { diverge: Some(block), .. } if region != BODY => {
            walk_block(block, &mut find);
            false
        }
        Body::Tail(_) if region == BODY => return Vec::new(),
        body => matches!(body, Body::Let { diverge: Some(_), .. } | Body::Ensure { .. }),
    };
    let (operands, returns) = (find.operands.into_iter(), find.returns.into_iter());
    operands.chain(returns).chain(find.jumps).chain(ends.then_some((SiteKind::End, None))).collect()
}

/// The spans of the first and the last token.
fn ends(tokens: TokenStream) -> Option<(Span, Span)> {
    let mut tokens = tokens.into_iter();
    let first = tokens.next()?.span();
    Some((first, tokens.last().map_or(first, |last| last.span())))
}

/// Finds what leaves, in the order in which `Replace` meets it.
struct Find<'a> {
    program: &'a Program,
    region: RegionId,
    /// Those of the statements around.
    conditions: Vec<TokenStream>,
    operands: Found,
    returns: Found,
    jumps: Found,
}

impl Find<'_> {
    fn under_conditions(&self, kind: SiteKind) -> (SiteKind, Option<TokenStream>) {
        (kind, attributes::both(self.conditions.iter().cloned()))
    }
}

impl Visitor for Find<'_> {
    fn place(&mut self, _: &Ident, _: &[&Member], _: Context, _: At) -> Option<(usize, Option<Expr>)> {
        None
    }

    fn hidden(&mut self, _: &Key, _: &str, _: Span, _: Context, _: At) -> Option<usize> {
        None
    }

    fn is_variable(&mut self, _: &Ident) -> bool {
        false
    }

    fn exit_try(&mut self, e: ExprTry) -> Expr {
        self.operands.push(self.under_conditions(SiteKind::Operand(e.expr.span(), e.question_token.span)));
        Expr::Try(e)
    }

    fn exit_return(&mut self, e: ExprReturn) -> Expr {
        let kind = match &e.expr {
            Some(value) => SiteKind::Return(ends(value.to_token_stream())),
            None => SiteKind::ReturnUnit(e.return_token.span),
        };
        self.returns.push(self.under_conditions(kind));
        Expr::Return(e)
    }

    fn exit_macro(&mut self, _: &syn::Macro) -> Option<Expr> {
        self.returns.push(self.under_conditions(SiteKind::Return(None)));
        None
    }

    fn exit_break(&mut self, e: ExprBreak) -> Expr {
        let target = self.program.target(self.region, e.label.as_ref().map(|label| &label.ident));
        let jump = Jump { target, label: e.label.clone(), repeats: false, value: e.expr.is_some() };
        self.jumps.push(self.under_conditions(SiteKind::Jump(jump)));
        Expr::Break(e)
    }

    fn exit_continue(&mut self, e: ExprContinue) -> Expr {
        let target = self.program.target(self.region, e.label.as_ref().map(|label| &label.ident));
        let jump = Jump { target, label: e.label.clone(), repeats: true, value: false };
        self.jumps.push(self.under_conditions(SiteKind::Jump(jump)));
        Expr::Continue(e)
    }

    fn enter(&mut self, condition: Option<&TokenStream>) {
        self.conditions.extend(condition.cloned());
    }

    fn leave(&mut self, condition: Option<&TokenStream>) {
        self.conditions.truncate(self.conditions.len() - usize::from(condition.is_some()));
    }
}

impl Expander<'_> {
    /// The slot of what a site keeps.
    pub fn kept_slot(&self, site: &Site) -> Ident {
        let number = site.number;
        match site.kind {
            SiteKind::Operand(..) => format_ident!("__operand{number}", span = self.hidden),
            SiteKind::Return(_) => format_ident!("__returned{number}", span = self.hidden),
            _ => format_ident!("__broken{number}", span = self.hidden),
        }
    }

    /// The site number `index` of its kind in a unit.
    pub fn site(&self, unit: NodeId, index: usize, is_kind: impl Fn(&SiteKind) -> bool) -> &Site {
        let mut sites = self.sites[unit].iter().filter(|site| is_kind(&site.kind));
        sites.nth(index).expect("sites are found in the order in which they are printed")
    }

    /// Ends the run of a node with a code.
    pub fn return_by(&self, code: impl ToTokens) -> TokenStream {
        let private = &self.private;
        quote_spanned!(self.hidden=> return #private::Leave::by(#code))
    }

    /// Leaves the step of a node in `region` by a site.
    pub fn leave(&self, site: &Site, region: RegionId) -> TokenStream {
        let private = &self.private;
        match &site.kind {
            SiteKind::Jump(jump)
                if jump.target == Some(region) && self.program.regions[region].kind == RegionKind::For =>
            {
                let code = if jump.repeats { quote!(NEXT) } else { quote!(END) };
                self.return_by(quote!(#private::#code))
            }
            _ => self.return_by(site.number),
        }
    }

    /// What follows the run of region `inner`, whose node is in `outer`: jumps that end here or at the loop around.
    pub fn landings(&self, inner: RegionId, outer: RegionId) -> TokenStream {
        let inside = |site: &&Site| self.program.around(site.region).any(|region| region == inner);
        let losers = |winner: u32| {
            let others = self.sites.iter().flatten().filter(inside);
            let others = others.filter(move |site| site.keeps() && site.number != winner);
            let discards = others.map(|site| {
                let (slot, cfg) = (self.kept_slot(site), self.cfg(&site.cfg));
                quote_spanned!(self.hidden=> #cfg unsafe { #slot.discard() };)
            });
            quote!(#(#discards)*)
        };
        let jumps = self.sites.iter().flatten().filter(inside).filter_map(|site| {
            let SiteKind::Jump(jump) = &site.kind else { return None };
            let number = site.number;
            let cfg = self.cfg(&site.cfg);
            if jump.target == Some(inner) && self.program.regions[inner].kind != RegionKind::For {
                let (label, losers) = (&jump.label, losers(number));
                let code = match (jump.repeats, jump.value) {
                    (true, _) => quote_spanned!(self.hidden=> { #losers continue #label }),
                    (false, false) => quote_spanned!(self.hidden=> { #losers break #label }),
                    (false, true) => {
                        let slot = self.kept_slot(site);
                        quote_spanned! {self.hidden=> {
                            let __value = unsafe { #slot.take() };
                            #losers
                            break #label __value
                        }}
                    }
                };
                return Some(quote_spanned!(self.hidden=> #cfg #number => #code,));
            }
            let lands = jump.target == Some(outer) && self.program.regions[outer].kind == RegionKind::For;
            let code = self.leave(site, outer);
            lands.then(|| quote_spanned!(self.hidden=> #cfg #number => #code,))
        });
        let site = Ident::new("__site", self.hidden);
        let other = self.return_by(&site);
        quote_spanned! {self.hidden=> #(#jumps)* #site => #other, }
    }

    /// What runs on the caller when the pipeline ends at a site.
    pub fn exits(&self) -> TokenStream {
        let private = &self.private;
        let on_caller = |site: &&Site| !matches!(site.kind, SiteKind::Jump(_));
        let arms: Vec<TokenStream> = self
            .sites
            .iter()
            .flatten()
            .filter(on_caller)
            .map(|site| {
                let number = site.number;
                let cfg = self.cfg(&site.cfg);
                let code = match site.kind {
                    SiteKind::Operand(start, question_mark) => {
                        let operand = self.kept_slot(site);
                        // The user's own `?` converts the error, on the caller. From `start` to `?` is the span of the user's
                        // expression, so that rustc's errors about it are those of the serial copy.
                        let failed = Ident::new("__superscalar_failed", start);
                        let question_mark = quote_spanned!(question_mark=> ?);
                        quote_spanned! {self.hidden=>
                            let #failed = unsafe { #operand.take() };
                            #private::ignore(#failed #question_mark);
                            #private::unreachable!("a failed operand of `?` returns")
                        }
                    }
                    // As long as the user's value, so that an error about its type is that of the serial copy.
                    SiteKind::Return(Some((first, last))) => {
                        let returned = self.kept_slot(site);
                        let held = Ident::new("__superscalar_held", first);
                        let mut zero = Literal::usize_unsuffixed(0);
                        zero.set_span(last);
                        quote_spanned! {self.hidden=>
                            let #held = #private::Held(unsafe { #returned.take() });
                            return #held.#zero;
                        }
                    }
                    SiteKind::ReturnUnit(span) => quote_spanned!(span=> return;),
                    SiteKind::Return(None) => {
                        let returned = self.kept_slot(site);
                        quote_spanned!(self.hidden=> return unsafe { #returned.take() };)
                    }
                    _ => {
                        let prelude = self.prelude(site.unit, true);
                        let code = self.ending(site.unit);
                        quote!(#prelude #code)
                    }
                };
                quote_spanned!(self.hidden=> #cfg #number => { #code })
            })
            .collect();
        if arms.is_empty() {
            return TokenStream::new();
        }
        quote_spanned! {self.hidden=>
            match __finished.site() {
                #(#arms)*
                _ => {}
            }
        }
    }
}
