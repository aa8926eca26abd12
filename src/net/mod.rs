//! The network: bounded in bytes, in time and in redirects, and touched only for an address that somebody named.

mod error;
mod picture;
mod reach;

#[cfg(test)]
pub mod tests;

pub use error::NetError;
pub use picture::{PICTURE_LIMIT_BYTES, PictureAnswer, Validators, picture};
pub use reach::Reach;

use std::time::Duration;
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;
use ureq::{Agent, ResponseExt};
use url::{Host, Url};

/// What a feed may hold: three times the largest that readers take (limits of 1, 5 and 15 MB were seen).
pub const FEED_LIMIT_BYTES: u64 = 64 << 20;

/// To find a host, and again to connect to it.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// From the first look at the name to the last byte, redirects included.
const WHOLE_TIMEOUT: Duration = Duration::from_secs(30);
/// A feed that moved twice and a host that adds `www` need three.
const REDIRECTS: u32 = 5;
const USER_AGENT: &str = concat!("Syndicard/", env!("CARGO_PKG_VERSION"));

/// What an address gave.
#[derive(Debug)]
pub struct Fetched {
    pub bytes: Vec<u8>,
    /// Where the last redirect led; without one, the address itself.
    pub final_url: String,
    /// As the server says, without parameters: `application/rss+xml`.
    pub media_type: Option<String>,
}

/// Fetches what stands at an `http` or `https` address, at most `limit_bytes` of it once unpacked.
///
/// # Errors
/// When the address is none, the server cannot be reached or answers with an error, or a bound is passed.
pub fn get(url: &str, limit_bytes: u64) -> Result<Fetched, NetError> {
    get_within(url, limit_bytes, WHOLE_TIMEOUT)
}

fn get_within(url: &str, limit_bytes: u64, whole: Duration) -> Result<Fetched, NetError> {
    let url = address(url)?;
    let mut response =
        agent(&url, whole).get(url.as_str()).call().map_err(|error| NetError::new(error, whole))?;
    let status = response.status().as_u16();
    if !response.status().is_success() {
        return Err(NetError::Status(status));
    }
    let final_url = response.get_uri().to_string();
    let media_type = response.body().mime_type().map(str::to_owned);
    let body = response.body_mut().with_config().limit(limit_bytes);
    let bytes = body.read_to_vec().map_err(|error| NetError::new(error, whole))?;
    Ok(Fetched { bytes, final_url, media_type })
}

/// Sends a form, and gives the status with which the server answered, whatever it is.
///
/// # Errors
/// When the address is none, the server cannot be reached, or a bound is passed.
pub fn post_form(url: &str, fields: &[(&str, &str)]) -> Result<u16, NetError> {
    let url = address(url)?;
    let request = agent(&url, WHOLE_TIMEOUT).post(url.as_str());
    let response =
        request.send_form(fields.iter().copied()).map_err(|error| NetError::new(error, WHOLE_TIMEOUT))?;
    Ok(response.status().as_u16())
}

fn address(text: &str) -> Result<Url, NetError> {
    let url = Url::parse(text).map_err(|error| NetError::NoAddress(error.to_string()))?;
    if matches!(url.scheme(), "http" | "https") { Ok(url) } else { Err(NetError::Scheme) }
}

fn agent(url: &Url, whole: Duration) -> Agent {
    // A proxy elsewhere cannot reach this machine's own servers.
    let config = if is_loopback(url) { config(whole).proxy(None) } else { config(whole) };
    config.build().into()
}

/// The bounds of every request.
fn config(whole: Duration) -> ConfigBuilder<AgentScope> {
    Agent::config_builder()
        .user_agent(USER_AGENT)
        .timeout_resolve(Some(CONNECT_TIMEOUT))
        .timeout_connect(Some(CONNECT_TIMEOUT))
        .timeout_global(Some(whole))
        .max_redirects(REDIRECTS)
        .http_status_as_error(false)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
