//! The compiler never panics, whatever the tokens, and says the same thing twice.
#![allow(missing_docs)]

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use superscalar_compiler::{Crate, pipeline, pipelined, task};

const BODIES: &[&str] = &[
    "pub fn solar(path: &Path) -> io::Result<Report> { let raw = load(path)?; let (a, mut b) = halves(&raw); \
     step(&mut b.left, a)?; let Some(x) = find(&raw) else { return Err(none()) }; b.left = x; Ok(report(clean(raw), b)) }",
    "let x = inc(1); let y = match x { 0 => f(x), n if n > 3 => { let z = n; z } _ => return g(x) }; vec![x, y, h(|k| k + y)]",
    "fn a<'a, T: Clone>(x: &'a [T], (y, z): (u8, u8)) -> Vec<&'a T> where T: 'a { for i in x { push(&mut v, i) } v } fn b() {}",
    "#[cfg(a)] let n = f(); #[keep] let _g = lock(); assert!(n == 1, \"{n} {:w$}\", 2); total += f(n); (a, b[0]) = g(); ensure!(n > 1)",
    "let m: &Model<'a, u8> = node!(<Model>::new(1)?); let x = node!(m.fit(&y, f(m))); node!(Model::<f64>::step(&mut x))",
    "impl<'a, T: Clone> Model<'a, T> where Self: Sized { #[task(ordered)] pub fn fit<U>(&'a self, x: [u8; Self::N]) -> Option<&Self> { None } \
     #[task] fn new(self: Box<Self>) -> Self::Item {} }",
];

#[test]
fn broken_programs_do_not_panic() {
    let krate = Crate::named("superscalar");
    let mut seed = 1_u64;
    for body in BODIES {
        let tokens: TokenStream = body.parse().expect("tokens");
        for _ in 0..400 {
            let broken = mutate(tokens.clone(), &mut seed);
            let _ = pipeline(broken.clone(), &krate);
            let _ = pipelined(TokenStream::new(), broken.clone(), &krate);
            let _ = task(TokenStream::new(), broken.clone(), &krate);
            let _ = task(broken, "fn f() {}".parse().expect("tokens"), &krate);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_output() {
    let krate = Crate::named("superscalar");
    for body in BODIES {
        let expand = || pipeline(body.parse().expect("tokens"), &krate).to_string();
        assert_eq!(expand(), expand());
    }
}

#[test]
fn what_is_expanded_parses() {
    let krate = Crate::named("renamed");
    let expanded = pipeline(BODIES[0].parse().expect("tokens"), &krate);
    let file = syn::parse2::<syn::File>(expanded.clone()).expect("items");
    assert!(file.items.len() >= 3, "function, companion, methods");
    assert!(!expanded.to_string().contains("superscalar :: __private"), "the crate goes by its other name");
}

/// Removes, doubles or swaps a token somewhere.
fn mutate(tokens: TokenStream, seed: &mut u64) -> TokenStream {
    let mut list: Vec<TokenTree> = tokens.into_iter().collect();
    if list.is_empty() {
        return TokenStream::new();
    }
    let at = next(seed) as usize % list.len();
    match (next(seed) % 6, &list[at]) {
        (0..=2, TokenTree::Group(group)) => {
            let delimiter = if next(seed).is_multiple_of(8) { Delimiter::Bracket } else { group.delimiter() };
            list[at] = Group::new(delimiter, mutate(group.stream(), seed)).into();
        }
        (0 | 3, _) => drop(list.remove(at)),
        (1 | 4, _) => list.insert(at, list[at].clone()),
        _ => {
            let other = next(seed) as usize % list.len();
            list.swap(at, other);
        }
    }
    list.into_iter().collect()
}

/// SplitMix64 (Steele, Lea, Flood 2014).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *seed;
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}
