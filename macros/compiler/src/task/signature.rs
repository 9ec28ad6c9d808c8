//! What a signature says: who is read, changed, taken, and who may borrow from whom afterwards.
//!
//! A safe function can make a value hold a borrow only where the types share a lifetime or a type parameter, directly or
//! through a bound. So each argument and the result get the set of such *keys*; two of them are related when their sets
//! meet. Elided lifetimes are all distinct and never shared, save by the elision rule of the result.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    FnArg, GenericParam, Generics, ItemFn, Lifetime, ReturnType, Type, TypeImplTrait, TypeParamBound, TypeReference,
    WherePredicate,
};

use super::Options;
use crate::diag::Diag;
use crate::names::is_primitive;

/// How a call uses an argument, by the parameter's type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// `&T`
    Read,
    /// `&mut T`, `&Mutex<T>`
    Exclusive,
    /// `T`
    Take,
}

/// The signature of a task or pipeline, as far as hazards are concerned.
pub struct Signature {
    /// One for each parameter.
    pub params: Vec<ParamFacts>,
    /// The result.
    pub output: OutputFacts,
    /// The names of the type parameters.
    parameters: Vec<String>,
}

/// One parameter.
pub struct ParamFacts {
    ty: Type,
    keys: Keys,
    /// The arguments that this one may borrow from after the call.
    pub borrows: u64,
}

/// The result.
pub struct OutputFacts {
    ty: Option<Type>,
    keys: Keys,
    /// The arguments that the result may borrow from.
    pub borrows: u64,
}

/// The lifetimes and type parameters that a type mentions.
#[derive(Clone, Default, Debug)]
struct Keys {
    shared: BTreeSet<String>,
    elided: bool,
    /// Something whose lifetimes cannot be read: a macro, `Self`, a projection.
    opaque: bool,
    /// `impl Trait`.
    anonymous: bool,
    /// A const parameter: no borrow, but constants of the companion cannot name the type.
    constant: bool,
}

impl Keys {
    fn closed(&self) -> bool {
        self.shared.is_empty() && !self.elided && !self.opaque && !self.anonymous
    }
}

impl Signature {
    /// Reads `sig`; reports what cannot be read.
    pub fn read(sig: &syn::Signature, diag: &Diag) -> Signature {
        let classes = Classes::of(sig);
        let read = |ty: &Type| Reader::read(ty, &sig.generics, &classes);
        let mut params: Vec<ParamFacts> = sig
            .inputs
            .iter()
            .filter_map(|input| match input {
                FnArg::Typed(typed) => Some(ParamFacts { ty: (*typed.ty).clone(), keys: read(&typed.ty), borrows: 0 }),
                FnArg::Receiver(_) => None,
            })
            .collect();
        relate(&mut params, read);
        let output = match &sig.output {
            ReturnType::Default => OutputFacts { ty: None, keys: Keys::default(), borrows: 0 },
            ReturnType::Type(_, ty) => {
                let keys = read(ty);
                capture_unwritten(ty, &params, diag);
                let borrows = output_borrows(&keys, &params);
                OutputFacts { ty: Some((**ty).clone()), keys, borrows }
            }
        };
        let parameters = sig.generics.type_params().map(|param| param.ident.to_string()).collect();
        Signature { params, output, parameters }
    }

    /// Whether something may refer to argument `index` after the call: the result, another argument, or, through a
    /// lifetime that the function does not choose for itself, what it keeps elsewhere.
    pub fn is_lasting(&self, index: usize, sig: &syn::Signature) -> bool {
        let bit = 1 << index;
        if let Type::Reference(reference) = &self.params[index].ty
            && reference.lifetime.as_ref().is_none_or(|lifetime| lifetime.ident == "_")
        {
            // fn read<'w>(item: &Item<'w>) -> Item<'w>      has no name for the borrow of `item`
            let output = &self.output.keys;
            return self.output.borrows & bit != 0 && (output.elided || output.opaque || output.anonymous);
        }
        if self.output.borrows & bit != 0 || self.params.iter().any(|param| param.borrows & bit != 0) {
            return true;
        }
        let param = &self.params[index];
        match &param.ty {
            Type::Reference(reference) => reference.lifetime.as_ref().is_some_and(|lifetime| {
                let late = split_lifetimes(sig).1.contains(&lifetime);
                lifetime.ident != "_" && (!late || mentions_lifetime(&reference.elem, lifetime))
            }),
            _ => param.keys.opaque || param.keys.anonymous || !param.keys.shared.is_empty(),
        }
    }

