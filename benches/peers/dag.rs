//! The shapes as data, from which the sources are generated and the peers' graphs are built.

/// Nodes in an order in which a serial program may run them.
#[derive(Clone)]
pub struct Dag {
    /// The inputs of each node: nodes before it, each once.
    pub inputs: Vec<Vec<usize>>,
    /// The result of a run is the exclusive or of these nodes' values.
    pub outputs: Vec<usize>,
}

impl Dag {
    /// Who needs each node.
    pub fn followers(&self) -> Vec<Vec<usize>> {
        let mut followers = vec![Vec::new(); self.inputs.len()];
        for (node, inputs) in self.inputs.iter().enumerate() {
            inputs.iter().for_each(|&input| followers[input].push(node));
        }
        followers
    }

    /// The nodes that need nothing.
    pub fn sources(&self) -> Vec<usize> {
        (0..self.inputs.len()).filter(|&node| self.inputs[node].is_empty()).collect()
    }

    /// The nodes by the length of the longest way to them: those of one level may run side by side.
    pub fn levels(&self) -> Vec<Vec<usize>> {
        let mut level_of = vec![0; self.inputs.len()];
        let mut levels: Vec<Vec<usize>> = Vec::new();
        for (node, inputs) in self.inputs.iter().enumerate() {
            let level = inputs.iter().map(|&input| level_of[input] + 1).max().unwrap_or(0);
            level_of[node] = level;
            levels.resize_with(levels.len().max(level + 1), Vec::new);
            levels[level].push(node);
        }
        levels
    }
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
pub fn random() -> Dag {
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

/// Elements of the loop.
pub const ELEMENTS: usize = 1000;

/// For each element two sources and their sum. The loops in `sources.rs` have the same nodes in the same order.
pub fn elements() -> Dag {
    let element = |element: usize| [vec![], vec![], vec![3 * element, 3 * element + 1]];
    Dag {
        inputs: (0..ELEMENTS).flat_map(element).collect(),
        outputs: (0..ELEMENTS).map(|element| 3 * element + 2).collect(),
    }
}

/// Cells of the stencil.
pub const CELLS: usize = 8;
/// Steps of the stencil: the first has the sources.
pub const STEPS: usize = 100;

/// Eight cells for a hundred steps: each needs itself and its neighbours of the step before.
pub fn stencil() -> Dag {
    let needs = |node: usize| {
        let (step, cell) = (node / CELLS, node % CELLS);
        let neighbours = cell.saturating_sub(1)..=(cell + 1).min(CELLS - 1);
        if step == 0 { vec![] } else { neighbours.map(|cell| (step - 1) * CELLS + cell).collect() }
    };
    Dag { inputs: (0..CELLS * STEPS).map(needs).collect(), outputs: (CELLS * (STEPS - 1)..CELLS * STEPS).collect() }
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
