//! Chooses the size of a title and its breaks: the largest at which it stands well.
//!
//! All widths are those of the text as it was shaped, once; for another size it is the box that is scaled.

use super::breaks::{Break, Title, forced, is_space};
use super::fit::Step;
use super::measure::Measure;
use super::script::is_cjk;

/// For a title set in half the size: in proportion, and, since small titles are not read at all, by the square.
const SMALLER: f32 = 50.0;
const MUCH_SMALLER: f32 = 100.0;
/// For a title with a word that is parted: more than any size, since no word is as long as it fits at one.
const PARTED: f32 = 1000.0;
/// For a line of no length, or of twice its share.
const RAGGED: f32 = 75.0;
/// For a line more.
const LINE: f32 = 3.0;
/// For one short word in the last line, and in the first.
const WIDOW: f32 = 16.0;
const ORPHAN: f32 = 4.0;
/// For one Chinese character in the last line, and for two.
const LAST_CHARACTER: f32 = 60.0;
const LAST_CHARACTERS: f32 = 12.0;
/// A word is short if it takes less than this of a line.
const SHORT: f32 = 0.55;
/// What rounding may add to a width.
const SLACK_PX: f32 = 0.01;

/// A step with the room that it leaves, in the pixels of its own size.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub step: Step,
    pub width_px: f32,
    /// As many lines as the step allows and the box is high.
    pub lines: usize,
}

/// A size, and the breaks of the lines at it.
#[derive(Debug)]
pub struct Choice {
    /// Which of the rooms.
    pub room: usize,
    pub breaks: Vec<Break>,
    pub cost: f32,
}

/// The cheapest lines over all rooms; nothing if the text fits none.
pub fn choose(
    title: &Title,
    measure: &Measure,
    rooms: &[Room],
    shaped_px: f32,
    break_words: bool,
) -> Option<Choice> {
    let largest = rooms.iter().map(|room| room.step.size_px).fold(0.0, f32::max);
    let mut best: Option<Choice> = None;
    for (index, room) in rooms.iter().enumerate() {
        let shrunk = largest / room.step.size_px - 1.0;
        let smaller = (SMALLER + MUCH_SMALLER * shrunk) * shrunk;
        if best.as_ref().is_some_and(|best| best.cost <= smaller) {
            break;
        }
        let width = room.width_px * shaped_px / room.step.size_px + SLACK_PX;
        let Some((breaks, cost)) = break_up(title, measure, width, room.lines, break_words) else { continue };
        let parted = !break_words && breaks.iter().any(|place| place.forced);
        let cost = cost + smaller + if parted { PARTED } else { 0.0 };
        if best.as_ref().is_none_or(|best| cost < best.cost) {
            best = Some(Choice { room: index, breaks, cost });
        }
    }
    best
}

/// A place at which a line may end and the next begin, with where that is in the text as it was shaped.
struct Node {
    place: Break,
    end_px: f32,
    start_px: f32,
}

/// The cheapest breaks into at most so many lines of a width, with their cost.
pub fn break_up(
    title: &Title,
    measure: &Measure,
    width: f32,
    most: usize,
    break_words: bool,
) -> Option<(Vec<Break>, f32)> {
    let length = title.text.len();
    let node = |place: Break| Node {
        end_px: measure.end(place.end) + if place.hyphen { measure.hyphen_px() } else { 0.0 },
        start_px: measure.start(place.start),
        place,
    };
    let mut nodes = vec![node(Break::at(0))];
    nodes.extend(places(title, measure, width, break_words).into_iter().map(node));
    nodes.push(node(Break::at(length)));
    let least = least_lines(&nodes, width)?;
    // One line more than needed may fall better; two more only scatter the words.
    (least..=most.min(least + 1))
        .filter_map(|lines| cheapest(&title.text, &nodes, width, lines))
        .reduce(|best, other| if other.1 < best.1 { other } else { best })
}

/// The breaks at which this width may end a line: inside a word only where the word is wider.
fn places(title: &Title, measure: &Measure, width: f32, break_words: bool) -> Vec<Break> {
    let length = title.text.len();
    let all = parted(&title.breaks, measure, width, length, |start, end| {
        title.inner.iter().filter(|place| start < place.start && place.start < end).copied().collect()
    });
    parted(&all, measure, width, length, |start, end| {
        let mut breaks = forced(&title.text, start, end);
        if break_words {
            breaks.iter_mut().for_each(|place| place.cost /= 10.0);
        }
        breaks
    })
}

