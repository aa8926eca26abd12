//! Finds calls, declarations and imports in code, without understanding the rest of it.

mod bare;
mod reach;
#[cfg(test)]
mod tests;

pub use reach::{Passage, Reach};

use std::ops::Range;

/// A file of JavaScript or TypeScript, or one that begins with some, such as an Astro page.
pub struct Script {
    pub text: String,
    /// The text with blanks for comments and for what stands in quotes; every byte has its place.
    bare: String,
}

/// A name that a file takes from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// As it is called here; `*` where everything is passed on under its own name.
    pub local: String,
    /// As it is called there: `default`, `*`, or its name.
    pub name: String,
    pub module: String,
}

impl Script {
    pub fn of(text: String) -> Self {
        let bare = bare::of(&text);
        Self { text, bare }
    }

    /// The text of a place.
    pub fn at(&self, place: &Range<usize>) -> &str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// The number of the line, from 1, of a byte.
    pub fn line(&self, at: usize) -> u32 {
        let head = self.text.as_bytes().get(..at).unwrap_or_default();
        u32::try_from(head.iter().filter(|byte| **byte == b'\n').count())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// The whole text as a place.
    pub fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// What stands between the parentheses of every call of `name` in a place.
    pub fn calls(&self, name: &str, within: &Range<usize>) -> Vec<Range<usize>> {
        let arguments = self.words(name, within).filter_map(|at| {
            let open = self.open_after(at + name.len())?;
            let is_declared = self.bare.get(..at)?.trim_end().ends_with("function");
            (!is_declared).then(|| open + 1..self.partner(open))
        });
        arguments.collect()
    }

    /// What stands for a key of an object in a place: `key: value`. A key without a value stands for itself.
    pub fn entries(&self, key: &str, within: &Range<usize>) -> Vec<Range<usize>> {
        let values = self.words(key, within).filter_map(|at| {
            let end = at + key.len();
            let rest = self.bare.get(end..within.end)?;
            let after = rest.trim_start();
            if let Some(value) = after.strip_prefix(':') {
                let start = within.end - value.len();
                return Some(start..self.end_of_item(start, within.end));
            }
            let before = self.bare.get(within.start..at)?.trim_end();
            let alone = before.is_empty() || before.ends_with(['{', ',']);
            (alone && (after.is_empty() || after.starts_with([',', '}']))).then_some(at..end)
        });
        values.collect()
    }

    /// The parts of a place between commas that stand in no bracket.
    pub fn items(&self, within: &Range<usize>) -> Vec<Range<usize>> {
        let mut items = Vec::new();
        let mut start = within.start;
        while start < within.end {
            let end = self.end_of_item(start, within.end);
            if !self.at(&(start..end)).trim().is_empty() {
                items.push(start..end);
            }
            start = end + 1;
        }
        items
    }

    /// The inside of the first such bracket in a place.
    pub fn inside(&self, bracket: char, within: &Range<usize>) -> Option<Range<usize>> {
        let open = within.start + self.bare.get(within.clone())?.find(bracket)?;
        Some(open + 1..self.partner(open).min(within.end))
    }

    /// The code of a function or of a constant.
    pub fn declaration(&self, name: &str) -> Option<Range<usize>> {
        self.words(name, &self.whole()).find_map(|at| {
            let before = self.bare.get(..at)?.trim_end();
            let word = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            match word {
                "function" => Some(at..self.end_of_function(at)),
                "const" | "let" | "var" => Some(at..self.end_of_statement(at)),
                _ if before.ends_with("function*") => Some(at..self.end_of_function(at)),
                _ => None,
            }
        })
    }

    /// The names of all functions and constants, also those inside of others.
    pub fn declared(&self) -> Vec<String> {
        let mut names = Vec::new();
        for word in ["function", "const", "let", "var"] {
            for at in self.words(word, &self.whole()) {
                let rest =
                    self.bare.get(at + word.len()..).unwrap_or_default().trim_start().trim_start_matches('*');
                let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
                let rest = rest.trim_start();
                let name = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len())).unwrap_or_default();
                if !name.is_empty() && !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
        names
    }

    /// Every name that the file imports, requires or passes on.
    pub fn imports(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for word in ["import", "export"] {
            for at in self.words(word, &self.whole()) {
                let Some((names, module)) = self.clause(at + word.len()) else { continue };
                imports.extend(named(&names, &module, word == "export"));
            }
        }
        imports
    }

    /// `a, { b as c } from "module"` behind `import`.
    fn clause(&self, start: usize) -> Option<(String, String)> {
        let rest = self.bare.get(start..)?;
        let quote = rest.find(['"', '\''])?;
        let names = rest.get(..quote)?;
        let names = names.trim_end().strip_suffix("from")?;
        if names.contains([';', '(', '=']) {
            return None;
        }
        let begin = start + quote + 1;
        let end = begin + self.bare.get(begin..)?.find(['"', '\''])?;
        Some((names.to_owned(), self.text.get(begin..end)?.to_owned()))
    }

    /// Where a word stands by itself in a place.
    fn words<'a>(&'a self, word: &'a str, within: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
        let is_part = |byte: Option<&u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | 0x80..))
        };
        let bytes = self.bare.as_bytes();
        let start = within.start;
        let text = self.bare.get(within.clone()).unwrap_or_default();
        text.match_indices(word).map(move |(at, _)| start + at).filter(move |&at| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            !is_part(before) && !is_part(bytes.get(at + word.len()))
        })
    }

    /// The parenthesis of a call that begins here, past what TypeScript has in angles.
    fn open_after(&self, at: usize) -> Option<usize> {
        let rest = self.bare.get(at..)?;
        let mut open = at + (rest.len() - rest.trim_start().len());
        let bytes = self.bare.as_bytes();
        if bytes.get(open) == Some(&b'<') {
            open += self.bare.get(open..)?.find('(')?;
        }
        (bytes.get(open) == Some(&b'(')).then_some(open)
    }

    /// The place of the bracket that closes the one here; the end where none does.
    fn partner(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (at, byte) in self.bare.bytes().enumerate().skip(open) {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return at;
                    }
                }
                _ => {}
            }
        }
        self.bare.len()
    }

    /// The place of the comma or the closing bracket that ends an item.
    fn end_of_item(&self, start: usize, end: usize) -> usize {
        let mut depth = 0_usize;
        for (at, byte) in self.bare.bytes().enumerate().take(end).skip(start) {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' if depth == 0 => return at,
                b')' | b']' | b'}' => depth -= 1,
                b',' if depth == 0 => return at,
                _ => {}
            }
        }
        end
    }

    /// Where a function's body ends whose name stands here.
    fn end_of_function(&self, at: usize) -> usize {
        let bytes = self.bare.as_bytes();
        let Some(round) = self.bare.get(at..).and_then(|rest| rest.find('(')) else { return bytes.len() };
        let after = self.partner(at + round);
        let Some(curly) = self.bare.get(after..).and_then(|rest| rest.find('{')) else { return bytes.len() };
        self.partner(after + curly)
    }

    /// Where a statement ends: at a semicolon, or at a line after which nothing goes on.
    fn end_of_statement(&self, start: usize) -> usize {
        let mut depth = 0_usize;
        for (at, byte) in self.bare.bytes().enumerate().skip(start) {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' if depth == 0 => return at,
                b')' | b']' | b'}' => depth -= 1,
                b';' if depth == 0 => return at,
                b'\n' if depth == 0 => {
                    let (head, tail) = (self.bare.get(start..at), self.bare.get(at..));
                    let open = head.is_some_and(|head| {
                        head.trim_end().ends_with(['=', '>', '?', ':', ',', '&', '|', '+', '('])
                    });
                    let goes_on = tail.is_some_and(|tail| {
                        tail.trim_start().starts_with(['.', '?', ':', '&', '|', '=', '+', '('])
                    });
                    if !open && !goes_on {
                        return at;
                    }
                }
                _ => {}
            }
        }
        self.bare.len()
    }
}

/// The names in `a, { b as c }`, or in `* as d`.
fn named(names: &str, module: &str, passed_on: bool) -> Vec<Import> {
    let import = |local: &str, name: &str| Import {
        local: local.to_owned(),
        name: name.to_owned(),
        module: module.to_owned(),
    };
    let mut imports = Vec::new();
    let (outside, inside) = match names.split_once('{') {
        Some((outside, inside)) => (outside, inside.split('}').next().unwrap_or_default()),
        None => (names, ""),
    };
    for part in outside.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().filter(|word| *word != "type").collect();
        match words.as_slice() {
            ["*"] if passed_on => imports.push(import("*", "*")),
            ["*", "as", local] => imports.push(import(local, "*")),
            [local] if !passed_on => imports.push(import(local, "default")),
            _ => {}
        }
    }
    for part in inside.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().filter(|word| *word != "type").collect();
        match words.as_slice() {
            [name] => imports.push(import(name, name)),
            [name, "as", local] => imports.push(import(local, name)),
            _ => {}
        }
    }
    imports
}
