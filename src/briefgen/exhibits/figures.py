"""Pictures of a scenario as figures of a brief."""

import msgspec

from briefgen.document import Figure, Picture, plain
from briefgen.document.pictures import decode
from briefgen.exhibits.words import Words
from briefgen.markup.model import Prose
from briefgen.model.evidence import Figure as Described


class Illustration(msgspec.Struct, frozen=True):
    """A figure for a template to place, with the words for its caption."""

    id: str
    caption: Prose
    figure: Figure
    picture: Picture
    """As shown in the figure."""


def illustration(described: Described, data: bytes, words: Words) -> Illustration | str:
    """A figure, or in a sentence why the data is none."""
    picture = decode(data)
    if isinstance(picture, str):
        return picture
    figure = Figure(picture, plain(words.label(described.alt)), anchor=described.id)
    return Illustration(described.id, described.caption, figure, picture)
