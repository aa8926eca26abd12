//! Pictures on other servers, of the public internet alone.

#[cfg(test)]
mod tests;

use super::reach::{Guard, Reach};
use super::{NetError, WHOLE_TIMEOUT, address, config};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use ureq::Agent;
use ureq::http::header::{ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED};
use ureq::http::{HeaderMap, HeaderName, HeaderValue};
use ureq::unversioned::transport::DefaultConnector;

/// What a picture may hold.
pub const PICTURE_LIMIT_BYTES: u64 = 20 << 20;

/// Longer ones than servers give are not kept.
const VALIDATOR_LIMIT_BYTES: usize = 1024;

/// What a server gave along with a picture, by which it can be asked whether it still has the same (RFC 9110, 8.8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// What came of asking for a picture.
#[derive(Debug, PartialEq, Eq)]
pub enum PictureAnswer {
    New {
        bytes: Vec<u8>,
        validators: Validators,
    },
    /// It is the one that the validators came with.
    Unchanged,
}

/// Fetches a picture of at most 20 MiB, unless it is the one with which `known` came.
///
/// Each address on the way, the first and those of redirects, is asked only where all that its host's name leads to is
/// within reach. No proxy is asked: it would look the name up by itself.
///
/// # Errors
/// When the address is none or out of reach, the server cannot be reached or answers with something else, or a bound is
/// passed.
pub fn picture(url: &str, known: &Validators, reach: Reach) -> Result<PictureAnswer, NetError> {
    picture_within(url, known, reach, PICTURE_LIMIT_BYTES, WHOLE_TIMEOUT)
}

fn picture_within(
    url: &str,
    known: &Validators,
    reach: Reach,
    limit_bytes: u64,
    whole: Duration,
) -> Result<PictureAnswer, NetError> {
    let url = address(url)?;
    let asked = Arc::new(AtomicUsize::new(0));
    let failed = |error| match NetError::new(error, whole) {
        // What is wrong with a host is said of the right one.
        error @ (NetError::Silent { .. }
        | NetError::UnknownHost
        | NetError::NotPublic(_)
        | NetError::Refused)
            if asked.load(Ordering::Relaxed) > 1 =>
        {
            NetError::Redirected(Box::new(error))
        }
        error => error,
    };
    let config = config(whole).proxy(None).build();
    let agent = Agent::with_parts(config, DefaultConnector::default(), Guard::new(reach, &asked));
    let mut request = agent.get(url.as_str());
    for (name, value) in [(IF_NONE_MATCH, &known.etag), (IF_MODIFIED_SINCE, &known.last_modified)] {
        if let Some(value) = value.as_deref().and_then(|value| HeaderValue::from_str(value).ok()) {
            request = request.header(name, value);
        }
    }
    let mut response = request.call().map_err(failed)?;
    match response.status().as_u16() {
        200 => {}
        304 if *known != Validators::default() => return Ok(PictureAnswer::Unchanged),
        status => return Err(NetError::Status(status)),
    }
    // A page that asks to log in, or one that shows the picture.
    if matches!(response.body().mime_type(), Some("text/html" | "application/xhtml+xml")) {
        return Err(NetError::NoPicture("a web page"));
    }
    let validators = Validators {
        etag: validator(response.headers(), &ETAG),
        last_modified: validator(response.headers(), &LAST_MODIFIED),
    };
    let bytes = response.body_mut().with_config().limit(limit_bytes).read_to_vec().map_err(failed)?;
    if bytes.is_empty() {
        return Err(NetError::NoPicture("nothing"));
    }
    Ok(PictureAnswer::New { bytes, validators })
}

fn validator(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    (!value.is_empty() && value.len() <= VALIDATOR_LIMIT_BYTES).then(|| value.to_owned())
}
