"""The words of a native dump, told by the first word of their line; what holds a line is told by its indentation."""

import re
from collections.abc import Iterator

from tests.laws.readings.found import Reading, Stretch, kept

_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_TOKEN = re.compile(rf"page-of\({_QUOTED}, {_QUOTED}\)|([^\s\"]*){_QUOTED}|(?<!\S)([/|]|pages\{{|\}}else\{{|\}})(?!\S)")
_BETWEEN = "\n"
_ESCAPE = re.compile(r"\\u\{([0-9A-F]+)\}|\\(.)")
_KINDS = {
    **dict.fromkeys(("kind", "question", "decision", "remark", "key", "attribution", "contents"), "paragraph"),
    **dict.fromkeys(("body", "lead", "small", "label"), ""),
    "title": "title",
    "caption": "caption",
}
"""Kinds by the first word of a line; those of paragraphs depend on where they stand."""


def of_native(data: bytes) -> Reading:
    """What stands in a dump."""
    lines = data.decode().splitlines()
    body = [line for line in lines[1:] if not re.match(r"note-\d+", line)]
    start = next((at for at, line in enumerate(body) if not line.startswith(" ")), len(body))
    return kept(_lines(body[start:]))


def _lines(lines: list[str]) -> Iterator[Stretch]:
    holders: list[tuple[int, str, bool]] = []  # (indentation, `cell` or `item`, whether a paragraph was met in it)
    for line in lines:
        indent = len(line) - len(line.lstrip())
        while holders and holders[-1][0] >= indent:
            holders.pop()
        word = re.match(r"[\w-]+", line.lstrip())
        name = word[0].rstrip(":") if word else ""
        if name in ("cell", "header-cell"):
            holders.append((indent, "cell", False))
            yield "cell", _words(line)
        elif name == "-":
            words = _words(line)
            inside = any(kind == "cell" for _, kind, _ in holders)
            holders.append((indent, "item", bool(words)))
            yield "cell" if inside else "item", words
        elif heading := re.fullmatch(r"heading-(\d)", name):
            yield f"heading {heading[1]}", _words(line)
        elif name == "entry":
            label, value = _words(line).split(_BETWEEN)
            yield "paragraph", label
            yield "paragraph", value
        elif name in _KINDS:
            yield _KINDS[name] or _place(holders, indent), _words(line)
        if holders and holders[-1][1] == "item" and holders[-1][0] < indent:
            holders[-1] = (*holders[-1][:2], True)


def _place(holders: list[tuple[int, str, bool]], indent: int) -> str:
    if any(kind == "cell" for _, kind, _ in holders):
        return "cell"
    first = bool(holders) and holders[-1][0] == indent - 2 and not holders[-1][2]
    return "item" if first else "paragraph"


def _words(line: str) -> str:
    out = []
    without_pages = False
    label = line.lstrip().startswith("caption ")
    for token in _TOKEN.finditer(line):
        prefix, quoted, sign = token[3], token[4], token[5]
        if sign:
            without_pages = sign == "}else{"
            out.append({"/": " ", "|": _BETWEEN}.get(sign, ""))
        elif prefix == "" and not without_pages:
            out.append(_ESCAPE.sub(_character, quoted) + " " * label)
            label = False
    return "".join(out)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(found[2], found[2])
