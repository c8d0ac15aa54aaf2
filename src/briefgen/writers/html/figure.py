"""Figures: the picture inside the page, its title above and its key below as tables have them.

A chart is drawn twice, for wide and for narrow screens; of the two one is shown, and one is told.
"""

from base64 import b64encode

from briefgen.charts import draw, svg
from briefgen.document import Caption, Chart, Figure, Picture
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.writers.html.story import Story

_WIDE, _NARROW = 440.0, 216.0
"""In points of the theme: the column of text, and a phone's."""


def figure(block: Figure, story: Story) -> Markup:
    """Caption, picture and key."""
    at = story.id(block.anchor)
    above = element("figcaption", caption(block.caption, story)) if block.caption else NOTHING
    below = lines(element("p", inlines(line.content, story), class_="key") for line in block.key if line.content)
    shown = _picture(block.picture, block.alt) if isinstance(block.picture, Picture) else _chart(block, story)
    kind = "picture" if isinstance(block.picture, Picture) else "chart"
    return element("figure", lines((above, shown, below)), id=at, class_=kind)


def _picture(picture: Picture, alt: str) -> Markup:
    source = "data:image/png;base64," + b64encode(picture.png).decode()
    return element("img", src=source, alt=alt, width=picture.width, height=picture.height)


def _chart(block: Figure, story: Story) -> Markup:
    assert not isinstance(block.picture, Picture)
    return lines(
        _drawn(block.picture, block.alt, width, kind, story) for width, kind in ((_WIDE, "wide"), (_NARROW, "narrow"))
    )


def _drawn(chart: Chart, alt: str, width: float, kind: str, story: Story) -> Markup:
    drawing = draw(chart, story.theme, width)
    box = f"0 0 {svg.number(drawing.width)} {svg.number(drawing.height)}"
    told = {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}
    shapes = Markup(svg.shapes(drawing, svg.variable))
    return element("svg", Markup("\n"), shapes, viewBox=box, class_=kind, **told)


def caption(what: Caption, story: Story) -> Markup:
    """The label and the words of a caption."""
    label = element("span", escaped(what.label), class_="caption-label") if what.label else NOTHING
    return joined((label, escaped(" ") if label and what.content else NOTHING, inlines(what.content, story)))
