//! Written by `generate.rs`: see `oracle.rs`.

use std::sync::Mutex;

use super::judge::{Case, Lent, Via, shown};
use super::tasks::*;
use super::values::{Failure, Fault, Item, Log, Pair, State, View};
use super::values::Feed;

pub mod pipeline_0 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>) -> Result<Item, Fault> {
            let mut all1 = vec![make(seed), keep(exchange(&mut couple.right, couple.left)), keep({ let k = couple.tag; make(k + 1) })];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(pour(keep(inner_step(&mut couple.right, log, couple.tag)), &fuse(make(19), make(46))));
            let mut x4 = couple.right;
            x4 = fuse(x4, make((if seed % 2 == *amount % 2 { couple.tag } else { couple.tag })));
            if couple.tag % 5 == 2 && (couple.tag > 100 && couple.tag % 2 == 0) { return Err::<Item, Fault>(Fault::new(36)); }
            let mut all9 = (0..3u64).skip(1).map(|it| make(it ^ 30)).collect::<Vec<_>>();
            note(log, couple.tag);
            note(log, seed);
            note_item(log, &x4);
            note_all(log, &all9);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<Item, Fault>(derive(&x4, 45))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_0", total: false, run: via, draw };
}

pub mod pipeline_1 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, given: Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>) -> u64 {
            let mut all1 = vec![couple.right];
            let mut n2 = couple.tag;
            let mut x3 = make((all1.iter().map(|it| it.get()).sum::<u64>() % 1000));
            for mut n7 in 0..1 { break; }
            n2 ^= count(&all1);
            if (compare(&couple.left, &x3)) % 2 == seed % 2 {
                let mut k8: u64 = 0;
                let mut x10 = 'a9: loop {
                    k8 += 1;
                    if k8 > 0 { break unwrap_or_make(maybe(seed), peek(&given)); } continue; };
                if k8 % 5 == 2 && (same(part(&view(&x10)), &x3)) { return n2; }
                let mut n11 = all1.into_iter().map(|it| eat(it)).sum::<u64>();
            }
            assert!(((inner((n2 | couple.tag), &couple.left)) % 100) > 100 && n2 % 2 == 0 || seed % 4 != 1, "oracle: guard 44");
            log.note(n2);
            note(log, eat(couple.left));
            note(log, n2);
            note(log, couple.tag);
            note_item(log, &x3);
            note_item(log, &given);
            peek(&x3)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_1", total: false, run: via, draw };
}

pub mod pipeline_2 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, couple: Pair, feed: &mut Feed) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![inner_grow(fuse(couple.right, couple.left), (couple.tag | couple.tag))?, exchange(item, make(couple.tag)), grow(grow(make(27), couple.tag), peek(source))];
            let mut feed2 = spout(couple.tag);
            try_note(log, 3)?;
            assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
            let mut n5 = 'a3: {
                let mut two4 = unpair(pair(keep(make(31)), exchange(item, make(49))));
                pour(&mut two4.1, &*item)
            };
            let mut all6: Vec<Item> = all1.iter().skip(1).map(|it| {
                let a = derive(it, n5);
                let b = peek(it);
                let c = compare(&a, it);
                grow(a, b ^ c)
            }).collect();
            let (x7, x8) = unpair(keep(pair(make(40), make(32))));
            note(log, n5);
            note(log, couple.tag);
            note_item(log, &x8);
            note_item(log, &x7);
            note_all(log, &all6);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Ok::<(u64, Item), Fault>((n5, x8))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_2", total: false, run: via, draw };
}

pub mod pipeline_3 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, given: Item, couple: Pair, feed: &mut Feed) -> Result<View<'s>, Failure> {
            let mut all1 = vec![keep(if state.count < 400 { couple.left } else { given })];
            let mut feed2 = spout(state.count);
            let mut some3 = maybe((if same(&state.left, item) { ((format!("{:?}", state.left).len() as u64) | tick(&mut state.count)) } else { number(couple.tag) }));
            let mut n4 = seed;
            let mut x5 = try_grow(couple.right)?;
            let _guard6 = exchange(&mut state.left, derive(&x5, (n4 + couple.tag)));
            let _guard7 = unwrap_or_make(maybe(x5.add(state.count)), _guard6.into_number());
            if ((couple.tag + n4)) % 3 == 0 { log.note((exchange(&mut n4, keep(couple.tag))) % 100); }
            bump(&mut state.right, number(eat(x5)));
            {
                let n14: u64 = if let Some(mut x10) = sip(feed) {
                    for m11 in all1.iter_mut() {
                        state.count ^= peek(&x10) % 1000;
                        let mut m12 = &mut *m11;
                    }
                    seed
                } else {
                    let mut all13 = all1.iter().map(|it| derive(it, state.count)).collect::<Vec<_>>();
                    peek(&_guard7)
                };
            }
            note(log, n4);
            note(log, couple.tag);
            note_item(log, &_guard7);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Ok::<View<'s>, Failure>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_3", total: false, run: via, draw };
}

pub mod pipeline_5 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, mut given: Item, mut couple: Pair, feed: &mut Feed) -> Item {
            let mut some1 = Some(couple.right);
            let mut n2 = (if couple.tag % 2 == ((couple.tag + keep(state.count))) % 2 { (format!("{:?}", given).len() as u64) } else { couple.tag });
            log.note(state.count);
            let mut n7: u64 = if same(&state.right, &given) {
                {
                    'a3: for n4 in 0..1 { continue 'a3; }
                    let mut f5 = |k: u64| k + state.count;
                    if let Some(x6) = maybe(couple.left.into_number()) { state.count += ((*amount + state.count)) % 1000; } else { note(log, couple.tag); }
                }
                log.note(couple.tag);
                some1 = Some(unwrap_or_make(maybe(step(state, seed)), seed));
                seed
            } else {
                n2 ^= n2 % 1000;
                compare(&given, &couple.left)
            };
            let mut n8: u64 = n7;
            let n9: u64;
            if some1.is_some() {
                n2 ^= n2 % 1000;
                n9 = state.count;
            } else {
                let _guard10 = span(log, peek(&given));
                let mut two11 = (keep(make(state.count)), fuse(given, make(n7)));
                for mut n12 in 0..1 {
                    bump(&mut two11.1, n12);
                    trade(&mut two11.1, &mut state.right);
                }
                n9 = n2;
            }
            let n18: u64 = match seed % 4 {
                0..=1 => {
                    let mut state = grow(keep(derive(&state.right, n7)), compare(&make(9), &state.right));
                    show(keep(first(&state, &state)))
                }
                0 | 2 if n8 % 2 == 0 => {
                    let n14 = state.count;
                    for mut x15 in feed.by_ref() { continue; }
                    let (mut x16, x17) = split({ let k = (n14 + n7); make(k + 1) });
                    n8
                }
                _ => {
                    couple.tag ^= n7 % 1000;
                    show(narrow(better(&state.right, &state.left), (n9 + *amount)))
                }
            };
            note(log, n18);
            note(log, n9);
            note_item(log, &state.right);
            note_item(log, &state.left);
            derive(&state.right, n8)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_5", total: false, run: via, draw };
}

pub mod pipeline_6 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<Item, Fault> {
            let mut numbers1: Vec<u64> = Vec::new();
            let mut some2 = maybe(eat(make(pour(&mut *item, &state.right))));
            let mut n3 = eat({ let k = 42; make(k + 1) });
            {
                assert!(((if let Some(it) = &some2 { peek(it) } else { 1 })) > 100 && (apply(|k: u64| k + state.count, (number(state.count) + n3))) % 2 == 0 || n3 % 4 != 1, "oracle: guard 84");
                let n4 = digest(&numbers1);
                state.count ^= n4 % 1000;
            }
            bump(&mut state.right, (match some2 { Some(it) => eat(it), None => state.count }));
            numbers1.push(state.count);
            let pair26 = match (maybe(seed), maybe(state.count)) {
                (Some(x19), None) | (None, Some(x19)) => {
                    if same(&*item, &x19) { let x21 = x19; }
                    let mut numbers22 = (0..3u64).rev().map(|it| number(it)).collect::<Vec<u64>>();
                    keep(keep(pair(make(24), make(5))))
                }
                (Some(x19), Some(x20)) => { pair(x19, x20) }
                (None, None) => {
                    let cursor23 = cursor(&mut state.right);
                    let mut two24 = (keep(exchange(&mut state.right, { let k = seed; make(k + 1) })), derive(&*item, pour(&mut state.left, &state.right)));
                    let mut m25 = pick_mut(&mut two24.0);
                    pair(derive(&state.left, (format!("{:?}", two24.0).len() as u64)), make(eat(two24.1)))
                }
            };
            let mut shelf35 = shelf();
            let n36: u64;
            if same(&pair26.left, &pair26.left) {
                'a42: for mut n43 in 0..2 { continue 'a42; }
                let mut n44 = compare(&pair26.left, &pair26.left);
                n36 = (((if n3 % 3 == 0 { pair26.tag } else { pair26.tag }) + peek(&*item))) % 100;
            } else {
                let mut view45 = keep(narrow(first(item, &state.left), pair26.tag));
                if state.count % 5 == 2 && (state.count % 3 == 0) { return Err::<Item, Fault>(Fault::new(26)); }
                n36 = pair26.tag;
            }
            Ok::<Item, Fault>(derive(pick(&pair26.left), seed))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_6", total: false, run: via, draw };
}

pub mod pipeline_7 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, mut given: Item, feed: &mut Feed, crowd: &'s [Item]) -> Result<Item, Fault> {
            let mut all1 = vec![risky(seed)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(seed);
            let mut n4 = try_number(seed)?;
            let mut x5 = given;
            n4 |= (all1.iter().map(|it| it.get()).sum::<u64>() % 1000);
            for (i6, amount) in all1.drain(..).enumerate() { let n7 = i6 as u64; break; }
            let n8 = digest(&numbers2);
            note(log, n8);
            note(log, n4);
            note_item(log, &x5);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<Item, Fault>(derive(&x5, (all1.iter().map(|it| it.get()).sum::<u64>() % 1000)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Item::new(seed), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7", total: false, run: via, draw };
}

pub mod pipeline_8 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, mut given: Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> u64 {
            let mut some1 = maybe(eat(unwrap_or_make(maybe(seed), seed)));
            let view16 = match seed % 4 {
                1 | 3 => {
                    let mut item: u64 = if let Some(x9) = maybe(apply(|k: u64| k ^ given.get(), compare(&given, &given))) {
                        if let Some(mut x10) = maybe(pour(&mut given, &x9)) && x10.get() % 2 == 0 { let mut shelf11 = shelf(); } else {
                            basket.push(make(seed));
                            return seed;
                        }
                        let mut view12 = view(&*item);
                        seed
                    } else { seed };
                    better(&given, &given)
                }
                2 if peek(&given) % 3 != 0 => {
                    let cursor13 = cursor(&mut given);
                    let x14 = grow(given, seed);
                    return seed;
                }
                n2 => {
                    let mut f15 = |k: u64| given.add(k);
                    better(&given, &given)
                }
            };
            let Some(x17) = maybe(peek(&given)) else { return seed; };
            let mut registry18 = open();
            let n19: u64;
            match peek(&x17) % 4 {
                0 => { n19 = seed; }
                2 if peek(&given) % 3 != 0 => { n19 = seed; }
                _ => {
                    let mut x28 = if let Some(x21) = maybe(seed) {
                        match keep(seed) % 4 {
                            3.. => { let mut n23 = look(&view16); }
                            2 => { let mut x24 = sip(feed).expect("oracle: dry"); }
                            n22 => { let mut boxed25 = Box::new(Item::new(eat(fuse(x21, x17)))); }
                        }
                        for n26 in 0..1 {
                            let lease27 = lease(item);
                            continue;
                        }
                        grow(given, seed)
                    } else {
                        stash(&mut registry18, pick(&x17));
                        grow(grow(fuse(make(34), given), seed), seed)
                    };
                    n19 = seed;
                }
            }
            for n29 in 0..1 {
                'a30: for mut n31 in 0..1 {
                    let mut registry32 = open();
                    let x33;
                    match (maybe(show(view(choose(item, &make(11), 4)))), maybe(n29)) {
                        (Some(x34), None) | (None, Some(x34)) => { x33 = x34; }
                        (Some(x34), Some(x35)) => { x33 = derive(&x35, 42); }
                        (None, None) => { x33 = derive(&make(0), release(lease(&make(14)))); }
                    }
                    stash(&mut registry32, &x33);
                }
                let mut x36 = make(n29);
                'a37: for x38 in feed.by_ref() { break 'a37; }
                let mut n45 = (0..1u64).skip(1).map(|it| number(it)).sum::<u64>();
            }
            let seed = cursor(item);
            note(log, n19);
            n19
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_8", total: false, run: via, draw };
}

pub mod pipeline_9 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![make(couple.tag), couple.right, couple.left];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = Some(maybe(release(lease(&make(48)))).expect("oracle: none"));
            let mut n4 = couple.tag;
            let mut x5 = derive(item, couple.tag);
            bump(&mut *item, x5.into_number());
            let x9 = grow(unwrap_or_make(some3, couple.tag), maybe_number(couple.tag).expect("oracle: none"));
            let lease10 = keep(lease(&x9));
            if (compare(&x9, &x9)) % 3 == 0 {
                assert_ne!(n4 % 8, 3, "oracle: guard 76");
                {
                    let mut some12 = match couple.tag % 4 {
                        0 => {
                            maybe(keep((all1.iter().map(|it| it.get()).sum::<u64>() % 1000)))
                        }
                        _ if peek(&x9) % 3 != 0 => {
                            couple.tag += *amount % 1000;
                            maybe(keep(compare(&*item, item)))
                        }
                        n11 => {
                            maybe(apply(|k: u64| k ^ x9.get() / 2, apply(move |k: u64| k + n4, n4)))
                        }
                    };
                    for mut n15 in 0..2 { note(log, n4); }
                }
            } else if let Some(r16) = all1.get(1) { let _guard17 = keep(keep(lease(r16))); }
            match *amount % 4 {
                1 | 3 => {
                    n4 += ((show(first(item, &x9))) % 100) % 1000;
                    let _guard19 = span(log, try_peek(&x9)?);
                    let mut n20: u64 = couple.tag;
                }
                2 => {
                    let x23 = {
                        let n21: u64;
                        if same(&x9, choose(&*item, &x9, (if *amount < 400 { couple.tag } else { *amount }))) {
                            let shelf22 = shelf();
                            n21 = couple.tag;
                        } else if (compare(&x9, choose(item, &x9, n4))) % 2 == n4 % 2 { n21 = *amount; } else { n21 = n4; }
                        exchange(item, inner_grow(derive(&x9, n21), n4)?)
                    };
                }
                _ => {
                    let mut view24 = View { item: &x9, salt: 7 };
                    let numbers2 = if let Some(mut x27) = sip(feed) { view24 } else {
                        let mut n28 = (x9.get());
                        better(&x9, &x9)
                    };
                    let mut lease10 = pour(item, &derive(&x9, n4));
                    let mut pair30 = match look(&numbers2) % 4 {
                        3.. => { keep(keep(pair(make(39), make(17)))) }
                        2 => {
                            keep(pair(fuse(make(15), make(19)), fuse(make(32), make(10))))
                        }
                        n29 => { keep(pair(try_grow(make(19))?, make(n4))) }
                    };
                }
            }
            note(log, n4);
            note(log, couple.tag);
            note_item(log, &x9);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Ok::<(u64, Item), Fault>((exchange(&mut n4, *amount), derive(item, couple.tag)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_9", total: false, run: via, draw };
}

pub mod pipeline_10 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, feed: &mut Feed, basket: &mut Vec<Item>) -> u64 {
            let mut all1 = vec![exchange(&mut state.right, Item::new(seed)), grow(Item::new(state.count), peek(&state.right)), derive(keep(source), peek(source))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = state.count;
            enlist(&mut all1, maybe(state.count).expect("oracle: none"));
            let x24;
            match maybe(state.count) {
                Some(x26) if peek(&x26) % 3 == 1 => {
                    {
                        'a27: for n28 in 0..1 { let x29 = sip(feed).expect("oracle: dry"); }
                        for mut n30 in 0..3 { let mut cursor31 = cursor(&mut state.right); }
                    }
                    for m32 in &mut all1 { note(log, n3); }
                    let mut x33: Item = exchange(item, make(maybe_number(state.count).expect("oracle: none")));
                    x24 = std::mem::replace(&mut state.right, x33);
                }
                Some(x25) => {
                    state.left = unwrap_or_make(maybe(state.count), ((n3 + state.count) + tick(&mut state.count)));
                    log.note(n3);
                    let x37 = match (maybe(seed), maybe(((all1.len() as u64) + state.count))) {
                        (Some(x34), None) | (None, Some(x34)) => {
                            step(state, n3);
                            let n36 = digest(&numbers2);
                            fuse(derive(&x25, compare(&state.right, &x34)), derive(&x34, n3))
                        }
                        (Some(x34), Some(x35)) => { Item::new(count(&all1)) }
                        (None, None) => { return (if n3 < 400 { seed } else { n3 }); }
                    };
                    x24 = grow(x37, seed);
                }
                None => {
                    let mut x38 = maybe(n3).expect("oracle: none");
                    for mut n3 in 0..1 { break; }
                    x24 = fuse(derive(&x38, *amount), x38);
                }
            }
            if (eat(derive(&x24, seed))) % 2 == state.count % 2 {
                if x24.into_number() < 400 {
                    let boxed39 = Box::new(keep(grow(grow(make(26), n3), seed)));
                    let mut amount = sip(feed).expect("oracle: dry");
                } else {
                    numbers2.push(number(state.count));
                    let mut n40 = all1.iter_mut().map(|it| { bump(it, 3); 1 }).sum::<u64>();
                }
                let seed = match try_make(look(&view(source))) {
                    Ok(mut x41) => { risky(sum(all1)) }
                    Err(Fault { evidence: x42, .. }) => {
                        let mut view43 = narrow(narrow(first(&state.right, source), n3), seed);
                        x42
                    }
                };
                'a44: for n45 in 0..2 {
                    for i in 0..3 { state.right.add(i); note(log, peek(&state.right)); }
                }
            } else {
                let mut all46 = all1.iter().rev().map(|it| derive(it, state.count)).collect::<Vec<_>>();
                let mut lease47 = keep(keep(lease(&x24)));
                for i in 0..3 { state.right.add(i); note(log, peek(&state.right)); }
                let n56: u64 = if *amount % 2 == (apply(|k: u64| k ^ x24.get(), (all1.iter().map(|it| it.get()).sum::<u64>() % 1000))) % 2 {
                    for (mut r48, i49) in all46.iter().rev().zip(0u64..) {
                        let n50 = i49;
                        let (x51, mut x52) = unpair(pair(exchange(&mut *item, make(39)), exchange(item, make(16))));
                    }
                    for mut r53 in all46.iter().rev() {
                        let n54 = digest(&numbers2);
                        n3 = inner(n3, item);
                    }
                    18
                } else {
                    let Some(mut x55) = maybe((all46.iter().map(|it| it.get()).sum::<u64>() % 1000)) else { return *amount; };
                    *amount
                };
            }
            basket.push(unwrap_or_make(maybe(keep(state.count)), number(*amount)));
            note(log, n3);
            note(log, state.count);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_sum(log, &numbers2);
            keep(inner((state.count ^ seed), &state.right))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_10", total: false, run: via, draw };
}

pub mod pipeline_11 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, basket: &mut Vec<Item>, crowd: &'s [Item]) -> (u64, Item) {
            let mut all1 = vec![fuse(make(state.count), keep(make(3)))];
            let mut feed2 = spout(peek(&state.left));
            let mut x3 = keep(maybe(maybe_number(state.count).expect("oracle: none")).expect("oracle: none"));
            let mut log = if let Some(mut all1) = all1.pop() && all1.get() % 2 == 0 {
                let mut f4 = |k: u64| k ^ all1.get();
                assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
                let x5 = sip(&mut feed2).expect("oracle: dry");
                maybe(show(view(&x5)))
            } else {
                let mut all7: Vec<Item> = all1.iter().map(|it| {
                    let a = derive(it, peek(&state.right));
                    let b = peek(it);
                    let c = compare(&a, it);
                    grow(a, b ^ c)
                }).collect();
                maybe(show(first(&state.left, &state.right)))
            };
            let mut n8 = state.count;
            let lease9 = lease(&state.right);
            let m24 = &mut x3;
            let some25 = Some(grow(log.unwrap_or_else(|| Item::new(36)), (if *amount > 100 && ((n8 | state.count)) % 2 == 0 { tick(&mut state.count) } else { compare(&state.right, &state.left) })));
            (state.count, grow(unwrap_or_make(maybe(n8), n8), (compare(&x3, &state.right) + compare(&x3, &state.right))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_11", total: false, run: via, draw };
}

pub mod pipeline_12 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, amount: &mut u64, given: Item, mut couple: Pair, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut all1 = vec![make(state.count)];
            let mut n2 = peek(&state.left);
            let mut n3 = inner((all1.iter().map(|it| peek(it)).sum::<u64>() % 1000), &given);
            let all4 = vec![couple.right, keep(fuse(couple.left, given))];
            bump(&mut state.right, n3);
            let mut x5 = derive(&state.right, (if couple.tag % 2 == peek(&state.left) % 2 { (couple.tag | n3) } else { n2 }));
            Ok::<u64, Fault>(*amount)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_12", total: true, run: via, draw };
}

pub mod pipeline_14 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, feed: &mut Feed) -> Option<u64> {
            let mut some1 = maybe(maybe_number(inner(inner(seed, &make(32)), &make(15)))?);
            let mut x2 = unwrap_or_make(some1, peek(&make(38)));
            let mut some3 = maybe(seed);
            if seed % 5 == 2 && ((pour(&mut x2, &grow(make(34), seed))) % 3 == 0) { return Some::<u64>(seed); }
            log.note(seed);
            let (mut x2, x11) = split(exchange(&mut x2, grow(make(9), seed)));
            let mut k12: u64 = 0;
            let x14 = loop {
                k12 += 1;
                if k12 > 0 { break grow(x11, eat(unwrap_or_make(some3, *amount))); } let some13 = Some(make(maybe_number(k12 % 100)?)); };
            let (x15, x16) = unpair(pair(x14, keep(x2)));
            note(log, k12);
            note(log, seed);
            note_item(log, &x16);
            note_item(log, &x15);
            Some::<u64>(maybe_number(peek(&x16))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &lent.source, &mut lent.number, &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_14", total: false, run: via, draw };
}

pub mod pipeline_17 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64, basket: &mut Vec<Item>, crowd: &'s [Item]) -> (u64, Item) {
            let mut all1 = vec![unwrap_or_make(maybe(seed), seed), grow(maybe(*amount).expect("oracle: none"), 1)];
            let mut x2 = unwrap_or_make(maybe(place(log)), keep(49));
            let x3 = grow(exchange(&mut x2, make(seed)), seed);
            let mut x12 = std::mem::replace(&mut x2, keep(derive(&x3, seed)));
            'a13: while let Some(x14) = all1.pop() {
                let n15 = (all1.iter().map(|it| peek(it)).sum::<u64>() % 1000);
                let mut boxed16 = Box::new(x14);
                let mut n17 = close(cursor(&mut x12));
                let x18;
                x18 = keep(unwrap_or_make(maybe(seed), n17));
                bump(&mut *boxed16, *amount);
            }
            let mut pair20 = {
                let mut all19 = all1.iter().map(|it| derive(it, seed)).collect::<Vec<_>>();
                pair(x2, x12)
            };
            log.note(pair20.tag);
            if seed % 3 == 0 {
                let Pair { left: ref r21, right: ref mut m22, .. } = pair20;
                log.note(pair20.tag);
                'a25: for r26 in all1.iter().rev() {
                    {
                        let mut all27 = (0..3u64).enumerate().map(|(i, it)| make(it + i as u64)).map(|it| grow(it, peek(&pair20.right))).collect::<Vec<_>>();
                        let some28 = maybe(seed);
                    }
                }
            }
            note(log, pair20.tag);
            note(log, seed);
            note_item(log, &pair20.right);
            note_item(log, &pair20.left);
            note_all(log, &all1);
            (look(&better(&pair20.left, &pair20.right)), make((number(pair20.tag) ^ weigh(&pair20))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_17", total: false, run: via, draw };
}

pub mod pipeline_18 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, amount: &mut u64) -> Item {
            let mut all1 = vec![fuse(risky(seed), grow(make(37), seed))];
            let mut feed2 = spout(seed);
            let mut some3 = maybe(look(&view(source)));
            match try_make(seed) {
                Ok(mut x4) => {
                    if ((if let Some(it) = &some3 { peek(it) } else { 1 })) > 100 && *amount % 2 == 0 {
                        for ledger in 0..2 {
                            x4 = x4;
                            let n6: u64 = ledger;
                        }
                        return exchange(&mut x4, make(41));
                    }
                    let mut some7 = Some(x4);
                    enlist(&mut all1, unwrap_or_make(maybe(seed), seed));
                    if let Some(x8) = all1.pop() && peek(&x8) % 2 == 0 {
                        for feed2 in &mut all1 { continue; }
                        let some10 = if let Some(r9) = &some7 {
                            enlist(&mut all1, grow(x8, seed));
                            maybe((peek(source) | compare(r9, r9)))
                        } else {
                            note(log, seed);
                            maybe(seed)
                        };
                    } else if ((keep(seed) + seed)) < 400 {
                        if *amount % 3 == 0 {
                            enlist(&mut all1, grow(grow(if same(source, source) { make(8) } else { make(11) }, (match some7 { Some(it) => it.into_number(), None => seed })), seed));
                        }
                        if let Some(x11) = some3 {
                            let Some(mut x12) = maybe(seed) else { return { let k = seed; make(k + 1) }; };
                        }
                    }
                }
                Err(Fault { evidence: x5, .. }) => {
                    let mut some13 = maybe(eat(exchange(item, make(seed))));
                    let mut boxed14 = Box::new(x5);
                    let x20;
                    x20 = unwrap_or_make(some3, seed);
                    note(log, seed);
                    let mut some21 = Some(maybe(release(lease(&x20))).expect("oracle: none"));
                }
            }
            for x23 in all1 {
                let mut boxed24 = Box::new(if seed < 400 { x23 } else { make(*amount % 100) });
            }
            let mut x25 = make(show(view(&*item)));
            let Some(x26) = maybe(seed) else { return exchange(&mut x25, make(7)); };
            note(log, seed);
            note_item(log, &x26);
            note_item(log, &x25);
            note_rest(log, &feed2);
            x26
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_18", total: false, run: via, draw };
}

