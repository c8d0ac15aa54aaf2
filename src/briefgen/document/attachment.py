"""Files that travel inside the file of a brief."""

from typing import Literal

import msgspec


class Attachment(msgspec.Struct, frozen=True):
    """A file, and what it is to the brief."""

    name: str
    """With `/` between the parts: `evidence/facts.yaml`."""
    data: bytes
    kind: str
    """Its media type: `application/yaml`."""
    words: str
    """What it is, for a person."""
    relation: Literal["Source", "Data"]
    """`Source`: the brief was made from it; `Data`: it says how (ISO 19005-3, Annex E)."""
