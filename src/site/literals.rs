//! Reads the literals in a JavaScript, TypeScript, JSON5 or Python file without running it.

mod conditions;
mod containers;
mod copies;
mod cursor;
mod imports;
mod jsx;
mod module;
mod names;
pub mod python;
mod statements;
mod strings;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;
mod values;

pub use imports::{Imported, Open};

use imports::{Imports, LIMIT_FILES};
use module::Module;

/// A value written out in code; what cannot be known without running it is `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    Text(String),
    /// As written: `3000`, `-1.50`, `0xFF`.
    Number(String),
    Bool(bool),
    /// `null` or `undefined`.
    Null,
    List(Vec<Literal>),
    /// In the order of the code, each with the place of its value; of equal keys the last counts.
    Object(Vec<(String, Literal, Position)>),
    Unknown,
}

/// A place in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in characters.
    pub column: u32,
}

/// How deep values may stand inside each other; what is deeper is `Unknown`. Configuration that
/// people write has 10 levels at most, and every level takes room on the stack.
const LIMIT_DEPTH: usize = 64;

/// What the file exports: `module.exports = {…}`, `export default {…}`, in a call as
/// `export default defineConfig({…})`, by a name, returned by a function, else the first object of
/// an `export const`; in a file that is nothing but an object, that object.
pub fn exported(source: &str) -> Option<Literal> {
    exported_with("", source, &mut |_, _| None)
}

/// As [`exported`], with the files that this one, at `path`, imports or requires. A value that
/// comes from another file has the place of the import in this one.
pub fn exported_with(path: &str, source: &str, open: &mut Open<'_>) -> Option<Literal> {
    let mut left = LIMIT_FILES;
    let mut bounded = bounded(&mut left, open);
    Module::of(source, Imports::of(path, &mut bounded)).exported()
}

/// Every constant outside of all functions by its name, imported ones too, and what is exported by
/// default as `default`: an object, for files such as `src/consts.ts`.
pub fn constants(source: &str) -> Literal {
    constants_with("", source, &mut |_, _| None)
}

/// As [`constants`], with the files that this one, at `path`, imports or requires.
pub fn constants_with(path: &str, source: &str, open: &mut Open<'_>) -> Literal {
    let mut left = LIMIT_FILES;
    let mut bounded = bounded(&mut left, open);
    Module::of(source, Imports::of(path, &mut bounded)).constants()
}

/// `open`, which gives so many files and no more.
fn bounded<'a>(
    left: &'a mut usize,
    open: &'a mut Open<'_>,
) -> impl FnMut(&str, &str) -> Option<Imported> + 'a {
    |importer, name| {
        *left = left.checked_sub(1)?;
        open(importer, name)
    }
}

/// What a `const`, `let` or `var` outside of all functions is given.
#[cfg(test)]
pub fn constant(source: &str, name: &str) -> Option<Literal> {
    Module::of(source, Imports::of("", &mut |_, _| None)).constant(name)
}

impl Literal {
    /// The value under these keys, each one a step further in; the literal itself for none.
    pub fn get(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |within, key| within.entry(key).map(|(_, value, _)| value))
    }

    /// Where the value under these keys is written; where it is a name or a call, that name's or
    /// call's place. None for no keys.
    pub fn at(&self, path: &[&str]) -> Option<Position> {
        let (last, above) = path.split_last()?;
        self.get(above)?.entry(last).map(|(_, _, position)| *position)
    }

    /// The characters of a text; None for any other kind of value.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn entry(&self, key: &str) -> Option<&(String, Self, Position)> {
        match self {
            Self::Object(entries) => entries.iter().rfind(|(name, _, _)| name == key),
            _ => None,
        }
    }
}
