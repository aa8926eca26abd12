//! The theme in which the cover fills the card: title and byline stand at its foot, over a scrim no stronger than it must be.

use super::{Card, Composed, backdrop, scrim};
use crate::paint::Chroma;
use crate::scene::{Color, Fill, Item, PlacedPicture, Rect, Scene};
use crate::typeset::{Align, Block, Family, Step, Style, Text, Typesetter, fit};
use std::sync::Arc;

/// Platforms lay their own words over the rim.
const MARGIN_PX: f32 = 64.0;
const BYLINE_PX: f32 = 28.0;
const BYLINE_ALPHA: f32 = 0.9;
/// Between the title's last line and the byline.
const GAP_PX: f32 = 22.0;
/// The title takes no more of the card's height than this, so that some of the picture is seen.
const TITLE_SHARE: f32 = 0.62;

const STEPS: [(f32, usize); 8] =
    [(84.0, 3), (76.0, 3), (68.0, 3), (60.0, 3), (60.0, 4), (54.0, 4), (48.0, 4), (44.0, 5)];

/// Places a card.
pub fn compose(card: &Card<'_>, typesetter: &mut Typesetter) -> Composed {
    let (width, height) = (card.width_px as f32, card.height_px as f32);
    let room = width - 2.0 * MARGIN_PX;
    // A title of nothing but spaces leaves the site's name to speak.
    let title = if card.title.trim().is_empty() { card.site_name } else { card.title };
    let steps = STEPS.map(|(size_px, lines)| Step { size_px, lines });
    let style = Style {
        family: Family::Sans,
        weight: 700.0,
        size_px: 84.0,
        tracking_em: -0.02,
        leading_em: 1.1,
        color: Color::WHITE,
        align: Align::Start,
        language: card.language,
        rtl: None,
        tabular: false,
        break_words: false,
    };
    let text = Text { text: title, style, steps: &steps, width_px: room, height_px: height * TITLE_SHARE };
    let fitted = fit(typesetter, &text);
    let byline = byline(card, typesetter, room, fitted.block.rtl);
    let byline_top = height - MARGIN_PX - byline.height;
    let title_top = byline_top - if byline.lines.is_empty() { 0.0 } else { GAP_PX } - fitted.block.height;

    let (background, chroma) = match &card.cover {
        Some(cover) => (cover.clone(), Chroma::Half),
        None => (backdrop::paint(card.seed, card.width_px, card.height_px), Chroma::Full),
    };
    let boxes = [
        boxes(&fitted.block, title_top, fitted.size_px, 1.0),
        boxes(&byline, byline_top, BYLINE_PX, BYLINE_ALPHA),
    ]
    .concat();
    let scrim = scrim::weakest(&background, &boxes, title_top, width, height);
    let mut items = vec![Item::Picture(PlacedPicture::whole(Arc::new(background)))];
    items.extend(scrim.fill.map(|paint| Item::Fill(Fill::whole(paint))));
    items.extend(placed(fitted.block, title_top));
    items.extend(placed(byline, byline_top));
    Composed {
        scene: Scene { width_px: card.width_px, height_px: card.height_px, items },
        contrast: scrim.contrast,
        title_cut: fitted.cut,
        chroma,
    }
}

/// The site's name and the date in one line; the name is shortened where both do not fit.
fn byline(card: &Card<'_>, typesetter: &mut Typesetter, room: f32, rtl: bool) -> Block {
    let style = Style {
        family: Family::Sans,
        weight: 500.0,
        size_px: BYLINE_PX,
        tracking_em: 0.0,
        leading_em: 1.25,
        color: Color::WHITE.with_alpha(BYLINE_ALPHA),
        align: Align::Start,
        language: card.language,
        tabular: false,
        break_words: false,
        rtl: Some(rtl),
    };
    let missing = typesetter.missing(card.site_name);
    let mut name: String = card.site_name.chars().filter(|c| !missing.contains(c)).collect();
    let mut ellipsis = "";
    let steps = [Step { size_px: BYLINE_PX, lines: 1 }];
    loop {
        let name_shown = format!("{}{ellipsis}", name.trim_end());
        let parts: Vec<&str> = [Some(name_shown.as_str()), card.date.as_deref()]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        // Each part keeps its own direction (Unicode's isolates): a Latin name must not turn an Arabic date around.
        let isolated: Vec<String> = parts.iter().map(|part| format!("\u{2068}{part}\u{2069}")).collect();
        let text = isolated.join(" · ");
        if text.is_empty() {
            return Block { lines: Vec::new(), height: 0.0, rtl, trim_top: 0.0, trim_bottom: 0.0 };
        }
        let asked = Text { text: &text, style, steps: &steps, width_px: room, height_px: f32::INFINITY };
        let fitted = fit(typesetter, &asked);
        if !fitted.cut || name.is_empty() {
            return fitted.block;
        }
        name.pop();
        ellipsis = "…";
    }
}

/// Where a block's lines stand on the card, with the opacity of their ink.
fn boxes(block: &Block, top: f32, size_px: f32, alpha: f32) -> Vec<(Rect, f32)> {
    let line = |line: &crate::typeset::Line| {
        let baseline = top + line.baseline;
        let left = MARGIN_PX + line.left;
        // From above the accents to below the descenders.
        (
            Rect {
                left,
                top: baseline - size_px,
                right: left + line.width,
                bottom: baseline + 0.28 * size_px,
            },
            alpha,
        )
    };
    block.lines.iter().map(line).collect()
}

fn placed(block: Block, top: f32) -> impl Iterator<Item = Item> {
    block.lines.into_iter().flat_map(|line| line.runs).map(move |mut run| {
        for glyph in &mut run.glyphs {
            glyph.x += MARGIN_PX;
            glyph.y += top;
        }
        Item::Glyphs(run)
    })
}
