//! Which collections are posts, and what each entry becomes.

use super::Settings;
use super::astrowind::AstroWind;
use super::collections::{self, Declared};
use super::ids;
use super::pages::{self, Param, Part, Plan};
use crate::model::{Field, Header, RawPost, Route, RouteClock, RoutePart, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::fields;
use crate::site::inherit::Inheritance;
use crate::site::rollover;
use crate::site::script::{Passage, Reach};
use crate::site::slugs::github;

/// Where posts stand.
pub struct Posts {
    pub collections: Vec<Collection>,
    pub publishes_future: bool,
}

/// What people call a collection of posts.
const NAMES: &[&str] = &[
    "blog",
    "blogs",
    "post",
    "posts",
    "blogpost",
    "blogposts",
    "article",
    "articles",
    "writing",
    "writings",
    "essay",
    "essays",
    "news",
    "journal",
    "note",
    "notes",
    "thoughts",
    "entries",
    "log",
    "logs",
    "diary",
    "stories",
    "til",
    "tils",
    "garden",
    "weblog",
    "changelog",
    "announcements",
    "newsletter",
    "newsletters",
    "tutorials",
    "musings",
    "tech",
];

pub fn find(reach: &mut Reach<'_>, settings: &Settings, wind: Option<&AstroWind>) -> Posts {
    let declared = collections::of(reach, settings);
    let known: Vec<&str> = declared.iter().map(|one| one.name.as_str()).collect();
    let plans = pages::plans(reach, settings, &known);
    let feeds = feed_code(reach, settings);
    let in_feeds = pages::collections(reach, &feeds, &known);
    let has_page = |name: &str| plans.iter().any(|(other, _)| other == name);
    let is_named = |name: &str| NAMES.contains(&name.to_ascii_lowercase().as_str());
    let mut chosen: Vec<String> = in_feeds;
    if chosen.is_empty() {
        chosen = known.iter().filter(|name| is_named(name)).map(|name| (*name).to_owned()).collect();
    }
    if chosen.is_empty() {
        chosen = known.iter().filter(|name| has_page(name)).map(|name| (*name).to_owned()).collect();
    }
    let hides_future = feeds.iter().any(pages::hides_future)
        || plans.iter().any(|(name, plan)| plan.hides_future && chosen.contains(name));
    let is_alone = chosen.is_empty();
    let mut collections = Vec::new();
    for one in declared.into_iter().filter(|one| chosen.contains(&one.name)) {
        let own: Vec<Plan> =
            plans.iter().filter(|(name, _)| *name == one.name).map(|(_, plan)| plan.clone()).collect();
        collections.push(collection(one, own, settings, wind));
    }
    collections.push(markdown_pages(settings, is_alone));
    Posts { collections, publishes_future: !hides_future }
}

/// The code of the site's own feeds, with all that it uses.
fn feed_code(reach: &mut Reach<'_>, settings: &Settings) -> Vec<Passage> {
    let pages = format!("{}/pages", settings.source);
    let files = reach.root.tree(&pages, &["js", "ts", "mjs"]).into_iter().filter(|file| {
        let path = file.strip_prefix(&pages).unwrap_or(file).to_ascii_lowercase();
        ["rss", "feed", "atom", "index.xml"].iter().any(|word| path.contains(word))
    });
    let mut pieces = Vec::new();
    for file in files {
        if let Some(script) = reach.script(&file) {
            let place = script.whole();
            pieces.extend(reach.from(Passage { file, script, place }));
        }
    }
    pieces
}

/// The posts of a collection.
fn collection(one: Declared, plans: Vec<Plan>, settings: &Settings, wind: Option<&AstroWind>) -> Collection {
    let Declared { name, directory, files, ids, dates, pictures } = one;
    let form = settings.form;
    let names = settings.locales.clone();
    let is_guessed = names.is_empty() && plans.iter().any(Plan::has_language);
    let languages = Languages { names, default: settings.default_locale.clone(), is_guessed };
    let wind = wind.cloned();
    let rule = move |page: &Page<'_>, post: &mut RawPost| {
        let id = ids::of(ids, page.stem(), page.fields);
        complete(page, post, &dates, &pictures);
        let language = languages.of(&id, page);
        if post.language.is_none() {
            post.language = language.clone().map(Field::unwritten);
        }
        if let Some(wind) = &wind {
            (post.route, post.route_rule) = wind.route(&id, page, form);
            return Ok(());
        }
        let other = language.is_some() && language != languages.default;
        let only_all = plans.iter().all(Plan::has_language);
        let other = other || only_all;
        let plan = plans.iter().find(|plan| plan.has_language() == other).or_else(|| plans.first());
        let Some(plan) = plan else {
            post.route = Route::path(form.write(&format!("{name}/{id}")));
            post.route_rule = RouteRule::guess("the collection's name and the entry's id");
            return Ok(());
        };
        let entry = Entry { id: &id, language: language.as_deref(), page, languages: &languages };
        post.route = route(plan, &entry, form);
        let text = format!("the page `{}`", plan.file);
        post.route_rule =
            RouteRule { is_sure: plan.is_sure, ..RouteRule::stated(&text, &plan.file, plan.line) };
        Ok(())
    };
    Collection {
        directory,
        extensions: &["md", "mdx", "markdown", "mdoc"],
        header: Header::Fences,
        posts_only: false,
        accepts: Some(Box::new(move |path| files.accepts(path))),
        inheritance: Inheritance::default(),
        rule: Box::new(rule),
    }
}

/// The site's languages.
struct Languages {
    names: Vec<String>,
    default: Option<String>,
    /// Whether an address names the language although the configuration lists none.
    is_guessed: bool,
}

