"""A unit that came back → its Markdown, if all that is no words is still there and nothing else became Markdown."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from briefgen.core.xml import allowed
from briefgen.markup.model import MARK
from briefgen.markup.pieces import escaped
from briefgen.markup.plain import Look, reading
from briefgen.translation.units import Code, Pieces, Unit, codes, joined, shown, split_codes
from briefgen.translation.xliff import CodeId, Translated

_PLAIN: set[Look] = {(), (frozenset(), "")}
"""How words look that nothing sets apart."""
_SPACES = re.compile(r"[ \t\r\n]+")


class Refused(msgspec.Struct, frozen=True):
    """Why a unit is not taken."""

    why: str
    outdated: bool = False
    """Its source is another one by now."""


def returned(unit: Unit, translated: Translated, lang: str) -> str | Refused | None:
    """The Markdown of a unit in the other language; None where it is not translated."""
    if translated.strange:
        return Refused(f"it has {translated.strange}")
    if translated.target is None or not _words(translated.target).strip():
        return None
    if translated.source is not None and _fingerprint(translated.source) != _fingerprint(_content(unit.source)):
        return Refused("its source has changed since it went out", outdated=True)
    pieces = _filled(translated.target, unit.source)
    if isinstance(pieces, Refused):
        return pieces
    if unit.label:
        line = " ".join(joined(pieces).split())
        spans = [Counter(code.written for code in codes(each)) for each in (split_codes(line, True), unit.source)]
        return line if spans[0] == spans[1] else Refused("its brackets would be read as a marking")
    before = reading(joined(unit.source), lang)
    if _without_space(before.words) != _without_space(shown(unit.source)):
        return Refused(
            "its original is written so that its words cannot be told from its Markdown: translate it in the file"
        )
    for way in (pieces, tuple(escaped(each) if isinstance(each, str) else each for each in pieces)):
        markdown = _line(way)
        found = reading(markdown, lang)
        same_words = _without_space(found.words) == _without_space(
            shown(pieces)
        )  # the position of a mark depends on the language
        same_formatting = set(found.looks) - _PLAIN == set(before.looks) - _PLAIN and set(found.lists) == set(
            before.lists
        )
        if same_words and same_formatting and Counter(found.faults) == Counter(before.faults):
            return markdown
    return Refused("its words would be read as Markdown, or its codes no longer are")


def _line(pieces: Pieces) -> str:
    lines = [
        " ".join(line.split()) if "\n" not in joined(pieces) else line.rstrip() for line in joined(pieces).split("\n")
    ]
    return "\n".join(lines).strip()


def _words(content: Sequence[str | CodeId]) -> str:
    return "".join(each for each in content if isinstance(each, str))


def _content(pieces: Pieces) -> list[str | CodeId]:
    return [allowed(each) if isinstance(each, str) else (each.kind, str(each.number)) for each in pieces]


def _fingerprint(content: Sequence[str | CodeId]) -> tuple[str, Counter[CodeId]]:
    """What distinguishes one source from another: its words, without regard to spaces, and its codes."""
    return "".join(_words(content).split()), Counter(each for each in content if not isinstance(each, str))


def _filled(content: Sequence[str | CodeId], source: Pieces) -> Pieces | Refused:
    known = {(code.kind, str(code.number)): code for code in codes(source)}
    out: list[str | Code] = []
    open_ones: list[str] = []
    used: set[CodeId] = set()
    for each in content:
        if isinstance(each, str):
            out.append(_SPACES.sub(" ", each).replace(MARK, "\ufffd"))
            continue
        code = known.get(each)
        if code is None:
            return Refused(f"it has a code that its source has not (number {each[1] or 'none'})")
        if each in used:
            return Refused(f"it has `{code.written.strip()}` twice")
        used.add(each)
        if code.kind == "opens":
            open_ones.append(each[1])
        elif code.kind == "closes" and (not open_ones or open_ones.pop() != each[1]):
            return Refused(f"`{code.written.strip()}` ends where it does not belong")
        out.append(code)
    if missing := [code.written.strip() for code_id, code in known.items() if code_id not in used]:
        return Refused(f"it lacks {', '.join(f'`{each}`' for each in dict.fromkeys(missing))}")
    return tuple(out)


def _without_space(words: str) -> tuple[str, int]:
    """Words without white space and note marks, and how many of these there are."""
    return "".join(words.replace(MARK, "").split()), words.count(MARK)