    /// A task that returns `()` or `Result<(), _>` and has no exclusive parameter can only be there for its effect.
    pub fn ordered_by_default(&self, options: &Options) -> bool {
        let unit = self.output.ty.as_ref().is_none_or(|ty| is_unit(ty) || success_type(ty).is_some_and(is_unit));
        unit && self.params.iter().all(|param| param.access(options.shared) != Mode::Exclusive)
    }

    /// What is known of the result, and of what `?` makes of it.
    pub fn output_facts(&self, private: &TokenStream) -> (TokenStream, TokenStream) {
        let hidden = crate::hidden(Span::call_site());
        let Some(ty) = &self.output.ty else {
            return (
                quote_spanned!(hidden=> #private::Facts::PRIMITIVE),
                quote_spanned!(hidden=> #private::Facts::UNKNOWN),
            );
        };
        let facts = facts(ty, &self.output.keys, self.is_settled(ty), private);
        if !self.output.keys.closed() || self.output.keys.constant {
            let settled = success_type(ty).is_some_and(|ty| self.is_settled(ty));
            return (facts, quote_spanned!(hidden=> #private::Facts { settled: #settled, ..#private::Facts::UNKNOWN }));
        }
        let success = quote_spanned! {hidden=> #private::Facts {
            closed: true, copy: <#private::Probe<#ty>>::SUCCESS_COPY, exclusive_ref: false, settled: true,
            trivial_drop: <#private::Probe<#ty>>::SUCCESS_TRIVIAL,
        }};
        (facts, success)
    }

    /// A path that is no type parameter, a tuple, an array: no `&mut _`, unless it is an alias of one, which is proved.
    fn is_settled(&self, ty: &Type) -> bool {
        match ty {
            Type::Path(path) => {
                path.qself.is_none()
                    && path.path.get_ident().is_none_or(|ident| !self.parameters.contains(&ident.to_string()))
            }
            Type::Reference(reference) => reference.mutability.is_none(),
            Type::Tuple(_) | Type::Array(_) => true,
            _ => false,
        }
    }

    // Input:  fn flags(raw: &Frame) -> Flags
    // Output: async fn proof(_: Flags) {}      E0726 at `Flags` if it hides a lifetime: "indicate the anonymous lifetime"
    /// Dead code that does not compile when the result's type hides a lifetime.
    pub fn proof(&self, function: &ItemFn) -> TokenStream {
        let Some(ty) = &self.output.ty else { return TokenStream::new() };
        if is_unit(ty) || is_unsized(ty) || self.output.keys.anonymous || self.output.keys.opaque {
            return TokenStream::new();
        }
        let generics = &function.sig.generics;
        let hidden = crate::hidden(Span::call_site());
        let (parameters, wheres) = (&generics.params, &generics.where_clause);
        // An `async fn` may elide lifetimes in its parameters, but not hide them.
        quote_spanned!(hidden=> async fn proof<#parameters>(_: #ty) #wheres {})
    }
}

impl ParamFacts {
    /// How a call uses the argument; `shared` says that order does not show through `&Mutex<_>` and the like.
    pub fn access(&self, shared: bool) -> Mode {
        match &self.ty {
            Type::Reference(reference) if reference.mutability.is_some() => Mode::Exclusive,
            Type::Reference(reference) if !shared && shows_order(&reference.elem) => Mode::Exclusive,
            Type::Reference(_) => Mode::Read,
            _ => Mode::Take,
        }
    }

    /// What is known of the type, as tokens.
    pub fn facts(&self, private: &TokenStream) -> TokenStream {
        let settled = matches!(&self.ty, Type::Path(path) if path.path.segments.len() > 1 || self.keys.closed());
        facts(&self.ty, &self.keys, settled, private)
    }

    /// Whether a value of the type may refer to what outlives the call.
    pub fn lent(&self) -> bool {
        !self.keys.closed() || !is_std_owned(&self.ty)
    }

    /// Whether the type is written `&mut T`.
    pub fn is_exclusive_ref(&self) -> bool {
        matches!(&self.ty, Type::Reference(reference) if reference.mutability.is_some())
    }
}

/// Facts about a type that is written in the body of a pipeline, where nothing is known of generics.
pub fn ascribed_facts(ty: &Type, private: &TokenStream) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    match ty {
        Type::Reference(reference) if reference.mutability.is_some() => {
            quote_spanned!(hidden=> #private::Facts { exclusive_ref: true, trivial_drop: true, ..#private::Facts::UNKNOWN })
        }
        Type::Reference(_) => {
            quote_spanned!(hidden=> #private::Facts { copy: true, settled: true, trivial_drop: true, ..#private::Facts::UNKNOWN })
        }
        ty if is_primitive(ty) => quote_spanned! {hidden=> {
            const fn primitive<T: #private::Copy + 'static>() -> #private::Facts { #private::Facts::PRIMITIVE }
            // Does not compile if a type of the user's hides behind the name, and a lifetime in it.
            fn proof() -> #ty { loop {} }
            primitive::<#ty>()
        }},
        _ => quote_spanned!(hidden=> #private::Facts::UNKNOWN),
    }
}

fn facts(ty: &Type, keys: &Keys, settled: bool, private: &TokenStream) -> TokenStream {
    let hidden = crate::hidden(Span::call_site());
    match ty {
        Type::Reference(_) => ascribed_facts(ty, private),
        Type::Paren(paren) => facts(&paren.elem, keys, settled, private),
        _ if keys.closed() && keys.constant => {
            quote_spanned!(hidden=> #private::Facts { closed: true, settled: #settled, ..#private::Facts::UNKNOWN })
        }
        _ if keys.closed() && !is_unsized(ty) => quote_spanned! {hidden=> #private::Facts {
            closed: true, copy: <#private::Probe<#ty>>::COPY, exclusive_ref: false, settled: #settled,
            trivial_drop: !#private::needs_drop::<#ty>(),
        }},
        _ => quote_spanned!(hidden=> #private::Facts { settled: #settled, ..#private::Facts::UNKNOWN }),
    }
}

/// Types of std without a lifetime of their own. A type of the user's that has one and such a name is told so by rustc.
fn is_std_without_lifetimes(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    let name = last.ident.to_string();
    is_primitive(ty)
        || is_std_owned(ty)
        || shows_order(ty)
        || matches!(
            name.as_str(),
            "str"
                | "Path"
                | "OsStr"
                | "CStr"
                | "CString"
                | "Arc"
                | "Rc"
                | "SystemTime"
                | "Range"
                | "PhantomData"
                | "Ordering"
        )
}

/// Types of std that refer to nothing else: changes to them stay inside the pipeline.
fn is_std_owned(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            let name = last.ident.to_string();
            is_primitive(ty)
                || matches!(
                    name.as_str(),
                    "String"
                        | "Vec"
                        | "Box"
                        | "Option"
                        | "Result"
                        | "HashMap"
                        | "HashSet"
                        | "BTreeMap"
                        | "BTreeSet"
                        | "VecDeque"
                        | "PathBuf"
                        | "OsString"
                        | "Duration"
                        | "Instant"
                )
        }),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_std_owned),
        Type::Array(array) => is_std_owned(&array.elem),
        _ => false,
    }
}

fn is_unsized(ty: &Type) -> bool {
    matches!(ty, Type::ImplTrait(_) | Type::TraitObject(_) | Type::Slice(_) | Type::Never(_))
}

fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// `T` of `Result<T, E>`, `io::Result<T>`, `Option<T>`.
fn success_type(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let name = last.ident.to_string();
    if name != "Option" && !name.ends_with("Result") {
        return None;
    }
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Types through whose shared reference the order of calls shows.
fn shows_order(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    let name = last.ident.to_string();
    name.starts_with("Atomic")
        || matches!(
            name.as_str(),
            "Mutex"
                | "RwLock"
                | "Cell"
                | "RefCell"
                | "UnsafeCell"
                | "File"
                | "OnceCell"
                | "OnceLock"
                | "LazyCell"
                | "LazyLock"
                | "ReentrantLock"
                | "Condvar"
                | "Stdout"
                | "Stderr"
                | "Stdin"
                | "TcpStream"
        )
}

// fn stash<'a>(r: &Mutex<Vec<&'a F>>, x: &'a F)      r may borrow from x, and x from r
fn relate(params: &mut [ParamFacts], read: impl Fn(&Type) -> Keys) {
    let keys: Vec<Keys> = params.iter().map(|param| read(below_reference(&param.ty))).collect();
    let all: Vec<Keys> = params.iter().map(|param| param.keys.clone()).collect();
    for (i, param) in params.iter_mut().enumerate() {
        for (j, other) in all.iter().enumerate() {
            let opaque = (keys[i].opaque && !other.closed()) || (other.opaque && !keys[i].closed());
            if i != j && (opaque || !keys[i].shared.is_disjoint(&other.shared)) {
                param.borrows |= 1 << j;
            }
        }
    }
}

/// What an argument may come to hold a borrow in: a `&'a F` itself cannot, an `F<'a>` can.
fn below_reference(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => &reference.elem,
        Type::Paren(paren) => below_reference(&paren.elem),
        Type::Group(group) => below_reference(&group.elem),
        _ => ty,
    }
}

fn mentions_lifetime(ty: &Type, lifetime: &Lifetime) -> bool {
    struct Search<'a>(&'a Lifetime, bool);
    impl Visit<'_> for Search<'_> {
        fn visit_lifetime(&mut self, found: &Lifetime) {
            self.1 |= found.ident == self.0.ident;
        }
    }
    let mut search = Search(lifetime, false);
    search.visit_type(ty);
    search.1
}

fn output_borrows(output: &Keys, params: &[ParamFacts]) -> u64 {
    let mut borrows = 0;
    for (i, param) in params.iter().enumerate() {
        let by_key = !output.shared.is_disjoint(&param.keys.shared);
        // The elision rule: the one lifetime among the inputs. Where there are several, rustc refuses the signature.
        // A parameter that looks closed may hide the lifetime (`View` for `View<'_>`), so each counts.
        let by_elision = output.elided && !is_primitive(&param.ty);
        let unreadable =
            (output.opaque || output.anonymous || param.keys.opaque) && !param.keys.closed() && !output.closed();
        if by_key || by_elision || unreadable {
            borrows |= 1 << i;
        }
    }
    borrows
}

// fn words(text: &str) -> impl Iterator<Item = usize>      borrows or not, by edition
fn capture_unwritten(ty: &Type, params: &[ParamFacts], diag: &Diag) {
    struct Find(Vec<TypeImplTrait>);
    impl Visit<'_> for Find {
        fn visit_type_impl_trait(&mut self, ty: &TypeImplTrait) {
            self.0.push(ty.clone());
        }
    }
    if params.iter().all(|param| param.keys.closed()) {
        return;
    }
    let mut find = Find(Vec::new());
    find.visit_type(ty);
    for found in find.0 {
        let written = found
            .bounds
            .iter()
            .any(|bound| matches!(bound, TypeParamBound::Lifetime(_) | TypeParamBound::PreciseCapture(_)));
        if !written {
            diag.error(
                found,
                "whether this `impl Trait` borrows from the arguments depends on the edition: write \
                `+ use<..>` with the lifetimes and types that it captures, or `+ '_` if it borrows",
            );
        }
    }
}

/// Lifetimes and type parameters that bounds tie together, each named by one of its class.
struct Classes(BTreeMap<String, String>);

impl Classes {
    fn of(sig: &syn::Signature) -> Classes {
        let generics = &sig.generics;
        let mut classes = Classes(BTreeMap::new());
        // `&'a &'b ()` implies `'b: 'a`, and so may any type that mentions both.
        let inputs = sig.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(typed) => Some(&*typed.ty),
            FnArg::Receiver(_) => None,
        });
        let output = match &sig.output {
            ReturnType::Type(_, ty) => Some(&**ty),
            ReturnType::Default => None,
        };
        for ty in inputs.chain(output) {
            let mut found = Mentions::new(generics);
            found.visit_type(ty);
            classes.join(found.names.into_iter());
        }
        for param in &generics.params {
            match param {
                GenericParam::Lifetime(param) => {
                    let bounds = param.bounds.iter().map(ToString::to_string);
                    classes.join(std::iter::once(param.lifetime.to_string()).chain(bounds));
                }
                GenericParam::Type(param) => {
                    let mut found = Mentions::new(generics);
                    param.bounds.iter().for_each(|bound| found.visit_type_param_bound(bound));
                    classes.join(std::iter::once(param.ident.to_string()).chain(found.names));
                }
                GenericParam::Const(_) => {}
            }
        }
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            let mut found = Mentions::new(generics);
            match predicate {
                WherePredicate::Type(predicate) => found.visit_predicate_type(predicate),
                WherePredicate::Lifetime(predicate) => {
                    found.names.insert(predicate.lifetime.to_string());
                    found.names.extend(predicate.bounds.iter().map(ToString::to_string));
                }
                _ => {}
            }
            classes.join(found.names.into_iter());
        }
        classes
    }

    fn join(&mut self, names: impl Iterator<Item = String>) {
        let names: Vec<String> = names.filter(|name| name != "'static").collect();
        let Some(first) = names.first() else { return };
        let class = self.find(first);
        for name in &names {
            let old = self.find(name);
            self.0.insert(name.clone(), class.clone());
            for known in self.0.values_mut().filter(|known| **known == old) {
                known.clone_from(&class);
            }
        }
    }

    fn find(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| name.to_owned())
    }
}

