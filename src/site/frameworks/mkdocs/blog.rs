//! The blog plugin of Material for MkDocs (`material/plugins/blog`).

use super::settings::Settings;
use super::{EXTENSIONS, heading, title};
use crate::diag::Diagnostic;
use crate::model::{Author, Field, RawPost, Route, RouteClock, RoutePart};
use crate::site::collection::{Collection, Page};
use crate::site::fields;
use crate::site::front_matter::{Syntax, Value};
use crate::site::inherit::{self, Inheritance, Inherited};
use crate::site::root::Root;
use crate::site::slugs::material::{self, Case};
use crate::site::walk;
use std::collections::BTreeMap;

/// One blog of a site.
#[derive(Clone, Debug)]
pub struct Blog {
    docs: String,
    directory: String,
    posts: String,
    authors_file: String,
    url_format: String,
    date_format: String,
    categories_in_url: usize,
    slug_case: Case,
    separator: String,
    publishes_drafts: bool,
    pub hides_future: bool,
}

impl Blog {
    /// Every blog of the site: the plugin may be there several times.
    pub fn all(settings: &Settings) -> Vec<Self> {
        let plugins = settings.plugins(&["blog", "material/blog"]).into_iter();
        plugins
            .filter(|options| flag(*options, "enabled") != Some(false))
            .map(|options| Self::of(settings, options))
            .collect()
    }

    fn of(settings: &Settings, options: Option<&Value>) -> Self {
        let say = |key: &str, default: &str| {
            let text = options.and_then(|options| options.get(&[key])?.text());
            text.map_or_else(|| default.to_owned(), str::to_owned)
        };
        let directory = walk::join("", &say("blog_dir", "blog")).unwrap_or_default();
        let within = |path: String| walk::join("", &path.replace("{blog}", &directory)).unwrap_or_default();
        Self {
            docs: settings.docs(),
            posts: within(say("post_dir", "{blog}/posts")),
            authors_file: within(say("authors_file", "{blog}/.authors.yml")),
            url_format: say("post_url_format", "{date}/{slug}"),
            date_format: say("post_url_date_format", "yyyy/MM/dd"),
            categories_in_url: say("post_url_max_categories", "1").parse().unwrap_or(1),
            slug_case: case(options.and_then(|options| options.get(&["post_slugify"]))),
            separator: say("post_slugify_separator", "-"),
            publishes_drafts: flag(options, "draft") == Some(true),
            hides_future: flag(options, "draft_if_future_date") == Some(true),
            directory,
        }
    }

    /// The people of the authors' file, by the ids that posts use.
    pub fn people(&self, root: &Root, said: &mut Vec<Diagnostic>) -> BTreeMap<String, Author> {
        let file = format!("{}/{}", self.docs, self.authors_file);
        let front = inherit::data(root, &file, Syntax::Yaml, said);
        let Some(Value::Map(people)) = front.as_ref().and_then(|front| Some(&front.get(&["authors"])?.value))
        else {
            return BTreeMap::new();
        };
        people.iter().filter_map(|(id, value)| Some((id.clone(), fields::author(value)?))).collect()
    }

