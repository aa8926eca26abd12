//! From text to placed glyphs: fonts, shaping, lines, and titles that fit.

mod bind;
mod fit;
mod fonts;
mod shape;
#[cfg(test)]
mod tests;

pub use fit::{Fitted, Step, Text, fit};
pub use fonts::{FontBook, Held, UnknownFamily, held, noto_family};
pub use shape::{Align, Block, Family, Line, Style, Typesetter};
