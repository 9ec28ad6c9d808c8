//! Written by `generate.rs`: see `oracle.rs`.

use std::sync::Mutex;

use super::judge::{Case, Lent, Via, shown};
use super::tasks::*;
use super::values::{Failure, Fault, Item, Log, Pair, State, View};

pub mod pipeline_7 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, mut given: Item) -> Result<Item, Fault> {
            let mut lease1 = lease(&given);
            if seed % 5 == 2 && (same(&given, &given)) { return Ok::<Item, Fault>(risky(seed)); }
            let mut n2: u64 = (close(cursor(&mut *item)) | maybe_number((seed ^ seed)).expect("oracle: none"));
            let mut n3: u64 = seed;
            if n2 % 5 == 2 && ((1 % 100) > 100 && n3 % 2 == 0) { return Ok::<Item, Fault>(inner_grow(make(12), n2)?); }
            bump(keep(item), n2);
            let mut x4 = derive(&given, try_number(n3)?);
            log.note(apply(move |k: u64| k + seed, n3));
            let (x5, x6) = unpair(pair(derive(&given, n3), maybe(n2).ok_or_else(|| Fault::new(16))?));
            bump(&mut x4, n2);
            check(&x5)?;
            bump(&mut x4, compare(&x5, &given));
            let mut cursor7 = cursor(&mut x4);
            let Some(mut x8) = maybe(release(lease1)) else { return Ok::<Item, Fault>(grow(given, n3)); };
            let (x9, mut x10) = unpair(keep(pair(x4, x8)));
            Ok::<Item, Fault>(std::mem::replace(&mut x10, Item::new(try_bump(&mut given, *amount)?)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_7", total: false, run: via, draw };
}

pub mod pipeline_8 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, mut given: Item) -> u64 {
            let mut x1 = maybe(given.add(seed)).expect("oracle: none");
            let Pair { left: mut x1, tag: mut log, .. } = keep(keep(pair(x1, given)));
            let mut x1 = x1;
            let (x2, x3) = unpair(pair(make(log), fuse(x1, make(26))));
            let m4 = item;
            bump(&mut *m4, log);
            let mut some6 = maybe(exchange(&mut log, (number(seed) + seed)));
            let view7 = View { item: &x3, salt: 3 };
            let mut pair8 = Pair { left: x3, right: risky(log), tag: 4 };
            some6 = Some(x2);
            bump(&mut *m4, (match some6 { Some(it) => peek(&it), None => seed }));
            let mut pair10 = keep(pair(grow(pair8.left, log), grow(pair8.right, log)));
            pair8.right = grow(grow(grow(pair10.right, pair8.tag), pair10.left.add(pair10.tag)), pair8.tag);
            let mut x11 = pair8.right;
            assert!(((pair8.tag | seed)) > 100 && log % 2 == 0 || pair8.tag % 4 != 1, "oracle: guard 11");
            bump(&mut *m4, tick(&mut pair8.tag));
            pair8.tag
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_8", total: false, run: via, draw };
}

pub mod pipeline_9 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, mut couple: Pair) -> Result<(u64, Item), Fault> {
            couple.tag |= couple.tag;
            if same(&couple.right, &maybe((*amount + couple.tag)).expect("oracle: none")) { note(log, couple.tag); } else { log.note(couple.tag); }
            let (m1, mut m2) = parts(&mut couple);
            let mut all3 = vec![try_make(weigh(&couple))?, maybe(eat(couple.right)).ok_or_else(|| Fault::new(14))?];
            let mut some4 = maybe(couple.tag);
            let (mut x5, mut x6) = unpair(pair(keep(couple.left), if *amount < 400 { make(20) } else { make(30) }));
            let mut some7 = maybe(apply(|k: u64| k + couple.tag, seed));
            std::mem::drop(item);
            let mut cursor8 = cursor(&mut x6);
            assert_ne!(seed % 8, 3, "oracle: guard 89");
            let mut pair9 = Pair { left: unwrap_or_make(maybe(couple.tag), pour(&mut x6, &x5)), right: fuse(exchange(&mut x5, try_grow(make(2))?), Item::new(number(seed))), tag: 4 };
            *amount ^= compare(&x6, &pair9.left);
            let m1 = |k: u64| k ^ pair9.left.get() / 2;
            assert!(pair9.tag % 6 != 2, "oracle: guard {}", pair9.tag);
            note_item(log, keep(choose(&pair9.left, &x6, couple.tag)));
            Ok::<(u64, Item), Fault>((couple.tag, pair9.left))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_9", total: false, run: via, draw };
}

pub mod pipeline_10 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64) -> u64 {
            let mut x1 = keep(make(state.count));
            for i in 0..2 { state.right.add(i); note(log, peek(&state.right)); }
            let mut shelf2 = shelf();
            state.count |= state.count;
            let _guard3 = span(log, state.count);
            if state.count % 5 == 2 && (state.count % 2 == *amount % 2) { return (format!("{:?}", x1).len() as u64); }
            let all4 = vec![grow(make(state.count), (seed | state.count)), x1];
            let mut f5 = |k: u64| { state.count += k; state.count };
            let mut boxed6 = Box::new(Item::new(exchange(amount, step(state, seed))));
            let mut n7 = state.count;
            let mut all8 = vec![derive(&boxed6, seed), risky(state.count), maybe(state.count % 100).expect("oracle: none")];
            let (mut x9, mut x10) = unpair(keep(pair(make(29), make(45))));
            for i in 0..1 { bump(&mut x10, i); }
            x9 = x9;
            bump(&mut state.right, survey(&shelf2));
            if state.count % 5 == 2 && (same(part(&first(source, &x9)), &state.right)) { return state.count; }
            n7
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_10", total: false, run: via, draw };
}

pub mod pipeline_11 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64) -> (u64, Item) {
            let mut view1 = view(&state.right);
            let mut x2 = keep(keep({ let k = state.count; make(k + 1) }));
            let mut ledger = vec![x2, keep(maybe(seed).expect("oracle: none")), keep(exchange(&mut state.left, make(40)))];
            bump(&mut state.right, state.left.add(sum(ledger)));
            let _guard3 = exchange(&mut state.right, risky(state.left.add(seed)));
            let mut m4: &mut Item = &mut state.right;
            let mut some5 = maybe(show(first(m4, &_guard3)));
            (state.count, _guard3)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_11", total: false, run: via, draw };
}

pub mod pipeline_12 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, item: &mut Item, mut given: Item) -> Result<u64, Fault> {
            let mut two1 = unpair(pair(make(31), given));
            let (given, x2) = split(two1.1);
            let mut two1 = &mut *item;
            let mut n3: u64 = inner(release(lease(&given)), &x2);
            let x4 = make(eat(fuse(x2, given)));
            bump(&mut *two1, 32);
            Ok::<u64, Fault>(eat(keep(try_grow(x4)?)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_12", total: false, run: via, draw };
}

pub mod pipeline_14 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64) -> Option<u64> {
            if seed % 5 == 2 && ((inner(inner(*amount, &make(13)), keep(keep(source)))) > 100 && seed % 2 == 0) { return None::<u64>; }
            let mut some1 = maybe(seed);
            let seed = 35;
            let mut two2 = split(derive(&make(39), seed));
            let mut n3 = maybe_number(peek(&two2.1))?;
            let _guard4 = two2.1;
            bump(&mut two2.0, n3);
            if n3 % 5 == 2 && ((eat(derive(&_guard4, seed))) % 3 == 0) { return Some::<u64>(n3); }
            let Pair { left: x5, tag: n6, .. } = keep(keep(pair(make(34), _guard4)));
            let mut n7 = n3;
            let cursor8 = cursor(&mut two2.0);
            let mut x9: Item = if some1.is_some() { two2.0 } else { Item::new(29) };
            Some::<u64>(inner(seed, &x9))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &lent.source, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_14", total: false, run: via, draw };
}

pub mod pipeline_15 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, amount: &mut u64, given: Item, couple: Pair) -> Option<Item> {
            let mut x1 = couple.left;
            note(log, (maybe_number(seed)? + state.count));
            let x2 = risky(exchange(&mut state.count, compare(&state.right, &x1)));
            let mut n3: u64 = couple.tag;
            Some::<Item>(keep(exchange(&mut state.right, keep(x2))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_15", total: false, run: via, draw };
}

pub mod pipeline_16 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, amount: &mut u64, mut given: Item, mut couple: Pair) -> Result<u64, Fault> {
            let state = pick_mut(&mut couple.right);
            couple.tag |= try_number(couple.tag)?;
            let Pair { left: ref r1, right: ref mut m2, .. } = couple;
            let Pair { left: ref r3, right: ref mut m4, .. } = couple;
            let mut x5 = unwrap_or_make(maybe(place(log)), try_bump(&mut given, couple.tag)?);
            std::mem::drop(couple);
            let (x6, x7) = unpair(keep(pair(x5, given)));
            assert_ne!(seed % 8, 3, "oracle: guard 19");
            Ok::<u64, Fault>(release(keep(lease(&x7))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_16", total: false, run: via, draw };
}

pub mod pipeline_17 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64) -> (u64, Item) {
            let (mut x1, x2) = unpair(pair(derive(source, seed), derive(source, seed)));
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            let mut registry3 = open();
            (release(lease(&x1)), x2)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number)))
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
            let mut x1 = derive(&make(19), eat(exchange(&mut *item, make(5))));
            for i in 0..2 { x1.add(i); note(log, peek(&x1)); }
            let lease2 = keep(keep(lease(&x1)));
            let mut x3 = derive(item, show(view(&x1)));
            let mut log = lease(item);
            let mut x4 = risky(pour(&mut x3, &x1));
            let n5: u64 = seed;
            let some8 = Some(make(x4.into_number()));
            if seed % 5 == 2 && ((eat(keep(fuse(x3, make(13))))) % 2 == n5 % 2) { return grow(make(46), *amount); }
            let mut boxed9 = Box::new(grow(make(*amount), *amount));
            let x10 = make(close(cursor(&mut *boxed9)));
            make(seed)
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
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, couple: Pair) -> Result<(u64, Item), Fault> {
            let mut m1 = pick_mut(keep(inner_step(&mut state.right, log, couple.tag)));
            let (mut view2, view3) = halves(&couple);
            let mut f4 = |k: u64| { state.count += k; state.count };
            let registry5 = open();
            let Pair { left: mut x6, tag: n7, right: _ } = keep(keep(couple));
            let mut n8 = (eat(if state.count > 100 && seed % 2 == 0 { make(19) } else { x6 })) % 100;
            note_item(log, &state.right);
            let mut r9 = &state.right;
            for i in 0..3 { bump(&mut state.right, i); }
            r9 = source;
            let mut x10 = try_make(exchange(&mut n8, (n7 + state.count)))?;
            for i in 0..2 { bump(&mut x10, i); }
            let mut shelf11 = shelf();
            Ok::<(u64, Item), Fault>((n7, risky(n7)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_19", total: false, run: via, draw };
}

pub mod pipeline_20 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, amount: &mut u64, mut couple: Pair) -> Option<()> {
            let (mut m1, mut m2) = parts(&mut couple);
            let mut couple = maybe(exchange(&mut couple.tag, peek(&couple.right)))?;
            let (x3, ledger) = unpair(keep(pair(couple, make(8))));
            let f4 = |k: u64| k + seed;
            let mut registry5 = open();
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_20", total: false, run: via, draw };
}

pub mod pipeline_22 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, given: Item, mut couple: Pair) -> Option<u64> {
            let mut cursor1 = cursor(pick_mut(&mut state.left));
            log.note(state.count);
            let r2 = &couple.right;
            let mut m3: &mut Item = &mut state.left;
            let mut x4: Item = keep(unwrap_or_make(maybe(38), state.count));
            let _guard5 = span(log, couple.tag);
            let mut f6 = |k: u64| { couple.tag += k; couple.tag };
            let pair7 = keep(couple);
            Some::<u64>(state.count)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_22", total: true, run: via, draw };
}

