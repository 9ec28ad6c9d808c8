//! Names: which identifiers are variables, which calls are nodes.
//!
//! Two identifiers are the same variable when their text and their hygiene context agree. The context is read off the
//! span's debug form (`#3 bytes(..)`), the only place where stable Rust shows it; where it is not shown, text decides.

use std::cell::OnceCell;
use std::cmp::Ordering;

use proc_macro2::{Ident, Span};
use syn::{Expr, ExprCall, Member, Path, Type};

/// A variable's name together with its hygiene context.
#[derive(Clone, Debug)]
pub struct Key {
    name: String,
    span: Span,
    /// Asked for where two names agree: it takes longer than all else that is done for an identifier.
    context: OnceCell<String>,
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Key) -> Ordering {
        self.name.cmp(&other.name).then_with(|| self.context().cmp(other.context()))
    }
}

impl Key {
    /// The key of an identifier.
    pub fn of(ident: &Ident) -> Key {
        Key::new(&ident.to_string(), ident.span())
    }

    /// The key of a name that stands inside a literal (`"{raw}"`).
    pub fn new(name: &str, span: Span) -> Key {
        let name = name.strip_prefix("r#").unwrap_or(name);
        Key { name: name.to_owned(), span, context: OnceCell::new() }
    }

    fn context(&self) -> &str {
        self.context.get_or_init(|| {
            let shown = format!("{:?}", self.span);
            shown.split_once(" bytes(").map_or("", |(context, _)| context).to_owned()
        })
    }
}

const PRIMITIVES: &[&str] = &[
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    "f32", "f64",
];

/// Functions that Rust's prelude brings into every scope: glue, as `std::mem::drop` is.
const PRELUDE: &[&str] = &["drop", "size_of", "size_of_val", "align_of", "align_of_val"];

/// Whether a name reads as a variable or function (`raw`, `_x`) rather than a type or constant (`Frame`, `MAX`).
pub fn is_lower(name: &str) -> bool {
    let name = name.strip_prefix("r#").unwrap_or(name);
    name.chars().find(|c| *c != '_').is_none_or(|c| !c.is_uppercase())
}

/// The callee, when a call is written as a node: a path that ends in a lower-case name and belongs to no type.
pub fn callee(call: &ExprCall) -> Option<&Path> {
    let Expr::Path(func) = &*call.func else { return None };
    if func.qself.is_some() {
        return None;
    }
    let path = &func.path;
    let last = path.segments.last()?;
    if !is_lower(&last.ident.to_string()) {
        return None;
    }
    let first = path.segments.first()?.ident.to_string();
    if path.segments.len() == 1 {
        return (!PRELUDE.contains(&first.as_str())).then_some(path);
    }
    if matches!(first.as_str(), "std" | "core" | "alloc" | "Self") {
        return None;
    }
    let owner = path.segments.iter().rev().nth(1)?.ident.to_string();
    (is_lower(&owner) && !PRIMITIVES.contains(&owner.as_str())).then_some(path)
}

/// Whether a call is one of a function of std that does not return: what follows it is no code for rustc.
pub fn never_returns(call: &ExprCall) -> bool {
    let Expr::Path(func) = &*call.func else { return false };
    let name = func.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    matches!(name.as_str(), "exit" | "abort" | "panic_any" | "resume_unwind")
}

/// The single identifier of an expression that is one.
pub fn ident_of(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Path(path) if path.qself.is_none() && path.attrs.is_empty() => path.path.get_ident(),
        Expr::Paren(paren) => ident_of(&paren.expr),
        Expr::Group(group) => ident_of(&group.expr),
        _ => None,
    }
}

/// The variable and the fields of an expression that is a field path (`x`, `x.left.0`).
pub fn field_path(expr: &Expr) -> Option<(&Ident, Vec<&Member>)> {
    match expr {
        Expr::Field(field) => {
            let (ident, mut members) = field_path(&field.base)?;
            members.push(&field.member);
            Some((ident, members))
        }
        Expr::Paren(paren) => field_path(&paren.expr),
        Expr::Group(group) => field_path(&group.expr),
        _ => ident_of(expr).map(|ident| (ident, Vec::new())),
    }
}