/// The breaks, and between those that are further apart than the width the ones that `more` has.
fn parted(
    breaks: &[Break],
    measure: &Measure,
    width: f32,
    length: usize,
    more: impl Fn(usize, usize) -> Vec<Break>,
) -> Vec<Break> {
    let mut all = Vec::with_capacity(breaks.len());
    let mut start = 0;
    let end = Break::at(length);
    for place in breaks.iter().chain([&end]) {
        if measure.width(start, place.end) > width {
            all.extend(more(start, place.end));
        }
        all.push(*place);
        start = place.start;
    }
    all.pop();
    all
}

/// How many lines it takes if each is filled; nothing if one part is wider than a line.
fn least_lines(nodes: &[Node], width: f32) -> Option<usize> {
    let mut lines = 0;
    let mut rest = nodes;
    while let Some((first, after)) = rest.split_first().filter(|(_, after)| !after.is_empty()) {
        let fit = after.partition_point(|node| node.end_px - first.start_px <= width);
        rest = rest.get(fit..).filter(|_| fit > 0)?;
        lines += 1;
    }
    Some(lines.max(1))
}

/// The cheapest breaks into exactly so many lines: a dynamic programme over the number of lines and the places.
fn cheapest(text: &str, nodes: &[Node], width: f32, lines: usize) -> Option<(Vec<Break>, f32)> {
    let (first, last) = (nodes.first()?, nodes.last()?);
    let share = ((last.end_px - first.start_px) / lines as f32).max(1.0);
    // For each number of lines, for each place: the cost of coming there, and from where.
    let mut layers: Vec<Vec<(f32, usize)>> = vec![vec![(0.0, 0)]];
    for line in 1..=lines {
        let before = layers.last()?;
        let mut layer = vec![(f32::INFINITY, 0); nodes.len()];
        for (to, (slot, end)) in layer.iter_mut().zip(nodes).enumerate().skip(1) {
            if (line == lines) != (to + 1 == nodes.len()) {
                continue;
            }
            for (from, start) in nodes.iter().enumerate().take(to).rev() {
                let taken = end.end_px - start.start_px;
                if taken > width {
                    break;
                }
                let Some((so_far, _)) = before.get(from).filter(|(cost, _)| cost.is_finite()) else {
                    continue;
                };
                let words = text.get(start.place.start..end.place.end).unwrap_or_default();
                let edge = if lines == 1 {
                    0.0
                } else if line == lines {
                    last_line(words, taken / share)
                } else {
                    end.place.cost + if line == 1 { first_line(words, taken / share) } else { 0.0 }
                };
                let ragged = taken / share - 1.0;
                let cost = so_far + RAGGED * ragged * ragged + edge + LINE;
                if cost < slot.0 {
                    *slot = (cost, from);
                }
            }
        }
        layers.push(layer);
    }
    let mut at = nodes.len() - 1;
    let cost = layers.last()?.get(at)?.0;
    if !cost.is_finite() {
        return None;
    }
    let mut breaks = Vec::with_capacity(lines);
    for layer in layers.iter().skip(2).rev() {
        at = layer.get(at)?.1;
        breaks.push(nodes.get(at)?.place);
    }
    breaks.reverse();
    Some((breaks, cost))
}

/// What is wrong with a last line by itself: one short word, one or two Chinese characters.
fn last_line(words: &str, filled: f32) -> f32 {
    if words.chars().any(is_cjk) {
        return match words.chars().filter(|c| c.is_alphanumeric()).count() {
            0 | 1 => LAST_CHARACTER,
            2 => LAST_CHARACTERS,
            _ => 0.0,
        };
    }
    if filled < SHORT && !words.contains(is_space) { WIDOW } else { 0.0 }
}

/// One short word may stand alone in the first line if a pause follows it.
fn first_line(words: &str, filled: f32) -> f32 {
    let pause = words.ends_with([':', '!', '?', '.', '—', '–', '，', '、', '：']);
    if filled < SHORT && !pause && !words.contains(is_space) { ORPHAN } else { 0.0 }
}
