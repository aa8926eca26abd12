//! MDX to HTML: strictly where its parser accepts a body, else leniently, so that no post is lost.

use ::markdown::{Constructs, MdxSignal, ParseOptions, mdast::Node};

use super::{LeftOut, depth, loose, markdown as commonmark, mdast};
use crate::guard;

/// The deepest tree that is rendered by recursion.
const DEPTH_LIMIT: usize = 150;

/// The longest body that the strict parser is given, whose time can grow with the square of it, in bytes.
const LENGTH_LIMIT: usize = 1_000_000;

/// The HTML of a body of MDX. What would have to be run is left out and named.
pub fn html(text: &str, math: bool, left_out: &mut LeftOut) -> String {
    if let Some(html) = strict(text, math, left_out) {
        return html;
    }
    let text = loose::without_comments(text, math);
    if let Some(html) = strict(&text, math, left_out) {
        return html;
    }
    commonmark::without_shortcodes(&loose::markdown(&text, math, left_out), math)
}

/// The HTML, if the parser takes the text.
fn strict(text: &str, math: bool, left_out: &mut LeftOut) -> Option<String> {
    if !is_modest(text) {
        return None;
    }
    // markdown 1.0.0 asserts that its stack is empty at the end, which unbalanced tags inside lists and links can break.
    let mut tree = guard::caught(|| ::markdown::to_mdast(text, &options(math)))?.ok()?;
    let html = (depth_of(&tree) <= DEPTH_LIMIT).then(|| mdast::html(&tree, left_out));
    dismantle(&mut tree);
    html
}

fn options(math: bool) -> ParseOptions {
    ParseOptions {
        constructs: Constructs {
            gfm_autolink_literal: true,
            gfm_footnote_definition: true,
            gfm_label_start_footnote: true,
            gfm_strikethrough: true,
            gfm_table: true,
            gfm_task_list_item: true,
            math_flow: math,
            math_text: math,
            ..Constructs::mdx()
        },
        // Without a parser of JavaScript, a statement ends with the blank line at which its brackets are closed.
        mdx_esm_parse: Some(Box::new(|code| {
            let depth: i32 = code.lines().map(loose::balance).sum();
            if depth > 0 {
                MdxSignal::Eof(
                    "a bracket is not closed".to_owned(),
                    Box::new("syndicard".to_owned()),
                    Box::new("esm".to_owned()),
                )
            } else {
                MdxSignal::Ok
            }
        })),
        ..ParseOptions::default()
    }
}

/// Whether a text can be parsed in little time: containers and brackets nest no deeper than people write them.
fn is_modest(text: &str) -> bool {
    const MARKS_LIMIT: usize = 100;
    let marks = |line: &str| {
        let start = line.find(|character: char| !" \t>-*+.)0123456789".contains(character));
        let start = start.and_then(|end| line.get(..end)).unwrap_or(line);
        start.split_whitespace().count().max(start.matches('>').count())
    };
    let brackets = |paragraph: &str| {
        paragraph.matches('[').count().max(paragraph.matches('*').count() + paragraph.matches('_').count())
    };
    // Measured: 4,000 links in one paragraph take a quarter of a second, twice as many four times as long.
    const BRACKETS_LIMIT: usize = 4_000;
    text.len() <= LENGTH_LIMIT
        && text.lines().all(|line| marks(line) <= MARKS_LIMIT)
        && text.split("\n\n").all(|paragraph| brackets(paragraph) <= BRACKETS_LIMIT)
        && depth::is_bounded(text)
}

/// How deeply nodes nest.
fn depth_of(tree: &Node) -> usize {
    let mut deepest = 0;
    let mut open = vec![(tree, 1)];
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        open.extend(node.children().into_iter().flatten().map(|child| (child, depth + 1)));
    }
    deepest
}

/// Takes a tree apart without recursion: dropping a deep one as a whole would exhaust the stack.
fn dismantle(tree: &mut Node) {
    let mut open = tree.children_mut().map(std::mem::take).unwrap_or_default();
    while let Some(mut node) = open.pop() {
        open.append(&mut node.children_mut().map(std::mem::take).unwrap_or_default());
    }
}
