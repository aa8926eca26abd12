"""Writes the site that real readers are tested with, and says what they must find in its feeds."""

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from posts import SITE, SITE_AUTHOR, table

# Unicode's White_Space, which front matter is folded at.
WHITE_SPACE = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# XML 1.0 (section 2.2) has no place for them, not even as references.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# RFC 3986 `pchar`, without the letters and digits that `quote` leaves alone anyway.
SEGMENT = "-._~!$&'()*+,;=:@"


def text(written):
    """A text of the front matter as it must stand in a feed."""
    return FORBIDDEN.sub("", WHITE_SPACE.sub(" ", written).strip())


def posts():
    """What readers must find, newest first, ties by address."""
    found = [expected(post) for post in table() if not post.get("hidden")]
    found.sort(key=lambda post: (-post["published"].timestamp(), post["url"]))
    return found


def expected(post):
    path = post.get("permalink", post["name"]).strip("/")
    url = f"{SITE}/" + "/".join(quote(segment, safe=SEGMENT) for segment in path.split("/"))
    published = datetime.fromisoformat(post["date"])
    updated = post.get("updated")
    authors = post.get("authors", [SITE_AUTHOR])
    return {
        "file": f"posts/{post['name']}.md",
        "url": url,
        "id": post.get("id", url),
        "title": text(post["title"]),
        "published": published,
        "updated": datetime.fromisoformat(updated) if updated else None,
        "authors": [{key: text(value) for key, value in author.items()} for author in authors],
        "tags": [text(tag) for tag in post.get("tags", [])],
        "summary": text(post["summary"]) if "summary" in post else None,
        "language": post.get("language", "en"),
        "body": post["body"],
        "marks": post.get("marks", []),
        "links": post.get("links", []),
        "card": f"cards/{path}.jpg" if post.get("card") else None,
    }


def scalar(value):
    """A YAML scalar in double quotes, with what YAML does not print written as escapes."""
    if isinstance(value, bool):
        return str(value).lower()
    # JSON's strings are YAML's, but for surrogates, which `ensure_ascii` would write.
    quoted = json.dumps(value, ensure_ascii=False)
    escape = lambda match: f"\\u{ord(match[0]):04x}"
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", escape, quoted)


def source(post):
    title = post["title"] if post.get("unquoted") else scalar(post["title"])
    lines = ["---", f"title: {title}", f"date: {post['date']}"]
    for key in ("updated", "summary", "language", "permalink", "id"):
        if key in post:
            lines.append(f"{key}: {scalar(post[key])}")
    if "tags" in post:
        lines += ["tags:"] + [f"  - {scalar(tag)}" for tag in post["tags"]]
    if "authors" in post:
        lines.append("authors:")
        for author in post["authors"]:
            pairs = [f"{key}: {scalar(value)}" for key, value in author.items()]
            lines.append("  - { " + ", ".join(pairs) + " }")
    if not post.get("card"):
        lines.append("card: false")
    lines += [f"{key}: {scalar(value)}" for key, value in post.get("front", {}).items()]
    return "\n".join(lines + ["---", "", post["body"], ""])


def write(directory):
    pairs = [f"{key}: {scalar(value)}" for key, value in SITE_AUTHOR.items()]
    settings = [
        "title: \"Readers & <friends>\"",
        "description: \"A site for readers: a < b & c\"",
        f"url: {SITE}",
        "language: en",
        "time_zone: Europe/Madrid",
        "authors:",
        "  - { " + ", ".join(pairs) + " }",
        "posts: posts",
        "feeds: { content: full }",
    ]
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "syndicard.yaml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    for post in table():
        file = directory / "posts" / f"{post['name']}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        # Bytes: writing text would translate nothing here, but a carriage return must stay one.
        file.write_bytes(source(post).encode("utf-8"))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