pub mod pipeline_23 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, amount: &mut u64, given: Item) -> (u64, Item) {
            let (x1, mut x2) = unpair(pair(grow(make(24), seed), derive(&given, seed)));
            if (close(cursor(&mut x2))) < 400 { bump(pick_mut(&mut x2), eat(derive(&x1, seed))); }
            let mut amount = Box::new(derive(pick(&x2), number(compare(&x1, &x2))));
            let mut m3 = pick_mut(&mut x2);
            (seed, make(seed))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_23", total: true, run: via, draw };
}

pub mod pipeline_25 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, given: Item)] [Result<Item, Fault>] {
            let mut item = keep(view(&given));
            let mut ledger: u64 = seed;
            let mut n1 = (ledger | look(&item));
            if seed % 5 == 2 && (same(keep(keep(pick(&given))), keep(keep(choose(&given, &given, n1))))) { return Ok::<Item, Fault>(fuse(given, make(19))); }
            let (mut seed, mut x2) = split(given);
            let boxed3 = Box::new(inner_grow(grow(x2, n1), seed.add(seed.get()))?);
            let mut n4 = try_number(n1)?;
            let mut cursor5 = cursor(&mut seed);
            let view6 = view(&*boxed3);
            let mut boxed7 = Box::new(try_make(n4)?);
            Ok::<Item, Fault>(risky(n4))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.ledger, &mut lent.item, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_25", total: false, run: via, draw };
}

pub mod pipeline_26 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, source: &'s Item, mut couple: Pair) -> Option<View<'s>> {
            couple.right = unwrap_or_make(maybe(couple.tag), couple.tag);
            let mut some1 = Some(couple.right);
            let (x2, x3) = split(fuse(make(seed), risky(state.count)));
            let x4 = exchange(keep(pick_mut(&mut state.left)), derive(&state.right, compare(&couple.left, source)));
            for i in 0..3 { bump(&mut couple.left, i); }
            trade(&mut couple.left, item);
            couple = pair(exchange(&mut state.right, grow(x4, couple.tag)), maybe((format!("{:?}", x3).len() as u64))?);
            *item = make(state.count);
            let Pair { left: ref r5, right: ref mut m6, .. } = couple;
            let x7 = { let k = couple.tag; make(k + 1) };
            let mut f8 = |k: u64| { couple.tag += k; couple.tag };
            Some::<View<'s>>(narrow(first(keep(source), &x3), couple.tag))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_26", total: false, run: via, draw };
}

pub mod pipeline_27 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, amount: &mut u64, mut given: Item, couple: Pair) -> Item {
            let mut registry1 = open();
            log.note(couple.tag);
            let mut shelf2 = shelf();
            let (mut x3, x4) = split(exchange(&mut *item, grow(couple.left, state.count)));
            let mut n5: u64 = release(keep(lease(&x3)));
            let (mut x6, mut x7) = split(derive(&x3, *amount));
            let mut n8 = state.count;
            x4
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_27", total: true, run: via, draw };
}

pub mod pipeline_28 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, source: &'s Item, couple: Pair) -> (u64, Item) {
            let mut x1 = couple.right;
            let mut registry2 = open();
            if same(&x1, &x1) { bump(&mut x1, compare(&couple.left, &couple.left)); } else { stash(&mut registry2, &couple.left); }
            assert_ne!(seed % 8, 3, "oracle: guard 13");
            let mut m3: &mut Item = keep(pick_mut(&mut x1));
            let mut m4 = &mut x1;
            let mut m5: &mut Item = &mut x1;
            let mut x6 = keep(unwrap_or_make(maybe(couple.tag), couple.tag));
            let x7 = x1;
            let _guard8 = maybe(release(lease(&couple.left))).expect("oracle: none");
            let mut lease9 = lease(&couple.left);
            let couple = |k: u64| k ^ _guard8.get() / 2;
            (seed, unwrap_or_make(maybe((seed + seed)), seed))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_28", total: false, run: via, draw };
}

pub mod pipeline_29 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut couple: Pair) -> Result<u64, Fault> {
            let n1 = compare(&state.left, &couple.left);
            let mut n2: u64 = try_number(eat(couple.right))?;
            state.count |= (format!("{:?}", state.right).len() as u64);
            let mut pair3 = Pair { left: couple.left, right: derive(&state.right, tick(&mut n2)), tag: 4 };
            for i in 0..1 { pair3.right.add(i); note(log, peek(&pair3.right)); }
            assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
            let pair3 = derive(item, n2);
            let pair3: u64 = peek(&pair3);
            log.note(pour(item, &risky(n2)));
            let mut item = (derive(keep(choose(&state.right, &state.right, pair3)), pair3), exchange(inner_step(&mut *item, log, step(state, pair3)), keep(try_make(state.count)?)));
            std::mem::drop(item.1);
            let (x4, x5) = unpair(pair(maybe(*amount).expect("oracle: none"), maybe(*amount).ok_or_else(|| Fault::new(32))?));
            let mut x6 = unwrap_or_make(maybe(41), couple.tag);
            note(log, compare(keep(source), choose(&x4, &x6, pair3)));
            let view7 = keep(keep(view(&x5)));
            Ok::<u64, Fault>((if same(view7.item, pick(&x6)) { n2 } else { exchange(&mut state.count, n1) }))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_29", total: false, run: via, draw };
}

pub mod pipeline_30 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, given: Item) -> Result<View<'s>, Fault> {
            let Pair { left: mut x1, tag: mut n2, .. } = keep(pair(derive(source, seed), given));
            let mut n3: u64 = n2;
            let n4: u64 = n3;
            Ok::<View<'s>, Fault>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_30", total: true, run: via, draw };
}

pub mod pipeline_31 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item)] [Result<(u64, Item), Fault>] {
            let mut seed: Item = try_make(state.count)?;
            let n1: u64 = tick(&mut state.count);
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            let mut all2 = vec![{ let k = n1; make(k + 1) }, make(tick(&mut state.count))];
            std::mem::drop(item);
            let m3 = &mut state.right;
            let Pair { left: all2, tag: n4, right: _ } = keep(pair(try_make(n1)?, try_make(n1)?));
            let mut n4 = (seed, all2);
            let f5 = |k: u64| k ^ state.left.get();
            Ok::<(u64, Item), Fault>((n1, try_grow(n4.1)?))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source)))
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
            let _guard1 = grow(risky(seed % 100), (given.add(state.count) + given.into_number()));
            let mut pair2 = pair(make(state.count), risky((format!("{:?}", _guard1).len() as u64)));
            let _guard3 = span(log, seed);
            pair2.tag = peek(&pair2.left);
            log.note(pour(item, &pair2.right));
            let mut view4 = narrow(better(&pair2.left, &pair2.right), state.count);
            let two5 = (pair2.left, _guard1);
            let mut r6: &Item = pick(&two5.1);
            let mut m7: &mut Item = keep(keep(keep(item)));
            let (mut x8, mut x9) = split(grow(two5.1, state.count));
            let mut f10 = |k: u64| { pair2.tag += k; pair2.tag };
            bump(m7, exchange(&mut state.count, pair2.tag));
            let (x11, mut x12) = unpair(keep(pair(pair2.right, x8)));
            let mut n13: u64 = keep(state.count);
            bump(&mut *m7, release(lease(&x11)));
            grow(risky(pair2.tag), pair2.tag)
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
            let given = number(record(ledger, seed));
            let mut view2 = keep(first(source, &make(1)));
            let two3 = unpair(keep(pair(make(9), make(13))));
            let x4 = two3.1;
            let mut n5 = try_number(given)?;
            let view2 = maybe(((n5 | (format!("{:?}", x4).len() as u64)) + maybe_number(peek(&x4)).ok_or_else(|| Fault::new(2))?));
            Ok::<(u64, Item), Fault>((keep(release(lease(&x4))), x4))
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
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item, couple: Pair) -> (u64, Item) {
            let mut n1 = state.count;
            let view2 = view(&couple.right);
            let n3: u64 = number(seed);
            note(log, n3);
            let mut amount = shelf();
            let mut log = |k: u64| state.right.add(k);
            n1 ^= weigh(&couple);
            if n3 % 5 == 2 && (n3 % 3 == 0) { return (number(couple.tag), given); }
            let mut m4 = keep(keep(keep(item)));
            let mut some5 = maybe(couple.tag);
            let mut n6 = inner(n3, &grow(couple.left, n3));
            let n7 = couple.tag;
            let m8: &mut Item = m4;
            let mut two9 = (risky(show(view2)), make((if look(&view2) % 2 == state.count % 2 { (if same(view2.item, &couple.right) { n3 } else { n1 }) } else { n1 })));
            let mut lease10 = keep(lease(keep(source)));
            ((apply(|k: u64| k ^ couple.right.get() / 2, n1) ^ (if let Some(it) = &some5 { peek(it) } else { 1 })), exchange(m8, make(n7)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_34", total: false, run: via, draw };
}

pub mod pipeline_35 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, given: Item, couple: Pair) -> (u64, Item) {
            let n1: u64 = couple.tag;
            let mut cursor2 = cursor(item);
            let boxed3 = Box::new(maybe((format!("{:?}", couple.left).len() as u64)).expect("oracle: none"));
            let mut x4 = *boxed3;
            let m5: &mut Item = &mut x4;
            let mut shelf6 = shelf();
            let item = &mut x4;
            let n7 = show(keep(view(&couple.right)));
            (place(log), couple.right)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_35", total: false, run: via, draw };
}

pub mod pipeline_36 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, amount: &mut u64, mut couple: Pair) -> Result<View<'s>, Failure> {
            let mut cursor1 = cursor(item);
            for i in 0..3 { bump(&mut couple.left, i); }
            check(item)?;
            let mut view2 = view(&couple.right);
            Ok::<View<'s>, Failure>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_36", total: false, run: via, draw };
}

pub mod pipeline_37 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, source: &'s Item, mut given: Item, mut couple: Pair) -> View<'s> {
            let mut m1 = keep(keep(item));
            let mut two2 = split(maybe(state.count).expect("oracle: none"));
            let mut given = look(&view(source));
            let mut all3 = vec![unwrap_or_make(maybe(given), (if same(&two2.1, source) { couple.tag } else { state.count })), derive(&couple.right, pour(&mut *m1, &couple.right))];
            assert!(same(&make(couple.tag), &two2.1) || given % 4 != 1, "oracle: guard 53");
            let mut registry4 = open();
            let x5 = grow(two2.1, keep(given));
            for i in 0..3 { bump(&mut two2.0, i); }
            view(source)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_37", total: false, run: via, draw };
}

pub mod pipeline_38 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item, mut couple: Pair) -> u64 {
            let mut two1 = split(make(couple.tag));
            let m2 = keep(keep(keep(item)));
            let mut some3 = maybe(couple.tag % 100);
            let mut x4 = two1.0;
            let mut boxed5 = Box::new(two1.1);
            some3 = Some(fuse(maybe(couple.tag).expect("oracle: none"), make(couple.left.add(seed))));
            couple.tag |= couple.right.add(couple.right.get());
            let mut r6 = source;
            couple.tag ^= pour(&mut *m2, &x4);
            assert_ne!(couple.tag % 8, 3, "oracle: guard 33");
            let lease7 = keep(lease(r6));
            let mut f8 = |k: u64| k ^ couple.right.get() / 2;
            (format!("{:?}", couple.left).len() as u64)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_38", total: false, run: via, draw };
}

