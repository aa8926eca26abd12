//! Gives every box of a theme its place, and every text the largest size at which all of them fit.

mod pictures;
mod placed;
mod texts;

pub use pictures::avatars_width;
pub use placed::{Frame, Placed, PlacedText};

use super::content::Content;
use super::theme::{Length, Node, PictureSource, Sides, Theme};
use crate::scene::Rect;
use crate::typeset::{Block, Fitted, Typesetter};
use pictures::picture_size;
use std::collections::BTreeMap;
use taffy::prelude::*;

/// What rounding may move.
const TOLERANCE_PX: f32 = 1.5;

/// Lays a theme's boxes out; the title shrinks, and is cut at last, until nothing juts out.
pub fn lay_out(
    root: &Node,
    theme: &Theme,
    frame: Frame,
    content: &Content<'_>,
    typesetter: &mut Typesetter,
) -> Vec<Placed> {
    let mut largest = 0;
    let mut fewer_lines = 0;
    loop {
        let mut engine = Engine {
            tree: tree(),
            theme,
            frame,
            content,
            typesetter,
            texts: BTreeMap::new(),
            largest,
            fewer_lines,
            exhausted: false,
        };
        let (placed, fits) = engine.run(root);
        let exhausted = engine.exhausted;
        if fits || (exhausted && fewer_lines >= 4) {
            return placed;
        }
        if exhausted {
            fewer_lines += 1;
        } else {
            largest += 1;
        }
    }
}

/// Places stay as they come: texts must get the width that they were fitted in.
fn tree() -> TaffyTree<Leaf> {
    let mut tree = TaffyTree::new();
    tree.disable_rounding();
    tree
}

struct Engine<'a> {
    tree: TaffyTree<Leaf>,
    theme: &'a Theme,
    frame: Frame,
    content: &'a Content<'a>,
    typesetter: &'a mut Typesetter,
    texts: BTreeMap<(u64, i64), (Fitted, bool)>,
    /// The first of the title's sizes that is tried.
    largest: usize,
    /// Lines that the title must do without, once it has come to its last size.
    fewer_lines: usize,
    /// Whether the title has no smaller size.
    exhausted: bool,
}

/// What taffy must ask the engine about.
#[derive(Clone)]
enum Leaf {
    Text(Box<Node>),
    /// A picture's own size in the theme's pixels.
    Picture(f32, f32),
}

impl<'a> Engine<'a> {
    /// The boxes at their places, and whether no text juts out.
    fn run(&mut self, root: &Node) -> (Vec<Placed>, bool) {
        let mut order = Vec::new();
        let mut whole = root.clone();
        whole.width.get_or_insert(Length::Share(1.0));
        whole.height.get_or_insert(Length::Share(1.0));
        // A square or tall card is inside of its square already.
        if self.content.card().square_safe && self.frame.width > self.frame.height {
            self.keep_to_the_square(&mut whole);
        }
        let Some(id) = self.grow(&whole, None, &mut order) else { return (Vec::new(), true) };
        let space = taffy::Size {
            width: AvailableSpace::Definite(self.frame.width),
            height: AvailableSpace::Definite(self.frame.height),
        };
        let mut tree = std::mem::replace(&mut self.tree, tree());
        // It fails for nodes that are not there, and all are.
        let _ = tree.compute_layout_with_measure(id, space, |inputs, node, leaf, style| {
            taffy::compute_leaf_layout(
                inputs,
                style,
                |_, _| 0.0,
                |known, available| match leaf {
                    Some(Leaf::Text(text)) => self.text_size(node, text, known, available),
                    Some(Leaf::Picture(width, height)) => picture_size((*width, *height), known),
                    None => taffy::Size::ZERO,
                },
            )
        });
        self.tree = tree;
        self.collect(&order)
    }

    /// Side paddings that keep what is in the card's row inside of its centre square.
    fn keep_to_the_square(&self, root: &mut Node) {
        let side = ((self.frame.width - self.frame.height) / 2.0 / self.frame.unit).max(0.0)
            + self.theme.safe_px / 2.0;
        let zero = Length::Px(0.0);
        let mut padding = root.padding.unwrap_or(Sides { top: zero, end: zero, bottom: zero, start: zero });
        for edge in [&mut padding.start, &mut padding.end] {
            let now = self.px(*edge, self.frame.width) / self.frame.unit;
            *edge = Length::Px(now.max(side));
        }
        root.padding = Some(padding);
    }

    fn px(&self, length: Length, around: f32) -> f32 {
        match length {
            Length::Px(px) => px * self.frame.unit,
            Length::Share(share) => share * around,
        }
    }

    /// Adds a box and those within it to the tree.
    fn grow(&mut self, node: &Node, parent: Option<NodeId>, order: &mut Vec<Entry>) -> Option<NodeId> {
        let style = super::styles::style(node, self.frame.unit);
        let leaf = self.leaf(node)?;
        let id = match leaf {
            Some(leaf) => self.tree.new_leaf_with_context(style, leaf).ok()?,
            None => self.tree.new_leaf(style).ok()?,
        };
        order.push(Entry { id, parent, node: node.clone() });
        for inner in &node.boxes {
            if let Some(child) = self.grow(inner, Some(id), order) {
                self.tree.add_child(id, child).ok()?;
            }
        }
        Some(id)
    }

