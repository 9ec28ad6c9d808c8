//! The ready nodes of a large graph: a set of numbers that knows its smallest.
//!
//! A tree of words: bit `i` of the lowest level says that `i` is in the set, a bit above that some of the 64 bits below it
//! are. Nothing is locked, and those who add and take far apart write different words, unless a word becomes empty or
//! ceases to be.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

/// A set of numbers below a bound.
pub struct ReadySet {
    /// The lowest first; the last has one word.
    levels: Vec<Box<[AtomicU64]>>,
}

impl ReadySet {
    /// Of numbers below `bound`.
    pub fn new(bound: usize) -> ReadySet {
        let mut levels = Vec::new();
        let mut len = bound;
        loop {
            len = len.div_ceil(64).max(1);
            levels.push((0..len).map(|_| AtomicU64::new(0)).collect());
            if len == 1 {
                return ReadySet { levels };
            }
        }
    }

    /// Adds a number. What the caller did before is seen by who takes it.
    pub fn insert(&self, number: u32) {
        self.mark(0, number as usize);
    }

    /// Sets bit `at` of a level, and those above it up to one that is there.
    fn mark(&self, from: usize, mut at: usize) {
        for level in &self.levels[from..] {
            // ORDERING: Release hands over the node (lowest level), and the bits below (others) to who clears this bit
            //           in `take`. Acquire: see there.
            if level[at / 64].fetch_or(1 << (at % 64), AcqRel) != 0 {
                return;
            }
            at /= 64;
        }
    }

    /// Takes a number out. `false` if it is not there.
    pub fn take(&self, number: u32) -> bool {
        let at = number as usize;
        let bit = 1 << (at % 64);
        // ORDERING: Acquire takes over what came with `insert`; Release: the other accesses of a word are
        //           read-modify-writes, which continue its release sequence.
        let before = self.levels[0][at / 64].fetch_and(!bit, AcqRel);
        if before & bit == 0 {
            return false;
        }
        if before & !bit == 0 {
            self.tidy(1, at / 64);
        }
        true
    }

    /// Clears the bit for word `at` of the level below, which was seen empty.
    fn tidy(&self, level: usize, at: usize) {
        let Some(words) = self.levels.get(level) else { return };
        let bit = 1 << (at % 64);
        // ORDERING: Acquire: who adds to the empty word sets this bit after us; or before us, and then we see below
        //           what it added. Release as in `take`.
        let before = words[at / 64].fetch_and(!bit, AcqRel);
        // ORDERING: Acquire, as said.
        if self.levels[level - 1][at].load(Acquire) != 0 {
            self.mark(level, at);
        } else if before & !bit == 0 {
            self.tidy(level + 1, at / 64);
        }
    }

    /// The smallest number, unless others are changing the set: then a number, or none.
    pub fn smallest(&self) -> Option<u32> {
        self.smallest_below(self.levels.len() - 1, 0)
    }

    fn smallest_below(&self, level: usize, at: usize) -> Option<u32> {
        // ORDERING: Relaxed: a guess, which `take` confirms.
        let mut word = self.levels[level][at].load(Relaxed);
        while word != 0 {
            let below = at * 64 + word.trailing_zeros() as usize;
            if level == 0 {
                return Some(below as u32);
            }
            let found = self.smallest_below(level - 1, below);
            if found.is_some() {
                return found;
            }
            // What was added there was taken before its bit was set here.
            self.tidy(level, below);
            word &= word - 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    #[test]
    fn knows_the_smallest() {
        let set = ReadySet::new(70_000);
        for number in [69_999, 64, 0, 4_096, 65] {
            set.insert(number);
        }
        for number in [0, 64, 65, 4_096, 69_999] {
            assert_eq!(set.smallest(), Some(number));
            assert!(set.take(number) && !set.take(number));
        }
        assert_eq!(set.smallest(), None);
        assert_eq!(ReadySet::new(0).smallest(), None);
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_taken_twice() {
        let n = if cfg!(miri) { 300 } else { 100_000 };
        let set = ReadySet::new(n);
        let taken: Vec<AtomicUsize> = (0..n).map(|_| AtomicUsize::new(0)).collect();
        let drain = || {
            while let Some(number) = set.smallest() {
                if set.take(number) {
                    taken[number as usize].fetch_add(1, Relaxed);
                }
            }
        };
        std::thread::scope(|scope| {
            for thread in 0..3 {
                let (set, drain) = (&set, &drain);
                scope.spawn(move || {
                    for number in (thread..n).step_by(3) {
                        set.insert(number as u32);
                        if number % 5 == 0 {
                            drain();
                        }
                    }
                    drain();
                });
            }
        });
        drain();
        assert!(taken.iter().all(|count| count.load(Relaxed) == 1));
    }
}
