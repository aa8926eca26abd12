//! Nikola: posts in many markups, with `.. key: value` heads, in several languages.

mod settings;
mod siblings;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Field, Header, RawPost, Route, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::fields::{self, Keys};
use crate::site::root::Root;
use crate::site::short_years;
use crate::site::slugs::nikola;
use settings::{Settings, Source};
use std::sync::Arc;

pub const FRAMEWORK: Framework = Framework {
    name: "nikola",
    title: "Nikola",
    math: true,
    detect: |root| {
        let text = root.text(settings::FILE)?;
        // Sphinx has a `conf.py`, too.
        (text.contains("BLOG_TITLE") && text.contains("POSTS")).then(|| settings::FILE.to_owned())
    },
    survey,
};

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["updated"],
    summary: &["description"],
    tags: &["tags"],
    authors: &["author", "authors"],
    language: &[],
    cover: &["previewimage"],
};

/// What Nikola's compilers read, with the plugins that people use.
const EXTENSIONS: &[&str] = &[
    "rst", "rest", "txt", "md", "mdown", "markdown", "html", "htm", "ipynb", "org", "adoc", "asciidoc",
    "textile", "wiki", "bb", "wp", "php", "t2t",
];

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let settings = Arc::new(Settings::read(root));
    let collections = settings.posts.iter().map(|source| {
        let (for_rule, pattern) = (Arc::clone(&settings), source.clone());
        let rule_source = source.clone();
        Collection {
            extensions: EXTENSIONS,
            header: Header::Dotted,
            accepts: Some(Box::new(move |below| pattern.takes(below))),
            inheritance: siblings::inheritance(root, &settings, source, said),
            rule: Box::new(move |page, post| complete(&for_rule, &rule_source, page, post)),
            ..Collection::plain(&source.directory, str::to_owned)
        }
    });
    let collections = collections.collect();
    let mut survey = Survey::of(collections, "files", &KEYS);
    survey.facts = settings.facts();
    survey.publishes_future = settings.python.flag("FUTURE_IS_NOW", false);
    survey
}

fn complete(
    settings: &Settings,
    source: &Source,
    page: &Page<'_>,
    post: &mut RawPost,
) -> Result<(), &'static str> {
    let (base, language) = settings.translation(page.path);
    let named = settings.by_name(&base);
    let given = |key: &str| {
        let own = page.fields.text(&[key]);
        own.map(str::to_owned).or_else(|| named.get(key).cloned())
    };
    let name = stem(&base);
    let slug = given("slug").unwrap_or_else(|| {
        if settings.python.flag("USE_SLUGIFY", true) { nikola::slug(name) } else { nikola::disarmed(name) }
    });
    if post.title.as_ref().is_none_or(|title| title.value.is_empty()) {
        let title = given("title").unwrap_or_else(|| name.to_owned());
        post.title = Some(Field::unwritten(fields::fold(&title)));
    }
    if post.published.is_none() {
        post.published = given("date").map(Field::unwritten);
    }
    short_years::spell_out(&mut post.published);
    short_years::spell_out(&mut post.updated);
    post.tags.sort_by_key(|tag| tag.to_lowercase());
    match given("status").as_deref() {
        Some("draft") => return Err("draft"),
        Some("private") => post.unlisted = true,
        _ => {}
    }
    if settings.python.flag("USE_TAG_METADATA", true) {
        let marks = |tags: &mut Vec<String>, mark: &str| {
            let before = tags.len();
            tags.retain(|tag| !tag.eq_ignore_ascii_case(mark));
            tags.len() < before
        };
        if marks(&mut post.tags, "draft") {
            return Err("draft");
        }
        post.unlisted |= marks(&mut post.tags, "private");
    }
    let is_pretty = settings.python.flag("PRETTY_URLS", true)
        && slug != "index"
        && given("pretty_url").as_deref() != Some("False");
    let prefix = settings.prefix(&language);
    let folder = page.folder();
    let end = match (is_pretty, settings.python.flag("STRIP_INDEXES", true)) {
        (true, true) => "/".to_owned(),
        (true, false) => "/index.html".to_owned(),
        (false, true) if slug == "index" => String::new(),
        (false, _) => ".html".to_owned(),
    };
    let slug = if end.is_empty() { "" } else { slug.as_str() };
    let destination = source.destination(&language);
    post.route = Route::path(format!("{prefix}/{destination}/{folder}/{slug}{end}"));
    post.route_rule = settings.rule(source);
    if language != settings.language {
        post.language = Some(Field::unwritten(language.replace('_', "-")));
    }
    post.translation_key = Some(base);
    Ok(())
}

/// A file's name without its extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl Settings {
    fn rule(&self, source: &Source) -> RouteRule {
        let text = format!("`POSTS` puts `{}` into `{}`", source.pattern, source.destination(&self.language));
        match self.python.place("POSTS") {
            Some((file, at)) => RouteRule::stated(&text, file, at.line),
            None => RouteRule::convention(&text),
        }
    }
}

#[cfg(test)]
mod tests;
