//! Puts the lines of a shaped text at their places.

use super::block::{Block, Line};
use super::fonts::is_seen;
use super::hang::{MOST_EM, hangs_at_end, hangs_at_start, overshoot_em};
use super::heft::surplus_px;
use super::ink::Inks;
use super::measure::kern_px;
use super::shape::{Align, Style};
use crate::scene::{FontHandle, Glyph, GlyphRun, Rect};
use parley::layout::{Layout, Run};
use skrifa::raw::types::F2Dot14;
use std::sync::Arc;

/// The least that is left between the ink of two lines, in em.
const CLEAR_EM: f32 = 0.04;

/// A cluster with ink.
struct Seen {
    /// In the text, in bytes.
    at: usize,
    first: char,
    ink: Rect,
}

/// A line whose left end is at 0 and whose baseline is at 0.
struct Bare {
    /// From where to where, without the spaces at its end.
    text: (usize, usize),
    runs: Vec<GlyphRun>,
    /// In the order of the eye, from the left.
    seen: Vec<Seen>,
    /// How high and how deep it looks, from the baseline.
    above: f32,
    below: f32,
}

/// Places the lines of a text that was shaped in one line, at the size of `style`, flush as it asks with a box of a width.
///
/// `starts` are the places at which lines begin after the first, in bytes; `shaped_px` is the size at which it was shaped.
pub fn place(
    inks: &mut Inks,
    layout: &mut Layout<()>,
    text: &str,
    starts: &[usize],
    shaped_px: f32,
    style: &Style<'_>,
    width_px: f32,
) -> Block {
    let rtl = layout.is_rtl();
    let bare = bare_lines(inks, layout, text, starts, shaped_px, style);
    let (ascent, descent) = layout.root_span_metrics().map_or((0.0, 0.0), |root| (root.ascent, root.descent));
    let scale = style.size_px / shaped_px;
    let leading = style.leading_em * style.size_px;
    let pitch = bare
        .iter()
        .zip(bare.iter().skip(1))
        .map(|(upper, lower)| clearance(upper, lower, style))
        .fold(leading, f32::max);

    let over = (leading - (ascent + descent) * scale) / 2.0 + ascent * scale;
    let ink_over = bare.first().map_or(0.0, |line| -top(line));
    let first = over.max(ink_over);
    let last = first + pitch * bare.len().saturating_sub(1) as f32;
    let under = (leading - over).max(bare.last().map_or(0.0, bottom));
    let height = last + under;
    let trim_top = bare.first().map_or(0.0, |line| first - line.above);
    let trim_bottom = bare.last().map_or(0.0, |line| under - line.below);

    let mut lines = Vec::with_capacity(bare.len());
    for (index, line) in bare.into_iter().enumerate() {
        let baseline = first + pitch * index as f32;
        lines.push(flush(line, text, style, rtl, width_px, baseline));
    }
    Block { lines, height, rtl, trim_top: trim_top.max(0.0), trim_bottom: trim_bottom.max(0.0) }
}

fn top(line: &Bare) -> f32 {
    line.seen.iter().map(|seen| seen.ink.top).fold(0.0, f32::min)
}

fn bottom(line: &Bare) -> f32 {
    line.seen.iter().map(|seen| seen.ink.bottom).fold(0.0, f32::max)
}

/// The distance of two baselines at which nothing of the lines touches.
fn clearance(upper: &Bare, lower: &Bare, style: &Style<'_>) -> f32 {
    let mut least = 0.0_f32;
    for above in &upper.seen {
        for below in &lower.seen {
            if above.ink.left < below.ink.right && below.ink.left < above.ink.right {
                least = least.max(above.ink.bottom - below.ink.top);
            }
        }
    }
    least + CLEAR_EM * style.size_px
}

fn bare_lines(
    inks: &mut Inks,
    layout: &mut Layout<()>,
    text: &str,
    starts: &[usize],
    shaped_px: f32,
    style: &Style<'_>,
) -> Vec<Bare> {
    let ends = starts.iter().copied().chain([text.len()]);
    let ranges: Vec<(usize, usize)> = [0].into_iter().chain(starts.iter().copied()).zip(ends).collect();
    let mut breaker = layout.break_lines();
    for &(start, end) in &ranges {
        let characters = text.get(start..end).unwrap_or_default().chars().count();
        breaker.break_next_with_length(u32::try_from(characters).unwrap_or(u32::MAX));
    }
    breaker.finish();
    let lines = layout.lines().zip(ranges);
    lines
        .map(|(line, range)| {
            let (start, end) = range;
            let shown = text.get(start..end).unwrap_or_default().trim_end().len();
            let mut bare = Bare {
                text: (start, start + shown),
                runs: Vec::new(),
                seen: Vec::new(),
                above: 0.0,
                below: 0.0,
            };
            let mut pen = Pen { x: 0.0, last: None, shaped_px };
            for run in line.runs() {
                pen.write(inks, &mut bare, &run, text, style);
            }
            bare
        })
        .collect()
}

/// Where the next glyph comes, and what the last one was.
struct Pen {
    x: f32,
    last: Option<(char, f32)>,
    shaped_px: f32,
}