/// A member's text.
pub fn member_name(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Whether a type is one of the primitives that hold no borrow and are `Copy`.
pub fn is_primitive(ty: &Type) -> bool {
    match ty {
        Type::Path(path) if path.qself.is_none() => path
            .path
            .get_ident()
            .is_some_and(|ident| *ident != "str" && PRIMITIVES.contains(&ident.to_string().as_str())),
        Type::Paren(paren) => is_primitive(&paren.elem),
        Type::Group(group) => is_primitive(&group.elem),
        _ => false,
    }
}

const READERS: &[&str] = &[
    "len",
    "is_empty",
    "iter",
    "get",
    "first",
    "last",
    "contains",
    "contains_key",
    "starts_with",
    "ends_with",
    "as_ref",
    "as_str",
    "as_slice",
    "as_bytes",
    "as_deref",
    "as_path",
    "as_ptr",
    "clone",
    "cloned",
    "copied",
    "to_string",
    "to_owned",
    "to_vec",
    "chars",
    "bytes",
    "lines",
    "split",
    "split_whitespace",
    "trim",
    "keys",
    "values",
    "capacity",
    "is_some",
    "is_none",
    "is_ok",
    "is_err",
    "chunks",
    "windows",
    "concat",
    "join",
    "abs",
    "binary_search",
    "split_at",
    "nrows",
    "ncols",
    "shape",
    "dim",
    "display",
    "exists",
    "borrow",
    "deref",
    "range",
    "front",
    "back",
    "count_ones",
    "load",
];

/// Methods that leave their receiver as it was, whoever wrote them.
pub fn is_reader(method: &str) -> bool {
    READERS.contains(&method)
}

const CONSUMERS: &[&str] = &[
    "ok",
    "err",
    "map",
    "map_err",
    "map_or",
    "map_or_else",
    "and_then",
    "or_else",
    "and",
    "or",
    "xor",
    "filter",
    "flatten",
    "transpose",
    "zip",
    "ok_or",
    "ok_or_else",
    "collect",
    "sum",
    "product",
    "fold",
    "for_each",
    "count",
    "build",
    "finish",
    "join",
    "chain",
    "rev",
    "enumerate",
    "take",
    "skip",
    "step_by",
    "filter_map",
    "flat_map",
    "unzip",
    "partition",
    "reduce",
    "cycle",
    "peekable",
    "scan",
    "inspect",
    "fuse",
    "boxed",
];

/// Methods that take their receiver by value by convention.
pub fn is_sure_consumer(method: &str) -> bool {
    method.starts_with("unwrap") || method.starts_with("expect") || method.starts_with("into_") || method == "into"
}

/// Methods that take their receiver by value, or may: when it is its last mention.
pub fn is_consumer(method: &str) -> bool {
    is_sure_consumer(method) || CONSUMERS.contains(&method)
}

/// Methods that take an `Option`, a `Result` or an iterator by value, and other types perhaps by reference.
pub fn is_consumer_of_std(method: &str) -> bool {
    CONSUMERS.contains(&method) && !matches!(method, "boxed" | "build" | "finish" | "join" | "take")
}

const OWNED: &[&str] = &[
    "len",
    "is_empty",
    "is_some",
    "is_none",
    "is_ok",
    "is_err",
    "contains",
    "contains_key",
    "starts_with",
    "ends_with",
    "to_string",
    "capacity",
    "nrows",
    "ncols",
    "count_ones",
];

/// Methods whose result holds no borrow. The expansion proves it of each use.
pub fn is_owned(method: &str) -> bool {
    OWNED.contains(&method)
}

const ORDERED: &[&str] = &[
    "store",
    "swap",
    "compare_exchange",
    "compare_exchange_weak",
    "lock",
    "try_lock",
    "read",
    "write",
    "try_read",
    "try_write",
    "send",
    "try_send",
    "send_timeout",
    "recv",
    "try_recv",
    "recv_timeout",
    "set",
    "replace",
    "take",
    "borrow_mut",
    "try_borrow_mut",
    "get_or_init",
    "get_or_try_init",
    "wait",
    "notify_one",
    "notify_all",
    "update",
    "flush",
    "write_all",
    "write_fmt",
    "write_str",
    "read_line",
    "read_to_end",
    "read_to_string",
    "read_exact",
];

/// Methods whose order shows even through a shared reference.
pub fn shows_order(method: &str) -> bool {
    method.starts_with("fetch_") || ORDERED.contains(&method)
}

const MUTATORS: &[&str] = &[
    "push",
    "push_str",
    "push_back",
    "push_front",
    "insert",
    "extend",
    "extend_from_slice",
    "sort",
    "sort_by",
    "sort_by_key",
    "sort_unstable",
    "sort_unstable_by",
    "sort_unstable_by_key",
    "dedup",
    "clear",
    "truncate",
    "reserve",
    "retain",
    "remove",
    "pop",
    "swap",
    "reverse",
    "resize",
    "append",
    "by_ref",
    "fill",
    "copy_from_slice",
    "clone_from_slice",
    "rotate_left",
    "rotate_right",
    "swap_remove",
    "drain",
    "set",
];

/// Methods that change their receiver and nothing else, so that a statement of one has no other effect.
pub fn is_mutator(method: &str) -> bool {
    MUTATORS.contains(&method)
}

/// Methods of iterators that make something of all items and take no second end: behind them a chain is over.
pub fn consumes_items(method: &str) -> bool {
    matches!(
        method,
        "all"
            | "any"
            | "collect"
            | "count"
            | "find"
            | "find_map"
            | "fold"
            | "last"
            | "max"
            | "max_by"
            | "max_by_key"
            | "min"
            | "min_by"
            | "min_by_key"
            | "partition"
            | "position"
            | "product"
            | "reduce"
            | "sum"
            | "unzip"
    )
}

/// Methods of iterators whose closure makes a result of each item.
pub fn maps_items(method: &str) -> bool {
    matches!(method, "map" | "filter_map" | "flat_map")
}

/// Methods of iterators that ask for items from the back, or for their number.
pub fn needs_both_ends(method: &str) -> bool {
    matches!(method, "cycle" | "len" | "next_back" | "nth_back" | "rev" | "rfind" | "rfold" | "rposition" | "by_ref")
}

/// Methods whose result is an iterator, whatever they are called on.
pub fn yields_items(method: &str) -> bool {
    matches!(
        method,
        "array_windows"
            | "bytes"
            | "chain"
            | "char_indices"
            | "chars"
            | "chunks"
            | "chunks_exact"
            | "chunks_exact_mut"
            | "chunks_mut"
            | "copied"
            | "cloned"
            | "drain"
            | "enumerate"
            | "into_iter"
            | "into_keys"
            | "into_values"
            | "iter"
            | "iter_mut"
            | "keys"
            | "lines"
            | "peekable"
            | "rchunks"
            | "rev"
            | "rsplit"
            | "skip"
            | "skip_while"
            | "split_ascii_whitespace"
            | "split_whitespace"
            | "step_by"
            | "take_while"
            | "values"
            | "values_mut"
            | "windows"
            | "zip"
    )
}
