//! Works out names, members, items and the few calls whose outcome is known.

use super::super::Literal;
use super::super::copies::copied;
use super::formats;
use super::tokens::Kind;
use super::values::{Read, Values};

/// The arguments of a call: those without a name, and an object of those with one.
type Arguments = (Vec<Literal>, Literal);

impl Values {
    /// What the name at `index` stands for, with the call behind it if that is known.
    pub fn named(&mut self, index: usize, depth: usize) -> Read {
        let next = index + 1;
        let value = match self.tree.name(index).unwrap_or_default() {
            "True" => Literal::Bool(true),
            "False" => Literal::Bool(false),
            "None" => Literal::Null,
            "lambda" => Literal::Unknown,
            "os" => return self.system(index, depth),
            "dict" | "OrderedDict" if self.tree.is_open(next, '(') => {
                return (self.dictionary(next, depth), self.tree.past(next));
            }
            "list" | "tuple" | "set" | "frozenset" if self.tree.is_open(next, '(') => {
                let (mut items, _) = self.arguments(next, depth);
                let value = match items.pop() {
                    None => Literal::List(Vec::new()),
                    Some(list @ Literal::List(_)) if items.is_empty() => list,
                    Some(_) => Literal::Unknown,
                };
                return (value, self.tree.past(next));
            }
            // The text of a path, a translation or an address is that text.
            "str" | "Path" | "_" | "gettext" if self.tree.is_open(next, '(') => {
                let (mut items, _) = self.arguments(next, depth);
                let value = items.pop().filter(|value| items.is_empty() && value.text().is_some());
                return (value.unwrap_or(Literal::Unknown), self.tree.past(next));
            }
            _ => self.constant(index, depth),
        };
        (value, next)
    }

    /// `os.environ.get('NAME', fallback)`, `os.getenv('NAME', fallback)`, `os.environ['NAME']`,
    /// `os.path.join(…)`. A variable of the environment counts as missing.
    fn system(&mut self, index: usize, depth: usize) -> Read {
        let member = |next: usize| self.tree.name(next + 1).filter(|_| self.tree.is_mark(next, "."));
        let (first, second) = (member(index + 1), member(index + 3));
        let call = match (first, second) {
            (Some("getenv"), _) => index + 3,
            (Some("environ"), Some("get")) | (Some("path"), Some("join")) => index + 5,
            _ => return (Literal::Unknown, index + 1),
        };
        let is_path = first == Some("path");
        if !self.tree.is_open(call, '(') {
            return (Literal::Unknown, index + 1);
        }
        let (items, named) = self.arguments(call, depth);
        let value = if is_path {
            let parts: Option<Vec<&str>> = items.iter().map(Literal::text).collect();
            parts.map_or(Literal::Unknown, |parts| Literal::Text(path(&parts)))
        } else {
            let fallback = items.into_iter().nth(1).or_else(|| named.get(&["default"]).cloned());
            fallback.unwrap_or(Literal::Null)
        };
        (value, self.tree.past(call))
    }

    /// What `.name`, `[item]` and `(…)` behind a value make of it.
    pub fn trailers(&mut self, mut value: Literal, mut next: usize, depth: usize) -> Read {
        loop {
            if self.tree.is_mark(next, ".") {
                let call = next + 2;
                let method = self.tree.name(next + 1).filter(|_| self.tree.is_open(call, '('));
                value = match (method, value) {
                    (Some("format"), Literal::Text(text)) => {
                        let (items, named) = self.arguments(call, depth);
                        let text = formats::braces(&text, &items, &named);
                        self.charge(text)
                    }
                    (Some(name @ ("strip" | "lstrip" | "rstrip")), Literal::Text(text)) => {
                        let name = name.to_owned();
                        let (items, _) = self.arguments(call, depth);
                        stripped(&text, &name, items.first()).map_or(Literal::Unknown, Literal::Text)
                    }
                    (Some("copy"), value) if self.tree.partner(call) == call + 1 => value,
                    _ => Literal::Unknown,
                };
                next = if method_call(self, next) { self.tree.past(call) } else { call };
            } else if self.tree.is_open(next, '[') {
                value = self.item(&value, next, depth);
                next = self.tree.past(next);
            } else if self.tree.is_open(next, '(') {
                value = Literal::Unknown;
                next = self.tree.past(next);
            } else {
                return (value, next);
            }
        }
    }

