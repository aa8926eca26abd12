//! Under which names a post's fields are looked for: the site's own before those of its framework.

use super::fields::Keys;

/// The names that a site's settings give.
#[derive(Clone, Debug, Default)]
pub struct OwnNames {
    pub title: Vec<String>,
    pub published: Vec<String>,
    pub updated: Vec<String>,
    pub summary: Vec<String>,
    pub tags: Vec<String>,
    pub authors: Vec<String>,
    pub language: Vec<String>,
    pub cover: Vec<String>,
}

/// All names of each field, the strongest first.
pub struct Names<'a> {
    pub title: Vec<&'a str>,
    pub published: Vec<&'a str>,
    pub updated: Vec<&'a str>,
    pub summary: Vec<&'a str>,
    pub tags: Vec<&'a str>,
    pub authors: Vec<&'a str>,
    pub language: Vec<&'a str>,
    pub cover: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub fn of(own: &'a OwnNames, keys: &Keys) -> Self {
        let join = |own: &'a [String], keys: &[&'a str]| {
            own.iter().map(String::as_str).chain(keys.iter().copied()).collect()
        };
        Self {
            title: join(&own.title, keys.title),
            published: join(&own.published, keys.published),
            updated: join(&own.updated, keys.updated),
            summary: join(&own.summary, keys.summary),
            tags: join(&own.tags, keys.tags),
            authors: join(&own.authors, keys.authors),
            language: join(&own.language, keys.language),
            cover: join(&own.cover, keys.cover),
        }
    }
}
