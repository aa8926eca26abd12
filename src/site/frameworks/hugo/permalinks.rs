//! `permalinks`: which pattern a page's address follows, and what its names stand for.

use super::config::Config;
use crate::model::RoutePart;
use crate::site::front_matter::Value;
use crate::site::glob;
use crate::site::slugs::hugo::{self, Options};

/// A pattern, and the pages that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permalink {
    pages: Pages,
    pub pattern: String,
    /// The file and the line that it stands in.
    pub place: Option<(String, u32)>,
    /// The key in the configuration, for telling.
    pub key: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Pages {
    /// A section's; empty for pages in none.
    Of(String),
    /// Those whose path fits.
    Fitting(String),
}

/// What a pattern's names stand for.
#[derive(Debug)]
pub struct Names<'a> {
    pub title: &'a str,
    pub slug: Option<&'a str>,
    /// The file's name without extension and language, or the bundle's folder.
    pub base: &'a str,
    /// The folders from the content's root to the section that the page is in.
    pub sections: &'a [&'a str],
    pub options: Options,
}

/// The patterns for pages; those with the longest section come first.
pub fn all(config: &Config) -> Vec<Permalink> {
    let mut found: Vec<Permalink> = Vec::new();
    let mut add = |key: String, pages: Pages, pattern: &str| {
        let place = config.place(pattern).map(|(file, line, _)| (file, line));
        found.push(Permalink { pages, pattern: pattern.to_owned(), place, key });
    };
    if let Some(Value::List(rules)) = config.get(&["permalinks"]) {
        for rule in rules {
            let Some(pattern) = rule.get(&["pattern"]).and_then(Value::text) else { continue };
            let target = rule.get(&["target"]);
            let say = |key: &str| target.and_then(|target| target.get(&[key])).and_then(Value::text);
            if say("kind").is_none_or(|kind| glob::matches(kind, "page")) {
                let path = say("path").unwrap_or("**").to_lowercase();
                add(format!("permalinks, {path}"), Pages::Fitting(path), pattern);
            }
        }
        return found;
    }
    // `permalinks.page.posts`, and `permalinks.posts` as it was before 0.115.
    for (above, pairs) in [
        ("permalinks.page", config.pairs(&["permalinks", "page"])),
        ("permalinks", config.pairs(&["permalinks"])),
    ] {
        for (section, value) in pairs {
            if let Some(pattern) = value.text() {
                let pages = Pages::Of(section.trim_matches([' ', '/']).to_lowercase());
                add(format!("{above}.{section}"), pages, pattern);
            }
        }
    }
    found.sort_by_key(|permalink| match &permalink.pages {
        Pages::Of(section) => std::cmp::Reverse(section.len()),
        Pages::Fitting(_) => std::cmp::Reverse(0),
    });
    found
}

impl Permalink {
    /// Whether a page follows it, by its path such as `/posts/x` in lower case.
    pub fn is_for(&self, path: &str) -> bool {
        let inside = path.trim_start_matches('/');
        match &self.pages {
            Pages::Of(section) if section.is_empty() => !inside.contains('/'),
            Pages::Of(section) => {
                inside.strip_prefix(section.as_str()).is_some_and(|rest| rest.starts_with('/'))
            }
            Pages::Fitting(pattern) => glob::matches(pattern, path),
        }
    }
}

/// Writes a pattern out; what is no name stays.
pub fn expand(pattern: &str, names: &Names<'_>) -> Vec<RoutePart> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once(':') {
        if let Some(before) = before.strip_suffix('\\') {
            text.push_str(before);
            text.push(':');
            rest = after;
            continue;
        }
        text.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
        let (name, mut tail) = after.split_at_checked(end).unwrap_or((after, ""));
        let mut cut = None;
        if let Some((inside, behind)) = tail.strip_prefix('[').and_then(|tail| tail.split_once(']')) {
            cut = Some(inside);
            tail = behind;
        }
        match names.value(name, cut) {
            Some(RoutePart::Text(value)) => text.push_str(&value),
            Some(date) => {
                parts.push(RoutePart::Text(names.clean(&std::mem::take(&mut text))));
                parts.push(date);
            }
            None => {
                text.push(':');
                text.push_str(name);
            }
        }
        rest = tail;
    }
    text.push_str(rest);
    parts.push(RoutePart::Text(names.clean(&text)));
    parts
}

impl Names<'_> {
    fn value(&self, name: &str, cut: Option<&str>) -> Option<RoutePart> {
        let date = |form: &str| Some(RoutePart::Date(form.to_owned()));
        let name_of = |form: &str| {
            let form = form.to_owned();
            Some(if self.options.keep_case { RoutePart::Date(form) } else { RoutePart::LowerDate(form) })
        };
        let slug = |otherwise: &str| Some(RoutePart::Text(self.urlized(self.slug.unwrap_or(otherwise))));
        let title = self.title.replace('/', "-");
        match name.to_ascii_lowercase().as_str() {
            "year" | "2006" => date("%Y"),
            "06" => date("%y"),
            "month" | "01" => date("%m"),
            "1" => date("%-m"),
            "monthname" | "january" => name_of("%B"),
            "jan" => name_of("%b"),
            "day" | "02" => date("%d"),
            "2" => date("%-d"),
            "weekday" => date("%w"),
            "weekdayname" | "monday" => name_of("%A"),
            "mon" => name_of("%a"),
            "yearday" => date("%-j"),
            "15" => date("%H"),
            "04" => date("%M"),
            "05" => date("%S"),
            "section" | "sectionslug" => {
                Some(RoutePart::Text(self.sections.first().copied().unwrap_or_default().to_owned()))
            }
            "sections" | "sectionslugs" => Some(RoutePart::Text(slice(self.sections, cut).join("/"))),
            // A slash in a title makes no folder; one in a slug does.
            "title" => Some(RoutePart::Text(self.urlized(&title))),
            "slug" => slug(&title),
            "slugorfilename" | "slugorcontentbasename" => slug(self.base),
            "filename" | "contentbasename" => Some(RoutePart::Text(self.urlized(self.base))),
            _ => None,
        }
    }

    /// A `+` that stands in a title is taken for a space when the pattern has been written out (`url.QueryUnescape`).
    fn urlized(&self, text: &str) -> String {
        hugo::segment(text, self.options).replace('+', " ")
    }

    fn clean(&self, text: &str) -> String {
        hugo::segment(text, self.options)
    }
}

/// `[1:]`, `[:last]`, `[0]`, as Hugo cuts the list of sections.
fn slice<'a, 'b>(all: &'a [&'b str], cut: Option<&str>) -> &'a [&'b str] {
    let Some(cut) = cut else { return all };
    let index = |text: &str, otherwise: usize| match text.trim() {
        "" => otherwise,
        "last" => all.len().saturating_sub(1),
        number => number.parse::<usize>().unwrap_or(0),
    };
    let (low, high) = match cut.split_once(':') {
        Some((low, high)) => (index(low, 0), index(high, all.len())),
        None => (index(cut, 0), index(cut, 0) + 1),
    };
    all.get(low.min(all.len())..high.min(all.len())).unwrap_or_default()
}
