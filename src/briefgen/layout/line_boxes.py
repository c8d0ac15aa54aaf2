"""Line boxes: the horizontal pieces of a column that are on one page or the next, never on both, with their notes."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

import msgspec

from briefgen.layout.boxes import Segment, Words
from briefgen.layout.page import ARTIFACT, Anchor, Box, Drawn, Fill, Image, Line, moved
from briefgen.theme import Theme

BLANK = 0.22
"""Of the page: what stands together is parted rather than leave more of it blank."""


class Strip(msgspec.Struct, frozen=True):
    """A line, a row, a picture. `y` of its boxes runs from its top."""

    height: float
    boxes: tuple[Box, ...] = ()
    notes: tuple[int, ...] = ()
    """Notes that stand at the foot of the same page, or begin there."""
    before: float = 0
    """Space above, left out at the head of a page."""
    after: float = 0
    """Space below; of two spaces that meet, the larger one counts."""
    keep: bool = False
    """Stands on the page of the next one."""
    clings: float = 0
    """So does it, unless that leaves more than this part of its page blank."""
    heads: bool = False
    """A section begins with it."""
    opens: bool = False
    """Stands at the head of a page."""
    turned: bool = False
    """Stands on a page turned sideways."""
    lead: "tuple[Strip, ...]" = ()
    """Painted above it where it begins a page: the head rows of its table."""
    tail: "tuple[Strip, ...]" = ()
    """Painted below it where it ends a page: the rule that closes a broken table."""
    parts: "tuple[Strip, ...]" = ()
    """A row's parts, if a page may break between them rather than stay blank."""
    beside: float = 0
    """Of what is painted without a height above what begins a page: it is left out where less than so much of its page
    is filled below it, in points."""
    least: float = 0
    """Of its height: how small a picture may be made rather than leave much of a page blank; 0 where it may not."""


def parts_of(row: Strip) -> list[Strip]:
    """The parts of a row, which together stand where it stood, and look the same as long as they stand on one page."""
    out = [msgspec.structs.replace(part, turned=row.turned) if row.turned else part for part in row.parts]
    out[0] = msgspec.structs.replace(out[0], lead=row.lead, before=row.before, opens=row.opens)
    out[-1] = msgspec.structs.replace(out[-1], tail=row.tail, after=row.after, keep=row.keep, clings=row.clings)
    return out


def smaller(picture: Strip, scale: float) -> Strip:
    """A picture at a part of its size."""
    boxes = tuple(
        msgspec.structs.replace(box, width=box.width * scale, height=box.height * scale)
        if isinstance(box, Image | Drawn)
        else box
        for box in picture.boxes
    )
    return msgspec.structs.replace(picture, height=picture.height * scale, boxes=boxes, least=0)


def stacked(strips: Sequence[Strip]) -> tuple[float, list[Box], tuple[int, ...]]:
    """Strips as one piece: its height, its boxes and its notes. The space above the first and below the last is left
    out."""
    y = gap = 0.0
    boxes: list[Box] = []
    notes: list[int] = []
    for index, strip in enumerate(strips):
        if index:
            y += max(gap, strip.before)
        boxes += [moved(box, y) for box in strip.boxes] if y else strip.boxes
        notes += strip.notes
        y += strip.height
        gap = strip.after
    return y, boxes, tuple(notes)


def height_of(strips: Sequence[Strip]) -> float:
    """The height of strips on top of each other."""
    if len(strips) < 2:
        return strips[0].height if strips else 0.0
    height = fsum(strip.height for strip in strips)
    return height + fsum(max(above.after, below.before) for above, below in pairwise(strips))


def as_artifact(strip: Strip) -> Strip:
    """The strip as it is repeated: it looks the same and is no content."""
    boxes: list[Box] = []
    for box in strip.boxes:
        match box:
            case Line() | Image() | Drawn():
                boxes.append(msgspec.structs.replace(box, element=ARTIFACT))
            case Fill():
                boxes.append(box)
            case Anchor():
                pass
    return Strip(strip.height, tuple(boxes), before=strip.before, after=strip.after)


# The notes that a piece of the text brings to the foot of its page.
#
# The note of a first mark begins on the page of its mark, so nothing that stays whole may hold more marks than
# a page has lines for the beginnings of their notes.

NOTES_GAP = 9.0
"""Between the text and the first note; the rule above the notes stands within it."""

_BEGINNINGS = 0.5
"""Of the page: the first lines of the notes that one line of text may bring."""


def least_foot(marks: int, theme: Theme) -> float:
    """What the notes of so many first marks need to begin."""
    return NOTES_GAP + marks * theme.styles["note"].leading if marks else 0.0


def most_marks(page_height: float, theme: Theme) -> int:
    """First marks that one line may hold."""
    return max(int((page_height * _BEGINNINGS - NOTES_GAP) / theme.styles["note"].leading), 1)


def crowded(strips: Sequence[Strip], most: int) -> bool:
    """Whether a line holds more first marks than it may."""
    return any(len(strip.notes) > most for strip in strips)


def thinned(words: Words, most: int) -> Words:
    """The paragraph with a new line after every so many first marks."""
    segments: list[Segment] = []
    marks = 0
    for segment in words.segments:
        if segment.note:
            marks += 1
            if marks > most:
                segment, marks = msgspec.structs.replace(segment, forced=True), 1
        segments.append(segment)
    return msgspec.structs.replace(words, segments=tuple(segments))
