"""All formats of one brief. Pages are laid out once, for whoever needs them."""

from collections.abc import Sequence
from typing import Literal, TypeAlias, get_args

from briefgen.document import Document
from briefgen.theme import PaperName, Theme

Format: TypeAlias = Literal["docx", "pdf", "native"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""By the endings of their files."""


def write(document: Document, theme: Theme, paper: PaperName, formats: Sequence[Format]) -> dict[Format, bytes]:
    """A brief in each of some formats. A pure function: the same document gives the same bytes."""
    # The DOCX prints page numbers in its contents; they come from our own layout, which the PDF is painted from.
    from briefgen.layout import paginate

    pages = paginate(document, theme, paper) if "pdf" in formats or "docx" in formats else None
    made: dict[Format, bytes] = {}
    for form in formats:
        match form:
            case "docx":
                from briefgen.writers import docx

                made[form] = docx.write(document, theme, paper, pages.anchor_pages if pages else None)
            case "pdf":
                from briefgen.writers import pdf

                made[form] = pdf.paint(document, theme, pages)
            case "native":
                from briefgen.writers import native

                made[form] = native.write(document)
    return made
