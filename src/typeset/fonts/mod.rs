//! The fonts at hand, in the order in which they are asked for a character.

mod bundled;
mod choice;
mod coverage;
mod emoji;
mod family;
mod look;
mod noto;
mod runs;
#[cfg(test)]
mod tests;

pub(super) use choice::Fonts;
pub use look::{Held, held};
pub use noto::noto_family;

use super::shape::{Family, Typesetter};
use crate::diag::Diagnostic;
use bundled::{BUNDLED, Bundled};
use family::{Cut, FontFamily, Given, GivenFamily, GivenFile, Origin};
use std::fmt;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// From here on a family's display cut is used, where it has one. Inter's optical axis ends at 32 px, and a card is
/// looked at in half of its size.
const DISPLAY_FROM_PX: f32 = 40.0;

/// An immutable list of fonts, cheap to clone.
#[derive(Clone)]
pub struct FontBook {
    families: Vec<Arc<FontFamily>>,
    /// For each kind, the family that goes before all others.
    preferred: Vec<(Family, usize)>,
}

/// A family that is neither in the binary nor among the files that were handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFamily {
    /// The families that there are, those of the site first.
    pub known: Vec<String>,
}

impl fmt::Display for UnknownFamily {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no font has this family; there are {}", self.known.join(", "))
    }
}

impl FontBook {
    /// The fonts that the binary carries: `fonts/README.md` lists them.
    pub fn bundled() -> Self {
        let family = |(number, bundled): (usize, &'static Bundled)| FontFamily {
            name: bundled.name.to_owned(),
            key: format!("binary {number}"),
            kind: bundled.kind,
            cut: bundled.cut,
            is_colored: bundled.is_colored,
            origin: Origin::Binary(bundled),
        };
        let families = BUNDLED.iter().enumerate().map(|each| Arc::new(family(each))).collect();
        Self { families, preferred: Vec::new() }
    }

    /// These fonts, and after them a site's files (TrueType, OpenType, collections, WOFF, WOFF2), each with its name;
    /// one that cannot be used is reported. Files of one family are one family. A colour font goes before the binary's.
    pub fn with_site(self, files: Vec<(String, Vec<u8>)>, said: &mut Vec<Diagnostic>) -> Self {
        self.with(files, Origin::Site, said)
    }

    /// These fonts, and after them some of the machine's.
    pub fn with_machine(self, files: Vec<(String, Vec<u8>)>, said: &mut Vec<Diagnostic>) -> Self {
        self.with(files, Origin::Machine, said)
    }

    fn with(
        mut self,
        files: Vec<(String, Vec<u8>)>,
        origin: fn(Given) -> Origin,
        said: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut added: Vec<GivenFamily> = Vec::new();
        for (file_name, bytes) in files {
            match GivenFile::read(bytes) {
                Ok((blob, faces)) => {
                    faces.into_iter().for_each(|face| family::add(&mut added, &file_name, &blob, face));
                }
                Err(reason) => {
                    let message = format!("the font cannot be used: {reason}");
                    said.push(Diagnostic::warning("font-unreadable", message).in_file(file_name));
                }
            }
        }
        self.families.extend(added.into_iter().map(|family| Arc::new(family.with(origin))));
        self
    }

    /// These fonts, with a family before all others of a kind, as a theme or the settings name it.
    pub fn prefer(mut self, kind: Family, family_name: &str) -> Result<Self, UnknownFamily> {
        let wanted = family_name.trim().to_lowercase();
        let of_site = |family: &Arc<FontFamily>| !matches!(family.origin, Origin::Binary(_));
        let mut all: Vec<(usize, &Arc<FontFamily>)> =
            self.families.iter().enumerate().filter(|(_, family)| !family.is_colored).collect();
        all.sort_by_key(|(_, family)| !of_site(family));
        match all.iter().find(|(_, family)| family.name.to_lowercase() == wanted) {
            Some(&(at, _)) => {
                self.preferred.retain(|(known, _)| *known != kind);
                self.preferred.push((kind, at));
                Ok(self)
            }
            None => {
                let mut known: Vec<String> = Vec::new();
                for (_, family) in all {
                    if !known.contains(&family.name) {
                        known.push(family.name.clone());
                    }
                }
                Err(UnknownFamily { known })
            }
        }
    }

    /// The characters that no font has, each once; white space and what is never seen do not count.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing: Vec<char> = Vec::new();
        // The binary's first family has all of ASCII.
        if text.is_ascii() {
            return missing;
        }
        let any = |c: char| self.families.iter().any(|family| family.has(c));
        let colored = |c: char| self.families.iter().any(|family| family.is_colored && family.has(c));
        for cluster in text.graphemes(true) {
            let mut note = |c: char| {
                if !missing.contains(&c) {
                    missing.push(c);
                }
            };
            if cluster.is_ascii() || emoji::is_emoji(cluster) && emoji::parts(cluster).all(colored) {
                continue;
            }
            cluster.chars().filter(|&c| is_seen(c) && !c.is_ascii() && !any(c)).for_each(&mut note);
        }
        missing
    }

    /// The files of the binary's sans for running text, in which drawings set theirs.
    pub fn text_faces(&self) -> Vec<Arc<dyn AsRef<[u8]> + Send + Sync>> {
        let is_text = |bundled: &&Bundled| bundled.kind == Some(Family::Sans) && bundled.cut == Cut::Text;
        let blobs = BUNDLED.iter().find(is_text).map(Bundled::blobs).unwrap_or_default();
        blobs.iter().map(|blob| Arc::new(blob.clone()) as Arc<dyn AsRef<[u8]> + Send + Sync>).collect()
    }

    /// A typesetter for one thread.
    pub fn typesetter(&self) -> Typesetter {
        Typesetter::new(self.clone())
    }

    /// The families to ask for text of a kind and size, in order: the preferred, those of the kind, the sans, what
    /// stands in for all, the other kinds, and last those in colour.
    fn order(&self, kind: Family, size_px: f32) -> Vec<usize> {
        let cut = if size_px >= DISPLAY_FROM_PX { Cut::Display } else { Cut::Text };
        let preferred = self.preferred.iter().filter(|(known, _)| *known == kind).map(|(_, at)| *at);
        let mut order: Vec<usize> = preferred.collect();
        let wanted = [Some(kind), Some(Family::Sans), None, Some(Family::Serif), Some(Family::Mono)];
        for wanted in wanted {
            for other_cut in [false, true] {
                for (at, family) in self.families.iter().enumerate() {
                    let is_other = family.cut != Cut::Any && family.cut != cut;
                    let fits = family.kind == wanted && !family.is_colored && is_other == other_cut;
                    if fits && !order.contains(&at) {
                        order.push(at);
                    }
                }
            }
        }
        order.extend(self.colored());
        order
    }

    /// The families in colour: the site's, the binary's, the machine's.
    fn colored(&self) -> Vec<usize> {
        let rank = |family: &FontFamily| match family.origin {
            Origin::Site(_) => 0,
            Origin::Binary(_) => 1,
            Origin::Machine(_) => 2,
        };
        let colored = self.families.iter().enumerate().filter(|(_, family)| family.is_colored);
        let mut ranked: Vec<(usize, usize)> = colored.map(|(at, family)| (rank(family), at)).collect();
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, at)| at).collect()
    }
}

/// Whether a character has a shape of its own: not so joiners, direction marks and variation selectors.
pub(super) fn is_seen(c: char) -> bool {
    let unseen = matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
    );
    !c.is_whitespace() && !c.is_control() && !unseen
}
