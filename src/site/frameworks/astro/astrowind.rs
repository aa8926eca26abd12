//! AstroWind and its descendants keep their settings in `src/config.yaml`, with a pattern for addresses.

use super::address::Form;
use crate::model::{Route, RouteClock, RoutePart, RouteRule};
use crate::site::collection::Page;
use crate::site::front_matter::{Syntax, Value};
use crate::site::inherit;
use crate::site::root::Root;
use crate::site::slugs::github;

pub const FILE: &str = "src/config.yaml";

/// What the file says.
#[derive(Clone, Debug, Default)]
pub struct AstroWind {
    pub title: Option<String>,
    pub description: Option<String>,
    pub url: Option<String>,
    pub base: Option<String>,
    pub language: Option<String>,
    pub form: Option<Form>,
    /// `/%year%/%slug%`, written with colons.
    permalink: String,
    line: u32,
}

/// The settings, where the site is one of this kind.
pub fn of(root: &Root) -> Option<AstroWind> {
    let front = inherit::data(root, FILE, Syntax::Yaml, &mut Vec::new())?;
    let value = |path: &[&str]| {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(&front.get(&[first])?.value, |value, key| value.get(&[key]))
    };
    let text =
        |path: &[&str]| value(path).and_then(Value::text).map(str::trim).filter(|text| !text.is_empty());
    value(&["apps", "blog"])?;
    let own = |path: &[&str]| text(path).map(str::to_owned);
    let list = text(&["apps", "blog", "list", "pathname"]).unwrap_or("blog");
    let permalink = own(&["apps", "blog", "post", "permalink"]).unwrap_or_else(|| format!("/{list}/%slug%"));
    let form = match text(&["site", "trailingSlash"]) {
        Some("true") => Some(Form::Slash),
        Some("false") => Some(Form::Plain),
        _ => None,
    };
    Some(AstroWind {
        title: own(&["site", "name"]),
        description: own(&["metadata", "description"]),
        url: own(&["site", "site"]),
        base: own(&["site", "base"]),
        language: own(&["i18n", "language"]),
        form,
        permalink: colons(&permalink),
        line: front.get(&["apps"]).map_or(1, |entry| entry.line),
    })
}

impl AstroWind {
    /// The address that the pattern gives an entry.
    pub fn route(&self, id: &str, page: &Page<'_>, form: Form) -> (Route, RouteRule) {
        let mut value = |name: &str| {
            let date = |form: &str| Some(RoutePart::Date(form.to_owned()));
            match name {
                "slug" | "id" => Some(RoutePart::Text(github::path(id))),
                "category" => {
                    let category = page.fields.text(&["category"]).map(github::slug);
                    Some(RoutePart::Text(category.unwrap_or_default()))
                }
                "year" => date("%Y"),
                "month" => date("%m"),
                "day" => date("%d"),
                "hour" => date("%H"),
                "minute" => date("%M"),
                "second" => date("%S"),
                _ => None,
            }
        };
        let route = Route::pattern(&form.write(&self.permalink), RouteClock::Own, &mut value);
        let text = format!("`apps.blog.post.permalink` is `{}`", self.permalink);
        (route, RouteRule::stated(&text, FILE, self.line))
    }
}

/// `%year%` as `:year`.
fn colons(pattern: &str) -> String {
    let mut text = String::new();
    for (index, part) in pattern.split('%').enumerate() {
        if index % 2 == 1 {
            text.push(':');
        }
        text.push_str(part);
    }
    text
}
