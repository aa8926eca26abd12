//! What is known about a site before its posts are read.

use crate::diag::Location;
use chrono_tz::Tz;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use url::Url;

/// A value as written, with the place where it stands: a box, since a post has few of the many fields that it could have, and sites have
/// a hundred thousand posts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field<T>(Box<Placed<T>>);

/// What is in the box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed<T> {
    pub value: T,
    /// The file that the post inherits it from; nothing for its own.
    pub file: Option<Arc<str>>,
    /// Counted from 1, in the file; 0 where it stands in no line, as a date in a file's name.
    pub line: u32,
    /// Counted from 1, in characters.
    pub column: u32,
    /// In characters, on its first line; at least 1.
    pub width: u32,
}

impl<T> Field<T> {
    /// A value at its place.
    pub fn placed(placed: Placed<T>) -> Self {
        Self(Box::new(placed))
    }

    /// A value that stands in no line.
    pub fn unwritten(value: T) -> Self {
        Self::placed(Placed { value, file: None, line: 0, column: 0, width: 1 })
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.0.value
    }
}

impl<T> Deref for Field<T> {
    type Target = Placed<T>;

    fn deref(&self) -> &Placed<T> {
        &self.0
    }
}

impl<T> DerefMut for Field<T> {
    fn deref_mut(&mut self) -> &mut Placed<T> {
        &mut self.0
    }
}

/// What a site's files say of it, nothing guessed.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub title: Option<String>,
    pub description: Option<String>,
    /// The address of the site's root.
    pub url: Option<String>,
    /// Where `url` was written, for a diagnostic.
    pub url_at: Option<(String, Location)>,
    pub language: Option<String>,
    pub authors: Vec<Author>,
    /// Who may do what with the site's texts.
    pub rights: Option<String>,
    /// A small square picture, and a larger one: addresses or paths under the served directory.
    pub icon: Option<String>,
    pub logo: Option<String>,
    /// The file of the logo, else of the icon, relative to the site, with `/`, where it was found.
    pub logo_file: Option<String>,
    /// An IANA name such as `Europe/Madrid`.
    pub time_zone: Option<String>,
    pub time_zone_at: Option<(String, Location)>,
}

impl Facts {
    /// These facts, with what they do not say taken from `other`.
    pub fn or(self, other: Self) -> Self {
        let (url, url_at) = match self.url {
            Some(_) => (self.url, self.url_at),
            None => (other.url, other.url_at),
        };
        let (time_zone, time_zone_at) = match self.time_zone {
            Some(_) => (self.time_zone, self.time_zone_at),
            None => (other.time_zone, other.time_zone_at),
        };
        Self {
            title: self.title.or(other.title),
            description: self.description.or(other.description),
            url,
            url_at,
            language: self.language.or(other.language),
            rights: self.rights.or(other.rights),
            icon: self.icon.or(other.icon),
            logo: self.logo.or(other.logo),
            logo_file: self.logo_file.or(other.logo_file),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            time_zone,
            time_zone_at,
        }
    }
}

/// Somebody who writes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Author {
    pub name: String,
    pub email: Option<String>,
    /// Absolute.
    pub url: Option<String>,
    /// A picture of them: an address, or a path under the served directory until it is resolved.
    pub avatar: Option<String>,
    /// That picture's file, relative to the site, with `/`, where it was found.
    pub avatar_file: Option<String>,
}

/// What a site is, complete.
#[derive(Clone, Debug)]
pub struct SiteFacts {
    pub framework: &'static str,
    /// What stands before the site's paths where a directory above it was asked for: empty, or ending in `/`.
    pub below: String,
    pub title: String,
    pub description: Option<String>,
    /// The site's root, absolute, ending in `/`.
    pub url: Url,
    /// BCP 47.
    pub language: String,
    /// Who writes where a post does not say.
    pub authors: Vec<Author>,
    pub rights: Option<String>,
    /// A small square picture; absolute.
    pub icon: Option<String>,
    /// A larger picture; absolute.
    pub logo: Option<String>,
    /// The file of the logo, else of the icon, relative to the site, with `/`, where it was found.
    pub logo_file: Option<String>,
    /// The zone of dates that are written without an offset.
    pub time_zone: Tz,
    /// The directory served at the root, relative to the site, with `/`.
    pub out: String,
}

impl SiteFacts {
    /// A path of the site, as whoever asked for the site sees it.
    pub fn shown(&self, path: &str) -> String {
        format!("{}{path}", self.below)
    }

    /// The public address of a file under the served directory; `path` is not percent-encoded.
    pub fn address_of(&self, path: &str) -> String {
        format!("{}{}", self.url, crate::model::encode_path(path.trim_start_matches('/')))
    }

    /// An address as it is, or the address of a path under the served directory; only of the web.
    pub fn absolute(&self, source: &str) -> Option<String> {
        match Url::parse(source) {
            Ok(url) => matches!(url.scheme(), "http" | "https").then(|| source.to_owned()),
            Err(url::ParseError::RelativeUrlWithoutBase) if source.starts_with("//") => {
                Some(format!("{}:{source}", self.url.scheme()))
            }
            Err(url::ParseError::RelativeUrlWithoutBase) => {
                // What is percent-encoded already stays so.
                self.url.join(source.trim_start_matches('/')).ok().map(String::from)
            }
            Err(_) => None,
        }
    }
}
