//! Lengths of a theme: pixels of a card of 1200×630, or a share of what is around.

use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;

/// How long a side is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// Pixels of a card of 1200×630; on a card of another size they grow with the root of its area.
    Px(f32),
    /// A share of the box around, where 1 is the whole.
    Share(f32),
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Length;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of pixels or a share such as `50%`")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Length, E> {
                Ok(Length::Px(value as f32))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Length, E> {
                Ok(Length::Px(value as f32))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Length, E> {
                Ok(Length::Px(value as f32))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Length, E> {
                let share = text.strip_suffix('%').and_then(|number| number.trim().parse::<f32>().ok());
                share
                    .map(|percent| Length::Share(percent / 100.0))
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

/// The four sides of a box: one number for all, `[vertical, horizontal]`, or `[top, end, bottom, start]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    pub top: Length,
    pub end: Length,
    pub bottom: Length,
    pub start: Length,
}

impl<'de> Deserialize<'de> for Sides {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Sides;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a length, `[vertical, horizontal]`, or `[top, end, bottom, start]`")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Sides, E> {
                Ok(all(Length::Px(value as f32)))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Sides, E> {
                Ok(all(Length::Px(value as f32)))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Sides, E> {
                Ok(all(Length::Px(value as f32)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Sides, E> {
                Length::deserialize(de::value::StrDeserializer::new(text)).map(all)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Sides, A::Error> {
                let mut lengths = Vec::new();
                while let Some(length) = items.next_element::<Length>()? {
                    lengths.push(length);
                }
                match *lengths.as_slice() {
                    [vertical, horizontal] => {
                        Ok(Sides { top: vertical, end: horizontal, bottom: vertical, start: horizontal })
                    }
                    [top, end, bottom, start] => Ok(Sides { top, end, bottom, start }),
                    _ => Err(de::Error::invalid_length(lengths.len(), &self)),
                }
            }
        }
        deserializer.deserialize_any(Read)
    }
}

fn all(length: Length) -> Sides {
    Sides { top: length, end: length, bottom: length, start: length }
}
