//! What Hexo makes of one post: its day, its tags and its address (`processor/post.js`, `post_permalink.js`).

use super::name;
use crate::model::{Field, RawPost, Route, RouteClock, RoutePart, RouteRule};
use crate::site::collection::Page;
use crate::site::fields;
use crate::site::front_matter::{Front, Value};
use crate::site::slugs::hexo::{self, Case};
use chrono::{DateTime, Utc};

/// What holds for every post of a site.
pub struct Posts {
    permalink: String,
    defaults: Vec<(String, Value)>,
    rule: RouteRule,
    new_post_name: String,
    has_assets: bool,
    has_zone: bool,
    category: String,
    categories: Vec<(String, Value)>,
    /// `filename_case`.
    case: Case,
    keeps_index: bool,
    keeps_html: bool,
}

impl Posts {
    pub fn of(config: &Front, file: &str) -> Self {
        let say = |key: &str| super::text(config, key);
        let map = |key: &str| match config.get(&[key]).map(|entry| &entry.value) {
            Some(Value::Map(pairs)) => pairs.clone(),
            _ => Vec::new(),
        };
        let permalink = say("permalink");
        let rule = match (&permalink, config.get(&["permalink"])) {
            (Some(text), Some(entry)) => {
                RouteRule::stated(&format!("`permalink` is `{text}`"), file, entry.line)
            }
            _ => RouteRule::convention("Hexo's own permalinks, with the date"),
        };
        let pretty = config.get(&["pretty_urls"]);
        let keeps = |key: &str| pretty.and_then(|entry| entry.value.get(&[key])?.text()) != Some("false");
        let new_post_name = say("new_post_name").unwrap_or_else(|| ":title.md".to_owned());
        Self {
            permalink: permalink.unwrap_or_else(|| ":year/:month/:day/:title/".to_owned()),
            defaults: map("permalink_defaults"),
            rule,
            new_post_name: stem(&new_post_name).to_owned(),
            has_assets: say("post_asset_folder").as_deref() == Some("true"),
            has_zone: say("timezone").is_some(),
            category: say("default_category").unwrap_or_else(|| "uncategorized".to_owned()),
            categories: map("category_map"),
            case: match say("filename_case").as_deref() {
                Some("1") => Case::Lower,
                Some("2") => Case::Upper,
                _ => Case::Kept,
            },
            keeps_index: keeps("trailing_index"),
            keeps_html: keeps("trailing_html"),
        }
    }

    /// Gives a post its address, and what Hexo takes from its name.
    pub fn place(&self, page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
        // `draft: true` means nothing to Hexo; `published: false` does.
        post.draft = false;
        if page.fields.is_false(&["published"]) {
            return Err("draft");
        }
        let parsed = name::parsed(&self.new_post_name, page.stem()).unwrap_or_default();
        let named = |key: &str| parsed.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
        let slug = named("title").map_or_else(|| hexo::slug(page.stem(), '-', Case::Kept), str::to_owned);
        if post.published.is_none() {
            let day = || {
                Some((named("year")?, named("month").or(named("i_month"))?, named("day").or(named("i_day"))?))
            };
            post.published =
                day().map(|(year, month, day)| Field::unwritten(format!("{year}-{month:0>2}-{day:0>2}")));
        } else if self.has_zone {
            // Hexo takes the clock of UTC for that of the site's zone (`adjustDateForTimezone`).
            [&mut post.published, &mut post.updated].into_iter().flatten().for_each(without_offset);
        }
        post.tags = page
            .fields
            .value(&["tags"])
            .or_else(|| page.fields.value(&["tag"]))
            .map(texts)
            .unwrap_or_default();
        self.cover(page, post);
        post.route = self.route(page, post, &slug, &parsed);
        post.route_rule = match page.fields.text(&["permalink"]) {
            Some(_) => RouteRule::convention("the post's `permalink`"),
            None => self.rule.clone(),
        };
        Ok(())
    }

    fn route(&self, page: &Page<'_>, post: &RawPost, slug: &str, parsed: &[(&str, &str)]) -> Route {
        if let Some(own) = page.fields.text(&["permalink"]) {
            return Route::path(self.pretty(self.closed(own)));
        }
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = self.permalink.as_str();
        while let Some((before, after)) = rest.split_once(':') {
            text.push_str(before);
            let key = name::placeholder(after);
            rest = after.get(key.len()..).unwrap_or_default();
            if key.is_empty() {
                text.push(':');
                continue;
            }
            match self.value(page, post, slug, parsed, key) {
                RoutePart::Text(value) => text.push_str(&value),
                date => {
                    parts.push(RoutePart::Text(std::mem::take(&mut text)));
                    parts.push(date);
                }
            }
        }
        text.push_str(rest);
        parts.push(RoutePart::Text(self.pretty(self.closed(&text))));
        Route::parts(parts, RouteClock::Site)
    }

