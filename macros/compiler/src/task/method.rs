//! `#[task] impl`: keeps the block, adds a hidden constant beside each function that is a task.
//!
//! A function of an `impl` says what a free one would say that has the receiver as its first parameter and the type's name
//! for `Self`: [`free`] writes that one down, and everything else is read off it. Nothing can be declared inside an `impl`
//! but constants and functions, so there is no companion; the constant is found by its name (`associated.rs`).

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Expr, FnArg, GenericParam, ImplItem, ImplItemFn, ItemFn, ItemImpl, Lifetime, LifetimeParam, Type,
};

use super::constructor::{Site, constructor};
use super::signature::NameElided;
use super::{Kind, Options, Signature, signature};
use crate::Crate;
use crate::diag::Diag;

/// Expands `#[task] impl .. { .. }`.
pub fn expand_impl(options: &TokenStream, block: ItemImpl, krate: &Crate, diag: &Diag) -> TokenStream {
    if !options.is_empty() {
        diag.error(options, "`#[task]` on an `impl` block takes no options: write them on its functions");
    }
    if let Some((_, of, _)) = &block.trait_ {
        diag.error(
            of,
            "a function of a trait's `impl` cannot be a task: write `#[task]` on an `impl` block of the type itself, \
            with a function that calls the trait's",
        );
    }
    let mut plain = block;
    let marked: Vec<Option<Attribute>> = plain.items.iter_mut().map(take_task).collect();
    if marked.iter().all(Option::is_none) {
        diag.error(plain.impl_token, "no function in this `impl` block is a task: write `#[task]` on those that are");
    }
    let constants: Vec<TokenStream> = plain
        .items
        .iter()
        .zip(&marked)
        .filter_map(|(item, attr)| match (item, attr) {
            (ImplItem::Fn(method), Some(attr)) => constant(method, attr, &plain, krate, diag),
            _ => None,
        })
        .collect();
    // A second `#[task]` on one function has been reported.
    plain.items.iter_mut().for_each(|item| while take_task(item).is_some() {});
    if diag.is_clean() {
        let add = |constant| plain.items.push(ImplItem::Verbatim(constant));
        constants.into_iter().for_each(add);
    }
    plain.into_token_stream()
}

/// Removes `#[task(..)]` from a function.
fn take_task(item: &mut ImplItem) -> Option<Attribute> {
    let ImplItem::Fn(method) = item else { return None };
    let index = method.attrs.iter().position(is_task)?;
    Some(method.attrs.remove(index))
}

fn is_task(attr: &Attribute) -> bool {
    attr.path().segments.last().is_some_and(|last| last.ident == "task")
}

/// The name of the constant beside the function `name`.
pub fn constant_name(name: &Ident) -> Ident {
    let text = name.to_string();
    let text = text.strip_prefix("r#").unwrap_or(&text);
    format_ident!("__SUPERSCALAR_{text}", span = crate::hidden(name.span()))
}

