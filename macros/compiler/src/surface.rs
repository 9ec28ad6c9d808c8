//! What stands in `pipeline! { .. }`: functions, or the statements of a value.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Block, ItemFn, Signature, Stmt, Token, Visibility};

/// The input of `pipeline!`.
pub enum Input {
    /// `fn name(..) { .. }`, one or more.
    Functions(Vec<ItemFn>),
    /// Statements and a tail.
    Value(Vec<Stmt>),
}

impl Parse for Input {
    fn parse(input: ParseStream) -> syn::Result<Input> {
        // `pipeline!({ .. })`, which rustfmt formats.
        if input.peek(syn::token::Brace) {
            let ahead = input.fork();
            if ahead.parse::<Block>().is_ok()
                && (ahead.is_empty()
                    || ahead.peek(Token![;]) && {
                        ahead.parse::<Token![;]>()?;
                        ahead.is_empty()
                    })
            {
                let block: Block = input.parse()?;
                input.parse::<Option<Token![;]>>()?;
                return Ok(Input::Value(block.stmts));
            }
        }
        if is_function(input) {
            let mut functions = Vec::new();
            while !input.is_empty() {
                functions.push(function(input)?);
                while input.parse::<Option<Token![;]>>()?.is_some() {}
            }
            return Ok(Input::Functions(functions));
        }
        Ok(Input::Value(Block::parse_within(input)?))
    }
}

/// Whether the input starts with a function, and all of it is functions: statements may begin with one, too.
fn is_function(input: ParseStream) -> bool {
    let ahead = input.fork();
    let head = ahead.call(Attribute::parse_outer).is_ok()
        && ahead.parse::<Visibility>().is_ok()
        && ahead.parse::<Signature>().is_ok();
    if !head {
        return false;
    }
    // A function that is only begun is a function; a value never ends in one.
    let whole = input.fork();
    while !whole.is_empty() {
        if whole.parse::<ItemFn>().is_err() {
            let rest = whole.parse::<TokenStream>().map(|rest| rest.to_string()).unwrap_or_default();
            return rest.trim_start().starts_with("fn ")
                || rest.trim_start().starts_with("pub ")
                || rest.trim_start().starts_with('#');
        }
        while matches!(whole.parse::<Option<Token![;]>>(), Ok(Some(_))) {}
    }
    true
}

/// Whether tokens that do not parse were meant as functions.
pub fn looks_like_functions(input: &TokenStream) -> bool {
    let head = |input: ParseStream| {
        let found = input.call(Attribute::parse_outer).is_ok()
            && input.parse::<Visibility>().is_ok()
            && (input.peek(Token![fn])
                || input.peek(Token![async])
                || input.peek(Token![unsafe])
                || input.peek(Token![const]));
        input.parse::<TokenStream>()?;
        Ok(found)
    };
    syn::parse::Parser::parse2(head, input.clone()).unwrap_or(false)
}

/// A function whose body is any block.
fn function(input: ParseStream) -> syn::Result<ItemFn> {
    input.parse()
}
