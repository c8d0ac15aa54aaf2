"""The page that an author gives for a passage, against the page on which it stands in the text."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from briefgen.diagnostic import Finding
from briefgen.evidence.location import Found, Location, Place
from briefgen.evidence.lock import QuoteKey
from briefgen.evidence.quotes import Quoted
from briefgen.evidence.text import SourceText

_PAGES = re.compile(r"(?:(?:pp?|S)\.|pages?|Seiten?)?\s*(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?", re.IGNORECASE)
_LINES = re.compile(r"lines?\s+(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?", re.IGNORECASE)


class _Given(msgspec.Struct, frozen=True):
    """A page or line as given, and where the passage is."""

    quoted: Quoted
    first: int
    last: int
    begins: int
    ends: int

    @property
    def agrees(self) -> bool:
        return self.first <= self.ends and self.begins <= self.last


def pages_given(
    source: str, quotes: Sequence[Quoted], located: Mapping[QuoteKey, Location], text: SourceText
) -> Iterator[Finding]:
    """Pages that are not those of their passages; of a text without pages, lines. Only plain numbers are compared:
    “par. 3” and “Annex, 12” name a place that the text does not know."""
    paged = text.page(0) > 0
    given = [
        each
        for quoted in quotes
        if isinstance(found := located[quoted.key], Found) and (each := _given(quoted, found.place, text, paged))
    ]
    if paged and _printed_otherwise(given):
        return
    for each in given:
        if not each.agrees:
            where = f"page {each.begins}" if paged else f"line {each.begins}"
            value = str(each.begins) if paged else where
            yield Finding(
                "page-not-of-passage",
                each.quoted.path.removesuffix("quote") + "page",
                f"In the text of `{source}` this passage stands on {where}.",
                f'Write page: "{value}"; or, if that page bears another number in print, `printed {each.first}`.'
                if paged
                else f"Write page: {value}",
                severity="warning",
            )


def _given(quoted: Quoted, place: Place, text: SourceText, paged: bool) -> _Given | None:
    written = (_PAGES if paged else _LINES).fullmatch(quoted.page.strip())
    if not written:
        return None
    count = text.page if paged else text.line
    first = int(written[1])
    return _Given(quoted, first, int(written[2] or first), count(place.start), count(place.end))


def _printed_otherwise(given: Sequence[_Given]) -> bool:
    """Whether all numbers are off by the same: then they are those printed on the pages, and right."""
    return len({each.begins for each in given}) > 1 and len({each.first - each.begins for each in given}) == 1
