"""Line boxes: lines, rows and images that are never split between pages, with the footnotes they cite."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

import msgspec

from briefgen.layout.boxes import ParagraphBox, Segment
from briefgen.layout.page import ARTIFACT, Anchor, Fill, PlacedBox, PlacedChart, PlacedImage, TextLine, translated
from briefgen.theme import Theme

MAX_BLANK = 0.22
"""Share of a page: boxes that belong together are separated rather than leave more blank."""


class LineBox(msgspec.Struct, frozen=True):
    """A line of text, a table row or an image: monolithic content (CSS Fragmentation). `y` of its boxes is relative to
    its top."""

    height: float
    boxes: tuple[PlacedBox, ...] = ()
    notes: tuple[int, ...] = ()
    """Footnotes that start on the page of this line box."""
    before: float = 0
    """Space above, omitted at the top of a page."""
    after: float = 0
    """Space below; of two adjoining spaces the larger counts."""
    keep_with_next: bool = False
    """On the same page as the next one."""
    keep_penalty: float = 0
    """Penalty for a break after it: it is kept with the next one unless that leaves more than this share of the page
    blank."""
    starts_section: bool = False
    """A section begins with it."""
    break_before: bool = False
    """Starts a page."""
    landscape: bool = False
    """On a landscape page."""
    page_head: "tuple[LineBox, ...]" = ()
    """Painted above it if it starts a page: the header rows of its table."""
    page_foot: "tuple[LineBox, ...]" = ()
    """Painted below it if it ends a page: the closing rule of a split table."""
    fragments: "tuple[LineBox, ...]" = ()
    """The fragments of a row that may be split between pages."""
    min_below: float = 0
    """For cells repeated at the top of a page: omitted if less than this height of the page is filled below, in
    points."""
    min_scale: float = 0
    """Smallest scale of a picture that is shrunk rather than leave much of a page blank; 0 if it may not be shrunk."""


def row_fragments(row: LineBox) -> list[LineBox]:
    """The fragments of a row, which look the same as the row if they are on one page."""
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
    """A picture scaled down."""
    boxes = tuple(
        msgspec.structs.replace(box, width=box.width * scale, height=box.height * scale)
        if isinstance(box, PlacedImage | PlacedChart)
        else box
        for box in picture.boxes
    )
    return msgspec.structs.replace(picture, height=picture.height * scale, boxes=boxes, min_scale=0)


def stacked(line_boxes: Sequence[LineBox]) -> tuple[float, list[PlacedBox], tuple[int, ...]]:
    """Line boxes stacked: total height, boxes and footnotes, without the space above the first and below the last."""
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
    """Height of stacked line boxes."""
    if len(line_boxes) < 2:
        return line_boxes[0].height if line_boxes else 0.0
    height = fsum(line_box.height for line_box in line_boxes)
    return height + fsum(max(above.after, below.before) for above, below in pairwise(line_boxes))


def as_artifact(line_box: LineBox) -> LineBox:
    """A repeated copy: an artifact, which looks the same but is not content."""
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


# A footnote starts on the page of its first mark, so a line may hold no more first marks than a page has room
# for the first lines of their notes.

FOOTNOTE_GAP = 9.0
"""Between the text and the first footnote; the rule above the footnotes is inside it."""

_BEGINNINGS = 0.5
"""Share of a page for the first lines of the footnotes cited by one line."""


def min_footnote_height(marks: int, theme: Theme) -> float:
    """Height that the first lines of so many footnotes need."""
    return FOOTNOTE_GAP + marks * theme.styles["note"].leading if marks else 0.0


def max_notes_a_line(page_height: float, theme: Theme) -> int:
    """How many first marks a line may hold."""
    return max(int((page_height * _BEGINNINGS - FOOTNOTE_GAP) / theme.styles["note"].leading), 1)


def has_too_many_notes(line_boxes: Sequence[LineBox], most: int) -> bool:
    """Whether a line holds more first marks than it may."""
    return any(len(line_box.notes) > most for line_box in line_boxes)


def with_fewer_notes_a_line(words: ParagraphBox, most: int) -> ParagraphBox:
    """The paragraph with a forced line break after every `most` first marks."""
    segments: list[Segment] = []
    marks = 0
    for segment in words.segments:
        if segment.note:
            marks += 1
            if marks > most:
                segment, marks = msgspec.structs.replace(segment, forced=True), 1
        segments.append(segment)
    return msgspec.structs.replace(words, segments=tuple(segments))
