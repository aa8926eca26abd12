//! One channel: whether it is as the last build left it, and else where each of its posts stands now.

use super::document::Written;
use super::{Remarks, Trip};
use crate::diag::{Diagnostic, Severity};
use crate::feed::{self, Channel, Room};
use crate::pipeline::digest::Digest;
use crate::store::ChannelState;
use rayon::prelude::*;

/// How many posts are weighed at a time: enough for every thread, few enough to be held with their contents.
const WEIGHED_AT_ONCE: usize = 256;
/// What the head of a document takes beside its entries: names, links, hubs and dates.
const HEAD_BYTES: usize = 4096;

/// One channel as it was written.
pub struct Outcome {
    pub state: ChannelState,
    /// The archive of each of the channel's posts.
    pub archives: Vec<Option<u32>>,
    pub remarks: Remarks,
    pub said: Vec<Diagnostic>,
}

impl Trip<'_> {
    /// Writes the documents of a channel that have changed.
    pub fn channel(&self, channel: &Channel) -> Outcome {
        let key = channel.key();
        let pinned: Vec<Option<u32>> =
            channel.posts.iter().map(|&at| self.pinned_archive(at, &key)).collect();
        let digest = self.digest_of(channel, &pinned);
        let old = self.old.channels.get(&key);
        if let Some(old) = old.filter(|old| old.digest == digest)
            && let Some(files) = self.all_stand(old.files.iter().map(|(path, file)| (path.clone(), file)))
        {
            let state = ChannelState { files: files.into_iter().collect(), ..old.clone() };
            return Outcome { state, archives: pinned, remarks: Vec::new(), said: Vec::new() };
        }
        let mut outcome = Outcome {
            state: ChannelState { digest, ..ChannelState::default() },
            archives: pinned,
            remarks: Vec::new(),
            said: Vec::new(),
        };
        let paged = self.page(channel, &outcome.archives);
        outcome.archives = paged.archives;
        // With what is pinned now: the next build finds the channel as it is.
        outcome.state.digest = self.digest_of(channel, &outcome.archives);
        let documents = self.documents(channel, &outcome.archives, &paged.current);
        let written: Vec<Written> =
            documents.par_iter().map(|document| self.document(channel, document, old)).collect();
        for document in written {
            outcome.state.pages.insert(document.name, document.digest);
            outcome.state.files.extend(document.files);
            outcome.remarks.extend(document.remarks);
            outcome.said.extend(document.said);
        }
        if outcome.said.iter().any(|said| said.severity == Severity::Error) {
            // What could not be written is tried again, and said again.
            outcome.state.digest.clear();
        }
        outcome
    }

    fn pinned_archive(&self, at: usize, key: &str) -> Option<u32> {
        if !self.settings.archives {
            return None;
        }
        self.pinned.get(at).copied().flatten()?.archives.get(key).copied()
    }

    fn digest_of(&self, channel: &Channel, archives: &[Option<u32>]) -> String {
        let facts =
            format!("{} {:?}", self.rule, (&channel.title, &channel.language, &channel.files, channel.limit));
        let mut digest = Digest::with_capacity(facts.len() + 64 * (channel.posts.len() + 1)).text(&facts);
        for (&at, archive) in channel.posts.iter().zip(archives) {
            let of_post = self.digests.get(at).map(<[u8; 32]>::as_slice).unwrap_or_default();
            digest = digest.bytes(of_post).number(archive.map(u64::from));
        }
        digest.hex()
    }

    /// Pages the channel, weighing no more posts than that needs: those in no archive, and the newest.
    fn page(&self, channel: &Channel, pinned: &[Option<u32>]) -> feed::Paged {
        let bytes = self.settings.budget_bytes.saturating_sub(HEAD_BYTES);
        // With summaries instead of what was asked for, nothing is frozen: it would weigh too little.
        let archives = self.settings.archives && !self.contents.is_degraded();
        // A weight that is not known does not fit, so that nothing behind it is taken for current.
        let mut weights = vec![usize::MAX; channel.posts.len()];
        let mut newest = 0_usize;
        let places: Vec<usize> = (0..channel.posts.len()).collect();
        for chunk in places.chunks(WEIGHED_AT_ONCE) {
            let is_loose = |place: usize| archives && pinned.get(place).copied().flatten().is_none();
            let wanted = chunk.par_iter().filter(|&&place| newest <= bytes || is_loose(place));
            let weighed: Vec<(usize, usize)> =
                wanted.map(|&place| (place, self.weight(channel, place))).collect();
            for (place, weight) in weighed {
                if let Some(slot) = weights.get_mut(place) {
                    *slot = weight;
                }
                newest = newest.saturating_add(weight);
            }
        }
        feed::page(&weights, pinned, Room { bytes, limit: channel.limit, archives })
    }

    fn weight(&self, channel: &Channel, place: usize) -> usize {
        let post = channel.posts.get(place).copied().into_iter().collect::<Vec<usize>>();
        self.entries(&post, &self.rendered(&post)).first().map_or(0, feed::weight)
    }
}
