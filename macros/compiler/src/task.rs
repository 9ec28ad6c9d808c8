//! `#[task]`: keeps the function, adds its companion. On an `impl` block: `task/method.rs`.
//!
//! The companion is a braced struct, which lives in the type namespace alone, so that function and companion share a
//! name. It carries `INFO` and `call`. What `INFO` claims about borrowing is read off the signature; where rustc could
//! know better (a lifetime hidden in a path), dead code makes a wrong reading a compile error.

mod constructor;
mod method;
mod options;
mod signature;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{FnArg, Ident, ItemFn, Pat, Type};

pub use method::{constant_name, free};
pub use options::Options;
pub use signature::{ParamFacts, Signature, ascribed_facts, is_refused_by_rustc};

use crate::Crate;
use crate::diag::Diag;

/// Expands `#[task(options)] item`.
pub fn expand(options: TokenStream, item: TokenStream, krate: &Crate) -> TokenStream {
    let diag = Diag::new();
    // The function itself stays, so that its other uses are not reported as unknown.
    let expanded = expand_item(options, &item, krate, &diag).unwrap_or(item);
    let errors = diag.finish();
    quote!(#expanded #errors)
}

fn expand_item(options: TokenStream, item: &TokenStream, krate: &Crate, diag: &Diag) -> Option<TokenStream> {
    if let Ok(block) = syn::parse2::<syn::ItemImpl>(item.clone()) {
        return Some(method::expand_impl(&options, block, krate, diag));
    }
    let options = Options::parse(options, diag);
    if let Ok(method) = syn::parse2::<syn::TraitItemFn>(item.clone())
        && method.default.is_none()
    {
        diag.error(method.sig, "a task has a body: write a free function that calls the trait's method");
        return None;
    }
    let function = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            let message = "`#[task]` stands on something that is no function: write it on a `fn`";
            diag.push(if is_function(item) { error } else { syn::Error::new_spanned(item, message) });
            return None;
        }
    };
    refuse(&function, Kind::Task, diag);
    if signature::is_refused_by_rustc(&function.sig) {
        return None;
    }
    let signature = Signature::read(&function.sig, diag);
    if !diag.is_clean() {
        return None;
    }
    let companion = companion(&function, &signature, &options, Kind::Task, krate);
    Some(quote!(#item #companion))
}

/// Whether the item is, or was meant as, a function.
pub fn is_function(item: &TokenStream) -> bool {
    item.clone().into_iter().any(|token| matches!(token, proc_macro2::TokenTree::Ident(ident) if ident == "fn"))
}

const IN_IMPL: &str = "`#[task]` stands in an `impl` block that is not marked: write `#[task]` on the block, too";

/// What no task and no pipeline may be.
pub fn refuse(function: &ItemFn, kind: Kind, diag: &Diag) {
    let sig = &function.sig;
    for attr in &function.attrs {
        let name = attr.path().segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        if name == "task" || name == "pipelined" {
            diag.error(attr, "a pipeline is a task already: remove this attribute, or the other one");
        }
        if name == "keep" || name == "window" {
            misplaced(attr, diag);
        }
    }
    if let Some(token) = &sig.asyncness {
        diag.error(
            token,
            "an `async` function cannot be a node: a node runs to its end on one thread; write a plain \
            `fn` and call it from async code with your executor's `spawn_blocking`",
        );
    }
    if let Some(token) = &sig.unsafety {
        diag.error(
            token,
            "an `unsafe` function cannot be a node, since nodes are called from safe code: wrap it in a \
            safe function that states why the call is sound",
        );
    }
    if let Some(abi) = &sig.abi {
        diag.error(abi, "an `extern` function cannot be a node: wrap it in a plain `fn`");
    }
    if let Some(variadic) = &sig.variadic {
        diag.error(variadic, "a variadic function cannot be a node: wrap it in a `fn` with a fixed list of parameters");
    }
    match sig.receiver() {
        Some(receiver) if kind == Kind::Pipeline => diag.error(
            receiver,
            "a method cannot be a pipeline: write a free function with a named first argument, such as `model: &Model`",
        ),
        Some(receiver) => diag.error(receiver, IN_IMPL),
        None if kind == Kind::Task && method::says_self(sig) => diag.error(&sig.ident, IN_IMPL),
        None => {}
    }
    if sig.inputs.len() > 64 {
        diag.error(&sig.inputs[64], "a node has at most 64 parameters: group some of them in a struct");
    }
}

// #[keep] f(x);
/// Reports an attribute that belongs elsewhere.
pub fn misplaced(attr: &syn::Attribute, diag: &Diag) {
    if attr.path().is_ident("keep") {
        diag.error(attr, "`#[keep]` stands on a `let`: write it before the `let` whose value is to live to the end");
    } else {
        diag.error(attr, "`#[window(n)]` stands on a `for` whose iterations overlap: here nothing does, remove it");
    }
}

/// Which macro a companion comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `#[task]`.
    Task,
    /// `pipeline!` or `#[pipelined]`.
    Pipeline,
}

