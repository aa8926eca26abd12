//! What stands in Markdown as it is, code and formulas, so that rewriting passes leave it alone.

/// A place outside code and formulas where a rewriting may begin.
pub struct Place<'a> {
    /// The text from here to the end.
    pub rest: &'a str,
    /// Whether a line begins here.
    pub starts_line: bool,
}

/// Rewrites what stands outside code and formulas.
///
/// At every place, `step` may take some bytes and give what replaces them. What begins first wins: a tag that holds a
/// backtick is a tag, code that holds a tag is code. `shown` gives what code and formulas become.
pub fn rewrite(
    text: &str,
    math: bool,
    shown: fn(&str) -> String,
    mut step: impl FnMut(&Place) -> Option<(usize, String)>,
) -> String {
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    let mut starts_line = true;
    // Searches that failed once are not made again, or a text of backticks alone would take the square of its length.
    let mut hopeless = Hopeless::default();
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((length, replacement)) =
            step(&Place { rest, starts_line }).filter(|(length, _)| *length > 0)
        {
            written.push_str(&replacement);
            starts_line = rest.get(..length).is_some_and(|taken| taken.ends_with('\n'));
            at += length;
            continue;
        }
        let length = length(rest, at, starts_line, math, &mut hopeless);
        let copied = rest.get(..length).unwrap_or(rest);
        if length > 2 {
            written.push_str(&shown(copied));
        } else {
            written.push_str(copied);
        }
        starts_line = copied.ends_with('\n');
        at += copied.len();
    }
    written
}

/// Up to where closing marks were looked for in vain.
#[derive(Default)]
struct Hopeless {
    code: usize,
    formula: usize,
}

/// How many bytes to copy: a whole piece of code or a formula, else one character.
fn length(rest: &str, at: usize, starts_line: bool, math: bool, hopeless: &mut Hopeless) -> usize {
    if starts_line && let Some(length) = fenced(rest) {
        return length;
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    match rest.as_bytes() {
        [b'\\', next, ..] if next.is_ascii_punctuation() => 2,
        [b'`', ..] => {
            let run = rest.bytes().take_while(|byte| *byte == b'`').count();
            if at < hopeless.code {
                return run;
            }
            code_span(rest, run).unwrap_or_else(|| {
                hopeless.code = at + paragraph(rest).len();
                run
            })
        }
        [b'$', ..] if math && at >= hopeless.formula => formula(rest).unwrap_or_else(|| {
            hopeless.formula = at + paragraph(rest).len();
            first
        }),
        _ => first,
    }
}

/// The bytes of a fenced block that begins with this line, its closing fence included.
fn fenced(rest: &str) -> Option<usize> {
    let opening = rest.split('\n').next()?;
    let fence = opening.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    let mark = fence.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let size = fence.chars().take_while(|character| *character == mark).count();
    if size < 3 || (mark == '`' && fence.trim_start_matches('`').contains('`')) {
        return None;
    }
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        length += line.len();
        let candidate = line.trim_matches([' ', '\t', '>', '\n']);
        let closes = candidate.len() >= size && candidate.chars().all(|character| character == mark);
        if closes && length > line.len() {
            break;
        }
    }
    Some(length)
}

/// The text up to the next blank line, which ends every inline construct.
fn paragraph(rest: &str) -> &str {
    rest.find("\n\n").and_then(|end| rest.get(..end)).unwrap_or(rest)
}

/// The bytes of a code span that begins with a run of backticks.
fn code_span(rest: &str, run: usize) -> Option<usize> {
    let text = paragraph(rest);
    let mut at = run;
    while let Some(found) = text.get(at..)?.find('`') {
        let begin = at + found;
        let size = text.get(begin..)?.bytes().take_while(|byte| *byte == b'`').count();
        at = begin + size;
        if size == run {
            return Some(at);
        }
    }
    None
}

/// The bytes of a formula. As in Pandoc, `$5 and $6` is none: no space inside, no digit after.
fn formula(rest: &str) -> Option<usize> {
    let text = paragraph(rest);
    if let Some(inside) = text.strip_prefix("$$") {
        return inside.find("$$").map(|end| end + 4);
    }
    let inside = text.strip_prefix('$')?;
    if inside.starts_with(char::is_whitespace) {
        return None;
    }
    let end = inside.match_indices('$').map(|(end, _)| end).find(|end| {
        let before = inside.get(..*end).unwrap_or_default();
        let after = inside.get(end + 1..).unwrap_or_default();
        !before.is_empty()
            && !before.ends_with(|last: char| last.is_whitespace() || last == '\\')
            && !after.starts_with(|next: char| next.is_ascii_digit())
    })?;
    Some(end + 2)
}