impl Languages {
    /// The language that an entry names, or in whose folder it stands.
    fn of(&self, id: &str, page: &Page<'_>) -> Option<String> {
        let own = page.fields.text(&["lang", "language", "locale"]);
        own.and_then(|own| self.known(own)).or_else(|| self.known(id.split_once('/')?.0))
    }

    fn known(&self, text: &str) -> Option<String> {
        let known = self.names.iter().find(|name| name.eq_ignore_ascii_case(text)).cloned();
        let looks_like_one = |text: &str| {
            let (first, rest) = text.split_once('-').unwrap_or((text, ""));
            first.len() == 2 && rest.len() <= 4 && text.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        };
        known.or_else(|| (self.is_guessed && looks_like_one(text)).then(|| text.to_owned()))
    }

    /// The id without the folder of its language.
    fn below<'a>(&self, id: &'a str) -> &'a str {
        match id.split_once('/') {
            Some((first, rest)) if self.known(first).is_some() => rest,
            _ => id,
        }
    }
}

/// An entry, as its address needs it.
struct Entry<'a> {
    id: &'a str,
    language: Option<&'a str>,
    page: &'a Page<'a>,
    languages: &'a Languages,
}

fn route(plan: &Plan, entry: &Entry<'_>, form: super::Form) -> Route {
    let id = if plan.keeps_folders { &in_folders(entry) } else { entry.id };
    let id = if plan.has_language() { entry.languages.below(id) } else { id };
    let mut parts: Vec<RoutePart> = Vec::new();
    for part in &plan.parts {
        let text = match part {
            Part::Text(text) => text.clone(),
            Part::Param(Param::Id) => id.to_owned(),
            Part::Param(Param::LastOfId) => id.rsplit('/').next().unwrap_or(id).to_owned(),
            Part::Param(Param::RestOfId) => id.split_once('/').map_or(id, |(_, rest)| rest).to_owned(),
            Part::Param(Param::Key { key, is_slugged }) => match entry.page.fields.text(&[key]) {
                Some(text) if *is_slugged => github::slug(text),
                Some(text) => text.trim_matches('/').to_owned(),
                None => id.to_owned(),
            },
            Part::Param(Param::Language) => {
                entry.language.or(entry.languages.default.as_deref()).unwrap_or_default().to_owned()
            }
            Part::Param(Param::OtherLanguage) => {
                let other =
                    entry.language.filter(|language| entry.languages.default.as_deref() != Some(*language));
                other.unwrap_or_default().to_owned()
            }
            Part::Param(Param::Date(form)) => {
                parts.push(RoutePart::Date((*form).to_owned()));
                continue;
            }
        };
        parts.push(RoutePart::Text(text));
    }
    if form == super::Form::Slash {
        parts.push(RoutePart::Text("/".to_owned()));
    }
    let joined = parts.iter().map(|part| match part {
        RoutePart::Text(text) => Some(text.as_str()),
        RoutePart::Date(_) | RoutePart::LowerDate(_) => None,
    });
    match joined.collect::<Option<String>>() {
        Some(path) => Route::path(form.write(&path)),
        None => Route::parts(parts, RouteClock::Utc),
    }
}

/// The entry's folders as they are slugged, without those that an underscore hides, and the last part of its id.
fn in_folders(entry: &Entry<'_>) -> String {
    let folders =
        entry.page.folder().split('/').filter(|folder| !folder.is_empty() && !folder.starts_with('_'));
    let last = entry.id.rsplit('/').next().unwrap_or(entry.id).to_owned();
    folders.map(github::slug).chain([last]).collect::<Vec<_>>().join("/")
}

/// Fills in what only the collection's schema names.
fn complete(page: &Page<'_>, post: &mut RawPost, dates: &[String], pictures: &[String]) {
    if post.published.is_none() {
        let is_edit =
            |key: &str| ["upd", "mod", "edit"].iter().any(|word| key.to_ascii_lowercase().contains(word));
        let given = dates.iter().filter(|key| !is_edit(key)).find_map(|key| page.fields.get(&[key]));
        post.published = given.and_then(|given| Some(given.field(given.entry.value.text()?.to_owned())));
    }
    if let Some(field) = &mut post.published
        && let Some(rolled) = rollover::of(&field.value)
    {
        field.value = rolled;
    }
    if post.cover.is_none() {
        let given = pictures.iter().filter_map(|key| page.fields.get(&[key]));
        let nested = page.fields.get(&["seo", "metadata", "meta"]).into_iter();
        post.cover =
            given.chain(nested).find_map(|given| Some(given.field(fields::cover(&given.entry.value)?)));
    }
}

/// Markdown files that are pages by themselves, below `src/pages`. Those directly in it are posts only where there are no others:
/// what stands there beside a collection is an imprint or the like.
fn markdown_pages(settings: &Settings, is_alone: bool) -> Collection {
    let form = settings.form;
    Collection {
        posts_only: false,
        accepts: Some(Box::new(move |path| {
            let is_deep = is_alone || path.contains('/');
            is_deep && !path.split('/').any(|part| part.starts_with('_'))
        })),
        rule: Box::new(move |page, post| {
            let path = page.stem();
            let path = path
                .strip_suffix("index")
                .filter(|rest| rest.is_empty() || rest.ends_with('/'))
                .unwrap_or(path);
            post.route = Route::path(form.write(path));
            post.route_rule = RouteRule::convention("a page's path below `pages`");
            Ok(())
        }),
        ..Collection::plain(&format!("{}/pages", settings.source), str::to_owned)
    }
}
