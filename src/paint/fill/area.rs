//! How much of a pixel lies in an area, and which pixels of a row need not be asked.

use super::middle;
use crate::scene::{Area, Picture, Rect};
use std::ops::Range;

/// How much of the pixel around a point lies in an area, from 0 to 1.
#[inline]
pub fn coverage(area: &Area, x: f32, y: f32) -> f32 {
    let full = (0.5 - distance(&area.rect, area.radius_px, x, y)).clamp(0.0, 1.0);
    let Some((inner, radius_px)) = hole(area) else { return full };
    full - (0.5 - distance(&inner, radius_px, x, y)).clamp(0.0, 1.0)
}

/// What an outline leaves free, and the radius of its corners.
#[inline]
fn hole(area: &Area) -> Option<(Rect, f32)> {
    let stroke = area.stroke_px?;
    let Rect { left, top, right, bottom } = area.rect;
    let inner =
        Rect { left: left + stroke, top: top + stroke, right: right - stroke, bottom: bottom - stroke };
    let is_there = inner.width() > 0.0 && inner.height() > 0.0;
    is_there.then_some((inner, (area.radius_px - stroke).max(0.0)))
}

/// The signed distance from a point to the edge of a rounded rectangle; less than 0 inside.
#[inline]
fn distance(rect: &Rect, radius: f32, x: f32, y: f32) -> f32 {
    let (half_width, half_height) = (rect.width() / 2.0, rect.height() / 2.0);
    let radius = clamped(rect, radius);
    let dx = (x - rect.left - half_width).abs() - half_width + radius;
    let dy = (y - rect.top - half_height).abs() - half_height + radius;
    let (outside_x, outside_y) = (dx.max(0.0), dy.max(0.0));
    (outside_x * outside_x + outside_y * outside_y).sqrt() + dx.max(dy).min(0.0) - radius
}

/// No more than makes the shorter side round.
#[inline]
fn clamped(rect: &Rect, radius: f32) -> f32 {
    radius.clamp(0.0, (rect.width() / 2.0).min(rect.height() / 2.0).max(0.0))
}

/// Whether an area covers every pixel of a picture in full.
pub fn covers(area: &Area, picture: &Picture) -> bool {
    let Rect { left, top, right, bottom } = area.rect;
    let is_inside =
        left <= 0.0 && top <= 0.0 && right >= picture.width_px as f32 && bottom >= picture.height_px as f32;
    is_inside && area.radius_px <= 0.0 && area.stroke_px.is_none()
}

/// The columns of a row in which an area covers some of a pixel, in order.
pub fn columns(area: &Area, y: usize, width: usize) -> Vec<Range<usize>> {
    let Rect { left, top, right, bottom } = area.rect;
    if middle(y) + 0.5 < top || middle(y) - 0.5 > bottom {
        return Vec::new();
    }
    let all = clipped(left - 1.0, right + 1.0, width);
    let free = hole(area).map_or(0..0, |(inner, radius_px)| whole(&inner, radius_px, y, width));
    if free.is_empty() {
        return vec![all];
    }
    vec![all.start..free.start, free.end..all.end]
}

/// The columns of a row in which an area covers all of each pixel, but for some near round corners.
pub fn full_columns(area: &Area, y: usize, width: usize) -> Range<usize> {
    if area.stroke_px.is_some() { 0..0 } else { whole(&area.rect, area.radius_px, y, width) }
}

fn whole(rect: &Rect, radius_px: f32, y: usize, width: usize) -> Range<usize> {
    if middle(y) - 0.5 < rect.top || middle(y) + 0.5 > rect.bottom {
        return 0..0;
    }
    let away = (clamped(rect, radius_px) - 0.5).max(0.0);
    let (first, last) = ((rect.left + away).ceil(), (rect.right - away).floor());
    if first < last { clipped(first, last, width) } else { 0..0 }
}

/// Columns from one place to another, in pixels, that are there.
pub fn clipped(from: f32, to: f32, width: usize) -> Range<usize> {
    // A number is rounded up without a call.
    let (start, whole) = (from.max(0.0) as usize, to.max(0.0) as usize);
    let end = whole.saturating_add(usize::from((whole as f32) < to));
    start.min(width)..end.clamp(start.min(width), width)
}
