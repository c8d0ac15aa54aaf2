"""Document → DOCX for Word, with python-docx. What it does not support (notes, fields, bookmarks, content controls,
tracked changes) is written as XML fragments."""

from collections.abc import Mapping

from briefgen.document import Document
from briefgen.docx.context import WordOptions
from briefgen.theme import PaperName, Theme

__all__ = ["WordOptions", "write"]


def write(
    document: Document,
    theme: Theme,
    paper: PaperName = "a4",
    pages: Mapping[str, int] | None = None,
    options: WordOptions | None = None,
) -> bytes:
    """A DOCX file. `pages`: anchor → page number for contents and references, if another program set the pages; by
    default they are computed."""
    # 60 ms for python-docx, which PDFs do not need
    from briefgen.docx.context import context
    from briefgen.docx.writer import assemble

    options = options or WordOptions()
    return assemble(context(document, theme, paper, pages if options.pages is None else options.pages, options))
