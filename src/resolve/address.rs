//! The site's own address, from the best evidence there is.

use crate::diag::Diagnostic;
use crate::model::Source;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, BTreeSet};
use url::{Host, Url};

/// Where nothing tells the address: a host that can exist nowhere (RFC 2606).
const UNKNOWN: &str = "https://unknown.invalid/";

/// The address of the site's root, ending in `/`.
///
/// In order: what the settings or the framework say, unless it is a placeholder; `CNAME`; where the posts' links to
/// their neighbours point; the placeholder after all.
pub fn of_site(source: &Source, said: &mut Vec<Diagnostic>) -> Url {
    let written = source.facts.url.as_deref();
    let parsed = written.and_then(parse);
    if let (Some(text), None) = (written, &parsed) {
        let mut diagnostic =
            Diagnostic::warning("site-url-invalid", format!("`{text}` is no address of a site"))
                .hint("write it whole, such as `https://blog.example.org`");
        if let Some((path, place)) = &source.facts.url_at {
            diagnostic = diagnostic.in_file(path.clone()).at(place.clone());
        }
        said.push(diagnostic);
    }
    if let Some(url) = parsed.clone().filter(|url| !is_placeholder(url)) {
        return url;
    }
    let cname = source.cname.as_deref().and_then(|host| parse(&format!("https://{host}")));
    if let Some(url) = cname.or_else(|| from_links(source)).or_else(|| from_sitemap(source)) {
        return url;
    }
    if let Some(url) = parsed {
        let mut diagnostic =
            Diagnostic::warning("site-url-placeholder", format!("the site's address is still `{url}`"))
                .hint("set `url:` in syndicard.yaml");
        if let Some((path, place)) = &source.facts.url_at {
            diagnostic = diagnostic.in_file(path.clone()).at(place.clone());
        }
        said.push(diagnostic);
        return url;
    }
    said.push(
        Diagnostic::error("site-url-unknown", "the site's address is not known")
            .hint("write `url: https://…` into syndicard.yaml"),
    );
    // The constant parses; the compiler cannot know.
    Url::parse(UNKNOWN).unwrap_or_else(|_| unreachable!("a constant address"))
}

/// Whether the address is the stand-in for an unknown one.
pub fn is_unknown(url: &Url) -> bool {
    url.as_str() == UNKNOWN
}

/// An http address with a host, without query, ending in `/`.
fn parse(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim())
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())?;
    url.set_query(None);
    url.set_fragment(None);
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Some(url)
}

/// What starters and documentation put there. A host that only ends in `example.org` may be a sample's own.
fn is_placeholder(url: &Url) -> bool {
    const HOSTS: &[&str] = &[
        "example.com",
        "www.example.com",
        "blog.example.com",
        "example.org",
        "example.net",
        "localhost",
        "yoursite.com",
        "yourdomain.com",
        "tailwind-nextjs-starter-blog.vercel.app",
    ];
    match url.host() {
        Some(Host::Domain(host)) => HOSTS.contains(&host) || host.ends_with(".local"),
        Some(Host::Ipv4(address)) => address.is_loopback() || address.is_unspecified(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => true,
    }
}

/// The site to which the posts link as to their neighbours: the link's path is one of ours, or stands in one of our folders.
fn from_links(source: &Source) -> Option<Url> {
    let routes: BTreeSet<&str> = source
        .posts
        .iter()
        .filter_map(|post| post.route.undated())
        .map(|path| path.trim_matches('/'))
        .collect();
    // Half of the world keeps its posts in `/blog/`: only a folder in a folder tells whose it is.
    let folders: BTreeSet<&str> = routes
        .iter()
        .filter_map(|route| route.rsplit_once('/').map(|(folder, _)| folder))
        .filter(|folder| folder.contains('/'))
        .collect();
    let mut votes: BTreeMap<Url, u32> = BTreeMap::new();
    let mentioned = source.evidence.iter().flat_map(|found| &found.addresses);
    for link in source.posts.iter().flat_map(|post| &post.links).chain(mentioned) {
        let Ok(url) = Url::parse(link) else { continue };
        let path = percent_decode_str(url.path()).decode_utf8_lossy().into_owned();
        let path = path.trim_matches('/').trim_end_matches(".html").to_owned();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let exact = prefix(&path, &routes).map(|prefix| (prefix, 3));
        let near = || prefix(folder, &folders).map(|prefix| (prefix, 1));
        if let Some((prefix, weight)) = exact.or_else(near) {
            let base = url
                .join("/")
                .ok()
                .and_then(|root| root.join(&prefix).ok())
                .and_then(|url| parse(url.as_str()));
            if let Some(base) = base {
                *votes.entry(base).or_default() += weight;
            }
        }
    }
    votes.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(url, _)| url)
}

/// The host of which a sitemap of the site tells.
fn from_sitemap(source: &Source) -> Option<Url> {
    // The name spaces of XML stand in every sitemap.
    const SPACES: &[&str] =
        &["http://www.sitemaps.org/", "http://www.w3.org/", "http://www.google.com/schemas"];
    let is_map = |file: &str| file.rsplit('/').next().is_some_and(|name| name.starts_with("sitemap"));
    let maps = source.evidence.iter().filter(|found| is_map(&found.file));
    let mut votes: BTreeMap<Url, u32> = BTreeMap::new();
    for address in maps.flat_map(|found| &found.addresses) {
        let own = !SPACES.iter().any(|space| address.starts_with(space));
        let root = Url::parse(address).ok().filter(|_| own).and_then(|url| url.join("/").ok());
        if let Some(root) = root.and_then(|root| parse(root.as_str())).filter(|root| !is_placeholder(root)) {
            *votes.entry(root).or_default() += 1;
        }
    }
    votes.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(url, _)| url)
}

/// What stands in `path` before the longest of `ours` that ends it.
fn prefix(path: &str, ours: &BTreeSet<&str>) -> Option<String> {
    let mut tail = path;
    loop {
        if !tail.is_empty() && ours.contains(tail) {
            return Some(path.strip_suffix(tail).unwrap_or_default().to_owned());
        }
        tail = tail.split_once('/').map(|(_, rest)| rest)?;
    }
}
