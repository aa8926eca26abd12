//! Says of one file why it is left out, or where everything in its post comes from.

use super::{finish, settle};
use crate::diag::Warned;
use crate::model::{
    Cover, Explained, Explanation, Field, Ledger, Origin, Post, RawPost, Site, SiteFacts, Source,
};
use chrono::{DateTime, FixedOffset};

/// Explains the file of this path, relative to the site. `shown_by` is the file that shows the framework.
pub fn explain(
    source: Source,
    path: &str,
    shown_by: &str,
    ledger: &Ledger,
    now: DateTime<FixedOffset>,
) -> Explanation {
    let settled = settle(source);
    let folders = settled.source.folders.clone();
    let language = settled.source.facts.language.clone();
    let raw = settled.source.posts.iter().find(|raw| raw.path == path).map(|raw| RawPost::clone(raw));
    let Warned { value: site, diagnostics } = finish(settled, ledger, now);
    let file = About { raw: raw.as_ref(), site: &site, language: language.as_deref(), ledger };
    let post = site.posts.iter().find(|post| post.path == path);
    let excluded = site.excluded.iter().find(|file| file.path == path).map(|file| file.reason.to_owned());
    let not_read = || match post {
        Some(_) => None,
        None => Some(format!("not read: {}", places(&folders, &site.facts))),
    };
    Explanation {
        path: site.facts.shown(path),
        excluded: excluded.or_else(not_read),
        facts: file.facts(post, shown_by),
        diagnostics: diagnostics.into_iter().filter(|said| said.path.as_deref() == Some(path)).collect(),
    }
}

/// Where posts are looked for.
fn places(folders: &[(String, &'static [&'static str])], facts: &SiteFacts) -> String {
    let place = |(folder, extensions): &(String, &'static [&'static str])| {
        let folder = facts.shown(folder);
        let folder = if folder.is_empty() { "the site's folder".to_owned() } else { format!("`{folder}`") };
        format!("{folder} (.{})", extensions.join(", ."))
    };
    let all: Vec<String> = folders.iter().map(place).collect();
    format!("posts are looked for in {}, but for what `.gitignore` names", all.join(", "))
}

/// What is at hand to explain a file by.
struct About<'a> {
    raw: Option<&'a RawPost>,
    site: &'a Site,
    /// As the site's files give it.
    language: Option<&'a str>,
    ledger: &'a Ledger,
}

