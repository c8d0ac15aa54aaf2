"""The list of headings: beside the text where there is room, folded up over it on a phone. Lists of tables and figures
stand in the text."""

from briefgen.document import Contents, Document, plain
from briefgen.document.walk import Listed, listed
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.writers.html.story import Story

_DEPTH = 2
"""Where the document does not ask for a list of its own."""


def contents(document: Document, story: Story) -> Markup:
    """The navigation of the page, with the title and the depth of the document's own list of headings.

    Nothing without headings.
    """
    asked = next((one for one in document.blocks if isinstance(one, Contents) and one.of == "headings"), None)
    entries = listed(document, asked or Contents((), _DEPTH))
    if not entries:
        return NOTHING
    name = (plain(asked.title).strip() if asked else "") or story.locale.text("In this paper")
    summary = element("summary", escaped(name), class_="contents-title")
    # Open, for those without script; the script folds it on a phone.
    return element("nav", element("details", lines((summary, _list(entries, story))), open=""), aria_label=name)


def captions(block: Contents, story: Story) -> Markup:
    """The list of tables or of figures, where it stands; nothing for headings, whose list stands beside the text."""
    entries = [] if block.of == "headings" else listed(story.document, block)
    if not entries:
        return NOTHING
    name = plain(block.title).strip()
    title = element("p", escaped(name), class_="contents-title") if name else NOTHING
    return element("nav", lines((title, _list(entries, story))), aria_label=name or None)


def _list(entries: list[Listed], story: Story) -> Markup:
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


def _entry(entry: Listed, story: Story) -> Markup:
    place = story.places.ids.get(entry.anchor)
    words = escaped(entry.words)
    return element("a", words, href=f"#{place}") if place else element("span", words)
