//! Quartz 4: a vault of notes, each at the path of its file; those that have a date are posts.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Facts, Field, RawPost, Route, RouteRule, SourceLines};
use crate::site::code;
use crate::site::collection::{Collection, Page};
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::literals::Literal;
use crate::site::root::Root;
use crate::site::slugs::quartz;
use crate::site::walk;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework = Framework { name: "quartz", title: "Quartz", math: true, detect, survey };

const CONFIG: &str = "quartz.config.ts";
const CONTENT: &str = "content";
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "avif", "svg"];

/// As the plugins `FrontMatter` and `CreatedModifiedDate` take them.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date", "created", "published", "publishDate"],
    updated: &["modified", "lastmod", "updated", "last-modified"],
    summary: &["socialDescription", "description"],
    tags: &["tags", "tag"],
    authors: &["author", "authors"],
    language: &["lang"],
    cover: &["socialImage", "image", "cover"],
};

fn detect(root: &Root) -> Option<String> {
    root.is_file(CONFIG).then(|| CONFIG.to_owned())
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let text = root.text(CONFIG).unwrap_or_default();
    let config = code::exported(root, CONFIG).unwrap_or(Literal::Unknown);
    let ignored = ignored(&config);
    let pictures = pictures(root);
    let chosen = is_used(&text, "ExplicitPublish");
    let hides_drafts = is_used(&text, "RemoveDrafts");
    let rule = move |page: &Page<'_>, post: &mut RawPost| {
        if chosen && !page.fields.is_true(&["publish"]) {
            return Err("not marked with `publish`");
        }
        post.draft = hides_drafts && page.fields.is_true(&["draft"]);
        if post.title.as_ref().is_none_or(|title| title.value.is_empty()) {
            post.title = Some(Field::unwritten(page.name().to_owned()));
        }
        for tag in &mut post.tags {
            *tag = quartz::path(tag);
        }
        if let Some(cover) = &mut post.cover
            && let Some(path) = pictures.get(cover.value.source.as_str())
        {
            // A wikilink names a file wherever it is in the vault.
            cover.value.source = format!("/{path}");
        }
        let slug = quartz::path(page.stem());
        post.route = Route::path(match slug.strip_suffix("index") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => slug.as_str(),
        });
        post.route_rule = RouteRule::convention("the path of the note");
        Ok(())
    };
    let notes = Collection {
        extensions: &["md"],
        posts_only: false,
        accepts: Some(Box::new(move |below| {
            !below.split('/').any(|part| part.starts_with('.'))
                && !ignored.matched_path_or_any_parents(below, false).is_ignore()
        })),
        rule: Box::new(rule),
        ..Collection::plain(CONTENT, str::to_owned)
    };
    let mut survey = Survey::of(vec![notes], CONTENT, &KEYS);
    survey.facts = facts(&config, &text);
    survey.assets = vec![Asset::new("/static/", "quartz/static")];
    survey.publishes_future = true;
    survey
}

/// Whether a plugin is among those that the configuration calls; one in a comment is not.
fn is_used(text: &str, plugin: &str) -> bool {
    let call = format!("{plugin}(");
    text.lines().any(|line| line.split("//").next().is_some_and(|code| code.contains(&call)))
}

fn ignored(config: &Literal) -> Gitignore {
    let mut builder = GitignoreBuilder::new("");
    let patterns = match config.get(&["configuration", "ignorePatterns"]) {
        Some(Literal::List(items)) => items.iter().filter_map(Literal::text).collect(),
        _ => vec!["private", "templates", ".obsidian"],
    };
    for pattern in patterns {
        // A pattern that is none leaves nothing out.
        let _ = builder.add_line(None, pattern);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

/// The vault's pictures by their names, below the content.
fn pictures(root: &Root) -> BTreeMap<String, String> {
    let mut pictures = BTreeMap::new();
    for path in walk::find(root, CONTENT, PICTURES, &|_| true) {
        let below = path.strip_prefix(CONTENT).unwrap_or(&path).trim_start_matches('/').to_owned();
        let name = below.rsplit('/').next().unwrap_or(&below).to_owned();
        pictures.entry(name).or_insert(below);
    }
    pictures
}

fn facts(config: &Literal, text: &str) -> Facts {
    let path = |key: &'static str| ["configuration", key];
    let say = |key: &'static str| {
        let text = config.get(&path(key)).and_then(Literal::text).map(fields::fold);
        text.filter(|text| !text.is_empty())
    };
    let lines = SourceLines::of(text, 1);
    let url_at = config.at(&path("baseUrl"));
    let url = say("baseUrl").map(|url| if url.contains("://") { url } else { format!("https://{url}") });
    Facts {
        title: say("pageTitle"),
        url,
        url_at: url_at.map(|at| (CONFIG.to_owned(), lines.location(at.line, at.column, 1))),
        language: say("locale"),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests;
