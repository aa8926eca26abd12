//! The files that cards are made from, each known by a digest of its bytes, which are not read where the file is as it was.

use super::recall::media_type;
use crate::model::Stamp;
use crate::paint::{self, PictureFacts};
use crate::site::{self, ReadError, Root};
use crate::store::{self, SourceFacts, SourceRecord};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// The files of one build; threads share it.
pub struct Sources<'a> {
    root: &'a Root,
    /// Of the last build.
    known: &'a BTreeMap<String, SourceRecord>,
    met: Mutex<BTreeMap<String, Met>>,
    /// When the first file was looked at.
    moment: OnceLock<Option<Stamp>>,
}

/// What this build knows of a file.
#[derive(Clone, Default)]
struct Met {
    stamp: Option<Stamp>,
    hash: Option<String>,
    /// Once its header was read.
    facts: Option<Option<PictureFacts>>,
}

impl<'a> Sources<'a> {
    pub fn new(root: &'a Root, known: &'a BTreeMap<String, SourceRecord>) -> Self {
        Self { root, known, met: Mutex::default(), moment: OnceLock::new() }
    }

    /// BLAKE3 of a file's bytes, in hexadecimal; nothing where it cannot be read.
    pub fn hash(&self, file: &str) -> Option<String> {
        match self.met(file).hash {
            Some(hash) => Some(hash),
            None => {
                self.bytes(file).ok()?;
                self.met(file).hash
            }
        }
    }

    /// The digest that is known without reading the file, or that came of reading it before.
    pub fn known_hash(&self, file: &str) -> Option<String> {
        self.met(file).hash
    }

    /// A file's bytes, whose digest is known from then on.
    ///
    /// # Errors
    /// As for [`site::cover_bytes`].
    pub fn bytes(&self, file: &str) -> Result<Vec<u8>, ReadError> {
        let stamp = self.stamp(file);
        let bytes = site::cover_bytes(self.root, file)?;
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let facts = self.met(file).facts;
        self.lock().insert(file.to_owned(), Met { stamp, hash: Some(hash), facts });
        Ok(bytes)
    }

    /// What a picture's header tells, and how long its file is.
    pub fn facts(&self, file: &str) -> Option<(PictureFacts, u64)> {
        let met = self.met(file);
        let facts = match met.facts {
            Some(facts) => facts,
            None => {
                let facts = site::cover_head(self.root, file).ok().and_then(|(head, _)| paint::facts(&head));
                if let Some(met) = self.lock().get_mut(file) {
                    met.facts = Some(facts);
                }
                facts
            }
        };
        Some((facts?, met.stamp?.length_bytes))
    }

    /// What the next build may know of the files that this one met.
    pub fn records(&self) -> BTreeMap<String, SourceRecord> {
        let moment = self.moment.get().copied().flatten();
        let record = |(file, met): (&String, &Met)| {
            // What was written in the moment in which it was read may have been written once more.
            let is_sure = |stamp: &Stamp| {
                self.known.get(file).is_some_and(|known| known.stamp == Some(*stamp))
                    || moment.is_some_and(|moment| stamp.is_before(&moment))
            };
            let facts = met.facts.flatten().map(|facts| SourceFacts {
                media_type: facts.media_type.to_owned(),
                width_px: facts.width_px,
                height_px: facts.height_px,
                is_scalable: facts.is_scalable,
                is_progressive: facts.is_progressive,
            });
            let stamp = met.stamp.filter(is_sure);
            (
                file.clone(),
                SourceRecord { stamp, hash: met.hash.clone(), has_head: met.facts.is_some(), facts },
            )
        };
        self.lock().iter().filter(|(_, met)| met.stamp.is_some()).map(record).collect()
    }

    fn met(&self, file: &str) -> Met {
        if let Some(met) = self.lock().get(file) {
            return met.clone();
        }
        let stamp = self.stamp(file);
        let known = self.known.get(file).filter(|known| known.stamp.is_some() && known.stamp == stamp);
        let met = match known {
            Some(known) => {
                let facts = known.facts.as_ref().and_then(|facts| {
                    let SourceFacts { width_px, height_px, is_scalable, is_progressive, .. } = *facts;
                    let media_type = media_type(&facts.media_type)?;
                    Some(PictureFacts { media_type, width_px, height_px, is_scalable, is_progressive })
                });
                let facts = known.has_head.then_some(facts);
                Met { stamp, hash: known.hash.clone(), facts }
            }
            None => Met { stamp, ..Met::default() },
        };
        self.lock().entry(file.to_owned()).or_insert(met).clone()
    }

    /// Of a file that may be looked at from now on.
    fn stamp(&self, file: &str) -> Option<Stamp> {
        let path = self.root.path(file);
        let stamp = store::stamp(&path)?;
        let is_known = self.known.get(file).is_some_and(|known| known.stamp == Some(stamp));
        if !is_known && self.moment.get().is_none() {
            self.moment.get_or_init(|| store::moment(&self.root.path("")));
            // The moment has to lie before.
            return store::stamp(&path);
        }
        Some(stamp)
    }

    /// A thread that died holding the lock left nothing half done.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Met>> {
        self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
