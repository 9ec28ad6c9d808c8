//! `load::node(..)`: the constructor of a call for a run-time graph.
//!
//! It has the task's parameters, each of a type that can be given for it:
//!
//! ```text
//! fn flags(raw: &Frame, from: usize) -> Flags
//!
//! pub fn node<'e0, 'env, I0, K0, I1, K1>(raw: I0, from: I1)
//!     -> Call<'env, (&'e0 Frame, (usize, ())), Flags, (I0, (I1, ())), (K0, (K1, ()))>
//! where
//!     I0: Argument<'env, &'e0 Frame, K0>,     // reported at `&Frame`
//!     I1: Argument<'env, usize, K1>,
//! ```
//!
//! Bounds want lifetimes named, so what is elided gets a name. A lifetime that a path hides has no place for one:
//! `<fn(&()) -> View as Family<'h>>::At` is `View<'h>`.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{GenericParam, Ident, ItemFn, Lifetime, ReturnType, Token, Type, TypeParamBound};

use super::signature::{self, NameElided, Signature};
use crate::Crate;

/// Where a constructor stands.
pub struct Site {
    /// Its visibility and name.
    pub vis: TokenStream,
    pub name: Ident,
    /// The names of its parameters.
    pub names: Vec<Ident>,
    /// The generic parameters that are not those of the block around it.
    pub generics: Vec<GenericParam>,
    /// A `&'static TaskInfo`.
    pub info: TokenStream,
    /// The function that is called.
    pub callee: TokenStream,
}

