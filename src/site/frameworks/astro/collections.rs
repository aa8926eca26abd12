//! Reads which collections the site declares, and where their files are.

use super::Settings;
use super::ids::IdRule;
use crate::site::code;
use crate::site::literals::Literal;
use crate::site::patterns::Patterns;
use crate::site::script::{Passage, Reach};

/// A collection of Markdown files.
#[derive(Debug)]
pub struct Declared {
    pub name: String,
    /// Relative to the site.
    pub directory: String,
    pub files: Files,
    pub ids: IdRule,
    /// The keys that its schema gives dates and pictures, in the order of the code.
    pub dates: Vec<String>,
    pub pictures: Vec<String>,
}

/// Which files below the directory are entries.
#[derive(Debug, Default)]
pub struct Files {
    patterns: Patterns,
    /// Names with an underscore before them are left out, as Astro did before loaders.
    hides_underscores: bool,
}

impl Files {
    pub fn accepts(&self, path: &str) -> bool {
        let is_hidden = self.hides_underscores && path.split('/').any(|part| part.starts_with('_'));
        !is_hidden && self.patterns.accepts(path)
    }
}

/// Every collection of Markdown files, in the order of the code; without a declaration every folder in `content`.
pub fn of(reach: &mut Reach<'_>, settings: &Settings) -> Vec<Declared> {
    let source = &settings.source;
    let places = [format!("{source}/content.config"), format!("{source}/content/config")];
    let files =
        places.iter().flat_map(|place| ["ts", "mts", "js", "mjs"].map(|end| format!("{place}.{end}")));
    let root = reach.root;
    let Some(file) = files.into_iter().find(|file| root.is_file(file)) else {
        return folders(reach, source);
    };
    let Some(exported) = reach.passage(&file, "collections") else { return folders(reach, source) };
    let mut declared = Vec::new();
    let inside = exported.script.inside('{', &exported.place).unwrap_or(exported.place.clone());
    for item in exported.script.items(&inside) {
        let text = exported.script.at(&item).trim();
        let (name, value) = text.split_once(':').unwrap_or((text, text));
        let name = name.trim().trim_matches(['"', '\'']).to_owned();
        let start = Passage { place: item.clone(), ..exported.clone() };
        // A value that is a name leads to its declaration, which may stand in another file.
        let pieces = if value.contains('(') { vec![start] } else { reach.from(start) };
        let mut found = one(reach, source, name, &pieces);
        if let Some(found) = &mut found {
            found.dates = keys(&pieces, "date(");
            found.pictures = keys(&pieces, "image(");
        }
        declared.extend(found);
    }
    if declared.is_empty() { folders(reach, source) } else { declared }
}

fn folders(reach: &Reach<'_>, source: &str) -> Vec<Declared> {
    let names = reach.root.folders(&format!("{source}/content"));
    names.into_iter().map(|name| legacy(source, name)).collect()
}

fn legacy(source: &str, name: String) -> Declared {
    let files = Files { hides_underscores: true, ..Files::default() };
    Declared {
        directory: format!("{source}/content/{name}"),
        name,
        files,
        ids: IdRule::Slugged,
        dates: Vec::new(),
        pictures: Vec::new(),
    }
}

/// The collection that these pieces of code define; nothing where its entries are no files of their own.
fn one(reach: &Reach<'_>, source: &str, name: String, pieces: &[Passage]) -> Option<Declared> {
    for piece in pieces.iter().take(4) {
        let Some(glob) = piece.calls(&["glob"]).into_iter().next() else { continue };
        let options = piece.script.items(&glob).into_iter().next()?;
        let text = piece.script.at(&options).trim();
        let options = code::value(reach.root, &piece.file, &piece.script.text, text);
        let base = options.get(&["base"]);
        if base == Some(&Literal::Unknown) {
            break;
        }
        let base = base.and_then(Literal::text).unwrap_or(".");
        let directory = base.trim_start_matches("./").trim_matches('/').trim_start_matches('.').to_owned();
        let patterns = match options.get(&["pattern"]) {
            Some(Literal::List(items)) => items.iter().filter_map(Literal::text).collect(),
            Some(Literal::Text(pattern)) => vec![pattern.as_str()],
            _ => Vec::new(),
        };
        let ids = if text.contains("generateId") { IdRule::Path } else { IdRule::Slugged };
        let files = Files { patterns: Patterns::of(&patterns), hides_underscores: false };
        let (dates, pictures) = (Vec::new(), Vec::new());
        return Some(Declared { name, directory, files, ids, dates, pictures });
    }
    let has_loader =
        pieces.first().is_some_and(|piece| !piece.script.entries("loader", &piece.place).is_empty())
            || pieces.get(1).is_some_and(|piece| !piece.script.entries("loader", &piece.place).is_empty());
    let folder = legacy(source, name);
    (!has_loader || reach.root.is_dir(&folder.directory)).then_some(folder)
}

/// The keys of a schema whose values are made by this function: `pubDate: z.coerce.date()`.
fn keys(pieces: &[Passage], made_by: &str) -> Vec<String> {
    let found = pieces.iter().take(3).flat_map(|piece| {
        let text = piece.text();
        text.match_indices(made_by).filter_map(|(at, _)| {
            let before = text.get(..at)?;
            let head = before.get(..before.rfind(':')?)?.trim_end();
            let start = head.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
            head.get(start..).filter(|key| !key.is_empty()).map(str::to_owned)
        })
    });
    found.collect()
}
