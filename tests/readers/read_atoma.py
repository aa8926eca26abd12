"""Reads a feed with atoma."""

import sys
from pathlib import Path

import atoma

from shape import moment, say

data = Path(sys.argv[1]).read_bytes()


def typed(construct):
    return {construct.text_type.value: construct.value} if construct else None


def address(links, rel):
    return next((link.href for link in links if link.rel == rel), None)


if sys.argv[1].endswith(".json"):
    for item in atoma.parse_json_feed_bytes(data).items:
        content = {"html": item.content_html} if item.content_html is not None else {"text": item.content_text}
        say(
            title=item.title,
            link=item.url,
            id=item.id_,
            published=moment(item.date_published),
            updated=moment(item.date_modified),
            tags=item.tags,
            summary={"text": item.summary} if item.summary is not None else None,
            content=content,
            enclosures=[[file.url, file.mime_type, file.size_in_bytes] for file in item.attachments],
        )
elif b"<rss" in data[:4096]:
    for item in atoma.parse_rss_bytes(data).items:
        say(
            title=item.title,
            link=item.link,
            id=item.guid,
            published=moment(item.pub_date),
            authors=[item.author] if item.author else [],
            tags=item.categories,
            summary={"html": item.description} if item.description is not None else None,
            content={"html": item.content_encoded} if item.content_encoded is not None else None,
            enclosures=[[file.url, file.type, file.length] for file in item.enclosures],
        )
else:
    for entry in atoma.parse_atom_bytes(data).entries:
        say(
            title=typed(entry.title),
            link=address(entry.links, "alternate"),
            id=entry.id_,
            published=moment(entry.published),
            updated=moment(entry.updated),
            authors=[author.name for author in entry.authors],
            tags=[category.term for category in entry.categories],
            summary=typed(entry.summary),
            content=typed(entry.content),
            enclosures=[[link.href, link.type_, link.length] for link in entry.links if link.rel == "enclosure"],
        )
