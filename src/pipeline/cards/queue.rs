//! The cards that are to be drawn, handed out to threads: the most costly first, and never more pixels at once than memory is for.

#[cfg(test)]
mod tests;

use crate::paint::PictureFacts;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many pixels of covers may be held at once: with the largest of cameras, about 400 MB.
pub const LIMIT_PIXELS: u64 = 64 << 20;
/// A card without a cover takes about as long as two megapixels of a baseline JPEG.
const CARD_COST: u64 = 4 << 20;
/// Of a cover whose header does not tell, such as one of another server.
const UNKNOWN_PIXELS: u64 = 12 << 20;

/// One post's cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// The post's place in the site's order.
    pub post: usize,
    /// About how long it takes, in units of its own.
    pub cost: u64,
    /// What is held while it is drawn.
    pub pixels: u64,
}

impl Job {
    /// A card without a cover, of this many pixels in all sizes.
    pub fn plain(post: usize, pixels: u64) -> Self {
        Self { post, cost: CARD_COST, pixels }
    }

    /// The job with a cover; `filled_px` are the pixels that it has to fill. Where the cover's facts are not known, it is taken
    /// for one in the middle.
    pub fn with_cover(self, facts: Option<PictureFacts>, filled_px: u64) -> Self {
        let Some(facts) = facts else {
            return Self {
                cost: self.cost + UNKNOWN_PIXELS * 6,
                pixels: self.pixels + UNKNOWN_PIXELS,
                ..self
            };
        };
        let pixels = u64::from(facts.width_px) * u64::from(facts.height_px);
        // For one pixel, against one of a baseline JPEG that is decoded to a part of its size; measured.
        let factor = match facts.media_type {
            "image/jpeg" if facts.is_progressive => 4,
            "image/jpeg" if facts.is_scalable => 2,
            "image/jpeg" => 10,
            "image/png" => 10,
            "image/gif" => 6,
            "image/svg+xml" => 1,
            _ => 28,
        };
        let held = if facts.is_scalable { pixels.min(filled_px.saturating_mul(4)) } else { pixels };
        Self { cost: self.cost + pixels * factor, pixels: self.pixels + held, ..self }
    }
}

/// Jobs that wait. Threads share it.
pub struct Queue {
    limit_pixels: u64,
    state: Mutex<State>,
    freed: Condvar,
}

struct State {
    /// The most costly last, where they are taken from.
    waiting: Vec<Job>,
    held_pixels: u64,
}

/// A job that was handed out: its pixels count as held until it is let go of.
pub struct Taken<'q> {
    queue: &'q Queue,
    pub job: Job,
}

impl Queue {
    pub fn new(mut jobs: Vec<Job>, limit_pixels: u64) -> Self {
        jobs.sort_by(|a, b| a.cost.cmp(&b.cost).then(b.post.cmp(&a.post)));
        Self {
            limit_pixels,
            state: Mutex::new(State { waiting: jobs, held_pixels: 0 }),
            freed: Condvar::new(),
        }
    }

    /// The most costly job for which there is room, once there is; nothing where none waits any more. A job that is larger than
    /// all the room is handed out when nothing else is held.
    pub fn next(&self) -> Option<Taken<'_>> {
        let mut state = self.lock();
        loop {
            if state.waiting.is_empty() {
                return None;
            }
            let held = state.held_pixels;
            let fits = |job: &Job| held == 0 || held.saturating_add(job.pixels) <= self.limit_pixels;
            if let Some(at) = state.waiting.iter().rposition(fits) {
                let job = state.waiting.remove(at);
                state.held_pixels = held.saturating_add(job.pixels);
                return Some(Taken { queue: self, job });
            }
            state = self.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A thread that died holding the lock left nothing half done.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let mut state = self.queue.lock();
        state.held_pixels = state.held_pixels.saturating_sub(self.job.pixels);
        drop(state);
        self.queue.freed.notify_all();
    }
}
