"""Compares what real readers make of the feeds with the table that the site was written from.

`compare.py PUBLIC --target DIR [--write]`: PUBLIC holds the feeds, DIR the readers that `.ci/run` installed. Exits with 1
if a reader gives anything else than was written and `known.py` does not explain it, if something explained no longer
occurs, or if docs/readers.md is not what was found; `--write` writes that file.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from fields import FIELDS, Feed, agrees, wanted
from known import KNOWN
from posts import SITE
from write_site import SEGMENT, posts

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "docs" / "readers.md"
FEEDS = {"RSS": "feed.xml", "Atom": "atom.xml", "JSON": "feed.json"}
XML = ("RSS", "Atom")


def readers(target):
    """Each reader's name, where it comes from, the formats it reads, and the command that prints what it read."""
    python = str(target / "readers" / "bin" / "python")
    script = lambda name: [python, str(HERE / name)]
    node = lambda name: ["node", str(HERE / name), str(target / "readers-npm")]
    example = str(target / "debug" / "examples" / "read_feed")
    return [
        ("feedparser", "PyPI", XML, script("read_feedparser.py")),
        ("reader", "PyPI", ("RSS", "Atom", "JSON"), script("read_reader.py")),
        ("atoma", "PyPI", ("RSS", "Atom", "JSON"), script("read_atoma.py")),
        ("fastfeedparser", "PyPI", ("RSS", "Atom", "JSON"), script("read_fastfeedparser.py")),
        ("rss-parser", "npm", XML, node("read_rss_parser.mjs")),
        ("feedsmith", "npm", ("RSS", "Atom", "JSON"), node("read_feedsmith.mjs")),
        ("feed-rs", "crates.io", ("RSS", "Atom", "JSON"), [example]),
        ("newsboat", "Debian", XML, script("read_newsboat.py")),
        ("sfeed", "Debian", XML, script("read_sfeed.py")),
        ("rss2email", "Debian", XML, script("read_rss2email.py")),
        ("Ruby's rss", "Debian", XML, ["ruby", str(HERE / "read_ruby.rb")]),
    ]


def read(command, file):
    run = subprocess.run([*command, str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} {file} failed:\n{run.stderr.decode(errors='replace')[-2000:]}")
    return [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]


def card_files(public):
    """For each card: its address, type and length, from the file itself."""
    files = {}
    for post in posts():
        if path := post["card"]:
            data = (public / path).read_bytes()
            assert data.startswith(b"\xff\xd8"), f"{path} is no JPEG"
            address = f"{SITE}/" + "/".join(quote(part, safe=SEGMENT) for part in path.split("/"))
            files[path] = [address, "image/jpeg", len(data)]
    return files


class Comparison:
    """What was found of one reader and one feed."""

    def __init__(self, reader, feed, entries):
        self.reader, self.feed = reader, feed
        self.entries = entries
        self.by_link = {entry.get("link"): entry for entry in entries}
        self.wrong, self.used = [], set()

    def cell(self, field):
        """✔, ✘ with the numbers of what is known, or – where the feed or the reader has no such thing."""
        if not self.feed.carries(field) or all(field not in entry for entry in self.entries):
            return "–"
        before, notes = len(self.wrong), set()
        for post in posts():
            self.look(field, post, notes)
        self.used |= notes
        if len(self.wrong) > before:
            return "✘"
        return "✘ " + " ".join(f"[{note}]" for note in sorted(notes)) if notes else "✔"

    def look(self, field, post, notes):
        entry = self.by_link.get(post["url"])
        if entry is None:
            self.wrong.append(f"{post['file']} is missing")
            return
        want, got = wanted(field, post, self.feed), entry.get(field)
        if agrees(field, want, got, post):
            return
        for number, known in enumerate(KNOWN, 1):
            if known.reader == self.reader and self.feed.format in known.formats and known.field == field:
                if agrees(field, known.becomes(want, post), got, post):
                    notes.add(number)
                    return
        self.wrong.append(f"{post['file']}: {field} is\n    {got!r}\n  and should be\n    {want!r}")


def compare(public, target):
    """The table's rows, and what is wrong."""
    files, expected = card_files(public), posts()
    rows, wrong, used = [], [], set()
    for name, home, formats, command in readers(target):
        for format in formats:
            file = public / FEEDS[format]
            feed = Feed(file.name, file.read_text(encoding="utf-8"), files)
            found = Comparison(name, feed, read(command, file))
            rows.append([name, home, format] + [found.cell(field) for field in FIELDS])
            if len(found.entries) != len(expected):
                found.wrong.append(f"{len(found.entries)} entries, and {len(expected)} were written")
            wrong += [f"{name}, {format}: {what}" for what in dict.fromkeys(found.wrong)]
            used |= {(number, format) for number in found.used}
    for number, known in enumerate(KNOWN, 1):
        for format in known.formats:
            if (number, format) not in used:
                wrong.append(f"{known.reader}, {format}: no longer so: {known.field}: {known.says}")
    return rows, wrong


def by_hand(target):
    """What is wrong with the claims about any feed: each must hold for its small one."""
    commands = {name: command for name, _, _, command in readers(target)}
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for known in KNOWN:
            file = Path(folder) / FEEDS[known.formats[0]]
            file.write_text(known.feed, encoding="utf-8")
            told = read(commands[known.reader], file)[0].get(known.field)
            if told != known.told or known.told == known.said:
                wrong.append(f"{known.reader}: by hand: {known.field} is {told!r}, and `known.py` says {known.told!r}")
    return wrong


def versions(target):
    """The versions that `.ci/run` asks for; Debian's are those of the machine."""
    pinned = {}
    for line in (HERE / "requirements.txt").read_text().splitlines():
        name, _, version = line.partition("==")
        pinned[name] = version
    pinned |= json.loads((HERE / "package.json").read_text())["dependencies"]
    return pinned


def document(rows, target):
    pinned = versions(target)
    lines = [
        "# Readers",
        "",
        f"`.ci/run` gives {len(posts())} posts in two dozen languages to the readers below and compares what they show with what",
        "was written, field by field. This table is what it found; `tests/readers/compare.py --write` writes it.",
        "",
        "✔ every post came back as it was · ✘ some did not, for the reason below · – the reader, or the format, has no such field",
        "",
        "| reader | from | format | " + " | ".join(FIELDS) + " |",
        "|---|---|---|" + "---|" * len(FIELDS),
    ]
    for name, home, *cells in rows:
        lines.append(f"| {name} | {home} {pinned.get(name, '')}".rstrip() + " | " + " | ".join(cells) + " |")
    lines += ["", "What these readers do to any feed, shown by a small one written by hand (`tests/readers/known.py`):", ""]
    for number, known in enumerate(KNOWN, 1):
        lines.append(f"{number}. {known.reader}, {' and '.join(known.formats)}, {known.field}: {known.says}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("public", type=Path)
    parser.add_argument("--target", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rows, wrong = compare(arguments.public, arguments.target)
    wrong += by_hand(arguments.target)
    text = document(rows, arguments.target)
    if arguments.write:
        TABLE.write_text(text, encoding="utf-8")
    elif not TABLE.is_file() or TABLE.read_text(encoding="utf-8") != text:
        wrong.append("docs/readers.md is not what was found: run with --write, and look at the difference")
    print(text)
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
