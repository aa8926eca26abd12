//! Chooses the fonts of each part of a text, and keeps those that were needed so far for one thread.

use super::family::{FontFamily, Origin};
use super::runs::{Run, RunKind, letters, runs};
use super::{DISPLAY_FROM_PX, FontBook, is_seen};
use crate::typeset::Family;
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::FontFamilyName;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use unicode_script::Script;

/// The fonts of one thread: a book, and what of it was opened.
pub struct Fonts {
    pub book: FontBook,
    pub context: FontContext,
    opened: BTreeSet<usize>,
    registered: BTreeSet<u64>,
    /// The families to ask, in order, by the kind and whether the display cut comes first.
    orders: Vec<(Family, bool, Vec<usize>)>,
}

/// The families of a text. What is chosen hangs on the text and the book alone, not on the texts before.
#[derive(Debug, PartialEq)]
pub struct Choice {
    pub families: Vec<FontFamilyName<'static>>,
    /// Parts of the text, in bytes, for which other families go first.
    pub parts: Vec<(Range<usize>, Vec<FontFamilyName<'static>>)>,
}

impl Fonts {
    pub fn new(book: FontBook) -> Self {
        // No system fonts: what is drawn hangs on the book alone.
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let mut orders = Vec::new();
        for kind in [Family::Sans, Family::Serif, Family::Mono] {
            orders.push((kind, false, book.order(kind, 0.0)));
            orders.push((kind, true, book.order(kind, DISPLAY_FROM_PX)));
        }
        Self { book, context, opened: BTreeSet::new(), registered: BTreeSet::new(), orders }
    }

    /// The families for a text, which are opened if they were not yet.
    pub fn choose(&mut self, text: &str, kind: Family, size_px: f32) -> Choice {
        let display = size_px >= DISPLAY_FROM_PX;
        let order = self.orders.iter().find(|(known, cut, _)| *known == kind && *cut == display);
        let order: Vec<usize> = order.map(|(.., order)| order.clone()).unwrap_or_default();
        let (needed, parts) = chosen(&self.book, text, &order);
        for &at in &order {
            if needed.contains(&at) {
                self.open(at);
            }
        }
        let base: Vec<usize> = order.into_iter().filter(|at| needed.contains(at)).collect();
        let parts = parts.into_iter().map(|(range, first)| {
            let rest = base.iter().copied().filter(|at| *at != first);
            (range, self.names(std::iter::once(first).chain(rest)))
        });
        Choice { parts: parts.collect(), families: self.names(base.iter().copied()) }
    }

    fn names(&self, families: impl Iterator<Item = usize>) -> Vec<FontFamilyName<'static>> {
        let known = families.filter_map(|at| self.book.families.get(at));
        known.map(|family| FontFamilyName::Named(Cow::Owned(family.key.clone()))).collect()
    }

    fn open(&mut self, at: usize) {
        if !self.opened.insert(at) {
            return;
        }
        let Some(family) = self.book.families.get(at).map(Arc::clone) else { return };
        match &family.origin {
            Origin::Binary(bundled) => {
                for blob in bundled.blobs() {
                    self.register(blob.clone(), Some(&family.key));
                }
            }
            Origin::Site(given) | Origin::Machine(given) => {
                for file in &given.files {
                    self.register(file.blob.clone(), file.is_nameless.then_some(family.key.as_str()));
                }
            }
        }
    }

    /// A collection's families are registered together, once.
    fn register(&mut self, blob: Blob<u8>, family_name: Option<&str>) {
        if self.registered.insert(blob.id()) {
            let named = FontInfoOverride { family_name, ..FontInfoOverride::default() };
            self.context.collection.register_fonts(blob, Some(named));
        }
    }
}

/// Parts of a text, each with the family that goes first there.
type Parts = Vec<Part>;
type Part = (Range<usize>, usize);

/// The families that a text needs, and the parts for which one other than the first of them has to be asked first,
/// so that a word is never set in two fonts and emoji come in colour.
fn chosen(book: &FontBook, text: &str, order: &[usize]) -> (BTreeSet<usize>, Parts) {
    let mut needed: BTreeSet<usize> = order.first().copied().into_iter().collect();
    // The first of the binary's has all of ASCII.
    let of_binary =
        |at: &&usize| matches!(book.families.get(**at).map(|family| &family.origin), Some(Origin::Binary(_)));
    needed.extend(order.iter().find(of_binary));
    let mut parts = Vec::new();
    if text.is_ascii() {
        return (needed, parts);
    }
    for run in runs(text) {
        for range in pieces(book, text, &run, order) {
            let part = text.get(range.clone()).unwrap_or_default();
            match whole(book, part, run.kind, order) {
                Some(first) => {
                    needed.insert(first);
                    parts.push((range, first));
                }
                None => needed.extend(part.chars().filter_map(|c| first_with(book, c, order))),
            }
        }
    }
    parts.extend(gaps(book, text, &parts));
    // Where no family before the chosen has any of it, that one is found without being named.
    parts.retain(|(range, first)| {
        let part = text.get(range.clone()).unwrap_or_default();
        let before = order.iter().take_while(|at| *at != first).filter(|at| needed.contains(at));
        before.filter_map(|&at| book.families.get(at)).any(|family| part.chars().any(|c| family.has(c)))
            || book.families.get(*first).is_some_and(|family| family.is_colored)
    });
    (needed, parts)
}

/// The spaces between two parts of one family, which are its own: those of a monospaced one would tear Arabic apart.
fn gaps(book: &FontBook, text: &str, parts: &Parts) -> Parts {
    let between = |((before, first), (after, next)): (&Part, &Part)| {
        let range = before.end..after.start;
        let is_space = text
            .get(range.clone())
            .is_some_and(|gap| !gap.is_empty() && gap.chars().all(char::is_whitespace));
        // A colour font's space has no width.
        let has_space = book.families.get(*first).is_some_and(|family| !family.is_colored && family.has(' '));
        (first == next && is_space && has_space).then_some((range, *first))
    };
    parts.iter().zip(parts.iter().skip(1)).filter_map(between).collect()
}

/// A run; only its letters where one font has those but not the signs beside them, or where it is Korean, whose signs
/// are as narrow as those of Latin.
fn pieces(book: &FontBook, text: &str, run: &Run, order: &[usize]) -> Vec<Range<usize>> {
    let part = text.get(run.range.clone()).unwrap_or_default();
    let is_korean = run.kind == RunKind::Script(Script::Hangul);
    if run.kind == RunKind::Emoji || !is_korean && whole(book, part, run.kind, order).is_some() {
        return vec![run.range.clone()];
    }
    let letters = letters(text, run);
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut at = run.range.start;
    for part in letters {
        pieces.push(at..part.start);
        at = part.end;
        pieces.push(part);
    }
    pieces.push(at..run.range.end);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The first family that has all of a part.
fn whole(book: &FontBook, part: &str, kind: RunKind, order: &[usize]) -> Option<usize> {
    let families = order.iter().filter_map(|&at| Some((at, book.families.get(at)?)));
    let has_all = |family: &FontFamily| match kind {
        RunKind::Emoji => family.is_colored && super::emoji::parts(part).all(|c| family.has(c)),
        RunKind::Script(_) => part.chars().filter(|&c| is_seen(c)).all(|c| family.has(c)),
    };
    families.into_iter().find(|(_, family)| has_all(family)).map(|(at, _)| at)
}

fn first_with(book: &FontBook, c: char, order: &[usize]) -> Option<usize> {
    order.iter().copied().find(|&at| is_seen(c) && book.families.get(at).is_some_and(|family| family.has(c)))
}
