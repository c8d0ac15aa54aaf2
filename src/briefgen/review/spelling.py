"""The words of a field's blocks, as a control has them."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.document import Block, Inline, LineBreak, Link, List, NoteMark, Paragraph, Run, plain
from briefgen.prose import Citation
from briefgen.review.lines import NOTE


def spelled(inlines: Iterable[Inline | Citation]) -> str:
    """A line, with a sign for each citation and a line end for each forced one."""
    out: list[str] = []
    for inline in inlines:
        match inline:
            case Run(text=text):
                out.append(text)
            case Link(content=content):
                out.extend(run.text for run in content)
            case LineBreak():
                out.append("\n")
            case NoteMark() | Citation():
                out.append(NOTE)
            case _:
                out.append(plain((inline,)))
    return "".join(out)


def blocks(of: Iterable[Block]) -> Iterator[str]:
    """The words of each block of a field, in reading order."""
    for block in of:
        match block:
            case Paragraph(content=content):
                line: Sequence[Inline | Citation] = content
                yield spelled(line)
            case List(items=items):
                for item in items:
                    yield from blocks(item.blocks)
            case _:  # prose is made of no other
                pass
