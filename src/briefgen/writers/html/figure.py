"""Figures: the picture inside the page, its title above as tables have it."""

from base64 import b64encode

from briefgen.document import Caption, Figure
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.writers.html.story import Story


def figure(block: Figure, story: Story) -> Markup:
    """Caption and picture."""
    at = story.id(block.anchor)
    above = element("figcaption", caption(block.caption, story)) if block.caption else NOTHING
    source = "data:image/png;base64," + b64encode(block.picture.png).decode()
    picture = element("img", src=source, alt=block.alt, width=block.picture.width, height=block.picture.height)
    return element("figure", lines((above, picture)), id=at, class_="picture")


def caption(what: Caption, story: Story) -> Markup:
    """The label and the words of a caption."""
    label = element("span", escaped(what.label), class_="caption-label") if what.label else NOTHING
    return joined((label, escaped(" ") if label and what.content else NOTHING, inlines(what.content, story)))
