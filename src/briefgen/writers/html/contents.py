"""The list of headings: beside the text where there is room, folded up over it on a phone."""

from briefgen.document import Contents, Document, Heading, plain
from briefgen.document.walk import headings
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.writers.html.story import Story

_DEPTH = 2
"""Where the document does not ask for a list of its own."""


def contents(document: Document, story: Story) -> Markup:
    """The navigation of the page, with the title and the depth of the document's own list of headings.

    Nothing without headings.
    """
    asked = next((block for block in document.blocks if isinstance(block, Contents)), None)
    entries = [entry for entry in headings(document, asked.depth if asked else _DEPTH) if plain(entry.content).strip()]
    if not entries:
        return NOTHING
    name = (plain(asked.title).strip() if asked else "") or story.locale.text("In this paper")
    summary = element("summary", escaped(name), class_="contents-title")
    # Open, for those without script; the script folds it on a phone.
    return element("nav", element("details", lines((summary, _list(entries, story))), open=""), aria_label=name)


def _list(entries: list[Heading], story: Story) -> Markup:
    """Entries, those of a deeper level nested under the one before."""
    items: list[Markup] = []
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and entries[end].level > entries[at].level:
            end += 1
        under = _list(entries[at + 1 : end], story) if end > at + 1 else NOTHING
        items.append(element("li", joined((_entry(entries[at], story), under))))
        at = end
    return element("ol", lines(items), role="list")


def _entry(heading: Heading, story: Story) -> Markup:
    place = story.places.ids.get(heading.anchor)
    words = escaped(plain(heading.content))
    return element("a", words, href=f"#{place}") if place else element("span", words)
