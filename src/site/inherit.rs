//! Fields that a post gets from other files: a section's data, a site's defaults.

use super::collection::Choice;
use super::front_matter::{self, Entry, Fenced, Front, Syntax, Value};
use super::literals::Literal;
use super::root::Root;
use crate::diag::{Diagnostic, Location};
use crate::model::Field;
use std::sync::Arc;

/// What other files give to posts; of two that give the same field, the later stands.
#[derive(Default)]
pub struct Inheritance(Vec<Inherited>);

/// Fields that one file gives to some posts.
pub struct Inherited {
    /// The file that gives them, relative to the site.
    pub file: Arc<str>,
    pub front: Front,
    /// Which posts get them, by the path relative to the site.
    pub reaches: Choice,
}

impl Inherited {
    /// Fields for every post below a directory; an empty one stands for all.
    pub fn below(file: &str, directory: &str, front: Front) -> Self {
        let directory = directory.trim_matches('/').to_owned();
        let reaches = move |path: &str| {
            directory.is_empty() || path.strip_prefix(&directory).is_some_and(|rest| rest.starts_with('/'))
        };
        Self { file: file.into(), front, reaches: Box::new(reaches) }
    }
}

impl Inheritance {
    /// Adds fields that are stronger than all before.
    pub fn add(&mut self, inherited: Inherited) {
        self.0.push(inherited);
    }

    /// What reaches a post, the strongest first.
    pub fn of(&self, path: &str) -> Vec<&Inherited> {
        self.0.iter().rev().filter(|inherited| (inherited.reaches)(path)).collect()
    }
}

/// A post's own fields and those that it inherits.
pub struct Layers<'a> {
    pub own: &'a Front,
    pub inherited: Vec<&'a Inherited>,
}

/// A field, and the file that it was inherited from.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    pub entry: &'a Entry,
    pub from: Option<&'a Inherited>,
}

impl Given<'_> {
    /// A field at its place.
    pub fn field<T>(self, value: T) -> Field<T> {
        let mut field = self.entry.field(value);
        field.file = self.from.map(|from| Arc::clone(&from.file));
        field
    }

    /// Its place, with the line that it stands in.
    pub fn place(self, layers: &Layers<'_>) -> Location {
        let lines = self.from.map_or(&layers.own.lines, |from| &from.front.lines);
        let place = lines.location(self.entry.line, self.entry.column, self.entry.width);
        Location { file: self.from.map(|from| Arc::clone(&from.file)), ..place }
    }
}

impl<'a> Layers<'a> {
    /// The first of `keys` that is there and not null, without regard to case: the post's own before any inherited.
    pub fn get(&self, keys: &[&str]) -> Option<Given<'a>> {
        let own = self.own.get(keys).map(|entry| Given { entry, from: None });
        own.or_else(|| {
            self.inherited.iter().find_map(|&inherited| {
                let entry = inherited.front.get(keys)?;
                Some(Given { entry, from: Some(inherited) })
            })
        })
    }

    /// The value of the first of `keys` that is there.
    pub fn value(&self, keys: &[&str]) -> Option<&'a Value> {
        self.get(keys).map(|given| &given.entry.value)
    }

    /// Its text, where it is one, without white space around it.
    pub fn text(&self, keys: &[&str]) -> Option<&'a str> {
        self.value(keys)?.text().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether it is `true`, as any framework writes it.
    pub fn is_true(&self, keys: &[&str]) -> bool {
        self.text(keys)
            .is_some_and(|text| ["true", "yes", "on", "1"].iter().any(|yes| text.eq_ignore_ascii_case(yes)))
    }

    /// Whether it is `false`.
    pub fn is_false(&self, keys: &[&str]) -> bool {
        self.text(keys)
            .is_some_and(|text| ["false", "no", "off", "0"].iter().any(|no| text.eq_ignore_ascii_case(no)))
    }
}

/// The entries that the constants of a file of code amount to, those that are texts, lists or maps.
pub fn literals(constants: &Literal) -> Front {
    let Literal::Object(pairs) = constants else { return Front::default() };
    let entries = pairs.iter().filter_map(|(key, literal, at)| {
        let value = value(literal)?;
        Some(Entry { key: key.clone(), value, line: at.line, column: at.column, width: 1 })
    });
    Front { entries: entries.collect(), ..Front::default() }
}

fn value(literal: &Literal) -> Option<Value> {
    match literal {
        Literal::Text(text) | Literal::Number(text) => Some(Value::Text(text.clone())),
        Literal::Bool(value) => Some(Value::Text(value.to_string())),
        Literal::Null => Some(Value::Null),
        Literal::List(items) => Some(Value::List(items.iter().filter_map(value).collect())),
        Literal::Object(pairs) => {
            let known = pairs.iter().filter_map(|(key, literal, _)| Some((key.clone(), value(literal)?)));
            Some(Value::Map(known.collect()))
        }
        Literal::Unknown => None,
    }
}

/// The entries of a whole file of data; nothing where there is none. What is wrong in it is said.
pub fn data(root: &Root, file: &str, syntax: Syntax, said: &mut Vec<Diagnostic>) -> Option<Front> {
    let text = root.text(file)?;
    let fenced = Fenced { syntax, text: &text, first_line: 1, body: "" };
    let mut own = Vec::new();
    let front = front_matter::read(&fenced, &mut own);
    let front = front.map_err(|error| own.push(error)).ok();
    said.extend(own.into_iter().map(|diagnostic| diagnostic.in_file(file)));
    front
}
