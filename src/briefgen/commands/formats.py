"""All formats of one brief. To add one: a package, and a line in FORMATS."""

from collections.abc import Sequence
from typing import Literal, TypeAlias, get_args

from briefgen import dump as native
from briefgen import html, pdf
from briefgen.document import Attachment, Document
from briefgen.docx.context import WordOptions
from briefgen.layout import Pages, paginate
from briefgen.theme import PaperName, Theme

__all__ = ["FORMATS", "Format", "write"]


# All formats of one brief.

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
    options: WordOptions | None = None,
) -> dict[Format, bytes]:
    """A brief in each of some formats. A pure function: the same document gives the same bytes.

    `pages` is the layout that the PDF is painted from, where that is made already, `attachments` what the PDF carries,
    `options` what only Word knows."""
    made: dict[Format, bytes] = {}
    for form in formats:
        match form:
            case "docx":
                from briefgen import docx  # 50 ms (python-docx), only for Word

                made[form] = docx.write(document, theme, paper, None, options)
            case "pdf":
                laid_out = pages or paginate(document, theme, paper)
                made[form] = pdf.paint(document, theme, laid_out, attachments)
            case "html":
                made[form] = html.write(document, theme)
            case "native":
                made[form] = native.write(document)
    return made
