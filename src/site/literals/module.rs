//! Finds a file's constants and what it exports.

use std::collections::BTreeMap;

use super::copies::copied;
use super::imports::{Exports, Imports};
use super::tokens::Bracket;
use super::tree::Tree;
use super::values::Values;
use super::{LIMIT_DEPTH, Literal, Position};

/// A file whose constants are known.
pub(super) struct Module<'a> {
    pub values: Values<'a>,
    /// Where each constant's value begins.
    pub initializers: BTreeMap<String, usize>,
    /// Where the value of `export default` begins.
    pub default: Option<usize>,
    /// Where the value of `module.exports =` begins.
    pub common: Option<usize>,
    /// By the name outside and the name inside, in order.
    pub named: Vec<(String, String)>,
}

impl<'a> Module<'a> {
    pub fn of(source: &str, imports: Imports<'a>) -> Self {
        let mut module = Self {
            values: Values::of(Tree::of(source), imports),
            initializers: BTreeMap::new(),
            default: None,
            common: None,
            named: Vec::new(),
        };
        module.statements(0, module.tree().len());
        module
    }

    #[cfg(test)]
    pub fn constant(&self, name: &str) -> Option<Literal> {
        self.values.defined(name).cloned()
    }

    /// What stands for the whole file.
    pub fn exported(mut self) -> Option<Literal> {
        if let Some(value) = self.default_value() {
            return Some(value);
        }
        let named = std::mem::take(&mut self.named);
        let object = named
            .iter()
            .filter_map(|(_, inside)| self.values.defined(inside))
            .find(|value| matches!(value, Literal::Object(_)));
        if let Some(object) = object {
            return Some(object.clone());
        }
        self.bare()
    }

    /// What others can import.
    pub fn exports(mut self) -> Exports {
        let is_common = self.default.is_none() && self.common.is_some();
        let value = self.default_value();
        let named = std::mem::take(&mut self.named);
        let named = self.copies(named);
        let (default, common) = if is_common { (None, value) } else { (value, self.bare()) };
        Exports { default, common, named }
    }

    /// Every constant by its name, inside or outside, and what is exported by default.
    pub fn constants(mut self) -> Literal {
        let default = self.default_value().or_else(|| self.bare());
        let at = self.tree().at(self.default.or(self.common).unwrap_or(0));
        let named = std::mem::take(&mut self.named);
        let renamed = self.copies(named.into_iter().filter(|(outside, inside)| outside != inside).collect());
        let mut entries = Vec::new();
        for (name, start) in std::mem::take(&mut self.initializers) {
            if let Some(value) = self.values.constants.remove(&name) {
                entries.push((name, value, self.tree().at(start)));
            }
        }
        entries.extend(renamed);
        entries.extend(default.map(|value| ("default".to_owned(), value, at)));
        Literal::Object(entries)
    }

    /// The values that are exported by name.
    fn copies(&mut self, named: Vec<(String, String)>) -> Vec<(String, Literal, Position)> {
        let mut copies = Vec::new();
        for (outside, inside) in named.into_iter().filter(|(outside, _)| outside != "default") {
            let at = self.place(&inside);
            if let Some(value) = self.values.constants.get(&inside) {
                let value = copied(value, 0, 1, &mut self.values.copies_left);
                copies.push((outside, value, at));
            }
        }
        copies
    }

    /// Notes the value of a name, which begins at `start`.
    pub fn define(&mut self, name: &str, value: Literal, start: usize) {
        self.values.define(name, value);
        self.initializers.insert(name.to_owned(), start);
    }

    pub fn tree(&self) -> &Tree {
        &self.values.tree
    }

    fn place(&self, name: &str) -> Position {
        self.tree().at(self.initializers.get(name).copied().unwrap_or(0))
    }

    /// What is exported by default, or as `module.exports`.
    fn default_value(&mut self) -> Option<Literal> {
        if let Some(index) = self.default.or(self.common) {
            let value = self.outcome(index, 0);
            return (value != Literal::Unknown).then_some(value);
        }
        let (_, inside) = self.named.iter().find(|(outside, _)| outside == "default")?;
        let inside = inside.clone();
        match self.values.defined(&inside) {
            Some(Literal::Unknown) | None => {
                let start = self.initializers.remove(&inside)?;
                let value = self.outcome(start, 0);
                (value != Literal::Unknown).then_some(value)
            }
            Some(value) => Some(value.clone()),
        }
    }

    /// The value of a file that is nothing but one, as JSON is.
    fn bare(&mut self) -> Option<Literal> {
        let bracket = [Bracket::Curly, Bracket::Square].iter().any(|open| self.tree().is_open(0, *open));
        let bare = bracket && self.tree().past(0) == self.tree().len();
        bare.then(|| self.values.value(0, 0).0)
    }

    /// The value at `index`, or the object that comes of it: the first one handed to a call, or
    /// the one that a function returns.
    fn outcome(&mut self, index: usize, depth: usize) -> Literal {
        if depth > LIMIT_DEPTH {
            return Literal::Unknown;
        }
        let (value, _) = self.values.value(index, depth);
        if value != Literal::Unknown {
            return value;
        }
        let tree = self.tree();
        if let Some(arrow) = tree.arrow(index) {
            return self.body(arrow + 1, depth);
        }
        if tree.is_open(index, Bracket::Round) {
            return self.outcome(index + 1, depth + 1);
        }
        let Some(name) = tree.name(index).map(str::to_owned) else {
            return Literal::Unknown;
        };
        if name == "async" || name == "await" {
            return self.outcome(index + 1, depth + 1);
        }
        if name == "function" {
            let body = tree.find(index, Bracket::Curly);
            return body.map_or(Literal::Unknown, |body| self.body(body, depth));
        }
        let mut next = index + 1;
        while tree.is_mark(next, ".") && tree.name(next + 1).is_some() {
            next += 2;
        }
        if tree.is_mark(next, "<") {
            next = tree.find(next, Bracket::Round).unwrap_or(next);
        }
        if tree.is_open(next, Bracket::Round) {
            let value = self.arguments(next, depth);
            if value != Literal::Unknown || next != index + 1 {
                return value;
            }
        } else if !self.tree().ends_at(next) {
            return Literal::Unknown;
        }
        // Taken out, so that names that lead to each other are followed once.
        match self.initializers.remove(&name) {
            Some(start) => self.outcome(start, depth + 1),
            None => Literal::Unknown,
        }
    }

    /// The first object among the arguments in the parentheses at `index`, or in those of the
    /// calls that follow, as in `plugin()({…})`.
    fn arguments(&mut self, mut index: usize, depth: usize) -> Literal {
        while self.tree().is_open(index, Bracket::Round) {
            let end = self.tree().partner(index);
            let mut item = index + 1;
            while item < end {
                let value = self.outcome(item, depth + 1);
                if matches!(value, Literal::Object(_)) {
                    return value;
                }
                item = self.tree().next_item(item, end);
            }
            index = self.tree().past(index);
        }
        Literal::Unknown
    }

    /// What a function gives whose body is at `index`: a value, or statements with a `return`.
    fn body(&mut self, index: usize, depth: usize) -> Literal {
        if !self.tree().is_open(index, Bracket::Curly) {
            return self.outcome(index, depth + 1);
        }
        let end = self.tree().partner(index);
        self.statements(index + 1, end);
        let mut next = index + 1;
        while next < end && self.tree().name(next) != Some("return") {
            next = self.tree().past(next);
        }
        if next < end { self.outcome(next + 1, depth + 1) } else { Literal::Unknown }
    }
}