// Input:  impl Model { pub fn fit(&self, x: &[f64]) -> Fit { .. } }
// Output: pub const __SUPERSCALAR_fit: Option<Method> = Some(Method { info: TaskInfo { .. }, receiver: Receiver::Shared });
fn constant(
    method: &ImplItemFn,
    attr: &Attribute,
    block: &ItemImpl,
    krate: &Crate,
    diag: &Diag,
) -> Option<TokenStream> {
    let options = match &attr.meta {
        syn::Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    let options = Options::parse(options, diag);
    let function = free(method, block);
    super::refuse(&function, Kind::Task, diag);
    if signature::is_refused_by_rustc(&function.sig) {
        return None;
    }
    let signature = Signature::read(&function.sig, diag);
    if !diag.is_clean() {
        return None;
    }
    let hidden = crate::hidden(method.sig.ident.span());
    let private = krate.private();
    let owner = crate::text::of_type(&block.self_ty);
    let info = super::info(&function, &signature, &options, Kind::Task, Some(&owner), krate);
    let (proof, same) = (signature.proof(&function), same_signature(method, &function, block));
    let (vis, name, cfg) = (&method.vis, constant_name(&method.sig.ident), crate::cfg_attributes(&method.attrs));
    let receiver = Ident::new(receiver_kind(method), hidden);
    let node = constructor_of(method, &function, block, &signature, krate);
    Some(quote_spanned! {hidden=>
        #(#cfg)*
        #[doc(hidden)]
        #[allow(
            non_upper_case_globals,
            dead_code,
            missing_docs,
            unreachable_pub,
            single_use_lifetimes,
            unused_lifetimes,
            elided_lifetimes_in_paths,
            deprecated,
            private_interfaces,
            private_bounds,
            unused_qualifications,
            clippy::all,
            clippy::pedantic,
            clippy::nursery
        )]
        #vis const #name: #private::Option<#private::Method> = {
            #[allow(unused_imports)]
            use #private::ProbeFallback as _;
            #proof
            #same
            #private::Some(#private::Method { info: #info, receiver: #private::Receiver::#receiver })
        };
        #node
    })
}

// Input:  impl Model { pub fn fit(&self, x: &[f64]) -> Fit { .. } }
// Output: pub fn fit_node<.., I0, K0, I1, K1>(this: I0, x: I1) -> Call<..> where I0: Argument<'env, &'s Model, K0>, ..
/// The constructor of a call for run-time graphs.
fn constructor_of(
    method: &ImplItemFn,
    function: &ItemFn,
    block: &ItemImpl,
    signature: &Signature,
    krate: &Crate,
) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    let private = krate.private();
    let name = &method.sig.ident;
    let names = super::arguments(function).into_iter();
    let names = names.map(|name| if name == "self" { Ident::new("this", hidden) } else { name }).collect();
    let of_block = |param: &GenericParam| {
        let declared = block.generics.params.iter();
        declared.clone().any(|other| parameter_name(other) == parameter_name(param))
    };
    let (owner, constant) = (&block.self_ty, constant_name(name));
    let site = Site {
        vis: method.vis.to_token_stream(),
        name: format_ident!("{}_node", name, span = name.span()),
        names,
        generics: function.sig.generics.params.iter().filter(|param| !of_block(param)).cloned().collect(),
        info: quote_spanned!(hidden=> #private::info_of(&Self::#constant)),
        callee: quote_spanned!(hidden=> <#owner>::#name),
    };
    let constructor = constructor(function, &site, signature, krate);
    if constructor.is_empty() {
        return constructor;
    }
    let cfg = crate::cfg_attributes(&method.attrs);
    quote_spanned! {hidden=>
        #(#cfg)*
        #[doc(hidden)]
        #[allow(
            missing_docs,
            dead_code,
            unreachable_pub,
            deprecated,
            private_interfaces,
            private_bounds,
            single_use_lifetimes,
            elided_lifetimes_in_paths,
            unused_qualifications,
            clippy::all,
            clippy::pedantic,
            clippy::nursery
        )]
        #constructor
    }
}

fn parameter_name(param: &GenericParam) -> String {
    match param {
        GenericParam::Lifetime(param) => param.lifetime.to_string(),
        GenericParam::Type(param) => param.ident.to_string(),
        GenericParam::Const(param) => param.ident.to_string(),
    }
}

