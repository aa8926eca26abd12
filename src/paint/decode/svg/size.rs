//! How large a drawing says it is.

/// Width and height from the first bytes: the root's own, or those of its view box.
pub fn size(head: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(head);
    let start = text.match_indices("<svg").find(|(start, _)| text.get(start + 4..).is_some_and(ends_name))?.0;
    let element = text.get(start..)?;
    let element = element.get(..element.find('>')?)?;
    let own = attribute(element, "width").and_then(pixels).zip(attribute(element, "height").and_then(pixels));
    let (width, height) = own.or_else(|| {
        let numbers: Vec<f32> = attribute(element, "viewBox")?
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|part| !part.is_empty())
            .map_while(|part| part.parse().ok())
            .collect();
        match *numbers.as_slice() {
            [_, _, width, height] => Some((width, height)),
            _ => None,
        }
    })?;
    let is_size = |length: f32| (0.5..1e6).contains(&length);
    (is_size(width) && is_size(height)).then_some(((width + 0.5) as u32, (height + 0.5) as u32))
}

fn ends_name(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/')
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let found = element.match_indices(name).find_map(|(at, _)| {
        let is_whole = element.get(..at)?.ends_with(char::is_whitespace);
        let rest = element.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        is_whole.then_some(rest)
    })?;
    let quote = found.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    found.get(1..)?.split(quote).next()
}

/// A length in CSS pixels, of which 96 are an inch.
fn pixels(length: &str) -> Option<f32> {
    let length = length.trim();
    let end = length.find(|c: char| !matches!(c, '0'..='9' | '.' | '+')).unwrap_or(length.len());
    let number: f32 = length.get(..end)?.parse().ok()?;
    let unit = match length.get(end..)?.trim() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        _ => return None,
    };
    Some(number * unit)
}
