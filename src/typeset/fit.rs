//! Fits a text: the largest size at which it stands well in few lines.

use super::block::Block;
use super::breaks::{Break, Title};
use super::cut;
use super::lines::{Choice, Room, choose};
use super::measure::Measure;
use super::place::place;
use super::script::least_leading_em;
use super::shape::{Style, Typesetter};
use parley::layout::Layout;

/// What ink may stand out of the box by rounding.
const SLACK_PX: f32 = 0.5;

/// A size, and the lines that a text may take at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub size_px: f32,
    pub lines: usize,
}

/// A text that has to go into a box.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    pub text: &'a str,
    /// Its size is that of the steps.
    pub style: Style<'a>,
    /// From the largest to the smallest; a text that does not fit at the last is cut.
    pub steps: &'a [Step],
    pub width_px: f32,
    /// From what looks like the text's top to what looks like its foot: the height of the block without its trims.
    pub height_px: f32,
}

/// A text that was set, with its size.
#[derive(Clone, Debug)]
pub struct Fitted {
    pub block: Block,
    pub size_px: f32,
    /// Whether an ellipsis stands for the rest.
    pub cut: bool,
}

impl Fitted {
    /// What stands in each line.
    pub fn lines_text(&self) -> Vec<&str> {
        self.block.lines.iter().map(|line| line.text.as_str()).collect()
    }
}

/// Sets a text in its box, flush with the edge that its style names, in lines of like length.
///
/// A step is left for the next smaller one where the text does not fit it, or where it would break badly: in a word, with one
/// word alone in the last line, behind an article. Marks that hang stand outside the box.
pub fn fit(typesetter: &mut Typesetter, asked: &Text<'_>) -> Fitted {
    let title = title(typesetter, asked);
    whole(typesetter, &title, asked).unwrap_or_else(|| cut::cut(typesetter, &title, asked, last(asked)))
}

/// The same; nothing where the text would have to be cut.
pub fn fit_whole(typesetter: &mut Typesetter, asked: &Text<'_>) -> Option<Fitted> {
    let title = title(typesetter, asked);
    whole(typesetter, &title, asked)
}

/// The beginning of a text that does not fit, with an ellipsis.
pub fn fit_beginning(typesetter: &mut Typesetter, asked: &Text<'_>) -> Fitted {
    let title = title(typesetter, asked);
    cut::cut(typesetter, &title, asked, last(asked))
}

fn title(typesetter: &Typesetter, asked: &Text<'_>) -> Title {
    Title::read(asked.text, &typesetter.missing(asked.text), asked.style.language)
}

fn last(asked: &Text<'_>) -> Step {
    asked.steps.last().copied().unwrap_or(Step { size_px: asked.style.size_px, lines: 1 })
}

fn whole(typesetter: &mut Typesetter, title: &Title, asked: &Text<'_>) -> Option<Fitted> {
    let last = last(asked);
    if title.text.is_empty() {
        let rtl = asked.style.rtl.unwrap_or(false);
        return Some(Fitted { block: Block::empty(rtl), size_px: last.size_px, cut: false });
    }
    let steps = if asked.steps.is_empty() { std::slice::from_ref(&last) } else { asked.steps };
    let (block, size_px) = Setting::of(typesetter, title, asked, steps).best(typesetter)?;
    Some(Fitted { block, size_px, cut: false })
}

/// A text that was shaped, and the rooms in which it may stand.
pub struct Setting<'a> {
    title: &'a Title,
    asked: &'a Text<'a>,
    style: Style<'a>,
    layout: Layout<()>,
    measure: Measure,
    rooms: Vec<Room>,
}

