"""Callouts: the bottom line is a region of the page, a remark is a note beside the text."""

from briefgen.document import Callout, plain
from briefgen.writers.html.heading import below
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.markup import NOTHING, Markup, element, lines
from briefgen.writers.html.story import Flow, Story


def callout(block: Callout, story: Story, flow: Flow) -> Markup:
    """A box with its title as a heading, where it has one."""
    title, name = NOTHING, None
    if plain(block.title).strip():
        name = story.own_id("callout")
        title = element(f"h{below(story)}", inlines(block.title, story), id=name, class_="callout-title")
    elif block.title:
        title = element("p", inlines(block.title, story))
    story.level += 1
    inside = flow(block.blocks, story)
    story.level -= 1
    role = "note" if block.kind == "remark" else None
    return element("section", lines((title, inside)), class_=f"callout {block.kind}", role=role, aria_labelledby=name)
