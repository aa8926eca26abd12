//! From text to placed glyphs: fonts, shaping, lines, and titles that fit.

mod bind;
mod fit;
mod fonts;
mod shape;
#[cfg(test)]
mod tests;

pub use fit::{Fitted, fit_title};
pub use fonts::FontBook;
pub use shape::{Block, Line, Role, Style, Typesetter};
