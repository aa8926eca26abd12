//! How wide every part of a shaped text is.

use super::hang::hangs_at_start;
use super::kern;
use parley::layout::Layout;

/// A bold sans has the widest hyphens of all.
const HYPHEN_EM: f32 = 0.48;

/// A cluster of a text: the width of all before it, and its own; pixels at the size at which it was shaped.
#[derive(Clone, Copy, Debug)]
struct Cluster {
    /// In bytes.
    at: usize,
    first: char,
    /// Kerning between this cluster and the one before is in it, where both stand on one line.
    start: f32,
    advance: f32,
}

/// The clusters of a text in the order of its characters.
#[derive(Debug)]
pub struct Measure {
    clusters: Vec<Cluster>,
    size_px: f32,
}

impl Measure {
    /// Of a text that was shaped in one line.
    pub fn of(layout: &Layout<()>, text: &str, size_px: f32) -> Self {
        let mut clusters: Vec<Cluster> = Vec::with_capacity(text.len());
        for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
            for cluster in run.clusters() {
                let at = cluster.text_range().start;
                let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
                clusters.push(Cluster { at, first, start: 0.0, advance: cluster.advance() });
            }
        }
        clusters.sort_by_key(|cluster| cluster.at);
        let mut pen = 0.0;
        let mut last: Option<(char, f32)> = None;
        for cluster in &mut clusters {
            if let Some((last, advance)) = last {
                pen += kern_px(last, advance, cluster.first, cluster.advance, size_px);
            }
            cluster.start = pen;
            pen += cluster.advance;
            last = Some((cluster.first, cluster.advance));
        }
        Self { clusters, size_px }
    }

    /// The width of a line from one place to another, in bytes, without what hangs over its beginning or is empty at its ends.
    pub fn width(&self, start: usize, end: usize) -> f32 {
        (self.end(end) - self.start(start)).max(0.0)
    }

    /// Where a line that begins at a place has its edge.
    pub fn start(&self, start: usize) -> f32 {
        let index = self.clusters.partition_point(|cluster| cluster.at < start);
        let Some(cluster) = self.clusters.get(index) else { return self.total() };
        let half_empty = kern::opens(cluster.first) && self.is_full(cluster.advance);
        if half_empty {
            cluster.start + cluster.advance / 2.0
        } else if hangs_at_start(cluster.first) {
            cluster.start + cluster.advance
        } else {
            cluster.start
        }
    }

    /// Where a line that ends at a place has its edge.
    pub fn end(&self, end: usize) -> f32 {
        let index = self.clusters.partition_point(|cluster| cluster.at < end);
        let Some(cluster) = index.checked_sub(1).and_then(|last| self.clusters.get(last)) else { return 0.0 };
        let half_empty = kern::closes(cluster.first) && self.is_full(cluster.advance);
        cluster.start + if half_empty { cluster.advance / 2.0 } else { cluster.advance }
    }

    /// About what a hyphen takes.
    pub fn hyphen_px(&self) -> f32 {
        HYPHEN_EM * self.size_px
    }

    fn total(&self) -> f32 {
        self.clusters.last().map_or(0.0, |cluster| cluster.start + cluster.advance)
    }

    fn is_full(&self, advance: f32) -> bool {
        is_full(advance, self.size_px)
    }
}

/// The kerning between two clusters with their advances, in pixels.
pub fn kern_px(last: char, last_advance: f32, next: char, next_advance: f32, size_px: f32) -> f32 {
    let full = is_full(last_advance, size_px) && is_full(next_advance, size_px);
    kern::between(last, next, full) * size_px
}

fn is_full(advance: f32, size_px: f32) -> bool {
    advance > 0.9 * size_px
}
