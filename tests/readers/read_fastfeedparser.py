"""Reads a feed with fastfeedparser."""

import sys
from pathlib import Path

import fastfeedparser

from shape import say

name = Path(sys.argv[1]).name
# It does not tell the summary's type: its users go by the feed's format.
kind = "html" if name == "feed.xml" else "text"

for entry in fastfeedparser.parse(Path(sys.argv[1]).read_bytes()).entries:
    contents = entry.get("content") or []
    content = contents[0] if contents else None
    say(
        title=entry.get("title"),
        link=entry.get("link"),
        id=entry.get("id"),
        published=entry.get("published"),
        updated=entry.get("updated"),
        authors=[author["name"] for author in entry.get("authors", [])],
        tags=[tag["term"] for tag in entry.get("tags") or []],
        summary={kind: entry["description"]} if entry.get("description") is not None else None,
        content={"html" if "html" in content["type"] else "text": content["value"]} if content else None,
        enclosures=[[item.get("url"), item.get("type"), item.get("length")] for item in entry.get("enclosures") or []],
    )