    /// What stands for a name: Hexo's own, else the post's field, else `permalink_defaults`.
    fn value(
        &self,
        page: &Page<'_>,
        post: &RawPost,
        slug: &str,
        parsed: &[(&str, &str)],
        key: &str,
    ) -> RoutePart {
        let date = |form: &str| RoutePart::Date(form.to_owned());
        let text = match key {
            "title" => slug.to_owned(),
            "name" => slug.rsplit('/').next().unwrap_or(slug).to_owned(),
            "post_title" => {
                let title = post.title.as_ref().map_or("", |title| title.value.as_str());
                hexo::slug(title, '-', Case::Lower)
            }
            "category" => self.category(page),
            "year" => return date("%Y"),
            "month" => return date("%m"),
            "day" => return date("%d"),
            "hour" => return date("%H"),
            "minute" => return date("%M"),
            "second" => return date("%S"),
            "i_month" => return date("%-m"),
            "i_day" => return date("%-d"),
            "timestamp" => return date("%s"),
            key => {
                let own = page.fields.text(&[key]).map(str::to_owned);
                let named =
                    || parsed.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned());
                let default = || {
                    let (_, value) = self.defaults.iter().find(|(name, _)| name == key)?;
                    value.text().map(str::to_owned)
                };
                own.or_else(named).or_else(default).unwrap_or_else(|| "undefined".to_owned())
            }
        };
        RoutePart::Text(text)
    }

    /// The deepest category with those above it, as slugs.
    fn category(&self, page: &Page<'_>) -> String {
        let value = page.fields.value(&["categories"]).or_else(|| page.fields.value(&["category"]));
        // A list in a list is a line of categories by itself; else all of them are one line.
        let line = match value {
            Some(Value::List(items)) if items.iter().any(|item| matches!(item, Value::List(_))) => {
                items.last().map(texts).unwrap_or_default()
            }
            Some(value) => texts(value),
            None => Vec::new(),
        };
        if line.is_empty() {
            return self.category.clone();
        }
        let slug = |name: &String| {
            let mapped =
                self.categories.iter().find(|(key, _)| key == name).and_then(|(_, value)| value.text());
            hexo::slug(mapped.unwrap_or(name), '-', self.case)
        };
        line.iter().map(slug).collect::<Vec<_>>().join("/")
    }

    /// A post with a folder of assets is a folder.
    fn closed(&self, path: &str) -> String {
        let is_open = self.has_assets && !path.ends_with('/') && !path.ends_with(".html");
        if is_open { format!("{path}/") } else { path.to_owned() }
    }

    /// `pretty_urls`.
    fn pretty(&self, path: String) -> String {
        match path.strip_suffix("index.html") {
            Some(folder) if !self.keeps_index => folder.to_owned(),
            Some(_) => path,
            None if !self.keeps_html => path.strip_suffix(".html").unwrap_or(&path).to_owned(),
            None => path,
        }
    }

    /// A picture may stand in the folder that has the post's name.
    fn cover(&self, page: &Page<'_>, post: &mut RawPost) {
        let Some(cover) = post.cover.as_mut().filter(|_| self.has_assets) else { return };
        let source = cover.value.source.trim_start_matches("./");
        let folder = page.name();
        if !source.starts_with('/') && page.root.is_file(&format!("{}/{folder}/{source}", page.directory())) {
            cover.value.source = format!("{folder}/{source}");
        }
    }
}

/// Takes the offset off, after the moment was turned to UTC.
pub(super) fn without_offset(field: &mut Field<String>) {
    let text = field.value.trim();
    let spaced = text.replacen(' ', "T", 1).replace(' ', "");
    let forms = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
    let moment = DateTime::parse_from_rfc3339(&spaced)
        .ok()
        .or_else(|| forms.iter().find_map(|form| DateTime::parse_from_str(&spaced, form).ok()));
    if let Some(moment) = moment {
        field.value = moment.with_timezone(&Utc).format("%Y-%m-%d %H:%M:%S").to_string();
    }
}

/// One text or the texts of a list; each once, none empty.
fn texts(value: &Value) -> Vec<String> {
    let items = match value {
        Value::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut texts: Vec<String> = Vec::new();
    for text in items.iter().filter_map(Value::text).map(fields::fold) {
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// A name without its extension.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !extension.contains(['/', ':']) => stem,
        _ => name,
    }
}
