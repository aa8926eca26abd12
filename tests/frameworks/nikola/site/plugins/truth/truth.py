"""Writes what Nikola publishes to truth.json."""

import json
from pathlib import Path

from nikola.plugin_categories import Command


class Truth(Command):
    name = "truth"
    doc_purpose = "write what is published"

    def _execute(self, options, args):
        self.site.scan_posts()
        config = self.site.config
        home = config["SITE_URL"]
        posts = [
            {
                "path": post.translated_source_path(language),
                "url": post.permalink(language, absolute=True),
                "title": post.title(language),
                "published": post.date.isoformat(),
                "tags": post.tags_for_language(language),
                "authors": [post.author(language)],
                "language": language,
                "cover_file": home.rstrip("/") + post.previewimage if post.previewimage else None,
            }
            for post in self.site.timeline
            if post.is_post and not post.is_draft and not post.publish_later
            for language in post.translated_to
        ]
        title = config["BLOG_TITLE"](config["DEFAULT_LANG"])
        site = {"title": title, "url": home, "language": config["DEFAULT_LANG"]}
        Path(config["OUTPUT_FOLDER"], "truth.json").write_text(json.dumps({"site": site, "posts": posts}), "utf-8")
