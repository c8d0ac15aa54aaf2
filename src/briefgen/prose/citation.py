"""Citations in Pandoc's form: `[@fact]`, `[@a; @b]`, `[@a, par. 3]`."""

import re

from briefgen.prose.model import Citation
from briefgen.prose.words import clean

_PART = r"@\w++(?:[.:-]++\w++)*+(?:[ \n]*+,[^\[\];@]*+)?+"
SYNTAX = re.compile(rf"\[{_PART}(?:[ \n]*+;[ \n]*+{_PART})*+[ \n]*+\]")
"""A whole citation, brackets and all."""

ATTEMPT = re.compile(r"\[(?:[^\[\]]*[\s;-])?@[^\[\]]*\](?![({])")
"""Brackets that look as if they were meant to cite: `[see @a]`, `[-@a]`, `[@a p. 3]`."""


def read(text: str, path: str, markings: tuple[str, ...] = ()) -> tuple[Citation, ...]:
    """The citations of a piece of text that SYNTAX matches, within spans of these markings."""
    return tuple(_one(part, path, markings) for part in text[1:-1].split(";"))


def _one(part: str, path: str, markings: tuple[str, ...]) -> Citation:
    fact, _, locator = part.strip().removeprefix("@").partition(",")
    return Citation(fact.strip(), " ".join(clean(locator).split()), path, markings)
