//! `pelicanconf.py`, over which `publishconf.py` stands.

use crate::site::literals::Literal;
use crate::site::python;
use crate::site::root::Root;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use regex::Regex;

/// The first that is there shows the framework.
pub const FILES: &[&str] = &["pelicanconf.py", "pelican.conf.py"];

/// The settings that decide about articles.
pub struct Settings {
    pub python: python::Settings,
    /// The directory of the content, relative to the site.
    pub content: String,
    /// Below that one.
    pub article_paths: Vec<String>,
    excluded: Gitignore,
    pub language: String,
    /// Matched against the file's name without extension, and against the path below the content.
    pub filename_metadata: Option<Regex>,
    pub path_metadata: Option<Regex>,
    /// `SLUG_REGEX_SUBSTITUTIONS`, where the site has its own.
    pub substitutions: Option<Vec<(Regex, String)>>,
    reads_notebooks: bool,
    pub folder_is_category: bool,
    pub default_category: String,
    /// As a date is written.
    pub default_date: Option<String>,
    /// Whether a file without a date has that of its last change, which is not known here.
    pub dates_by_file: bool,
}

impl Settings {
    pub fn read(root: &Root) -> Self {
        let base = FILES.iter().find(|file| root.is_file(file)).copied().unwrap_or("pelicanconf.py");
        let python = python::Settings::read(root, &["publishconf.py", base]);
        let named = python.text("PATH").unwrap_or(".");
        let content = super::join("", named.trim_start_matches("./"));
        // A path that is computed cannot be known, but hardly anybody calls it otherwise.
        let content = if (python.is_unknown("PATH") || content.is_empty()) && root.is_dir("content") {
            "content".to_owned()
        } else {
            content
        };
        // `ARTICLE_DIR` is one path, and what `ARTICLE_PATHS` was called before version 3.4.
        let one = || python.text("ARTICLE_DIR").map(|path| vec![path.to_owned()]);
        let paths = python.texts("ARTICLE_PATHS").or_else(one);
        let article_paths = paths.filter(|paths| !paths.is_empty()).unwrap_or_else(|| vec![String::new()]);
        let default_date = match python.value("DEFAULT_DATE") {
            Some(Literal::List(parts)) => moment(parts),
            Some(Literal::Text(text)) if text != "fs" => Some(text.clone()),
            _ => None,
        };
        let pattern = |name: &str, default: &str| {
            let written = python.value(name).map_or(Some(default), Literal::text);
            written
                .filter(|pattern| !pattern.is_empty())
                .and_then(|pattern| Regex::new(&format!("^(?:{pattern})")).ok())
        };
        Self {
            article_paths,
            excluded: excluded(&python, &content),
            language: python.text("DEFAULT_LANG").unwrap_or("en").to_owned(),
            filename_metadata: pattern("FILENAME_METADATA", r"(?P<date>\d{4}-\d{2}-\d{2}).*"),
            path_metadata: pattern("PATH_METADATA", ""),
            substitutions: substitutions(&python),
            reads_notebooks: ["MARKUP", "PLUGINS"]
                .iter()
                .filter_map(|name| python.texts(name))
                .flatten()
                .any(|name| name.contains("ipynb")),
            folder_is_category: python.flag("USE_FOLDER_AS_CATEGORY", true),
            default_category: python.text("DEFAULT_CATEGORY").unwrap_or("misc").to_owned(),
            dates_by_file: python.text("DEFAULT_DATE") == Some("fs"),
            default_date,
            content,
            python,
        }
    }

    /// Whether a path below the content may be an article.
    pub fn takes(&self, path: &str) -> bool {
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        // Notebooks need a plugin; without one they are pictures of work, not articles.
        let is_read = self.reads_notebooks || !path.ends_with(".ipynb");
        is_read && !is_hidden && !self.excluded.matched_path_or_any_parents(path, false).is_ignore()
    }

    /// A setting of `{'tags': 'a'}`, such as `DEFAULT_METADATA`.
    pub fn default_metadata(&self, key: &str) -> Option<&str> {
        match self.python.value("DEFAULT_METADATA")? {
            Literal::Object(entries) => {
                let found = entries.iter().find(|(name, _, _)| name.eq_ignore_ascii_case(key));
                found.and_then(|(_, value, _)| value.text())
            }
            _ => None,
        }
    }

    /// What `EXTRA_PATH_METADATA` says of a path or of a folder above it, the nearest first.
    pub fn path_setting(&self, path: &str, key: &str) -> Option<&str> {
        let Literal::Object(entries) = self.python.value("EXTRA_PATH_METADATA")? else { return None };
        let above = |name: &str| {
            let name = name.trim_matches('/');
            path == name
                || path.strip_prefix(name).is_some_and(|rest| name.is_empty() || rest.starts_with('/'))
        };
        let mut found: Vec<_> = entries.iter().filter(|(name, _, _)| above(name)).collect();
        found.sort_by_key(|(name, _, _)| std::cmp::Reverse(name.len()));
        found.into_iter().find_map(|(_, value, _)| value.get(&[key])?.text())
    }
}

/// Pages and what else is said to be left out, and what `IGNORE_FILES` names.
fn excluded(python: &python::Settings, content: &str) -> Gitignore {
    let mut builder = GitignoreBuilder::new("");
    let pages = python.texts("PAGE_PATHS").unwrap_or_else(|| vec!["pages".to_owned()]);
    let articles = python.texts("ARTICLE_EXCLUDES").unwrap_or_default();
    // Where the whole site is content, what Pelican built of it is not.
    let built = content.is_empty().then(|| python.text("OUTPUT_PATH").unwrap_or("output").to_owned());
    let paths = pages.into_iter().chain(articles).chain(built).filter(|path| !path.is_empty());
    let rooted = paths.map(|path| format!("/{}", path.trim_matches('/')));
    for pattern in rooted.chain(python.texts("IGNORE_FILES").unwrap_or_default()) {
        // A pattern that is none leaves nothing out.
        let _ = builder.add_line(None, &pattern);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

/// Pairs of a pattern and a replacement, in which `\1` is a group; nothing where one of them cannot be used here.
fn substitutions(python: &python::Settings) -> Option<Vec<(Regex, String)>> {
    let Literal::List(pairs) = python.value("SLUG_REGEX_SUBSTITUTIONS")? else { return None };
    let pair = |pair: &Literal| {
        let Literal::List(parts) = pair else { return None };
        let (pattern, replacement) = (parts.first()?.text()?, parts.get(1)?.text()?);
        // Python knows letters of every script without being told.
        let pattern = pattern.replace("(?u)", "").replace("\\Z", "\\z");
        let replacement = Regex::new(r"\\(\d)").ok()?.replace_all(replacement, "$${$1}").into_owned();
        Some((Regex::new(&format!("(?i){pattern}")).ok()?, replacement))
    };
    pairs.iter().map(pair).collect()
}

/// `(2020, 5, 6, 7, 8, 9)`, of which the first three must be there.
fn moment(parts: &[Literal]) -> Option<String> {
    let mut numbers = parts.iter().map(|part| match part {
        Literal::Number(number) => number.parse::<u32>().ok(),
        _ => None,
    });
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let [hour, minute, second] = [(); 3].map(|()| numbers.next().flatten().unwrap_or(0));
    Some(format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"))
}
