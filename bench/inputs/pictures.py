"""The pictures of a brief, as files that the peers read. Charts are drawn for them, at the measure of the text."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from briefgen.charts import draw, svg
from briefgen.charts.png import png
from briefgen.document import Blocks, Callout, Chart, Figure, List, Picture, Quotation, Table
from briefgen.theme import PAPERS, PaperName, Theme


def file_name(picture: Picture | Chart, chart_as: str = "png") -> str:
    """The name of a picture's file: the same picture, the same file."""
    ending = "png" if isinstance(picture, Picture) else chart_as
    return f"{sha256(msgspec.msgpack.encode(picture, order='deterministic')).hexdigest()[:16]}.{ending}"


def files(blocks: Blocks, theme: Theme, paper: PaperName) -> Iterator[tuple[str, bytes]]:
    """The files of all pictures in some blocks; of a chart one in pixels and one in vectors."""
    width = PAPERS[paper][0] - theme.page.left - theme.page.right
    for picture in _pictures(blocks):
        if isinstance(picture, Picture):
            yield file_name(picture), picture.png
        else:
            drawing = draw(picture, theme, width)
            yield file_name(picture), png(drawing, theme)
            yield file_name(picture, "svg"), svg.file(drawing, theme, "").encode()


def _pictures(blocks: Blocks) -> Iterator[Picture | Chart]:
    for block in blocks:
        match block:
            case Figure(picture=picture):
                yield picture
            case Callout(blocks=inner) | Quotation(blocks=inner):
                yield from _pictures(inner)
            case List(items=items):
                for item in items:
                    yield from _pictures(item.blocks)
            case Table(head=head, body=body):
                for row in (*head, *body):
                    for cell in row.cells:
                        yield from _pictures(cell.blocks)
            case _:
                pass
