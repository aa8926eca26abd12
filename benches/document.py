"""Puts measured figures into a document, between the comments that name them."""

import platform
import re
from datetime import date
from pathlib import Path


def write_section(path, name, text):
    """Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->`."""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    document = Path(path).read_text()
    if document.count(start) != 1 or document.count(end) != 1:
        raise SystemExit(f"{path} has no single pair of {start} and {end}")
    before, rest = document.split(start)
    after = rest.split(end)[1]
    Path(path).write_text(f"{before}{start}\n{text.strip()}\n{end}{after}")


def circumstances(cores):
    """When and on what figures were measured, as a clause of a sentence."""
    return f"{date.today().isoformat()}, {processor()}, {cores} cores"


def processor():
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        found = None
    return found.group(1).strip() if found else platform.processor() or platform.machine()
