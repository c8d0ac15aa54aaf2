"""All formats of one brief."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from briefgen.document import Attachment, Document
from briefgen.layout import Pages, paginate
from briefgen.theme import PaperName, Theme

if TYPE_CHECKING:
    from briefgen.writers.docx.options import WordOptions

Format: TypeAlias = Literal["docx", "pdf", "html", "native"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""By the endings of their files."""


def write(
    document: Document,
    theme: Theme,
    paper: PaperName,
    formats: Sequence[Format],
    pages: Pages | None = None,
    attachments: Sequence[Attachment] = (),
    options: "WordOptions | None" = None,
) -> dict[Format, bytes]:
    """A brief in each of some formats. A pure function: the same document gives the same bytes.

    `pages` is the layout that the PDF is painted from, where that is made already, `attachments` what the PDF carries,
    `options` what only Word knows."""
    made: dict[Format, bytes] = {}
    for form in formats:
        match form:
            case "docx":
                from briefgen.writers import docx

                made[form] = docx.write(document, theme, paper, None, options)
            case "pdf":
                from briefgen.writers import pdf

                laid_out = pages or paginate(document, theme, paper)
                made[form] = pdf.paint(document, theme, laid_out, attachments)
            case "html":
                from briefgen.writers import html

                made[form] = html.write(document, theme)
            case "native":
                from briefgen.writers import native

                made[form] = native.write(document)
    return made
