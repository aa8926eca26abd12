//! The scrim: no stronger than the texts above it need, and without a visible edge.

use super::Composer;
use super::fills::gradient;
use crate::card::layout::Frame;
use crate::card::legible::{self, Ink};
use crate::card::theme::Toward;
use crate::scene::{Area, Color, Fill, Item, Rect, Stop};

/// How far before the text a scrim begins, as a share of the card.
const RISE: f32 = 0.34;
/// A curve without a visible beginning or end (smoothstep), in straight pieces.
const PIECES: usize = 12;
impl Composer<'_> {
    /// The weakest darkening (or lightening) under which the texts in a box can be read.
    pub(super) fn lay_scrim(&mut self, rect: &Rect, toward: Toward, inks: &[Ink]) {
        let within = |ink: &&Ink| {
            let middle =
                (f32::midpoint(ink.rect.left, ink.rect.right), f32::midpoint(ink.rect.top, ink.rect.bottom));
            (rect.left..=rect.right).contains(&middle.0) && (rect.top..=rect.bottom).contains(&middle.1)
        };
        let inks: Vec<Ink> = inks.iter().filter(within).copied().collect();
        let behinds = legible::behind(self.painted(), inks.iter().map(|ink| &ink.rect));
        let colors = inks.iter().map(|ink| ink.color);
        let strength = legible::strength(behinds.into_iter().zip(colors), self.is_dark);
        self.scrim = self.scrim.max(strength);
        if strength <= 0.0 {
            return;
        }
        let is_dark = self.is_dark;
        let tint = legible::tint(self.painted(), is_dark);
        let toward = if self.content.rtl { mirrored(toward) } else { toward };
        let stops = eased(rect, toward, &inks, tint, strength, self.frame);
        let paint = gradient(rect, toward, false, stops);
        let area = Area { rect: *rect, radius_px: 0.0, stroke_px: None };
        self.lay([Item::Fill(Fill { paint, area: Some(area) })]);
    }
}

fn mirrored(toward: Toward) -> Toward {
    match toward {
        Toward::Start => Toward::End,
        Toward::End => Toward::Start,
        other => other,
    }
}

/// The stops of a scrim: nothing far from the text, all of it from the text on.
fn eased(rect: &Rect, toward: Toward, inks: &[Ink], tint: Color, strength: f32, frame: Frame) -> Vec<Stop> {
    let edge = |of: fn(&Rect) -> f32, most: bool| {
        let edges = inks.iter().map(|ink| of(&ink.rect));
        if most { edges.fold(f32::MIN, f32::max) } else { edges.fold(f32::MAX, f32::min) }
    };
    // Where the text begins, and how long the way to it is, both in shares of the box along the gradient.
    let (full, rise) = match toward {
        Toward::Bottom => {
            ((edge(|rect| rect.top, false) - rect.top) / rect.height(), RISE * frame.height / rect.height())
        }
        Toward::Top => (
            (rect.bottom - edge(|rect| rect.bottom, true)) / rect.height(),
            RISE * frame.height / rect.height(),
        ),
        Toward::Start => {
            ((rect.right - edge(|rect| rect.right, true)) / rect.width(), RISE * frame.width / rect.width())
        }
        Toward::End => {
            ((edge(|rect| rect.left, false) - rect.left) / rect.width(), RISE * frame.width / rect.width())
        }
        // All of the box alike.
        Toward::Rim | Toward::BottomEnd | Toward::TopEnd => (0.0, 0.0),
    };
    let full = full.clamp(0.0, 1.0);
    let begin = (full - rise).max(-rise / 2.0);
    let mut stops: Vec<Stop> = (0..=PIECES)
        .map(|piece| {
            let share = piece as f32 / PIECES as f32;
            let eased = share * share * (3.0 - 2.0 * share);
            Stop { offset: begin + (full - begin) * share, color: tint.with_alpha(strength * eased) }
        })
        .collect();
    stops.push(Stop { offset: 1.0, color: tint.with_alpha(strength) });
    stops
}