    /// What a box holds that has a size of its own; nothing at all where the box has nothing to show.
    fn leaf(&self, node: &Node) -> Option<Option<Leaf>> {
        if let Some(say) = &node.say {
            let nothing = self.content.parts(say).is_empty();
            return (!nothing).then(|| Some(Leaf::Text(Box::new(node.clone()))));
        }
        match &node.picture {
            Some(PictureSource::Logo) => {
                let logo = self.content.logo()?;
                Some(Some(Leaf::Picture(logo.width_px as f32, logo.height_px as f32)))
            }
            Some(PictureSource::Avatars) => {
                let count = self.content.avatars().len();
                (count > 0).then_some(Some(Leaf::Picture(avatars_width(count), 1.0)))
            }
            Some(PictureSource::Cover) => self.content.has_cover().then_some(None),
            _ => Some(None),
        }
    }

    /// The boxes with their places on the card, and whether all texts stand where they may.
    fn collect(&mut self, order: &[Entry]) -> (Vec<Placed>, bool) {
        // Each box's place, and what all the boxes around it leave of the card.
        let mut rects: BTreeMap<u64, (Rect, Rect)> = BTreeMap::new();
        let card = Rect { left: 0.0, top: 0.0, right: self.frame.width, bottom: self.frame.height };
        let mut placed = Vec::with_capacity(order.len());
        let mut fits = true;
        for Entry { id, parent, node } in order {
            let Ok(layout) = self.tree.layout(*id).copied() else { continue };
            let around = parent.and_then(|parent| rects.get(&u64::from(parent)).copied());
            let (left, top) = around.map_or((0.0, 0.0), |(rect, _)| (rect.left, rect.top));
            let left_over = around.map_or(card, |(_, left_over)| left_over);
            let (left, top) = (left + layout.location.x, top + layout.location.y);
            let rect = Rect { left, top, right: left + layout.size.width, bottom: top + layout.size.height };
            rects.insert(u64::from(*id), (rect, common(&rect, &left_over)));
            let text = matches!(self.tree.get_node_context(*id), Some(Leaf::Text(_))).then(|| {
                let inner = Rect {
                    left: rect.left + layout.padding.left,
                    top: rect.top + layout.padding.top,
                    right: rect.right - layout.padding.right,
                    bottom: rect.bottom - layout.padding.bottom,
                };
                fits &= self.stands_well(&inner, &left_over);
                let (fitted, is_title) = self.set(*id, node, inner.width());
                fits &= !is_title || (!fitted.cut && self.ink_is_inside(&fitted.block, &inner));
                PlacedText {
                    block: fitted.block,
                    size_px: fitted.size_px,
                    rect: inner,
                    is_title,
                    cut: fitted.cut,
                }
            });
            placed.push(Placed { node: node.clone(), rect, text });
        }
        if self.content.rtl {
            placed.iter_mut().for_each(|placed| mirror(placed, self.frame.width));
        }
        (placed, fits)
    }

    /// Whether what stands out of a text's box, as opening quotation marks and emoji do, keeps off the rim by half of the safe
    /// distance, and inside of the square where text must.
    fn ink_is_inside(&self, block: &Block, rect: &Rect) -> bool {
        let rim = self.theme.safe_px * self.frame.unit / 2.0;
        let beside = if self.content.card().square_safe {
            ((self.frame.width - self.frame.height) / 2.0).max(rim)
        } else {
            rim
        };
        // The boxes are not mirrored yet, the lines are.
        let left = if self.content.rtl { self.frame.width - rect.right } else { rect.left };
        let top = rect.top - block.trim_top;
        block.lines.iter().all(|line| {
            left + line.left >= beside
                && left + line.left + line.width <= self.frame.width - beside
                && top + line.top >= rim
                && top + line.bottom <= self.frame.height - rim
        })
    }

    /// Whether a text's box keeps off the rim and inside of the boxes around it.
    fn stands_well(&self, rect: &Rect, around: &Rect) -> bool {
        let safe = self.theme.safe_px * self.frame.unit;
        let card =
            Rect { left: safe, top: safe, right: self.frame.width - safe, bottom: self.frame.height - safe };
        let around = common(around, &card);
        rect.left >= around.left - TOLERANCE_PX
            && rect.top >= around.top - TOLERANCE_PX
            && rect.right <= around.right + TOLERANCE_PX
            && rect.bottom <= around.bottom + TOLERANCE_PX
    }
}

/// What two boxes have in common.
fn common(one: &Rect, other: &Rect) -> Rect {
    Rect {
        left: one.left.max(other.left),
        top: one.top.max(other.top),
        right: one.right.min(other.right),
        bottom: one.bottom.min(other.bottom),
    }
}

struct Entry {
    id: NodeId,
    parent: Option<NodeId>,
    node: Node,
}

/// The whole layout changes sides where the title runs from the right.
fn mirror(placed: &mut Placed, width: f32) {
    for rect in std::iter::once(&mut placed.rect).chain(placed.text.iter_mut().map(|text| &mut text.rect)) {
        (rect.left, rect.right) = (width - rect.right, width - rect.left);
    }
}
