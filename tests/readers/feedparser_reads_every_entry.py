"""Reads the feeds of a built site with feedparser and compares every entry with the JSON feed."""

import json
import sys
from pathlib import Path

import feedparser

public = Path(sys.argv[1])
items = json.loads((public / "feed.json").read_text())["items"]
assert items, "no items"
for name in ("feed.xml", "atom.xml"):
    feed = feedparser.parse((public / name).read_bytes())
    assert not feed.bozo, (name, feed.get("bozo_exception"))
    assert len(feed.entries) == len(items), name
    for entry, item in zip(feed.entries, items):
        assert entry.title == item["title"], (name, entry.title)
        assert entry.link == item["url"], (name, entry.link)
        assert entry.id == item["id"], (name, entry.id)
        assert [tag.term for tag in entry.get("tags", [])] == item.get("tags", []), (name, item["id"])
        assert [author.name for author in entry.authors] == [author["name"] for author in item["authors"]], (name, item["id"])
        # RSS has room for the first; Atom has all.
        attachment = item["attachments"][0]
        media = [link for link in entry.links if link.rel == "enclosure"]
        assert len(media) == (1 if name == "feed.xml" else len(item["attachments"])), (name, entry.links)
        assert media[0].href == attachment["url"], (name, media)
        assert int(media[0].length) == attachment["size_in_bytes"], (name, media)
        card = public / attachment["url"].split("/", 3)[3]
        assert card.stat().st_size == attachment["size_in_bytes"], card
    print(f"{name}: {len(items)} entries as they were written")
