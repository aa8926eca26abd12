//! Composes the settings that say what was detected: every line explained, and what is not sure marked.

use super::yaml;
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Site};
use crate::site::schema::description;
use std::fmt::Write as _;

/// What is known of a site.
pub struct Detected<'a> {
    pub site: &'a Site,
    /// As the site's files say them.
    pub facts: &'a Facts,
    /// Where posts were looked for.
    pub folders: &'a [(String, &'static [&'static str])],
    /// Whether posts whose date is still to come are published all the same.
    pub future: bool,
    /// The file that shows the framework; empty where none does.
    pub shown_by: &'a str,
    pub said: &'a [Diagnostic],
    /// Where the schema is: a path or an address.
    pub schema: &'a str,
}

const HEAD: &str = "\
#
# What Syndicard found out about this site. The lines that are switched on say what would be taken without them, too:
# change what is wrong, and take out what you do not want to decide. `syndicard list` shows what comes of it, and
# `syndicard list --explain FILE` why.
";

/// Settings that nothing was found for, as examples.
const OTHERS: &[(&str, &str)] = &[
    ("people", "{ada: {name: Ada Quay, url: \"https://ada.example.org\"}}"),
    ("keys", "{published: dateCreated, cover: [hero, image]}"),
    ("manifest", "syndicard.json"),
    ("system_fonts", "true"),
    ("encoding", "{repair: auto}"),
    ("feeds", "{content: full, sets: [tag]}"),
    ("cards", "{theme: photo, hash: false}"),
];

/// The text of `syndicard.yaml`.
pub fn compose(detected: &Detected<'_>) -> String {
    let mut text = format!("# yaml-language-server: $schema={}\n{HEAD}", detected.schema);
    let Detected { site, facts, shown_by, .. } = detected;
    let of = &site.facts;
    let shown = if shown_by.is_empty() {
        "not sure: no file shows a framework".to_owned()
    } else {
        format!("`{shown_by}` shows it.")
    };
    on(&mut text, "framework", of.framework, &[&shown]);
    detected.title(&mut text);
    optional(&mut text, "description", of.description.as_deref(), "Notes on tides and harbours");
    detected.url(&mut text);
    let sure = facts.language.is_some();
    let doubt = if sure { "" } else { "not sure: no file names it; it is what the texts seem to be in" };
    on(&mut text, "language", &of.language, &[doubt]);
    optional(&mut text, "time_zone", facts.time_zone.as_deref(), "Europe/Madrid");
    authors(&mut text, &facts.authors);
    for (key, value, example) in [
        ("rights", &facts.rights, "CC BY 4.0"),
        ("icon", &facts.icon, "/favicon.png"),
        ("logo", &facts.logo, "/images/logo.png"),
    ] {
        optional(&mut text, key, value.as_deref(), example);
    }
    detected.posts(&mut text);
    if detected.future {
        explain(&mut text, "future", &[]);
        text.push_str("future: true\n");
    } else {
        off(&mut text, "future", "true");
    }
    on(&mut text, "out", &of.out, &[]);
    for (key, example) in OTHERS {
        off(&mut text, key, example);
    }
    text
}

