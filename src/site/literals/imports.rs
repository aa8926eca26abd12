//! Follows the imports of a file into other files.

use super::module::Module;
use super::{Literal, Position};

/// A file that an import names.
pub struct Imported {
    /// By which its own imports are resolved, and by which it is known again.
    pub path: String,
    pub text: String,
}

/// Finds the file that an import names, given the path of the file with the import and the name as
/// it is written there; None for packages and for what is not there.
pub type Open<'a> = dyn FnMut(&str, &str) -> Option<Imported> + 'a;

/// How many files may be read for one.
pub(super) const LIMIT_FILES: usize = 32;

/// How many files may stand between a value and the file that wants it.
const LIMIT_STEPS: usize = 3;

/// How deep in values `require` is followed: what it gives has values of its own on the stack.
const LIMIT_DEPTH: usize = 8;

/// What is needed to follow imports.
pub(super) struct Imports<'a> {
    open: &'a mut Open<'a>,
    /// The files that wait for each other; the one that is being read stands last.
    chain: Vec<String>,
}

/// What a file gives to those who import it.
#[derive(Default)]
pub(super) struct Exports {
    pub default: Option<Literal>,
    /// The value of `module.exports`, or the whole of a JSON file.
    pub common: Option<Literal>,
    pub named: Vec<(String, Literal, Position)>,
}

impl<'a> Imports<'a> {
    pub fn of(path: &str, open: &'a mut Open<'a>) -> Self {
        Self { open, chain: vec![path.to_owned()] }
    }

    /// What the file of this name exports.
    pub fn exports(&mut self, name: &str, depth: usize) -> Option<Exports> {
        if depth > LIMIT_DEPTH || self.chain.len() > LIMIT_STEPS {
            return None;
        }
        let Imported { path, text } = (self.open)(self.chain.last()?, name)?;
        if self.chain.contains(&path) {
            return None;
        }
        let mut chain = self.chain.clone();
        chain.push(path);
        Some(Module::of(&text, Imports { open: &mut *self.open, chain }).exports())
    }
}

impl Exports {
    /// What `import { name }` gives, or `import name` for `default`.
    pub fn pick(&self, name: &str) -> Option<&Literal> {
        if name == "default" {
            return self.default.as_ref().or(self.common.as_ref());
        }
        let named = self.named.iter().rfind(|(known, _, _)| known == name);
        named.map(|(_, value, _)| value).or_else(|| self.common.as_ref()?.get(&[name]))
    }

    /// What `require` gives, and `import * as`.
    pub fn namespace(&self) -> Literal {
        if let Some(common) = &self.common {
            return common.clone();
        }
        let mut entries = self.named.clone();
        if let Some(default) = &self.default {
            entries.push(("default".to_owned(), default.clone(), Position { line: 1, column: 1 }));
        }
        Literal::Object(entries)
    }
}

/// A value of another file, as if all of it were written where that file is named.
pub(super) fn moved(literal: Literal, at: Position) -> Literal {
    match literal {
        Literal::List(items) => Literal::List(items.into_iter().map(|item| moved(item, at)).collect()),
        Literal::Object(entries) => {
            Literal::Object(entries.into_iter().map(|(key, value, _)| (key, moved(value, at), at)).collect())
        }
        literal => literal,
    }
}
