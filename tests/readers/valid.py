"""Holds a site's feeds to their specifications, and the schemas to refusing what breaks them.

`valid.py PUBLIC`: RSS and Atom are well-formed, Atom is what RFC 4287 says, JSON Feed what version 1.1 says.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parent / "schemas"


def xmllint(file, *arguments):
    run = subprocess.run(["xmllint", "--noout", *arguments, str(file)], stderr=subprocess.PIPE)
    return "" if run.returncode == 0 else run.stderr.decode(errors="replace")


def atom(file):
    return xmllint(file, "--relaxng", str(SCHEMAS / "atom.rng"))


def json_feed(feed):
    schema = json.loads((SCHEMAS / "json-feed.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(feed)
    return "\n".join(f"{error.json_path}: {error.message[:200]}" for error in errors)


def unique_ids(feed):
    ids = [item["id"] for item in feed["items"]]
    return "" if len(ids) == len(set(ids)) else "two items have one id"


BROKEN_ATOM = {
    "no id": (r"<entry>(.*?)<id>.*?</id>", r"<entry>\1"),
    "a date without a zone": (r"<published>[^<]*", "<published>2026-01-01T00:00:00"),
    "an id that is no address": (r"(<entry>.*?<id>)[^<]*", r"\1post-1"),
    "an element that Atom does not have": ("<entry>", "<entry><guid>x</guid>"),
    "a category without a term": (r'<category term="[^"]*"', "<category"),
    "a length that is no number": (r'length="\d+"', 'length="long"'),
}
BROKEN_JSON = {
    "no id": lambda item: item.pop("id"),
    "a number for an id": lambda item: item.update(id=1),
    "no content": lambda item: (item.pop("content_text", None), item.pop("content_html", None)),
    "a relative address": lambda item: item.update(url="/a"),
    "a date without a zone": lambda item: item.update(date_published="2026-01-01T00:00:00"),
    "a key that the format does not have": lambda item: item.update(guid="x"),
}


def accepted_though_broken(public):
    """The mistakes that the schemas do not see."""
    accepted = []
    text = (public / "atom.xml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, (pattern, replacement) in BROKEN_ATOM.items():
            broken = Path(folder) / "atom.xml"
            changed = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
            broken.write_text(changed, encoding="utf-8")
            if changed == text or not atom(broken):
                accepted.append(f"atom.rng: {name}")
    for name, change in BROKEN_JSON.items():
        feed = json.loads((public / "feed.json").read_text(encoding="utf-8"))
        change(feed["items"][0])
        if not json_feed(feed):
            accepted.append(f"json-feed.json: {name}")
    return accepted


def main(public):
    feed = json.loads((public / "feed.json").read_text(encoding="utf-8"))
    wrong = [
        xmllint(public / "feed.xml"),
        atom(public / "atom.xml"),
        json_feed(feed),
        unique_ids(feed),
        *accepted_though_broken(public),
    ]
    wrong = [what for what in wrong if what]
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{public}: the feeds are what their specifications say")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
