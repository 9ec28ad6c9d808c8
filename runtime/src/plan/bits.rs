//! Sets of small numbers as words of 64 bits, usable in constants.

/// Whether `index` is a member.
pub const fn has(set: &[u64], index: usize) -> bool {
    set[index / 64] >> (index % 64) & 1 == 1
}

/// Makes `index` a member.
pub const fn insert(set: &mut [u64], index: usize) {
    set[index / 64] |= 1 << (index % 64);
}

/// Removes the lowest member of a word and returns its number. The word must not be empty.
///
/// The powers of two differ modulo 67. `trailing_zeros` would be two more calls for the lint to count, at the busiest
/// place of the analysis.
pub const fn pop_lowest(word: &mut u64) -> usize {
    let rest = *word & (*word - 1);
    let lowest = *word ^ rest;
    *word = rest;
    LOG2_MOD_67[(lowest % 67) as usize] as usize
}

const LOG2_MOD_67: [u8; 67] = {
    let mut logs = [0; 67];
    let mut bit = 0;
    while bit < 64 {
        logs[((1_u64 << bit) % 67) as usize] = bit;
        bit += 1;
    }
    logs
};

/// Number of the highest member of a word. The word must not be empty.
pub const fn highest(word: u64) -> usize {
    63 - word.leading_zeros() as usize
}

/// The members in increasing order.
pub fn members(set: &[u64]) -> impl Iterator<Item = usize> + '_ {
    (0..set.len() * 64).filter(|&index| has(set, index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pops_every_member_once() {
        let mut word = u64::MAX;
        for bit in 0..64 {
            assert_eq!(pop_lowest(&mut word), bit);
        }
        assert_eq!(word, 0);
    }
}
