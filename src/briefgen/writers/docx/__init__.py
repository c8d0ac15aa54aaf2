"""Document → DOCX, for Word: real styles, notes, fields and bookmarks, written straight into a package."""

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
    # Here: `Dress` is named wherever a brief is rendered, and a PDF alone needs no more of this.
    from briefgen.writers.docx.parts import file
    from briefgen.writers.docx.setting import setting

    dress = dress or Dress()
    return file(setting(document, theme, paper, pages if dress.pages is None else dress.pages, dress))
