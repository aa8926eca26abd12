//! Notes what a file's statements import, define and export.

use super::copies::copied;
use super::imports::{Exports, moved};
use super::module::Module;
use super::tokens::{Bracket, Kind};

/// A name in another file and the name it gets here.
struct Binding {
    theirs: String,
    ours: String,
    /// The index of the token that names it.
    at: usize,
}

impl Module<'_> {
    /// Notes what the statements from `index` to `end` import, define and export; what stands in
    /// brackets is not looked into.
    pub fn statements(&mut self, mut index: usize, end: usize) {
        while index < end {
            index = match self.tree().name(index) {
                Some("import") => self.import(index + 1),
                Some("const" | "let" | "var") => {
                    let before = index.checked_sub(1).and_then(|before| self.tree().name(before));
                    self.declarations(index + 1, before == Some("export"))
                }
                Some("function") => self.function(index),
                Some("export") => self.export(index + 1),
                Some("module" | "exports") => self.common_export(index),
                _ => self.tree().past(index),
            };
        }
    }

    /// `module.exports = value`, `module.exports.name = value` and `exports.name = value`.
    fn common_export(&mut self, index: usize) -> usize {
        let tree = self.tree();
        let mut next = index + 1;
        if tree.name(index) == Some("module") {
            if !tree.is_mark(next, ".") || tree.name(next + 1) != Some("exports") {
                return next;
            }
            next += 2;
        }
        if tree.is_mark(next, "=") && next > index + 1 {
            self.common = Some(next + 1);
            return next + 1;
        }
        let name = tree.name(next + 1).filter(|_| tree.is_mark(next, ".") && tree.is_mark(next + 2, "="));
        let Some(name) = name.map(str::to_owned) else { return next };
        // A constant of this name is most often the very value.
        let start = next + 3;
        let (value, end) = self.values.value(start, 0);
        self.define(&name, value, start);
        self.named.push((name.clone(), name));
        end
    }

    /// `name = value, { key: name }: Type = value`, behind `const`. Tells where they end.
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
                    self.define(&name, value, start);
                    self.named.extend(exported.then(|| (name.clone(), name)));
                } else if self.tree().is_open(index, Bracket::Curly) {
                    self.values.take_apart(index, &value);
                }
            }
            if !self.tree().is_mark(next, ",") {
                return next;
            }
            index = next + 1;
        }
    }

    /// `function name() {…}`, whose outcome can be asked for.
    fn function(&mut self, index: usize) -> usize {
        if let Some(name) = self.tree().name(index + 1).map(str::to_owned) {
            self.initializers.insert(name, index);
        }
        index + 1
    }

    /// What follows `export` at `index`; tells where to go on.
    fn export(&mut self, index: usize) -> usize {
        if self.tree().name(index) == Some("default") || self.tree().is_mark(index, "=") {
            self.default = Some(index + 1);
            return index + 1;
        }
        let (bindings, next) = self.clause(index);
        if let Some((from, end)) = self.from(next) {
            let Some(exports) = self.values.imports.exports(&from, 0) else { return end };
            // `export * from` and `export * as name from`.
            let all = bindings.iter().any(|binding| binding.theirs == "*" && binding.ours == "*");
            if all {
                let at = self.tree().at(index);
                for (name, value, _) in exports.named {
                    self.define(&name, moved(value, at), index);
                    self.named.push((name.clone(), name));
                }
                return end;
            }
            for binding in bindings {
                self.bind(&binding, &exports);
                self.named.push((binding.ours.clone(), binding.ours));
            }
            return end;
        }
        for binding in bindings {
            self.named.push((binding.ours, binding.theirs));
        }
        next
    }

    /// What follows `import` at `index`; tells where to go on.
    fn import(&mut self, index: usize) -> usize {
        let tree = self.tree();
        let types = tree.name(index) == Some("type") && tree.name(index + 1) != Some("from");
        let mut bindings = Vec::new();
        let mut next = index;
        if let Some(name) = tree.name(index).filter(|_| !types) {
            bindings.push(Binding { theirs: "default".to_owned(), ours: name.to_owned(), at: index });
            next += 1;
            if tree.is_mark(next, ",") {
                next += 1;
            }
        }
        let (more, next) = self.clause(next);
        bindings.extend(more);
        let Some((from, end)) = self.from(next).filter(|_| !types) else { return next.max(index) };
        if let Some(exports) = self.values.imports.exports(&from, 0) {
            for binding in bindings {
                self.bind(&binding, &exports);
            }
        }
        end
    }

    fn bind(&mut self, binding: &Binding, exports: &Exports) {
        let value = match binding.theirs.as_str() {
            "*" => Some(exports.namespace()),
            name => {
                let steps = exports.named.len();
                exports.pick(name).map(|value| copied(value, 0, steps, &mut self.values.copies_left))
            }
        };
        if let Some(value) = value {
            let at = self.tree().at(binding.at);
            self.define(&binding.ours, moved(value, at), binding.at);
        }
    }

    /// `from 'name'` at `index`, and where it ends.
    fn from(&self, index: usize) -> Option<(String, usize)> {
        match self.tree().kind(index + 1) {
            Some(Kind::Text(name)) if self.tree().name(index) == Some("from") => {
                Some((name.clone(), index + 2))
            }
            _ => None,
        }
    }

    /// `{ name, name as name }` or `* as name`, and where it ends.
    fn clause(&self, index: usize) -> (Vec<Binding>, usize) {
        let tree = self.tree();
        let mut bindings = Vec::new();
        if tree.is_mark(index, "*") {
            let renamed = tree.name(index + 2).filter(|_| tree.name(index + 1) == Some("as"));
            let next = if renamed.is_some() { index + 3 } else { index + 1 };
            let ours = renamed.unwrap_or("*").to_owned();
            return (vec![Binding { theirs: "*".to_owned(), ours, at: index }], next);
        }
        if !tree.is_open(index, Bracket::Curly) {
            return (bindings, index);
        }
        let end = tree.partner(index);
        let mut item = index + 1;
        while item < end {
            if let Some(theirs) = tree.name(item) {
                let renamed = tree.name(item + 2).filter(|_| tree.name(item + 1) == Some("as"));
                let ours = renamed.unwrap_or(theirs).to_owned();
                bindings.push(Binding { theirs: theirs.to_owned(), ours, at: item });
            }
            item = tree.next_item(item, end);
        }
        (bindings, tree.past(index))
    }
}
