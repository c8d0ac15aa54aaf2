"""How `quotes.md` is read, and how what comes of a quote is written there."""

import re
from pathlib import Path
from typing import NamedTuple, assert_never

from briefgen.evidence import Location, Selector
from briefgen.evidence.lock import Absent, Altered, Ambiguous, Found, InHeading, Misplaced, PartsTooFarApart, TooShort

MANUAL = Path(__file__).with_name("quotes.md")

_SIGNS = str.maketrans({"⏎": "\n", "·": "\u00a0", "¬": "\u00ad", "␌": "\f"})
_ROW = re.compile(r"^\| `(.+?)`(?: after `(.+?)`)?(?: before `(.+?)`)? \| (.+) \|$", re.MULTILINE)


class Case(NamedTuple):
    """A quote looked for in a text."""

    section: str
    text: str
    headings: tuple[str, ...]
    selector: Selector
    outcome: str


def cases() -> list[Case]:
    """Every row of the manual's tables."""
    _, *sections = re.split(r"^## (.+)\n", MANUAL.read_text(encoding="utf-8"), flags=re.MULTILINE)
    out = []
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        before, text, rows = re.split(r"^```(?:text)?\n", body, flags=re.MULTILINE)
        headings = tuple(re.findall(r"`(.+?)`", before))
        for quote, prefix, suffix, outcome in _ROW.findall(rows):
            selector = Selector(*(words.translate(_SIGNS) for words in (quote, prefix, suffix)))
            out.append(Case(title, text.translate(_SIGNS), headings, selector, outcome))
    return out


def written(location: Location) -> str:
    """What came of it, as the manual has it."""
    match location:
        case Found(place=place):
            return f"found, {place.where}"
        case Ambiguous(places=places, count=count):
            told = []
            for place, selector in places:
                after = f" after `{selector.prefix}`" if selector.prefix else ""
                told.append(place.where + after + (f" before `{selector.suffix}`" if selector.suffix else ""))
            return f"ambiguous, {count}: {'; '.join(told)}"
        case Misplaced(places=places):
            return f"misplaced: {', '.join(place.where for place, _ in places)}"
        case Altered(corrected=corrected, changes=changes):
            return f"altered: `{corrected}`; " + "; ".join(f"“{one.quote}” for “{one.source}”" for one in changes)
        case PartsTooFarApart(wheres=wheres):
            return f"apart: {', '.join(wheres)}"
        case InHeading(place=place):
            return f"in heading, {place.where}"
        case TooShort():
            return "too short"
        case Absent():
            return "absent"
        case _:
            assert_never(location)
