//! The variables of a pipeline that is being written, and what rustc's borrow checker thinks of them.
//!
//! A *holder* is a variable that may borrow from others: its loans say from which. Whoever touches a place in a way that
//! a loan forbids ends the holder's life (it is not mentioned again), or is refused where the holder is *pinned*: it has
//! a destructor that looks at what it borrows, or it is an argument whose call has not begun yet.

use super::flow::Loop;

/// The types of variables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ty {
    Int,
    Item,
    Pair,
    /// `(Item, Item)`
    Two,
    /// `Box<Item>`
    Boxed,
    /// `Option<Item>`
    Maybe,
    /// `Vec<Item>`
    Items,
    View,
    Lease,
    Cursor,
    /// `&Item`
    Ref,
    /// `&mut Item`
    Mut,
    Registry,
    /// `Mutex<Vec<&Item>>`
    Shelf,
    /// `|k| ..` that reads
    Closure,
    /// `|k| ..` that changes
    ClosureMut,
    Span,
    Log,
    Ledger,
    State,
    /// `&mut u64`
    IntMut,
    /// `Vec<u64>`
    Numbers,
    /// `&mut Vec<Item>`
    ItemsMut,
    /// `&[Item]`
    Slice,
    Feed,
    /// `&mut Feed`
    FeedMut,
}

impl Ty {
    pub fn is_copy(self) -> bool {
        matches!(self, Ty::Int | Ty::View | Ty::Ref | Ty::Log | Ty::Ledger | Ty::Slice)
    }

    /// May borrow from variables.
    pub fn borrows(self) -> bool {
        use Ty::{Closure, ClosureMut, Cursor, Lease, Mut, Ref, Registry, Shelf, Span, View};
        matches!(self, View | Lease | Cursor | Ref | Mut | Registry | Shelf | Closure | ClosureMut | Span)
    }

    /// Its destructor looks at what it borrows.
    pub fn is_pinned(self) -> bool {
        matches!(self, Ty::Lease | Ty::Span)
    }

    /// Is changed through without being `mut`.
    pub fn is_exclusive(self) -> bool {
        matches!(self, Ty::Mut | Ty::State | Ty::IntMut | Ty::ItemsMut | Ty::FeedMut)
    }

    /// The fields of a type.
    pub fn fields(self, of: Ty) -> &'static [&'static str] {
        match (self, of) {
            (Ty::Pair | Ty::State, Ty::Item) => &["left", "right"],
            (Ty::Two, Ty::Item) => &["0", "1"],
            (Ty::Pair, Ty::Int) => &["tag"],
            (Ty::State, Ty::Int) => &["count"],
            _ => &[],
        }
    }
}

pub type Path = Option<&'static str>;

/// A variable or a field of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    pub var: usize,
    pub path: Path,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Loan {
    pub place: Place,
    pub exclusive: bool,
}

/// What a value may borrow: loans, and groups of holders that share the loans which come later.
#[derive(Clone, Default, Debug)]
pub struct Debt {
    pub loans: Vec<Loan>,
    pub groups: Vec<usize>,
}

impl Debt {
    pub fn add(&mut self, other: &Debt) {
        for loan in &other.loans {
            if !self.loans.contains(loan) {
                self.loans.push(*loan);
            }
        }
        self.groups.extend(&other.groups);
    }
}

#[derive(Clone, Debug)]
pub struct Var {
    pub name: String,
    pub ty: Ty,
    pub mutable: bool,
    /// Declared without a value, or moved.
    pub gone: bool,
    /// A holder whose loan has ended.
    pub dead: bool,
    /// Another variable has the name now.
    pub shadowed: bool,
    /// Fields that are moved.
    pub moved: Vec<&'static str>,
    pub debt: Debt,
    pub pinned: bool,
    /// A `&mut` that is spelt as one where it is declared: a pipeline reborrows it by its name.
    pub spelt: bool,
    /// Declared around the pipeline, which cannot see how.
    pub captured: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    Read,
    Exclusive,
    Take,
    Assign,
}

#[derive(Clone, Default)]
pub struct Scope {
    pub vars: Vec<Var>,
    /// All that was touched, in the order of the text.
    pub touches: Vec<(Place, How)>,
    /// The loops and labelled blocks around, outermost first.
    pub loops: Vec<Loop>,
}

