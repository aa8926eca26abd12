//! Nikola's `conf.py`.

use crate::model::{Author, Facts};
use crate::site::fields;
use crate::site::literals::Literal;
use crate::site::python;
use crate::site::root::Root;
use regex::Regex;
use std::collections::BTreeMap;

pub const FILE: &str = "conf.py";

/// The settings that decide about posts.
pub struct Settings {
    pub python: python::Settings,
    pub language: String,
    /// The folder below the root that each language has.
    translations: BTreeMap<String, String>,
    pub posts: Vec<Source>,
    by_name: Option<Regex>,
}

/// One line of `POSTS`.
#[derive(Clone, Debug)]
pub struct Source {
    /// As written: `posts/*.rst`.
    pub pattern: String,
    pub directory: String,
    name: String,
    /// By language, or for all under an empty name.
    destinations: BTreeMap<String, String>,
}

impl Settings {
    pub fn read(root: &Root) -> Self {
        let python = python::Settings::read(root, &[FILE]);
        let language = python.text("DEFAULT_LANG").unwrap_or("en").to_owned();
        let mut translations = BTreeMap::new();
        if let Some(Literal::Object(entries)) = python.value("TRANSLATIONS") {
            let folders = entries.iter().filter_map(|(name, value, _)| Some((name.clone(), value.text()?)));
            translations.extend(folders.map(|(name, path)| (name, path.trim_start_matches("./").to_owned())));
        }
        let mut posts: Vec<Source> = match python.value("POSTS") {
            Some(Literal::List(lines)) => lines.iter().filter_map(Source::of).collect(),
            _ => Vec::new(),
        };
        if posts.is_empty() {
            posts.extend(["rst", "md", "txt", "html", "ipynb"].map(|extension| {
                Source::at(
                    &format!("posts/*.{extension}"),
                    BTreeMap::from([(String::new(), "posts".to_owned())]),
                )
            }));
        }
        let pattern = python.text("FILE_METADATA_REGEXP");
        let by_name = pattern.and_then(|pattern| Regex::new(&format!("^(?:{pattern})")).ok());
        Self { python, language, translations, posts, by_name }
    }

    /// The file that a file is a translation of, and its language: `x.rst` and `de` of `x.de.rst`.
    pub fn translation(&self, path: &str) -> (String, String) {
        let own = || (path.to_owned(), self.language.clone());
        let Some((stem, extension)) = path.rsplit_once('.') else { return own() };
        // `TRANSLATIONS_PATTERN` is `{path}.{lang}.{ext}`, and was `{path}.{ext}.{lang}`.
        let parts = [stem.rsplit_once('.'), Some((stem, extension))];
        let [ahead, behind] = parts;
        if let Some((base, language)) =
            ahead.filter(|(_, language)| self.translations.contains_key(*language))
        {
            return (format!("{base}.{extension}"), language.to_owned());
        }
        match behind {
            Some((base, language)) if self.translations.contains_key(language) => {
                (base.to_owned(), language.to_owned())
            }
            _ => own(),
        }
    }

    /// The folder of a language; none for the site's own.
    pub fn prefix(&self, language: &str) -> &str {
        self.translations.get(language).map_or("", String::as_str)
    }

    /// What `FILE_METADATA_REGEXP` finds in a path.
    pub fn by_name(&self, path: &str) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let Some(pattern) = &self.by_name else { return found };
        let Some(captures) = pattern.captures(path) else { return found };
        let unslugged = self.python.flag("FILE_METADATA_UNSLUGIFY_TITLES", true);
        for name in pattern.capture_names().flatten() {
            let Some(value) = captures.name(name).map(|value| value.as_str()) else { continue };
            let value = if name == "title" && unslugged { unslugify(value) } else { value.to_owned() };
            found.insert(name.to_lowercase(), value);
        }
        found
    }

    pub fn facts(&self) -> Facts {
        let say = |name: &str| {
            let text = match self.python.value(name)? {
                Literal::Object(_) => self.python.value(name)?.get(&[self.language.as_str()])?.text()?,
                other => other.text()?,
            };
            Some(fields::fold(text)).filter(|text| !text.is_empty())
        };
        let author =
            say("BLOG_AUTHOR").map(|name| Author { name, email: say("BLOG_EMAIL"), ..Author::default() });
        Facts {
            title: say("BLOG_TITLE"),
            description: say("BLOG_DESCRIPTION"),
            url: say("BASE_URL").or_else(|| say("SITE_URL")),
            language: Some(self.language.replace('_', "-")),
            authors: author.into_iter().collect(),
            logo: say("LOGO_URL"),
            time_zone: say("TIMEZONE"),
            ..Facts::default()
        }
    }
}

/// `my-post` becomes `My post` (`nikola.utils.unslugify`).
fn unslugify(value: &str) -> String {
    let words = value.replace(['_', '-', '.'], " ").trim().to_lowercase();
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

impl Source {
    fn of(line: &Literal) -> Option<Self> {
        let Literal::List(parts) = line else { return None };
        let destinations = match parts.get(1)? {
            Literal::Text(path) => BTreeMap::from([(String::new(), path.clone())]),
            Literal::Object(paths) => paths
                .iter()
                .filter_map(|(language, path, _)| Some((language.clone(), path.text()?.to_owned())))
                .collect(),
            _ => return None,
        };
        Some(Self::at(parts.first()?.text()?, destinations))
    }

    fn at(pattern: &str, destinations: BTreeMap<String, String>) -> Self {
        let path = pattern.trim_start_matches("./");
        let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
        Self {
            pattern: pattern.to_owned(),
            directory: directory.to_owned(),
            name: name.to_owned(),
            destinations,
        }
    }

    /// Whether a file below the directory belongs here; folders in it count, but for hidden ones.
    pub fn takes(&self, below: &str) -> bool {
        let name = below.rsplit('/').next().unwrap_or(below);
        let fits = match self.name.split_once('*') {
            Some((start, end)) => {
                name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
            }
            None => name == self.name,
        };
        fits && !below.split('/').any(|part| part.starts_with('.'))
    }

    /// The folder of the posts' pages for a language.
    pub fn destination(&self, language: &str) -> &str {
        let found = self.destinations.get(language).or_else(|| self.destinations.get(""));
        found.or_else(|| self.destinations.values().next()).map_or("", |path| path.trim_matches('/'))
    }
}
