"""The paragraphs and items of a field, counted: its runs and citations know which of them they stand in."""

from collections.abc import Sequence
from itertools import count
from typing import cast

from msgspec.structs import replace

from briefgen.document import Authored, Block, Inline, Inlines, Link, List, Paragraph, Run
from briefgen.prose.model import Citation


def with_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with their runs numbered; most fields are one paragraph, and stay as they are."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks
    return _numbered(blocks, count())


def _numbered(blocks: tuple[Block, ...], numbers: "count[int]") -> tuple[Block, ...]:
    out: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph(content=content):
                out.append(replace(block, content=_line(content, next(numbers))))
            case List(items=items):
                held = tuple(replace(item, blocks=_numbered(item.blocks, numbers)) for item in items)
                out.append(replace(block, items=held))
            case _:  # prose is made of no other
                out.append(block)
    return tuple(out)


def _line(content: Inlines, number: int) -> Inlines:
    pieces: Sequence[Inline | Citation] = content
    return cast("Inlines", tuple(_piece(piece, number) for piece in pieces))


def _piece(piece: Inline | Citation, number: int) -> Inline | Citation:
    match piece:
        case Run(origin=Authored(path=path)):
            return replace(piece, origin=Authored(path, number))
        case Link(content=content):
            runs = tuple(replace(run, origin=Authored(run.origin.path, number)) for run in content
                         if isinstance(run.origin, Authored))  # fmt: skip
            return replace(piece, content=runs)
        case Citation():
            return replace(piece, block=number)
        case _:
            return piece
