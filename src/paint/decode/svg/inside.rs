//! Pictures that a drawing carries within itself.

use super::{SvgFonts, guard};
use crate::paint::decode::{self, Cover};
use crate::scene::Picture;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options};
use std::sync::{Arc, Mutex};

/// As many as all of them may have together, in pixels.
const LIMIT_PIXELS: u64 = 50_000_000;

/// Decodes embedded pictures as covers are, so that they are upright and in sRGB, and remembers what was amiss.
#[derive(Default)]
pub struct Pictures(Mutex<Told>);

#[derive(Default)]
struct Told {
    pixels: u64,
    notices: Vec<String>,
}

impl Pictures {
    /// How the drawing's references are resolved: those to files and to the network never are.
    pub fn resolver(&self) -> ImageHrefResolver<'_> {
        ImageHrefResolver {
            resolve_data: Box::new(|media_type, data, options| self.embedded(media_type, &data, options)),
            resolve_string: Box::new(|_, _| None),
        }
    }

    pub fn notices(self) -> Vec<String> {
        let mut notices = self.0.into_inner().map(|told| told.notices).unwrap_or_default();
        notices.dedup();
        notices
    }

    fn embedded(&self, media_type: &str, data: &[u8], options: &Options) -> Option<ImageKind> {
        let found = if media_type == "image/svg+xml" { nested(data, options) } else { self.raster(data) };
        found.map_err(|reason| self.tell(format!("carries a picture that is not drawn: {reason}"))).ok()
    }

    fn raster(&self, data: &[u8]) -> Result<ImageKind, String> {
        let facts = decode::facts(data);
        let pixels = facts.map_or(0, |facts| u64::from(facts.width_px) * u64::from(facts.height_px));
        let mut told = self.0.lock().map_err(|_| String::new())?;
        told.pixels += pixels;
        if told.pixels > LIMIT_PIXELS {
            return Err("all together they have too many pixels".to_owned());
        }
        drop(told);
        // At its own size: how large the drawing shows it is not known yet.
        let whole = facts.map_or((1, 1), |facts| (facts.width_px, facts.height_px));
        let Cover { picture, .. } =
            decode::cover(data, whole, &SvgFonts::default()).map_err(|error| error.reason())?;
        Ok(ImageKind::PNG(Arc::new(png(picture)?)))
    }

    fn tell(&self, notice: String) {
        if let Ok(mut told) = self.0.lock() {
            told.notices.push(notice);
        }
    }
}

fn nested(data: &[u8], options: &Options) -> Result<ImageKind, String> {
    let text = guard::text(data).map_err(|error| error.reason())?;
    let tree =
        resvg::usvg::Tree::from_data_nested(text.as_bytes(), options).map_err(|cause| cause.to_string())?;
    Ok(ImageKind::SVG(tree))
}

/// The renderer takes files only.
fn png(picture: Picture) -> Result<Vec<u8>, String> {
    let opaque = vec![u8::MAX; picture.rgb.len() / 3];
    let alpha = picture.alpha.unwrap_or(opaque);
    let pixels = picture.rgb.as_chunks::<3>().0.iter().zip(alpha);
    let rgba: Vec<u8> = pixels.flat_map(|(&[red, green, blue], alpha)| [red, green, blue, alpha]).collect();
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::NoFilter)
        .write_image(&rgba, picture.width_px, picture.height_px, ExtendedColorType::Rgba8)
        .map_err(|cause| cause.to_string())?;
    Ok(bytes)
}