impl Detected<'_> {
    fn title(&self, text: &mut String) {
        match &self.facts.title {
            Some(title) => on(text, "title", title, &[]),
            None => optional(text, "title", None, "Harbour Notes"),
        }
    }

    fn url(&self, text: &mut String) {
        let found = self.site.facts.url.as_str().trim_end_matches('/');
        let is_unknown = self.said.iter().any(|said| said.code == "site-url-unknown");
        let is_placeholder = self.said.iter().any(|said| said.code == "site-url-placeholder");
        let written = self.facts.url.as_deref().map(|url| url.trim().trim_end_matches('/'));
        if is_unknown || is_placeholder {
            explain(text, "url", &["not sure: nothing tells it, and nothing can be built without it"]);
            text.push_str("# url: https://notes.example.org\n");
        } else if written == Some(found) {
            on(text, "url", found, &[]);
        } else {
            on(
                text,
                "url",
                found,
                &["not sure: taken from `CNAME`, or from where the posts link to each other"],
            );
        }
    }

    fn posts(&self, text: &mut String) {
        let mut about: Vec<String> = Vec::new();
        for (folder, _) in self.folders {
            let inside = |path: &str| {
                path.strip_prefix(folder.as_str())
                    .is_some_and(|rest| folder.is_empty() || rest.starts_with('/'))
            };
            let mut posts = self.site.posts.iter().filter(|post| inside(&post.path));
            if let Some(first) = posts.next() {
                let place = if folder.is_empty() { "the site's folder" } else { folder };
                about.push(format!("Found: {} in {place}, such as {}", posts.count() + 1, first.url));
            }
        }
        let doubts = self.said.iter().filter(|said| matches!(said.code, "route-guessed" | "route-inferred"));
        about.extend(doubts.map(|said| {
            let why = said.label.as_ref().map(|why| format!(", {why}")).unwrap_or_default();
            format!("not sure: {}{why}", said.message)
        }));
        if self.shown_by.is_empty()
            && self.said.iter().all(|said| said.code != "route-inferred")
            && !about.is_empty()
        {
            about.push(
                "not sure: their addresses are the paths of their files, as no framework tells them"
                    .to_owned(),
            );
        }
        let about: Vec<&str> = about.iter().map(String::as_str).collect();
        explain(text, "posts", &about);
        let folder = self.folders.first().map_or("content/posts", |(folder, _)| folder);
        let folder = if folder.is_empty() { "." } else { folder };
        let _ = writeln!(text, "# posts:\n#   - dir: {}\n#     url: /blog/:slug/", yaml::text(folder));
    }
}

fn authors(text: &mut String, authors: &[Author]) {
    if authors.is_empty() {
        off(text, "authors", "[{name: Ada Quay, url: \"https://ada.example.org\"}]");
        return;
    }
    explain(text, "authors", &[]);
    text.push_str("authors:\n");
    for author in authors {
        let _ = writeln!(text, "  - name: {}", yaml::text(&author.name));
        for (key, value) in [("email", &author.email), ("url", &author.url), ("avatar", &author.avatar)] {
            if let Some(value) = value {
                let _ = writeln!(text, "    {key}: {}", yaml::text(value));
            }
        }
    }
}

/// A setting that is switched on.
fn on(text: &mut String, key: &str, value: &str, about: &[&str]) {
    explain(text, key, about);
    let _ = writeln!(text, "{key}: {}", yaml::text(value));
}

/// A setting that is switched on where something was found.
fn optional(text: &mut String, key: &str, value: Option<&str>, example: &str) {
    match value {
        Some(value) => on(text, key, value, &[]),
        None => off(text, key, example),
    }
}

/// A setting that is switched off, with an example.
fn off(text: &mut String, key: &str, example: &str) {
    explain(text, key, &[]);
    let _ = writeln!(text, "# {key}: {example}");
}

/// What a setting means, as the schema has it, and what is to be said of its value.
fn explain(text: &mut String, key: &str, about: &[&str]) {
    text.push('\n');
    let description = description(key);
    for line in
        std::iter::once(description.as_str()).chain(about.iter().copied()).filter(|line| !line.is_empty())
    {
        for piece in wrapped(line) {
            let _ = writeln!(text, "# {piece}");
        }
    }
}

/// Lines of a hundred characters or so; words stay whole, and nothing that was read can end a comment.
fn wrapped(line: &str) -> Vec<String> {
    const WIDTH: usize = 110;
    let mut lines = vec![String::new()];
    for word in line.split_whitespace() {
        let word: String = word.chars().filter(|c| !c.is_control()).collect();
        let Some(last) = lines.last_mut() else { break };
        if last.is_empty() {
            last.push_str(&word);
        } else if last.chars().count() + word.chars().count() < WIDTH {
            last.push(' ');
            last.push_str(&word);
        } else {
            lines.push(word);
        }
    }
    lines
}
