//! Where posts stand, and what the framework makes of each.

use super::front_matter::{self, Front};
use super::inherit::{Inheritance, Layers};
use super::root::Root;
use crate::model::{Header, RawPost, Route};
use std::borrow::Cow;

/// Posts of one kind.
pub struct Collection {
    /// Relative to the site; empty for the root itself.
    pub directory: String,
    pub extensions: &'static [&'static str],
    pub header: Header,
    /// Whether every file here is meant as a post.
    pub posts_only: bool,
    /// Which files below the directory belong to it, by their path below it; all, where nothing is said.
    pub accepts: Option<Choice>,
    pub inheritance: Inheritance,
    pub rule: Rule,
}

/// Whether a path is among those that are meant.
pub type Choice = Box<dyn Fn(&str) -> bool + Send + Sync>;

/// Completes a post whose fields are filled in: gives it its address, and what the framework takes from elsewhere than its fields.
///
/// # Errors
/// The reason for which the framework does not publish it.
pub type Rule = Box<dyn Fn(&Page<'_>, &mut RawPost) -> Result<(), &'static str> + Send + Sync>;

/// A file as a rule sees it.
pub struct Page<'a> {
    pub root: &'a Root,
    /// Relative to the site.
    pub path: &'a str,
    /// Below the collection's directory.
    pub below: &'a str,
    pub fields: &'a Layers<'a>,
    /// What follows the front matter; nothing where the file was not opened.
    pub read: Option<&'a str>,
    pub header: Header,
}

impl Collection {
    /// Markdown with front matter below a directory, each file at the address that `route` gives its path without extension.
    pub fn plain(directory: &str, route: fn(&str) -> String) -> Self {
        Self {
            directory: directory.to_owned(),
            extensions: &["md", "mdx", "markdown"],
            header: Header::Fences,
            posts_only: true,
            accepts: None,
            inheritance: Inheritance::default(),
            rule: Box::new(move |page, post| {
                post.route = Route::path(route(page.stem()));
                Ok(())
            }),
        }
    }

    /// Whether its posts are in files with this extension, in capitals too.
    pub fn reads(&self, extension: &str) -> bool {
        self.extensions.iter().any(|known| known.eq_ignore_ascii_case(extension))
    }

    /// A path below the collection's directory.
    pub fn below<'a>(&self, path: &'a str) -> &'a str {
        path.strip_prefix(&self.directory).unwrap_or(path).trim_start_matches('/')
    }
}

impl<'a> Page<'a> {
    /// What follows the front matter; the file is read for it where it was not.
    pub fn body(&self) -> Cow<'a, str> {
        if let Some(body) = self.read {
            return body.into();
        }
        let text = self.root.text(self.path).unwrap_or_default();
        front_matter::split_as(&text, self.header)
            .map_or_else(|_| text.clone(), |fenced| fenced.body.to_owned())
            .into()
    }

    /// The path below the collection's directory, without its extension.
    pub fn stem(&self) -> &'a str {
        self.below.rsplit_once('.').map_or(self.below, |(stem, _)| stem)
    }

    /// The file's name without its extension.
    pub fn name(&self) -> &'a str {
        self.stem().rsplit('/').next().unwrap_or_default()
    }

    /// The folder below the collection's directory; empty for a file directly in it.
    pub fn folder(&self) -> &'a str {
        self.below.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The folder that holds the file, relative to the site.
    pub fn directory(&self) -> &'a str {
        self.path.rsplit_once('/').map_or("", |(directory, _)| directory)
    }

    /// The post's own front matter.
    pub fn front(&self) -> &'a Front {
        self.fields.own
    }
}
