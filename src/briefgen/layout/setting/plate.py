"""A picture or a chart → one strip."""

from briefgen.charts import draw
from briefgen.document import Chart, Picture
from briefgen.layout.matter import Plate
from briefgen.layout.page import Anchor, Box, Drawn, Image
from briefgen.layout.setting.measure import POINTS_PER_PIXEL
from briefgen.layout.setting.strip import Strip
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
