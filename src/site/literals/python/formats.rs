//! Puts values into texts as Python does.

use super::super::Literal;

/// A longer text is made by no configuration.
const LIMIT_CHARACTERS: usize = 1 << 16;

/// A value as it stands in a text that it is put into.
pub(super) fn written(value: &Literal) -> Option<&str> {
    match value {
        Literal::Text(text) => Some(text),
        // Only whole numbers are sure to look there as they do in the code.
        Literal::Number(number) => number.chars().all(|c| c.is_ascii_digit()).then_some(number),
        Literal::Bool(true) => Some("True"),
        Literal::Bool(false) => Some("False"),
        Literal::Null => Some("None"),
        _ => None,
    }
}

/// `format % arguments`, with `%s`, `%d` and `%(key)s`.
pub(super) fn percent(format: &str, arguments: &Literal) -> Option<String> {
    let mut items = match arguments {
        Literal::List(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    }
    .iter();
    let mut text = String::new();
    let mut rest = format;
    while let Some((before, behind)) = rest.split_once('%') {
        text.push_str(before);
        if let Some(behind) = behind.strip_prefix('%') {
            text.push('%');
            rest = behind;
            continue;
        }
        let (value, behind) = match behind.strip_prefix('(') {
            Some(behind) => {
                let (key, behind) = behind.split_once(')')?;
                (arguments.get(&[key])?, behind)
            }
            None => (items.next()?, behind),
        };
        text.push_str(written(value)?);
        if text.len() > LIMIT_CHARACTERS {
            return None;
        }
        rest = behind.strip_prefix(['s', 'd'])?;
    }
    Some(text + rest)
}

/// `format.format(…)`, with `{}`, `{0}` and `{key}`.
pub(super) fn braces(format: &str, items: &[Literal], named: &Literal) -> Option<String> {
    let mut text = String::new();
    let mut rest = format;
    let mut next = 0..;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, behind) = rest.split_at_checked(at)?;
        text.push_str(before);
        if let Some(behind) = behind.strip_prefix("{{").or_else(|| behind.strip_prefix("}}")) {
            text.extend(rest.get(at..at + 1));
            rest = behind;
            continue;
        }
        let (field, behind) = behind.strip_prefix('{')?.split_once('}')?;
        let value = match field {
            "" => items.get(next.next()?)?,
            field => match field.parse::<usize>() {
                Ok(number) => items.get(number)?,
                Err(_) => named.get(&[field])?,
            },
        };
        text.push_str(written(value)?);
        if text.len() > LIMIT_CHARACTERS {
            return None;
        }
        rest = behind;
    }
    Some(text + rest)
}
