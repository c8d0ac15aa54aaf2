"""Markings in a text: `[words]{.marking-tlp-amber}`, in prose and, as the one span that they know, in labels."""

import re
from collections.abc import Callable

_GIVEN = re.compile(r"\.marking-([\w-]*)", re.IGNORECASE)
_UNREAD = re.compile(r"\{[^{}\n]*(\.marking-[\w-]*)", re.IGNORECASE)
_OF_LABEL = re.compile(r"\[([^\[\]]*)\]\{\.marking-([\w-]+)\}", re.IGNORECASE)


def written(text: str) -> tuple[str, ...]:
    """The markings that a text names anywhere, as its spans write them: `tlp-amber`. Rather one too many."""
    return tuple(found.lower() for found in _GIVEN.findall(text))


def unread(words: str) -> str:
    """What words that a reader sees hold that was meant as a marking, if they do: its brackets do not close, or hold
    others."""
    found = _UNREAD.search(words)
    return found[1] if found else ""


def of_label(text: str, kept: Callable[[str], bool] = lambda _: True) -> str:
    """A label as it reads: without the signs of its spans, and without the words of those that are not kept."""
    return _OF_LABEL.sub(lambda found: found[1] if kept(found[2].lower()) else "", text)


def label_without(text: str, kept: Callable[[str], bool]) -> str:
    """A label as it is written, without the spans that are not kept."""
    left = _OF_LABEL.sub(lambda found: found[0] if kept(found[2].lower()) else "", text)
    return text if left == text else " ".join(left.split())
