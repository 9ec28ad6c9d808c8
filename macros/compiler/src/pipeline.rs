//! `pipeline!` and `#[pipelined]`: the stages in order.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, FnArg, ItemFn, ReturnType, Stmt};

use crate::associated::Types;
use crate::diag::Diag;
use crate::expand::{Expanded, allow, expand};
use crate::ir::Program;
use crate::lower::{Param, lower};
use crate::resolve::resolve;
use crate::surface::Input;
use crate::task::{Kind, Options, Signature, companion, is_refused_by_rustc, refuse};
use crate::witness::{Moves, Prove, prove};
use crate::{Crate, attributes, check, surface};

/// Expands `pipeline! { input }`.
pub fn expand_macro(input: TokenStream, krate: &Crate) -> TokenStream {
    match syn::parse2::<Input>(input.clone()) {
        Ok(Input::Functions(functions)) => functions.iter().map(|function| expand_function(function, krate)).collect(),
        Ok(Input::Value(stmts)) => match no_value(&stmts) {
            Some(error) => error.to_compile_error(),
            None => expand_value(&stmts, krate),
        },
        Err(error) => unreadable(&input, &error, krate),
    }
}

// pipeline! {}      pipeline! { pub struct Solar; }
fn no_value(stmts: &[Stmt]) -> Option<syn::Error> {
    match stmts {
        [] => {
            Some(syn::Error::new(Span::call_site(), "a pipeline is empty: write `fn name(..) { .. }`, or statements"))
        }
        [Stmt::Item(item), ..] if stmts.iter().all(|stmt| matches!(stmt, Stmt::Item(_))) => {
            Some(syn::Error::new_spanned(item, "`pipeline!` holds functions or statements: move this item out of it"))
        }
        _ => None,
    }
}

/// Expands `#[pipelined] item`.
pub fn expand_attribute(options: TokenStream, item: TokenStream, krate: &Crate) -> TokenStream {
    let diag = Diag::new();
    if !options.is_empty() {
        diag.error(&options, "`#[pipelined]` takes no options: remove this");
    }
    let function = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(function) => Some(function),
        Err(error) if crate::task::is_function(&item) => {
            diag.push(error);
            None
        }
        Err(_) => {
            diag.error(&item, "`#[pipelined]` stands on something that is no function: write it on a `fn`");
            None
        }
    };
    let errors = diag.finish();
    match function {
        Some(function) if errors.is_none() => expand_function(&function, krate),
        _ => quote!(#item #errors),
    }
}

