//! Zola: `content/`, sections, dates in names, paths and slugs (`getzola/zola`, `components/content`).

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Field, RawPost, Route, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{self, Front, Syntax, Value};
use crate::site::glob;
use crate::site::inherit;
use crate::site::root::Root;
use crate::site::slugs::zola::{self, Strategy};
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework = Framework { name: "zola", title: "Zola", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["updated"],
    summary: &["description"],
    tags: &[],
    authors: &["authors"],
    language: &[],
    cover: &[],
};

/// What themes call a post's picture in `[extra]`, which has no name of Zola's own.
const COVERS: &[&str] = &[
    "cover",
    "cover_image",
    "image",
    "hero",
    "hero_image",
    "featured_image",
    "thumbnail",
    "banner",
    "social_media_card",
    "social_image",
    "og_image",
    "og_preview_img",
    "header_image",
];

const CONFIGS: &[&str] = &["zola.toml", "config.toml"];

fn detect(root: &Root) -> Option<String> {
    let file = CONFIGS.iter().find(|file| {
        inherit::data(root, file, Syntax::Toml, &mut Vec::new())
            .is_some_and(|front| front.get(&["base_url"]).is_some())
    })?;
    Some((*file).to_owned())
}

/// What holds for every page of a site.
struct Site {
    others: Vec<String>,
    /// `slugify.paths`.
    slugs: Strategy,
    keeps_dates: bool,
    /// Folders, relative to the content, whose section is a draft.
    drafts: Vec<String>,
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let found = CONFIGS.iter().find_map(|file| Some((*file, inherit::data(root, file, Syntax::Toml, said)?)));
    let (file, config) = found.unwrap_or(("config.toml", Front::default()));
    let say = |key: &str| text(&config, key);
    let main = say("default_language").unwrap_or_else(|| "en".to_owned());
    let site = Site {
        others: pairs(&config, "languages")
            .iter()
            .map(|(key, _)| key.clone())
            .filter(|key| *key != main)
            .collect(),
        slugs: strategy(&config),
        keeps_dates: slugify(&config, "paths_keep_dates") == Some("true"),
        drafts: drafts(root),
    };
    let ignored: Vec<String> = match config.get(&["ignored_content"]).map(|entry| &entry.value) {
        Some(Value::List(items)) => items.iter().filter_map(|item| item.text().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    let posts = Collection {
        extensions: &["md"],
        accepts: Some(Box::new(move |below| {
            let file = below.rsplit('/').next().unwrap_or(below);
            let is_ignored = |pattern: &String| {
                glob::matches(pattern, below) || glob::matches(pattern, &format!("content/{below}"))
            };
            !file.starts_with("_index.") && !ignored.iter().any(is_ignored)
        })),
        rule: Box::new(move |page, post| site.place(page, post)),
        ..Collection::plain("content", str::to_owned)
    };
    let own = |key: &str| {
        let languages = pairs(&config, "languages");
        let (_, language) = languages.iter().find(|(name, _)| *name == main)?;
        language.get(&[key]).and_then(Value::text).map(fields::fold)
    };
    let url = config.get(&["base_url"]);
    let facts = Facts {
        title: say("title").or_else(|| own("title")),
        description: say("description").or_else(|| own("description")),
        url: say("base_url").filter(|url| url.contains("://")),
        url_at: url
            .map(|entry| (file.to_owned(), config.lines.location(entry.line, entry.column, entry.width))),
        authors: say("author").map(|name| Author { name, ..Author::default() }).into_iter().collect(),
        language: Some(main.clone()),
        ..Facts::default()
    };
    let assets = vec![Asset::new("@/", "content"), Asset::new("", "static"), Asset::new("", "content")];
    Survey { facts, assets, publishes_future: true, ..Survey::of(vec![posts], "static", &KEYS) }
}

/// The folders whose `_index.md` is a draft: all that stands in them is one.
fn drafts(root: &Root) -> Vec<String> {
    let files = root.files_below("content").into_iter().filter(|file| {
        file.rsplit('/').next().is_some_and(|name| name.starts_with("_index.") && name.ends_with(".md"))
    });
    let drafts = files.filter(|file| {
        let Some(text) = root.text(file) else { return false };
        let front = front_matter::split(&text)
            .ok()
            .and_then(|fenced| front_matter::read(&fenced, &mut Vec::new()).ok());
        front
            .and_then(|front| front.get(&["draft"])?.value.text().map(|text| text == "true"))
            .unwrap_or(false)
    });
    drafts.filter_map(|file| Some(file.strip_prefix("content/")?.rsplit_once('/')?.0.to_owned())).collect()
}

fn slugify<'a>(config: &'a Front, key: &str) -> Option<&'a str> {
    config.get(&["slugify"])?.value.get(&[key])?.text()
}

fn strategy(config: &Front) -> Strategy {
    match slugify(config, "paths") {
        Some("safe") => Strategy::Safe,
        Some("off") => Strategy::Off,
        // Before 0.11 the setting was `slugify_paths`.
        _ if text(config, "slugify_paths").as_deref() == Some("false") => Strategy::Off,
        _ => Strategy::On,
    }
}

