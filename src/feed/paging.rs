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
    /// The posts of the current document, by their places in the channel; some of them may stand in an archive as well.
    pub current: Vec<usize>,
    /// The archive of each post, in the channel's order.
    pub archives: Vec<Option<u32>>,
}

/// Pages a channel. `weights` are the bytes of its posts, newest first; `pinned` the archives that hold them already, which
/// stay as they are.
///
/// The current document holds every post that stands in no archive, whatever its date, and as many of the newest others as it
/// has room for. Once the former are more than it has room for, the older ones of them move into new archives, until half of
/// the room is left.
pub fn page(weights: &[usize], pinned: &[Option<u32>], room: Room) -> Paged {
    let weight = |at: usize| weights.get(at).copied().unwrap_or(usize::MAX);
    let fits = |sum: usize, count: usize| sum <= room.bytes && room.limit.is_none_or(|limit| count <= limit);
    let mut archives = pinned.to_vec();
    let mut loose: Vec<usize> =
        pinned.iter().enumerate().filter(|(_, archive)| archive.is_none()).map(|(at, _)| at).collect();
    let (mut sum, mut count) = (0_usize, loose.len());
    for &at in &loose {
        sum = sum.saturating_add(weight(at));
    }
    // One post is always there, however large it is.
    if count > 1 && !fits(sum, count) {
        let kept = if room.archives {
            let half =
                Room { bytes: room.bytes / 2, limit: room.limit.map(|limit| limit.div_ceil(2)), ..room };
            let kept = newest_that_fit(&loose, weight, half);
            freeze(loose.get(kept..).unwrap_or_default(), weight, room.bytes, &mut archives);
            kept
        } else {
            newest_that_fit(&loose, weight, room).max(1)
        };
        loose.truncate(kept);
        (sum, count) = (loose.iter().fold(0, |sum, &at| weight(at).saturating_add(sum)), kept);
    }
    let mut current = Vec::new();
    let (mut rest, mut full) = (loose.iter().peekable(), false);
    for at in 0..weights.len() {
        if rest.next_if(|&&loose| loose == at).is_some() {
            current.push(at);
        } else if !full {
            // The first that does not fit ends it, so that none is left out between two that are there.
            full = (count > 0 && !fits(sum.saturating_add(weight(at)), count + 1)) || !room.archives;
            if !full {
                current.push(at);
                (sum, count) = (sum.saturating_add(weight(at)), count + 1);
            }
        }
    }
    Paged { current, archives }
}

/// How many posts fit, counted from the newest.
fn newest_that_fit(posts: &[usize], weight: impl Fn(usize) -> usize, room: Room) -> usize {
    let mut sum = 0_usize;
    let fits = posts.iter().take(room.limit.unwrap_or(usize::MAX)).take_while(|&&at| {
        sum = sum.saturating_add(weight(at));
        sum <= room.bytes
    });
    fits.count()
}

/// Puts posts, newest first, into new archives.
fn freeze(frozen: &[usize], weight: impl Fn(usize) -> usize, bytes: usize, archives: &mut [Option<u32>]) {
    let last = archives.iter().flatten().max().copied().unwrap_or(0);
    let mut chunks = chunks(&frozen.iter().rev().copied().collect::<Vec<_>>(), bytes, weight);
    if last == 0 && chunks.len() == 1 {
        // The oldest archive has none before it, and one that links to no other is incomplete in a reader's eyes: so the
        // first two are made at once.
        if let Some(only) = chunks.pop() {
            let (older, newer) = only.split_at(only.len() / 2);
            chunks.extend([older.to_vec(), newer.to_vec()].into_iter().filter(|chunk| !chunk.is_empty()));
        }
    }
    for (number, chunk) in (last.saturating_add(1)..).zip(chunks) {
        for at in chunk {
            if let Some(archive) = archives.get_mut(at) {
                *archive = Some(number);
            }
        }
    }
}

/// Cuts what is to be frozen, oldest first, into archives that have room for it.
fn chunks(oldest_first: &[usize], bytes: usize, weight: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let mut chunks: Vec<Vec<usize>> = Vec::new();
    let mut sum = 0_usize;
    for at in oldest_first {
        let more = weight(*at);
        match chunks.last_mut() {
            Some(chunk) if sum.saturating_add(more) <= bytes => {
                chunk.push(*at);
                sum = sum.saturating_add(more);
            }
            _ => {
                chunks.push(vec![*at]);
                sum = more;
            }
        }
    }
    chunks
}