pub mod pipeline_39 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, amount: &mut u64, mut given: Item) -> Result<u64, Fault> {
            let mut shelf1 = shelf();
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            let mut n2: u64 = close(cursor(pick_mut(&mut given)));
            let mut shelf3 = shelf();
            let mut x4 = derive(&given, n2);
            n2 |= seed;
            let Pair { left: x5, tag: mut n6, .. } = pair(try_grow(try_make(n2)?)?, exchange(&mut x4, exchange(&mut given, make(42))));
            let (mut x7, mut x8) = split(x4);
            for i in 0..2 { bump(&mut x8, i); }
            Ok::<u64, Fault>(show(view(&x8)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_39", total: false, run: via, draw };
}

pub mod pipeline_40 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, amount: &mut u64, couple: Pair) -> u64 {
            let mut couple = shelf();
            let mut x1: Item = risky((*amount + state.count));
            state.right = grow(x1, state.count);
            let f2 = |k: u64| k ^ state.left.get() / 2;
            shelve(&couple, &state.right);
            let mut two3 = split(derive(&state.right, (format!("{:?}", state.left).len() as u64)));
            let (x4, mut x5) = unpair(pair(derive(&state.right, state.count), derive(&two3.1, *amount)));
            let mut cursor6 = cursor(&mut two3.1);
            let (mut two3, x7) = split(maybe(state.right.add(state.count)).expect("oracle: none"));
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            let lease8 = lease(&x7);
            two3 = maybe(state.count).expect("oracle: none");
            x5 = keep(maybe(keep(state.count)).expect("oracle: none"));
            let mut lease9 = lease(&state.left);
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            state.count
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_40", total: false, run: via, draw };
}

pub mod pipeline_41 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, item: &mut Item, amount: &mut u64, mut given: Item, mut couple: Pair) -> u64 {
            let f1 = |k: u64| k ^ couple.left.get() / 2;
            let Pair { left: x2, tag: mut n3, right: _ } = pair(risky((if couple.tag < 400 { couple.tag } else { couple.tag })), couple.right);
            if couple.tag % 5 == 2 && ((compare(&given, &fuse(couple.left, x2))) > 100 && release(keep(lease(&given))) % 2 == 0) { return n3 % 100; }
            if n3 % 5 == 2 && ((pour(item, &given)) % 3 == 0) { return 38; }
            let mut n4: u64 = n3;
            n3 = n4;
            n3 = n4;
            let mut registry5 = open();
            bump(&mut given, n3);
            let mut n4 = lease(&given);
            let mut n6 = keep(show(latest(&registry5, &given)));
            (eat(make(couple.tag)) + (n6 + pour(item, &given)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_41", total: false, run: via, draw };
}

pub mod pipeline_42 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, source: &'s Item, mut given: Item, mut couple: Pair) -> Result<u64, Fault> {
            let mut boxed1 = Box::new(couple.right);
            let mut boxed2 = Box::new(derive(&given, peek(&*boxed1)));
            let mut some3 = maybe(keep(couple.tag));
            let mut x4 = couple.left;
            let mut seed = (derive(&boxed1, seed), given);
            couple.tag |= show(better(pick(&seed.1), &state.left));
            let n5: u64 = tick(&mut couple.tag);
            let mut n6: u64 = n5;
            let mut pair7 = pair({ let k = try_bump(&mut seed.1, n6)?; make(k + 1) }, x4);
            trade(&mut pair7.left, &mut pair7.right);
            let lease8 = keep(keep(lease(&seed.0)));
            let mut lease9 = lease(&pair7.right);
            let shelf10 = shelf();
            Ok::<u64, Fault>(eat(pair7.left))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_42", total: false, run: via, draw };
}

pub mod pipeline_43 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, mut couple: Pair) -> Result<(u64, Item), Fault> {
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            log.note(((couple.right.get()) + state.count));
            let mut x1 = couple.right;
            let mut f2 = |k: u64| couple.left.add(k);
            Ok::<(u64, Item), Fault>((maybe_number((record(ledger, couple.tag)) % 100).ok_or_else(|| Fault::new(18))?, keep(x1)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_43", total: false, run: via, draw };
}

pub mod pipeline_44 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item, couple: Pair) -> View<'s> {
            let (view1, view2) = halves(&couple);
            state.count += couple.tag;
            let m3 = keep(pick_mut(&mut state.right));
            let _guard4 = lease(&couple.left);
            assert_ne!(state.count % 8, 3, "oracle: guard 35");
            let lease5 = keep(lease(view2.item));
            let mut boxed6 = Box::new(grow(risky(seed), compare(&*item, view1.item)));
            let mut f7 = |k: u64| state.left.add(k);
            let mut lease5 = Some(fuse(given, derive(&state.left, state.count)));
            lease5 = maybe(look(&view2));
            let (mut x8, mut x9) = unpair(pair(make(couple.tag), grow(make(22), state.count)));
            let mut all10 = vec![unwrap_or_make(maybe(state.count), (state.count ^ state.count)), x9, keep(x8)];
            let mut r11: &Item = &couple.left;
            first(source, &*boxed6)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_44", total: false, run: via, draw };
}

pub mod pipeline_45 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item) -> Result<View<'s>, Fault> {
            let mut all1 = vec![try_grow(fuse(make(21), make(28)))?, risky(try_bump(item, seed)?), keep(make(seed))];
            if seed % 5 == 2 && (((eat(try_grow(make(5))?) + seed)) < 400) { return Err::<View<'s>, Fault>(Fault::new(48)); }
            let mut m2: &mut Item = item;
            check(m2)?;
            let (mut x3, mut x4) = unpair(keep(pair(make(32), make(22))));
            let _guard5 = lease(&*m2);
            let mut pair6 = pair(risky(seed), Item::new(release(_guard5)));
            let mut x7 = try_make(pair6.tag)?;
            let mut x8: Item = x7;
            let n9: u64 = pair6.tag;
            let mut x10 = try_make((peek(&pair6.left) + apply(|k: u64| k ^ x4.get(), 47)))?;
            Ok::<View<'s>, Fault>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_45", total: false, run: via, draw };
}

pub mod pipeline_46 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>) -> (u64, Item) {
            let all2 = vec![derive(&make(7), (seed | seed)), grow(grow(make(33), seed), place(log))];
            let Pair { left: x3, tag: mut n4, .. } = keep(pair({ let k = 5; make(k + 1) }, derive(&make(7), seed)));
            let (mut x5, n4) = split(make(n4));
            bump(&mut x5, count(&all2));
            let mut two6 = (derive(&n4, seed), derive(&n4, seed));
            let shelf7 = shelf();
            std::mem::drop(all2);
            if seed % 5 == 2 && (same(&two6.0, &n4)) { return (peek(&two6.1), make(seed)); }
            (seed, x5)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger)))
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
            let x1;
            x1 = derive(&make(32), eat(if seed % 2 == seed % 2 { make(24) } else { make(40) }));
            log.note(keep(seed));
            log.note(seed);
            let mut all3 = vec![x1, make(eat(make(9)))];
            let x4;
            x4 = derive(&make(6), eat(make(seed)));
            log.note(seed);
            let mut n5 = peek(&x4);
            let mut f6 = |k: u64| k ^ x4.get();
            let n7: u64 = inner(seed, &x4);
            let mut view8 = keep(view(&x4));
            let mut f9 = |k: u64| { n5 += k; n5 };
            n5 ^= (format!("{:?}", x4).len() as u64);
            n5 += *amount;
            *amount ^= release(keep(lease(view8.item)));
            Some::<u64>((if n7 % 2 == peek(view8.item) % 2 { n7 } else { maybe_number(n7)? }))
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
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, amount: &mut u64) -> Result<(), Fault> {
            let mut shelf1 = shelf();
            state.right = { let k = seed; make(k + 1) };
            let m2 = item;
            *amount = peek(&state.right);
            let mut m3 = &mut state.left;
            let n4 = state.count;
            let mut lease5 = lease(&state.left);
            let mut some6 = maybe(n4);
            shelve(&shelf1, &state.right);
            let mut some7 = maybe(*amount);
            let _ = make(n4);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_48", total: true, run: via, draw };
}

pub mod pipeline_49 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, amount: &mut u64, mut couple: Pair) -> Result<(), Fault> {
            let mut two1 = split(inner_grow(std::mem::replace(&mut couple.right, make(19)), (if seed % 3 == 0 { seed } else { seed }))?);
            let mut x2: Item = exchange(&mut two1.1, exchange(&mut two1.0, grow(couple.right, couple.tag)));
            let cursor3 = cursor(&mut two1.0);
            *amount |= maybe_number(couple.tag).expect("oracle: none");
            let x4 = x2;
            let mut all5 = vec![make(couple.tag)];
            if couple.tag % 5 == 2 && (same(&two1.0, &couple.left)) { return Ok::<(), Fault>(()); }
            let m6 = &mut two1.0;
            let Some(x7) = maybe(couple.tag) else { return Err::<(), Fault>(Fault::new(27)); };
            let mut n8 = *amount;
            let all9 = vec![inner_grow(inner_grow(x4, seed)?, keep(n8))?, try_grow(grow(make(21), n8))?, make(apply(|k: u64| k + n8, n8))];
            couple.right = two1.1;
            let n10 = couple.tag;
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_49", total: false, run: via, draw };
}

pub mod pipeline_50 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, given: Item, mut couple: Pair) -> Option<()> {
            let cursor1 = cursor(&mut couple.right);
            let mut seed = (fuse(grow(grow(couple.left, seed), eat(couple.right)), unwrap_or_make(maybe(couple.tag), tick(&mut couple.tag))), Item::new(seed));
            let (mut x2, mut x3) = unpair(pair(make(couple.tag), make(couple.tag)));
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_50", total: true, run: via, draw };
}

pub mod pipeline_51 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item) -> Item {
            let mut view1 = view(item);
            let view2 = view1;
            let Pair { left: x3, tag: mut n4, .. } = keep(pair(fuse(make(45), make(41)), risky(seed)));
            let (mut x5, mut x6) = unpair(keep(pair(x3, make(27))));
            let r7 = keep(choose(&x6, &*item, seed));
            note_item(log, &x6);
            let x8: Item = x6;
            let mut n9: u64 = peek(&*item);
            let mut r7 = seed;
            n9 += maybe_number(n4).expect("oracle: none");
            let mut all11 = vec![x8, x5, { let k = r7; make(k + 1) }];
            let n9: &Item = keep(pick(view2.item));
            let mut n12: u64 = eat(grow(maybe(n4).expect("oracle: none"), pour(&mut *item, &make(16))));
            let mut n13 = r7;
            derive(item, seed)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_51", total: false, run: via, draw };
}

pub mod pipeline_52 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, amount: &mut u64, couple: Pair) -> Option<()> {
            log.note(couple.tag);
            let mut f1 = |k: u64| k ^ couple.left.get();
            let mut cursor2 = cursor(pick_mut(&mut state.right));
            let n3 = couple.right.into_number();
            let mut boxed4 = Box::new(derive(&couple.left, state.count));
            let mut x5 = fuse(risky(*amount), fuse({ let k = couple.tag; make(k + 1) }, couple.left));
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_52", total: false, run: via, draw };
}

pub mod pipeline_56 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, mut given: Item) -> Result<(u64, Item), Fault> {
            for i in 0..2 { given = grow(given, i); }
            let n1 = (if same(&given, &given) { eat(derive(&given, seed)) } else { keep(seed) });
            let (x2, mut x3) = split(make(n1));
            let n4 = pour(&mut x3, &grow(x2, n1));
            let mut some5 = maybe(seed);
            let mut x6 = x3;
            let mut registry7 = open();
            let r8 = &x6;
            let shelf9 = shelf();
            let mut x10 = given;
            Ok::<(u64, Item), Fault>(((n1 | inner(seed, &x10)), x10))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_56", total: true, run: via, draw };
}

