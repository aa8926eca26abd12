"""The shape in which every reader's script prints what it read: one entry, one line of JSON.

Keys are title, link, id, published, updated, authors, tags, summary, content, language and enclosures. A key that is left
out is something the reader does not tell of any feed. Texts with a type stand as `{"text": …}` or
`{"html": …}`; a title without one is plain text.
"""

import json
import sys
from datetime import datetime, timezone


def say(**entry):
    sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")


def moment(date):
    """A date, or a tuple of UTC, as RFC 3339."""
    if date is None:
        return None
    if not isinstance(date, datetime):
        date = datetime(*date[:6], tzinfo=timezone.utc)
    if date.tzinfo is None:
        date = date.replace(tzinfo=timezone.utc)
    return date.isoformat()


def number(text):
    return int(text) if text not in (None, "") else None


# A lone surrogate must not end the run before its reader is judged.
sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
