//! A YAML document as text: read twice where it holds numbers.

use super::super::value::Value;
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// One document. The parser gives a scalar's text only to those who ask for text, and asking a list for text is an
/// error: so the first reading finds the shape, and where that holds numbers a second, led by it, finds their text.
pub fn document(text: &str) -> Result<Value, serde_yaml::Error> {
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