struct Mentions<'a> {
    generics: &'a Generics,
    names: BTreeSet<String>,
}

impl<'a> Mentions<'a> {
    fn new(generics: &'a Generics) -> Mentions<'a> {
        Mentions { generics, names: BTreeSet::new() }
    }
}

impl Visit<'_> for Mentions<'_> {
    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        if self.generics.lifetimes().any(|param| param.lifetime == *lifetime) {
            self.names.insert(lifetime.to_string());
        }
    }

    fn visit_ident(&mut self, ident: &syn::Ident) {
        if self.generics.type_params().any(|param| param.ident == *ident) {
            self.names.insert(ident.to_string());
        }
    }
}

/// Reads the keys of one type.
struct Reader<'a> {
    generics: &'a Generics,
    classes: &'a Classes,
    keys: Keys,
}

impl<'a> Reader<'a> {
    fn read(ty: &Type, generics: &'a Generics, classes: &'a Classes) -> Keys {
        let mut reader = Reader { generics, classes, keys: Keys::default() };
        reader.visit_type(ty);
        reader.keys
    }
}

impl Visit<'_> for Reader<'_> {
    fn visit_type_reference(&mut self, reference: &TypeReference) {
        self.keys.elided |= reference.lifetime.is_none();
        visit::visit_type_reference(self, reference);
    }

    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        match lifetime.ident.to_string().as_str() {
            "_" => self.keys.elided = true,
            "static" => {}
            _ => {
                self.keys.shared.insert(self.classes.find(&lifetime.to_string()));
            }
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        for segment in &path.segments {
            if self.generics.type_params().any(|param| param.ident == segment.ident) {
                self.keys.shared.insert(self.classes.find(&segment.ident.to_string()));
            }
            self.keys.constant |= self.generics.const_params().any(|param| param.ident == segment.ident);
            self.keys.opaque |= segment.ident == "Self";
        }
        visit::visit_path(self, path);
    }

