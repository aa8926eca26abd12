//! A front matter's values as they were written: `1.10` stays `1.10`.

use crate::model::{Field, Placed, SourceLines};

/// A value; scalars keep the text that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What a list holds; nothing for anything else.
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// What a map holds under one of these keys, in the order of the keys, without regard to case.
    pub fn get(&self, keys: &[&str]) -> Option<&Value> {
        let Self::Map(pairs) = self else { return None };
        keys.iter().find_map(|key| {
            pairs.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
        })
    }
}

/// One top-level key with its value and the value's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub value: Value,
    pub line: u32,
    pub column: u32,
    pub width: u32,
}

impl Entry {
    /// A field at this entry's place.
    pub fn field<T>(&self, value: T) -> Field<T> {
        Field::placed(Placed { value, file: None, line: self.line, column: self.column, width: self.width })
    }
}

/// A front matter that was read.
#[derive(Clone, Debug, Default)]
pub struct Front {
    pub entries: Vec<Entry>,
    pub lines: SourceLines,
}

impl Front {
    /// The first of `keys` that is there and not null, without regard to case.
    pub fn get(&self, keys: &[&str]) -> Option<&Entry> {
        keys.iter().find_map(|key| {
            self.entries
                .iter()
                .find(|entry| entry.key.eq_ignore_ascii_case(key) && entry.value != Value::Null)
        })
    }
}
