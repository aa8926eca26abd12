//! Quarto websites: the pages that a listing shows are the posts.

mod listing;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, RawPost, Route, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{Front, Syntax, Value};
use crate::site::inherit::{self, Inheritance, Inherited};
use crate::site::root::Root;
use crate::site::walk;
use listing::Listings;
use std::collections::BTreeSet;

pub const FRAMEWORK: Framework = Framework {
    name: "quarto",
    title: "Quarto",
    math: true,
    detect: |root| FILES.iter().find(|file| root.is_file(file)).map(|file| (*file).to_owned()),
    survey,
};

const FILES: &[&str] = &["_quarto.yml", "_quarto.yaml"];

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["date-modified"],
    summary: &["description", "abstract"],
    tags: &["categories"],
    authors: &["author", "authors"],
    language: &["lang"],
    cover: &["image"],
};

/// What Quarto renders (`project.render`'s default).
const EXTENSIONS: &[&str] = &["qmd", "md", "ipynb", "Rmd", "rmd"];

/// Keys at the top of `_quarto.yml` that every page gets and that say something here.
const SHARED: &[&str] = &["author", "authors", "lang", "categories"];

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = FILES.iter().find(|file| root.is_file(file)).copied().unwrap_or("_quarto.yml");
    let settings = inherit::data(root, file, Syntax::Yaml, said).unwrap_or_default();
    let listings = Listings::of(root);
    let built = text(&settings, "project", &["output-dir"]).unwrap_or_else(|| "_site".to_owned());
    let drafts = drafts(&settings);
    let shows_drafts = text(&settings, "website", &["draft-mode"]).as_deref() == Some("visible");
    let rule = move |page: &Page<'_>, post: &mut RawPost| {
        post.route = Route::path(path(page));
        post.route_rule = RouteRule::convention("the path of the file");
        post.draft = !shows_drafts && (post.draft || drafts.contains(page.path));
        complete(page, post);
        Ok(())
    };
    let built = built.trim_matches('/').to_owned();
    let posts = Collection {
        extensions: EXTENSIONS,
        posts_only: false,
        accepts: Some(Box::new(move |path| {
            let is_built = path.strip_prefix(built.as_str()).is_some_and(|rest| rest.starts_with('/'));
            !is_built && !is_hidden(path) && listings.show(path)
        })),
        inheritance: inheritance(root, file, &settings, said),
        rule: Box::new(rule),
        ..Collection::plain("", str::to_owned)
    };
    let mut survey = Survey::of(vec![posts], ".", &KEYS);
    survey.facts = facts(&settings, file);
    survey.publishes_future = true;
    survey
}

/// Files and folders that begin with a dot or an underscore are not rendered.
fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with(['.', '_']))
}

/// Where a page is shown: feeds and links leave `index.html` away.
fn path(page: &Page<'_>) -> String {
    if let Some(name) = page.fields.text(&["output-file"]) {
        let name = name.trim_end_matches(".html");
        return format!("{}/{name}.html", page.folder());
    }
    let stem = page.stem();
    match stem.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => format!("{stem}.html"),
    }
}

/// What Quarto knows in forms of its own.
fn complete(page: &Page<'_>, post: &mut RawPost) {
    // A date that the build would take from the clock or from the file is not known here.
    let is_moving = |date: &str| matches!(date, "today" | "now" | "last-modified");
    if post.published.as_ref().is_some_and(|date| is_moving(&date.value)) {
        post.published = None;
    }
    if post.updated.as_ref().is_some_and(|date| is_moving(&date.value)) {
        post.updated = None;
    }
    if let Some(cover) = &mut post.cover
        && cover.value.alt.is_none()
    {
        cover.value.alt = page.fields.text(&["image-alt"]).map(fields::fold);
    }
    if let Some(given) = page.fields.get(KEYS.authors) {
        let people = people(&given.entry.value);
        if !people.is_empty() {
            post.authors = Some(given.field(people));
        }
    }
}

/// Names, `{name: …}` and `{name: {given: …, family: …}}`.
fn people(value: &Value) -> Vec<Author> {
    let items = match value {
        Value::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let person = |item: &Value| {
        let say = |value: &Value, key: &str| value.get(&[key]).and_then(Value::text).map(fields::fold);
        let name = match item.get(&["name"]) {
            None => item.text().map(fields::fold),
            Some(Value::Text(name)) => Some(fields::fold(name)),
            Some(name) => say(name, "literal").or_else(|| {
                let parts: Vec<String> =
                    [say(name, "given"), say(name, "family")].into_iter().flatten().collect();
                Some(parts.join(" "))
            }),
        };
        Some(Author {
            name: name.filter(|name| !name.is_empty())?,
            email: say(item, "email"),
            url: say(item, "url").filter(|url| url.starts_with("http")),
            ..Author::default()
        })
    };
    items.iter().filter_map(person).collect()
}

/// `_metadata.yml` gives its fields to all pages below it, and the settings some to all.
fn inheritance(root: &Root, file: &str, settings: &Front, said: &mut Vec<Diagnostic>) -> Inheritance {
    let mut inheritance = Inheritance::default();
    let mut shared = settings.clone();
    shared.entries.retain(|entry| SHARED.contains(&entry.key.as_str()));
    inheritance.add(Inherited::below(file, "", shared));
    let is_metadata = |name: &str| matches!(name, "_metadata.yml" | "_metadata.yaml");
    for file in walk::find(root, "", &["yml", "yaml"], &is_metadata) {
        if let Some(front) = inherit::data(root, &file, Syntax::Yaml, said) {
            inheritance.add(Inherited::below(&file, walk::folder(&file), front));
        }
    }
    inheritance
}

/// `website: {drafts: [path, …]}`.
fn drafts(settings: &Front) -> BTreeSet<String> {
    let value = settings.get(&["website"]).and_then(|entry| entry.value.get(&["drafts"]));
    let items = match value {
        Some(Value::List(items)) => items.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    items.iter().filter_map(Value::text).map(|path| path.trim_start_matches('/').to_owned()).collect()
}

fn text(settings: &Front, section: &str, path: &[&str]) -> Option<String> {
    let section = &settings.get(&[section])?.value;
    let value = path.iter().try_fold(section, |within, key| within.get(&[key]))?;
    value.text().map(fields::fold).filter(|text| !text.is_empty())
}

fn facts(settings: &Front, file: &str) -> Facts {
    let say = |path: &[&str]| text(settings, "website", path).or_else(|| text(settings, "book", path));
    let base = say(&["site-path"]).filter(|path| path != "/");
    let url = say(&["site-url"]).map(|url| match &base {
        Some(base) if !url.trim_end_matches('/').ends_with(base.trim_matches('/')) => {
            format!("{}/{}", url.trim_end_matches('/'), base.trim_matches('/'))
        }
        _ => url,
    });
    let url_at = settings
        .get(&["website"])
        .map(|entry| (file.to_owned(), settings.lines.location(entry.line, entry.column, entry.width)));
    Facts {
        title: say(&["title"]),
        description: say(&["description"]),
        url_at: url_at.filter(|_| url.is_some()),
        url,
        language: settings.get(&["lang"]).and_then(|entry| entry.value.text()).map(str::to_owned),
        icon: say(&["favicon"]),
        logo: say(&["navbar", "logo"]),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests;
