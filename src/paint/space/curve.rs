//! Curves from a channel's number to light.

use super::Number;
use super::hdr;
use crate::paint::color::channel_to_linear;

/// How a channel's number, from 0 to 1, becomes light.
#[derive(Clone, Debug, PartialEq)]
pub enum Curve {
    Srgb,
    Gamma(f32),
    /// The five kinds of ICC.1:2022, table 68, as the greatest of them: g, a, b, c, d, e, f.
    Parametric([f32; 7]),
    /// Light at even steps.
    Steps(Vec<f32>),
    /// SMPTE ST 2084; light is 1 at 203 cd/m² (ITU-R BT.2408).
    Pq,
    /// ARIB STD-B67 with the system gamma of a display of 1000 cd/m²; light is 1 at 203 cd/m².
    Hlg,
}

impl Curve {
    /// The light of a number from 0 to 1.
    pub fn light(&self, value: f32) -> f32 {
        let light = match self {
            Self::Srgb => channel_to_linear(value),
            Self::Gamma(gamma) => libm::powf(value.max(0.0), *gamma),
            Self::Parametric([g, a, b, c, d, e, f]) => {
                if value >= *d {
                    libm::powf((a * value + b).max(0.0), *g) + e
                } else {
                    c * value + f
                }
            }
            Self::Steps(steps) => between(steps, value),
            Self::Pq => hdr::pq(value),
            Self::Hlg => hdr::hlg(value),
        };
        if light.is_finite() { light } else { 0.0 }
    }

    /// The light of every number of a kind.
    pub fn sampled<N: Number>(&self) -> Vec<f32> {
        (0..N::STEPS).map(|step| self.light(step as f32 / (N::STEPS - 1) as f32)).collect()
    }
}

/// A table's value between its steps.
pub fn between(steps: &[f32], value: f32) -> f32 {
    let last = steps.len().saturating_sub(1);
    let at = value.clamp(0.0, 1.0) * last as f32;
    let low = (at as usize).min(last);
    let from = steps.get(low).copied().unwrap_or_default();
    let to = steps.get(low + 1).copied().unwrap_or(from);
    from + (to - from) * (at - low as f32)
}
