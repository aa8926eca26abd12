//! What a body tells besides its text: its first heading, links, a sample of its prose, and how long it takes to read.

mod html;

use super::article::Markup;
use super::reading::Reading;
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

/// A post needs no more than this to show where its site is.
const LINKS_KEPT: usize = 32;
/// Enough for a language to be recognised.
const SAMPLE_BYTES: usize = 600;

/// What is to be told of a body.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub heading: bool,
    pub links: bool,
    pub sample: bool,
    pub minutes: bool,
}

impl Wanted {
    pub const ALL: Self = Self { heading: true, links: true, sample: true, minutes: true };
    pub const LINKS: Self = Self { heading: false, links: true, sample: false, minutes: false };

    fn is_nothing(self) -> bool {
        !(self.heading || self.links || self.sample || self.minutes)
    }
}

/// Facts of a Markdown body.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Body {
    pub first_heading: Option<String>,
    pub links: Vec<String>,
    pub sample: String,
    /// None where there is nothing to read.
    pub reading_minutes: Option<u32>,
}

/// What links are found by.
struct Marks {
    http: Finder<'static>,
    /// Markdown's, from the host's root.
    inline: Finder<'static>,
    /// HTML's, likewise.
    attribute: Finder<'static>,
}

impl Marks {
    fn new() -> Self {
        Self { http: Finder::new("http"), inline: Finder::new("](/"), attribute: Finder::new("href=\"/") }
    }

    /// Whether there is any in a text: most lines of most posts have none, and need not be searched one by one.
    fn are_in(&self, text: &str) -> bool {
        [&self.http, &self.inline, &self.attribute].iter().any(|mark| mark.find(text.as_bytes()).is_some())
    }
}

/// Reads a body; of Markdown, code blocks and MDX imports are left out.
pub fn read(text: &str, markup: Markup, wanted: Wanted) -> Body {
    if wanted.is_nothing() {
        return Body::default();
    }
    match markup {
        Markup::Html => {
            let mut body = read_lines(&html::text(text), Wanted { links: false, ..wanted });
            let marks = Marks::new();
            if wanted.links {
                text.lines().for_each(|line| body.links_of(line, &marks));
            }
            Body { first_heading: None, ..body }
        }
        Markup::Markdown | Markup::Mdx | Markup::Other(_) => read_lines(text, wanted),
    }
}

/// The words of HTML in one line.
pub fn plain(html: &str) -> String {
    html::text(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a text line by line, as far as needed.
fn read_lines(text: &str, wanted: Wanted) -> Body {
    let mut body = Body::default();
    let mut fence: Option<&str> = None;
    let mut previous = "";
    let mut reading = Reading::default();
    let marks = Marks::new();
    let has_links = wanted.links && marks.are_in(text);
    let needs_all = has_links || wanted.minutes;
    for line in text.lines() {
        let lacks_heading = wanted.heading && body.first_heading.is_none();
        let lacks_sample = wanted.sample && body.sample.len() < SAMPLE_BYTES;
        if !(needs_all || lacks_heading || lacks_sample) {
            break;
        }
        let trimmed = line.trim();
        let opens = ["```", "~~~"].into_iter().find(|fence| trimmed.starts_with(fence));
        match (fence, opens) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, Some(mark)) => fence = Some(mark),
            (None, None) => {
                if wanted.minutes {
                    reading.prose(trimmed, previous);
                }
                if has_links {
                    body.links_of(trimmed, &marks);
                }
                if lacks_heading {
                    body.first_heading = heading(trimmed, previous);
                }
                if wanted.sample {
                    body.take(trimmed);
                }
            }
            _ => reading.code(trimmed),
        }
        previous = if fence.is_some() { "" } else { trimmed };
    }
    body.reading_minutes = reading.minutes().filter(|_| wanted.minutes);
    body
}

impl Body {
    fn take(&mut self, line: &str) {
        let prose = !line.starts_with(['#', '<', '{', '|', '!', '-', '='])
            && !is_module_code(line)
            && !is_directive(line);
        if prose && self.sample.len() < SAMPLE_BYTES {
            self.sample.push_str(line);
            self.sample.push(' ');
        }
    }

    fn links_of(&mut self, line: &str, marks: &Marks) {
        for at in marks.http.find_iter(line.as_bytes()) {
            self.link(line.get(at..).unwrap_or_default(), &["https://", "http://"]);
        }
        for (mark, before) in [(&marks.inline, "](".len()), (&marks.attribute, "href=\"".len())] {
            for at in mark.find_iter(line.as_bytes()) {
                self.link(line.get(at + before..).unwrap_or_default(), &["/"]);
            }
        }
    }

    /// Takes a link at the beginning of a text, where it begins in one of these ways.
    fn link(&mut self, rest: &str, starts: &[&str]) {
        let end = rest.find([' ', '\t', ')', ']', '>', '<', '"', '\'', '`']).unwrap_or(rest.len());
        let link = rest.get(..end).unwrap_or_default();
        let kept = starts.iter().any(|start| link.starts_with(start)) && !link.starts_with("//");
        if kept && self.links.len() < LINKS_KEPT {
            self.links.push(link.to_owned());
        }
    }
}

/// `.. image:: a.png` and `:alt: text` of reStructuredText.
fn is_directive(line: &str) -> bool {
    line.starts_with(".. ") || line.strip_prefix(':').is_some_and(|rest| rest.contains(':'))
}

fn is_module_code(line: &str) -> bool {
    line.starts_with("import ") || line.starts_with("export ")
}

/// An ATX heading of any level, or a line that is underlined.
fn heading(line: &str, previous: &str) -> Option<String> {
    let marks = line.bytes().take_while(|&byte| byte == b'#').count();
    let text = if (1..=6).contains(&marks) {
        line.get(marks..)
            .filter(|rest| rest.starts_with([' ', '\t']))?
            .trim()
            .trim_end_matches('#')
            .trim_end()
    } else if !line.is_empty()
        && (line.bytes().all(|b| b == b'=') || (line.len() > 2 && line.bytes().all(|b| b == b'-')))
    {
        previous
    } else {
        return None;
    };
    // `{#id}` at the end of a heading is its anchor.
    let text = text.split(" {#").next().unwrap_or(text).trim();
    (!text.is_empty()).then(|| text.to_owned())
}
