//! The clock, which nothing else reads.

use chrono::{DateTime, FixedOffset, Utc};
use std::time::{Duration, Instant};

/// The present moment.
pub fn now() -> DateTime<FixedOffset> {
    Utc::now().fixed_offset()
}

/// Measures how long something takes, for people to read.
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Since it was started.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
