"""Cleans the characters of an author for a run."""

import re

_UNFIT = re.compile(
    "\r\n"
    "|[\x00-\x1f\x7f-\x9f\u2028\u2029"  # control characters and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # marks that turn the direction of writing; byte order mark
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: no font agrees on them, and holes are made of them
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)
_DROPPED = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|$)")
_LINE_END = re.compile("\r\n|\r|\n")


def clean(text: str) -> str:
    """The words as a run may hold them: one line, no control character, nothing that cannot be drawn or encoded.

    Line ends, tabs and other controls become spaces; marks that turn the direction of writing are dropped, because
    they can make a line read otherwise than it was checked; NUL and private-use characters become U+FFFD.
    """
    # What is unfit is not printable; to ask that is ten times as quick as to search.
    return text if text.isprintable() or not _UNFIT.search(text) else _UNFIT.sub(_fit, text)


def beginning(text: str, most: int = 80) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def clean_lines(text: str) -> str:
    """The same for Markdown: line ends stay, as `\\n`, and tabs still indent."""
    return "\n".join(clean(line.expandtabs(4)) for line in _LINE_END.split(text))


def body_offsets(text: str) -> tuple[str, list[int]]:
    """What the parser reads of a field, and where each of its characters, and its end, is in the field."""
    cleaned, offsets = _clean_offsets(text)
    start = len(cleaned) - len(cleaned.lstrip())
    return cleaned.strip(), offsets[start:]


def _clean_offsets(text: str) -> tuple[str, list[int]]:
    """What `clean_lines` gives, the offset of each of its characters in the text, and that of the end."""
    out: list[str] = []
    offsets: list[int] = []
    for line in _LINE.finditer(text):
        column = 0
        for at, character in enumerate(line[1], line.start()):
            width = 4 - column % 4 if character == "\t" else 1
            column += width
            for fit in clean(" " * width if character == "\t" else character):
                out.append(fit)
                offsets.append(at)
        if not line[2]:
            break
        out.append("\n")
        offsets.append(line.start(2))
    return "".join(out), [*offsets, len(text)]


def _fit(found: re.Match[str]) -> str:
    character = found[0]
    if character in _DROPPED:
        return ""
    if character == "\0" or character >= "\ud800":
        return "\ufffd"
    return " "
