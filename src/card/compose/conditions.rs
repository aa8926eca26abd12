//! What holds of a card: the conditions on which a theme's boxes are there.

use crate::card::Card;
use crate::card::content::Content;
use crate::card::layout::Frame;
use crate::card::theme::{Condition, Field};

/// Titles this long are short.
const SHORT_TITLE: usize = 22;

/// Whether a condition of a theme holds for a card.
pub fn holds(content: &Content<'_>, frame: Frame, is_dark: bool, condition: Condition) -> bool {
    let card: &Card<'_> = content.card();
    let shape = frame.width / frame.height;
    let says = |field: Field| !content.says(field).is_empty();
    let small = || card.cover.as_ref().is_some_and(|cover| cover.is_small(frame.width, frame.height));
    match condition {
        Condition::Cover => card.cover.is_some(),
        Condition::NoCover => card.cover.is_none(),
        Condition::SmallCover => small(),
        Condition::FullCover => card.cover.is_some() && !small(),
        Condition::Wide => shape >= 1.4,
        Condition::Square => (0.85..1.4).contains(&shape),
        Condition::Tall => shape < 0.85,
        Condition::NotWide => shape < 1.4,
        Condition::Dark => is_dark,
        Condition::Light => !is_dark,
        Condition::Logo => content.logo().is_some(),
        Condition::NoLogo => content.logo().is_none(),
        Condition::Avatars => !content.avatars().is_empty(),
        Condition::Date => says(Field::Date),
        Condition::Tags => says(Field::Tags),
        Condition::NoTags => !says(Field::Tags),
        Condition::Section => says(Field::Section),
        Condition::NoSection => !says(Field::Section),
        Condition::SquareSafe => card.square_safe,
        Condition::ShortTitle => content.says(Field::Title).chars().count() <= SHORT_TITLE,
    }
}