/// Half-typed code: rustc is shown the parser's error, an editor the user's tokens, so that it can go on helping.
fn unreadable(input: &TokenStream, error: &syn::Error, krate: &Crate) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    let (name, error) = (Ident::new(krate.name(), hidden), error.to_compile_error());
    if surface::looks_like_functions(input) {
        quote_spanned!(hidden=> ::#name::__select! { { #input } { #error } })
    } else {
        let private = krate.private();
        quote_spanned!(hidden=> ::#name::__select! { { #private::Pipeline::unknown(|| { #input }) } { { #error } } })
    }
}

// Input:  fn solar(path: &Path) -> Report { body }
// Output: fn solar(path: &Path) -> Report { constants; if plain(&PLAN) { body } else { parallel } }   struct solar {} impl solar { .. }
fn expand_function(function: &ItemFn, krate: &Crate) -> TokenStream {
    let diag = Diag::new();
    refuse(function, Kind::Pipeline, &diag);
    if let Some(token) = &function.sig.constness {
        diag.error(token, "a pipeline cannot be `const`, since it runs on threads: remove this");
    }
    if is_refused_by_rustc(&function.sig) {
        let (plain, errors) = (serial_function(function, None, &[], &[], &Moves::new(), krate), diag.finish());
        return quote!(#plain #errors);
    }
    if check::jumps_astray(&function.block) {
        let (plain, errors) = (serial_function(function, None, &[], &[], &Moves::new(), krate), diag.finish());
        let companion = fallback_companion(function);
        return quote!(#plain #companion #errors);
    }
    let signature = Signature::read(&function.sig, &diag);
    let program = diag.is_clean().then(|| lower_function(function, &signature, krate, &diag));
    let mut program = program;
    if let Some(program) = &program {
        check::check(program, &diag);
    }
    let clean = diag.is_clean();
    let errors = diag.finish();
    let Some(program) = program.as_mut().filter(|_| clean) else {
        let plain = serial_function(function, None, &[], &[], &Moves::new(), krate);
        // Nothing can be declared beside a method.
        let companion = function.sig.receiver().is_none().then(|| fallback_companion(function));
        return quote!(#plain #companion #errors);
    };
    let mut resolved = resolve(program);
    let moves = prove(program, &mut resolved, &function.block.stmts);
    let name = &function.sig.ident;
    let described = quote!(#name);
    let returns_unit = matches!(function.sig.output, ReturnType::Default);
    let expanded = expand(program, &resolved, &described, returns_unit, krate);
    let plain = serial_function(function, Some(&expanded), &program.items, &proofs(program, krate), &moves, krate);
    let companion = companion(function, &signature, &Options::default(), Kind::Pipeline, krate);
    let graph = graph_method(function, krate);
    quote!(#plain #companion #graph)
}

fn lower_function(function: &ItemFn, signature: &Signature, krate: &Crate, diag: &Diag) -> Program {
    let private = krate.private();
    let params = function.sig.inputs.iter().zip(&signature.params).filter_map(|(input, facts)| match input {
        FnArg::Typed(typed) => Some(Param {
            pat: (*typed.pat).clone(),
            ty: (*typed.ty).clone(),
            facts: {
                let facts = facts.facts(&private);
                let hidden = crate::hidden(Span::call_site());
                quote_spanned!(hidden=> { use #private::ProbeFallback as _; #facts })
            },
            lent: facts.lent(),
        }),
        FnArg::Receiver(_) => None,
    });
    let output = match &function.sig.output {
        ReturnType::Type(_, ty) if !mentions_impl(ty) => Some((**ty).clone()),
        _ => None,
    };
    let (name, types) = (function.sig.ident.to_string(), Types::of_function(function));
    lower(&name, params.collect(), output, &function.block.stmts, types, false, diag)
}

/// `impl Trait` cannot be written at a `let`.
fn mentions_impl(ty: &syn::Type) -> bool {
    struct Find(bool);
    impl syn::visit::Visit<'_> for Find {
        fn visit_type_impl_trait(&mut self, _: &syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    syn::visit::Visit::visit_type(&mut find, ty);
    find.0
}

/// The function as written: alone, or as the first of two branches. rustc reads it first and reports what is wrong there.
fn serial_function(
    function: &ItemFn,
    expanded: Option<&Expanded>,
    items: &[syn::Item],
    proofs: &[(usize, TokenStream)],
    moves: &Moves,
    krate: &Crate,
) -> TokenStream {
    let (vis, sig) = (&function.vis, &function.sig);
    let (inner, outer): (Vec<&Attribute>, Vec<&Attribute>) = function
        .attrs
        .iter()
        .filter(|attr| !attributes::is_ours(attr))
        .partition(|attr| matches!(attr.style, syn::AttrStyle::Inner(_)));
    let stmts = serial_statements(&function.block.stmts, !items.is_empty(), proofs, None, krate);
    let braced = |stream: TokenStream| {
        let mut group = proc_macro2::Group::new(proc_macro2::Delimiter::Brace, stream);
        group.set_span(function.block.brace_token.span.join());
        group
    };
    let Some(expanded) = expanded else {
        let body = braced(quote!(#(#inner)* #stmts));
        return quote!(#(#outer)* #vis #sig #body);
    };
    let second = second(&function.block.stmts, !items.is_empty(), moves, krate);
    let branches = branches(&braced(stmts).into(), &second, expanded, krate);
    let body = braced(quote!(#(#inner)* #(#items)* #branches));
    quote!(#(#outer)* #vis #sig #body)
}

// Output: else if false { return { body, with moves }; }
fn second(stmts: &[Stmt], items_moved: bool, moves: &Moves, krate: &Crate) -> TokenStream {
    if moves.is_empty() {
        return TokenStream::new();
    }
    let (hidden, allow) = (crate::hidden(Span::call_site()), allow());
    let body = serial_statements(stmts, items_moved, &[], Some(moves), krate);
    quote_spanned!(hidden=> else if false { #allow return { #body }; })
}

// Output: constants; if plain(&PLAN) { body } else if false { second } else { parallel }
fn branches(serial: &proc_macro2::TokenTree, second: &TokenStream, expanded: &Expanded, krate: &Crate) -> TokenStream {
    let private = krate.private();
    let hidden = crate::hidden(Span::call_site());
    let Expanded { items: constants, parallel, plan } = expanded;
    quote_spanned! {hidden=>
        #constants
        if let #private::Some(__timed) = #private::plain(&#plan) #serial #second else { #parallel }
    }
}

/// The statements as written, less what only the macro understands.
fn serial_statements(
    stmts: &[Stmt],
    items_moved: bool,
    proofs: &[(usize, TokenStream)],
    moves: Option<&Moves>,
    krate: &Crate,
) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut prove = moves.map(|moves| Prove::new(moves, krate));
    for (index, stmt) in stmts.iter().enumerate() {
        tokens.extend(proofs.iter().filter(|(at, _)| *at == index).map(|(_, proof)| proof.clone()));
        let mut stmt = stmt.clone();
        let moved = prove.as_mut().map(|prove| prove.before(&mut stmt)).unwrap_or_default();
        if !(matches!(stmt, Stmt::Item(_)) && items_moved) {
            moved.iter().for_each(|proof| proof.to_tokens(&mut tokens));
            used_window(&stmt).to_tokens(&mut tokens);
            syn::visit_mut::VisitMut::visit_stmt_mut(&mut Strip { serial: true }, &mut stmt);
            stmt.to_tokens(&mut tokens);
        }
    }
    tokens
}

/// Removes the attributes that are ours, and those of them that were reported.
pub struct Strip {
    /// In the serial copy variables in a `#[window(n)]` count as used.
    pub serial: bool,
}

// #[window(n)] for ..    let _: usize = n;
fn used_window(stmt: &Stmt) -> Option<Stmt> {
    let Stmt::Expr(syn::Expr::ForLoop(e), _) = stmt else { return None };
    let attr = e.attrs.iter().find(|attr| attr.path().is_ident("window"))?;
    let window = attr.parse_args::<syn::Expr>().ok().filter(|window| !matches!(window, syn::Expr::Lit(_)))?;
    let hidden = crate::hidden(Span::call_site());
    syn::parse2(quote_spanned!(hidden=> let _: usize = #window;)).ok()
}

impl syn::visit_mut::VisitMut for Strip {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        if self.serial {
            let stmts = std::mem::take(&mut block.stmts);
            block.stmts = stmts.into_iter().flat_map(|stmt| used_window(&stmt).into_iter().chain([stmt])).collect();
        }
        syn::visit_mut::visit_block_mut(self, block);
    }

    fn visit_stmt_macro_mut(&mut self, stmt: &mut syn::StmtMacro) {
        stmt.attrs.retain(|attr| !attributes::is_ours(attr));
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        local.attrs.retain(|attr| !attributes::is_ours(attr));
        syn::visit_mut::visit_local_mut(self, local);
    }

    fn visit_expr_mut(&mut self, expr: &mut syn::Expr) {
        if let Some(attrs) = attributes::of_expr_mut(expr) {
            attrs.retain(|attr| !attributes::is_ours(attr));
        }
        syn::visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// `if false { owned(raw.len()); }` beside the statement that relies on it, where lifetimes are real.
fn proofs(program: &Program, krate: &Crate) -> Vec<(usize, TokenStream)> {
    let private = krate.private();
    let hidden = crate::hidden(Span::call_site());
    let proofs = program.proofs.iter().map(|(index, expr)| {
        let allow = allow();
        (*index, quote_spanned!(hidden=> #allow if false { #private::owned(#expr); }))
    });
    proofs.collect()
}

fn graph_method(function: &ItemFn, krate: &Crate) -> TokenStream {
    let private = krate.private();
    let hidden = crate::hidden(function.sig.ident.span());
    let name = &function.sig.ident;
    let cfg = crate::cfg_attributes(&function.attrs);
    quote_spanned! {hidden=>
        #(#cfg)*
        #[allow(missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]
        impl #name {
            pub fn graph() -> #private::GraphInfo { <Self as #private::Described>::graph() }
        }
    }
}

/// After an error: enough of a companion that other pipelines do not report this one as unknown.
fn fallback_companion(function: &ItemFn) -> TokenStream {
    let hidden = crate::hidden(function.sig.ident.span());
    let (vis, name) = (&function.vis, &function.sig.ident);
    quote_spanned!(hidden=> #[doc(hidden)] #[allow(non_camel_case_types, dead_code)] #vis struct #name {})
}

// Input:  statements tail
// Output: Pipeline::new(graph, || { constants; if plain(&PLAN) { statements tail } else { parallel } })
fn expand_value(stmts: &[Stmt], krate: &Crate) -> TokenStream {
    let private = krate.private();
    let hidden = crate::hidden(Span::call_site());
    let diag = Diag::new();
    let program = lower("pipeline", Vec::new(), None, stmts, Types::of_value(stmts), true, &diag);
    check::check(&program, &diag);
    let proofs = proofs(&program, krate);
    let mut resolved = resolve(&program);
    let moves = prove(&program, &mut resolved, stmts);
    let plain = serial_statements(stmts, !program.items.is_empty(), &proofs, None, krate);
    let second = second(stmts, !program.items.is_empty(), &moves, krate);
    let items = &program.items;
    if let Some(errors) = diag.finish() {
        return quote_spanned!(hidden=> #private::Pipeline::unknown(|| { #errors #(#items)* #plain }));
    }
    let described = Ident::new("__SuperscalarPipeline", hidden);
    let returns_unit = !matches!(stmts.last(), Some(Stmt::Expr(_, None)))
        && !matches!(stmts.last(), Some(Stmt::Macro(last)) if last.semi_token.is_none());
    let expanded = expand(&program, &resolved, &quote!(#described), returns_unit, krate);
    let serial = proc_macro2::Group::new(proc_macro2::Delimiter::Brace, plain);
    let branches = branches(&serial.into(), &second, &expanded, krate);
    quote_spanned! {hidden=> {
        #(#items)*
        struct #described {}
        #private::Pipeline::new(|| <#described as #private::Described>::graph(), || { #branches })
    }}
}
