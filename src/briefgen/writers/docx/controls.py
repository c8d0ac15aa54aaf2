"""Content controls of a brief for review: an authored run knows its field, a computed one is locked.

One control for each paragraph of a field in a paragraph of the document. It cannot be deleted, its words can; what was
worked out cannot be changed. What stands in no control is the template's.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefgen.document import Authored, Computed, Inline, Inlines, LineBreak, Link, NoteMark, Paged, Reference, Run
from briefgen.review.tags import COMPUTED, LONGEST, tag_of
from briefgen.writers.docx.story import Story
from briefgen.xmltext import in_attribute


class Held(NamedTuple):
    """Inlines that belong into one control, or none."""

    origin: Authored | Computed | None
    inlines: Inlines


def held(content: Inlines) -> Iterator[Held]:
    """The inlines of a paragraph, parted where their origin changes; each keeps its place."""
    pieces = [piece for inline in content for piece in _pieces(inline)]
    origins = _origins(pieces)
    start = 0
    for at in range(1, len(pieces) + 1):
        if at == len(pieces) or origins[at] != origins[start]:
            yield Held(origins[start], tuple(pieces[start:at]))
            start = at


def control(origin: Authored | Computed | None, runs: str, story: Story) -> str:
    """Finished runs in the control of their origin."""
    if origin is None or not runs:
        return runs
    if isinstance(origin, Authored):
        path = story.called(origin.path)
        tag, alias, lock = tag_of(path, origin.block), path[-LONGEST:], "sdtLocked"
        story.controls[tag] = path, origin.block
    else:
        tag, alias, lock = COMPUTED, "", "sdtContentLocked"
    named = f'<w:alias w:val="{in_attribute(alias)}"/>' if alias else ""
    return (
        f'<w:sdt><w:sdtPr>{named}<w:tag w:val="{in_attribute(tag)}"/><w:id w:val="{story.control_id()}"/>'
        f'<w:lock w:val="{lock}"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
    )


def _pieces(inline: Inline) -> Iterator[Inline]:
    """An inline as it stands on pages; a link over words of several origins as one link for each."""
    match inline:
        case Paged(with_pages=words):
            yield from words
        case Link(content=content):
            start = 0
            for at in range(1, len(content) + 1):
                if at == len(content) or _of_run(content[at]) != _of_run(content[start]):
                    yield replace(inline, content=content[start:at])
                    start = at
        case _:
            yield inline


def _origins(pieces: Sequence[Inline]) -> list[Authored | Computed | None]:
    """Of each inline. A note mark goes with the words beside it that cite it, a line end with those around it."""
    origins = [_own(piece) for piece in pieces]
    spoken = [isinstance(piece, (Run, Link)) for piece in pieces]
    for places in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):  # words before a mark, then words behind it
        last: Authored | Computed | None = None
        for at in places:
            if isinstance(pieces[at], NoteMark):
                spoken[at] = spoken[at] or (origins[at] is not None and origins[at] == last)
            last = origins[at] if spoken[at] else None
    out = [origin if sure else None for origin, sure in zip(origins, spoken, strict=True)]
    for at, piece in enumerate(pieces):
        if isinstance(piece, LineBreak) and 0 < at < len(pieces) - 1 and isinstance(out[at - 1], Authored):
            out[at] = out[at - 1] if out[at - 1] == out[at + 1] else None
    return out


def _own(piece: Inline) -> Authored | Computed | None:
    match piece:
        case Run():
            return _of_run(piece)
        case Link(content=content):
            return _of_run(content[0]) if content else None
        case NoteMark(origin=origin):
            return origin
        case LineBreak() | Reference() | Paged():
            return None
        case _:
            assert_never(piece)


def _of_run(run: Run) -> Authored | Computed | None:
    match run.origin:
        case Authored() as origin:
            return origin
        case Computed():
            return Computed()
        case _:
            return None
