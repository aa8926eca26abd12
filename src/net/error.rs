//! Why the network gave nothing, in a few words.

use super::reach::OutOfReach;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::time::Duration;

/// Why an address gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetError {
    /// It is no address; the parser says why.
    NoAddress(String),
    /// Its scheme is neither `http` nor `https`.
    Scheme,
    /// The server answered, but not with what was asked for.
    Status(u16),
    /// It holds more than the limit.
    TooLarge {
        limit_bytes: u64,
    },
    /// It took longer than this.
    TimedOut {
        seconds: u64,
    },
    /// Its host was not found or not connected to within this.
    Silent {
        seconds: u64,
    },
    TooManyRedirects,
    UnknownHost,
    /// The host is at this address, which is not on the public internet.
    NotPublic(IpAddr),
    /// This happened where a redirect leads.
    Redirected(Box<Self>),
    /// The server answered with this in place of a picture.
    NoPicture(&'static str),
    /// Nobody listens there.
    Refused,
    /// No secure connection came about; the library says why.
    Tls(String),
    /// Anything else, as the library says it.
    Other(String),
}

impl NetError {
    pub(super) fn new(error: ureq::Error, whole: Duration) -> Self {
        match error {
            ureq::Error::StatusCode(status) => Self::Status(status),
            ureq::Error::BodyExceedsLimit(limit_bytes) => Self::TooLarge { limit_bytes },
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
                Self::Silent { seconds: super::CONNECT_TIMEOUT.min(whole).as_secs() }
            }
            ureq::Error::Timeout(_) => Self::TimedOut { seconds: whole.as_secs() },
            ureq::Error::TooManyRedirects => Self::TooManyRedirects,
            // After a redirect only: the address itself was looked at before.
            ureq::Error::BadUri(_) => Self::Scheme,
            ureq::Error::HostNotFound => Self::UnknownHost,
            ureq::Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => Self::Refused,
            ureq::Error::Io(error) => Self::Other(error.to_string()),
            ureq::Error::Tls(reason) => Self::Tls(reason.to_owned()),
            ureq::Error::Rustls(error) => Self::Tls(error.to_string()),
            ureq::Error::Other(error) => match error.downcast_ref() {
                Some(OutOfReach(address)) => Self::NotPublic(*address),
                None => Self::Other(error.to_string()),
            },
            error => Self::Other(error.to_string()),
        }
    }

    /// A few words for a diagnostic, without the address.
    pub fn reason(&self) -> String {
        match self {
            Self::NoAddress(reason) => format!("not an address: {reason}"),
            Self::Scheme => "only http and https addresses can be fetched".to_owned(),
            Self::Status(404) => "the server has no such page (404)".to_owned(),
            Self::Status(status) => format!("the server answered with status {status}"),
            Self::TooLarge { limit_bytes } => format!("larger than {}", size(*limit_bytes)),
            Self::TimedOut { seconds } => format!("no answer within {seconds} seconds"),
            Self::Silent { seconds } => format!("no connection within {seconds} seconds"),
            Self::TooManyRedirects => format!("more than {} redirects", super::REDIRECTS),
            Self::UnknownHost => "the host cannot be found".to_owned(),
            Self::NotPublic(address) => format!("its host is at {address}, which is not a public address"),
            Self::Redirected(error) => format!("a redirect leads on, but {}", error.reason()),
            Self::NoPicture(what) => format!("the server answered with {what} in place of a picture"),
            Self::Refused => "connection refused".to_owned(),
            Self::Tls(reason) => format!("no secure connection: {reason}"),
            Self::Other(reason) => reason.clone(),
        }
    }
}

fn size(bytes: u64) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{bytes} bytes") }
}
