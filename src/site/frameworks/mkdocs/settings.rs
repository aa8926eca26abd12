//! `mkdocs.yml`, with the file that it inherits from.

use crate::diag::Diagnostic;
use crate::model::{Author, Facts};
use crate::site::fields;
use crate::site::front_matter::{Front, Syntax, Value};
use crate::site::inherit;
use crate::site::root::Root;
use crate::site::walk;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

pub const FILES: &[&str] = &["mkdocs.yml", "mkdocs.yaml"];

/// How far one configuration may inherit from another.
const LIMIT_PARENTS: usize = 5;

/// The site's configuration: the first file's keys before those that it inherits.
pub struct Settings {
    pub file: &'static str,
    layers: Vec<Front>,
}

impl Settings {
    pub fn read(root: &Root, said: &mut Vec<Diagnostic>) -> Self {
        let file = FILES.iter().find(|file| root.is_file(file)).copied().unwrap_or("mkdocs.yml");
        let mut layers: Vec<Front> = Vec::new();
        let mut next = Some(file.to_owned());
        while let Some(path) = next.take().filter(|_| layers.len() < LIMIT_PARENTS) {
            let Some(front) = inherit::data(root, &path, Syntax::Yaml, said) else { break };
            let parent = front.get(&["INHERIT"]).and_then(|entry| entry.value.text());
            next = parent.and_then(|parent| walk::join(walk::folder(&path), parent));
            layers.push(front);
        }
        Self { file, layers }
    }

    pub fn value(&self, key: &str) -> Option<&Value> {
        self.layers.iter().find_map(|front| front.get(&[key])).map(|entry| &entry.value)
    }

    /// A text; of `!ENV [NAME, default]` the default, and nothing of `!ENV NAME`.
    fn text(&self, key: &str) -> Option<String> {
        let (front, entry) = self.layers.iter().find_map(|front| Some((front, front.get(&[key])?)))?;
        let written = front.lines.location(entry.line, entry.column, entry.width).excerpt;
        let text = match &entry.value {
            Value::Text(text) if !written.contains("!ENV") => text,
            Value::List(items) if items.len() > 1 => items.last()?.text()?,
            _ => return None,
        };
        Some(fields::fold(text)).filter(|text| !text.is_empty())
    }

    /// The line of a key in the first file; 1 where it is inherited.
    pub fn line_of(&self, key: &str) -> u32 {
        self.layers.first().and_then(|front| front.get(&[key])).map_or(1, |entry| entry.line)
    }

    pub fn docs(&self) -> String {
        let docs = self.text("docs_dir").unwrap_or_else(|| "docs".to_owned());
        walk::join("", &docs).unwrap_or_default()
    }

    /// `a/b/` rather than `a/b.html`.
    pub fn has_directory_urls(&self) -> bool {
        self.value("use_directory_urls").and_then(Value::text) != Some("false")
    }

    /// Which paths below the documentation `exclude_docs` leaves out, written as in a `.gitignore`.
    pub fn excluded(&self) -> impl Fn(&str) -> bool + Send + Sync + use<> {
        let mut builder = GitignoreBuilder::new("");
        let patterns = self.value("exclude_docs").and_then(Value::text).unwrap_or_default();
        for pattern in patterns.lines() {
            // A pattern that is none leaves nothing out.
            let _ = builder.add_line(None, pattern);
        }
        let patterns = builder.build().unwrap_or_else(|_| Gitignore::empty());
        move |below| patterns.matched_path_or_any_parents(below, false).is_ignore()
    }

    /// The plugins of a name, each with its options.
    pub fn plugins(&self, names: &[&str]) -> Vec<Option<&Value>> {
        let named = |name: &str| names.contains(&name);
        match self.value("plugins") {
            Some(Value::List(items)) => items
                .iter()
                .flat_map(|item| match item {
                    Value::Text(name) if named(name) => vec![None],
                    Value::Map(pairs) => {
                        pairs.iter().filter(|(name, _)| named(name)).map(|(_, value)| Some(value)).collect()
                    }
                    _ => Vec::new(),
                })
                .collect(),
            Some(Value::Map(pairs)) => {
                pairs.iter().filter(|(name, _)| named(name)).map(|(_, value)| Some(value)).collect()
            }
            _ => Vec::new(),
        }
    }

    pub fn facts(&self) -> Facts {
        let theme = self.value("theme");
        let theme = |key: &str| theme?.get(&[key])?.text().map(str::to_owned);
        let own = self.layers.first();
        let url_at = own.and_then(|front| {
            let entry = front.get(&["site_url"])?;
            Some((self.file.to_owned(), front.lines.location(entry.line, entry.column, entry.width)))
        });
        let author = self.text("site_author").map(|name| Author { name, ..Author::default() });
        Facts {
            title: self.text("site_name"),
            description: self.text("site_description"),
            url: self.text("site_url"),
            url_at,
            language: theme("language").or_else(|| self.text("locale")),
            authors: author.into_iter().collect(),
            rights: self.text("copyright").filter(|text| !text.contains('<')),
            icon: theme("favicon"),
            logo: theme("logo"),
            ..Facts::default()
        }
    }
}
