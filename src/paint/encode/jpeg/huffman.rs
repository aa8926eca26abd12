//! The shortest code for the symbols of one picture (ITU-T T.81, K.2).

/// A code that no other begins with, for each symbol that stands in the picture.
pub struct Code {
    /// How many codes have each length, from 1 to 16.
    pub lengths: [u8; 16],
    /// The symbols, the shortest codes first.
    pub symbols: Vec<u8>,
    /// By symbol: the code and its length in bits.
    pub codes: [(u16, u8); 256],
}

const LONGEST: usize = 16;

impl Code {
    /// `counts` says how often each symbol stands.
    pub fn shortest(counts: &[u32; 256]) -> Self {
        let mut symbols: Vec<(u32, u8)> = counts
            .iter()
            .zip(0..=255)
            .filter(|(count, _)| **count > 0)
            .map(|(&count, symbol)| (count, symbol))
            .collect();
        symbols.sort_by_key(|&(count, symbol)| (std::cmp::Reverse(count), symbol));
        let lengths = lengths(&symbols.iter().rev().map(|&(count, _)| count).collect::<Vec<u32>>());
        let symbols: Vec<u8> = symbols.into_iter().map(|(_, symbol)| symbol).collect();
        let mut codes = [(0, 0); 256];
        let mut code = 0_u16;
        let mut rest = symbols.iter();
        for (length, &count) in (1_u8..).zip(&lengths) {
            for &symbol in rest.by_ref().take(usize::from(count)) {
                if let Some(place) = codes.get_mut(usize::from(symbol)) {
                    *place = (code, length);
                }
                code += 1;
            }
            code <<= 1;
        }
        Self { lengths, symbols, codes }
    }

    /// How many bits so many symbols take, with those that follow each.
    pub fn bits(&self, counts: &[u32; 256]) -> u64 {
        let each = counts.iter().zip(&self.codes).zip(0_u64..);
        each.map(|((&count, (_, length)), symbol)| u64::from(count) * (u64::from(*length) + (symbol & 15)))
            .sum()
    }
}

/// How many codes have each length. `rising` are the counts, the rarest first.
fn lengths(rising: &[u32]) -> [u8; 16] {
    // One more leaf, rarer than all, takes the code of nothing but ones, which must not be used.
    let mut nodes: Vec<u64> =
        std::iter::once(0).chain(rising.iter().map(|&count| u64::from(count))).collect();
    let leaves = nodes.len();
    let mut parents = vec![0_usize; leaves * 2];
    let (mut leaf, mut branch) = (0, leaves);
    while nodes.len() + 1 < leaves * 2 {
        let mut weight = 0;
        let parent = nodes.len();
        for _ in 0..2 {
            let of_branch = nodes.get(branch).copied().unwrap_or(u64::MAX);
            let of_leaf = nodes.get(leaf).filter(|_| leaf < leaves).copied().unwrap_or(u64::MAX);
            let node = if of_leaf <= of_branch { &mut leaf } else { &mut branch };
            weight += of_leaf.min(of_branch);
            if let Some(place) = parents.get_mut(*node) {
                *place = parent;
            }
            *node += 1;
        }
        nodes.push(weight);
    }
    let root = nodes.len() - 1;
    let mut depths = vec![0_usize; nodes.len()];
    let mut at_depth = [0_u32; 258];
    for node in (0..root).rev() {
        let above = parents.get(node).and_then(|&parent| depths.get(parent)).copied().unwrap_or_default();
        if let Some(depth) = depths.get_mut(node) {
            *depth = above + 1;
        }
        if node < leaves {
            add(&mut at_depth, above + 1, 1);
        }
    }
    shortened(at_depth)
}

/// Moves leaves that lie too deep: a pair goes up, one of it in its parent's place and the other beside a shallower leaf.
fn shortened(mut at_depth: [u32; 258]) -> [u8; 16] {
    let count = |at_depth: &[u32; 258], depth: usize| at_depth.get(depth).copied().unwrap_or_default();
    for depth in (LONGEST + 1..at_depth.len()).rev() {
        while count(&at_depth, depth) > 0 {
            let shallow = (1..depth - 1).rev().find(|&depth| count(&at_depth, depth) > 0).unwrap_or(1);
            add(&mut at_depth, depth, -2);
            add(&mut at_depth, depth - 1, 1);
            add(&mut at_depth, shallow + 1, 2);
            add(&mut at_depth, shallow, -1);
        }
    }
    // The leaf that was added is one of the deepest.
    if let Some(deepest) = at_depth.iter().rposition(|&count| count > 0) {
        add(&mut at_depth, deepest, -1);
    }
    std::array::from_fn(|at| count(&at_depth, at + 1) as u8)
}

fn add(at_depth: &mut [u32; 258], depth: usize, by: i32) {
    if let Some(count) = at_depth.get_mut(depth) {
        *count = count.saturating_add_signed(by);
    }
}
