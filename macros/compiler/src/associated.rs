//! Calls of associated functions in `node!(..)`: of which type, and so which constant says whether the function is a task.
//!
//! The plan is a constant, in which a type must be written out: nothing is inferred there, and the generic parameters of
//! the function around are out of reach. So a type counts when it stands whole in the pipeline: `node!(<Model>::fit(..))`,
//! `node!(Model::<f64>::new(..))`; `node!(Model::fit(..))` where `Model` is written as a type elsewhere in the pipeline; and
//! `node!(model.fit(..))` where `model` is declared with its type. Any other call is assumed to borrow from all it mentions.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Expr, ExprPath, GenericArgument, Ident, Lifetime, PathArguments, Stmt, Type, TypePath};

use crate::macros;
use crate::names::{is_lower, is_primitive};
use crate::text;

/// An associated function that may be a task.
#[derive(Clone)]
pub struct Associated {
    /// The type, with `'_` for its lifetimes.
    pub ty: Type,
    /// The function.
    pub name: Ident,
    /// For a method call, how its receiver is declared.
    pub receiver: Option<Declared>,
}

/// How a variable of a type `T` is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Declared {
    /// `x: &T`
    Shared,
    /// `x: &mut T`
    Exclusive,
    /// `x: T`
    Value,
}

impl Associated {
    /// `Model::fit`
    pub fn label(&self) -> String {
        format!("{}::{}", text::of_type(&self.ty), self.name)
    }