pub mod pipeline_19 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, couple: Pair, basket: &mut Vec<Item>) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![grow(couple.right, seed)];
            let mut some2 = Some(couple.left);
            note(log, couple.tag);
            if let Some(x3) = all1.pop() {
                let mut f4 = |k: u64| k ^ state.right.get() / 2;
                if some2.is_some() {
                    let mut shelf5 = shelf();
                    let mut some9 = maybe(peek(&grow(x3, couple.tag)));
                } else {
                    match ((match some2 { Some(it) => eat(it), None => seed })) % 4 {
                        1 | 3 => {
                            let n11 = look(&view(&state.left));
                            state.count += (inner(n11, &x3)) % 1000;
                        }
                        0 | 2 if peek(&state.right) % 3 != 0 => { let mut cursor12 = cursor(&mut state.left); }
                        _ => {
                            enlist(&mut all1, grow(x3, compare(&make(5), choose(&state.right, &state.right, state.count))));
                            note(log, state.count);
                        }
                    }
                }
                let mut x13 = unwrap_or_make(maybe(couple.tag), apply(&f4, keep(seed)));
                let n14: u64;
                match seed % 4 {
                    1 | 3 => {
                        n14 = inner(couple.tag, choose(&state.right, &state.right, inner(couple.tag, &state.right)));
                    }
                    2 => {
                        n14 = eat(fuse(std::mem::replace(&mut x13, make(39)), x13));
                    }
                    n15 => {
                        let mut n17: u64 = if let Some(r16) = all1.get(1) && peek(r16) % 2 == 0 { n15 } else { couple.tag };
                        if (f4(pour(inner_step(&mut x13, log, couple.tag), &state.right))) < 400 { step(state, couple.tag); } else {
                            let (mut x18, x19) = split(x13);
                            let mut all20 = all1.iter().enumerate().map(|(_, it)| it).map(|it| try_make(peek(it))).collect::<Result<Vec<_>, _>>()?;
                        }
                        n14 = n17;
                    }
                }
            }
            let mut x21 = keep(grow(inner_grow(make(33), state.count)?, state.count));
            let lease22 = lease(&state.right);
            note(log, couple.tag);
            note(log, state.count);
            note_item(log, &x21);
            note_item(log, &state.right);
            note_all(log, &all1);
            Ok::<(u64, Item), Fault>((couple.tag, if same(&state.right, &x21) { fuse(try_make(state.count)?, make(state.count)) } else { x21 }))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_19", total: false, run: via, draw };
}

pub mod pipeline_20 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed) -> Option<()> {
            let mut all1 = vec![make(couple.tag), couple.right, grow(grow(couple.left, *amount), seed)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = seed;
            let n8 = 'a4: {
                'a5: for r6 in &all1 { let mut registry7 = open(); }
                couple.tag ^= (tick(&mut n3)) % 1000;
                couple.tag
            };
            match sip(feed) {
                Some(x10) if x10.get() % 3 == 1 => {
                    n3 += n8 % 1000;
                    *item = x10;
                    numbers2.push(couple.tag);
                }
                Some(x9) => { assert!(n3 % 6 != 2, "oracle: guard {}", n3); }
                None => {
                    let mut log = if let Some(r12) = all1.first() { derive(&keep(make(49)), n8) } else {
                        let mut lease13 = lease(keep(pick(&*item)));
                        let mut k14: u64 = 0;
                        'a15: while k14 < 1 {
                            k14 += 1;
                            enlist(&mut all1, Item::new(k14));
                            let two16 = (Item::new(*amount), risky(eat(grow(make(29), n3))));
                        }
                        fuse(grow(risky(k14), n8), make(n3))
                    };
                    match n8 % 4 {
                        1 | 3 => {
                            let mut some19 = if let Some(x18) = maybe(keep(n8)) {
                                log = grow(log, pour(&mut *item, &x18));
                                maybe(tick(&mut n3))
                            } else if (compare(&log, &log)) % 3 == 0 {
                                numbers2.push(n3 % 100);
                                maybe(n3)
                            } else { maybe(*amount) };
                            return None::<()>;
                        }
                        _ if peek(&log) % 3 != 0 => {
                            let mut some20 = maybe(compare(pick(&log), &derive(&log, *amount)));
                            let mut all21 = feed.by_ref().take(2).map(|it| grow(it, peek(&log))).collect::<Vec<_>>();
                            numbers2.push(n8);
                        }
                        n17 => {
                            if same(item, &log) {
                                numbers2.push((eat(derive(&*item, couple.tag)) + couple.tag));
                                let mut n22 = digest(&numbers2);
                            }
                            let mut n23: u64 = n8;
                        }
                    }
                }
            }
            for m24 in &mut all1 { break; }
            let x33 = {
                for r25 in &all1 {
                    log.note(n3);
                    n3 += seed % 1000;
                }
                if let Some(mut x26) = sip(feed) && x26.get() % 2 == 0 {
                    let mut all27 = vec![make(n3), unwrap_or_make(maybe(n3), (n8 + *amount)), grow(x26, apply(|k: u64| k + n8, n8))];
                    numbers2.push(look(&view(&make(28))));
                    let mut k28: u64 = 0;
                    while k28 < 3 && ((eat(make((all27.iter().map(|it| it.get()).sum::<u64>() % 1000)))) % 3 == 0) { k28 += 1; break; }
                } else if let Some(x29) = maybe(inner(n3, &derive(&make(16), n8))) && x29.get() % 2 == 0 {
                    let x30;
                    match *amount % 4 {
                        0 => { x30 = x29; }
                        2 => { x30 = derive(&x29, seed); }
                        _ => { return Some::<()>(()); }
                    }
                } else {
                    n3 += couple.tag % 1000;
                    if number(maybe_number(keep(n8))?) % 3 == 0 { feed.by_ref().for_each(|it| { eat(it); }); } else if (((eat(make(32)) | n8 % 100) | *amount)) % 2 == (peek(&exchange(&mut *item, make(17)))) % 2 {
                        log.note(exchange(amount, apply(move |k: u64| k + n3, n8)));
                    }
                    *amount ^= close(cursor(&mut *item));
                }
                numbers2.push(seed);
                fuse(keep(fuse(make(33), make(30))), fuse(fuse(make(44), make(27)), make(n8)))
            };
            all1.push(grow(make(n3), *amount));
            let mut k36: u64 = 0;
            while k36 < 3 { k36 += 1; break; }
            note(log, k36);
            note(log, n8);
            note_item(log, &x33);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_20", total: false, run: via, draw };
}

pub mod pipeline_22 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, given: Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Option<u64> {
            let mut all1 = vec![grow(grow(couple.left, state.count), couple.tag), derive(&state.right, (format!("{:?}", state.left).len() as u64)), make(state.count)];
            let mut x2 = maybe(state.count)?;
            let mut all16: Vec<Item> = (0..2u64).filter_map(|it| maybe(number(it))).collect();
            match ((eat(couple.right) + couple.tag)) % 4 {
                0 => {
                    let x27 = if same(&given, &x2) {
                        let mut n21: u64 = if let Some(x18) = maybe(peek(&keep(x2))) {
                            let mut m19 = pick_mut(&mut state.right);
                            eat(keep(grow(x18, couple.tag)))
                        } else {
                            let mut f20 = |k: u64| state.right.add(k);
                            couple.tag
                        };
                        let x23 = {
                            let mut all22 = all16.iter().enumerate().map(|(i, it)| derive(it, i as u64)).map(|it| grow(it, couple.tag)).collect::<Vec<_>>();
                            risky(couple.tag)
                        };
                        given
                    } else if same(&x2, part(&first(&state.right, &state.right))) {
                        grow(exchange(&mut x2, grow(given, couple.tag)), eat(grow(x2, seed)))
                    } else {
                        assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
                        let mut some26 = match (eat(if 19 % 3 == 0 { given } else { x2 })) % 4 {
                            3.. => {
                                let mut numbers25 = all16.into_iter().enumerate().map(|(_, it)| it).map(|it| eat(it)).collect::<Vec<u64>>();
                                maybe(tick(&mut couple.tag))
                            }
                            2 => {
                                couple.tag += couple.tag % 1000;
                                maybe(inner(state.count, &state.right))
                            }
                            n24 => { maybe(n24) }
                        };
                        grow(make(couple.tag), (if some26.is_some() { pour(&mut state.right, &state.left) } else { couple.tag }))
                    };
                    step(state, couple.tag);
                    let mut all28 = all1.iter().map(|it| derive(it, seed)).collect::<Vec<_>>();
                    for n29 in 0..2 { continue; }
                }
                2 if couple.tag % 2 == 0 => {
                    let registry30 = open();
                    assert_ne!(couple.tag % 8, 3, "oracle: guard 58");
                    match state.count % 4 {
                        3.. => {
                            let mut all32: Vec<Item> = all16.iter().map(|it| {
                                let a = derive(it, 3);
                                let b = peek(it);
                                let c = compare(&a, it);
                                grow(a, b ^ c)
                            }).collect();
                            return None::<u64>;
                        }
                        2 if peek(&x2) % 3 != 0 => {
                            let mut n35: u64 = match seed % 4 {
                                1 | 3 => {
                                    let _guard34 = given;
                                    return Some::<u64>(sum(all16));
                                }
                                2 => { number(compare(&given, &given)) }
                                n33 => { n33 }
                            };
                            let x42;
                            if peek(&x2) > 100 && (exchange(&mut couple.tag, 10)) % 2 == 0 {
                                let Some(x43) = maybe(compare(&state.right, &given)) else { return None::<u64>; };
                                x42 = x2;
                            } else {
                                let Pair { left: x44, tag: mut n45, right: _ } = keep(keep(pair(x2, given)));
                                x42 = keep(derive(&state.right, state.count));
                            }
                            let mut f46 = |k: u64| { state.count += k; state.count };
                        }
                        n31 => {
                            let mut feed = (risky((state.count | n31)), keep(grow(x2, n31)));
                            if n31 < 400 {
                                step(state, couple.tag);
                                state.count += (exchange(&mut couple.tag, exchange(&mut state.count, n31))) % 1000;
                            } else {
                                state.count += look(&view(&state.right)) % 1000;
                                couple.tag = seed;
                            }
                        }
                    }
                }
                _ => {
                    note(log, count(&all16));
                    bump(&mut state.right, apply(move |k: u64| k + seed, state.count));
                    let x52 = 'a47: {
                        let n49: u64 = if let Some(r48) = all16.first() {
                            enlist(basket, grow(grow(keep(x2), (couple.tag + state.count)), apply(|k: u64| k + state.count, number(state.count))));
                            number((format!("{:?}", given).len() as u64))
                        } else {
                            for i in 0..2 { bump(&mut state.left, i); }
                            couple.tag
                        };
                        let mut lease51 = keep(lease(&state.left));
                        break 'a47 fuse(unwrap_or_make(maybe(couple.tag), couple.tag), given);
                    };
                }
            }
            'a53: for mut x54 in all1.drain(..) {
                let mut k55: u64 = 0;
                let x58 = 'a56: loop {
                    k55 += 1;
                    if k55 > 2 { break derive(&state.right, couple.tag); } let mut x57 = { derive(&state.left, couple.tag) }; };
                let Some(mut x59) = maybe(number(eat(x58))) else { return Some::<u64>(x54.into_number()); };
                let Some(mut x60) = maybe(state.count) else { return None::<u64>; };
            }
            let Pair { left: mut x61, tag: n62, .. } = pair(grow(keep(make(44)), couple.tag), keep(derive(&state.right, couple.tag)));
            note(log, n62);
            note(log, couple.tag);
            note_item(log, &x61);
            note_item(log, &state.right);
            note_all(log, &all1);
            Some::<u64>((all1.len() as u64))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_22", total: false, run: via, draw };
}

pub mod pipeline_23 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, amount: &mut u64, given: Item, basket: &mut Vec<Item>, crowd: &'s [Item]) -> (u64, Item) {
            let mut all1 = vec![{ let k = (if same(&given, &given) { seed } else { seed }); make(k + 1) }, given];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut x3 = grow(fuse(make(seed), make(seed)), *amount);
            all1.iter().skip(1).for_each(|it| note(log, peek(it)));
            for i in 0..1 { bump(&mut x3, i); }
            let mut all4: Vec<Item> = all1.iter_mut().take(2).filter_map(|it| maybe({ bump(it, 3); 1 })).collect();
            let mut n5 = crowd.iter().skip(1).map(|it| peek(it)).sum::<u64>();
            let n6 = n5;
            note(log, n6);
            note(log, n5);
            note_item(log, &x3);
            note_all(log, &all4);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            ((all4.len() as u64), exchange(&mut x3, grow(make(n5), *amount % 100)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.number, Item::new(seed), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_23", total: true, run: via, draw };
}

pub mod pipeline_26 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, mut given: Item, crowd: &'s [Item]) -> Option<View<'s>> {
            let mut all1 = vec![grow(given, state.count)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(state.count);
            let mut x4 = grow(derive(keep(source), seed % 100), state.count);
            let (mut x5, mut x6) = split(make(seed));
            state.count += state.count % 1000;
            let n13: u64;
            match try_make(seed) {
                Ok(mut x14) => {
                    match try_make((state.count + state.count)) {
                        Ok(mut x16) => {
                            if let Some(r18) = all1.get(1) && r18.get() % 2 == 0 {
                                let mut given = &x16;
                                return None::<View<'s>>;
                            }
                            let mut x14: &mut Item = pick_mut(&mut state.right);
                            let mut numbers23 = all1.iter().skip(1).map(|it| peek(it)).collect::<Vec<u64>>();
                        }
                        Err(Fault { evidence: x17, .. }) => {
                            let x24;
                            if same(&x14, &x5) {
                                all1.push(x17);
                                x24 = x14;
                            } else {
                                bump(&mut x14, state.count);
                                x24 = x14;
                            }
                            let mut all25: Vec<Item> = all1.iter().filter_map(|it| maybe(peek(it))).collect();
                            enlist(&mut all1, keep(derive(&x4, x6.add(x6.get()))));
                        }
                    }
                    let x26;
                    match (compare(&state.right, &x4)) % 4 {
                        0..=1 => {
                            step(state, 37);
                            let mut n28: u64 = { state.count };
                            x26 = grow(keep(x6), apply(|k: u64| k + state.count, eat(x4)));
                        }
                        0 | 2 if state.count % 2 == 0 => { x26 = keep(x5); }
                        n27 => { x26 = Item::new(state.count); }
                    }
                    assert_ne!(state.count % 8, 3, "oracle: guard 86");
                    n13 = eat(x26);
                }
                Err(Fault { evidence: x15, .. }) => { n13 = state.count; }
            }
            numbers2.push(apply(|k: u64| k ^ state.right.get() / 2, n13));
            Some::<View<'s>>(narrow(keep(first(source, &state.right)), n13))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_26", total: false, run: via, draw };
}

pub mod pipeline_29 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut all1 = vec![grow(couple.right, state.count)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(eat(couple.left));
            let mut some4 = maybe(sum(all1));
            let mut n5 = (state.right.get());
            let mut x6 = keep(if couple.tag < 400 { derive(&state.right, state.count) } else { unwrap_or_make(some4, seed) });
            couple.right = exchange(item, grow(x6, (couple.tag ^ couple.tag)));
            some4 = Some(couple.right);
            let mut f7 = |k: u64| { n5 += k; n5 };
            numbers2.push(look(&view(&*item)));
            let Some(x9) = maybe(*amount) else { return Ok::<u64, Fault>((if same(&state.left, &*item) { n5 } else { n5 })); };
            step(state, n5);
            note(log, n5);
            note(log, couple.tag);
            note_item(log, &x9);
            note_item(log, &state.right);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<u64, Fault>(state.count)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_29", total: false, run: via, draw };
}

pub mod pipeline_30 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, given: Item, crowd: &'s [Item]) -> Result<View<'s>, Fault> {
            let mut all1 = vec![unwrap_or_make(maybe(seed), peek(source))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(compare(&*item, &given));
            let mut n4 = number((given.get()));
            let mut x5 = derive(&given, compare(&given, &*item));
            let x6 = x5;
            for (mut x7, i8) in all1.into_iter().zip(0u64..) {
                let n9 = i8;
                note(log, n4);
                let x10;
                match (maybe(try_number(try_number(49)?)?), maybe((given.get()))) {
                    (Some(x11), None) | (None, Some(x11)) => { x10 = make(exchange(&mut n4, n9)); }
                    (Some(x11), Some(x12)) => {
                        if same(&*item, &given) {
                            let _guard13 = span(log, seed);
                            numbers2.push(seed);
                        }
                        let r14 = &given;
                        break;
                    }
                    (None, None) => {
                        n4 += (tick(&mut n4)) % 1000;
                        let mut x17 = match (tick(&mut n4)) % 4 {
                            0..=1 => {
                                let cursor16 = cursor(&mut *item);
                                exchange(item, maybe(seed).ok_or_else(|| Fault::new(4))?)
                            }
                            2 if seed % 2 == 0 => { try_grow(try_grow(Item::new(seed))?)? }
                            n15 => { exchange(&mut x7, maybe(24).ok_or_else(|| Fault::new(5))?) }
                        };
                        x10 = grow(maybe(peek(source)).ok_or_else(|| Fault::new(29))?, show(better(source, &x17)));
                    }
                }
                trade(&mut x7, keep(pick_mut(&mut *item)));
            }
            match (exchange(&mut n4, (seed | seed))) % 4 {
                0..=1 => {
                    let mut n19 = tick(&mut n4);
                    if (apply(|k: u64| k + seed, seed)) % 3 == 0 {
                        log.note(compare(&x6, &x6));
                        crowd.iter().take(2).for_each(|it| { peek(it); });
                    } else { n4 += ((format!("{:?}", given).len() as u64)) % 1000; }
                    if (apply(|k: u64| k + n19, n19)) % 3 == 0 { numbers2.push(compare(&x6, &*item)); }
                }
                2 => {
                    if (pour(item, &x6)) % 2 == n4 % 2 {
                        if let Some(x20) = maybe(n4) && x20.get() % 2 == 0 {
                            let mut pair21 = pair(make(maybe_number(n4).expect("oracle: none")), x6);
                        } else {
                            let Some(mut x22) = maybe(x6.into_number()) else { return Ok::<View<'s>, Fault>(first(source, &given)); };
                        }
                        for numbers2 in 0..2 { continue; }
                        let mut k23: u64 = 0;
                        let mut n25 = loop {
                            k23 += 1;
                            if k23 > 0 { break close(cursor(item)); }
                            let mut numbers24 = crowd.iter().rev().map(|it| peek(it)).collect::<Vec<u64>>();
                        };
                    }
                }
                _ => {
                    let mut n26: u64 = eat(exchange(item, derive(&x6, seed)));
                    let mut x27 = { grow(exchange(&mut *item, given), n4) };
                    for n28 in 0..((eat(x27) + n26)) % 4 { break; }
                    for mut n29 in 0..3 { if same(&x6, &x6) { continue; } else { note(log, n26); } }
                    return Err::<View<'s>, Fault>(Fault::new(21));
                }
            }
            if same(&given, &fuse(grow(make(9), seed), try_make(seed)?)) {
                n4 += n4 % 1000;
                let mut k30: u64 = 0;
                let x6 = loop {
                    k30 += 1;
                    if k30 > 2 { break (keep(record(ledger, seed))) % 100; }
                    for mut n31 in 0..3 { (0..3u64).for_each(|it| note(log, number(it))); }
                    assert!((inner(n4, &given)) % 3 == 0 || k30 % 4 != 1, "oracle: guard 54");
                };
                if x6 % 2 == x6 % 2 {
                    let n4 = |k: u64| k + k30;
                    let x32;
                    if k30 % 3 == 0 {
                        let mut n33 = digest(&numbers2);
                        x32 = make(n33);
                    } else {
                        let mut all34 = (0..2u64).enumerate().map(|(_, it)| it).map(|it| try_make(number(it))).collect::<Result<Vec<_>, _>>()?;
                        x32 = derive(&given, number(number(k30)));
                    }
                    note(log, keep(k30));
                } else {
                    let mut k35: u64 = 0;
                    let x36 = loop {
                        k35 += 1;
                        if k35 > 0 { break make(k30); } numbers2.push(apply(move |k: u64| k + k30, seed)); };
                    'a37: for n38 in 0..2 { break 'a37; }
                    let mut view40 = match keep(k30) % 4 {
                        1 | 3 => {
                            log.note((if (eat(fuse(x36, given))) % 3 == 0 { number(k30) } else { (k30 | (k35 + k35)) }));
                            view(item)
                        }
                        _ if seed % 2 == 0 => { view(keep(pick(&x36))) }
                        n39 => {
                            log.note(compare(&derive(&x36, k35), &*item));
                            first(item, &x36)
                        }
                    };
                }
                let (x41, mut log) = unpair(keep(pair(make(39), make(22))));
            } else {
                let pair42 = Pair { left: make(try_peek(&given)?), right: make(inner(n4, &given)), tag: 4 };
                let mut k43: u64 = 0;
                let n44 = loop {
                    k43 += 1;
                    if k43 > 2 { break try_bump(item, weigh(&pair42))?; } break pair42.tag; };
                assert_ne!(seed % 8, 3, "oracle: guard 9");
            }
            numbers2.push(inner(exchange(&mut n4, 1), &risky(n4)));
            match n4 % 4 {
                1 | 3 => {
                    n4 += ((tick(&mut n4)) % 100) % 1000;
                    let mut x47 = 'a46: {
                        keep(if (compare(source, source)) < 400 { make(n4) } else { grow(make(39), n4) })
                    };
                    for feed3 in 0..1 { break; }
                    let n48: u64 = { n4 };
                }
                2 => {
                    'a49: for n50 in 0..2 {
                        let mut all51 = vec![make(try_peek(&make(15))?)];
                        let some52 = Some(exchange(pick_mut(item), derive(&make(29), inner(39, source))));
                    }
                    if let Some(mut x53) = maybe(eat(maybe(try_peek(source)?).expect("oracle: none"))) {
                        let boxed54 = Box::new(derive(&*item, show(first(&x53, source))));
                        return Ok::<View<'s>, Fault>(view(source));
                    } else {
                        let n55: u64;
                        match try_make(n4) {
                            Ok(mut x56) => {
                                let mut x58: Item = std::mem::replace(&mut x56, keep(grow(make(12), n4)));
                                return Ok::<View<'s>, Fault>(view(source));
                            }
                            Err(Fault { evidence: x57, .. }) => { n55 = show(view(&x57)); }
                        }
                        'a59: for mut n60 in 0..3 {
                            numbers2.push(n60);
                            break;
                        }
                    }
                    note(log, peek(&make(24)));
                    let mut all61 = vec![make(record(ledger, n4)), derive(&*item, n4), inner_grow(try_grow(make(49))?, n4)?];
                }
                _ => {
                    'a62: for mut n63 in 0..1 {
                        if (compare(&make(11), &make(11))) % 3 == 0 { log.note((peek(&make(28)) | (49 | number(n63)))); } else { log.note(compare(choose(pick(source), &make(37), pour(item, source)), &grow(make(17), n4))); }
                    }
                    if ((n4 ^ eat(derive(item, 14)))) % 2 == n4 % 2 {
                        let mut all1 = ((20 % 100 + record(ledger, n4)) + 13);
                        let x64 = if same(item, &make(28)) {
                            grow(unwrap_or_make(maybe(all1), (all1 + all1)), try_peek(&make(10))?)
                        } else { make(exchange(&mut n4, inner(seed, &make(26)))) };
                        let mut view68: View<'_> = keep(keep(better(&x64, &x64)));
                    }
                }
            }
            note(log, n4);
            note(log, seed);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<View<'s>, Fault>(keep(narrow(better(source, source), n4)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, Item::new(seed), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_30", total: false, run: via, draw };
}

