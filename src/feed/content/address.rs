//! Addresses: each one absolute, since most readers do not know where an entry came from.

use url::Url;

use super::dom::{self, Node};

/// The schemes that may stand in a feed. The rest cannot be opened from one, or run something.
pub const SCHEMES: &[&str] = &[
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "ssh", "git", "irc", "ircs", "xmpp",
    "matrix", "magnet", "geo", "gemini", "gopher", "news", "nntp", "webcal", "signal", "tg", "nostr", "ipfs",
    "ipns", "doi", "urn",
];

const ATTRIBUTES: &[&str] = &["href", "src", "poster", "cite"];

/// Makes every address below a node absolute. One that cannot be is taken away, and what it belonged to keeps its text.
pub fn absolute(root: &Node, base: &Url) {
    for element in dom::elements(root) {
        for attribute in ATTRIBUTES {
            let Some(value) = element.attr(attribute) else { continue };
            let is_picture = element.has_name("img") && *attribute == "src";
            match resolved(base, &value, is_picture) {
                Some(address) if *address == *value => {}
                Some(address) => element.set_attr(attribute, &address),
                None => element.remove_attr(attribute),
            }
        }
        if let Some(value) = element.attr("srcset") {
            match candidates(base, &value) {
                Some(set) => element.set_attr("srcset", &set),
                None => element.remove_attr("srcset"),
            }
        }
        if element.has_name("img") && !element.has_attr("src") {
            dom::replace_with_text(&element, &dom::attribute(&element, "alt").unwrap_or_default());
        }
    }
}

/// An address made absolute; one that is absolute already stays to the byte. Data is allowed for pictures alone.
fn resolved(base: &Url, address: &str, is_picture: bool) -> Option<String> {
    let address = address.trim();
    if address.is_empty() {
        return None;
    }
    if is_picture && is_data_picture(address) {
        return Some(address.to_owned());
    }
    let url = base.join(address).ok()?;
    if !SCHEMES.contains(&url.scheme()) {
        return None;
    }
    // A browser ignores line ends inside an address, which hide a scheme from who only reads it.
    let is_clean = !address.contains(['\t', '\n', '\r']);
    let is_absolute = address.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.eq_ignore_ascii_case(url.scheme()) && (!is_web(url.scheme()) || rest.starts_with("//"))
    });
    Some(if is_absolute && is_clean { address.to_owned() } else { url.into() })
}

fn is_web(scheme: &str) -> bool {
    matches!(scheme, "http" | "https")
}

/// Whether an address holds a picture itself.
pub fn is_data_picture(address: &str) -> bool {
    address.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("data:image/"))
}

/// A `srcset` with each address absolute, without the candidates that cannot be.
fn candidates(base: &Url, set: &str) -> Option<String> {
    let mut found = Vec::new();
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|character: char| character.is_whitespace() || character == ',');
        if rest.is_empty() {
            break;
        }
        // An address may hold commas, and ends with white space (HTML, "parse a srcset attribute").
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        let descriptor = if bare.len() < address.len() {
            rest = after;
            ""
        } else {
            let end = after.find(',').unwrap_or(after.len());
            let (descriptor, after) = after.split_at(end);
            rest = after;
            descriptor.trim()
        };
        if let Some(address) = resolved(base, bare, true) {
            found.push(format!("{address} {descriptor}").trim().to_owned());
        }
    }
    (!found.is_empty()).then(|| found.join(", "))
}