    /// The type with which the receiver is declared.
    pub fn declared(&self) -> Option<Type> {
        let ty = &self.ty;
        Some(match self.receiver? {
            Declared::Shared => syn::parse_quote!(&#ty),
            Declared::Exclusive => syn::parse_quote!(&mut #ty),
            Declared::Value => ty.clone(),
        })
    }
}

/// What a pipeline tells about types.
#[derive(Default)]
pub struct Types {
    /// The generic parameters of its function, which constants cannot name.
    generics: BTreeSet<String>,
    /// It is a value: it may stand in a function with generic parameters that nobody sees.
    value_form: bool,
    /// The types that are written in it, by their paths without arguments.
    written: BTreeMap<String, Type>,
}

impl Types {
    /// Of a pipeline that is a function.
    pub fn of_function(function: &syn::ItemFn) -> Types {
        let generics = function.sig.generics.params.iter().filter_map(|param| match param {
            syn::GenericParam::Type(param) => Some(param.ident.to_string()),
            syn::GenericParam::Const(param) => Some(param.ident.to_string()),
            syn::GenericParam::Lifetime(_) => None,
        });
        let mut types = Types { generics: generics.collect(), ..Types::default() };
        types.read(|find| {
            find.visit_signature(&function.sig);
            function.block.stmts.iter().for_each(|stmt| find.visit_stmt(stmt));
        });
        types
    }

    /// Of a pipeline that is a value.
    pub fn of_value(stmts: &[Stmt]) -> Types {
        let mut types = Types { value_form: true, ..Types::default() };
        types.read(|find| stmts.iter().for_each(|stmt| find.visit_stmt(stmt)));
        types
    }

    fn read(&mut self, visit: impl FnOnce(&mut Find)) {
        let mut find = Find(Vec::new());
        visit(&mut find);
        for ty in find.0 {
            if let Some(whole) = self.whole(&Type::Path(ty.clone())) {
                self.written.entry(key_of(&ty.path)).or_insert(whole);
            }
        }
    }

    /// `Model::fit`, `<Model>::fit`, `Model::<f64>::fit`: the type and the function, if the type is known as a whole.
    pub fn of_path(&self, func: &ExprPath) -> Option<(Type, Ident)> {
        let name = &func.path.segments.last()?.ident;
        if !is_lower(&name.to_string()) {
            return None;
        }
        if let Some(qself) = &func.qself {
            let plain = qself.as_token.is_none() && qself.position == 0 && func.path.segments.len() == 1;
            return plain.then(|| self.whole(&qself.ty)).flatten().map(|ty| (ty, name.clone()));
        }
        let owner = owner_of(func)?;
        let ty = match &owner.path.segments.last()?.arguments {
            PathArguments::AngleBracketed(_) => self.whole(&Type::Path(owner))?,
            _ => self.written.get(&key_of(&owner.path))?.clone(),
        };
        Some((ty, name.clone()))
    }

    /// The type behind the declared type of a variable, if a constant can name it.
    pub fn of_declared(&self, ty: &Type) -> Option<(Type, Declared)> {
        Some(match ty {
            Type::Group(group) => self.of_declared(&group.elem)?,
            Type::Paren(paren) => self.of_declared(&paren.elem)?,
            Type::Reference(reference) if reference.mutability.is_some() => {
                (self.whole(&reference.elem)?, Declared::Exclusive)
            }
            Type::Reference(reference) => (self.whole(&reference.elem)?, Declared::Shared),
            other => (self.whole(other)?, Declared::Value),
        })
    }

    /// The path of a type as a constant can write it; none where it cannot, or has nothing to tell.
    fn whole(&self, ty: &Type) -> Option<Type> {
        match ty {
            Type::Group(group) => self.whole(&group.elem),
            Type::Paren(paren) => self.whole(&paren.elem),
            Type::Path(_) if !is_primitive(ty) => self.nameable(ty),
            _ => None,
        }
    }

    fn nameable(&self, ty: &Type) -> Option<Type> {
        let mut ty = ty.clone();
        match &mut ty {
            Type::Group(group) => *group.elem = self.nameable(&group.elem)?,
            Type::Paren(paren) => *paren.elem = self.nameable(&paren.elem)?,
            Type::Slice(slice) => *slice.elem = self.nameable(&slice.elem)?,
            Type::Array(array) if matches!(array.len, Expr::Lit(_)) => *array.elem = self.nameable(&array.elem)?,
            Type::Tuple(tuple) => {
                for elem in &mut tuple.elems {
                    *elem = self.nameable(elem)?;
                }
            }
            Type::Reference(reference) => {
                reference.lifetime = None;
                *reference.elem = self.nameable(&reference.elem)?;
            }
            Type::Path(path) if path.qself.is_none() => self.name_path(&mut path.path)?,
            _ => return None,
        }
        Some(ty)
    }

    fn name_path(&self, path: &mut syn::Path) -> Option<()> {
        let first = path.segments.first()?.ident.to_string();
        if first == "Self" || self.generics.contains(&first) || self.is_generic(&first) {
            return None;
        }
        for segment in &mut path.segments {
            let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
                segment.arguments.is_none().then_some(())?;
                continue;
            };
            for argument in &mut arguments.args {
                match argument {
                    GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => {
                        *lifetime = Lifetime::new("'_", lifetime.span());
                    }
                    GenericArgument::Type(ty) => *ty = self.nameable(ty)?,
                    GenericArgument::Lifetime(_) | GenericArgument::Const(Expr::Lit(_)) => {}
                    _ => return None,
                }
            }
        }
        Some(())
    }

    // fn best<T: Model>(..) { pipeline! { .. T::new() .. } }
    /// In a value nobody sees what is generic: `T`, `T2` are taken to be.
    fn is_generic(&self, name: &str) -> bool {
        let mut chars = name.chars();
        self.value_form && chars.next().is_some_and(char::is_uppercase) && chars.all(|c| c.is_ascii_digit())
    }
}

/// Traits of std with type parameters: `Into::<u64>::into` is no function of a type.
const TRAITS: &[&str] = &[
    "Add",
    "AsMut",
    "AsRef",
    "BitAnd",
    "BitOr",
    "BitXor",
    "Borrow",
    "BorrowMut",
    "Div",
    "Extend",
    "From",
    "FromIterator",
    "Index",
    "IndexMut",
    "Into",
    "Mul",
    "PartialEq",
    "PartialOrd",
    "Product",
    "Rem",
    "Shl",
    "Shr",
    "Sub",
    "Sum",
    "TryFrom",
    "TryInto",
];

/// The type of `Model::fit`, `m::Model::<f64>::fit`.
fn owner_of(func: &ExprPath) -> Option<TypePath> {
    let mut path = func.path.clone();
    path.segments.pop();
    path.segments.pop_punct();
    let owner = path.segments.last()?;
    let name = owner.ident.to_string();
    let has_arguments = !owner.arguments.is_none();
    let is_type = (!is_lower(&name) || has_arguments) && !(has_arguments && TRAITS.contains(&name.as_str()));
    is_type.then_some(TypePath { qself: None, path })
}

/// A path without its generic arguments. `::m::Model` may be another than `m::Model`.
fn key_of(path: &syn::Path) -> String {
    let root = if path.leading_colon.is_some() { "::" } else { "" };
    format!("{root}{}", text::of_path(path))
}

/// Finds the types that are written in a pipeline, where each is whole.
struct Find(Vec<TypePath>);

impl Visit<'_> for Find {
    fn visit_type_path(&mut self, ty: &TypePath) {
        if ty.qself.is_none() {
            self.0.push(ty.clone());
        }
        visit::visit_type_path(self, ty);
    }

    fn visit_expr_path(&mut self, func: &ExprPath) {
        if let Some(owner) = owner_of(func).filter(|_| func.qself.is_none())
            && owner.path.segments.last().is_some_and(|last| !last.arguments.is_none())
        {
            self.0.push(owner);
        }
        visit::visit_expr_path(self, func);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Ok(inner) = macros::only_expression(mac)
            && (macros::is_named(mac, "node") || macros::is_named(mac, "inline"))
        {
            self.visit_expr(&inner);
        }
    }

    // Names mean something else in a block with items.
    fn visit_block(&mut self, block: &syn::Block) {
        if !block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Item(_))) {
            visit::visit_block(self, block);
        }
    }

    // Their generic parameters are their own.
    fn visit_item(&mut self, _: &syn::Item) {}
}
