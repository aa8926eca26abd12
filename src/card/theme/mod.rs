//! Themes as data: a folder with `theme.yaml` and the art that it names.

mod color;
mod length;
mod node;
mod number;
mod say;
mod wrong;

pub use color::{ColorSpec, FillSpec, Gradient, Palette, Toward, parse_hex};
pub use length::{Length, Sides};
pub use node::{At, Border, Condition, Direction, Fit, Justify, Node, PictureSource, Place, TextAlign};
pub use say::{Field, Say};

use crate::diag::Diagnostic;
use crate::model::ThemeFiles;
use crate::paint::{self, SvgFonts};
use crate::scene::{Color, Picture, Rect};
use crate::typeset::{Family, Step};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use wrong::{find, wrong};

/// The name of a theme's file in its folder.
pub const FILE: &str = "theme.yaml";

/// How cards look, checked: every name in it stands for something.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    pub name: String,
    pub about: String,
    pub scheme: SchemeChoice,
    dark: BTreeMap<String, ColorSpec>,
    light: BTreeMap<String, ColorSpec>,
    texts: BTreeMap<String, TextRole>,
    /// No text comes nearer to the rim.
    pub safe_px: f32,
    pub root: Node,
    art: BTreeMap<String, Vec<u8>>,
    /// BLAKE3 of its files.
    pub digest: [u8; 32],
}

/// Whether a card is light on dark or dark on light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SchemeChoice {
    #[default]
    Dark,
    Light,
    /// Whichever needs the weaker scrim, and dark where both need none.
    Auto,
}

impl SchemeChoice {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "dark" => Some(Self::Dark),
            "light" => Some(Self::Light),
            "auto" => Some(Self::Auto),
            _ => None,
        }
    }
}

