"""Boxes become line boxes at a place and in a measure: paragraphs, tables, images, and the entries under a title."""

from collections.abc import Callable, Iterable
from math import fsum
from typing import NamedTuple, assert_never

import msgspec

from briefgen.charts import draw
from briefgen.document import Chart, Picture
from briefgen.layout.boxes import Band, Break, Grid, Indented, Matter, Panel, Plate, Spread, Words
from briefgen.layout.column_widths import POINTS_PER_PIXEL, column_extents, extent
from briefgen.layout.line_boxes import BLANK, Strip, crowded, height_of, most_marks, stacked, thinned
from briefgen.layout.page import Anchor, Box, Drawn, Fill, Image, Line, moved
from briefgen.layout.paragraphs import set_words
from briefgen.layout.tables import set_grid, turns
from briefgen.theme import Theme

TALLEST_PICTURE = 0.62
"""Of the page."""

TALLEST_CHART = 0.88
"""Of the page: its words must stay readable."""

LEAST_PICTURE, LEAST_CHART = 0.75, 0.88
"""Of the size that it would have: what is left of it where more would leave much of a page blank. The letters of a
chart have the size of the table's."""

SMALL_PICTURE = 0.55
"""Of the measure: a picture narrower than this by its own size is not enlarged."""


def set_plate(matter: Plate, x: float, width: float, page_height: float, theme: Theme) -> Strip:
    """Over the whole measure, unless it is small or would be too high."""
    match matter.picture:
        case Picture() as picture:
            least = LEAST_PICTURE
            box: Image | Drawn = _image(picture, matter.element, x, width, page_height * TALLEST_PICTURE)
        case chart:
            least = LEAST_CHART
            box = _drawn(chart, matter.element, x, width, page_height * TALLEST_CHART, theme)
    caption = theme.styles["caption"]
    anchors: tuple[Box, ...] = tuple(Anchor(0, name) for name in matter.anchors)
    before = caption.after if matter.titled else caption.before
    after = caption.after if matter.keep else caption.before
    return Strip(box.height, (*anchors, box), before=before, after=after, keep=matter.keep, least=least)


def _image(picture: Picture, element: int, x: float, width: float, tallest: float) -> Image:
    across, down = max(picture.width, 1), max(picture.height, 1)
    natural = across * POINTS_PER_PIXEL
    wide = width if natural >= width * SMALL_PICTURE else natural
    high = wide * down / across
    if high > tallest:
        wide, high = wide * tallest / high, tallest
    return Image(x, 0, wide, high, picture, element)


def _drawn(chart: Chart, element: int, x: float, width: float, tallest: float, theme: Theme) -> Drawn:
    drawing = draw(chart, theme, width)
    scale = min(width / drawing.width, tallest / max(drawing.height, 1), 1.0)
    return Drawn(x, 0, drawing.width * scale, drawing.height * scale, drawing, element)


# The entries under a title → one strip: labels over values in columns, between hairlines.

_GAP = 18.0
"""Between two columns, at least."""

_PAD = 5.5
"""Between a hairline and the text."""

_HAIRLINE = 0.5

_TALLEST = 0.4
"""Of the page."""

_WIDEST = 0.45
"""Of the measure: a longer entry is broken into lines."""


