//! A page's title where its front matter gives none, as MkDocs takes it from the text or the file's name.

/// The heading of the first level that opens a page, as MkDocs finds it before it renders the page
/// (`mkdocs.utils.meta.get_markdown_title`): addresses are made of this one.
pub fn written(body: &str) -> Option<&str> {
    let line = body.lines().map(str::trim).find(|line| !line.is_empty())?;
    line.strip_prefix("# ").map(|text| text.trim_start_matches(['#', ' ']))
}

/// The same as readers see it: underlined headings too, without anchors and marks.
pub fn shown(body: &str) -> Option<String> {
    let mut lines = body.lines().map(str::trim).skip_while(|line| line.is_empty() || is_comment(line));
    let first = lines.next()?;
    let below = lines.next().unwrap_or_default();
    let is_underlined = !below.is_empty() && below.bytes().all(|byte| byte == b'=');
    let text = match first.strip_prefix("# ") {
        Some(text) => text.trim().trim_end_matches('#'),
        None if is_underlined => first,
        None => return None,
    };
    let text = match text.rsplit_once('{') {
        Some((before, attributes)) if attributes.ends_with('}') => before,
        _ => text,
    };
    let text = without_tags(&without_links(text)).replace(['`', '*'], "");
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn is_comment(line: &str) -> bool {
    line.starts_with("<!--") && line.ends_with("-->")
}

/// `<kbd>key</kbd>` is shown as what it holds; a `<` before a space is one.
fn without_tags(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        shown.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match after.split_once('>').filter(|_| is_tag) {
            Some((_, tail)) => rest = tail,
            None => {
                shown.push('<');
                rest = after;
            }
        }
    }
    shown + rest
}

/// `[text](address)` is shown as its text.
fn without_links(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, tail)) = after.split_once("](") else { break };
        let Some((_, tail)) = tail.split_once(')') else { break };
        shown.push_str(before);
        shown.push_str(label);
        rest = tail;
    }
    shown + rest
}

/// `my-post` is called `My post`; a name with capitals keeps them.
pub fn of_name(name: &str) -> String {
    let title = name.replace(['-', '_'], " ");
    if title.to_lowercase() != title {
        return title;
    }
    let mut letters = title.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
