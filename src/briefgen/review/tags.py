"""Tags of content controls: what is written in a file for the path of a field."""

from hashlib import sha256

LONGEST = 64
"""Characters that Word allows in a tag."""

COMPUTED = "="
"""The tag of what was worked out; no path is so."""

_BETWEEN = "~"
_DIGITS = 16


def tag_of(path: str, block: int) -> str:
    """The tag of a paragraph or item of a field: its path, cut where that is too long, and the number of the block."""
    tag = f"{path}{_BETWEEN}{block}" if block else path
    if 0 < len(tag) <= LONGEST and tag.isascii() and tag.isprintable():
        return tag
    digest = sha256(tag.encode(errors="backslashreplace")).hexdigest()[:_DIGITS]
    readable = "".join(c if c.isascii() and c.isprintable() else "-" for c in path)[: LONGEST - _DIGITS - 1]
    return f"{readable}{_BETWEEN}{digest}"


def read_tag(tag: str) -> tuple[str, int]:
    """Path and block of a tag that was not cut: for a file that lost its baseline."""
    path, between, block = tag.partition(_BETWEEN)
    return (path, int(block)) if between and block.isdecimal() and len(block) < 6 else (tag, 0)
