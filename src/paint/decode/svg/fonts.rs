//! The fonts that a drawing's text is set in.

use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Font, FontFamily, FontResolver, Group, Node, Text, Tree};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Turns weights into settings of variable fonts, which the renderer does not do by itself.
pub const WEIGHTS: &str = r#"
[font-weight="100"] { font-variation-settings: "wght" 100 }
[font-weight="200"] { font-variation-settings: "wght" 200 }
[font-weight="300"] { font-variation-settings: "wght" 300 }
[font-weight="500"] { font-variation-settings: "wght" 500 }
[font-weight="600"] { font-variation-settings: "wght" 600 }
[font-weight="700"] { font-variation-settings: "wght" 700 }
[font-weight="800"] { font-variation-settings: "wght" 800 }
[font-weight="900"] { font-variation-settings: "wght" 900 }
[font-weight="bold"] { font-variation-settings: "wght" 700 }
[font-weight="normal"] { font-variation-settings: "wght" 400 }
"#;

/// Fonts for the text of drawings.
///
/// The first, and those whose families begin with the same word, stand in for what a drawing names and is not there.
#[derive(Clone, Debug, Default)]
pub struct SvgFonts {
    database: Arc<Database>,
    family: String,
}

impl SvgFonts {
    /// Reads the names of fonts; what is no font is passed over.
    pub fn new(fonts: impl IntoIterator<Item = Arc<dyn AsRef<[u8]> + Send + Sync>>) -> Self {
        let mut database = Database::new();
        for bytes in fonts {
            database.load_font_source(Source::Binary(bytes));
        }
        let first = database.faces().next().and_then(|face| face.families.first());
        let family = first.map(|(name, _)| name.clone()).unwrap_or_default();
        // What the renderer asks for where it finds nothing else.
        database.set_serif_family(family.clone());
        Self { database: Arc::new(database), family }
    }

    pub(super) fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }

    /// The family of the first font.
    pub(super) fn family(&self) -> &str {
        &self.family
    }

    /// How the drawing's fonts are found.
    pub(super) fn resolver(&self) -> FontResolver<'_> {
        let by_name = FontResolver::default_font_selector();
        FontResolver {
            select_font: Box::new(move |font, database| {
                let is_there = font.families().iter().any(|family| match family {
                    FontFamily::Named(name) => self.is_there(name) && !self.stands_in(name),
                    _ => false,
                });
                if is_there { by_name(font, database) } else { self.stand_in(font) }
            }),
            select_fallback: FontResolver::default_fallback_selector(),
        }
    }

    /// The face of the first font's family whose weight is nearest.
    fn stand_in(&self, font: &Font) -> Option<ID> {
        let faces = self.database.faces();
        let own = faces.filter(|face| face.families.iter().any(|(name, _)| self.stands_in(name)));
        own.min_by_key(|face| face.weight.0.abs_diff(font.weight())).map(|face| face.id)
    }

    fn stands_in(&self, family: &str) -> bool {
        let word = self.family.split(' ').next().unwrap_or_default();
        family.split(' ').next() == Some(word)
    }

    /// Says which characters no font has, and which fonts are not there.
    pub(super) fn notices(&self, tree: &Tree, document: &Document) -> Vec<String> {
        let has_text =
            |document: &Document| document.descendants().any(|node| node.tag_name().name() == "text");
        if self.database.is_empty() && has_text(document) {
            return vec!["has text, for which no font is there; convert its text to paths".to_owned()];
        }
        let mut asked = Asked::default();
        asked.visit(tree.root());
        let missing: Vec<String> = asked
            .characters
            .iter()
            .filter(|&&c| !self.has(c))
            .map(|&c| format!("`{c}` (U+{:04X})", u32::from(c)))
            .collect();
        let mut notices = Vec::new();
        if let Some(named) = missing.get(..missing.len().min(8)).filter(|named| !named.is_empty()) {
            let more = missing.len() - named.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let named = named.join(", ");
            notices
                .push(format!("has text with {named}{more}, which no font has; convert its text to paths"));
        }
        let absent: Vec<String> = asked
            .families
            .iter()
            .filter(|family| !self.is_there(family))
            .map(|family| format!("`{family}`"))
            .collect();
        if !absent.is_empty() && !self.family.is_empty() {
            let (absent, own) = (absent.join(", "), &self.family);
            notices
                .push(format!("has text in {absent}, for which {own} stands in; convert its text to paths"));
        }
        notices
    }

    fn has(&self, c: char) -> bool {
        self.database.faces().any(|face| {
            let glyph = self.database.with_face_data(face.id, |bytes, index| {
                FontRef::from_index(bytes, index).ok().and_then(|font| font.charmap().map(c))
            });
            glyph.flatten().is_some()
        })
    }

    fn is_there(&self, family: &str) -> bool {
        let mut names = self.database.faces().flat_map(|face| &face.families);
        names.any(|(name, _)| name.eq_ignore_ascii_case(family))
    }
}

/// What a drawing's text needs.
#[derive(Default)]
struct Asked {
    characters: BTreeSet<char>,
    families: BTreeSet<String>,
}

impl Asked {
    fn visit(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Group(group) => self.visit(group),
                Node::Text(text) => self.read(text),
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }

    fn read(&mut self, text: &Text) {
        for chunk in text.chunks() {
            self.characters.extend(chunk.text().chars().filter(|&c| is_drawn(c)));
            for span in chunk.spans() {
                // The first that is named is the one that was meant.
                if let Some(FontFamily::Named(name)) = span.font().families().first() {
                    self.families.insert(name.clone());
                }
            }
        }
    }
}

/// Whether a character needs a glyph: spaces, joiners and variation selectors do not.
fn is_drawn(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
