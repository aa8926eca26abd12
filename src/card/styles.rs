//! A theme's boxes in the terms of the layout library.

use super::theme::{Direction, Justify, Length, Node, Place, Sides};
use taffy::prelude::*;

/// The style of a box; `unit` is the theme's pixel.
pub fn style(node: &Node, unit: f32) -> Style {
    let grid = node.columns.is_some() || node.rows.is_some();
    let display = if grid { Display::Grid } else { Display::Flex };
    let inset = node.at.map(|at| Rect {
        left: auto_or(at.start, unit),
        right: auto_or(at.end, unit),
        top: auto_or(at.top, unit),
        bottom: auto_or(at.bottom, unit),
    });
    Style {
        display,
        position: if inset.is_some() { Position::Absolute } else { Position::Relative },
        inset: inset.unwrap_or(Rect::auto()),
        size: Size { width: dimension(node.width, unit), height: dimension(node.height, unit) },
        // Text may always shrink: its size is found by fitting it.
        min_size: Size {
            width: node.min_width.map_or(LengthPercentageAuto::length(0.0), |length| sided(length, unit)),
            height: auto_or(node.min_height, unit),
        },
        max_size: Size { width: auto_or(node.max_width, unit), height: auto_or(most_height(node), unit) },
        margin: node.margin.map_or(Rect::zero(), |sides| edges(sides, |length| sided(length, unit))),
        padding: node.padding.map_or(Rect::zero(), |sides| edges(sides, |length| inner(length, unit))),
        gap: node.gap.map_or(Size::zero(), |gap| Size { width: inner(gap, unit), height: inner(gap, unit) }),
        align_items: node.align.map_or(AlignItems::NORMAL, align_items),
        align_self: node.align_self.map(align_items),
        justify_content: node.justify.map_or(JustifyContent::NORMAL, justify_content),
        flex_direction: flex_direction(node.direction.unwrap_or(Direction::Column)),
        flex_wrap: if node.wrap == Some(true) { FlexWrap::Wrap } else { FlexWrap::NoWrap },
        flex_grow: node.grow.unwrap_or(0.0),
        // Only text gives way; pictures and rows keep their sizes.
        flex_shrink: node.shrink.unwrap_or(if node.say.is_some() { 1.0 } else { 0.0 }),
        grid_template_columns: tracks(node.columns.as_deref()),
        grid_template_rows: tracks(node.rows.as_deref()),
        ..Style::default()
    }
}

/// A text is set so that it keeps to its height, which is a share of the card; as a share of the box around it would cut off
/// lines that are there.
fn most_height(node: &Node) -> Option<Length> {
    node.max_height.filter(|_| node.say.is_none())
}

fn tracks(shares: Option<&[f32]>) -> Vec<GridTemplateComponent<String>> {
    shares.unwrap_or_default().iter().map(|&share| fr(share)).collect()
}

fn dimension(length: Option<Length>, unit: f32) -> Dimension {
    match length {
        Some(Length::Px(px)) => Dimension::length(px * unit),
        Some(Length::Share(share)) => Dimension::percent(share),
        None => Dimension::auto(),
    }
}

fn sided(length: Length, unit: f32) -> LengthPercentageAuto {
    match length {
        Length::Px(px) => LengthPercentageAuto::length(px * unit),
        Length::Share(share) => LengthPercentageAuto::percent(share),
    }
}

fn auto_or(length: Option<Length>, unit: f32) -> LengthPercentageAuto {
    length.map_or(LengthPercentageAuto::auto(), |length| sided(length, unit))
}

fn inner(length: Length, unit: f32) -> LengthPercentage {
    match length {
        Length::Px(px) => LengthPercentage::length(px * unit),
        Length::Share(share) => LengthPercentage::percent(share),
    }
}

fn edges<T>(sides: Sides, of: impl Fn(Length) -> T) -> Rect<T> {
    Rect { left: of(sides.start), right: of(sides.end), top: of(sides.top), bottom: of(sides.bottom) }
}

fn flex_direction(direction: Direction) -> FlexDirection {
    match direction {
        Direction::Row => FlexDirection::Row,
        Direction::Column => FlexDirection::Column,
        Direction::RowReverse => FlexDirection::RowReverse,
        Direction::ColumnReverse => FlexDirection::ColumnReverse,
    }
}

fn justify_content(justify: Justify) -> JustifyContent {
    match justify {
        Justify::Start => JustifyContent::START,
        Justify::Center => JustifyContent::CENTER,
        Justify::End => JustifyContent::END,
        Justify::SpaceBetween => JustifyContent::SPACE_BETWEEN,
        Justify::SpaceAround => JustifyContent::SPACE_AROUND,
    }
}

fn align_items(place: Place) -> AlignItems {
    match place {
        Place::Start => AlignItems::START,
        Place::Center => AlignItems::CENTER,
        Place::End => AlignItems::END,
        Place::Stretch => AlignItems::STRETCH,
    }
}
