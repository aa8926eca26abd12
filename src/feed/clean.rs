//! Copies of the nouns that every format can write as they are.

use super::text::clean;
use crate::model::{Attachment, Author, Post, SiteFacts};
use chrono::{DateTime, FixedOffset, Utc};
use url::Host;

/// A site whose texts hold nothing that XML forbids and whose title is not empty.
pub fn site(site: &SiteFacts) -> SiteFacts {
    let title = filled(&site.title).unwrap_or_else(|| site.url.to_string());
    SiteFacts {
        title,
        description: site.description.as_deref().and_then(filled),
        rights: site.rights.as_deref().and_then(filled),
        language: language(&site.language),
        authors: authors(&site.authors),
        ..site.clone()
    }
}

/// A post whose texts hold nothing that XML forbids and whose title is not empty.
pub fn post(post: &Post) -> Post {
    let url = clean(&post.url);
    let summary = post.summary.as_ref().or(post.excerpt.as_ref()).and_then(|text| filled(text));
    // Atom requires a title (RFC 4287, section 4.1.2); an empty one shows as nothing to click on.
    let title = filled(&post.title).or_else(|| summary.clone()).unwrap_or_else(|| url.clone());
    Post {
        url,
        id: clean(&post.id),
        title,
        summary,
        published: whole_minutes(post.published),
        updated: post.updated.map(whole_minutes),
        tags: post.tags.iter().filter_map(|tag| filled(tag)).collect(),
        authors: authors(&post.authors),
        language: language(&post.language),
        external_url: post.external_url.as_deref().and_then(filled),
        rights: post.rights.as_deref().and_then(filled),
        ..post.clone()
    }
}

/// An attachment whose texts hold nothing that XML forbids.
pub fn attachment(attachment: &Attachment) -> Attachment {
    Attachment {
        url: clean(&attachment.url),
        media_type: clean(&attachment.media_type),
        title: attachment.title.as_deref().and_then(filled),
        ..attachment.clone()
    }
}

/// Every text of a post that stands in a feed.
pub fn texts(post: &Post) -> Vec<&str> {
    let mut texts = vec![post.title.as_str(), &post.id, &post.url, &post.language];
    texts.extend(post.summary.as_deref());
    texts.extend(post.tags.iter().map(String::as_str));
    texts.extend(post.rights.as_deref());
    for author in &post.authors {
        texts.push(&author.name);
        texts.extend(author.email.as_deref());
        texts.extend(author.url.as_deref());
    }
    texts
}

/// The clean text, unless there is nothing to see in it.
fn filled(text: &str) -> Option<String> {
    let text = clean(text);
    (!text.trim().is_empty()).then_some(text)
}

/// Those who have a name, which Atom and JSON Feed require of a person.
fn authors(authors: &[Author]) -> Vec<Author> {
    let named = |author: &Author| {
        Some(Author {
            name: filled(&author.name)?,
            email: author.email.as_deref().and_then(mail),
            url: author.url.as_deref().and_then(filled),
            avatar: author.avatar.as_deref().and_then(filled),
            ..author.clone()
        })
    };
    authors.iter().filter_map(named).collect()
}

/// The address, where RFC 4287 (section 3.2.3) and the RSS Advisory Board's profile would take it for one.
fn mail(email: &str) -> Option<String> {
    let email = filled(email)?;
    let (local, host) = email.split_once('@')?;
    let whole = !local.is_empty() && !host.is_empty() && !email.contains(char::is_whitespace);
    // RFC 4287 has a host in ASCII: `exämple.org` is `xn--exmple-cua.org`.
    let host = Host::parse(host).ok()?;
    whole.then(|| format!("{local}@{host}"))
}

/// With hyphens, as BCP 47 has them; POSIX and some front matter write `pt_BR`.
fn language(tag: &str) -> String {
    clean(tag).replace('_', "-")
}

/// The same moment with an offset that feeds can write: local mean time, which `chrono-tz` gives
/// before standard time, has seconds in its offset, and RFC 2822 and RFC 3339 have no place for them.
fn whole_minutes(date: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    if date.offset().local_minus_utc() % 60 == 0 { date } else { date.with_timezone(&Utc).fixed_offset() }
}
