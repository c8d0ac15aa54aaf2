"""What an author writes into a field, a label or prose, and which of its languages is read."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.document import Inline, List

MARK = "\ue000"
"""Stands for a citation in the plain words of a field. Words of an author hold no character of private use."""

Kind: TypeAlias = Literal["factual", "definition", "judgement", "assumption"]
"""What a sentence is by nature. A factual sentence needs a citation; the others are openly what they are."""


class Label(msgspec.Struct, frozen=True):
    """Plain words of one line, by language: a name, a title. Not Markdown (`*` is an asterisk), but for markings."""

    path: str
    """Without the language: `options.assessment-team.name`."""
    texts: dict[str, str]
    """BCP 47 → words. A field given as one string has the scenario's language as its only key."""


class Prose(msgspec.Struct, frozen=True):
    """Markdown of one paragraph or a few, by language."""

    path: str
    kind: Kind
    texts: dict[str, str]


class Citation(msgspec.Struct, frozen=True, tag=True):
    """`[@id]` or one part of `[@a; @b, par. 3]`, as it is in prose; composing a brief makes a note mark of it."""

    fact: str
    locator: str
    """What follows the comma: `par. 3`; empty mostly."""
    path: str
    """Of the field that it is in, with the language."""
    markings: tuple[str, ...] = ()
    """Of the spans around it, as they write them: `tlp-amber`."""
    block: int = 0
    """Which of the field's paragraphs and items it is in."""


Cited: TypeAlias = tuple[Inline | Citation, ...]
"""Inlines in which citations are not yet numbered."""

Running: TypeAlias = tuple[Inline | Citation | List, ...]
"""A line that can contain lists: each ends the line before it."""


# Which of the languages of a field is read.


def choose(texts: Mapping[str, str], lang: str) -> str | None:
    """The key for `lang`: itself, else the same language of another region, else the first given; None without text."""
    return own(texts, lang) or next(iter(texts), None)


def own(texts: Mapping[str, str], lang: str) -> str | None:
    """The key for `lang`: itself, else the same language of another region; None where it has no text."""
    return lang if lang in texts else next((key for key in texts if same(key, lang)), None)


def same(code: str, other: str) -> bool:
    """Whether two codes are of one language, whatever its region or script."""
    return code.partition("-")[0].lower() == other.partition("-")[0].lower()
