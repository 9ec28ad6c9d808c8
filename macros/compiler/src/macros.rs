//! The arguments of macro calls in expression position.
//!
//! The std macros are read by their documented grammar. Any other macro is read as a list of expressions, if it is one.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Macro, Pat, Token};

use crate::walk::Context;

/// A macro call's input, taken apart.
pub struct Arguments {
    /// The macro's meaning is known.
    pub known: bool,
    shape: Shape,
    items: Vec<Argument>,
    /// How many leading arguments are evaluated whatever happens; `assert!` formats its message only on failure.
    eager: usize,
    format: bool,
    lead: Vec<Context>,
}

enum Shape {
    List,
    /// `vec![x; n]`
    Repeat,
    /// `matches!(x, pattern if guard)`
    Matches(Box<Pat>, Option<Box<Expr>>),
}

struct Argument {
    name: Option<Ident>,
    expr: Expr,
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Argument> {
        let named = input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = if named {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        Ok(Argument { name, expr: input.parse()? })
    }
}

/// Takes a macro's input apart, if it can be read.
pub fn parse(mac: &Macro) -> Option<Arguments> {
    let name = mac.path.segments.last()?.ident.to_string();
    if is_others(mac) {
        return list(mac, false);
    }
    let message = usize::MAX;
    let (lead, eager, format) = match name.as_str() {
        "format" | "print" | "println" | "eprint" | "eprintln" | "panic" | "todo" | "unimplemented" | "unreachable"
        | "format_args" | "bail" | "anyhow" => (vec![], message, true),
        "write" | "writeln" => (vec![Context::Receiver("write_fmt".to_owned())], message, true),
        "assert" | "debug_assert" | "ensure" => (vec![Context::Value], 1, true),
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => {
            (vec![Context::Read, Context::Read], 2, true)
        }
        "vec" => return vec_macro(mac),
        "matches" => return matches_macro(mac),
        // It tells what is written there: nothing is hoisted from it.
        "dbg" => (vec![], 0, false),
        "node" | "inline" => (vec![], message, false),
        "concat" | "stringify" | "env" | "option_env" | "include_str" | "include_bytes" | "include" | "line"
        | "file" | "column" | "module_path" | "cfg" | "compile_error" => (vec![], message, false),
        _ => return list(mac, false),
    };
    let mut arguments = list(mac, true)?;
    (arguments.lead, arguments.eager, arguments.format) = (lead, eager, format);
    Some(arguments)
}

// log::format!(..)
/// Whether a macro is named like one of std and belongs to somebody else, as its path tells.
fn is_others(mac: &Macro) -> bool {
    let first = mac.path.segments.first().map(|first| first.ident.to_string());
    let of_std = matches!(first.as_deref(), Some("std" | "core" | "alloc"));
    mac.path.segments.len() > 1 && !of_std && mac.path.segments.last().is_some_and(|last| sample(&last.ident).is_some())
}

/// For the macros of std out of which calls are hoisted, and those that end what is around them: a call without effect, for a
/// proof that the name means the macro of std.
pub fn sample(name: &Ident) -> Option<TokenStream> {
    let call = match name.to_string().as_str() {
        "print" | "eprint" | "format" => quote!(#name!("")),
        "println" | "eprintln" => quote!(#name!()),
        "panic" | "todo" | "unimplemented" | "unreachable" => quote!(|| { #name!() }),
        "write" | "writeln" => quote!(|__text: &mut ::core::fmt::Formatter<'_>| #name!(__text, "")),
        "assert" | "debug_assert" => quote!(#name!(true)),
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => quote!(#name!(0, 0)),
        "vec" => quote!(#name![()]),
        "matches" => quote!(#name!((), ())),
        "dbg" => quote!(#name!(())),
        _ => return None,
    };
    Some(call)
}

/// Whether a macro call is one of those that return an error from the function around, as `anyhow` and others have them.
pub fn returns(mac: &Macro) -> bool {
    is_named(mac, "bail") || is_named(mac, "ensure")
}

/// `ensure!(condition, ..)` for a condition that did not hold: with a message of its own the macro need not see the
/// condition again, which may have an effect.
pub fn failed(mac: &Macro) -> Macro {
    let mut mac = mac.clone();
    if let Some(mut arguments) = parse(&mac)
        && arguments.exprs().count() > 1
    {
        if let Some((_, condition, ..)) = arguments.exprs().next() {
            *condition = syn::parse_quote!(false);
        }
        mac.tokens = arguments.into_tokens();
    }
    mac
}

/// Whether nothing behind a macro call is reached.
pub fn diverges(mac: &Macro) -> bool {
    ["bail", "panic", "unreachable", "todo", "unimplemented"].iter().any(|name| is_named(mac, name))
}

/// Whether a macro call is `assert!(condition)`, without a message.
pub fn is_bare_assertion(mac: &Macro) -> bool {
    (is_named(mac, "assert") || is_named(mac, "debug_assert"))
        && parse(mac).is_some_and(|mut arguments| arguments.exprs().count() == 1)
}

/// Whether a macro call is `dbg!` of std, with something to print.
pub fn is_debug(mac: &Macro) -> bool {
    is_named(mac, "dbg") && !is_others(mac) && !mac.tokens.is_empty()
}

/// The expressions that a macro is given, as it was given them, and as they are `written`.
pub fn with_texts(mac: &Macro, written: &TokenStream) -> Option<Vec<(Expr, Literal)>> {
    let mut written = list(&Macro { tokens: written.clone(), ..mac.clone() }, true)?;
    let mut given = list(mac, true)?;
    let texts: Vec<_> = written.exprs().map(|(_, expr, ..)| crate::text::of(expr)).collect();
    Some(given.exprs().zip(texts).map(|((_, expr, ..), text)| (expr.clone(), Literal::string(&text))).collect())
}

/// What `assert!(condition)` says when it fails: it tells what is written there.
pub fn assertion_failed(mac: &Macro) -> Option<Literal> {
    // As the compiler prints it, which is what `assert!` does.
    let written = parse(mac)?.eager().into_iter().next()?.to_token_stream().to_string();
    Some(Literal::string(&format!("assertion failed: {}", written.replace('{', "{{").replace('}', "}}"))))
}

/// Whether a macro call is `assert!` or one of its kin.
pub fn is_assertion(mac: &Macro) -> bool {
    mac.path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        name.starts_with("assert") || name.starts_with("debug_assert")
    })
}

/// What stands for a region in the code of its node.
pub fn region(number: usize) -> Expr {
    let number = Literal::usize_unsuffixed(number);
    Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac: syn::parse_quote!(__superscalar_region!(#number)) })
}

/// Whether a macro call stands for a region.
pub fn is_region(mac: &Macro) -> bool {
    mac.path.is_ident("__superscalar_region")
}

/// The number of the region that a macro call stands for.
pub fn region_number(mac: &Macro) -> Option<usize> {
    is_region(mac).then(|| mac.parse_body::<syn::LitInt>().ok()?.base10_parse().ok()).flatten()
}

/// The one expression of `node!(..)` or `inline!(..)`.
pub fn only_expression(mac: &Macro) -> syn::Result<Expr> {
    mac.parse_body::<Expr>()
}

/// Whether the macro's last path segment is `name`.
pub fn is_named(mac: &Macro, name: &str) -> bool {
    mac.path.segments.last().is_some_and(|segment| segment.ident == name)
}

fn list(mac: &Macro, known: bool) -> Option<Arguments> {
    let items = Punctuated::<Argument, Token![,]>::parse_terminated.parse2(mac.tokens.clone()).ok()?;
    let items = items.into_iter().collect();
    Some(Arguments { known, shape: Shape::List, items, eager: usize::MAX, format: !known, lead: Vec::new() })
}

fn vec_macro(mac: &Macro) -> Option<Arguments> {
    let repeat = |input: ParseStream| {
        let value = input.parse::<Expr>()?;
        input.parse::<Token![;]>()?;
        Ok((value, input.parse::<Expr>()?))
    };
    let Ok((value, count)) = repeat.parse2(mac.tokens.clone()) else {
        let mut arguments = list(mac, true)?;
        arguments.format = false;
        return Some(arguments);
    };
    let items = [value, count].into_iter().map(|expr| Argument { name: None, expr }).collect();
    Some(Arguments { known: true, shape: Shape::Repeat, items, eager: 2, format: false, lead: Vec::new() })
}

fn matches_macro(mac: &Macro) -> Option<Arguments> {
    let parser = |input: ParseStream| {
        let value = input.parse::<Expr>()?;
        input.parse::<Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.parse::<Option<Token![if]>>()?.is_some() { Some(Box::new(input.parse()?)) } else { None };
        input.parse::<Option<Token![,]>>()?;
        Ok((value, pat, guard))
    };
    let (expr, pat, guard) = parser.parse2(mac.tokens.clone()).ok()?;
    Some(Arguments {
        known: true,
        shape: Shape::Matches(Box::new(pat), guard),
        items: vec![Argument { name: None, expr }],
        eager: 1,
        format: false,
        lead: vec![Context::Read],
    })
}

impl Arguments {
    /// The expressions, each with its name, its context, and whether it may not be evaluated.
    pub fn exprs(&mut self) -> impl Iterator<Item = (Option<&Ident>, &mut Expr, Context, bool)> {
        let (lead, eager, format, known) = (self.lead.clone(), self.eager, self.format, self.known);
        self.items.iter_mut().enumerate().map(move |(i, item)| {
            let context = match lead.get(i) {
                Some(context) => context.clone(),
                None if !known => Context::Receiver("!".to_owned()),
                None if format => Context::Read,
                None => Context::Value,
            };
            (item.name.as_ref(), &mut item.expr, context, i >= eager)
        })
    }

    /// The expressions that are evaluated in any case, in order: those a call may be hoisted from.
    pub fn eager(&mut self) -> Vec<&mut Expr> {
        if !self.known {
            return Vec::new();
        }
        let eager = self.eager;
        self.items.iter_mut().take(eager).map(|item| &mut item.expr).collect()
    }

    /// How many of the leading expressions are used as places: those that formatting and `assert_eq!` borrow.
    pub fn places(&self) -> usize {
        if self.format {
            self.items.len()
        } else {
            self.lead.iter().filter(|context| **context != Context::Value).count()
        }
    }

    /// The pattern and guard of `matches!`.
    pub fn guard(&mut self) -> Option<(&Pat, &mut Expr)> {
        match &mut self.shape {
            Shape::Matches(pat, Some(guard)) => Some((pat, guard)),
            _ => None,
        }
    }

    /// Variables that string literals mention; `true` for those used as width or precision.
    pub fn captured(&self) -> Vec<(String, Span, bool)> {
        let named: Vec<String> =
            self.items.iter().filter_map(|item| item.name.as_ref().map(ToString::to_string)).collect();
        let mut found = Vec::new();
        for item in self.items.iter().filter(|_| self.format) {
            if let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &item.expr {
                let names = captured_names(&text.value()).into_iter().filter(|(name, _)| !named.contains(name));
                found.extend(names.map(|(name, by_value)| (name, text.span(), by_value)));
            }
        }
        found
    }

    /// The input again.
    pub fn into_tokens(self) -> TokenStream {
        let items = self.items.iter().map(|Argument { name, expr }| match name {
            Some(name) => quote!(#name = #expr),
            None => expr.to_token_stream(),
        });
        match &self.shape {
            Shape::List => quote!(#(#items),*),
            Shape::Repeat => quote!(#(#items);*),
            Shape::Matches(pat, None) => quote!(#(#items),*, #pat),
            Shape::Matches(pat, Some(guard)) => quote!(#(#items),*, #pat if #guard),
        }
    }
}

/// The names in the placeholders of a format string.
fn captured_names(text: &str) -> Vec<(String, bool)> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let Some(close) = rest.find('}') else { break };
        let (argument, spec) = rest[..close].split_once(':').unwrap_or((&rest[..close], ""));
        names.extend(identifier(argument.trim()).map(|name| (name, false)));
        for part in spec.split('$').rev().skip(1) {
            let start = part.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |at| at + 1);
            let name = part[start..].trim_start_matches(|c: char| c.is_ascii_digit());
            names.extend(identifier(name).map(|name| (name, true)));
        }
        rest = &rest[close + 1..];
    }
    names
}

fn identifier(text: &str) -> Option<String> {
    // Keywords, too: `{type}` mentions `r#type`.
    <Ident as syn::ext::IdentExt>::parse_any.parse_str(text).ok().map(|ident| ident.to_string())
}

/// Every identifier in a token stream.
pub fn identifiers(tokens: &TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => found.push(ident),
            TokenTree::Group(group) => found.extend(identifiers(&group.stream())),
            TokenTree::Literal(literal) => found.extend(in_literal(&literal)),
            TokenTree::Punct(_) => {}
        }
    }
    found
}

fn in_literal(literal: &Literal) -> Vec<Ident> {
    let Ok(text) = syn::parse2::<syn::LitStr>(literal.to_token_stream()) else { return Vec::new() };
    captured_names(&text.value()).into_iter().map(|(name, _)| named(&name, literal.span())).collect()
}

/// An identifier with this text, raw if it is a keyword.
pub fn named(name: &str, span: Span) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(_) => Ident::new(name, span),
        Err(_) => Ident::new_raw(name, span),
    }
}
