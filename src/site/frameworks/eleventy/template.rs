//! Permalinks written as templates, as far as they only put a post's own words and its date together.

use crate::model::RoutePart;
use crate::site::front_matter::Value;
use crate::site::inherit::Layers;
use crate::site::slugs::eleventy;

/// What a permalink can name.
pub struct Names<'a> {
    pub fields: &'a Layers<'a>,
    pub file_slug: &'a str,
    pub file_path_stem: &'a str,
}

/// A value on its way through filters.
enum Piece {
    Text(String),
    /// The post's date, whole.
    Date,
    Part(RoutePart),
}

/// The pieces of the path; nothing where it takes more than this to know it.
pub fn written(template: &str, names: &Names<'_>) -> Option<Vec<RoutePart>> {
    if template.contains("{%") || template.contains("${") {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (inside, behind) = after.split_once("}}")?;
        parts.push(RoutePart::Text(before.to_owned()));
        let inside = inside.trim_start_matches('-').trim_end_matches('-');
        match evaluated(inside, names)? {
            Piece::Text(text) => parts.push(RoutePart::Text(text)),
            Piece::Part(part) => parts.push(part),
            Piece::Date => return None,
        }
        rest = behind;
    }
    parts.push(RoutePart::Text(rest.to_owned()));
    Some(parts)
}

fn evaluated(expression: &str, names: &Names<'_>) -> Option<Piece> {
    let mut steps = outside_quotes(expression, '|').into_iter();
    let mut piece = named(steps.next()?.trim(), names)?;
    for step in steps {
        piece = filtered(piece, step.trim())?;
    }
    Some(piece)
}

fn named(name: &str, names: &Names<'_>) -> Option<Piece> {
    let text = |text: &str| Some(Piece::Text(text.to_owned()));
    if let Some(literal) = literal(name) {
        return text(literal);
    }
    match name {
        "page.fileSlug" => text(names.file_slug),
        "page.filePathStem" => text(names.file_path_stem),
        "page.date" | "date" => Some(Piece::Date),
        "page.date.getUTCFullYear()" | "page.date.getFullYear()" => {
            Some(Piece::Part(RoutePart::Date("%Y".to_owned())))
        }
        path => {
            let mut steps = path.split('.');
            let is_name = |step: &str| {
                !step.is_empty() && step.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$'))
            };
            let first = steps.next().filter(|step| is_name(step) && *step != "page")?;
            let mut value = names.fields.value(&[first])?;
            for step in steps {
                value = value.get(&[step])?;
            }
            text(value.text().filter(|text| !text.is_empty())?)
        }
    }
}

fn filtered(piece: Piece, filter: &str) -> Option<Piece> {
    let end = filter.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(filter.len());
    let (name, rest) = filter.split_at_checked(end)?;
    let rest = rest.trim().trim_start_matches([':', '(']).trim_end_matches(')');
    let arguments: Vec<&str> =
        outside_quotes(rest, ',').into_iter().filter_map(|one| literal(one.trim())).collect();
    let text = match piece {
        Piece::Date => return dated(name, arguments.first().copied()),
        Piece::Part(part) => {
            return matches!(name, "string" | "safe" | "slugify" | "slug").then_some(Piece::Part(part));
        }
        Piece::Text(text) => text,
    };
    let first = arguments.first().copied().unwrap_or_default();
    Some(Piece::Text(match name {
        "slugify" => eleventy::slugify(&text),
        "slug" => eleventy::slug(&text),
        "downcase" | "lower" | "lowercase" => text.to_lowercase(),
        "upcase" | "upper" => text.to_uppercase(),
        "trim" | "strip" => text.trim().to_owned(),
        "url" | "safe" | "string" | "default" => text,
        "append" => text + first,
        "prepend" => first.to_owned() + &text,
        "replace" => text.replace(first, arguments.get(1).copied().unwrap_or_default()),
        "remove" => text.replace(first, ""),
        _ => return None,
    }))
}

/// A filter that writes the date: by `strftime` as Liquid has it, or by the letters of Luxon and Moment.
fn dated(name: &str, form: Option<&str>) -> Option<Piece> {
    let form = match form {
        Some(form) if form.contains('%') => form.to_owned(),
        Some(form) => letters(form)?,
        None => {
            let name = name.to_lowercase();
            if name.contains("iso") || name.contains("html") {
                "%Y-%m-%d".to_owned()
            } else if name.contains("year") {
                "%Y".to_owned()
            } else {
                return None;
            }
        }
    };
    Some(Piece::Part(RoutePart::Date(form)))
}

/// `yyyy/MM/dd` and `YYYY/MM/DD`.
fn letters(form: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = form;
    while let Some(c) = rest.chars().next() {
        let run = rest.len() - rest.trim_start_matches(c).len();
        out.push_str(match (c, run / c.len_utf8()) {
            ('y' | 'Y', 4) => "%Y",
            ('y' | 'Y', 2) => "%y",
            ('M' | 'L', 4) => "%B",
            ('M' | 'L', 3) => "%b",
            ('M' | 'L', 2) => "%m",
            ('M' | 'L', 1) => "%-m",
            ('d' | 'D', 2) => "%d",
            ('d' | 'D', 1) => "%-d",
            ('H', 2) => "%H",
            ('m', 2) => "%M",
            ('s', 2) => "%S",
            _ if c.is_alphabetic() => return None,
            _ => rest.get(..run)?,
        });
        rest = rest.get(run..)?;
    }
    Some(out)
}

/// What stands in quotes, if that is all.
fn literal(text: &str) -> Option<&str> {
    ['"', '\''].iter().find_map(|quote| {
        let inside = text.strip_prefix(*quote)?.strip_suffix(*quote)?;
        (!inside.contains(*quote)).then_some(inside)
    })
}

/// Splits where the mark stands outside of quotes.
fn outside_quotes(text: &str, mark: char) -> Vec<&str> {
    let (mut parts, mut start, mut quote) = (Vec::new(), 0, None);
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == mark => {
                parts.push(text.get(start..at).unwrap_or_default());
                start = at + c.len_utf8();
            }
            None => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// The permalink that stands, where it is written down: nothing for `false`, an error for what only code knows.
pub fn of(value: &Value) -> Result<Option<&str>, ()> {
    match value {
        Value::Text(text) if text == "false" => Ok(None),
        Value::Text(text) => Ok(Some(text)),
        Value::Map(_) => value.get(&["build", "serve"]).and_then(Value::text).map(Some).ok_or(()),
        Value::Null | Value::List(_) => Err(()),
    }
}
