//! Says what is wrong with a setting, at the place of the part that is wrong.

use crate::diag::{Diagnostic, Location, Severity};
use crate::model::SourceLines;
use crate::site::front_matter::{Entry, Front};

/// One setting, and where what is wrong in it is said.
pub struct Talk<'a> {
    said: &'a mut Vec<Diagnostic>,
    lines: &'a SourceLines,
    place: Location,
    /// The lines of the setting: its first one, and the one after its last.
    from: u32,
    to: u32,
}

impl<'a> Talk<'a> {
    /// About a top-level setting.
    pub fn new(entry: &Entry, front: &'a Front, said: &'a mut Vec<Diagnostic>) -> Self {
        let after = front.entries.iter().map(|other| other.line).filter(|line| *line > entry.line).min();
        Self {
            said,
            lines: &front.lines,
            place: front.lines.location(entry.line, entry.column, entry.width),
            from: entry.line,
            to: after.unwrap_or(u32::MAX),
        }
    }

    /// About one item of a list: of `- ` lines the one of this number, from 0; in a list on one line, all of it.
    pub fn item(&mut self, index: usize) -> Talk<'_> {
        let mut starts: Vec<u32> = Vec::new();
        let mut depth = None;
        for (number, line) in self.numbered() {
            let indent = line.len() - line.trim_start().len();
            if line.trim_start().starts_with('-') && *depth.get_or_insert(indent) == indent {
                starts.push(number);
            }
        }
        let from = starts.get(index).copied().unwrap_or(self.from);
        let to = starts.get(index + 1).copied().unwrap_or(self.to);
        let place = if starts.is_empty() { self.place.clone() } else { self.lines.location(from, 1, 1) };
        Talk { said: self.said, lines: self.lines, place, from, to }
    }

    /// The place of the setting itself.
    pub fn place(&self) -> Location {
        self.place.clone()
    }

    /// Where this text stands in the setting, as a word; the setting's own place where it does not.
    pub fn place_of(&self, text: &str) -> Location {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        for (number, line) in self.numbered() {
            for (at, _) in line.match_indices(text) {
                let before = line.get(..at).unwrap_or_default();
                let after = line.get(at + text.len()..).unwrap_or_default();
                let inside = text.starts_with(word) && before.ends_with(word)
                    || text.ends_with(word) && after.starts_with(word);
                if !inside && !text.is_empty() {
                    let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
                    let width = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                    return self.lines.location(number, column, width);
                }
            }
        }
        self.place()
    }

    fn numbered(&self) -> impl Iterator<Item = (u32, &'a str)> + use<'a> {
        let (from, to) = (self.from, self.to);
        self.lines.numbered().filter(move |(number, _)| (from..to).contains(number))
    }

    /// A warning about the whole setting.
    pub fn warn(&mut self, code: &'static str, message: &str) -> Saying<'_> {
        let place = self.place();
        self.say(Severity::Warning, place, code, message)
    }

    /// A warning about the part that is written so.
    pub fn warn_at(&mut self, text: &str, code: &'static str, message: &str) -> Saying<'_> {
        let place = self.place_of(text);
        self.say(Severity::Warning, place, code, message)
    }

    /// An error in the part that is written so, with which nothing may be written.
    pub fn stop_at(&mut self, text: &str, code: &'static str, message: &str) -> Saying<'_> {
        let place = self.place_of(text);
        self.say(Severity::Error, place, code, message)
    }

    fn say(&mut self, severity: Severity, place: Location, code: &'static str, message: &str) -> Saying<'_> {
        self.said.push(match severity {
            Severity::Warning => Diagnostic::warning(code, message).at(place),
            Severity::Error => Diagnostic::error(code, message).at(place).stopping(),
        });
        Saying(self.said.last_mut())
    }

    /// Says that `of` has no such setting.
    pub fn unknown(&mut self, of: &str, key: &str, known: &[&str]) {
        self.warn_at(key, "setting-unknown", &format!("`{key}` is no setting of `{of}`"))
            .label("not used")
            .hint(&format!("the settings are {}", known.join(", ")));
    }
}

/// The diagnostic that was just said, to which more can be added.
pub struct Saying<'a>(Option<&'a mut Diagnostic>);

impl Saying<'_> {
    pub fn label(mut self, label: &str) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.label = Some(label.to_owned());
        }
        self
    }

    pub fn hint(mut self, hint: &str) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.hint = Some(hint.to_owned());
        }
        self
    }
}
