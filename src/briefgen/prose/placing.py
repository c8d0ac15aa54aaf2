"""Where a note mark stands: on its word, without a space, and behind punctuation where the language puts it there."""

import re
from collections.abc import Iterable

import msgspec

from briefgen.document import Inline, NoteMark, Run
from briefgen.prose.model import MARK, Citation, Cited

_SIGNS = r"[.,;:!?…]+[”’»\"]*"
_PUNCTUATION = re.compile(_SIGNS)
_MARK_BEFORE = re.compile(rf"(?<!{MARK})({MARK}++){_SIGNS}")
_MARK_FIRST = ("fr", "es")
"""Languages in which the mark of a note stands before punctuation."""


def placed(inlines: Iterable[Inline | Citation], lang: str) -> Cited:
    """The inlines with runs of one look joined, no white space before a note mark, and the mark behind punctuation.

    English: “troops [@x].” → “troops.¹”; French and Spanish: “troupes [@x].” → “troupes¹.”
    """
    tight: list[Inline | Citation] = []
    for inline in inlines:
        if isinstance(inline, (Citation, NoteMark)):
            _strip(tight)
            tight.append(inline)
        else:
            _add(tight, inline)
    if _mark_first(lang) or not any(isinstance(inline, (Citation, NoteMark)) for inline in tight):
        return tuple(tight)
    return _behind_punctuation(tight)


def behind_punctuation(words: str, lang: str) -> list[int]:
    """Of plain words with U+E000 for note marks, the numbers of the characters as a brief sets them."""
    order = list(range(len(words)))
    if not _mark_first(lang):
        for found in _MARK_BEFORE.finditer(words):
            start, middle, end = found.start(), found.end(1), found.end()
            order[start:end] = [*range(middle, end), *range(start, middle)]
    return order


def _mark_first(lang: str) -> bool:
    return lang.lower().partition("-")[0] in _MARK_FIRST


def _behind_punctuation(tight: list[Inline | Citation]) -> Cited:
    out: list[Inline | Citation] = []
    marks: list[Citation | NoteMark] = []
    for inline in tight:
        if isinstance(inline, (Citation, NoteMark)):
            marks.append(inline)
            continue
        if marks and isinstance(inline, Run) and (found := _PUNCTUATION.match(inline.text)):
            _add(out, msgspec.structs.replace(inline, text=found[0]))
            inline = msgspec.structs.replace(inline, text=inline.text[found.end() :])
        out.extend(marks)
        marks = []
        _add(out, inline)
    return (*out, *marks)


def _add(out: list[Inline | Citation], inline: Inline) -> None:
    if isinstance(inline, Run):
        if not inline.text:
            return
        last = out[-1] if out else None
        if isinstance(last, Run) and (last.origin, last.marks, last.lang) == (inline.origin, inline.marks, inline.lang):
            out[-1] = msgspec.structs.replace(last, text=last.text + inline.text)
            return
    out.append(inline)


def _strip(out: list[Inline | Citation]) -> None:
    while out and isinstance(last := out[-1], Run):
        if text := last.text.rstrip():
            if text != last.text:
                out[-1] = msgspec.structs.replace(last, text=text)
            return
        out.pop()
