//! What went wrong, where, and what to do about it.

use serde::Serialize;
use std::sync::Arc;

/// Whether something was left out (an error) or done all the same (a warning).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// A place in a text file, with the line itself so that a printer needs no disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file, where that is not the one that the diagnostic is about anyhow.
    pub file: Option<Arc<str>>,
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in characters.
    pub column: u32,
    /// How many characters are meant, at least 1.
    pub width: u32,
    /// The line, without its end.
    pub excerpt: String,
}

/// One thing to tell the person at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// A stable name for programs, such as `date-invalid`.
    pub code: &'static str,
    /// The file it is about, relative to the site, with `/`.
    pub path: Option<String>,
    pub location: Option<Location>,
    /// Lower case, present tense, what was typed in backticks.
    pub message: String,
    /// A few words that stand under the place.
    pub label: Option<String>,
    /// Only what can be acted on.
    pub hint: Option<String>,
    /// Whether nothing may be written until it is mended: with wrong addresses, feeds do more harm than none.
    pub stops: bool,
}

impl Diagnostic {
    /// Something that is left out of the output.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    /// Something that was done all the same.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    fn new(severity: Severity, code: &'static str, message: String) -> Self {
        Self { severity, code, path: None, location: None, message, label: None, hint: None, stops: false }
    }

    /// Names the file, unless the place did.
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.path = self.path.or_else(|| Some(path.into()));
        self
    }

    /// Names the place, and its file where that is another than the one that the diagnostic is about.
    pub fn at(mut self, location: Location) -> Self {
        self.path = location.file.as_deref().map(str::to_owned).or(self.path);
        self.location = Some(location);
        self
    }

    /// Names the place where there is one.
    pub fn at_if(self, location: Option<Location>) -> Self {
        match location {
            Some(location) => self.at(location),
            None => self,
        }
    }

    /// Says under the place what is wrong with it.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Lets nothing be written.
    pub fn stopping(mut self) -> Self {
        self.stops = true;
        self
    }

    /// Says what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// By path, then line, then column; what is about no file comes first.
    pub fn sort(diagnostics: &mut Vec<Self>) {
        diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
        diagnostics.dedup();
    }

    fn order(&self) -> (Option<&str>, u32, u32, Severity, &str, &str) {
        let (line, column) = self.location.as_ref().map_or((0, 0), |at| (at.line, at.column));
        (self.path.as_deref(), line, column, self.severity, self.code, &self.message)
    }
}

/// A value together with what had to be said while it was made.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A value about which nothing had to be said.
    pub fn silent(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Hands over the value and adds what was said to `said`.
    pub fn tell(self, said: &mut Vec<Diagnostic>) -> T {
        said.extend(self.diagnostics);
        self.value
    }
}