def set_band(band: Band, x: float, width: float, page_height: float, theme: Theme, lang: str) -> list[Strip]:
    """As many columns as fit, and so many rows as that takes. Entries too long to stand together follow each other as
    paragraphs do."""
    natural = [min(max(extent(words, theme.table).most for words in entry if words) + 0.1, width * _WIDEST)
               for entry in band.entries]  # fmt: skip
    count = len(natural)
    # In rows of the same number of entries, as nearly as can be.
    choices = (-(-count // rows) for rows in range(1, count + 1))
    columns = next(n for n in choices if n == 1 or fsum(_column_widths(natural, n)) + _GAP * (n - 1) <= width)
    widths = _column_widths(natural, columns)
    spare = (width - fsum(widths)) / columns
    boxes: list[Box] = [Fill(x, -_HAIRLINE / 2, width, _HAIRLINE, band.ink)]
    notes: list[int] = []
    y = _PAD
    for start in range(0, count, columns):
        left, deepest = x, 0.0
        for entry, own in zip(band.entries[start : start + columns], widths, strict=False):
            strips = _entry(entry, left, own + max(spare - _GAP, 0), lang)
            depth, content, cited = stacked(strips)
            boxes += [moved(box, y) for box in content]
            notes += cited
            deepest = max(deepest, depth)
            left += own + spare
        y += deepest + _PAD
    if y > page_height * _TALLEST or len(notes) > most_marks(page_height, theme):
        return [strip for entry in band.entries for strip in _entry(entry, x, width, lang)]
    boxes.append(Fill(x, y - _HAIRLINE / 2, width, _HAIRLINE, band.ink))
    return [Strip(y, tuple(boxes), tuple(notes), band.before, band.after)]


def _entry(entry: tuple[Words | None, Words | None], x: float, width: float, lang: str) -> list[Strip]:
    return [strip for words in entry if words for strip in set_words(words, x, width, lang)]


def _column_widths(natural: list[float], columns: int) -> list[float]:
    return [max(natural[column::columns]) for column in range(columns)]


# Matter → strips, at a place and in a measure.

WHOLE_PANEL = 0.55
"""Of the page: a panel no higher than this is broken only where much of a page would stay blank."""

WHOLE_ITEM, ITEM_BLANK = 0.25, 0.08
"""Of the page: an item that stands whole where it may is no higher, and leaves no more of a page blank."""

LOW, HEADED = 0.03, 0.12
"""Of the page: a heading stands with more than one line of this height, unless that leaves more of a page blank."""

LEAST_MEASURE = 6.0

WITHIN_CELL = 0.6
"""Of the page: what stands in a cell must fit below repeated head rows."""


class Turned(NamedTuple):
    """The room for text on a page turned sideways."""

    width: float
    height: float


class Column(NamedTuple):
    """What a column of text knows while it is set."""

    theme: Theme
    lang: str
    page_height: float
    turned: Turned | None = None
    """The page turned sideways; None where no page can be: inside another block."""
    reserve: float = 1.0
    """Columns of tables have room for their longest word in letters so many times as wide."""


def set_all(column: Column, matter: Iterable[Matter], x: float, width: float) -> list[Strip]:
    """Matter one below the other."""
    out: list[Strip] = []
    opens = headed = False
    for one in matter:
        if isinstance(one, Break):
            opens = bool(out)
            continue
        strips = _set(column, one, x, width)
        if headed and strips and not strips[0].keep and strips[0].height < column.page_height * LOW:
            strips[0] = msgspec.structs.replace(strips[0], clings=max(strips[0].clings, HEADED))
        headed = isinstance(one, Words) and one.keep
        if isinstance(one, Words) and one.heads and strips:
            strips[0] = msgspec.structs.replace(strips[0], heads=True)
        if opens and strips:
            strips[0] = msgspec.structs.replace(strips[0], opens=True)
            opens = False
        if strips and strips[0].turned:
            _follow(out)
        out += strips
    return out


def _follow(strips: list[Strip]) -> None:
    """Turn what must stand on the page of what follows: the headings of a table on a turned page."""
    at = len(strips)
    while at and strips[at - 1].keep:
        at -= 1
        strips[at] = msgspec.structs.replace(strips[at], turned=True)


def _set(column: Column, matter: Matter, x: float, width: float) -> list[Strip]:
    around = column.turned
    if around is not None:
        column = column._replace(turned=None)
    match matter:
        case Words():
            return _words(column, matter, x, max(width, LEAST_MEASURE))
        case Indented():
            return _indented(column, matter, x, width)
        case Panel():
            return _panel(column, matter, x, width)
        case Band():
            return set_band(matter, x, width, column.page_height, column.theme, column.lang)
        case Grid():
            inner = column._replace(page_height=column.page_height * WITHIN_CELL)
            return set_grid(matter, x, width, column.page_height, column.theme,
                            lambda children, left, measure: set_all(inner, children, left, measure),
                            column.reserve)  # fmt: skip
        case Spread():
            return _spread(column, matter, x, width, around)
        case Plate():
            return [set_plate(matter, x, width, column.page_height, column.theme)]
        case Break():
            return []
        case _:
            assert_never(matter)


def _words(column: Column, words: Words, x: float, width: float) -> list[Strip]:
    strips = set_words(words, x, width, column.lang)
    most = most_marks(column.page_height, column.theme)
    return set_words(thinned(words, most), x, width, column.lang) if crowded(strips, most) else strips


def _spread(column: Column, matter: Spread, x: float, width: float, turned: Turned | None) -> list[Strip]:
    children = (*matter.title, matter.grid, *matter.key)
    if turned is None or not turns(column_extents(matter.grid, column.theme.table), width, turned.width):
        return set_all(column, children, x, width)
    strips = set_all(column._replace(page_height=turned.height), children, x, turned.width)
    return [msgspec.structs.replace(strip, turned=True) for strip in strips]


def _indented(column: Column, matter: Indented, x: float, width: float) -> list[Strip]:
    left = min(matter.left, width / 2)
    strips = set_all(column, matter.children, x + left, width - left)
    if matter.label:
        own = fsum(segment.width + segment.space for segment in matter.label.segments)
        beside = set_words(matter.label, x, left if own <= left else width, column.lang)
        first = strips[0].boxes[0] if strips and strips[0].boxes else None
        if len(beside) == 1 and own <= left and isinstance(first, Line):
            boxes = [_beside(box, first) for box in beside[0].boxes]
            strips[0] = msgspec.structs.replace(strips[0], boxes=(*boxes, *strips[0].boxes))
        else:
            # Too long to hang, or nothing to hang beside: on its own line, above.
            strips = [*(msgspec.structs.replace(one, keep=bool(strips), after=0) for one in beside), *strips]
    if matter.whole and strips and height_of(strips) <= column.page_height * WHOLE_ITEM:
        strips = _clinging(strips, ITEM_BLANK)
    if strips:
        anchors: tuple[Box, ...] = tuple(Anchor(0, name) for name in matter.anchors)
        strips[0] = msgspec.structs.replace(strips[0], boxes=(*strips[0].boxes, *anchors))
        # Its last line clings to nothing: what is kept within it says nothing of what follows.
        strips[-1] = msgspec.structs.replace(strips[-1], after=max(strips[-1].after, matter.after), clings=0)
    return strips


def _beside(box: Box, first: Line) -> Box:
    """The label in the box of the line it stands beside, on its baseline."""
    if not isinstance(box, Line):
        return box
    return msgspec.structs.replace(box, y=first.y, height=first.height, baseline=first.baseline)


def _panel(column: Column, matter: Panel, x: float, width: float) -> list[Strip]:
    pad = min(matter.padding, width / 6)
    within = column._replace(page_height=column.page_height - 2 * pad)
    inner = set_all(within, matter.children, x + matter.rule_width + pad, width - matter.rule_width - 2 * pad)
    if not inner:
        return []

    def on_ground(height: float, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
        return (
            Fill(x, 0, width, height, matter.ground),
            Fill(x, 0, matter.rule_width, height, matter.rule),
            *boxes,
        )

    edge = Strip(pad * 0.75, on_ground(pad * 0.75, ()), keep=True)
    out = [edge]
    gap = 0.0
    last = len(inner) - 1
    for index, strip in enumerate(inner):
        space = max(gap, strip.before) if index else 0.0
        boxes = tuple(moved(box, space) for box in strip.boxes) if space else strip.boxes
        out.append(
            Strip(
                space + strip.height,
                on_ground(space + strip.height, boxes),
                strip.notes,
                keep=strip.keep or index == last,
                clings=strip.clings,
                lead=(edge, *(_grounded(one, on_ground) for one in strip.lead)),
                tail=(*(_grounded(one, on_ground) for one in strip.tail), edge),
            )
        )
        gap = strip.after
    out.append(msgspec.structs.replace(edge, keep=False))
    out[0] = msgspec.structs.replace(out[0], before=matter.padding)
    out[-1] = msgspec.structs.replace(out[-1], after=matter.padding)
    if height_of(out) <= column.page_height * WHOLE_PANEL:
        out = _clinging(out, BLANK)
    return out


def _clinging(strips: list[Strip], blank: float) -> list[Strip]:
    """All on one page, unless that leaves more than `blank` of a page."""
    return [*(msgspec.structs.replace(strip, clings=max(strip.clings, blank)) for strip in strips[:-1]), strips[-1]]


def _grounded(strip: Strip, on_ground: Callable[[float, tuple[Box, ...]], tuple[Box, ...]]) -> Strip:
    return msgspec.structs.replace(strip, boxes=on_ground(strip.height, strip.boxes))
