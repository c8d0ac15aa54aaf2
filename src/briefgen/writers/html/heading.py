"""Headings. The page's title is the first level, so that a heading of level 1 is an `h2`."""

from briefgen.document import Heading, plain
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.markup import Markup, element
from briefgen.writers.html.story import Story

_DEEPEST = 6


def heading(block: Heading, story: Story) -> Markup:
    """One heading, a level under the one that it stands under. Without words it is a place only."""
    at = story.id(block.anchor)
    if not plain(block.content).strip():
        look = "deleted-heading" if block.revision == "deleted" else None
        return element("div", inlines(block.content, story), id=at, class_=look)
    story.heading = at or story.own_id("heading")
    return element(f"h{below(story)}", inlines(block.content, story), id=story.heading)


def below(story: Story) -> int:
    """The level of a heading that stands under the last one."""
    return min(story.level + 1, _DEEPEST)
