//! MkDocs, and the blog plugin of Material for MkDocs.
//!
//! Without that plugin every page of the documentation is at the path of its file, and those that have a date are posts.

mod blog;
mod heading;
mod settings;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Field, RawPost, Route, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::fields::Keys;
use crate::site::root::Root;
use blog::Blog;
use settings::Settings;

pub const FRAMEWORK: Framework = Framework {
    name: "mkdocs",
    title: "MkDocs",
    math: true,
    detect: |root| settings::FILES.iter().find(|file| root.is_file(file)).map(|file| (*file).to_owned()),
    survey,
};

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["updated", "last_modified", "revision_date"],
    summary: &["description", "summary"],
    tags: &["tags"],
    authors: &["authors", "author"],
    language: &["lang", "language"],
    cover: &["image", "cover", "illustration", "thumbnail", "hero_image"],
};

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let settings = Settings::read(root, said);
    let blogs = Blog::all(&settings);
    let docs = settings.docs();
    let mut survey = Survey::of(Vec::new(), &docs, &KEYS);
    survey.facts = settings.facts();
    survey.publishes_future = !blogs.iter().any(|blog| blog.hides_future);
    for blog in &blogs {
        survey.people.extend(blog.people(root, said));
    }
    survey.collections = if blogs.is_empty() {
        let pretty = settings.has_directory_urls();
        let rule = move |page: &Page<'_>, post: &mut RawPost| {
            title(page, post);
            post.route = Route::path(page_path(page.stem(), pretty));
            Ok(())
        };
        let excluded = settings.excluded();
        vec![Collection {
            extensions: EXTENSIONS,
            posts_only: false,
            accepts: Some(Box::new(move |below| !is_hidden(below) && !excluded(below))),
            rule: Box::new(rule),
            ..Collection::plain(&docs, str::to_owned)
        }]
    } else {
        blogs.into_iter().map(|blog| blog.collection(root, &settings, said)).collect()
    };
    survey
}

/// What MkDocs takes for a page (`mkdocs.utils.markdown_extensions`).
const EXTENSIONS: &[&str] = &["md", "markdown", "mdown", "mkdn", "mkd"];

/// Files and folders whose name begins with a dot, and the templates at the top, are left out (`exclude_docs`' default).
fn is_hidden(below: &str) -> bool {
    below.split('/').any(|part| part.starts_with('.')) || below.starts_with("templates/")
}

/// The path of a page; `index` and `README` stand for their folder.
fn page_path(stem: &str, pretty: bool) -> String {
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
    match (matches!(name, "index" | "README"), pretty) {
        (true, _) if folder.is_empty() => String::new(),
        (true, true) => format!("{folder}/"),
        (true, false) => format!("{folder}/index.html"),
        (false, true) => format!("{stem}/"),
        (false, false) => format!("{stem}.html"),
    }
}

/// The title: what the front matter says, else the heading that opens the page, else the file's name (`Page.title`).
fn title(page: &Page<'_>, post: &mut RawPost) {
    if post.title.as_ref().is_none_or(|title| title.value.is_empty()) {
        let text = heading::shown(&page.body()).unwrap_or_else(|| heading::of_name(page.name()));
        post.title = Some(Field::unwritten(text));
    }
}

/// A rule that stands in the settings.
fn rule(text: String, settings: &Settings) -> RouteRule {
    RouteRule::stated(&text, settings.file, settings.line_of("plugins"))
}

#[cfg(test)]
mod tests;