impl About<'_> {
    fn facts(&self, post: Option<&Post>, shown_by: &str) -> Vec<Explained> {
        let facts = &self.site.facts;
        let shown = match shown_by {
            "" => "nothing shows another".to_owned(),
            file => format!("`{}` shows it", facts.shown(file)),
        };
        let mut all = vec![because("framework", facts.framework, &shown)];
        let Some(raw) = self.raw else { return all };
        all.push(self.address(raw, post));
        if let Some(post) = post {
            all.push(self.id(raw, post));
        }
        all.push(self.title(raw, post));
        let date = |name, field: &Option<Field<String>>, value: Option<DateTime<FixedOffset>>, none: &str| {
            let value = value.map(|date| date.to_rfc3339());
            match field {
                Some(field) => self.given(name, value.unwrap_or_else(|| field.value.clone()), raw, field),
                None => because(name, &value.unwrap_or_default(), none),
            }
        };
        let named =
            if post.is_some() { "the date in its path" } else { "no key gives one, nor does its path" };
        all.push(date("published", &raw.published, post.map(|post| post.published), named));
        all.push(date("updated", &raw.updated, post.and_then(|post| post.updated), "no key gives one"));
        all.push(self.written(
            "summary",
            raw,
            &raw.summary,
            "no key gives one; feeds show the text's beginning",
        ));
        let tags = raw.tags.join(", ");
        all.push(match &raw.tags_at {
            Some(field) => self.given("tags", tags, raw, field),
            None if tags.is_empty() => because("tags", "", "no key gives any"),
            None => because("tags", &tags, "the framework's rule"),
        });
        all.push(self.authors(raw, post));
        all.push(self.language(raw, post));
        all.push(self.cover(raw, post.and_then(|post| post.cover.as_deref())));
        all.push(match &raw.draft_at {
            Some(field) => self.given("draft", raw.draft.to_string(), raw, field),
            None if raw.draft => because("draft", "true", "the framework's rule"),
            None => because("draft", "false", "nothing says that it is one"),
        });
        all
    }

    fn address(&self, raw: &RawPost, post: Option<&Post>) -> Explained {
        let rule = &raw.route_rule;
        let open = || raw.route.undated().map(str::to_owned).unwrap_or_default();
        let value = post.map_or_else(open, |post| post.url.clone());
        let sure = if rule.is_sure { "" } else { " (a guess)" };
        Explained {
            origin: rule.place.as_ref().map(|(file, line)| self.origin(file, *line, String::new())),
            ..because("address", &value, &format!("{}{sure}", rule.text))
        }
    }

    fn id(&self, raw: &RawPost, post: &Post) -> Explained {
        match &raw.id {
            Some(field) => self.given("id", post.id.clone(), raw, field),
            None if self.ledger.lines.values().any(|line| line.id == post.id) => {
                because("id", &post.id, "kept in `syndicard.lock`")
            }
            None => because("id", &post.id, "the address at the first publication"),
        }
    }

    fn title(&self, raw: &RawPost, post: Option<&Post>) -> Explained {
        let value = post.map(|post| post.title.as_str()).unwrap_or_default();
        match &raw.title {
            Some(field) if !field.value.is_empty() => self.given("title", field.value.clone(), raw, field),
            _ if raw.first_heading.is_some() => {
                because("title", value, "the first heading, as no key gives one")
            }
            _ => because("title", value, "the file's name, as no key gives one and there is no heading"),
        }
    }

    fn authors(&self, raw: &RawPost, post: Option<&Post>) -> Explained {
        let names = |authors: &[crate::model::Author]| {
            authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let value = post.map(|post| names(&post.authors)).unwrap_or_default();
        match &raw.authors {
            Some(field) if !field.value.is_empty() => self.given("authors", names(&field.value), raw, field),
            _ if raw.default_author.is_some() => {
                because("authors", &value, "the author of posts that name nobody")
            }
            _ if value.is_empty() => because("authors", "", "neither the post nor the site names anybody"),
            _ => because("authors", &value, "those of the site, as the post names nobody"),
        }
    }

    fn language(&self, raw: &RawPost, post: Option<&Post>) -> Explained {
        let value = post.map_or(self.site.facts.language.as_str(), |post| &post.language);
        match (&raw.language, self.language) {
            (Some(field), _) => self.given("language", value.to_owned(), raw, field),
            (None, Some(_)) => because("language", value, "that of the site"),
            (None, None) => because("language", value, "what the site's texts seem to be in"),
        }
    }

    fn cover(&self, raw: &RawPost, cover: Option<&Cover>) -> Explained {
        let Some(field) = &raw.cover else { return because("cover", "", "no key gives one") };
        let file = cover.and_then(|cover| cover.file.as_deref()).or(field.value.file.as_deref());
        let value = match file {
            Some(file) => format!("{} → {}", field.value.source, self.site.facts.shown(file)),
            None => field.value.source.clone(),
        };
        self.given("cover", value, raw, field)
    }

    fn written(
        &self,
        name: &'static str,
        raw: &RawPost,
        field: &Option<Field<String>>,
        none: &str,
    ) -> Explained {
        match field {
            Some(field) => self.given(name, field.value.clone(), raw, field),
            None => because(name, "", none),
        }
    }

    /// What a key gives: the post's own, or that of a file that it inherits from.
    fn given<T>(&self, name: &'static str, value: String, raw: &RawPost, field: &Field<T>) -> Explained {
        let (rule, origin) = match &field.file {
            Some(file) => ("inherited", Some(self.origin(file, field.line, String::new()))),
            None if field.line == 0 => ("the framework's rule", None),
            None => {
                let text = raw.lines.location(field.line, 1, 1).excerpt;
                ("its front matter", Some(self.origin(&raw.path, field.line, text)))
            }
        };
        Explained { origin, ..because(name, &value, rule) }
    }

    fn origin(&self, file: &str, line: u32, text: String) -> Origin {
        Origin { file: self.site.facts.shown(file), line, text }
    }
}

fn because(name: &'static str, value: &str, rule: &str) -> Explained {
    Explained { name, value: value.to_owned(), rule: rule.to_owned(), origin: None }
}
