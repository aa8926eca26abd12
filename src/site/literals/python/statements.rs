//! Notes what a Python file's statements define.

use super::super::copies::copied;
use super::super::{Literal, Position};
use super::moved;
use super::operators::joined;
use super::tokens::Kind;
use super::values::Values;

/// A file that is being read.
pub(super) struct Statements<'a> {
    values: Values,
    /// The names of another file.
    import: &'a mut dyn FnMut(&str) -> Option<Literal>,
}

impl<'a> Statements<'a> {
    /// Every name with its last value.
    pub fn read(source: &str, import: &'a mut dyn FnMut(&str) -> Option<Literal>) -> Literal {
        let mut statements = Self { values: Values::of(source), import };
        let mut index = 0;
        while index < statements.values.tree.len() {
            if statements.values.tree.is_first(index) {
                statements.statement(index);
            }
            while !matches!(statements.values.tree.kind(index), None | Some(Kind::NewLine)) {
                index = statements.values.tree.past(index);
            }
            index += 1;
        }
        let constants = statements.values.constants.into_iter();
        Literal::Object(constants.map(|(name, (value, at))| (name, value, at)).collect())
    }

    fn statement(&mut self, index: usize) {
        let tree = &self.values.tree;
        if tree.is_name(index, "from") {
            self.import(index + 1);
        } else if tree.name(index).is_some() && tree.is_mark(index + 1, "+=") {
            let (more, _) = self.whole(index + 2);
            self.change(index, |value| joined(value, more));
        } else if tree.name(index).is_some() && tree.is_open(index + 1, '[') {
            self.entry(index);
        } else if tree.name(index).is_some() && tree.is_mark(index + 1, ".") {
            self.method(index);
        } else {
            self.assignment(index);
        }
    }

    /// `name = name, name = name: type = value`.
    fn assignment(&mut self, index: usize) {
        let mut targets = Vec::new();
        let mut next = index;
        while let Some((names, behind)) = self.target(next) {
            targets.push(names);
            next = behind;
        }
        if targets.is_empty() {
            return;
        }
        let (value, at) = self.whole(next);
        if let [names] = targets.as_slice()
            && let [name] = names.as_slice()
        {
            return self.define(name, value, at);
        }
        for names in targets {
            let value = copied(&value, 0, names.len(), &mut self.values.copies_left);
            match (names.as_slice(), value) {
                ([name], value) => self.define(name, value, at),
                (names, Literal::List(items)) if items.len() == names.len() => {
                    for (name, item) in names.iter().zip(items) {
                        self.define(name, item, at);
                    }
                }
                (names, _) => names.iter().for_each(|name| self.define(name, Literal::Unknown, at)),
            }
        }
    }

    /// The names up to a `=`, and the index behind it.
    fn target(&self, index: usize) -> Option<(Vec<String>, usize)> {
        let tree = &self.values.tree;
        let mut names = vec![tree.name(index)?.to_owned()];
        let mut next = index + 1;
        while tree.is_mark(next, ",") && tree.name(next + 1).is_some() {
            names.extend(tree.name(next + 1).map(str::to_owned));
            next += 2;
        }
        if tree.is_mark(next, ":") {
            while !tree.is_mark(next, "=") && !tree.ends_at(next) {
                next = tree.past(next);
            }
        }
        tree.is_mark(next, "=").then_some((names, next + 1))
    }

    /// The value of all that is left of the statement, and its place.
    fn whole(&mut self, index: usize) -> (Literal, Position) {
        let at = self.values.tree.at(index);
        let (value, end) = self.values.values(index);
        let value = if self.values.tree.ends_at(end) { value } else { Literal::Unknown };
        (value, at)
    }

    /// `name['key'] = value`.
    fn entry(&mut self, index: usize) {
        let close = self.values.tree.partner(index + 1);
        if !self.values.tree.is_mark(close.saturating_add(1), "=") {
            return;
        }
        let (key, behind) = self.values.value(index + 2, 1);
        let (value, at) = self.whole(close + 2);
        if let Literal::Text(key) | Literal::Number(key) = key
            && behind == close
        {
            self.change(index, |changed| joined(changed, Literal::Object(vec![(key, value, at)])));
        }
    }

    /// `name.append(value)`, `name.extend(values)` and `name.update(values, key=value)`.
    fn method(&mut self, index: usize) {
        let call = index + 3;
        let method = self.values.tree.name(index + 2).map(str::to_owned).unwrap_or_default();
        if !self.values.tree.is_open(call, '(') || !["append", "extend", "update"].contains(&method.as_str())
        {
            return;
        }
        let (items, named) = self.values.arguments(call, 1);
        let first = items.into_iter().next();
        let more = match (method.as_str(), first) {
            ("append", Some(value)) => Literal::List(vec![value]),
            ("update", None) => named,
            ("update", Some(value)) => joined(value, named),
            (_, value) => value.unwrap_or(Literal::Unknown),
        };
        self.change(index, |value| joined(value, more));
    }

    /// Gives the name at `index` what `change` makes of its value; its place stays.
    fn change(&mut self, index: usize, change: impl FnOnce(Literal) -> Literal) {
        let Some(name) = self.values.tree.name(index) else { return };
        if let Some((value, _)) = self.values.constants.get_mut(name) {
            let old = std::mem::replace(value, Literal::Unknown);
            *value = change(old);
        }
    }

    fn define(&mut self, name: &str, value: Literal, at: Position) {
        self.values.constants.insert(name.to_owned(), (value, at));
    }

    /// `module import name as name, name` or `module import *`, behind `from`.
    fn import(&mut self, index: usize) {
        let tree = &self.values.tree;
        let mut module = String::new();
        let mut next = index;
        while !tree.is_name(next, "import") {
            match tree.kind(next) {
                Some(Kind::Name(part)) => module.push_str(part),
                Some(Kind::Mark(dots @ ("." | "..."))) => module.push_str(dots),
                _ => return,
            }
            next += 1;
        }
        let at = tree.at(index);
        let Some(Literal::Object(theirs)) = (self.import)(&module) else { return };
        let tree = &self.values.tree;
        let in_brackets = tree.is_open(next + 1, '(');
        let mut item = if in_brackets { next + 2 } else { next + 1 };
        if tree.is_mark(item, "*") {
            for (name, value, _) in theirs.into_iter().filter(|(name, _, _)| !name.starts_with('_')) {
                self.define(&name, moved(value, at), at);
            }
            return;
        }
        let mut wanted = Vec::new();
        while let Some(name) = tree.name(item) {
            let renamed = tree.name(item + 2).filter(|_| tree.is_name(item + 1, "as"));
            wanted.push((name.to_owned(), renamed.unwrap_or(name).to_owned()));
            item = if renamed.is_some() { item + 4 } else { item + 2 };
        }
        for (name, ours) in wanted {
            let found = theirs.iter().rfind(|(known, _, _)| *known == name);
            if let Some((_, value, _)) = found {
                let value = copied(value, 0, theirs.len(), &mut self.values.copies_left);
                self.define(&ours, moved(value, at), at);
            }
        }
    }
}
