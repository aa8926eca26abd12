//! ICC profiles (ICC.1:2022).

use super::Space;
use super::curve::Curve;
use super::matrix::Shaped;
use super::table::Table;
use moxcms::{ColorProfile, DataColorSpace, ParsingOptions, ToneReprCurve};

/// The largest profiles of printers have some three megabytes.
const LIMIT_BYTES: usize = 8_000_000;

/// The space that a profile describes; a few words where it cannot be used.
pub fn of_profile(bytes: &[u8]) -> Result<Space, &'static str> {
    let options = ParsingOptions { max_profile_size: LIMIT_BYTES, ..ParsingOptions::default() };
    let profile = ColorProfile::new_from_slice_with_options(bytes, options).map_err(|_| "is damaged")?;
    let channels = match profile.color_space {
        DataColorSpace::Gray => 1,
        DataColorSpace::Rgb => 3,
        DataColorSpace::Cmyk => 4,
        _ => return Err("is neither of grey, nor RGB, nor CMYK"),
    };
    let table = profile.lut_a_to_b_perceptual.as_ref().or(profile.lut_a_to_b_colorimetric.as_ref());
    if let Some(table) = table {
        let table = Table::new(table, channels, profile.pcs).ok_or("is damaged")?;
        return Ok(Space::Table(Box::new(table)).simplified());
    }
    if channels == 1 {
        let curve = curve(profile.gray_trc.as_ref().ok_or("has no curve")?);
        return Ok(Space::Grey(curve));
    }
    let (Some(red), Some(green), Some(blue)) = (&profile.red_trc, &profile.green_trc, &profile.blue_trc)
    else {
        return Err("has no curves");
    };
    let curves = [red, green, blue].map(curve);
    let columns = profile.colorant_matrix().v;
    // Their sum is white, whose luminance is 1.
    let luminance: f64 = columns.get(1).map(|row| row.iter().sum()).unwrap_or_default();
    if !(0.5..1.5).contains(&luminance) {
        return Err("has no white");
    }
    Ok(Space::Shaped(Shaped::of_columns(curves, columns)).simplified())
}

/// A curve as the profile has it.
pub fn curve(profile: &ToneReprCurve) -> Curve {
    match profile {
        ToneReprCurve::Lut(steps) => match steps.as_slice() {
            [] => Curve::Gamma(1.0),
            // Fixed point, eight bits before it and eight behind.
            [gamma] => Curve::Gamma(f32::from(*gamma) / 256.0),
            steps => Curve::Steps(steps.iter().map(|&step| f32::from(step) / 65_535.0).collect()),
        },
        ToneReprCurve::Parametric(numbers) => match *numbers.as_slice() {
            [g] => Curve::Gamma(g),
            [g, a, b] => Curve::Parametric([g, a, b, 0.0, -b / a, 0.0, 0.0]),
            [g, a, b, c] => Curve::Parametric([g, a, b, 0.0, -b / a, c, c]),
            [g, a, b, c, d] => Curve::Parametric([g, a, b, c, d, 0.0, 0.0]),
            [g, a, b, c, d, e, f] => Curve::Parametric([g, a, b, c, d, e, f]),
            _ => Curve::Gamma(1.0),
        },
    }
}