    fn visit_type_path(&mut self, path: &syn::TypePath) {
        // `<T as Trait>::Item` mentions T; `<X as Trait>::Item` with closed X is closed, but may hide a lifetime.
        self.keys.opaque |= path.qself.is_some();
        visit::visit_type_path(self, path);
    }

    fn visit_type_impl_trait(&mut self, ty: &TypeImplTrait) {
        self.keys.anonymous = true;
        visit::visit_type_impl_trait(self, ty);
    }

    fn visit_type_macro(&mut self, _: &syn::TypeMacro) {
        self.keys.opaque = true;
    }

    fn visit_type_infer(&mut self, _: &syn::TypeInfer) {
        self.keys.opaque = true;
    }

    // `fn(&T) -> &U` has lifetimes of its own.
    fn visit_type_bare_fn(&mut self, ty: &syn::TypeBareFn) {
        let elided = self.keys.elided;
        visit::visit_type_bare_fn(self, ty);
        self.keys.elided = elided;
    }

    fn visit_parenthesized_generic_arguments(&mut self, arguments: &syn::ParenthesizedGenericArguments) {
        let elided = self.keys.elided;
        visit::visit_parenthesized_generic_arguments(self, arguments);
        self.keys.elided = elided;
    }
}

/// Whether a path in the type may hide a lifetime: one that is not of std, nor a type parameter, and has no lifetime.
pub fn may_hide_lifetime(ty: &Type, is_parameter: &dyn Fn(&syn::Ident) -> bool) -> bool {
    struct Search<'a>(&'a dyn Fn(&syn::Ident) -> bool, bool);
    impl Visit<'_> for Search<'_> {
        fn visit_type_path(&mut self, path: &syn::TypePath) {
            let known =
                path.path.get_ident().is_some_and(|ident| (self.0)(ident) || ident.to_string().starts_with("__A"));
            let has_lifetime = |segment: &syn::PathSegment| match &segment.arguments {
                syn::PathArguments::AngleBracketed(given) => {
                    given.args.iter().any(|arg| matches!(arg, syn::GenericArgument::Lifetime(_)))
                }
                _ => false,
            };
            let known = known || is_std_without_lifetimes(&Type::Path(path.clone()));
            if !known && !path.path.segments.iter().any(has_lifetime) {
                self.1 = true;
            }
            visit::visit_type_path(self, path);
        }
        fn visit_type_macro(&mut self, _: &syn::TypeMacro) {
            self.1 = true;
        }
        fn visit_type_bare_fn(&mut self, _: &syn::TypeBareFn) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &syn::ParenthesizedGenericArguments) {}
    }
    let mut search = Search(is_parameter, false);
    search.visit_type(ty);
    search.1
}

