//! Written by `generate.rs`: see `oracle.rs`.

use std::sync::Mutex;

use super::judge::{Case, Lent, Via, shown};
use super::tasks::*;
use super::values::{Failure, Fault, Item, Log, Pair, State, View};
use super::values::Feed;

pub mod pipeline_7003 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item, couple: Pair, crowd: &'s [Item]) -> Option<View<'s>> {
            let mut all1 = vec![couple.right, fuse(given, couple.left), maybe(couple.tag)?];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = couple.tag;
            let mut x4 = grow(grow(grow(make(21), couple.tag), n3), couple.tag);
            n3 += couple.tag % 1000;
            for i in 0..1 { x4 = grow(x4, i); }
            let mut x6: Item = risky(seed);
            all1.push(x4);
            note(log, n3);
            note(log, couple.tag);
            note_item(log, &x6);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Some::<View<'s>>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7003", total: false, run: via, draw };
}

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

pub mod pipeline_7007 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, mut couple: Pair, crowd: &'s [Item]) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![derive(&couple.right, couple.left.into_number()), couple.right, try_grow(keep(make(12)))?];
            let mut all2 = all1.iter().map(|it| derive(it, 45)).collect::<Vec<_>>();
            let some7 = if (number(((all1.iter().map(|it| it.get()).sum::<u64>() % 1000) + eat(make(0))))) % 3 == 0 {
                match all2.first() {
                    Some(r3) => {
                        let mut all5 = all2.drain(..).map(|it| grow(it, couple.tag)).collect::<Vec<_>>();
                    }
                    None => { note(log, keep(number(number(seed)))); }
                }
                let registry6 = open();
                maybe(number((couple.tag | seed)))
            } else {
                couple.tag ^= couple.tag % 1000;
                for log in &all2 { couple.tag += couple.tag % 1000; }
                maybe(keep(seed))
            };
            match &some7 {
                Some(r9) if peek(r9) % 3 == 1 => { let some10 = maybe(tick(&mut couple.tag)); }
                Some(r8) => {
                    let mut all11 = all2.iter_mut().skip(1).map(|it| derive(&*it, couple.tag)).collect::<Vec<_>>();
                    note(log, couple.tag);
                }
                _ => {
                    let mut k12: u64 = 0;
                    while k12 < 1 {
                        k12 += 1;
                        assert!(some7.is_some() || k12 % 4 != 1, "oracle: guard 62");
                        let mut all13: Vec<Item> = all2.iter().enumerate().map(|(_, it)| it).filter_map(|it| maybe(peek(it))).collect();
                    }
                }
            }
            note(log, couple.tag);
            note(log, seed);
            note_all(log, &all2);
            note_all(log, &all1);
            Ok::<(u64, Item), Fault>((couple.tag, unwrap_or_make(maybe(seed), compare(choose(&make(18), &make(34), couple.tag), &make(36)))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7007", total: false, run: via, draw };
}

pub mod pipeline_7011 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> u64 {
            let mut numbers1: Vec<u64> = Vec::new();
            let mut n2 = compare(&state.left, &state.right);
            let mut x3 = derive(&state.left, n2);
            for mut x4 in feed.by_ref() {
                let n5 = n2;
                step(state, n2);
                for mut n6 in 0..n5 % 4 { n6 += peek(&make(n2)); }
            }
            let mut n7 = keep(release(lease(&x3)));
            x3 = fuse(x3, keep(make(n2)));
            note(log, n7);
            note(log, n2);
            note_item(log, &x3);
            note_item(log, &state.right);
            note_sum(log, &numbers1);
            apply(|k: u64| k + n2, show(view(&x3)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7011", total: true, run: via, draw };
}

pub mod pipeline_7014 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64, given: Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Option<View<'s>> {
            let mut all1 = vec![given];
            let mut feed2 = spout(seed);
            let mut n3 = all1.iter().skip(1).map(|it| peek(it)).sum::<u64>();
            let x7 = 'a4: {
                let mut pair5 = keep(keep(pair(make(39), make(23))));
                let view6 = better(&pair5.left, &pair5.left);
                derive(&pair5.right, n3)
            };
            'a8: while let Some(mut x9) = all1.pop() {
                x9 = derive(&x7, n3);
                all1.iter().for_each(|it| { peek(it); });
            }
            let (mut x12, log) = split(make(seed));
            Some::<View<'s>>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number, Item::new(seed), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7014", total: true, run: via, draw };
}