pub mod pipeline_31 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, basket: &mut Vec<Item>)] [Result<(u64, Item), Fault>] {
            let mut all1 = vec![derive(&state.right, compare(&state.left, &state.right))];
            let mut some2 = maybe(state.count);
            let mut n3 = try_number(seed)?;
            if ((all1.len() as u64)) % 3 == 0 {
                let mut n4 = (match some2 { Some(it) => peek(&it), None => n3 });
                let mut registry5 = open();
                'a6: for mut n7 in 0..(compare(&state.right, &state.right)) % 4 {
                    enlist(&mut all1, make(4));
                    let mut k8: u64 = 0;
                    'a9: while k8 < 2 && (state.count > 100 && seed % 2 == 0) { k8 += 1; let mut f10 = |k: u64| k ^ state.right.get(); }
                }
                for mut seed in 0..3 {
                    match release(lease(&state.right)) % 4 {
                        3.. => { continue; }
                        2 => { let mut x12 = derive(&grow(make(18), n4), n4); }
                        _ => { log.note(seed); }
                    }
                    let n14: u64 = if seed % 2 == (show(view(choose(&state.right, &state.left, n3)))) % 2 { show(view(&state.right)) } else {
                        let mut f13 = |k: u64| k ^ state.right.get();
                        return Err::<(u64, Item), Fault>(Fault::new(42));
                    };
                }
            } else if (inner(state.count, &state.right)) % 2 == state.count % 2 {
                match ((all1.iter().map(|it| it.get()).sum::<u64>() % 1000)) % 4 {
                    0..=1 => {
                        match state.count % 4 {
                            0 => {
                                enlist(&mut *basket, grow(grow(maybe(n3).expect("oracle: none"), n3), seed));
                                let Some(mut x17) = maybe(state.count) else { return Err::<(u64, Item), Fault>(Fault::new(26)); };
                            }
                            0 | 2 if peek(&state.left) % 3 != 0 => {
                                let Some(mut x18) = maybe(eat(keep(make(31)))) else { return Err::<(u64, Item), Fault>(Fault::new(13)); };
                                if release(lease(&state.left)) < 400 { bump(&mut x18, compare(&state.right, &make(2))); }
                            }
                            n16 => {
                                let mut all19 = (0..3u64).skip(1).map(|it| make(it ^ 45)).collect::<Vec<_>>();
                                let mut all20 = all19.iter().rev().map(|it| derive(it, peek(&state.right))).collect::<Vec<_>>();
                            }
                        }
                        'a21: while let Some(x22) = all1.pop() { break; }
                        let mut x23 = try_grow(make((if let Some(it) = &some2 { peek(it) } else { 1 })))?;
                    }
                    _ if n3 % 2 == 0 => { note(log, number(peek(&state.right))); }
                    _ => {
                        let mut view24 = if same(keep(choose(&state.right, &*item, state.count)), &make(keep(39))) { keep(view(&*item)) } else { view(&state.left) };
                        let mut boxed25 = Box::new(try_make(state.count % 100)?);
                        bump(&mut state.right, state.count);
                    }
                }
            } else {
                {
                    let pair28 = if ((state.count ^ (all1.iter().map(|it| it.get()).sum::<u64>() % 1000))) > 100 && (keep(inner(state.count, &state.left))) % 2 == 0 {
                        let _guard26 = span(log, show(better(source, &state.right)));
                        pair(derive(&state.right, seed), try_make(eat(make(13)))?)
                    } else {
                        let mut x27 = make(((all1.iter().map(|it| peek(it)).sum::<u64>() % 1000) + state.count));
                        pair(unwrap_or_make(maybe(state.count), n3), std::mem::replace(&mut x27, make(state.count)))
                    };
                }
                n3 += number((maybe_number(seed).ok_or_else(|| Fault::new(13))? ^ exchange(&mut state.count, n3)));
            }
            match (maybe((seed | show(better(&state.right, source)))), maybe(inner(n3, &state.right))) {
                (Some(x29), None) | (None, Some(x29)) => {
                    let mut n31 = exchange(&mut n3, exchange(&mut state.count, place(log)));
                    let mut view32 = View { item: &state.right, salt: 0 };
                }
                (Some(x29), Some(x30)) => {
                    let mut pair33 = {
                        all1.push(x29);
                        pair(Item::new(x30.into_number()), fuse(make(state.count), make(state.count)))
                    };
                    let (x36, mut x37) = split(try_grow(inner_grow(pair33.right, n3)?)?);
                    state.count += pair33.tag % 1000;
                }
                (None, None) => {
                    let mut n38: u64 = n3;
                    let Pair { left: mut x39, tag: mut n40, .. } = keep(keep(pair(make(3), make(2))));
                    let mut n41: u64 = (all1.iter().map(|it| peek(it)).sum::<u64>() % 1000);
                    for mut n42 in 0..eat(x39) % 4 { break; }
                }
            }
            let n61: u64 = match maybe(try_peek(&state.right)?) {
                Some(x44) if peek(&x44) % 3 == 1 => { n3 }
                Some(x43) => {
                    let x45;
                    if let Some(r46) = all1.last() {
                        note(log, (format!("{:?}", state.left).len() as u64));
                        let mut view47 = view(pick(&x43));
                        x45 = x43;
                    } else { x45 = x43; }
                    seed
                }
                None => {
                    match n3 % 4 {
                        1 | 3 => {
                            if same(&state.left, &state.right) {
                                let r49: &Item = keep(pick(source));
                                let mut all50: Vec<Item> = all1.iter().filter_map(|it| maybe(peek(it))).collect();
                            }
                            let mut n51 = n3;
                        }
                        0 | 2 if n3 % 2 == 0 => {
                            let mut n54: u64 = match all1.pop() {
                                Some(x52) => { state.count }
                                None => {
                                    assert_ne!(n3 % 8, 3, "oracle: guard 74");
                                    eat(inner_grow(try_grow(make(44))?, (n3 + seed))?)
                                }
                            };
                            if sum(all1) < 400 { note_item(log, &state.right); }
                            let x55;
                            if look(&view(&state.left)) < 400 { x55 = derive(&state.left, n54); } else { x55 = make(seed); }
                        }
                        _ => {
                            let mut pair57 = if let Some(mut x56) = maybe(seed) && peek(&x56) % 2 == 0 { pair(x56, make(seed)) } else { keep(pair(keep(make(7)), derive(&state.left, state.count))) };
                            *item = make(pair57.tag);
                            let mut k58: u64 = 0;
                            let n60 = loop {
                                k58 += 1;
                                if k58 > 2 { break pair57.tag; }
                                let mut cursor59 = cursor(&mut pair57.right);
                                all1.iter().rev().for_each(|it| note(log, peek(it)));
                                continue;
                            };
                        }
                    }
                    state.count += 26 % 1000;
                    compare(keep(source), &state.right)
                }
            };
            note(log, n61);
            note(log, n3);
            note_item(log, &state.right);
            note_item(log, &state.left);
            Ok::<(u64, Item), Fault>(((show(first(source, &state.right)) | place(log)), keep(unwrap_or_make(maybe(n61), n3))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.basket)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_31", total: false, run: via, draw };
}

pub mod pipeline_32 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, mut given: Item) -> Item {
            let mut all1 = vec![make((state.count ^ state.count)), given, grow(grow(make(30), state.count), state.count)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = look(&first(source, source));
            let mut x4 = maybe(inner((all1.iter().map(|it| it.get()).sum::<u64>() % 1000), &make(22))).expect("oracle: none");
            let n24 = state.count;
            let mut k29: u64 = 0;
            let n33 = 'a30: loop {
                k29 += 1;
                if k29 > 0 { break state.left.add(count(&all1)) % 100; }
                let f31 = |k: u64| k ^ x4.get() / 2;
                let mut r32: &Item = &x4;
            };
            let (x34, mut x35) = split(x4);
            let mut n33: &mut Item = &mut state.right;
            numbers2.push(seed);
            let mut boxed36 = Box::new(std::mem::replace(&mut x35, x34));
            note(log, k29);
            note(log, n24);
            note_item(log, &x35);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            grow(x35, peek(&state.left))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_32", total: false, run: via, draw };
}

pub mod pipeline_33 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, source: &'s Item, mut given: Item) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![given, unwrap_or_make(maybe(seed), seed), fuse(make(seed), inner_grow(make(45), seed)?)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = eat(grow(inner_grow(make(17), seed)?, peek(&make(45))));
            for mut n4 in 0..3 { return Ok::<(u64, Item), Fault>((keep(n3), make(n3))); }
            let mut x9 = 'a5: {
                given = Item::new(((all1.iter().map(|it| it.get()).sum::<u64>() % 1000)) % 100);
                bump(&mut given, seed);
                if (show(better(&given, &given))) % 3 == 0 { let mut given = shelf(); } else {
                    let x6;
                    match try_make(seed) {
                        Ok(mut x7) => { break 'a5 x7; }
                        Err(Fault { evidence: x8, .. }) => {
                            x6 = grow(maybe(n3).expect("oracle: none"), record(ledger, keep(n3)));
                        }
                    }
                    check(&given)?;
                }
                try_make(n3)?
            };
            if (maybe_number(peek(&x9)).ok_or_else(|| Fault::new(4))?) % 2 == (number(inner(compare(&x9, &x9), &given))) % 2 {
                let mut all15 = (0..1u64).take(2).map(|it| make(it ^ 28)).collect::<Vec<_>>();
                if seed % 5 == 2 && (same(&x9, &given)) { return Ok::<(u64, Item), Fault>((n3, fuse(x9, given))); }
                'a16: for mut r17 in &all15 { let mut n18: u64 = n3; }
                let shelf21 = shelf();
            } else {
                let mut x22 = exchange(&mut x9, maybe(n3).expect("oracle: none"));
            }
            let mut n23 = compare(&x9, &given);
            note(log, n23);
            note(log, n3);
            note_item(log, &x9);
            note_item(log, &given);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Ok::<(u64, Item), Fault>((n3, unwrap_or_make(maybe((all1.iter().map(|it| it.get()).sum::<u64>() % 1000)), n23)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_33", total: false, run: via, draw };
}

pub mod pipeline_34 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item, couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>) -> (u64, Item) {
            let mut all1 = vec![grow(couple.right, *amount), make(eat(make(26)))];
            let mut feed2 = spout(couple.tag);
            let mut n3 = couple.tag;
            let mut k13: u64 = 0;
            while k13 < 1 {
                k13 += 1;
                if k13 < 400 {
                    enlist(&mut all1, make(couple.tag));
                    basket.push(make(k13));
                }
            }
            let Some(mut x14) = maybe(n3) else { return (apply(move |k: u64| k + k13, *amount), grow(given, couple.tag)); };
            if couple.tag % 5 == 2 && (couple.tag < 400) { return (state.count, exchange(&mut *item, x14)); }
            let n3 = match state.count % 4 {
                0..=1 => {
                    if (number((exchange(&mut state.count, n3) + k13))) % 3 == 0 {
                        let mut view16 = View { item: &state.right, salt: 0 };
                        let mut shelf17 = shelf();
                    } else {
                        if couple.tag % 2 == (maybe_number(tick(&mut state.count)).expect("oracle: none")) % 2 { step(state, seed); } else if let Some(mut x18) = sip(feed) { given = fuse(given, keep(x18)); }
                        let mut all19 = feed.by_ref().map(|it| grow(it, k13)).collect::<Vec<_>>();
                        let (mut x20, x21) = unpair(keep(pair(given, x14)));
                    }
                    pair(if same(&state.right, item) { fuse(couple.left, make(20)) } else { fuse(make(8), make(8)) }, fuse(make(n3), fuse(make(14), make(46))))
                }
                2 => {
                    let lease22 = lease(&*item);
                    let state = vec![keep(x14), derive(&couple.left, k13), couple.left];
                    keep(pair(given, grow(make(30), couple.tag)))
                }
                n15 => {
                    enlist(&mut all1, couple.left);
                    if k13 % 2 == (close(cursor(&mut given))) % 2 {
                        assert!(same(&given, &x14) || state.count % 4 != 1, "oracle: guard 77");
                        'a25: for amount in all1 { continue; }
                        n3 += n15 % 1000;
                    } else {
                        (0..3u64).skip(1).for_each(|it| { number(it); });
                        return ((if k13 % 2 == n3 % 2 { n3 } else { n3 }), x14);
                    }
                    keep(keep(pair(x14, given)))
                }
            };
            step(state, couple.tag);
            let Some(x27) = maybe(weigh(&n3)) else { return (k13, grow(n3.right, k13)); };
            note(log, n3.tag);
            note(log, k13);
            note_item(log, &x27);
            note_item(log, &n3.right);
            note_rest(log, &feed2);
            (peek(&n3.left), derive(choose(&x27, &state.left, n3.tag), close(cursor(&mut state.right))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_34", total: false, run: via, draw };
}

pub mod pipeline_35 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, given: Item, couple: Pair, basket: &mut Vec<Item>, crowd: &'s [Item]) -> (u64, Item) {
            let mut all1 = vec![unwrap_or_make(maybe(couple.tag), apply(|k: u64| k ^ couple.right.get(), couple.tag))];
            let mut feed2 = spout(eat(couple.right));
            let mut n3 = (format!("{:?}", couple.left).len() as u64);
            n3 += couple.tag % 1000;
            let n5 = show(keep(view(&couple.left)));
            let mut all6: Vec<Item> = (0..1u64).rev().map(|it| {
                let a = make(it);
                let b = make(10);
                fuse(a, b)
            }).collect();
            let x26 = match n3 % 4 {
                0 => {
                    enlist(&mut all1, derive(&couple.left, n3));
                    match try_make(compare(&couple.left, &couple.left)) {
                        Ok(mut x10) => {
                            let Pair { left: x12, tag: n13, .. } = keep(pair(keep(make(15)), keep(couple.left)));
                            let mut n3 = cursor(&mut x10);
                            let mut x14 = Item::new(n13);
                            return (close(n3), make(seed));
                        }
                        Err(Fault { evidence: x11, .. }) => {
                            if let Some(mut x15) = all1.pop() {
                                enlist(&mut all1, unwrap_or_make(maybe(n3), show(view(&x15))));
                                let mut n16 = all6.iter_mut().enumerate().map(|(i, it)| derive(&*it, i as u64)).map(|it| eat(it)).sum::<u64>();
                            }
                        }
                    }
                    couple.left
                }
                2 => {
                    let (mut x17, x18) = unpair(pair(make(couple.tag), grow(couple.left, seed)));
                    let (mut x19, mut x20) = unpair(keep(pair(x18, x17)));
                    let mut all21 = vec![{ let k = n5; make(k + 1) }, grow(x20, apply(move |k: u64| k + n3, n5))];
                    fuse(x19, make(number(n5)))
                }
                _ => {
                    for mut n22 in 0..3 { continue; }
                    let mut x24 = if n3 > 100 && ((if n5 < 400 { pour(&mut *item, &couple.left) } else { (n3 | sum(all6)) })) % 2 == 0 {
                        if keep(keep(couple.tag)) > 100 && (compare(&given, item)) % 2 == 0 { unwrap_or_make(maybe(n5), couple.tag) } else { fuse(couple.left, exchange(&mut *item, given)) }
                    } else { risky(count(&all1)) };
                    let mut f25 = |k: u64| k + couple.tag;
                    make(compare(&x24, &*item))
                }
            };
            note(log, n5);
            note(log, n3);
            note_item(log, &x26);
            note_all(log, &all1);
            note_rest(log, &feed2);
            (keep(compare(&x26, pick(&x26))), x26)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_35", total: false, run: via, draw };
}

pub mod pipeline_36 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<View<'s>, Failure> {
            let mut all1 = vec![couple.right, couple.left, maybe(couple.tag).ok_or_else(|| Fault::new(0))?];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = Some(try_grow(fuse(derive(source, couple.tag), derive(&make(27), seed)))?);
            let mut n4 = release(lease(&make(4)));
            couple.tag += (tick(&mut couple.tag)) % 1000;
            bump(&mut *item, number(26));
            if let Some(mut x5) = maybe(place(log)) {
                for mut n6 in 0..2 { continue; }
                if ((couple.tag + tick(amount))) < 400 {
                    numbers2.push(sum(all1));
                    for mut n7 in 0..1 {
                        let r8 = source;
                        x5 = fuse(x5, fuse(make(n4), make(n4)));
                    }
                    let x9: Item = make(try_bump(pick_mut(&mut x5), couple.tag)?);
                } else {
                    let mut x10 = keep(if n4 % 2 == peek(source) % 2 { keep(x5) } else { derive(&*item, n4) });
                    let mut n12: u64 = if (show(better(&x10, &x10))) % 3 == 0 {
                        x10 = fuse(x10, maybe((n4 + n4)).ok_or_else(|| Fault::new(5))?);
                        peek(keep(pick(source)))
                    } else if let Some(r11) = &some3 { apply(|k: u64| k ^ x10.get(), couple.tag) } else { couple.tag };
                }
                let n13: u64 = couple.tag;
                let mut pair14 = { keep(pair(make(n13), fuse(make(17), make(23)))) };
            } else {
                if *amount < 400 {
                    for mut n15 in 0..couple.tag % 4 { couple.tag ^= (compare(item, &make(41))) % 1000; }
                    let mut n17: u64 = if n4 < 400 { show(better(choose(source, &make(35), n4), &make(39))) } else if let Some(mut x16) = maybe((if (keep((n4 ^ seed))) < 400 { n4 } else { seed })) && peek(&x16) % 2 == 0 { n4 } else { n4 };
                    'a18: while let Some(x19) = sip(feed) {
                        bump(item, x19.into_number());
                        continue;
                    }
                }
                let mut lease20 = keep(keep(lease(source)));
                let n21 = digest(&numbers2);
            }
            let mut n39: u64 = match ((if let Some(it) = &some3 { peek(it) } else { 1 })) % 4 {
                0 => {
                    for mut x23 in feed.by_ref() {
                        numbers2.push(n4);
                        bump(inner_step(&mut x23, log, n4), number(n4));
                    }
                    n4
                }
                2 if couple.tag % 2 == 0 => { couple.tag }
                n22 => {
                    note(log, eat(keep(make(n22))));
                    let mut n38: u64 = if same(item, &make(48)) {
                        let mut numbers2 = if *amount % 2 == (show(keep(better(source, &make(21))))) % 2 {
                            let Pair { left: x35, tag: n36, right: _ } = pair(fuse(unwrap_or_make(some3, seed), maybe(n22).ok_or_else(|| Fault::new(47))?), derive(&make(37), number(couple.tag)));
                            keep(pair(keep(x35), make(couple.tag)))
                        } else {
                            pair(grow(risky(*amount), n22), derive(&make(9), place(log)))
                        };
                        let mut some37 = maybe(n22);
                        n22
                    } else {
                        numbers2.push((eat(fuse(make(27), make(26))) + pour(pick_mut(item), &make(42))));
                        if ((((if same(item, source) { n4 } else { n4 }) ^ tick(&mut couple.tag)) ^ keep(couple.tag))) % 3 == 0 { log.note(tick(&mut n4)); }
                        (n4 + n22)
                    };
                    compare(keep(pick(&make(31))), &make(n22))
                }
            };
            let x41 = if let Some(mut x40) = maybe(record(ledger, inner(n4, &make(13)))) { inner_grow(x40, n39)? } else { exchange(item, make(n4)) };
            note(log, n39);
            note(log, n4);
            note_item(log, &x41);
            note_sum(log, &numbers2);
            Ok::<View<'s>, Failure>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_36", total: false, run: via, draw };
}

pub mod pipeline_37 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, amount: &mut u64, mut given: Item, mut couple: Pair, feed: &mut Feed) -> View<'s> {
            let mut all1 = vec![unwrap_or_make(maybe(couple.tag), (seed + couple.tag))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(state.count);
            let mut x4 = grow(couple.right, state.count);
            let mut all5 = all1.iter().skip(1).map(|it| derive(it, state.count)).collect::<Vec<_>>();
            let mut all6 = vec![unwrap_or_make(maybe(couple.tag), (if same(&x4, source) { state.count } else { seed })), derive(&x4, pour(&mut given, &couple.left))];
            assert!(same(&make(state.count), &x4) || couple.tag % 4 != 1, "oracle: guard 53");
            if state.count % 3 == 0 {
                let r7 = &state.right;
                let mut registry8 = open();
                {
                    let mut x9 = couple.left;
                    'a10: while let Some(mut x11) = all5.pop() { continue 'a10; }
                    let mut all12 = all6.iter().enumerate().map(|(i, it)| derive(it, i as u64)).map(|it| grow(it, 13)).collect::<Vec<_>>();
                }
            } else {
                let _guard13 = x4;
                all5.iter().for_each(|it| { peek(it); });
            }
            keep(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_37", total: false, run: via, draw };
}

pub mod pipeline_38 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, mut given: Item, feed: &mut Feed, basket: &mut Vec<Item>) -> u64 {
            let mut all1 = vec![make(state.count), given, maybe(number(seed)).expect("oracle: none")];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout((show(better(item, &state.left)) | number(state.count) % 100));
            let mut some4 = maybe(compare(keep(pick(&state.right)), &keep(make(12))));
            let mut x5 = keep(keep(keep(make(37))));
            for mut x6 in feed.by_ref() {
                let mut some4 = choose(&x5, &state.right, number(seed));
                let some9 = if state.count < 400 { break; } else {
                    let n7 = state.count;
                    let mut n8: u64 = compare(&state.right, &state.right);
                    maybe(n7)
                };
                assert_ne!(state.count % 8, 3, "oracle: guard 91");
            }
            enlist(basket, make(compare(&x5, &state.right)));
            let two10 = (keep(exchange(&mut *item, fuse(x5, make(17)))), derive(&state.right, compare(item, &*item)));
            let _guard11 = keep(lease(pick(&two10.0)));
            let mut all12: Vec<Item> = feed.by_ref().take(2).filter_map(|it| maybe(eat(it))).collect();
            let mut all15: Vec<Item> = all12.into_iter().skip(1).map(|it| {
                let a = derive(&it, peek(&two10.1));
                let b = peek(&it);
                fuse(grow(it, b), a)
            }).collect();
            (peek(&two10.1) + state.count)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, Item::new(seed), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_38", total: false, run: via, draw };
}

pub mod pipeline_39 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, amount: &mut u64, mut given: Item, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut all1 = vec![given];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = Some(make(place(log)));
            let mut n4 = seed;
            let mut x5 = make(n4);
            let mut registry6 = open();
            let n7: u64;
            if let Some(r8) = &some3 && r8.get() % 2 == 0 {
                let (x9, x10) = split(x5);
                n7 = n4;
            } else {
                let mut x11 = x5;
                n7 = n4;
            }
            let mut k12: u64 = 0;
            while k12 < 1 {
                k12 += 1;
                return Ok::<u64, Fault>((if let Some(it) = &some3 { peek(it) } else { 1 }));
            }
            n4 |= eat(keep(unwrap_or_make(some3, *amount)));
            let mut k14: u64 = 0;
            let n19 = 'a15: loop {
                k14 += 1;
                if k14 > 1 { break (if (((n4 + n7) | *amount)) < 400 { seed } else { (seed | count(&all1)) }); }
                let registry16 = open();
                let x17 = make(tick(&mut n4));
                let mut numbers18 = all1.iter().map(|it| peek(it)).collect::<Vec<u64>>();
            };
            all1.iter().for_each(|it| { peek(it); });
            note(log, n19);
            note(log, k14);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Ok::<u64, Fault>(tick(&mut n4))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.number, Item::new(seed), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_39", total: false, run: via, draw };
}

pub mod pipeline_41 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, source: &'s Item, amount: &mut u64, mut given: Item, couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> u64 {
            let mut all1 = vec![keep(couple.right)];
            let mut n2 = close(cursor(&mut state.right));
            let mut x3 = { let k = eat(grow(given, state.count)); make(k + 1) };
            enlist(&mut all1, make(eat(couple.left)));
            (0..1u64).for_each(|it| { number(it); });
            state.count += (show(narrow(view(&x3), n2))) % 1000;
            let view13 = better(keep(source), &state.right);
            let view14 = View { item: &state.right, salt: 4 };
            n2
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_41", total: true, run: via, draw };
}

