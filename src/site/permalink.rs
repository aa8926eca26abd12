//! The pattern of addresses that a site's owner writes, such as `/blog/:year/:slug/`.

use super::collection::Page;
use super::config::FILE;
use crate::diag::{Diagnostic, Location};
use crate::model::{RawPost, Route, RouteClock, RoutePart, RouteRule};

/// A pattern, and where it stands in the settings.
#[derive(Clone, Debug, Default)]
pub struct Permalink {
    pub text: String,
    pub place: Location,
}

/// What can stand for a part of an address, as a hint shows it; any other name is a key of the front matter.
pub const PLACEHOLDERS: &[&str] = &[
    "year",
    "short_year",
    "month",
    "i_month",
    "day",
    "i_day",
    "hour",
    "minute",
    "second",
    "y_day",
    "slug",
    "title",
    "path",
    "folder",
    "name",
    "section",
    "category",
    "lang",
    "id",
];

impl Permalink {
    /// Gives a post its address; a slash or `.html` at the end stays as it is written.
    ///
    /// # Errors
    /// The name of a placeholder for which the post has nothing.
    pub fn give(&self, page: &Page<'_>, post: &mut RawPost) -> Result<(), String> {
        let mut missing = None;
        let mut value = |name: &str| {
            let value = date(name).map(|form| RoutePart::Date(form.to_owned()));
            let value = value.or_else(|| text(name, page, post).map(RoutePart::Text));
            if value.is_none() {
                missing.get_or_insert_with(|| name.to_owned());
            }
            value
        };
        let route = Route::pattern(&self.text, RouteClock::Own, &mut value);
        if let Some(name) = missing {
            return Err(name);
        }
        post.route = route;
        post.route_rule = RouteRule::stated(&self.rule(), FILE, self.place.line);
        Ok(())
    }

    /// The rule in words.
    fn rule(&self) -> String {
        format!("`url` is `{}`", self.text)
    }
}

fn date(name: &str) -> Option<&'static str> {
    Some(match name {
        "year" => "%Y",
        "short_year" => "%y",
        "month" => "%m",
        "i_month" => "%-m",
        "day" => "%d",
        "i_day" => "%-d",
        "hour" => "%H",
        "minute" => "%M",
        "second" => "%S",
        "y_day" => "%j",
        _ => return None,
    })
}

fn text(name: &str, page: &Page<'_>, post: &RawPost) -> Option<String> {
    let path = path(page);
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let first = folder.split('/').next().unwrap_or_default();
    let own = |keys: &[&str]| page.fields.text(keys).map(str::to_owned);
    let slug = || own(&["slug"]).unwrap_or_else(|| undated(file).to_owned());
    Some(match name {
        "slug" => slug(),
        "title" => post
            .title
            .as_ref()
            .map(|title| words(&title.value))
            .filter(|t| !t.is_empty())
            .unwrap_or_else(slug),
        "path" => path.to_owned(),
        "folder" => folder.to_owned(),
        "name" => file.to_owned(),
        "section" => own(&["section"]).unwrap_or_else(|| first.to_owned()),
        "category" => {
            let value = page.fields.value(&["category", "categories"]);
            let named = value.and_then(|value| value.text().or_else(|| value.items().first()?.text()));
            named.map_or_else(|| first.to_owned(), words)
        }
        "lang" => post.language.as_ref().map(|language| language.value.clone()).unwrap_or_default(),
        other => own(&[other])?,
    })
}

/// The path below the posts' directory without its extension; a bundle's is that of its folder.
fn path<'a>(page: &Page<'a>) -> &'a str {
    let stem = page.stem();
    let bundle = stem.strip_suffix("/index").or_else(|| stem.strip_suffix("/README"));
    bundle.unwrap_or(stem)
}

/// `2021-03-04-name` without its date.
fn undated(name: &str) -> &str {
    let rest = name.get(10..).filter(|rest| rest.starts_with(['-', '_']));
    let is_date = |head: &str| {
        head.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 4 | 7) { matches!(byte, b'-' | b'_') } else { byte.is_ascii_digit() }
        })
    };
    let rest = rest.filter(|_| name.get(..10).is_some_and(is_date));
    rest.map(|rest| rest.trim_start_matches(['-', '_'])).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// Letters and digits of any script in lower case, with a hyphen for whatever stands between them.
fn words(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().filter(|c| !matches!(c, '\'' | '’')).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '_' {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The posts that have no address, by what each lacks.
#[derive(Default)]
pub struct Unaddressed(Vec<(Permalink, String, Vec<String>)>);

impl Unaddressed {
    pub fn add(&mut self, pattern: &Permalink, name: &str, path: &str) {
        let known =
            self.0.iter_mut().find(|(other, missing, _)| other.text == pattern.text && missing == name);
        match known {
            Some((.., paths)) => paths.push(path.to_owned()),
            None => self.0.push((pattern.clone(), name.to_owned(), vec![path.to_owned()])),
        }
    }

    /// A name that no post has is a mistake in the pattern; one that some lack is a mistake in those.
    pub fn say(self, posts: &[Box<RawPost>], said: &mut Vec<Diagnostic>) {
        for (pattern, name, paths) in self.0 {
            let rule = pattern.rule();
            if posts.iter().any(|post| post.route_rule.text.as_ref() == rule) {
                said.extend(paths.iter().map(|path| {
                    Diagnostic::error(
                        "address-incomplete",
                        format!("the post has no `{name}`, which stands in its address"),
                    )
                    .in_file(path.as_str())
                    .hint(format!("add `{name}: …`; until then the post is left out"))
                }));
                continue;
            }
            let at = pattern.text.find(&format!(":{name}")).unwrap_or_default();
            let before = pattern.text.get(..at).map_or(0, |head| head.chars().count());
            let place = Location {
                column: pattern.place.column + u32::try_from(before).unwrap_or(0),
                width: u32::try_from(name.chars().count() + 1).unwrap_or(1),
                ..pattern.place
            };
            let known: Vec<String> = PLACEHOLDERS.iter().map(|name| format!(":{name}")).collect();
            said.push(
                Diagnostic::error(
                    "placeholder-unknown",
                    format!("nothing stands for `:{name}` in an address"),
                )
                .in_file(FILE)
                .at(place)
                .label("no post has a key of that name; nothing is written until this is mended")
                .hint(format!("the placeholders are {}, and every key that the posts have", known.join(", ")))
                .stopping(),
            );
        }
    }
}