pub mod pipeline_57 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, source: &'s Item, amount: &mut u64, given: Item, mut couple: Pair) -> Result<Item, Failure> {
            std::mem::drop(given);
            *amount ^= couple.right.into_number();
            let n1 = pour(&mut couple.left, &grow(make(16), *amount));
            let mut n2 = compare(&couple.left, &couple.left);
            let (mut x3, mut x4) = split(risky(seed));
            let mut n5 = (if same(&x4, &couple.left) { release(lease(source)) } else { inner(exchange(&mut couple.tag, n2), &make(47)) });
            let mut pair6 = keep(keep(pair(couple.left, x4)));
            Ok::<Item, Failure>(maybe(show(view(source))).ok_or_else(|| Fault::new(18))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_57", total: false, run: via, draw };
}

pub mod pipeline_58 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, mut given: Item, mut couple: Pair) -> Option<()> {
            if couple.tag % 5 == 2 && (weigh(&couple) > 100 && seed % 2 == 0) { return None::<()>; }
            let mut m1: &mut Item = pick_mut(&mut given);
            let mut n2: u64 = compare(&couple.left, &state.right);
            let Some(mut x3) = maybe((given.get())) else { return None::<()>; };
            let mut n4 = seed;
            let mut all5 = vec![x3];
            let mut m1 = tick(&mut n2);
            let (mut x6, mut x7) = unpair(keep(couple));
            for i in 0..2 { bump(&mut x7, i); }
            bump(&mut x6, peek(&state.right));
            let x8: Item = x7;
            let mut view9 = narrow(view(&x6), show(first(&state.right, &x8)));
            let boxed10 = Box::new(unwrap_or_make(maybe(show(view9)), look(&view9)));
            let n11: u64 = m1;
            if seed % 5 == 2 && (same(&x8, &boxed10)) { return Some::<()>(()); }
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_58", total: false, run: via, draw };
}

pub mod pipeline_59 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item, amount: &mut u64, given: Item, mut couple: Pair) -> u64 {
            let m1: &mut Item = &mut couple.left;
            couple.tag = pour(&mut *item, &couple.left);
            assert!(keep(couple.tag) < 400 || couple.tag % 4 != 1, "oracle: guard 64");
            let mut x2 = grow(couple.left, peek(&couple.right));
            let mut m3: &mut Item = item;
            let mut m4 = &mut *m3;
            bump(m4, couple.tag);
            let mut n5: u64 = couple.tag;
            bump(&mut *m4, seed);
            let _ = grow(make(n5), release(lease(&given)));
            let (mut x6, x7) = unpair(pair(if n5 > 100 && couple.tag % 2 == 0 { x2 } else { couple.right }, maybe(n5).expect("oracle: none")));
            let mut x7 = &x7;
            couple.tag |= eat(grow({ let k = *amount; make(k + 1) }, (couple.tag | couple.tag)));
            let f8 = |k: u64| k + couple.tag;
            std::mem::drop(m4);
            let mut all9 = vec![fuse(derive(m3, n5), make(couple.tag)), if (inner(couple.tag, &x6)) < 400 { make(couple.tag) } else { keep(x6) }, grow(risky(couple.tag), n5)];
            keep(compare(&given, &given))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_59", total: false, run: via, draw };
}

pub mod pipeline_60 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item, couple: Pair) -> u64 {
            let mut x2: Item = couple.right;
            let mut registry3 = open();
            let x4 = if couple.tag < 400 { make(couple.tag) } else { maybe(x2.into_number()).expect("oracle: none") };
            let Pair { left: x5, tag: n6, right: _ } = keep(pair(risky(couple.tag), couple.left));
            let mut x7 = x5;
            if n6 < 400 { bump(&mut x7, compare(item, &x4)); } else { stash(&mut registry3, &x7); }
            let mut two8 = split(derive(pick(&x7), couple.tag));
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            let f9 = |k: u64| k ^ two8.1.get();
            stash(&mut registry3, &two8.1);
            stash(&mut registry3, &two8.0);
            let lease10 = lease(&x7);
            let mut shelf11 = shelf();
            let mut pair12 = pair(risky(couple.tag), risky(eat(make(44))));
            weigh(&pair12)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_60", total: false, run: via, draw };
}

pub mod pipeline_61 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, state: &mut State, amount: &mut u64, given: Item)] [Result<(), Fault>] {
            let m1 = &mut state.right;
            let mut m2 = &mut *m1;
            let view4 = better(m2, &given);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &mut lent.state, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_61", total: true, run: via, draw };
}

pub mod pipeline_62 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, mut couple: Pair) -> Option<u64> {
            let mut m1: &mut Item = keep(keep(item));
            let Pair { left: couple, tag: n2, .. } = pair(exchange(&mut couple.right, { let k = couple.tag; make(k + 1) }), make(seed));
            log.note(maybe_number(inner(n2, &couple))?);
            let Some(mut x3) = maybe((compare(source, &couple)) % 100) else { return Some::<u64>(place(log)); };
            let mut boxed4 = Box::new(make(n2));
            let mut m5 = &mut *m1;
            let mut all6 = vec![make(seed), risky(n2), if seed % 3 == 0 { *boxed4 } else { exchange(&mut x3, couple) }];
            let log = x3;
            let boxed7 = Box::new(log);
            bump(m5, inner(n2, &boxed7));
            let mut n8 = n2;
            let x9: Item = if eat(make(n8)) < 400 { derive(&*m5, seed) } else { unwrap_or_make(maybe(n8), n2) };
            let mut x9: u64 = 24 % 100;
            let mut x9: u64 = n2;
            Some::<u64>(n8)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_62", total: false, run: via, draw };
}

pub mod pipeline_63 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, source: &'s Item, amount: &mut u64, mut given: Item, mut couple: Pair) -> Result<Item, Failure> {
            let (mut x1, x2) = unpair(pair(derive(&couple.left, *amount), grow(make(47), seed)));
            assert_ne!(couple.tag % 8, 3, "oracle: guard 95");
            assert!(same(&x1, &grow(couple.left, apply(|k: u64| k + seed, couple.tag))) || couple.tag % 4 != 1, "oracle: guard 80");
            if couple.tag % 5 == 2 && ((compare(&couple.right, &x1)) % 3 == 0) { return Ok::<Item, Failure>(derive(&couple.right, *amount)); }
            let view3: View<'_> = first(&couple.right, &given);
            let mut cursor4 = cursor(&mut given);
            let mut m5 = pick_mut(&mut x1);
            couple.tag += (couple.tag + peek(&given));
            let mut cursor6 = cursor(&mut x1);
            let view7 = keep(view(&x1));
            let (mut x8, x9) = unpair(keep(pair(couple.right, given)));
            assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
            Ok::<Item, Failure>(maybe(try_number((seed + couple.tag))?).expect("oracle: none"))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_63", total: false, run: via, draw };
}

pub mod pipeline_64 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, amount: &mut u64, mut given: Item) -> u64 {
            let mut two1 = (maybe(peek(&state.right)).expect("oracle: none"), keep(derive(&state.left, state.count)));
            bump(&mut state.left, (two1.1.get()));
            trade(keep(inner_step(&mut given, log, *amount)), &mut two1.1);
            state.count += number(state.count);
            note_item(log, &two1.1);
            apply(|k: u64| k + seed, apply(|k: u64| k ^ two1.1.get(), state.count))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_64", total: false, run: via, draw };
}

pub mod pipeline_65 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item) -> Option<View<'s>> {
            let mut x1 = maybe(number(seed))?;
            assert_ne!(seed % 8, 3, "oracle: guard 65");
            *item = if (((if same(&x1, &given) { seed } else { seed }) + (seed + seed))) % 2 == ((seed + *amount % 100)) % 2 { x1 } else { grow(given, 42) };
            let mut view2 = first(source, &*item);
            let (mut x3, x4) = unpair(keep(pair(make(21), make(1))));
            let two5 = split(risky(seed));
            Some::<View<'s>>(view2)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_65", total: false, run: via, draw };
}

pub mod pipeline_66 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, mut given: Item, couple: Pair) -> Result<(u64, Item), Fault> {
            let mut couple = try_bump(inner_step(item, log, couple.tag), release(lease(&given)))?;
            for i in 0..3 { bump(&mut given, i); }
            note(log, compare(&given, &make(32)));
            note_item(log, item);
            let mut given = (given, fuse(unwrap_or_make(maybe(seed), couple), try_make(couple)?));
            let cursor1 = cursor(&mut given.1);
            assert_ne!(couple % 8, 3, "oracle: guard 73");
            Ok::<(u64, Item), Fault>((try_bump(&mut given.1, close(cursor(&mut *item)))?, given.0))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_66", total: false, run: via, draw };
}

pub mod pipeline_67 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, amount: &mut u64, couple: Pair)] [Result<(), Fault>] {
            let mut x1 = Item::new(state.count);
            state.count ^= peek(&keep(make(26)));
            assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
            bump(&mut state.right, tick(&mut *amount));
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_67", total: false, run: via, draw };
}

pub mod pipeline_68 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, amount: &mut u64, mut given: Item, mut couple: Pair) -> Item {
            let couple = open();
            let mut x1 = exchange(&mut state.right, given);
            let mut registry2 = open();
            let shelf3 = shelf();
            let mut n4: u64 = state.count;
            grow(risky((state.right.get())), x1.into_number())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_68", total: false, run: via, draw };
}

pub mod pipeline_69 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, amount: &mut u64, couple: Pair) -> Result<u64, Fault> {
            let mut two1 = (couple.right, make(release(lease(&couple.left))));
            let n2: u64 = tick(amount);
            let mut two3 = split(two1.1);
            let all4 = vec![risky(couple.tag)];
            let lease5 = lease(&two3.0);
            let mut lease6 = lease5;
            Ok::<u64, Fault>(n2)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_69", total: false, run: via, draw };
}

