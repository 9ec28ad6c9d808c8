//! Written by `generate.rs`: see `oracle.rs`.

use std::sync::Mutex;

use super::judge::{Case, Lent, Via, shown};
use super::tasks::*;
use super::values::{Failure, Fault, Item, Log, Pair, State, View};

pub mod pipeline_0 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64, mut couple: Pair) -> Result<Item, Fault> {
            let mut m1: &mut Item = &mut couple.right;
            let mut x2 = derive(&couple.right, show(better(&couple.right, source)));
            let mut x3: Item = try_grow(unwrap_or_make(maybe(couple.tag), peek(&couple.right)))?;
            let boxed4 = Box::new(couple.right);
            let m1: u64 = x2.into_number();
            let mut x5 = derive(&grow(x3, m1), (format!("{:?}", couple.left).len() as u64));
            let mut f6 = |k: u64| k ^ x5.get() / 2;
            Ok::<Item, Fault>(make(seed))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_0", total: false, run: via, draw };
}

pub mod pipeline_1 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, couple: Pair) -> u64 {
            let mut pair1 = Pair { left: maybe((if seed % 2 == seed % 2 { (seed + 40) } else { seed })).expect("oracle: none"), right: couple.right, tag: 4 };
            let mut couple = cursor(&mut pair1.right);
            let seed = pick(&pair1.right);
            bump(&mut pair1.right, show(better(&pair1.left, &pair1.left)));
            pair1.tag += pair1.tag;
            let mut pair1: u64 = number(pair1.tag);
            let mut n3: u64 = (pair1 | pair1);
            let Some(x4) = maybe(n3) else { return maybe_number(pair1).expect("oracle: none"); };
            let lease5 = lease(&x4);
            let mut two6 = unpair(keep(pair(make(9), make(12))));
            bump(&mut two6.1, peek(&two6.0));
            n3
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_1", total: false, run: via, draw };
}

pub mod pipeline_2 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, couple: Pair) -> Result<(u64, Item), Fault> {
            let seed = vec![couple.right, try_grow(risky(seed))?];
            let mut cursor2 = cursor(keep(keep(item)));
            let (x3, mut x4) = split(couple.left);
            let mut n5: u64 = keep(try_number(couple.tag)?);
            let mut x6 = x4;
            let some7 = Some(grow(derive(choose(&x6, &x6, couple.tag), (couple.tag + couple.tag)), tick(&mut n5)));
            for i in 0..1 { bump(&mut x6, i); }
            std::mem::drop(cursor2);
            let mut n8 = couple.tag;
            let mut pair9 = pair(x6, risky(sum(seed)));
            let mut n10 = couple.tag;
            let mut f11 = |k: u64| k ^ pair9.right.get();
            Ok::<(u64, Item), Fault>((number(show(first(&pair9.right, &pair9.right))), make((n10 ^ n10))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_2", total: false, run: via, draw };
}

pub mod pipeline_3 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, given: Item, couple: Pair) -> Result<View<'s>, Failure> {
            for i in 0..1 { bump(&mut state.left, i); }
            note(log, seed);
            let mut m1: &mut Item = &mut state.left;
            let mut registry2 = open();
            let n3 = couple.tag;
            state.count |= seed;
            let mut view4 = first(&couple.right, &derive(&couple.left, state.count));
            let mut n5: u64 = couple.tag;
            let mut n6 = maybe_number(((n3 ^ n5) | state.right.add(couple.tag))).ok_or_else(|| Fault::new(26))?;
            let mut n7 = n5;
            stash(&mut registry2, keep(part(&view4)));
            trade(&mut state.left, &mut state.right);
            let n8 = number(couple.tag);
            let m9 = &mut *item;
            Ok::<View<'s>, Failure>(first(source, &state.right))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_3", total: false, run: via, draw };
}

pub mod pipeline_5 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, mut given: Item, mut couple: Pair) -> Item {
            let mut registry1 = open();
            let x2;
            x2 = make(seed);
            note_item(log, &couple.left);
            let shelf3 = shelf();
            let mut some4 = Some(couple.left);
            couple.right
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_5", total: true, run: via, draw };
}

pub mod pipeline_6 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, source: &'s Item, given: Item) -> Result<Item, Fault> {
            let cursor1 = cursor(&mut state.right);
            let mut x2 = keep(given);
            let mut seed = vec![x2];
            let (x3, x4) = split(try_make((state.count + 38))?);
            enlist(&mut seed, make(state.right.add(state.right.get())));
            let view5 = narrow(view(keep(source)), 27);
            Ok::<Item, Fault>(if state.count < 400 { derive(&x3, eat(make(29))) } else { x4 })
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_6", total: false, run: via, draw };
}

pub const CASES: &[Case] = &[
    pipeline_0::CASE,
    pipeline_1::CASE,
    pipeline_2::CASE,
    pipeline_3::CASE,
    pipeline_5::CASE,
    pipeline_6::CASE,
];