pub mod pipeline_42 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, amount: &mut u64, mut given: Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut all1 = vec![make(couple.tag), couple.left, grow(grow(make(9), couple.tag), couple.tag)];
            let mut some2 = maybe(show(first(&couple.right, &given)));
            let mut x3 = grow(grow(make(seed), couple.tag), show(first(&couple.right, &couple.right)));
            if ((if same(&couple.right, &given) { couple.tag } else { (tick(&mut couple.tag)) % 100 })) % 2 == ((close(cursor(&mut couple.right)) | seed)) % 2 {
                let (mut ledger, x24) = split(x3);
                'a25: for mut n26 in 0..3 { let n27 = n26; }
                let mut f28 = |k: u64| couple.right.add(k);
            } else {
                let mut all29 = (0..2u64).take(2).map(|it| try_make(number(it))).collect::<Result<Vec<_>, _>>()?;
            }
            enlist(&mut all1, given);
            some2 = maybe(couple.right.add(couple.right.get()));
            let amount: u64 = couple.tag;
            Ok::<u64, Fault>(tick(&mut couple.tag))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_42", total: false, run: via, draw };
}

pub mod pipeline_43 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, mut couple: Pair, feed: &mut Feed) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![couple.left, inner_grow(derive(&couple.right, state.count), tick(&mut couple.tag))?, couple.right];
            let mut some2 = Some(make(peek(&make(32))));
            let mut n3 = seed;
            'a4: for n5 in 0..n3 % 4 {
                let mut all8 = all1.iter().enumerate().map(|(i, it)| derive(it, i as u64)).map(|it| grow(it, peek(&state.right))).collect::<Vec<_>>();
            }
            note(log, couple.tag);
            let mut two9 = unpair(pair(make(state.count), std::mem::replace(&mut state.right, make(32))));
            two9.1 = grow(two9.1, (format!("{:?}", two9.0).len() as u64));
            note(log, n3);
            note(log, couple.tag);
            note_item(log, &two9.1);
            note_item(log, &two9.0);
            note_all(log, &all1);
            Ok::<(u64, Item), Fault>((couple.tag, two9.0))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_43", total: false, run: via, draw };
}

pub mod pipeline_44 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item, couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> View<'s> {
            let mut all1 = vec![derive(&state.left, record(ledger, state.count)), { let k = record(ledger, state.count); make(k + 1) }];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = maybe(state.count);
            let mut n4 = step(state, place(log));
            'a5: while let Some(x6) = all1.pop() {
                let mut k7: u64 = 0;
                let mut x10 = loop {
                    k7 += 1;
                    if k7 > 2 { break derive(&x6, n4); }
                    let mut f8 = move |k: u64| k + n4;
                    for i in 0..1 { given.add(i); note(log, peek(&given)); }
                    let mut all9: Vec<Item> = all1.iter().skip(1).filter_map(|it| maybe(peek(it))).collect();
                };
                numbers2.push(peek(&x10));
                let f11 = move |k: u64| k + k7;
                let mut view12: View<'_> = view(&x10);
            }
            let mut n13: u64 = n4;
            let mut pair14 = Pair { left: unwrap_or_make(some3, pour(&mut given, &couple.left)), right: exchange(item, couple.right), tag: 4 };
            note(log, pair14.tag);
            note(log, n13);
            note_item(log, &pair14.right);
            note_item(log, &pair14.left);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            first(keep(source), &grow(pair14.left, n13))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_44", total: true, run: via, draw };
}

pub mod pipeline_45 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, source: &'s Item, mut couple: Pair, basket: &mut Vec<Item>) -> Result<View<'s>, Fault> {
            let mut all1 = vec![fuse(fuse(couple.right, couple.left), fuse(make(0), make(34)))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = maybe(try_bump(&mut *item, (all1.len() as u64))?);
            let mut n4 = (exchange(&mut couple.tag, state.count) + eat(fuse(make(43), make(42))));
            let mut x5 = unwrap_or_make(some3, peek(&state.right));
            let x6;
            if let Some(x7) = maybe(apply(move |k: u64| k + n4, try_bump(&mut state.left, exchange(&mut couple.tag, state.count))?)) {
                let mut seed = derive(&x7, couple.tag);
                x6 = try_make(x5.into_number())?;
            } else {
                bump(&mut *item, ((all1.iter().map(|it| it.get()).sum::<u64>() % 1000) + peek(source)));
                numbers2.push(compare(&state.left, &x5));
                while let Some(mut x8) = all1.pop() {
                    let registry9 = open();
                    match n4 % 4 {
                        0 => {
                            let mut m11 = &mut x8;
                            let _guard12 = lease(&*m11);
                        }
                        2 => { continue; }
                        n10 => { numbers2.push(n4); }
                    }
                }
                x6 = x5;
            }
            n4 ^= (apply(move |k: u64| k + seed, keep(couple.tag))) % 1000;
            all1.iter().take(2).for_each(|it| { peek(it); });
            Ok::<View<'s>, Fault>(keep(keep(view(source))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_45", total: false, run: via, draw };
}

pub mod pipeline_46 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, feed: &mut Feed, basket: &mut Vec<Item>) -> (u64, Item) {
            let mut all1 = vec![keep(derive(&make(41), seed))];
            let mut some2 = maybe(seed);
            let mut x3 = unwrap_or_make(some2, place(log));
            let x4 = sip(feed).expect("oracle: dry");
            let mut n5 = all1.iter().map(|it| peek(it)).sum::<u64>();
            bump(&mut x3, peek(&x4));
            let all6 = vec![x3, if seed % 2 == (record(ledger, seed)) % 2 { keep(x4) } else { derive(&make(47), n5) }];
            note(log, n5);
            note(log, seed);
            note_all(log, &all6);
            note_all(log, &all1);
            (n5, grow(derive(&make(30), number(43)), compare(&make(5), &make(10))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_46", total: false, run: via, draw };
}

pub mod pipeline_47 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64) -> Option<u64> {
            let mut n1 = seed;
            let mut x2 = make(peek(keep(source)));
            note(log, seed);
            let mut pair3 = Pair { left: make(*amount), right: derive(&x2, peek(&x2)), tag: 4 };
            for i in 0..2 { pair3.left = grow(pair3.left, i); }
            if *amount % 3 == 0 {
                let Pair { left: mut x4, tag: mut n5, .. } = pair3;
                let all6 = vec![grow(std::mem::replace(&mut x2, x4), (if seed < 400 { n5 } else { n5 })), unwrap_or_make(maybe(*amount), n5), maybe(n5)?];
                let mut view7 = narrow(view(&x2), n1);
            } else if pair3.left.into_number() % 3 == 0 {
                let mut all8 = (0..3u64).skip(1).map(|it| make(it ^ 27)).collect::<Vec<_>>();
                assert!(seed % 6 != 2, "oracle: guard {}", seed);
                let mut registry9 = open();
            } else {
                n1 += keep(pair3.tag) % 1000;
                let mut x10 = derive(pick(&pair3.right), peek(&pair3.right));
                pair3.tag ^= pair3.tag % 1000;
            }
            note(log, n1);
            note(log, seed);
            note_item(log, &x2);
            Some::<u64>((*amount + show(view(&x2))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_47", total: false, run: via, draw };
}

pub mod pipeline_48 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item) -> Result<(), Fault> {
            let mut all1 = vec![exchange(pick_mut(&mut state.right), try_grow(make(20))?), grow(keep(make(49)), apply(|k: u64| k + seed, state.count)), unwrap_or_make(maybe(seed), seed)];
            let mut feed2 = spout(46);
            let mut n3 = close(cursor(&mut state.right));
            if same(&state.left, &grow(exchange(&mut state.right, make(19)), try_number(n3)?)) {
                assert_ne!(seed % 8, 3, "oracle: guard 44");
                all1.iter().skip(1).for_each(|it| { peek(it); });
                let some14 = match try_make(apply(|k: u64| k ^ state.right.get() / 2, (format!("{:?}", state.right).len() as u64))) {
                    Ok(mut x4) => {
                        let (mut x6, mut x7) = unpair(keep(pair(x4, make(36))));
                        'a8: for (x9, i10) in all1.drain(..).zip(0u64..) { let n11 = i10; x6 = grow(x6, show(view(source))); }
                        maybe(eat(keep(x6)))
                    }
                    Err(Fault { evidence: x5, .. }) => {
                        let seed = if same(&make(eat(x5)), &state.left) {
                            state.count ^= state.count % 1000;
                            keep(pair(make(seed), keep(make(1))))
                        } else {
                            let mut pair13 = Pair { left: grow(derive(&state.right, state.count), state.count), right: derive(&state.right, state.count), tag: 4 };
                            keep(pair13)
                        };
                        maybe(seed.tag)
                    }
                };
                assert_ne!(state.count % 8, 3, "oracle: guard 24");
            } else {
                if (record(ledger, n3)) > 100 && count(&all1) % 2 == 0 {
                    let mut n15: u64 = (all1.iter().map(|it| it.get()).sum::<u64>() % 1000);
                    assert_ne!(n15 % 8, 3, "oracle: guard 46");
                }
            }
            let mut n3 = shelf();
            for i in 0..1 { bump(&mut state.right, i); }
            for n3 in &all1 { break; }
            if seed % 5 == 2 && (state.count < 400) { return Ok::<(), Fault>(()); }
            let mut all16 = all1.iter_mut().map(|it| derive(&*it, peek(&state.right))).collect::<Vec<_>>();
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &lent.source)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_48", total: false, run: via, draw };
}

pub mod pipeline_49 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, amount: &mut u64, mut couple: Pair) -> Result<(), Fault> {
            let mut all1 = vec![make((couple.tag | couple.tag))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = maybe(couple.tag);
            let mut n4 = look(&better(&couple.left, &couple.right));
            let mut x5 = exchange(&mut couple.right, grow(couple.left, couple.tag));
            let mut n19: u64 = match *amount % 4 {
                1 | 3 => { (if let Some(it) = &some3 { peek(it) } else { 1 }) }
                _ if couple.tag % 2 == 0 => {
                    match n4 % 4 {
                        0..=1 => {
                            let mut n9 = 'a8: {
                                n4 += peek(&x5) % 1000;
                                *amount
                            };
                            let mut f10 = |k: u64| { n4 += k; n4 };
                            some3 = Some(keep(exchange(&mut x5, couple.right)));
                        }
                        2 => { some3 = Some(x5); }
                        _ => {
                            let mut n13: u64 = match place(log) % 4 {
                                0 => {
                                    n4 += (exchange(&mut couple.tag, show(first(&couple.right, &couple.right)))) % 1000;
                                    n4
                                }
                                2 if peek(&x5) % 3 != 0 => { (n4 | place(log)) }
                                n11 => {
                                    let n12 = digest(&numbers2);
                                    n12
                                }
                            };
                            let mut lease14 = lease(&x5);
                            {
                                let mut registry15 = open();
                                couple.right = grow(couple.right, (couple.tag + n4));
                            }
                        }
                    }
                    let n16: u64;
                    match peek(&make(38)) % 4 {
                        0..=1 => { n16 = couple.tag; }
                        2 => { return Ok::<(), Fault>(()); }
                        _ => {
                            let mut pair18 = Pair { left: Item::new(exchange(&mut n4, count(&all1))), right: derive(&make(49), n4), tag: 4 };
                            couple.tag |= try_peek(choose(&pair18.right, &pair18.right, couple.tag))?;
                            n16 = *amount;
                        }
                    }
                    n4
                }
                _ => {
                    numbers2.push(n4);
                    exchange(&mut n4, apply(|k: u64| k + couple.tag, couple.tag))
                }
            };
            numbers2.push(couple.tag);
            let mut x20 = unwrap_or_make(some3, exchange(&mut n19, count(&all1)));
            let n21: u64 = n4;
            let _guard22 = keep(lease(&x20));
            for (x23, i24) in all1.into_iter().rev().zip(0u64..) {
                let n25 = i24;
                for mut n26 in 0..3 {
                    n19 |= n4;
                    let mut n27 = digest(&numbers2);
                }
                for mut n37 in 0..1 {
                    if (record(ledger, exchange(amount, try_number(18)?))) < 400 { n4 ^= ((format!("{:?}", x23).len() as u64)) % 1000; } else { let shelf38 = shelf(); }
                    let mut log = pick(&x20);
                    let mut n25 = { keep(pair(grow(make(4), n19), derive(&x20, n25))) };
                }
                some3 = Some(grow(keep(x23), n25));
                let mut n39 = couple.tag;
            }
            note(log, n21);
            note(log, n19);
            note_item(log, &x20);
            note_sum(log, &numbers2);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_49", total: false, run: via, draw };
}

pub mod pipeline_50 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, amount: &mut u64, mut couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> Option<()> {
            let mut all1 = vec![keep(couple.right), grow(couple.left, seed), fuse(risky(couple.tag), make(seed))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(seed);
            let mut some4 = Some(make(compare(&make(49), &make(32))));
            let mut n5 = peek(&make(6));
            couple.right = derive(&make(28), show(better(&make(41), &make(46))));
            assert_ne!(seed % 8, 3, "oracle: guard 44");
            if n5 % 5 == 2 && (couple.tag % 3 == 0) { return Some::<()>(()); }
            some4 = Some(make(inner(n5, &couple.right)));
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_50", total: false, run: via, draw };
}

pub mod pipeline_51 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Item {
            let mut all1 = vec![derive(&make(23), seed), make(32)];
            let mut feed2 = spout(look(&view(&make(45))));
            let mut some3 = Some(make(seed));
            let mut n4 = 14;
            let mut x5 = grow(grow(fuse(make(12), make(3)), n4), release(lease(&make(43))));
            if let Some(mut x9) = sip(&mut feed2) {
                let x10 = sip(feed).expect("oracle: dry");
                let mut all11 = all1.iter().take(2).map(|it| derive(it, 21)).collect::<Vec<_>>();
                match seed % 4 {
                    0 => {
                        let mut k13: u64 = 0;
                        'a14: while k13 < 1 && (k13 > 100 && seed % 2 == 0) { k13 += 1; continue 'a14; }
                        for x15 in feed2.by_ref() {
                            all11.iter().skip(1).for_each(|it| { peek(it); });
                            let mut n16: u64 = eat(grow(x15, keep(k13)));
                        }
                    }
                    _ if n4 % 2 == 0 => {
                        let n19: u64 = if let Some(mut x17) = maybe(compare(choose(&x9, &x5, pour(item, &x10)), keep(choose(&x9, &x9, seed)))) && x17.get() % 2 == 0 {
                            let mut all18: Vec<Item> = (0..1u64).rev().filter_map(|it| maybe(number(it))).collect();
                            n4
                        } else { n4 };
                    }
                    _ => {
                        n4 += (x9.get()) % 1000;
                        note(log, compare(&x10, &x5));
                        let mut log = if (compare(&x10, &x9)) % 2 == n4 % 2 {
                            pair(make((all1.iter().map(|it| it.get()).sum::<u64>() % 1000)), x10)
                        } else {
                            enlist(&mut all11, grow(make(seed), peek(&x10)));
                            keep(pair(x9, grow(make(32), seed)))
                        };
                    }
                }
                n4 += (compare(item, pick(&x5))) % 1000;
            }
            let mut numbers22 = all1.iter().enumerate().map(|(_, it)| it).map(|it| peek(it)).collect::<Vec<u64>>();
            let Some(x23) = some3 else { return x5; };
            let n25: u64 = if n4 % 3 == 0 {
                let mut m24 = &mut x5;
                peek(&x5)
            } else { inner(keep(peek(&x23)), &x5) };
            numbers22.push(apply(move |k: u64| k + n4, 0));
            note(log, n25);
            note(log, n4);
            note_item(log, &x23);
            note_item(log, &x5);
            note_all(log, &all1);
            note_sum(log, &numbers22);
            note_rest(log, &feed2);
            exchange(item, keep(x5))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_51", total: false, run: via, draw };
}

pub mod pipeline_52 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, amount: &mut u64, couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> Option<()> {
            let mut all1 = vec![couple.right];
            let mut some2 = maybe((state.count + eat(std::mem::replace(&mut state.right, couple.left))));
            let mut n3 = couple.tag;
            let mut x4 = derive(&state.right, (if let Some(it) = &some2 { peek(it) } else { 1 }));
            let mut x5 = sip(feed).expect("oracle: dry");
            let x6;
            match all1.pop() {
                Some(x7) => {
                    (0..3u64).for_each(|it| { number(it); });
                    let two9 = (derive(&x7, release(lease(&x5))), x5);
                    let mut x10 = unwrap_or_make(maybe(two9.1.into_number()), inner(n3 % 100, &x7));
                    x6 = x10;
                }
                _ => {
                    let mut x11 = derive(keep(pick(&x4)), (format!("{:?}", x5).len() as u64));
                    let n12: u64 = {
                        all1.iter().take(2).for_each(|it| note(log, peek(it)));
                        all1.iter().for_each(|it| note(log, peek(it)));
                        couple.tag
                    };
                    x6 = x5;
                }
            }
            let m13: &mut Item = pick_mut(&mut state.right);
            note(log, n3);
            note(log, couple.tag);
            note_item(log, &x6);
            note_item(log, &x4);
            note_all(log, &all1);
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_52", total: false, run: via, draw };
}

pub mod pipeline_56 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, amount: &mut u64, given: Item, couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![derive(&couple.right, eat(couple.left)), given, unwrap_or_make(maybe(couple.tag), seed)];
            let mut some2 = maybe(inner(close(cursor(item)), choose(&*item, &couple.right, seed)));
            let mut n3 = count(&all1);
            let mut x4 = unwrap_or_make(some2, n3);
            if let Some(x5) = all1.pop() && peek(&x5) % 2 == 0 {
                *amount |= x5.into_number();
                enlist(&mut all1, x4);
            }
            all1.push(couple.right);
            assert_ne!(n3 % 8, 3, "oracle: guard 68");
            'a9: for mut m10 in all1.iter_mut() {
                basket.push(fuse(fuse(make(n3), keep(make(10))), exchange(item, grow(make(7), n3))));
                note(log, couple.tag);
            }
            all1.push(risky(n3));
            note(log, n3);
            note(log, couple.tag);
            note_all(log, &all1);
            Ok::<(u64, Item), Fault>((show(view(&make(15))), fuse(try_make(exchange(&mut n3, *amount))?, grow(keep(make(33)), n3))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_56", total: false, run: via, draw };
}

pub mod pipeline_57 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item, amount: &mut u64, mut couple: Pair, crowd: &'s [Item]) -> Result<Item, Failure> {
            let mut some1 = maybe(couple.right.into_number());
            let mut n2 = couple.tag;
            n2 ^= n2 % 1000;
            let Some(x3) = maybe(try_number(tick(&mut n2))?) else { return Err::<Item, Failure>(Failure::from(Fault::new(11))); };
            couple.right = if (exchange(&mut n2, couple.tag)) < 400 { make(couple.left.into_number()) } else { make(number(*amount)) };
            match try_make(n2) {
                Ok(mut x14) => { (0..3u64).for_each(|it| { number(it); }); }
                Err(Fault { evidence: x15, .. }) => {
                    let mut n17: u64 = if ((if let Some(it) = &some1 { peek(it) } else { 1 })) > 100 && couple.tag % 2 == 0 {
                        let mut some16 = Some({ let k = seed; make(k + 1) });
                        couple.tag
                    } else if let Some(item) = maybe((if let Some(it) = &some1 { peek(it) } else { 1 })) { close(cursor(&mut couple.right)) } else {
                        (match some1 { Some(it) => it.into_number(), None => *amount })
                    };
                    let mut r18 = keep(choose(&x15, &x15, eat(x3)));
                    if n2 < 400 {
                        let n22: u64 = match couple.tag % 4 {
                            0 => {
                                let mut f20 = |k: u64| couple.right.add(k);
                                (n2 | eat(make(*amount)))
                            }
                            2 => {
                                let mut f21 = |k: u64| couple.right.add(k);
                                n2
                            }
                            n19 => { n17 }
                        };
                        couple.right = fuse(couple.right, make(n22));
                        let mut x23 = x15;
                    }
                    let (mut x24, mut x25) = unpair(keep(pair(couple.right, make(47))));
                }
            }
            let mut k26: u64 = 0;
            let n27 = loop {
                k26 += 1;
                if k26 > 1 { break k26; } continue; };
            let some28 = maybe((n27 ^ number(compare(item, source))));
            Ok::<Item, Failure>(derive(item, tick(&mut n2)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_57", total: false, run: via, draw };
}

pub mod pipeline_58 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, mut given: Item, couple: Pair, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Option<()> {
            let mut all1 = vec![if seed % 3 == 0 { keep(couple.left) } else { couple.right }, given, if couple.tag < 400 { if *amount > 100 && couple.tag % 2 == 0 { make(31) } else { make(26) } } else { exchange(&mut state.left, make(24)) }];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(state.count);
            let mut n4 = state.right.add(couple.tag);
            let mut x5 = grow({ let k = tick(&mut n4); make(k + 1) }, state.right.add(couple.tag));
            basket.push(derive(&keep(x5), couple.tag));
            for n6 in 0..1 {
                let mut n7 = digest(&numbers2);
                let mut all8: Vec<Item> = (0..3u64).enumerate().map(|(_, it)| it).map(|it| {
                    let a = make(it);
                    let b = make(41);
                    fuse(a, b)
                }).collect();
            }
            let mut n9 = n4;
            if same(&state.left, pick(&state.right)) {
                'a10: for mut x11 in feed3.by_ref() {
                    for (i14, mut r13) in all1.iter().rev().enumerate() { let n15 = i14 as u64; break; }
                }
                let lease16 = keep(lease(&state.right));
                let mut n18 = 'a17: {
                    all1.iter().skip(1).for_each(|it| { peek(it); });
                    seed
                };
            }
            for n19 in 0..1 {
                let x20;
                if peek(&make(n9)) < 400 {
                    let _ = grow(maybe((format!("{:?}", state.right).len() as u64))?, n9);
                    x20 = exchange(&mut state.left, Item::new(n19));
                } else {
                    let Some(x21) = maybe(n4) else { return None::<()>; };
                    for mut n22 in 0..2 { return None::<()>; }
                    x20 = x21;
                }
            }
            bump(&mut state.right, state.left.add(n9));
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_58", total: false, run: via, draw };
}

pub mod pipeline_59 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> u64 {
            let mut all1 = vec![make(peek(&couple.right)), exchange(&mut couple.right, if couple.tag % 2 == seed % 2 { couple.left } else { make(13) })];
            let mut feed2 = spout(state.count);
            let mut some3 = maybe(couple.tag);
            let some9 = if let Some(mut x4) = some3 && peek(&x4) % 2 == 0 { maybe(state.count) } else {
                let mut k5: u64 = 0;
                let mut x7 = 'a6: loop {
                    k5 += 1;
                    if k5 > 2 { break couple.right; } couple.right = derive(&keep(couple.right), *amount); };
                let mut m8 = &mut *item;
                maybe(apply(|k: u64| k + couple.tag, k5))
            };
            let mut all10: Vec<Item> = all1.iter().filter_map(|it| maybe(peek(it))).collect();
            let mut view11: View<'_> = first(&state.right, &state.right);
            let mut numbers12 = all10.iter().take(2).map(|it| peek(it)).collect::<Vec<u64>>();
            let n13: u64 = exchange(&mut couple.tag, state.count);
            (n13 | compare(&state.right, &state.left))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_59", total: true, run: via, draw };
}