pub mod pipeline_70 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, amount: &mut u64) -> Option<(u64, Item)> {
            let (seed, mut x1) = split(derive(&make(41), (seed ^ seed)));
            std::mem::drop(x1);
            let x2: Item = seed;
            Some::<(u64, Item)>((keep(*amount), derive(&x2, compare(&x2, &x2))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_70", total: true, run: via, draw };
}

pub mod pipeline_71 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, mut given: Item, couple: Pair) -> Item {
            state.count = 22;
            bump(&mut given, couple.tag);
            bump(&mut given, seed);
            let mut seed = vec![given];
            let (mut x1, mut x2) = unpair(keep(keep(couple)));
            if state.count % 5 == 2 && (same(&x1, &state.left)) { return exchange(&mut x2, make(21)); }
            unwrap_or_make(maybe((seed.iter().map(|it| peek(it)).sum::<u64>() % 1000)), (compare(&x2, &x1) + state.count % 100))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_71", total: false, run: via, draw };
}

pub mod pipeline_72 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item) -> Result<(u64, Item), Fault> {
            note_item(log, keep(pick(&state.right)));
            for i in 0..3 { bump(&mut state.right, i); }
            let mut x1: Item = keep(derive(&state.left, seed));
            Ok::<(u64, Item), Fault>(((x1.get()), keep(try_grow(derive(&state.left, state.count))?)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_72", total: false, run: via, draw };
}

pub mod pipeline_73 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, couple: Pair) -> Result<(u64, Item), Fault> {
            state.count ^= pour(&mut state.right, &couple.right);
            let _ = std::mem::replace(&mut state.right, couple.right);
            let view1 = narrow(narrow(view(&couple.left), (if state.count < 400 { state.count } else { state.count })), (eat(make(15)) + (couple.tag | state.count)));
            let mut two2 = split(make(peek(&couple.left)));
            let view1 = &mut two2.1;
            state.count ^= compare(&state.left, &state.left);
            let mut seed = pair(two2.1, if eat(couple.left) % 2 == seed % 2 { make(couple.tag) } else { if state.count > 100 && seed % 2 == 0 { make(6) } else { two2.0 } });
            let mut boxed3 = Box::new(derive(&seed.right, inner(eat(make(47)), &seed.left)));
            let mut n4 = state.count;
            let Pair { left: ref r5, right: ref mut m6, .. } = seed;
            let r7 = choose(&seed.left, &*boxed3, n4);
            let (mut x8, mut x9) = split(seed.right);
            let mut x10 = make(keep(compare(&seed.left, &seed.left)));
            let mut n4 = keep(pick_mut(&mut x9));
            Ok::<(u64, Item), Fault>((seed.tag, if ((seed.tag | state.count)) % 2 == seed.tag % 2 { x10 } else { { let k = maybe_number(state.count).expect("oracle: none"); make(k + 1) } }))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_73", total: false, run: via, draw };
}

pub mod pipeline_74 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, mut couple: Pair) -> Result<(), Fault> {
            couple.tag += couple.right.into_number();
            log.note(compare(item, &couple.left));
            bump(&mut *item, couple.tag);
            let shelf1 = shelf();
            let shelf2 = shelf();
            let Some(mut x3) = maybe(couple.tag) else { return Ok::<(), Fault>(()); };
            couple.tag += couple.tag;
            if (apply(|k: u64| k + couple.tag, couple.tag)) > 100 && (compare(&x3, &x3)) % 2 == 0 { check(&*item)?; } else { log.note((apply(|k: u64| k + couple.tag, maybe_number(couple.tag).ok_or_else(|| Fault::new(38))?)) % 100); }
            let view5 = view(&*item);
            let two6 = (couple.left, keep(x3));
            let mut view7 = keep(view5);
            let mut f8 = |k: u64| { couple.tag += k; couple.tag };
            bump(item, apply(|k: u64| k ^ two6.1.get() / 2, number(couple.tag)));
            let boxed9 = Box::new(try_make((format!("{:?}", two6.1).len() as u64))?);
            let mut n10: u64 = couple.tag;
            let mut n11: u64 = n10;
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_74", total: false, run: via, draw };
}

pub mod pipeline_75 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, given: Item) -> Result<Item, Failure> {
            let mut n1: u64 = close(cursor(pick_mut(&mut state.right)));
            let some2 = maybe((n1 | keep((format!("{:?}", state.left).len() as u64))));
            let m3: &mut Item = &mut state.right;
            if state.count % 5 == 2 && (state.right.add(state.count) % 3 == 0) { return Ok::<Item, Failure>(try_grow(given)?); }
            let (mut x4, x5) = split(derive(&state.left, (44 ^ n1)));
            let mut shelf6 = shelf();
            let mut x7 = fuse(grow(exchange(item, make(6)), n1), fuse(x4, derive(&state.right, state.count)));
            for i in 0..2 { x7 = grow(x7, i); }
            let mut cursor8 = cursor(&mut *item);
            let mut two9 = unpair(keep(pair(x7, x5)));
            Ok::<Item, Failure>(maybe(keep(n1)).ok_or_else(|| Fault::new(24))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_75", total: false, run: via, draw };
}

pub mod pipeline_76 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item, amount: &mut u64, given: Item, mut couple: Pair)] [Option<View<'s>>] {
            let x1 = derive(&given, couple.tag);
            let mut n2 = state.count;
            let mut some3 = maybe(seed);
            let mut cursor4 = cursor(&mut state.left);
            let n5 = pour(&mut couple.left, &given);
            bump(&mut couple.left, couple.tag);
            let mut view6 = view(keep(pick(&x1)));
            Some::<View<'s>>(view(source))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.ledger, &mut lent.state, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_76", total: true, run: via, draw };
}

pub mod pipeline_77 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, amount: &mut u64, given: Item, couple: Pair) -> () {
            let given = unpair(pair(make(seed), grow(couple.left, couple.tag)));
            let (mut x1, mut x2) = unpair(keep(pair(given.0, couple.right)));
            let mut all3 = vec![maybe(eat(x2)).expect("oracle: none"), x1, keep(given.1)];
            let mut x1 = pair(keep(derive(&make(40), couple.tag)), make(seed));
            let mut r4 = &x1.right;
            *amount += seed;
            trade(&mut x1.right, &mut x1.left);
            log.note(couple.tag);
            let mut view5 = keep(narrow(first(&x1.right, &x1.left), pour(&mut x1.left, &x1.right)));
            assert!(x1.tag % 6 != 2, "oracle: guard {}", x1.tag);
            let Pair { left: x6, tag: mut n7, right: _ } = keep(pair(std::mem::replace(&mut x1.right, make(13)), keep(x1.right)));
            let mut x8 = derive(&make(x1.tag), eat(derive(&x6, couple.tag)));
            for i in 0..1 { x1.left = grow(x1.left, i); }
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_77", total: false, run: via, draw };
}

pub mod pipeline_78 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64) -> (u64, Item) {
            let pair1 = Pair { left: fuse(grow(derive(item, seed), seed), unwrap_or_make(maybe(seed), seed)), right: grow(make(seed), *amount), tag: 4 };
            let mut n3: u64 = (format!("{:?}", pair1.right).len() as u64);
            let mut x4 = fuse(pair1.right, if n3 % 2 == seed % 2 { derive(&pair1.left, n3) } else { fuse(pair1.left, make(15)) });
            (pair1.tag, grow(grow(exchange(&mut *item, x4), peek(item)), place(log)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_78", total: true, run: via, draw };
}

pub mod pipeline_79 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item, amount: &mut u64) -> Option<View<'s>> {
            let mut n1 = keep(*amount);
            let mut n1 = maybe(pour(item, keep(source)))?;
            let n3 = seed;
            let mut pair4 = pair(derive(choose(source, source, n3), 5), maybe(seed)?);
            let Some(x5) = maybe(pair4.tag) else { return None::<View<'s>>; };
            let mut n6: u64 = n3;
            let (m7, m8) = parts(&mut pair4);
            let mut x9 = grow(pair4.right, close(cursor(&mut n1)));
            Some::<View<'s>>(first(source, &x9))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_79", total: false, run: via, draw };
}

pub mod pipeline_80 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, source: &'s Item, given: Item) -> Item {
            let mut f1 = |k: u64| k ^ state.right.get() / 2;
            let mut r2 = choose(&state.right, source, show(better(&state.right, &state.left)));
            assert_ne!(state.count % 8, 3, "oracle: guard 39");
            let x3 = given;
            let shelf4 = shelf();
            let mut registry5 = open();
            let mut pair6 = pair(keep(fuse(x3, make(25))), grow(grow(make(9), state.count), seed));
            let r7 = &pair6.left;
            let view8: View<'_> = first(&state.left, &pair6.right);
            let _guard9 = pair6.right;
            derive(&std::mem::replace(&mut pair6.left, _guard9), release(lease(&pair6.left)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_80", total: false, run: via, draw };
}

pub mod pipeline_81 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, given: Item)] [Result<Item, Fault>] {
            let boxed1 = Box::new(grow(given, release(lease(&make(48)))));
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            let mut shelf2 = shelf();
            let mut x3: Item = make(42);
            let mut some4 = maybe(40);
            let mut n5 = survey(&shelf2);
            let mut view6: View<'_> = keep(keep(view(&x3)));
            let mut shelf7 = shelf();
            let (mut x8, x9) = unpair(pair(make(n5), inner_grow(x3, n5)?));
            Ok::<Item, Fault>(keep(inner_grow(make(n5), n5)?))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_81", total: false, run: via, draw };
}

pub mod pipeline_83 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, given: Item, mut couple: Pair) -> Result<(), Failure> {
            turn(&mut couple);
            let mut n1 = seed;
            let (mut m2, mut m3) = parts(&mut couple);
            assert!(couple.tag > 100 && (peek(&derive(&couple.right, n1))) % 2 == 0 || n1 % 4 != 1, "oracle: guard 34");
            let mut two4 = unpair(pair(couple.right, risky(n1)));
            log.note((n1 + n1));
            if couple.tag % 5 == 2 && (couple.tag < 400) { return Ok::<(), Failure>(()); }
            let mut view5 = keep(better(&given, item));
            let mut r6: &Item = choose(view5.item, &two4.0, n1);
            let some7 = maybe(eat(two4.1));
            Ok::<(), Failure>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_83", total: false, run: via, draw };
}

pub mod pipeline_84 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, source: &'s Item, amount: &mut u64, mut given: Item, mut couple: Pair) -> Result<View<'s>, Fault> {
            let _ = risky(place(log));
            *amount = couple.tag;
            note_item(log, &couple.right);
            let lease2 = lease(&couple.right);
            let mut n3: u64 = eat(couple.left);
            assert_ne!(n3 % 8, 3, "oracle: guard 24");
            let mut cursor4 = cursor(&mut given);
            Ok::<View<'s>, Fault>(first(source, &couple.right))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.source, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_84", total: false, run: via, draw };
}

pub mod pipeline_85 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, couple: Pair) -> Item {
            let mut shelf1 = shelf();
            let x2 = couple.right;
            let mut cursor3 = cursor(pick_mut(pick_mut(item)));
            let all4 = vec![x2, risky(eat(couple.left)), make(34)];
            let registry5 = open();
            if couple.tag % 3 == 0 { bump(item, compare(&make(12), &make(26))); }
            let x6 = derive(keep(pick(&make(27))), couple.tag);
            bump(item, (seed + sum(all4)));
            let r7 = keep(choose(&x6, &x6, (couple.tag ^ couple.tag)));
            let mut item = View { item: &x6, salt: 4 };
            let mut registry8 = registry5;
            x6
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_85", total: false, run: via, draw };
}

pub mod pipeline_86 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, given: Item, mut couple: Pair) -> () {
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            turn(&mut couple);
            couple.tag = (*amount ^ state.count);
            let Pair { left: ref r1, right: ref mut m2, .. } = couple;
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_86", total: false, run: via, draw };
}

pub mod pipeline_87 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, given: Item, mut couple: Pair) -> (u64, Item) {
            state.right = maybe(state.count).expect("oracle: none");
            turn(&mut couple);
            if seed % 5 == 2 && (same(&couple.right, choose(&couple.left, &couple.left, couple.tag))) { return (record(ledger, 1), couple.left); }
            let mut given: u64 = couple.tag;
            let (m1, m2) = parts(&mut couple);
            let mut x3: Item = { let k = couple.right.into_number(); make(k + 1) };
            let mut f4 = |k: u64| { given += k; given };
            let (mut x5, x6) = unpair(pair(grow(x3, given), couple.left));
            let mut n7: u64 = close(cursor(&mut x5));
            (maybe_number(eat(make(couple.tag))).expect("oracle: none"), keep(exchange(&mut state.left, make(given))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_87", total: false, run: via, draw };
}

pub mod pipeline_88 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, given: Item) -> Result<u64, Fault> {
            note_item(log, item);
            let mut m1 = pick_mut(&mut *item);
            let f3 = |k: u64| k ^ state.right.get();
            let x4 = inner_grow({ let k = state.count; make(k + 1) }, seed)?;
            let mut pair5 = Pair { left: given, right: x4, tag: 4 };
            Ok::<u64, Fault>(pair5.tag)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_88", total: false, run: via, draw };
}

pub mod pipeline_90 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log)] [Result<u64, Fault>] {
            let (x1, mut x2) = split(keep(derive(&make(1), seed)));
            let Pair { left: x3, tag: mut n4, right: _ } = keep(pair(x2, x1));
            let mut two5 = (derive(&x3, exchange(&mut n4, 42)), x3);
            let mut m6: &mut Item = &mut two5.1;
            check(&two5.1)?;
            let two5: &Item = &two5.0;
            let mut registry8 = open();
            let Pair { left: x9, tag: mut x1, right: _ } = pair(Item::new(n4), grow({ let k = seed; make(k + 1) }, (n4 + n4)));
            Ok::<u64, Fault>(seed)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_90", total: false, run: via, draw };
}

