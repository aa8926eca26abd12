//! Reads from the page files which address an entry of a collection gets.

use super::Settings;
use crate::site::code;
use crate::site::script::{Passage, Reach};

/// A page that shows one entry of a collection.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The page's file, and the line that says what stands in its address.
    pub file: String,
    pub line: u32,
    pub parts: Vec<Part>,
    /// Whether the parameters are the entry's id as it is, so that nothing is guessed.
    pub is_sure: bool,
    /// Whether folders stand in the address although the entry has a `slug`, but none with an underscore before its name.
    pub keeps_folders: bool,
    /// Whether entries of the future have no page yet.
    pub hides_future: bool,
}

/// A piece of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Text(String),
    Param(Param),
}

/// What a page puts in a parameter's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    Id,
    /// The last part of the id.
    LastOfId,
    /// The id without its first part.
    RestOfId,
    /// What the entry says under this key, slugged or not; its id where it says nothing.
    Key {
        key: String,
        is_slugged: bool,
    },
    Language,
    /// The language, but nothing for the site's first one.
    OtherLanguage,
    /// The day in this form.
    Date(&'static str),
}

/// Functions of `astro:content` whose first argument names a collection.
const READERS: &[&str] = &["getCollection", "getEntry", "getEntryBySlug", "getLiveCollection", "getEntries"];

/// Parameters of pages that list entries.
const LISTS: &[&str] = &[
    "page",
    "tag",
    "tags",
    "category",
    "categories",
    "author",
    "authors",
    "year",
    "month",
    "series",
    "topic",
    "letter",
    "p",
    "num",
    "pagenumber",
];

/// What TypeScript says of a parameter.
const TYPES: &[&str] = &["string", "number", "any", "unknown", "undefined"];

/// Folders of what goes with a page: pictures, data.
const BESIDE: &[&str] =
    &["og", "og-image", "og-images", "api", "embed", "opengraph", "social", "rss", "open-graph"];

impl Plan {
    /// Whether a part of the address is the language.
    pub fn has_language(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Param(Param::Language | Param::OtherLanguage)))
    }
}

/// The collections that a piece of code reads, itself or through what it uses; `known` are all there are.
pub fn collections(reach: &Reach<'_>, pieces: &[Passage], known: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        if known.contains(&name) && !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    };
    for piece in pieces {
        for call in piece.calls(READERS) {
            let Some(first) = piece.script.items(&call).into_iter().next() else { continue };
            let text = piece.script.at(&first).trim();
            let bare = text.trim_matches(['"', '\'', '`']);
            if bare.len() + 2 == text.len() {
                add(bare);
            } else if let Some(name) = code::value(reach.root, &piece.file, &piece.script.text, text).text() {
                add(name);
            }
        }
    }
    if names.is_empty() {
        // The name is handed to a function: it stands somewhere in quotes.
        for name in known {
            let quoted = ["'", "\"", "`"].map(|quote| format!("{quote}{name}{quote}"));
            if pieces.iter().any(|piece| quoted.iter().any(|quoted| piece.text().contains(quoted))) {
                names.push((*name).to_owned());
            }
        }
    }
    names
}

/// For each collection the pages that show its entries, the best first.
pub fn plans(reach: &mut Reach<'_>, settings: &Settings, known: &[&str]) -> Vec<(String, Plan)> {
    let pages = format!("{}/pages", settings.source);
    let mut found: Vec<(u32, String, Plan)> = Vec::new();
    for file in reach.root.tree(&pages, &["astro"]) {
        let Some(route) = file.strip_prefix(&pages).and_then(|path| path.strip_suffix(".astro")) else {
            continue;
        };
        let route = route.trim_matches('/');
        let folders: Vec<&str> = route.split('/').collect();
        let last = folders.iter().rev().find_map(|part| params(part).pop()).unwrap_or_default();
        let is_list = LISTS.contains(&last.to_ascii_lowercase().as_str());
        if last.is_empty()
            || is_list
            || folders.iter().any(|folder| BESIDE.contains(folder) || folder.starts_with('_'))
        {
            continue;
        }
        let Some(start) = reach.passage(&file, "getStaticPaths") else { continue };
        let pieces = reach.from(start);
        if pieces.iter().any(|piece| !piece.calls(&["paginate"]).is_empty()) {
            continue;
        }
        let plan = plan(&file, &folders, &pieces, settings);
        let text = reach.root.text(&file).unwrap_or_default();
        let shows = ["render(", "<Content", "Content />"].iter().any(|sign| text.contains(sign));
        let cost = u32::from(!shows) * 100 + u32::try_from(folders.len()).unwrap_or(99);
        found.extend(collections(reach, &pieces, known).into_iter().map(|name| (cost, name, plan.clone())));
    }
    found.sort_by(|a, b| (a.0, &a.2.file).cmp(&(b.0, &b.2.file)));
    found.into_iter().map(|(_, name, plan)| (name, plan)).collect()
}

