//! What is remembered from one build to the next.

mod feed_state;
mod ledger;
mod manifest;

pub use feed_state::{ChannelState, FeedState, Remark};
pub use ledger::{LEDGER, read_ledger, write_ledger};
pub use manifest::{MANIFEST, PreviousFeed, known_feeds, known_files, manifest};