pub mod pipeline_91 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, item: &mut Item, mut given: Item, mut couple: Pair) -> Result<u64, Failure> {
            let mut f1 = |k: u64| k + couple.tag;
            couple.left = given;
            let mut all2 = vec![couple.right, grow(keep(couple.left), apply(&f1, 16))];
            *item = unwrap_or_make(maybe(maybe_number(seed).ok_or_else(|| Fault::new(10))?), maybe_number(couple.tag).ok_or_else(|| Fault::new(33))?);
            let n3: u64 = number((compare(item, &*item) + tick(&mut couple.tag)));
            let Some(mut x4) = maybe(n3) else { return Ok::<u64, Failure>(count(&all2)); };
            let log = close(cursor(item));
            Ok::<u64, Failure>(try_number(show(better(&x4, &x4)))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
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
            let mut n1 = couple.tag;
            let x2 = try_grow(couple.left)?;
            n1 = n1;
            let Pair { left: mut x3, tag: mut couple, right: _ } = keep(pair(x2, make(n1)));
            log.note(eat(derive(&x3, place(log))));
            assert_ne!(couple % 8, 3, "oracle: guard 79");
            let mut view4 = first(source, &x3);
            n1 = couple;
            check(choose(keep(source), &given, apply(|k: u64| k ^ x3.get(), n1)))?;
            let pair5 = keep(pair(x3, std::mem::replace(&mut given, make(49))));
            let mut m6: &mut Item = &mut *item;
            check(part(&view4))?;
            if (inner(pair5.tag, &given)) < 400 { log.note(weigh(&pair5)); }
            std::mem::drop(pair5);
            let Some(couple) = maybe(number(show(view4))) else { return Ok::<View<'s>, Failure>(first(source, source)); };
            let log = &mut given;
            Ok::<View<'s>, Failure>(view4)
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
        run [<'s>(seed: u64, log: &Log, state: &mut State, amount: &mut u64)] [Result<(u64, Item), Fault>] {
            let mut view1 = view(&state.right);
            let mut all2 = vec![maybe(place(log)).expect("oracle: none")];
            let mut registry3 = open();
            *amount = apply(|k: u64| k + state.count, *amount);
            let mut lease4 = keep(lease(&state.right));
            let mut m5: &mut Item = &mut state.left;
            let mut x6 = std::mem::replace(&mut state.left, try_make((if *amount % 2 == state.count % 2 { state.count } else { state.count }))?);
            x6 = make(state.count);
            for i in 0..1 { x6.add(i); note(log, peek(&x6)); }
            let m7 = keep(pick_mut(&mut x6));
            Ok::<(u64, Item), Fault>((show(view1), try_grow({ let k = seed; make(k + 1) })?))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.number)))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_94", total: false, run: via, draw };
}

pub mod pipeline_95 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, mut given: Item) -> Result<(), Fault> {
            for i in 0..2 { bump(&mut given, i); }
            let two1 = (make(maybe_number(number(seed)).ok_or_else(|| Fault::new(24))?), grow(given, (7 | seed)));
            let _guard3 = lease(&two1.0);
            let mut x4: Item = two1.1;
            let mut all5 = vec![exchange(&mut x4, inner_grow(make(28), seed)?), derive(&two1.0, apply(|k: u64| k ^ x4.get() / 2, seed)), std::mem::replace(&mut x4, fuse(make(15), make(27)))];
            let mut lease6 = keep(lease(&x4));
            let mut n7 = seed;
            let _guard8 = _guard3;
            n7 ^= (if n7 > 100 && sum(all5) % 2 == 0 { *amount } else { (format!("{:?}", x4).len() as u64) });
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_95", total: false, run: via, draw };
}

pub mod pipeline_96 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item, mut couple: Pair) -> Result<View<'s>, Fault> {
            let mut all1 = vec![couple.right, couple.left, grow(try_grow(make(44))?, 17)];
            let (x2, x3) = split(maybe(state.count).ok_or_else(|| Fault::new(13))?);
            let n4 = couple.tag;
            enlist(&mut all1, x2);
            let Pair { left: x5, tag: n6, right: _ } = pair(fuse(keep(x3), grow(make(10), n4)), try_grow(derive(&state.right, couple.tag))?);
            let mut x7 = maybe(state.right.add(try_number(seed)?)).ok_or_else(|| Fault::new(30))?;
            let view8 = narrow(view(&state.right), n6);
            let m10: &mut Item = &mut state.right;
            let mut m11: &mut Item = &mut state.left;
            let mut some12 = maybe(compare(&x5, &x7));
            Ok::<View<'s>, Fault>(keep(keep(view(source))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_96", total: false, run: via, draw };
}

pub mod pipeline_97 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, mut given: Item) -> (u64, Item) {
            let mut f1 = |k: u64| given.add(k);
            let mut m2: &mut Item = &mut state.left;
            let mut x3 = derive(&given, state.count);
            state.count |= peek(&state.right);
            if state.count % 5 == 2 && (state.count % 3 == 0) { return (inner(state.count, m2), grow(x3, state.count)); }
            bump(m2, state.count);
            bump(&mut given, eat(x3));
            std::mem::drop(given);
            let mut shelf4 = shelf();
            note(log, eat(make(state.count)));
            let shelf5 = shelf4;
            let x6 = keep(risky(state.count));
            let mut x7: Item = risky((state.count + eat(x6)));
            shelve(&shelf5, keep(choose(&state.right, &state.left, state.count)));
            let mut x8 = grow(x7, record(ledger, state.count));
            let (x9, x10) = split(x8);
            (state.count, grow(x10, state.count))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed))))
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
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            let (mut x1, mut seed) = split(derive(pick(&state.left), compare(source, &given)));
            let mut f2 = |k: u64| { state.count += k; state.count };
            let mut pair3 = pair(make(state.count), derive(&seed, state.count));
            if pair3.tag % 5 == 2 && (state.count > 100 && (exchange(&mut pair3.tag, tick(amount))) % 2 == 0) { return view(source); }
            let mut view4: View<'_> = better(&pair3.left, &pair3.left);
            let (mut view5, mut view6) = halves(&pair3);
            first(source, view6.item)
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
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, mut couple: Pair) -> (u64, Item) {
            let Pair { left: ref r1, right: ref mut m2, .. } = couple;
            for i in 0..3 { couple.left = grow(couple.left, i); }
            for i in 0..2 { bump(&mut couple.left, i); }
            let _guard3 = lease(&couple.right);
            let mut f4 = |k: u64| k ^ couple.right.get();
            let mut registry5 = open();
            let mut x6 = unwrap_or_make(maybe(seed), state.right.add(exchange(&mut couple.tag, state.count)));
            for i in 0..1 { couple.left = grow(couple.left, i); }
            let mut lease7 = lease(&state.left);
            let mut couple = lease(&couple.right);
            let mut _guard3 = |k: u64| { state.count += k; state.count };
            let boxed8 = Box::new(x6);
            (show(view(&state.right)), keep(fuse(std::mem::replace(&mut state.right, *boxed8), derive(&state.right, state.count))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_99", total: true, run: via, draw };
}

pub mod pipeline_100 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, given: Item) -> Result<Item, Fault> {
            let item = state.count;
            let mut two1 = (maybe(eat(make(state.count))).ok_or_else(|| Fault::new(35))?, given);
            let mut two2 = (if (peek(choose(&two1.1, &two1.1, item))) % 3 == 0 { two1.1 } else { make(1) }, two1.0);
            let mut amount = shelf();
            let mut m3 = keep(pick_mut(&mut two2.1));
            let mut f4 = |k: u64| k + state.count;
            let mut f5 = move |k: u64| k + item;
            let mut view6 = better(&two2.0, &two2.1);
            let view8: View<'_> = View { item: &state.right, salt: 0 };
            let m9: &mut Item = &mut two2.0;
            state.count ^= state.count;
            state.count = item;
            let n10 = state.count;
            let cursor11 = cursor(&mut two2.0);
            let state = keep(show(view(&two2.0)));
            Ok::<Item, Fault>(exchange(&mut two2.1, make(14)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_100", total: false, run: via, draw };
}

pub mod pipeline_101 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, source: &'s Item, mut given: Item, couple: Pair) -> () {
            let mut x1 = grow(grow(couple.left, couple.tag), compare(&state.left, &couple.right));
            let mut n2 = apply(|k: u64| k ^ given.get() / 2, state.count);
            let boxed3 = Box::new(unwrap_or_make(maybe(pour(&mut given, &state.left)), pour(pick_mut(&mut given), &couple.right)));
            let mut n4 = keep(n2);
            state.count = compare(&std::mem::replace(&mut given, x1), &couple.right);
            let mut n5: u64 = n4;
            let mut pair6 = keep(pair(risky(n5), grow(*boxed3, n5)));
            let mut registry7 = open();
            let Some(couple) = maybe(couple.tag) else { return (); };
            let _guard8 = lease(&pair6.right);
            let (mut x9, x10) = split(risky((n5 + n4)));
            let mut n11 = (format!("{:?}", pair6.left).len() as u64);
            bump(pick_mut(&mut given), pair6.tag);
            let x12 = derive(&derive(&x9, n5), show(view(source)));
            n11 += (pair6.tag + number(pair6.tag));
            let m13 = &mut given;
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_101", total: false, run: via, draw };
}

pub mod pipeline_102 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, source: &'s Item) -> Item {
            let mut state = maybe((pour(&mut state.right, choose(&state.left, &state.left, 18))) % 100);
            let mut view1: View<'_> = keep(view(source));
            log.note(seed);
            let Some(x3) = maybe(number(place(log))) else { return make(seed); };
            let mut n4: u64 = seed % 100;
            let mut state = Box::new(x3);
            let Some(mut x5) = maybe(n4) else { return grow(make(32), n4); };
            bump(&mut x5, 0);
            let mut f6 = |k: u64| k ^ x5.get() / 2;
            let (x7, x8) = split(derive(pick(&x5), (x5.get())));
            let mut shelf9 = shelf();
            for i in 0..2 { x5 = grow(x5, i); }
            x8
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &lent.source)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_102", total: false, run: via, draw };
}

pub mod pipeline_103 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, item: &mut Item, source: &'s Item) -> Result<u64, Failure> {
            bump(keep(pick_mut(item)), seed);
            let Pair { left: x1, tag: mut n2, .. } = keep(keep(pair(make(37), make(25))));
            let mut boxed3 = Box::new(exchange(item, x1));
            let mut n4 = peek(&make(6));
            let cursor5 = cursor(&mut boxed3);
            let mut x6: Item = inner_grow(make(maybe_number(seed).expect("oracle: none")), n4 % 100)?;
            let mut x7 = *boxed3;
            let mut boxed3 = |k: u64| { n4 += k; n4 };
            let mut x8 = unwrap_or_make(maybe(n4 % 100), n4);
            let mut n10: u64 = try_number(show(better(&*item, &x7)))?;
            bump(&mut x8, n4);
            bump(&mut *item, n10);
            let view11: View<'_> = narrow(better(&x7, source), show(first(&x7, source)));
            let mut x12 = derive(&make(10), show(view(source)));
            let mut r13 = source;
            Ok::<u64, Failure>(show(view(&*item)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.item, &lent.source)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_103", total: false, run: via, draw };
}

