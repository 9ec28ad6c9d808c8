//! What the scope knows where control flow parts and meets.
//!
//! A block that ends takes its variables with it; where paths meet, a variable is what it may be on each of them. A loop
//! body is written once and runs more often: what it did to the variables around it must not forbid its second run.

use super::scope::{Debt, Scope, Ty, Var, clash};

/// A loop or a labelled block that is being written.
#[derive(Clone)]
pub struct Loop {
    /// `'a1`, or nothing.
    pub label: String,
    /// How many variables stand outside.
    pub base: usize,
    /// How much was touched before.
    pub first: usize,
    /// What `break` carries.
    pub carries: Option<Ty>,
    /// It is a block: `continue` and a bare `break` do not mean it.
    pub block: bool,
    /// The variables outside, as every `break` leaves them.
    pub breaks: Vec<Vec<Var>>,
    /// As every `continue` leaves them.
    pub continues: Vec<Vec<Var>>,
}

impl Scope {
    /// Ends a block: variables since `before` are dropped. `None` if one that is needed still borrows from them.
    pub fn leave(&mut self, before: &[Var]) -> Option<()> {
        let base = before.len();
        for (var, before) in self.vars.iter_mut().zip(before) {
            var.shadowed = before.shadowed;
            if var.debt.reaches(base) {
                if var.pinned && !var.gone {
                    return None;
                }
                var.dead = true;
                var.debt.loans.retain(|loan| loan.place.var < base);
                var.debt.groups.retain(|group| *group < base);
            }
        }
        self.vars.truncate(base);
        Some(())
    }

    /// The variables outside, as a jump from here leaves them.
    pub fn outside(&self, before: &[Var]) -> Option<Vec<Var>> {
        let mut scope = Scope { vars: self.vars.clone(), ..Scope::default() };
        scope.leave(before)?;
        Some(scope.vars)
    }

    /// Goes on as if what was written since `earlier` had left the pipeline.
    pub fn back_to(&mut self, earlier: Scope) {
        self.vars = earlier.vars;
    }

    /// Ends a loop or block whose breaks are in `around`. `None` if the body cannot run twice.
    pub fn close(&mut self, around: Loop, entry: &[Var], back: &[Vec<Var>], ends: Vec<Vec<Var>>) -> Option<()> {
        let returns = |var: usize, end: &Var| {
            (entry[var].gone || !end.gone) && end.moved.iter().all(|field| entry[var].moved.contains(field))
        };
        if !back.iter().all(|end| end.iter().enumerate().all(|(id, var)| returns(id, var))) {
            return None;
        }
        let mut exits = around.breaks;
        exits.extend(ends);
        let mut met = meet(exits)?;
        if !back.is_empty() {
            let mut all = back.to_vec();
            all.push(entry.to_vec());
            let again = meet(all)?;
            let touches = &self.touches[around.first..];
            for (id, holder) in again.iter().enumerate() {
                let used = touches.iter().any(|(place, _)| place.var == id);
                let hurt = holder
                    .debt
                    .loans
                    .iter()
                    .any(|loan| touches.iter().any(|(place, how)| place.var != id && clash(loan, *place, *how)));
                let lost = holder.dead && !entry[id].dead;
                if (hurt && !holder.dead && !holder.gone || lost) && (used || holder.pinned) {
                    return None;
                }
                met[id].dead |= hurt || lost;
            }
        }
        self.vars = met;
        Some(())
    }
}

impl Debt {
    /// Whether something is owed to variables since `base`.
    pub fn reaches(&self, base: usize) -> bool {
        self.loans.iter().any(|loan| loan.place.var >= base) || self.groups.iter().any(|group| *group >= base)
    }
}

/// What is left where paths meet. `None` where nothing gets there, or where it is open whether a destructor still looks
/// at what its value borrows.
pub fn meet(paths: Vec<Vec<Var>>) -> Option<Vec<Var>> {
    let mut paths = paths.into_iter();
    let mut met = paths.next()?;
    for path in paths {
        for (var, other) in met.iter_mut().zip(path) {
            if var.pinned && var.gone != other.gone {
                return None;
            }
            var.gone |= other.gone;
            var.dead |= other.dead;
            var.moved
                .extend(other.moved.iter().filter(|field| !var.moved.contains(field)).copied().collect::<Vec<_>>());
            var.debt.add(&other.debt);
        }
    }
    Some(met)
}
