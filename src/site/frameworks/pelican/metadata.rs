//! What is known of an article: by its own head, by its name and path, and by the settings.

use super::settings::Settings;
use crate::model::RawPost;
use crate::site::collection::Page;
use crate::site::slugs::pelican;
use std::collections::BTreeMap;

/// An article's metadata, in Pelican's order (`pelican.readers.Readers.read_file`).
pub struct Known<'a> {
    pub settings: &'a Settings,
    page: &'a Page<'a>,
    /// Below the content's directory.
    pub path: String,
    /// From the name and the path.
    found: BTreeMap<String, String>,
}

impl<'a> Known<'a> {
    pub fn of(settings: &'a Settings, page: &'a Page<'a>) -> Self {
        let path = page.path.strip_prefix(&settings.content).unwrap_or(page.path).trim_start_matches('/');
        let mut found = BTreeMap::new();
        let texts = [(&settings.filename_metadata, page.name()), (&settings.path_metadata, path)];
        for (pattern, text) in texts {
            let Some(pattern) = pattern else { continue };
            let Some(captures) = pattern.captures(text) else { continue };
            for name in pattern.capture_names().flatten() {
                if let Some(value) = captures.name(name) {
                    found.entry(name.to_lowercase()).or_insert_with(|| value.as_str().to_owned());
                }
            }
        }
        let folder = path.rsplit_once('/').and_then(|(folders, _)| folders.rsplit('/').next());
        if let Some(folder) = folder.filter(|_| settings.folder_is_category) {
            found.entry("category".to_owned()).or_insert_with(|| folder.to_owned());
        }
        Self { settings, path: path.to_owned(), page, found }
    }

    /// What the article says, else what is known otherwise.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.own(key).or_else(|| self.elsewhere(key))
    }

    pub fn own(&self, key: &str) -> Option<&str> {
        self.page.fields.text(&[key])
    }

    /// What is known otherwise than from the article itself.
    pub fn elsewhere(&self, key: &str) -> Option<&str> {
        let found = self.found.get(key).map(String::as_str).filter(|text| !text.is_empty());
        found
            .or_else(|| self.settings.path_setting(&self.path, key))
            .or_else(|| self.settings.default_metadata(key))
            .or(match key {
                "category" => Some(self.settings.default_category.as_str()),
                "date" => self.settings.default_date.as_deref(),
                _ => None,
            })
    }

    /// The slug that is given, else one made of the title or the file's name (`pelican.contents.Content.__init__`).
    pub fn slug(&self, post: &RawPost) -> String {
        if let Some(slug) = self.text("slug") {
            return slug.to_owned();
        }
        let source = match self.settings.python.text("SLUGIFY_SOURCE") {
            Some("basename") => self.page.name(),
            _ => post.title.as_ref().map_or(self.page.name(), |title| title.value.as_str()),
        };
        self.slugify(source)
    }

    /// A slug as the settings make it.
    pub fn slugify(&self, text: &str) -> String {
        let python = &self.settings.python;
        let options = pelican::Options {
            unicode: python.flag("SLUGIFY_USE_UNICODE", false),
            keep_case: python.flag("SLUGIFY_PRESERVE_CASE", false),
        };
        match &self.settings.substitutions {
            Some(substitutions) => pelican::slug_by(text, options, substitutions),
            None => pelican::slug(text, options),
        }
    }
}
