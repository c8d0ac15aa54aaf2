"""What a field of prose cites."""

from collections.abc import Iterable, Iterator

from briefgen.document import Block, List, Paragraph
from briefgen.prose.model import Citation, Prose
from briefgen.prose.parse import parse


def citations(prose: Prose, lang: str) -> tuple[Citation, ...]:
    """The citations in one language, in order."""
    return tuple(_in(parse(prose, lang).blocks))


def cited_facts(prose: Prose) -> frozenset[str]:
    """The ids that it cites, in any of its languages."""
    return frozenset(
        citation.fact for lang, text in prose.texts.items() if "@" in text for citation in citations(prose, lang)
    )


def _in(blocks: Iterable[Block]) -> Iterator[Citation]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from [inline for inline in block.content if isinstance(inline, Citation)]
        elif isinstance(block, List):
            for item in block.items:
                yield from _in(item.blocks)
