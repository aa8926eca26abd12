"""What readers make of any feed, so that it is not the fault of ours.

Each case says what the reader does, holds a small feed written by hand in which it does so, and computes what it makes
of a post. `compare.py` reads the small feed too, and fails where a case no longer occurs.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any, Callable


@dataclass(frozen=True)
class Known:
    reader: str
    formats: tuple[str, ...]
    field: str
    # What it does, for the table's notes.
    says: str
    # What it makes of a post's value.
    becomes: Callable[[Any, dict], Any]
    # A small feed, what it says, and what the reader tells instead.
    feed: str
    said: Any
    told: Any


def rss(parts):
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>By hand</title><link>https://hand.example.org/</link><description>By hand</description>
<item><title>One</title><link>https://hand.example.org/one</link><guid>https://hand.example.org/one</guid>{parts}</item>
</channel></rss>
"""


def atom(parts):
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>By hand</title><id>https://hand.example.org/</id><updated>2026-01-01T00:00:00Z</updated><author><name>Hand</name></author>
<entry><title>One</title><id>https://hand.example.org/one</id><updated>2026-01-01T00:00:00Z</updated>
<link href="https://hand.example.org/one"/><summary>One</summary>{parts}</entry>
</feed>
"""


def json(parts):
    return f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "By hand", "items": [
{{"id": "https://hand.example.org/one", "url": "https://hand.example.org/one", "title": "One", "content_text": "One", {parts}}}]}}
"""


RSS_ONE = rss("<dc:creator>Ann</dc:creator>")
RSS_BRACKETS = rss("<dc:creator>Ann</dc:creator><dc:creator>Bob (editor)</dc:creator>")
RSS_TWO = rss("<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>")
RSS_TAGS = rss("<category>a, b</category>")
ATOM_TAGS = atom('<category term="a, b"/>')
ATOM_TWO = atom("<author><name>Ann</name></author><author><name>Bob</name></author>")
ATOM_FILE = atom('<link rel="enclosure" href="https://hand.example.org/a.png" type="image/png" length="9"/>')
JSON_TWO = json('"authors": [{"name": "Ann"}, {"name": "Bob"}]')
PICTURE = [["https://hand.example.org/a.png", "image/png", 9]]


def first(names, _):
    return names[:1]


def last(names, _):
    return names[-1:]


def last_without_brackets(names, _):
    """A mail address would stand in them."""
    return [re.split(r" [<(]", names[-1])[0]]


def joined(names, _):
    return [", ".join(names)]


def nothing(_, __):
    return []


def split_at_commas(tags, _):
    return ",".join(tags).split(",")


def html_title(title, _):
    """As an HTML serialiser writes it."""
    return re.sub(r"<(\w+)/>", r"<\1 />", title)


def markdown_title(title, _):
    """As an HTML title turned into Markdown, without blanks at its end."""
    bold = re.sub(r"</?b>", "**", title).replace("<br/>", " ")
    return unescape(bold).strip()


def unsigned_32_bits(date, _):
    """The moment, after its seconds were cut to 32 bits without a sign."""
    return date.fromtimestamp(int(date.timestamp()) % 2**32, date.tzinfo)


KNOWN = [
    Known("feedparser", ("RSS",), "title", "reads a title that holds a closing tag as HTML, and writes `<br/>` as `<br />`",
          html_title, rss("").replace("One<", "&lt;b>x&lt;/b>&lt;br/><", 1), "<b>x</b><br/>", "<b>x</b><br />"),
    Known("reader", ("RSS",), "title", "reads with feedparser, so the same", html_title,
          rss("").replace("One<", "&lt;b>x&lt;/b>&lt;br/><", 1), "<b>x</b><br/>", "<b>x</b><br />"),
    Known("rss2email", ("RSS",), "title", "reads a title that holds a closing tag or an entity as HTML, and writes it as Markdown",
          markdown_title, rss("").replace("One<", "&lt;b>x&lt;/b> &amp;amp;<", 1), "<b>x</b> &amp;", "**x** &"),
    Known("reader", ("RSS",), "authors", "has the last of several `dc:creator`, without what stands in brackets", last_without_brackets,
          RSS_BRACKETS, ["Ann", "Bob (editor)"], ["Bob"]),
    Known("reader", ("Atom",), "authors", "has the last of several authors", last, ATOM_TWO, ["Ann", "Bob"], ["Bob"]),
    Known("atoma", ("RSS",), "authors", "reads no `dc:creator`", nothing, RSS_ONE, ["Ann"], []),
    Known("fastfeedparser", ("RSS",), "authors", "has the first of several `dc:creator`", first, RSS_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("fastfeedparser", ("Atom",), "authors", "has the first of several authors", first, ATOM_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("fastfeedparser", ("JSON",), "authors", "has the first of several authors", first, JSON_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("fastfeedparser", ("Atom",), "enclosures", "reads no `link rel=\"enclosure\"`", nothing, ATOM_FILE, PICTURE, []),
    Known("rss-parser", ("Atom",), "authors", "has the first of several authors", first, ATOM_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("rss-parser", ("Atom",), "tags", "reads no categories of Atom", nothing, ATOM_TAGS, ["a, b"], []),
    Known("rss-parser", ("Atom",), "enclosures", "reads no `link rel=\"enclosure\"`", nothing, ATOM_FILE, PICTURE, []),
    Known("newsboat", ("RSS", "Atom"), "published", "keeps the seconds in 32 bits without a sign, so 1899 becomes 2036", unsigned_32_bits,
          rss("<pubDate>Sun, 31 Dec 1899 12:00:00 +0000</pubDate>"), "1899-12-31T12:00:00+00:00", "2036-02-06T18:28:16+00:00"),
    Known("newsboat", ("RSS",), "authors", "has the last of several `dc:creator`", last, RSS_TWO, ["Ann", "Bob"], ["Bob"]),
    Known("newsboat", ("Atom",), "authors", "writes several authors as one text with commas", joined, ATOM_TWO, ["Ann", "Bob"],
          ["Ann, Bob"]),
    Known("newsboat", ("RSS",), "enclosures", "takes no enclosure that is a picture", nothing,
          rss('<enclosure url="https://hand.example.org/a.png" type="image/png" length="9"/>'), PICTURE, []),
    Known("newsboat", ("Atom",), "enclosures", "takes no enclosure that is a picture", nothing, ATOM_FILE, PICTURE, []),
    Known("sfeed", ("RSS",), "authors", "has the first of several `dc:creator`", first, RSS_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("sfeed", ("Atom",), "authors", "has the first of several authors", first, ATOM_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("rss2email", ("RSS",), "authors", "writes a mail from the first of several `dc:creator`", first, RSS_TWO, ["Ann", "Bob"], ["Ann"]),
    Known("rss2email", ("Atom",), "authors", "writes a mail from the last of several authors", last, ATOM_TWO, ["Ann", "Bob"], ["Bob"]),
    Known("rss2email", ("RSS",), "tags", "writes tags in one line, between commas", split_at_commas, RSS_TAGS, ["a, b"], ["a", " b"]),
    Known("rss2email", ("Atom",), "tags", "writes tags in one line, between commas", split_at_commas, ATOM_TAGS, ["a, b"], ["a", " b"]),
]
