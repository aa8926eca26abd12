//! Finds a file's constants and what it exports.

use std::collections::BTreeMap;

use super::tokens::Bracket;
use super::tree::Tree;
use super::values::Values;
use super::{LIMIT_DEPTH, Literal};

/// A file whose constants are known.
pub(super) struct Module {
    values: Values,
    /// Where each constant's value begins.
    initializers: BTreeMap<String, usize>,
    /// Where the value of `export default` begins.
    default: Option<usize>,
    /// Where the value of `module.exports =` begins.
    common: Option<usize>,
    /// Exported by their names, in order.
    named: Vec<String>,
}

impl Module {
    pub fn of(source: &str) -> Self {
        let mut module = Self {
            values: Values::of(Tree::of(source)),
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

    pub fn exported(mut self) -> Option<Literal> {
        if let Some(index) = self.default.or(self.common) {
            let value = self.outcome(index, 0);
            if value != Literal::Unknown {
                return Some(value);
            }
        }
        let named = std::mem::take(&mut self.named);
        let object = named
            .iter()
            .filter_map(|name| self.values.defined(name))
            .find(|value| matches!(value, Literal::Object(_)));
        if let Some(object) = object {
            return Some(object.clone());
        }
        let bare = self.tree().is_open(0, Bracket::Curly) && self.tree().past(0) == self.tree().len();
        bare.then(|| self.values.value(0, 0).0)
    }

    fn tree(&self) -> &Tree {
        &self.values.tree
    }

    /// Notes what the statements from `index` to `end` define and export; what stands in brackets
    /// is not looked into.
    fn statements(&mut self, mut index: usize, end: usize) {
        while index < end {
            index = match self.tree().name(index) {
                Some("const" | "let" | "var") => {
                    let before = index.checked_sub(1).and_then(|before| self.tree().name(before));
                    self.declarations(index + 1, before == Some("export"))
                }
                Some("export") => self.export(index + 1),
                Some("module") if self.assigns_exports(index) => {
                    self.common = Some(index + 4);
                    index + 4
                }
                _ => self.tree().past(index),
            };
        }
    }

    /// `module.exports =` at `index`.
    fn assigns_exports(&self, index: usize) -> bool {
        self.tree().is_mark(index + 1, ".")
            && self.tree().name(index + 2) == Some("exports")
            && self.tree().is_mark(index + 3, "=")
    }

    /// `name = value, name: Type = value`, behind `const`. Tells where they end.
    fn declarations(&mut self, mut index: usize, exported: bool) -> usize {
        loop {
            let name = self.tree().name(index).map(str::to_owned);
            let mut next = self.tree().past(index);
            if self.tree().is_mark(next, ":") {
                next = self.tree().skip_type(next + 1);
            }
            if self.tree().is_mark(next, "=") {
                let start = next + 1;
                let (value, end) = self.values.value(start, 0);
                next = end;
                if let Some(name) = name {
                    self.values.define(&name, value);
                    self.initializers.insert(name.clone(), start);
                    self.named.extend(exported.then_some(name));
                }
            }
            if !self.tree().is_mark(next, ",") {
                return next;
            }
            index = next + 1;
        }
    }

    /// What follows `export` at `index`; tells where to go on.
    fn export(&mut self, index: usize) -> usize {
        if self.tree().name(index) == Some("default") || self.tree().is_mark(index, "=") {
            self.default = Some(index + 1);
            return index + 1;
        }
        if !self.tree().is_open(index, Bracket::Curly) {
            return index;
        }
        let end = self.tree().partner(index);
        let mut item = index + 1;
        while item < end {
            let renamed = self.tree().name(item + 1) == Some("as");
            if renamed && self.tree().name(item + 2) == Some("default") {
                self.default = Some(item);
            } else {
                let name = self.tree().name(item).map(str::to_owned);
                self.named.extend(name);
            }
            item = self.tree().next_item(item, end);
        }
        self.tree().past(index)
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
        if let Some(arrow) = arrow(tree, index) {
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
            let body = find(tree, index, Bracket::Curly);
            return body.map_or(Literal::Unknown, |body| self.body(body, depth));
        }
        let mut next = index + 1;
        while tree.is_mark(next, ".") && tree.name(next + 1).is_some() {
            next += 2;
        }
        if tree.is_mark(next, "<") {
            next = find(tree, next, Bracket::Round).unwrap_or(next);
        }
        if tree.is_open(next, Bracket::Round) {
            return self.arguments(next, depth);
        }
        // Taken out, so that names that lead to each other are followed once.
        match self.initializers.remove(&name) {
            Some(start) if self.tree().ends_at(next) => self.outcome(start, depth + 1),
            _ => Literal::Unknown,
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

/// The index of the `=>` of the arrow function at `index`.
fn arrow(tree: &Tree, index: usize) -> Option<usize> {
    let next = tree.past(index);
    tree.is_mark(next, "=>").then_some(next)
}

/// The next such bracket that belongs to the expression at `index`.
fn find(tree: &Tree, mut index: usize, bracket: Bracket) -> Option<usize> {
    while !tree.is_open(index, bracket) {
        index = tree.past(index);
        tree.kind(index)?;
    }
    Some(index)
}
