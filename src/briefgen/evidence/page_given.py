"""The page that an author gives for a passage, against the page on which it stands in the text."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from briefgen.diagnostic import Finding
from briefgen.evidence.location import Found, Location, Place
from briefgen.evidence.lock import QuoteKey
from briefgen.evidence.quotes import Quoted
from briefgen.evidence.text import SourceText

_NUMBERS = r"\s*+(?P<first>\d{1,6})(?:\s*+[-–—]\s*+(?P<last>\d{1,6}))?"
_PAGES = re.compile(rf"(?P<word>(?:pp?|S)\.|pages?|Seiten?)?{_NUMBERS}", re.IGNORECASE)
_LINES = re.compile(rf"(?P<word>lines?|lignes?|Zeilen?)\b{_NUMBERS}", re.IGNORECASE)


class _Given(msgspec.Struct, frozen=True):
    """A page or line as given, and where the passage is."""

    path: str
    word: str
    """What stands before the number: `line`, `ligne`."""
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
        if isinstance(found := located[quoted.key], Found)
        for each in _given(quoted, found.place, text, paged)
    ]
    if paged and _printed_otherwise(given):
        return
    for each in given:
        if not each.agrees:
            where = f"page {each.begins}" if paged else f"line {each.begins}"
            value = str(each.begins) if paged else f"{each.word} {each.begins}"
            yield Finding(
                "page-not-of-passage",
                each.path,
                f"In the text of `{source}` this passage stands on {where}.",
                f'Write page: "{value}"; or, if that page bears another number in print, `printed {each.first}`.'
                if paged
                else f"Write page: {value}",
                severity="warning",
            )


def _given(quoted: Quoted, place: Place, text: SourceText, paged: bool) -> Iterator[_Given]:
    """One for each language in which it is given."""
    count = text.page if paged else text.line
    for lang, words in quoted.pages.items():
        plain = words.strip()
        if written := _PAGES.fullmatch(plain) if paged else _LINES.fullmatch(plain):
            first = int(written["first"])
            yield _Given(
                f"{quoted.path.removesuffix('quote')}page.{lang}",
                written["word"] or "",
                first,
                int(written["last"] or first),
                count(place.start),
                count(place.end),
            )


def _printed_otherwise(given: Sequence[_Given]) -> bool:
    """Whether all numbers are off by the same: then they are those printed on the pages, and right."""
    return len({each.begins for each in given}) > 1 and len({each.first - each.begins for each in given}) == 1