pub mod pipeline_60 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, given: Item, basket: &mut Vec<Item>, crowd: &'s [Item]) -> u64 {
            let mut all1 = vec![fuse(given, derive(&state.left, 27))];
            let mut feed2 = spout(eat(derive(&state.right, maybe_number(state.count).expect("oracle: none"))));
            let mut some3 = maybe(state.count);
            let mut n4 = inner(pour(&mut state.right, &state.left), &state.right);
            let mut all5 = all1.iter().rev().map(|it| maybe(peek(it))).collect::<Option<Vec<_>>>().unwrap_or_default();
            let boxed6 = Box::new(derive(&state.right, apply(|k: u64| k + seed, compare(item, &state.right))));
            for mut x7 in all5.into_iter() {
                'a8: for n9 in 0..(apply(|k: u64| k + state.count, state.count)) % 4 { let mut x10 = sip(&mut feed2).expect("oracle: dry"); }
                for (x11, i12) in all1.drain(..).zip(0u64..) { let n13 = i12; let mut lease14 = keep(lease(&*item)); }
                let mut f15 = |k: u64| k + state.count;
                state.count += n4 % 1000;
            }
            match ((if let Some(it) = &some3 { peek(it) } else { 1 })) % 4 {
                3.. => {
                    enlist(&mut all1, risky(state.count));
                    let mut all17: Vec<Item> = (0..3u64).enumerate().map(|(_, it)| it).filter_map(|it| maybe(number(it))).collect();
                    let x24 = 'a23: { *boxed6 };
                }
                2 => {
                    if same(&*boxed6, &*item) { let mut two30 = unpair(keep(pair(make(22), make(43)))); }
                }
                n16 => {
                    state.count += n4 % 1000;
                    some3 = Some(exchange(&mut state.right, derive(&state.left, n4)));
                    let mut k31: u64 = 0;
                    let mut n37 = loop {
                        k31 += 1;
                        if k31 > 2 { break inner(n4, &state.right); }
                        let mut all32 = (0..1u64).map(|it| make(it ^ peek(&state.right))).collect::<Vec<_>>();
                        let mut k33: u64 = 0;
                        let mut n36 = 'a34: loop {
                            k33 += 1;
                            if k33 > 2 { break n16; }
                            let x35 = sip(&mut feed2).expect("oracle: dry");
                            n4 += n4 % 1000;
                        };
                        break (format!("{:?}", state.right).len() as u64);
                    };
                    enlist(&mut all1, make(((n37 ^ k31) + n37 % 100)));
                }
            }
            exchange(&mut n4, (apply(|k: u64| k + state.count, state.count) + state.count))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, Item::new(seed), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_60", total: false, run: via, draw };
}

pub mod pipeline_61 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, feed: &mut Feed, basket: &mut Vec<Item>)] [Result<(), Fault>] {
            let mut all1 = vec![fuse(try_grow(make(19))?, risky(seed))];
            let mut feed2 = spout(16);
            let mut n3 = peek(&grow(make(5), seed));
            let mut x4 = derive(&make(26), count(&all1));
            let mut all11 = all1.into_iter().map(|it| try_grow(it)).collect::<Result<Vec<_>, _>>()?;
            let mut all12: Vec<Item> = all11.iter_mut().map(|it| {
                bump(&mut *it, n3);
                let a = derive(&*it, 1);
                bump(it, peek(&a));
                a
            }).collect();
            n3 ^= (compare(&exchange(&mut x4, make(7)), &grow(make(29), seed))) % 1000;
            let mut x14 = 'a13: { x4 };
            n3 ^= peek(&x14) % 1000;
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.ledger, &lent.source, &mut lent.number, &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_61", total: false, run: via, draw };
}

pub mod pipeline_62 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Option<u64> {
            let mut all1 = vec![couple.right, maybe(couple.tag)?];
            let mut feed2 = spout(release(lease(pick(&couple.left))));
            let mut n3 = show(first(&couple.left, &couple.left));
            let mut x4 = couple.left;
            all1.push(x4);
            let _ = { let k = n3; make(k + 1) };
            let mut all5 = (0..1u64).map(|it| make(it ^ n3)).collect::<Vec<_>>();
            'a6: while let Some(mut x7) = all5.pop() {
                bump(&mut x7, n3);
                let mut k10: u64 = 0;
                while k10 < 1 && (place(log) % 3 == 0) {
                    k10 += 1;
                    'a11: for x12 in feed2.by_ref() { note(log, couple.tag); }
                    let (x13, x4) = split(grow(make(k10), inner(n3, &x7)));
                }
                for i in 0..3 { bump(&mut x7, i); }
                let mut x14 = sip(&mut feed2).expect("oracle: dry");
            }
            let mut k15: u64 = 0;
            while k15 < 1 && (((all5.iter().map(|it| peek(it)).sum::<u64>() % 1000)) % 2 == ((inner(k15, &make(37)) ^ k15)) % 2) {
                k15 += 1;
                let feed = make((all5.iter().map(|it| peek(it)).sum::<u64>() % 1000));
                let mut view23 = view(&feed);
                let n25 = 'a24: {
                    bump(item, peek(&feed));
                    look(&view23) % 100
                };
            }
            note(log, k15);
            note(log, n3);
            note_all(log, &all5);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Some::<u64>(k15)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_62", total: false, run: via, draw };
}

pub mod pipeline_63 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64, mut given: Item, mut couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> Result<Item, Failure> {
            let mut all1 = vec![derive(&couple.left, pour(&mut couple.right, &couple.left))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(exchange(&mut couple.tag, exchange(amount, seed)));
            let mut n4 = (couple.tag + couple.tag);
            couple.tag ^= (apply(|k: u64| k + couple.tag, couple.tag)) % 1000;
            let mut k5: u64 = 0;
            while k5 < 2 && (n4 % 3 == 0) { k5 += 1; continue; }
            for mut n6 in 0..n4 % 4 {
                let (m8, mut m9) = parts(&mut couple);
                let mut k10: u64 = 0;
                while k10 < 2 && (((all1.iter().map(|it| peek(it)).sum::<u64>() % 1000)) < 400) { k10 += 1; continue; }
                note(log, *amount);
                let mut m11 = inner_step(&mut *m8, log, (if (exchange(amount, k10)) < 400 { peek(source) } else { keep(k10) }));
            }
            let mut all12: Vec<Item> = all1.iter().take(2).filter_map(|it| maybe(peek(it))).collect();
            log.note(inner(release(lease(&given)), &given));
            note(log, k5);
            note(log, n4);
            note_item(log, &couple.right);
            note_item(log, &couple.left);
            note_all(log, &all12);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<Item, Failure>(if couple.tag % 2 == ((if k5 > 100 && sum(all12) % 2 == 0 { pour(&mut couple.left, source) } else { seed })) % 2 { grow(fuse(couple.right, given), pour(&mut couple.left, &make(27))) } else { exchange(pick_mut(&mut couple.left), grow(make(44), n4)) })
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_63", total: false, run: via, draw };
}

pub mod pipeline_64 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, amount: &mut u64, mut given: Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> u64 {
            let mut all1 = vec![exchange(&mut state.left, derive(&given, state.count))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = Some(make(release(lease(&state.right))));
            let mut n4 = state.count % 100;
            let mut registry5 = open();
            let mut crowd = lease(&state.right);
            let x13 = if let Some(r6) = all1.get(1) && peek(r6) % 2 == 0 {
                grow(fuse(maybe(*amount).expect("oracle: none"), given), show(latest(&registry5, &state.right)))
            } else if (apply(|k: u64| k + n4, apply(|k: u64| k ^ state.right.get(), n4))) % 3 == 0 {
                if let Some(mut x7) = maybe(n4) {
                    if let Some(m8) = &mut some3 && m8.get() % 2 == 0 {
                        x7 = grow(x7, total(&registry5));
                        enlist(&mut all1, x7);
                    }
                    let pair9 = keep(keep(pair(given, make(49))));
                } else {
                    let x10;
                    match try_make(inner(seed, &state.right)) {
                        Ok(mut x11) => {
                            note(log, close(cursor(&mut x11)));
                            x10 = make(n4);
                        }
                        Err(Fault { evidence: x12, .. }) => {
                            x10 = fuse(x12, grow(some3.unwrap_or_else(|| Item::new(46)), (format!("{:?}", given).len() as u64)));
                        }
                    }
                    note(log, close(cursor(&mut given)));
                }
                keep(if sum(all1) % 2 == (exchange(&mut state.count, n4)) % 2 { exchange(&mut state.left, make(32)) } else { make(state.count) })
            } else {
                derive(keep(choose(&given, &given, *amount)), (if let Some(it) = &some3 { peek(it) } else { 1 }))
            };
            note(log, n4);
            let mut x24 = maybe(eat(keep(x13))).expect("oracle: none");
            note(log, n4);
            note(log, state.count);
            note_item(log, &x24);
            note_item(log, &state.right);
            note_sum(log, &numbers2);
            (format!("{:?}", state.right).len() as u64)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_64", total: false, run: via, draw };
}

pub mod pipeline_65 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, source: &'s Item, amount: &mut u64, given: Item, mut couple: Pair, feed: &mut Feed) -> Option<View<'s>> {
            let mut all1 = vec![unwrap_or_make(maybe(state.count), *amount % 100), unwrap_or_make(maybe(state.count), (if same(&couple.left, &couple.left) { seed } else { state.count })), exchange(&mut couple.left, couple.right)];
            let mut feed2 = spout(keep(state.count));
            let mut some3 = maybe(couple.tag);
            let mut n4 = state.count % 100;
            let mut x5 = couple.left;
            if let Some(x6) = maybe(tick(&mut n4)) { let _guard7 = lease(&given); } else {
                for (mut x8, i9) in all1.drain(..).zip(0u64..) { let n10 = i9; note(log, n4); }
                couple.tag += ((close(cursor(&mut state.left)) | eat(if state.count < 400 { make(48) } else { x5 }))) % 1000;
                let pair13 = if seed % 2 == state.count % 2 {
                    n4 |= couple.tag;
                    pair(some3.unwrap_or_else(|| Item::new(34)), maybe(given.into_number())?)
                } else if release(keep(lease(source))) % 2 == n4 % 2 { pair(given, make(state.right.add(state.right.get()))) } else {
                    for mut n11 in 0..30 % 4 { note(log, number(pour(&mut state.right, &state.left))); }
                    let boxed12 = Box::new(keep(maybe(n4)?));
                    keep(pair(given, grow(make(15), state.count)))
                };
                let m17: &mut Item = &mut state.left;
            }
            match try_make(count(&all1)) {
                Ok(mut x18) => {
                    let x22 = {
                        let Pair { left: mut x20, tag: mut n21, .. } = pair(make(place(log)), keep(grow(x18, couple.tag)));
                        keep(fuse(exchange(&mut x20, make(19)), x20))
                    };
                    let view31 = match maybe(n4) {
                        Some(x23) => {
                            if state.count < 400 {
                                couple.tag += (look(&better(&state.left, &x23))) % 1000;
                                return None::<View<'s>>;
                            } else {
                                couple.tag += peek(&state.right) % 1000;
                                let mut all25: Vec<Item> = all1.iter().skip(1).filter_map(|it| maybe(peek(it))).collect();
                            }
                            first(source, &x22)
                        }
                        _ => {
                            let mut k26: u64 = 0;
                            let mut x29 = loop {
                                k26 += 1;
                                if k26 > 0 { break x22; }
                                let mut all27: Vec<Item> = all1.iter().filter_map(|it| maybe(peek(it))).collect();
                                let mut x28 = sip(feed).expect("oracle: dry");
                                continue;
                            };
                            let mut pair30 = keep(keep(pair(x29, make(29))));
                            keep(narrow(view(source), pair30.tag))
                        }
                    };
                    let n32: u64;
                    match sip(feed) {
                        Some(x33) => {
                            if same(&x33, &state.right) { enlist(&mut all1, x33); } else {
                                let mut n4 = |k: u64| k + couple.tag;
                                let n35 = state.count;
                            }
                            for (i37, r36) in all1.iter().skip(1).enumerate() {
                                let n38 = i37 as u64;
                                step(state, n4);
                                n4 += (state.right.get()) % 1000;
                            }
                            n32 = n4;
                        }
                        _ => { n32 = keep(close(cursor(&mut state.right))); }
                    }
                    if ((compare(&state.right, &state.right) + peek(keep(source)))) % 3 == 0 {
                        'a39: for mut n40 in 0..3 { let mut x41 = sip(feed).expect("oracle: dry"); }
                        match seed % 4 {
                            0 => {
                                let mut n43: u64 = tick(&mut state.count);
                                return None::<View<'s>>;
                            }
                            2 => {
                                let x44 = sip(feed).expect("oracle: dry");
                                return Some::<View<'s>>(view31);
                            }
                            _ => {
                                let x45;
                                x45 = fuse(unwrap_or_make(maybe(*amount), n32), exchange(&mut state.right, keep(make(48))));
                                bump(&mut state.left, state.right.add(state.right.get()));
                                let x46 = sip(feed).expect("oracle: dry");
                            }
                        }
                        let mut all47 = all1.iter().map(|it| maybe(peek(it))).collect::<Option<Vec<_>>>()?;
                    } else if *amount % 2 == release(lease(&state.right)) % 2 {
                        let r48 = source;
                        for r49 in all1.iter() {
                            let m50 = keep(keep(inner_step(&mut state.right, log, couple.tag)));
                            let mut given = |k: u64| state.right.add(k);
                        }
                    }
                }
                Err(Fault { evidence: x19, .. }) => {
                    let mut n52: u64 = if let Some(x51) = maybe(eat(maybe(state.count)?)) && x51.get() % 2 == 0 { state.count } else {
                        (eat(if seed % 2 == *amount % 2 { x19 } else { make(18) }) + couple.tag)
                    };
                }
            }
            let mut x53 = exchange(&mut state.right, exchange(&mut state.left, keep(make(8))));
            let view54 = view(&x53);
            let mut all55 = feed.by_ref().enumerate().map(|(i, it)| grow(it, i as u64)).map(|it| grow(it, n4)).collect::<Vec<_>>();
            note(log, n4);
            note(log, couple.tag);
            note_item(log, &x53);
            note_item(log, &state.right);
            note_all(log, &all55);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Some::<View<'s>>(first(source, &state.right))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_65", total: false, run: via, draw };
}

pub mod pipeline_66 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, mut given: Item, couple: Pair, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![make(couple.tag), couple.right];
            let mut feed2 = spout(release(keep(lease(&couple.left))));
            let mut some3 = Some(exchange(item, unwrap_or_make(maybe(couple.tag), seed % 100)));
            let mut n4 = (if let Some(it) = &some3 { peek(it) } else { 1 });
            crowd.iter().enumerate().map(|(_, it)| it).for_each(|it| note(log, peek(it)));
            let n7: u64 = if couple.tag > 100 && given.add(n4) % 2 == 0 { seed } else if some3.is_some() {
                let mut n5 = seed;
                count(&all1)
            } else {
                let mut x6 = maybe(seed).ok_or_else(|| Fault::new(22))?;
                ((all1.iter().map(|it| it.get()).sum::<u64>() % 1000) + (compare(&x6, item) ^ (if couple.tag < 400 { n4 } else { n4 })))
            };
            let mut all8 = crowd.iter().rev().map(|it| derive(it, n4)).collect::<Vec<_>>();
            note(log, n7);
            note(log, n4);
            note_item(log, &couple.left);
            note_item(log, &given);
            note_all(log, &all8);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Ok::<(u64, Item), Fault>((inner(pour(item, &couple.left), &couple.left), some3.unwrap_or_else(|| Item::new(20))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_66", total: false, run: via, draw };
}

pub mod pipeline_68 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, mut given: Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>) -> Item {
            let mut all1 = vec![keep(maybe(seed).expect("oracle: none"))];
            let mut feed2 = spout(couple.tag);
            let mut some3 = Some(risky(couple.tag));
            let mut n4 = couple.right.add(apply(|k: u64| k ^ couple.left.get() / 2, couple.tag));
            let mut x5 = couple.right;
            let view6 = first(&x5, &given);
            let x7 = couple.left;
            let mut shelf8 = shelf();
            derive(&given, seed)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_68", total: false, run: via, draw };
}

pub mod pipeline_69 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, amount: &mut u64, couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut all1 = vec![couple.right, maybe(19).expect("oracle: none")];
            let mut feed2 = spout(couple.tag);
            let mut n3 = seed;
            let mut x4 = fuse(exchange(item, keep(couple.left)), keep(maybe(seed).expect("oracle: none")));
            match couple.tag % 4 {
                3.. => {
                    all1.push(x4);
                    let all6 = vec![exchange(&mut *item, derive(source, seed))];
                    note(log, tick(&mut n3));
                }
                0 | 2 if peek(&x4) % 3 != 0 => {
                    (0..3u64).enumerate().map(|(_, it)| it).for_each(|it| { number(it); });
                    n3 += ((try_peek(&x4)? ^ couple.tag)) % 1000;
                }
                n5 => { let n3: View<'_> = first(&*item, &x4); }
            }
            if couple.tag % 3 == 0 {
                check(&make(46))?;
                'a13: for mut m14 in all1.iter_mut() {
                    for n15 in 0..2 { *amount = couple.tag % 100; }
                    let x17 = match show(view(&make(34))) % 4 {
                        0..=1 => { keep(risky(couple.tag)) }
                        2 => {
                            *amount |= (keep(n3) | peek(&make(16)));
                            derive(&make(37), tick(amount))
                        }
                        n16 => { continue 'a13; }
                    };
                    note(log, number(eat(x17)));
                }
            }
            match try_make((34 + 10)) {
                Ok(mut x18) => { let x21 = 'a20: { x18 }; }
                Err(Fault { evidence: x19, .. }) => {
                    if let Some(x22) = maybe((x19.get())) && peek(&x22) % 2 == 0 {
                        let _guard23 = span(log, number(seed));
                        match n3 % 4 {
                            1 | 3 => { all1.push(x22); }
                            _ if peek(&x22) % 3 != 0 => {
                                note(log, n3);
                                let some25 = Some(grow(Item::new(seed), n3));
                            }
                            _ => {
                                let mut boxed26 = Box::new(derive(&x22, count(&all1)));
                                n3 += ((n3 | place(log))) % 1000;
                            }
                        }
                        let mut x4 = sip(feed).expect("oracle: dry");
                    }
                    (0..1u64).enumerate().map(|(i, it)| make(it + i as u64)).for_each(|it| note(log, eat(it)));
                    let mut n27 = seed;
                    let mut k28: u64 = 0;
                    let mut x30 = 'a29: loop {
                        k28 += 1;
                        if k28 > 2 { break x19; } break x19; };
                }
            }
            'a31: for seed in feed.by_ref() {
                enlist(&mut all1, fuse(seed, risky(n3)));
                let mut pair35 = match try_make(keep(compare(&make(3), &make(39)))) {
                    Ok(mut x32) => {
                        let m34: &mut Item = &mut x32;
                        pair(grow(grow(make(27), n3), (format!("{:?}", x32).len() as u64)), grow(grow(x32, n3), peek(source)))
                    }
                    Err(Fault { evidence: x33, .. }) => {
                        all1.iter().enumerate().map(|(i, it)| derive(it, i as u64)).for_each(|it| note(log, eat(it)));
                        if n3 % 2 == number(eat(x33)) % 2 { break 'a31; }
                        pair(grow(make(*amount), tick(&mut n3)), derive(&make(32), (n3 ^ n3)))
                    }
                };
                let mut f36 = |k: u64| k ^ pair35.right.get() / 2;
            }
            note(log, n3);
            note(log, couple.tag);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Ok::<u64, Fault>(((if (*amount % 100) % 3 == 0 { n3 } else { keep(couple.tag) }) + n3))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_69", total: false, run: via, draw };
}

pub mod pipeline_70 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, source: &'s Item, couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> Option<(u64, Item)> {
            let mut all1 = vec![if same(&couple.right, &couple.right) { couple.right } else { couple.left }];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(couple.tag);
            let mut n4 = show(first(&make(24), &make(35)));
            let mut x5 = if 33 < 400 { unwrap_or_make(maybe(n4), 37) } else { { let k = 33; make(k + 1) } };
            for i in 0..3 { x5 = grow(x5, i); }
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            bump(&mut x5, couple.tag);
            Some::<(u64, Item)>((couple.tag, derive(&x5, show(view(&x5)))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_70", total: false, run: via, draw };
}

pub mod pipeline_71 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, mut given: Item, couple: Pair, crowd: &'s [Item]) -> Item {
            let mut all1 = vec![couple.left];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(seed);
            let mut some4 = Some(given);
            let mut n5 = state.count;
            let mut x6 = make(couple.tag);
            if same(&grow(couple.right, record(ledger, n5)), pick(&unwrap_or_make(some4, couple.tag))) { bump(inner_step(&mut x6, log, seed % 100), release(lease(&state.left))); } else { log.note(couple.tag); }
            let mut given = keep(keep(choose(&state.left, &x6, n5)));
            for mut x7 in feed3 { break; }
            let mut k8: u64 = 0;
            let n10 = 'a9: loop {
                k8 += 1;
                if k8 > 0 { break (couple.tag + couple.tag); }
                break 'a9 inner((number(couple.tag) ^ seed), pick(&state.right));
            };
            all1.iter().rev().for_each(|it| { peek(it); });
            'a11: for mut feed3 in all1.iter() {
                let some14 = if n10 % 2 == k8 % 2 {
                    let mut view12 = view(&x6);
                    maybe(apply(|k: u64| k + k8, n5))
                } else {
                    let lease13 = keep(lease(&x6));
                    if state.count % 5 == 2 && (count(&all1) % 2 == ((n10 ^ seed)) % 2) { return { let k = state.count; make(k + 1) }; }
                    maybe(peek(&state.left))
                };
            }
            note(log, n10);
            note(log, k8);
            note_item(log, &x6);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            grow(make(couple.tag), couple.tag)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_71", total: false, run: via, draw };
}