pub mod pipeline_104 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item)] [Result<u64, Fault>] {
            let mut n1 = release(lease(&state.left));
            let mut n2 = state.count;
            let mut view3: View<'_> = keep(view(source));
            let (x4, x5) = unpair(keep(pair(given, make(35))));
            let f6 = move |k: u64| k + n1;
            let Some(mut x7) = maybe(peek(choose(view3.item, source, n2))) else { return Err::<u64, Fault>(Fault::new(33)); };
            for i in 0..3 { bump(&mut x7, i); }
            let mut view8 = view3;
            let mut m9: &mut Item = &mut state.right;
            bump(&mut state.right, tick(&mut n2));
            let mut view10 = view8;
            Ok::<u64, Fault>(n2 % 100)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_104", total: false, run: via, draw };
}

pub mod pipeline_105 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, given: Item, couple: Pair) -> Option<Item> {
            log.note(number(seed));
            let mut given = vec![derive(item, couple.tag), given];
            let mut n1 = keep(compare(&couple.right, &couple.left));
            let r2 = keep(choose(&couple.left, &couple.right, (n1 ^ seed)));
            let f3 = |k: u64| k ^ couple.right.get();
            let mut x4 = make(seed);
            let view5 = first(&couple.right, &couple.right);
            Some::<Item>(fuse(derive(&couple.right, seed), make(show(view5))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_105", total: true, run: via, draw };
}

pub mod pipeline_106 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, state: &mut State, source: &'s Item, mut given: Item)] [Item] {
            let seed = pair(derive(&state.right, tick(&mut state.count)), given);
            let mut cursor1 = cursor(&mut state.right);
            let view2 = better(keep(source), &state.right);
            derive(&seed.left, maybe_number(show(view2)).expect("oracle: none"))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &mut lent.state, &lent.source, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_106", total: false, run: via, draw };
}

pub mod pipeline_107 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, mut given: Item, couple: Pair) -> u64 {
            let x1;
            x1 = grow(grow(grow(couple.left, couple.tag), pour(&mut given, source)), place(log));
            bump(&mut given, couple.tag);
            let m2 = keep(pick_mut(inner_step(&mut given, log, couple.tag)));
            let mut shelf3 = shelf();
            let n4: u64 = state.count;
            let mut two5 = split(risky(couple.tag));
            let (mut x6, mut x7) = two5;
            number(couple.tag)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_107", total: false, run: via, draw };
}

pub mod pipeline_108 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, source: &'s Item, couple: Pair) -> Option<Item> {
            let all1 = vec![make((if couple.tag % 2 == couple.tag % 2 { seed } else { couple.tag })), derive(&couple.right, peek(&couple.right)), couple.right];
            let view2 = first(&couple.left, &fuse(make(11), make(3)));
            let cursor3 = cursor(item);
            let x4: Item = risky((compare(&couple.left, &couple.left)) % 100);
            let (mut x5, x6) = unpair(pair(make(6), grow(x4, couple.tag)));
            Some::<Item>(maybe(couple.tag)?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &lent.source, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_108", total: false, run: via, draw };
}

pub mod pipeline_109 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, amount: &mut u64) -> Option<()> {
            let Some(x1) = maybe((if same(&state.left, &make(36)) { inner(seed, &state.left) } else { state.count })) else { return Some::<()>(()); };
            let all2 = vec![x1, derive(&state.left, (state.count + state.count))];
            let mut cursor3 = cursor(&mut *item);
            let (mut x4, mut x5) = unpair(pair(maybe(state.count)?, if seed < 400 { make(8) } else { make(1) }));
            Some::<()>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &mut lent.number)))
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
            let _guard1 = span(log, given.into_number());
            let mut shelf2 = shelf();
            let (mut x3, mut x4) = unpair(keep(pair(make(36), make(32))));
            let mut view5: View<'_> = View { item: &x3, salt: 1 };
            let mut n6: u64 = show(view5);
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
    pub const CASE: Case = Case { name: "pipeline_110", total: true, run: via, draw };
}

pub mod pipeline_111 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, source: &'s Item, amount: &mut u64, given: Item) -> Result<Item, Fault> {
            assert!(seed % 6 != 2, "oracle: guard {}", seed);
            let mut f1 = |k: u64| k + seed;
            let mut x2: Item = make(try_peek(&given)?);
            Ok::<Item, Fault>(x2)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_111", total: false, run: via, draw };
}

pub mod pipeline_113 {
    use super::*;
    oracle_value! {
        run [<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, couple: Pair)] [Option<u64>] {
            trade(&mut state.right, &mut state.left);
            state.count |= state.count;
            let (mut x1, mut x2) = unpair(keep(couple));
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            let Pair { left: x3, tag: seed, right: _ } = keep(keep(pair(x2, x1)));
            Some::<u64>(state.count)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_113", total: false, run: via, draw };
}

pub mod pipeline_114 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, state: &mut State, item: &mut Item, source: &'s Item, amount: &mut u64, mut given: Item) -> Result<(u64, Item), Failure> {
            *amount ^= release(keep(lease(source)));
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            let mut n1 = show(keep(better(&given, source)));
            given = derive(&state.left, close(cursor(item)));
            let mut n2 = try_number(seed)?;
            let mut seed = fuse(maybe((*amount + n1)).expect("oracle: none"), grow(keep(given), n1));
            bump(&mut state.right, (seed.get()));
            bump(item, n1);
            let Some(x3) = maybe(try_bump(&mut *item, n2)?) else { return Err::<(u64, Item), Failure>(Failure::from(Fault::new(13))); };
            let _guard4 = keep(lease(&seed));
            let r5 = choose(&x3, source, n1);
            n1 += try_peek(&seed)?;
            Ok::<(u64, Item), Failure>((exchange(&mut n2, state.count), grow(make((if n2 % 2 == n2 % 2 { n1 } else { n2 })), *amount)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.item, &lent.source, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_114", total: false, run: via, draw };
}

pub mod pipeline_115 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, source: &'s Item, given: Item, couple: Pair) -> (u64, Item) {
            let view1 = better(&couple.right, choose(item, &given, peek(source)));
            let mut m2 = item;
            let x3 = make(couple.tag);
            note(log, state.count);
            state.count ^= state.count;
            bump(&mut state.right, state.count);
            let registry4 = open();
            (couple.tag, unwrap_or_make(maybe(state.count), show(view(&state.left))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_115", total: true, run: via, draw };
}

pub mod pipeline_116 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, mut given: Item, couple: Pair) -> (u64, Item) {
            let view1 = view(&*item);
            let mut shelf2 = shelf();
            let mut n3 = (if couple.tag % 2 == look(&view1) % 2 { seed } else { weigh(&couple) });
            let _guard4 = keep(fuse(couple.left, derive(&couple.right, n3)));
            let mut some5 = Some(fuse(_guard4, unwrap_or_make(maybe(n3), peek(source))));
            given = couple.right;
            if (tick(&mut n3)) % 2 == (close(cursor(&mut given))) % 2 { bump(&mut *item, show(view(source))); }
            let mut pair6 = Pair { left: given, right: keep(some5.unwrap_or_else(|| Item::new(34))), tag: 4 };
            let (x7, mut x8) = split(pair6.right);
            let mut couple: u64 = pair6.tag;
            assert_ne!(couple % 8, 3, "oracle: guard 4");
            let mut view9 = narrow(better(&x7, &x8), close(cursor(item)));
            if couple % 5 == 2 && (((survey(&shelf2) + x8.into_number())) % 3 == 0) { return (pair6.tag, std::mem::replace(&mut pair6.left, x7)); }
            let mut lease10 = lease(&x7);
            (n3, risky(seed))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.item, &lent.source, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_116", total: false, run: via, draw };
}

pub mod pipeline_118 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64) -> Option<u64> {
            let boxed1 = Box::new(grow(risky(state.count), pour(item, &state.left)));
            if state.count % 5 == 2 && (look(&view(&state.left)) % 2 == peek(&state.right) % 2) { return Some::<u64>(exchange(&mut state.count, seed)); }
            let mut f2 = |k: u64| state.right.add(k);
            let mut log = open();
            assert_ne!(state.count % 8, 3, "oracle: guard 10");
            let state = keep(lease(item));
            if seed % 5 == 2 && ((compare(pick(&*boxed1), &boxed1)) < 400) { return Some::<u64>(seed); }
            let pair4 = Pair { left: grow(unwrap_or_make(maybe(seed), *amount), (12 ^ seed)), right: grow(unwrap_or_make(maybe(seed), compare(&*boxed1, item)), seed), tag: 4 };
            Some::<u64>(seed)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_118", total: false, run: via, draw };
}

pub mod pipeline_120 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, mut given: Item, mut couple: Pair) -> (u64, Item) {
            couple.tag += compare(&couple.left, &keep(couple.right));
            let amount = unpair(keep(pair(given, couple.left)));
            bump(&mut state.left, pour(&mut state.right, &amount.0));
            let mut x1 = exchange(&mut state.left, grow(grow(make(10), couple.tag), (if couple.tag % 2 == couple.tag % 2 { seed } else { seed })));
            let (x2, mut x3) = unpair(pair(derive(&amount.0, 9), amount.1));
            (inner(state.count, &keep(x3)), derive(&state.left, (format!("{:?}", x2).len() as u64)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_120", total: true, run: via, draw };
}

pub mod pipeline_121 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, item: &mut Item, source: &'s Item, amount: &mut u64) -> Result<View<'s>, Fault> {
            let lease1 = keep(keep(lease(source)));
            let m2 = item;
            let item: Item = try_make(compare(&make(7), &make(33)))?;
            let mut n3 = seed;
            std::mem::drop(item);
            let mut x4 = try_grow(risky(n3))?;
            let mut n5 = (eat(risky(n3)) + close(cursor(&mut *m2)));
            let mut f6 = |k: u64| x4.add(k);
            let pair7 = keep(pair(if same(&x4, &x4) { x4 } else { make(2) }, risky(seed)));
            let Pair { left: lease1, tag: mut n8, .. } = pair(exchange(&mut *m2, Item::new(pair7.tag)), pair7.right);
            let mut n9: u64 = try_bump(&mut *m2, n3)?;
            let all10 = vec![unwrap_or_make(maybe(n3), n8)];
            let mut x11 = derive(&lease1, n9);
            let n12: u64 = n9;
            for i in 0..2 { x11 = grow(x11, i); }
            let some13 = maybe(n3);
            Ok::<View<'s>, Fault>(keep(narrow(first(source, &lease1), (seed | n12))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.ledger, &mut lent.item, &lent.source, &mut lent.number)))
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
            check(&given)?;
            let mut all2 = vec![risky(eat(given)), try_grow(try_grow(make(41))?)?];
            let mut pair3 = pair(make(peek(&make(22))), grow(try_grow(make(3))?, seed));
            let Pair { left: mut x4, tag: mut n5, .. } = keep(pair3);
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
        run [<'s>(seed: u64, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, given: Item)] [Result<(), Fault>] {
            let x1 = unwrap_or_make(maybe(31), (format!("{:?}", given).len() as u64));
            let mut n2 = ((if state.count > 100 && 48 % 2 == 0 { record(ledger, seed) } else { compare(&given, &x1) }) + try_peek(&x1)?);
            let mut x3 = given;
            let n2 = |k: u64| k + seed;
            check(&state.left)?;
            let (x4, x5) = split(maybe(state.count).ok_or_else(|| Fault::new(10))?);
            bump(&mut state.right, state.count);
            Ok::<(), Fault>(())
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, serial::run, plain::run, (seed, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        String::from("value")
    }
    pub const CASE: Case = Case { name: "pipeline_123", total: false, run: via, draw };
}

pub mod pipeline_124 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, amount: &mut u64, given: Item) -> () {
            let all1 = vec![risky((format!("{:?}", state.right).len() as u64)), derive(&given, place(log)), fuse(if state.count > 100 && seed % 2 == 0 { given } else { make(45) }, exchange(&mut state.right, make(23)))];
            let mut seed = cursor(&mut state.right);
            if state.count % 5 == 2 && (*amount % 3 == 0) { return (); }
            log.note(apply(|k: u64| k ^ state.right.get(), state.left.add(state.left.get())));
            let mut cursor2 = cursor(&mut state.right);
            for i in 0..1 { state.right.add(i); note(log, peek(&state.right)); }
            bump(&mut state.right, state.count);
            let mut some3 = maybe((place(log) ^ eat(maybe(state.count).expect("oracle: none"))));
            let (mut x4, x5) = split(grow(keep(make(45)), state.count));
            state.count ^= (if let Some(it) = &some3 { peek(it) } else { 1 });
            let (x6, mut x7) = unpair(pair(fuse(x5, x4), derive(&state.left, state.count)));
            let mut x6 = exchange(&mut x7, exchange(&mut state.left, maybe(state.count).expect("oracle: none")));
            let lease8 = keep(keep(lease(&x6)));
            ()
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_124", total: false, run: via, draw };
}

pub mod pipeline_125 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, couple: Pair) -> Option<u64> {
            let mut f1 = |k: u64| { state.count += k; state.count };
            let mut lease2 = lease(item);
            let mut all3 = vec![couple.left];
            state.count |= (couple.tag | number(eat(couple.right)));
            let mut n4: u64 = state.count % 100;
            let _ = fuse(exchange(&mut state.right, exchange(&mut state.left, make(7))), derive(&state.left, n4));
            let _ = risky(couple.tag);
            bump(&mut state.right, number((n4 | couple.tag)));
            let mut item = shelf();
            let f5 = |k: u64| k ^ state.left.get() / 2;
            let mut x6 = exchange(&mut state.left, maybe((all3.iter().map(|it| peek(it)).sum::<u64>() % 1000))?);
            let mut n7 = (maybe_number(state.count)? ^ couple.tag);
            let mut all8 = vec![fuse(x6, exchange(&mut state.right, make(5))), make(maybe_number(1)?)];
            Some::<u64>(look(&better(&state.right, &state.right)))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_125", total: false, run: via, draw };
}

pub mod pipeline_126 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, source: &'s Item, amount: &mut u64) -> Result<u64, Fault> {
            let mut registry1 = open();
            let mut all2 = vec![exchange(&mut state.right, make(state.count)), Item::new(*amount), derive(&state.right, state.left.add(state.count))];
            let cursor3 = cursor(&mut state.left);
            let mut boxed4 = Box::new({ let k = seed; make(k + 1) });
            enlist(&mut all2, try_grow(keep(make(48)))?);
            Ok::<u64, Fault>(compare(&state.right, &*boxed4))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &lent.source, &mut lent.number)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_126", total: false, run: via, draw };
}

