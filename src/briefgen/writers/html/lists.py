"""Lists of any depth. The end notes are a list too, and a landmark of the page."""

from briefgen.document import Item, List
from briefgen.writers.html.markup import Markup, element, escaped, lines
from briefgen.writers.html.revisions import revised
from briefgen.writers.html.story import Flow, Story


def list_(block: List, story: Story, flow: Flow) -> Markup:
    """The items."""
    if block.role == "notes":
        return end_notes(lines(_item(item, story, flow) for item in block.items), story)
    items = lines(_item(item, story, flow) for item in block.items)
    if not items:
        return items
    labelled = bool(block.items) and all(item.label for item in block.items)
    start = block.start if block.ordered and block.start != 1 else None
    # A list without bullets is still a list, which Safari must be told.
    role, look = ("list", "labelled") if labelled else (None, None)
    return element("ol" if block.ordered else "ul", items, start=start, role=role, class_=look)


def end_notes(items: Markup, story: Story) -> Markup:
    """The list of end notes, named after the heading over it."""
    if not items:
        return items
    named = {"aria_labelledby": story.heading} if story.heading else {"aria_label": story.locale.text("Notes")}
    listed = element("ol", items, role="list", class_="notes")
    return element("section", listed, role="doc-endnotes", **named)


def _item(item: Item, story: Story, flow: Flow) -> Markup:
    at = story.id(item.anchor)
    how = item.revision if item.revision != story.revision else ""
    with story.revising(item.revision):
        content = revised(how, flow(item.blocks, story), story, block=True)
    return labelled_item(item.label, content, at) if item.label else element("li", content, id=at)


def labelled_item(label: str, content: Markup, at: str | None) -> Markup:
    """An item whose label stands in the place of the bullet."""
    return element("li", element("span", escaped(label), class_="item-label"), element("div", content), id=at)
