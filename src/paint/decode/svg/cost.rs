//! How much time and memory a drawing takes, roughly and beforehand.

use resvg::usvg::filter::Kind;
use resvg::usvg::{Group, ImageKind, Node, Rect, Tree};

/// Pixels that are touched, a thousand million of which take about a second.
const LIMIT: f32 = 8e9;
/// Pixels that layers hold at one time, each of which takes four bytes.
const LIMIT_HELD: f32 = 100e6;
/// Of an octave of turbulence, for each pixel.
const TURBULENCE: f32 = 60.0;
/// Of other primitives of filters.
const PRIMITIVE: f32 = 12.0;

/// Whether a drawing takes some seconds at the most, and some hundred megabytes, when it is drawn `scale` times as large onto so many pixels.
pub fn is_bearable(tree: &Tree, scale: f32, pixels: f32) -> bool {
    let mut sum = Sum { scale, pixels, cost: 0.0, held: 0.0 };
    sum.group(tree.root());
    sum.cost < LIMIT
}

struct Sum {
    scale: f32,
    pixels: f32,
    cost: f32,
    held: f32,
}

impl Sum {
    /// What is there is drawn, and what is isolated is laid over the rest afterwards.
    fn group(&mut self, group: &Group) {
        let area = self.area(group.abs_layer_bounding_box().to_rect());
        let layer = if group.should_isolate() { area } else { 0.0 };
        self.cost += 3.0 * layer;
        self.held += layer;
        if self.held > LIMIT_HELD {
            self.cost = f32::INFINITY;
        }
        if self.cost < LIMIT {
            self.inside(group, area);
        }
        self.held -= layer;
    }

    fn inside(&mut self, group: &Group, area: f32) {
        for filter in group.filters() {
            let (x, y) = group.abs_transform().get_scale();
            for primitive in filter.primitives() {
                self.cost += area * each(primitive.kind(), x * self.scale, y * self.scale);
                if let Kind::Image(image) = primitive.kind() {
                    self.group(image.root());
                }
            }
        }
        if let Some(mask) = group.mask() {
            self.cost += 3.0 * area;
            self.group(mask.root());
        }
        if let Some(clip) = group.clip_path() {
            self.cost += 2.0 * area;
            self.group(clip.root());
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group),
                Node::Path(path) => self.cost += self.area(path.abs_stroke_bounding_box()),
                Node::Text(text) => self.group(text.flattened()),
                Node::Image(image) => {
                    self.cost += self.area(image.abs_bounding_box());
                    if let ImageKind::SVG(tree) = image.kind() {
                        self.group(tree.root());
                    }
                }
            }
        }
    }

    /// Of a box, as far as it can be seen.
    fn area(&self, rect: Rect) -> f32 {
        (rect.width() * rect.height() * self.scale * self.scale).min(self.pixels)
    }
}

/// The cost of a primitive for each pixel, of which a unit of the drawing has so many.
fn each(kind: &Kind, x: f32, y: f32) -> f32 {
    match kind {
        Kind::Turbulence(turbulence) => TURBULENCE * turbulence.num_octaves() as f32,
        Kind::ConvolveMatrix(convolution) => {
            let matrix = convolution.matrix();
            PRIMITIVE * (matrix.columns() * matrix.rows()) as f32
        }
        Kind::Morphology(morphology) => {
            let (across, down) = (morphology.radius_x().get() * x, morphology.radius_y().get() * y);
            (2.0 * across + 1.0) * (2.0 * down + 1.0)
        }
        _ => PRIMITIVE,
    }
}
