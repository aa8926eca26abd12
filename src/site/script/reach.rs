//! Follows names from one piece of code to those that it uses, across files.

use super::Script;
use crate::site::code::Paths;
use crate::site::root::Root;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;
use std::sync::Arc;

/// How many pieces of code are followed from one: what is farther away has other matters.
const LIMIT_PASSAGES: usize = 48;

/// What people write by hand is smaller; what is larger came from a tool.
const LIMIT_BYTES: usize = 256 << 10;

/// A piece of code in a file.
#[derive(Clone)]
pub struct Passage {
    /// Relative to the site.
    pub file: String,
    pub script: Arc<Script>,
    pub place: Range<usize>,
}

impl Passage {
    pub fn text(&self) -> &str {
        self.script.at(&self.place)
    }

    /// The arguments of every call of one of these names.
    pub fn calls(&self, names: &[&str]) -> Vec<Range<usize>> {
        names.iter().flat_map(|name| self.script.calls(name, &self.place)).collect()
    }
}

/// Reads a site's code, each file once.
pub struct Reach<'a> {
    pub root: &'a Root,
    paths: Paths<'a>,
    files: BTreeMap<String, Option<Arc<Script>>>,
}

impl<'a> Reach<'a> {
    pub fn of(root: &'a Root) -> Self {
        Self { root, paths: Paths::of(root), files: BTreeMap::new() }
    }

    /// A file's code: all of it, or what stands in the fence of an Astro page or in the `script` of a component.
    pub fn script(&mut self, file: &str) -> Option<Arc<Script>> {
        if let Some(known) = self.files.get(file) {
            return known.clone();
        }
        let text = self.root.text(file).filter(|text| text.len() < LIMIT_BYTES);
        let script = text.map(|text| Arc::new(Script::of(code_of(file, text))));
        self.files.insert(file.to_owned(), script.clone());
        script
    }

    /// The code of a function or a constant, or of the whole file where it has none of that name.
    pub fn passage(&mut self, file: &str, name: &str) -> Option<Passage> {
        let script = self.script(file)?;
        let place = script.declaration(name).unwrap_or(script.whole());
        Some(Passage { file: file.to_owned(), script, place })
    }

    /// The piece itself, and all functions and constants of the site's own code that it uses, the nearest first.
    pub fn from(&mut self, start: Passage) -> Vec<Passage> {
        let mut known: BTreeSet<(String, usize)> = BTreeSet::new();
        let mut waiting = VecDeque::from([start]);
        let mut found = Vec::new();
        while let Some(passage) = waiting.pop_front() {
            if found.len() >= LIMIT_PASSAGES {
                break;
            }
            if !known.insert((passage.file.clone(), passage.place.start)) {
                continue;
            }
            waiting.extend(self.uses(&passage));
            found.push(passage);
        }
        found
    }

    /// What a piece uses directly.
    fn uses(&mut self, passage: &Passage) -> Vec<Passage> {
        let script = Arc::clone(&passage.script);
        let mut found = Vec::new();
        for import in script.imports() {
            if script.words(&import.local, &passage.place).next().is_some() {
                found.extend(self.follow(&passage.file, &import.module, &import.name, 0));
            }
        }
        let is_whole = passage.place == script.whole();
        for name in script.declared().into_iter().filter(|_| !is_whole) {
            if script.words(&name, &passage.place).next().is_some() {
                let place = script.declaration(&name);
                found.extend(place.map(|place| Passage { place, ..passage.clone() }));
            }
        }
        found
    }

    /// The code that a file knows by the name that it imports.
    fn follow(&mut self, importer: &str, module: &str, name: &str, steps: u32) -> Option<Passage> {
        const STEPS: u32 = 3;
        let file = self.paths.find(importer, module).filter(|file| !file.ends_with(".json"))?;
        let script = self.script(&file)?;
        if let Some(place) = script.declaration(name) {
            return Some(Passage { file, script, place });
        }
        if matches!(name, "default" | "*") {
            let place = script.whole();
            return Some(Passage { file, script, place });
        }
        let passed_on: Vec<_> = script
            .imports()
            .into_iter()
            .filter(|import| import.local == name || import.local == "*")
            .collect();
        let mut modules = passed_on.into_iter().filter(|_| steps < STEPS).map(|import| {
            let own = if import.name == "*" { name.to_owned() } else { import.name };
            (import.module, own)
        });
        modules.find_map(|(module, own)| self.follow(&file, &module, &own, steps + 1))
    }
}

/// The code of a component, at the same lines as in its file.
fn code_of(file: &str, text: String) -> String {
    let blanked = |start: usize, end: usize| {
        let head = text.get(..start).unwrap_or_default();
        let lines = head.chars().map(|c| if c == '\n' { '\n' } else { ' ' });
        lines.chain(text.get(start..end).unwrap_or_default().chars()).collect()
    };
    if file.ends_with(".astro") {
        let Some(start) = text.find("---").map(|at| at + 3) else { return String::new() };
        let end = text.get(start..).and_then(|rest| rest.find("\n---")).map_or(text.len(), |at| start + at);
        return blanked(start, end);
    }
    if file.ends_with(".vue") || file.ends_with(".svelte") {
        let tag = text.find("<script").unwrap_or(text.len());
        let start = text.get(tag..).and_then(|rest| rest.find('>')).map_or(text.len(), |at| tag + at + 1);
        let end =
            text.get(start..).and_then(|rest| rest.find("</script")).map_or(text.len(), |at| start + at);
        return blanked(start, end);
    }
    text
}
