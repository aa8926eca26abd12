//! Covers that stand on other servers, each fetched once in a build and asked for again once a day.

#[cfg(test)]
mod tests;

use crate::net::{self, NetError, PictureAnswer, Reach, Validators};
use crate::store::{KeptCover, KeptCovers};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use url::Url;

/// How long a kept cover counts as current.
const CURRENT_S: i64 = 24 * 60 * 60;

/// A cover from another server.
#[derive(Clone, Debug)]
pub struct RemoteCover {
    pub bytes: Arc<Vec<u8>>,
    /// What was not as it should be, each in a few words that follow on "the cover".
    pub notices: Vec<String>,
}

/// Why there is no cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteCoverError {
    /// A few words for a diagnostic, without the address.
    pub reason: String,
    pub hint: &'static str,
}

/// The covers of one build. Threads share it, and wait for each other only where they ask for the same address.
pub struct RemoteCovers {
    kept: KeptCovers,
    now_s: i64,
    allowed: bool,
    reach: Reach,
    known: Mutex<BTreeMap<String, Arc<Mutex<Known>>>>,
    /// Hosts that cannot be connected to: with many covers, waiting for each would take hours.
    silent: Mutex<BTreeMap<String, NetError>>,
}

/// What this build knows of an address.
#[derive(Default)]
enum Known {
    #[default]
    Nothing,
    There {
        bytes: Held,
        notices: Vec<String>,
    },
    Failed(RemoteCoverError),
}

/// A cover that is kept on the disk stays in memory only while somebody draws it.
enum Held {
    Here(Arc<Vec<u8>>),
    OnDisk(Weak<Vec<u8>>),
}

impl RemoteCovers {
    /// The covers that the posts of a site name. `now_s` is in seconds since 1970; `allowed` is what the settings say.
    pub fn new(site: &Path, now_s: i64, allowed: bool) -> Self {
        Self {
            kept: KeptCovers::new(site),
            now_s,
            allowed,
            reach: Reach::Public,
            known: Mutex::default(),
            silent: Mutex::default(),
        }
    }

    /// The cover at an address: as it is kept where that is current, or else from its server.
    ///
    /// # Errors
    /// When the settings do not allow it, or it cannot be fetched and none is kept.
    pub fn get(&self, url: &str) -> Result<RemoteCover, RemoteCoverError> {
        if !self.allowed {
            return Err(RemoteCoverError {
                reason: "it is on another server".to_owned(),
                hint: "write `cards: {remote_covers: true}` into syndicard.yaml to have it fetched, \
                       or save it into the site",
            });
        }
        let known = Arc::clone(lock(&self.known).entry(url.to_owned()).or_default());
        let mut known = lock(&known);
        match &*known {
            Known::Nothing => {}
            Known::There { bytes: Held::Here(bytes), notices } => {
                return Ok(RemoteCover { bytes: Arc::clone(bytes), notices: notices.clone() });
            }
            Known::There { bytes: Held::OnDisk(bytes), notices } => {
                let again = || self.kept.read(url).map(|kept| Arc::new(kept.bytes));
                if let Some(bytes) = bytes.upgrade().or_else(again) {
                    let notices = notices.clone();
                    *known = there(&bytes, &notices, true);
                    return Ok(RemoteCover { bytes, notices });
                }
            }
            Known::Failed(error) => return Err(error.clone()),
        }
        let (bytes, notices, on_disk) = match self.fetch(url) {
            Ok(found) => found,
            Err(error) => {
                let error = RemoteCoverError { hint: hint(&error), reason: error.reason() };
                *known = Known::Failed(error.clone());
                return Err(error);
            }
        };
        let bytes = Arc::new(bytes);
        *known = there(&bytes, &notices, on_disk);
        Ok(RemoteCover { bytes, notices })
    }

    /// Whether the settings allow any.
    pub fn are_allowed(&self) -> bool {
        self.allowed
    }

    /// BLAKE3 of the cover at an address, in hexadecimal, from the head of the copy that is kept where that is current; the server is
    /// asked unless it `was_asked` before. Nothing where no current copy is kept.
    pub fn digest(&self, url: &str, was_asked: bool) -> Option<String> {
        let current = || self.kept.digest(url).filter(|(_, checked_s)| self.is_recent(*checked_s));
        let digest = current().or_else(|| {
            if was_asked {
                return None;
            }
            self.get(url).ok()?;
            current()
        });
        digest.map(|(digest, _)| digest)
    }

    /// The bytes, what there is to say of them, and whether they are on the disk.
    fn fetch(&self, url: &str) -> Result<(Vec<u8>, Vec<String>, bool), NetError> {
        let kept = self.kept.read(url);
        if let Some(kept) = kept.as_ref().filter(|kept| self.is_current(kept)) {
            return Ok((kept.bytes.clone(), Vec::new(), true));
        }
        let known = kept.as_ref().map_or_else(Validators::default, |kept| Validators {
            etag: kept.etag.clone(),
            last_modified: kept.last_modified.clone(),
        });
        match (self.ask(url, &known), kept) {
            (Ok(PictureAnswer::New { bytes, validators: Validators { etag, last_modified } }), _) => {
                let cover = KeptCover { bytes, etag, last_modified, checked_s: self.now_s };
                let on_disk = self.kept.keep(url, &cover);
                Ok((cover.bytes, Vec::new(), on_disk))
            }
            (Ok(PictureAnswer::Unchanged), Some(kept)) => {
                let cover = KeptCover { checked_s: self.now_s, ..kept };
                self.kept.keep(url, &cover);
                Ok((cover.bytes, Vec::new(), true))
            }
            (Ok(PictureAnswer::Unchanged), None) => Err(NetError::Status(304)),
            (Err(error), Some(kept)) => {
                let notice = format!("is an earlier copy, for it cannot be fetched now: {}", error.reason());
                Ok((kept.bytes, vec![notice], true))
            }
            (Err(error), None) => Err(error),
        }
    }

    fn is_current(&self, kept: &KeptCover) -> bool {
        self.is_recent(kept.checked_s)
    }

    fn is_recent(&self, checked_s: i64) -> bool {
        // One from the future was made when the clock was wrong.
        (0..CURRENT_S).contains(&self.now_s.saturating_sub(checked_s))
    }

    fn ask(&self, url: &str, known: &Validators) -> Result<PictureAnswer, NetError> {
        let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
        if let Some(error) = host.as_ref().and_then(|host| lock(&self.silent).get(host).cloned()) {
            return Err(error);
        }
        let answer = net::picture(url, known, self.reach);
        if let (Some(host), Err(error @ (NetError::Silent { .. } | NetError::UnknownHost))) = (host, &answer)
        {
            lock(&self.silent).insert(host, error.clone());
        }
        answer
    }
}

fn there(bytes: &Arc<Vec<u8>>, notices: &[String], on_disk: bool) -> Known {
    let bytes = if on_disk { Held::OnDisk(Arc::downgrade(bytes)) } else { Held::Here(Arc::clone(bytes)) };
    Known::There { bytes, notices: notices.to_vec() }
}

fn hint(error: &NetError) -> &'static str {
    match error {
        NetError::Redirected(error) => hint(error),
        NetError::NotPublic(_) => "only the public internet is asked; save the picture into the site",
        NetError::NoPicture(_) => "copy the address of the picture itself, or save it into the site",
        NetError::TooLarge { .. } => "save a smaller copy of the picture into the site",
        NetError::NoAddress(_) | NetError::Scheme => "write the whole address, with `https://`",
        _ => "try again later, or save the picture into the site",
    }
}

/// A thread that died holding the lock left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
