//! Variables that nodes take apart: how what is left of one is dropped without a look at what has gone.
//!
//! A place has a `Rest` (`runtime/src/rest.rs`) if nodes move parts of it: the variable itself, and each such part that
//! has moved parts in turn.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Member;
use syn::spanned::Spanned;

use super::Expander;
use crate::ir::{Origin, RegionId, RegionKind, VarId};
use crate::resolve::is_prefix;

fn inside(inner: &[Member], outer: &[Member]) -> bool {
    inner.len() > outer.len() && is_prefix(outer, inner)
}

impl Expander<'_> {
    /// The places that have a `Rest`: variables, with an empty path, and parts of them.
    fn rests(&self) -> Vec<(VarId, &[Member])> {
        let mut rests: Vec<(VarId, &[Member])> = Vec::new();
        for (var, path) in &self.partial {
            let owned = self.program.vars[*var].origin != Origin::Capture;
            if owned && !rests.iter().any(|(known, _)| known == var) {
                rests.push((*var, &[]));
            }
            if owned && !self.outermost(*var, path).is_empty() {
                rests.push((*var, path));
            }
        }
        rests
    }

    fn rest(&self, index: usize) -> Ident {
        format_ident!("__rest{index}", span = self.hidden)
    }

    fn rest_of(&self, var: VarId, path: &[Member]) -> Option<Ident> {
        let same = |of: &[Member]| of.len() == path.len() && is_prefix(of, path);
        self.rests().iter().position(|(known, of)| *known == var && same(of)).map(|index| self.rest(index))
    }

    /// The moved paths inside a place that are in no other moved path there.
    fn outermost(&self, var: VarId, place: &[Member]) -> Vec<(Ident, &[Member])> {
        let inner = self.inner(var, place);
        let outermost = inner.iter().filter(|(_, path)| !inner.iter().any(|(_, other)| inside(path, other)));
        outermost.cloned().collect()
    }

    fn inner(&self, var: VarId, place: &[Member]) -> Vec<(Ident, &[Member])> {
        self.flags_of(var).into_iter().filter(|(_, path)| inside(path, place)).collect()
    }

    /// A pointer to a place of a variable.
    fn pointer_to(&self, var: VarId, path: &[Member]) -> TokenStream {
        let slot = self.slot(var);
        if path.is_empty() {
            return quote_spanned!(self.hidden=> #slot.ptr());
        }
        let part = self.part(&quote_spanned!(self.hidden=> *#slot.ptr()), path);
        quote_spanned!(self.hidden=> unsafe { (&raw const #part).cast_mut() })
    }

    /// The `Rest`s, before their types are known.
    pub fn rests_declared(&self, region: RegionId) -> TokenStream {
        let private = &self.private;
        let rests = self.rests_in(region).into_iter().map(|(rest, var)| {
            let cfg = self.cfg(&self.program.vars[var].cfg);
            quote_spanned!(self.hidden=> #cfg let #rest = &#private::Rest::new();)
        });
        quote!(#(#rests)*)
    }

    /// The `Rest`s of a region's variables.
    pub fn rests_in(&self, region: RegionId) -> Vec<(Ident, VarId)> {
        let rests = self.rests().into_iter().enumerate();
        let here = rests.filter(|(_, (var, _))| self.program.vars[*var].region == region);
        here.map(|(index, (var, _))| (self.rest(index), var)).collect()
    }

    // Output: rest0.by(<left is moved>, || slot0.ptr(), |from: *mut _| async move {
    //             let mut pair = read(from);
    //             let place = &raw mut pair;
    //             if <left is moved> { forget(pair.left); }
    //             pause().await;
    //             replace_bits(place, from);
    //         });
    /// How the coroutines are made, once the types of all slots are known; those of parameters are prepared.
    // SAFETY of the coroutine: `prepare` and `at_end` have it read what is there and replace what is its own.
    pub fn rests_made(&self, region: RegionId) -> TokenStream {
        let private = &self.private;
        let here = |var: VarId| self.program.vars[var].region == region;
        let rests =
            self.rests().into_iter().enumerate().filter(|(_, (var, _))| here(*var)).map(|(index, (var, place))| {
                let (rest, cfg) = (self.rest(index), self.cfg(&self.program.vars[var].cfg));
                let (ident, pointer, slot) =
                    (&self.program.vars[var].ident, self.pointer_to(var, place), self.slot(var));
                let parts = self.outermost(var, place);
                let moved = parts.iter().map(|(_, path)| self.is_moved(&quote!(#slot.ptr()), path));
                let forgotten = parts.iter().map(|(_, path)| {
                    let path = &path[place.len()..];
                    let moved = self.is_moved(&quote_spanned!(self.hidden=> __from), path);
                    let part = self.part(&ident.to_token_stream(), path);
                    quote_spanned!(self.hidden=> if #moved { #private::forget(#part); })
                });
                quote_spanned! {self.hidden=> #cfg {
                    #rest.by(false #(|| #moved)*, || #pointer, |__from: *mut _| async move {
                        let mut #ident = unsafe { #private::read(__from) };
                        let __place = &raw mut #ident;
                        #(#forgotten)*
                        #private::pause().await;
                        unsafe { #private::replace_bits(__place, __from) };
                    });
                }}
            });
        // What is there from the start was put down before.
        let lanes = self.program.regions[region].kind == RegionKind::For;
        let given = |var: &VarId| matches!(self.program.vars[*var].origin, Origin::Param | Origin::Bound) && !lanes;
        let parameters = (0..self.program.vars.len()).filter(|var| here(*var)).filter(given);
        let prepared = parameters.map(|var| {
            let (cfg, code) = (self.cfg(&self.program.vars[var].cfg), self.prepare_rests(var));
            quote_spanned!(self.hidden=> #cfg { #code })
        });
        quote!(#(#rests)* #(#prepared)*)
    }

    /// A part of `whole`, at the user's name of it: what rustc says of a field is said there.
    fn part(&self, whole: &TokenStream, path: &[Member]) -> TokenStream {
        let at = path.last().map_or(self.hidden, Spanned::span);
        let mut whole = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, whole.clone());
        whole.set_span(at);
        quote_spanned!(at=> #whole #(.#path)*)
    }

    /// Whether a mention by value of the part of `whole` moves it.
    fn is_moved(&self, whole: &TokenStream, path: &[Member]) -> TokenStream {
        let private = &self.private;
        let part = self.part(&quote_spanned!(self.hidden=> *__whole), path);
        quote_spanned! {self.hidden=>
            !#private::Mention::inside(#whole, |__whole: *mut _| unsafe { &raw const #part }).is_copy()
        }
    }

    /// Follows the code that fills the slot of a variable.
    pub fn prepare_rests(&self, var: VarId) -> TokenStream {
        let of_var = self.rests().into_iter().enumerate().filter(|(_, (known, _))| *known == var);
        let prepared = of_var.map(|(index, (_, place))| {
            let (rest, pointer) = (self.rest(index), self.pointer_to(var, place));
            quote_spanned!(self.hidden=> if #rest.is_needed() { unsafe { #rest.prepare(#pointer) }; })
        });
        quote!(#(#prepared)*)
    }

    /// Whether parts inside the place have been moved out, so that it cannot be dropped as a whole.
    pub fn is_apart(&self, var: VarId, place: &[Member]) -> TokenStream {
        let Some(rest) = self.rest_of(var, place) else { return quote_spanned!(self.hidden=> false) };
        let inner = self.inner(var, place);
        let flags = inner.iter().map(|(flag, _)| flag);
        quote_spanned!(self.hidden=> #rest.is_needed() && (false #(|| #flags.get())*))
    }

    // Output: let rest = rest0.at_end(now);
    //         let part = part_at_end(now && !moved0.get(), || &raw mut pair.left);
    /// Guards that drop what is left of a place that is apart, if the condition `now` holds.
    pub fn parting(&self, var: VarId, place: &[Member], now: &TokenStream) -> TokenStream {
        let private = &self.private;
        let rest = self.rest_of(var, place).expect("a place that may be apart has a rest");
        let parts = self.outermost(var, place).into_iter().map(|(flag, path)| {
            let (pointer, apart) = (self.pointer_to(var, path), self.is_apart(var, path));
            let nested = self
                .rest_of(var, path)
                .map(|_| self.parting(var, path, &quote_spanned!(self.hidden=> #now && !#flag.get() && #apart)));
            quote_spanned! {self.hidden=>
                let __part = unsafe { #private::part_at_end(#now && !#flag.get() && !(#apart), || #pointer) };
                #nested
            }
        });
        quote_spanned! {self.hidden=>
            let __rest = unsafe { #rest.at_end(#now) };
            #(#parts)*
        }
    }
}
