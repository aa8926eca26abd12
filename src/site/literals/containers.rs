//! Works out objects, lists and templates.

use super::Literal;
use super::tokens::{Bracket, Kind};
use super::values::{Values, written};

type Entries = Vec<(String, Literal, super::Position)>;

impl Values<'_> {
    /// The object whose brace is at `index`.
    pub fn object(&mut self, index: usize, depth: usize) -> Literal {
        let end = self.tree.partner(index);
        let mut entries = Vec::new();
        let mut next = index + 1;
        while next < end {
            let behind = self.entry(next, depth, &mut entries);
            next = self.tree.next_item(behind, end);
        }
        Literal::Object(entries)
    }

    /// Adds what the item at `index` gives, and tells how far it was read.
    fn entry(&mut self, index: usize, depth: usize, entries: &mut Entries) -> usize {
        if self.tree.is_mark(index, "...") {
            let (spread, end) = self.value(index + 1, depth + 1);
            if let Literal::Object(more) = spread {
                entries.extend(more);
            }
            return end;
        }
        let index = self.past_modifiers(index);
        let (key, next) = match self.tree.kind(index) {
            Some(Kind::Name(key) | Kind::Text(key) | Kind::Number(key)) => (key.clone(), index + 1),
            // A key that is worked out, `[key]: value`, cannot be asked for by its name.
            _ => return index,
        };
        match self.tree.kind(next) {
            Some(Kind::Mark(":")) => {
                let (value, end) = self.value(next + 1, depth + 1);
                entries.push((key, value, self.tree.at(next + 1)));
                end
            }
            None | Some(Kind::Mark(",") | Kind::Close(_)) => {
                let value = self.reference(index, depth + 1);
                entries.push((key, value, self.tree.at(index)));
                next
            }
            // A method.
            _ => {
                entries.push((key, Literal::Unknown, self.tree.at(index)));
                next
            }
        }
    }

    /// `get name() {…}`, `async *name() {…}`: the words and the star before the name.
    fn past_modifiers(&self, mut index: usize) -> usize {
        const MODIFIERS: [&str; 3] = ["get", "set", "async"];
        while self.tree.is_mark(index, "*")
            || (self.tree.name(index).is_some_and(|name| MODIFIERS.contains(&name))
                && (self.tree.name(index + 1).is_some() || self.tree.is_mark(index + 1, "*")))
        {
            index += 1;
        }
        index
    }

    /// The list whose bracket is at `index`.
    pub fn list(&mut self, index: usize, depth: usize) -> Literal {
        let end = self.tree.partner(index);
        let mut items = Vec::new();
        let mut next = index + 1;
        while next < end {
            let behind = self.item(next, depth, &mut items);
            next = self.tree.next_item(behind, end);
        }
        Literal::List(items)
    }

    fn item(&mut self, index: usize, depth: usize, items: &mut Vec<Literal>) -> usize {
        let spread = self.tree.is_mark(index, "...");
        let start = if spread { index + 1 } else { index };
        let (value, end) = self.value(start, depth + 1);
        match value {
            Literal::List(more) if spread => items.extend(more),
            _ if spread => items.push(Literal::Unknown),
            value => items.push(value),
        }
        end
    }

    /// The template whose opening backquote is at `index`.
    pub fn template(&mut self, index: usize, depth: usize) -> Literal {
        let end = self.tree.partner(index);
        let mut text = String::new();
        let mut next = index + 1;
        while next < end {
            match self.tree.kind(next) {
                Some(Kind::Part(part)) => text.push_str(part),
                Some(Kind::Open(Bracket::Hole)) => {
                    let (value, behind) = self.value(next + 1, depth + 1);
                    match written(&value).filter(|_| behind == self.tree.partner(next)) {
                        Some(more) => text.push_str(more),
                        None => return Literal::Unknown,
                    }
                }
                _ => return Literal::Unknown,
            }
            next = self.tree.past(next);
        }
        Literal::Text(text)
    }
}
