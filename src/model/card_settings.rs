//! What a site's owner decided about cards, as written; `plan` checks it.

use super::facts::Field;
use super::keep::Keep;

/// The settings under `cards:`.
#[derive(Clone, Debug, PartialEq)]
pub struct CardSettings {
    /// A theme's name.
    pub theme: Option<Field<String>>,
    /// `dark`, `light` or `auto`.
    pub scheme: Option<Field<String>>,
    /// The first is the one that pages name as `og:image`.
    pub sizes: Vec<CardSize>,
    /// `jpeg`, `png` or `webp`.
    pub format: Option<Field<String>>,
    pub limit_bytes: usize,
    /// Whether a card's name carries a hash of its content.
    pub hash_names: bool,
    /// Whether all text stays inside of the centre square.
    pub square_safe: bool,
    /// Whether the cover is written in clean crops, without text, for search engines.
    pub photos: bool,
    /// The brand's colour, such as `#0b7285`.
    pub accent: Option<Field<String>>,
    /// What cards say; everything that the theme shows, where nothing is said.
    pub show: Option<Vec<Field<String>>>,
    /// Families of fonts by their kinds: `sans`, `serif`, `mono`.
    pub fonts: Vec<(String, Field<String>)>,
    /// Whether covers of other hosts may be fetched.
    pub remote_covers: bool,
    /// How long cards stay that no post asks for any more.
    pub keep: Keep,
}

/// One size in which every card is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardSize {
    /// As files and the manifest name it.
    pub name: String,
    pub width_px: u32,
    pub height_px: u32,
}

/// Below this WhatsApp shows the preview at once.
const LIMIT_BYTES: usize = 300_000;
/// X takes no more than 4096, and nobody shows less than 200.
const SIDES_PX: std::ops::RangeInclusive<u32> = 200..=4096;

impl CardSize {
    /// The sizes that have names: for all platforms, for small square previews, for feeds of pictures, for stories.
    pub const NAMED: [(&'static str, u32, u32); 4] =
        [("og", 1200, 630), ("square", 1200, 1200), ("portrait", 1080, 1350), ("story", 1080, 1920)];

    /// What every platform shows whole (`og:image`).
    pub fn og() -> Self {
        Self { name: "og".to_owned(), width_px: 1200, height_px: 630 }
    }

    /// A named size, or one such as `1600x900`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Some((name, width_px, height_px)) = Self::NAMED.iter().find(|(name, ..)| *name == text) {
            return Some(Self { name: (*name).to_owned(), width_px: *width_px, height_px: *height_px });
        }
        let (width, height) = text.split_once(['x', '×'])?;
        let side = |text: &str| text.trim().parse::<u32>().ok().filter(|side| SIDES_PX.contains(side));
        let (width_px, height_px) = (side(width)?, side(height)?);
        Some(Self { name: format!("{width_px}x{height_px}"), width_px, height_px })
    }
}

impl Default for CardSettings {
    fn default() -> Self {
        Self {
            theme: None,
            scheme: None,
            sizes: vec![CardSize::og()],
            format: None,
            limit_bytes: LIMIT_BYTES,
            hash_names: false,
            square_safe: false,
            photos: false,
            accent: None,
            show: None,
            fonts: Vec::new(),
            remote_covers: false,
            keep: Keep::default(),
        }
    }
}
