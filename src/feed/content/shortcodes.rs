//! Shortcodes of Hugo and tags of Liquid: only their own generator can run them, so they are left out and named.

use super::LeftOut;
use super::verbatim::{self, Place};

/// A Markdown text without shortcodes; what stands between a pair of them stays.
pub fn resolve(text: &str, math: bool, left_out: &mut LeftOut) -> String {
    if !["{{<", "{{%", "{%", "{{"].iter().any(|mark| text.contains(mark)) {
        return text.to_owned();
    }
    verbatim::rewrite(text, math, code, |Place { rest, .. }| {
        if !rest.starts_with('{') {
            None
        } else if rest.starts_with("{{<") {
            hugo(rest, "{{<", ">}}", left_out)
        } else if rest.starts_with("{{%") {
            hugo(rest, "{{%", "%}}", left_out)
        } else if rest.starts_with("{%") {
            liquid(rest, left_out)
        } else {
            address(rest)
        }
    })
}

/// What a shortcode of Hugo becomes, with its length.
fn hugo(rest: &str, opening: &str, closing: &str, left_out: &mut LeftOut) -> Option<(usize, String)> {
    let end = rest.find(closing)?;
    let inside = rest.get(opening.len()..end)?.trim();
    let length = end + closing.len();
    // Written as a comment, it is meant to be shown.
    if let Some(shown) = inside.strip_prefix("/*").and_then(|shown| shown.strip_suffix("*/")) {
        return Some((length, format!("{opening}{shown}{closing}").replace('<', "&lt;")));
    }
    let name = inside.trim_start_matches('/').split_whitespace().next()?.trim_end_matches('/');
    if name == "highlight" {
        let language = inside.split_whitespace().nth(1).unwrap_or_default();
        if let Some(block) = code_block(rest, length, language, opening, "/highlight") {
            return Some(block);
        }
    }
    left_out.insert(format!("{opening} {name} {closing}"));
    Some((length, String::new()))
}

/// What a tag of Liquid becomes, with its length.
fn liquid(rest: &str, left_out: &mut LeftOut) -> Option<(usize, String)> {
    let end = rest.find("%}")?;
    let inside = rest.get(2..end)?.trim_matches('-').trim();
    let length = end + 2;
    let mut words = inside.split_whitespace();
    let name = words.next().unwrap_or_default();
    match name {
        "raw" => {
            let (inner, whole) = until(rest, length, "{%", "endraw")?;
            Some((whole, inner.to_owned()))
        }
        "comment" => {
            let (_, whole) = until(rest, length, "{%", "endcomment")?;
            Some((whole, String::new()))
        }
        "highlight" => code_block(rest, length, words.next().unwrap_or_default(), "{%", "endhighlight"),
        // `{%` stands in prose and in formulas, too; a tag has a name.
        _ if !name.starts_with(|first: char| first.is_ascii_alphabetic()) => None,
        _ => {
            // The end of a pair says nothing that its start does not.
            if !name.starts_with("end") {
                left_out.insert(format!("{{% {name} %}}"));
            }
            Some((length, String::new()))
        }
    }
}

/// A fenced block in the place of a pair that highlights what is between.
fn code_block(rest: &str, from: usize, language: &str, opening: &str, end: &str) -> Option<(usize, String)> {
    let (code, length) = until(rest, from, opening, end)?;
    let code = code.trim_matches('\n');
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    Some((length, format!("\n{fence}{language}\n{code}\n{fence}\n")))
}

/// What stands before the tag that ends a pair, and the length up to the end of that tag.
fn until<'a>(rest: &'a str, from: usize, opening: &str, name: &str) -> Option<(&'a str, usize)> {
    let after = rest.get(from..)?;
    let begin = after.match_indices(opening).map(|(at, _)| at).find(|at| {
        let tag = after.get(at + opening.len()..).unwrap_or_default();
        tag.trim_start_matches(['-', ' ']).starts_with(name)
    })?;
    let end = after.get(begin..)?.find('}')?;
    // Hugo's tags end in two braces.
    let braces = if opening.starts_with("{{") { 2 } else { 1 };
    Some((after.get(..begin)?, from + begin + end + braces))
}

/// What an output of Liquid becomes, where it is an address of the site: its root is where `/` leads.
fn address(rest: &str) -> Option<(usize, String)> {
    let inside = rest.strip_prefix("{{")?;
    let end = inside.find("}}")?;
    let mut parts = inside.get(..end)?.trim_matches('-').split('|').map(str::trim);
    let value = parts.next()?;
    let filter = parts.next();
    let length = end + 4;
    if matches!(value, "site.url" | "site.baseurl") {
        return Some((length, String::new()));
    }
    let literal = value.strip_prefix(['"', '\'']).and_then(|value| value.strip_suffix(['"', '\'']))?;
    matches!(filter, Some("relative_url" | "absolute_url")).then(|| (length, literal.to_owned()))
}

/// Code as it is shown: without the marks that keep a generator from running what it holds.
fn code(code: &str) -> String {
    let mut shown =
        code.replace("{{</*", "{{<").replace("*/>}}", ">}}").replace("{{%/*", "{{%").replace("*/%}}", "%}}");
    if shown.contains("{% raw %}") && shown.contains("{% endraw %}") {
        for mark in ["{% raw %}", "{% endraw %}"] {
            // A mark on a line of its own takes the line along.
            shown = shown.replace(&format!("\n{mark}\n"), "\n").replace(mark, "");
        }
    }
    shown
}
