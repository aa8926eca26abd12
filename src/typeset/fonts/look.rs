//! Looks into font files: what they are, what their families are called, what they can show.

use super::coverage::Coverage;
use skrifa::bitmap::BitmapStrikes;
use skrifa::color::ColorGlyphCollection;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// One face of a font file.
pub struct Face {
    /// Its number in a collection.
    pub index: u32,
    /// As the name table has it (typographic family, else family).
    pub family: Option<String>,
    pub coverage: Coverage,
    pub is_colored: bool,
}

/// The plain bytes of a font that may be packed as WOFF or WOFF2.
pub fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>, &'static str> {
    match bytes.get(..4) {
        Some(b"wOF2") => wuff::decompress_woff2(&bytes).map_err(|_| "it is damaged WOFF2"),
        Some(b"wOFF") => wuff::decompress_woff1(&bytes).map_err(|_| "it is damaged WOFF"),
        _ => Ok(bytes),
    }
}

/// The faces of a file that can be used, or why there is none.
pub fn faces(bytes: &[u8]) -> Result<Vec<Face>, &'static str> {
    let count = match skrifa::raw::FileRef::new(bytes) {
        Ok(skrifa::raw::FileRef::Font(_)) => 1,
        Ok(skrifa::raw::FileRef::Collection(collection)) => collection.len(),
        Err(_) => return Err(not_a_font(bytes)),
    };
    let faces: Vec<Face> = (0..count).filter_map(|index| face(bytes, index)).collect();
    if faces.is_empty() { Err("it has no table of characters, or no outlines") } else { Ok(faces) }
}

fn not_a_font(bytes: &[u8]) -> &'static str {
    let start = bytes.trim_ascii_start();
    if bytes.is_empty() {
        "it is empty"
    } else if start.starts_with(b"<") {
        "it is a page, not a font; it may have been saved from a link to the font"
    } else if start.starts_with(b"version https://git-lfs") {
        "it is a pointer of Git LFS, not the font itself"
    } else {
        "it is no TrueType, OpenType or WOFF font"
    }
}

fn face(bytes: &[u8], index: u32) -> Option<Face> {
    let font = FontRef::from_index(bytes, index).ok()?;
    // Both are asked for by whoever shapes and draws.
    font.head().ok().and(font.hhea().ok()).and(font.maxp().ok())?;
    let charmap = font.charmap();
    if !charmap.has_map() {
        return None;
    }
    let is_colored = font.colr().is_ok() || !BitmapStrikes::new(&font).is_empty();
    if !is_colored && font.outline_glyphs().format().is_none() {
        return None;
    }
    let name =
        |id| font.localized_strings(id).english_or_first().map(|name| name.chars().collect::<String>());
    let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME)
        .or_else(|| name(StringId::FAMILY_NAME))
        .filter(|name| !name.is_empty());
    let coverage = Coverage::of(charmap.mappings().map(|(c, _)| c));
    Some(Face { index, family, coverage, is_colored })
}

/// Whether a character that a face maps has a shape: an outline, colours or a bitmap.
pub fn shows(bytes: &[u8], index: u32, c: char) -> bool {
    let Ok(font) = FontRef::from_index(bytes, index) else { return false };
    let Some(glyph) = font.charmap().map(c).filter(|glyph| glyph.to_u32() != 0) else { return false };
    c.is_whitespace() || has_shape(&font, glyph)
}

fn has_shape(font: &FontRef<'_>, glyph: GlyphId) -> bool {
    let mut pen = Mark(false);
    if let Some(outline) = font.outline_glyphs().get(glyph) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if outline.draw(settings, &mut pen).is_ok() && pen.0 {
            return true;
        }
    }
    ColorGlyphCollection::new(font).get(glyph).is_some()
        || BitmapStrikes::new(font).iter().any(|strike| strike.get(glyph).is_some())
}

/// Notes whether anything is drawn at all.
struct Mark(bool);

impl OutlinePen for Mark {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn close(&mut self) {}
}

/// A face of a font file that can show some of the characters that were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// As the name table has it.
    pub family: String,
    pub characters: Vec<char>,
    /// From 100 to 900; a variable face has the one of its weights that is nearest to a title's.
    pub weight: f32,
    pub is_upright: bool,
    pub is_normal_width: bool,
}

/// A title's weight.
const BOLD: f32 = 700.0;

/// The faces of a font file that can show any of these characters, each with a shape; none where it is no font.
pub fn held(bytes: Vec<u8>, wanted: &[char]) -> Vec<Held> {
    let Ok(bytes) = unpacked(bytes) else { return Vec::new() };
    let Ok(faces) = faces(&bytes) else { return Vec::new() };
    let mut all = Vec::new();
    for face in faces {
        let mapped = wanted.iter().copied().filter(|&c| face.coverage.has(c));
        let characters: Vec<char> = mapped.filter(|&c| shows(&bytes, face.index, c)).collect();
        let Ok(font) = FontRef::from_index(&bytes, face.index) else { continue };
        if characters.is_empty() {
            continue;
        }
        let attributes = font.attributes();
        let axis = font.axes().get_by_tag(skrifa::Tag::new(b"wght"));
        let weight = axis.map_or(attributes.weight.value(), |axis| {
            BOLD.clamp(axis.min_value(), axis.max_value().max(axis.min_value()))
        });
        all.push(Held {
            family: face.family.unwrap_or_default(),
            characters,
            weight,
            is_upright: attributes.style == skrifa::attribute::Style::Normal,
            is_normal_width: attributes.stretch == skrifa::attribute::Stretch::NORMAL,
        });
    }
    all
}
