//! The checked choices about cards.

use crate::card::{self, BUILT_IN, Field, SchemeChoice, Theme, built_in};
use crate::diag::{Diagnostic, Location};
use crate::model::{self, CardSettings, CardSize, Keep};
use crate::paint::{Encoding, FileFormat};
use crate::scene::Color;
use crate::site::{self, Root, themes};
use crate::typeset::Family;
use std::collections::BTreeSet;

/// How a site's cards are drawn and written.
pub struct CardPlan {
    pub theme: Theme,
    pub scheme: Option<SchemeChoice>,
    /// At least one; the first is the main one.
    pub sizes: Vec<CardSize>,
    pub encoding: Encoding,
    pub hash_names: bool,
    pub square_safe: bool,
    pub photos: bool,
    pub accent: Option<Color>,
    pub hidden: BTreeSet<Field>,
    /// Families that go before all others of their kind.
    pub fonts: Vec<(Family, model::Field<String>)>,
    pub remote_covers: bool,
    pub keep: Keep,
}

impl CardPlan {
    /// Checks the settings; what makes no sense is said, and the usual taken instead.
    pub fn new(settings: &CardSettings, root: &Root, said: &mut Vec<Diagnostic>) -> Self {
        let scheme = settings.scheme.as_ref().and_then(|name| scheme(name, said));
        let format = settings.format.as_ref().and_then(|name| format(name, said));
        let accent = settings.accent.as_ref().and_then(|text| accent(text, said));
        let hidden = settings.show.as_deref().map(|names| hidden(names, said)).unwrap_or_default();
        let fonts = settings.fonts.iter().filter_map(|(kind, family)| font(kind, family, said)).collect();
        Self {
            theme: chosen_theme(root, settings.theme.as_ref(), said),
            scheme,
            sizes: settings.sizes.clone(),
            encoding: Encoding {
                format: format.unwrap_or(FileFormat::Jpeg),
                limit_bytes: settings.limit_bytes,
            },
            hash_names: settings.hash_names,
            square_safe: settings.square_safe,
            photos: settings.photos,
            accent,
            hidden,
            fonts,
            remote_covers: settings.remote_covers,
            keep: settings.keep,
        }
    }
}

/// A theme by its name: the site's own before the binary's; nothing where neither has it, an error where it is wrong.
pub fn theme(root: &Root, name: &str) -> Option<Result<Theme, Diagnostic>> {
    themes::read(root, name).map(Theme::parse).or_else(|| built_in(name))
}

/// The names of all themes, the site's own first.
pub fn theme_names(root: &Root) -> Vec<String> {
    let mut names = themes::names(root);
    names.extend(
        BUILT_IN
            .iter()
            .map(|theme| theme.name.to_owned())
            .filter(|name| !names.contains(name))
            .collect::<Vec<_>>(),
    );
    names
}

/// What is said where a theme is asked for that is not there.
pub fn theme_unknown(root: &Root, name: &str) -> Diagnostic {
    Diagnostic::error("theme-unknown", format!("there is no theme `{name}`")).hint(format!(
        "the themes are {}; `syndicard theme new {name}` starts one",
        theme_names(root).join(", ")
    ))
}

fn chosen_theme(root: &Root, name: Option<&model::Field<String>>, said: &mut Vec<Diagnostic>) -> Theme {
    let usual = BUILT_IN.first().map_or("", |theme| theme.name);
    let asked = name.map_or(usual, |field| field.value.as_str());
    let found = theme(root, asked).unwrap_or_else(|| Err(theme_unknown(root, asked)));
    match (found, name) {
        (Ok(theme), _) => theme,
        (Err(error), name) => {
            let error = match (&error.path, name) {
                (None, Some(name)) => placed(error, name),
                _ => error,
            };
            said.push(error.label(format!("`{usual}` is used")));
            built_in(usual).and_then(Result::ok).unwrap_or_default()
        }
    }
}

fn scheme(name: &model::Field<String>, said: &mut Vec<Diagnostic>) -> Option<SchemeChoice> {
    let choice = SchemeChoice::from_name(&name.value);
    if choice.is_none() {
        said.push(unusable(name, "is no scheme", "the schemes are dark, light and auto"));
    }
    choice
}

fn format(name: &model::Field<String>, said: &mut Vec<Diagnostic>) -> Option<FileFormat> {
    let format = FileFormat::from_extension(&name.value);
    if format.is_none() {
        said.push(unusable(name, "is no format of cards", "the formats are jpeg, png and webp"));
    }
    format
}

fn accent(text: &model::Field<String>, said: &mut Vec<Diagnostic>) -> Option<Color> {
    let color = card::parse_hex(&text.value);
    if color.is_none() {
        said.push(unusable(text, "is no colour", "write it as `\"#0b7285\"`, with quotation marks"));
    }
    color
}

/// All fields but those that are named; the title is always shown.
fn hidden(names: &[model::Field<String>], said: &mut Vec<Diagnostic>) -> BTreeSet<Field> {
    let mut hidden: BTreeSet<Field> = Field::ALL.into_iter().filter(|field| *field != Field::Title).collect();
    for name in names {
        match Field::from_name(&name.value) {
            Some(field) => {
                hidden.remove(&field);
            }
            None => {
                let known: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
                let hint = format!("a card can show {}", known.join(", "));
                said.push(unusable(name, "is nothing that a card can show", &hint));
            }
        }
    }
    hidden
}

fn font(
    kind: &str,
    family: &model::Field<String>,
    said: &mut Vec<Diagnostic>,
) -> Option<(Family, model::Field<String>)> {
    let known = match kind {
        "sans" => Family::Sans,
        "serif" => Family::Serif,
        "mono" => Family::Mono,
        _ => {
            let mut named = family.clone();
            named.value = kind.to_owned();
            said.push(unusable(&named, "is no kind of font", "the kinds are sans, serif and mono"));
            return None;
        }
    };
    Some((known, family.clone()))
}

fn unusable(name: &model::Field<String>, what: &str, hint: &str) -> Diagnostic {
    let message = format!("`{}` {what}", name.value);
    placed(Diagnostic::warning("card-setting-unknown", message), name).label("not used").hint(hint)
}

fn placed(diagnostic: Diagnostic, name: &model::Field<String>) -> Diagnostic {
    let place = Location { line: name.line, column: name.column, width: 1, ..Location::default() };
    diagnostic.in_file(site::SETTINGS_FILE).at(place)
}
