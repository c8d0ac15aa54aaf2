"""The pages of a brief in Word as a word processor finds them, for a contents whose numbers are exact."""

from collections.abc import Callable, Mapping
from io import BytesIO

from briefgen.diagnostic import Diagnostic
from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.world import World
from briefgen.writers.docx.bookmarks import bookmark_names

_ROUNDS = 3
"""A number with one digit more may move a line, and with it a heading."""


def office_pages(
    world: World, document: Document, write: Callable[[Mapping[str, int]], bytes]
) -> Mapping[str, int] | Diagnostic:
    """Anchor → page, as LibreOffice finds it in the DOCX that has these very numbers in it.

    `write` makes the DOCX with given numbers."""
    pages: Mapping[str, int] = {}
    names = bookmark_names(with_notes_first(document))
    for _round in range(_ROUNDS):
        laid_out = world.laid_out(write(pages))
        if isinstance(laid_out, Diagnostic):
            return laid_out
        found = pages_of(laid_out, names)
        if all(pages.get(anchor) == page for anchor, page in found.items()):
            break
        pages = {**pages, **found}
    return pages


def pages_of(pdf: bytes, names: Mapping[str, str]) -> dict[str, int]:
    """Anchor → page, from the destinations that a PDF names. `names`: anchor → bookmark."""
    from pypdf import PdfReader  # 50 ms, only to read a PDF

    reader = PdfReader(BytesIO(pdf))
    placed = {
        name.lstrip("/"): reader.get_destination_page_number(destination)
        for name, destination in reader.named_destinations.items()
    }
    # LibreOffice writes what is no letter or digit of a bookmark's name by its code: `_gaps` as `5Fgaps`.
    found = {anchor: placed.get(name.replace("_", "5F")) for anchor, name in names.items()}
    return {anchor: number + 1 for anchor, number in found.items() if number is not None and number >= 0}