/// The function `node` of a companion, or what stands for it beside a method; nothing where no call could be made.
pub fn constructor(function: &ItemFn, site: &Site, signature: &Signature, krate: &Crate) -> TokenStream {
    let sig = &function.sig;
    let Site { vis, name, names, generics, info, callee } = site;
    if names.iter().collect::<BTreeSet<_>>().len() < names.len() {
        // rustc says so of the function.
        return TokenStream::new();
    }
    let hidden = crate::hidden(Span::call_site());
    let private = krate.private();
    let mut naming = Naming::new();
    let mut params: Vec<Param> = Vec::new();
    for (index, ty) in sig.inputs.iter().filter_map(super::input_type).enumerate() {
        params.push(Param::new(index, ty, sig, &mut naming, &private));
    }
    let Some(output) = output(sig, &mut naming, &params, &private) else { return TokenStream::new() };

    let is_lifetime = |param: &&GenericParam| matches!(param, GenericParam::Lifetime(_));
    let lifetimes: Vec<_> = generics.iter().filter(is_lifetime).collect();
    let fresh = naming.lifetimes.iter().chain(params.iter().filter_map(|param| param.family.as_ref()));
    let declared: Vec<_> = generics.iter().filter(|param| !is_lifetime(param)).collect();
    let made = naming.types.iter().map(|(name, bounds)| quote_spanned!(hidden=> #name: #bounds));
    let inputs: Vec<Ident> = (0..params.len()).map(|index| format_ident!("__I{index}", span = hidden)).collect();
    let kinds: Vec<Ident> = (0..params.len()).map(|index| format_ident!("__K{index}", span = hidden)).collect();
    let wheres = sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let bounds = params.iter().zip(&inputs).zip(&kinds).map(|((param, input), kind)| {
        let argument = Ident::new(if param.exact { "Exactly" } else { "Argument" }, hidden.located_at(param.span));
        let (private, ty) = (krate.private_at(param.span), &param.ty);
        quote_spanned!(hidden.located_at(param.span)=> #input: #private::#argument<'__env, #ty, #kind>)
    });
    let types = list(params.iter().map(|param| param.ty.clone()));
    let input_types = list(inputs.iter().map(ToTokens::to_token_stream));
    let kind_types = list(kinds.iter().map(ToTokens::to_token_stream));
    let values = list(names.iter().map(ToTokens::to_token_stream));
    let lasting: Vec<bool> = (0..params.len()).map(|index| signature.is_lasting(index, sig)).collect();
    let again = list(params.iter().zip(&lasting).map(|(param, &lasting)| param.again(lasting, &private)));
    let lasting = (0..).zip(lasting).fold(0_u64, |mask, (index, lasting)| mask | u64::from(lasting) << index);
    let copies = copies(&params, &private);
    let called: Vec<Ident> = (0..params.len()).map(|index| format_ident!("__a{index}", span = hidden)).collect();
    let pattern = list(called.iter().map(ToTokens::to_token_stream));
    quote_spanned! {hidden=>
        #vis fn #name<#(#lifetimes,)* #(#fresh,)* '__env, #(#declared,)* #(#made,)* #(#inputs, #kinds),*>(
            #(#names: #inputs),*
        ) -> #private::Call<'__env, #types, #output, #input_types, #kind_types>
        where #(#wheres,)* #(#bounds,)*
        {
            #[allow(unused_imports)]
            use #private::{AgainFallback as _, ProbeFallback as _};
            #private::Call::new(#info, (#lasting, #copies), |#pattern| #callee(#(#called),*), #again, #values)
        }
    }
}

/// One parameter, as the bounds of the constructor name it.
struct Param {
    ty: TokenStream,
    span: Span,
    /// Its type is for the input to say.
    exact: bool,
    exclusive: bool,
    /// What a slice holds.
    items: Option<Type>,
    /// The lifetime that its path may hide.
    family: Option<Lifetime>,
}

impl Param {
    fn new(index: usize, ty: &Type, sig: &syn::Signature, naming: &mut Naming, private: &TokenStream) -> Param {
        let mut named = ty.clone();
        naming.visit_type_mut(&mut named);
        let is_parameter = |ident: &Ident| {
            let mut declared = sig.generics.type_params();
            declared.any(|param| param.ident == *ident) || naming.types.iter().any(|(name, _)| name == ident)
        };
        let (inner, exclusive) = match &named {
            Type::Reference(reference) => (&*reference.elem, reference.mutability.is_some()),
            other => (other, false),
        };
        let items = match inner {
            Type::Slice(slice) if matches!(named, Type::Reference(_)) && !exclusive => Some((*slice.elem).clone()),
            _ => None,
        };
        let exact = matches!(inner, Type::Path(path) if path.path.get_ident().is_some_and(&is_parameter));
        let span = ty.span();
        let mut param = Param { ty: named.to_token_stream(), span, exact, exclusive, items, family: None };
        if !exact && signature::may_hide_lifetime(&named, &is_parameter) {
            let lifetime = naming.hidden_in(index);
            param.ty = quote_spanned!(crate::hidden(span)=> <fn(&()) -> #named as #private::Family<#lifetime>>::At);
            param.family = Some(lifetime);
        }
        param
    }

    /// How the value is made again for another run.
    fn again(&self, lasting: bool, private: &TokenStream) -> TokenStream {
        let ty = &self.ty;
        let hidden = crate::hidden(Span::call_site());
        match (self.exclusive, lasting) {
            (true, true) => quote_spanned!(hidden=> #private::None),
            (true, false) => quote_spanned!(hidden=> #private::lent_again::<#ty>()),
            (false, _) => quote_spanned!(hidden=> <#private::Probe<#ty>>::AGAIN),
        }
    }
}

/// `(a, (b, ()))`.
fn list(items: impl DoubleEndedIterator<Item = TokenStream>) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    items.rev().fold(quote_spanned!(hidden=> ()), |rest, item| quote_spanned!(hidden=> (#item, #rest)))
}

/// Which parameters are slices of what is `Copy`.
fn copies(params: &[Param], private: &TokenStream) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    let bits = params.iter().enumerate().filter_map(|(index, param)| {
        let items = param.items.as_ref()?;
        let bit = 1_u64 << index;
        Some(quote_spanned!(hidden=> | if <#private::Probe<#items>>::COPY { #bit } else { 0 }))
    });
    quote_spanned!(hidden=> 0_u64 #(#bits)*)
}

/// The result's type with names for its lifetimes; `None` when it has no type or they cannot be named.
fn output(sig: &syn::Signature, naming: &mut Naming, params: &[Param], private: &TokenStream) -> Option<TokenStream> {
    let ReturnType::Type(_, ty) = &sig.output else { return Some(quote!(())) };
    if matches!(**ty, Type::Never(_)) {
        return None;
    }
    let mut sources = naming.lifetimes.iter().chain(params.iter().filter_map(|param| param.family.as_ref()));
    let named = sig.generics.lifetimes().map(|param| &param.lifetime);
    // Rust has a single lifetime among the inputs to choose, or the result elides none.
    let source = match naming.lifetimes.len() {
        0 => sources.next().or_else(|| named.into_iter().next()).cloned(),
        _ => naming.lifetimes.first().cloned(),
    };
    let span = ty.span();
    let mut ty = (**ty).clone();
    let lifetime = source.clone().unwrap_or_else(|| Lifetime::new("'static", crate::hidden(span)));
    let mut elided = NameElided { lifetime, found: false };
    elided.visit_type_mut(&mut ty);
    if elided.found && source.is_none() {
        return None;
    }
    Captures(params.len(), naming).visit_type_mut(&mut ty);
    if !signature::mentions_impl_trait(&[&ty]) {
        // A hidden lifetime is refused once, by the proof of the signature, whatever the type is called.
        let lifetime = &elided.lifetime;
        return Some(quote_spanned!(crate::hidden(span)=> <fn(&()) -> #ty as #private::Family<#lifetime>>::At));
    }
    Some(ty.to_token_stream())
}

/// Names what parameters elide: lifetimes and `impl Trait`.
struct Naming {
    lifetimes: Vec<Lifetime>,
    types: Vec<(Ident, Punctuated<TypeParamBound, Token![+]>)>,
}

impl Naming {
    fn new() -> Naming {
        Naming { lifetimes: Vec::new(), types: Vec::new() }
    }

    fn fresh(&mut self) -> Lifetime {
        let name = format!("'__e{}", self.lifetimes.len());
        self.lifetimes.push(Lifetime::new(&name, crate::hidden(Span::call_site())));
        self.lifetimes.last().expect("just pushed").clone()
    }

    fn hidden_in(&self, index: usize) -> Lifetime {
        Lifetime::new(&format!("'__h{index}"), crate::hidden(Span::call_site()))
    }
}

impl VisitMut for Naming {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.fresh());
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.fresh();
        }
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::ImplTrait(of) = ty {
            let name = format_ident!("__A{}", self.types.len(), span = crate::hidden(of.span()));
            let mut bounds = of.bounds.clone();
            bounds.iter_mut().for_each(|bound| self.visit_type_param_bound_mut(bound));
            *ty = syn::parse_quote!(#name);
            self.types.push((name, bounds));
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }

    // `fn(&T) -> &U` has lifetimes of its own.
    fn visit_type_bare_fn_mut(&mut self, _: &mut syn::TypeBareFn) {}

    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut syn::ParenthesizedGenericArguments) {}
}

// impl Iterator + use<'a, T>      rustc wants all type parameters named
/// Adds the constructor's own type parameters to what an `impl Trait` says that it captures.
struct Captures<'a>(usize, &'a Naming);

impl VisitMut for Captures<'_> {
    fn visit_precise_capture_mut(&mut self, capture: &mut syn::PreciseCapture) {
        let hidden = crate::hidden(Span::call_site());
        let own = (0..self.0)
            .flat_map(|index| [format_ident!("__I{index}", span = hidden), format_ident!("__K{index}", span = hidden)]);
        let made = self.1.types.iter().map(|(name, _)| name.clone());
        own.chain(made).for_each(|name| capture.params.push(syn::CapturedParam::Ident(name)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature_of(function: ItemFn) -> String {
        let diag = crate::diag::Diag::new();
        let signature = Signature::read(&function.sig, &diag);
        assert!(diag.finish().is_none());
        let names = (0..function.sig.inputs.len()).map(|index| format_ident!("a{index}")).collect();
        let site = Site {
            vis: quote!(pub),
            name: format_ident!("node"),
            names,
            generics: function.sig.generics.params.iter().cloned().collect(),
            info: quote!(&INFO),
            callee: quote!(callee),
        };
        let tokens = constructor(&function, &site, &signature, &Crate::named("superscalar")).to_string();
        tokens.split(" where ").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn what_is_elided_gets_a_name() {
        let shown = signature_of(syn::parse_quote!(
            fn first(text: &str, from: usize) -> &str {
                text
            }
        ));
        assert!(shown.contains("node < '__e0 , '__env , __I0 , __K0 , __I1 , __K1 >"), "{shown}");
        assert!(
            shown.contains("Call < '__env , (& '__e0 str , (usize , ())) , < fn (& ()) -> & '__e0 str as"),
            "{shown}"
        );
    }

    #[test]
    fn a_path_may_hide_a_lifetime() {
        let shown = signature_of(syn::parse_quote!(
            fn show(view: View) -> String {
                String::new()
            }
        ));
        assert!(shown.contains("'__h0"), "{shown}");
        assert!(shown.contains("< fn (& ()) -> View as"), "{shown}");
        let shown = signature_of(syn::parse_quote!(
            fn count(words: Vec<String>) -> usize {
                0
            }
        ));
        assert!(!shown.contains("'__h0"), "{shown}");
    }

    #[test]
    fn what_never_returns_has_no_value() {
        assert!(
            signature_of(syn::parse_quote!(
                fn stop() -> ! {
                    panic!()
                }
            ))
            .is_empty()
        );
    }
}
