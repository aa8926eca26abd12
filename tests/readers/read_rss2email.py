"""Reads a feed with rss2email, by way of the mails that it puts into a folder."""

import mailbox
import subprocess
import sys
import tempfile
from email import policy
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from shape import moment, say

CONFIG = """[DEFAULT]
to = reader@readers.example.org
from = feeds@readers.example.org
name-format = {author}
email-protocol = maildir
maildir-path = %s/mail
maildir-mailbox = INBOX
date-header = True
date-header-order = issued, modified
html-mail = True
encodings = UTF-8

[feed.site]
url = %s
"""

with tempfile.TemporaryDirectory() as folder:
    for name in ("cur", "new", "tmp"):
        (Path(folder) / "mail" / "INBOX" / name).mkdir(parents=True)
    config = Path(folder) / "config"
    config.write_text(CONFIG % (folder, Path(sys.argv[1]).resolve()))
    arguments = ["-c", str(config), "-d", f"{folder}/data.json", "run"]
    subprocess.run(["r2e", *arguments], check=True, env={"HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    parser = BytesParser(policy=policy.default)
    box = mailbox.Maildir(f"{folder}/mail/INBOX", factory=parser.parse)
    for mail in box:
        # Below the body come the address and the enclosures, which rss2email adds.
        _, _, body = mail.get_content().partition('<div id="body">')
        body, _, _ = body.partition('<div class="footer">')
        author, _ = parseaddr(str(mail["From"]))
        say(
            title=str(mail["Subject"]),
            link=str(mail["X-RSS-URL"]),
            id=str(mail["X-RSS-ID"]),
            published=moment(parsedate_to_datetime(mail["Date"])),
            authors=[author] if author else [],
            tags=str(mail["X-RSS-TAGS"]).split(",") if mail["X-RSS-TAGS"] else [],
            content={"html": body.removesuffix("\n</div>\n").strip()},
        )
