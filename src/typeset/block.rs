//! Lines at their places: what `fit` gives.

use crate::scene::GlyphRun;

/// A line of a block; lengths from the block's top left corner.
///
/// Its edges are those of its ink, with what hangs: a quotation mark at the beginning stands outside the block, left of 0 where
/// text runs from the left.
#[derive(Clone, Debug)]
pub struct Line {
    pub runs: Vec<GlyphRun>,
    /// As it is read, with the hyphen or the ellipsis that was added.
    pub text: String,
    pub left: f32,
    pub width: f32,
    pub top: f32,
    pub bottom: f32,
    pub baseline: f32,
    /// How much of the ink hangs outside the edges as the eye sees them, left and right.
    pub hangs: (f32, f32),
}

/// Lines that were set together, as wide as they were asked to be.
#[derive(Clone, Debug)]
pub struct Block {
    pub lines: Vec<Line>,
    /// With half the leading above and below; no ink is outside.
    pub height: f32,
    pub rtl: bool,
    /// From the block's top to what looks like the text's top: that of its capitals, or of its ink where a script has no
    /// capitals or marks stand high above them.
    pub trim_top: f32,
    /// From what looks like the text's foot to the block's bottom: the last baseline, or the ink of scripts that have none.
    pub trim_bottom: f32,
}

impl Block {
    /// No lines.
    pub fn empty(rtl: bool) -> Self {
        Self { lines: Vec::new(), height: 0.0, rtl, trim_top: 0.0, trim_bottom: 0.0 }
    }

    /// The ink of the widest line.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// From the text's top to its foot, as they look.
    pub fn trimmed_height(&self) -> f32 {
        self.height - self.trim_top - self.trim_bottom
    }
}
