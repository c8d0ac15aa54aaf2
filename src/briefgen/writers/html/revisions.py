"""Insertions and deletions: elements that say what they are, for the eye by a line and for the ear by words."""

from briefgen.document import Reviser, Revision
from briefgen.writers.html.markup import Markup, element, escaped, joined
from briefgen.writers.html.story import Story

_ELEMENTS: dict[Revision, str] = {"inserted": "ins", "deleted": "del"}


def revised(how: Revision, content: Markup, story: Story, *, block: bool = False) -> Markup:
    """Content that was inserted or deleted. `block`: it is made of blocks.

    Most screen readers pass over these elements, so words that no one sees say it too."""
    if not how or not content:
        return content
    reviser = story.document.reviser or Reviser("")
    before, after = reviser.inserted if how == "inserted" else reviser.deleted
    first, last = (element("span", escaped(words), class_="unseen") for words in (f"{before} ", f" {after} "))
    inside = joined((first, content, last))
    return element(_ELEMENTS[how], inside, class_="block" if block else None, datetime=reviser.date[:10] or None)
