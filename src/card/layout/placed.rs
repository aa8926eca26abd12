//! Boxes and texts at their places: what the layout gives.

use crate::card::theme::Node;
use crate::scene::Rect;
use crate::typeset::Block;

/// A box with its place on the card, in the order in which boxes are painted.
pub struct Placed {
    pub node: Node,
    pub rect: Rect,
    pub text: Option<PlacedText>,
}

/// A text that was set in its box.
pub struct PlacedText {
    pub block: Block,
    pub size_px: f32,
    /// The box without its padding, from the first line's capitals to the last baseline.
    pub rect: Rect,
    pub is_title: bool,
    /// Whether an ellipsis stands for the rest of it.
    pub cut: bool,
}

/// The size of a card, and what a theme's pixel is on it.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub width: f32,
    pub height: f32,
    /// How many pixels of the card are one of the theme's.
    pub unit: f32,
}

impl PlacedText {
    /// Where the block's own top left corner stands.
    pub fn origin(&self) -> (f32, f32) {
        (self.rect.left, self.rect.top - self.block.trim_top)
    }
}

impl Frame {
    /// A theme is drawn for 1200×630; on other cards all grows with the root of the area.
    pub fn of(width_px: u32, height_px: u32) -> Self {
        let (width, height) = (width_px as f32, height_px as f32);
        Self { width, height, unit: (width * height / (1200.0 * 630.0)).sqrt() }
    }
}
