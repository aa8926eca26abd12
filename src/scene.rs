//! A picture as placed items, with nothing left to decide.
//!
//! Lengths are pixels from the top left corner. Colours are sRGB with straight alpha.

use std::sync::Arc;

/// A card, ready to be painted: later items cover earlier ones.
#[derive(Clone, Debug)]
pub struct Scene {
    pub width_px: u32,
    pub height_px: u32,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug)]
pub enum Item {
    /// Pixels, already of the size in which they stand.
    Picture(PlacedPicture),
    /// A colour or a gradient, mixed in linear light.
    Fill(Fill),
    /// Shaped text in one font, size and colour.
    Glyphs(GlyphRun),
}

/// A picture at its place.
#[derive(Clone, Debug)]
pub struct PlacedPicture {
    pub picture: Arc<Picture>,
    pub left: i32,
    pub top: i32,
    /// Of rounded corners; half of the shorter side makes a circle of a square.
    pub radius_px: f32,
}

impl PlacedPicture {
    /// A picture that fills the scene from its top left corner.
    pub fn whole(picture: Arc<Picture>) -> Self {
        Self { picture, left: 0, top: 0, radius_px: 0.0 }
    }
}

/// A paint and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Fill {
    pub paint: Paint,
    /// The whole scene, where nothing is said.
    pub area: Option<Area>,
}

impl Fill {
    /// Over the whole scene.
    pub fn whole(paint: Paint) -> Self {
        Self { paint, area: None }
    }
}

/// A rectangle, perhaps with rounded corners, full or as an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub rect: Rect,
    pub radius_px: f32,
    /// The width of the outline, which lies inside the rectangle; the area is full where nothing is said.
    pub stroke_px: Option<f32>,
}

/// What a fill is filled with.
#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    Solid(Color),
    /// Along the line from `from` to `to`, which are points.
    Linear {
        from: (f32, f32),
        to: (f32, f32),
        stops: Vec<Stop>,
    },
    /// From the centre out to an ellipse with these radii.
    Radial {
        centre: (f32, f32),
        radii: (f32, f32),
        stops: Vec<Stop>,
    },
    /// Rings of one width around a centre, each `gap_px` from the next, faded towards `reach_px`.
    Rings {
        centre: (f32, f32),
        gap_px: f32,
        width_px: f32,
        reach_px: f32,
        color: Color,
    },
}

/// One stop of a gradient; offsets run from 0 to 1 and never fall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    pub offset: f32,
    pub color: Color,
}

/// sRGB channels and straight alpha, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    pub red: f32,
    pub green: f32,
    pub blue: f32,
    pub alpha: f32,
}

impl Color {
    pub const WHITE: Self = Self { red: 1.0, green: 1.0, blue: 1.0, alpha: 1.0 };
    pub const BLACK: Self = Self { red: 0.0, green: 0.0, blue: 0.0, alpha: 1.0 };

    /// As CSS writes it, without alpha: `#0b7285`.
    pub fn hex(self) -> String {
        let [red, green, blue] =
            [self.red, self.green, self.blue].map(|channel| (channel.clamp(0.0, 1.0) * 255.0).round() as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The same colour, `alpha` opaque.
    pub fn with_alpha(self, alpha: f32) -> Self {
        Self { alpha, ..self }
    }
}

/// Glyphs of one font that stand on the scene at their baselines.
#[derive(Clone, Debug)]
pub struct GlyphRun {
    pub font: FontHandle,
    pub size_px: f32,
    pub color: Color,
    /// By how much each stroke is drawn thinner than the font has it.
    pub thinner_px: f32,
    pub glyphs: Vec<Glyph>,
}

/// A glyph by its number in the font, with its origin on the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub id: u16,
    pub x: f32,
    pub y: f32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Rect {
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

/// Pixels: rows from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width_px: u32,
    pub height_px: u32,
    /// Three sRGB bytes for each pixel.
    pub rgb: Vec<u8>,
    /// One byte of straight alpha for each pixel; opaque where there is none.
    pub alpha: Option<Vec<u8>>,
}

/// A font that several scenes share: the file's bytes, and the face's number in a collection.
#[derive(Clone)]
pub struct FontHandle {
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    pub face: u32,
    /// Tells fonts apart within one run of the program.
    pub id: u64,
    /// Settings of a variable font's axes, by their tags, in the axes' own units.
    pub axes: Vec<([u8; 4], f32)>,
}

impl std::fmt::Debug for FontHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FontHandle({}, face {})", self.id, self.face)
    }
}
