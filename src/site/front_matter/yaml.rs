//! YAML front matter, read twice where it holds numbers, and line by line where it is invalid.

use super::keys::{self, Key};
use super::plain;
use super::value::{Entry, Value};
use crate::diag::Diagnostic;
use crate::model::SourceLines;
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// The top-level entries; an invalid line is reported, and the rest is read.
pub fn read(text: &str, first_line: u32, lines: &SourceLines, said: &mut Vec<Diagnostic>) -> Vec<Entry> {
    plain::read(text, first_line).unwrap_or_else(|| parsed(text, first_line, lines, said))
}

/// The same by the parser.
pub fn parsed(text: &str, first_line: u32, lines: &SourceLines, said: &mut Vec<Diagnostic>) -> Vec<Entry> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let keys = keys::scan(text);
    match document(text) {
        Ok(Value::Map(pairs)) => place(merge(pairs), &keys, first_line),
        Ok(_) => {
            said.push(
                Diagnostic::warning("front-matter-not-a-map", "the front matter has no keys")
                    .at(lines.location(first_line, 1, 1))
                    .hint("write it as `key: value` lines"),
            );
            Vec::new()
        }
        Err(error) => line_by_line(&keys, &error, first_line, lines, said),
    }
}

/// Gives each pair the place of its key; a repeated key takes its places in turn.
fn place(pairs: Vec<(String, Value)>, keys: &[Key<'_>], first_line: u32) -> Vec<Entry> {
    let mut used = vec![false; keys.len()];
    let mut entries = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let found = keys.iter().zip(used.iter_mut()).find(|(at, used)| !**used && at.name == key);
        let (line, column, width) = match found {
            Some((at, used)) => {
                *used = true;
                (first_line + u32::try_from(at.line).unwrap_or(0), at.column, at.width)
            }
            None => (first_line, 1, 1),
        };
        entries.push(Entry { key, value, line, column, width });
    }
    entries
}

/// Each key by itself; a value that is no YAML stands as the text that was written.
fn line_by_line(
    keys: &[Key<'_>],
    error: &serde_yaml::Error,
    first_line: u32,
    lines: &SourceLines,
    said: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(keys.len());
    let before = said.len();
    for key in keys {
        let line = first_line + u32::try_from(key.line).unwrap_or(0);
        let value = match document(key.text) {
            Ok(Value::Map(mut pairs)) if pairs.len() == 1 => pairs.pop().map(|(_, value)| value),
            _ => None,
        };
        let value = value.unwrap_or_else(|| {
            said.push(
                Diagnostic::warning("yaml-invalid", format!("the value of `{}` is not valid YAML", key.name))
                    .at(lines.location(line, key.column, key.width))
                    .label("read as plain text")
                    .hint("put it in quotes"),
            );
            Value::Text(unquoted(key.value).to_owned())
        });
        entries.push(Entry { key: key.name.to_owned(), value, line, column: key.column, width: key.width });
    }
    if said.len() == before {
        // No single key is to blame: an anchor that another line lacks, or a line that belongs to none.
        let at = error.location();
        let line = at.as_ref().map_or(0, |at| at.line().saturating_sub(1));
        let column = at.as_ref().map_or(1, serde_yaml::Location::column);
        said.push(
            Diagnostic::warning("yaml-invalid", "the front matter is not valid YAML")
                .at(lines.location(
                    first_line + u32::try_from(line).unwrap_or(0),
                    u32::try_from(column).unwrap_or(1),
                    1,
                ))
                .label("read line by line"),
        );
    }
    entries
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inner;
        }
    }
    text
}

/// `<<: *defaults`, which the parser leaves to us: what the map says itself comes first.
fn merge(pairs: Vec<(String, Value)>) -> Vec<(String, Value)> {
    let mut own = Vec::with_capacity(pairs.len());
    let mut merged = Vec::new();
    for (key, value) in pairs {
        match (key.as_str(), value) {
            ("<<", Value::Map(more)) => merged.extend(merge(more)),
            ("<<", Value::List(maps)) => {
                for map in maps {
                    if let Value::Map(more) = map {
                        merged.extend(merge(more));
                    }
                }
            }
            (_, value) => own.push((key, deep_merge(value))),
        }
    }
    for (key, value) in merged {
        if !own.iter().any(|(name, _)| *name == key) {
            own.push((key, value));
        }
    }
    own
}

