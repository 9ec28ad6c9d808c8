//! Written by `generate.rs`: see `oracle.rs`.

use std::sync::Mutex;

use super::judge::{Case, Lent, Via, shown};
use super::tasks::*;
use super::values::{Failure, Fault, Item, Log, Pair, State, View};
use super::values::Feed;

pub mod pipeline_7004 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, amount: &mut u64, basket: &mut Vec<Item>) -> u64 {
            let mut all1 = vec![make(15), keep(grow(make(38), seed))];
            let mut feed2 = spout(seed);
            match try_make(seed % 100) {
                Ok(mut x3) => {
                    let mut x5 = grow(risky(45), seed);
                    let mut f6 = move |k: u64| k + seed;
                }
                Err(Fault { evidence: x4, .. }) => { note(log, inner(seed, &x4)); }
            }
            let mut all7: Vec<Item> = all1.iter().enumerate().map(|(i, it)| derive(it, i as u64)).filter_map(|it| maybe(eat(it))).collect();
            let n11: u64 = if let Some(mut seed) = maybe(seed) {
                ((peek(&seed) + (all7.iter().map(|it| it.get()).sum::<u64>() % 1000)) + count(&all1))
            } else if ((show(better(&make(9), &make(2))) + count(&all7))) % 3 == 0 {
                for r8 in all7.iter() {
                    let mut n10 = (seed ^ show(first(r8, &make(41))));
                    all1.push(make(2));
                }
                let mut seed = if peek(&make(1)) > 100 && (compare(&grow(make(22), seed), &risky(seed))) % 2 == 0 { maybe(seed) } else { maybe((seed ^ seed % 100)) };
                *amount
            } else { inner(peek(&make(23)), &make(43)) };
            note(log, n11);
            note(log, seed);
            note_all(log, &all7);
            note_all(log, &all1);
            note_rest(log, &feed2);
            n11
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.number, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7004", total: false, run: via, draw };
}

pub mod pipeline_7006 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, source: &'s Item, given: Item)] [Result<Item, Fault>] {
            note(log, seed);
            let n2 = (if ((given.into_number() | number(seed))) < 400 { seed } else { seed });
            let mut n3: u64 = n2;
            for n4 in 0..2 {
                if let Some(mut x5) = maybe(n4) && peek(&x5) % 2 == 0 {
                    x5 = x5;
                    x5 = x5;
                } else {
                    let mut f6 = move |k: u64| k + n3;
                    log.note(n4);
                }
                break;
            }
            note(log, n3);
            note(log, n2);
            Ok::<Item, Fault>(inner_grow(unwrap_or_make(maybe(n3), n3), peek(&make(21)))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_7006", total: false, run: via, draw };
}

pub mod pipeline_7016 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, amount: &mut u64, given: Item, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<Item, Fault> {
            let mut k1: u64 = 0;
            while k1 < 1 {
                k1 += 1;
                let n2: u64;
                match k1 % 4 {
                    0 => {
                        note(log, inner(17, &given));
                        n2 = k1;
                    }
                    2 if peek(&given) % 3 != 0 => {
                        let mut some4 = Some(keep(unwrap_or_make(maybe(k1), (k1 | k1))));
                        n2 = eat(make(seed));
                    }
                    n3 => { n2 = n3; }
                }
                let pair5 = keep(keep(pair(make(49), given)));
                break;
            }
            let (x6, mut x7) = unpair(pair(grow(make(16), *amount), maybe(seed).ok_or_else(|| Fault::new(10))?));
            match maybe(compare(keep(source), &x6)) {
                Some(x9) => {
                    note(log, k1);
                    match try_make(k1) {
                        Ok(mut x11) => {
                            for i in 0..2 { bump(&mut x11, i); }
                            note_item(log, &keep(x11));
                        }
                        Err(Fault { evidence: x12, .. }) => {
                            let all13 = vec![x12, x7, x9];
                            let x14 = fuse(unwrap_or_make(maybe(k1), eat(x6)), derive(&make(30), pour(item, source)));
                        }
                    }
                }
                _ => { let m15: &mut Item = &mut x7; }
            }
            note(log, k1);
            note(log, seed);
            Ok::<Item, Fault>(try_grow(unwrap_or_make(maybe(k1), k1))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7016", total: false, run: via, draw };
}

pub mod pipeline_7025 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, amount: &mut u64, feed: &mut Feed, crowd: &'s [Item]) -> Result<Item, Fault> {
            let mut x1 = derive(&grow(make(17), seed), (if seed % 2 == eat(make(12)) % 2 { compare(&make(12), source) } else { (seed + seed) }));
            for n2 in 0..seed % 4 { let mut x3 = make(x1.add(x1.get())); }
            let mut x4 = x1;
            for n6 in 0..3 { let n7 = (close(cursor(&mut x4)) ^ 1); }
            note(log, seed);
            note(log, seed);
            note_item(log, &x4);
            Ok::<Item, Fault>(fuse(try_make(seed)?, x4))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, &mut lent.number, &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7025", total: false, run: via, draw };
}

pub const CASES: &[Case] = &[
    pipeline_7004::CASE,
    pipeline_7006::CASE,
    pipeline_7016::CASE,
    pipeline_7025::CASE,
];
