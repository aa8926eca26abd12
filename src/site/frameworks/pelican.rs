//! Pelican: articles in Markdown, reStructuredText and HTML, with settings in Python.

mod metadata;
mod settings;
mod url;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Field, Header, RawPost, SourceLines};
use crate::site::collection::{Collection, Page};
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{Syntax, Value};
use crate::site::inherit::{self, Inheritance, Inherited};
use crate::site::root::Root;
use crate::site::short_years;
use crate::site::walk;
use metadata::Known;
use settings::Settings;
use std::sync::Arc;

pub const FRAMEWORK: Framework = Framework {
    name: "pelican",
    title: "Pelican",
    math: true,
    detect: |root| settings::FILES.iter().find(|file| root.is_file(file)).map(|file| (*file).to_owned()),
    survey,
};

/// Pelican's own, and pictures as its themes name them.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["modified"],
    summary: &["summary", "description"],
    tags: &["tags"],
    authors: &["authors", "author"],
    language: &["lang"],
    cover: &[
        "cover",
        "image",
        "featured_image",
        "cover_image",
        "header_cover",
        "header_image",
        "og_image",
        "thumbnail",
        "banner",
        "illustration",
        "photo",
    ],
};

/// How each of Pelican's readers finds the metadata.
const READERS: &[(Header, &[&str])] = &[
    (Header::Lines, &["md", "markdown", "mkd", "mdown", "ipynb"]),
    (Header::Docinfo, &["rst"]),
    (Header::Metas, &["html", "htm"]),
];

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let settings = Arc::new(Settings::read(root));
    let content = settings.content.clone();
    let mut collections = Vec::new();
    for path in &settings.article_paths {
        let directory = join(&content, path);
        for (header, extensions) in READERS {
            let (for_paths, for_rule) = (Arc::clone(&settings), Arc::clone(&settings));
            let inside = path.clone();
            collections.push(Collection {
                extensions,
                header: *header,
                // A page of HTML need not be an article.
                posts_only: *header != Header::Metas,
                accepts: Some(Box::new(move |below| for_paths.takes(&join(&inside, below)))),
                inheritance: beside_notebooks(root, &directory, extensions, said),
                rule: Box::new(move |page, post| article(&for_rule, page, post)),
                ..Collection::plain(&directory, str::to_owned)
            });
        }
    }
    let mut survey = Survey::of(collections, &content, &KEYS);
    survey.facts = facts(root, &settings, said);
    survey.assets = vec![Asset::new("/", &content)];
    survey.publishes_future = settings.python.flag("WITH_FUTURE_DATES", true);
    survey
}

/// A notebook's metadata stands in a file beside it, `x.ipynb-meta` or `x.nbdata`.
fn beside_notebooks(
    root: &Root,
    directory: &str,
    extensions: &[&str],
    said: &mut Vec<Diagnostic>,
) -> Inheritance {
    let mut inheritance = Inheritance::default();
    if !extensions.contains(&"ipynb") {
        return inheritance;
    }
    for notebook in walk::find(root, directory, &["ipynb"], &|name| !name.starts_with('.')) {
        let stem = notebook.trim_end_matches(".ipynb");
        for file in [format!("{stem}.nbdata"), format!("{stem}.ipynb-meta")] {
            if let Some(front) = inherit::data(root, &file, Syntax::Lines, said) {
                let reached = notebook.clone();
                let reaches = Box::new(move |path: &str| path == reached);
                inheritance.add(Inherited { file: Arc::from(file.as_str()), front, reaches });
            }
        }
    }
    inheritance
}

