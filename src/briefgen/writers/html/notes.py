"""What a note mark opens in place, and the end notes where the document has none of its own."""

from briefgen.document import Document, Note
from briefgen.document.anchors import citation, note
from briefgen.document.walk import note_marks
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.lists import end_notes, labelled_item
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, lines
from briefgen.writers.html.story import Story


def notes_in_short(document: Document, story: Story) -> Markup:
    """What stands at the foot of a page on paper. It waits in templates, unseen, until its mark is pressed."""
    cited = {mark.number for mark in note_marks(document)}
    return lines(_in_short(each, story) for each in document.notes if each.number in cited)


def _in_short(each: Note, story: Story) -> Markup:
    number = escaped(str(each.number))
    place = story.places.ids.get(note(each.number))
    whole = NOTHING
    if place and story.places.end_notes:
        said = story.locale.text("Note {number} in full").format(number=each.number)
        whole = element("a", escaped(said), href=f"#{place}", class_="whole")
    words = element("p", element("span", number, class_="item-label"), escaped(" "), inlines(each.content, story))
    return element("template", words, whole, id=f"_note-{each.number}")


def listed_notes(document: Document, story: Story) -> Markup:
    """The notes in short as end notes, with links back, where the document lists none; else nothing."""
    if story.places.end_notes or not document.notes:
        return NOTHING
    story.heading = story.own_id("heading")
    heading = element("h2", escaped(story.locale.text("Notes")), id=story.heading)
    occurrences: dict[int, list[int]] = {}
    for mark in note_marks(document):
        occurrences.setdefault(mark.number, []).append(mark.occurrence)
    items = lines(
        labelled_item(
            str(each.number),
            lines((
                element("p", inlines(each.content, story)),
                _back(each.number, occurrences.get(each.number, []), story),
            )),
            story.id(note(each.number)),
        )
        for each in document.notes
    )  # fmt: skip
    return element("section", lines((heading, end_notes(items, story))), class_="listed")


def _back(number: int, occurrences: list[int], story: Story) -> Markup:
    label = story.locale.text("Note {number}: back to place {place} in the text")
    links = lines(
        element("a", escaped(f"↩ {occurrence}"), href=f"#{place}", role="doc-backlink",
                aria_label=label.format(number=number, place=occurrence))
        for occurrence in dict.fromkeys(occurrences)
        if (place := story.places.ids.get(citation(number, occurrence)))
    )  # fmt: skip
    return element("p", links, class_="small") if links else NOTHING
