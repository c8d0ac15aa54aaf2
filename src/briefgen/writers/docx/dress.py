"""What a DOCX is dressed in, beside its theme."""

import msgspec

from briefgen.writers.docx.house.model import House


class Dress(msgspec.Struct, frozen=True):
    """What was asked for that only Word knows."""

    house: House | None = None
    """The house style."""
    embed_fonts: bool = False
    """The fonts travel inside the file, for machines that have not got them."""
