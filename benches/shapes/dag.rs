//! The five shapes as data, from which the sources are generated and the peers' graphs are built.

/// Nodes in an order in which a serial program may run them.
pub struct Dag {
    /// The inputs of each node: nodes before it, each once.
    pub inputs: Vec<Vec<usize>>,
    /// The result of a run is the exclusive or of these nodes' values.
    pub outputs: Vec<usize>,
}

/// 64 nodes, each needs the one before.
pub fn chain() -> Dag {
    let inputs = (0..64usize).map(|node| node.checked_sub(1).into_iter().collect()).collect();
    Dag { inputs, outputs: vec![63] }
}

/// One node, 16 that need it, one that needs these.
pub fn diamond() -> Dag {
    let mut inputs = vec![vec![]];
    inputs.extend((1..=16).map(|_| vec![0]));
    inputs.push((1..=16).collect());
    Dag { inputs, outputs: vec![17] }
}

/// 64 leaves, added up in pairs: 127 nodes.
pub fn tree() -> Dag {
    let leaves = (0..64).map(|_| vec![]);
    let pairs = (0..63).map(|pair| vec![2 * pair, 2 * pair + 1]);
    Dag { inputs: leaves.chain(pairs).collect(), outputs: vec![126] }
}

/// A grid of 8 x 8: each cell needs the one above and the one on the left.
pub fn wavefront() -> Dag {
    let cell = |node: usize| {
        let above = (node >= 8).then(|| node - 8);
        let left = (!node.is_multiple_of(8)).then(|| node - 1);
        above.into_iter().chain(left).collect()
    };
    Dag { inputs: (0..64).map(cell).collect(), outputs: vec![63] }
}

/// Eight layers of eight. Each node needs one of the layer before, so that each of those is needed, and up to two more
/// of any layer before: drawn at random, the same each time.
pub fn layered() -> Dag {
    let mut random = Random(2024);
    let mut inputs = vec![vec![]; 8];
    for layer in 1..8 {
        let mut partners: Vec<usize> = (8 * (layer - 1)..8 * layer).collect();
        random.shuffle(&mut partners);
        for partner in partners {
            let mut node = vec![partner];
            for _ in 0..random.below(3) {
                let more = random.below(8 * layer);
                if !node.contains(&more) {
                    node.push(more);
                }
            }
            inputs.push(node);
        }
    }
    Dag { inputs, outputs: (56..64).collect() }
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    /// Fisher and Yates.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