pub mod pipeline_72 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, basket: &mut Vec<Item>) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![grow(make(state.count), seed), make(state.count), exchange(&mut state.right, { let k = state.count; make(k + 1) })];
            let mut feed2 = spout((state.right.get()));
            let mut n3 = state.count;
            let mut x4 = try_make((state.count % 100 | compare(source, &state.left)))?;
            note(log, eat(x4));
            let mut n5: u64 = release(lease(&state.right));
            for mut n6 in 0..2 {
                bump(item, n6);
                let mut k7: u64 = 0;
                let seed = loop {
                    k7 += 1;
                    if k7 > 2 { break make(show(view(&state.right))); }
                    let x8 = sip(&mut feed2).expect("oracle: dry");
                    return Err::<(u64, Item), Fault>(Fault::new(16));
                };
                let mut view9 = { better(source, &seed) };
                continue;
            }
            if (tick(&mut n5)) < 400 { 'a10: for n11 in 0..2 { break; } } else {
                if (tick(&mut state.count)) % 2 == (inner(n5, &state.right)) % 2 {
                    let x15 = 'a14: { derive(&state.left, n5) };
                    let mut two16 = unpair(pair(maybe(n3).expect("oracle: none"), x15));
                    for n17 in 0..1 {
                        let mut x18 = sip(&mut feed2).expect("oracle: dry");
                        let mut x19 = sip(&mut feed2).expect("oracle: dry");
                    }
                } else {
                    let x20;
                    if let Some(x21) = maybe(look(&better(&state.left, source))) {
                        let mut all22 = vec![x21, make(compare(&state.left, source))];
                        x20 = if n5 % 3 == 0 { grow(try_grow(make(24))?, eat(make(29))) } else { maybe(pour(&mut state.right, source)).ok_or_else(|| Fault::new(44))? };
                    } else if ((n3 + seed)) % 3 == 0 {
                        basket.push(exchange(&mut *item, grow(maybe(n3).expect("oracle: none"), compare(source, &state.right))));
                        x20 = exchange(&mut state.right, grow(make(n5), (if n3 % 3 == 0 { n5 } else { seed })));
                    } else {
                        trade(&mut state.right, &mut state.left);
                        x20 = exchange(item, make(n5));
                    }
                    let f23 = |k: u64| k ^ state.right.get();
                }
                let x24;
                if n3 < 400 {
                    return Ok::<(u64, Item), Fault>((state.count, keep(make(37))));
                } else {
                    let some25 = if (number(eat(exchange(&mut *item, make(1))))) < 400 {
                        note_item(log, keep(pick(item)));
                        maybe((compare(source, &state.right) + try_number(n3)?))
                    } else {
                        note(log, n5);
                        maybe(eat(keep(make(12))))
                    };
                    x24 = try_grow(std::mem::replace(&mut state.right, derive(item, n5)))?;
                }
                let mut x26: Item = x24;
                for r27 in all1.iter().skip(1) { break; }
            }
            note(log, n5);
            note(log, n3);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_all(log, &all1);
            note_rest(log, &feed2);
            Ok::<(u64, Item), Fault>((n5, make((tick(&mut n3) | n3))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_72", total: false, run: via, draw };
}

pub mod pipeline_73 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, given: Item, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<(u64, Item), Fault> {
            let mut all1 = vec![derive(choose(&given, &given, seed), inner(seed, &given)), if same(&given, &given) { given } else { keep(make(18)) }, keep(keep(make(41)))];
            let mut feed2 = spout(try_peek(&make(31))?);
            let mut some3 = maybe((seed % 100 + eat(fuse(make(1), make(6)))));
            let mut n4 = eat(if some3.is_some() { try_grow(make(5))? } else { some3.unwrap_or_else(|| Item::new(41)) });
            let mut x5 = derive(&make(5), seed % 100);
            for n6 in 0..1 {
                match (compare(&x5, &x5)) % 4 {
                    0 => {
                        all1.iter_mut().enumerate().map(|(_, it)| it).for_each(|it| bump(it, 9));
                        if let Some(ledger) = all1.pop() {
                            let Some(mut x10) = maybe(eat(try_make(n6)?)) else { return Err::<(u64, Item), Fault>(Fault::new(18)); };
                        }
                    }
                    2 if peek(&x5) % 3 != 0 => {
                        let (given, mut x11) = split(make(n6));
                        let mut all13 = all1.iter().skip(1).map(|it| derive(it, n4)).collect::<Vec<_>>();
                        if (x11.get()) < 400 {
                            let mut all14 = all13.iter().map(|it| try_make(peek(it))).collect::<Result<Vec<_>, _>>()?;
                        }
                    }
                    n9 => {
                        let mut k15: u64 = 0;
                        let mut x17 = loop {
                            k15 += 1;
                            if k15 > 2 { break if ((n6 | n9)) % 2 == n9 % 2 { x5 } else { { let k = (all1.len() as u64); make(k + 1) } }; } let mut n16 = n6; };
                    }
                }
                let mut k18: u64 = 0;
                let mut n21 = loop {
                    k18 += 1;
                    if k18 > 2 { break compare(&make(35), &make(30)); }
                    all1.push(grow(keep(keep(make(11))), exchange(&mut n4, peek(&make(37)))));
                    let all19 = vec![derive(&make(44), try_number(n6)?), keep(make(11)), { let k = n6; make(k + 1) }];
                    let mut n20 = (n4 + k18 % 100);
                    break (maybe_number(eat(make(48))).ok_or_else(|| Fault::new(48))? ^ seed);
                };
                break;
            }
            let mut some23 = {
                let mut k22: u64 = 0;
                while k22 < 3 && (same(&make(26), &unwrap_or_make(maybe(k22), peek(&make(28))))) { k22 += 1; break; }
                maybe(k22)
            };
            let n24 = n4;
            let mut x25: Item = risky(n4);
            let x29 = if (record(ledger, peek(&x25))) < 400 { some23.unwrap_or_else(|| Item::new(2)) } else {
                n4 ^= n4 % 1000;
                enlist(&mut all1, x25);
                fuse(if count(&all1) < 400 { { let k = n4; make(k + 1) } } else { unwrap_or_make(some23, 13) }, keep({ let k = seed; make(k + 1) }))
            };
            n4 += n24 % 1000;
            Ok::<(u64, Item), Fault>(((n24 | (all1.iter().map(|it| peek(it)).sum::<u64>() % 1000)), fuse(try_make(x29.into_number())?, make(eat(make(1))))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, Item::new(seed), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_73", total: false, run: via, draw };
}

pub mod pipeline_74 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, mut couple: Pair, crowd: &'s [Item]) -> Result<(), Fault> {
            let mut all1 = vec![keep(keep(couple.right)), std::mem::replace(&mut couple.left, keep(make(27)))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(count(&all1));
            let mut n4 = (exchange(&mut couple.tag, seed)) % 100;
            let mut x5 = derive(&*item, pour(&mut couple.left, &make(25)));
            match try_make(n4) {
                Ok(mut x6) => { let _ = derive(&x6, couple.tag); }
                Err(Fault { evidence: x7, .. }) => {
                    if (maybe_number(couple.tag).expect("oracle: none")) % 3 == 0 {
                        for mut r8 in all1.iter() { trade(&mut x5, item); }
                        if ((format!("{:?}", x7).len() as u64)) > 100 && (apply(|k: u64| k ^ x7.get() / 2, count(&all1))) % 2 == 0 { log.note(keep(n4)); }
                    }
                    assert!(same(&x7, &x7) || couple.tag % 4 != 1, "oracle: guard 19");
                    n4 += couple.tag % 1000;
                }
            }
            {
                let mut n4: Item = grow(x5, (if same(&couple.left, &couple.left) { n4 } else { maybe_number(23).expect("oracle: none") }));
                let Some(n4) = maybe(show(view(&n4))) else { return Err::<(), Fault>(Fault::new(13)); };
            }
            let mut k12: u64 = 0;
            while k12 < 1 { k12 += 1; continue; }
            note(log, k12);
            note(log, n4);
            note_item(log, &couple.left);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_74", total: false, run: via, draw };
}

pub mod pipeline_75 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, basket: &mut Vec<Item>) -> Result<Item, Failure> {
            let mut some1 = maybe(state.count);
            let mut n2 = inner(seed, &state.right);
            let mut x3 = risky(peek(&state.left));
            if n2 % 5 == 2 && (same(&x3, part(&first(&x3, &state.right)))) { return Err::<Item, Failure>(Failure::from(Fault::new(31))); }
            let n11: u64 = (match some1 { Some(it) => eat(it), None => n2 });
            basket.push(derive(choose(&state.right, &x3, seed), keep(n11)));
            assert_ne!(n2 % 8, 3, "oracle: guard 9");
            'a12: for n13 in 0..3 {
                x3 = fuse(x3, derive(&state.right, (state.count ^ n11)));
                let n14: u64;
                match show(view(&state.right)) % 4 {
                    0..=1 => { n14 = n11; }
                    _ if peek(&x3) % 3 != 0 => {
                        let _guard16 = span(log, exchange(&mut n2, n13));
                        let mut all17 = (0..1u64).map(|it| try_make(number(it))).collect::<Result<Vec<_>, _>>()?;
                        n14 = n2;
                    }
                    _ => { n14 = n2; }
                }
            }
            let r18: &Item = &state.left;
            note(log, n11);
            note(log, n2);
            note_item(log, &x3);
            note_item(log, &state.right);
            Ok::<Item, Failure>(try_grow(grow(derive(&state.left, n11), exchange(&mut state.count, n11)))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_75", total: false, run: via, draw };
}

pub mod pipeline_77 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, amount: &mut u64, given: Item, couple: Pair, basket: &mut Vec<Item>, crowd: &'s [Item]) -> () {
            let mut all1 = vec![Item::new(5)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = compare(&couple.left, &couple.right);
            numbers2.push(peek(keep(pick(&given))));
            let mut k4: u64 = 0;
            while k4 < 1 && (same(choose(&couple.left, &couple.left, keep(k4)), &couple.left)) { k4 += 1; break; }
            all1.push(grow(keep(make(*amount)), (*amount ^ (if k4 % 3 == 0 { couple.tag } else { k4 }))));
            log.note(release(lease(&couple.right)));
            for mut r5 in all1.iter().rev() { break; }
            let Some(mut x6) = maybe(maybe_number(n3).expect("oracle: none")) else { return (); };
            note(log, k4);
            note(log, n3);
            note_item(log, &x6);
            note_item(log, &couple.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_77", total: false, run: via, draw };
}

pub mod pipeline_78 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, feed: &mut Feed, crowd: &'s [Item]) -> (u64, Item) {
            let mut all1 = vec![Item::new(seed), derive(&make(49), seed % 100), unwrap_or_make(maybe(seed), seed)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout((*amount ^ show(view(&make(24)))));
            let mut n4 = seed;
            let mut x5 = make(seed);
            { assert!(n4 % 6 != 2, "oracle: guard {}", n4); }
            let mut x31 = if n4 < 400 {
                bump(&mut x5, n4);
                match try_make(seed) {
                    Ok(mut x6) => {
                        let x8 = sip(feed).expect("oracle: dry");
                        let mut view9 = first(&x6, &x8);
                    }
                    Err(Fault { evidence: x7, .. }) => {
                        { let (x10, x11) = split(x7); }
                        let x16 = if let Some(r14) = all1.first() {
                            let mut some15 = Some(make(n4));
                            return (n4, make(n4));
                        } else {
                            grow(x5, (all1.iter().map(|it| it.get()).sum::<u64>() % 1000))
                        };
                        for m17 in all1.iter_mut() {
                            let mut f18 = move |k: u64| k + n4;
                            let mut view19 = View { item: &x16, salt: 7 };
                        }
                    }
                }
                grow(grow(grow(make(48), *amount), peek(&make(0))), n4)
            } else {
                for x20 in all1.into_iter() { break; }
                let n29: u64 = if seed % 3 == 0 {
                    let (mut x21, mut x22) = unpair(pair(make(seed), keep(x5)));
                    n4 |= n4;
                    show(keep(view(&*item)))
                } else {
                    let x25;
                    match (compare(&x5, &x5)) % 4 {
                        0..=1 => { x25 = fuse(x5, derive(&make(4), n4)); }
                        2 => {
                            let (mut x27, mut x28) = split(make(seed));
                            x25 = derive(&x27, close(cursor(&mut x28)));
                        }
                        n26 => { x25 = Item::new(tick(&mut n4)); }
                    }
                    n4
                };
                let mut shelf30 = shelf();
                grow(derive(&make(49), exchange(&mut n4, n29)), seed)
            };
            if seed % 2 == seed % 2 {
                n4 += (exchange(&mut n4, seed)) % 1000;
                let view34 = {
                    if (tick(&mut n4)) % 2 == (compare(&x31, &x31)) % 2 {
                        let mut amount: u64 = n4;
                        let x33 = x31;
                    }
                    *amount ^= n4;
                    narrow(better(&*item, item), compare(&make(32), &make(46)))
                };
            }
            note(log, n4);
            note(log, seed);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            (pour(pick_mut(&mut *item), &make(11)), keep({ let k = n4; make(k + 1) }))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_78", total: false, run: via, draw };
}

pub mod pipeline_80 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, amount: &mut u64, basket: &mut Vec<Item>) -> Item {
            let mut all1 = vec![make(*amount), make(inner(seed, &make(29)))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(eat(derive(choose(&make(0), &make(19), seed), sum(all1))));
            let mut some4 = maybe(eat(risky(14)));
            let mut n5 = seed;
            let mut x6 = exchange(&mut *item, fuse(if n5 > 100 && seed % 2 == 0 { make(22) } else { make(5) }, make(n5)));
            let lease22 = lease(&x6);
            for mut x23 in feed3.by_ref() {
                for n24 in 0..2 { break; }
                n5 ^= inner(compare(&x6, &x23), &x23);
                break;
            }
            let mut all25: Vec<Item> = (0..2u64).take(2).map(|it| {
                let a = make(it);
                let b = make(45);
                fuse(a, b)
            }).collect();
            grow(grow(fuse(make(20), make(5)), n5), show(better(item, &x6)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.item, &mut lent.number, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_80", total: false, run: via, draw };
}

pub mod pipeline_81 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, amount: &mut u64, basket: &mut Vec<Item>)] [Result<Item, Fault>] {
            let mut all1 = vec![keep(grow(make(45), seed)), derive(&make(11), seed), derive(&make(29), seed)];
            let mut n2 = (eat(derive(&make(24), seed))) % 100;
            let mut x3 = make(n2);
            let mut some11 = maybe(try_number(compare(&x3, &x3))?);
            if *amount % 2 == n2 % 2 {
                n2 |= n2;
                let Some(x17) = maybe((n2 + sum(all1))) else { return Ok::<Item, Fault>(unwrap_or_make(some11, n2)); };
            }
            let mut some20 = if some11.is_some() {
                for n18 in 0..2 { return Err::<Item, Fault>(Fault::new(2)); }
                maybe((format!("{:?}", x3).len() as u64))
            } else {
                let _guard19 = keep(keep(lease(&x3)));
                some11
            };
            let r21 = choose(&x3, &x3, n2);
            n2 += (show(better(&x3, &x3))) % 1000;
            let mut f22 = |k: u64| x3.add(k);
            Ok::<Item, Fault>(derive(&x3, *amount))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &mut lent.number, &mut lent.basket)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_81", total: false, run: via, draw };
}

pub mod pipeline_83 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, given: Item, mut couple: Pair, feed: &mut Feed) -> Result<(), Failure> {
            let mut all1 = vec![couple.right, unwrap_or_make(maybe(couple.tag), couple.tag), couple.left];
            let mut x2 = Item::new(apply(|k: u64| k ^ given.get() / 2, pour(item, &given)));
            all1.iter().skip(1).for_each(|it| note(log, peek(it)));
            let _guard3 = x2;
            let mut pair4 = keep(pair(make(seed), grow(make(16), couple.tag)));
            let mut all5 = all1.iter().map(|it| derive(it, seed)).collect::<Vec<_>>();
            if pair4.tag % 2 == pair4.tag % 2 {
                let mut k20: u64 = 0;
                let n22 = 'a21: loop {
                    k20 += 1;
                    if k20 > 0 { break (all1.len() as u64); } break close(cursor(item)); };
                let mut n22 = |k: u64| k ^ pair4.right.get();
                let two23 = (given, make(peek(pick(&*item))));
                trade(&mut pair4.left, &mut pair4.right);
            }
            let n24 = (pair4.tag + seed);
            note(log, n24);
            note(log, pair4.tag);
            note_item(log, &pair4.right);
            note_item(log, &pair4.left);
            note_all(log, &all5);
            note_all(log, &all1);
            Ok::<(), Failure>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_83", total: false, run: via, draw };
}

pub mod pipeline_85 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>) -> Item {
            let mut n1 = (if (apply(|k: u64| k + couple.tag, *amount)) < 400 { seed } else { apply(|k: u64| k ^ couple.left.get(), couple.tag % 100) });
            let mut x2 = unwrap_or_make(maybe(*amount), compare(item, &couple.right));
            (0..1u64).enumerate().map(|(i, it)| make(it + i as u64)).for_each(|it| { eat(it); });
            if couple.tag % 3 == 0 {
                for i in 0..3 { x2 = grow(x2, i); }
                let mut boxed3 = Box::new(derive(&couple.right, apply(|k: u64| k + couple.tag, (format!("{:?}", x2).len() as u64))));
                let x4 = grow(derive(&boxed3, n1), *amount);
                let x5 = sip(feed).expect("oracle: dry");
            } else {
                let mut two6 = unpair(keep(pair(couple.right, make(7))));
                let mut x7 = x2;
            }
            let mut r14: &Item = choose(&couple.left, &couple.left, n1);
            let mut k15: u64 = 0;
            while k15 < 3 { k15 += 1; break; }
            for mut n1 in 0..3 { log.note(close(cursor(item))); }
            note(log, k15);
            note(log, n1);
            note_item(log, &couple.left);
            couple.left
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_85", total: false, run: via, draw };
}

pub mod pipeline_86 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, amount: &mut u64, mut couple: Pair, feed: &mut Feed) -> () {
            let mut all1 = vec![derive(&couple.left, seed), unwrap_or_make(maybe(*amount), state.count)];
            let mut n2 = look(&better(&state.left, source));
            let mut x3 = derive(&make(state.count), keep(*amount));
            bump(&mut x3, peek(&couple.right));
            let mut n17: u64 = match (compare(keep(source), &couple.right)) % 4 {
                1 | 3 => {
                    let x7 = {
                        let (mut x5, mut x6) = unpair(keep(couple));
                        if same(&x6, &x6) { keep(x3) } else { derive(&x5, n2) }
                    };
                    state.left = risky(exchange(&mut n2, state.count));
                    let mut all14 = all1.iter().map(|it| maybe(peek(it))).collect::<Option<Vec<_>>>().unwrap_or_default();
                    seed
                }
                2 => {
                    let mut pair15 = keep(pair(x3, maybe(couple.tag).expect("oracle: none")));
                    enlist(&mut all1, pair15.left);
                    pair15.tag
                }
                _ => {
                    n2 += (apply(|k: u64| k ^ x3.get() / 2, (couple.tag + seed))) % 1000;
                    let mut all16: Vec<Item> = all1.iter().take(2).map(|it| {
                        let a = derive(it, couple.tag);
                        let b = peek(it);
                        let c = compare(&a, it);
                        grow(a, b ^ c)
                    }).collect();
                    ((if n2 > 100 && n2 % 2 == 0 { 37 } else { couple.tag }) + couple.tag)
                }
            };
            let mut k18: u64 = 0;
            'a19: while k18 < 2 && (seed < 400) {
                k18 += 1;
                if n2 % 5 == 2 && (eat(Item::new(n2)) > 100 && n2 % 2 == 0) { return (); }
                let (mut x20, mut x21) = unpair(pair(std::mem::replace(&mut state.left, make(0)), Item::new(n2)));
                while let Some(mut x22) = feed.next() {
                    let mut numbers23 = (0..1u64).map(|it| number(it)).collect::<Vec<u64>>();
                }
            }
            let ledger = grow(fuse(derive(&state.right, k18), maybe(*amount).expect("oracle: none")), (if k18 % 3 == 0 { k18 } else { sum(all1) }));
            note(log, k18);
            note(log, n17);
            note_item(log, &ledger);
            note_item(log, &state.right);
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_86", total: false, run: via, draw };
}

pub mod pipeline_87 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, amount: &mut u64, mut couple: Pair, feed: &mut Feed) -> (u64, Item) {
            let mut some1 = maybe(seed);
            let mut n2 = couple.right.add(seed);
            for mut log in 0..2 {
                let mut x3 = derive(&couple.left, (format!("{:?}", couple.right).len() as u64));
                let mut amount: u64 = log;
                turn(&mut couple);
                let mut log = derive(&x3, release(lease(&x3)));
            }
            let mut n19: u64 = {
                let Some(x17) = maybe(*amount) else { return (*amount, { let k = n2; make(k + 1) }); };
                let mut two18 = split(couple.right);
                n2
            };
            let n19 = if same(&couple.left, &couple.left) {
                n2 ^= (couple.tag ^ peek(&couple.left));
                match (((match some1 { Some(it) => it.into_number(), None => seed })) % 100) % 4 {
                    0 => {
                        couple = pair(derive(&couple.left, n19), { let k = n2; make(k + 1) });
                        let _guard21 = grow(maybe(weigh(&couple)).expect("oracle: none"), n19);
                    }
                    2 => { (0..3u64).skip(1).for_each(|it| { number(it); }); }
                    n20 => {
                        n19 ^= ((n20 | n20)) % 1000;
                        let mut n25 = n19;
                        return (n19, exchange(&mut couple.left, make(47)));
                    }
                }
                exchange(&mut couple.left, derive(&make(47), keep(n19)))
            } else { keep(make(exchange(&mut n2, couple.tag))) };
            let mut two26 = (n19, make(release(lease(&couple.left))));
            let n27: u64;
            match maybe(couple.tag) {
                Some(x28) => { n27 = couple.tag; }
                None => { n27 = (keep(eat(two26.0)) | couple.tag); }
            }
            two26.1 = grow(two26.1, n2);
            note(log, n27);
            note(log, n2);
            note_item(log, &two26.1);
            note_item(log, &couple.left);
            (peek(&couple.left) % 100, derive(&couple.left, eat(two26.1)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_87", total: false, run: via, draw };
}

pub mod pipeline_88 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, given: Item, crowd: &'s [Item]) -> Result<u64, Fault> {
            let mut feed1 = spout((try_bump(&mut state.right, state.count)?) % 100);
            let mut some2 = maybe(maybe_number(inner((format!("{:?}", given).len() as u64), &given)).ok_or_else(|| Fault::new(40))?);
            let mut n3 = peek(item);
            let mut two4 = (given, fuse(grow(make(n3), state.count), derive(&state.right, keep(n3))));
            let mut view18 = narrow(view(source), ((match some2 { Some(it) => eat(it), None => state.count })) % 100);
            for n19 in 0..1 { continue; }
            note(log, n3);
            note(log, state.count);
            note_item(log, &two4.1);
            note_item(log, &two4.0);
            note_rest(log, &feed1);
            Ok::<u64, Fault>((pour(&mut two4.0, &state.right) | n3))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_88", total: false, run: via, draw };
}

pub mod pipeline_91 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, mut given: Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<u64, Failure> {
            let mut all1 = vec![risky((if couple.tag % 3 == 0 { couple.tag } else { couple.tag })), grow(exchange(item, couple.left), tick(&mut couple.tag)), couple.right];
            let mut n2 = given.add(given.get());
            let mut x3 = make(seed);
            while let Some(mut x4) = all1.pop() {
                while let Some(x5) = feed.next() { log.note(show(keep(view(item)))); }
            }
            let mut all6 = (0..1u64).rev().map(|it| make(it ^ peek(&given))).collect::<Vec<_>>();
            try_note(log, (try_number(couple.tag)? + n2))?;
            n2 ^= seed % 1000;
            let x7 = if ((peek(&x3) | couple.tag)) > 100 && couple.tag % 2 == 0 { x3 } else {
                fuse(given, { let k = apply(|k: u64| k ^ x3.get(), n2); make(k + 1) })
            };
            note(log, n2);
            note(log, couple.tag);
            note_item(log, &x7);
            note_all(log, &all6);
            note_all(log, &all1);
            Ok::<u64, Failure>(look(&view(&x7)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_91", total: false, run: via, draw };
}

pub mod pipeline_92 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, mut given: Item, mut couple: Pair) -> Result<View<'s>, Failure> {
            let mut all1 = vec![exchange(&mut couple.right, couple.left), risky(couple.tag), unwrap_or_make(maybe(couple.tag), couple.tag)];
            let mut some2 = maybe(seed);
            let mut n3 = (all1.len() as u64);
            if n3 < 400 {
                let n3 = n3;
                let mut couple = keep(view(&couple.right));
            }
            let lease4 = keep(keep(lease(&*item)));
            enlist(&mut all1, derive(&couple.right, (format!("{:?}", couple.right).len() as u64)));
            let mut n5 = n3;
            all1.iter().for_each(|it| { peek(it); });
            note(log, n5);
            note(log, n3);
            note_item(log, &couple.right);
            note_item(log, &given);
            note_all(log, &all1);
            Ok::<View<'s>, Failure>(first(source, &std::mem::replace(&mut couple.right, given)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_92", total: false, run: via, draw };
}

pub mod pipeline_94 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, state: &mut State, amount: &mut u64, feed: &mut Feed, basket: &mut Vec<Item>)] [Result<(u64, Item), Fault>] {
            let mut all1 = vec![fuse(maybe(state.count).expect("oracle: none"), grow(make(0), *amount)), keep(fuse(make(43), make(11))), keep(keep(make(31)))];
            let mut n2 = apply(|k: u64| k ^ state.left.get() / 2, tick(&mut state.count));
            if same(&state.right, &state.left) {
                'a3: for r4 in all1.iter().rev() {
                    n2 |= (format!("{:?}", state.right).len() as u64);
                    match all1.first() {
                        Some(r6) if r6.get() % 3 == 1 => { note(log, n2); }
                        Some(r5) => { log.note(state.count); }
                        None => { continue 'a3; }
                    }
                }
                for r7 in &all1 {
                    for mut n8 in 0..2 {
                        n2 += (close(cursor(&mut state.right))) % 1000;
                        let x9;
                        x9 = inner_grow(grow(fuse(make(12), make(27)), seed), release(lease(&state.right)))?;
                        note_item(log, &state.right);
                    }
                    match try_make(keep(n2)) {
                        Ok(mut x10) => {
                            basket.push(grow(derive(&state.right, n2), seed));
                            if n2 % 3 == 0 { log.note(n2); } else { log.note((all1.iter().map(|it| peek(it)).sum::<u64>() % 1000)); }
                            break;
                        }
                        Err(Fault { evidence: x11, .. }) => { let mut r7 = lease(&state.left); }
                    }
                }
                while let Some(mut x12) = all1.pop() { continue; }
                let mut pair13 = keep(keep(pair(make(15), make(6))));
            } else if seed % 2 == state.count % 2 { for r14 in all1.iter().rev() { continue; } } else {
                for x15 in feed.by_ref() { basket.push(make(state.count)); }
            }
            if let Some(x16) = maybe(state.count) {
                let mut cursor17 = cursor(&mut state.right);
                let (x18, x19) = unpair(pair(make(state.count), if n2 < 400 { x16 } else { make(16) }));
            }
            let mut k20: u64 = 0;
            let n33 = 'a21: loop {
                k20 += 1;
                if k20 > 2 { break seed; }
                let (x22, x23) = split(try_make(compare(&state.left, &state.right))?);
                let mut log = if n2 < 400 { keep(pair(try_grow(x23)?, make(n2))) } else {
                    let mut shelf32 = shelf();
                    pair(x23, x22)
                };
                if seed < 400 { continue 'a21; }
                enlist(&mut all1, try_grow(derive(&log.right, step(&mut *state, log.tag)))?);
            };
            trade(&mut state.right, &mut state.left);
            let mut k37: u64 = 0;
            let mut n44 = loop {
                k37 += 1;
                if k37 > 1 { break 27; }
                let mut x42 = match all1.get(1) {
                    Some(r38) => {
                        let x40 = {
                            check(&state.right)?;
                            derive(&state.right, peek(&state.right))
                        };
                        break k37;
                    }
                    None => {
                        let mut all41 = vec![grow(make(29), 24)];
                        maybe(compare(&make(43), &make(46))).ok_or_else(|| Fault::new(0))?
                    }
                };
                let mut view43: View<'_> = View { item: &x42, salt: 2 };
                n2 += n2 % 1000;
                let mut feed = n2;
            };
            let mut all45 = vec![fuse(maybe(n2).ok_or_else(|| Fault::new(2))?, if n33 % 3 == 0 { make(27) } else { make(34) })];
            note(log, n44);
            note(log, k37);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_all(log, &all45);
            note_all(log, &all1);
            Ok::<(u64, Item), Fault>((n44, unwrap_or_make(maybe(pour(&mut state.right, &state.left)), (number(n2) + (all45.iter().map(|it| it.get()).sum::<u64>() % 1000)))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.number, &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_94", total: false, run: via, draw };
}

pub mod pipeline_95 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, mut given: Item, crowd: &'s [Item]) -> Result<(), Fault> {
            let mut all1 = vec![keep(given)];
            let mut feed2 = spout(maybe_number(4).ok_or_else(|| Fault::new(20))?);
            let mut some3 = maybe(seed);
            let mut n4 = seed;
            while let Some(mut x5) = feed2.next() { continue; }
            match all1.get(1) {
                Some(r7) if r7.get() % 3 == 1 => { n4 = n4; }
                Some(r6) => { log.note(n4); }
                _ => {
                    let pair13 = match maybe(count(&all1)) {
                        Some(x8) => {
                            log.note(x8.into_number());
                            pair(grow(derive(source, seed), number(n4)), derive(pick(source), compare(&make(42), source)))
                        }
                        _ => {
                            let mut n4 = maybe(apply(|k: u64| k + seed, seed));
                            let mut x12 = match try_make(show(view(&make(21)))) {
                                Ok(mut x10) => { std::mem::replace(&mut x10, make(seed)) }
                                Err(Fault { evidence: x11, .. }) => { fuse(try_make(sum(all1))?, x11) }
                            };
                            keep(pair(grow(make(6), seed), x12))
                        }
                    };
                    let view14 = view(source);
                    let mut n18: u64 = match maybe(pair13.tag) {
                        Some(x16) if peek(&x16) % 3 == 1 => { n4 }
                        Some(x15) => {
                            let Pair { left: mut seed, tag: n17, right: _ } = keep(pair(make(n4), make(n4)));
                            pair13.tag
                        }
                        _ => { pair13.tag }
                    };
                }
            }
            some3 = Some(derive(&make(8), n4));
            let n20: u64 = n4;
            if (peek(&unwrap_or_make(some3, n4))) < 400 { check(&grow(make(11), n20))?; }
            let mut boxed22 = Box::new(make(tick(&mut n4)));
            note(log, n20);
            note(log, n4);
            note_rest(log, &feed2);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &lent.source, &mut lent.number, Item::new(seed), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_95", total: false, run: via, draw };
}

pub mod pipeline_96 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, mut couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<View<'s>, Fault> {
            let mut all1 = vec![make(couple.right.into_number())];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = maybe(couple.tag);
            let mut n4 = state.count;
            let mut x5 = try_grow(unwrap_or_make(maybe(n4), exchange(&mut couple.tag, n4)))?;
            let n6: u64;
            if same(&couple.left, &couple.left) {
                all1.iter().enumerate().map(|(i, it)| derive(it, i as u64)).for_each(|it| { eat(it); });
                n6 = apply(|k: u64| k ^ couple.left.get() / 2, couple.tag);
            } else { n6 = (if let Some(it) = &some3 { peek(it) } else { 1 }); }
            some3 = Some(grow(try_grow(x5)?, seed));
            some3 = Some(try_grow(couple.left)?);
            let x20 = if let Some(x7) = some3 {
                let n8 = x7.into_number();
                while let Some(mut x9) = all1.pop() { continue; }
                let mut k10: u64 = 0;
                while k10 < 2 && ((exchange(&mut n4, compare(&state.left, &state.right))) < 400) {
                    k10 += 1;
                    let mut state = Item::new(eat(fuse(make(14), make(16))));
                    let mut some3 = if let Some(x11) = maybe(n8) {
                        enlist(&mut all1, state);
                        derive(&x11, n6)
                    } else { grow(unwrap_or_make(maybe(n8), n6), k10) };
                }
                derive(&state.right, n4)
            } else {
                let (mut basket, mut x12) = split(derive(&make(42), n4));
                let mut n13 = pour(item, &x12);
                let mut n19: u64 = {
                    let x14;
                    match all1.first() {
                        Some(r16) if peek(r16) % 3 == 1 => {
                            let mut all17: Vec<Item> = all1.iter().rev().map(|it| {
                                let a = derive(it, peek(&x12));
                                let b = peek(it);
                                let c = compare(&a, it);
                                grow(a, b ^ c)
                            }).collect();
                            x14 = if same(&basket, &*item) { std::mem::replace(&mut state.right, if same(&x12, &x12) { basket } else { x12 }) } else { exchange(&mut *item, derive(&state.right, n4)) };
                        }
                        Some(r15) => { return Ok::<View<'s>, Fault>(view(source)); }
                        None => {
                            let mut shelf18 = shelf();
                            x14 = unwrap_or_make(maybe((n13 | n4)), peek(&basket));
                        }
                    }
                    (format!("{:?}", x14).len() as u64)
                };
                maybe((format!("{:?}", state.right).len() as u64)).ok_or_else(|| Fault::new(14))?
            };
            let mut n22 = 'a21: { break 'a21 (tick(&mut couple.tag) ^ peek(&x20)); };
            note(log, n22);
            note(log, n6);
            note_item(log, &x20);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Ok::<View<'s>, Fault>(first(source, &x20))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_96", total: false, run: via, draw };
}