/// Whether code compares something with the present moment, as filters of scheduled posts do.
pub fn hides_future(piece: &Passage) -> bool {
    let text: String = piece.text().chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace("=>", " ");
    ["Date.now()", "newDate()"].iter().any(|now| {
        ["<", "<=", ">", ">="]
            .iter()
            .any(|sign| text.contains(&format!("{sign}{now}")) || text.contains(&format!("{now}{sign}")))
    })
}

/// The names of the parameters in a part of a page's path.
fn params(part: &str) -> Vec<String> {
    let after = part.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    after.map(|(name, _)| name.trim_start_matches('.').to_owned()).collect()
}

/// What the page's path and its parameters make of an entry.
fn plan(file: &str, folders: &[&str], pieces: &[Passage], settings: &Settings) -> Plan {
    let mut parts = Vec::new();
    let (mut line, mut is_sure) = (1, true);
    for (index, folder) in folders.iter().enumerate() {
        if *folder == "index" && index + 1 == folders.len() {
            break;
        }
        parts.push(Part::Text("/".to_owned()));
        let mut rest = *folder;
        while let Some((before, after)) = rest.split_once('[') {
            let (name, after) = after.split_once(']').unwrap_or((after, ""));
            let (value, at) = param(name, pieces, settings);
            is_sure &= at.is_some_and(|(_, sure)| sure);
            line = at.map_or(line, |(at, _)| at);
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Param(value));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
    }
    let keeps_folders = pieces.iter().any(|piece| {
        let text = piece.text();
        text.contains("filePath") && text.contains("startsWith(\"_\")")
    });
    Plan {
        file: file.to_owned(),
        line,
        parts,
        is_sure,
        keeps_folders,
        hides_future: pieces.iter().any(hides_future),
    }
}

/// What is put for a parameter, the line where that is said, and whether nothing was guessed.
fn param(name: &str, pieces: &[Passage], settings: &Settings) -> (Param, Option<(u32, bool)>) {
    let is_optional = name.starts_with("...");
    let name = name.trim_start_matches('.');
    match name.to_ascii_lowercase().as_str() {
        "year" | "yyyy" => return (Param::Date("%Y"), None),
        "month" | "mm" => return (Param::Date("%m"), None),
        "day" | "dd" | "date" => return (Param::Date(if name == "date" { "%Y-%m-%d" } else { "%d" }), None),
        "lang" | "locale" | "language" if is_optional => return (Param::OtherLanguage, None),
        "lang" | "locale" | "language" => return (Param::Language, None),
        _ => {}
    }
    let own = pieces.first().map(|piece| piece.file.as_str());
    for piece in pieces {
        for params in piece.script.entries("params", &piece.place) {
            let Some(inside) = piece.script.inside('{', &params) else { continue };
            // `params: { slug: string }` is a type.
            let is_type = |text: &str| text.split('|').all(|word| TYPES.contains(&word.trim()));
            let values = piece.script.entries(name, &inside);
            let Some(value) =
                values.into_iter().find(|value| !is_type(piece.script.at(value).trim_end_matches(';')))
            else {
                continue;
            };
            let line = piece.script.line(value.start);
            let mut text = piece.script.at(&value).trim();
            if text == name {
                // `params: { slug }`: the value stands in a constant.
                let constant = piece.script.declaration(name);
                text = constant
                    .and_then(|place| piece.script.at(&place).split_once('='))
                    .map_or(text, |(_, v)| v);
            }
            let (param, is_sure) = meaning(text.trim(), settings);
            let is_own = own == Some(piece.file.as_str());
            return (param, is_own.then_some((line, is_sure)));
        }
    }
    (Param::Id, None)
}

/// What an expression such as `post.id` or `post.data.slug ?? post.slug` takes from an entry.
fn meaning(text: &str, settings: &Settings) -> (Param, bool) {
    let is_path = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$'));
    if let Some((_, after)) = text.split_once(".data.").or_else(|| text.split_once(".frontmatter.")) {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
        let key = after.get(..end).unwrap_or_default().to_owned();
        return (
            Param::Key { key, is_slugged: text.to_ascii_lowercase().contains("slug") && text.contains('(') },
            is_path,
        );
    }
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_split = squeezed.contains("split(");
    if is_split && [".pop()", ".at(-1)", ".slice(-1)"].iter().any(|end| squeezed.contains(end)) {
        return (Param::LastOfId, false);
    }
    let drops_first =
        is_split && ["[1]", ".slice(1)", ".at(1)", "[,"].iter().any(|rest| squeezed.contains(rest));
    let drops_language =
        !settings.locales.is_empty() && (squeezed.contains(".replace(") || squeezed.contains(".slice("));
    if drops_first || drops_language {
        return (Param::RestOfId, false);
    }
    (Param::Id, is_path && (text.ends_with(".id") || text.ends_with(".slug")))
}
