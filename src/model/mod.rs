//! The nouns that travel from reading to writing.

mod artifact;
mod card_file;
mod facts;
mod post;
mod raw;

pub use artifact::{Artifact, MediaType};
pub use card_file::{CardFile, DrawnCard};
pub use facts::{Author, Facts, Field, SiteFacts};
pub use post::{CardWish, Cover, Excluded, Post, Site};
pub use raw::{RawCover, RawPost, Repaired, SourceLines};
