//! MDX that the strict parser refuses: JSX is taken out of it leniently, and the rest is Markdown.

use super::LeftOut;
use super::jsx::{self, Attributes, Expression};
use super::verbatim::{self, Place};

/// The Markdown of a text of MDX.
pub fn markdown(text: &str, math: bool, left_out: &mut LeftOut) -> String {
    // An unclosed brace is looked for once, not again at every brace after it.
    let mut is_balanced = true;
    verbatim::rewrite(text, math, str::to_owned, |Place { rest, starts_line }| {
        if *starts_line && let Some(length) = statement(rest) {
            left_out.insert(rest.split_whitespace().next().unwrap_or_default().to_owned());
            return Some((length, String::new()));
        }
        if rest.starts_with('{') && is_balanced {
            let Some(length) = braces(rest) else {
                is_balanced = false;
                return None;
            };
            let code = rest.get(1..length - 1)?;
            return Some((length, written(code, left_out)));
        }
        if rest.starts_with('<') { tag(rest, left_out) } else { None }
    })
}

/// A text without HTML comments, which MDX does not know.
pub fn without_comments(text: &str, math: bool) -> String {
    if !text.contains("<!--") {
        return text.to_owned();
    }
    verbatim::rewrite(text, math, str::to_owned, |Place { rest, .. }| {
        let comment = rest.strip_prefix("<!--")?;
        let length = comment.find("-->")? + 7;
        Some((length, String::new()))
    })
}

fn written(code: &str, left_out: &mut LeftOut) -> String {
    match jsx::expression(code) {
        Expression::Text(text) => text.replace('<', "&lt;"),
        Expression::Code => {
            left_out.insert("{expression}".to_owned());
            String::new()
        }
    }
}

/// The bytes of an `import` or `export` that begins a line: up to a line's end outside brackets, or a blank line.
pub fn statement(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("import").or_else(|| rest.strip_prefix("export"))?;
    let next = after.trim_start_matches(' ');
    let line = rest.lines().next().unwrap_or_default();
    // "import duties rose" is a sentence.
    let is_import = rest.starts_with("import")
        && (next.starts_with(['{', '*', '"', '\'']) || line.contains(" from ") && line.contains(['"', '\'']));
    let is_export = rest.starts_with("export")
        && [
            "default ",
            "const ",
            "let ",
            "var ",
            "function ",
            "async ",
            "class ",
            "{",
            "*",
            "type ",
            "interface ",
        ]
        .iter()
        .any(|word| next.starts_with(word));
    if !is_import && !is_export {
        return None;
    }
    let mut length = 0;
    let mut depth = 0;
    for line in rest.split_inclusive('\n') {
        if length > 0 && line.trim().is_empty() && depth <= 0 {
            break;
        }
        length += line.len();
        depth += balance(line);
        if depth <= 0 {
            break;
        }
    }
    // Brackets that never close were not brackets: the paragraph is enough.
    let paragraph = rest.find("\n\n").map_or(rest.len(), |end| end + 1);
    Some(if depth > 0 { paragraph } else { length })
}

/// How many more brackets a line opens than it closes, outside strings.
pub fn balance(line: &str) -> i32 {
    let mut depth = 0;
    let mut quote = None;
    let mut is_escaped = false;
    for character in line.chars() {
        match (quote, character) {
            _ if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(open), close) if open == close => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(character),
            (None, '{' | '(' | '[') => depth += 1,
            (None, '}' | ')' | ']') => depth -= 1,
            (None, _) => {}
        }
    }
    depth
}

/// The bytes of an expression with its braces, if they close.
fn braces(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// What a tag becomes, with its length; `None` where it is no tag.
fn tag(rest: &str, left_out: &mut LeftOut) -> Option<(usize, String)> {
    let inside = rest.get(1..)?;
    if inside.starts_with('>') {
        return Some((2, String::new()));
    }
    if let Some(closing) = inside.strip_prefix('/') {
        let length = closing.find('>')?;
        let name = closing.get(..length)?.trim();
        if !name.chars().all(is_name) {
            return None;
        }
        // Which component it closes is not known here; two can become elements that need their end.
        let close = match name {
            "Link" | "A" | "Anchor" | "NextLink" | "ExternalLink" | "CustomLink" => "</a>".to_owned(),
            name if name.is_empty() || jsx::is_component(name) => String::new(),
            name => format!("</{name}>"),
        };
        return Some((length + 3, close));
    }
    let name_length = inside.find(|character| !is_name(character)).unwrap_or(inside.len());
    let name = inside.get(..name_length)?;
    if !name.starts_with(|first: char| first.is_alphabetic()) {
        return None;
    }
    let (length, attributes, closes_itself) = attributes(inside.get(name_length..)?)?;
    let tags = jsx::tags(name, &attributes, !closes_itself);
    if tags.is_left_out {
        left_out.insert(format!("<{name}>"));
    }
    let close = if closes_itself || name == "Figure" { tags.close } else { String::new() };
    Some((1 + name_length + length, tags.open + &close))
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-' | '_' | ':')
}

/// The literal attributes of a tag from after its name, the bytes up to its end, and whether it closes itself.
fn attributes(rest: &str) -> Option<(usize, Attributes, bool)> {
    let mut found = Attributes::new();
    let mut at = 0;
    loop {
        let here = rest.get(at..)?;
        let trimmed = here.trim_start();
        at += here.len() - trimmed.len();
        match trimmed.as_bytes() {
            [b'>', ..] => return Some((at + 1, found, false)),
            [b'/', b'>', ..] => return Some((at + 2, found, true)),
            // A spread cannot be known.
            [b'{', ..] => at += braces(trimmed)?,
            [] => return None,
            _ => {
                let length = trimmed.find(|character| !is_name(character)).unwrap_or(trimmed.len());
                if length == 0 {
                    return None;
                }
                let name = trimmed.get(..length)?.to_owned();
                at += length;
                let Some(value) = trimmed.get(length..)?.strip_prefix('=') else {
                    found.push((name, None));
                    continue;
                };
                let (length, value) = value_of(value)?;
                at += 1 + length;
                if let Some(value) = value {
                    found.push((name, Some(value)));
                }
            }
        }
    }
}

/// The bytes of an attribute's value, and the value where it is a literal.
fn value_of(rest: &str) -> Option<(usize, Option<String>)> {
    match rest.chars().next()? {
        quote @ ('"' | '\'') => {
            let inside = rest.get(1..)?;
            let end = inside.find(quote)?;
            Some((end + 2, inside.get(..end).map(str::to_owned)))
        }
        '{' => {
            let length = braces(rest)?;
            Some((length, rest.get(1..length - 1).and_then(jsx::literal)))
        }
        _ => {
            let end = rest.find(|character: char| character.is_whitespace() || character == '>')?;
            Some((end, rest.get(..end).map(str::to_owned)))
        }
    }
}