// Input:  #[traced] fn fit(&self, x: &[f64]) -> Fit
// Output: || { let _: fn(&Model, &[f64]) -> Fit = Self::fit; };
/// Dead code that does not compile when another attribute has made another signature of the one that was read.
fn same_signature(method: &ImplItemFn, function: &ItemFn, block: &ItemImpl) -> TokenStream {
    let hidden = crate::hidden(method.sig.ident.span());
    let sig = &function.sig;
    let (early, late) = signature::split_lifetimes(sig);
    let own = |lifetime: &Lifetime| method.sig.generics.lifetimes().any(|param| param.lifetime == *lifetime);
    let open = method.sig.generics.params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_)))
        || early.iter().any(|param| own(&param.lifetime));
    if open || method.attrs.iter().chain(&block.attrs).all(|attr| leaves_alone(&attr.meta)) {
        return TokenStream::new();
    }
    let late = late.into_iter().filter(|lifetime| own(lifetime) || lifetime.ident == "__superscalar_self");
    let inputs = sig.inputs.iter().map(|input| match input {
        FnArg::Typed(typed) => &*typed.ty,
        FnArg::Receiver(receiver) => &*receiver.ty,
    });
    let (name, output) = (&method.sig.ident, &sig.output);
    quote_spanned!(hidden=> let _ = || { let _: for<#(#late),*> fn(#(#inputs),*) #output = Self::#name; };)
}

/// Whether an attribute is one of those that leave a function's signature as it is.
fn leaves_alone(meta: &syn::Meta) -> bool {
    let path = meta.path();
    let name = path.get_ident().map(ToString::to_string).unwrap_or_default();
    let first = path.segments.first().map(|first| first.ident.to_string()).unwrap_or_default();
    matches!(first.as_str(), "clippy" | "rustfmt" | "diagnostic")
        || matches!(
            name.as_str(),
            "allow"
                | "cfg"
                | "cold"
                | "deny"
                | "deprecated"
                | "doc"
                | "expect"
                | "forbid"
                | "inline"
                | "must_use"
                | "track_caller"
                | "warn"
        )
}

fn receiver_kind(method: &ImplItemFn) -> &'static str {
    let Some(receiver) = method.sig.receiver() else { return "None" };
    match &*receiver.ty {
        ty if is_self(ty) => "Value",
        Type::Reference(reference) if is_self(&reference.elem) && reference.mutability.is_some() => "Exclusive",
        Type::Reference(reference) if is_self(&reference.elem) => "Shared",
        _ => "Other",
    }
}

fn is_self(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.qself.is_none() && path.path.is_ident("Self"))
}

// Input:  impl<'a> Parser<'a> { fn peek(&self, n: usize) -> &str { .. } }
// Output: fn peek<'a, 's>(self: &'s Parser<'a>, n: usize) -> &'s str {}
/// The free function that says the same: its receiver is an ordinary first parameter, `Self` is spelled out, and its
/// generic parameters are those of the block and its own. It has no body.
pub fn free(method: &ImplItemFn, block: &ItemImpl) -> ItemFn {
    let mut sig = method.sig.clone();
    let mut owner = (*block.self_ty).clone();
    let mut of_block = block.generics.clone();
    // `impl Parser<'_>`
    let mut names = NameElided { lifetime: lifetime("block"), found: false };
    names.visit_type_mut(&mut owner);
    if names.found {
        of_block.params.push(GenericParam::Lifetime(LifetimeParam::new(names.lifetime)));
    }
    let lent = name_receiver(&mut sig);
    let mut spell = SpellSelf(&owner);
    visit_mut::visit_signature_mut(&mut spell, &mut sig);
    for input in &mut sig.inputs {
        if let FnArg::Receiver(receiver) = input {
            let mut ty = (*receiver.ty).clone();
            spell.visit_type_mut(&mut ty);
            let name = Ident::new("self", receiver.self_token.span);
            let pat = syn::PatIdent { attrs: Vec::new(), by_ref: None, mutability: None, ident: name, subpat: None };
            *input = FnArg::Typed(syn::PatType {
                attrs: Vec::new(),
                pat: Box::new(syn::Pat::Ident(pat)),
                colon_token: syn::Token![:](Span::call_site()),
                ty: Box::new(ty),
            });
        }
    }
    visit_mut::visit_generics_mut(&mut spell, &mut of_block);
    let own = std::mem::take(&mut sig.generics);
    let lent = lent.map(|lifetime| GenericParam::Lifetime(LifetimeParam::new(lifetime)));
    let params = of_block.params.into_iter().chain(own.params).chain(lent);
    let (lifetimes, others): (Vec<_>, Vec<_>) = params.partition(|param| matches!(param, GenericParam::Lifetime(_)));
    sig.generics.params = lifetimes.into_iter().chain(others).collect();
    sig.generics.lt_token = Some(syn::Token![<](Span::call_site()));
    sig.generics.gt_token = Some(syn::Token![>](Span::call_site()));
    let wheres = of_block.where_clause.into_iter().chain(own.where_clause).flat_map(|clause| clause.predicates);
    sig.generics.make_where_clause().predicates.extend(wheres);
    let block = syn::Block { brace_token: syn::token::Brace::default(), stmts: Vec::new() };
    ItemFn { attrs: method.attrs.clone(), vis: method.vis.clone(), sig, block: Box::new(block) }
}

