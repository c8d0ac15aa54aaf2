"""Document → one web page that asks nothing of anyone: style, script and pictures are inside it.

The page works without its script: a note mark then leads to the end notes instead of opening its note in place.
"""

from briefgen.document import Document
from briefgen.html.page import NO_LINKS, PageLink, PageLinks, page
from briefgen.theme import Theme

__all__ = ["PageLink", "PageLinks", "write"]


def write(document: Document, theme: Theme, beside: PageLinks = NO_LINKS) -> bytes:
    """An HTML file, UTF-8. `beside`: links to what lies beside it, where it is one page of several."""
    return page(document, theme, beside).encode()
