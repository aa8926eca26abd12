//! Lengths of a theme: pixels of a card of 1200×630, or a share of what is around.

use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// How long a side is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// Pixels of a card of 1200×630; on a card of another size they grow with the root of its area.
    Px(f32),
    /// A share of the box around, where 1 is the whole.
    Share(f32),
}

/// More than any card has, with room for boxes that reach beyond it.
const MOST_PX: f32 = 20_000.0;
const MOST_SHARE: f32 = 100.0;

impl Length {
    fn is_sound(self) -> bool {
        match self {
            Self::Px(px) => px.abs() <= MOST_PX,
            Self::Share(share) => share.abs() <= MOST_SHARE,
        }
    }

    fn is_negative(self) -> bool {
        let (Self::Px(value) | Self::Share(value)) = self;
        value < 0.0
    }
}

/// Reads a length; a distance may be negative, a size may not.
struct Read {
    may_be_negative: bool,
}

impl Read {
    fn check<E: de::Error>(self, length: Length, found: de::Unexpected<'_>) -> Result<Length, E> {
        let is_right = length.is_sound() && (self.may_be_negative || !length.is_negative());
        if is_right { Ok(length) } else { Err(E::invalid_value(found, &self)) }
    }
}

impl Visitor<'_> for Read {
    type Value = Length;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.may_be_negative { "" } else { ", neither of them negative" };
        write!(f, "a number of pixels or a share such as `50%`{sign}")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Length, E> {
        self.check(Length::Px(value as f32), de::Unexpected::Signed(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Length, E> {
        self.check(Length::Px(value as f32), de::Unexpected::Unsigned(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Length, E> {
        self.check(Length::Px(value as f32), de::Unexpected::Float(value))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Length, E> {
        let share = text.strip_suffix('%').and_then(|number| number.trim().parse::<f32>().ok());
        match share {
            Some(percent) => self.check(Length::Share(percent / 100.0), de::Unexpected::Str(text)),
            None => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Read { may_be_negative: true })
    }
}

/// A length that is the size of something.
struct Size(Length);

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Read { may_be_negative: false }).map(Self)
    }
}

impl From<Size> for Length {
    fn from(Size(length): Size) -> Self {
        length
    }
}

/// A size in place of a length.
pub fn size<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Length>, D::Error> {
    Size::deserialize(deserializer).map(|Size(length)| Some(length))
}

/// The four sides of a box: one number for all, `[vertical, horizontal]`, or `[top, end, bottom, start]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    pub top: Length,
    pub end: Length,
    pub bottom: Length,
    pub start: Length,
}

/// Reads sides that are lengths of one kind.
struct ReadSides<L>(PhantomData<L>);

impl<'de, L: Deserialize<'de> + Into<Length>> Visitor<'de> for ReadSides<L> {
    type Value = Sides;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a length, `[vertical, horizontal]`, or `[top, end, bottom, start]`")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Sides, E> {
        L::deserialize(de::value::I64Deserializer::new(value)).map(all)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Sides, E> {
        L::deserialize(de::value::U64Deserializer::new(value)).map(all)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Sides, E> {
        L::deserialize(de::value::F64Deserializer::new(value)).map(all)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Sides, E> {
        L::deserialize(de::value::StrDeserializer::new(text)).map(all)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Sides, A::Error> {
        let mut lengths = Vec::new();
        while let Some(length) = items.next_element::<L>()? {
            lengths.push(length.into());
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

impl<'de> Deserialize<'de> for Sides {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ReadSides::<Length>(PhantomData))
    }
}

/// Sides that are sizes, as a padding's are.
pub fn sizes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Sides>, D::Error> {
    deserializer.deserialize_any(ReadSides::<Size>(PhantomData)).map(Some)
}

fn all(length: impl Into<Length>) -> Sides {
    let length = length.into();
    Sides { top: length, end: length, bottom: length, start: length }
}