impl Scope {
    pub fn declare(&mut self, name: &str, ty: Ty, mutable: bool, debt: Debt) -> usize {
        for var in self.vars.iter_mut().filter(|var| var.name == name) {
            var.shadowed = true;
        }
        let id = self.vars.len();
        let mut debt = debt;
        if matches!(ty, Ty::Registry | Ty::Shelf) {
            debt.groups.push(id);
        }
        let pinned = ty.is_pinned();
        let moved = Vec::new();
        let name = name.to_owned();
        let var = Var {
            name,
            ty,
            mutable,
            gone: false,
            dead: false,
            shadowed: false,
            moved,
            debt,
            pinned,
            spelt: false,
            captured: false,
        };
        self.vars.push(var);
        id
    }

    /// Keeps a debt until `release`.
    pub fn hold(&mut self, debt: &Debt) -> usize {
        let id = self.declare("", Ty::Int, false, debt.clone());
        (self.vars[id].pinned, self.vars[id].shadowed) = (true, true);
        id
    }

    /// Forgets what was held since.
    pub fn release(&mut self, first: usize) {
        debug_assert!(
            self.vars[first..].iter().all(|var| var.name.is_empty()),
            "variables are declared after expressions"
        );
        self.vars.truncate(first);
    }

    /// The places of a type that can be touched.
    pub fn places(&self, ty: Ty, how: How) -> Vec<Place> {
        let mut places = Vec::new();
        for (id, var) in self.vars.iter().enumerate() {
            if var.ty == ty {
                places.push(Place { var: id, path: None });
            }
            places.extend(var.ty.fields(ty).iter().map(|field| Place { var: id, path: Some(field) }));
        }
        places.retain(|place| self.ends(*place, how).is_some());
        places
    }

    /// The holders whose life ends when a place is touched, if it can be.
    fn ends(&self, place: Place, how: How) -> Option<Vec<usize>> {
        let var = &self.vars[place.var];
        let fields_gone = match place.path {
            None => how != How::Assign && !var.moved.is_empty(),
            Some(field) => var.gone || (how != How::Assign && var.moved.contains(&field)),
        };
        let unset = how != How::Assign && var.gone;
        let fixed = match how {
            How::Read | How::Take => how == How::Take && place.path.is_some() && var.ty == Ty::State,
            How::Exclusive => !(var.mutable || var.ty.is_exclusive()),
            How::Assign => !(var.mutable || (var.ty.is_exclusive() && place.path.is_some())),
        };
        let lost = var.dead && how != How::Assign;
        if var.shadowed || lost || unset || fields_gone || fixed {
            return None;
        }
        let mut ended = Vec::new();
        for (id, holder) in self.vars.iter().enumerate() {
            if id != place.var
                && !holder.gone
                && !holder.dead
                && holder.debt.loans.iter().any(|loan| clash(loan, place, how))
            {
                if holder.pinned {
                    return None;
                }
                ended.push(id);
            }
        }
        Some(ended)
    }

    /// Touches a place. `false` when it cannot be.
    pub fn touch(&mut self, place: Place, how: How) -> bool {
        let Some(ended) = self.ends(place, how) else { return false };
        self.touches.push((place, how));
        for id in ended {
            self.vars[id].dead = true;
        }
        let var = &mut self.vars[place.var];
        match (how, place.path) {
            (How::Take, None) => var.gone = true,
            (How::Take, Some(field)) => var.moved.push(field),
            (How::Assign, None) => {
                (var.gone, var.dead) = (false, false);
                var.moved.clear();
            }
            (How::Assign, Some(field)) => var.moved.retain(|moved| *moved != field),
            _ => {}
        }
        true
    }

    /// A by-value mention.
    pub fn mention(&mut self, place: Place, ty: Ty) -> bool {
        self.touch(place, if ty.is_copy() { How::Read } else { How::Take })
    }

    /// A registry now keeps a borrow: it and all that came out of it.
    pub fn keep(&mut self, into: &Debt, debt: &Debt) {
        for var in &mut self.vars {
            if var.debt.groups.iter().any(|group| into.groups.contains(group)) {
                var.debt.add(debt);
            }
        }
    }

    pub fn text(&self, place: Place) -> String {
        let name = &self.vars[place.var].name;
        place.path.map_or_else(|| name.clone(), |field| format!("{name}.{field}"))
    }
}

pub fn clash(loan: &Loan, place: Place, how: How) -> bool {
    let overlap = loan.place.path.is_none() || place.path.is_none() || loan.place.path == place.path;
    loan.place.var == place.var && overlap && (loan.exclusive || how != How::Read)
}
