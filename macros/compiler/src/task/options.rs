//! The options in `#[task(..)]`.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, LitStr, Meta, Token};

use crate::diag::Diag;

/// What `#[task(..)]` says.
#[derive(Default)]
pub struct Options {
    /// Has effects beyond its arguments.
    pub ordered: bool,
    /// Too small for a thread.
    pub inline: bool,
    /// Order does not show through `&Mutex<_>` and the like.
    pub shared: bool,
    /// The name in pictures.
    pub name: Option<LitStr>,
}

const ALLOWED: &str = "write `ordered`, `inline`, `shared` or `name = \"..\"`";

impl Options {
    /// Reads the options; reports what is no option.
    pub fn parse(tokens: TokenStream, diag: &Diag) -> Options {
        let mut options = Options::default();
        match Punctuated::<Meta, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(metas) => metas.iter().for_each(|meta| options.read(meta, diag)),
            Err(error) => {
                diag.push(syn::Error::new(error.span(), format!("this is no option of `#[task]`: {ALLOWED}")))
            }
        }
        options
    }

    fn read(&mut self, meta: &Meta, diag: &Diag) {
        let Some(ident) = meta.path().get_ident() else {
            return diag.error(meta.path(), format!("this is no option of `#[task]`: {ALLOWED}"));
        };
        let text = ident.to_string();
        let flag = match text.as_str() {
            "ordered" => &mut self.ordered,
            "inline" => &mut self.inline,
            "shared" => &mut self.shared,
            "name" => return self.read_name(meta, diag),
            _ => return diag.error(ident, format!("`{text}` is no option of `#[task]`: {ALLOWED}")),
        };
        if !matches!(meta, Meta::Path(_)) {
            diag.error(meta, format!("`{text}` takes no value: write `#[task({text})]`"));
        } else if std::mem::replace(flag, true) {
            diag.error(ident, format!("`{text}` is given twice: remove one"));
        }
    }

    fn read_name(&mut self, meta: &Meta, diag: &Diag) {
        match meta {
            Meta::NameValue(value) => match &value.value {
                Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if !text.value().trim().is_empty() => {
                    if self.name.replace(text.clone()).is_some() {
                        diag.error(meta.path(), "`name` is given twice: remove one");
                    }
                }
                other => diag.error(other, "the name is a string that is not empty: write `name = \"load prices\"`"),
            },
            other => diag.error(other, "`name` wants a value: write `name = \"load prices\"`"),
        }
    }
}