pub mod pipeline_7020 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, source: &'s Item, mut given: Item) -> Result<u64, Failure> {
            let mut all1 = vec![grow(exchange(&mut given, make(43)), state.right.add(state.right.get())), given];
            let mut some2 = maybe(state.count);
            let mut x3 = exchange(&mut state.right, grow({ let k = seed; make(k + 1) }, state.count));
            let Some(x4) = maybe(state.count) else { return Ok::<u64, Failure>((state.count | state.count)); };
            let mut k5: u64 = 0;
            let x12 = 'a6: loop {
                k5 += 1;
                if k5 > 0 { break x4; }
                match (maybe(release(lease(&state.right))), maybe(show(view(&state.right)))) {
                    (Some(x7), None) | (None, Some(x7)) => {
                        let Pair { left: mut x9, tag: mut n10, .. } = pair(unwrap_or_make(some2, count(&all1)), make(compare(&state.right, &x7)));
                        enlist(&mut all1, make(state.count));
                    }
                    (Some(x7), Some(x8)) => { continue 'a6; }
                    (None, None) => { continue; }
                }
                let x11 = if (show(view(choose(source, &x3, state.count)))) > 100 && look(&view(&x3)) % 2 == 0 {
                    trade(&mut state.right, inner_step(&mut state.left, log, 38));
                    make(k5)
                } else { Item::new((place(log) ^ (state.count | seed))) };
                return Err::<u64, Failure>(Failure::from(Fault::new(31)));
            };
            while let Some(mut x12) = all1.pop() { let mut n13 = state.count; }
            note(log, k5);
            note(log, state.count);
            note_item(log, &x12);
            note_item(log, &x3);
            note_all(log, &all1);
            Ok::<u64, Failure>(seed)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7020", total: false, run: via, draw };
}

pub mod pipeline_7026 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, source: &'s Item, mut given: Item, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<View<'s>, Fault> {
            let mut all1 = vec![inner_grow(given, seed)?, make(seed), keep(derive(&make(44), seed))];
            let mut n2 = seed;
            let mut k3: u64 = 0;
            'a4: while k3 < 1 && (k3 % 2 == n2 % 2) {
                k3 += 1;
                let mut k5: u64 = 0;
                let mut x6 = loop {
                    k5 += 1;
                    if k5 > 0 { break derive(&make(29), k5); }
                    let n2 = Some(try_grow(unwrap_or_make(maybe(k5), compare(source, source)))?);
                };
                let mut lease7 = keep(keep(lease(&x6)));
            }
            let mut given = if let Some(mut x10) = maybe(k3) { x10 } else { derive(&make(12), n2) };
            for mut x11 in all1 {
                let x14;
                match n2 % 4 {
                    0 => {
                        n2 ^= ((k3 + show(view(&x11)))) % 1000;
                        return Err::<View<'s>, Fault>(Fault::new(4));
                    }
                    0 | 2 if k3 % 2 == 0 => { x14 = x11; }
                    _ => { x14 = derive(&x11, show(view(source))); }
                }
            }
            let shelf16 = shelf();
            Ok::<View<'s>, Fault>(view(pick(source)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.source, Item::new(seed), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7026", total: false, run: via, draw };
}

