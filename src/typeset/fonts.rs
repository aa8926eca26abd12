//! The fonts at hand, in the order in which they are asked for a character.

use super::shape::{Family, Typesetter};
use crate::diag::Diagnostic;
use parley::fontique::Blob;
use skrifa::{FontRef, MetadataProvider};
use std::sync::Arc;

/// A font of the binary: its family, what kind of letters it has (nothing: it stands in for every kind), and its bytes.
type Bundled = (&'static str, Option<Family>, &'static [u8]);

const BUNDLED: &[Bundled] = &[
    ("Inter", Some(Family::Sans), include_bytes!("../../fonts/inter/InterDisplay-Bold.ttf")),
    ("Inter", Some(Family::Sans), include_bytes!("../../fonts/inter/Inter-Medium.ttf")),
    ("Noto Sans Arabic", None, include_bytes!("../../fonts/noto-sans-arabic/NotoSansArabic-Bold.ttf")),
    ("Noto Sans Arabic", None, include_bytes!("../../fonts/noto-sans-arabic/NotoSansArabic-Regular.ttf")),
    ("Noto Sans Hebrew", None, include_bytes!("../../fonts/noto-sans-hebrew/NotoSansHebrew-Bold.ttf")),
    ("Noto Sans Hebrew", None, include_bytes!("../../fonts/noto-sans-hebrew/NotoSansHebrew-Regular.ttf")),
    (
        "Noto Sans CJK JP",
        None,
        include_bytes!("../../fonts/noto-sans-cjk-jp/NotoSansCJKjp-Bold-JISX0208.otf"),
    ),
];

/// One font file.
#[derive(Clone)]
pub(super) struct Font {
    pub blob: Blob<u8>,
    /// Files of one family are chosen among by their weights.
    pub family: String,
    /// Nothing where it stands in for every kind.
    pub kind: Option<Family>,
}

/// An immutable list of fonts, cheap to clone.
#[derive(Clone)]
pub struct FontBook {
    fonts: Arc<Vec<Font>>,
}

impl FontBook {
    /// The fonts that the binary carries: Latin, Greek, Cyrillic, Arabic, Hebrew and Japanese.
    pub fn bundled() -> Self {
        let font = |(family, kind, bytes): &Bundled| Font {
            blob: Blob::new(Arc::new(*bytes)),
            family: (*family).to_owned(),
            kind: *kind,
        };
        Self { fonts: Arc::new(BUNDLED.iter().map(font).collect()) }
    }

    /// These fonts, and after them the given files; one that is no font is reported.
    pub fn with(self, files: Vec<(String, Vec<u8>)>, said: &mut Vec<Diagnostic>) -> Self {
        let mut fonts = Vec::clone(&self.fonts);
        for (name, bytes) in files {
            if FontRef::from_index(&bytes, 0).is_err() {
                said.push(Diagnostic::warning("font-unreadable", "the file is not a font").in_file(name));
                continue;
            }
            let family = format!("font {}", fonts.len());
            fonts.push(Font { blob: Blob::new(Arc::new(bytes)), family, kind: None });
        }
        Self { fonts: Arc::new(fonts) }
    }

    /// The characters that no font has, each once; white space and what is never seen do not count.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let maps: Vec<_> =
            self.fonts.iter().filter_map(|font| FontRef::from_index(font.blob.data(), 0).ok()).collect();
        let maps: Vec<_> = maps.iter().map(MetadataProvider::charmap).collect();
        let mut missing: Vec<char> = Vec::new();
        for c in text.chars().filter(|&c| is_seen(c)) {
            if !missing.contains(&c) && !maps.iter().any(|map| map.map(c).is_some()) {
                missing.push(c);
            }
        }
        missing
    }

    /// A typesetter for one thread.
    pub fn typesetter(&self) -> Typesetter {
        Typesetter::new(self.clone())
    }

    /// The families to ask for text of a kind, in order: those of the kind, the sans, and what stands in for all.
    pub(super) fn families(&self, kind: Family) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for wanted in [Some(kind), Some(Family::Sans), None] {
            for font in self.fonts.iter().filter(|font| font.kind == wanted) {
                if !names.contains(&font.family) {
                    names.push(font.family.clone());
                }
            }
        }
        names
    }

    pub(super) fn fonts(&self) -> &[Font] {
        &self.fonts
    }
}

/// Whether a character has a shape of its own: not so joiners, direction marks and variation selectors.
pub(super) fn is_seen(c: char) -> bool {
    let unseen = matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
    );
    !c.is_whitespace() && !c.is_control() && !unseen
}
