"""Field by field: what a reader must give for a post, and whether it did."""

import html
import re
from datetime import datetime

FIELDS = (
    "title", "link", "id", "published", "updated", "authors", "tags", "summary", "content", "language", "enclosures",
)


class Feed:
    """A feed's format, and what it carries at all."""

    def __init__(self, name, text, files):
        self.name = name
        self.format = {"feed.xml": "RSS", "atom.xml": "Atom", "feed.json": "JSON"}[name]
        self.files = files
        self.has_content = any(mark in text for mark in ("<content:encoded", "<content ", '"content_html"'))
        self.has_updated = self.format != "RSS" or "<atom:updated" in text or "<dcterms:modified" in text
        self.has_language = self.format != "RSS" or "<dc:language" in text or "<item xml:lang" in text

    def carries(self, field):
        return {"updated": self.has_updated, "language": self.has_language}.get(field, True)


def wanted(field, post, feed):
    """The value that a reader must give."""
    if field == "link":
        return post["url"]
    if field == "authors":
        return [author["name"] for author in post["authors"]]
    if field == "updated" and feed.format == "Atom":
        return post["updated"] or post["published"]
    if field == "enclosures":
        return [feed.files[post["card"]]] if post["card"] else []
    # The beginning of the prose stands in for a summary: the one post without has no more than its mark.
    summary = post["summary"] or next(iter(post["marks"]), None)
    if field == "summary":
        return summary
    if field == "content":
        has_content = feed.has_content and post["body"].strip()
        return {"marks": post["marks"], "links": post["links"]} if has_content else summary
    return post[field]


def agrees(field, want, got, post):
    """Whether what a reader gives is what is wanted."""
    if field in ("published", "updated"):
        if field == "updated" and want is None:
            # Who tells no moment of its own for the last edit may give that of publication.
            return got is None or instant(got) == post["published"].timestamp()
        return got is not None and instant(got) == want.timestamp()
    if field == "content":
        return agrees_content(want, got, post)
    if field == "summary":
        return (plain(got) if got else "") == (want or "")
    if field == "title" and isinstance(got, dict):
        return plain(got) == want
    if field == "language":
        return (got or "en") == want
    if field == "enclosures":
        return len(got) == len(want) and all(map(same_file, want, got))
    return got == want


def agrees_content(want, got, post):
    if not isinstance(want, dict):
        # A feed of summaries, which readers show in its place; JSON Feed requires a content, be it the title.
        return not got or (want or post["title"]) in plain(got) or not plain(got)
    if got is None:
        return False
    text = "".join(collapsed(plain(got)).split())
    written = html.unescape(got.get("html", ""))
    return all("".join(mark.split()) in text for mark in want["marks"]) and all(link in written for link in want["links"])


def same_file(want, got):
    """Address, type and length, as far as the reader tells them."""
    return all(theirs is None or ours == theirs for ours, theirs in zip(want, got))


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def plain(typed):
    """What a person reads of a text with its type."""
    if "html" not in typed:
        return typed["text"]
    without_tags = re.sub(r"<!--.*?-->|</?[A-Za-z][^>]*>", "", typed["html"], flags=re.DOTALL)
    return html.unescape(without_tags)


def collapsed(text):
    return " ".join(text.split())