pub mod pipeline_7034 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, given: Item, couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut all1 = vec![couple.left, keep(grow(couple.right, *amount))];
            let mut x10 = 'a2: {
                let mut k3: u64 = 0;
                let n5 = 'a4: loop {
                    k3 += 1;
                    if k3 > 2 { break k3; }
                    enlist(&mut all1, derive(&state.right, close(cursor(&mut state.left))));
                    return Ok::<u64, Fault>(k3);
                };
                match all1.get(1) {
                    Some(r6) => {
                        let (x8, mut x9) = unpair(pair(given, make(n5)));
                        state.count ^= count(&all1) % 1000;
                        break 'a2 maybe(26).ok_or_else(|| Fault::new(3))?;
                    }
                    None => {
                        for i in 0..2 { state.right.add(i); note(log, peek(&state.right)); }
                    }
                }
                fuse(given, risky((k3 + k3)))
            };
            log.note(look(&better(&state.right, &state.left)));
            let x11 = sip(feed).expect("oracle: dry");
            note(log, couple.tag);
            note(log, state.count);
            note_item(log, &x11);
            note_item(log, &x10);
            note_all(log, &all1);
            Ok::<u64, Fault>(state.count)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7034", total: false, run: via, draw };
}

pub mod pipeline_7037 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, given: Item, mut couple: Pair) -> Result<View<'s>, Fault> {
            let mut all1 = vec![couple.left, make(couple.right.add(couple.right.get())), couple.right];
            let mut some2 = maybe(eat(fuse(grow(given, couple.tag), maybe(seed).ok_or_else(|| Fault::new(48))?)));
            let x7 = if let Some(x3) = maybe(eat(make(couple.tag))) {
                let (mut x4, mut x5) = unpair(keep(pair(x3, make(42))));
                let mut pair6 = Pair { left: std::mem::replace(&mut x5, std::mem::replace(&mut x4, grow(make(9), couple.tag))), right: make(couple.tag), tag: 4 };
                std::mem::replace(&mut x4, if same(&pair6.right, &pair6.right) { fuse(pair6.right, pair6.left) } else { derive(&x5, pair6.tag) })
            } else {
                if couple.tag % 2 == couple.tag % 2 { unwrap_or_make(maybe(seed), keep(seed)) } else { derive(&make(21), couple.tag) }
            };
            if couple.tag % 3 == 0 {
                let mut all13 = all1.into_iter().rev().map(|it| grow(it, couple.tag)).collect::<Vec<_>>();
                let mut n15 = 'a14: {
                    all13.push(inner_grow(grow(x7, (seed + couple.tag)), couple.tag)?);
                    break 'a14 show(view(&make(38)));
                };
                'a16: for mut n17 in 0..2 { return Err::<View<'s>, Fault>(Fault::new(40)); }
            } else if couple.tag > 100 && couple.tag % 2 == 0 {
                let mut n18 = all1.drain(..).map(|it| eat(it)).sum::<u64>();
            } else {
                some2 = Some(Item::new(couple.tag));
                let x19;
                if let Some(r20) = all1.last() {
                    let mut f21 = |k: u64| k ^ x7.get();
                    x19 = fuse(keep(try_grow(make(7))?), try_make(couple.tag)?);
                } else if ((*amount % 100 | couple.tag)) % 2 == ((all1.len() as u64)) % 2 {
                    all1.iter().for_each(|it| { peek(it); });
                    x19 = grow(grow(x7, seed), (if (compare(&make(38), &make(5))) < 400 { couple.tag } else { 37 }));
                } else {
                    all1.iter_mut().skip(1).for_each(|it| note(log, { bump(it, 3); 1 }));
                    x19 = make(couple.tag);
                }
                couple.left = grow(x19, peek(&make(19)));
            }
            let n24: u64 = if couple.tag % 3 == 0 { eat(fuse(fuse(make(4), make(19)), derive(&make(28), seed))) } else {
                if some2.is_some() {
                    let mut n22: u64 = *amount;
                    n22 += show(better(&make(36), &make(39)));
                } else { let f23 = |k: u64| k + couple.tag; }
                compare(&make(6), &make(7))
            };
            note(log, n24);
            note(log, couple.tag);
            Ok::<View<'s>, Fault>(view(keep(source)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7037", total: false, run: via, draw };
}

pub const CASES: &[Case] = &[
    pipeline_7003::CASE,
    pipeline_7004::CASE,
    pipeline_7006::CASE,
    pipeline_7007::CASE,
    pipeline_7011::CASE,
    pipeline_7014::CASE,
    pipeline_7020::CASE,
    pipeline_7026::CASE,
    pipeline_7034::CASE,
    pipeline_7037::CASE,
];
