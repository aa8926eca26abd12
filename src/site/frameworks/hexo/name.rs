//! What a post's file name says, by `new_post_name` (`hexo-util/permalink`).

/// A piece of the pattern.
enum Piece<'a> {
    Literal(&'a str),
    Name(&'a str),
}

/// The name of a placeholder that begins a text, behind its colon: it does not end in `_`.
pub fn placeholder(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches('_')
}

fn pieces(pattern: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut literal, mut at) = (0, 0);
    while let Some(colon) = pattern.get(at..).and_then(|rest| rest.find(':')).map(|found| at + found) {
        let name = placeholder(pattern.get(colon + 1..).unwrap_or_default());
        at = colon + 1 + name.len();
        if !name.is_empty() {
            pieces.push(Piece::Literal(pattern.get(literal..colon).unwrap_or_default()));
            pieces.push(Piece::Name(name));
            literal = at;
        }
    }
    pieces.push(Piece::Literal(pattern.get(literal..).unwrap_or_default()));
    pieces
}

/// What the pattern's names stand for in a path, if it fits; neither has an extension.
pub fn parsed<'a>(pattern: &'a str, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let pieces = pieces(pattern);
    // A pattern of many free names would try every way to share a long path.
    let mut steps = 10_000_u32;
    let mut found = Vec::new();
    fits(&pieces, path, &mut found, &mut steps).then_some(found)
}

/// Fits the pieces one after another, each as short as it can be.
fn fits<'a>(
    pieces: &[Piece<'a>],
    path: &'a str,
    found: &mut Vec<(&'a str, &'a str)>,
    steps: &mut u32,
) -> bool {
    let Some((piece, rest)) = pieces.split_first() else { return path.is_empty() };
    let name = match piece {
        Piece::Literal(literal) => {
            return path.strip_prefix(literal).is_some_and(|path| fits(rest, path, found, steps));
        }
        Piece::Name(name) => *name,
    };
    let digits = |least, most| (least, most, true);
    let (least, most, is_number) = match name {
        "year" => digits(4, 4),
        "month" | "day" => digits(2, 2),
        "i_month" | "i_day" => digits(1, 2),
        "hash" => (12, 12, false),
        _ => (1, usize::MAX, false),
    };
    let ends = path.char_indices().map(|(at, c)| at + c.len_utf8());
    for (count, end) in ends.enumerate() {
        *steps = steps.saturating_sub(1);
        let Some((value, tail)) = path.split_at_checked(end).filter(|_| count < most && *steps > 0) else {
            return false;
        };
        if is_number && !value.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        if count + 1 < least {
            continue;
        }
        found.push((name, value));
        if fits(rest, tail, found, steps) {
            return true;
        }
        found.pop();
    }
    false
}
