//! Which machines an address that a site names may lead to: a build must not be sent into its own network.

#[cfg(test)]
mod tests;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// How far a request may reach. No setting widens it.
#[derive(Clone, Copy, Debug)]
pub enum Reach {
    /// The public internet alone.
    Public,
    /// And the one server of a test.
    #[cfg(test)]
    PublicAnd(SocketAddr),
}

impl Reach {
    fn allows(self, address: SocketAddr) -> bool {
        match self {
            Self::Public => is_public(address.ip()),
            #[cfg(test)]
            Self::PublicAnd(server) => address == server || is_public(address.ip()),
        }
    }
}

/// Looks names up, and gives none of a host's addresses where one is out of reach.
///
/// It is asked for each redirect anew, and the connection is made to the very addresses that it gives: a name that
/// leads elsewhere when it is looked up again ("DNS rebinding") gains nothing, nor does another way to write a number.
#[derive(Debug)]
pub(super) struct Guard {
    reach: Reach,
    /// How many addresses were looked up: from the second on, a redirect led there.
    asked: Arc<AtomicUsize>,
}

impl Guard {
    pub fn new(reach: Reach, asked: &Arc<AtomicUsize>) -> Self {
        Self { reach, asked: Arc::clone(asked) }
    }
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let found =
            DefaultResolver::default().resolve(uri, config, timeout).map_err(|error| match error {
                ureq::Error::Io(_) => ureq::Error::HostNotFound,
                error => error,
            })?;
        match found.iter().find(|address| !self.reach.allows(**address)) {
            Some(address) => Err(ureq::Error::Other(Box::new(OutOfReach(address.ip())))),
            None => Ok(found),
        }
    }
}

/// The address at which a host is not asked, as it travels through the library.
#[derive(Debug)]
pub(super) struct OutOfReach(pub IpAddr);

impl fmt::Display for OutOfReach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a public address", self.0)
    }
}

impl std::error::Error for OutOfReach {}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// By IANA's registry of special-purpose addresses (RFC 6890), and without multicast (RFC 5771).
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !match a {
        // "This network", private, loopback; multicast and what is reserved.
        0 | 10 | 127 | 224.. => true,
        // Shared by the customers of a provider (RFC 6598).
        100 => (64..128).contains(&b),
        // Link-local; here clouds keep the secrets of their machines.
        169 => b == 254,
        172 => (16..32).contains(&b),
        // Protocol assignments, documentation, the old relays of 6to4, private.
        192 => (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99) || b == 168,
        // Benchmarking (RFC 2544), documentation (RFC 5737).
        198 => b == 18 || b == 19 || (b == 51 && c == 100),
        203 => b == 0 && c == 113,
        _ => false,
    }
}

/// By IANA's registry for IPv6: what is given out is `2000::/3`; loopback, link-local, ULA and multicast lie outside.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let carried = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b) {
        // IPv4-mapped (RFC 4291): the system connects by IPv4.
        (0, 0) if (c, d, e, f) == (0, 0, 0, 0xFFFF) => carried(g, h),
        // NAT64 (RFC 6052): the only way to IPv4 from some networks.
        (0x64, 0xFF9B) if (c, d, e, f) == (0, 0, 0, 0) => carried(g, h),
        // 6to4 (RFC 3056).
        (0x2002, high) => carried(high, c),
        // Protocol assignments, with Teredo, benchmarking and ORCHID; documentation (RFC 3849, RFC 9637).
        (0x2001, ..0x200 | 0xDB8) | (0x3FFF, ..0x1000) => false,
        (0x2000..0x4000, _) => true,
        _ => false,
    }
}