// Input:  fn load(path: &Path) -> Frame
// Output: pub struct load {}  impl load { pub const INFO: TaskInfo = ..; pub fn call(a0: &Path) -> Frame { load(a0) } }
/// The companion of `function`.
pub fn companion(
    function: &ItemFn,
    signature: &Signature,
    options: &Options,
    kind: Kind,
    krate: &Crate,
) -> TokenStream {
    let hidden = crate::hidden(function.sig.ident.span());
    let (vis, name) = (&function.vis, &function.sig.ident);
    let info = info(function, signature, options, kind, None, krate);
    let call = call(function, &Ident::new("call", hidden), TokenStream::new());
    let proof = signature.proof(function);
    let exact = exact(function, krate);
    let site = constructor::Site {
        vis: quote!(pub),
        name: Ident::new("node", crate::hidden(Span::call_site())),
        names: arguments(function),
        generics: function.sig.generics.params.iter().cloned().collect(),
        info: quote!(&Self::INFO),
        callee: callee(function),
    };
    let node = constructor::constructor(function, &site, signature, krate);
    let private = krate.private();
    let cfg = crate::cfg_attributes(&function.attrs);
    let serial = (kind == Kind::Pipeline).then(|| serial(function, krate));
    quote_spanned! {hidden=>
        #(#cfg)*
        #[doc(hidden)]
        #[allow(non_camel_case_types, dead_code, missing_docs, missing_debug_implementations,
            missing_copy_implementations, unreachable_pub, clippy::all, clippy::pedantic, clippy::nursery)]
        #vis struct #name {}
        #(#cfg)*
        #[doc(hidden)]
        #[allow(
            unused_imports,
            unused_variables,
            unused_mut,
            unused_parens,
            unused_braces,
            missing_docs,
            unreachable_pub,
            single_use_lifetimes,
            deprecated,
            private_interfaces,
            private_bounds,
            elided_lifetimes_in_paths,
            unused_lifetimes,
            unused_qualifications,
            clippy::all,
            clippy::pedantic,
            clippy::nursery
        )]
        impl #name {
            pub const INFO: #private::TaskInfo = {
                #[allow(unused_imports)]
                use #private::ProbeFallback as _;
                #proof
                #info
            };
            pub const TASK: Self = Self {};
            #call
            #serial
            #node
        }
        #(#cfg)*
        #[allow(single_use_lifetimes, elided_lifetimes_in_paths, unused_lifetimes, private_interfaces, private_bounds,
            deprecated, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery)]
        #exact
    }
}

