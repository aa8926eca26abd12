//! Numbers of a theme, each within the bounds in which it means something.

use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;

/// A number from `least` to `most`, which the message about any other names.
struct Number {
    least: f32,
    most: f32,
}

impl Visitor<'_> for Number {
    type Value = f32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number from {} to {}", self.least, self.most)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<f32, E> {
        let number = value as f32;
        self.check(number).ok_or_else(|| E::invalid_value(de::Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<f32, E> {
        let number = value as f32;
        self.check(number).ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<f32, E> {
        let number = value as f32;
        self.check(number).ok_or_else(|| E::invalid_value(de::Unexpected::Float(value), &self))
    }
}

impl Number {
    fn check(&self, number: f32) -> Option<f32> {
        // What is not a number is in no range.
        (self.least..=self.most).contains(&number).then_some(number)
    }
}

/// As CSS has it.
pub fn weight<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    deserializer.deserialize_any(Number { least: 1.0, most: 1000.0 })
}

/// From baseline to baseline, in em.
pub fn leading<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    deserializer.deserialize_any(Number { least: 0.5, most: 4.0 })
}

/// Between letters, in em.
pub fn tracking<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    deserializer.deserialize_any(Number { least: -0.5, most: 2.0 })
}

/// The distance from the rim, or the width of a line, in the theme's pixels: half of a card's height leaves no room for text.
pub fn distance<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    deserializer.deserialize_any(Number { least: 0.0, most: 300.0 })
}

/// A share of what is left over, or of what is too much.
pub fn part<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f32>, D::Error> {
    deserializer.deserialize_any(Number { least: 0.0, most: 1000.0 }).map(Some)
}

/// The shares of a grid's tracks.
pub fn parts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<f32>>, D::Error> {
    #[derive(serde::Deserialize)]
    struct Track(#[serde(deserialize_with = "part")] Option<f32>);
    let tracks = Vec::<Track>::deserialize(deserializer)?;
    Ok(Some(tracks.into_iter().filter_map(|Track(part)| part).collect()))
}