/// Gives every elided lifetime the same name.
pub struct NameElided {
    pub lifetime: Lifetime,
    /// Whether there was one.
    pub found: bool,
}

impl VisitMut for NameElided {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            self.found = true;
            reference.lifetime = Some(self.lifetime.clone());
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            self.found = true;
            *lifetime = self.lifetime.clone();
        }
    }

    // `fn(&T) -> &U` has lifetimes of its own.
    fn visit_type_bare_fn_mut(&mut self, _: &mut syn::TypeBareFn) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut syn::ParenthesizedGenericArguments) {}
}

/// Whether `impl Trait` stands in one of the types.
pub fn mentions_impl_trait(types: &[&Type]) -> bool {
    struct Search(bool);
    impl Visit<'_> for Search {
        fn visit_type_impl_trait(&mut self, _: &TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut search = Search(false);
    types.iter().for_each(|ty| search.visit_type(ty));
    search.0
}

/// The lifetime parameters that are bound early, with their bounds, and those bound late, which a call chooses.
pub fn split_lifetimes(sig: &syn::Signature) -> (Vec<&syn::LifetimeParam>, Vec<&Lifetime>) {
    let bounded = |lifetime: &Lifetime| {
        let in_wheres = sig.generics.where_clause.as_ref().is_some_and(|clause| {
            let mut found = Mentions::new(&sig.generics);
            found.visit_where_clause(clause);
            found.names.contains(&lifetime.to_string())
        });
        let in_bounds = sig.generics.lifetimes().any(|param| param.bounds.iter().any(|bound| bound == lifetime));
        in_wheres || in_bounds
    };
    let in_inputs = |lifetime: &Lifetime| {
        sig.inputs.iter().any(|input| matches!(input, FnArg::Typed(typed) if mentions_lifetime(&typed.ty, lifetime)))
    };
    let is_late = |param: &&syn::LifetimeParam| {
        param.bounds.is_empty() && !bounded(&param.lifetime) && in_inputs(&param.lifetime)
    };
    let (late, early): (Vec<_>, Vec<_>) = sig.generics.lifetimes().partition(is_late);
    (early, late.into_iter().map(|param| &param.lifetime).collect())
}

// fn first<'a>(x: &'b u8)      fn pick(x: &u8, y: &u8) -> &u8
/// Whether rustc refuses the lifetimes of a signature: a companion would make it say so twice.
pub fn is_refused_by_rustc(sig: &syn::Signature) -> bool {
    struct Lifetimes {
        named: Vec<String>,
        elided: usize,
        bound: Vec<String>,
    }
    impl Visit<'_> for Lifetimes {
        fn visit_lifetime(&mut self, lifetime: &Lifetime) {
            match lifetime.ident.to_string().as_str() {
                "_" => self.elided += 1,
                "static" => {}
                name => self.named.push(name.to_owned()),
            }
        }
        fn visit_type_reference(&mut self, reference: &TypeReference) {
            self.elided += usize::from(reference.lifetime.is_none());
            visit::visit_type_reference(self, reference);
        }
        fn visit_bound_lifetimes(&mut self, bound: &syn::BoundLifetimes) {
            self.bound.extend(bound.lifetimes.iter().filter_map(|param| match param {
                GenericParam::Lifetime(param) => Some(param.lifetime.ident.to_string()),
                _ => None,
            }));
        }
        fn visit_type_bare_fn(&mut self, ty: &syn::TypeBareFn) {
            let elided = self.elided;
            visit::visit_type_bare_fn(self, ty);
            self.elided = elided;
        }
        fn visit_parenthesized_generic_arguments(&mut self, arguments: &syn::ParenthesizedGenericArguments) {
            let elided = self.elided;
            visit::visit_parenthesized_generic_arguments(self, arguments);
            self.elided = elided;
        }
    }
    struct Holes(bool);
    impl Visit<'_> for Holes {
        fn visit_type_infer(&mut self, _: &syn::TypeInfer) {
            self.0 = true;
        }
    }
    let mut holes = Holes(false);
    holes.visit_signature(sig);
    if holes.0 {
        return true;
    }
    let read = |visit: &dyn Fn(&mut Lifetimes)| {
        let mut found = Lifetimes { named: Vec::new(), elided: 0, bound: Vec::new() };
        visit(&mut found);
        found
    };
    let inputs = read(&|found| sig.inputs.iter().for_each(|input| found.visit_fn_arg(input)));
    let output = read(&|found| found.visit_return_type(&sig.output));
    let declared: Vec<String> = sig.generics.lifetimes().map(|param| param.lifetime.ident.to_string()).collect();
    let known = |found: &Lifetimes, name: &String| declared.contains(name) || found.bound.contains(name);
    let undeclared = [&inputs, &output].iter().any(|found| found.named.iter().any(|name| !known(found, name)));
    let mut names = inputs.named.clone();
    names.sort();
    names.dedup();
    // A hidden lifetime in a parameter may be the one that the result borrows; two visible ones never do.
    let sources = inputs.elided + names.len();
    undeclared || (output.elided > 0 && (sources > 1 || (sources == 0 && inputs_are_plain(sig))))
}

/// Whether no parameter has a path type, which might hide a lifetime.
fn inputs_are_plain(sig: &syn::Signature) -> bool {
    sig.inputs.iter().all(|input| match input {
        FnArg::Typed(typed) => is_primitive(&typed.ty),
        FnArg::Receiver(_) => false,
    })
}