pub mod pipeline_127 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, amount: &mut u64, couple: Pair) -> Option<u64> {
            let mut two1 = split(derive(&couple.right, peek(&couple.right)));
            bump(&mut two1.1, show(view(&couple.right)));
            let mut all2 = vec![{ let k = two1.1.into_number(); make(k + 1) }, two1.0];
            let mut n3: u64 = eat(maybe(18)?);
            let mut two4 = unpair(couple);
            enlist(&mut all2, make(n3));
            let shelf5 = shelf();
            let mut f6 = |k: u64| k + n3;
            let view7 = first(&two4.1, pick(&two4.0));
            let mut pair8 = pair(two4.1, { let k = n3; make(k + 1) });
            let Pair { left: x9, tag: mut n10, .. } = keep(keep(keep(pair8)));
            let mut x9 = |k: u64| k + n10;
            assert!(n10 % 6 != 2, "oracle: guard {}", n10);
            let two11 = unpair(pair(grow(make(13), n10), grow(two4.0, n10)));
            Some::<u64>(n10)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_127", total: false, run: via, draw };
}

pub mod pipeline_128 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, ledger: &Mutex<Vec<u64>>, state: &mut State, item: &mut Item, amount: &mut u64, mut given: Item, mut couple: Pair) -> Result<u64, Fault> {
            assert!(couple.tag % 6 != 2, "oracle: guard {}", couple.tag);
            log.note(*amount);
            let shelf1 = shelf();
            if couple.tag % 5 == 2 && (state.count > 100 && couple.tag % 2 == 0) { return Err::<u64, Fault>(Fault::new(46)); }
            Ok::<u64, Fault>(pour(&mut *item, &couple.right))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &lent.ledger, &mut lent.state, &mut lent.item, &mut lent.number, Item::new(seed), Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_128", total: false, run: via, draw };
}

pub mod pipeline_129 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, amount: &mut u64, mut given: Item) -> Result<Item, Fault> {
            bump(pick_mut(&mut state.right), eat(make(state.count)));
            let n1 = release(lease(&state.right));
            assert!(state.count % 6 != 2, "oracle: guard {}", state.count);
            let mut m2 = pick_mut(&mut state.right);
            let mut m3 = &mut state.left;
            if n1 % 5 == 2 && ((n1 % 100) < 400) { return Err::<Item, Fault>(Fault::new(43)); }
            let x4 = maybe(seed).ok_or_else(|| Fault::new(24))?;
            Ok::<Item, Fault>(try_grow(derive(&state.right, n1))?)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.number, Item::new(seed))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_129", total: false, run: via, draw };
}

pub mod pipeline_130 {
    use super::*;
    oracle_attribute! {
        pub fn run<'s>(seed: u64, log: &Log, state: &mut State, item: &mut Item, source: &'s Item) -> Result<(u64, Item), Fault> {
            let mut f3 = |k: u64| k + state.count;
            let mut n4: u64 = (format!("{:?}", state.right).len() as u64);
            let mut lease5 = lease(item);
            let mut view6 = narrow(view(&state.right), compare(item, &state.right));
            let mut shelf7 = shelf();
            let lease8 = lease5;
            let mut m9: &mut Item = keep(keep(inner_step(&mut state.right, log, n4)));
            log.note(n4);
            let mut x10 = grow(keep(make(n4)), peek(&state.left));
            let mut r11 = &x10;
            let mut boxed12 = Box::new(try_make(tick(&mut n4))?);
            let x13 = maybe(n4).ok_or_else(|| Fault::new(29))?;
            let mut n14: u64 = try_bump(&mut state.left, try_peek(&state.right)?)?;
            shelve(&shelf7, &x10);
            try_note(log, (n14 ^ n4))?;
            Ok::<(u64, Item), Fault>((n14, try_make(n14)?))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.state, &mut lent.item, &lent.source)))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_130", total: false, run: via, draw };
}

pub mod pipeline_131 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, state: &mut State, amount: &mut u64, mut couple: Pair) -> Option<Item> {
            let n1 = seed;
            let mut m2 = keep(pick_mut(&mut couple.right));
            let mut amount = Some(risky((format!("{:?}", couple.left).len() as u64)));
            std::mem::drop(m2);
            let mut x3 = fuse(maybe(couple.tag)?, make(peek(&state.left)));
            let (n1, x4) = unpair(couple);
            let two5 = (grow(derive(&x4, state.count), peek(&state.left)), grow(x4, (state.count ^ (state.count + seed))));
            let mut shelf6 = shelf();
            let mut r8: &Item = &two5.0;
            Some::<Item>(derive(&keep(n1), step(state, (format!("{:?}", two5.1).len() as u64))))
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &mut lent.state, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_131", total: false, run: via, draw };
}

pub mod pipeline_132 {
    use super::*;
    oracle_items! {
        pub fn run<'s>(seed: u64, log: &Log, item: &mut Item, amount: &mut u64, couple: Pair) -> u64 {
            let mut f1 = |k: u64| k ^ couple.right.get();
            let mut f1 = couple.right;
            let n2 = seed;
            let (mut couple, x3) = split(keep(f1));
            bump(&mut couple, (n2 ^ 10));
            let two4 = split(grow(maybe(n2).expect("oracle: none"), n2));
            let mut f5 = |k: u64| k + n2;
            let mut two4 = Box::new(Item::new(n2));
            f1 = couple;
            let mut two6 = split(grow(std::mem::replace(&mut f1, x3), maybe_number(seed).expect("oracle: none")));
            let f1 = maybe((format!("{:?}", two6.0).len() as u64));
            log.note(n2);
            let mut seed = derive(&two6.0, seed);
            let mut x3 = keep(keep(lease(&two6.1)));
            let shelf7 = shelf();
            let mut shelf7 = lease(&two6.1);
            inner(show(better(&two6.0, &two6.1)), &two6.1)
        }
    }
    fn via(via: Via, seed: u64, lent: &mut Lent) -> String {
        let _ = &lent;
        shown(oracle_via!(via, run, run::serial, plain::run, (seed, &lent.log, &mut lent.item, &mut lent.number, Pair::new(Item::new(seed + 1), Item::new(seed + 2)))))
    }
    fn draw() -> String {
        run::graph().to_mermaid()
    }
    pub const CASE: Case = Case { name: "pipeline_132", total: false, run: via, draw };
}

pub const CASES: &[Case] = &[
    pipeline_7::CASE,
    pipeline_8::CASE,
    pipeline_9::CASE,
    pipeline_10::CASE,
    pipeline_11::CASE,
    pipeline_12::CASE,
    pipeline_14::CASE,
    pipeline_15::CASE,
    pipeline_16::CASE,
    pipeline_17::CASE,
    pipeline_18::CASE,
    pipeline_19::CASE,
    pipeline_20::CASE,
    pipeline_22::CASE,
    pipeline_23::CASE,
    pipeline_25::CASE,
    pipeline_26::CASE,
    pipeline_27::CASE,
    pipeline_28::CASE,
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
    pipeline_40::CASE,
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
    pipeline_67::CASE,
    pipeline_68::CASE,
    pipeline_69::CASE,
    pipeline_70::CASE,
    pipeline_71::CASE,
    pipeline_72::CASE,
    pipeline_73::CASE,
    pipeline_74::CASE,
    pipeline_75::CASE,
    pipeline_76::CASE,
    pipeline_77::CASE,
    pipeline_78::CASE,
    pipeline_79::CASE,
    pipeline_80::CASE,
    pipeline_81::CASE,
    pipeline_83::CASE,
    pipeline_84::CASE,
    pipeline_85::CASE,
    pipeline_86::CASE,
    pipeline_87::CASE,
    pipeline_88::CASE,
    pipeline_90::CASE,
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
    pipeline_111::CASE,
    pipeline_113::CASE,
    pipeline_114::CASE,
    pipeline_115::CASE,
    pipeline_116::CASE,
    pipeline_118::CASE,
    pipeline_120::CASE,
    pipeline_121::CASE,
    pipeline_122::CASE,
    pipeline_123::CASE,
    pipeline_124::CASE,
    pipeline_125::CASE,
    pipeline_126::CASE,
    pipeline_127::CASE,
    pipeline_128::CASE,
    pipeline_129::CASE,
    pipeline_130::CASE,
    pipeline_131::CASE,
    pipeline_132::CASE,
];
