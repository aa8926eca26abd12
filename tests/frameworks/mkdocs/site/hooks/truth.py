"""Writes what the blog plugin publishes to truth.json."""

import html
import json
from pathlib import Path


def on_post_build(config):
    plugin = config.plugins["material/blog"]
    posts = [
        {
            "path": post.file.abs_src_path,
            "url": post.canonical_url,
            "title": html.unescape(post.title),
            "published": post.config.date.created.isoformat(),
            "tags": post.meta.get("tags") or [],
            "authors": [author.name for author in post.authors],
            "language": config.theme["language"],
            "cover_file": picture(post, config.site_url),
        }
        for post in plugin.blog.posts
    ]
    site = {"title": config.site_name, "url": config.site_url, "language": config.theme["language"]}
    Path(config.site_dir, "truth.json").write_text(json.dumps({"site": site, "posts": posts}), "utf-8")


def picture(post, address):
    image = post.meta.get("image")
    return image and (address.rstrip("/") + image if image.startswith("/") else str(Path(post.file.abs_src_path).parent / image))
