"""A DOCX that briefgen wrote → the Document that it was written from, as far as Word preserves it.

The file may come from anyone: `ooxml.opening` checks it. Word does not preserve which field or line of a template words
come from, the content for formats without pages, the shares of columns, and the words around page numbers in headers
and footers. docs/redline.md describes this for users.
"""

from briefgen.docx.read.read import Read, read, round_trip

__all__ = ["Read", "read", "round_trip"]
