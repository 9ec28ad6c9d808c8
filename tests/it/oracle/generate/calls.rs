//! The tasks that generated pipelines call, as data.

use super::scope::Ty;

/// What a parameter wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Want {
    /// By value.
    A(Ty),
    /// `&x`
    Shared(Ty),
    /// `&mut x`
    Unique(Ty),
    /// A closure.
    Function,
}

/// How a call fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fails {
    Never,
    /// It returns `Result<_, Fault>`.
    Result,
    /// It returns an `Option`.
    Option,
    /// It panics.
    Panics,
}

#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub name: &'static str,
    pub wants: &'static [Want],
    pub fails: Fails,
    /// The parameters that the result may borrow from, by bit.
    pub from: u32,
    /// The first argument keeps what the second borrows.
    pub keeps: bool,
}

use Want::{A, Function, Shared, Unique};

const fn call(name: &'static str, wants: &'static [Want]) -> Call {
    Call { name, wants, fails: Fails::Never, from: 0, keeps: false }
}

const fn fails(name: &'static str, wants: &'static [Want], fails: Fails) -> Call {
    Call { fails, ..call(name, wants) }
}

const fn lends(name: &'static str, wants: &'static [Want], from: u32) -> Call {
    Call { from, ..call(name, wants) }
}

const fn keeps(name: &'static str, wants: &'static [Want]) -> Call {
    Call { keeps: true, ..call(name, wants) }
}

const INT: Want = A(Ty::Int);
const ITEM: Want = A(Ty::Item);
const REF: Want = Shared(Ty::Item);
const MUT: Want = Unique(Ty::Item);
const LOG: Want = A(Ty::Log);

const NUMBERS: &[Call] = &[
    call("number", &[INT]),
    call("peek", &[REF]),
    call("peek", &[REF]),
    call("compare", &[REF, REF]),
    call("compare", &[REF, REF]),
    call("weigh", &[Shared(Ty::Pair)]),
    call("count", &[Shared(Ty::Items)]),
    call("eat", &[ITEM]),
    call("eat", &[ITEM]),
    call("sum", &[A(Ty::Items)]),
    call("show", &[A(Ty::View)]),
    call("show", &[A(Ty::View)]),
    call("look", &[Shared(Ty::View)]),
    call("release", &[A(Ty::Lease)]),
    call("close", &[A(Ty::Cursor)]),
    call("total", &[Shared(Ty::Registry)]),
    call("survey", &[Shared(Ty::Shelf)]),
    call("tick", &[Unique(Ty::Int)]),
    call("pour", &[MUT, REF]),
    call("step", &[A(Ty::State), INT]),
    call("record", &[A(Ty::Ledger), INT]),
    call("place", &[LOG]),
    call("apply", &[Function, INT]),
    call("inner", &[INT, REF]),
    call("keep", &[INT]),
    call("exchange", &[Unique(Ty::Int), INT]),
    fails("try_number", &[INT], Fails::Result),
    fails("try_peek", &[REF], Fails::Result),
    fails("try_bump", &[MUT, INT], Fails::Result),
    fails("maybe_number", &[INT], Fails::Option),
];

const ITEMS: &[Call] = &[
    call("make", &[INT]),
    call("make", &[INT]),
    call("derive", &[REF, INT]),
    call("derive", &[REF, INT]),
    call("grow", &[ITEM, INT]),
    call("grow", &[ITEM, INT]),
    call("fuse", &[ITEM, ITEM]),
    call("keep", &[ITEM]),
    call("exchange", &[MUT, ITEM]),
    call("unwrap_or_make", &[A(Ty::Maybe), INT]),
    fails("try_make", &[INT], Fails::Result),
    fails("try_grow", &[ITEM], Fails::Result),
    fails("inner_grow", &[ITEM, INT], Fails::Result),
    fails("maybe", &[INT], Fails::Option),
    fails("risky", &[INT], Fails::Panics),
];

/// The tasks that give a value of a type.
pub fn giving(ty: Ty) -> &'static [Call] {
    match ty {
        Ty::Int => NUMBERS,
        Ty::Item => ITEMS,
        Ty::Pair => const { &[call("pair", &[ITEM, ITEM]), call("keep", &[A(Ty::Pair)])] },
        Ty::Two => const { &[call("split", &[ITEM]), call("unpair", &[A(Ty::Pair)])] },
        Ty::Maybe => const { &[call("maybe", &[INT])] },
        Ty::View => {
            const {
                &[
                    lends("view", &[REF], 1),
                    lends("view", &[REF], 1),
                    lends("better", &[REF, REF], 3),
                    lends("first", &[REF, REF], 1),
                    lends("narrow", &[A(Ty::View), INT], 1),
                    lends("latest", &[Shared(Ty::Registry), REF], 3),
                    lends("keep", &[A(Ty::View)], 1),
                ]
            }
        }
        Ty::Ref => {
            const {
                &[
                    lends("pick", &[REF], 1),
                    lends("choose", &[REF, REF, INT], 3),
                    lends("part", &[Shared(Ty::View)], 1),
                    lends("keep", &[A(Ty::Ref)], 1),
                ]
            }
        }
        Ty::Mut => {
            const {
                &[
                    lends("pick_mut", &[MUT], 1),
                    lends("inner_step", &[MUT, LOG, INT], 1),
                    lends("keep", &[A(Ty::Mut)], 1),
                ]
            }
        }
        Ty::Lease => const { &[lends("lease", &[REF], 1), lends("keep", &[A(Ty::Lease)], 1)] },
        Ty::Cursor => const { &[lends("cursor", &[MUT], 1)] },
        Ty::Registry => const { &[call("open", &[])] },
        Ty::Shelf => const { &[call("shelf", &[])] },
        Ty::Span => const { &[lends("span", &[LOG, INT], 1)] },
        _ => &[],
    }
}

/// The tasks that stand alone.
pub const EFFECTS: &[Call] = &[
    call("bump", &[MUT, INT]),
    call("bump", &[MUT, INT]),
    call("bump", &[MUT, INT]),
    call("trade", &[MUT, MUT]),
    call("turn", &[Unique(Ty::Pair)]),
    call("advance", &[Unique(Ty::Cursor), INT]),
    call("enlist", &[Unique(Ty::Items), ITEM]),
    call("note", &[LOG, INT]),
    call("note", &[LOG, INT]),
    call("note_item", &[LOG, REF]),
    keeps("stash", &[Unique(Ty::Registry), REF]),
    keeps("stash", &[Unique(Ty::Registry), REF]),
    keeps("shelve", &[Shared(Ty::Shelf), REF]),
    fails("check", &[REF], Fails::Result),
    fails("try_note", &[LOG, INT], Fails::Result),
];