impl Site {
    fn place(&self, page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
        // Every page may bear a date, and those without one are no posts.
        post.is_post = false;
        let folder = page.folder();
        if self.drafts.iter().any(|draft| {
            folder.strip_prefix(draft.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }) {
            return Err("draft");
        }
        if page.fields.is_false(&["render"]) {
            return Err("not rendered");
        }
        let split =
            page.name().split_once('.').filter(|(_, suffix)| self.others.iter().any(|other| other == suffix));
        let (name, language) = split.map_or((page.name(), None), |(name, language)| (name, Some(language)));
        if let Some(language) = language {
            post.language = Some(Field::unwritten(language.to_owned()));
        }
        let is_bundle = page.name().split('.').next() == Some("index");
        let (above, named) = match folder.rsplit_once('/') {
            _ if !is_bundle => (folder, name),
            Some((above, bundle)) => (above, if name == "index" { bundle } else { name }),
            None => ("", if name == "index" { folder } else { name }),
        };
        post.translation_key = Some(format!("{folder}/{name}"));
        let dated = dated(named);
        if let (None, Some((day, _))) = (&post.published, dated) {
            post.published = Some(Field::unwritten(day.to_owned()));
        }
        if post.published.is_none() {
            post.published = page.fields.text(&["path"]).and_then(day_of_path).map(Field::unwritten);
        }
        details(page, post);
        let own = page.fields.text(&["slug"]);
        let behind = dated.and_then(|(_, slug)| slug).filter(|_| !self.keeps_dates);
        let slug = zola::slug(own.or(behind).unwrap_or(named), self.slugs);
        let (path, rule) = match page.fields.text(&["path"]) {
            Some(path) => (path.to_owned(), RouteRule::convention("the post's `path`")),
            None => {
                let steps = [language.unwrap_or_default(), above, &slug];
                let steps: Vec<&str> = steps.into_iter().filter(|step| !step.is_empty()).collect();
                let rule = if own.is_some() {
                    "the post's `slug` in its section"
                } else {
                    "the file's name in its section, as a slug"
                };
                (steps.join("/"), RouteRule::convention(rule))
            }
        };
        post.route = Route::path(format!("{}/", path.trim_matches('/')));
        post.route_rule = rule;
        Ok(())
    }
}

/// What stands in `[taxonomies]` and `[extra]`.
fn details(page: &Page<'_>, post: &mut RawPost) {
    let within = |table: &str, keys: &[&str]| {
        let given = page.fields.get(&[table])?;
        Some((given, given.entry.value.get(keys)?))
    };
    let tags = within("taxonomies", &["tags", "tag"]).or_else(|| {
        // Before 0.5 they stood by themselves.
        page.fields.get(&["tags"]).map(|given| (given, &given.entry.value))
    });
    if let Some((_, value)) = tags {
        post.tags = fields::tags(value);
    }
    if post.authors.as_ref().is_none_or(|field| field.value.is_empty()) {
        let authors =
            within("taxonomies", &["authors", "author"]).or_else(|| within("extra", &["authors", "author"]));
        post.authors = authors.map(|(given, value)| given.field(fields::authors(value, &BTreeMap::new())));
    }
    post.cover = COVERS.iter().find_map(|key| {
        let (given, value) = within("extra", &[key])?;
        Some(given.field(fields::cover(value)?))
    });
}

/// The day in a path such as `2024/05/06/slug`, which sites without a date key have.
fn day_of_path(path: &str) -> Option<String> {
    let steps: Vec<&str> = path.split('/').collect();
    steps.windows(3).find_map(|day| {
        let [year, month, day] = day else { return None };
        let shown = [(year, 4), (month, 2), (day, 2)]
            .into_iter()
            .all(|(text, length)| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()));
        shown.then(|| format!("{year}-{month}-{day}"))
    })
}

/// A day that opens a name, with or without a time, and what follows it behind `_` or `-`.
fn dated(name: &str) -> Option<(&str, Option<&str>)> {
    let shape: String = name.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    let day = shape.strip_prefix("9999-99-99")?;
    let end = match day.strip_prefix("T99:99:99") {
        Some(rest) => {
            let fraction = rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches('9'));
            let zone = ["Z", "+99:99", "-99:99"].iter().find_map(|zone| fraction.strip_prefix(zone))?;
            shape.len() - zone.len()
        }
        None => 10,
    };
    let (moment, rest) = name.split_at_checked(end)?;
    let slug = rest.trim_start().strip_prefix(['_', '-']).filter(|slug| !slug.is_empty());
    Some((moment, slug))
}

fn text(config: &Front, key: &str) -> Option<String> {
    config.get(&[key])?.value.text().map(fields::fold).filter(|text| !text.is_empty())
}

fn pairs<'a>(config: &'a Front, key: &str) -> &'a [(String, Value)] {
    match config.get(&[key]).map(|entry| &entry.value) {
        Some(Value::Map(pairs)) => pairs,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{dated, day_of_path};

    #[test]
    fn a_name_may_begin_with_a_day_or_a_moment() {
        assert_eq!(dated("2024-05-06-slug"), Some(("2024-05-06", Some("slug"))));
        assert_eq!(dated("2024-05-06 _slug_x"), Some(("2024-05-06", Some("slug_x"))));
        assert_eq!(dated("2024-05-06T10:11:12Z-slug"), Some(("2024-05-06T10:11:12Z", Some("slug"))));
        assert_eq!(dated("2024-05-06"), Some(("2024-05-06", None)));
        assert_eq!(dated("v2024-05-06"), None);
    }

    #[test]
    fn a_path_may_hold_the_day_in_its_folders() {
        assert_eq!(day_of_path("inside/2024/05/06/slug").as_deref(), Some("2024-05-06"));
        assert_eq!(day_of_path("2024/5/06/slug"), None);
    }
}
