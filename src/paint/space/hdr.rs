//! Pictures with light beyond white, mapped into the range of sRGB.

/// White of printed and of written matter in such pictures, in cd/m² (ITU-R BT.2408).
const WHITE: f32 = 203.0;
/// The brightest that is still told apart, in cd/m²: what most such pictures are made for.
const PEAK: f32 = 1000.0;

/// Light of a number coded by SMPTE ST 2084.
pub fn pq(value: f32) -> f32 {
    const M1: f32 = 0.159_301_76;
    const M2: f32 = 78.84375;
    const C1: f32 = 0.835_937_5;
    const C2: f32 = 18.851_563;
    const C3: f32 = 18.6875;
    let root = libm::powf(value.clamp(0.0, 1.0), 1.0 / M2);
    let light = libm::powf((root - C1).max(0.0) / (C2 - C3 * root), 1.0 / M1);
    light * 10_000.0 / WHITE
}

/// Light of a number coded by ARIB STD-B67, on a display of 1000 cd/m², whose system gamma is 1.2.
///
/// The gamma is applied to each channel, as if the others were like it; hues shift a little.
pub fn hlg(value: f32) -> f32 {
    const A: f32 = 0.178_832_77;
    const B: f32 = 0.284_668_92;
    const C: f32 = 0.559_910_7;
    let scene = if value <= 0.5 { value * value / 3.0 } else { (libm::expf((value - C) / A) + B) / 12.0 };
    libm::powf(scene.max(0.0), 1.2) * PEAK / WHITE
}

/// Light between 0 and 1, by a curve on the strongest channel, so that hues stay.
///
/// What is darker than the knee stays as it is; above it Reinhard's extended curve leads to the peak.
pub fn mapped(light: [f32; 3]) -> [f32; 3] {
    const KNEE: f32 = 0.4;
    let strongest = light.iter().copied().fold(0.0, f32::max);
    if strongest <= KNEE {
        return light;
    }
    let over = (strongest - KNEE) / (1.0 - KNEE);
    let peak = (PEAK / WHITE - KNEE) / (1.0 - KNEE);
    let target = KNEE + (1.0 - KNEE) * over * (1.0 + over / (peak * peak)) / (1.0 + over);
    light.map(|channel| channel * target.min(1.0) / strongest)
}
