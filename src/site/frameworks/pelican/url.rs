//! An article's address: `ARTICLE_URL` filled in as Python's `str.format` does it.

use super::metadata::Known;
use super::settings::Settings;
use crate::model::{RawPost, Route, RouteClock, RoutePart, RouteRule};

/// Gives the article its address.
pub fn route(settings: &Settings, known: &Known<'_>, post: &mut RawPost, slug: &str, is_default: bool) {
    if let Some(url) = known.own("url") {
        post.route = Route::path(url);
        post.route_rule = RouteRule::convention("the article's `url`");
        return;
    }
    let (name, default) =
        if is_default { ("ARTICLE_URL", "{slug}.html") } else { ("ARTICLE_LANG_URL", "{slug}-{lang}.html") };
    let form = settings.python.text(name);
    let shown = form.unwrap_or(default);
    let text = format!("`{name}` is `{shown}`");
    post.route_rule = match settings.python.place(name) {
        Some((file, at)) if form.is_some() => RouteRule::stated(&text, file, at.line),
        Some(_) => RouteRule::guess(&text),
        None => RouteRule::convention(&text),
    };
    let language = post.language.as_ref().map_or(settings.language.as_str(), |field| field.value.as_str());
    let mut parts = Vec::new();
    let mut rest = shown;
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(RoutePart::Text(before.to_owned()));
        let Some((inside, after)) = after.split_once('}') else { break };
        parts.push(part(inside, known, slug, language));
        rest = after;
    }
    parts.push(RoutePart::Text(rest.to_owned()));
    post.route = Route::parts(parts, RouteClock::Own);
}

/// What stands for `slug`, `date:%Y`, `date.year` or any other piece of metadata.
fn part(inside: &str, known: &Known<'_>, slug: &str, language: &str) -> RoutePart {
    let (name, form) = inside.split_once(':').unwrap_or((inside, ""));
    let text = |text: &str| RoutePart::Text(text.to_owned());
    match name {
        "slug" => text(slug),
        "lang" => text(language),
        "date" => RoutePart::Date(if form.is_empty() { "%Y-%m-%d %H:%M:%S%:z" } else { form }.to_owned()),
        "date.year" => RoutePart::Date("%Y".to_owned()),
        "date.month" => RoutePart::Date("%-m".to_owned()),
        "date.day" => RoutePart::Date("%-d".to_owned()),
        "path" => text(&known.path),
        "category" => text(&known.slugify(known.text("category").unwrap_or_default())),
        "author" => {
            let author = known.text("author").or_else(|| known.settings.python.text("AUTHOR"));
            text(&known.slugify(author.unwrap_or_default()))
        }
        other => text(known.text(other).unwrap_or_default()),
    }
}
