//! What is remembered from one build to the next, and what was published before.

mod card_state;
mod covers;
mod feed_file;
mod feed_state;
mod ledger;
mod manifest;
mod moment;
mod pinged;

pub use card_state::{
    CardRecord, CardRemark, CardState, FontRecord, PictureRecord, RemarkPlace, Role, SourceFacts,
    SourceRecord,
};
pub use covers::{KeptCover, KeptCovers};
pub use feed_file::read_feed_file;
pub use feed_state::{ChannelState, FeedState, Remark};
pub use ledger::{LEDGER, read_ledger, write_ledger};
pub use manifest::{KnownFiles, MANIFEST, known_feeds, known_files, manifest};
pub use moment::{moment, stamp};
pub use pinged::Pinged;
