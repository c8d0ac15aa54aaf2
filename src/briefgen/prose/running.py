"""Prose among other words: paragraphs run on in the line, and lists stay lists where the place holds blocks."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from briefgen.document import Block, Computed, Inline, LineBreak, List, Paragraph, Run
from briefgen.prose.model import Citation, Cited, Running
from briefgen.prose.parse import as_inlines

_BULLET = "•"


def running(blocks: Iterable[Block]) -> Running:
    """Paragraphs as one running line, with forced line ends between them, and the lists among them."""
    out: list[Inline | Citation | List] = []
    for block in blocks:
        match block:
            case Paragraph(content=content):
                if out and content and not isinstance(out[-1], List):
                    out.append(LineBreak())
                out.extend(content)
            case List():
                out.append(block)
            case _:
                continue
    return tuple(out)


def parted(
    line: Iterable[Inline | Citation | List],
    finished: Callable[[Cited], Cited],
    role: Literal["body", "small"] = "body",
) -> tuple[Block, ...]:
    """The line as paragraphs with its lists between them. `finished` is done to the words of each paragraph; those of
    which nothing is left go."""
    out: list[Block] = []
    words: list[Inline | Citation] = []

    def end() -> None:
        if content := finished(tuple(words)):
            out.append(Paragraph(as_inlines(content), role))
        words.clear()

    for piece in line:
        if isinstance(piece, List):
            end()
            out.append(piece)
        else:
            words.append(piece)
    end()
    return tuple(out)


def joined(blocks: Iterable[Block]) -> Cited:
    """Paragraphs and lists for a place that holds no blocks (see `in_line`)."""
    return in_line(running(blocks))


def in_line(line: Iterable[Inline | Citation | List]) -> Cited:
    """The line for a place that holds no blocks: each item on a line of its own, after its bullet or number."""
    out: list[Inline | Citation] = []
    after_list = False
    for piece in line:
        if isinstance(piece, List):
            for item in _items(piece):
                if out:
                    out.append(LineBreak())
                out.extend(item)
            after_list = True
            continue
        if after_list:
            if isinstance(piece, Run) and not piece.text.strip():
                continue
            out.append(LineBreak())
            after_list = False
        out.append(piece)
    return tuple(out)


def _items(block: List) -> Iterator[Cited]:
    for number, item in enumerate(block.items, block.start):
        sign = item.label or (f"{number}." if block.ordered else _BULLET)
        yield (Run(f"{sign}\u00a0", Computed()), *joined(item.blocks))
