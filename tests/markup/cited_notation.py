"""Prose in a short notation, so that cases can be read: marks as `{judgement:words}`, citations as `[@fact]`."""

from collections.abc import Iterable

from briefgen.document import Authored, Block, LineBreak, Link, List, Paragraph, Run
from briefgen.markup.model import Citation


def line(inlines: Iterable[object]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def blocks(found: Iterable[Block], indent: str = "") -> str:
    out: list[str] = []
    for block in found:
        match block:
            case Paragraph(content=content):
                out.append(indent + line(content))
            case List():
                for number, item in enumerate(block.items, block.start):
                    sign = f"{number}. " if block.ordered else "- "
                    inner = blocks(item.blocks, indent + " " * len(sign))
                    out.append(indent + sign + inner.lstrip(" "))
            case _:
                raise AssertionError(block)
    return "\n".join(out)


def _inline(inline: object) -> str:
    match inline:
        case Run(text=text):
            assert isinstance(inline.origin, Authored)
            look = sorted(inline.marks) + ([f"lang={inline.lang}"] if inline.lang else [])
            return f"{{{' '.join(look)}:{text}}}" if look else text
        case Link(content=content, target=target):
            return f"<{line(content)} → {target}>"
        case LineBreak():
            return " / "
        case Citation(fact=fact, locator=locator):
            return f"[@{fact}, {locator}]" if locator else f"[@{fact}]"
    raise AssertionError(inline)
