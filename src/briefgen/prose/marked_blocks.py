"""Which paragraphs and items of a field its marked spans stand in."""

from collections.abc import Iterable, Iterator

from briefgen.document import Block, List, Paragraph
from briefgen.prose import markdown, marking
from briefgen.prose.model import Prose
from briefgen.prose.parse import LONGEST, parse
from briefgen.prose.pieces import taken_apart
from briefgen.prose.words import clean_lines


def marked_blocks(prose: Prose, key: str) -> tuple[frozenset[str], ...] | None:
    """The markings in each paragraph and item of a field in one of its languages, in reading order, as spans write
    them: `tlp-amber`. None where that cannot be told for sure."""
    text = clean_lines(prose.texts[key]).strip()
    if len(text) > LONGEST:
        return None
    # Only a field in which a span is marked is read so.
    out: list[frozenset[str]] = []
    for token in markdown.parser().parse(text, {}):
        pieces = taken_apart(token) if token.type == "inline" else []
        if marking.unread("".join(piece.text for piece in pieces)):
            return None
        if any(piece.text.strip() or piece.fact for piece in pieces):
            out.append(frozenset(each.lower() for piece in pieces for each in piece.look.markings))
    read = set(frozenset().union(*out)) == set(marking.written(text))
    return tuple(out) if read and len(out) == sum(1 for _ in _paragraphs(parse(prose, key).blocks)) else None


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case List(items=items):
                for item in items:
                    yield from _paragraphs(item.blocks)
            case _:  # prose is made of no other
                pass
