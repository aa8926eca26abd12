"""Reads a feed with newsboat, by way of its cache."""

import sqlite3
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from shape import say

with tempfile.TemporaryDirectory() as folder:
    files = {name: f"{folder}/{name}" for name in ("urls", "config", "cache.db")}
    Path(files["urls"]).write_text(f"file://{Path(sys.argv[1]).resolve()}\n")
    Path(files["config"]).write_text("")
    subprocess.run(
        ["newsboat", "-q", "-u", files["urls"], "-C", files["config"], "-c", files["cache.db"], "-x", "reload"],
        check=True,
        env={"HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    rows = sqlite3.connect(files["cache.db"]).execute(
        "select title, url, guid, pubDate, author, content, enclosure_url, enclosure_type from rss_item"
    )
    for title, url, guid, date, author, content, enclosure, kind in rows.fetchall():
        say(
            title=title,
            link=url,
            id=guid,
            published=datetime.fromtimestamp(date, timezone.utc).isoformat(),
            authors=[author] if author else [],
            content={"html": content},
            enclosures=[[enclosure, kind, None]] if enclosure else [],
        )
