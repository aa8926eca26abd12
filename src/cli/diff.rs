//! `syndicard diff`.

use super::args::{Diff, Format};
use super::{DONE, IN_ERROR, MISUSE, json, say};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;
use std::io::Read;
use syndicard::diff::{self, Change, Difference, Finding, Kind};
use syndicard::feed::published::{self, Published, PublishedItem};
use syndicard::net::FEED_LIMIT_BYTES;

pub fn run(args: &Diff) -> u8 {
    if args.old == STANDARD_INPUT && args.new == STANDARD_INPUT {
        say::misuse("only one of the two feeds can be read from standard input");
        return MISUSE;
    }
    let (old, new) = (feed("old", &args.old), feed("new", &args.new));
    let (Some(old), Some(new)) = (old, new) else { return MISUSE };
    let difference = diff::compare(&old, &new);
    match args.format {
        Format::Json => say::line(&json::difference(&difference)),
        Format::Text => say::line(&text(&difference, &args.old)),
    }
    if difference.count(Kind::Returns) > 0 { IN_ERROR } else { DONE }
}

const STANDARD_INPUT: &str = "-";

/// One of the two feeds; else, says why there is none.
fn feed(which: &str, name: &str) -> Option<Published> {
    let read = if name == STANDARD_INPUT { standard_input() } else { diff::read_feed(name) };
    let tell = |reason: &String| {
        say::misuse(&format!(
            "the {which} feed, `{}`, cannot be read: {}",
            say::visible(name),
            say::visible(reason)
        ));
    };
    read.inspect_err(tell).ok()
}

fn standard_input() -> Result<Published, String> {
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().take(FEED_LIMIT_BYTES + 1);
    input.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > FEED_LIMIT_BYTES {
        return Err(format!("larger than {} MiB", FEED_LIMIT_BYTES >> 20));
    }
    published::read(&bytes)
}

fn text(difference: &Difference, old_name: &str) -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        let findings: Vec<&Finding> = difference.of(kind).collect();
        if findings.is_empty() {
            continue;
        }
        let style = style(kind);
        let _ = writeln!(text, "{style}{}{style:#} ({})", heading(kind), findings.len());
        for finding in findings {
            let _ = writeln!(text, "  {}", title_line(finding));
            for (name, value) in details(finding) {
                let _ = writeln!(text, "              {name:<3}  {}", say::visible(&value));
            }
        }
        text.push('\n');
    }
    for hint in hints(difference, old_name) {
        let _ = writeln!(text, "hint: {}", say::visible(&hint));
    }
    text.push_str(&summary(difference));
    text
}

fn style(kind: Kind) -> Style {
    match kind {
        Kind::Returns => AnsiColor::Red.on_default().bold(),
        Kind::IdReused | Kind::Duplicate | Kind::Vanished => AnsiColor::Yellow.on_default().bold(),
        _ => Style::new().bold(),
    }
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Returns => "comes back as unread: the same post, a new id",
        Kind::IdReused => "goes unseen: its id was another post's, so readers take it for read",
        Kind::Duplicate => "id given twice: readers show one of the two",
        Kind::Vanished => "vanished: newer than the oldest that stayed",
        Kind::Moved => "moved: the same id, another link",
        Kind::Redated => "redated: the same id, another date of publication",
        Kind::Edited => "edited",
        Kind::New => "new",
        Kind::FellOut => "fell out at the old end",
    }
}

/// Day and title: those of the new item, where there is one.
fn title_line(finding: &Finding) -> String {
    let item = finding.new.as_ref().or(finding.old.as_ref());
    let day = item.and_then(PublishedItem::date).map(|date| date.format("%Y-%m-%d").to_string());
    format!("{:<10}  {}", day.unwrap_or_default(), say::visible(name(item)))
}

fn name(item: Option<&PublishedItem>) -> &str {
    item.map_or("", |item| item.title.as_deref().or(item.link.as_deref()).unwrap_or(&item.id))
}

/// What differs, where the title does not say it.
fn details(finding: &Finding) -> Vec<(&'static str, String)> {
    let (old, new) = (finding.old.as_ref(), finding.new.as_ref());
    let id = |item: Option<&PublishedItem>| item.map(|item| item.id.clone()).unwrap_or_default();
    let link = |item: Option<&PublishedItem>| {
        item.and_then(|item| item.link.clone()).unwrap_or_else(|| "no link".to_owned())
    };
    let date = |item: Option<&PublishedItem>| {
        let date = item.and_then(|item| item.published);
        date.map(|date| date.format("%Y-%m-%d %H:%M:%S UTC").to_string()).unwrap_or_default()
    };
    match finding.kind {
        Kind::Returns => vec![("was", id(old)), ("now", id(new))],
        Kind::IdReused => vec![("id", id(new)), ("was", name(old).to_owned())],
        Kind::Duplicate => vec![("id", id(new)), ("and", name(old).to_owned())],
        Kind::Moved => vec![("was", link(old)), ("now", link(new))],
        Kind::Redated => vec![("was", date(old)), ("now", date(new))],
        Kind::Vanished | Kind::Edited | Kind::New | Kind::FellOut => Vec::new(),
    }
}

fn hints(difference: &Difference, old_name: &str) -> Vec<String> {
    if difference.count(Kind::Returns) == 0 {
        return Vec::new();
    }
    let mut hints = Vec::new();
    if let Some(pattern) = &difference.pattern {
        let changes: Vec<String> = pattern.changes.iter().map(change).collect();
        hints.push(format!(
            "in every id that changed, {}: the address changed, not the posts",
            changes.join(" and ")
        ));
    }
    // What was read from standard input cannot be named again.
    let old_name = if old_name == STANDARD_INPUT { "OLD" } else { old_name };
    hints.push(format!("keep the ids that readers know: `syndicard adopt {old_name}`"));
    hints
}

fn change(change: &Change) -> String {
    match change {
        Change::Scheme { from, to } => format!("`{from}:` became `{to}:`"),
        Change::Host { from, to } => format!("the host `{from}` became `{to}`"),
        Change::TrailingSlash { added: true } => "a `/` was added at the end".to_owned(),
        Change::TrailingSlash { added: false } => "the `/` at the end was dropped".to_owned(),
        Change::Folder { from, to } => format!("the folder `{from}` became `{to}`"),
    }
}

/// `12 items the same, 1 comes back as unread, 2 new`.
fn summary(difference: &Difference) -> String {
    let mut parts = vec![super::build::count(difference.same, "item") + " the same"];
    for kind in Kind::ALL {
        let count = difference.count(kind);
        if count > 0 {
            parts.push(format!("{count} {}", in_summary(kind, count)));
        }
    }
    parts.join(", ")
}

fn in_summary(kind: Kind, count: usize) -> &'static str {
    match (kind, count) {
        (Kind::Returns, 1) => "comes back as unread",
        (Kind::Returns, _) => "come back as unread",
        (Kind::IdReused, 1) => "goes unseen",
        (Kind::IdReused, _) => "go unseen",
        (Kind::Duplicate, _) => "given twice",
        (Kind::Vanished, _) => "vanished",
        (Kind::Moved, _) => "moved",
        (Kind::Redated, _) => "redated",
        (Kind::Edited, _) => "edited",
        (Kind::New, _) => "new",
        (Kind::FellOut, _) => "fell out",
    }
}