fn lifetime(of: &str) -> Lifetime {
    Lifetime::new(&format!("'__superscalar_{of}"), Span::mixed_site())
}

// fn peek(&self, other: &str) -> &str      the result borrows from `self`
/// What the elision rule for methods means is written down; the new name, if there is one.
fn name_receiver(sig: &mut syn::Signature) -> Option<Lifetime> {
    let mut output = NameElided { lifetime: lifetime("self"), found: false };
    output.visit_return_type_mut(&mut sig.output.clone());
    let Some(FnArg::Receiver(receiver)) = sig.inputs.first_mut().filter(|_| output.found) else { return None };
    let mut written = Written(Vec::new());
    written.visit_type(&receiver.ty);
    let mut elided = NameElided { lifetime: lifetime("self"), found: false };
    elided.visit_type_mut(&mut receiver.ty);
    let (lifetime, new) = match (elided.found, written.0.as_slice()) {
        (true, _) => (elided.lifetime.clone(), Some(elided.lifetime)),
        (false, [only]) => (only.clone(), None),
        _ => return None,
    };
    NameElided { lifetime, found: false }.visit_return_type_mut(&mut sig.output);
    new
}

/// The lifetimes that are written.
struct Written(Vec<Lifetime>);

impl Visit<'_> for Written {
    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        if lifetime.ident != "_" && lifetime.ident != "static" && !self.0.contains(lifetime) {
            self.0.push(lifetime.clone());
        }
    }
}

/// Writes the type of the block where `Self` stands.
struct SpellSelf<'a>(&'a Type);

impl VisitMut for SpellSelf<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if is_self(ty) {
            *ty = self.0.clone();
            return;
        }
        if let Type::Path(path) = ty
            && path.qself.is_none()
            && path.path.segments.len() > 1
            && path.path.segments[0].ident == "Self"
        {
            // `Self::Item`
            let (owner, rest) = (self.0, path.path.segments.iter().skip(1));
            if let Ok(spelled) = syn::parse2(quote!(<#owner> #(::#rest)*)) {
                *ty = spelled;
            }
        }
        visit_mut::visit_type_mut(self, ty);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Path(path) = expr
            && path.qself.is_none()
            && path.path.segments.len() > 1
            && path.path.segments[0].ident == "Self"
        {
            let (owner, rest) = (self.0, path.path.segments.iter().skip(1));
            if let Ok(spelled) = syn::parse2(quote!(<#owner> #(::#rest)*)) {
                *expr = spelled;
            }
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    // The receiver is rewritten as a whole.
    fn visit_receiver_mut(&mut self, _: &mut syn::Receiver) {}
}

/// Whether a function that has no receiver is written inside an `impl` block: it says `Self`.
pub fn says_self(sig: &syn::Signature) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_path(&mut self, path: &syn::Path) {
            self.0 |= path.segments.first().is_some_and(|first| first.ident == "Self");
            visit::visit_path(self, path);
        }
    }
    let mut find = Find(false);
    find.visit_signature(sig);
    find.0
}