pub mod pipeline_97 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, mut given: Item, basket: &mut Vec<Item>, crowd: &'s [Item]) -> (u64, Item) {
            let mut n1 = show(view(&state.left));
            let (mut log, x2) = unpair(keep(pair(make(48), make(41))));
            log = make(n1);
            let mut all5 = vec![maybe(n1).expect("oracle: none")];
            let mut all6 = all5.iter_mut().rev().map(|it| maybe({ bump(it, 3); 1 })).collect::<Option<Vec<_>>>().unwrap_or_default();
            let mut x7 = if state.count > 100 && n1 % 2 == 0 { given } else {
                n1 = eat(if (compare(&log, &x2)) % 3 == 0 { risky(*amount) } else { { let k = state.count; make(k + 1) } });
                derive(pick(&x2), show(view(&log)))
            };
            let mut all8 = (0..2u64).map(|it| maybe(number(it))).collect::<Option<Vec<_>>>().unwrap_or_default();
            (seed, grow(keep(x2), apply(|k: u64| k + n1, state.right.add(state.right.get()))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_97", total: false, run: via, draw };
}

pub mod pipeline_98 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, source: &'s Item, amount: &mut u64, mut given: Item) -> View<'s> {
            let mut all1 = vec![if eat(given) > 100 && ((if same(&state.right, &state.right) { state.count } else { seed })) % 2 == 0 { make(state.count) } else { keep(make(32)) }];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = maybe(inner(state.count, &derive(&state.right, seed)));
            let mut x4 = keep(std::mem::replace(&mut state.right, Item::new(seed)));
            let mut n5 = digest(&numbers2);
            let mut all6 = all1.iter().take(2).map(|it| maybe(peek(it))).collect::<Option<Vec<_>>>().unwrap_or_default();
            let mut boxed7 = Box::new(x4);
            note(log, n5);
            note(log, state.count);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_all(log, &all6);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            view(source)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_98", total: false, run: via, draw };
}

pub mod pipeline_99 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, mut given: Item) -> (u64, Item) {
            let mut numbers1: Vec<u64> = Vec::new();
            let mut n2 = compare(&state.right, &state.right);
            let mut x3 = given;
            bump(&mut state.left, release(lease(&x3)));
            let mut pair4 = if (exchange(&mut n2, state.right.add(exchange(&mut state.count, seed)))) > 100 && (eat(unwrap_or_make(maybe(n2), n2))) % 2 == 0 { keep(pair(keep(x3), grow(make(6), state.count))) } else {
                pair(if x3.into_number() > 100 && ((n2 | state.count)) % 2 == 0 { keep(make(47)) } else { make(4) }, std::mem::replace(&mut state.right, { let k = state.count; make(k + 1) }))
            };
            {
                if same(&pair4.right, &state.right) {
                    let (mut view5, ledger) = halves(&pair4);
                    let pair6 = if peek(view5.item) % 2 == pair4.tag % 2 {
                        n2 += state.count % 1000;
                        keep(pair(make(n2), pair4.right))
                    } else {
                        if n2 % 5 == 2 && (place(log) < 400) { return (n2, grow(pair4.right, state.count)); }
                        pair(pair4.left, pair4.right)
                    };
                    return (pair4.tag, pair6.right);
                } else {
                    let x9 = match try_make(exchange(&mut n2, state.right.add(state.right.get()))) {
                        Ok(mut x7) => {
                            pair4.tag += ((pair4.tag + seed)) % 1000;
                            pair4.left
                        }
                        Err(Fault { evidence: x8, .. }) => { grow(derive(&state.left, 13), eat(pair4.right)) }
                    };
                    {
                        let seed = Pair { left: grow(keep(grow(x9, 29)), compare(&state.left, &state.right)), right: exchange(inner_step(&mut state.right, log, peek(&state.left)), make(state.count)), tag: 4 };
                    }
                }
                let x10;
                match state.count % 4 {
                    0..=1 => {
                        for mut given in 0..1 { break; }
                        x10 = { let k = eat(fuse(make(48), make(36))); make(k + 1) };
                    }
                    2 => {
                        let view13 = match n2 % 4 {
                            0 => { better(&state.right, &state.right) }
                            _ if n2 % 2 == 0 => { better(&state.right, &state.right) }
                            n12 => { better(pick(&state.right), &state.right) }
                        };
                        numbers1.push(seed);
                        x10 = derive(&state.left, (if ((if seed % 3 == 0 { 41 } else { pair4.tag })) > 100 && n2 % 2 == 0 { inner(n2, view13.item) } else { peek(&state.right) }));
                    }
                    _ => {
                        for i in 0..2 { bump(&mut state.right, i); }
                        return ((format!("{:?}", state.left).len() as u64), make(pair4.tag));
                    }
                }
            }
            note(log, pair4.tag);
            note(log, n2);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_sum(log, &numbers1);
            (1, if n2 % 2 == ((eat(make(31)) | n2)) % 2 { make(pair4.tag) } else { derive(&make(26), maybe_number(n2).expect("oracle: none")) })
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_99", total: false, run: via, draw };
}

pub mod pipeline_100 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, given: Item, basket: &mut Vec<Item>) -> Result<Item, Fault> {
            let mut all1 = vec![given, { let k = state.count; make(k + 1) }];
            let mut n2 = apply(|k: u64| k + state.count, 40);
            let mut x3 = fuse(exchange(&mut state.right, grow(make(35), seed)), unwrap_or_make(maybe(n2), tick(amount)));
            enlist(&mut all1, x3);
            n2 ^= n2;
            let mut all4: Vec<Item> = all1.iter().filter_map(|it| maybe(peek(it))).collect();
            let mut n5 = eat(make(state.count));
            note(log, n5);
            note(log, n2);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_all(log, &all4);
            note_all(log, &all1);
            Ok::<Item, Fault>(derive(&state.right, *amount))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_100", total: true, run: via, draw };
}

pub mod pipeline_101 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, amount: &mut u64, mut given: Item, feed: &mut Feed, crowd: &'s [Item]) -> () {
            let mut all1 = vec![grow(grow(given, seed), seed)];
            let mut x2 = grow(grow(fuse(make(33), make(10)), seed), show(better(&make(0), &make(17))));
            'a8: for n9 in 0..seed % 4 { let mut view14 = View { item: &x2, salt: 8 }; }
            let mut numbers15 = all1.iter().map(|it| peek(it)).collect::<Vec<u64>>();
            std::mem::drop(all1);
            let x24 = 'a16: {
                'a17: for n18 in 0..2 {
                    x2 = fuse(x2, keep(make(n18)));
                    let x21 = if let Some(given) = sip(feed) {
                        let n19 = digest(&numbers15);
                        fuse(grow(Item::new(seed), *amount), make(eat(given)))
                    } else {
                        let f20 = |k: u64| k ^ x2.get();
                        exchange(&mut x2, risky(n18))
                    };
                }
                let mut some22 = maybe(((eat(x2) + (seed | *amount)) | seed));
                let mut some23 = maybe(seed);
                break 'a16 make(seed);
            };
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.item, &mut lent.number, Item::new(seed), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_101", total: false, run: via, draw };
}

pub mod pipeline_102 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Item {
            let mut all1 = vec![keep(derive(&state.right, state.count)), derive(&make(27), step(state, 15)), make(eat(make(22)))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = state.count;
            let mut x5 = {
                let mut all4 = vec![fuse(grow(make(38), state.count), keep(make(17))), make(n3), Item::new(eat(make(39)))];
                fuse(derive(&state.right, compare(&state.right, &state.right)), derive(&state.left, state.count))
            };
            let mut k6: u64 = 0;
            while k6 < 2 && (((k6 ^ record(ledger, place(log)))) % 2 == count(&all1) % 2) {
                k6 += 1;
                feed.by_ref().skip(1).for_each(|it| { eat(it); });
                let crowd: u64 = match sip(feed) {
                    Some(x7) => { record(ledger, state.count) }
                    None => {
                        apply(|k: u64| k ^ state.right.get() / 2, inner(n3, &state.right))
                    }
                };
                state.right = keep(keep(derive(&x5, seed)));
                x5 = grow(x5, k6);
                return fuse(x5, make(27));
            }
            let lease9 = keep(keep(lease(&state.right)));
            note(log, k6);
            note(log, n3);
            note_item(log, &x5);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            maybe(apply(move |k: u64| k + k6, k6)).expect("oracle: none")
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_102", total: false, run: via, draw };
}

pub mod pipeline_103 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, basket: &mut Vec<Item>) -> Result<u64, Failure> {
            let mut feed1 = spout(state.count);
            let mut x4 = {
                for mut n2 in 0..(eat(keep(make(32))) % 100) % 4 {
                    let mut all3 = (0..1u64).enumerate().map(|(_, it)| it).map(|it| make(it ^ 20)).collect::<Vec<_>>();
                    feed1.by_ref().enumerate().map(|(i, it)| grow(it, i as u64)).for_each(|it| { eat(it); });
                }
                Item::new(seed)
            };
            let (state, mut x5) = split(x4);
            let mut m6: &mut Item = &mut x5;
            let (x7, x8) = split(make(41));
            Ok::<u64, Failure>(pour(m6, &x7))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_103", total: true, run: via, draw };
}

pub mod pipeline_104 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item, feed: &mut Feed, basket: &mut Vec<Item>)] [Result<u64, Fault>] {
            let mut numbers1: Vec<u64> = Vec::new();
            let mut n2 = (state.right.get());
            let mut x3 = given;
            let mut all4: Vec<Item> = (0..1u64).map(|it| {
                let a = make(it);
                let b = make(peek(&state.right));
                fuse(a, b)
            }).collect();
            match try_make(show(narrow(first(&state.right, source), (all4.iter().map(|it| peek(it)).sum::<u64>() % 1000)))) {
                Ok(mut x5) => {
                    match (seed % 100) % 4 {
                        1 | 3 => {
                            let mut all8 = vec![make(state.count)];
                            {
                                if (inner(exchange(&mut n2, state.count), &x5)) < 400 { bump(&mut *item, peek(&state.right)); }
                            }
                        }
                        2 => {
                            let m9 = keep(inner_step(&mut x5, log, peek(source)));
                            assert_ne!(seed % 8, 3, "oracle: guard 9");
                            let mut x12 = match x3.add(peek(&state.left)) % 4 {
                                3.. => {
                                    let x11 = grow(fuse(std::mem::replace(&mut x5, x3), derive(&x5, state.count)), n2);
                                    if ((number(state.count) | seed % 100)) % 3 == 0 { { let k = x11.into_number(); make(k + 1) } } else { risky(keep(seed)) }
                                }
                                2 => {
                                    x3 = fuse(x3, x5);
                                    derive(&*item, try_number(state.count)? % 100)
                                }
                                n10 => {
                                    step(&mut *state, n2);
                                    maybe(n10).ok_or_else(|| Fault::new(14))?
                                }
                            };
                            return Ok::<u64, Fault>((format!("{:?}", state.right).len() as u64));
                        }
                        _ => {
                            let mut lease13 = keep(keep(lease(&x5)));
                            return Err::<u64, Fault>(Fault::new(16));
                        }
                    }
                    let mut lease14 = keep(keep(lease(source)));
                    let mut f26 = move |k: u64| k + seed;
                }
                Err(Fault { evidence: x6, .. }) => {
                    n2 += state.count % 1000;
                    let mut x27 = {
                        n2 += n2 % 1000;
                        n2 += (exchange(&mut state.count, (format!("{:?}", x6).len() as u64))) % 1000;
                        Item::new(seed)
                    };
                }
            }
            let mut numbers33 = all4.iter_mut().take(2).map(|it| { bump(it, 3); 1 }).collect::<Vec<u64>>();
            let n42: u64 = match maybe(n2) {
                Some(x34) => {
                    let x39 = if let Some(mut x36) = all4.pop() {
                        state.count += ((format!("{:?}", state.left).len() as u64)) % 1000;
                        let mut view38 = match ((n2 + n2)) % 4 {
                            0 => { keep(view(source)) }
                            2 if n2 % 2 == 0 => { view(&*item) }
                            n37 => {
                                log.note(show(better(&x34, &x3)));
                                keep(view(&*item))
                            }
                        };
                        make(n2)
                    } else {
                        n2 = record(ledger, seed);
                        make(seed)
                    };
                    exchange(&mut n2, inner(try_bump(&mut x3, state.count)?, &state.right))
                }
                None => {
                    for mut n40 in 0..2 { let r41 = &x3; }
                    tick(&mut state.count)
                }
            };
            if state.count % 5 == 2 && (x3.into_number() % 2 == release(keep(lease(&state.left))) % 2) { return Ok::<u64, Fault>(*amount); }
            let lease43 = lease(&state.right);
            note(log, n42);
            note(log, n2);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_all(log, &all4);
            note_sum(log, &numbers33);
            note_sum(log, &numbers1);
            Ok::<u64, Fault>(n42)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_104", total: false, run: via, draw };
}

pub mod pipeline_105 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, given: Item, couple: Pair, feed: &mut Feed, crowd: &'s [Item]) -> Option<Item> {
            let mut some1 = Some(make(couple.tag));
            note(log, (23 | couple.left.into_number()));
            let _guard2 = span(log, couple.tag);
            let mut n14: u64 = match try_make(couple.tag) {
                Ok(mut x3) => {
                    x3 = fuse(x3, grow(exchange(&mut *item, make(33)), compare(&couple.right, &couple.right)));
                    'a5: for mut r6 in crowd.iter().rev() { let x7 = sip(feed).expect("oracle: dry"); }
                    note(log, (pour(item, &couple.right) | (given.into_number() + couple.tag)));
                    (if seed < 400 { couple.tag } else { (seed + couple.tag) })
                }
                Err(Fault { evidence: x4, .. }) => {
                    'a8: for r9 in crowd {
                        (0..3u64).for_each(|it| note(log, number(it)));
                        continue 'a8;
                    }
                    for log in 0..3 {
                        let m10: &mut Item = pick_mut(item);
                        let mut m13 = pick_mut(m10);
                        break;
                    }
                    let mut x4 = better(&couple.right, &given);
                    seed
                }
            };
            let mut k15: u64 = 0;
            'a16: while k15 < 2 && (n14 % 3 == 0) {
                k15 += 1;
                some1 = Some(grow(derive(&couple.right, n14), couple.tag));
                let n23: u64 = if let Some(x19) = maybe((k15 + eat({ let k = 15; make(k + 1) }))) {
                    let n22: u64 = match k15 % 4 {
                        3.. => {
                            let _guard21 = span(log, n14);
                            peek(&x19)
                        }
                        _ if couple.tag % 2 == 0 => {
                            some1 = Some(derive(&x19, k15));
                            inner(peek(&x19), &x19)
                        }
                        _ => { couple.tag }
                    };
                    tick(&mut n14)
                } else { pour(item, &couple.right) };
            }
            let mut x24 = if release(lease(&couple.right)) % 3 == 0 { keep(couple.right) } else { risky(n14) };
            note(log, k15);
            note(log, n14);
            note_item(log, &x24);
            Some::<Item>(grow(x24, 31))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_105", total: false, run: via, draw };
}

pub mod pipeline_106 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, amount: &mut u64, given: Item, feed: &mut Feed, basket: &mut Vec<Item>)] [Item] {
            let mut all1 = vec![given];
            let (mut x2, mut x3) = split(fuse(derive(&make(3), *amount), make(seed)));
            let mut n5 = all1.iter_mut().skip(1).map(|it| { bump(it, 3); 1 }).sum::<u64>();
            let mut view6 = narrow(first(&x2, &x3), seed);
            let mut k7: u64 = 0;
            let x8 = loop {
                k7 += 1;
                if k7 > 0 { break fuse(derive(&x3, k7), keep(Item::new(n5))); } continue; };
            let mut x14 = match all1.first() {
                Some(r10) if r10.get() % 3 == 1 => {
                    all1.push(grow(make(peek(&x3)), n5));
                    fuse(keep(x8), grow(x3, (n5 + n5)))
                }
                Some(r9) => {
                    grow(derive(view6.item, record(ledger, n5)), tick(&mut *amount))
                }
                None => {
                    if ((eat(fuse(x3, x8)) ^ compare(&x2, &x2))) < 400 {
                        let mut n12: u64 = match n5 % 4 {
                            1 | 3 => { (format!("{:?}", x2).len() as u64) }
                            2 if peek(&x2) % 3 != 0 => {
                                all1.push(exchange(&mut x2, unwrap_or_make(maybe(*amount), n5)));
                                tick(&mut n5)
                            }
                            _ => {
                                let mut amount = open();
                                return { let k = seed; make(k + 1) };
                            }
                        };
                    } else if peek(&x2) % 2 == number(k7) % 2 { let f13 = |k: u64| k ^ x2.get() / 2; }
                    risky(seed % 100)
                }
            };
            x2
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.ledger, &mut lent.item, &mut lent.number, Item::new(seed), &mut lent.feed, &mut lent.basket)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_106", total: false, run: via, draw };
}

pub mod pipeline_107 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, mut given: Item, couple: Pair, crowd: &'s [Item]) -> u64 {
            let mut all1 = vec![grow(grow(couple.right, state.count), pour(&mut given, source))];
            let mut n2 = state.count;
            let mut x3 = couple.left;
            for r4 in all1.iter().skip(1) {
                n2 += ((pour(&mut given, &state.left) | couple.tag)) % 1000;
                for (i6, r5) in crowd.iter().rev().enumerate() { let n7 = i6 as u64; let (mut x8, x9) = split(derive(&given, couple.tag)); }
            }
            if same(&given, &x3) {
                if couple.tag % 3 == 0 {
                    let mut m10 = &mut given;
                    let mut x12 = 'a11: {
                        fuse(derive(&state.right, couple.tag), derive(&given, compare(&given, item)))
                    };
                    for mut x13 in all1.into_iter().rev() {
                        let mut shelf14 = shelf();
                        n2 += seed % 1000;
                    }
                } else {
                    let mut some15 = Some(fuse(grow(exchange(&mut given, x3), n2), grow(given, exchange(&mut n2, seed))));
                }
            } else {
                let mut all16: Vec<Item> = all1.drain(..).skip(1).map(|it| {
                    let a = derive(&it, peek(&state.right));
                    let b = peek(&it);
                    fuse(grow(it, b), a)
                }).collect();
                { let mut x20 = x3; }
            }
            for mut n21 in 0..3 {
                {
                    let Pair { left: x22, tag: mut n23, .. } = pair(fuse(make(state.count), keep(make(4))), std::mem::replace(&mut state.right, derive(&*item, 22)));
                }
                let mut k24: u64 = 0;
                while k24 < 2 {
                    k24 += 1;
                    let mut view25 = first(&state.right, &state.right);
                    note(log, couple.tag);
                }
                let mut n26 = look(&view(source));
            }
            let x29 = match try_make(inner((format!("{:?}", state.right).len() as u64), &state.right)) {
                Ok(mut x27) => { risky(compare(&state.left, &make(19))) }
                Err(Fault { evidence: x28, .. }) => { keep(fuse(make(seed), fuse(x28, make(22)))) }
            };
            note(log, n2);
            note(log, couple.tag);
            note_item(log, &x29);
            note_item(log, &state.right);
            look(&first(&x29, &state.right))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_107", total: false, run: via, draw };
}

