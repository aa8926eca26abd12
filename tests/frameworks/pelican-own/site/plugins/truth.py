"""Writes what Pelican publishes to truth.json."""

import json
from pathlib import Path

from pelican import signals
from pelican.generators import ArticlesGenerator


def write(generators):
    generator = next(each for each in generators if isinstance(each, ArticlesGenerator))
    settings = generator.settings
    address = settings["SITEURL"] + "/"
    articles = generator.articles + generator.translations + generator.hidden_articles + generator.hidden_translations
    posts = [
        {
            "path": article.source_path,
            "url": address + article.url,
            "title": article.title,
            "published": article.date.isoformat(),
            "tags": [tag.name for tag in getattr(article, "tags", [])],
            "authors": [author.name for author in getattr(article, "authors", [])],
            "language": article.lang,
            "cover_file": picture(article.metadata.get("cover"), address),
        }
        for article in articles
    ]
    site = {"title": settings["SITENAME"], "url": address, "language": settings["DEFAULT_LANG"]}
    Path(generator.output_path, "truth.json").write_text(json.dumps({"site": site, "posts": posts}), "utf-8")


def picture(cover, address):
    return cover and address + cover.replace("{static}", "").lstrip("/")


def register():
    signals.all_generators_finalized.connect(write)
