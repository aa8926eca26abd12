//! The sizes that pictures bring along.

/// How far one of the authors' pictures lies over the next.
const OVERLAP: f32 = 0.25;

/// The width of some round pictures that lie over each other, in heights.
pub fn avatars_width(count: usize) -> f32 {
    1.0 + (count.saturating_sub(1)) as f32 * (1.0 - OVERLAP)
}

/// A picture keeps its shape, whichever side is known.
pub fn picture_size((width, height): (f32, f32), known: taffy::Size<Option<f32>>) -> taffy::Size<f32> {
    let shape = width / height.max(1.0);
    match (known.width, known.height) {
        (Some(width), Some(height)) => taffy::Size { width, height },
        (Some(width), None) => taffy::Size { width, height: width / shape },
        (None, Some(height)) => taffy::Size { width: height * shape, height },
        (None, None) => taffy::Size { width, height },
    }
}
