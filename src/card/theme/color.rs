//! Colours of a theme: hexadecimal, or a name with what is changed about it.

use crate::paint::{oklch, to_oklch};
use crate::scene::Color;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// A name may stand for a name, but not without end.
const DEPTH: usize = 8;

/// Degrees of two turns; lightness and chroma are far below.
const MOST: f32 = 720.0;

/// A colour as a theme writes it, such as `#0b5`, `text / 80%` or `accent lightness 0.8 chroma 0.1`.
#[derive(Clone, Debug, PartialEq)]
pub struct ColorSpec {
    base: Base,
    /// In OKLCH, from 0 to 1.
    lightness: Option<f32>,
    /// In OKLCH; the most that sRGB has is about 0.3.
    chroma: Option<f32>,
    /// Degrees by which the hue is turned.
    turn: f32,
    alpha: f32,
}

#[derive(Clone, Debug, PartialEq)]
enum Base {
    Hex(Color),
    Name(String),
}

/// The colours that names stand for: those of a scheme over those that the engine knows.
pub struct Palette<'a> {
    pub scheme: &'a BTreeMap<String, ColorSpec>,
    /// Asked only where a colour needs it: to find a cover's, the whole of it is looked at.
    pub accent: &'a dyn Fn() -> Color,
}

/// Names that need no entry in a scheme.
pub const KNOWN: &[&str] = &["white", "black", "accent"];

impl ColorSpec {
    /// The name that this colour is taken from.
    pub fn name(&self) -> Option<&str> {
        match &self.base {
            Base::Name(name) => Some(name),
            Base::Hex(_) => None,
        }
    }

    /// Whether names stand for names without coming to a colour.
    pub fn is_endless(&self, scheme: &BTreeMap<String, ColorSpec>) -> bool {
        let mut spec = self;
        for _ in 0..DEPTH {
            match spec.name().and_then(|name| scheme.get(name)) {
                Some(next) => spec = next,
                None => return false,
            }
        }
        true
    }

    /// The colour itself; a name that stands for nothing is grey, which `Theme::parse` never lets through.
    pub fn resolve(&self, palette: &Palette<'_>) -> Color {
        self.within(palette, DEPTH)
    }

    fn within(&self, palette: &Palette<'_>, depth: usize) -> Color {
        let base = match &self.base {
            Base::Hex(color) => *color,
            Base::Name(name) => match (palette.scheme.get(name), name.as_str()) {
                (Some(spec), _) if depth > 0 => spec.within(palette, depth - 1),
                (_, "white") => Color::WHITE,
                (_, "black") => Color::BLACK,
                (_, "accent") => (palette.accent)(),
                _ => oklch(0.5, 0.0, 0.0),
            },
        };
        let alpha = base.alpha * self.alpha;
        if self.lightness.is_none() && self.chroma.is_none() && self.turn == 0.0 {
            return base.with_alpha(alpha);
        }
        let (lightness, chroma, hue) = to_oklch(base);
        // A grey has no hue, so that asking it for chroma would colour it by chance.
        let chroma = if chroma < 0.01 { 0.0 } else { self.chroma.unwrap_or(chroma) };
        oklch(self.lightness.unwrap_or(lightness), chroma, hue + self.turn).with_alpha(alpha)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let (text, alpha) = match text.split_once('/') {
            Some((text, alpha)) => {
                let percent = alpha.trim().strip_suffix('%').and_then(|number| number.parse::<f32>().ok());
                let percent = percent.filter(|percent| (0.0..=100.0).contains(percent));
                (
                    text,
                    percent.ok_or_else(|| format!("`{}` is no opacity such as `80%`", alpha.trim()))? / 100.0,
                )
            }
            None => (text, 1.0),
        };
        let mut words = text.split_whitespace();
        let base = words.next().ok_or("a colour is missing")?;
        let base = match base.strip_prefix('#') {
            Some(digits) => {
                Base::Hex(hex(digits).ok_or_else(|| format!("`{base}` is no colour such as `#0b7285`"))?)
            }
            None => Base::Name(base.to_owned()),
        };
        let mut spec = Self { base, lightness: None, chroma: None, turn: 0.0, alpha };
        while let Some(word) = words.next() {
            let value = words.next().and_then(|value| value.parse::<f32>().ok());
            let value = value.filter(|value| value.abs() <= MOST);
            match (word, value) {
                ("lightness", Some(value)) => spec.lightness = Some(value),
                ("chroma", Some(value)) => spec.chroma = Some(value),
                ("turn", Some(value)) => spec.turn = value,
                _ => {
                    return Err(format!(
                        "`{word}` changes nothing about a colour; `lightness 0.8`, `chroma 0.1` and `turn 40` do"
                    ));
                }
            }
        }
        Ok(spec)
    }
}

/// `0b5`, `0b7285` or, with alpha, `0b7285cc`.
fn hex(digits: &str) -> Option<Color> {
    if !digits.is_ascii() {
        return None;
    }
    let long: String =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    let channel = |at: usize| {
        let byte = u8::from_str_radix(long.get(at..at + 2)?, 16).ok()?;
        Some(f32::from(byte) / 255.0)
    };
    let alpha = if long.len() == 8 { channel(6)? } else { 1.0 };
    matches!(long.len(), 6 | 8).then_some(())?;
    Some(Color { red: channel(0)?, green: channel(2)?, blue: channel(4)?, alpha })
}

/// A colour such as `#0b7285`, outside of a theme.
pub fn parse_hex(text: &str) -> Option<Color> {
    hex(text.strip_prefix('#')?)
}

impl<'de> Deserialize<'de> for ColorSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = ColorSpec;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a colour such as `\"#0b7285\"`, `accent` or `text / 80%`")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<ColorSpec, E> {
                ColorSpec::parse(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Read)
    }
}

/// What a box is filled with.
#[derive(Clone, Debug, PartialEq)]
pub enum FillSpec {
    Color(ColorSpec),
    Gradient(Gradient),
}

/// Colours in even steps along a direction.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gradient {
    pub colors: Vec<ColorSpec>,
    pub toward: Toward,
}

/// Where to a gradient runs; the end is the left in a text that runs from the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Toward {
    Top,
    Bottom,
    Start,
    End,
    BottomEnd,
    TopEnd,
    /// From the middle out.
    Rim,
}

impl<'de> Deserialize<'de> for FillSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = FillSpec;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a colour, or `{colors: [background, accent], toward: bottom}`")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<FillSpec, E> {
                ColorSpec::parse(text).map(FillSpec::Color).map_err(E::custom)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<FillSpec, A::Error> {
                Gradient::deserialize(de::value::MapAccessDeserializer::new(map)).map(FillSpec::Gradient)
            }
        }
        deserializer.deserialize_any(Read)
    }
}