pub mod pipeline_108 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, couple: Pair, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Option<Item> {
            let mut all1 = vec![make(peek(&couple.right)), couple.right, make(couple.tag)];
            let mut n2 = eat(derive(&couple.left, seed));
            let mut x3 = couple.left;
            let x15 = if (((pour(&mut x3, source) | apply(move |k: u64| k + n2, couple.tag))) % 100) > 100 && n2 % 2 == 0 {
                let mut n10: u64 = if let Some(x4) = maybe(look(&view(&x3))) {
                    if let Some(x5) = maybe(eat(make(pour(&mut *item, source)))) {
                        let mut f6 = |k: u64| { n2 += k; n2 };
                        basket.push(x4);
                    } else if same(&x4, &x4) {
                        note(log, n2);
                        enlist(&mut all1, derive(&*item, pour(&mut x3, pick(&x4))));
                    } else {
                        all1.iter().rev().for_each(|it| { peek(it); });
                        let mut all7 = vec![make(n2 % 100)];
                    }
                    peek(&x3)
                } else if n2 % 3 == 0 {
                    match all1.pop() {
                        Some(x8) => {
                            if couple.tag % 5 == 2 && ((look(&first(&x8, &*item))) % 2 == ((peek(&x8) + eat(x8))) % 2) { return None::<Item>; }
                        }
                        None => { bump(item, couple.tag); }
                    }
                    couple.tag
                } else { show(view(&x3)) };
                exchange(&mut *item, unwrap_or_make(maybe(n2), n10))
            } else {
                let mut x14 = match maybe((format!("{:?}", x3).len() as u64)) {
                    Some(x11) => { x3 }
                    None => {
                        let mut boxed13 = Box::new(x3);
                        derive(&*item, keep(couple.tag))
                    }
                };
                x14
            };
            match couple.tag % 4 {
                0..=1 => {
                    let mut shelf17 = shelf();
                    log.note(seed);
                }
                2 if peek(&x15) % 3 != 0 => {
                    for x18 in all1.drain(..) {
                        let mut all19 = (0..2u64).map(|it| make(it ^ peek(&x18))).collect::<Vec<_>>();
                        let mut some22 = match n2 % 4 {
                            3.. => {
                                n2 += (number(show(better(&x18, item)))) % 1000;
                                maybe(seed)
                            }
                            _ if seed % 2 == 0 => {
                                n2 += n2 % 1000;
                                maybe(keep(seed))
                            }
                            n20 => {
                                let mut r21 = keep(pick(&x18));
                                maybe(n20)
                            }
                        };
                        let mut registry23 = open();
                    }
                    let mut cursor33 = cursor(&mut *item);
                }
                n16 => { log.note(pour(item, keep(choose(&x15, &x15, n2)))); }
            }
            let mut some34 = Some(x15);
            note(log, n2);
            note(log, couple.tag);
            note_all(log, &all1);
            Some::<Item>(grow(keep(keep(make(27))), eat(make(couple.tag))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_108", total: false, run: via, draw };
}

pub mod pipeline_109 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, couple: Pair, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Option<()> {
            let mut all1 = vec![make(couple.tag), derive(&couple.right, seed), Item::new(inner(seed, &state.left))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut some3 = Some(risky(state.count));
            let mut x4 = { let k = (if let Some(it) = &some3 { peek(it) } else { 1 }); make(k + 1) };
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            let mut some5 = Some(if couple.tag % 3 == 0 { couple.right } else { exchange(&mut state.right, grow(couple.left, couple.tag)) });
            let lease6 = lease(&x4);
            let mut x7 = sip(feed).expect("oracle: dry");
            x7 = fuse(x7, derive(&state.right, state.count));
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_109", total: false, run: via, draw };
}

pub mod pipeline_110 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, mut given: Item)] [Result<(), Fault>] {
            let mut all1 = vec![make(45)];
            let mut feed2 = spout(number(seed));
            let mut n3 = seed;
            'a4: for mut x5 in all1.into_iter().rev() { continue; }
            if same(&given, &given) {
                { let (mut x6, x7) = unpair(pair(make(n3), given)); }
                let Pair { left: mut x8, tag: mut n9, right: _ } = keep(keep(pair(make(5), make(7))));
            }
            let pair39 = match n3 % 4 {
                1 | 3 => {
                    'a20: for mut n21 in 0..3 {
                        let mut seed = {
                            bump(keep(inner_step(&mut *item, log, n21)), peek(&make(6)));
                            fuse(exchange(&mut *item, derive(&make(44), seed)), derive(&make(9), 38))
                        };
                        for mut n22 in 0..3 {
                            let Some(x23) = maybe(n21) else { return Err::<(), Fault>(Fault::new(41)); };
                            bump(&mut seed, n22);
                        }
                        let mut x25 = if n21 % 3 == 0 {
                            let mut all24: Vec<Item> = (0..2u64).filter_map(|it| maybe(number(it))).collect();
                            keep(seed)
                        } else { derive(&*item, n3) };
                    }
                    pair(Item::new(n3), fuse(try_make(seed)?, maybe(n3).expect("oracle: none")))
                }
                2 => {
                    log.note(n3);
                    match ((if eat(make(22)) > 100 && n3 % 2 == 0 { n3 } else { pour(&mut *item, &make(24)) })) % 4 {
                        3.. => {
                            if n3 % 5 == 2 && (n3 % 3 == 0) { return Ok::<(), Fault>(()); }
                            let mut view27: View<'_> = first(&*item, pick(&make(10)));
                            let mut some29 = match *amount % 4 {
                                1 | 3 => {
                                    *amount |= release(lease(view27.item));
                                    maybe(apply(|k: u64| k + n3, seed))
                                }
                                2 => {
                                    note(log, exchange(&mut n3, seed));
                                    maybe(*amount)
                                }
                                n28 => { maybe(n3) }
                            };
                        }
                        2 => {
                            let mut log = vec![make(*amount)];
                            let some33 = match (show(better(&make(39), &make(28)))) % 4 {
                                0 => {
                                    let boxed31 = Box::new(keep(grow(keep(make(48)), *amount)));
                                    maybe(seed)
                                }
                                2 => {
                                    enlist(&mut log, keep(inner_grow(derive(&*item, n3), compare(&make(46), &*item))?));
                                    maybe(41)
                                }
                                _ => {
                                    let Pair { left: seed, tag: n32, right: _ } = keep(pair(grow(make(10), seed), maybe(n3).expect("oracle: none")));
                                    maybe(n32)
                                }
                            };
                            let mut n34: u64 = peek(&*item);
                        }
                        _ => {
                            let n35: u64;
                            match try_make(n3) {
                                Ok(mut x36) => {
                                    note(log, 49);
                                    n35 = n3;
                                }
                                Err(Fault { evidence: x37, .. }) => {
                                    let mut registry38 = open();
                                    return Err::<(), Fault>(Fault::new(21));
                                }
                            }
                        }
                    }
                    pair(grow(grow(make(32), n3), seed % 100), keep(grow(make(30), n3)))
                }
                _ => { pair(try_make(n3)?, grow(inner_grow(make(31), n3)?, n3)) }
            };
            let mut registry45 = open();
            let mut registry47 = open();
            let mut k48: u64 = 0;
            'a49: while k48 < 1 && (total(&registry47) < 400) {
                k48 += 1;
                let mut x50: Item = grow(grow(keep(make(8)), pair39.tag), k48);
            }
            note(log, k48);
            note(log, pair39.tag);
            note_item(log, &pair39.right);
            note_item(log, &pair39.left);
            note_rest(log, &feed2);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_110", total: false, run: via, draw };
}

pub mod pipeline_114 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, given: Item, basket: &mut Vec<Item>) -> Result<(u64, Item), Failure> {
            let mut all1 = vec![derive(&state.right, pour(&mut *item, &given)), given, derive(item, seed)];
            let mut feed2 = spout(look(&first(item, source)));
            let mut some3 = Some(try_make(number(state.right.add(state.count)))?);
            let mut n4 = keep(state.count);
            let mut n27: u64 = match *amount % 4 {
                0..=1 => {
                    n4 += (eat(fuse(keep(make(21)), maybe(state.count).ok_or_else(|| Fault::new(21))?))) % 1000;
                    (all1.iter().map(|it| peek(it)).sum::<u64>() % 1000)
                }
                2 => {
                    let x12 = if n4 > 100 && (close(cursor(&mut state.left))) % 2 == 0 {
                        let all1: u64 = if (eat(unwrap_or_make(some3, 48))) % 3 == 0 { *amount } else { show(keep(first(item, &state.right))) };
                        for mut n10 in 0..1 {
                            let all11 = vec![try_make(state.count)?, keep(try_make(n4)?)];
                        }
                        derive(&state.left, ((seed ^ all1) + seed))
                    } else { exchange(&mut state.right, make(eat(make(25)))) };
                    keep(exchange(&mut n4, state.count))
                }
                _ => {
                    if let Some(r13) = &some3 {
                        let x14;
                        match try_make(state.count) {
                            Ok(mut x15) => { x14 = try_make(state.count)?; }
                            Err(Fault { evidence: x16, .. }) => { x14 = grow(keep(derive(&x16, n4)), n4); }
                        }
                        let mut n18: u64 = match eat(make(n4)) % 4 {
                            1 | 3 => { n4 }
                            2 => {
                                let state = (n4 + *amount);
                                state
                            }
                            _ => { try_bump(item, seed)? }
                        };
                        let mut x19 = x14;
                    } else {
                        let n24 = 'a22: {
                            let x23: Item = fuse(unwrap_or_make(some3, n4), try_grow(derive(&state.right, state.count))?);
                            state.count
                        };
                        let n25 = exchange(&mut n4, eat(std::mem::replace(&mut state.left, make(6))));
                        let x26 = sip(&mut feed2).expect("oracle: dry");
                    }
                    bump(item, (*amount % 100 | pour(&mut state.right, &state.left)));
                    state.count
                }
            };
            let Some(mut x28) = maybe(n4) else { return Ok::<(u64, Item), Failure>(((n27 ^ seed), fuse(make(9), make(32)))); };
            let Some(mut x29) = maybe((n27 | seed)) else { return Ok::<(u64, Item), Failure>((n4, risky(*amount))); };
            Ok::<(u64, Item), Failure>((n4, grow(x29, (x28.get()))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_114", total: false, run: via, draw };
}

pub mod pipeline_115 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, given: Item, couple: Pair, basket: &mut Vec<Item>) -> (u64, Item) {
            let mut numbers1: Vec<u64> = Vec::new();
            let mut n2 = couple.tag;
            let mut x3 = exchange(item, couple.left);
            {
                let x4 = make(state.count);
                note(log, couple.tag);
                if seed < 400 {
                    let mut k5: u64 = 0;
                    let mut x7 = loop {
                        k5 += 1;
                        if k5 > 1 { break x4; }
                        let view6 = view(&*item);
                        step(state, k5);
                    };
                } else { for n8 in 0..2 { break; } }
            }
            x3 = grow(x3, peek(&state.right));
            if peek(&risky(40)) < 400 {
                match try_make(eat(given)) {
                    Ok(mut x10) => {
                        let mut log = keep(pair(if n2 > 100 && couple.tag % 2 == 0 { make(15) } else { x3 }, derive(&x10, seed)));
                        let mut n12 = peek(&state.right);
                    }
                    Err(Fault { evidence: x11, .. }) => {
                        step(state, couple.tag);
                        let mut x14 = make(state.left.add((5 | couple.tag)));
                    }
                }
                for mut n15 in 0..1 {
                    state.count += (maybe_number(peek(&state.left)).expect("oracle: none")) % 1000;
                    bump(keep(keep(item)), tick(&mut n15));
                    let (x16, ledger) = split(unwrap_or_make(maybe(seed), eat(couple.right)));
                    break;
                }
                assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
                if n2 > 100 && (apply(move |k: u64| k + n2, n2)) % 2 == 0 {
                    let _guard17 = keep(make(place(log)));
                    numbers1.push((if couple.tag % 3 == 0 { seed } else { close(cursor(&mut state.right)) }));
                    basket.push(_guard17);
                } else {
                    if let Some(mut x18) = maybe(n2) {
                        let mut registry19 = open();
                        let mut x20 = keep(x18);
                    }
                }
            } else {
                for mut n21 in 0..3 {
                    n2 += state.count % 1000;
                    let mut cursor22 = cursor(&mut x3);
                }
                let mut x29 = match maybe(close(cursor(item))) {
                    Some(x24) if peek(&x24) % 3 == 1 => {
                        let mut all25 = vec![make(x24.into_number()), grow(x3, compare(&given, &state.right)), given];
                        couple.right
                    }
                    Some(x23) => { std::mem::replace(&mut x3, given) }
                    _ => {
                        let mut x26 = make(eat(couple.right));
                        let mut k27: u64 = 0;
                        let x28 = loop {
                            k27 += 1;
                            if k27 > 1 { break x26; } continue; };
                        keep(derive(&x28, exchange(&mut state.count, n2)))
                    }
                };
                let mut some30 = maybe((((seed + n2)) % 100) % 100);
            }
            numbers1.push(close(cursor(&mut state.right)));
            let n31: u64 = show(narrow(view(&state.right), (format!("{:?}", state.left).len() as u64)));
            note(log, n31);
            note(log, n2);
            note_item(log, &state.right);
            note_item(log, &state.left);
            note_sum(log, &numbers1);
            (couple.tag, exchange(&mut state.right, make(n2)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_115", total: false, run: via, draw };
}

pub mod pipeline_118 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, feed: &mut Feed, crowd: &'s [Item]) -> Option<u64> {
            let mut all1 = vec![fuse(fuse(make(33), make(48)), maybe(state.count)?), derive(&state.right, apply(|k: u64| k + seed, seed)), derive(&state.left, (state.count + seed))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut n3 = state.count;
            let mut all4 = all1.iter().skip(1).map(|it| derive(it, peek(&state.right))).collect::<Vec<_>>();
            numbers2.push(look(&view(&state.right)));
            let mut m5 = pick_mut(item);
            let mut x13 = 'a6: {
                for (i8, x7) in all4.into_iter().enumerate() { let n9 = i8 as u64; continue; }
                all1.iter().enumerate().map(|(_, it)| it).for_each(|it| note(log, peek(it)));
                for mut r10 in &all1 {
                    let mut n11: u64 = show(better(&state.right, keep(r10)));
                    let mut r12 = choose(&state.right, &state.right, peek(&state.left));
                    n3 ^= (peek(&derive(&state.right, n3))) % 1000;
                }
                break 'a6 grow(exchange(&mut *m5, grow(make(3), n3)), n3);
            };
            {
                let n23: u64 = match all1.pop() {
                    Some(x14) => {
                        let mut view16 = keep(keep(view(&state.left)));
                        *amount
                    }
                    None => {
                        'a17: for mut n18 in 0..3 { x13 = fuse(x13, unwrap_or_make(maybe(state.count), n18)); }
                        match maybe(state.count) {
                            Some(x19) => {
                                let mut shelf21 = shelf();
                                return Some::<u64>(step(state, n3));
                            }
                            None => {
                                numbers2.push(compare(&state.right, &state.right));
                                let mut numbers22 = all1.iter().enumerate().map(|(i, it)| derive(it, i as u64)).map(|it| eat(it)).collect::<Vec<u64>>();
                            }
                        }
                        compare(&x13, &state.right)
                    }
                };
                let boxed24 = Box::new(exchange(&mut *m5, exchange(&mut x13, grow(make(24), *amount))));
            }
            note(log, n3);
            note(log, state.count);
            note_item(log, &x13);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Some::<u64>(eat(x13))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, &mut lent.feed, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_118", total: false, run: via, draw };
}

pub mod pipeline_119 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, mut couple: Pair, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<View<'s>, Fault> {
            let mut some1 = maybe(couple.tag);
            let mut x2 = if (number(maybe_number(couple.tag).expect("oracle: none"))) < 400 { exchange(&mut couple.left, grow(couple.right, seed)) } else { couple.left };
            if couple.tag % 5 == 2 && (some1.is_some()) { return Ok::<View<'s>, Fault>(view(source)); }
            basket.push(derive(&risky(couple.tag), couple.tag));
            enlist(basket, keep(derive(&x2, couple.tag)));
            let some1 = &mut x2;
            let Pair { left: x3, tag: n4, right: _ } = keep(keep(pair(x2, make(39))));
            note(log, n4);
            note(log, couple.tag);
            note_item(log, &x3);
            Ok::<View<'s>, Fault>(better(source, source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_119", total: false, run: via, draw };
}

pub mod pipeline_120 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, mut given: Item, mut couple: Pair, crowd: &'s [Item]) -> (u64, Item) {
            let mut numbers1: Vec<u64> = Vec::new();
            let mut feed2 = spout(couple.tag);
            let mut x3 = keep(keep(if couple.tag % 2 == state.count % 2 { couple.left } else { couple.right }));
            given = grow(given, state.count);
            bump(&mut state.left, *amount);
            note(log, place(log));
            note(log, couple.tag);
            note(log, state.count);
            note_item(log, &x3);
            note_item(log, &given);
            note_sum(log, &numbers1);
            note_rest(log, &feed2);
            (eat(given), unwrap_or_make(maybe(state.count), apply(|k: u64| k ^ state.right.get() / 2, number(couple.tag))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)), &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_120", total: true, run: via, draw };
}

pub mod pipeline_121 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, source: &'s Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item]) -> Result<View<'s>, Fault> {
            let mut all1 = vec![unwrap_or_make(maybe(state.count), place(log))];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut feed3 = spout(show(first(&state.right, keep(source))));
            let mut n4 = eat(unwrap_or_make(maybe(state.count), peek(source)));
            let mut x5 = risky(n4);
            numbers2.push(show(narrow(view(source), compare(source, &state.left))));
            if state.count > 100 && (apply(|k: u64| k ^ x5.get() / 2, state.count)) % 2 == 0 {
                numbers2.push(count(&all1));
                let x7 = grow(x5, (keep(state.count) + state.count));
            } else { all1.into_iter().for_each(|it| note(log, eat(it))); }
            let x8;
            if peek(&state.right) > 100 && (try_bump(&mut state.right, state.count)?) % 2 == 0 {
                let mut view9 = narrow(view(&state.right), number(n4));
                for mut n10 in 0..3 { continue; }
                x8 = { let k = maybe_number(state.count).expect("oracle: none"); make(k + 1) };
            } else {
                for mut n11 in 0..seed % 4 {
                    let mut n12 = (0..2u64).rev().map(|it| number(it)).sum::<u64>();
                }
                let mut n13 = crowd.iter().map(|it| peek(it)).sum::<u64>();
                note(log, peek(&state.right));
                x8 = grow(derive(choose(&state.right, &state.right, n13), n4), (format!("{:?}", state.right).len() as u64));
            }
            let mut some14 = maybe(state.count);
            note(log, n4);
            note(log, state.count);
            note_item(log, &x8);
            note_item(log, &state.right);
            note_sum(log, &numbers2);
            note_rest(log, &feed3);
            Ok::<View<'s>, Fault>(narrow(narrow(view(source), state.count), (format!("{:?}", x8).len() as u64)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &lent.source, &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_121", total: false, run: via, draw };
}

pub mod pipeline_122 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, given: Item) -> Result<(), Fault> {
            let mut all1 = vec![given, fuse(make(seed), exchange(item, make(7)))];
            let mut n2 = seed % 100;
            n2 += n2 % 1000;
            let mut n3: u64 = 2;
            for n4 in 0..1 { return Ok::<(), Fault>(()); }
            if ((close(cursor(item)) | compare(&make(26), &make(3)))) % 2 == n3 % 2 { (0..1u64).take(2).for_each(|it| { number(it); }); } else { all1.push(try_grow(unwrap_or_make(maybe(n3), n2))?); }
            let x15 = if let Some(x6) = maybe(compare(keep(pick(&make(13))), pick(item))) && x6.get() % 2 == 0 {
                let mut shelf7 = shelf();
                'a8: for mut m9 in &mut all1 {
                    let (x11, mut x12) = split(grow(try_grow(make(24))?, n2 % 100));
                }
                try_grow(make((format!("{:?}", x6).len() as u64)))?
            } else {
                let (mut n2, mut x13) = unpair(pair(keep(make(4)), Item::new(n3)));
                let mut two14 = (risky((n3 | try_peek(&x13)?)), x13);
                assert_ne!(n3 % 8, 3, "oracle: guard 11");
                two14.0
            };
            note(log, n3);
            note(log, n2);
            note_item(log, &x15);
            note_all(log, &all1);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_122", total: false, run: via, draw };
}

pub mod pipeline_123 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, given: Item, feed: &mut Feed, basket: &mut Vec<Item>, crowd: &'s [Item])] [Result<(), Fault>] {
            let mut all1 = vec![derive(&state.left, state.count)];
            let mut numbers2: Vec<u64> = Vec::new();
            let mut x3 = unwrap_or_make(maybe((if state.count % 2 == state.count % 2 { *amount } else { state.count })), state.count);
            let mut k4: u64 = 0;
            let mut n5 = loop {
                k4 += 1;
                if k4 > 0 { break close(cursor(&mut state.left)); } let mut basket = (peek(&given) ^ k4); };
            let mut x8 = if let Some(x6) = maybe((format!("{:?}", x3).len() as u64)) { try_grow(inner_grow(x3, eat(x6))?)? } else {
                step(&mut *state, seed);
                let mut all7 = all1.iter().enumerate().map(|(i, it)| derive(it, i as u64)).map(|it| try_grow(it)).collect::<Result<Vec<_>, _>>()?;
                given
            };
            let x20 = 'a18: {
                if let Some(x19) = maybe(count(&all1)) { break 'a18 x19; }
                for i in 0..3 { x8 = grow(x8, i); }
                x8
            };
            all1.drain(..).take(2).for_each(|it| { eat(it); });
            let n21: u64 = try_bump(&mut state.right, state.count)?;
            feed.by_ref().skip(1).for_each(|it| { eat(it); });
            note(log, n21);
            note(log, n5);
            note_item(log, &x20);
            note_item(log, &state.right);
            note_all(log, &all1);
            note_sum(log, &numbers2);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed), &mut lent.feed, &mut lent.basket, &lent.crowd)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_123", total: false, run: via, draw };
}

pub const CASES: &[Case] = &[
    pipeline_0::CASE,
    pipeline_1::CASE,
    pipeline_2::CASE,
    pipeline_3::CASE,
    pipeline_5::CASE,
    pipeline_6::CASE,
    pipeline_7::CASE,
    pipeline_8::CASE,
    pipeline_9::CASE,
    pipeline_10::CASE,
    pipeline_11::CASE,
    pipeline_12::CASE,
    pipeline_14::CASE,
    pipeline_17::CASE,
    pipeline_18::CASE,
    pipeline_19::CASE,
    pipeline_20::CASE,
    pipeline_22::CASE,
    pipeline_23::CASE,
    pipeline_26::CASE,
    pipeline_29::CASE,
    pipeline_30::CASE,
    pipeline_31::CASE,
    pipeline_32::CASE,
    pipeline_33::CASE,
    pipeline_34::CASE,
    pipeline_35::CASE,
    pipeline_36::CASE,
    pipeline_37::CASE,
    pipeline_38::CASE,
    pipeline_39::CASE,
    pipeline_41::CASE,
    pipeline_42::CASE,
    pipeline_43::CASE,
    pipeline_44::CASE,
    pipeline_45::CASE,
    pipeline_46::CASE,
    pipeline_47::CASE,
    pipeline_48::CASE,
    pipeline_49::CASE,
    pipeline_50::CASE,
    pipeline_51::CASE,
    pipeline_52::CASE,
    pipeline_56::CASE,
    pipeline_57::CASE,
    pipeline_58::CASE,
    pipeline_59::CASE,
    pipeline_60::CASE,
    pipeline_61::CASE,
    pipeline_62::CASE,
    pipeline_63::CASE,
    pipeline_64::CASE,
    pipeline_65::CASE,
    pipeline_66::CASE,
    pipeline_68::CASE,
    pipeline_69::CASE,
    pipeline_70::CASE,
    pipeline_71::CASE,
    pipeline_72::CASE,
    pipeline_73::CASE,
    pipeline_74::CASE,
    pipeline_75::CASE,
    pipeline_77::CASE,
    pipeline_78::CASE,
    pipeline_80::CASE,
    pipeline_81::CASE,
    pipeline_83::CASE,
    pipeline_85::CASE,
    pipeline_86::CASE,
    pipeline_87::CASE,
    pipeline_88::CASE,
    pipeline_91::CASE,
    pipeline_92::CASE,
    pipeline_94::CASE,
    pipeline_95::CASE,
    pipeline_96::CASE,
    pipeline_97::CASE,
    pipeline_98::CASE,
    pipeline_99::CASE,
    pipeline_100::CASE,
    pipeline_101::CASE,
    pipeline_102::CASE,
    pipeline_103::CASE,
    pipeline_104::CASE,
    pipeline_105::CASE,
    pipeline_106::CASE,
    pipeline_107::CASE,
    pipeline_108::CASE,
    pipeline_109::CASE,
    pipeline_110::CASE,
    pipeline_114::CASE,
    pipeline_115::CASE,
    pipeline_118::CASE,
    pipeline_119::CASE,
    pipeline_120::CASE,
    pipeline_121::CASE,
    pipeline_122::CASE,
    pipeline_123::CASE,
];
