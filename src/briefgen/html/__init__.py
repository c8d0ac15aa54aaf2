"""Document → one self-contained web page: style, script and pictures are embedded.

The page works without its script: a note mark then leads to the end notes instead of opening its note in place.
"""

from briefgen.document import Document
from briefgen.html.page import NO_LINKS, PageLink, PageLinks, page
from briefgen.theme import Theme

__all__ = ["PageLink", "PageLinks", "write"]


def write(document: Document, theme: Theme, links: PageLinks = NO_LINKS) -> bytes:
    """An HTML file, UTF-8. `links`: related pages, such as other editions and languages."""
    return page(document, theme, links).encode()