impl<'a> Setting<'a> {
    /// Shapes a text once, at the largest size; every width at another is this one's share.
    pub fn of(typesetter: &mut Typesetter, title: &'a Title, asked: &'a Text<'a>, steps: &[Step]) -> Self {
        let largest = steps.iter().map(|step| step.size_px).fold(1.0, f32::max);
        let leading_em = asked.style.leading_em.max(least_leading_em(&title.text));
        let style = Style { size_px: largest, leading_em, ..asked.style };
        let layout = typesetter.shape(&title.text, &style);
        let measure = Measure::of(&layout, &title.text, largest);
        let room = |step: &Step| Room {
            step: *step,
            width_px: asked.width_px,
            lines: lines_in(asked.height_px, step, leading_em * step.size_px),
        };
        let rooms = steps.iter().map(room).collect();
        Self { title, asked, style, layout, measure, rooms }
    }

    /// The lines at the best step; nothing where the text fits none.
    pub fn best(&mut self, typesetter: &mut Typesetter) -> Option<(Block, f32)> {
        let smallest = self.rooms.iter().map(|room| room.step.size_px).fold(f32::INFINITY, f32::min);
        // Each turn that fails leaves one room with a line less or a little narrower.
        for _ in 0..4 * self.rooms.len() {
            let choice = choose(
                self.title,
                &self.measure,
                &self.rooms,
                self.style.size_px,
                self.asked.style.break_words,
            )?;
            let room = self.rooms.get_mut(choice.room)?;
            let style = Style { size_px: room.step.size_px, ..self.style };
            let block = set(
                typesetter,
                self.title,
                &mut self.layout,
                &choice,
                self.style.size_px,
                &style,
                self.asked,
            );
            let wider = over(&block, self.asked.width_px);
            // A single line is no lower with fewer words.
            let is_least = block.lines.len() == 1 && room.step.size_px <= smallest;
            if block.trimmed_height() > self.asked.height_px + SLACK_PX && !is_least {
                room.lines = block.lines.len().saturating_sub(1);
            } else if wider > SLACK_PX {
                room.width_px -= wider;
            } else {
                return Some((block, room.step.size_px));
            }
        }
        None
    }
}

/// The lines that a height leaves room for: the first takes its capitals' height, each further one the leading.
fn lines_in(height_px: f32, step: &Step, leading_px: f32) -> usize {
    let more = ((height_px - 0.7 * step.size_px) / leading_px).floor();
    if more < 0.0 { 0 } else { step.lines.min((more as usize).saturating_add(1)) }
}

/// By how much the widest line is wider than the box, apart from what hangs.
fn over(block: &Block, width_px: f32) -> f32 {
    block
        .lines
        .iter()
        .map(|line| line.width - line.hangs.0.max(0.0) - line.hangs.1.max(0.0) - width_px)
        .fold(0.0, f32::max)
}

/// Sets the chosen lines; a text that gets hyphens is shaped anew with them.
fn set(
    typesetter: &mut Typesetter,
    title: &Title,
    layout: &mut Layout<()>,
    choice: &Choice,
    shaped_px: f32,
    style: &Style<'_>,
    asked: &Text<'_>,
) -> Block {
    if choice.breaks.iter().any(|place| place.hyphen) {
        let (text, starts) = hyphenated(&title.text, &choice.breaks);
        let mut layout = typesetter.shape(&text, style);
        return place(typesetter.inks(), &mut layout, &text, &starts, style.size_px, style, asked.width_px);
    }
    let starts: Vec<usize> = choice.breaks.iter().map(|place| place.start).collect();
    place(typesetter.inks(), layout, &title.text, &starts, shaped_px, style, asked.width_px)
}

/// The text with its hyphens, and where its lines begin in it.
fn hyphenated(text: &str, breaks: &[Break]) -> (String, Vec<usize>) {
    let mut with = String::with_capacity(text.len() + breaks.len());
    let mut starts = Vec::with_capacity(breaks.len());
    let mut at = 0;
    for place in breaks {
        with.push_str(text.get(at..place.start).unwrap_or_default());
        if place.hyphen {
            with.push('-');
        }
        starts.push(with.len());
        at = place.start;
    }
    with.push_str(text.get(at..).unwrap_or_default());
    (with, starts)
}
