"""Markings in a text: `[words]{.marking-tlp-amber}`, and the paragraphs and items that they are in."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

_GIVEN = re.compile(r"\.marking-([\w-]*)", re.IGNORECASE)
_UNREAD = re.compile(r"\{[^{}\n]*(\.marking-[\w-]*)", re.IGNORECASE)
_OF_LABEL = re.compile(r"\[([^\[\]]*)\]\{\.marking-([\w-]+)\}", re.IGNORECASE)


def written(text: str) -> tuple[str, ...]:
    """The markings that a text names anywhere, as its spans write them: `tlp-amber`. Rather one too many."""
    return tuple(found.lower() for found in _GIVEN.findall(text))


def given(text: str) -> Iterator[tuple[str, int, int]]:
    """The same, each with the range of `.marking-tlp-amber` in the text."""
    return ((found[1].lower(), *found.span()) for found in _GIVEN.finditer(text))


def unread(words: str) -> list[tuple[int, int]]:
    """The ranges of what was meant as markings in words that a reader sees: their brackets do not close, or hold
    others."""
    return [found.span(1) for found in _UNREAD.finditer(words)]


def missed(text: str, labels: Iterable[str]) -> tuple[int, int] | None:
    """The range of what is not written as a marking but looks meant as one. `labels`: as spans write them.

    It names a marking or a label after a bracket, in an address, or in the place of a portion mark."""
    for found in _AFTER_SPAN.finditer(text):
        inside = _GIVEN.sub("", found[1]) if found[1] is not None else found[2] or found[3]
        if _names(inside, labels):
            return _without(found, "] ")
    found_in_address = _IN_ADDRESS.search(text)
    if found_in_address:
        return found_in_address.span(1)
    portion = (found for found in _PORTION.finditer(text) if _spanned(found[1]) in labels)
    return next((_without(found, " \n-*") for found in portion), None)


def _without(found: re.Match[str], lead: str) -> tuple[int, int]:
    """The range of a match, without some characters that it begins with."""
    return found.end() - len(found[0].lstrip(lead)), found.end()


_AFTER_SPAN = re.compile(r"\] ?(?:\{([^{}\n]*)\}|｛([^{}｛｝\n]*)｝|\((\.[^()\n]*)\))")
_IN_ADDRESS = re.compile(r"\]\([^()\s]*(\{[^{}\s]*\.marking-[^()\s]*)\)", re.IGNORECASE)
_PORTION = re.compile(r"(?:^|\n)[ *-]*\(([^()\n]+)\)")
"""At the beginning of a paragraph or an item."""
_PARTING = re.compile(r"[\W_]+")


def _names(attributes: str, words: Iterable[str]) -> bool:
    written = f"-{_spanned(attributes)}-"
    return any(f"-{word}-" in written for word in words) or "marking" in written


def _spanned(text: str) -> str:
    """A text as a span would write it, without signs that show nothing and whatever parts its words."""
    shown = "".join(each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each) != "Cf")
    return _PARTING.sub("-", shown).strip("-").lower()


def of_label(text: str, is_shown: Callable[[str], bool] = lambda _: True) -> str:
    """A label as it reads: without the signs of its spans, and without the words of those that are not shown."""
    return _OF_LABEL.sub(lambda found: found[1] if is_shown(found[2].lower()) else "", text)


def blanked(label: str) -> str:
    """A label with blanks for its spans, each as long as its span."""
    return _OF_LABEL.sub(lambda found: " " * len(found[0]), label)


def label_without(text: str, is_shown: Callable[[str], bool]) -> str:
    """A label as it is written, without the spans that are not shown."""
    left = _OF_LABEL.sub(lambda found: found[0] if is_shown(found[2].lower()) else "", text)
    return text if left == text else " ".join(left.split())
