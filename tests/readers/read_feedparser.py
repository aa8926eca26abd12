"""Reads a feed with feedparser."""

import sys
from pathlib import Path

import feedparser

from shape import moment, number, say


def typed(detail, value=None):
    return {"html" if "html" in detail.get("type", "") else "text": detail["value"] if value is None else value}


def whole(contents):
    """The HTML among several, which is what those who use this library show."""
    content = next((content for content in contents if content.type == "text/html"), next(iter(contents), None))
    return content and typed(content)


# A title of RSS has no type, and what feedparser tells of one is its guess.
is_atom = sys.argv[1].endswith("atom.xml")
feed = feedparser.parse(Path(sys.argv[1]).read_bytes())
assert not feed.bozo, feed.get("bozo_exception")
for entry in feed.entries:
    say(
        title=typed(entry.title_detail) if is_atom else entry.get("title"),
        link=entry.get("link"),
        id=entry.get("id"),
        published=moment(entry.get("published_parsed")),
        updated=moment(entry.get("updated_parsed") if "updated" in entry else None),
        authors=[author.get("name") for author in entry.get("authors", [])],
        tags=[tag.term for tag in entry.get("tags", [])],
        summary=typed(entry.summary_detail, entry.summary) if "summary_detail" in entry else None,
        content=whole(entry.get("content", [])),
        language=entry.get("language") or entry.get("title_detail", {}).get("language"),
        enclosures=[[link.href, link.type, number(link.get("length"))] for link in entry.get("enclosures", [])],
    )
