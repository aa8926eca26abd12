"""Whether two values of a field mean the same. `tests/frameworks.rs` judges by the same rules."""

from datetime import datetime
from urllib.parse import unquote


def same(field, expected, found):
    return SAME.get(field, same_text)(expected, found)


def same_text(expected, found):
    """Spaces count once."""
    return found is not None and " ".join(expected.split()) == " ".join(found.split())


def same_address(expected, found):
    """`%C3%BC` and `ü` are one address; a slash at the end makes two."""
    return found is not None and unquote(expected) == unquote(found)


def same_time(expected, found):
    """One instant; a day without an hour is the same day in any zone."""
    if found is None:
        return False
    wanted = datetime.fromisoformat(expected.replace("Z", "+00:00"))
    midnight = expected[11:19] in ("", "00:00:00") and expected[:10] == found[:10]
    # A time without a zone is in the site's, which is then the one found.
    found = datetime.fromisoformat(found.replace("Z", "+00:00"))
    return midnight or (found == wanted if wanted.tzinfo else found.replace(tzinfo=None) == wanted)


def same_set(expected, found):
    return sorted(expected) == sorted(found)


def same_list(expected, found):
    return expected == found


def same_language(expected, found):
    """`de_DE` and `de-de` are one language."""
    return found is not None and expected.replace("_", "-").lower() == found.replace("_", "-").lower()


SAME = {
    "url": same_address,
    "published": same_time,
    "tags": same_set,
    "authors": same_list,
    "language": same_language,
}
