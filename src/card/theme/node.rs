//! The boxes of a theme: where they stand, what they hold, and what is other under some condition.

use super::color::{ColorSpec, FillSpec, Toward};
use super::length::{self, Length, Sides};
use super::number;
use super::say::Say;
use serde::Deserialize;

/// Defines a record of optional fields, and how one such record lies over another.
macro_rules! overlaid {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: Option<$type:ty>,)* } plus { $($(#[$list_meta:meta])* pub $list:ident: Vec<$item:ty>,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields, default, expecting = "a box such as `{say: \"{title}\"}`")]
        pub struct $name {
            $($(#[$field_meta])* pub $field: Option<$type>,)*
            $($(#[$list_meta])* pub $list: Vec<$item>,)*
        }

        impl $name {
            /// Takes over every field that `over` names.
            fn overlay(&mut self, over: &Self) {
                $(if over.$field.is_some() { self.$field = over.$field.clone(); })*
            }
        }
    };
}

overlaid! {
    /// A box, in the terms of CSS's flexible boxes and grid; start and end change sides where a text runs from the right.
    pub struct Node {
        #[serde(deserialize_with = "length::size")]
        pub width: Option<Length>,
        #[serde(deserialize_with = "length::size")]
        pub height: Option<Length>,
        #[serde(deserialize_with = "length::size")]
        pub min_width: Option<Length>,
        #[serde(deserialize_with = "length::size")]
        pub max_width: Option<Length>,
        #[serde(deserialize_with = "length::size")]
        pub min_height: Option<Length>,
        #[serde(deserialize_with = "length::size")]
        pub max_height: Option<Length>,
        #[serde(deserialize_with = "number::part")]
        pub grow: Option<f32>,
        #[serde(deserialize_with = "number::part")]
        pub shrink: Option<f32>,
        pub direction: Option<Direction>,
        pub justify: Option<Justify>,
        pub align: Option<Place>,
        pub align_self: Option<Place>,
        pub wrap: Option<bool>,
        #[serde(deserialize_with = "length::size")]
        pub gap: Option<Length>,
        #[serde(deserialize_with = "length::sizes")]
        pub padding: Option<Sides>,
        pub margin: Option<Sides>,
        /// Tracks of a grid, such as `[1, 2]` for shares of one and two thirds.
        #[serde(deserialize_with = "number::parts")]
        pub columns: Option<Vec<f32>>,
        #[serde(deserialize_with = "number::parts")]
        pub rows: Option<Vec<f32>>,
        /// Out of the row, at these distances from the edges of the box around; `fill` for all of it.
        pub at: Option<At>,
        pub fill: Option<FillSpec>,
        #[serde(deserialize_with = "length::size")]
        pub radius: Option<Length>,
        pub border: Option<Border>,
        /// The colour of the text, and of art drawn in `currentColor`.
        pub color: Option<ColorSpec>,
        pub say: Option<Say>,
        /// The name of one of the theme's texts.
        pub text: Option<String>,
        pub separator: Option<String>,
        pub text_align: Option<TextAlign>,
        pub upper_case: Option<bool>,
        pub picture: Option<PictureSource>,
        pub fit: Option<Fit>,
        /// Of the post's own colours, for posts without a cover.
        pub backdrop: Option<bool>,
        /// A darkening, no stronger than the texts over it need.
        pub scrim: Option<Toward>,
    } plus {
        /// All must hold, or the box is not there.
        pub when: Vec<Condition>,
        /// What is other where the variant's own `when` holds, one after the other.
        pub variants: Vec<Node>,
        pub boxes: Vec<Node>,
    }
}

impl Node {
    /// The box as it is under these conditions; nothing where it is not there.
    pub fn resolve(&self, holds: &dyn Fn(Condition) -> bool) -> Option<Node> {
        if !self.when.iter().all(|&condition| holds(condition)) {
            return None;
        }
        let mut node = self.clone();
        for variant in &self.variants {
            if variant.when.iter().all(|&condition| holds(condition)) {
                node.overlay(variant);
                if !variant.boxes.is_empty() {
                    node.boxes.clone_from(&variant.boxes);
                }
            }
        }
        node.boxes = node.boxes.iter().filter_map(|inner| inner.resolve(holds)).collect();
        node.variants.clear();
        Some(node)
    }

    /// This box and all within it, with their variants.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Node)) {
        visit(self);
        self.variants.iter().chain(&self.boxes).for_each(|node| node.walk(visit));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Row,
    Column,
    RowReverse,
    ColumnReverse,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Justify {
    Start,
    Center,
    End,
    SpaceBetween,
    SpaceAround,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Start,
    Center,
    End,
    Stretch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextAlign {
    Start,
    Center,
    End,
}

/// How a picture goes into its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// The box is full, and what juts out is cropped.
    Cover,
    /// The picture is whole.
    Contain,
}

/// Distances from the edges of the box around; an edge without one is free.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct At {
    pub top: Option<Length>,
    pub end: Option<Length>,
    pub bottom: Option<Length>,
    pub start: Option<Length>,
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::{Error, MapAccess, Visitor, value::MapAccessDeserializer};

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Edges {
            top: Option<Length>,
            end: Option<Length>,
            bottom: Option<Length>,
            start: Option<Length>,
        }
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = At;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("`fill`, or distances such as `{bottom: 64, start: 64}`")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<At, E> {
                let edge = Some(Length::Px(0.0));
                match text {
                    "fill" => Ok(At { top: edge, end: edge, bottom: edge, start: edge }),
                    _ => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<At, A::Error> {
                let Edges { top, end, bottom, start } = Edges::deserialize(MapAccessDeserializer::new(map))?;
                Ok(At { top, end, bottom, start })
            }
        }
        deserializer.deserialize_any(Read)
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Border {
    #[serde(deserialize_with = "number::distance")]
    pub width: f32,
    pub color: ColorSpec,
}

/// Where a picture comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureSource {
    Cover,
    Logo,
    /// The authors' pictures, round, side by side.
    Avatars,
    /// A file in the theme's folder.
    Art(String),
}

impl<'de> Deserialize<'de> for PictureSource {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(match text.as_str() {
            "cover" => Self::Cover,
            "logo" => Self::Logo,
            "avatars" => Self::Avatars,
            _ if text.contains('.') => Self::Art(text),
            _ => {
                let message = format!(
                    "`{text}` is no picture; `cover`, `logo`, `avatars` and files such as `waves.svg` are"
                );
                return Err(serde::de::Error::custom(message));
            }
        })
    }
}

/// What decides whether a box is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    Cover,
    NoCover,
    /// A cover much smaller than its card, or of another shape: it is shown whole.
    SmallCover,
    /// A cover that can fill the card.
    FullCover,
    /// At least 1.4 times as wide as high.
    Wide,
    /// Neither wide nor tall.
    Square,
    /// Higher than 1.18 times the width.
    Tall,
    NotWide,
    Dark,
    Light,
    Logo,
    NoLogo,
    Avatars,
    Date,
    Tags,
    NoTags,
    Section,
    NoSection,
    /// The text is to stay inside the centre square.
    SquareSafe,
    /// The title has no more than about twenty letters.
    ShortTitle,
}