fn deep_merge(value: Value) -> Value {
    match value {
        Value::Map(pairs) => Value::Map(merge(pairs)),
        Value::List(items) => Value::List(items.into_iter().map(deep_merge).collect()),
        scalar => scalar,
    }
}

/// One document. The parser gives a scalar's text only to those who ask for text, and asking a list for text is an
/// error: so the first reading finds the shape, and where that holds numbers a second, led by it, finds their text.
fn document(text: &str) -> Result<Value, serde_yaml::Error> {
    let shape: Shape = serde_yaml::from_str(text)?;
    if !shape.holds_number() {
        return Ok(shape.into_value());
    }
    Written(&shape).deserialize(serde_yaml::Deserializer::from_str(text))
}

#[derive(Debug)]
enum Shape {
    Null,
    Text(String),
    /// Its value has lost the form in which it was written.
    Number(String),
    List(Vec<Shape>),
    Map(Vec<(String, Shape)>),
    /// A value behind a tag such as `!date`.
    Tagged(Box<Shape>),
}

impl Shape {
    fn holds_number(&self) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Null | Self::Text(_) | Self::Tagged(_) => false,
            Self::List(items) => items.iter().any(Self::holds_number),
            Self::Map(pairs) => pairs.iter().any(|(_, value)| value.holds_number()),
        }
    }

    fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Text(text) | Self::Number(text) => Value::Text(text),
            Self::List(items) => Value::List(items.into_iter().map(Self::into_value).collect()),
            Self::Map(pairs) => {
                Value::Map(pairs.into_iter().map(|(key, value)| (key, value.into_value())).collect())
            }
            Self::Tagged(inner) => inner.into_value(),
        }
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Shape, E> {
        Ok(Shape::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Shape, E> {
        Ok(Shape::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Shape, E> {
        Ok(Shape::Number(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Shape, E> {
        Ok(Shape::Number(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Shape, E> {
        Ok(Shape::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Shape, E> {
        Ok(Shape::Number(value.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Shape, E> {
        Ok(Shape::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Shape::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key::<KeyText>()? {
            pairs.push((key.0, map.next_value()?));
        }
        Ok(Shape::Map(pairs))
    }

    fn visit_enum<A: de::EnumAccess<'de>>(self, tagged: A) -> Result<Shape, A::Error> {
        let (_, value) = tagged.variant::<String>()?;
        Ok(Shape::Tagged(Box::new(value.newtype_variant()?)))
    }
}

/// A key's text, whatever scalar it is; a list or a map as a key is an error.
struct KeyText(String);

impl<'de> Deserialize<'de> for KeyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Self)
    }
}

/// Reads again, asking each scalar for its text.
struct Written<'a>(&'a Shape);

impl<'de> DeserializeSeed<'de> for Written<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        match self.0 {
            Shape::Number(_) => deserializer.deserialize_str(TextVisitor).map(Value::Text),
            Shape::List(items) => deserializer.deserialize_seq(WrittenList(items)),
            Shape::Map(pairs) => deserializer.deserialize_map(WrittenMap(pairs)),
            Shape::Null | Shape::Text(_) | Shape::Tagged(_) => {
                Shape::deserialize(deserializer).map(Shape::into_value)
            }
        }
    }
}

struct WrittenList<'a>(&'a [Shape]);

impl<'de> Visitor<'de> for WrittenList<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the list that was read before")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::with_capacity(self.0.len());
        for shape in self.0 {
            items.extend(seq.next_element_seed(Written(shape))?);
        }
        Ok(Value::List(items))
    }
}

struct WrittenMap<'a>(&'a [(String, Shape)]);

impl<'de> Visitor<'de> for WrittenMap<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the map that was read before")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut pairs = Vec::with_capacity(self.0.len());
        for (_, shape) in self.0 {
            let Some(key) = map.next_key::<KeyText>()? else { break };
            pairs.push((key.0, map.next_value_seed(Written(shape))?));
        }
        Ok(Value::Map(pairs))
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
}