impl Pen {
    /// Writes a run behind those before it, from the left.
    fn write(&mut self, inks: &mut Inks, line: &mut Bare, run: &Run<'_, ()>, text: &str, style: &Style<'_>) {
        let scale = style.size_px / self.shaped_px;
        let font = run.font();
        let coordinates: Vec<F2Dot14> =
            run.normalized_coords().iter().map(|at| F2Dot14::from_bits(at.to_bits())).collect();
        let mut inks = inks.of(font, &coordinates, style.size_px);
        let mut glyphs = Vec::new();
        for cluster in run.visual_clusters() {
            let at = cluster.text_range().start;
            let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
            // The space at a line's end takes no room: behind a Latin word in an Arabic line it would stand inside the line.
            if at >= line.text.1 {
                continue;
            }
            let advance = cluster.advance();
            if let Some((last, last_advance)) = self.last.filter(|_| !run.is_rtl()) {
                self.x += kern_px(last, last_advance, first, advance, self.shaped_px) * scale;
            }
            self.last = Some((first, advance));
            for glyph in cluster.glyphs() {
                let (x, y) = (self.x + glyph.x * scale, glyph.y * scale);
                self.x += glyph.advance * scale;
                let Ok(id) = u16::try_from(glyph.id) else { continue };
                if !is_seen(first) {
                    continue;
                }
                glyphs.push(Glyph { id, x, y });
                let Some(ink) = inks.glyph(id, x, y, glyph.advance * scale) else { continue };
                let (above, below) = inks.reach(first, &ink);
                line.above = line.above.max(above);
                line.below = line.below.max(below);
                line.seen.push(Seen { at, first, ink });
            }
        }
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(font.data.clone());
        let synthesis = run.synthesis();
        let axes = synthesis.variation_settings().iter().map(|&(tag, value)| (tag.into_bytes(), value));
        let font = FontHandle { bytes, face: font.index, id: font.data.id(), axes: axes.collect() };
        let first = text.get(run.text_range()).and_then(|text| text.chars().find(|c| c.is_alphanumeric()));
        let thinner_px = surplus_px(run.font(), first, style.weight, style.size_px);
        line.runs.push(GlyphRun { font, size_px: style.size_px, color: style.color, thinner_px, glyphs });
    }
}

/// Moves a line to its place.
fn flush(bare: Bare, text: &str, style: &Style<'_>, rtl: bool, width_px: f32, baseline: f32) -> Line {
    let left = bare.seen.iter().map(|seen| seen.ink.left).fold(f32::INFINITY, f32::min);
    let right = bare.seen.iter().map(|seen| seen.ink.right).fold(f32::NEG_INFINITY, f32::max);
    let (left, right) = if left <= right { (left, right) } else { (0.0, 0.0) };
    let (edge_left, edge_right) = edges(&bare, style, rtl, left, right);
    let moved = match (style.align, rtl) {
        (Align::Start, false) | (Align::End, true) => -edge_left,
        (Align::Center, _) => (width_px - edge_left - edge_right) / 2.0,
        (Align::Start, true) | (Align::End, false) => width_px - edge_right,
    };
    let mut runs = bare.runs;
    for glyph in runs.iter_mut().flat_map(|run| &mut run.glyphs) {
        glyph.x += moved;
        glyph.y += baseline;
    }
    runs.retain(|run| !run.glyphs.is_empty());
    let ink_top = bare.seen.iter().map(|seen| seen.ink.top).reduce(f32::min).unwrap_or(0.0);
    let ink_bottom = bare.seen.iter().map(|seen| seen.ink.bottom).reduce(f32::max).unwrap_or(0.0);
    let (start, end) = bare.text;
    Line {
        runs,
        text: text.get(start..end).unwrap_or_default().to_owned(),
        left: left + moved,
        width: right - left,
        top: baseline + ink_top,
        bottom: baseline + ink_bottom,
        baseline,
        hangs: (edge_left - left, right - edge_right),
    }
}

/// The left and the right edge of a line as the eye sees them: without what hangs.
fn edges(bare: &Bare, style: &Style<'_>, rtl: bool, left: f32, right: f32) -> (f32, f32) {
    let most = MOST_EM * style.size_px;
    let optical = |seen: &Seen| overshoot_em(seen.first) * style.size_px;
    let centred_or_end = style.align != Align::Start;
    // The marks at a line's beginning are the first of its text, and stand at its outer edge; else they are something else.
    let mut start: Vec<&Seen> = bare.seen.iter().collect();
    start.sort_by(
        |a, b| if rtl { b.ink.right.total_cmp(&a.ink.right) } else { a.ink.left.total_cmp(&b.ink.left) },
    );
    let first_at = bare.seen.iter().map(|seen| seen.at).min().unwrap_or(0);
    let last_at = bare.seen.iter().map(|seen| seen.at).max().unwrap_or(0);
    let hung = |seen: &[&Seen], hangs: fn(char) -> bool, at: usize| -> usize {
        let belongs = seen.first().is_some_and(|seen| seen.at == at);
        if belongs { seen.iter().take(2).take_while(|seen| hangs(seen.first)).count() } else { 0 }
    };
    let (mut edge_left, mut edge_right) = (left, right);
    let opening = hung(&start, hangs_at_start, first_at);
    if let Some(body) = start.get(opening) {
        let (near, far) = if rtl { (body.ink.right, right) } else { (body.ink.left, left) };
        let hangs = (near - far).abs();
        if hangs <= most {
            if rtl { edge_right = near } else { edge_left = near + optical(body) }
        }
    }
    start.reverse();
    let closing = if centred_or_end { hung(&start, hangs_at_end, last_at) } else { 0 };
    if let Some(body) = start.get(closing).filter(|_| closing > 0) {
        let (near, far) = if rtl { (body.ink.left, left) } else { (body.ink.right, right) };
        if (near - far).abs() <= most {
            if rtl { edge_left = near } else { edge_right = near }
        }
    }
    (edge_left, edge_right)
}
