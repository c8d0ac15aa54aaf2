"""Options of a DOCX, besides its theme."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from briefgen.writers.docx.house.opening import House  # options are named wherever a brief is rendered


class ReviewOptions(msgspec.Struct, frozen=True):
    """The brief goes to people who edit it in Word, and comes back."""

    option: str = ""
    """The id of the one option that it is about."""
    audience: str = ""
    """The id of the audience that it is for."""
    paths: Mapping[str, str] = {}
    """The path of a field → what the file calls it instead."""


class WordOptions(msgspec.Struct, frozen=True):
    """What can be asked of a DOCX alone."""

    house: "House | None" = None
    """The house style."""
    pages: Mapping[str, int] | None = None
    """Anchor → page as a word processor found it, in place of our layout's."""
    embed_fonts: bool = False
    """The file contains the fonts, for machines without them."""
    review: ReviewOptions | None = None
    """Authored words are in content controls, changes are tracked, and the file contains what it was."""
