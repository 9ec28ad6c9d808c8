//! Expressions as short text, for the labels of pictures.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Path, Type};

/// An expression on one line, spaced as rustfmt would.
pub fn of(expr: &Expr) -> String {
    let mut text = String::new();
    write(expr.to_token_stream(), &mut text);
    text
}

/// A pattern on one line.
pub fn of_pattern(pat: &syn::Pat) -> String {
    let mut text = String::new();
    write(pat.to_token_stream(), &mut text);
    text
}

/// The head of control flow: `if x > 1`, `match kind`, `for x in xs`.
pub fn of_head(expr: &Expr) -> String {
    match expr {
        Expr::Paren(e) => of_head(&e.expr),
        Expr::Group(e) => of_head(&e.expr),
        Expr::Try(e) => format!("{}?", of_head(&e.expr)),
        Expr::If(e) => format!("if {}", of(&e.cond)),
        Expr::Match(e) => format!("match {}", of(&e.expr)),
        Expr::While(e) => format!("while {}", of(&e.cond)),
        Expr::ForLoop(e) => format!("for {} in {}", of_pattern(&e.pat), of(&e.expr)),
        Expr::Loop(_) => "loop".to_owned(),
        Expr::Block(_) => "block".to_owned(),
        other => of(other),
    }
}

/// A path without its generic arguments.
pub fn of_path(path: &Path) -> String {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::")
}

/// A type, a path without its generic arguments.
pub fn of_type(ty: &Type) -> String {
    match ty {
        Type::Path(path) if path.qself.is_none() => of_path(&path.path),
        Type::Group(group) => of_type(&group.elem),
        Type::Paren(paren) => of_type(&paren.elem),
        other => {
            let mut text = String::new();
            write(other.to_token_stream(), &mut text);
            text
        }
    }
}

fn write(tokens: TokenStream, text: &mut String) {
    let mut previous: Option<TokenTree> = None;
    let mut unary = false;
    let mut parameters = false;
    for token in tokens {
        let bar = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '|');
        let after_bar = parameters && text.ends_with('|');
        if !(after_bar || parameters && bar)
            && previous.as_ref().is_some_and(|previous| spaced(previous, &token, unary, text))
        {
            text.push(' ');
        }
        // `|a, b|` opens where an operand may begin.
        parameters ^= bar && (parameters || previous.as_ref().is_none_or(|previous| !ends_operand(previous)));
        match &token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write(group.stream(), text);
                text.push_str(close);
            }
            other => text.push_str(&other.to_string()),
        }
        let joined =
            matches!(&previous, Some(TokenTree::Punct(punct)) if punct.spacing() == proc_macro2::Spacing::Joint);
        unary = is_operator(&token)
            && if joined { unary } else { previous.as_ref().is_none_or(|previous| !ends_operand(previous)) };
        previous = Some(token);
    }
}

fn is_operator(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '&' | '*' | '!' | '-'))
}

fn ends_operand(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Ident(ident) => !matches!(ident.to_string().as_str(), "return" | "in" | "if" | "match" | "mut"),
        TokenTree::Group(_) | TokenTree::Literal(_) => true,
    }
}

/// Whether a space stands between two tokens; `text` ends with the first, which may be a unary operator.
fn spaced(left: &TokenTree, right: &TokenTree, unary: bool, text: &str) -> bool {
    match (left, right) {
        (TokenTree::Punct(left), _) if left.as_char() == '\'' => false,
        (TokenTree::Punct(left), TokenTree::Punct(_)) if left.spacing() == proc_macro2::Spacing::Joint => false,
        (_, TokenTree::Punct(right)) if matches!(right.as_char(), ',' | ';' | '.' | '?' | ':') => false,
        (_, TokenTree::Punct(right)) if matches!(right.as_char(), '<' | '>') && in_type(text) => false,
        (TokenTree::Punct(left), _) if left.as_char() == '.' => false,
        (TokenTree::Punct(left), _) if left.as_char() == ':' => !text.ends_with("::"),
        (TokenTree::Punct(left), TokenTree::Group(group)) if left.as_char() == '!' => {
            group.delimiter() == Delimiter::Brace
        }
        (TokenTree::Punct(_), _) if is_operator(left) => !unary,
        (TokenTree::Punct(left), _) if left.as_char() == '#' => false,
        (TokenTree::Punct(left), _) if left.as_char() == '<' => !in_type(text),
        (TokenTree::Ident(_), TokenTree::Punct(right)) if right.as_char() == '!' => false,
        (TokenTree::Ident(left), TokenTree::Group(group)) if group.delimiter() != Delimiter::Brace => {
            matches!(left.to_string().as_str(), "in" | "return" | "if" | "match" | "mut")
        }
        (TokenTree::Punct(left), TokenTree::Group(group)) if left.as_char() == '?' || left.as_char() == '>' => {
            group.delimiter() == Delimiter::Brace || left.as_char() == '>' && !text.contains("::<")
        }
        (TokenTree::Group(_), TokenTree::Group(right)) => right.delimiter() == Delimiter::Brace,
        _ => true,
    }
}

/// Whether `text` ends between the angles of `Vec::<u8>` or `<Vec<u8>>`.
fn in_type(text: &str) -> bool {
    let opened = ["::<", "(<", "&<"].iter().filter_map(|open| Some(text.rfind(open)? + open.len() - 1)).max();
    let Some(at) = text.starts_with('<').then_some(0).max(opened) else { return false };
    let mut depth = 0;
    for angle in text[at..].chars().filter(|angle| matches!(angle, '<' | '>')) {
        depth += if angle == '<' { 1 } else { -1 };
        if depth == 0 {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    #[test]
    fn expressions_read_as_written() {
        for text in [
            "load(path)?",
            "<Vec<u8>>::from(x)",
            "Model::<f64>::new(a < b)",
            "f(<u8>::from(x))",
            "<A>::f(a < b, c > d)",
            "&raw",
            "f(&mut x, *y, -1)",
            "a + b * c",
            "vec![f(a), f(b)]",
            "x.left.len()",
            "s as f64 / 2.0",
            "Point { x: 1, y }",
            "m::f::<u8>(x)",
            "println!(\"{x}\", y)",
            "|x| x + 1",
            "(a, b)",
            "v[i]",
            "!done && a == b",
        ] {
            let expr = syn::parse_str(text).expect(text);
            assert_eq!(super::of(&expr), text);
        }
    }
}
