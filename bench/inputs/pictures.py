"""The pictures of a brief, as files that the peers read."""

from collections.abc import Iterator
from hashlib import sha256

from briefgen.document import Blocks, Callout, Figure, List, Picture, Quotation, Table


def file_name(picture: Picture) -> str:
    """The name of a picture's file: the same bytes, the same file."""
    return f"{sha256(picture.png).hexdigest()[:16]}.png"


def pictures(blocks: Blocks) -> Iterator[Picture]:
    """Every picture in some blocks, at any depth."""
    for block in blocks:
        match block:
            case Figure(picture=picture):
                yield picture
            case Callout(blocks=inner) | Quotation(blocks=inner):
                yield from pictures(inner)
            case List(items=items):
                for item in items:
                    yield from pictures(item.blocks)
            case Table(head=head, body=body):
                for row in (*head, *body):
                    for cell in row.cells:
                        yield from pictures(cell.blocks)
            case _:
                pass
