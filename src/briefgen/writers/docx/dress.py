"""What a DOCX is dressed in, beside its theme."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from briefgen.writers.docx.house.opening import House  # this is named wherever a brief is rendered


class ForReview(msgspec.Struct, frozen=True):
    """The brief goes to people who edit it in Word, and comes back."""

    option: str = ""
    """The id of the one option that it is about."""
    audience: str = ""
    """The id of the audience that it is for."""
    paths: Mapping[str, str] = {}
    """The path of a field → what the file calls it instead."""


class Dress(msgspec.Struct, frozen=True):
    """What was asked for that only Word knows."""

    house: "House | None" = None
    """The house style."""
    pages: Mapping[str, int] | None = None
    """Anchor → page as a word processor found it, in place of our layout's."""
    embed_fonts: bool = False
    """The fonts travel inside the file, for machines that have not got them."""
    review: ForReview | None = None
    """Authored words stand in content controls, changes are tracked, and the file carries what it was."""