// Input:  fn rows<'a>(table: &'a Table, from: usize) -> &'a [f64]
// Output: impl<F> Exact<F> for rows where F: for<'a> Fn(&'a Table, usize) -> &'a [f64] {}
/// Which functions may be the one described: those of its signature, where it has no type parameters.
fn exact(function: &ItemFn, krate: &Crate) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    let private = krate.private();
    let sig = &function.sig;
    let types: Vec<&Type> = sig.inputs.iter().filter_map(input_type).collect();
    let output = match &sig.output {
        syn::ReturnType::Default => None,
        syn::ReturnType::Type(_, ty) => Some(&**ty),
    };
    let open = sig.generics.type_params().next().is_some()
        || sig.generics.const_params().next().is_some()
        || signature::mentions_impl_trait(&types)
        || output.is_some_and(|ty| signature::mentions_impl_trait(&[ty]) || matches!(ty, Type::Never(_)));
    let (early, late) = signature::split_lifetimes(sig);
    let wheres = sig.generics.where_clause.as_ref().map(|clause| &clause.predicates);
    let arrow = &sig.output;
    let bound = (!open).then(|| quote_spanned!(hidden=> F: for<#(#late),*> #private::Fn(#(#types),*) #arrow, #wheres));
    let early = early.iter().filter(|_| !open);
    let name = &sig.ident;
    quote_spanned!(hidden=> impl<#(#early,)* F> #private::Exact<F> for #name where #bound {})
}

/// `call`, which hands its arguments on: to the function for a task, through `with_serial` for `serial`.
fn call(function: &ItemFn, method: &Ident, wrap: TokenStream) -> TokenStream {
    let sig = &function.sig;
    let hidden = crate::hidden(Span::call_site());
    let (generics, output) = (&sig.generics, &sig.output);
    let (parameters, wheres) = (&generics.params, &generics.where_clause);
    let names = arguments(function);
    let types: Vec<&Type> = sig.inputs.iter().filter_map(input_type).collect();
    let name = callee(function);
    let constness = if wrap.is_empty() { sig.constness } else { None };
    let body = if wrap.is_empty() { quote!(#name(#(#names),*)) } else { quote!(#wrap(move || #name(#(#names),*))) };
    quote_spanned! {hidden=>
        #[inline]
        #[track_caller]
        pub #constness fn #method<#parameters>(#(#names: #types),*) #output #wheres { #body }
    }
}

/// Names for the parameters: the user's where there are some, since what rustc says of the types here is then what it says
/// of the function.
fn arguments(function: &ItemFn) -> Vec<Ident> {
    let sig = &function.sig;
    let names = sig.inputs.iter().enumerate().map(|(i, input)| match argument(i, input) {
        // It would hide the function.
        same if same == sig.ident => format_ident!("__argument{i}", span = crate::hidden(Span::call_site())),
        other => other,
    });
    names.collect()
}

/// The function, with its type parameters given where they can be.
fn callee(function: &ItemFn) -> TokenStream {
    let sig = &function.sig;
    let hidden = crate::hidden(Span::call_site());
    let types: Vec<&Type> = sig.inputs.iter().filter_map(input_type).collect();
    // A type parameter may stand in no argument; beside `impl Trait` it cannot be given, and inference finds it.
    let anonymous = signature::mentions_impl_trait(&types);
    let given = sig.generics.params.iter().filter_map(|param| match param {
        syn::GenericParam::Type(param) => Some(&param.ident),
        syn::GenericParam::Const(param) => Some(&param.ident),
        syn::GenericParam::Lifetime(_) => None,
    });
    let given: Vec<&Ident> = given.filter(|_| !anonymous).collect();
    let turbofish = (!given.is_empty()).then(|| quote_spanned!(hidden=> ::<#(#given),*>));
    let name = &sig.ident;
    quote!(#name #turbofish)
}

fn serial(function: &ItemFn, krate: &Crate) -> TokenStream {
    let private = krate.private();
    call(function, &Ident::new("serial", crate::hidden(function.sig.ident.span())), quote!(#private::with_serial))
}

fn argument(index: usize, input: &FnArg) -> Ident {
    match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => pat.ident.clone(),
            _ => format_ident!("a{index}", span = crate::hidden(Span::call_site())),
        },
        FnArg::Receiver(receiver) => Ident::new("self", receiver.self_token.span),
    }
}

fn input_type(input: &FnArg) -> Option<&Type> {
    match input {
        FnArg::Typed(typed) => Some(&typed.ty),
        FnArg::Receiver(_) => None,
    }
}

/// The description of `function`; `owner` is the type that it belongs to.
fn info(
    function: &ItemFn,
    signature: &Signature,
    options: &Options,
    kind: Kind,
    owner: Option<&str>,
    krate: &Crate,
) -> TokenStream {
    let private = krate.private();
    let hidden = crate::hidden(Span::call_site());
    let ident = &function.sig.ident;
    let text = ident.to_string();
    let path = owner.map_or_else(|| text.clone(), |owner| format!("{owner}::{text}"));
    let name = options.name.as_ref().map_or_else(|| quote!(#text), |name| quote!(#name));
    let kind_of = kind;
    let kind = match kind {
        Kind::Task => quote!(Task),
        Kind::Pipeline => quote!(Pipeline),
    };
    let line = ident.span().start().line as u32;
    let params =
        function.sig.inputs.iter().zip(&signature.params).map(|(input, facts)| param(input, facts, options, &private));
    let borrows = signature.output.borrows;
    let (facts, success) = signature.output_facts(&private);
    let ordered = options.ordered || signature.ordered_by_default(options);
    let ordered = match kind_of {
        Kind::Pipeline if !ordered && !calls_itself(function) => quote!(<Self as #private::Described>::ORDERED),
        // What it does is not known before it is known: a call of itself keeps its order.
        Kind::Pipeline => quote!(true),
        Kind::Task => quote!(#ordered),
    };
    let inline = options.inline;
    quote_spanned! {hidden=>
        #private::TaskInfo {
            name: #name,
            path: #private::concat!(#private::module_path!(), "::", #path),
            file: #private::file!(),
            line: #line,
            kind: #private::TaskKind::#kind,
            params: &[#(#params),*],
            output: #private::OutputInfo { borrows: #borrows, facts: #facts, success: #success },
            ordered: #ordered,
            inline: #inline,
        }
    }
}

// pipeline! { fn walk(n: u32) -> u32 { .. walk(n - 1) .. } }
fn calls_itself(function: &ItemFn) -> bool {
    struct Find<'a>(&'a Ident, bool);
    impl syn::visit::Visit<'_> for Find<'_> {
        fn visit_ident(&mut self, ident: &Ident) {
            self.1 |= ident == self.0;
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            self.1 |= crate::macros::identifiers(&mac.tokens).contains(self.0);
        }
    }
    let mut find = Find(&function.sig.ident, false);
    syn::visit::Visit::visit_block(&mut find, &function.block);
    find.1
}

fn param(input: &FnArg, facts: &ParamFacts, options: &Options, private: &TokenStream) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    let name = match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pat) => pat.ident.to_string(),
            _ => "_".to_owned(),
        },
        FnArg::Receiver(_) => "self".to_owned(),
    };
    let access = match facts.access(options.shared) {
        signature::Mode::Read => quote!(Read),
        signature::Mode::Exclusive => quote!(Exclusive),
        signature::Mode::Take => quote!(Take),
    };
    let (known, borrows) = (facts.facts(private), facts.borrows);
    quote_spanned! {hidden=>
        #private::ParamInfo { name: #name, access: #private::Access::#access, facts: #known, borrows: #borrows }
    }
}
