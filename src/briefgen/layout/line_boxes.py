"""Line boxes: the horizontal pieces of a column that are on one page or the next, never on both, with their notes."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

import msgspec

from briefgen.layout.boxes import ParagraphBox, Segment
from briefgen.layout.page import ARTIFACT, Anchor, Fill, PlacedBox, PlacedChart, PlacedImage, TextLine, translated
from briefgen.theme import Theme

MAX_BLANK = 0.22
"""Of the page: what stands together is parted rather than leave more of it blank."""


class LineBox(msgspec.Struct, frozen=True):
    """A line, a row, a picture. `y` of its boxes runs from its top."""

    height: float
    boxes: tuple[PlacedBox, ...] = ()
    notes: tuple[int, ...] = ()
    """Notes that stand at the foot of the same page, or begin there."""
    before: float = 0
    """Space above, left out at the head of a page."""
    after: float = 0
    """Space below; of two spaces that meet, the larger one counts."""
    keep_with_next: bool = False
    """Stands on the page of the next one."""
    keep_penalty: float = 0
    """So does it, unless that leaves more than this part of its page blank."""
    starts_section: bool = False
    """A section begins with it."""
    break_before: bool = False
    """Stands at the head of a page."""
    landscape: bool = False
    """Stands on a page turned sideways."""
    page_head: "tuple[LineBox, ...]" = ()
    """Painted above it where it begins a page: the head rows of its table."""
    page_foot: "tuple[LineBox, ...]" = ()
    """Painted below it where it ends a page: the rule that closes a broken table."""
    fragments: "tuple[LineBox, ...]" = ()
    """A row's parts, if a page may break between them rather than stay blank."""
    min_below: float = 0
    """Of what is painted without a height above what begins a page: it is left out where less than so much of its page
    is filled below it, in points."""
    min_scale: float = 0
    """Of its height: how small a picture may be made rather than leave much of a page blank; 0 where it may not."""


def row_fragments(row: LineBox) -> list[LineBox]:
    """The parts of a row, which together stand where it stood, and look the same as long as they stand on one page."""
    out = [msgspec.structs.replace(part, landscape=row.landscape) if row.landscape else part for part in row.fragments]
    out[0] = msgspec.structs.replace(out[0], page_head=row.page_head, before=row.before, break_before=row.break_before)
    out[-1] = msgspec.structs.replace(
        out[-1],
        page_foot=row.page_foot,
        after=row.after,
        keep_with_next=row.keep_with_next,
        keep_penalty=row.keep_penalty,
    )
    return out


def scaled(picture: LineBox, scale: float) -> LineBox:
    """A picture at a part of its size."""
    boxes = tuple(
        msgspec.structs.replace(box, width=box.width * scale, height=box.height * scale)
        if isinstance(box, PlacedImage | PlacedChart)
        else box
        for box in picture.boxes
    )
    return msgspec.structs.replace(picture, height=picture.height * scale, boxes=boxes, min_scale=0)


def stacked(line_boxes: Sequence[LineBox]) -> tuple[float, list[PlacedBox], tuple[int, ...]]:
    """Strips as one piece: its height, its boxes and its notes. The space above the first and below the last is left
    out."""
    y = gap = 0.0
    boxes: list[PlacedBox] = []
    notes: list[int] = []
    for index, line_box in enumerate(line_boxes):
        if index:
            y += max(gap, line_box.before)
        boxes += [translated(box, y) for box in line_box.boxes] if y else line_box.boxes
        notes += line_box.notes
        y += line_box.height
        gap = line_box.after
    return y, boxes, tuple(notes)


def total_height(line_boxes: Sequence[LineBox]) -> float:
    """The height of strips on top of each other."""
    if len(line_boxes) < 2:
        return line_boxes[0].height if line_boxes else 0.0
    height = fsum(line_box.height for line_box in line_boxes)
    return height + fsum(max(above.after, below.before) for above, below in pairwise(line_boxes))


def as_artifact(line_box: LineBox) -> LineBox:
    """The strip as it is repeated: it looks the same and is no content."""
    boxes: list[PlacedBox] = []
    for box in line_box.boxes:
        match box:
            case TextLine() | PlacedImage() | PlacedChart():
                boxes.append(msgspec.structs.replace(box, element=ARTIFACT))
            case Fill():
                boxes.append(box)
            case Anchor():
                pass
    return LineBox(line_box.height, tuple(boxes), before=line_box.before, after=line_box.after)


# The notes that a piece of the text brings to the foot of its page.
#
# The note of a first mark begins on the page of its mark, so nothing that stays whole may hold more marks than
# a page has lines for the beginnings of their notes.

FOOTNOTE_GAP = 9.0
"""Between the text and the first note; the rule above the notes stands within it."""

_BEGINNINGS = 0.5
"""Of the page: the first lines of the notes that one line of text may bring."""


def min_footnote_height(marks: int, theme: Theme) -> float:
    """What the notes of so many first marks need to begin."""
    return FOOTNOTE_GAP + marks * theme.styles["note"].leading if marks else 0.0


def max_notes_a_line(page_height: float, theme: Theme) -> int:
    """First marks that one line may hold."""
    return max(int((page_height * _BEGINNINGS - FOOTNOTE_GAP) / theme.styles["note"].leading), 1)


def has_too_many_notes(line_boxes: Sequence[LineBox], most: int) -> bool:
    """Whether a line holds more first marks than it may."""
    return any(len(line_box.notes) > most for line_box in line_boxes)


def with_fewer_notes_a_line(words: ParagraphBox, most: int) -> ParagraphBox:
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
