//! Drawings in SVG, which refer to nothing outside of themselves.

mod cost;
mod fonts;
mod guard;
mod inside;
mod outside;
mod size;

pub use fonts::SvgFonts;
pub use size::size;

use super::{Cover, CoverError};
use crate::paint::space::Number;
use crate::scene::Picture;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, roxmltree};

/// Sixteen megapixels: what a long banner takes to fill a card.
const LIMIT_PIXELS: f32 = 16_000_000.0;

/// Draws an SVG so large that it fills `wanted` at least.
pub fn decode(bytes: &[u8], wanted: (u32, u32), fonts: &SvgFonts) -> Result<Cover, CoverError> {
    let text = guard::text(bytes)?;
    let xml_options =
        roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: guard::LIMIT_NODES, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, xml_options)
        .map_err(|cause| CoverError::new(format!("the SVG is no well-formed XML: {cause}")))?;
    guard::depth(&document)?;
    let mut notices = outside::notices(&document);
    let pictures = inside::Pictures::default();
    let options = Options {
        font_family: fonts.family().to_owned(),
        fontdb: fonts.database(),
        font_resolver: fonts.resolver(),
        image_href_resolver: pictures.resolver(),
        style_sheet: Some(fonts::WEIGHTS.to_owned()),
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|cause| match cause {
        usvg::Error::InvalidSize => CoverError::new("the SVG has no size").hint("give it a `viewBox`"),
        cause => CoverError::new(format!("the SVG cannot be drawn: {cause}")),
    })?;
    drop(options);
    notices.extend(pictures.notices());
    notices.extend(fonts.notices(&tree, &document));
    let picture = drawn(&tree, wanted)?;
    Ok(Cover { picture, notices })
}

fn drawn(tree: &Tree, (width, height): (u32, u32)) -> Result<Picture, CoverError> {
    let (own_width, own_height) = (tree.size().width(), tree.size().height());
    let fills = (width as f32 / own_width).max(height as f32 / own_height);
    let fits = (LIMIT_PIXELS / (own_width * own_height)).sqrt();
    let scale = fills.min(fits);
    let pixels = |length: f32| ((length * scale - 0.01).ceil() as u32).clamp(1, LIMIT_PIXELS as u32);
    let (width_px, height_px) = (pixels(own_width), pixels(own_height));
    if width_px as f32 * height_px as f32 > 1.1 * LIMIT_PIXELS {
        return Err(CoverError::new("the SVG is far longer than wide").hint("give it another `viewBox`"));
    }
    if !cost::is_bearable(tree, scale, width_px as f32 * height_px as f32) {
        let reason = "the SVG has more layers and filters than can be drawn";
        return Err(CoverError::new(reason).hint("simplify the drawing, or save it as PNG"));
    }
    let mut pixmap =
        Pixmap::new(width_px, height_px).ok_or_else(|| CoverError::new("the SVG has no size"))?;
    let stretch = Transform::from_scale(width_px as f32 / own_width, height_px as f32 / own_height);
    resvg::render(tree, stretch, &mut pixmap.as_mut());
    let (mut rgb, mut alpha) = (Vec::new(), Vec::new());
    for &[red, green, blue, opacity] in pixmap.data().as_chunks::<4>().0 {
        rgb.extend([red, green, blue].map(|value| value.divided(opacity)));
        alpha.push(opacity);
    }
    let is_opaque = alpha.iter().all(|&opacity| opacity == u8::MAX);
    Ok(Picture { width_px, height_px, rgb, alpha: (!is_opaque).then_some(alpha) })
}
