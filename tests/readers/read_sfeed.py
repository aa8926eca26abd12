"""Reads a feed with sfeed."""

import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from shape import say

ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

lines = subprocess.run(["sfeed"], input=Path(sys.argv[1]).read_bytes(), stdout=subprocess.PIPE, check=True).stdout
for line in lines.decode("utf-8").split("\n")[:-1]:
    seconds, title, link, content, kind, id, author, enclosure, tags = line.split("\t")
    content = re.sub(r"\\[nt\\]", lambda match: ESCAPES[match[0]], content)
    say(
        title=title,
        link=link,
        id=id,
        published=(EPOCH + timedelta(seconds=int(seconds))).isoformat() if seconds else None,
        authors=[author] if author else [],
        tags=tags.split("|") if tags else [],
        content={"html" if kind == "html" else "text": content},
        enclosures=[[enclosure, None, None]] if enclosure else [],
    )
