//! Sets the texts of a card: the largest size that the layout leaves room for, and the least width in which a text stands so.

use super::Engine;
use crate::card::content::TextPart;
use crate::card::theme::{Node, Say, TextAlign, TextRole};
use crate::scene::Color;
use crate::typeset::{
    Align, Block, Fitted, Step, Style as TextStyle, Text, Typesetter, fit_beginning, fit_whole,
};
use taffy::prelude::*;

/// The share of the width by which cramped sizes are told apart; finer than a pixel.
const KEYS_PER_PX: f32 = 8.0;
/// A text that may be as wide as it likes.
const WIDEST_PX: f32 = 100_000.0;
/// What a line may need beside its ink: the last letter's tracking, and space that its glyphs bring along.
const BESIDE_EM: [f32; 4] = [0.0, 0.08, 0.2, 0.4];

impl<'a> Engine<'a> {
    pub(super) fn text_size(
        &mut self,
        id: NodeId,
        node: &Node,
        known: taffy::Size<Option<f32>>,
        available: taffy::Size<AvailableSpace>,
    ) -> taffy::Size<f32> {
        let width = match (known.width, available.width) {
            (Some(width), _) => width,
            // A text takes any width; what decides is the box around it.
            (None, AvailableSpace::MinContent) => 0.0,
            (None, AvailableSpace::MaxContent) => WIDEST_PX,
            (None, AvailableSpace::Definite(width)) => width,
        };
        if width <= 0.0 {
            return taffy::Size { width: 0.0, height: known.height.unwrap_or(0.0) };
        }
        let (fitted, _) = self.set(id, node, width);
        let own = self.own_width(id, node, &fitted).min(width);
        let height = fitted.block.trimmed_height();
        taffy::Size { width: known.width.unwrap_or(own), height: known.height.unwrap_or(height.max(0.0)) }
    }

    /// The least width in which a text stands as it does here: its ink, and a little for what is beside it.
    fn own_width(&mut self, id: NodeId, node: &Node, fitted: &Fitted) -> f32 {
        let ink = fitted.block.width().ceil();
        let beside = BESIDE_EM.map(|em| ink + 1.0 + em * fitted.size_px);
        let same = |set: &Fitted| {
            set.size_px == fitted.size_px
                && set.cut == fitted.cut
                && set.block.lines.iter().map(|line| &line.text).eq(fitted
                    .block
                    .lines
                    .iter()
                    .map(|line| &line.text))
        };
        let mut set = |width: f32| {
            if fitted.cut { Some(self.set(id, node, width).0) } else { self.set_whole(id, node, width) }
        };
        let enough = beside.into_iter().find(|&width| set(width).as_ref().is_some_and(same));
        enough.unwrap_or(ink + fitted.size_px)
    }

    /// Sets a text in a width, once.
    pub(super) fn set(&mut self, id: NodeId, node: &Node, width: f32) -> (Fitted, bool) {
        let key = (id.into(), (width * KEYS_PER_PX).round() as i64);
        if let Some(set) = self.texts.get(&key) {
            return set.clone();
        }
        let is_title = node.say.as_ref().is_some_and(Say::has_title);
        let set = (
            self.set_afresh(node, width, |typesetter, asked| Some(fit_beginning(typesetter, asked)))
                .unwrap_or_else(|| self.nothing()),
            is_title,
        );
        self.texts.insert(key, set.clone());
        set
    }

    /// The same; nothing where it would have to be cut.
    fn set_whole(&mut self, id: NodeId, node: &Node, width: f32) -> Option<Fitted> {
        let key = (id.into(), (width * KEYS_PER_PX).round() as i64);
        if let Some((set, _)) = self.texts.get(&key) {
            return Some(set.clone()).filter(|set| !set.cut);
        }
        let is_title = node.say.as_ref().is_some_and(Say::has_title);
        let set = self.set_afresh(node, width, |_, _| None)?;
        self.texts.insert(key, (set.clone(), is_title));
        Some(set)
    }

    fn nothing(&self) -> Fitted {
        Fitted { block: Block::empty(self.content.rtl), size_px: 0.0, cut: false }
    }

    /// `shorten` sets the last part of a text that does not fit.
    fn set_afresh(
        &mut self,
        node: &Node,
        width: f32,
        shorten: impl Fn(&mut Typesetter, &Text<'_>) -> Option<Fitted>,
    ) -> Option<Fitted> {
        let Some(role) = self.theme.text(node.text.as_deref()) else { return Some(self.nothing()) };
        let is_title = node.say.as_ref().is_some_and(Say::has_title);
        let steps = self.steps(role, is_title);
        let height = node.max_height.map_or(f32::INFINITY, |length| self.px(length, self.frame.height));
        let style = self.style(node, role);
        let mut parts: Vec<TextPart> =
            node.say.as_ref().map(|say| self.content.parts(say)).unwrap_or_default();
        loop {
            let text = self.content.join(&parts, node);
            let asked = Text { text: &text, style, steps: &steps, width_px: width, height_px: height };
            if let Some(fitted) = fit_whole(self.typesetter, &asked) {
                return Some(fitted);
            }
            // What matters least goes first; the last part is shortened instead.
            if parts.len() < 2 {
                return shorten(self.typesetter, &asked);
            }
            let least = parts.iter().enumerate().max_by_key(|(_, part)| part.rank).map_or(0, |(at, _)| at);
            parts.remove(least);
        }
    }

    fn steps(&mut self, role: &TextRole, is_title: bool) -> Vec<Step> {
        let scaled = |step: &Step| Step { size_px: step.size_px * self.frame.unit, lines: step.lines };
        let mut steps: Vec<Step> = role.sizes.iter().map(scaled).collect();
        if is_title {
            self.exhausted = self.largest + 1 >= steps.len();
            steps.drain(..self.largest.min(steps.len() - 1));
            if self.exhausted {
                steps
                    .iter_mut()
                    .for_each(|step| step.lines = step.lines.saturating_sub(self.fewer_lines).max(1));
            }
        }
        steps
    }

    fn style(&self, node: &Node, role: &TextRole) -> TextStyle<'a> {
        let align = match node.text_align {
            None | Some(TextAlign::Start) => Align::Start,
            Some(TextAlign::Center) => Align::Center,
            Some(TextAlign::End) => Align::End,
        };
        TextStyle {
            family: role.family.family(),
            weight: role.weight,
            size_px: 0.0,
            tracking_em: role.tracking,
            leading_em: role.leading,
            color: Color::WHITE,
            align,
            language: self.content.card().language,
            rtl: Some(self.content.rtl),
            tabular: role.tabular,
            break_words: false,
        }
    }
}
