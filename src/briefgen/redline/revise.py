"""Two editions → the new one, with all that changed."""

from msgspec.structs import replace

from briefgen.document import Document, Properties, Reviser
from briefgen.locale import load
from briefgen.redline.blocks import blocks
from briefgen.redline.notes import Notes, recounted


def revise(old: Document, new: Document) -> Document:
    """The new edition with what was inserted marked, and with what was deleted where it stood.

    `document.revisions.accepted` makes the new one of it again, to the letter, and `rejected` the old one, but for what
    is no change (see `sameness`).
    """
    notes = Notes(old, new)
    made = recounted(blocks(notes.numbered(old.blocks), new.blocks))
    return replace(new, blocks=made, notes=notes.notes(), reviser=_reviser(new.properties, new.lang))


def _reviser(properties: Properties, lang: str) -> Reviser:
    """The day and the people of the new edition: no clock, no account of whoever runs the program."""
    say = load(lang).text
    return Reviser(
        properties.author or properties.title,
        properties.date,
        inserted=(say("Inserted:"), say("End of insertion.")),
        deleted=(say("Deleted:"), say("End of deletion.")),
    )