/// How a text is set, from its largest size to its smallest.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a text such as `{sizes: [[80, 3]]}`")]
pub struct TextRole {
    #[serde(default = "sans")]
    pub family: FamilyName,
    #[serde(default = "medium", deserialize_with = "number::weight")]
    pub weight: f32,
    /// Pairs of a size in pixels and the lines that the text may take at it.
    #[serde(deserialize_with = "steps")]
    pub sizes: Vec<Step>,
    /// From baseline to baseline, in em.
    #[serde(default = "leading", deserialize_with = "number::leading")]
    pub leading: f32,
    /// In em.
    #[serde(default, deserialize_with = "number::tracking")]
    pub tracking: f32,
    /// Figures of one width.
    #[serde(default)]
    pub tabular: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FamilyName {
    Sans,
    Serif,
    Mono,
}

impl FamilyName {
    pub fn family(self) -> Family {
        match self {
            Self::Sans => Family::Sans,
            Self::Serif => Family::Serif,
            Self::Mono => Family::Mono,
        }
    }
}

fn sans() -> FamilyName {
    FamilyName::Sans
}

fn medium() -> f32 {
    500.0
}

fn leading() -> f32 {
    1.2
}

fn steps<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Step>, D::Error> {
    let pairs = Vec::<(f32, usize)>::deserialize(deserializer)?;
    if pairs.is_empty()
        || pairs
            .iter()
            .any(|&(size_px, lines)| !(8.0..=600.0).contains(&size_px) || !(1..=99).contains(&lines))
    {
        return Err(serde::de::Error::custom(
            "`sizes` are pairs of a size from 8 to 600 and a number of lines from 1 to 99",
        ));
    }
    Ok(pairs.into_iter().map(|(size_px, lines)| Step { size_px, lines }).collect())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a theme with `about`, `texts` and `card`")]
struct Written {
    about: String,
    #[serde(default = "dark")]
    scheme: SchemeChoice,
    #[serde(default)]
    dark: BTreeMap<String, ColorSpec>,
    #[serde(default)]
    light: BTreeMap<String, ColorSpec>,
    texts: BTreeMap<String, TextRole>,
    #[serde(default = "safe", deserialize_with = "number::distance")]
    safe: f32,
    card: Node,
}

fn dark() -> SchemeChoice {
    SchemeChoice::Dark
}

fn safe() -> f32 {
    40.0
}

impl Theme {
    /// Understands a theme.
    ///
    /// # Errors
    /// Where the YAML is none, names what is no part of a theme, or leaves a name without what it stands for; at its line.
    pub fn parse(files: ThemeFiles) -> Result<Self, Diagnostic> {
        let written: Written = serde_yaml::from_str(&files.yaml).map_err(|error| {
            let message = error.to_string();
            let place = error.location().map(|at| (at.line() as u32, at.column() as u32));
            // The parser tells the place a second time in its words.
            let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
            wrong(&files, place, &message)
        })?;
        let theme = Self {
            name: files.name.clone(),
            about: written.about,
            scheme: written.scheme,
            dark: written.dark,
            light: written.light,
            texts: written.texts,
            safe_px: written.safe,
            root: written.card,
            art: files.art.iter().cloned().collect(),
            digest: files.digest(),
        };
        match theme.unknown_name() {
            Some((name, message)) => Err(wrong(&files, find(&files.yaml, &name), &message)),
            None => Ok(theme),
        }
    }

    /// The colours of a scheme.
    pub fn colors(&self, dark: bool) -> &BTreeMap<String, ColorSpec> {
        if (dark && !self.dark.is_empty()) || self.light.is_empty() { &self.dark } else { &self.light }
    }

    /// A text by its name; `parse` sees to it that every name that the boxes use is there.
    pub fn text(&self, name: Option<&str>) -> Option<&TextRole> {
        self.texts.get(name.unwrap_or("title")).or_else(|| self.texts.values().next())
    }

    /// A picture of the theme's folder, large enough for a box; drawings in `currentColor` come in this colour.
    pub fn art(&self, name: &str, color: Color, rect: &Rect) -> Option<Picture> {
        let bytes = self.art.get(name)?;
        let wanted = (rect.width().ceil().max(1.0) as u32, rect.height().ceil().max(1.0) as u32);
        let colored = match std::str::from_utf8(bytes) {
            Ok(svg) => Cow::Owned(svg.replace("currentColor", &color.hex()).into_bytes()),
            Err(_) => Cow::Borrowed(bytes.as_slice()),
        };
        paint::cover(&colored, wanted, &SvgFonts::default()).ok().map(|cover| cover.picture)
    }

    /// Whether some box shows this.
    pub fn shows(&self, field: Field) -> bool {
        let mut shows = false;
        self.root.walk(&mut |node| {
            let said = node
                .say
                .as_ref()
                .is_some_and(|say| say.parts.iter().flatten().any(|word| *word == say::Word::Field(field)));
            let drawn = match node.picture {
                Some(PictureSource::Logo) => field == Field::Logo,
                Some(PictureSource::Avatars) => field == Field::Avatars,
                _ => false,
            };
            shows |= said || drawn;
        });
        shows
    }

    /// A name that stands for nothing, with what is to be said of it.
    fn unknown_name(&self) -> Option<(String, String)> {
        let mut unknown = None;
        let mut color = |spec: &ColorSpec| {
            let Some(name) = spec.name() else { return };
            for scheme in [self.colors(true), self.colors(false)] {
                if !scheme.contains_key(name) && !color::KNOWN.contains(&name) {
                    let known: Vec<&str> =
                        scheme.keys().map(String::as_str).chain(color::KNOWN.iter().copied()).collect();
                    let message =
                        format!("`{name}` is no colour of the theme; its colours are {}", known.join(", "));
                    unknown.get_or_insert((name.to_owned(), message));
                } else if spec.is_endless(scheme) {
                    unknown
                        .get_or_insert((name.to_owned(), format!("the colour `{name}` stands for itself")));
                }
            }
        };
        self.dark.values().chain(self.light.values()).for_each(&mut color);
        self.root.walk(&mut |node| {
            node.color.iter().for_each(&mut color);
            node.border.iter().for_each(|border| color(&border.color));
            match &node.fill {
                Some(FillSpec::Color(spec)) => color(spec),
                Some(FillSpec::Gradient(gradient)) => gradient.colors.iter().for_each(&mut color),
                None => {}
            }
        });
        self.root.walk(&mut |node| {
            if let Some(name) = node.text.as_ref().filter(|name| !self.texts.contains_key(*name)) {
                let known: Vec<&str> = self.texts.keys().map(String::as_str).collect();
                let message = format!("`{name}` is no text of the theme; its texts are {}", known.join(", "));
                unknown.get_or_insert((name.clone(), message));
            }
            if let Some(PictureSource::Art(name)) = &node.picture
                && !self.art.contains_key(name)
            {
                let message = format!("there is no `{name}` in the theme's folder");
                unknown.get_or_insert((name.clone(), message));
            }
        });
        if self.texts.is_empty() {
            unknown.get_or_insert(("texts".to_owned(), "a theme needs at least one text".to_owned()));
        }
        if !self.shows(Field::Title) {
            unknown.get_or_insert(("card".to_owned(), "no box says `{title}`".to_owned()));
        }
        unknown
    }
}