    pub fn collection(self, root: &Root, settings: &Settings, said: &mut Vec<Diagnostic>) -> Collection {
        let pretty = settings.has_directory_urls();
        let directory = walk::join(&self.docs, &self.posts).unwrap_or_default();
        let inheritance = meta_files(root, settings, &directory, said);
        let excluded = settings.excluded();
        let route_rule =
            super::rule(format!("the blog's `post_url_format` is `{}`", self.url_format), settings);
        let posts = self.posts.clone();
        let rule = move |page: &Page<'_>, post: &mut RawPost| {
            title(page, post);
            post.route = self.route(page, pretty);
            post.route_rule = route_rule.clone();
            self.complete(page, post);
            Ok(())
        };
        Collection {
            extensions: EXTENSIONS,
            accepts: Some(Box::new(move |below| {
                !super::is_hidden(below) && !excluded(&format!("{posts}/{below}"))
            })),
            inheritance,
            rule: Box::new(rule),
            ..Collection::plain(&directory, str::to_owned)
        }
    }

    fn route(&self, page: &Page<'_>, pretty: bool) -> Route {
        let categories: Vec<String> =
            categories(page).iter().take(self.categories_in_url).map(|name| material::slug(name)).collect();
        let slug = page.fields.text(&["slug"]).map(str::to_owned).unwrap_or_else(|| {
            let given = page.fields.text(&["title"]);
            let name = heading::of_name(page.name());
            let body = page.body();
            let title = given.or_else(|| heading::written(&body)).unwrap_or(&name);
            material::slug_as(title, &self.separator, self.slug_case)
        });
        let mut parts = vec![RoutePart::Text(format!("{}/", self.directory))];
        let mut rest = self.url_format.trim_matches('/');
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            parts.push(RoutePart::Text(before.to_owned()));
            match name {
                "date" => parts.extend(babel_date(&self.date_format)),
                "slug" => parts.push(RoutePart::Text(slug.clone())),
                "file" => parts.push(RoutePart::Text(page.name().to_owned())),
                "categories" => parts.push(RoutePart::Text(categories.join("/"))),
                _ => {}
            }
            rest = after;
        }
        let end = if pretty { "/" } else { ".html" };
        parts.push(RoutePart::Text(format!("{rest}{end}")));
        Route::parts(parts, RouteClock::Own)
    }

    /// What the plugin knows by other keys than others do.
    fn complete(&self, page: &Page<'_>, post: &mut RawPost) {
        if self.publishes_drafts {
            post.draft = false;
        }
        post.section = categories(page).into_iter().next().map(Field::unwritten).or(post.section.take());
        // A post that says it is no draft is published before its day.
        post.is_released = self.hides_future && page.fields.is_false(&["draft"]);
        let date = page.fields.get(&["date"]);
        let updated =
            date.and_then(|given| Some(given.field(given.entry.value.get(&["updated"])?.text()?.to_owned())));
        post.updated = updated.or(post.updated.take());
    }
}

fn flag(options: Option<&Value>, key: &str) -> Option<bool> {
    let value = options?.get(&[key])?;
    // `!ENV [NAME, default]` reads as the list.
    let text = match value {
        Value::List(items) => items.last()?.text()?,
        other => other.text()?,
    };
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// `!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`.
fn case(value: Option<&Value>) -> Case {
    let Some(value) = value else { return Case::Lower };
    match value.get(&["kwds"]).and_then(|options| options.get(&["case"])?.text()) {
        Some("lower" | "fold") => Case::Lower,
        Some("lower-ascii") => Case::LowerAscii,
        _ => Case::Kept,
    }
}

fn categories(page: &Page<'_>) -> Vec<String> {
    match page.fields.value(&["categories"]) {
        Some(Value::List(items)) => items.iter().filter_map(Value::text).map(fields::fold).collect(),
        Some(Value::Text(text)) => vec![fields::fold(text)],
        _ => Vec::new(),
    }
}

/// The `.meta.yml` files of the `meta` plugin, which give their fields to all pages below them.
fn meta_files(root: &Root, settings: &Settings, posts: &str, said: &mut Vec<Diagnostic>) -> Inheritance {
    let mut inheritance = Inheritance::default();
    if settings.plugins(&["meta", "material/meta"]).is_empty() {
        return inheritance;
    }
    let mut folders = vec![String::new()];
    let parts: Vec<&str> = posts.split('/').collect();
    folders.extend(
        (1..=parts.len()).map(|count| parts.iter().take(count).copied().collect::<Vec<_>>().join("/")),
    );
    folders.extend(root.folders(posts).iter().map(|name| format!("{posts}/{name}")));
    for folder in folders {
        let file = format!("{folder}/.meta.yml");
        if let Some(front) = inherit::data(root, file.trim_start_matches('/'), Syntax::Yaml, said) {
            inheritance.add(Inherited::below(&file, &folder, front));
        }
    }
    inheritance
}

/// A pattern of the Unicode date fields (`yyyy/MM/dd`), as `strftime` forms; month names are English.
fn babel_date(pattern: &str) -> Vec<RoutePart> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| c != first).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let form = match run {
            "yy" => "%y",
            "y" | "yyy" | "yyyy" => "%Y",
            "MM" => "%m",
            "M" => "%-m",
            "MMM" => "%b",
            "MMMM" => "%B",
            "dd" => "%d",
            "d" => "%-d",
            "DDD" => "%j",
            "D" => "%-j",
            "HH" => "%H",
            "mm" => "%M",
            "ww" => "%V",
            "EEEE" => "%A",
            "E" | "EE" | "EEE" => "%a",
            _ => "",
        };
        parts.push(match form {
            "" => RoutePart::Text(run.replace('\'', "")),
            form => RoutePart::Date(form.to_owned()),
        });
        rest = after;
    }
    parts
}
