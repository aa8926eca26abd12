//! Which posts stand in a channel's current document, and which in its archives (RFC 5005).

/// What a channel's documents have room for.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// For the entries of one document.
    pub bytes: usize,
    /// How many posts the current document holds at the most.
    pub limit: Option<usize>,
    /// Whether what does not fit stands in archives or in nothing.
    pub archives: bool,
}

/// Where every post of a channel stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged {
    /// The current document holds so many of the newest posts; some of them may stand in an archive as well.
    pub current: usize,
    /// The archive of each post, in the channel's order.
    pub archives: Vec<Option<u32>>,
}

/// Pages a channel. `weights` are the bytes of its posts, newest first; `pinned` the archives that hold them already, which
/// stay as they are.
///
/// The current document holds as many of the newest posts as it has room for. Once those that stand in no archive are more
/// than that, the older ones of them move into new archives, until half of the room is left.
pub fn page(weights: &[usize], pinned: &[Option<u32>], room: Room) -> Paged {
    let mut archives = pinned.to_vec();
    let fits = |sum: usize, count: usize| sum <= room.bytes && room.limit.is_none_or(|limit| count <= limit);
    let (mut sum, mut current) = (0_usize, 0);
    for weight in weights {
        sum = sum.saturating_add(*weight);
        // One post is always there, however large it is.
        if current > 0 && !fits(sum, current + 1) {
            break;
        }
        current += 1;
    }
    let loose: Vec<usize> =
        pinned.iter().enumerate().filter(|(_, archive)| archive.is_none()).map(|(at, _)| at).collect();
    let outside = loose.last().is_some_and(|&last| last >= current);
    if room.archives && outside {
        freeze(weights, &loose, room, &mut archives);
    }
    Paged { current, archives }
}

/// Puts the older of the `loose` posts into new archives.
fn freeze(weights: &[usize], loose: &[usize], room: Room, archives: &mut [Option<u32>]) {
    let weight = |at: &usize| weights.get(*at).copied().unwrap_or(0);
    let (mut sum, mut kept) = (0_usize, 0);
    for at in loose {
        sum = sum.saturating_add(weight(at));
        let few = room.limit.is_none_or(|limit| kept < limit.div_ceil(2));
        if sum > room.bytes / 2 || !few {
            break;
        }
        kept += 1;
    }
    let frozen = loose.get(kept..).unwrap_or_default();
    let last = archives.iter().flatten().max().copied().unwrap_or(0);
    let mut chunks = chunks(&frozen.iter().rev().copied().collect::<Vec<_>>(), room.bytes, weight);
    if last == 0 && chunks.len() == 1 {
        // The oldest archive has none before it, and one that links to no other is incomplete in a reader's eyes: so the
        // first two are made at once.
        if let Some(only) = chunks.pop() {
            let (older, newer) = only.split_at(only.len() / 2);
            chunks.extend([older.to_vec(), newer.to_vec()].into_iter().filter(|chunk| !chunk.is_empty()));
        }
    }
    for (number, chunk) in (last + 1..).zip(chunks) {
        for at in chunk {
            if let Some(archive) = archives.get_mut(at) {
                *archive = Some(number);
            }
        }
    }
}

/// Cuts what is to be frozen, oldest first, into archives that have room for it.
fn chunks(oldest_first: &[usize], bytes: usize, weight: impl Fn(&usize) -> usize) -> Vec<Vec<usize>> {
    let mut chunks: Vec<Vec<usize>> = Vec::new();
    let mut sum = 0_usize;
    for at in oldest_first {
        let more = weight(at);
        match chunks.last_mut() {
            Some(chunk) if sum.saturating_add(more) <= bytes => {
                chunk.push(*at);
                sum += more;
            }
            _ => {
                chunks.push(vec![*at]);
                sum = more;
            }
        }
    }
    chunks
}
