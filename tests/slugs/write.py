"""Writes what Pelican, Nikola and MkDocs' blog make of each title."""

from pathlib import Path

from nikola.utils import slugify as nikola
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify as pelican
from pymdownx.slugs import slugify as material

HERE = Path(__file__).parent
SUBSTITUTIONS = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]


def titles():
    for line in (HERE.parent / "data/titles.tsv").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t", 1)[1]
    yield from (line for line in (HERE / "titles.txt").read_text("utf-8").split("\n") if line)


RULES = {
    "pelican": lambda title: pelican(title, SUBSTITUTIONS),
    "pelican_unicode": lambda title: pelican(title, SUBSTITUTIONS, preserve_case=True, use_unicode=True),
    "nikola": nikola,
    "material": lambda title: material(case="lower")(title, "-"),
}

with open(HERE / "python.tsv", "w", encoding="utf-8", newline="\n") as out:
    print("# title", *RULES, sep="\t", file=out)
    for title in titles():
        cells = [title] + [rule(title) for rule in RULES.values()]
        print(*(cell.replace("\t", "\\t") for cell in cells), sep="\t", file=out)
