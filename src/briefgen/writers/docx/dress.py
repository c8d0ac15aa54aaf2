"""What a DOCX is dressed in, beside its theme."""

import msgspec


class Dress(msgspec.Struct, frozen=True):
    """What was asked for that only Word knows."""

    embed_fonts: bool = False
    """The fonts travel inside the file, for machines that have not got them."""
