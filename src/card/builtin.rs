//! The themes that the binary carries: the folders in `assets/themes/`.

use super::theme::Theme;
use crate::diag::Diagnostic;
use crate::model::ThemeFiles;

/// A theme of the binary: its name and its file.
pub struct BuiltIn {
    pub name: &'static str,
    pub yaml: &'static str,
    pub art: &'static [(&'static str, &'static [u8])],
}

macro_rules! theme {
    ($name:literal $(, $art:literal)*) => {
        BuiltIn {
            name: $name,
            yaml: include_str!(concat!("../../assets/themes/", $name, "/theme.yaml")),
            art: &[$(($art, include_bytes!(concat!("../../assets/themes/", $name, "/", $art)))),*],
        }
    };
}

/// The first is taken where nothing is said.
pub const BUILT_IN: &[BuiltIn] = &[
    theme!("photo"),
    theme!("split"),
    theme!("editorial", "rosette.svg"),
    theme!("minimal"),
    theme!("bold"),
    theme!("terminal"),
    theme!("frame"),
    theme!("swiss"),
];

/// A theme of the binary by its name.
///
/// # Errors
/// That of a theme that is wrong, which a test rules out.
pub fn built_in(name: &str) -> Option<Result<Theme, Diagnostic>> {
    let found = BUILT_IN.iter().find(|theme| theme.name == name)?;
    Some(Theme::parse(ThemeFiles {
        name: found.name.to_owned(),
        path: format!("{}/theme.yaml", found.name),
        yaml: found.yaml.to_owned(),
        art: found.art.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect(),
    }))
}