/// Completes an article from all that Pelican takes its metadata from, in its order.
fn article(settings: &Settings, page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
    let known = Known::of(settings, page);
    match known.text("status").map(|status| status.to_lowercase()).as_deref() {
        Some("draft") => return Err("draft"),
        Some("hidden") => post.unlisted = true,
        Some("skip") => return Err("skipped"),
        _ => {}
    }
    // Of the keys that other frameworks have, Pelican knows none.
    post.draft = false;
    let unwritten = |key: &str| known.elsewhere(key).map(|text| Field::unwritten(fields::fold(text)));
    post.title = post.title.take().or_else(|| unwritten("title"));
    post.published = post.published.take().or_else(|| unwritten("date"));
    post.updated = post.updated.take().or_else(|| unwritten("modified"));
    short_years::spell_out(&mut post.published);
    short_years::spell_out(&mut post.updated);
    post.language = post.language.take().or_else(|| unwritten("lang"));
    if page.fields.get(&["tags"]).is_none()
        && let Some(tags) = known.elsewhere("tags")
    {
        post.tags = tags.split(',').map(fields::fold).filter(|tag| !tag.is_empty()).collect();
    }
    if post.authors.is_none()
        && let Some(name) = known.elsewhere("author")
    {
        post.authors = Some(Field::unwritten(vec![Author { name: fields::fold(name), ..Author::default() }]));
    }
    // A name may hold a comma: `author` is one person, and `authors` are parted already.
    if let Some(written) = page.fields.get(KEYS.authors) {
        let names = match &written.entry.value {
            Value::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let people = names.iter().filter_map(Value::text).map(fields::fold);
        let people = people.map(|name| Author { name, ..Author::default() }).collect();
        post.authors = Some(written.field(people));
    }
    if post.title.is_none() {
        return Err("no title");
    }
    if post.published.is_none() && !settings.dates_by_file {
        return Err("no date");
    }
    if let Some(cover) = &mut post.cover {
        let source = &mut cover.value.source;
        for mark in ["{static}", "{attach}", "{filename}", "{photo}", "|static|", "|attach|", "|filename|"] {
            if let Some(rest) = source.strip_prefix(mark) {
                *source = rest.to_owned();
            }
        }
    }
    let slug = known.slug(post);
    let language = post.language.as_ref().map(|field| field.value.to_lowercase());
    let is_default = language.as_ref().is_none_or(|language| *language == settings.language.to_lowercase());
    post.translation_key = Some(slug.clone());
    url::route(settings, &known, post, &slug, is_default);
    Ok(())
}

fn facts(root: &Root, settings: &Settings, _: &mut Vec<Diagnostic>) -> Facts {
    let say = |name: &str| settings.python.text(name).map(fields::fold);
    let cname = ["extra/CNAME", "CNAME", "static/CNAME"].iter();
    let mut cname = cname.filter_map(|file| root.text(&join(&settings.content, file)));
    let written = say("SITEURL").map(|url| match url.strip_prefix("//") {
        Some(rest) => format!("https://{rest}"),
        None => url,
    });
    let url_at = settings.python.place("SITEURL").and_then(|(file, at)| {
        let lines = SourceLines::of(&root.text(file)?, 1);
        Some((file.to_owned(), lines.location(at.line, at.column, 1)))
    });
    let is_local = written.as_ref().is_some_and(|url| url.contains("://localhost") || !url.contains("://"));
    let named = cname.next().map(|host| format!("https://{}", host.trim()));
    let author = say("AUTHOR").map(|name| Author { name, email: say("AUTHOR_EMAIL"), ..Author::default() });
    Facts {
        title: say("SITENAME"),
        description: say("SITEDESCRIPTION").or_else(|| say("SITESUBTITLE")).or_else(|| say("DESCRIPTION")),
        url: written.filter(|_| !is_local).or(named),
        url_at,
        language: Some(settings.language.clone()),
        authors: author.into_iter().collect(),
        logo: say("SITELOGO").or_else(|| say("LOGO")),
        icon: say("FAVICON"),
        time_zone: say("TIMEZONE"),
        ..Facts::default()
    }
}

/// A path below a directory; one that leaves the site is the directory's own.
fn join(directory: &str, path: &str) -> String {
    walk::join(directory, path).unwrap_or_else(|| directory.to_owned())
}

#[cfg(test)]
mod tests;
