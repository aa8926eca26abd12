//! Finds the front matter between fences, and the body of a file.

/// The language of a front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    Yaml,
    Toml,
    Json,
    /// JSON without its outer braces.
    Pairs,
    /// JavaScript, of which the literals are read.
    Code,
    /// A constant that an MDX file exports.
    Exports,
    /// `Key: value` lines.
    Lines,
    /// `:key: value` lines below a title.
    Docinfo,
    /// `.. key: value` lines.
    Dotted,
    /// `<title>` and `<meta>` elements.
    Metas,
    /// `#+key: value` lines.
    Org,
}

/// A file taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Fenced<'a> {
    pub syntax: Syntax,
    /// What stands between the fences, or in the head.
    pub text: &'a str,
    /// The number of the first line of `text`, from 1.
    pub first_line: u32,
    pub body: &'a str,
}

/// Why there is nothing to read between fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFront {
    /// The file does not begin with a fence.
    None,
    /// The opening fence, in this line, is never closed.
    Unterminated { line: u32 },
    /// `---coffee` and the like would have to be run.
    Code { line: u32 },
}

/// Splits a file whose lines end in `\n`.
///
/// # Errors
/// When there is no front matter, it does not end, or it is code.
pub fn split(text: &str) -> Result<Fenced<'_>, NoFront> {
    let trimmed = text.trim_start_matches([' ', '\t', '\n']);
    let blank = text.len() - trimmed.len();
    // A fence may follow blank lines but does not stand indented.
    let start = text.get(..blank).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let head = text.get(start..).unwrap_or_default();
    let line = 1 + newlines(text.get(..start).unwrap_or_default());
    if head.starts_with('{') {
        return json(head, line);
    }
    if head.starts_with("#+") {
        return super::org::split(head, line);
    }
    let (opening, rest) = head.split_once('\n').unwrap_or((head, ""));
    let (fence, syntax) = match opening.trim_end() {
        "---" | "---yaml" | "--- yaml" => ("---", Syntax::Yaml),
        "---toml" => ("---", Syntax::Toml),
        "---json" => ("---", Syntax::Json),
        "+++" => ("+++", Syntax::Toml),
        "---js" | "---javascript" | "---ts" => ("---", Syntax::Code),
        "---coffee" | "---coffeescript" | "---cson" => return Err(NoFront::Code { line }),
        _ => return super::exports::split(text).ok_or(NoFront::None),
    };
    close(rest, fence, syntax, line)
}

fn close<'a>(rest: &'a str, fence: &str, syntax: Syntax, line: u32) -> Result<Fenced<'a>, NoFront> {
    let mut at = 0;
    for piece in rest.split_inclusive('\n') {
        if piece.trim_end() == fence {
            let text = rest.get(..at).unwrap_or_default();
            let body = rest.get(at + piece.len()..).unwrap_or_default();
            return Ok(Fenced { syntax, text, first_line: line + 1, body });
        }
        at += piece.len();
    }
    Err(NoFront::Unterminated { line })
}

/// JSON needs no fence: the object ends where its braces balance.
fn json(head: &str, line: u32) -> Result<Fenced<'_>, NoFront> {
    // `{{ template }}` and `{#if}` open bodies, not objects.
    let inside = head.get(1..).unwrap_or_default().trim_start();
    if !inside.starts_with(['"', '}']) {
        return Err(NoFront::None);
    }
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in head.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && !quoted && byte == b'}' {
            let (text, body) = head.split_at_checked(at + 1).unwrap_or((head, ""));
            return Ok(Fenced { syntax: Syntax::Json, text, first_line: line, body });
        }
    }
    Err(NoFront::Unterminated { line })
}

/// How many lines end in a text.
pub fn newlines(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|&byte| byte == b'\n').count()).unwrap_or(u32::MAX)
}