    /// What the bracket at `index` takes from `value`.
    fn item(&mut self, value: &Literal, index: usize, depth: usize) -> Literal {
        let (key, behind) = self.value(index + 1, depth + 1);
        if behind != self.tree.partner(index) {
            return Literal::Unknown;
        }
        let found = match (value, &key) {
            (Literal::List(items), Literal::Number(number)) => {
                number.parse::<usize>().ok().and_then(|number| items.get(number))
            }
            (value, Literal::Text(key) | Literal::Number(key)) => value.get(&[key]),
            _ => None,
        };
        found.map_or(Literal::Unknown, |found| copied(found, depth, 1, &mut self.copies_left))
    }

    /// `dict(base, key=value)`, whose base may be a list of pairs.
    fn dictionary(&mut self, index: usize, depth: usize) -> Literal {
        let (items, named) = self.arguments(index, depth);
        let mut entries = match items.into_iter().next() {
            None => Vec::new(),
            Some(Literal::Object(entries)) => entries,
            Some(Literal::List(pairs)) => {
                let at = self.tree.at(index);
                let pair = |pair| match pair {
                    Literal::List(pair) => match <[Literal; 2]>::try_from(pair) {
                        Ok([Literal::Text(key), value]) => Some((key, value, at)),
                        _ => None,
                    },
                    _ => None,
                };
                pairs.into_iter().filter_map(pair).collect()
            }
            Some(_) => return Literal::Unknown,
        };
        if let Literal::Object(more) = named {
            entries.extend(more);
        }
        Literal::Object(entries)
    }

    /// The arguments in the parentheses at `index`.
    pub fn arguments(&mut self, index: usize, depth: usize) -> Arguments {
        let end = self.tree.partner(index);
        let (mut items, mut named) = (Vec::new(), Vec::new());
        let mut next = index + 1;
        while next < end {
            let key = self.tree.name(next).filter(|_| self.tree.is_mark(next + 1, "=")).map(str::to_owned);
            let spread = self.tree.is_mark(next, "**");
            let start = match (&key, spread) {
                (Some(_), _) => next + 2,
                (None, true) => next + 1,
                (None, false) => next,
            };
            let (value, behind) = self.value(start, depth + 1);
            let whole = behind == end || self.tree.is_mark(behind, ",");
            let value = if whole { value } else { Literal::Unknown };
            match (key, value) {
                (Some(key), value) => named.push((key, value, self.tree.at(start))),
                (None, Literal::Object(more)) if spread => named.extend(more),
                (None, _) if spread => {}
                (None, value) => items.push(value),
            }
            next = self.tree.next_item(behind, end).max(next + 1);
        }
        (items, Literal::Object(named))
    }
}

/// Whether a method is called behind the dot at `index`.
fn method_call(values: &Values, index: usize) -> bool {
    matches!(values.tree.kind(index + 1), Some(Kind::Name(_))) && values.tree.is_open(index + 2, '(')
}

/// `os.path.join`: what stands before an absolute part does not count.
fn path(parts: &[&str]) -> String {
    let mut path = String::new();
    for part in parts {
        if part.starts_with('/') {
            path.clear();
        } else if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(part);
    }
    path
}

fn stripped(text: &str, method: &str, characters: Option<&Literal>) -> Option<String> {
    let characters = match characters {
        None => None,
        Some(characters) => Some(characters.text()?),
    };
    let belongs = |c: char| characters.map_or(c.is_whitespace(), |characters| characters.contains(c));
    let text = if method == "rstrip" { text } else { text.trim_start_matches(belongs) };
    Some(if method == "lstrip" { text } else { text.trim_end_matches(belongs) }.to_owned())
}
