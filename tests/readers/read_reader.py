"""Reads a feed with reader, the library."""

import sys
from pathlib import Path

from reader import make_reader

from shape import moment, say

file = Path(sys.argv[1]).resolve()
reader = make_reader(":memory:", feed_root=str(file.parent))
reader.add_feed(file.name)
reader.update_feed(file.name)


def whole(contents):
    """The HTML among several, as its `Entry.get_content` prefers it."""
    return next((content for content in contents if content.type == "text/html"), next(iter(contents), None))


def typed(content):
    return content and {"html" if content.type == "text/html" else "text": content.value}


# It does not tell the summary's type: its users go by the feed's format.
kind = "html" if file.name.endswith("feed.xml") else "text"
for entry in reader.get_entries(feed=file.name):
    say(
        title=entry.title,
        link=entry.link,
        id=entry.id,
        published=moment(entry.published),
        updated=moment(entry.updated),
        authors=[author.name for author in entry.authors],
        summary={kind: entry.summary} if entry.summary is not None else None,
        content=typed(whole(entry.content)),
        enclosures=[[item.href, item.type, item.length] for item in entry.enclosures],
    )
