//! From text to placed glyphs: fonts, shaping, lines, and titles that fit.

mod block;
mod breaks;
mod cut;
mod fit;
mod fonts;
mod hang;
mod heft;
mod ink;
mod kern;
mod lines;
mod measure;
mod place;
mod script;
mod shape;
#[cfg(test)]
mod tests;
mod tidy;

pub use block::{Block, Line};
pub use fit::{Fitted, Step, Text, fit, fit_beginning, fit_whole};
pub use fonts::{FontBook, Held, UnknownFamily, held, noto_family};
pub use shape::{Align, Family, Style, Typesetter};
