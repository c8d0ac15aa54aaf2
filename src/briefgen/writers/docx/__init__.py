"""Document → DOCX, for Word, by python-docx. What it does not know (notes, fields, bookmarks, content controls, tracked
changes) is written as fragments that its parser reads."""

from collections.abc import Mapping

from briefgen.document import Document
from briefgen.theme import PaperName, Theme
from briefgen.writers.docx.dress import Dress

__all__ = ["Dress", "write"]


def write(
    document: Document,
    theme: Theme,
    paper: PaperName = "a4",
    pages: Mapping[str, int] | None = None,
    dress: Dress | None = None,
) -> bytes:
    """A DOCX file. `pages`: anchor → page number for contents and references, where another program set the pages; they
    are worked out where nothing is given."""
    # 60 ms, for python-docx, which a PDF alone has no need of
    from briefgen.writers.docx.assemble import assemble
    from briefgen.writers.docx.setting import setting

    dress = dress or Dress()
    return assemble(setting(document, theme, paper, pages if dress.pages is None else dress.pages, dress))
