//! Works out what names stand for: constants, their members, imports, the environment.

use super::Literal;
use super::copies::copied;
use super::imports::moved;
use super::tokens::{Bracket, Kind};
use super::tree::Tree;
use super::values::{Read, Values};

impl Values<'_> {
    pub fn named(&mut self, index: usize, depth: usize) -> Read {
        let next = index + 1;
        match self.tree.name(index).unwrap_or_default() {
            "true" => (Literal::Bool(true), next),
            "false" => (Literal::Bool(false), next),
            "null" | "undefined" => (Literal::Null, next),
            // An address made into an object is still that address.
            "new" if self.tree.name(next) == Some("URL") => self.only_argument(next + 1, depth),
            "Object" if self.tree.name(next + 1) == Some("freeze") => self.only_argument(next + 2, depth),
            // What was given to it before, as to a constant.
            "exports" if self.tree.is_mark(next, ".") => self.member(next + 1, depth),
            "require" => self.required(index, depth),
            "process" | "import" => self.environment(index).unwrap_or_else(|| self.member(index, depth)),
            _ if self.tree.is_mark(next, "=") => self.value(next + 1, depth + 1),
            name if name.starts_with("define") => match self.definition(next) {
                Some(round) => self.only_argument(round, depth),
                None => self.member(index, depth),
            },
            _ => self.member(index, depth),
        }
    }

    /// The parentheses of `defineConfig(…)` and its like, which give back what they are given.
    fn definition(&self, index: usize) -> Option<usize> {
        let round =
            if self.tree.is_mark(index, "<") { self.tree.find(index, Bracket::Round)? } else { index };
        self.tree.is_open(round, Bracket::Round).then_some(round)
    }

    /// The value in the parentheses at `index`, if it stands alone there.
    fn only_argument(&mut self, index: usize, depth: usize) -> Read {
        if !self.tree.is_open(index, Bracket::Round) {
            return (Literal::Unknown, index);
        }
        self.parenthesised(index, depth)
    }

    /// A variable of the environment, `process.env.NAME` or `import.meta.env.NAME`, and where it
    /// ends. Of their values only what a site is built for is known: production.
    pub fn environment(&self, index: usize) -> Option<Read> {
        let tree = &self.tree;
        let path: &[&str] =
            if tree.name(index) == Some("import") { &["import", "meta", "env"] } else { &["process", "env"] };
        let mut next = index;
        for step in path {
            if tree.name(next) != Some(step) || !(tree.is_mark(next + 1, ".") || tree.is_mark(next + 1, "?."))
            {
                return None;
            }
            next += 2;
        }
        let value = match tree.name(next)? {
            "NODE_ENV" | "MODE" => Literal::Text("production".to_owned()),
            "PROD" => Literal::Bool(true),
            "DEV" => Literal::Bool(false),
            _ => Literal::Unknown,
        };
        Some((value, next + 1))
    }

    /// `require('name')`, or what is in it.
    fn required(&mut self, index: usize, depth: usize) -> Read {
        let round = index + 1;
        let end = self.tree.past(round);
        let name = match self.tree.kind(round + 1) {
            Some(Kind::Text(name)) if self.tree.is_open(round, Bracket::Round) && end == round + 3 => {
                name.clone()
            }
            _ => return (Literal::Unknown, round),
        };
        let exports = self.imports.exports(&name, depth);
        let value = exports.map(|exports| moved(exports.namespace(), self.tree.at(index)));
        let (found, next, steps) = follow(&self.tree, value.as_ref(), end);
        let value =
            found.map_or(Literal::Unknown, |found| copied(found, depth, steps, &mut self.copies_left));
        (value, next)
    }

    /// A constant, or what is in it: `site`, `site.author.name`, `site['url']`, `links[0]`.
    fn member(&mut self, index: usize, depth: usize) -> Read {
        let constant = self.tree.name(index).and_then(|name| self.constants.get(name));
        let (found, next, steps) = follow(&self.tree, constant, index + 1);
        let value =
            found.map_or(Literal::Unknown, |found| copied(found, depth, steps, &mut self.copies_left));
        (value, next)
    }

    /// The constant of the name at `index`.
    pub fn reference(&mut self, index: usize, depth: usize) -> Literal {
        let found = self.tree.name(index).and_then(|name| self.constants.get(name));
        found.map_or(Literal::Unknown, |found| copied(found, depth, 1, &mut self.copies_left))
    }

    /// Gives the names in the pattern at `index`, `{ key, key: name, key = fallback }`, what
    /// `value` holds for them.
    pub fn take_apart(&mut self, index: usize, value: &Literal) {
        let end = self.tree.partner(index);
        let mut item = index + 1;
        while item < end {
            let key = self.tree.name(item).map(str::to_owned);
            let renamed = self.tree.name(item + 2).filter(|_| self.tree.is_mark(item + 1, ":"));
            let behind = if renamed.is_some() { item + 3 } else { item + 1 };
            let name = renamed.map(str::to_owned).or_else(|| key.clone());
            if let Some((key, name)) = key.zip(name) {
                let mut steps = 1;
                let found = entry(value, &key, &mut steps);
                let mut found =
                    found.map_or(Literal::Unknown, |found| copied(found, 0, steps, &mut self.copies_left));
                if found == Literal::Unknown && self.tree.is_mark(behind, "=") {
                    found = self.value(behind + 1, 1).0;
                }
                self.define(&name, found);
            }
            item = self.tree.next_item(item, end);
        }
    }
}

/// What the members named at `index` lead to, from `found` on; where they end, and how many steps
/// it took.
fn follow<'a>(tree: &Tree, found: Option<&'a Literal>, index: usize) -> (Option<&'a Literal>, usize, usize) {
    let (mut found, mut next, mut steps) = (found, index, 1);
    loop {
        let dot = tree.is_mark(next, ".") || tree.is_mark(next, "?.");
        if dot && let Some(name) = tree.name(next + 1) {
            found = found.and_then(|within| entry(within, name, &mut steps));
            next += 2;
            continue;
        }
        let square = if dot { next + 1 } else { next };
        if !tree.is_open(square, Bracket::Square) || tree.partner(square) != square + 2 {
            return (found, next, steps);
        }
        found = match tree.kind(square + 1) {
            Some(Kind::Text(key)) => found.and_then(|within| entry(within, key, &mut steps)),
            Some(Kind::Number(number)) => found.and_then(|within| item(within, number)),
            _ => None,
        };
        next = square + 3;
    }
}

fn entry<'a>(within: &'a Literal, key: &str, steps: &mut usize) -> Option<&'a Literal> {
    if let Literal::Object(entries) = within {
        *steps = steps.saturating_add(entries.len());
    }
    within.get(&[key])
}

fn item<'a>(within: &'a Literal, number: &str) -> Option<&'a Literal> {
    match within {
        Literal::List(items) => items.get(number.parse::<usize>().ok()?),
        _ => None,
    }
}
